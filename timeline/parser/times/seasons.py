"""Meanings of seasons, quarters and halves of years."""

from timeline.parser.times.dates import nearest, on_side, relative_number, said_year, two_digit_year
from timeline.parser.times.moments import Moment, at
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, counting_from, resolved, stated, unknown
from timeline.parser.times.vocabulary import vocabulary

SEASON_CODES = ("SP", "SU", "FA", "WI")


def _said(phrase: Phrase) -> str:
    known = vocabulary()
    return (
        known.value("season", phrase.word("season") or "")
        or known.value("seasons", phrase.word("seasons") or "")
        or "SP"
    )


def season_code(phrase: Phrase) -> int:
    """0 for spring to 3 for winter."""
    return SEASON_CODES.index(_said(phrase))


def season(phrase: Phrase, reference: Reference) -> Meaning | None:
    """A season of a year that is said, or the nearest one on the side that the tense tells."""
    code = season_code(phrase)
    year, because = said_year(phrase, reference)
    if phrase.rule.name == "season of that year":
        return _of_that_year(code, reference)
    if year is None and "number" in phrase.terms:
        year = two_digit_year(int(phrase.terms["number"][-1]))
    if year is not None and phrase.rule.name != "relative season":
        moment = Moment("season", year * 4 + code)
        return resolved(moment, because) if because else stated(moment)
    return _season_near(phrase, reference, code)


def _of_that_year(code: int, reference: Reference) -> Meaning:
    """The season of the year that the last date lies in."""
    base, because = counting_from(reference)
    return (
        unknown(f"XXXX-{SEASON_CODES[code]}")
        if base is None
        else resolved(Moment("season", base.year * 4 + code), because)
    )


def _season_near(phrase: Phrase, reference: Reference, code: int) -> Meaning | None:
    is_beside = not {"previous", "preceding", "following"}.isdisjoint(phrase.terms.get("rel", ()))
    is_from_last = is_beside or "same" in phrase.terms
    base, because = counting_from(reference) if is_from_last else reference.deictic(phrase.terms.get("rel", ()))
    if base is None:
        return unknown(f"XXXX-{SEASON_CODES[code]}")
    around = [Moment("season", (base.year + step) * 4 + code) for step in (-2, -1, 0, 1, 2)]
    if not {"rel", "same"} & phrase.terms.keys():
        moment = nearest(around, base) if reference.is_narrative else on_side(around, base, reference.direction)
        return resolved(moment, reference.base_reason)
    step = relative_number(phrase.terms.get("rel", ()))
    if "same" in phrase.terms or step == 0:
        within = [moment for moment in around if moment.first <= base.first <= moment.last]
        same_year = [moment for moment in around if moment.year == base.year]
        return resolved((within or same_year)[0], because)
    if step < 0:
        return resolved([moment for moment in around if moment.last < base.first][-1], because)
    return resolved(next(moment for moment in around if moment.first > base.last), because)


def quarter(phrase: Phrase, reference: Reference) -> Meaning | None:
    """A quarter of a year that is said, of the year of the text's last quarter, or of the publication year."""
    word = phrase.word("nth") or ""
    code = phrase.word("quartercode")
    nth = int(code[1]) if code else int(vocabulary().value("nth", word) or (4 if "lastnth" in phrase.terms else 1))
    year, because = said_year(phrase, reference)
    if "year-earlier" in phrase.rule.name:
        return _quarter_before(nth, reference)
    if year is not None:
        moment = Moment("quarter", year * 4 + nth - 1)
        return resolved(moment, because) if because else stated(moment)
    if reference.base is None:
        return unknown(f"XXXX-Q{nth}")
    return resolved(
        Moment("quarter", _quarter_year(nth, reference.base, reference) * 4 + nth - 1), reference.base_reason
    )


def _quarter_year(nth: int, base: Moment, reference: Reference) -> int:
    """This year, or last year for a quarter that would lie more than one ahead without a word of the future."""
    ahead = base.year * 4 + nth - 1 - at("quarter", base.first).number
    return base.year - (1 if ahead > 1 and reference.direction <= 0 else 0)


def _quarter_before(nth: int, reference: Reference) -> Meaning:
    if reference.base is None:
        return unknown(f"XXXX-Q{nth}")
    year = _quarter_year(nth, reference.base, reference) - 1
    return resolved(Moment("quarter", year * 4 + nth - 1), reference.base_reason)


def half(phrase: Phrase, reference: Reference) -> Meaning | None:
    """The first or second half of a year."""
    word, code = phrase.word("half") or "first", phrase.word("halfcode")
    nth = int(code[1]) if code else int(vocabulary().value("half", word) or 1)
    year, because = said_year(phrase, reference)
    if year is not None:
        moment = Moment("half", year * 2 + nth - 1)
        return resolved(moment, because) if because else stated(moment)
    if reference.base is None:
        return unknown(f"XXXX-H{nth}")
    return resolved(Moment("half", reference.base.year * 2 + nth - 1), reference.base_reason)
