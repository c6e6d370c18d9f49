"""Meanings of phrases that count from now or from the last date: yesterday, last week, two months ago, the next day."""

from dataclasses import replace

from timeline.model import edtf
from timeline.model.span import TimeSpan
from timeline.parser.times import amounts
from timeline.parser.times.dates import relative_number
from timeline.parser.times.moments import GRAINS, YEARS_OF, Moment, at, counted, span
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import BACKWARD, Meaning, Reference, counting_from, resolved, unknown

DAY_SHIFTS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
HALF_QUARTER = 45  # days
WHOLES = frozenset({"month", "year"})
FINE = ("second", "minute", "hour")
SEEN_FROM_NOW = frozenset({"last", "next"})


def today(phrase: Phrase, reference: Reference) -> Meaning | None:
    """today, yesterday, tomorrow, the day before yesterday."""
    words = " ".join(phrase.words)
    shift = next(DAY_SHIFTS[key] for key in sorted(DAY_SHIFTS, key=len, reverse=True) if key in words)
    if reference.today is None:
        return unknown("PRESENT_REF" if shift == 0 else "PAST_REF" if shift < 0 else "FUTURE_REF")
    meaning = resolved(reference.today.shifted(shift), reference.today_reason)
    return replace(meaning, type="TIME", value=f"{meaning.value}TNI") if "tonight" in phrase.words else meaning


def unit(phrase: Phrase, reference: Reference) -> Meaning | None:
    """last week, this year, next month; 'that year' is the one the text is in."""
    word = phrase.word("one") or phrase.word("bigunit") or phrase.word("longunit") or "day"
    grain = amounts.unit(word)
    if "same" in phrase.terms:
        return same_unit(phrase, reference)
    step = relative_number(phrase.terms.get("rel", ("this",)))
    base, because = reference.base, reference.base_reason
    said = phrase.terms.get("rel", ())
    if reference.today is not None and not SEEN_FROM_NOW.isdisjoint(said):  # in a history, too
        base, because = reference.today, reference.today_reason
    if base is None:
        return unknown({-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step])
    if grain == "quarter" and "latest" in said:
        return _latest_quarter(reference)
    if grain == "quarter" and reference.quarter is not None and not {"previous", "preceding"}.isdisjoint(said):
        return resolved(reference.quarter.shifted(-1), reference.last_reason)
    if grain in FINE:
        return None
    return resolved(at(grain, base.first).shifted(step), because)


def latest_period(_: Phrase, reference: Reference) -> Meaning | None:
    """the latest quarter, the latest period: the text's last quarter, else the one before publication."""
    return _latest_quarter(reference)


