"""Meanings of years that are written short or double, of years without an era, of decades and centuries."""

from dataclasses import replace

from timeline.model import edtf
from timeline.model.days import day_number
from timeline.parser.times.amounts import ordinal
from timeline.parser.times.dates import LONGEST_STEP, month_number, two_digit_year
from timeline.parser.times.moments import Moment, month_of, stretch
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, resolved, stated
from timeline.parser.times.vocabulary import FIRST_YEAR, vocabulary

SHORT = 2  # digits
LAST_OLD = 1400  # a year: later ones do not speak of hundreds


def decade(phrase: Phrase, reference: Reference) -> Meaning | None:
    """'the 1990s', 'the '80s', 'the sixties'; 'the 1800s' are a century, and 'six Corvan 90s' aircraft."""
    word = phrase.word("decadeno")
    digits = "".join(sign for sign in word if sign.isdigit()) if word else ""
    if word and word == f"{digits}s" and len(digits) == SHORT and not phrase.word("lead") and "the" not in phrase.words:
        return None
    if len(digits) == 4:
        is_century = digits.endswith("00") and int(digits) < 2000
        return stated(Moment("century", int(digits) // 100) if is_century else Moment("decade", int(digits) // 10))
    tens = int(digits) // 10 if digits else int(vocabulary().value("decadeword", phrase.word("decadeword") or "") or 0)
    today = reference.base.year if reference.base else None
    century = _century_of_decade(tens, today)
    if reference.is_narrative and today is not None:
        century = min((century, century + 1), key=lambda each: abs(each * 100 + tens * 10 - today))
    moment = Moment("decade", century * 10 + tens)
    return resolved(moment, reference.base_reason) if today is not None else stated(moment)


def _century_of_decade(tens: int, year: int | None) -> int:
    """The last century in which that decade had begun by the year; the twentieth for a text without one."""
    if year is None:
        return 19 if tens > 1 else 20
    century = year // 100
    return century if century * 100 + tens * 10 <= year else century - 1


def century(phrase: Phrase, _: Reference) -> Meaning | None:
    """'the 19th century' is 18 (years 18XX), 'the 5th century BC' ends in 401 BC."""
    count = ordinal(phrase.terms["ordinal"])
    if not count:
        return None
    era, grain = phrase.word("era"), "millennium" if "millennium" in phrase.words else "century"
    return stated(Moment(grain, -count if era and era.startswith("b") else count - 1))


def old_century(phrase: Phrase, reference: Reference) -> Meaning | None:
    """'the 420s BC', and 'the 900s' in a text that has no day of publication or was in such years before."""
    first = int((phrase.word("centuryno") or "0").rstrip("s"))
    grain, size = ("decade", 10) if first % 100 else ("century", 100)
    era = phrase.word("era")
    if era and era.startswith("b"):
        days = stretch(day_number(1 - first - (size - 1), 1, 1), day_number(2 - first, 1, 1) - 1)
        return Meaning("DATE", f"BC{first // size:0{3 if size == 10 else 2}d}", days)
    is_old = reference.published is None or (reference.last is not None and abs(reference.last.year) < LAST_OLD)
    return stated(Moment(grain, first // size)) if era or is_old else None


def turn(phrase: Phrase, reference: Reference) -> Meaning | None:
    """The turn of the century, about 1900 or 2000: the one nearest to the last date, else to publication; of the 20th: 1900."""
    size = 1000 if "millennium" in phrase.words else 100
    base = reference.last or reference.base
    if words := phrase.terms.get("ordinal"):
        return _about((ordinal(words) or 1) * 100 - 100)
    if base is None:
        return None
    return replace(_about(round(base.year / size) * size), basis="resolved", because=reference.base_reason)


def _about(year: int) -> Meaning:
    meaning = stated(Moment("year", year))
    return replace(meaning, span=meaning.span.with_edtf(f"{meaning.span}~"))


def short_year(phrase: Phrase, _: Reference) -> Meaning | None:
    """'89."""
    digits = phrase.word("number") or ""
    return stated(Moment("year", two_digit_year(int(digits)))) if len(digits) == 2 and digits.isdigit() else None


def small_year(phrase: Phrase, reference: Reference) -> Meaning | None:
    """In 212, beside '218 BC' or 'AD 180': None unless the last date is near that year."""
    digits, last = phrase.word("number") or "", reference.last
    if not digits.isdigit() or not 0 < int(digits) < FIRST_YEAR or last is None or last.year >= FIRST_YEAR:
        return None
    year = _in_era(int(digits), last)
    return stated(Moment("year", year)) if abs(year - last.year) <= LONGEST_STEP else None


def _in_era(number: int, last: Moment) -> int:
    """A year without an era: before Christ when the last date is."""
    return 1 - number if last.year <= 0 else number


def month_short_year(phrase: Phrase, _: Reference) -> Meaning | None:
    """May '68."""
    month, digits = month_number(phrase), phrase.word("small") or phrase.word("plain") or ""
    return stated(month_of(two_digit_year(int(digits)), month)) if month and len(digits) == 2 else None


def fiscal_short(phrase: Phrase, _: Reference) -> Meaning | None:
    """FY26."""
    digits = phrase.word("small") or phrase.word("plain") or ""
    return stated(Moment("year", two_digit_year(int(digits)))) if len(digits) == 2 else None


def double_year(phrase: Phrase, _: Reference) -> Meaning | None:
    """fiscal 2019-20, the 2024/25 season: the first year, spanning both; None when the second is not the next."""
    first = int(phrase.word("yearno") or 0)
    second = (phrase.word("number") or (*phrase.terms.get("yearno2", ()), "")[0]).replace(",", "")
    if second not in (str(first + 1), f"{(first + 1) % 100:02d}"):
        return None
    return replace(stated(Moment("year", first)), span=edtf.interval(edtf.year(first), edtf.year(first + 1)))


def numeric_month(phrase: Phrase, _: Reference) -> Meaning | None:
    """2021-03."""
    return stated(month_of(int(phrase.word("yearno") or 0), int(phrase.word("small") or 1)))


def is_numeric_month(phrase: Phrase) -> bool:
    """Whether '2021-03' and its like can be a month; 1910-12 and 2024-25 are years."""
    year, digits = int(phrase.word("yearno") or 0), phrase.word("small") or "0"
    return int(digits) <= 12 and len(digits) == 2 and (digits[0] == "0" or int(digits) <= year % 100)


def first_decade(phrase: Phrase, reference: Reference) -> Meaning | None:
    """The first decade of a century."""
    meaning = century(phrase, reference)
    return stated(Moment("decade", meaning.moment.number * 10)) if meaning is not None and meaning.moment else None
