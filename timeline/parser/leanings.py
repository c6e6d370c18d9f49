"""Leanings: what is said with a pronoun speaks for a thing ('it was launched') or for a firm ('its shares'). One Sentence."""

from timeline.parser.goods import MADE
from timeline.parser.member import Member
from timeline.parser.sorts import is_public
from timeline.parser.tree import Tree

THING, NEITHER, FIRM = 1, 0, -1
TRADED = frozenset({"share", "stock", "dividend", "shareholder"})


def leaning(tree: Tree, head: int) -> int:
    """To a thing, of which it is told that it was made or sold; to a firm, whose shares these are; to neither."""
    token, above = tree[head], tree[tree[head].head]
    if token.relation == "nsubjpass" and above.lemma in MADE:
        return THING
    return FIRM if token.relation == "poss" and above.lemma in TRADED else NEITHER


def leant(member: Member, to: int) -> int:
    """1 when it is what that speaks for, -1 when it is none of those: no thing has shares, nor has a union."""
    if to == FIRM:
        return -1 if member.is_thing or is_public(member) else 0
    return 1 if to == THING and member.is_thing else 0
