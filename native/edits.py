"""Edits: changes to a module's source by the places of its parts, so that all else in it stays as it is written."""

import ast
from collections.abc import Iterable

Edit = tuple[int, int, str]  # from, to (characters), what is written there


class Source:
    """The text of a module with its tree; what the tree gives as lines and bytes is here given as characters."""

    def __init__(self, text: str) -> None:
        """The Source of a text."""
        self.text = text
        self.tree = ast.parse(text)
        self.lines = [0]
        for line in text.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def place(self, line: int, column: int) -> int:
        """The character at that line, from 1, and column in bytes."""
        start = self.lines[line - 1]
        return start + len(self.text[start : self.lines[line]].encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """From where to where a part of the tree is written, a class or function with what decorates it."""
        first: ast.expr | ast.stmt = node
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.decorator_list:
            first = node.decorator_list[0]
        start = self.place(first.lineno, first.col_offset) - (first is not node)  # its '@'
        return start, self.place(node.end_lineno or 0, node.end_col_offset or 0)

    def said(self, node: ast.expr | ast.stmt) -> str:
        """The part as it is written."""
        start, end = self.span(node)
        return self.text[start:end]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; one inside another is dropped. What is only put in comes before what is written there."""
    parts, done = list[str](), 0
    for start, end, written in sorted(edits, key=lambda edit: (edit[0], edit[0] < edit[1], -edit[1])):
        if start >= done:
            parts += [text[done:start], written]
            done = end
    return "".join([*parts, text[done:]])
