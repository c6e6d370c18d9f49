"""Zones: how far a clock is from UTC, by the abbreviation, the zone or the city that is named, or by the dateline's city."""

import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.lexicon import rows
from timeline.parser.times.vocabulary import vocabulary

NAMED_ZONES = {
    "eastern": ("EST", "EDT"),
    "central": ("CST", "CDT"),
    "mountain": ("MST", "MDT"),
    "pacific": ("PST", "PDT"),
}
FIRST_ZONED = 1970  # before, zones are a matter of history


def offset(words: tuple[str, ...], day: int | None, place: str | None) -> str | None:
    """'+04:30' for the words of a zone on a day; None for one that is not known, and for 'local time' of no known city."""
    if known := vocabulary().value("zone", words[0]):
        return known
    if words[0] in NAMED_ZONES:
        standard, daylight = NAMED_ZONES[words[0]]
        return vocabulary().value("zone", daylight if "daylight" in words else standard)
    city = place if words[0] == "local" else " ".join(words[:-1])
    zone = zone_of(city) if city else None
    return _city_offset(zone, day) if zone is not None and day is not None else None


@cache
def _cities() -> dict[str, str]:
    return {city.lower(): row["zone"] for row in rows("times-cities") for city in row.words("city")}


def zone_of(place: str) -> str | None:
    """The zone of a city, with or without its country behind it."""
    return _cities().get(place.split(",")[0].strip().lower())


def _city_offset(zone: str, day: int) -> str | None:
    """What it is at noon of that day number; None before the zones of today and where no database of zones is installed."""
    if not datetime.date(FIRST_ZONED, 1, 1).toordinal() <= day < datetime.date.max.toordinal():
        return None
    noon = datetime.datetime.combine(datetime.date.fromordinal(day), datetime.time(12))
    try:
        text = noon.replace(tzinfo=ZoneInfo(zone)).strftime("%z")
    except ZoneInfoNotFoundError:
        return None
    return f"{text[:3]}:{text[3:5]}"
