"""What a page says of an event: dates, claims and roles in words, quotes in pieces. Pure: shapes in, values out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from babel import Locale

from timeline.errors import EdtfError
from timeline.model.account import listing as listing  # asked for by templates, too
from timeline.model.address import host, is_web
from timeline.model.reasons import ground
from timeline.model.words import date_line as date_line  # likewise
from timeline.model.words import date_words, year_words

Shape = Mapping[str, Any]

BASES = {
    "stated": "dated in the text",
    "resolved": "worked out from the text",
    "ordered": "from the order of events",
    "published": "only from its publication",
    "none": "nothing dates it",
    "curated": "set by hand",
}
PUBLISHED_FROM = {
    "option": "as given with it",
    "object": "as given with it",
    "metadata": "as its page says",
    "url": "from its address",
    "dateline": "from its dateline",
}
STATUS_SIGNS = {
    "asserted": "●", "alleged": "?", "denied": "✕", "planned": "→", "hypothetical": "◇", "negated": "∅",
    "cancelled": "⊘",
}  # fmt: skip
COUNTRIES = Locale("en").territories  # by ISO 3166 alpha-2
SAID_BY = ("asserted", "alleged", "denied")
ROLE_WORDS = {"agent": "By", "target": "To", "participant": "With", "mediator": "Mediated by"}
MATCH_WORDS = {
    "overlaps": "may fall in that time",
    "within": "certainly fall in that time",
    "possible": "cannot be ruled out",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `kind` is '' for plain words, else what is marked; `note` tells more, `link` leads on."""

    text: str
    kind: str = ""
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """Where something is to be marked in a text: offsets, and what a Piece says of it."""

    start: int
    end: int
    kind: str
    note: str = ""
    link: str = ""


def day_line(day: str) -> str:
    """'29 October 2025'."""
    return date_words(day)


def likely_line(when: Shape) -> str | None:
    """'probably 28 October 2025', or None where there is no guess."""
    if not when.get("likely"):
        return None
    try:
        return "probably " + date_words(when["likely"])
    except EdtfError:
        return f"probably {when['likely']}"


def certainty(when: Shape) -> str:
    """How well its time is known: 'day', 'span', 'open' (one side) or 'unknown'."""
    if when["earliest"] is None and when["latest"] is None:
        return "unknown"
    if when["earliest"] is None or when["latest"] is None:
        return "open"
    return "day" if when["earliest"][:10] == when["latest"][:10] else "span"


def time_line(time: Shape) -> str:
    """What words for a time mean, as far as it is a time: '11 October 2025', '–' for a mere length."""
    if not time["edtf"]:
        return "–"
    try:
        return date_words(time["edtf"])
    except EdtfError:
        return str(time["edtf"])


def year_heading(when: Shape) -> str:
    """The year under which an event is listed: '2025', '44 BC', 'Year unknown', 'Date unknown'."""
    first = when["earliest"] or when["latest"]
    if first is None:
        return "Year unknown" if when["edtf"] else "Date unknown"
    return year_words(int(first[: first.index("-", 1)]))


def claim_line(status: str, claimed_by: Iterable[str]) -> str:
    """'alleged by Taliban', 'planned, according to Kabul and Tehran'."""
    names = list(claimed_by)
    if not names:
        return status
    return f"{status}{' by' if status in SAID_BY else ', according to'} {listing(names)}"


def roles(actors: Iterable[Shape]) -> list[tuple[str, list[Shape]]]:
    """Actors under the word for their role, in the order of ROLE_WORDS; participants alone stand 'Between' them."""
    given = list(actors)
    grouped = {role: [actor for actor in given if actor["role"] == role] for role in ROLE_WORDS}
    alone = len(grouped["participant"]) > 1 and not grouped["agent"]
    words = {**ROLE_WORDS, "participant": "Between"} if alone else ROLE_WORDS
    return [(words[role], found) for role, found in grouped.items() if found]


def outlet(source: Shape) -> str:
    """Who published: the outlet's name, else the host of the address, else that it is unknown."""
    return str(source.get("name") or host(source.get("url")) or "Source unknown")


def link(address: str | None) -> str | None:
    """The address where it may be a link, else None."""
    return address if is_web(address) else None


