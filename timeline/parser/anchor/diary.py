"""Diary: days that stand above or before what they date: 'July 16, 2010 (Friday)' on a page of a day's events, '22 August: A
church collapses' in a chronology.

What such a page tells in the present happened on that day; so did what a page with several days tells in the simple past.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model import edtf
from timeline.model.document import Block, BlockKind, Document
from timeline.model.span import UNKNOWN
from timeline.model.statement import FACTS, Status
from timeline.model.time import TimeExpression, When
from timeline.model.value import value
from timeline.parser.anchor.heads import KINDS, WEEK, Entry, headed, no_later
from timeline.parser.anchor.sharing import Dated
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import PAST, SUBJECTS, Tree

HOUR = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?")
REGISTERS = word_list("register")
BULLET = re.compile(r"[^\w\s]")
STROKE = re.compile(r"[^\n]*[|\t][^\n]*")  # between two cells
SEVERAL = 2
LONG = 31  # days
ALONE_AS = frozenset({"ROOT", "appos", "dep"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
HANGING = frozenset({"advcl", "conj"})


def entries(document: Document, expressions: Sequence[TimeExpression]) -> list[Entry]:
    """The entries of a page, in its order; () for any text without such days."""
    table = _table(document)
    apart = {cell.start for cells in table for cell in cells}
    rows = _rows(document, expressions, table)
    return rows or headed(document, expressions, apart) or _register(document, expressions)


def _table(document: Document) -> list[list[Block]]:
    """The cells of each row; () where no several are."""
    told = [block for block in document.blocks if block.kind in KINDS]
    lines: dict[int, list[Block]] = {}
    for cell, after in pairwise(told):
        if STROKE.fullmatch(document.body, cell.end, after.start):
            lines.setdefault(document.body.rfind("\n", 0, cell.start), [cell]).append(after)
    return list(lines.values()) if sum(len(cells) - 1 for cells in lines.values()) >= SEVERAL else []


def _rows(document: Document, expressions: Sequence[TimeExpression], table: Sequence[Sequence[Block]]) -> list[Entry]:
    """What stands in the rows of a table behind the time in their first cell, whatever that is ('mid-July | Goma | …'), or beside
    the only other cell that holds nothing but a time ('Rebels seize the port | Goma | 12 July').
    """
    starts = [one.start for one in expressions]
    found: list[Entry] = []
    for cells in table:
        times = [expressions[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)] for cell in cells]
        pure = [own[0] for own, cell in zip(times, cells, strict=True) if _is_all(document, cell, own)]
        if len(times[0]) == 1:
            found.append(
                Entry(cells[0].end, cells[-1].end, no_later(times[0][0], document.published), is_register=True)
            )
        elif not times[0] and len(pure) == 1:
            found.append(Entry(cells[0].start, cells[-1].end, no_later(pure[0], document.published), is_register=True))
    return found


def _is_all(document: Document, cell: Block, times: Sequence[TimeExpression]) -> bool:
    """Whether a cell holds a time and nothing else."""
    return len(times) == 1 and times[0].text == document.body[cell.start : cell.end].strip()


def _register(document: Document, expressions: Sequence[TimeExpression]) -> list[Entry]:
    """All of a log, of minutes and the like, whose heading ends in its day: 'Police log, Monday, 3 February'."""
    heading = next((block for block in document.blocks if block.kind in {BlockKind.TITLE, BlockKind.TEXT}), None)
    if heading is None or heading.kind is not BlockKind.TITLE:
        return []
    day = next((one for one in expressions if heading.start <= one.start and one.end == heading.end), None)
    words = document.body[heading.start : heading.end].lower()
    is_of_day = day is not None and day.type == "DATE" and day.span.precision == "day"
    if day is None or not is_of_day or not any(re.search(rf"\b{name}s?\b", words) for name in REGISTERS):
        return []
    return [Entry(heading.end, len(document.body), no_later(day, document.published), is_register=True)]


def live_hours(document: Document, expressions: Sequence[TimeExpression]) -> list[tuple[int, int, int]]:
    """The hours that mark the paragraphs of a live report ('14:05 Two people have been killed'), which say when it was told:
    where each begins and ends, and its paragraph does."""
    ends = {mark.start: block.end for mark, block in pairwise(document.blocks) if mark.kind is BlockKind.MARK}
    hours = [one for one in expressions if one.start in ends and one.type == "TIME" and HOUR.fullmatch(one.text)]
    return [(one.start, one.end, ends[one.start]) for one in hours] if len(hours) >= SEVERAL else []


def is_list(document: Document) -> bool:
    """Whether bullets open most of its paragraphs, and several."""
    opened = sum(
        block.kind is BlockKind.TEXT
        and before.kind is BlockKind.MARK
        and BULLET.fullmatch(document.body, before.start, before.end) is not None
        for before, block in pairwise(document.blocks)
    )
    return opened >= SEVERAL and 2 * opened > sum(block.kind is BlockKind.TEXT for block in document.blocks)


def with_entries(
    expressions: Sequence[TimeExpression], found: Sequence[Entry], hours: Sequence[tuple[int, int, int]]
) -> tuple[TimeExpression, ...]:
    """The expressions, those that head an entry as they are meant there; without the hours of a live report."""
    days = {entry.day.start: entry.day for entry in found}
    untold = {start for start, _, _ in hours} | _strange(expressions, found)
    return tuple(days.get(one.start, one) for one in expressions if one.start not in untold)


def _strange(expressions: Sequence[TimeExpression], found: Sequence[Entry]) -> set[int]:
    """'On Monday' under '100 years ago': what was counted from the day of publication, which the entry is long before."""
    starts = [entry.start for entry in found]
    strange = set()
    for one in expressions if found else ():
        last = bisect_right(starts, one.start) - 1
        day = found[last].day.span.end_latest if last >= 0 and one.end <= found[last].end else None
        is_counted = (
            one.basis == "resolved" and (one.span.width or LONG) <= WEEK and not any(map(str.isdigit, one.text))
        )
        if day is not None and is_counted and (one.span.start_earliest or day) > day + LONG:
            strange.add(one.start)
    return strange


def _opening(entry: Entry) -> int:
    return entry.start


@value
class Page:
    """The entries of a text, which of its words are told in the present: (Sentence, word), and whether it is mostly a list."""

    entries: Sequence[Entry] = ()
    now: frozenset[tuple[int, int]] = frozenset()
    is_list: bool = False

    def above(self, mention: Mention) -> Entry | None:
        """The entry that it stands in."""
        start = mention.tree[mention.index].start
        last = bisect_right(self.entries, start, key=_opening) - 1
        return self.entries[last] if last >= 0 and start < self.entries[last].end else None

    def is_planned(self, mention: Mention) -> bool:
        """'Monday: The court rules on it', on a page of what is to come."""
        entry = self.above(mention)
        verb = None if entry is None or not entry.is_coming else _told_by(mention.tree, mention.top)
        return verb is not None and (mention.tree.sentence.index, verb) in self.now


def days_above(told: Sequence[tuple[Mention, Status]], dated: Mapping[int, TimeExpression], page: Page) -> Dated:
    """The day above it for each mention that has none of its own, where the page tells it as of that day."""
    days: Dated = {}
    for number, (mention, status) in enumerate(told if page.entries else ()):
        entry = page.above(mention) if number not in dated and status in FACTS else None
        verb = None if entry is None else _told_by(mention.tree, mention.top)
        if entry is None or verb is None:
            continue
        is_alone = verb == mention.index and not mention.is_verb  # '12 October: elections in Gabon'
        is_now = is_alone or (mention.tree.sentence.index, verb) in page.now
        is_of_past = len(page.entries) >= SEVERAL or entry.is_register
        if entry.is_coming and not is_now and _is_past(mention.tree, verb):
            continue  # what it looks back to
        if entry.is_coming or is_now or (is_of_past and _is_past(mention.tree, verb)):
            days[number] = entry.day
    return days


def by_then(when: When, mention: Mention, status: Status, page: Page) -> When:
    """What a page of a day has from no other time ('police have arrested two men') was no later than that day; what it tells
    as planned was no earlier, where that day is long gone."""
    entry = page.above(mention) if when.basis == "published" else None
    if entry is None or entry.day.span.end_latest is None:
        return when
    words = entry.day.text
    if status is Status.PLANNED and (when.span.start_earliest or 0) > entry.day.span.end_latest + LONG:
        span = edtf.reaching(entry.day.span, UNKNOWN)
        return replace(when, span=span, because=(words,), because_earliest=words, likely=None)
    if not page.now or when.span.start_earliest is not None:
        return when
    span = edtf.reaching(UNKNOWN, entry.day.span)
    return replace(when, span=span, because=(words,), because_latest=words, likely=None)


def _told_by(tree: Tree, top: int) -> int | None:
    """The verb of the sentence that tells it: itself, the one it hangs on ('…, killing two'), or the one whose subject or
    object it is ('a clash leaves two dead'); None for what is told of in passing."""
    token = tree[tree.first_conjunct(top)]
    if token.index == top and token.relation in ALONE_AS and token.pos not in {"VERB", "AUX"} and not _has_clause(tree):
        return top
    if token.pos not in {"VERB", "AUX"}:
        return token.head if token.relation in SUBJECTS | OBJECTS else None
    current = top
    while tree[current].tag == "VBG" and tree[current].relation in HANGING:
        current = tree[current].head
    return current


def _has_clause(tree: Tree) -> bool:
    """A verb other than one that says more of a noun ('a treaty signed by Chad')."""
    return any(one.pos in {"VERB", "AUX"} and one.relation not in {"acl", "amod"} for one in tree)


def _is_past(tree: Tree, verb: int) -> bool:
    """'attacked', 'was shot' as the verb of the sentence, or the participle of one that has none ('Lorry boarded by the navy')."""
    token = tree[tree.first_conjunct(verb)]
    if token.relation == "acl" and tree[token.head].relation == "ROOT" and tree[verb].tag == "VBN":
        return not _has_clause(tree)
    helpers = [tree[child] for child in tree.below(verb, "aux", "auxpass")]
    is_simple = (
        tree[verb].tag in PAST if not helpers else [one.tag for one in helpers] == ["VBD"] and tree[verb].tag == "VBN"
    )
    return token.relation == "ROOT" and is_simple and all(one.lemma != "have" for one in helpers)
