"""Meanings of calendar phrases: days, months, years, decades, centuries."""

from dataclasses import replace

from timeline.model import edtf
from timeline.model.days import calendar_day, weekday
from timeline.parser.times.amounts import number, ordinal
from timeline.parser.times.moments import Moment, at, day_of, month_of
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, counting_from, resolved, stated
from timeline.parser.times.tense import CALLED, EITHER, FAINT, MISSED
from timeline.parser.times.vocabulary import vocabulary

TWO_DIGIT_TURN = 30  # '29 is 2029 and '30 is 1930
CIRCA = {"circa", "c", "ca"}
LONGEST_STEP = 120  # years: how far from the last date a year without its era is still of that era
NEAR_PAST = 150  # days: one that was so lately needs no year, whatever the text told before
LONG_PAST, SOON = 300, 45  # days
JUST_PAST = 60  # days
NEAR_FUTURE = 120  # days: a bare date this close ahead is meant, when no verb says otherwise


def date(phrase: Phrase, reference: Reference) -> Meaning | None:
    """Day, month or year, as far as said; what is not said comes from the reference."""
    month = month_number(phrase)
    day = day_in_month(phrase)
    year, because = said_year(phrase, reference)
    if year is None:
        return None if month is None else _yearless(phrase, month, day, reference)
    moment = Moment("year", year) if month is None else _in_year(year, month, day)
    if moment is None:
        return None
    meaning = resolved(moment, because) if because else stated(moment)
    is_rough = phrase.rule.name == "approximate year" or phrase.words[0] in CIRCA
    return _approximate(meaning) if is_rough else meaning


def _approximate(meaning: Meaning) -> Meaning:
    return replace(meaning, span=meaning.span.with_edtf(f"{meaning.span}~"))


def month_number(phrase: Phrase) -> int | None:
    """1 to 12."""
    word = phrase.word("month")
    value = word and (vocabulary().value("monthname", word) or vocabulary().value("monthabbr", word))
    return int(value) if value else None


def day_in_month(phrase: Phrase) -> int | None:
    """1 to 31, unchecked against the month."""
    for name in ("dayno", "ordinal", "small", "smallth"):
        if words := phrase.terms.get(name):
            return ordinal(words)
    return None


def _in_year(year: int, month: int, day: int | None) -> Moment | None:
    return month_of(year, month) if day is None else day_of(year, month, day)


def said_year(phrase: Phrase, reference: Reference) -> tuple[int | None, str]:
    """The year that is said, with the anchor's name when it is said relatively ('last year')."""
    if "rel" in phrase.terms and "year" not in phrase.terms:
        base = reference.base
        return (None, "") if base is None else (base.year + relative_number(phrase.terms["rel"]), reference.base_reason)
    names = ("year", "yearno", "yearwords", "thousandwords") + (("number",) if phrase.rule.kind == "date" else ())
    for name in names:
        if words := phrase.terms.get(name):
            year = _era_year(phrase, words)
            return (year if _has_era(phrase, words) else _with_last_era(year, reference)), ""
    if (words := phrase.terms.get("small") or phrase.terms.get("plain")) and "fy" in phrase.words:
        return two_digit_year(int(words[0])), ""
    return None, ""


def relative_number(words: tuple[str, ...]) -> int:
    """-1 for 'last' and 'past', 1 for 'next' and 'coming', 0 for 'this'."""
    for name, value in (("last", -1), ("next", 1)):
        if any(vocabulary().value(name, word) is not None for word in words):
            return value
    return 0


def _has_era(phrase: Phrase, words: tuple[str, ...]) -> bool:
    return bool({"era", "ad"} & phrase.terms.keys()) or any(vocabulary().value("era", word) for word in words)


def _with_last_era(year: int, reference: Reference) -> int:
    """'In 1258' after '1274 BC' is before Christ too; 'found in 1906' is not, being far from it."""
    last = reference.last
    if last is None or last.year > 0 or abs(1 - year - last.year) > LONGEST_STEP:
        return year
    return 1 - year


def _era_year(phrase: Phrase, words: tuple[str, ...]) -> int:
    year = year_in_words(words)
    era = next((word for word in words[1:] if vocabulary().value("era", word)), phrase.word("era"))
    return 1 - year if era and era.startswith("b") else year


def year_in_words(words: tuple[str, ...]) -> int:
    """('the', 'year', '2000') is 2000, ('nineteen', 'ninety', '-', 'four') is 1994."""
    digits = [word.replace(",", "") for word in words if word[0].isdigit()]
    if digits and digits[0].isdigit():
        return int(digits[0])
    spoken = tuple(word for word in words if word not in ("the", "year"))
    if "thousand" in spoken or "hundred" in spoken:
        return int(number(spoken) or 0)
    return int(number(spoken[:1]) or 0) * 100 + int(number(spoken[1:]) or 0)


