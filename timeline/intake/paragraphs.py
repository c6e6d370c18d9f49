"""A body to the spans of its paragraphs, whether it has one line each or is hard-wrapped as agencies used to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LINE_END = re.compile(
    r"\r\n|[\n\r\f\u2028\u2029]|</?(?:p|br|div|li|[uo]l|h[1-6]|tr|table|blockquote|section)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*]*$")
LIST_MARK = re.compile(r"(?:[-*•·–—]|\d{1,3}[.)])\s")
STROKE = re.compile(r"[|\t]")  # between the cells of a table
WIDEST = 110  # characters: no one wraps wider
SHORTEST = 40  # characters: a shorter line is not a full one
BROKEN_OFF = re.compile(r"[^\W\d_]-$")  # a word that goes on in the next line
NARROWEST = 14  # in a newspaper's column, whose lines go on in small letters


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; `indent` counts what stood before."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in a full stop or the like."""
        return bool(SENTENCE_END.search(self.text))


def paragraphs(body: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the paragraphs, in order, without white space at either end."""
    lines = tuple(_lines(body))
    shortest = NARROWEST if _is_column(lines) else SHORTEST
    width = _width(lines, shortest)
    spans: list[tuple[int, int]] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and _goes_on(before, line, width, shortest):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return tuple(spans)


def ends_sentence(text: str) -> bool:
    """Whether a stretch of text ends in a full stop or the like."""
    return bool(SENTENCE_END.search(text))


def _lines(body: str) -> Iterator[Line]:
    after_blank = True
    for start, end in _raw_lines(body):
        text = body[start:end].strip()
        if text:
            indent = len(body[start:end]) - len(body[start:end].lstrip())
            yield Line(start + indent, start + indent + len(text), text, indent, after_blank)
        after_blank = not text


def _raw_lines(body: str) -> Iterator[tuple[int, int]]:
    position = 0
    for found in LINE_END.finditer(body):
        yield position, found.start()
        position = found.end()
    yield position, len(body)


def _is_column(lines: Sequence[Line]) -> bool:
    """Whether no line is long, and most go on in small letters where the one before broke off."""
    breaks = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    going = sum(after.text[0].islower() and not line.ends_sentence for line, after in breaks)
    return 2 * going > len(breaks) and all(len(line.text) <= SHORTEST + 8 for line, _ in breaks)


def _width(lines: Iterable[Line], shortest: int) -> int | None:
    """The column at which the body is wrapped; None when it has one line for each paragraph.

    It is wrapped when most lines that are full (the next line's first word had no room) stop amid a sentence.
    """
    breaks = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    width = max((len(line.text) for line, _ in breaks), default=0)
    full = [line for line, after in breaks if _is_full(line, after, width, shortest)]
    amid = sum(not line.ends_sentence for line in full)
    return width if width <= WIDEST and len(full) * 2 > len(breaks) and amid * 2 > len(full) else None


def _is_full(line: Line, after: Line, width: int, shortest: int) -> bool:
    first_word = after.text.split(maxsplit=1)[0]
    return len(line.text) >= shortest and len(line.text) + 1 + len(first_word) > width - 3


def _goes_on(line: Line, after: Line, width: int | None, shortest: int) -> bool:
    """Whether `after` continues the paragraph of `line`."""
    if after.after_blank or LIST_MARK.match(after.text) or len(STROKE.findall(after.text)) > 1:
        return False
    is_full = len(line.text) >= shortest or BROKEN_OFF.search(line.text) is not None
    if after.text[0].islower() and not line.ends_sentence and is_full:
        return True
    return width is not None and after.indent <= line.indent and _is_full(line, after, width, shortest)
