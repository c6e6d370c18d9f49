"""Two times that make one: 'from 3 May to 9 June', 'between May and July', 'two days before Christmas 1941'.

A length beside the date on which it ended ('the six months to September') stays by itself and is given the date.
"""

from dataclasses import replace

from timeline.parser.times.recognise import Phrase
from timeline.parser.times.vocabulary import Encoded

END_KINDS = frozenset(
    {
        "date",
        "iso",
        "slash",
        "dash",
        "fiscal",
        "season",
        "quarter",
        "half",
        "decade",
        "century",
        "weekday",
        "smallyear",
        "clock",
    }
)
FROM_TO = frozenset({" to ", " until ", " till ", " through ", " up to ", "-", "–", "—", " - ", " – ", " — "})
ALONE = frozenset({" through ", "-", "–", " - ", " – ", " to "})  # these need no 'from' between whole dates
BETWEEN_AND = " and "
ENDING = frozenset({" ended ", " ending ", " ended on ", " ending on ", " through "})
COUNTED_KINDS = frozenset({"date", "feast", "iso", "weekday"})
MONTHLY = frozenset({"month", "months", "quarter", "quarters", "year"})
AFTER_COUNTED = frozenset(
    "he she it they we i the a an his her their its and but when in at with was were is as".split()
)
BESIDE = frozenset({"day", "eve", "night", "evening", "morning", "week", "month", "year"})
LONGEST_GAP = 5  # tokens


def join_ranges(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """Each such pair as one phrase with its two ends; what is no pair stays as it is."""
    joined: list[Phrase] = []
    for phrase in (_with_day_beside(phrase, text) for phrase in phrases):
        if joined and joined[-1].start >= phrase.start:
            joined.pop()  # 'the week' of 'the week before Christmas'
        kind = _range_kind(joined[-1], phrase, text) if joined else None
        if kind == "ending":
            joined[-1:] = [_with_end(joined[-1], phrase), phrase]
        elif kind is not None:
            joined[-1] = _whole(joined[-1], phrase, kind)
        else:
            joined.append(phrase)
    return joined


def _range_kind(first: Phrase, second: Phrase, text: Encoded) -> str | None:
    """'range' throughout, 'between' once within, None for no pair."""
    if second.start - first.end > LONGEST_GAP or first.ends or second.ends:
        return None
    if first.rule.kind in ("duration", "fixed") or first.words in (("the", "year"), ("the", "quarter")):
        return _length_kind(first, second, text)
    if first.rule.kind not in END_KINDS or second.rule.kind not in END_KINDS:
        return None
    gap = "".join(text.tokens[first.end : second.start]).lower()
    opening = text.tokens[first.start - 2].lower() if first.start > 1 else ""
    if opening == "between" and gap == BETWEEN_AND:
        return "between"
    if opening == "from" and gap in FROM_TO:
        return "range"
    is_clocks = first.rule.kind == second.rule.kind == "clock" and first.day is None
    are_whole = is_clocks or (_is_whole(first) and _is_whole(second))
    return "range" if gap in ALONE and are_whole else None


def _with_end(length: Phrase, end: Phrase) -> Phrase:
    """The length with its end; 'the year' to February is twelve months."""
    if length.rule.kind in ("duration", "fixed") or "quarter" in length.words:
        return replace(length, day=end)
    return replace(length, day=end, rule=replace(length.rule, kind="fixed", arguments=("P1Y",)))


def _with_day_beside(phrase: Phrase, text: Encoded) -> Phrase:
    """'the day before Christmas', 'the week before 3 May', 'the eve of Easter': the words before belong to it."""
    if phrase.rule.kind != "feast" and not _is_whole(phrase):
        return phrase
    words = tuple([token.lower() for token in text.tokens[max(0, phrase.start - 6) : phrase.start]])
    if not _is_beside(words):
        return phrase
    rule = replace(phrase.rule, kind="daybeside", name="day beside a day")
    return Phrase(phrase.start - 6, phrase.end, rule, ("the", words[2], words[4], *phrase.words), {}, {}, phrase)


def _is_beside(words: tuple[str, ...]) -> bool:
    """'the day before', 'the week after', 'the eve of'."""
    if len(words) != 6 or words[0] != "the" or words[2] not in BESIDE:
        return False
    return words[4] == "of" if words[2] == "eve" else words[4] in ("before", "after")


def _length_kind(first: Phrase, second: Phrase, text: Encoded) -> str | None:
    """'ending' for a length beside its last day or month, 'after' and 'before' for one that is counted from a date."""
    gap = "".join(text.tokens[first.end : second.start]).lower()
    is_monthly = bool(MONTHLY & set(first.words)) and "month" in second.terms and "dayno" not in second.terms
    if second.rule.kind in ("date", "iso") and (gap in ENDING or (gap == " to " and is_monthly)):
        return "ending"
    if gap in (" after ", " before ") and second.rule.kind in COUNTED_KINDS and _stands_alone(second, text):
        return gap.strip()
    return None


def _stands_alone(phrase: Phrase, text: Encoded) -> bool:
    """Whether the date names nothing that follows ('three days after Friday's blast' counts from the blast)."""
    following = text.tokens[phrase.end : phrase.end + 2]
    if following[:1] != [" "]:
        return following[:1] != ["'s"] and following[:1] != ["’s"]
    return "".join(following[1:]).lower() in AFTER_COUNTED | {""}


def _is_whole(phrase: Phrase) -> bool:
    """A day that is said with its month."""
    return "month" in phrase.terms and bool({"dayno", "ordinal"} & phrase.terms.keys())


def _whole(first: Phrase, second: Phrase, kind: str) -> Phrase:
    rule = replace(second.rule, kind=kind, name=f"{kind} of {first.rule.name}")
    return Phrase(first.start, second.end, rule, first.words + second.words, {}, {}, ends=(first, second))
