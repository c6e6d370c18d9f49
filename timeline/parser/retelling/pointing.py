"""Pointing: a noun that only points back ('after the raid', 'this decision') tells nothing. What it means is told elsewhere."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline.model.statement import Status
from timeline.model.time import UNDATED, When
from timeline.model.types import HARMS
from timeline.parser.anchor.retold import NAMED_AGAIN
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.particular import KNOWN
from timeline.parser.order.sequence import Order
from timeline.parser.retelling.repetition import NEW_WORDS
from timeline.parser.sentences.tree import SUBJECTS, Tree

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV"})  # parts of speech
TELLING = frozenset({"relcl", "acl", "appos", "conj"})  # what stands below a noun and says something of it
ITSELF = frozenset({"it", "this", "that"})

Drafts = tuple[list[Draft], tuple[When, ...], tuple[Order, ...]]


def without_pointers(
    drafts: Sequence[Draft], whens: Sequence[When], order: Sequence[Order], texts: Sequence[Tree]
) -> Drafts:
    """All without what only points back: not in the first sentence of a text, nor the first that it tells.

    `texts` are its sentences, in text order. It comes last: others may have their days from it ('two days after the raid').
    """
    pointers = {
        number
        for number, (draft, when) in enumerate(zip(drafts, whens, strict=True))
        if number
        and (
            _is_counted(draft, drafts[number - 1])
            or (draft.mention.tree is not texts[0] and _is_open(draft, when) and _only_points(draft.mention, texts))
        )
    }
    return _without(pointers, drafts, whens, order)


def _without(
    left_out: Collection[int], drafts: Sequence[Draft], whens: Sequence[When], order: Sequence[Order]
) -> Drafts:
    """All but those with these numbers; links between the others follow them to their new places."""
    if not left_out:  # as a rule
        return list(drafts), tuple(whens), tuple(order)
    places = {number: place for place, number in enumerate(n for n in range(len(drafts)) if n not in left_out)}
    kept = tuple(
        replace(link, one=places[link.one], other=places[link.other])
        for link in order
        if link.one in places and link.other in places
    )
    return [drafts[number] for number in places], tuple(whens[number] for number in places), kept


def _is_counted(draft: Draft, last: Draft) -> bool:
    """'A plane crashed, the second such crash this year', 'A plane crashed. It was the second crash in May': the same one."""
    mention, tree, index = draft.mention, draft.mention.tree, draft.mention.index
    if mention.is_verb or draft.mention.row.type not in HARMS or last.mention.row.type not in HARMS:
        return False
    ranks = [i for i in tree.below(index, "amod") if tree[i].entity == "ORDINAL" or tree[i].tag == "JJS"]
    start = tree.subtree(index)[0]
    if not ranks or tree.lower[start] not in KNOWN or draft.claim.status is not Status.ASSERTED:
        return False
    is_apart = start > 0 and tree[start - 1].text == "," and tree[index].relation not in SUBJECTS
    is_beside = is_apart and tree is last.mention.tree and last.mention.index < start
    return is_beside or (_is_said_of_it(tree, index) and tree.sentence.index - last.mention.tree.sentence.index == 1)


def _is_open(draft: Draft, when: When) -> bool:
    """Told as a fact by nobody but the text, and without a date or a number of its own."""
    is_dated = when.basis not in UNDATED and NAMED_AGAIN not in when.because
    if draft.mention.is_verb or draft.expression is not None or is_dated:
        return False
    is_fact = draft.claim.status is Status.ASSERTED and not draft.claim.claimed_by
    return is_fact and draft.again is None and draft.number is None


def _only_points(mention: Mention, texts: Sequence[Tree]) -> bool:
    """'the raid', of which no more is said than the text has said before; 'it was the deadliest raid in years'."""
    tree, index = mention.tree, mention.index
    determiners = {tree.lower[child] for child in tree.below(index, "det")}
    if mention.carrier is not None or mention.consequences or KNOWN.isdisjoint(determiners):
        return False
    if _is_said_of_it(tree, index):
        return True
    if not tree.relations[index].isdisjoint(TELLING):
        return False
    phrase = [word for word in tree.subtree(index) if word != index and tree[word].pos in CONTENT]
    is_new = not NEW_WORDS.isdisjoint(tree.lower[word] for word in phrase)
    return not is_new and all(_was_said(tree, word, before=tree.subtree(index)[0], texts=texts) for word in phrase)


def _is_said_of_it(tree: Tree, index: int) -> bool:
    """'It was the second such incident in six weeks'."""
    subjects = tree.below(tree[index].head, "nsubj") if tree[index].relation == "attr" else []
    return any(tree.lower[subject] in ITSELF for subject in subjects)


def _was_said(tree: Tree, word: int, *, before: int, texts: Sequence[Tree]) -> bool:
    """Whether the word stands in an earlier sentence, or in this one before that place."""
    lemma = tree[word].lemma
    if any(token.lemma == lemma for token in tree.tokens[:before]):
        return True
    earlier = texts[: next((place for place, other in enumerate(texts) if other is tree), 0)]
    return any(lemma in other.lemmas for other in earlier)
