"""Narrated: pages of the day's events and headlines tell in the present what has happened ('A bomb explodes on a train').

Their verbs are read as of the past, so that all that is known of the past holds of them. The words stay as they are.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline.model.document import BlockKind
from timeline.model.sentence import Sentence, Token
from timeline.model.types import HARMS
from timeline.model.value import value
from timeline.parser.known.forms import is_of_either_tense
from timeline.parser.known.triggers import classes, lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import PAST, PRESENT, SUBJECTS, Tree, with_tokens

STANDING = word_list("standing")
PAPERS = word_list("paper that provides")
OF_PAPERS = ("document", "deal", "law")  # classes
USUAL = word_list("usual")
NEWS = HARMS | {"coerce", "retreat", "mobilize", "election", "appointment", "legal", "protest"}
HELPERS = ("aux", "neg")
MAIN = frozenset({"ROOT", "ccomp", "parataxis"})
BESIDE = frozenset({"when", "after", "as"})  # 'when a bus falls into a ravine'
COMING = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow week month year".split())
SPEAKERS = frozenset({"i", "we", "you"})
Region = tuple[int, int, int]  # where its day begins, where what it tells does, where that ends


@value
class Narrated:
    """The Sentences as they are read, and which words of them were of the present: (Sentence, word)."""

    sentences: Sequence[Sentence]
    now: frozenset[tuple[int, int]] = frozenset()


def narrated(sentences: Sequence[Sentence], entries: Sequence[Region]) -> Narrated:
    """The Sentences of a text; an entry (offsets of the body) that opens in the present is read as past.

    Without entries the text is one, and must open with a blow or another deed that is news, and tell nothing in the past.
    """
    days = sorted((day, start) for day, start, _ in entries)
    sentences = [_with_days(sentence, days) for sentence in sentences] if days else sentences
    told = [sentence for sentence in sentences if sentence.kind is BlockKind.TEXT and sentence.tokens]
    starts = [sentence.start for sentence in told]
    parts = [told[bisect_left(starts, day) : bisect_left(starts, end)] for day, _, end in entries]
    groups = [[Tree(one) for one in part] for part in parts] or [_flash(told)]
    changed: dict[int, dict[int, Token]] = {}
    for group in groups:
        found = {tree.sentence.index: _present(tree) for tree in group}
        tenses = [bool(found[tree.sentence.index]) for tree in group if found[tree.sentence.index] or _is_past(tree)]
        if tenses[:1] == [True] and 2 * sum(tenses) >= len(tenses):
            changed.update(found)
    now = frozenset([(sentence, word) for sentence, words in changed.items() for word in words])
    read = [with_tokens(one, *changed[one.index].values()) if changed.get(one.index) else one for one in sentences]
    return Narrated(read, now) if now else Narrated(sentences)


def _with_days(sentence: Sentence, days: Sequence[tuple[int, int]]) -> Sentence:
    """The words of a day that heads an entry are a date, whatever else they were taken for ('5 May: The firm …').

    `days`: where each begins and what it dates does, in order.
    """
    first = max(bisect_left(days, (sentence.start, 0)) - 1, 0)
    spans = days[first : bisect_left(days, (sentence.end, 0))]
    words = [token for token in sentence.tokens if any(first <= token.start < last for first, last in spans)]
    return with_tokens(sentence, *(replace(token, entity="DATE") for token in words)) if words else sentence


def _flash(told: Sequence[Sentence]) -> list[Tree]:
    """All of them, where they tell one piece of news in the present."""
    if not told or not _is_news(Tree(told[0])):
        return []
    trees = [Tree(sentence) for sentence in told]
    return [] if any(map(_is_past, trees)) or any(map(_is_usual, trees)) else trees


def _is_news(tree: Tree) -> bool:
    """'Gunmen attack a bank', not 'The bank employs 300', nor 'The deal frees the prisoners', which says how it will be."""
    found = _present(tree).values()
    if any(token.relation in SUBJECTS and _is_paper(token.lemma) for token in tree):
        return False
    rows = [row for token in found for row in lexicon().get((token.lemma, "verb"), ())]
    return any(row.type in NEWS and not row.conditions for row in rows)


def _is_paper(lemma: str) -> bool:
    return lemma in PAPERS or any(lemma in classes()[name] for name in OF_PAPERS)


def _is_usual(tree: Tree) -> bool:
    return not USUAL.isdisjoint(tree.lower)


def _is_past(tree: Tree) -> bool:
    """Whether its main verb is of the past ('went', 'was held')."""
    root = next((token for token in tree if token.head == token.index), tree[0])
    helpers = tree.below(root.index, "aux", "auxpass")
    is_open = root.tag == "VBD" and is_of_either_tense(tree.lower[root.index])  # 'Sharks beat Tigers'
    return any(tree[one].tag == "VBD" for one in helpers) or (not helpers and root.tag in PAST and not is_open)


def _present(tree: Tree) -> dict[int, Token]:
    """Its deeds in the present as of the past, by the number of the verb."""
    found: dict[int, Token] = {}
    for token in tree:
        if token.pos != "VERB" or not (_is_main(tree, token) or _is_beside(tree, token, found)):
            continue
        if tree.below(token.index, *HELPERS) or token.lemma in STANDING or _is_dated(tree, token.index):
            continue
        subjects = tree.below(token.index, *SUBJECTS)
        if any(tree.lower[one] in SPEAKERS for one in subjects):
            continue
        helper = tree.first(token.index, "auxpass")
        is_joined = token.relation == "conj" and token.head in found  # 'search a house and seize drugs'
        is_misread = token.tag == "VB" and (subjects or is_joined)  # 'Gunmen attack'
        is_open = token.tag == "VBD" and is_of_either_tense(tree.lower[token.index])
        if helper is None and (token.tag in PRESENT or is_misread or is_open):
            found[token.index] = replace(token, tag="VBD")
        elif helper is not None and token.tag == "VBN" and tree[helper].lemma == "be" and tree[helper].tag in PRESENT:
            found[token.index] = token
            found[helper] = replace(tree[helper], tag="VBD")
    return found


def _is_main(tree: Tree, token: Token) -> bool:
    """The verb of the sentence, one of several clauses side by side ('are killed; Turkey sends a team'), or what somebody is
    behind it said to say ('Rebels seize a town, the army says')."""
    if token.relation == "ROOT" or token.relation not in MAIN:
        return token.relation == "ROOT"
    first, last = sorted((token.index, token.head))
    return token.index == first or ";" in tree.lower[first:last]


def _is_beside(tree: Tree, token: Token, found: Collection[int]) -> bool:
    """'explodes … and kills', 'are killed when a bus falls'."""
    if token.head not in found:
        return False
    words = {tree.lower[one] for one in tree.below(token.index, "advmod", "mark")}
    return token.relation == "conj" or (token.relation == "advcl" and not BESIDE.isdisjoint(words))


def _is_dated(tree: Tree, verb: int) -> bool:
    """'leaves office on Thursday': a day to come, perhaps."""
    days = (token for token in tree.tokens[verb + 1 :] if tree.lower[token.index] in COMING)
    return any(day.head == verb or (tree[day.head].pos == "ADP" and tree[day.head].head == verb) for day in days)
