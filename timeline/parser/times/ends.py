"""The ends of what is written as one: 'October 7–9' has two days, 'October 7, 8 and 9' is three, '1936–39' two years."""

from dataclasses import replace
from itertools import pairwise

from timeline.parser.times.amounts import unit
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.vocabulary import Encoded
from timeline.parser.times.years import is_numeric_month

JOINED_LENGTHS = frozenset({"two units and", "three units and"})
SIZES = (
    "millennium", "century", "decade", "year", "quarter", "month", "fortnight", "week", "weekend", "day", "night", "hour", "minute",
    "second",
)  # fmt: skip
MONTH_FIRST = frozenset({"two days of a month", "three days of a month"})
NOUN_WITHIN = 3  # words: '12 wounded soldiers'
SHORTEST = 3  # letters of a plural, its ending apart
PEOPLE = frozenset({"people", "men", "women", "children", "police", "others", "more"})
NO_NOUN = frozenset(
    "was were is are has had have will would did does and or but in at on to of from for with by as that when while after "
    "before during this these those the a an its his her their respectively towards across versus".split()
)
CLOCK_TERMS = frozenset({"clocktime", "clocktime2", "small", "small2"})


def split_ranges(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """'October 7–9' keeps its two ends beside it; 'October 7 and 9' becomes two phrases, 'October 7 and 9 people died' one."""
    refined: list[Phrase] = []
    for phrase in phrases:
        if phrase.rule.kind == "isomonth" and not is_numeric_month(phrase):
            refined.append(replace(phrase, ends=year_ends(phrase)))
        elif phrase.rule.name in JOINED_LENGTHS:
            refined += lengths(phrase)
        elif phrase.rule.kind == "firstmonths":
            refined += months_and_year(phrase)
        elif phrase.rule.kind in ENDS:
            ends = ENDS[phrase.rule.kind](phrase)
            listed = list(ends[:-1] if _is_counted(phrase, text) else ends)
            refined += listed if phrase.rule.kind == "twodays" else [replace(phrase, ends=ends)]
        else:
            refined.append(phrase)
    return refined


def _is_counted(phrase: Phrase, text: Encoded) -> bool:
    """'on May 3 and 12 passengers died': the last number is one of what follows it."""
    words = text.tokens[phrase.end + 1 : phrase.end + 2 * NOUN_WITHIN : 2]
    gaps = text.tokens[phrase.end : phrase.end + 2 * NOUN_WITHIN - 1 : 2]
    if not text.tokens[phrase.end - 1].isdigit() or phrase.rule.name not in MONTH_FIRST:
        return False
    for gap, word in zip(gaps, words, strict=False):
        if gap != " " or not word.islower() or word in NO_NOUN:
            return False
        if word in PEOPLE or (len(word) > SHORTEST and word.endswith("s")):
            return True
    return False


def day_ends(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """Both ends of a range of days or months; what only one of them says goes for both."""
    names: list[str] = [name for name in ("dayno", "month") if name in phrase.terms]
    cut = next(phrase.places[name] for name in ("separator", "dashes", "slash") if name in phrase.places)
    first: dict[str, tuple[str, ...]] = {name: phrase.terms[name] for name in names}
    second: dict[str, tuple[str, ...]] = {name: phrase.terms.get(f"{name}2", phrase.terms[name]) for name in names}
    return (
        _end(phrase, phrase.start, cut[0], {**first, **_year(phrase)}),
        _end(phrase, cut[1], phrase.end, {**second, **_year(phrase)}),
    )


def listed_days(phrase: Phrase) -> tuple[Phrase, ...]:
    """The days of 'October 7, 8 and 9'; the month and the year go for all, and belong to the words of the outer two."""
    names = sorted((name for name in phrase.places if name.startswith("dayno")), key=lambda name: phrase.places[name])
    places = [phrase.places[name] for name in names]
    starts = [phrase.start, *(start for start, _ in places[1:])]
    ends = [*(end for _, end in places[:-1]), phrase.end]
    both = {"month": phrase.terms["month"], **_year(phrase)}
    return tuple(
        _end(phrase, start, end, {"dayno": phrase.terms[name], **both})
        for name, start, end in zip(names, starts, ends, strict=True)
    )


def _year(phrase: Phrase) -> dict[str, tuple[str, ...]]:
    return {"year": phrase.terms["year"]} if "year" in phrase.terms else {}


def year_ends(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """Both years of a range; '1936–39' lends the century, an era stands for both."""
    names = [name for name in ("yearno", "number", "small", "yearno2", "number2") if name in phrase.terms]
    names.sort(key=lambda name: phrase.places[name])
    first, second = (phrase.terms[name][0] for name in names)
    cut = phrase.places[names[0]][1], phrase.places[names[1]][0]
    era = phrase.terms.get("era", ("ad",) if "ad" in phrase.terms else ())
    if not era and len(second) < len(first):
        second = first[: len(first) - len(second)] + second
    return (
        _end(phrase, phrase.start, cut[0], {"year": (first, *era)}),
        _end(phrase, cut[1], phrase.end, {"year": (second, *era)}),
    )


def weekday_ends(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """Both weekdays of a row of them."""
    before, after = phrase.places["separator"]
    rule = replace(phrase.rule, kind="weekday")
    first, second = phrase.terms["weekday"], phrase.terms["weekday2"]
    return (
        Phrase(phrase.start, before, rule, first, {"weekday": first}, {}),
        Phrase(after, phrase.end, rule, second, {"weekday": second}, {}),
    )


def months_and_year(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """'the first nine months' of '2023': two times, as TIMEX3 marks them, the first with the second beside it."""
    name = next((name for name in ("year", "rel") if name in phrase.places), "")
    start = phrase.places[name][0] if name else phrase.end - len(("the", " ", "year"))
    kind = {"year": "date", "rel": "unit", "": "unitnow"}[name]
    words = tuple(phrase.words[phrase.words.index("of") + 1 :])
    terms = {name: phrase.terms[name]} if name else {}
    one = {} if name == "year" else {"one": ("year",)}
    year = Phrase(
        start, phrase.end, replace(phrase.rule, kind=kind, name="year of months"), words, {**terms, **one}, {}
    )
    length = {"exact": phrase.terms["exact"], "many": ("months",)}
    return Phrase(phrase.start, start - len((" ", "of", " ")), phrase.rule, phrase.words, length, {}, day=year), year


def lengths(phrase: Phrase) -> tuple[Phrase, ...]:
    """'two years and three months' is one length; 'two years, five years' are two, for the second is no smaller."""
    numbers = [number for number in ("", "2", "3") if f"unit{number}" in phrase.terms]
    sizes = [SIZES.index(unit(phrase.terms[f"unit{number}"][0])) for number in numbers]
    if all(one < other for one, other in pairwise(sizes)):
        return (phrase,)
    rule = replace(phrase.rule, name="count of units")
    starts = [phrase.start, *(phrase.places[f"exact{number}"][0] for number in numbers[1:])]
    return tuple(
        Phrase(
            start, phrase.places[f"unit{number}"][1], rule, phrase.words,
            {"count": phrase.terms[f"exact{number}"], "unit": phrase.terms[f"unit{number}"]}, {},
        )
        for start, number in zip(starts, numbers, strict=True)
    )  # fmt: skip


def century_ends(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """Both centuries; an era stands for both."""
    rule, cut = replace(phrase.rule, kind="century"), phrase.places["ordinal"][1]
    era = {"era": phrase.terms["era"]} if "era" in phrase.terms else {}
    first, second = ({"ordinal": phrase.terms[name], **era} for name in ("ordinal", "ordinal2"))
    return (
        Phrase(phrase.start, cut, rule, phrase.words, first, {}),
        Phrase(phrase.places["ordinal2"][0], phrase.end, rule, phrase.words, second, {}),
    )


def clock_ends(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """Both times of day; 'a.m.' goes for both, but 11 to 2 p.m. began before noon."""
    names = sorted(phrase.places.keys() & CLOCK_TERMS, key=lambda name: phrase.places[name])
    first, second = ((name.rstrip("2"), phrase.terms[name]) for name in names)
    hours = [int(words[0].split(":")[0]) % 12 for _, words in (first, second)]
    half = phrase.terms["halfday"]
    other = half if hours[0] <= hours[1] else ("am",) if half[0].startswith("p") else ("pm",)
    rule = replace(phrase.rule, kind="clock", name="clock half day")
    cut = phrase.places[names[0]][1]
    return (
        Phrase(phrase.start, cut, rule, phrase.words, {first[0]: first[1], "halfday": other}, {}),
        Phrase(phrase.places[names[1]][0], phrase.end, rule, phrase.words, {second[0]: second[1], "halfday": half}, {}),
    )


ENDS = {
    "clocks": clock_ends,
    "weekdayrange": weekday_ends,
    "days": day_ends,
    "centuries": century_ends,
    "twodays": listed_days,
    "years": year_ends,
}


def _end(phrase: Phrase, start: int, end: int, terms: dict[str, tuple[str, ...]]) -> Phrase:
    return Phrase(start, end, replace(phrase.rule, kind="date"), phrase.words, terms, {})
