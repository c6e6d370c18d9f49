"""Narrated: pages of the day's events and headlines tell in the present what has happened ('A bomb explodes on a train').

Their verbs are read as of the past, so that all that is known of the past holds of them. The words stay as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model.document import BlockKind
from timeline.model.sentence import Sentence, Token
from timeline.model.types import HARMS
from timeline.model.value import value
from timeline.parser.known.forms import is_of_either_tense
from timeline.parser.known.triggers import classes, lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import PAST, PRESENT, SUBJECTS, with_tokens

STANDING = word_list("standing")
PAPERS = word_list("paper that provides")
OF_PAPERS = ("document", "deal", "law")  # classes
USUAL = word_list("usual")
NEWS = HARMS | {"coerce", "retreat", "mobilize", "election", "appointment", "legal", "protest"}
HELPERS = frozenset({"aux", "neg"})
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
    """The Sentences of a text; in each entry (offsets of the body) that tells mostly in the present that is the past.

    Without entries the text is one, and must open with a blow or another deed that is news, and tell nothing in the past.
    """
    sentences = [_with_days(sentence, entries) for sentence in sentences] if entries else sentences
    told = [sentence for sentence in sentences if sentence.kind is BlockKind.TEXT and sentence.tokens]
    groups = [[one for one in told if day <= one.start < end] for day, _, end in entries] or [_flash(told)]
    changed: dict[int, dict[int, Token]] = {}
    for group in groups:
        found = {one.index: _present(one) for one in group}
        if sum(map(bool, found.values())) > sum(_is_past(one) for one in group):
            changed.update(found)
    now = frozenset([(sentence, word) for sentence, words in changed.items() for word in words])
    read = [with_tokens(one, *changed[one.index].values()) if changed.get(one.index) else one for one in sentences]
    return Narrated(read, now) if now else Narrated(sentences)


def _with_days(sentence: Sentence, entries: Sequence[Region]) -> Sentence:
    """The words of a day that heads an entry are a date, whatever else they were taken for ('5 May: The firm …')."""
    spans = [(day, start) for day, start, _ in entries if day < sentence.end and sentence.start < start]
    words = [token for token in sentence.tokens if any(first <= token.start < last for first, last in spans)]
    return with_tokens(sentence, *(replace(token, entity="DATE") for token in words)) if words else sentence


def _flash(told: Sequence[Sentence]) -> list[Sentence]:
    """All of them, where they tell one piece of news in the present."""
    is_news = bool(told) and _is_news(told[0]) and not any(map(_is_past, told)) and not any(map(_is_usual, told))
    return list(told) if is_news else []


def _is_news(sentence: Sentence) -> bool:
    """'Gunmen attack a bank', not 'The bank employs 300', nor 'The deal frees the prisoners', which says how it will be."""
    found = _present(sentence).values()
    if any(token.relation in SUBJECTS and _is_paper(token.lemma) for token in sentence.tokens):
        return False
    rows = [row for token in found for row in lexicon().get((token.lemma, "verb"), ())]
    return any(row.type in NEWS and not row.conditions for row in rows)


def _is_paper(lemma: str) -> bool:
    return lemma in PAPERS or any(lemma in classes()[name] for name in OF_PAPERS)


def _is_usual(sentence: Sentence) -> bool:
    return not USUAL.isdisjoint(token.text.lower() for token in sentence.tokens)


def _is_past(sentence: Sentence) -> bool:
    """Whether its main verb is of the past ('went', 'was held')."""
    tokens = sentence.tokens
    root = next((token for token in tokens if token.head == token.index), tokens[0])
    helpers = [token for token in _below(tokens, root.index) if token.relation in {"aux", "auxpass"}]
    is_open = root.tag == "VBD" and is_of_either_tense(root.text.lower())  # 'Sharks beat Tigers'
    return any(token.tag == "VBD" for token in helpers) or (not helpers and root.tag in PAST and not is_open)


def _present(sentence: Sentence) -> dict[int, Token]:
    """Its deeds in the present as of the past, by the number of the verb."""
    found: dict[int, Token] = {}
    tokens = sentence.tokens
    for token in tokens:
        if token.pos != "VERB" or not (_is_main(tokens, token) or _is_beside(tokens, token, found)):
            continue
        below = _below(tokens, token.index)
        helper = next((one for one in below if one.relation == "auxpass"), None)
        if any(one.relation in HELPERS for one in below) or token.lemma in STANDING or _is_dated(tokens, token.index):
            continue
        if any(one.relation in SUBJECTS and one.text.lower() in SPEAKERS for one in below):
            continue
        has_subject = any(one.relation in SUBJECTS for one in below)
        is_misread = token.tag == "VB" and has_subject  # 'Gunmen attack'
        is_open = token.tag == "VBD" and is_of_either_tense(token.text.lower())
        if (token.tag in PRESENT or is_misread or is_open) and helper is None:
            found[token.index] = replace(token, tag="VBD")
        elif token.tag == "VBN" and helper is not None and helper.lemma == "be" and helper.tag in PRESENT:
            found[token.index] = token
            found[helper.index] = replace(helper, tag="VBD")
    return found


def _is_main(tokens: Sequence[Token], token: Token) -> bool:
    """The verb of the sentence, one of several clauses side by side ('are killed; Turkey sends a team'), or what somebody is
    behind it said to say ('Rebels seize a town, the army says')."""
    if token.relation == "ROOT" or token.relation not in MAIN:
        return token.relation == "ROOT"
    first, last = sorted((token.index, token.head))
    return token.index == first or any(one.text == ";" for one in tokens[first:last])


def _is_beside(tokens: Sequence[Token], token: Token, found: Iterable[int]) -> bool:
    """'explodes … and kills', 'are killed when a bus falls'."""
    if token.head not in found:
        return False
    words = {one.text.lower() for one in _below(tokens, token.index) if one.relation in {"advmod", "mark"}}
    return token.relation == "conj" or (token.relation == "advcl" and not BESIDE.isdisjoint(words))


def _is_dated(tokens: Sequence[Token], verb: int) -> bool:
    """'leaves office on Thursday': a day to come, perhaps."""
    for token in tokens[verb + 1 :]:
        above = tokens[token.head]
        if token.text.lower() in COMING and (token.head == verb or (above.pos == "ADP" and above.head == verb)):
            return True
    return False


def _below(tokens: Sequence[Token], index: int) -> list[Token]:
    return [token for token in tokens if token.head == index and token.index != index]
