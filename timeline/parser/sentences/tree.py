"""Tree: a Sentence with its dependency tree made easy to walk. Says nothing of meaning."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Protocol, TypeVar

from timeline.model.sentence import Sentence, Token
from timeline.parser.sentences.tokens import Tokens

NEGATIONS = frozenset({"no", "not", "n't", "never", "neither", "nor", "without"})
HEARSAY = frozenset({"according"})
HOLDING = frozenset({"of", "to", "for", "from", "against", "on"})
PREPOSITIONAL = ("prep", "agent", "dative")
NEGATING = frozenset({"neg", "det", "preconj", "advmod", "cc"})
NONE: frozenset[str] = frozenset()
TENSED = frozenset({"VBD", "VBZ", "VBP"})  # tags of verbs
FINITE = TENSED | {"MD"}
PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
RELATIVE_TAGS = frozenset({"WDT", "WP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # relations
UNDERGOING = frozenset({"dobj", "nsubjpass"})
DATES = frozenset({"DATE", "TIME"})  # labels of entities
T = TypeVar("T")
S = TypeVar("S", bound="Remembering")


class Tree(Tokens):
    """A Sentence whose tokens know their children: the tokens, named by their index in the Sentence.

    What is asked of all words, rare ones too, is first asked of `lemmas`, all that are in it, of `entities`, and of `lower`, the
    words in small letters.
    """

    __slots__ = ("children", "entities", "lemmas", "lower", "memory", "phrases", "relations", "sentence", "subtrees")
    sentence: Sentence
    children: tuple[tuple[int, ...], ...]
    relations: tuple[frozenset[str], ...]  # of each word's children
    lower: tuple[str, ...]
    lemmas: frozenset[str]
    entities: frozenset[str]  # the labels

    def __init__(self, sentence: Sentence) -> None:
        """The Tree of a Sentence."""
        super().__init__(sentence)
        below: list[list[int]] = [[] for _ in sentence.tokens]
        for token in sentence.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        self.sentence = sentence
        self.children = tuple(map(tuple, below))
        self.relations = tuple(
            [frozenset([sentence.tokens[child].relation for child in group]) if group else NONE for group in below]
        )
        self.lower = tuple([token.text.lower() for token in sentence.tokens])
        self.lemmas = frozenset([token.lemma for token in sentence.tokens])
        self.entities = frozenset([token.entity for token in sentence.tokens])
        self.memory = {}
        self.subtrees, self.phrases = {}, {}

    memory: dict[object, Any]  # what functions of a word said, see `remembered`
    subtrees: dict[int, list[int]]  # of those words that were asked for, as their prepositional phrases
    phrases: dict[int, tuple[tuple[str, int], ...]]

    def below(self, index: int, relation: str = "", *others: str) -> list[int]:
        """The children in one of the relations (all children when none is named), in text order."""
        own = self.relations[index]
        if not own:  # as most words
            return []
        if relation not in own and (not others or own.isdisjoint(others)):
            return [] if relation else list(self.children[index])
        found: list[int] = []
        tokens = self.tokens
        for child in self.children[index]:  # Python 3.11 would make a call of a comprehension
            if tokens[child].relation == relation or tokens[child].relation in others:
                found.append(child)
        return found

    def has(self, index: int, relation: str, words: frozenset[str]) -> bool:
        """Whether a child in the relation is one of the words, in small letters."""
        if relation not in self.relations[index]:  # as a rule
            return False
        return not words.isdisjoint([self.lower[child] for child in self.below(index, relation)])

    def first(self, index: int, *relations: str) -> int | None:
        """The first child in one of the relations."""
        found = self.below(index, *relations)
        return found[0] if found else None

    def head(self, index: int) -> int | None:
        """The token above, None for the root."""
        above = self.tokens[index].head
        return None if above == index else above

    def above(self, index: int) -> list[int]:
        """All tokens above, nearest first."""
        found: list[int] = []
        current, above = index, self.tokens[index].head
        while above != current:
            found.append(above)
            current, above = above, self.tokens[above].head
        return found

    def subtree(self, index: int) -> list[int]:
        """The token and all below it, in text order."""
        if not self.children[index]:
            return [index]
        if index not in self.subtrees:
            self.subtrees[index] = _subtree(self, index)
        return [*self.subtrees[index]]

    def conjuncts(self, index: int) -> list[int]:
        """The token and those coordinated with it ('A, B and C')."""
        found = [index]
        for current in found:
            if "conj" in self.relations[current]:
                found.extend(self.below(current, "conj"))
        return found

    def first_conjunct(self, index: int) -> int:
        """The head of a coordination that the token is part of, else the token."""
        current = index
        while self.tokens[current].relation == "conj":
            current = self.tokens[current].head
        return current

    def prepositions(self, index: int) -> tuple[tuple[str, int], ...]:
        """(preposition, its object) for each prepositional phrase below the token; 'because of' counts as 'of'."""
        own = self.relations[index]
        if "prep" not in own and "agent" not in own and "dative" not in own:
            return ()
        if index not in self.phrases:
            self.phrases[index] = _prepositions(self, index)
        return self.phrases[index]

    def clause(self, index: int) -> int:
        """The verb (or root) whose clause the token stands in."""
        current = index
        while self.tokens[current].pos not in {"VERB", "AUX"} and self.tokens[current].head != current:
            current = self.tokens[current].head
        return current

    def has_entity(self, verb: int, labels: frozenset[str]) -> bool:
        """Whether the verb's own clause, without those below it, has an entity with one of the labels."""
        return not (self.entities.isdisjoint(labels) or labels.isdisjoint(_own_entities(self, verb)))

    def is_negated(self, index: int) -> bool:
        """A negation hangs on the token itself, or on the first of a coordination of 'neither … nor'."""
        if self.tokens[index].relation == "conj":
            first = self.first_conjunct(index)
            if any(self.lower[child] == "neither" for child in self.children[first]):
                return True
        if self.relations[index].isdisjoint(NEGATING):
            return False
        return any(
            self.tokens[child].relation == "neg" or self.lower[child] in NEGATIONS
            for child in self.children[index]
            if self.tokens[child].relation in NEGATING and child < index
        )

    def words(self, indices: list[int]) -> str:
        """The tokens' text as written, with one blank where there was any gap."""
        if len(indices) == 1:
            return self.tokens[indices[0]].text
        text, previous = "", -1
        for current in indices:
            if previous >= 0 and (current - previous > 1 or self.tokens[previous].end < self.tokens[current].start):
                text += " "
            text += self.tokens[current].text
            previous = current
        return text


