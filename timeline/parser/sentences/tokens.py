"""Tokens: those of a Sentence, named by their index in it."""

from timeline.model.sentence import Sentence, Token


class Tokens(list[Token]):
    """A list, as tokens are asked for by the million; where it is compiled, `native/tokens.py` stands in its place.

    Nothing changes it. A tuple would say so, but one with fields of its own has them in a dictionary, and each look at them
    costs twice as much. Two are the same only when they are one.
    """

    __slots__ = ("tokens",)
    tokens: tuple[Token, ...]

    def __init__(self, sentence: Sentence) -> None:
        """Those of the Sentence."""
        super().__init__(sentence.tokens)
        self.tokens = sentence.tokens

    __eq__ = object.__eq__
    __hash__ = object.__hash__  # type: ignore[assignment]
