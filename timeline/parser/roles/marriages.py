"""Marriages: whose marriage it is that ends: 'his marriage to X was dissolved', 'the marriage ended in divorce'."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention

MARRIAGE = "marriage"
ENDING = frozenset({"dissolve", "annul", "end", "fail", "collapse", "break", "last", "divorce"})
MARRYING = frozenset({"marry", "remarry", "wed", "marriage", "wedding"})
COUPLE = 2


def with_spouses(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts; the end of a marriage that names nobody with those who are named beside it, else the last two who married."""
    result: list[Draft] = []
    last: tuple[Actor, ...] = ()
    for draft in drafts:
        marriages = _marriages(draft.mention) if MARRIAGE in draft.mention.tree.lemmas else []
        if marriages and not draft.roles:
            both = _beside(draft.mention, marriages[0], cast) or last
            draft = replace(draft, roles=tuple(Role(one, RoleName.PARTICIPANT) for one in both))
        own = tuple(role.actor for role in draft.roles)
        if draft.mention.lemma in MARRYING and len(own) == COUPLE:
            last = own
        result.append(draft)
    return result


def _marriages(mention: Mention) -> list[int]:
    """The subject of what ends, or of 'ended in divorce'."""
    tree = mention.tree
    verb = mention.index if mention.is_verb else tree.clause(mention.index)
    if tree[verb].lemma not in ENDING:
        return []
    return [head for head in tree.below(verb, "nsubj", "nsubjpass") if tree[head].lemma == MARRIAGE]


def _beside(mention: Mention, marriage: int, cast: Cast) -> tuple[Actor, ...]:
    """'his first marriage, to the singer X'."""
    tree = mention.tree
    inside = [inner for word, inner in tree.prepositions(marriage) if word in {"to", "with", "of"}]
    heads = [*tree.below(marriage, "poss"), *(i for inner in inside for i in tree.conjuncts(inner))]
    found = dict.fromkeys(cast.actor(member) for head in heads for member in cast.at(tree, head))
    persons = tuple(actor for actor in found if actor.kind is ActorKind.PERSON)
    return persons if len(persons) == COUPLE else ()
