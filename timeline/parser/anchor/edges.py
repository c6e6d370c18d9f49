"""Edges: 'have died since the river burst its banks on Tuesday' bounds the deaths by the day of what is no happening of its own."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.model.statement import Status
from timeline.model.time import DIRECT, TimeExpression, When
from timeline.parser.anchor.dating import HAPPENED, goes_on_since, move
from timeline.parser.anchor.held import Held, clause_above
from timeline.parser.anchor.meant import until
from timeline.parser.anchor.sharing import alike_before
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.sentences.tree import Tree

FROM = frozenset({"since", "after", "once"})
TO = frozenset({"before", "until", "till"})


@dataclass(frozen=True, slots=True)
class Edge:
    """The date of a clause, and the word that opens the clause."""

    expression: TimeExpression
    word: str


def find_edges(mentions: Sequence[Mention], times: Sequence[Held]) -> dict[int, Edge]:
    """The edge of each mention that has one: a dated clause below it whose verb tells no happening."""
    groups, found = by_sentence(mentions), dict[int, Edge]()
    for held in times:
        here = {mentions[number].top: number for number in groups[held.tree.sentence.index]}
        here |= {mentions[number].index: number for number in groups[held.tree.sentence.index]}
        verb = clause_above(held)
        word = None if verb is None or verb in here else _opening(held.tree, verb)
        own = next((here[above] for above in held.tree.above(verb or 0) if above in here), None)
        if word is None or own is None:
            continue
        beside = {number: mentions[number] for number in groups[held.tree.sentence.index]}
        for number in {own, *alike_before(held.tree, beside, own)}:
            found.setdefault(number, Edge(held.expression, word))
    return found


def _opening(tree: Tree, verb: int) -> str | None:
    """'since', 'after', 'until' of an adverbial clause."""
    if tree[verb].relation != "advcl":
        return None
    return next((tree.lower[mark] for mark in tree.below(verb, "mark") if tree.lower[mark] in FROM | TO), None)


def edged(found: When, mention: Mention, status: Status, edge: Edge | None, published: datetime.date | None) -> When:
    """The When of what has no date of its own, no earlier or no later than its edge; with 'since', of all the time from there."""
    if edge is None or status not in HAPPENED or found.basis in DIRECT:
        return found
    span, because = edge.expression.span, f"{edge.word} … {edge.expression.text}"
    if edge.word in TO:
        return move(found, latest=span, because=because)
    moved = move(found, earliest=span, because=because)
    is_count = edge.word == "since" and goes_on_since(mention) and published is not None and moved is not found
    return (
        replace(moved, span=until(span, published)) if is_count and published is not None and span.is_bounded else moved
    )
