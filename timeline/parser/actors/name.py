"""Name: words of a Sentence that name someone or some place. The value alone; finding them is in `names`."""

from enum import StrEnum

from timeline.model.value import value


class NameKind(StrEnum):
    """What sort of words they are; what they refer to is told in `cast`."""

    PERSON = "person"
    STATE = "state"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    GROUP = "group"
    ORGANISATION = "organisation"
    PLACE = "place"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    THING = "thing"
    UNKNOWN = "unknown"


@value
class Name:
    """Words that name: tokens `start` to `end` (half-open), of which `head` is the one the tree hangs on.

    `text` is the name proper, without title; `title` the words of office around it; `country` what those or the name
    itself tell, as a code; `noun` the head noun of a description; `said` the words that introduce a name ('car maker').
    """

    kind: NameKind
    start: int
    end: int
    head: int
    text: str
    title: str = ""
    country: str | None = None
    noun: str = ""
    said: str = ""