def period_of(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the 1988 period: the same quarter of that year, in a text that speaks of one."""
    year = int(phrase.word("yearno") or 0)
    if reference.quarter is None:
        return resolved(Moment("year", year), reference.base_reason)
    return resolved(Moment("quarter", year * 4 + reference.quarter.number % 4), reference.last_reason)


def _latest_quarter(reference: Reference) -> Meaning | None:
    if reference.quarter is not None:
        return resolved(reference.quarter, reference.last_reason or reference.base_reason)
    base = reference.base
    return None if base is None else resolved(at("quarter", base.first).shifted(-1), reference.base_reason)


def same_unit(phrase: Phrase, reference: Reference) -> Meaning | None:
    """that day, the same year: the one that the last date lies in."""
    grain = amounts.unit(phrase.word("bigunit") or phrase.word("one") or phrase.word("longunit") or "day")
    base, because = counting_from(reference)
    if base is None or grain not in GRAINS:
        return unknown("PAST_REF")
    if grain == "day" and base.grain != "day":
        return unknown("PAST_REF") if base.grain in YEARS_OF else resolved(base, because)
    if grain == "week" and base.grain not in ("day", "week"):
        return unknown("PAST_REF")  # nobody knows which week of that month
    whole = resolved(at(grain, base.first), because)
    return replace(whole, span=_rest(whole, base, phrase.words[0])) if grain in WHOLES else whole


def _rest(whole: Meaning, base: Moment, word: str) -> TimeSpan:
    """'later that year' begins with the date before, 'earlier that month' ends with it."""
    if whole.moment is None or GRAINS.index(base.grain) >= GRAINS.index(whole.moment.grain):
        return whole.span
    if word == "later":
        return edtf.reaching(span(base), span(at(base.grain, whole.moment.last)))
    return edtf.reaching(span(at(base.grain, whole.moment.first)), span(base)) if word == "earlier" else whole.span


def unit_now(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the year, the quarter, the end of the month: of the publication day, or the text's last quarter."""
    grain = amounts.unit(phrase.word("one") or "day")
    if grain == "quarter":
        return _latest_quarter(reference)
    base, because = reference.base, reference.base_reason
    if grain == "day":
        base, because = counting_from(reference)
    if grain == "year" and reference.quarter is not None and _is_of_report(phrase, reference):
        base, because = reference.quarter, reference.last_reason
    if base is None:
        return unknown("PRESENT_REF")
    return resolved(at(grain, base.first), because)


def quarter_ended(quarter: Meaning, end: Meaning | None, reference: Reference) -> Meaning:
    """The quarter ended Oct. 29: the one that the text has named, else that of the calendar in which most of it lies, the third."""
    if end is None or end.moment is None or end.moment.grain not in ("day", "month"):
        return quarter
    if reference.quarter is not None and reference.quarter.last <= end.moment.last:
        return quarter
    return replace(resolved(at("quarter", end.moment.last - HALF_QUARTER), end.because), basis=end.basis)


def _is_of_report(phrase: Phrase, reference: Reference) -> bool:
    """Whether 'the year' is the one that a report on its last quarter closes: 'For the full year, profit rose'."""
    quarter = reference.quarter
    is_last = quarter is not None and quarter.number % 4 == 3 and reference.direction <= 0
    return is_last and not {"full", "whole", "entire", "fiscal", "financial"}.isdisjoint(phrase.words)


def next_unit(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the next day, the previous year: counted from the last date; a happening's when the text gave none."""
    grain = amounts.unit(phrase.word("bigunit") or "day")
    step = -1 if BACKWARD & set(phrase.words) else 1
    base, because = counting_from(reference)
    if grain == "quarter" and reference.quarter is not None:
        base, because = reference.quarter, reference.last_reason
    if base is None or GRAINS.index(base.grain) > GRAINS.index(grain):
        days = {"day": step, "week": 7 * step}.get(grain)
        return Meaning("DATE", "FUTURE_REF" if step > 0 else "PAST_REF", shift=days)
    return resolved(at(grain, base.first).shifted(step), because)


def year_ago(phrase: Phrase, reference: Reference) -> Meaning | None:
    """a year ago, the year-earlier quarter: the text's last quarter a year before, where it speaks of quarters."""
    if reference.quarter is not None:
        return resolved(reference.quarter.shifted(-4), reference.last_reason)
    base, because = reference.base, reference.base_reason
    if "ago" not in phrase.words:
        base, because = counting_from(reference)
    if base is None:
        return unknown("PAST_REF")
    grain = base.grain if "earlier" in phrase.words and base.grain != "day" else "year"
    return resolved(counted(at(grain, base.first), -1, "year"), because)


def before_last(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the year before last, the week after next."""
    base = reference.base
    step = -2 if "last" in phrase.words else 2
    if base is None:
        return unknown("PAST_REF" if step < 0 else "FUTURE_REF")
    grain = amounts.unit(phrase.word("bigunit") or "day")
    return resolved(at(grain, base.first).shifted(step), reference.base_reason)


def year_end(phrase: Phrase, reference: Reference) -> Meaning | None:
    """year end, month-end: the year with the span of its last month (TIMEX3 has the end as a mark), the month's last day."""
    base = reference.base
    if base is None:
        return unknown("XXXX")
    step = relative_number(phrase.terms["rel"]) if "rel" in phrase.terms else 0
    if "month" in " ".join(phrase.words):
        return resolved(Moment("day", at("month", base.first).shifted(step).last), reference.base_reason)
    year = resolved(Moment("year", base.year + step), reference.base_reason)
    return replace(year, span=span(Moment("month", (base.year + step) * 12 + 11)))


def reference_word(phrase: Phrase, _: Reference) -> Meaning | None:
    """now, recently, soon: PRESENT_REF and its like."""
    return unknown(phrase.rule.arguments[0])
