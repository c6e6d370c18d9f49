"""Accused: whom an accusation is aimed at: who did what it is about ('blamed Chad for the raid')."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.model.statement import Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.governing import governors, is_inside
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.mentions.typed import DEEDS
from timeline.parser.roles.fillers import fillers

OURS = frozenset({"i", "we"})


def charged(mention: Mention, cast: Cast, found: Mapping[int, RoleName]) -> list[int]:
    """'charged that the city had hidden deaths': who is said to do it; not who says 'we'."""
    tree = mention.tree
    clauses = [clause for clause in mention.slots.get("clause", []) if not tree.below(clause, "nsubjpass", "auxpass")]
    subjects = [
        subject for clause in clauses for subject in tree.below(clause, "nsubj") if tree.lower[subject] not in OURS
    ]
    heads = [head for subject in subjects for head in tree.conjuncts(subject)]
    return [
        member for head in heads for member in fillers(mention, head, "clause_subject", cast) if member not in found
    ]


def with_accused(drafts: Sequence[Draft]) -> list[Draft]:
    """Whoever did what an accusation is about is its target; what only the weights take for one aims at nobody."""
    groups = by_sentence(draft.mention for draft in drafts)
    beside = {index: [drafts[number] for number in numbers] for index, numbers in groups.items()}
    return [
        _accusing(draft, beside[draft.mention.tree.sentence.index]) if draft.mention.row.type == "accuse" else draft
        for draft in drafts
    ]


def _accusing(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.mention.row.place.startswith(DEEDS) or any(role.name is RoleName.TARGET for role in draft.roles):
        return draft
    own = {role.actor for role in draft.roles}
    accused = dict.fromkeys(
        role.actor
        for other in drafts
        if other is not draft
        and is_inside(other.mention, draft.mention)
        and not _is_aside(other.mention, draft.mention)
        for role in other.roles
        if role.name is RoleName.AGENT and role.actor not in own
    )
    return replace(draft, roles=(*draft.roles, *(Role(actor, RoleName.TARGET) for actor in accused)))


def _is_aside(inner: Mention, outer: Mention) -> bool:
    """'condemned conditions at a camp where a guard shot a boy': a clause that only says of what it is told."""
    between = (relation for above, relation in governors(inner) if above > outer.index)
    return "relcl" in between
