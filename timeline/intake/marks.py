"""What stands before a paragraph and is no part of what it tells: bullets, numbers, 'BREAKING:', who speaks, the hour of a
live report. And the strokes between the cells of a table: each cell is a paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.model.document import Block, BlockKind

BULLET = r"[-*+>–—→]\s+|[•·●▪■◦‣]\s*"
NUMBER = r"\(?\d{1,2}[.)]\s+(?=[\"“A-Z])|\d{1,2}/(?:\d{1,2}\s|\s)\s*|\([a-z]\)\s+"
HOUR = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: (?:GMT|UTC|BST|CES?T|E[DS]T|P[DS]T|local time))?"
FLAG = (
    r"(?:BREAKING(?: NEWS)?|JUST IN|URGENT|DEVELOPING|EXCLUSIVE|FLASH|ALERT|LATEST|WATCH|(?i:CORRECTED|CORRECTION|UPDATED?))"
    rf"(?:[ -]\d{{1,2}})?(?:\s*:\s+|\s*\|\s*|\s+[-–—]\s+|-(?=[A-Z])|(?: at)? {HOUR}\s*[:|–—-]\s*)"
)
OPENING = re.compile(rf"(?:{BULLET}|{NUMBER}|{FLAG})+")
LIVE = re.compile(rf"({HOUR})(?:\s*[:|–—-])?\s+")
SPEAKER = re.compile(
    r"((?:Q|A|Question|Answer)(?=[.:])|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4}(?: \([^)]{1,60}\))?(?=:))[.:]\s+"
)
SIDES = frozenset({"Q", "A", "Question", "Answer"})
STROKE = re.compile(r"\s*(?:\||\t)\s*")
SEVERAL = 2
CELLS = 3


def with_marks(body: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with what marks a paragraph of text as a block of its own before it."""
    found = _cut(body, list(_cells(body, blocks)), OPENING)
    if sum(_opening(body, block, LIVE) is not None for block in found) >= SEVERAL:
        found = _cut(body, found, LIVE)
    speakers = Counter(match[1] for block in found if (match := _opening(body, block, SPEAKER)))
    # Who speaks once is told apart from 'Next Week: …' by nothing.
    is_spoken = max(speakers.values(), default=0) >= SEVERAL or len(speakers.keys() & SIDES) > 1
    return _cut(body, found, SPEAKER) if is_spoken else found


def _opening(body: str, block: Block, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What marks a paragraph of text, where something follows."""
    if block.kind is not BlockKind.TEXT:
        return None
    match = pattern.match(body, block.start, block.end)
    return match if match and match.end() < block.end else None


def _cut(body: str, blocks: Sequence[Block], pattern: re.Pattern[str]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        match = _opening(body, block, pattern)
        if match:
            found.append(Block(BlockKind.MARK, block.start, block.start + len(match[0].rstrip())))
        found.append(Block(block.kind, match.end(), block.end) if match else block)
    return found


def _cells(body: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The rows of a table as their cells; a text has a table when several of its lines have three cells or more."""
    rows = [block for block in blocks if len(_strokes(body, block)) >= CELLS - 1]
    for block in blocks:
        if block.kind is not BlockKind.TEXT or len(rows) < SEVERAL or block not in rows:
            yield block
            continue
        position = block.start
        for stroke in _strokes(body, block):
            if position < stroke.start():
                yield Block(BlockKind.TEXT, position, stroke.start())
            if stroke[0].strip():
                yield Block(
                    BlockKind.MARK,
                    stroke.start() + stroke[0].index("|"),
                    stroke.end() - len(stroke[0]) + len(stroke[0].rstrip()),
                )
            position = stroke.end()
        if position < block.end:
            yield Block(BlockKind.TEXT, position, block.end)


def _strokes(body: str, block: Block) -> list[re.Match[str]]:
    return list(STROKE.finditer(body, block.start, block.end))
