"""The rows of times.txt as one compiled grammar. A bad row stops the load with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import Row, rows
from timeline.parser.patterns import WORDLIKE, Node, collect_words, expression, first_signs, parse_pattern
from timeline.parser.vocabulary import Vocabulary, vocabulary


NO_TIME = "none"
BOUNDARY = f"(?![{WORDLIKE}_])"


@dataclass(frozen=True, slots=True)
class Rule:
    """A row, ready to run: `shape` has a named group for each {term}; `kind` and `arguments` are what it says."""

    name: str
    kind: str
    arguments: tuple[str, ...]
    shape: re.Pattern[str]
    row: Row


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules; `starters` finds a sign that some rule begins with, `readers` the rules that begin with that sign.

    A reader's last group is 'r<number of the rule>'.
    """

    rules: tuple[Rule, ...]
    starters: re.Pattern[str]
    readers: dict[str, re.Pattern[str]]
    words: Vocabulary

    def find(self, signs: str) -> Iterator[tuple[int, int, Rule]]:
        """(start, end, rule) of what is read, from left to right, at each place by the first rule that fits."""
        position = 0
        while starter := self.starters.search(signs, position):
            position = starter.start()
            found = self.readers[signs[position]].match(signs, position)
            if found is None:
                position += 1
            else:
                yield position, found.end(), self.rules[int(found.lastgroup[1:])]  # type: ignore[index]
                position = found.end()


@cache
def grammar() -> Grammar:
    """The grammar of `rules/en`, compiled once."""
    return compile_rows(
        rows("times-feasts") + rows("times-negatives") + rows("times"), rows("times-terms"), vocabulary()
    )


def compile_rows(rule_rows: tuple[Row, ...], term_rows: tuple[Row, ...], words: Vocabulary) -> Grammar:
    """The grammar of these rows. Raises RuleError with the row's place for what cannot be read."""
    for row in term_rows + rule_rows:
        collect_words(row, words)
    terms: dict[str, Node] = {}
    for row in term_rows:
        terms[row["name"]] = parse_pattern(row, words, terms)
    trees = [parse_pattern(row, words, terms) for row in rule_rows]
    readers = _readers(rule_rows, trees)
    starters = re.compile(f"(?<![{WORDLIKE}_])[{''.join(map(re.escape, sorted(readers)))}]")
    return Grammar(tuple(map(_rule, rule_rows, trees)), starters, readers, words)


def _readers(rule_rows: tuple[Row, ...], trees: list[Node]) -> dict[str, re.Pattern[str]]:
    """For each sign the rules that can begin with it, in file order, as one expression."""
    by_sign: dict[str, list[int]] = {}
    for number, (row, tree) in enumerate(zip(rule_rows, trees, strict=True)):
        signs, empty = first_signs(tree)
        if empty:
            raise row.error("the pattern can be empty")
        for sign in signs:
            by_sign.setdefault(sign, []).append(number)
    plain = [expression(tree) for tree in trees]
    compiled = {numbers: _reader(numbers, plain) for numbers in set(map(tuple, by_sign.values()))}
    return {sign: compiled[tuple(numbers)] for sign, numbers in by_sign.items()}


def _reader(numbers: tuple[int, ...], plain: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(f'(?P<r{number}>{plain[number]})' for number in numbers)}){BOUNDARY}")


def _rule(row: Row, tree: Node) -> Rule:
    kind, *arguments = row.cells.get("says", NO_TIME).split()
    shape = re.compile(expression(tree, {}) + BOUNDARY)
    return Rule(row["name"], kind, tuple(arguments), shape, row)
