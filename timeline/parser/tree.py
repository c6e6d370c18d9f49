"""Tree: a Sentence with its dependency tree made easy to walk. Says nothing of meaning."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.model.document import Sentence, Token

NEGATIONS = frozenset({"no", "not", "n't", "never", "neither", "nor", "without"})
HEARSAY = frozenset({"according"})


@dataclass(frozen=True)
class Tree:
    """A Sentence whose tokens know their children. Tokens are named by their index in the Sentence."""

    sentence: Sentence
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    subtrees: dict[int, list[int]] = field(init=False, repr=False, compare=False)  # those asked for so far

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.sentence.tokens)
        object.__setattr__(self, "subtrees", {})
        below: list[list[int]] = [[] for _ in self.sentence.tokens]
        for token in self.sentence.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        object.__setattr__(self, "children", tuple(tuple(group) for group in below))

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __len__(self) -> int:
        return len(self.tokens)

    def below(self, index: int, *relations: str) -> list[int]:
        """The children in one of the relations (all children when none is named), in text order."""
        children = self.children[index]
        if not children or not relations:  # most words have none
            return list(children)
        tokens = self.tokens
        return [child for child in children if tokens[child].relation in relations]

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
        known = self.subtrees.get(index)
        if known is None:
            known = self.subtrees[index] = self._subtree(index)
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
