"""Hours: 'minutes later', 'within two hours', 'hours after the vote' put two happenings on one day, or on two that touch."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.model import edtf
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.model.statement import Relation
from timeline.model.time import DIRECT, When
from timeline.parser.anchor.dating import move
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tree import Tree

SIEVE = "hours"
UNITS = frozenset({"seconds", "minute", "minutes", "moment", "moments", "hour", "hours"})
WIDE = frozenset({"hour", "hours"})
SINCE = {
    "later": Relation.AFTER, "afterwards": Relation.AFTER, "afterward": Relation.AFTER, "after": Relation.AFTER,
    "into": Relation.AFTER, "earlier": Relation.BEFORE, "before": Relation.BEFORE,
}  # fmt: skip
COUNTED = 4  # words that 'within' may stand before the unit
LATE = frozenset({"evening", "night", "overnight", "late", "midnight", "nightfall", "dusk", "p.m."})
EARLY = frozenset({"early", "dawn", "daybreak", "small", "midnight", "morning", "a.m."})
NIGHT = 2  # days that what was done overnight lies on


def by_hours(told: Sequence[Told]) -> Iterator[Order]:
    """'Minutes later a shell hit a school': on the heels of what was told right before."""
    previous: int | None = None
    for tree, numbers in sentences(told):
        if not UNITS.isdisjoint(tree.lower):
            yield from _soon(told, tree, numbers, previous)
        previous = next((number for number in reversed(numbers) if _is_main(told[number].mention)), previous)


def _soon(told: Sequence[Told], tree: Tree, numbers: Sequence[int], previous: int | None) -> Iterator[Order]:
    tops = {tree.clause(told[number].mention.top): number for number in reversed(numbers)}
    tops |= {told[number].mention.top: number for number in reversed(numbers)}
    for unit in (index for index, word in enumerate(tree.lower) if word in UNITS):
        relation, words = _cue(tree, unit)
        own = next((tops[index] for index in tree.above(unit) if index in tops), None)
        if relation is None or own is None or _names_other(tree, unit, told, numbers):
            continue
        before = [number for number in numbers if told[number].mention.top < min(unit, told[own].mention.top)]
        is_dated = told[own].when.basis in DIRECT  # 'On 3 May it turned back, minutes into the flight'
        other = before[-1] if before else None if is_dated else previous
        if not before and not is_dated and (named := _named(tree, unit)) is not None:
            other = _told_before(told, numbers, types_named(tree, named))
        if other is not None:
            yield Order(own, relation, other, words, SIEVE)


def _cue(tree: Tree, unit: int) -> tuple[Relation | None, str]:
    """How the happening stands to the other one, with the words that say so."""
    following = tree.lower[unit + 1] if unit + 1 < len(tree) else ""
    if following in SINCE:
        return SINCE[following], f"{tree.lower[unit]} {following}"
    is_within = "within" in tree.lower[max(0, unit - COUNTED) : unit]
    return (Relation.AFTER, f"within {tree.lower[unit]}") if is_within else (None, "")


def _names_other(tree: Tree, unit: int, told: Sequence[Told], numbers: Sequence[int]) -> bool:
    """'hours after the vote': a connective, with what it joins; 'after leaving port' joins nothing that is told."""
    if unit + 1 >= len(tree) or tree.lower[unit + 1] not in {"after", "before"}:
        return False
    inside = set(tree.subtree(unit + 1))
    is_mark = tree[unit + 1].relation == "mark"
    inside |= set(tree.subtree(tree[unit + 1].head)) if is_mark else set()
    return any(told[number].mention.index in inside and told[number].mention.index > unit for number in numbers)


def _named(tree: Tree, unit: int) -> int | None:
    """'exchange' of 'hours before the exchange'."""
    if unit + 1 >= len(tree) or tree.lower[unit + 1] not in {"after", "before"}:
        return None
    nouns = (i for i in tree.below(unit + 1, "pobj") if tree[i].tag in {"NN", "NNS"})
    return next((i for i in nouns if types_named(tree, i)), None)


def _told_before(told: Sequence[Told], numbers: Sequence[int], types: set[str]) -> int | None:
    """The last that an earlier sentence told of one of these types, with a date if any has one."""
    before = [n for n in range(min(numbers)) if told[n].mention.row.type in types]
    return next((n for n in reversed(before) if told[n].when.basis in DIRECT), before[-1] if before else None)


def _is_main(mention: Mention) -> bool:
    return mention.tree[mention.tree.first_conjunct(mention.top)].relation == "ROOT"


def within_hours(told: Sequence[Mention], known: Sequence[When], order: Sequence[Order]) -> tuple[When, ...]:
    """The Whens, what hours or minutes part from a known day no more than that away from it."""
    whens = list(known)
    for link in order:
        unit = _unit(told[link.one], link) or _length(told[link.other], link)
        if unit is None:
            continue
        side = 1 if link.relation is Relation.AFTER else -1
        if not _pin(whens, link.one, whens[link.other], unit, side, link.because):
            _pin(whens, link.other, whens[link.one], unit, -side, link.because)
    return tuple(whens)


def _unit(mention: Mention, link: Order) -> str | None:
    """The unit of a link of hours, or of a connective that it stands right before ('hours after the vote')."""
    if link.sieve == SIEVE:
        return next((word for word in link.because.split() if word in UNITS), None)
    if link.sieve != "connective" or link.because not in SINCE or UNITS.isdisjoint(mention.tree.lower):
        return None
    words = mention.tree.lower
    return next((one for one, word in pairwise(words) if one in UNITS and word == link.because), None)


def _length(mention: Mention, link: Order) -> str | None:
    """The hours of 'after eleven hours of talks', 'after a debate of nine hours', 'after a three-hour meeting'."""
    tree = mention.tree
    if link.sieve != "connective" or link.because != "after" or mention.is_verb or WIDE.isdisjoint(tree.lower):
        return None
    above = tree[tree[mention.index].head].head if tree[mention.index].relation == "pobj" else mention.index
    near = [above, *(inner for _, inner in tree.prepositions(mention.index)), *tree.subtree(mention.index)]
    return next((tree.lower[index] for index in near if tree.lower[index] in WIDE), None)


def _pin(whens: list[When], number: int, base: When, unit: str, side: int, because: str) -> bool:
    """Whether the base has a day, and its own is not known: then it lies around that, `side` of it."""
    width = base.span.width
    if whens[number].basis in DIRECT or width is None or width > NIGHT:
        return False
    near = _around(base, unit, side, because)
    whens[number] = move(whens[number], earliest=near, latest=near, because=f"{unit} apart")
    return True


def _around(base: When, unit: str, side: int, because: str) -> TimeSpan:
    """The day, with the next one for hours after an evening, the one before for hours before a morning."""
    day = base.span.start_earliest
    if day is None or base.span.width == NIGHT:
        return UNKNOWN if day is None else base.span  # 'overnight'
    words = set((base.text or "").lower().split())
    is_over = unit in WIDE and not because.startswith("within") and bool(words & (LATE if side > 0 else EARLY))
    return (
        edtf.between(min(day, day + side * is_over), max(day, day + side * is_over)) if is_over else edtf.from_day(day)
    )
