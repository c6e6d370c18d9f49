"""Meanings of times of day, alone or with the phrase of their day: TIMEX3 TIME, '1998-02-12T22:00', '1998-02-12TMO'."""

import datetime
import re

from timeline.errors import EdtfError
from timeline.model import edtf
from timeline.model.span import TimeSpan
from timeline.parser.times.amounts import number
from timeline.parser.times.dates import month_day
from timeline.parser.times.moments import Moment, span, timex
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, counting_from, resolved
from timeline.parser.times.vocabulary import vocabulary
from timeline.parser.times.zones import offset as zone_offset

FROM_TODAY = frozenset({"lastnight", "thismorning", "overnight"})
WEEK = 7  # days
BEFORE = "night before"  # a rule of times.txt
EARLIEST, NOON, EVENING, NIGHT = "00:00", "12:00", "18:00", "21:00"
EARLY = frozenset({"MO", "DT"})
DOTTED = re.compile(r"(\d{1,2})\.(\d\d)(?!\d)")
EVENING_HOURS = {"afternoon": 12, "evening": 12, "night": 12}


def time_of_day(phrase: Phrase) -> str | None:
    """'HH:MM' (or 'HH:MM:SS') on a 24-hour clock; '24:00' for midnight; None when there is no such time."""
    if word := phrase.word("hourname"):
        return vocabulary().value("hourname", word)
    said, minute, second = _digits(phrase)
    hour = _half_day(phrase, said)
    if hour is None or not (0 <= hour <= 24 and 0 <= minute <= 59):
        return None
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")


def _digits(phrase: Phrase) -> tuple[int, int, int | None]:
    if word := phrase.word("clocktime"):
        parts = [int(part) for part in word.split(":")]
        return parts[0], parts[1], parts[2] if len(parts) > 2 else None
    if phrase.rule.name == "clock with a dot":
        return _dotted(phrase)
    if phrase.rule.name in ("military hour", "military hour alone", "military clock with zone"):
        digits = phrase.word("zerohour") or phrase.word("yearno") or "0"
        return (int(digits[:-2]), int(digits[-2:]), None) if len(digits) == 4 and digits.isdigit() else (99, 0, None)
    hour = int(number(phrase.terms.get("small") or phrase.terms.get("numberword") or ("99",)) or 99)
    if phrase.rule.name == "minutes past":
        return _counted_minutes(phrase)
    if phrase.rule.name != "half past":
        return hour, 0, None
    if "to" in phrase.words:
        return hour - 1, 45, None
    return hour, _minutes_past(phrase.words[0]), None


def _counted_minutes(phrase: Phrase) -> tuple[int, int, int | None]:
    """'ten past eight', 'twenty minutes to 9'; what is no minute of an hour is no such time."""
    cut = next(place for place, word in enumerate(phrase.words) if word in ("past", "to", "before") and place)
    minutes, hour = (int(number((words[0],)) or 99) for words in (phrase.words[:cut], phrase.words[cut + 1 :]))
    if not 0 < minutes < 60:
        return 99, 0, None
    return (hour, minutes, None) if phrase.words[cut] == "past" else (hour - 1, 60 - minutes, None)


def _minutes_past(word: str) -> int:
    """30 for 'half', 20 for 'twenty', 15 for 'a quarter'."""
    return 30 if word.startswith("half") else int(vocabulary().value("numberword", word) or 15)


def _dotted(phrase: Phrase) -> tuple[int, int, int | None]:
    """'7.30pm' and '7.30 p.m.'; an hour that no clock has for what is no such time."""
    found = DOTTED.match("".join(phrase.words).removeprefix("".join(phrase.terms.get("more", ()))))
    return (int(found[1]), int(found[2]), None) if found else (99, 0, None)


