"""Tree: a Sentence with its dependency tree made easy to walk. Says nothing of meaning."""

from collections.abc import Iterator

from timeline.model.document import Sentence, Token

NEGATIONS = frozenset({"no", "not", "n't", "never", "neither", "nor", "without"})
HEARSAY = frozenset({"according"})


class Tree(tuple[Token, ...]):
    """A Sentence whose tokens know their children: the tokens, named by their index in the Sentence.

    A tuple, as tokens are asked for by the million. Two Trees are the same only when they are one.
    """

    sentence: Sentence
    children: tuple[tuple[int, ...], ...]

    def __new__(cls, sentence: Sentence) -> "Tree":
        """The Tree of a Sentence."""
        tree = super().__new__(cls, sentence.tokens)
        below: list[list[int]] = [[] for _ in sentence.tokens]
        for token in sentence.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        tree.sentence = sentence
        tree.children = tuple(map(tuple, below))
        tree._subtrees = {}
        return tree

    _subtrees: dict[int, list[int]]  # those asked for so far

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def below(self, index: int, *relations: str) -> list[int]:
        """The children in one of the relations (all children when none is named), in text order."""
        children = self.children[index]
        if not children or not relations:  # most words have none
            return list(children)
        return [child for child in children if self[child].relation in relations]

    def first(self, index: int, *relations: str) -> int | None:
        """The first child in one of the relations."""
        return next(iter(self.below(index, *relations)), None)

    def head(self, index: int) -> int | None:
        """The token above, None for the root."""
        above = self[index].head
        return None if above == index else above

    def above(self, index: int) -> Iterator[int]:
        """All tokens above, nearest first."""
        current = self.head(index)
        while current is not None:
            yield current
            current = self.head(current)

    def subtree(self, index: int) -> list[int]:
        """The token and all below it, in text order."""
        if not self.children[index]:
            return [index]
        known = self._subtrees.get(index)
        if known is None:
            known = self._subtrees[index] = self._subtree(index)
        return known.copy()

    def _subtree(self, index: int) -> list[int]:
        found = [index]
        for current in found:  # grows while it is read
            found.extend(self.children[current])
        return sorted(found)

    def conjuncts(self, index: int) -> list[int]:
        """The token and those coordinated with it ('A, B and C')."""
        found = [index]
        for current in found:
            found.extend(self.below(current, "conj"))
        return found

    def first_conjunct(self, index: int) -> int:
        """The head of a coordination that the token is part of, else the token."""
        current = index
        while self[current].relation == "conj":
            current = self[current].head
        return current

    def prepositions(self, index: int) -> Iterator[tuple[str, int]]:
        """(preposition, its object) for each prepositional phrase below the token; 'because of' counts as 'of'."""
        for child in self.below(index, "prep", "agent", "dative"):
            word = self[child].text.lower()
            for inner in self.below(child, "pobj", "pcomp"):
                yield word, inner
            if word not in HEARSAY:
                yield from self.prepositions(child)

    def clause(self, index: int) -> int:
        """The verb (or root) whose clause the token stands in."""
        current = index
        while self[current].pos not in {"VERB", "AUX"} and self[current].head != current:
            current = self[current].head
        return current

    def is_negated(self, index: int) -> bool:
        """A negation hangs on the token itself, or on the first of a coordination of 'neither … nor'."""
        first = self.first_conjunct(index)
        if first != index and any(self[child].text.lower() == "neither" for child in self.children[first]):
            return True
        return any(
            self[child].relation == "neg" or self[child].text.lower() in NEGATIONS
            for child in self.children[index]
            if self[child].relation in {"neg", "det", "preconj", "advmod", "cc"} and child < index
        )

    def words(self, indices: list[int]) -> str:
        """The tokens' text as written, with one blank where there was any gap."""
        parts: list[str] = []
        for previous, current in zip([None, *indices], indices, strict=False):
            gap = previous is not None and (self[previous].end < self[current].start or current - previous > 1)
            parts.append((" " if gap else "") + self[current].text)
        return "".join(parts)
