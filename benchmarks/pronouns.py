"""How often pronouns and descriptions ('she', 'the 34-year-old', 'the company') mean whom a reader takes them for.

    python -m benchmarks.pronouns [FILE …] [--errors]

The files are those of tests/corpus/coreference. Precision is of those that were given somebody, recall of those that mean somebody.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.intake.syntax import parse_all
from timeline.model.document import Block, BlockKind, Document
from timeline.parser.actors.cast import Cast
from timeline.parser.sentences.repair import repaired
from timeline.parser.sentences.tree import Tree

CORPUS = Path(__file__).parent.parent / "tests" / "corpus" / "coreference"
MARK = re.compile(r"([\w’'-]+)\{([^}]*)\}")
NOBODY = "-"
PERSONS = frozenset("he him his she her hers".split())
OTHERS = {"it": "it", "its": "it", "they": "they", "them": "they", "their": "they", "theirs": "they"}
SPEAKERS = frozenset("i me my mine we us our ours you your".split())
NEW = frozenset("a an another some two three four five six".split())


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked word: where its last letter stands, itself, and whom it means, in small letters; () for nobody."""

    end: int
    word: str
    meant: tuple[str, ...]

    def sort(self, text: str) -> str:
        """'she', 'it', 'they', 'we', 'several' for 'the two', 'a nurse' or 'the nurse'."""
        word = self.word.lower()
        if word in PERSONS:
            return "she"
        if word in OTHERS:
            return OTHERS[word]
        if word in SPEAKERS:
            return "we"
        if len(self.meant) > 1:
            return "several"
        before = re.findall(r"[\w’'-]+", text[max(0, self.end - 60) : self.end].lower().rpartition(". ")[2])[-6:]
        pointing = next(
            (one for one in reversed(before) if one in NEW | {"the", "this", "that", "his", "her", "its"}), ""
        )
        return "a nurse" if pointing in NEW else "the nurse"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(CORPUS.glob("*.txt")))
    parser.add_argument("--errors", action="store_true", help="one line for each that is taken for somebody else")
    options = parser.parse_args()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for file in options.files:
        for text, trees, marks in read(file.read_text(encoding="utf-8").splitlines()):
            cast = Cast(trees)
            for mark in marks:
                given = found(cast, trees, mark.end)
                is_right = means(given, mark.meant)
                for sort in (mark.sort(text), "all"):
                    counts[sort][0] += is_right and bool(mark.meant)
                    counts[sort][1] += bool(given)
                    counts[sort][2] += bool(mark.meant)
                if options.errors and not is_right:
                    near = text[max(0, mark.end - 80) : mark.end + 30]
                    print(f"{mark.sort(text)}\t{mark.word} {', '.join(mark.meant)} -> {', '.join(given)}\t{near}")
    for sort, (right, given_, wanted) in sorted(counts.items(), key=lambda item: item[1][2]):
        precision, recall = 100 * right / max(1, given_), 100 * right / max(1, wanted)
        print(f"{sort:10} marked {wanted:5}  precision {precision:5.1f}  recall {recall:5.1f}")


def read(lines: Iterable[str]) -> Iterator[tuple[str, list[Tree], list[Mark]]]:
    """Each marked text of a file: as it reads without its marks, its trees, its marks."""
    texts = [unmarked(line) for line in lines if line.strip() and not line.startswith("#")]
    documents = [Document(text, (Block(BlockKind.TEXT, 0, len(text)),)) for text, _ in texts]
    for (_, sentences), (text, marks) in zip(parse_all(documents), texts, strict=True):
        yield text, [Tree(repaired(sentence)) for sentence in sentences], marks


def unmarked(line: str) -> tuple[str, list[Mark]]:
    """The text and its marks."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()] + match[1]
        meant = () if match[2] == NOBODY else tuple(name.strip().lower() for name in match[2].split(","))
        marks.append(Mark(len(text) - 1, match[1], meant))
        last = match.end()
    return text + line[last:], marks


def found(cast: Cast, trees: list[Tree], end: int) -> list[str]:
    """The names, in small letters, of those that the word which ends there means."""
    words = ((tree, token) for tree in trees for token in tree.sentence.tokens if token.start <= end < token.end)
    return [cast.actor(member).name.lower() for tree, token in words for member in cast.at(tree, token.index)]


def means(given: list[str], meant: tuple[str, ...]) -> bool:
    """Whether those given are those meant: as many, and each by its name."""
    return len(given) == len(meant) and all(any(name in one for one in given) for name in meant)


if __name__ == "__main__":
    main()
