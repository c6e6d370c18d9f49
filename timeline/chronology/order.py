"""In which order links put happenings, as numbers: what comes after another has the higher one."""

from collections.abc import Mapping, Sequence

from timeline.model.statement import Link, Relation, Statement

COURSE = "course"
# Scripts: whom it hit is told of the attack itself.
TOLLS = frozenset({"deaths follow the attack", "tolls follow the attack"})

Before = Mapping[int, Sequence[int]]


def ranks(statements: Sequence[Statement]) -> tuple[int, ...]:
    """For each Statement of one Document the length of the longest chain of links (weak ones too) that leads to it."""
    before: dict[int, list[int]] = {number: [] for number in range(len(statements))}
    for number, statement in enumerate(statements):
        for link in statement.links:
            if pair := earlier_and_later(number, link):
                before[pair[1]].append(pair[0])
    return chain_lengths(before)


def kept_apart(statements: Sequence[Statement]) -> tuple[tuple[int, ...], ...]:
    """For each Statement of one Document those that strong links, straight or through others, put before or after it."""
    later: dict[int, set[int]] = {number: set() for number in range(len(statements))}
    for number, statement in enumerate(statements):
        for link in statement.links:
            if tells_apart(link) and (pair := earlier_and_later(number, link)):
                later[pair[0]].add(pair[1])
    apart: list[set[int]] = [set() for _ in statements]
    for number in later:
        for other in _reach(number, later):
            apart[number].add(other)
            apart[other].add(number)
    return tuple(tuple(sorted(others - {number})) for number, others in enumerate(apart))


def tells_apart(link: Link) -> bool:
    """Whether it is strong and says more than that a text tells one next, or whom it hit: that may be the same again."""
    return link.is_strong and link.sieve != COURSE and link.because not in TOLLS


def _reach(start: int, later: dict[int, set[int]]) -> set[int]:
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        new = later[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return reached


def earlier_and_later(number: int, link: Link) -> tuple[int, int] | None:
    """The numbers of the Statements that a link orders, the earlier first; None when it does not order them."""
    if link.relation is Relation.AFTER:
        return link.statement, number
    if link.relation is Relation.BEFORE:
        return number, link.statement
    return None


def chain_lengths(before: Before) -> tuple[int, ...]:
    """For 0, 1, … the length of the longest chain that leads there; a circle is cut where it is met again."""
    lengths: dict[int, int] = {}
    for number in sorted(before):
        _measure(number, before, lengths)
    return tuple(lengths[number] for number in sorted(before))


def _measure(start: int, before: Before, lengths: dict[int, int]) -> None:
    """Depth first, without recursion: chains may be longer than Python's stack."""
    stack, open_numbers = [start], set()
    while stack:
        number = stack[-1]
        if number in lengths:
            stack.pop()
            continue
        waiting = [other for other in before[number] if other not in lengths and other not in open_numbers]
        if number not in open_numbers and waiting:
            open_numbers.add(number)
            stack.extend(waiting)
            continue
        lengths[number] = max((lengths[other] + 1 for other in before[number] if other in lengths), default=0)
        stack.pop()
