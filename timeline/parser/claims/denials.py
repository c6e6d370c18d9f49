"""Denials: what somebody says to have happened and the next one denies ('the company denies it') is no more than alleged.

That it is denied is told beside it, by the denial.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.model.statement import Claim, RoleName, Status
from timeline.model.types import SPOKEN
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.governing import DENYING, is_reported
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import Tree

POINTING = frozenset({"it", "this", "that", "which", "these", "them"})
NEITHER = frozenset({"neither", "none", "nobody"})
PRONOUNS = frozenset({"he", "she", "it", "they", "that", "this"})
HELPERS = frozenset({"did", "had", "has", "have", "was", "were", "is", "are", "do", "does"})
CLOSING = frozenset({".", ",", ";"})
REPLIES = frozenset(
    "claim allegation accusation charge report assertion suggestion version account rumour rumor".split()
)


def disowned(mention: Mention, found: Claim, cast: Cast) -> Claim:
    """'The ministry said it had never had such a letter': what somebody says not to have done is denied."""
    if found.status is not Status.NEGATED or not found.claimed_by or mention.tree[mention.index].tag != "VBN":
        return found
    doers = {cast.actor(m).name for head in mention.slots.get("subject", []) for m in cast.at(mention.tree, head)}
    return found if doers.isdisjoint(found.claimed_by) else replace(found, status=Status.DENIED)


def with_denials(drafts: Sequence[Draft], texts: Sequence[Tree]) -> list[Draft]:
    """The drafts; those that others only reported, and the happening told next denies, as alleged.

    Those that the next sentence denies in three words ('They had not.') are denied or negated.
    """
    curt = {tree.sentence.index for tree in texts if is_curt_denial(tree)}
    last = {draft.mention.tree.sentence.index: number for number, draft in enumerate(drafts)} if curt else {}
    result = list(drafts)
    read = {tree.sentence.index: tree for tree in texts}
    for number, draft in enumerate(drafts):
        if draft.claim.claimed_by and draft.claim.status is Status.ASSERTED and _is_gainsaid(draft.mention, read):
            result[number] = replace(draft, claim=replace(draft.claim, status=Status.ALLEGED))
    for sentence, number in last.items():
        if sentence + 1 in curt:
            result[number] = _contradicted(drafts[number])
    for number, draft in enumerate(drafts):
        deniers = tuple(role.actor.name for role in draft.roles if role.name is RoleName.AGENT)
        if deniers and draft.mention.row.type == "reject" and _is_denial(draft):
            for before in _denied(result, number, deniers):
                result[before] = replace(result[before], claim=replace(result[before].claim, status=Status.ALLEGED))
    return result


def _is_gainsaid(mention: Mention, read: Mapping[int, Tree]) -> bool:
    """'Papers reported that he collapsed. "He did not collapse," a spokesman said.'"""
    here = mention.tree.sentence.index
    later = [read[n] for n in (here + 1, here + 2) if n in read and mention.lemma in read[n].lemmas]
    return mention.is_verb and any(
        tree[i].lemma == mention.lemma and tree[i].pos == "VERB" and tree.is_negated(i) and _is_of_pronoun(tree, i)
        for tree in later
        for i in range(len(tree))
    )


def _is_of_pronoun(tree: Tree, verb: int) -> bool:
    """'He did not collapse', without another day or way of doing it."""
    subjects = tree.below(verb, "nsubj", "nsubjpass")
    return any(tree.lower[i] in PRONOUNS for i in subjects) and not tree.below(verb, "advcl", "xcomp", "prep")


def _contradicted(draft: Draft) -> Draft:
    """'… were reported to have boarded it. They had not.' 'Both were to withdraw by Monday. Neither did.'"""
    if draft.mention.row.type in SPOKEN or not draft.mention.is_verb:
        return draft
    is_told = draft.claim.claimed_by or draft.claim.status is Status.ALLEGED
    if draft.claim.status not in {Status.ASSERTED, Status.ALLEGED, Status.PLANNED}:
        return draft
    return replace(draft, claim=replace(draft.claim, status=Status.DENIED if is_told else Status.NEGATED))


def is_curt_denial(tree: Tree) -> bool:
    """'They had not.', 'Neither did.', 'He did not, his office said.'"""
    words = tree.lower
    if len(words) < 3 or words[1] not in HELPERS:
        return False
    if words[0] in NEITHER:
        return words[2] in CLOSING
    return words[0] in PRONOUNS and words[2] in {"not", "n't", "n’t"} and words[3:4] != () and words[3] in CLOSING


def _is_denial(draft: Draft) -> bool:
    """'denies it', 'rejected the allegations', 'denies having done so': nothing of its own is said to be denied."""
    mention, tree = draft.mention, draft.mention.tree
    if not mention.is_verb or mention.lemma not in DENYING or draft.claim.status is not Status.ASSERTED:
        return False
    objects = mention.slots.get("object", [])
    if not objects:
        return any(tree[i].text.lower() == "so" for i in tree.subtree(mention.index) if i > mention.index)
    return any(_points_back(tree, head) for head in objects)


def _points_back(tree: Tree, head: int) -> bool:
    """Not 'the reports that he resigned', which say what is denied."""
    token = tree[head]
    is_bare = not tree.below(head, "acl", "relcl", "prep", "ccomp", "poss")
    return token.text.lower() in POINTING or (is_bare and (token.lemma in REPLIES or is_reported(tree, head)))


def _denied(drafts: Sequence[Draft], number: int, deniers: tuple[str, ...]) -> list[int]:
    """The numbers of what somebody else reported in the same sentence, else in the one before."""
    here = drafts[number].mention.tree.sentence.index
    for sentence in (here, here - 1):
        told = [
            before
            for before in range(number)
            if drafts[before].mention.tree.sentence.index == sentence and _is_only_said(drafts[before], deniers)
        ]
        if told:
            return told
    return []


def _is_only_said(draft: Draft, deniers: tuple[str, ...]) -> bool:
    """Not of what a court has found, nor of whom the police say to have arrested."""
    doers = {role.actor.name for role in draft.roles if role.name is RoleName.AGENT}
    if draft.mention.row.type == "coerce" and doers & set(draft.claim.claimed_by):
        return False
    by = draft.claim.claimed_by
    is_found = "guilty" in draft.mention.tree.lemmas
    return draft.claim.status is Status.ASSERTED and bool(by) and not (is_found or set(by) & set(deniers))