def value_line(value: Any) -> str:
    """A field's value in a history: names, a date or the value itself; '–' for none."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        return listing([value_line(each) for each in value])
    if isinstance(value, Mapping):
        return str(value.get("name") or value.get("edtf") or "–")
    return str(value)


def place_line(place: Shape | None) -> str | None:
    """'Doha, Qatar'."""
    if place is None:
        return None
    country = COUNTRIES.get(place.get("country") or "")
    return f"{place['name']}, {country}" if country and country != place["name"] else str(place["name"])


def quote_pieces(quote: str, marks: Shape) -> list[Piece]:
    """An event's quote in pieces, with what tells the happening and its date marked."""
    kinds = {"trigger": "trigger", "when": "date"}
    return pieces(quote, [Marked(*marks[name], kind) for name, kind in kinds.items() if marks.get(name)])


def sentence_pieces(statement: Shape) -> list[Piece]:
    """A statement's sentence in pieces, likewise; its offsets are those of the body."""
    spans = [("trigger", statement["trigger"]), ("date", statement["when"])]
    base = statement["start"]
    marks = [
        Marked(span["start"] - base, span["end"] - base, kind) for kind, span in spans if span.get("start") is not None
    ]
    return pieces(statement["sentence"], marks)


def body_lines(document: Shape) -> list[list[tuple[str, list[Piece]]]]:
    """A document's lines of blocks, each as its kind and its text in pieces: what tells a happening (leading to it), who, when.

    What stands in one line of the body stays in one: a bullet and its sentence, the cells of a row. Times that date nothing are
    marked too, where the document tells them (`times`).
    """
    marks = [mark for number, told in enumerate(document["statements"]) for mark in _marks(told, number)]
    marks += [Marked(t["start"], t["end"], "date", f"{t['type']}: {time_line(t)}") for t in document.get("times", ())]
    lines: list[list[tuple[str, list[Piece]]]] = []
    end = 0
    for block in document["blocks"]:
        if not lines or "\n" in document["body"][end : block["start"]]:
            lines.append([])
        lines[-1].append((block["kind"], _block_pieces(document["body"], block, marks)))
        end = block["end"]
    return lines


def _marks(statement: Shape, number: int) -> Iterator[Marked]:
    """Its trigger, its date, its actors; the trigger leads to the event, or to the statement of that number."""
    trigger, when = statement["trigger"], statement["when"]
    link = f"/events/{statement['event']}" if statement.get("event") else f"#s{number}"
    yield Marked(trigger["start"], trigger["end"], "trigger", became(statement), link)
    if when["start"] is not None:
        yield Marked(when["start"], when["end"], "date", f"{date_line(when)}: dates “{statement['headline']}”")
    for actor in statement["actors"]:
        if actor.get("start") is not None:
            note = f"{actor['name']}, {actor['kind']}: {actor['role']} of “{statement['headline']}”"
            yield Marked(actor["start"], actor["end"], "actor", note)


def became(statement: Shape) -> str:
    """What a trigger became, in one line: 'assault, asserted: Raid on a post (11 October 2025)'."""
    claim = claim_line(statement["status"], statement["claimed_by"])
    return f"{statement['type']}, {claim}: {statement['headline']} ({date_line(statement['when'])})"


def _block_pieces(body: str, block: Shape, marks: Iterable[Marked]) -> list[Piece]:
    start, end = block["start"], block["end"]
    inside = [replace(mark, start=mark.start - start, end=mark.end - start) for mark in marks]
    return pieces(body[start:end], inside)


def pieces(text: str, marks: Iterable[Marked]) -> list[Piece]:
    """The text cut at its marks; of marks that overlap the first is kept, and those outside the text are left out."""
    found: list[Piece] = []
    reached = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if not reached <= mark.start < mark.end <= len(text):
            continue
        found += [Piece(text[reached : mark.start])] if mark.start > reached else []
        found.append(Piece(text[mark.start : mark.end], mark.kind, mark.note, mark.link))
        reached = mark.end
    return [*found, Piece(text[reached:])] if reached < len(text) else found


def grounds(link: Mapping[str, Any]) -> str:
    """What says that an event came after or before another: 'by the words “followed by”'."""
    return ground(link["because"], [link["sieve"]])
