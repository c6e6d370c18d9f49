"""Times: the words for times in a text and what they mean. The steps in order: recognise, refine, resolve."""

import datetime
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import zip_longest

from timeline.errors import EdtfError
from timeline.model import edtf
from timeline.model.document import Block, BlockKind, Document
from timeline.model.span import TimeSpan
from timeline.model.time import TimeExpression
from timeline.parser.times.amounts import unit
from timeline.parser.times.asides import is_aside, is_to_come
from timeline.parser.times.cues import Cues
from timeline.parser.times.grammar import grammar
from timeline.parser.times.moments import Moment
from timeline.parser.times.narrative import first_reference, year_said
from timeline.parser.times.near import is_of_hindsight, is_of_named, is_of_telling, points_back
from timeline.parser.times.recognise import Phrase, read_text, recognise
from timeline.parser.times.reference import Meaning, Reference
from timeline.parser.times.refine import in_one_list, refine
from timeline.parser.times.resolve import resolve, resolve_ends, whole
from timeline.parser.times.tense import direction, is_one_sentence
from timeline.parser.times.vocabulary import Encoded

log = logging.getLogger(__name__)

ASIDE = {"yearago", "periodof"}  # comparisons: what follows does not count from them
TOO_LONG = {"decade", "century", "millennium"}  # nothing is counted from these
NEWS = 7  # days from the news to its publication
LONGEST_ON_THE_WAY = 3  # days from a dateline to publication
CLOCK = re.compile(r"T(\d\d:\d\d)")
THREADED = frozenset({"day", "month", "season"})
YEAR = 365
LONGEST_THREAD = 160  # characters: a sentence
BESIDE = 2  # tokens and gaps: a blank, or a comma and a blank
COUNTED_FROM = frozenset({"before", "after"})
HOURS = frozenset({"hour", "minute", "second"})
HOURLY = frozenset({"clock", "part"})  # kinds of rules
OPEN_START = frozenset({"until", "till", "by", "before", "to"})
OPEN_END = frozenset({"since", "from", "after"})
BINDING = OPEN_START | OPEN_END | {"in", "on", "at", "during", "between", "and", "the", "of", "through", "-", "–"}


@cache
def _cues() -> Cues:
    return Cues(grammar().words)


def tag(document: Document) -> tuple[TimeExpression, ...]:
    """All time expressions of a document in body order, without overlaps."""
    datelines = [block for block in document.blocks if block.kind is BlockKind.DATELINE]
    return tuple(_expressions(document.body, document.published, datelines, document.place))


