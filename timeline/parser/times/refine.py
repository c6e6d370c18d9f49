"""Lists of phrases to lists of phrases: words that are no time after all are dropped, a time of day joins its day."""

from dataclasses import replace

from timeline.parser.times.compounds import without_compounds
from timeline.parser.times.dates import month_number
from timeline.parser.times.ends import split_ranges
from timeline.parser.times.near import words_of
from timeline.parser.times.ranges import join_ranges
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.vocabulary import Encoded, vocabulary

DAY_KINDS = {
    "date",
    "weekday",
    "today",
    "iso",
    "slash",
    "dash",
    "nextunit",
    "nextnamed",
    "sameunit",
    "monthday",
    "feast",
}
PART_KINDS = {"thismorning", "lastnight", "thatnight", "partofday"}
CLOCK_KINDS = {"clock", "part", "overnight"}
TIME_FIRST = {" ", ", ", " on ", " of ", " (", " on the ", " ,"}
NIGHT_FIRST = {" of ", " on ", " from ", " "}
LISTING = {" and ", " or ", ", ", " and on ", " and in ", " and of "}
LENDING = LISTING | {" to ", " until ", " till ", " through ", "-", "–", " - ", " – ", " up to "}
LASTING_HELP = frozenset(
    {"will", "would", "to", "could", "may", "might", "can", "should", "must", "not", "ll", "'ll", "’ll"}
)
ANY_DAY = "anyweekday"
FAR_NUMBER = 14  # tokens and gaps from 'as many' back to its number
DAY_FIRST = {" ", ", ", " at ", ", at ", " around ", " at about ", " from "}


