"""Places: what a name is in the gazetteer. What it means in a text is told by `names` and `spots`."""

from collections.abc import Sequence
from functools import lru_cache

from timeline.model.statement import Place
from timeline.parser.known.gazetteer import UNKNOWN_ABROAD, bare_name, gazetteer

KNOWN_CITY = 40_000  # below this nobody abroad speaks of it without its country
OUTSHONE = 5  # times as large as any namesake abroad: then it is meant
TRAILING_WORDS = frozenset(
    {"province", "district", "region", "state", "city", "county", "island", "islands", "governorate"}
)
COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest central upper lower mainland".split()
)
CALLED_PLAINLY = 100_000  # about, of those that have an accent in their own land
LARGE = 3_000_000
REMEMBERED = 16384  # names asked for; a text names the same ones again and again


def state_name(code: str) -> str:
    """'PK' -> 'Pakistan'; the code itself when unknown."""
    return gazetteer().names.get(code, code)


@lru_cache(maxsize=REMEMBERED)
def state_code(name: str) -> str | None:
    """'Pakistan', 'the UK', 'Türkiye' -> the code; None for what names no state."""
    return gazetteer().states.get(bare_name(name))


@lru_cache(maxsize=REMEMBERED)
def demonym_code(name: str) -> str | None:
    """'Pakistani', 'Afghans' -> the code."""
    return gazetteer().demonyms.get(name.lower())


@lru_cache(maxsize=REMEMBERED)
def capital_code(name: str) -> str | None:
    """'Islamabad' -> 'PK'."""
    return gazetteer().capitals.get(bare_name(name))


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
    bare = bare_name(name)
    code = gazetteer().states.get(bare)
    if code and not (countries and code not in countries and _namesake(bare, countries)):
        if bare != state_name(code).lower() and (land := _namesake(bare, (code,))):
            return land  # 'Scotland', which its state's name is used of, too
        return Place(state_name(code), code, *gazetteer().centres.get(code, (None, None)))
    candidates = gazetteer().places.get(bare) or gazetteer().places.get(_without_trailing_word(bare)) or []
    at_home = next((place for place in candidates if place.country in countries), None)
    return at_home or _best_known(candidates, is_abroad=bool(countries)) or _part(name)


def find_in(name: str, region: Place) -> Place | None:
    """The Place of that name in a state or a part of one ('Paris, Texas'): of several the nearest to its middle."""
    home = [place for place in gazetteer().places.get(bare_name(name), []) if place.country == region.country]
    if is_land(region) or region.latitude is None:
        return next(iter(home), None)
    return min(home, key=lambda place: _apart(place, region), default=None)


@lru_cache(maxsize=REMEMBERED)
def bearers(name: str) -> tuple[Place, ...]:
    """All places of that name but states, best known first."""
    return tuple(gazetteer().places.get(bare_name(name), ()))


def size(place: Place) -> int:
    """Inhabitants; of capitals and regions, which all know, as if they were large ones."""
    known = gazetteer().sizes.get(place, LARGE)
    return CALLED_PLAINLY if known == UNKNOWN_ABROAD else known


def is_land(place: Place) -> bool:
    """A whole country, which is so named."""
    return place.country is not None and place.name == state_name(place.country)


def _apart(one: Place, other: Place) -> float:
    """How far, in squared degrees; for places of one country."""
    known = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in known:
        return float("inf")
    return ((one.latitude or 0) - (other.latitude or 0)) ** 2 + ((one.longitude or 0) - (other.longitude or 0)) ** 2


def is_region(place: Place) -> bool:
    """A state or a part of one, no town."""
    return is_land(place) or (place not in gazetteer().sizes and bare_name(place.name) not in gazetteer().capitals)


def _best_known(candidates: Sequence[Place], *, is_abroad: bool) -> Place | None:
    """The first; abroad only if it is known there, and far better than its namesakes in other countries."""
    first = next(iter(candidates), None)
    size = gazetteer().sizes.get(first) if first else None
    if first is None or size is None or not is_abroad:
        return first
    namesakes = (place for place in candidates if place.name == first.name and place.country != first.country)
    others = (gazetteer().sizes.get(place, 0) for place in namesakes)
    return first if size >= max(KNOWN_CITY, OUTSHONE * max(others, default=0)) else None


def _part(name: str) -> Place | None:
    """'South Lebanon', 'Western Cambodia': a part of a state, nobody says where in it."""
    first, _, rest = bare_name(name).partition(" ")
    code = gazetteer().states.get(rest) if first in COMPASS or first.removesuffix("ern") in COMPASS else None
    return Place(name, code, None, None) if code else None


def _namesake(bare: str, countries: tuple[str, ...]) -> Place | None:
    """Another place of a state's name in one of the countries: Georgia in the United States."""
    return next((place for place in gazetteer().places.get(bare, []) if place.country in countries), None)


def _without_trailing_word(name: str) -> str:
    head, _, last = name.rpartition(" ")
    return head if last in TRAILING_WORDS else name
