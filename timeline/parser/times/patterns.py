"""The language of `pattern` cells: text to a small tree, and the tree to a regular expression over signs.

See the head of rules/en/times-terms.txt for how a pattern is written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from timeline.lexicon import Row
from timeline.parser.times.vocabulary import POSSESSIVE, SIGNS, Vocabulary

PIECE = re.compile(r"\{(?P<term>[\w ]+)\}|(?P<mark>\]\.\.\.|[\[\]()/])|(?P<own>'s)|(?P<word>[^\W\d_]+|\d+)|(?P<sign>.)")
LOOK = re.compile(r"(?P<no>not )?(?P<side>after|before|joined to) (?P<what>\w+)$")
LOOKED_FOR = {"word": r"\w", "hyphen": r"\-", "possessive": POSSESSIVE, "number": "dynoz"}
ALSO_OPENING = ",(" + POSSESSIVE  # signs that open a phrase as prepositions do
CLOSING = {"]": (0, 1), "]...": (0, 5), ")": (1, 1)}


@dataclass(frozen=True, slots=True)
class Node:
    """One of `choices` (each a row of Nodes), `least` to `most` times; or, without choices, one of `signs`.

    `term` is the term's name when the Node stands for one, `look` an assertion that takes no sign. `firsts` are the signs
    it can begin with, `can_be_empty` whether it can take none, `known` what was left after a sign: worked out once, for trees
    are asked often and rows share their terms.
    """

    choices: tuple["Sequence", ...] = ()
    signs: str = ""
    least: int = 1
    most: int = 1
    term: str = ""
    look: str = ""
    firsts: frozenset[str] = field(init=False, compare=False, repr=False)
    can_be_empty: bool = field(init=False, compare=False, repr=False)
    known: dict[str, tuple["Sequence", ...]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        firsts, can_be_empty = _first_signs(self)
        object.__setattr__(self, "firsts", firsts)
        object.__setattr__(self, "can_be_empty", can_be_empty)

    def after(self, sign: str) -> tuple["Sequence", ...]:
        """What may be left of it once it took the sign, one of `firsts` (Brzozowski's derivative)."""
        if sign not in self.known:
            again = (Node(self.choices, self.signs, 0, self.most - 1, self.term),) if self.most > 1 else ()
            inside = [left for choice in self.choices for left in after_one(choice, sign)]
            self.known[sign] = tuple((*left, *again) for left in inside or [()])
        return self.known[sign]


Sequence = tuple[Node, ...]


def parse_pattern(row: Row, words: Vocabulary, terms: Mapping[str, Node]) -> Node:
    """The tree of a row's pattern. Raises RuleError for an unknown {term} and for brackets that do not close."""
    open_choices: list[list[list[Node]]] = [[[]]]
    for found in PIECE.finditer(row["pattern"]):
        mark = found["mark"]
        if mark in ("[", "("):
            open_choices.append([[]])
        elif mark == "/":
            open_choices[-1].append([])
        elif mark:
            _close(row, mark, open_choices)
        else:
            open_choices[-1][-1].append(_leaf(row, found, words, terms))
    if len(open_choices) != 1:
        raise row.error(f"a bracket is not closed in {row['pattern']!r}")
    return Node(_frozen(open_choices[0]))


def collect_words(row: Row, words: Vocabulary) -> None:
    """Makes the pattern's words known, so that terms like {capital} can count them in."""
    for found in PIECE.finditer(row["pattern"]):
        if found["word"]:
            words.add_pattern_word(found["word"])


def _close(row: Row, mark: str, open_choices: list[list[list[Node]]]) -> None:
    if len(open_choices) == 1:
        raise row.error(f"{mark!r} closes nothing in {row['pattern']!r}")
    least, most = CLOSING[mark]
    choices = _frozen(open_choices.pop())
    open_choices[-1][-1].append(Node(choices, least=least, most=most))


def _frozen(choices: list[list[Node]]) -> tuple[Sequence, ...]:
    return tuple(tuple(choice) for choice in choices)


def _leaf(row: Row, found: re.Match[str], words: Vocabulary, terms: Mapping[str, Node]) -> Node:
    if found["term"]:
        return _term(row, found["term"], words, terms)
    if found["own"]:
        return Node(signs=POSSESSIVE)
    return Node(signs=words.add_pattern_word(found["word"]) if found["word"] else found["sign"])


def _term(row: Row, name: str, words: Vocabulary, terms: Mapping[str, Node]) -> Node:
    if look := LOOK.match(name):
        return Node(look=_look(row, look["what"], look["side"], bool(look["no"]), words))
    if name in terms:
        return Node(((terms[name],),), term=name)
    if name == "capital":
        return Node(signs=words.names, term=name)
    if name in SIGNS:
        return Node(signs=SIGNS[name], term=name)
    if name in words.classes:
        return Node(signs="".join(sorted(words.classes[name])), term=name)
    raise row.error(f"unknown {{{name}}}")


def _look(row: Row, what: str, side: str, negated: bool, words: Vocabulary) -> str:
    """An assertion on the word before or after."""
    if what == "rated":
        rated = words.classes["ratenoun"] | set(SIGNS["number"] + SIGNS["plural"] + "%")
        return f"(?<=[{''.join(sorted(rated))}] )"
    if side == "joined to":
        return f"(?<=[{words.names}]-)"
    if what == "ofyear":
        return f"(?! {words.add('of')} [{SIGNS['yearno']}])"
    if what == "article":
        return f"(?= [{words.add('a')}{words.add('an')}])"
    if what == "capital":
        signs = words.names
    else:
        signs = LOOKED_FOR.get(what) or SIGNS.get(what) or "".join(sorted(words.classes.get(what, words.known(what))))
    if not signs:
        raise row.error(f"unknown {{{side} {what}}}")
    if side == "before":
        gap = "[.,]? ?" if what == "number" else "" if what in ("hyphen", "possessive") else " ?"
        return f"(?{'!' if negated else '='}{gap}[{signs}])"
    if negated:
        return f"(?<![{signs}{ALSO_OPENING}] )(?<![-–(/])"
    return f"(?<=[{signs}] )"


def after_one(row: Sequence, sign: str) -> Iterator[Sequence]:
    """What may be left of a row of Nodes after it took the sign."""
    for place, node in enumerate(row, start=1):
        if sign in node.firsts:
            yield from ((*left, *row[place:]) for left in node.after(sign))
        if not node.can_be_empty:
            return


def first_of_row(row: Sequence) -> tuple[frozenset[str], bool]:
    """The signs that a row of Nodes can begin with, and whether it can also be empty."""
    firsts: frozenset[str] = frozenset()
    for node in row:
        firsts |= node.firsts
        if not node.can_be_empty:
            return firsts, False
    return firsts, True


def _first_signs(node: Node) -> tuple[frozenset[str], bool]:
    if node.look:
        return frozenset(), True
    if not node.choices:
        return frozenset(node.signs), node.least == 0
    parts = [first_of_row(choice) for choice in node.choices]
    firsts = frozenset().union(*(signs for signs, _ in parts))
    return firsts, node.least == 0 or any(empty for _, empty in parts)


def expression(node: Node, names: dict[str, int] | None = None) -> str:
    """The regular expression; with `names` the outer terms become groups: 'month', the second one 'month2'."""
    if node.look:
        return node.look
    inner = None if node.term else names
    choices = ["".join(expression(part, inner) for part in choice) for choice in node.choices]
    body = "|".join(choices) if choices else _one_of(node.signs)
    times = _times(node.least, node.most)
    if node.term and names is not None:
        return f"(?P<{_numbered(node.term, names)}>{body}){times}"
    return f"(?:{body}){times}" if len(choices) > 1 or (choices and times) else body + times


def _times(least: int, most: int) -> str:
    if (least, most) == (1, 1):
        return ""
    return "?" if (least, most) == (0, 1) else f"{{{least},{most}}}"


def _numbered(name: str, names: dict[str, int]) -> str:
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}{names[name]}"


def _one_of(signs: str) -> str:
    return re.escape(signs) if len(signs) == 1 else f"[{re.escape(signs)}]"