def _yearless(phrase: Phrase, month: int, day: int | None, reference: Reference) -> Meaning | None:
    """A day or month of a year that is not said: near the base, on the side that the tense tells."""
    base = reference.base
    if base is None:
        return _unanchored(month, day)
    around = [_in_year(base.year + step, month, day) for step in (-1, 0, 1)]
    moments = [moment for moment in around if moment is not None]
    if not moments:
        return _unanchored(month, day)
    moments = _on_weekday(phrase, moments)
    pick = nearest if reference.is_narrative else on_side
    picked = pick(moments, base, reference.direction)
    is_recent = picked.first >= base.first - NEAR_PAST
    if reference.thread is not None and not is_recent and (next_one := _next(month, day, reference.thread)):
        return resolved(next_one, reference.last_words)
    return resolved(picked, reference.base_reason)


def _next(month: int, day: int | None, thread: Moment) -> Moment | None:
    """'arrested in March 2020 and tried on 3 September': the first such day after what was told right before."""
    around = [_in_year(thread.year + step, month, day) for step in (0, 1)]
    return next((moment for moment in around if moment is not None and moment.first >= thread.first), None)


def _on_weekday(phrase: Phrase, moments: list[Moment]) -> list[Moment]:
    """Those that fall on the weekday that is said beside the date; all when none does."""
    word = phrase.word("weekdayname") or phrase.word("weekday")
    if word is None:
        return moments
    number = vocabulary().value("weekday", word) or vocabulary().value("weekdayabbr", word)
    return [moment for moment in moments if str(weekday(moment.first)) == number] or moments


def _unanchored(month: int, day: int | None) -> Meaning | None:
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    if day is not None and day_of(2000, month, day) is None:
        return None
    return Meaning("DATE", value, edtf.yearless(month, day))


def nearest(moments: list[Moment], base: Moment, _: int = 0) -> Moment:
    """The moment closest to the base; in the base's own year when only that is known."""
    if base.grain in ("year", "decade", "century"):
        return next((moment for moment in moments if moment.year == base.year), moments[0])
    return min(moments, key=lambda moment: (_distance(moment.first - base.first), -moment.first))


def _distance(days: int) -> float:
    """Tales go forward: a step back counts four times."""
    return days if days >= 0 else -4 * days


def on_side(moments: list[Moment], base: Moment, direction: int) -> Moment:
    """The last moment not after the base or the first not before it; without a direction, one ahead only when near."""
    if direction == EITHER:
        return min(moments, key=lambda moment: abs(moment.first - base.first))
    if direction == MISSED:
        return min(moments, key=lambda moment: max(moment.first - base.first, base.first - moment.last))
    before = [moment for moment in moments if moment.first <= base.last]
    after = [moment for moment in moments if moment.last >= base.first]
    if direction == CALLED and before and base.first - before[-1].first <= JUST_PAST:
        return before[-1]
    if direction == FAINT and before and after and _is_coming(before[-1], after[0], base):
        return after[0]
    if direction < 0:
        return (before or moments)[-1]
    if direction > 0:
        return (after or moments)[0]
    ahead = [moment for moment in after if moment.first - base.first <= NEAR_FUTURE]
    return min([*before[-1:], *ahead[:1]] or moments, key=lambda moment: abs(moment.first - base.first))


def _is_coming(last: Moment, coming: Moment, base: Moment) -> bool:
    """Whether a day is a few weeks ahead that would else be nearly a year ago: who means last year's says so."""
    return last.grain == "day" and last.first < base.first - LONG_PAST and 0 < coming.first - base.first <= SOON


def month_day(phrase: Phrase, reference: Reference) -> Meaning | None:
    """'the 11th': a day of the month the text is in, or of a relative month."""
    (base, because), day = counting_from(reference), day_in_month(phrase)
    if base is None or day is None:
        return None
    if rel := phrase.terms.get("rel"):
        base = reference.base or base
        return _day_of_month(at("month", base.first).shifted(relative_number(rel)), day, reference.base_reason)
    if base.grain not in ("day", "month"):
        return None
    month = at("month", base.first)
    found = _day_of_month(month, day, because)
    if found is None or found.moment is None or reference.today is None or month != at("month", reference.today.first):
        return found
    today = reference.today.first
    if reference.direction > 0 and found.moment.first < today:  # 'she will retire on the 20th', told on the 29th
        return _day_of_month(month.shifted(1), day, because)
    if reference.direction < 0 and found.moment.first > today:
        return _day_of_month(month.shifted(-1), day, because)
    return found


def _day_of_month(month: Moment, day: int, because: str) -> Meaning | None:
    year, number_of_month, _ = calendar_day(month.first)
    moment = day_of(year, number_of_month, day)
    return resolved(moment, because) if moment else None


def that_year(phrase: Phrase, reference: Reference) -> Meaning | None:
    """'May that year'."""
    month, (base, because) = month_number(phrase), counting_from(reference)
    return None if month is None or base is None else resolved(month_of(base.year, month), because)


def two_digit_year(number: int) -> int:
    """89 is 1989, 25 is 2025; longer numbers are themselves."""
    if number > 99:
        return number
    return number + (1900 if number >= TWO_DIGIT_TURN else 2000)
