"""Repetition: a happening named again within a text ("the meeting", "during the talks") is not told twice."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline.model.statement import Actor, RoleName, Status
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.governing import is_complement
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.mentions.particular import KNOWN
from timeline.parser.mentions.sayings import carries_only

NEW_WORDS = frozenset({"a", "an", "another", "new", "second", "third", "latest", "further", "next"})
REACTIONS = frozenset({"support", "accuse", "statement"})
TOWARDS = frozenset({"for", "of", "at", "about", "over", "to"})
MAIN = frozenset({"ROOT", "conj", "parataxis", "advcl", "pcomp"})
REACH = 100  # Statements back; keeps reading linear in the length of a text
FAMILIES = ({"talk", "meeting", "negotiation", "discussion", "summit", "conference", "meet", "dialogue"},)


def without_announcements(
    drafts: Sequence[Draft], focus: Collection[Actor] = (), *, is_business: bool = True
) -> list[Draft]:
    """The drafts without those verbs of speech whose clause tells a happening with actors of its own: that one says it all,
    unless it is only to come, when the announcement is what happened, or unless the text goes on about the speaker (one of
    `focus`), whose story what he announces is part of, and in a text on business what he says."""
    groups = by_sentence(draft.mention for draft in drafts)
    return [
        draft
        for draft in drafts
        if draft.mention.row.type != "statement"
        or (_is_by(draft, focus) and (is_business or not draft.mention.row.is_saying))
        or not _is_told_below(draft, drafts, groups)
    ]


def _is_by(draft: Draft, focus: Collection[Actor]) -> bool:
    """Said by one of them, and told by the sentence itself."""
    is_own = any(role.actor in focus for role in draft.roles if role.name is RoleName.AGENT)
    return is_own and draft.mention.is_verb and draft.mention.tree[draft.mention.index].relation in MAIN


def _is_told_below(draft: Draft, drafts: Sequence[Draft], groups: dict[int, list[int]]) -> bool:
    beside = [drafts[number] for number in groups[draft.mention.tree.sentence.index]]
    if draft.mention.row.is_saying:
        return carries_only(draft, beside)
    done = (other for other in beside if other.roles and other.claim.status is not Status.PLANNED)
    return any(is_complement(other.mention, draft.mention) for other in done if other is not draft)


def without_repetitions(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those nouns that name an earlier one again; what they add of place, and of order, goes to
    the earlier one."""
    kept: list[Draft] = []
    for draft in drafts:
        earlier = _earlier(draft, kept)
        if earlier is None:
            kept.append(draft)
        else:
            first = kept[earlier]
            kept[earlier] = replace(first, place=first.place or draft.place, echoes=(*first.echoes, draft.mention))
    return kept


def without_echoes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without nouns of which no more is said than what somebody thinks of them ('welcomed the deal', 'called the
    ruling a farce'): that is told, and the deal is told elsewhere."""
    groups = by_sentence(draft.mention for draft in drafts)
    return [
        draft
        for draft in drafts
        if not _is_bare(draft)
        or not any(
            _is_on(draft.mention, drafts[number].mention) for number in groups[draft.mention.tree.sentence.index]
        )
    ]


def _is_bare(draft: Draft) -> bool:
    """'the deal', 'those strikes', with nobody in it, no date and no number."""
    mention = draft.mention
    if mention.is_verb or draft.roles or draft.expression is not None or mention.carrier is not None:
        return False
    below = [mention.tree[child] for child in mention.tree.children[mention.index]]
    is_alone = all(token.relation in {"det", "punct"} for token in below)
    return is_alone and any(token.text.lower() in KNOWN for token in below)


def _is_on(mention: Mention, reaction: Mention) -> bool:
    """Whether it is what a verb of praise or blame is on: its object, or what stands behind its preposition."""
    tree, head = mention.tree, mention.tree[mention.index].head
    if not reaction.is_verb or reaction.row.type not in REACTIONS or reaction.lemma == "blame":
        return False
    if tree[mention.index].relation == "pobj":
        return tree[head].head == reaction.index and tree[head].text.lower() in TOWARDS
    return tree[mention.index].relation in {"dobj", "nsubjpass"} and head == reaction.index


def _earlier(draft: Draft, kept: Sequence[Draft]) -> int | None:
    if draft.mention.is_verb or draft.expression is not None or not _is_given(draft):
        return None
    for number in reversed(range(max(0, len(kept) - REACH), len(kept))):
        if _is_same(draft, kept[number]):
            return None if _tells_harm(draft.mention, kept[number].mention) else number
    return None


def _tells_harm(mention: Mention, earlier: Mention) -> bool:
    """'The strikes killed nine civilians': what the first telling had not."""
    return bool(mention.consequences) and not earlier.consequences


def _is_given(draft: Draft) -> bool:
    """'the meeting', 'these talks', 'Tehran talks': spoken of as known; a noun that a light verb brings in is not."""
    mention = draft.mention
    determiners = {
        mention.tree[child].text.lower() for child in mention.tree.below(mention.index, "det", "amod", "nummod")
    }
    is_introduced = mention.carrier is not None and mention.carrier.light.subject_slot != ""
    return not determiners & NEW_WORDS and not is_introduced


def _is_same(draft: Draft, other: Draft) -> bool:
    mention, earlier = draft.mention, other.mention
    if mention.row.type != earlier.row.type or draft.claim.status is not other.claim.status:
        return False
    known = {role.actor.name for role in other.roles} | {role.actor.acts_for for role in other.roles}
    is_known = all(role.actor.name in known or role.actor.acts_for in known for role in draft.roles)
    is_place = (
        draft.place is None or draft.place == other.place or (other.place is None and _is_named_after_place(mention))
    )
    is_kin = _is_kin(mention.lemma, earlier.lemma) and mention.row.mode in (None, earlier.row.mode)
    return (
        is_known
        and is_place
        and is_kin
        and (bool(known) or draft.place is None)
        and draft.claim.status is Status.ASSERTED
    )


def _is_named_after_place(mention: Mention) -> bool:
    """'the Doha talks', 'Doha talks': known by their place; 'talks in Doha' are told for the first time."""
    tree = mention.tree
    return bool(tree.below(mention.index, "compound")) or any(
        tree[child].text.lower() == "the" for child in tree.below(mention.index, "det")
    )


def _is_kin(one: str, other: str) -> bool:
    """The same word, or of one family."""
    return one[:4] == other[:4] or any(one in family and other in family for family in FAMILIES)
