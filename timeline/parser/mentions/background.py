"""Background: what a sentence tells only to say why, or of whom, its news is: 'cut ties over a raid', 'freed men it had seized'.

What stands there with a date of its own is a happening of its own; without one it is part of the news.
"""

from collections.abc import Sequence

from timeline.parser.mentions.elaborations import has_own_date
from timeline.parser.mentions.governing import DENYING
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tenses import may_have_had

STANDS = frozenset(
    {"sanction", "protest", "accuse", "threaten", "reject", "concede", "request", "support", "aid", "agree"}
)
PUBLIC = STANDS | {"consult", "cooperate", "mobilize", "retreat", "coerce"}  # what states and groups do to each other
FOR_CAUSE = STANDS - {"protest"}  # 'protested against the arrest of X': there was an arrest
REASONS = frozenset({"over", "for", "of", "at", "against"})
QUARRELS = frozenset({"dispute", "row", "quarrel", "spat", "feud", "rift"})
LOOSE = frozenset({"pcomp", "acl", "xcomp", "relcl"})
SETTINGS = frozenset({"consult", "election", "other"})
PARTIES = ("with", "between", "by", "of", "among", "against", "to")
WEAK = frozenset({"other", "statement"})  # types of verbs that no row of their own names


def without_background(found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence without those that are only the background of another."""
    if len(found) < 2:
        return list(found)
    aside = [mention for mention in found if _is_aside(mention, found)]
    behind = [mention for mention in found if mention in aside or any(_is_within(mention, other) for other in aside)]
    return [mention for mention in found if mention not in behind] or list(found)


def _is_aside(mention: Mention, found: Sequence[Mention]) -> bool:
    if has_own_date(mention):
        return False
    if not mention.is_verb and mention.carrier is not None:
        return False
    if not mention.is_verb:
        is_setting = _is_setting(mention) and any(other.is_verb and other.row.type in PUBLIC for other in found)
        return is_setting or any(_is_reason(mention, other) or _is_deep_below(mention, other) for other in found)
    others = [other for other in found if other is not mention and not _is_within(other, mention)]
    is_public = any(other.row.type in PUBLIC for other in others)
    return is_public and (_is_of_somebody(mention) or _is_lesser(mention) or _is_comment(mention, others))


def _is_reason(mention: Mention, other: Mention) -> bool:
    """'cut ties over the killing', 'a protest against the tests', 'froze aid because of the seizure'."""
    tree = mention.tree
    head = tree.head(tree.first_conjunct(mention.index))
    if other.row.type not in FOR_CAUSE or other is mention or head is None:
        return False
    if mention.lemma in QUARRELS and tree[head].text.lower() == "in":
        return tree[head].head in {other.index, other.top}
    if tree[head].text.lower() not in REASONS:
        return False
    above = tree.head(head)
    while above is not None and tree[above].pos in {"ADP", "SCONJ", "NOUN"} and above not in {other.index, other.top}:
        above = tree.head(above)
    return above in {other.index, other.top} and (
        tree[head].text.lower() != "of" or tree[tree[head].head].pos != "NOUN"
    )


def _is_deep_below(mention: Mention, other: Mention) -> bool:
    """'accused the court of hiding the deaths', 'a strike to force the state into elections': in a clause without a tense."""
    tree = mention.tree
    clause = tree.clause(mention.index)
    if other is mention or other.row.type not in PUBLIC or clause in {other.index, other.top}:
        return False
    if tree[clause].lemma in {"follow", "precede"}:
        return False  # 'a truce, followed by talks in Vienna'

    is_loose = tree[clause].relation in LOOSE and tree[clause].tag in {"VB", "VBG", "VBN"}
    return is_loose and bool({other.index, other.top} & set(tree.above(clause)))


def _is_lesser(mention: Mention) -> bool:
    """'after its only plane was damaged', 'of sheltering its foes': a deed of no kind, told only as the reason."""
    clause = mention.tree[mention.tree.first_conjunct(mention.top)]
    return mention.row.type == "other" and clause.relation in {"advcl", "acl", "pcomp"}


def _is_setting(mention: Mention) -> bool:
    """'at a ceremony', 'on the eve of the vote', 'after a night of talks': where or when the news was, with nobody in it."""
    tree = mention.tree
    is_phrase = mention.row.type in SETTINGS and tree[mention.index].relation == "pobj"
    slots = {"possessor", *PARTIES} & mention.slots.keys()
    return (
        is_phrase
        and not slots
        and not any(tree[child].entity for child in tree.below(mention.index, "amod", "compound"))
    )


def _is_of_somebody(mention: Mention) -> bool:
    """In a relative clause that says of whom or what the news is: one in the past perfect, or of a weak type."""
    tree = mention.tree
    clause = tree[tree.first_conjunct(mention.top)]
    if mention.row.type == "reject" and mention.lemma in DENYING:
        return False  # 'a claim that Chad has always denied'
    if clause.relation == "acl" and clause.tag == "VBN":
        return tree[clause.head].relation in {"dobj", "pobj", "nsubjpass"} and tree[mention.index].relation != "conj"
    if clause.relation != "relcl":
        return False
    return mention.row.type in WEAK or may_have_had(tree, mention.index) or tree.is_negated(mention.index)


def _is_comment(mention: Mention, others: Sequence[Mention]) -> bool:
    """', and said …' after what the speaker did."""
    tree = mention.tree
    is_joined = tree[mention.index].relation in {"conj", "advcl"}
    speakers = set(mention.slots.get("subject", []))
    return (
        mention.row.type == "statement"
        and is_joined
        and any(speakers & set(other.slots.get("subject", [])) for other in others)
    )


def _is_within(mention: Mention, other: Mention) -> bool:
    """A noun or clause somewhere below an aside, undated."""
    return other is not mention and other.index in set(mention.tree.above(mention.index)) and not has_own_date(mention)
