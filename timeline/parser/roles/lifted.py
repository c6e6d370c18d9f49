"""Lifted: whose licence, ban or sentence it is that is restored, lifted or thrown out, when the text told of it before.

'The firm lost its licence in May. … A court restored the licence': the firm's; 'lifted the suspension': of who was suspended.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Actor, Role, RoleName
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention

LIFTING = frozenset(
    "restore reinstate lift revoke suspend renew return withdraw cancel overturn uphold quash annul extend reduce halve waive "
    "dismiss throw strike end".split()
)
# What somebody holds, or is put under, and the verb for that.
HELD = {
    **dict.fromkeys(
        "licence license permit contract curfew injunction visa grant accreditation citizenship".split(), ""
    ),
    "ban": "ban",
    "suspension": "suspend",
    "fine": "fine",
    "sentence": "sentence",
    "conviction": "convict",
    "sanction": "sanction",
    "embargo": "embargo",
    "expulsion": "expel",
    "dismissal": "dismiss",
    "detention": "detain",
    "acquittal": "acquit",
}
LOSING = frozenset({"lose", "forfeit"})
POINTING = frozenset({"the", "this", "that", "its", "his", "her", "their"})
CONTENTS = frozenset({"of", "on", "against", "for", "from"})
REACH = 14  # happenings back


def with_lifted(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; what is undone to nobody named is undone to those to whom it was done, or who lost it."""
    result = list(drafts)
    for number, draft in enumerate(drafts):
        if (noun := _undone(draft)) is not None:
            meant = _holders(draft, noun, result[max(0, number - REACH) : number])
            more = (Role(actor, RoleName.TARGET) for actor in meant)
            result[number] = replace(draft, roles=(*draft.roles, *more))
    return result


def _undone(draft: Draft) -> str | None:
    """'licence' of 'restored the licence' that tells of nobody whose it is."""
    mention, tree = draft.mention, draft.mention.tree
    if not mention.is_verb or tree[mention.index].lemma not in LIFTING or draft.actors(RoleName.TARGET):
        return None
    for head in mention.slots.get("object", []):
        is_told = tree.has(head, "det", POINTING) or tree.has(head, "poss", POINTING)
        if tree[head].lemma in HELD and is_told and not tree.has(head, "prep", CONTENTS):
            return tree[head].lemma
    return None


def _holders(draft: Draft, noun: str, earlier: Sequence[Draft]) -> list[Actor]:
    own = draft.actors(RoleName.AGENT)
    for other in reversed(earlier):
        is_done = bool(HELD[noun]) and other.mention.lemma.split()[0] == HELD[noun]
        if not is_done and not _is_of(other.mention, noun):
            continue
        done_to = [actor for actor in other.actors(RoleName.TARGET) if actor not in own]
        is_lost = other.mention.lemma.split()[0] in LOSING
        losing = [actor for actor in other.actors(RoleName.AGENT) if is_lost and actor not in own]
        if done_to or losing:
            return done_to or losing
    return []


def _is_of(mention: Mention, noun: str) -> bool:
    """'lost its licence'."""
    return any(mention.tree[head].lemma == noun for head in mention.slots.get("object", []))
