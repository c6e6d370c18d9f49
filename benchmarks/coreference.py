"""Whom 'she', 'they', 'I' and 'we' mean, learnt anew: what each piece of evidence is worth for each sort of pronoun.

    python -m benchmarks.coreference [FILE …] [--check]

Learnt from the marked texts of tests/corpus/coreference (the form: `benchmarks/pronouns.py`): each marked pronoun with all whom it
might mean, once as the cast gathers them when it takes every pronoun for whom the reader says, and once as it does by what was
learnt from that; a logistic model chooses. Writes timeline/rules/weights/reference.txt. With --check a fifth of the texts is held
back in turn, and it is told how many pronouns the plain rules take rightly, and how many what was learnt from the other texts does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.learning import Descent, arguments
from benchmarks.pronouns import CORPUS, Mark, read
from timeline.parser.actors import reference
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.evidence import Asked, Option
from timeline.parser.actors.memory import Memory
from timeline.parser.sentences.tree import Tree

WEIGHTS = Path(__file__).parent.parent / "timeline" / reference.FOLDER / reference.FILE
# How much more must speak for another than for whom the plain rules take.
STAND = {"she": 0.5, "they": 1.0, "i": 2.0, "we": 2.5}
RULES = ("rule", "set rule", "none by rule")
ROUNDS, PACE, PULL, LEAST = (
    500,
    0.05,
    2.0,
    3,
)  # of the learning; the pull is towards 0; rarer evidence is not learnt from
HEAD = """# What each piece of evidence is worth for each sort of pronoun: sort, evidence, worth, parted by tabs.
# Learnt by `python -m benchmarks.coreference` from our own texts; not to be changed by hand."""
Worth = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Case:
    """A marked pronoun: what speaks for each whom it may mean, which of them are right and which nobody, which the rules took."""

    text: int
    sort: str
    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    is_somebody: tuple[bool, ...]
    rule: int

    def taken(self, worth: Worth) -> int:
        own = worth.get(self.sort, {})
        sums = [sum(own.get(name, 0.0) for name in option) for option in self.options]
        return sums.index(max(sums))


class Reader:
    """Stands in for the choice while a text is read: takes whom the mark says, and keeps what there was to choose from."""

    def __init__(self, number: int, trees: Sequence[Tree], marks: Sequence[Mark], worth: Worth) -> None:
        self.number, self.cases, self.worth = number, list[Case](), worth
        self.memory = Memory()
        self.names = {name for mark in marks for name in mark.meant}
        ends = {mark.end: mark for mark in marks}
        self.marks = {
            (tree.sentence.index, token.index): ends[end]
            for tree in trees
            for token in tree.sentence.tokens
            for end in range(token.start, token.end)
            if end in ends
        }

    def all_options(self, memory: Memory, asked: Asked) -> list[Option]:
        self.memory = memory
        return ALL_OPTIONS(memory, asked)

    def pick(self, asked: Asked, options: Sequence[Option]) -> int:
        rule = next((n for n, one in enumerate(options) if {*one.members} == {*asked.rule}), len(options) - 1)
        evidence, told = tuple(one.evidence for one in options), tuple(bool(one.members) for one in options)
        mark = self.marks.get((asked.sentence, asked.token))
        if mark is None:
            return Case(self.number, asked.sort, evidence, told, told, rule).taken(self.worth) if self.worth else rule
        right = [bool(one.members) and self.golds(one.members) == {*mark.meant} for one in options]
        if not any(right):
            right = [not one.members for one in options]
        case = Case(self.number, asked.sort, evidence, tuple(right), told, rule)
        self.cases.append(case)
        return case.taken(self.worth) if self.worth else right.index(True)

    def golds(self, members: Iterable[int]) -> set[str]:
        """Whom members are by the marks of where they are named, else by their names."""
        return {name for member in members for name in self._gold(member)}

    def _gold(self, member: int) -> Iterable[str]:
        places = self.memory.named_at(member)
        if marks := [self.marks[place].meant for place in places if place in self.marks]:
            return Counter(marks).most_common(1)[0][0]
        name = self.memory.members[member].name.lower()
        return sorted((one for one in self.names if one in name), key=len)[-1:]


