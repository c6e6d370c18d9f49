"""A body to Blocks: title, dateline, byline, furniture and marks told apart, before anything is split into sentences."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.intake.dateline import dateline
from timeline.intake.furniture import furniture
from timeline.intake.language import language
from timeline.intake.marks import with_marks
from timeline.intake.paragraphs import ends_sentence, paragraphs
from timeline.model.document import READ_LANGUAGES, Block, BlockKind

LONGEST_TITLE = 200  # characters
LONGEST_KICKER = 2  # words: 'World', 'Latest news' above the title
LETTER = re.compile(r"[^\W\d_]")
QUESTION = re.compile(r"[^.!?]{1,90}\?")  # the one kind of sentence that headlines often are
LABEL = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}[:.] ")  # 'Q: ', 'Anna Lund: '
ENGLISH = "en"
INNER_END = re.compile(r"[^\W\d_]{3}\.\s+[A-Z]")  # more than one sentence, whatever ends the last
SITE_NAME = re.compile(r"\s+[-|–—:»·]\s+")


@dataclass(frozen=True, slots=True)
class Layout:
    """The Blocks of a body, and what its title and dateline say; None for what is not there."""

    blocks: tuple[Block, ...]
    title: str | None = None
    place: str | None = None
    day: datetime.date | None = None


def layout(body: str, title: str | None = None) -> Layout:
    """The Layout of a body; `title` is the one its publisher gave, to be found again at the start."""
    blocks = _mark_furniture(body, [Block(BlockKind.TEXT, start, end) for start, end in paragraphs(body)])
    blocks = _mark_title(body, blocks, title)
    marked = _mark_dateline(body, blocks)
    parts = tuple(_in_english(body, with_marks(body, marked.blocks)))
    found = next((block for block in parts if block.kind is BlockKind.TITLE), None)
    return replace(marked, blocks=parts, title=title or (_words(body, found) if found else None))


def _in_english(body: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a paragraph in another language than most of the text as furniture."""
    told = [(block, language(body[block.start : block.end])) for block in blocks if block.kind is BlockKind.TEXT]
    foreign = {block.start for block, code in told if code not in READ_LANGUAGES}
    if not foreign or all(code != ENGLISH for _, code in told):
        return list(blocks)
    return [replace(block, kind=BlockKind.FURNITURE) if block.start in foreign else block for block in blocks]


def _mark_furniture(body: str, blocks: list[Block]) -> list[Block]:
    """Each paragraph as what it is; a heading such as 'Related articles' takes the list under it along."""
    marked: list[Block] = []
    reach, has_told = "line", False
    for block in blocks:
        text = body[block.start : block.end]
        rule = furniture(text)
        if rule is not None:
            reach = rule.reach if rule.reach != "rest" or has_told else "line"
            marked.append(replace(block, kind=rule.kind))
        elif reach == "rest" or (reach == "list" and not ends_sentence(text)):
            marked.append(replace(block, kind=BlockKind.FURNITURE))
        else:
            reach, has_told = "line", has_told or ends_sentence(text)
            marked.append(block)
    return marked


def _mark_title(body: str, blocks: list[Block], title: str | None) -> list[Block]:
    """The first short line that is no sentence is the title, provided that sentences follow."""
    texts = [number for number, block in enumerate(blocks) if block.kind is BlockKind.TEXT]
    if not texts or any(block.kind is BlockKind.TITLE for block in blocks):
        return blocks
    while len(texts) > 1 and _is_only_dateline(_words(body, blocks[texts[0]])):
        texts = texts[1:]
    first = texts[0]
    if title and _is_same_title(_words(body, blocks[first]), title):
        return _with_kind(blocks, first, BlockKind.TITLE)
    if not _is_title(body, blocks, texts):
        return blocks
    if _is_kicker(body, blocks, texts):
        blocks = _with_kind(blocks, first, BlockKind.FURNITURE)
        first = texts[1]
    return _with_kind(blocks, first, BlockKind.TITLE)


def _is_title(body: str, blocks: Sequence[Block], texts: Sequence[int]) -> bool:
    """Whether the first of these blocks is a title: short, with letters, no sentence, no dateline, sentences below."""
    words = _words(body, blocks[texts[0]])
    if len(words) > LONGEST_TITLE or not LETTER.search(words) or words.endswith((":", ",", ";", ")")):
        return False
    if (ends_sentence(words) and not QUESTION.fullmatch(words)) or dateline(words) is not None:
        return False
    if INNER_END.search(words):
        return False
    if (
        words.endswith("?")
        and (label := LABEL.match(words))
        and any(_opens(body, blocks[n], label[0]) for n in texts[1:])
    ):
        return False  # in an interview
    return any(ends_sentence(_words(body, blocks[number])) for number in texts[1:])


def _opens(body: str, block: Block, label: str) -> bool:
    """Whether it begins with who speaks there, or with an answer."""
    return body.startswith((label, "A:", "A."), block.start, block.end)


def _is_only_dateline(words: str) -> bool:
    """'Brussels, 20 November 2025', above the title."""
    found = dateline(words)
    return found is not None and found.length == len(words)


def _is_kicker(body: str, blocks: Sequence[Block], texts: Sequence[int]) -> bool:
    """Whether the first is a mere section name ('World') above the true title."""
    return len(_words(body, blocks[texts[0]]).split()) <= LONGEST_KICKER and _is_title(body, blocks, texts[1:])


def _is_same_title(line: str, title: str) -> bool:
    """Whether a line is the given title, with or without the site's name behind it."""
    plain, given = line.casefold(), " ".join(title.split()).casefold()
    return given.startswith(plain) and (given == plain or bool(SITE_NAME.match(given[len(plain) :])))


def _mark_dateline(body: str, blocks: list[Block]) -> Layout:
    """Datelines stand alone under the title or open the first paragraph; the search ends with the first of text."""
    place, day = None, None
    marked: list[Block] = []
    for number, block in enumerate(blocks):
        found = dateline(body[block.start : block.end]) if block.kind is BlockKind.TEXT else None
        parts = _split(body, block, found.length) if found else [block]
        marked.extend(parts)
        if found:
            place, day = place or found.place, day or found.day
        if parts[-1].kind is BlockKind.TEXT:
            return Layout((*marked, *blocks[number + 1 :]), place=place, day=day)
    return Layout(tuple(marked), place=place, day=day)


def _split(body: str, block: Block, length: int) -> list[Block]:
    """The dateline and, where there is one, the text after it."""
    middle = block.start + length
    rest = body[middle : block.end]
    head = Block(BlockKind.DATELINE, block.start, middle)
    if not rest.strip():
        return [head]
    return [head, Block(BlockKind.TEXT, block.end - len(rest.lstrip()), block.end)]


def _with_kind(blocks: list[Block], number: int, kind: BlockKind) -> list[Block]:
    return [*blocks[:number], replace(blocks[number], kind=kind), *blocks[number + 1 :]]


def _words(body: str, block: Block) -> str:
    return " ".join(body[block.start : block.end].split())
