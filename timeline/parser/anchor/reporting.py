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
from timeline.parser.anchor.held import Held, chain, clause_above
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.sentences.tree import PAST, SUBJECTS, Tree

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
        saying, deed = _saying(held), _deed(held)
        for number in groups[held.tree.sentence.index] if deed is not None or saying is not None else ():
            mention, claim = told[number]
            is_plan = claim.status is Status.PLANNED
            if saying is not None and (_is_planned if is_plan else _is_said)(held, mention, saying):
                found.setdefault(number, Report(held.expression, _words(held, saying)))
            elif deed is not None and is_plan and _was_to_be(held.tree, mention, deed):
                found.setdefault(number, Report(held.expression, _words(held, deed)))
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
    above = clause_above(held)
    verb = above if before is None else before
    if held.expression.rule == QUARTER or verb is None:
        return None  # 'said third-quarter profit fell'
    return verb if _effect(held.tree, verb) in {None, Status.PLANNED} else None


def _deed(held: Held) -> int | None:
    """The verb of the past that the date stands by."""
    tree, path = held.tree, chain(held)
    verb = next((index for index in path if tree[index].pos in {"VERB", "AUX"}), None)
    if verb is None or tree[verb].tag not in PAST or _is_in_subject(held, verb):
        return None
    return verb


def _is_in_subject(held: Held, verb: int) -> bool:
    """Of the thing that the verb is told of."""
    tree = held.tree
    return any(tree[index].relation in SUBJECTS for index in chain(held) if index != verb and verb in tree.above(index))


def _was_to_be(tree: Tree, mention: Mention, deed: int) -> bool:
    """'took power in 2021, hours before the parliament was to meet': ahead of that day, and not of the report."""
    above = tree[mention.top].head
    is_was = tree[mention.top].relation == "xcomp" and tree[above].lemma == "be" and tree[above].tag == "VBD"
    is_would = any(tree.lower[child] == "would" for child in tree.below(mention.top, "aux"))
    return (is_was or is_would) and mention.top != deed and deed in tree.above(mention.top)


def _effect(tree: Tree, verb: int) -> Status | None:
    return effects().get((tree[verb].lemma, "verb"), Status.ASSERTED)


def _is_said(held: Held, mention: Mention, verb: int) -> bool:
    """In the clause that the verb carries, and in no clause that hangs on it otherwise."""
    tree = held.tree
    path = [mention.top, *tree.above(mention.top)]
    if verb not in path or mention.top == verb or _effect(tree, verb) is not None or _is_told_now(tree, mention.top):
        return False
    return tree[path[path.index(verb) - 1]].relation == "ccomp"


def _is_told_now(tree: Tree, verb: int) -> bool:
    """'said on Sunday that she would await the recount which she has demanded': up to the report, as a clause aside."""
    has = [tree[child] for child in tree.below(verb, "aux") if tree[child].lemma == "have"]
    return tree[verb].relation == "relcl" and any(one.tag not in PAST for one in has)


def _is_planned(held: Held, mention: Mention, verb: int) -> bool:
    """In what the verb says or plans: 'voted to close it', 'announced plans to buy it'; no date in its subject."""
    tree = held.tree
    if _is_in_subject(held, verb):
        return False
    path = [mention.top, *tree.above(mention.top)]
    inside = path[: path.index(verb)] if verb in path else []
    return bool(inside) and all(tree[index].relation in PLANS for index in inside)


def _words(held: Held, verb: int) -> str:
    first, last = min(held.tokens), max(held.tokens)
    if verb < first <= verb + LONGEST:
        return held.tree.words([*range(verb, last + 1)])
    return f"{held.tree[verb].text} {held.expression.text}"
