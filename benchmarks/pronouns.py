"""How often a pronoun, 'the 34-year-old', 'the country' means whom a reader takes it for: tests/corpus/pronouns.txt.

    python -m benchmarks.pronouns [FILE] [--errors]

Precision is of those that were given somebody, recall of those that mean somebody.
"""

import argparse
import re
from pathlib import Path

from timeline.intake.syntax import parse_all
from timeline.model.document import Block, BlockKind, Document
from timeline.parser.actors.cast import Cast
from timeline.parser.sentences.repair import repaired
from timeline.parser.sentences.tree import Tree

CORPUS = Path(__file__).parent.parent / "tests" / "corpus" / "pronouns.txt"
MARK = re.compile(r"(\w+)\{([^}]*)\}")
Marks = list[tuple[int, str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--errors", action="store_true", help="one line for each that is taken for somebody else")
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()
    texts = [unmarked(line) for line in lines if line.strip() and not line.startswith("#")]
    documents = [Document(text, (Block(BlockKind.TEXT, 0, len(text)),)) for text, _ in texts]
    right = wrong = wanted = 0
    for (document, sentences), (_, marks) in zip(parse_all(documents), texts, strict=True):
        trees = [Tree(repaired(sentence)) for sentence in sentences]
        for start, word, meant in marks:
            given, names = found(trees, start), [] if meant == "-" else meant.split(",")
            is_right = len(given) == len(names) and all(any(name in one for one in given) for name in names)
            right, wrong, wanted = (
                right + (is_right and bool(names)),
                wrong + (bool(given) and not is_right),
                wanted + bool(names),
            )
            if not is_right and options.errors:
                print(f"{word} {meant} -> {', '.join(given)}\t{document.body[max(0, start - 60) : start + 40]}")
    print(
        f"marked {wanted}  precision {100 * right / max(1, right + wrong):.1f}  recall {100 * right / max(1, wanted):.1f}"
    )


def unmarked(line: str) -> tuple[str, Marks]:
    """The text, and for each marked word its offset, itself and whom it means, in small letters."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        marks.append((len(text), match[1], match[2].lower()))
        text, last = text + match[1], match.end()
    return text + line[last:], marks


def found(trees: list[Tree], start: int) -> list[str]:
    """The names, in small letters, of those that the word at an offset means."""
    cast = Cast(trees)
    words = ((tree, token) for tree in trees for token in tree.sentence.tokens if token.start == start)
    return [cast.actor(member).name.lower() for tree, token in words for member in cast.at(tree, token.index)]


if __name__ == "__main__":
    main()
