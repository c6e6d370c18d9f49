"""Quotes: which words of a text stand in quotation marks, sentence by sentence."""

from collections.abc import Sequence

from timeline.parser.sentences.tree import Tree

OPENING, CLOSING, EITHER = frozenset({"“", "«"}), frozenset({"”", "»"}), frozenset({'"', "``", "''"})


def quoted(trees: Sequence[Tree]) -> dict[int, frozenset[int]]:
    """For each Sentence that has any the places of its quoted words; what is never closed ends with its paragraph."""
    found: dict[int, frozenset[int]] = {}
    is_open, paragraph = False, -1
    for tree in trees:
        if tree.sentence.paragraph != paragraph:
            is_open, paragraph = False, tree.sentence.paragraph
        inside = set()
        for token in tree.sentence.tokens:
            if token.text in EITHER:
                is_open = not is_open
            elif token.text in OPENING or token.text in CLOSING:
                is_open = token.text in OPENING
            elif is_open:
                inside.add(token.index)
        if inside:
            found[tree.sentence.index] = frozenset(inside)
    return found
