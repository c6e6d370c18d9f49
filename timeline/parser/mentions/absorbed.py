"""Absorbed: what is demanded, threatened, agreed or refused, and is told by that and by no Statement of its own."""

from collections.abc import Sequence

from timeline.model.types import BLOWS
from timeline.parser.mentions.elaborations import has_own_date
from timeline.parser.mentions.governing import is_denied_report, is_hedge, is_reported
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.particular import KNOWN, is_dated, is_voiced_by_somebody
from timeline.parser.mentions.voices import is_voiced
from timeline.parser.sentences.slots import COMPLEMENT
from timeline.parser.sentences.tree import UNDERGOING, Tree

ABSORBING = frozenset({"request", "threaten", "agree", "reject", "support", "concede", "statement", "sanction"})
ABSORBED_NOUN_HEADS = frozenset({"request", "threaten", "reject", "agree"})
ANSWERS = frozenset({"reject", "agree", "support"})  # 'rejected the bid': there was a bid
ANSWERED = frozenset(
    {"business", "sport", "election", "appointment", "agree", "support", "request", "accuse", "reject"}
)
VOICED = frozenset({"request", "accuse", "reject"})
EASING = frozenset({"concede", "retreat", "sanction", "reject"})  # 'lifted the curfew', 'ended the treaty'
EASED = frozenset({"coerce", "sanction", "request", "agree", "aid", "retreat"})
BESIDE = frozenset({"at", "in", "under", "since"})
BINDING = frozenset({"agree", "threaten"})
ADMITTING = frozenset({"admit", "acknowledge", "confess"})  # what was done
LOOSE = frozenset({"offer", "threaten", "warn", "vow"})
APART = frozenset("after before during following since until amid despite".split())  # these join two happenings


def is_absorbed(mention: Mention, found: Sequence[Mention], *, is_story: bool) -> bool:
    """What is demanded, threatened, agreed or refused is said by that happening and is none of its own.

    A story tells what somebody undertook to do to something ('has promised to invest 90 million dollars') beside the promise.
    """
    tree = mention.tree
    triggers = {other.index: other for other in found if other is not mention}
    below = mention.top
    for above in tree.above(mention.top):
        governor = triggers.get(above)
        if governor is not None and _governs(governor, tree[below].relation, mention):
            # 'agreed to free him on Sunday'
            is_promise = governor.row.type == "agree" and tree[below].relation == "xcomp"
            is_meeting = governor.lemma == "invite" and mention.row.type == "consult"
            # 'rejected an order from a court'
            is_answer = governor.row.type in ANSWERS and is_voiced(mention)
            is_known = is_answer or (not mention.is_verb and is_dated(tree, mention.index))
            if is_story and (is_known or _is_undertaken(mention, governor)):
                return False
            if is_denied_report(tree, above):
                return False
            return not ((is_promise or is_meeting) and mention.is_verb and has_own_date(mention))
        if is_reported(tree, above):
            return False  # 'dismissed reports of a meeting': what was reported is told with a doubt
        if _stands_alone(tree, below, above):
            return False
        below = above
    return False


def _is_undertaken(mention: Mention, governor: Mention) -> bool:
    """'promised to invest nine million', 'announced that it would cut 90 jobs'; an offer or a threat binds nobody yet."""
    is_bound = governor.row.type in BINDING and governor.lemma not in LOOSE
    is_deed = mention.is_verb and "object" in mention.slots and not mention.tree.is_negated(mention.index)
    return is_bound and is_deed


def _stands_alone(tree: Tree, below: int, above: int) -> bool:
    """A relative clause, long or short ('a claim denied by'), tells something about its noun; 'after' joins two happenings."""
    token = tree[below]
    if token.relation == "ccomp" and any(tree[i].text == ";" for i in range(below, above)):
        return True
    if tree[above].text.lower() in APART and token.relation in {"pobj", "pcomp"}:
        return True
    first = tree[min(tree.subtree(below))]
    if token.relation == "relcl" and first.tag == "IN" and first.text.lower() == "that":
        return False  # 'its demand that they leave'
    is_relative = token.relation in {"relcl", "conj"} or (token.relation == "acl" and token.tag == "VBN")
    return is_relative and tree[above].pos in {"NOUN", "PROPN"}


def _governs(governor: Mention, relation: str, mention: Mention) -> bool:
    """By a clause, or for demands and refusals by an object; reporting and denial keep what they carry."""
    if is_hedge(governor) or governor.row.type == "statement" or governor.lemma in ADMITTING:
        return False
    if relation in {*COMPLEMENT, "acl", "pcomp"} and (governor.row.type in ABSORBING or governor.lemma == "order"):
        return True
    if mention.row.type in {"accident", "disaster", "death"} and not mention.is_verb:
        return False  # 'ruled out arson as the cause of the fire': there was a fire
    if relation in UNDERGOING and governor.row.type in {*EASING, "legal"} and mention.row.type in EASED:
        return not _is_answered(governor, mention)
    if governor.row.type == "agree" and _is_beside(mention, governor):
        return False
    return _governs_object(governor, relation, mention) and not _is_answered(governor, mention)


def _is_beside(mention: Mention, governor: Mention) -> bool:
    """'agreed at a summit', 'signed on the second day of talks', 'promised an inquiry into the shooting': not what is agreed."""
    tree, first = mention.tree, mention.tree.first_conjunct(mention.index)
    if mention.is_verb or tree[first].relation != "pobj":
        return False
    if mention.row.type in BLOWS and any(tree.lower[i] in KNOWN for i in tree.below(mention.index, "det")):
        return True
    links = [i for i in (first, *tree.above(first)) if governor.index < i < first and tree[i].pos == "ADP"]
    return any(
        tree.lower[i] in BESIDE or tree[tree.below(i, "pobj")[0]].entity == "DATE"
        for i in links
        if tree.below(i, "pobj")
    )


def _governs_object(governor: Mention, relation: str, mention: Mention) -> bool:
    """'demanded a vote', 'threatened them with an attack'."""
    is_free_verb = mention.is_verb and mention.tree[mention.index].relation not in {"pcomp", "acl"}
    is_object = relation in {*UNDERGOING, "pobj", "prep"} and not is_free_verb
    return is_object and governor.row.type in ABSORBED_NOUN_HEADS and governor.lemma != "condemn"


def _is_answered(governor: Mention, mention: Mention) -> bool:
    """'rejected an offer by Norway', 'approved the sale': what is answered was made by somebody, or is one known deed."""
    if mention.is_verb or governor.row.type not in ANSWERS or mention.row.type not in ANSWERED:
        return False
    if mention.row.type in VOICED:
        return is_voiced_by_somebody(mention)
    if mention.row.type in {"agree", "support"}:
        return "by" in mention.slots or is_dated(mention.tree, mention.index)
    is_known = any(mention.tree[child].text.lower() == "the" for child in mention.tree.below(mention.index, "det"))
    return is_known or any(slot in mention.slots for slot in ("by", "from", "possessor"))
