"""Cancelled: what was called off has the day that it was planned for: 'talks due to open on 7 April have been cancelled'."""

import datetime
from collections.abc import Sequence

from timeline.model.statement import Claim, Status
from timeline.parser.anchor.belonging import PLANS
from timeline.parser.anchor.held import Held, chain
from timeline.parser.anchor.sharing import Dated
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.tree import UNDERGOING, Tree

PLANNED = PLANS | {"be"}
CLAUSES = frozenset({"acl", "relcl", "amod", "appos", "advcl"})
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj")
INNER = frozenset({"NOUN", "PROPN", "ADP", "PRON"})

FAR = 120  # days

Told = tuple[Mention, Claim]


def without_plans(told: Sequence[Told]) -> list[Told]:
    """Without 'planned' of 'the mission, planned for 2027, was called off', which tells nothing more."""
    lost = [
        (mention.tree, noun) for mention, found in told if found.status is Status.CANCELLED for noun in _nouns(mention)
    ]
    return [
        (mention, found)
        for mention, found in told
        if not _is_of_dropped(mention) and not (lost and any(_is_plan(mention, tree, noun) for tree, noun in lost))
    ]


def _is_of_dropped(mention: Mention) -> bool:
    """'planned' of a thing that tells no happening, which a verb of the sentence drops."""
    tree, noun = mention.tree, _plan_of(mention.tree, mention.top) if mention.is_verb else None
    if noun is None or tree[noun].relation not in UNDERGOING:
        return False
    return any(effects().get((name, "verb")) is Status.CANCELLED for name in verb_names(tree, tree[noun].head))


def _is_plan(mention: Mention, tree: Tree, noun: int) -> bool:
    return mention.tree is tree and mention.is_verb and _plan_of(tree, mention.top) == noun


def planned_days(told: Sequence[Told], times: Sequence[Held], published: datetime.date | None) -> Dated:
    """The expressions that say for when each mention that was called off had been planned."""
    lost = {n: mention for n, (mention, found) in enumerate(told) if found.status is Status.CANCELLED}
    nouns = {(id(mention.tree), noun): n for n, mention in lost.items() for noun in _nouns(mention)}
    found: Dated = {}
    for held in times if nouns else ():
        plans = (_plan_of(held.tree, index) for index in chain(held))
        noun = next((noun for noun in plans if noun is not None), None)
        number = nouns.get((id(held.tree), noun)) if noun is not None else None
        if number is not None and not _is_of_either_year(held, published):
            found.setdefault(number, held.expression)
    return found


def _is_of_either_year(held: Held, published: datetime.date | None) -> bool:
    """'was due in February', told in August: of this year or the next one."""
    start = held.expression.span.start_earliest
    is_far = published is not None and start is not None and start - published.toordinal() > FAR
    return is_far and held.expression.basis == "resolved" and held.expression.span.precision == "month"


def _nouns(mention: Mention) -> list[int]:
    """What was called off: the noun itself, or what the verb has for its subject or object; what stands in it or right behind it,
    too, on which a tree may hang its plan ('a meeting with his rival that was to be held on Friday')."""
    tree = mention.tree
    heads = tree.below(mention.top, *ARGUMENTS) if mention.is_verb else [mention.index]
    behind = [
        noun
        for head in heads
        for _, noun in tree.prepositions(tree[head].head)
        if tree[head].relation == "dobj" and noun > head
    ]
    return [*behind, *(index for head in heads for index in (head, *_inside(tree, head)))]


def _inside(tree: Tree, noun: int) -> list[int]:
    return [
        index
        for index in tree.subtree(noun)
        if index != noun and all(tree[i].pos in INNER for i in _path(tree, index, noun))
    ]


def _path(tree: Tree, index: int, noun: int) -> list[int]:
    path = [index]
    while tree[path[-1]].head != noun:
        path.append(tree[path[-1]].head)
    return path


def _plan_of(tree: Tree, index: int) -> int | None:
    """The noun of which 'planned for', 'due to open on' or 'that was to be held in' tells."""
    verb = index
    while tree[verb].relation in {"xcomp", "acomp", "pcomp"}:
        verb = tree[verb].head
    is_plan = tree[verb].relation in CLAUSES and tree[verb].lemma in PLANNED
    return tree[verb].head if is_plan and tree[verb].head < verb else None