ALL_OPTIONS, PICK = reference.all_options, reference.pick


def cases(files: Sequence[Path], worth: Worth | None = None) -> Iterator[Case]:
    """All marked pronouns of the files for which there is a choice; read as `worth` has it, or as the marks have it."""
    texts = (text for file in files for text in read(file.read_text(encoding="utf-8").splitlines()))
    for number, (_, trees, marks) in enumerate(texts):
        reader = Reader(number, trees, marks, worth or {})
        reference.all_options, reference.pick = reader.all_options, reader.pick
        Cast(trees)
        yield from reader.cases
    reference.all_options, reference.pick = ALL_OPTIONS, PICK


def learn(known: Sequence[Case]) -> Worth:
    """For each sort of pronoun the worth of each piece of evidence."""
    worth = {sort: _learn([one for one in known if one.sort == sort]) for sort in sorted({one.sort for one in known})}
    for sort, own in worth.items():
        own.update({name: round(own.get(name, 0.0) + STAND[sort], 2) for name in RULES})
    return worth


def _learn(known: Sequence[Case]) -> dict[str, float]:
    counts = Counter(name for case in known for option in case.options for name in option)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    place = {name: number for number, name in enumerate(names)}
    rows = [option for case in known for option in case.options]
    table = np.zeros((len(rows), len(names)), np.float32)
    for number, row in enumerate(rows):
        table[number, [place[name] for name in row if name in place]] = 1
    lengths = np.array([len(case.options) for case in known])
    worth = _ascend(table, lengths, np.array([right for case in known for right in case.right]))
    return {name: round(float(value), 2) for name, value in zip(names, worth, strict=True) if abs(value) >= 0.005}


def _ascend(table: NDArray[np.float32], lengths: NDArray[np.int64], right: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The way up to where the right ones of each case are likeliest."""
    worth = np.zeros(table.shape[1], np.float32)
    down = Descent(worth)
    starts = np.cumsum(lengths) - lengths
    own = np.repeat(np.arange(len(starts)), lengths)
    for _ in range(ROUNDS):
        scores = table @ worth
        scores = np.exp(scores - np.maximum.reduceat(scores, starts)[own])
        given = scores / np.add.reduceat(scores, starts)[own]
        wanted = scores * right
        slope = (wanted / np.add.reduceat(wanted, starts)[own] - given) @ table - PULL * worth / 2
        down.step(-slope, PACE)
    return worth


def write(worth: Worth) -> None:
    lines = [f"{sort}\t{name}\t{value}" for sort in STAND for name, value in sorted(worth[sort].items())]
    WEIGHTS.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


def check(known: Sequence[Case]) -> None:
    """Precision and recall by the rules, and by what is learnt from the texts of the other four fifths."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(5):
        worth = learn([case for case in known if case.text % 5 != fold])
        for case in (case for case in known if case.text % 5 == fold):
            counts[case.sort]["wanted"] += any(a and b for a, b in zip(case.right, case.is_somebody, strict=True))
            for who, which in (("rules", case.rule), ("learnt", case.taken(worth))):
                counts[case.sort][who] += case.is_somebody[which]
                counts[case.sort][f"{who} right"] += case.is_somebody[which] and case.right[which]
    for sort, count in sorted(counts.items(), key=lambda item: -item[1]["wanted"]):
        wanted, shares = count["wanted"], []
        for who in ("rules", "learnt"):
            right = 100 * count[f"{who} right"]
            shares.append(f"{who} P {right / max(1, count[who]):5.1f} R {right / max(1, wanted):5.1f}")
        print(f"{sort:5} {count['wanted']:5}  {'   '.join(shares)}")


def main() -> None:
    parser = arguments(__doc__, "how well it does on texts held back")
    parser.add_argument("files", type=Path, nargs="*", default=sorted(CORPUS.glob("*.txt")))
    options = parser.parse_args()
    known = list(cases(options.files))
    if options.check:
        check(known)
    else:
        write(learn([*known, *cases(options.files, learn(known))]))


if __name__ == "__main__":
    main()
