"""What stands before a paragraph and is no part of what it tells: bullets, numbers, 'BREAKING:', who speaks, the hour of a
live report, by the rows of `rules/en/marks.txt`. And the strokes between the cells of a table: each cell is a paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from timeline.intake.furniture import compile_row
from timeline.intake.paragraphs import STROKE
from timeline.lexicon import rows
from timeline.model.document import Block, BlockKind

MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WORDS = {
    "date": rf"(?:(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?:(?:\w+day,? )?\d{{1,2}}(?:st|nd|rd|th)? )?"
    rf"{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?"
    r"(?:,? \d{4})?|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}|(?:1[5-9]|20)\d\d(?:[-–](?:\d\d|\d{4}))?)",
    "hour": r"(?:\d{4} ?(?:GMT|UTC|BST|CES?T|E[DS]T|IST)\b"
    r"|\d{1,2}[:.h]\d\d(?: ?[apAP]\.?[mM]\b\.?)?(?: (?:[A-Z]{2,4}T|GMT|UTC|ET|PT|local time)\b)?)",
}
ALWAYS, SEVERALLY, SPEAKER, DIALOGUE = WHEN = ("always", "several", "speaker", "dialogue")
HOUR = re.compile(WORDS["hour"])
BETWEEN = re.compile(rf"\s*{STROKE.pattern}\s*")
SIDES = frozenset("qa")  # a question's first letter, and an answer's
SEVERAL = 2
MARKED = frozenset({BlockKind.TEXT, BlockKind.TITLE})
CELLS = 3


@cache
def mark_rules() -> dict[str, re.Pattern[str]]:
    """What opens a paragraph always, in several paragraphs, and where somebody speaks. RuleError on a bad row."""
    found: dict[str, list[str]] = {when: [] for when in WHEN}
    for row in rows("marks"):
        if row["when"] not in found:
            raise row.error(f"unknown when {row['when']!r}: one of {', '.join(WHEN)}")
        found[row["when"]].append(compile_row(row, WORDS).pattern)
    return {
        when: re.compile(f"(?:{'|'.join(patterns)}){'+' if when == ALWAYS else ''}") for when, patterns in found.items()
    }


def with_marks(body: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with what marks a paragraph of text as a block of its own before it."""
    rules = mark_rules()
    found = _cut(body, list(_hours(body, list(_cells(body, blocks)))), rules[ALWAYS])
    if sum(_opening(body, block, rules[SEVERALLY]) is not None for block in found) >= SEVERAL:
        found = _cut(body, found, rules[SEVERALLY])
    matches = [
        (match, rule)
        for block in found
        for rule in (SPEAKER, DIALOGUE)
        if (match := _opening(body, block, rules[rule]))
    ]
    speakers = Counter(_called(match) for match, rule in matches if rule == SPEAKER)
    asked = {name[0].lower() for name in speakers if " " not in name}
    # Who speaks once is told apart from 'Next Week: …' by nothing.
    is_spoken = max(speakers.values(), default=0) >= SEVERAL or asked >= SIDES
    voices = Counter(_called(match) for match, _ in matches)
    is_dialogue = sum(count >= SEVERAL for count in voices.values()) >= SEVERAL
    if is_spoken or is_dialogue:
        found = _cut(body, found, rules[SPEAKER])
    return _cut(body, found, rules[DIALOGUE]) if is_dialogue else found


def _called(label: re.Match[str]) -> str:
    """'Q' of 'Q (Rehn, Lund Post): '."""
    return label[0].split(" (")[0].rstrip(" .:")


def _hours(body: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the hours of a live report that stand alone above what it tells as marks."""
    alone = {block.start for block in blocks if HOUR.fullmatch(body, block.start, block.end)}
    for block in blocks:
        yield replace(block, kind=BlockKind.MARK) if len(alone) >= SEVERAL and block.start in alone else block


def _opening(body: str, block: Block, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What marks a paragraph of text, where something follows."""
    if block.kind not in MARKED:
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
    strokes = [list(BETWEEN.finditer(body, block.start, block.end)) for block in blocks]
    is_table = sum(len(found) >= CELLS - 1 for found in strokes) >= SEVERAL
    for block, found in zip(blocks, strokes, strict=True):
        if block.kind is BlockKind.TEXT and is_table and len(found) >= CELLS - 1:
            yield from _row(block, found)
        else:
            yield block


def _row(block: Block, strokes: Sequence[re.Match[str]]) -> Iterator[Block]:
    """The cells of a row, and the strokes that are seen."""
    position = block.start
    for stroke in strokes:
        if position < stroke.start():
            yield Block(BlockKind.TEXT, position, stroke.start())
        if "|" in stroke[0]:
            start = stroke.start() + stroke[0].index("|")
            yield Block(BlockKind.MARK, start, start + 1)
        position = stroke.end()
    if position < block.end:
        yield Block(BlockKind.TEXT, position, block.end)
