"""Doublets: a verb and what it is done to, of one type ('ordered an inquiry'), are one happening in a longer text."""

from collections.abc import Sequence

from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import by_sentence
from timeline.parser.mentions.worth import Worth


def without_doublets(drafts: Sequence[Draft], worth: Worth) -> list[Draft]:
    """The drafts without nouns that are the object of a verb of their own type, as firmly told, when readers tell the verb
    sooner and the noun has neither date nor harm of its own, nor anybody else in it ('ordered the murder of X'). Rows keep
    these apart; the types that weights give them may not.
    """
    groups = by_sentence(draft.mention for draft in drafts)
    return [
        draft
        for draft in drafts
        if draft.mention.is_verb
        or not any(_is_done_to(draft, drafts[number], worth) for number in groups[draft.mention.tree.sentence.index])
    ]


def _is_done_to(noun: Draft, verb: Draft, worth: Worth) -> bool:
    mention, deed = noun.mention, verb.mention
    if not deed.is_verb or mention.index not in deed.slots.get("object", ()) or mention.row.type != deed.row.type:
        return False
    has_own = mention.consequences or noun.expression not in (None, verb.expression)
    has_own = has_own or not {role.actor for role in noun.roles} <= {role.actor for role in verb.roles}
    return not has_own and noun.claim.status is verb.claim.status and _chance(noun, worth) < _chance(verb, worth)


def _chance(draft: Draft, worth: Worth) -> float:
    """How likely a reader tells it; the same for all where nothing is weighed."""
    return worth.of(draft.mention) or 0.0
