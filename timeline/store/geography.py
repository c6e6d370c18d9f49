"""Where events happened: places and countries with how many events each has."""

from typing import Any

from peewee import fn

from timeline.model.filters import Filters
from timeline.model.shapes import Shape
from timeline.store.conditions import condition
from timeline.store.database import Store, rows
from timeline.store.tables import Event

MOST_PLACES = 2_000  # on one map, those with most events


def find_geography(store: Store, filters: Filters) -> Shape:
    """The places of the events that fit, those with most events first, and the countries.

    A place without coordinates has none on the map and counts for its country only; `unplaced` counts the events that
    name no place at all.
    """
    with store.reading() as database:
        kept = condition(store, filters)
        places = rows(_places(kept), database)
        countries = rows(_countries(kept), database)
        unplaced = Event.select().where(kept & Event.place_name.is_null()).count(database)
    return {
        "places": [_place(*row) for row in places[:MOST_PLACES]],
        "countries": [{"country": country, "events": number} for country, number in countries],
        "unplaced": unplaced,
        "truncated": len(places) > MOST_PLACES,
    }


def _places(kept: Any) -> Any:
    number = fn.COUNT(Event.serial)
    query = Event.select(fn.MIN(Event.place_name), Event.country, Event.latitude, Event.longitude, number)
    query = query.where(kept & Event.latitude.is_null(False) & Event.longitude.is_null(False))
    query = query.group_by(Event.place_key, Event.country, Event.latitude, Event.longitude)
    return query.order_by(number.desc(), fn.MIN(Event.place_name)).limit(MOST_PLACES + 1)


def _countries(kept: Any) -> Any:
    number = fn.COUNT(Event.serial)
    query = Event.select(Event.country, number).where(kept & Event.country.is_null(False))
    return query.group_by(Event.country).order_by(number.desc(), Event.country)


def _place(name: str, country: str | None, latitude: float, longitude: float, number: int) -> Shape:
    return {"name": name, "country": country, "latitude": latitude, "longitude": longitude, "events": number}