def _half_day(phrase: Phrase, hour: int) -> int | None:
    """The hour with a.m. or p.m. counted in."""
    half = phrase.word("halfday")
    part = phrase.word("daypart") or (phrase.day.word("daypart") if phrase.day is not None else None)
    if half is not None:
        if not 1 <= hour <= 12:
            return hour if hour <= 24 and "clocktime" in phrase.terms else None
        return hour % 12 + int(vocabulary().value("halfday", half) or 0)
    if part is not None and 1 <= hour <= 11:
        return hour + EVENING_HOURS.get(part, 0)
    return hour


def clock(phrase: Phrase, reference: Reference, day: Meaning | None) -> Meaning | None:
    """A time of day: of the day that is said, else of the last day or the publication day; of none that is yet to be counted."""
    time = time_of_day(phrase)
    if time is None:
        return None
    last = None if reference.is_counted else _day(reference)[0]
    base = day.moment if day is not None else _after_dark(last, time, reference)
    words = phrase.terms.get("zonename")
    offset = zone_offset(words, None if base is None else base.first, reference.place) if words else None
    zone = {"+00:00": "Z"}.get(offset or "", offset or "")
    if base is None or base.grain != "day":
        prefix = day.value if day is not None and day.value.startswith("XXXX") else "XXXX-XX-XX"
        return Meaning("TIME", f"{prefix}T{time}{'Z' if zone == 'Z' else ''}")
    value = f"{timex(base)}T{time}{'Z' if zone == 'Z' else ''}"
    basis, because = (day.basis, day.because) if day is not None else ("resolved", _day(reference)[1])
    return Meaning("TIME", value, _instant(base, time, offset), basis, because, base)


def hour_of_that(phrase: Phrase, reference: Reference, _: Meaning | None) -> Meaning | None:
    """six the next morning: the hour of a part of the last day, or of the one beside it."""
    base, words = counting_from(reference), set(phrase.words)
    if base[0] is None or base[0].grain != "day":
        return None
    day = base[0].shifted(1 if words & {"next", "following"} else -1 if "previous" in words else 0)
    return clock(phrase, reference, resolved(day, base[1]))


def _after_dark(day: Moment | None, time: str, reference: Reference) -> Moment | None:
    """'at 11:40 p.m. it struck, at 2:20 a.m. it sank': the morning or noon of the next day, in the sentence after a night."""
    at_night = reference.is_night or (reference.clock or "") >= NIGHT
    is_late = at_night or reference.is_evening or (reference.clock or "") >= EVENING
    at = reference.day if reference.is_told else reference.last
    is_same = day is not None and at == day and day.grain == "day"
    return (
        day.shifted(1)
        if day is not None and is_same and ((is_late and time < NOON) or (at_night and time == NOON))
        else day
    )


def _day(reference: Reference) -> tuple[Moment | None, str]:
    """The day of a clock time that stands alone, and its name: the last date, a day of that week told before, else publication."""
    last, today = reference.last, reference.today
    is_own = not reference.is_told or reference.is_narrative or today is None
    if last is not None and last.grain == "day" and is_own and not _is_beyond(last, today, reference):
        return last, reference.last_reason
    if reference.is_narrative or today is None:
        return None, reference.today_reason
    is_near = reference.day is not None and abs(reference.day.number - today.number) <= WEEK
    if reference.day is not None and is_near and not _is_beyond(reference.day, today, reference):
        return reference.day, reference.day_words
    return today, reference.today_reason


def _is_beyond(last: Moment, today: Moment | None, reference: Reference) -> bool:
    """Whether the last day lies on the other side of publication than the verb: 'closed on Friday. It will open at nine'."""
    if today is None or reference.is_narrative:
        return False
    side = (last.first > today.first) - (last.first < today.first)
    return side * reference.direction < 0


