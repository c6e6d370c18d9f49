"""Two dates that are the ends of one time: 'from 3 May to 9 June', 'between May and July', '3 May 2019 – 9 June 2019'."""

from dataclasses import replace

from timeline.parser.recognise import Phrase
from timeline.parser.vocabulary import Encoded

END_KINDS = frozenset(
    {"date", "iso", "slash", "dash", "fiscal", "season", "quarter", "half", "decade", "century", "weekday"}
)
FROM_TO = frozenset({" to ", " until ", " till ", " through ", " up to ", "-", "–", "—", " - ", " – ", " — "})
ALONE = frozenset({" through ", "-", "–", " - ", " – ", " to "})  # these need no 'from' between whole dates
BETWEEN_AND = " and "
LONGEST_GAP = 5  # tokens


def join_ranges(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """Each such pair as one phrase with its two ends; what is no pair stays as it is."""
    joined: list[Phrase] = []
    for phrase in phrases:
        kind = _range_kind(joined[-1], phrase, text) if joined else None
        if kind is not None:
            joined[-1] = _whole(joined[-1], phrase, kind)
        else:
            joined.append(phrase)
    return joined


def _range_kind(first: Phrase, second: Phrase, text: Encoded) -> str | None:
    """'range' throughout, 'between' once within, None for no pair."""
    if second.start - first.end > LONGEST_GAP or first.ends or second.ends:
        return None
    if first.rule.kind not in END_KINDS or second.rule.kind not in END_KINDS:
        return None
    gap = "".join(text.tokens[first.end : second.start]).lower()
    opening = text.tokens[first.start - 2].lower() if first.start > 1 else ""
    if opening == "between" and gap == BETWEEN_AND:
        return "between"
    if opening == "from" and gap in FROM_TO:
        return "range"
    return "range" if gap in ALONE and _is_whole(first) and _is_whole(second) else None


def _is_whole(phrase: Phrase) -> bool:
    """A day that is said with its month."""
    return "month" in phrase.terms and bool({"dayno", "ordinal"} & phrase.terms.keys())


def _whole(first: Phrase, second: Phrase, kind: str) -> Phrase:
    rule = replace(second.rule, kind=kind, name=f"{kind} of {first.rule.name}")
    return Phrase(first.start, second.end, rule, first.words + second.words, {}, {}, ends=(first, second))
