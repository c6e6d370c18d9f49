"""iCalendar (RFC 5545): a VEVENT an event, all day where no clock is known. The only importer of icalendar.

What has no bound, or lies outside of the years 1 to 9999, has no place in a calendar and is left out. What is open on
one side stands on the one day that is known of it, and its summary says so.
"""

import datetime
from collections.abc import Iterable, Iterator

from icalendar import Calendar
from icalendar import Event as Entry

from timeline.formats.format import (
    About,
    Format,
    Shape,
    first_known,
    last_known,
    place_words,
    plain,
    status_words,
    told_by,
    web_address,
    when_words,
    year_of,
)
from timeline.model.words import date_words

CLOCKS = ("hour", "minute", "second")
FIRM = ("asserted",)


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:
    """A calendar, an entry at a time."""
    head, _, end = _calendar(about).to_ical().partition(b"END:VCALENDAR")
    yield head
    for event in events:
        if _is_dated(event["when"]):
            yield _entry(event, about).to_ical()
    yield b"END:VCALENDAR" + end


def _calendar(about: About) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//event-timeline-service//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", about.title)
    return calendar


def _is_dated(when: Shape) -> bool:
    first, last = first_known(when), last_known(when)
    return first is not None and last is not None and year_of(first) >= 1 and year_of(last) < 9999


def _entry(event: Shape, about: About) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event['id']}@event-timeline-service")
    entry.add("dtstamp", _moment(event["updated"]))
    entry.add("created", _moment(event["created"]))
    entry.add("last-modified", _moment(event["updated"]))
    for name, value in _times(event["when"]):
        entry.add(name, value)
    entry.add("summary", plain(_summary(event)))
    entry.add("description", plain(_description(event)))
    entry.add("categories", [word for word in (event["type"], event["mode"], event["status"]) if word])
    entry.add("status", _status(event))
    entry.add("transp", "TRANSPARENT")
    if event["place"]:
        _add_place(entry, event["place"])
    if address := about.page(event) or web_address(event["source"]["url"]):
        entry.add("url", plain(address))
    entry.add("x-edtf", event["when"]["edtf"])
    return entry


def _times(when: Shape) -> Iterator[tuple[str, datetime.date]]:
    """Start and end; the end of whole days is the day after the last."""
    if when["precision"] in CLOCKS and when["earliest"] and when["latest"]:
        start, end = (_moment(when[side]) for side in ("earliest", "latest"))
        yield "dtstart", start
        if end > start:
            yield "dtend", end
        return
    first, last = first_known(when) or "", last_known(when) or ""
    yield "dtstart", datetime.date.fromisoformat(first)
    yield "dtend", datetime.date.fromisoformat(last) + datetime.timedelta(days=1)


def _moment(time: str) -> datetime.datetime:
    """With a zone in UTC; without one it floats, as iCalendar calls it."""
    moment = datetime.datetime.fromisoformat(time).replace(microsecond=0)
    return moment.astimezone(datetime.UTC) if moment.tzinfo else moment


def _summary(event: Shape) -> str:
    """The headline; with the date in words where the calendar's days say less or more than is known."""
    when = event["when"]
    firmness = "" if event["status"] in FIRM else f"{event['status']}: "
    words = (
        ""
        if when["core"] and when["earliest"] and when["latest"]
        else f" ({date_words(when['edtf'], when['precision'])})"
    )
    return f"{firmness}{event['headline']}{words}"


def _description(event: Shape) -> str:
    lines = (f"“{event['quote']}”", told_by(event), f"{when_words(event['when'])}; {status_words(event)}")
    return "\n".join(line for line in lines if line)


def _status(event: Shape) -> str:
    if event["status"] == "cancelled":
        return "CANCELLED"
    return "CONFIRMED" if event["status"] in FIRM and event["when"]["core"] else "TENTATIVE"


def _add_place(entry: Entry, place: Shape) -> None:
    entry.add("location", plain(place_words(place)))
    if place["latitude"] is not None and place["longitude"] is not None:
        entry.add("geo", (place["latitude"], place["longitude"]))


FORMAT = Format("ics", "text/calendar", "a calendar of what is dated", write)