def _instant(day: Moment, time: str, offset: str | None) -> TimeSpan:
    """That time as EDTF: in UTC when the zone is known, else local without an offset."""
    hour, minute, second = (int(part) for part in (time + ":00").split(":")[:3])
    minutes = hour * 60 + minute
    if offset:
        sign = -1 if offset[0] == "-" else 1
        minutes -= sign * (int(offset[1:3]) * 60 + int(offset[4:6]))
    date = edtf.from_day(day.number + minutes // 1440)
    minutes %= 1440
    text = f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}{'Z' if offset else ''}"
    return edtf.clock(date, text, precision="second" if time.count(":") > 1 else "minute")


def part(phrase: Phrase, reference: Reference, day: Meaning | None) -> Meaning | None:
    """A part of the day: this morning, last night, Friday evening."""
    code = code_of(phrase)
    base = day.moment if day is not None else part_day(phrase, reference)
    if base is None or base.grain != "day":
        name = "XXXX-XX-XX" if day is None or day.value.endswith("_REF") else day.value
        return Meaning("TIME", f"{name}T{code}")
    reason = reference.today_reason if phrase.rule.kind in FROM_TODAY else _day(reference)[1]
    if day is None and _same_day(phrase, reference):
        reason = reference.last_reason
    basis, because = (day.basis, day.because) if day is not None else ("resolved", reason)
    return Meaning("TIME", f"{timex(base)}T{code}", span(base), basis, because, base)


def code_of(phrase: Phrase) -> str:
    """'MO', 'NI' …"""
    return vocabulary().value("daypart", phrase.word("daypart") or "") or ("MO" if "hours" in phrase.words else "NI")


def part_day(phrase: Phrase, reference: Reference) -> Moment | None:
    """The day of 'last night', 'this morning', 'that evening', 'the morning'."""
    kind, today = phrase.rule.kind, None if reference.is_narrative else reference.today
    if kind == "lastnight":
        step = 2 if "after" in phrase.words else -2 if "before" in phrase.words else -1
        return today and today.shifted(step)
    if kind == "partofday":
        day = month_day(phrase, reference)
        return None if day is None else day.moment
    if kind == "overnight":
        return today and today.shifted(0 if reference.direction > 0 else -1)
    if kind == "thismorning":
        return today
    last = _same_day(phrase, reference) or _day(reference)[0]
    if kind == "thatnight" and last is not None:
        words = set(phrase.words)
        if phrase.rule.name == BEFORE and reference.last is None:
            return None  # nobody knows before which day
        return last.shifted(1 if words & {"next", "following"} else -1 if words & {"previous", "before"} else 0)
    if today is not None and last == today and _is_gone(phrase, reference):
        return today.shifted(-1)
    is_early = code_of(phrase) in EARLY
    return _after_dark(last, EARLIEST if is_early else EVENING, reference)


def _same_day(phrase: Phrase, reference: Reference) -> Moment | None:
    """The last day of the text, where 'the same evening' means it: 'was announced on 20 June and denied the same evening'."""
    last = reference.last
    return last if "same" in phrase.words and last is not None and last.grain == "day" else None


def _is_gone(phrase: Phrase, reference: Reference) -> bool:
    """Whether 'the night' is the one before publication: 'They searched through the night'."""
    is_night = phrase.rule.name == "the day part" and code_of(phrase) == "NI"
    return is_night and reference.last in (None, reference.today) and reference.direction < 0


def iso_time(text: str) -> Meaning | None:
    """An ISO 8601 time as written."""
    try:
        moment = datetime.datetime.fromisoformat(text.replace(" ", "T").upper().replace("Z", "+00:00"))
    except ValueError:
        return None
    day = Moment("day", moment.toordinal())
    seconds = text.count(":") - (1 if "+" in text else 0) > 1
    time = moment.strftime("%H:%M:%S" if seconds else "%H:%M")
    offset = moment.strftime("%z")
    zone = f"{offset[:3]}:{offset[3:5]}" if offset else None
    value = f"{timex(day)}T{time[:5]}{'Z' if offset == '+0000' else ''}"
    try:
        return Meaning("TIME", value, _instant(day, time, zone), moment=day)
    except EdtfError:
        return None