def as_timex(expressions: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """The same for TIMEX3, which has no ranges: one that is written as one becomes its two ends, with the span of the whole."""
    for found in expressions:
        span = found.span if "/" in found.value else None  # a length and a date that are counted keep their own
        yield from (replace(part, span=span or part.span) for part in found.parts) if found.parts else (found,)


def _expressions(
    body: str, published: datetime.date | None, datelines: Sequence[Block] = (), place: str | None = None
) -> Iterator[TimeExpression]:
    text = read_text(body)
    phrases = refine(recognise(text), text)
    asides = frozenset(p.start for p in phrases if is_aside(text, p.start, p.end, has_year=year_said(p) is not None))
    reference = replace(first_reference([p for p in phrases if p.start not in asides], published), place=place)
    before: Phrase | None = None
    amid: Reference | None = None  # after an aside
    for phrase, following in zip_longest(phrases, phrases[1:]):
        side = _direction(text, before, phrase, reference)
        thread, ahead = _thread(text, before, phrase, reference, side), _ahead(text, before, phrase, reference)
        is_counted = _is_counted(text, phrase, following)
        reference = _beside(reference, side, thread, ahead, is_counted=is_counted)
        is_told = is_of_telling(text, phrase.start) or is_of_named(text, phrase.start)
        before_end, before = 0 if before is None else before.end, phrase
        is_ahead = side > 0 and published is not None and is_to_come(text, phrase.start)
        is_beside = phrase.start in asides and (reference.last is not None or not reference.is_narrative)
        own = replace(reference, is_narrative=False) if is_ahead else reference
        own = replace(own, is_told=False) if own.is_told and points_back(text, phrase.start, phrase.end) else own
        if phrase.rule.kind in HOURLY and is_of_hindsight(text, phrase.start):
            own = replace(own, clock=None, is_night=False, is_evening=False)  # 'sank at 9 p.m.; it had left at 4 p.m.'
        own = _back(own, text, before_end, phrase) if phrase.rule.kind in HOURLY and phrase.day is None else own
        if amid and "same" in phrase.terms and is_one_sentence(text, before_end, phrase.start):
            own = replace(own, last=amid.last, last_words=amid.last_words)
        amid = None
        for expression, meaning in _read(body, text, phrase, own):
            if is_beside:  # ', sold in 2020, … that summer'
                amid = _moved(reference, meaning, expression, is_told=is_told, is_back=False)
            if phrase.rule.kind not in ASIDE and not is_beside:
                is_back = reference.is_before(meaning.moment) and is_of_hindsight(text, phrase.start)
                reference = _moved(reference, meaning, expression, is_told=is_told or is_back, is_back=is_back)
                reference = _filed(reference, meaning, expression, datelines)
            yield expression


def _back(reference: Reference, text: Encoded, end: int, phrase: Phrase) -> Reference:
    """The reference for an hour in a new paragraph: after a day long before the news, the story is back at the day it was at."""
    last, today = reference.last, reference.published
    is_amid = reference.clock is not None or reference.is_night or reference.is_evening
    if last is None or today is None or reference.is_narrative or is_amid or abs(last.first - today) <= NEWS:
        return reference
    is_new = any("\n" in gap for gap in text.tokens[end : phrase.start])
    return replace(reference, last=None, last_words="") if is_new else reference


def _beside(
    reference: Reference, side: int, thread: Moment | None, ahead: Moment | None, *, is_counted: bool
) -> Reference:
    """The reference with what the words beside a phrase tell; as a rule that is what those of the phrase before told."""
    known = (reference.direction, reference.thread, reference.ahead, reference.is_counted)
    if known == (side, thread, ahead, is_counted):
        return reference
    return replace(reference, direction=side, thread=thread, ahead=ahead, is_counted=is_counted)


def _is_counted(text: Encoded, phrase: Phrase, following: Phrase | None) -> bool:
    """Whether a time of day is of a day that is counted from a happening: 'at 6 a.m. ten days before the robbery'."""
    if following is None or phrase.rule.kind != "clock" or following.rule.kind != "duration":
        return False
    is_beside = following.start - phrase.end <= BESIDE
    is_from = not COUNTED_FROM.isdisjoint(text.tokens[following.end + 1 : following.end + 2])
    return is_beside and is_from and unit(following.terms.get("unit", ("hour",))[0]) not in HOURS


def _direction(text: Encoded, before: Phrase | None, phrase: Phrase, reference: Reference) -> int:
    """The side that the words tell; 'Thursday and Friday' look one way, as do weekdays with no verb of their own."""
    if before is not None and in_one_list(before, phrase, text):
        return reference.direction
    is_hour = phrase.rule.kind in HOURLY and phrase.day is None
    side = direction(text, phrase.start, phrase.end, _cues(), is_hour=is_hour)
    if side or before is None or not before.rule.kind == phrase.rule.kind == "weekday":
        return side
    return reference.direction if is_one_sentence(text, before.end, phrase.start) else side


def _thread(text: Encoded, before: Phrase | None, phrase: Phrase, reference: Reference, side: int) -> Moment | None:
    """The last date, when it was of a year gone by, to the day, month or season, and no more than a sentence ago."""
    last, today = reference.last, reference.today
    if before is None or last is None or today is None or side > 0 or last.grain not in THREADED:
        return None
    if last.first >= today.first - YEAR or text.starts[phrase.start] - text.starts[before.end] > LONGEST_THREAD:
        return None
    return last


def _ahead(text: Encoded, before: Phrase | None, phrase: Phrase, reference: Reference) -> Moment | None:
    """The last date, when it is a day to come that the same sentence gave in full: 'from 20 December to Saturday'."""
    last, today = reference.last, reference.today
    kind = (phrase.day or phrase).rule.kind
    if before is None or kind != "weekday" or last is None or today is None or last.first <= today.first:
        return None
    is_whole = "month" in (before.day or before).terms and last.grain == "day"
    return last if is_whole and is_one_sentence(text, before.end, phrase.start) else None


def _read(body: str, text: Encoded, phrase: Phrase, reference: Reference) -> Iterator[tuple[TimeExpression, Meaning]]:
    """The expression of a phrase, none when it means nothing; two where the ends of a range are in no order."""
    if not phrase.ends:
        meaning = _meaning(phrase, reference)
        if meaning is not None:
            yield _expression(body, text, phrase, meaning), meaning
        return
    meanings = _meanings_of_ends(phrase, reference)
    if meanings is None:
        for end in phrase.ends:
            yield from _read(body, text, end, reference)
        return
    span = whole(*meanings, phrase.rule.kind)
    if span is None:
        return
    parts = tuple(map(partial(_expression, body, text), phrase.ends, meanings))
    yield replace(_expression(body, text, phrase, span), parts=parts), span


def _meaning(phrase: Phrase, reference: Reference) -> Meaning | None:
    """What a phrase means; None for one whose numbers make no date."""
    try:
        return resolve(phrase, reference)
    except (EdtfError, ValueError, OverflowError) as error:
        log.debug("%s: %r makes no date: %s", phrase.rule.row.place, phrase.words, error)
        return None


def _meanings_of_ends(phrase: Phrase, reference: Reference) -> tuple[Meaning, Meaning] | None:
    try:
        ends = resolve_ends(phrase, reference)
        return ends if ends is not None and whole(*ends, phrase.rule.kind) is not None else None
    except (EdtfError, ValueError, OverflowError) as error:
        log.debug("%s: %r makes no range: %s", phrase.rule.row.place, phrase.words, error)
        return None


def _expression(body: str, text: Encoded, phrase: Phrase, meaning: Meaning) -> TimeExpression:
    start, end = text.starts[phrase.start], text.starts[phrase.end]
    words = body[start:end]
    because = (words, meaning.because) if meaning.because else ()
    return TimeExpression(
        start, end, words, meaning.type, meaning.value, meaning.span, phrase.rule.name, meaning.basis, because,
        meaning.shift,
    )  # fmt: skip


def _moved(
    reference: Reference, meaning: Meaning, expression: TimeExpression, *, is_told: bool, is_back: bool
) -> Reference:
    """The reference for what follows; what had been before keeps the hour that the story is at."""
    if meaning.moment is None or meaning.type not in ("DATE", "TIME") or meaning.moment.grain in TOO_LONG:
        return reference
    clock, told = CLOCK.search(meaning.value), (meaning.moment, expression.text)
    is_past = reference.published is None or meaning.moment.first <= reference.published
    night = reference.is_night if is_back else meaning.value.endswith("TNI")
    evening = reference.is_evening if is_back else meaning.value.endswith("TEV")
    past, past_words = told if is_past else (reference.past, reference.past_words)
    is_own_day = meaning.moment.grain == "day" and not is_told and not _is_aside(reference, meaning.moment)
    day, day_words = told if is_own_day else (reference.day, reference.day_words)
    return replace(
        reference, last=meaning.moment, last_words=expression.text, quarter=_reported(reference, meaning.moment),
        past=past, past_words=past_words, day=day, day_words=day_words, clock=reference.clock if is_back else clock and clock[1],
        is_night=night, is_evening=evening, is_told=is_told,
    )  # fmt: skip


def _is_aside(reference: Reference, day: Moment) -> bool:
    """A day long before or after the news does not take its place: 'cut its rate on Tuesday … in May … in the afternoon'."""
    today, known = reference.published, reference.day
    if today is None or known is None or reference.is_narrative:
        return False
    return abs(day.number - today) > NEWS and abs(known.number - today) <= NEWS


def _reported(reference: Reference, moment: Moment) -> Moment | None:
    """The quarter that a text reports on: the last one it named, but none that it looks ahead to after one that is over."""
    if moment.grain != "quarter":
        return reference.quarter
    today, last = reference.published, reference.quarter
    is_ahead = today is not None and moment.last > today
    return last if is_ahead and last is not None else moment


def _filed(reference: Reference, meaning: Meaning, expression: TimeExpression, datelines: Sequence[Block]) -> Reference:
    """The reference after the date of a dateline: a text filed in the days before its publication counts from there."""
    is_dateline = any(block.start <= expression.start < block.end for block in datelines)
    day = meaning.moment if is_dateline else None
    if day is None or day.grain != "day" or reference.published is None:
        return reference
    is_near = 0 < reference.published - day.number <= LONGEST_ON_THE_WAY
    return replace(reference, filed=day.number if is_near else None)


def read_date(phrase: str, today: datetime.date) -> TimeSpan | None:
    """The span of an EDTF text or of plain English, read on that day; None for anything else.

    'last week', 'October 2025', 'since March', 'until Friday', 'from 3 to 9 May', 'between 2014 and 2016'. What reaches
    to an open end says so ('2025-03/..'); a day without a year is the last such day, but after 'until' and 'by'.
    """
    words = phrase.strip()
    try:
        return edtf.parse(words)
    except EdtfError:
        spans = [found.span for found in _expressions(words, today) if found.span.edtf is not None]
    return _asked(words.lower(), spans) if spans and _covers(words, today) else None


def _covers(words: str, today: datetime.date) -> bool:
    """Whether nothing is said beside the dates but small words that bind them."""
    left = words
    for found in _expressions(words, today):
        left = left.replace(found.text, " ", 1)
    return all(word in BINDING for word in left.lower().replace(",", " ").split())


def _asked(words: str, spans: list[TimeSpan]) -> TimeSpan | None:
    first = words.split()[0]
    if len(spans) == 2 and not spans[1].precedes(spans[0]):
        return edtf.interval(spans[0], spans[1])
    if len(spans) == 1 and str(spans[0]).startswith("["):
        return edtf.parse(str(spans[0])[1:-1].replace("..", "/"))
    if len(spans) != 1 or first not in OPEN_START | OPEN_END or "/" in str(spans[0]):
        return spans[0] if len(spans) == 1 else None
    return edtf.interval(spans[0], None) if first in OPEN_END else edtf.interval(None, spans[0])
