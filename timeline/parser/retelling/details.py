"""Details: what a longer text only adds to what it tells of elsewhere, in verbs that no row knows and with no day: who somebody is
('the clerk who led the gang'), what a blow did ('bombings that blew walls apart')."""

from collections.abc import Sequence

from timeline.model.statement import Status
from timeline.model.types import BLOWS, FORCE
from timeline.parser.known.triggers import VERB
from timeline.parser.mentions.deeds import PLACES
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import RELATIVE_TAGS

VAGUE = frozenset({FORCE, "aid", "coerce", "other", "science", "statement"})


def without_details(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a longer text without its details."""
    blows = {
        (id(d.mention.tree), d.mention.index) for d in drafts if d.mention.row.type in BLOWS and not d.mention.is_verb
    }
    return [draft for draft in drafts if not (_is_detail(draft) or (blows and _is_of_blow(draft.mention, blows)))]


def _is_of_blow(mention: Mention, blows: set[tuple[int, int]]) -> bool:
    """'The strike on Monday holed a tanker': what the noun for a blow did, whatever its day."""
    heads = mention.slots.get("subject", []) if mention.row.type == FORCE and mention.row.is_deed else []
    return any((id(mention.tree), head) in blows for head in heads)


def _is_detail(draft: Draft) -> bool:
    mention = draft.mention
    if not mention.row.is_deed or draft.expression is not None or draft.claim.status is not Status.ASSERTED:
        return False
    return _is_likened(mention) or _is_of_somebody(mention)


def _is_likened(mention: Mention) -> bool:
    """A use of force only by what its clause is like: a verb that means one has a row."""
    return mention.row.type == FORCE and all(condition.slot != VERB for condition in mention.row.conditions)


def _is_of_somebody(mention: Mention) -> bool:
    """'who led the gang', 'which damaged a wall': of no kind that makes news by itself, and of no place."""
    tree, index = mention.tree, mention.index
    if tree[tree.first_conjunct(index)].relation != "relcl" or mention.row.type not in VAGUE:
        return False
    is_open = any(tree[head].tag in RELATIVE_TAGS for head in mention.slots.get("subject", []))
    return is_open and not tree.has_entity(index, PLACES)
