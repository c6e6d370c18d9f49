"""Lists of phrases to lists of phrases: words that are no time after all are dropped, a time of day joins its day."""

from dataclasses import replace

from timeline.parser.recognise import Phrase
from timeline.parser.vocabulary import Encoded, vocabulary

DAY_KINDS = {"date", "weekday", "today", "iso", "slash", "dash", "nextunit", "nextnamed", "sameunit", "monthday"}
CLOCK_KINDS = {"clock", "part"}
TIME_FIRST = {" ", ", ", " on ", " of ", " (", " on the ", " ,"}
DAY_FIRST = {" ", ", ", " at ", ", at ", " around ", " at about ", " from "}


def refine(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """All refiners in order."""
    return join_clocks(phrases, text)


def join_clocks(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """'10 p.m. Wednesday', 'Friday at noon', 'Friday night', 'the night of 3 May' become one phrase each."""
    joined: list[Phrase] = []
    for phrase in phrases:
        previous = joined[-1] if joined else None
        if previous is not None and (whole := _joined(previous, phrase, text)) is not None:
            joined[-1] = whole
        else:
            joined.append(phrase)
    return [_with_part(phrase, text) for phrase in joined]


def _joined(first: Phrase, second: Phrase, text: Encoded) -> Phrase | None:
    if second.start - first.end > 5:
        return None
    gap = "".join(text.tokens[first.end : second.start]).lower()
    if first.rule.kind in CLOCK_KINDS and first.day is None and second.rule.kind in DAY_KINDS and gap in TIME_FIRST:
        return replace(first, end=second.end, day=second)
    if first.rule.kind in DAY_KINDS and second.rule.kind in CLOCK_KINDS and second.day is None and gap in DAY_FIRST:
        return replace(second, start=first.start, day=first)
    return None


def _with_part(phrase: Phrase, text: Encoded) -> Phrase:
    """A day followed by 'morning', 'night' …"""
    if phrase.rule.kind not in DAY_KINDS or text.signs[phrase.end : phrase.end + 1] != " ":
        return phrase
    word = text.tokens[phrase.end + 1].lower() if phrase.end + 1 < len(text.tokens) else ""
    if vocabulary().value("daypart", word) is None or phrase.rule.name == "day part of today":
        return phrase
    rule = replace(phrase.rule, kind="part")
    return Phrase(phrase.start, phrase.end + 2, rule, (*phrase.words, word), {"daypart": (word,)}, phrase)
