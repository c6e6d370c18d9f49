"""Reporting: 'said on Tuesday that the army had shelled the port' dates the saying; what is told as past was no later, and what
was planned long before the report ('voted in 2000 to close the mill') was ahead of that day, and maybe not of the report."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.model import edtf
from timeline.model.span import UNKNOWN
from timeline.model.statement import Claim, Status
from timeline.model.time import TimeExpression, When
from timeline.parser.anchor.anchor import saying_before
from timeline.parser.anchor.dating import HAPPENED, QUARTER, move
from timeline.parser.anchor.held import Held, chain
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.sentences.tree import SUBJECTS, Tree

LONG_AGO = 31  # days
PLANS = frozenset({"ccomp", "xcomp", "dobj", "acl", "prep", "pobj"})
LONGEST = 4  # words from the verb to its day, to be quoted together


@dataclass(frozen=True, slots=True)
class Report:
    """When something was said, and the words that say so ('said on Tuesday')."""

    expression: TimeExpression
    words: str


def find_reports(told: Sequence[tuple[Mention, Claim]], times: Sequence[Held]) -> dict[int, Report]:
    """The dated saying, or for what is planned the dated planning, that each mention stands under."""
    groups, found = by_sentence([mention for mention, _ in told]), dict[int, Report]()
    for held in times:
        if (verb := _saying(held)) is not None:
            for number in groups[held.tree.sentence.index]:
                mention, claim = told[number]
                is_under = _is_planned if claim.status is Status.PLANNED else _is_said
                if is_under(held, mention, verb):
                    found.setdefault(number, Report(held.expression, _words(held, verb)))
    return found


def reported(found: When, status: Status, report: Report | None, published: datetime.date | None) -> When:
    """The When of what is told as past in a report: no later than that, unless it has a date of its own; of what was planned long
    ago: no earlier than then."""
    if report is None or found.basis not in {"published", "none"}:
        return found
    if status in HAPPENED:
        return move(found, latest=report.expression.span, because=report.words)
    end = report.expression.span.end_latest
    if status is not Status.PLANNED or published is None or end is None or published.toordinal() - end <= LONG_AGO:
        return found
    span = edtf.reaching(report.expression.span, UNKNOWN)
    return replace(
        found, span=span, basis="ordered", because=(report.words,), because_earliest=report.words, likely=None
    )


def _saying(held: Held) -> int | None:
    """The verb of saying or planning whose day it is."""
    before = saying_before(held)
    above = next((index for index in chain(held) if held.tree[index].pos in {"VERB", "AUX"}), None)
    verb = above if before is None else before
    if held.expression.rule == QUARTER or verb is None:
        return None  # 'said third-quarter profit fell'
    return verb if _effect(held.tree, verb) in {None, Status.PLANNED} else None


def _effect(tree: Tree, verb: int) -> Status | None:
    return effects().get((tree[verb].lemma, "verb"), Status.ASSERTED)


def _is_said(held: Held, mention: Mention, verb: int) -> bool:
    """In the clause that the verb carries, and in no clause that hangs on it otherwise."""
    tree = held.tree
    path = [mention.top, *tree.above(mention.top)]
    if verb not in path or mention.top == verb or _effect(tree, verb) is not None:
        return False
    return tree[path[path.index(verb) - 1]].relation == "ccomp"


def _is_planned(held: Held, mention: Mention, verb: int) -> bool:
    """In what the verb says or plans: 'voted to close it', 'announced plans to buy it'; no date in its subject."""
    tree = held.tree
    if any(tree[index].relation in SUBJECTS for index in chain(held) if index != verb and verb in tree.above(index)):
        return False
    path = [mention.top, *tree.above(mention.top)]
    inside = path[: path.index(verb)] if verb in path else []
    return bool(inside) and all(tree[index].relation in PLANS for index in inside)


def _words(held: Held, verb: int) -> str:
    first, last = min(held.tokens), max(held.tokens)
    if verb < first <= verb + LONGEST:
        return held.tree.words([*range(verb, last + 1)])
    return f"{held.tree[verb].text} {held.expression.text}"
