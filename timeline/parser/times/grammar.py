"""The rows of times.txt as one grammar over signs. A bad row stops the load with its place.

Of a hundred rows that can begin with 'the', few can go on with the words that follow. So a place in the text is first
looked up by its next three signs, and only the rules that can begin so are tried, in the order of the file.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from timeline.lexicon import Row, rows
from timeline.parser.times.patterns import (
    Node,
    Sequence,
    after_one,
    collect_words,
    expression,
    first_of_row,
    parse_pattern,
)
from timeline.parser.times.vocabulary import Vocabulary, vocabulary

NO_TIME = "none"
BOUNDARY = r"(?!\w)"
LOOKED_AT = 3  # signs
MOST_REMEMBERED = 100_000
NO_SIGNS: frozenset[str] = frozenset()

# A rule after its first sign: its number, what may be left of it, the signs that begin that, and whether nothing may be left.
Started = tuple[int, tuple[Sequence, ...], frozenset[str], bool]


@dataclass(frozen=True)
class Rule:
    """A row: `kind` and `arguments` are what it says; `named` is its expression with a group for each {term}."""

    name: str
    kind: str
    arguments: tuple[str, ...]
    named: str
    row: Row

    @cached_property
    def shape(self) -> re.Pattern[str]:
        """The compiled expression, made when it is first asked for: no text needs half of the rules."""
        return re.compile(self.named)


@dataclass(frozen=True)
class Grammar:
    """All rules and what each may begin with; `starters` finds a sign that begins some rule.

    `started`, `continued` and `candidates` remember what was asked: what is left of the rules by the first sign, with the second
    signs and whether the rule can end there; third signs by the first two; and rules by the first three.
    """

    rules: tuple[Rule, ...]
    words: Vocabulary
    starters: re.Pattern[str]
    trees: tuple[Node, ...]
    beginning: dict[str, tuple[int, ...]]
    started: dict[str, list[Started]] = field(default_factory=dict)
    continued: dict[str, list[tuple[int, frozenset[str], bool]]] = field(default_factory=dict)
    candidates: dict[str, tuple[Rule, ...]] = field(default_factory=dict)

    def find(self, signs: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """What is read, from left to right, at each place by the first rule that fits; its groups are the {terms}."""
        end = 0
        for starter in self.starters.finditer(signs):
            start = starter.start()
            if start < end:
                continue
            prefix = signs[start : start + LOOKED_AT]
            rules = self.candidates.get(prefix)
            for rule in self.beginning_with(prefix) if rules is None else rules:
                if found := rule.shape.match(signs, start):
                    end = found.end()
                    yield rule, found
                    break

    def beginning_with(self, prefix: str) -> tuple[Rule, ...]:
        """The rules that can begin with these signs."""
        found = self.candidates.get(prefix)
        if found is None:
            found = tuple(self.rules[number] for number in self._candidates(prefix))
            if len(self.candidates) < MOST_REMEMBERED:
                self.candidates[prefix] = found
        return found

    def _candidates(self, prefix: str) -> Iterator[int]:
        if len(prefix) < LOOKED_AT:
            yield from self.beginning[prefix[0]]
            return
        found = self.continued.get(prefix[:2])
        if found is None:
            found = list(self._continuations(prefix[0], prefix[1]))
            if len(self.continued) < MOST_REMEMBERED:
                self.continued[prefix[:2]] = found
        for number, thirds, can_end in found:
            if can_end or prefix[2] in thirds:
                yield number

    def _continuations(self, first: str, second: str) -> Iterator[tuple[int, frozenset[str], bool]]:
        """For each rule that may begin so: its third signs, and whether it can end before."""
        if first not in self.started:
            self.started[first] = [self._started(number, first) for number in self.beginning[first]]
        for number, left, seconds, can_end in self.started[first]:
            if second in seconds:
                thirds, is_over = _firsts([rest for row in left for rest in after_one(row, second)])
                yield number, thirds, can_end or is_over
            elif can_end:
                yield number, NO_SIGNS, True

    def _started(self, number: int, first: str) -> Started:
        left = self.trees[number].after(first)
        return (number, left, *_firsts(left))


@cache
def grammar() -> Grammar:
    """The grammar of `rules/en`."""
    named = rows("times-feasts") + rows("times-negatives") + rows("times")
    return compile_rows(named, rows("times-terms"), vocabulary())


def compile_rows(rule_rows: tuple[Row, ...], term_rows: tuple[Row, ...], words: Vocabulary) -> Grammar:
    """The grammar of these rows. Raises RuleError with the row's place for what cannot be read."""
    for row in term_rows + rule_rows:
        collect_words(row, words)
    terms: dict[str, Node] = {}
    for row in term_rows:
        terms[row["name"]] = parse_pattern(row, words, terms)
    trees = tuple(parse_pattern(row, words, terms) for row in rule_rows)
    beginning = _beginning(rule_rows, trees)
    starters = re.compile(f"(?<!\\w)[{''.join(map(re.escape, sorted(beginning)))}]")
    return Grammar(tuple(map(_rule, rule_rows, trees)), words, starters, trees, beginning)


def _beginning(rule_rows: tuple[Row, ...], trees: tuple[Node, ...]) -> dict[str, tuple[int, ...]]:
    """For each sign the rules that can begin with it, in file order."""
    by_sign: dict[str, tuple[int, ...]] = {}
    for number, (row, tree) in enumerate(zip(rule_rows, trees, strict=True)):
        signs, empty = first_of_row((tree,))
        if empty:
            raise row.error("the pattern can be empty")
        for sign in signs:
            by_sign[sign] = (*by_sign.get(sign, ()), number)
    return by_sign


def _firsts(left: Iterable[Sequence]) -> tuple[frozenset[str], bool]:
    """The signs that any of the rows can begin with, and whether one of them can be empty."""
    parts = [first_of_row(row) for row in left]
    return NO_SIGNS.union(*(signs for signs, _ in parts)), any(empty for _, empty in parts)


def _rule(row: Row, tree: Node) -> Rule:
    kind, *arguments = row.cells.get("says", NO_TIME).split()
    return Rule(row["name"], kind, tuple(arguments), expression(tree, {}) + BOUNDARY, row)
