"""Reporting: 'said on Tuesday that the army had shelled the port' dates the saying; what is told as past was no later."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model.statement import Status
from timeline.model.time import TimeExpression, When
from timeline.parser.anchor.anchor import saying_before
from timeline.parser.anchor.dating import HAPPENED, QUARTER, move
from timeline.parser.anchor.held import Held, chain
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.sentences.tree import Tree

LONGEST = 4  # words from the verb to its day, to be quoted together


@dataclass(frozen=True, slots=True)
class Report:
    """When something was said, and the words that say so ('said on Tuesday')."""

    expression: TimeExpression
    words: str


def find_reports(mentions: Sequence[Mention], times: Sequence[Held]) -> dict[int, Report]:
    """The dated saying that each mention stands under, for those that stand under one."""
    groups, found = by_sentence(mentions), dict[int, Report]()
    for held in times:
        if (verb := _saying(held)) is not None:
            for number in groups[held.tree.sentence.index]:
                if _is_said(held.tree, mentions[number], verb):
                    found.setdefault(number, Report(held.expression, _words(held, verb)))
    return found


def reported(found: When, status: Status, report: Report | None) -> When:
    """The When of what is told as past in a report: no later than that, unless it has a date of its own."""
    if report is None or status not in HAPPENED or found.basis not in {"published", "none"}:
        return found
    return move(found, latest=report.expression.span, because=report.words)


def _saying(held: Held) -> int | None:
    """The verb of saying whose day it is."""
    before = saying_before(held)
    above = next((index for index in chain(held) if held.tree[index].pos in {"VERB", "AUX"}), None)
    verb = above if before is None else before
    if held.expression.rule == QUARTER:
        return None  # 'said third-quarter profit fell'
    if verb is None or effects().get((held.tree[verb].lemma, "verb"), Status.ASSERTED) is not None:
        return None
    return verb


def _is_said(tree: Tree, mention: Mention, verb: int) -> bool:
    """In the clause that the verb carries, and in no clause that hangs on it otherwise."""
    path = [mention.top, *tree.above(mention.top)]
    if verb not in path or mention.top == verb:
        return False
    return tree[path[path.index(verb) - 1]].relation == "ccomp"


def _words(held: Held, verb: int) -> str:
    first, last = min(held.tokens), max(held.tokens)
    if verb < first <= verb + LONGEST:
        return held.tree.words([*range(verb, last + 1)])
    return f"{held.tree[verb].text} {held.expression.text}"
