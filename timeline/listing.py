"""Events (the dictionaries that the store gives) as text for the terminal: a table, and an explanation of one; keys."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.formats.format import when_words
from timeline.model.key import Key

Shape = dict[str, Any]

WHEN_WIDTH, STATUS_WIDTH, ID_WIDTH, LEAST = 34, 18, 26, 24
COMMANDS = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # colours, the cursor, which way to write


def table_lines(events: Iterable[Shape], *, width: int) -> Iterator[str]:
    """A head and one line an event: when, what, status, id; the headline is cut to the width in characters."""
    rest = max(LEAST, width - WHEN_WIDTH - STATUS_WIDTH - ID_WIDTH - 6)
    for number, event in enumerate(events):
        if number == 0:
            yield _line("WHEN", "WHAT", "STATUS", "ID", rest)
        status = event["status"] + (", disputed" if event["when"].get("disputed") else "")
        yield _line(when_words(event["when"]), event["headline"], status, event["id"], rest)


def plain(line: str) -> str:
    """The line with a mark for each sign that is a command to terminals: texts come from anywhere."""
    return COMMANDS.sub("\ufffd", line)


def explanation(event: Shape) -> Iterator[str]:
    """Why this date, these actors, this status: one sentence after the other, with rules and links."""
    return map(plain, _explanation(event))


def _explanation(event: Shape) -> Iterator[str]:
    yield event["headline"]
    for sentence in event["explanation"]:
        yield from textwrap.wrap(sentence, 100, initial_indent="  ", subsequent_indent="    ")
    yield ""
    yield f"  what     {_kind(event)}, {event['status']}{_by(event['claimed_by'])}"
    yield f"  when     {when_words(event['when'])}"
    yield from (f"  because  {line}" for line in _reasons(event["when"]))
    yield from (f"  actor    {_actor(actor)}" for actor in event["actors"])
    if event["place"]:
        yield f"  place    {event['place']['name']}" + (
            f", {event['place']['country']}" if event["place"]["country"] else ""
        )
    for link in event["links"]:
        yield f"  link     {link['relation']} {link['event']['headline']!r} ({link['event']['id']}): {link['because']}"
    for statement in event["evidence"]:
        yield ""
        yield from _statement(statement)


def _statement(statement: Shape) -> Iterator[str]:
    document, when = statement["document"], statement["when"]
    day = f", published {document['published']}" if document["published"] else ", of unknown date"
    yield f"told in {document['title'] or document['url'] or document['id']}{day}"
    yield from textwrap.wrap(f"“{statement['sentence']}”", 100, initial_indent="  ", subsequent_indent="  ")
    trigger = statement["trigger"]
    yield f"  trigger  {trigger['text']!r}, characters {trigger['start']} to {trigger['end']} of the text"
    yield f"  status   {statement['status']}{_by(statement['claimed_by'])}"
    yield f"  when     {when_words(when)}, {when['basis']}"
    if when["text"]:
        yield f"  words    {when['text']!r}, by the rule {when['rule']!r}"
    yield from (f"  because  {line}" for line in _reasons(when))
    yield from (f"  actor    {_actor(actor)}" for actor in statement["actors"])


def _reasons(when: Shape) -> Iterator[str]:
    """What bounds each side where that is known apart, else all the reasons together."""
    sides = (("not before", when.get("because_earliest")), ("not after", when.get("because_latest")))
    known = [f"{word}: {reason}" for word, reason in sides if reason]
    yield from known or when.get("because") or ()


def _kind(event: Shape) -> str:
    return f"{event['type']}/{event['mode']}" if event["mode"] else str(event["type"])


def _actor(actor: Shape) -> str:
    known = ", ".join(part for part in (actor["kind"], actor["country"]) if part)
    return f"{actor['name']}: {actor['role']} ({known})"


def _by(names: list[str]) -> str:
    return f" by {', '.join(names)}" if names else ""


def _line(when: str, what: str, status: str, identifier: str, rest: int) -> str:
    return f"{_fit(when, WHEN_WIDTH)}  {_fit(plain(what), rest)}  {_fit(status, STATUS_WIDTH)}  {identifier}"


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


def key_lines(keys: Iterable[Key], *, now: str) -> list[str]:
    """A line for each key: id, state, scopes, when it was made and last used, name."""
    return [
        f"{key.id}  {key.state(now):<7}  {' '.join(key.scopes):<16}  made {_minute(key.created)}  "
        f"used {_minute(key.used)}  {key.name}"
        for key in keys
    ]


def _minute(moment: str | None) -> str:
    return moment[:16].replace("T", " ") if moment else f"{'never':<16}"
