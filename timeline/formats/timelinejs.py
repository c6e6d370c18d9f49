"""TimelineJS JSON (Knight Lab): slides with text as HTML, in which nothing of what others wrote is markup."""

from collections.abc import Iterable, Iterator

import orjson

from timeline.formats.format import (
    About,
    Format,
    Shape,
    first_known,
    last_known,
    linked,
    markup,
    status_words,
    told_by,
    when_words,
)


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:
    """The slides of all events that something dates; TimelineJS has no place for others."""
    title = {"text": {"headline": markup(about.title)}}
    yield b'{"scale":"human","title":' + orjson.dumps(title) + b',"events":['
    dated = (event for event in events if first_known(event["when"]))
    for number, event in enumerate(dated):
        yield (b"," if number else b"") + orjson.dumps(_slide(event, about))
    yield b"]}\n"


def _slide(event: Shape, about: About) -> Shape:
    first, last = first_known(event["when"]) or "", last_known(event["when"]) or ""
    slide = {
        "unique_id": event["id"],
        "start_date": _date(first),
        "display_date": markup(when_words(event["when"])),
        "text": {"headline": markup(event["headline"]), "text": _text(event, about)},
        "group": event["type"],
    }
    return slide if first == last else {**slide, "end_date": _date(last)}


def _date(day: str) -> Shape:
    year, month, number = day.rsplit("-", 2)
    return {"year": int(year), "month": int(month), "day": int(number)}


def _text(event: Shape, about: About) -> str:
    parts = [f"<p>“{markup(event['quote'])}”</p>", f"<p>{markup(status_words(event))}</p>"]
    if source := markup(told_by(event)):
        parts.append(f"<p>{linked(source, event['source']['url'])}</p>")
    if page := about.page(event):
        parts.append(f"<p>{linked('How this is known', page)}</p>")
    return "".join(parts)


FORMAT = Format("timelinejs.json", "application/vnd.timelinejs+json", "slides for TimelineJS", write)
