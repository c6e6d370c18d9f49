"""Accused: whom an accusation is aimed at: who did what it is about ('blamed Chad for the raid')."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Role, RoleName
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.governing import is_inside
from timeline.parser.mentions.mention import by_sentence


def with_accused(drafts: Sequence[Draft]) -> list[Draft]:
    """Whoever did what an accusation is about is its target."""
    groups = by_sentence(draft.mention for draft in drafts)
    beside = {index: [drafts[number] for number in numbers] for index, numbers in groups.items()}
    return [
        _accusing(draft, beside[draft.mention.tree.sentence.index]) if draft.mention.row.type == "accuse" else draft
        for draft in drafts
    ]


def _accusing(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if any(role.name is RoleName.TARGET for role in draft.roles):
        return draft
    own = {role.actor for role in draft.roles}
    accused = dict.fromkeys(
        role.actor
        for other in drafts
        if other is not draft and is_inside(other.mention, draft.mention)
        for role in other.roles
        if role.name is RoleName.AGENT and role.actor not in own
    )
    return replace(draft, roles=(*draft.roles, *(Role(actor, RoleName.TARGET) for actor in accused)))
