"""Alone: who is told of with nobody beside him: the body that meets acts, and whoever appears in court is tried."""

from timeline.model.statement import HUMAN, ActorKind, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.phrases import PLURAL

BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.COMPANY})
TRIED = frozenset({"appear", "reappear"})


def alone(mention: Mention, found: dict[int, RoleName], cast: Cast) -> dict[int, RoleName]:
    """'The council met on Friday': the council, as agent; 'the clerk appeared before a judge': the clerk, as target."""
    if not mention.is_verb or len(found) != 1:
        return found
    ((member, role),) = found.items()
    heads = mention.slots.get("subject", [])
    if not any(member in cast.at(mention.tree, head) for head in heads):
        return found
    kind = cast.actor(member).kind
    is_body = kind in BODIES and all(mention.tree[head].tag not in PLURAL for head in heads)
    if role is RoleName.PARTICIPANT and mention.row.type == "consult" and is_body:
        return {member: RoleName.AGENT}
    is_tried = role is RoleName.AGENT and mention.row.type == "legal" and mention.lemma.split()[0] in TRIED
    is_tried = is_tried and all(word != "for" for word, _ in mention.tree.prepositions(mention.index))  # a lawyer
    return {member: RoleName.TARGET} if is_tried and kind in HUMAN else found
