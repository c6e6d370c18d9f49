"""Places that a sentence names beside the one where something was: 'blasts in Lille and Ghent' were in both."""

import re
import unicodedata
from functools import lru_cache

from timeline.chronology.story import country_names
from timeline.model.statement import Place, Statement

Names = frozenset[str]

# Places that are so wide that what was there may have been in any other.
VAST = frozenset("africa america asia balkans caucasus europe sahel scandinavia".split()) | frozenset(
    {"middle east", "latin america", "horn of africa", "south america", "north america", "central america"}
)
COMPASS = re.compile(r"^(?:north|south|east|west|central)\w*[ -]")

PARTICLES = "al|da|de|del|di|do|dos|el|en|es|la|le|of|on|sur|the|upon"
NAME = rf"[A-Z][\w’'-]+(?:[ -](?:(?:{PARTICLES})[ -])*[A-Z][\w’'-]+)*"
AND = r",? (?:and|or) (?:also |later |then )?(?:(?:at|in|near|outside) )?"
AFTER = re.compile(rf"((?:, {NAME})*){AND}({NAME})((?:, {NAME})?)")
BEFORE = re.compile(rf"({NAME}(?:, {NAME})*){AND}$")
CAPITAL = "capital"
# 'some 40 km (25 miles) north of the town of': it was not there
DISTANCE = re.compile(
    r"\b(?:km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s|yards)\b[)]?(?: \([^)]*\))?"
    r"(?: (?:to the )?(?:north|south|east|west|inland|off|down|up)[\w-]*)*"
    r" (?:of|from|off)(?: the(?: \w+){1,2}(?: of)?| [\w’'-]+[’']s)? $"
)
FAR = 90  # characters before a place in which a distance stands
EACH = re.compile(NAME)


def is_placed(told: Statement) -> bool:
    """Whether its sentence names its place, accents aside, or a capital; else the text before gives it, or it was miles from it.

    A building ('Lindqvist park') stands in some town, be it the one that others name.
    """
    if told.place is None or (told.place.country is None and told.place.name.rpartition(" ")[2].islower()):
        return False
    before, found, _ = _plain(told.sentence).partition(_plain(told.place.name))
    return (bool(found) and DISTANCE.search(before[-FAR:]) is None) or CAPITAL in told.sentence


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def places_beside(told: Statement) -> Names:
    """The names, in small letters, that are joined to its place by 'and', with the countries they are in."""
    if told.place is None or " and " not in told.sentence:
        return frozenset()
    return _beside(told.sentence, told.place.name)


@lru_cache(maxsize=1024)
def _beside(sentence: str, place: str) -> Names:
    start = sentence.find(place)
    if start < 0:
        return frozenset()
    after = AFTER.match(sentence, start + len(place))
    before = BEFORE.search(sentence[:start])
    found = " , ".join((after[0] if after else "", before[0] if before else ""))
    return frozenset(name.casefold() for name in EACH.findall(found))


def known_place(place: Place | None) -> str | None:
    """The name of a place, None for half a continent."""
    name = place.name.casefold() if place is not None else None
    return None if name is None or name in VAST or COMPASS.sub("", name) in VAST else name


def regions(place: Place | None) -> Names:
    """The names of the country that a place is in."""
    return country_names(place.country) if place is not None and place.country else frozenset()