def refine(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """All refiners in order."""
    kept = [_with_count(phrase, text) for phrase in without_compounds(phrases, text)]
    joined = join_clocks(split_ranges(_any_days([_without_verb(phrase, text) for phrase in kept], text), text), text)
    joined = join_clocks(joined, text)  # twice: '4 a.m. on the morning of 5 May' is two joints
    return join_ranges(lend_parts(borrow_years(joined, text), text), text)


def _without_verb(phrase: Phrase, text: Encoded) -> Phrase:
    """'will last six weeks' lasts six weeks; it is not the last six."""
    is_verb = phrase.words[0] == "last" and phrase.start > 1 and text.tokens[phrase.start - 2].lower() in LASTING_HELP
    if phrase.rule.kind != "stretch" or not is_verb or "count" not in phrase.terms:
        return phrase
    rule = replace(phrase.rule, kind="duration", name="count of units")
    return Phrase(phrase.start + 2, phrase.end, rule, phrase.words[1:], phrase.terms, phrase.places)


def _any_days(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """The phrases; of 'on a Friday night in May' the night goes with its day."""
    found: list[Phrase] = []
    for phrase in phrases:
        if not found or found[-1].rule.kind != ANY_DAY or phrase.start >= found[-1].end:
            found.append(_any_day(phrase, text))
    return found


def _any_day(phrase: Phrase, text: Encoded) -> Phrase:
    """'It was a Tuesday', 'on a cold Friday night in May' is some day of that name; 'a Tuesday meeting' is of the one."""
    if phrase.rule.kind != "weekday" or len(phrase.words) > 1:
        return phrase
    before = [token.lower() for token in text.tokens[max(0, phrase.start - 4) : phrase.start] if token != " "]
    article = (
        before[-2] if before[-1:] and before[-1] in words_of("weather") and len(before) > 1 else "".join(before[-1:])
    )
    if article not in {"a", "one"} or (article == "a" and before[:-1][-1:] == [","]):
        return phrase  # '6 April 1941, a Sunday'
    following = text.tokens[phrase.end : phrase.end + 6]
    part = following[:1] == [" "] and _is(following, 1, "daypart")
    rest = following[2:] if part else following
    is_alone = rest[:1] != [" "] or _is(rest, 1, "opener")
    is_of_month = rest[:1] == [" "] and "".join(rest[1:2]).lower() == "in" and _is(rest, 3, "monthname")
    if not (is_of_month if article == "one" else is_alone):
        return phrase
    rule = replace(phrase.rule, kind=ANY_DAY)
    return Phrase(phrase.start, phrase.end + 2 * part, rule, phrase.words, phrase.terms, phrase.places)


def _is(tokens: list[str], place: int, name: str) -> bool:
    """Whether the token at that place is of a class."""
    return vocabulary().get("".join(tokens[place : place + 1])) in vocabulary().classes[name]


def _with_count(phrase: Phrase, text: Encoded) -> Phrase:
    """'in as many weeks' with the last number before: 'the second time', 'three strikes'."""
    if phrase.rule.kind != "asmany":
        return phrase
    for token in reversed(text.tokens[max(0, phrase.start - FAR_NUMBER) : phrase.start]):
        known = vocabulary().value("ordinalword", token) or vocabulary().value("numberword", token)
        if known or token.isdigit():
            return replace(phrase, terms={**phrase.terms, "exact": (known or token,)})
    return phrase


def borrow_years(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """In 'May and June 1940' and 'from 25 May to 3 June 2015' the first date is of the year of the second."""
    refined = list(phrases)
    for place in range(len(refined) - 2, -1, -1):
        first, second = refined[place], refined[place + 1]
        if _can_borrow(first, second) and _gap(first, second, text) in LENDING:
            refined[place] = replace(first, terms={**first.terms, "year": _lent_year(first, second, text)})
    return refined


def in_one_list(first: Phrase, second: Phrase, text: Encoded) -> bool:
    """Whether two weekdays or months stand side by side: 'Thursday and Friday', 'May and June'."""
    if first.rule.kind != second.rule.kind or first.rule.kind not in ("weekday", "date"):
        return False
    is_alike = first.rule.kind == "weekday" or {*first.terms} == {*second.terms} == {"month"}
    return is_alike and _gap(first, second, text) in LISTING | {" and into "}


def _can_borrow(first: Phrase, second: Phrase) -> bool:
    alike = all((name in first.terms) == (name in second.terms) for name in ("month", "dayno", "season"))
    kinds = first.rule.kind == second.rule.kind and first.rule.kind in ("date", "season")
    return kinds and alike and "year" in second.terms and not {"year", "rel"} & first.terms.keys()


def _lent_year(first: Phrase, second: Phrase, text: Encoded) -> tuple[str, ...]:
    """The second's year, or the one before for 'from 28 December to 3 January 2015'."""
    year = second.terms["year"]
    is_range = _gap(first, second, text) not in LISTING
    if is_range and year[-1].isdigit() and (month_number(first) or 0) > (month_number(second) or 0):
        return (str(int(year[-1]) - 1),)
    return year


def lend_parts(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """In 'Monday and Tuesday nights' the first day is of nights too."""
    refined = list(phrases)
    for place in range(len(refined) - 2, -1, -1):
        first, second = refined[place], refined[place + 1]
        is_bare = first.rule.kind == "weekday" and len(first.words) == 1
        if is_bare and "dayparts" in second.terms and _gap(first, second, text) in LISTING:
            refined[place] = replace(
                first, rule=second.rule, terms={**first.terms, "dayparts": second.terms["dayparts"]}
            )
    return refined


def _gap(first: Phrase, second: Phrase, text: Encoded) -> str:
    return "".join(text.tokens[first.end : min(second.start, first.end + 8)]).lower()


def join_clocks(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """'10 p.m. Wednesday', 'Friday at noon', 'Friday night', 'the night of 3 May' become one phrase each."""
    joined: list[Phrase] = []
    for phrase in (_with_part(phrase, text) for phrase in phrases):
        previous = joined[-1] if joined else None
        if previous is not None and (whole := _joined(previous, phrase, text)) is not None:
            joined[-1] = whole
        else:
            joined.append(phrase)
    return joined


def _joined(first: Phrase, second: Phrase, text: Encoded) -> Phrase | None:
    if second.start - first.end > 5:
        return None
    gap = "".join(text.tokens[first.end : second.start]).lower()
    is_day = second.rule.kind in DAY_KINDS | PART_KINDS or (second.rule.kind == "part" and second.day is not None)
    if first.rule.kind == "clocks" and is_day and gap in TIME_FIRST:
        return replace(first, end=second.end, ends=tuple(replace(end, day=second) for end in first.ends))
    if (
        first.rule.kind in {"part", "overnight"}
        and first.day is None
        and second.rule.kind == "days"
        and gap in NIGHT_FIRST
    ):
        return replace(first, end=second.end, day=second.ends[0])  # 'the night of 9–10 November' began on the first
    if first.rule.kind in CLOCK_KINDS and first.day is None and is_day and gap in TIME_FIRST:
        return replace(first, end=second.end, day=second)
    if first.rule.kind in DAY_KINDS and second.rule.kind in CLOCK_KINDS and second.day is None and gap in DAY_FIRST:
        return replace(second, start=first.start, day=first)
    return None


def _with_part(phrase: Phrase, text: Encoded) -> Phrase:
    """A day followed by 'morning', 'night' …"""
    if phrase.rule.kind not in DAY_KINDS or text.signs[phrase.end : phrase.end + 1] != " ":
        return phrase
    word = text.tokens[phrase.end + 1].lower() if phrase.end + 1 < len(text.tokens) else ""
    if word == "weekend" and phrase.rule.kind == "feast":
        return replace(
            phrase, end=phrase.end + 2, rule=replace(phrase.rule, kind="feastweekend"), words=(*phrase.words, word)
        )
    if vocabulary().value("daypart", word) is None or phrase.rule.name == "day part of today":
        return phrase
    rule = replace(phrase.rule, kind="part")
    return Phrase(phrase.start, phrase.end + 2, rule, (*phrase.words, word), {"daypart": (word,)}, {}, phrase)
