"""What a sentence is about: its words without the names of countries and calendars, and without those in every speech."""

import re

from timeline.chronology.party import CALENDAR, names, names_of
from timeline.chronology.story import countries, stem
from timeline.model.statement import Statement

WORD = re.compile(r"[^\W\d_]{4,}")
PLURAL = re.compile(r"[^s]s$")
# Stems of words that tell who speaks, how and when, not of what.
COMMON = frozenset(
    "days weeks mornin evenin"
    " about accuse accusi after agains also always asked authori been before being between blame both called condem"
    " border could countr demand denied deny during earlie early first forces from govern have having hours into last late"
    " later many militar minist month more most nearly night office offici only other over people presid prime prior"
    " reject report respon said same saying second several side sides since some spokes still than territ that their them then"
    " there these they this those told took under until very want warned were week what when where which while whom"
    " will with within without would year years".split()
)


def subject(told: Statement) -> frozenset[str]:
    """Stems of the words in its sentence that may tell what it is about."""
    actors = {word for role in told.roles for name in names(role.actor) for word in name.split()}
    named = {word for name in names_of(told.sentence) for word in name.split()}
    words = {word.casefold() for word in WORD.findall(told.sentence)} - actors - named - _called(told) - CALENDAR
    known = frozenset(map(stem, words - {told.trigger.text.casefold()})) - COMMON - countries()
    return frozenset(word[:-1] if PLURAL.search(word) else word for word in known)


def _called(told: Statement) -> set[str]:
    """The words of the sentence that name those who take part ('Kabul')."""
    places = [(role.start - told.start, role.end - told.start) for role in told.roles if role.start and role.end]
    return {word.casefold() for start, end in places for word in WORD.findall(told.sentence[max(0, start) : end])}
