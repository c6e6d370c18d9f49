"""Tokens: those of a Sentence, named by their index in it.

What `timeline/parser/sentences/tokens.py` is where the parser is compiled.
"""

from collections.abc import Iterator

from timeline.model.sentence import Sentence, Token


class Tokens:
    """Not a list, which mypyc can make nothing of its own of."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    relations: tuple[frozenset[str], ...]

    def __init__(self, sentence: Sentence) -> None:
        """Those of the Sentence."""
        self.tokens = sentence.tokens

    def __getitem__(self, index: int) -> Token:
        """The token of that index."""
        return self.tokens[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """In text order."""
        return iter(self.tokens)

    def __reversed__(self) -> Iterator[Token]:
        """Last first."""
        return reversed(self.tokens)

    def holds(self, index: int, relations: frozenset[str]) -> bool:
        """Whether there are any of `within`."""
        return not self.relations[index].isdisjoint(relations)

    def within(self, index: int, relations: frozenset[str]) -> list[int]:
        """The children in one of the relations: `below` for those that are always the same."""
        if self.relations[index].isdisjoint(relations):
            return []
        return [child for child in self.children[index] if self.tokens[child].relation in relations]
