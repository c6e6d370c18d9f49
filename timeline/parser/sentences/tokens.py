"""Tokens: those of a Sentence, named by their index in it."""

from timeline.model.sentence import Sentence, Token


class Tokens(tuple[Token, ...]):
    """A tuple, as tokens are asked for by the million; where it is compiled, `native/tokens.py` stands in its place.

    Two are the same only when they are one.
    """

    tokens: tuple[Token, ...]

    def __new__(cls, sentence: Sentence) -> "Tokens":
        """Those of the Sentence."""
        return super().__new__(cls, sentence.tokens)

    __eq__ = object.__eq__
    __hash__ = object.__hash__