def remembered(function: Callable[[Tree, int], T]) -> Callable[[Tree, int], T]:
    """The same function of a Tree and a word, worked out once for each; what it gives must not be changed."""

    @wraps(function)
    def remembering(tree: Tree, index: int) -> T:
        key = (function, index)
        try:
            known: T = tree.memory[key]
        except KeyError:
            known = tree.memory[key] = function(tree, index)
        return known

    return remembering


class Remembering(Protocol):
    """What has a memory for the answers to what is asked of it."""

    @property
    def memory(self) -> dict[object, Any]:
        """Each function that was asked, with what it gave."""


def once(function: Callable[[S], T]) -> Callable[[S], T]:
    """The same function of a Tree or of what is told, worked out once for each; what it gives must not be changed."""

    @wraps(function)
    def remembering(asked: S) -> T:
        try:
            known: T = asked.memory[function]
        except KeyError:
            known = asked.memory[function] = function(asked)
        return known

    return remembering


def _subtree(tree: Tree, index: int) -> list[int]:
    found = [index]
    for current in found:  # grows while it is read
        if below := tree.children[current]:
            found.extend(below)
    found.sort()
    return found


@remembered
def _own_entities(tree: Tree, verb: int) -> frozenset[str]:
    """The labels in a verb's own clause."""
    named = [index for index in tree.subtree(verb) if tree[index].entity]
    return frozenset([tree[index].entity for index in named if tree.clause(index) == verb])


def _prepositions(tree: Tree, index: int) -> tuple[tuple[str, int], ...]:
    found: list[tuple[str, int]] = []
    own = tree.below(index, *PREPOSITIONAL)
    for child in [each for top in own for each in (top, *tree.below(top, "conj"))]:  # 'by X and by Y'
        word = tree.lower[child]
        for inner in tree.below(child, "pobj", "pcomp"):
            doers = tree.below(inner, "nsubj") if tree[inner].tag == "VBG" and word in HOLDING else ()
            found += [(word, held) for held in (*doers, inner)]  # 'gave shelter to villagers fleeing the war'
        if word not in HEARSAY:
            found += tree.prepositions(child)
    return tuple(found)


def with_tokens(sentence: Sentence, *changed: Token) -> Sentence:
    """The Sentence with these in the place of its tokens of the same index; of two for one place the last."""
    mended = {token.index: token for token in changed}
    return replace(sentence, tokens=tuple(mended.get(token.index, token) for token in sentence.tokens))
