"""Headed: places that stand before what happened there: a cell of its own in the row of a table, 'HOVE: Sussex beat Kent' in a
round-up. They are where it was if no words of the happening say so."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from timeline.model.document import Block, BlockKind, Document
from timeline.model.statement import Place
from timeline.model.types import COMMENTS
from timeline.model.value import value
from timeline.parser.known import places
from timeline.parser.mentions.draft import Draft

TOLD = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.DATELINE})
STROKE = re.compile(r"[^\n]*[|\t][^\n]*")  # between two cells
NAME = r"[A-Z][\w'’.-]*(?: (?:(?:of|the|de|del|la|al|el|and) )?[A-Z][\w'’.-]*){0,3}"
CELL = re.compile(NAME)
HEADING = re.compile(rf"(?P<name>{NAME})(?:, {NAME})?\s*(?::|[-–—](?=\s))\s+(?=\S)")
COLUMN = re.compile(
    r"(?:place|where|location|town|city|venue|site|area|region|province|district|country)s?", re.IGNORECASE
)
SEVERAL = 2


@value
class Scope:
    """Where what stands between two offsets of the body was."""

    start: int
    end: int
    place: Place


def with_headings(drafts: Sequence[Draft], document: Document, countries: tuple[str, ...]) -> list[Draft]:
    """The drafts, those without a place with that of their row or item."""
    found = ([*_rows(document, countries)], _items(document, countries)) if drafts else ([], [])
    return [_placed(draft, found) for draft in drafts] if any(found) else list(drafts)


def _placed(draft: Draft, found: Sequence[Sequence[Scope]]) -> Draft:
    """`found`: rows and items, each in their order."""
    if draft.place is not None or draft.mention.row.type in COMMENTS:
        return draft
    start = draft.mention.tree[draft.mention.index].start
    for scopes in found:
        last = bisect_right(scopes, start, key=_opening) - 1
        if last >= 0 and start < scopes[last].end:
            return replace(draft, place=scopes[last].place)
    return draft


def _opening(scope: Scope) -> int:
    return scope.start


def _rows(document: Document, countries: tuple[str, ...]) -> Iterator[Scope]:
    """The rows of a table one of whose columns holds places, by its head or since most of its cells do."""
    rows = list(_table(document))
    for column in range(max((len(row) for row in rows), default=0)):
        cells = [_words(document, row[column]) if column < len(row) else "" for row in rows]
        found = [_place(cell, countries) for cell in cells]
        is_headed = COLUMN.fullmatch(cells[0].strip(" :")) is not None
        if not is_headed and (
            sum(place is not None for place in found) < SEVERAL or 2 * len(list(filter(None, found))) < len(rows)
        ):
            continue
        for row, cell, place in zip(rows, cells, found, strict=True):
            if place is None and not (is_headed and cell == cells[0]) and CELL.fullmatch(cell):
                place = Place(cell, None)
            if place is not None:
                yield Scope(row[0].start, row[-1].end, place)
        return


def _table(document: Document) -> Iterator[list[Block]]:
    """The cells of each line that has several."""
    told = [block for block in document.blocks if block.kind in TOLD]
    beside = [STROKE.fullmatch(document.body, block.end, after.start) is not None for block, after in pairwise(told)]
    if sum(beside) < SEVERAL:
        return
    number = 0
    lines = []
    for block, is_beside in zip(told, [False, *beside], strict=True):
        number += not is_beside
        lines.append((number, block))
    for _, line in groupby(lines, key=lambda one: one[0]):
        cells = [block for _, block in line]
        if len(cells) >= SEVERAL:
            yield cells


def _items(document: Document, countries: tuple[str, ...]) -> list[Scope]:
    """Paragraphs that open with a town, where several do; among these a town of no list is one, too."""
    found: list[Scope] = []
    known = 0
    for block in document.blocks:
        heading = HEADING.match(_words(document, block)) if block.kind is BlockKind.TEXT else None
        if heading is not None:
            place = _place(heading["name"], countries)
            known += place is not None
            is_unlisted = place is None and not heading["name"].isupper()
            if is_unlisted or (place is not None and not places.is_land(place)):
                found.append(Scope(block.start + heading.end(), block.end, place or Place(heading["name"], None)))
    return found if known >= SEVERAL and 2 * known > len(found) else []


def _place(words: str, countries: tuple[str, ...]) -> Place | None:
    """What a whole cell or heading names: 'Goma', 'KIRIBATI'."""
    if not CELL.fullmatch(words):
        return None
    return places.find_place(words.title() if words.isupper() and len(words) > len("USSR") else words, countries)


def _words(document: Document, block: Block) -> str:
    return document.body[block.start : block.end].strip()
