"""The weights by which clauses are sorted by type, learnt anew from the rows: timeline/rules/weights/types.npz.

    python -m benchmarks.typed [--check]

Learnt from the examples of the trigger rows, from prototypes.txt and from what is marked in our own texts (`marked`), by softmax
regression; the same rows and texts give the same weights.
With --check nothing is written: a quarter of the prototypes (whole rows) is held back four times, and it is told how many of their
types are found, by the rules, by likeness and by both.
"""

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.marked import marked
from timeline import vectors
from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.lexicon import Row, rows
from timeline.model.document import BlockKind
from timeline.parser.actors.cast import Cast
from timeline.parser.known.triggers import NOT_A_HAPPENING, TriggerRow, trigger_files
from timeline.parser.mentions import typed
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.mentions import find_mentions, lemmas
from timeline.parser.mentions.theme import with_theme
from timeline.parser.sentences.arguments import noun_slots, verb_slots
from timeline.parser.sentences.carriers import find_carrier
from timeline.parser.sentences.repair import repaired
from timeline.parser.sentences.tree import Tree

HOME = Path(__file__).parent.parent / "timeline" / "rules"
KEPT = HOME / "weights" / "types.npz"
PUBLISHED = "2024-06-01"
FOLDS = 4
ROUNDS, BATCH, PACE = 8, 512, 0.02  # of the learning
STRENGTH = 2.0  # the higher, the closer to what it learns from
TWICE = 2  # what stands in whole texts counts
UNKNOWN = TriggerRow(NOT_A_HAPPENING, None, "deed", (), "", "")


@dataclass(frozen=True)
class Case:
    """A clause to learn from: its mention, its type, the number of the row of prototypes.txt (-1: told elsewhere)."""

    mention: Mention
    type: str
    family: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="how well it does, with parts held back")
    options = parser.parse_args()
    own = [Case(mention, kind, -1) for mention, kind in marked()]
    cases = [*prototypes(), *examples(), *own * TWICE]
    table = np.array([vectors.features(typed.parts(case.mention), typed.PAIRS) for case in cases])
    types = np.array([case.type for case in cases])
    if options.check:
        check(cases, table, types)
    else:
        keep(learn(table, types))


def keep(weights: vectors.Weights) -> None:
    """Writes the weights, with the hash of the prototypes that they were learnt from."""
    np.savez_compressed(
        KEPT,
        labels=np.array(weights.labels),
        table=weights.table.astype(np.float16),
        learnt_from=np.array(digest()),
    )
    print(f"{KEPT}: {len(weights.labels)} types")


def digest() -> str:
    return hashlib.sha256((HOME / "en" / "prototypes.txt").read_bytes()).hexdigest()


def check(cases: Sequence[Case], table: NDArray[np.float32], types: NDArray[np.str_]) -> None:
    families = np.array([case.family for case in cases])
    right = {"rules": 0, "likeness": 0, "both": 0}
    held = [number for number in range(len(cases)) if families[number] >= 0]
    for fold in range(FOLDS):
        own = (families >= 0) & (families % FOLDS == fold)
        weights = learn(table[~own], types[~own])
        for number in np.where(own)[0]:
            mention, wanted = cases[number].mention, cases[number].type
            logs = weights.logs(table[number])
            right["rules"] += mention.row.type == wanted
            right["likeness"] += max(logs, key=lambda name: logs[name]) == wanted
            right["both"] += (
                typed.likelier(mention, logs, {}) if typed.is_open(mention) else mention.row.type
            ) == wanted
    print(f"clauses {len(held)}  " + "  ".join(f"{name} {part / len(held):.1%}" for name, part in right.items()))


def learn(table: NDArray[np.float32], types: NDArray[np.str_]) -> vectors.Weights:
    """Softmax regression by Adam (Kingma and Ba 2015), some cases at a time, with a falling pace."""
    labels = sorted(set(types.tolist()))
    wanted = np.searchsorted(np.array(labels), types)
    found = np.zeros((table.shape[1] + 1, len(labels)), np.float32)
    first, second = np.zeros_like(found), np.zeros_like(found)
    for step, some in enumerate(groups := list(drawn(len(table))), start=1):
        slope = slope_of(found, table[some], wanted[some])
        slope[:-1] += found[:-1] / (STRENGTH * len(table))
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        pace = PACE * min(1.0, 2 * (1 - step / (len(groups) + 1)))
        found = found - pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return vectors.Weights(tuple(labels), found.astype(np.float32))


def drawn(number: int) -> Iterator[NDArray[np.int64]]:
    """The places of the cases to learn from, a few at a time, all in each round; always in the same order."""
    chance = np.random.default_rng(0)
    for _ in range(ROUNDS):
        order = chance.permutation(number)
        yield from (order[start : start + BATCH] for start in range(0, number, BATCH))


def slope_of(
    weights: NDArray[np.float32], table: NDArray[np.float32], wanted: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Which way the weights are wrong for some cases; the last row is for the one that each has."""
    scores = table @ weights[:-1] + weights[-1]
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    scores /= scores.sum(axis=1, keepdims=True)
    scores[np.arange(len(wanted)), wanted] -= 1
    return np.vstack([table.T @ scores, scores.sum(axis=0)[None, :]]).astype(np.float32) / np.float32(len(wanted))


def prototypes() -> Iterator[Case]:
    """The clauses of prototypes.txt, each by its main verb, or by the noun that tells it ('talks resumed')."""
    told = [(text, row["type"], number) for number, row in enumerate(rows("prototypes")) for text in clauses(row)]
    for (tree, found), (_, kind, family) in zip(trees([text for text, *_ in told]), told, strict=True):
        root = next((token.index for token in tree.sentence.tokens if token.head == token.index), 0)
        mention = next((m for m in found if m.index == root), next(iter(found), None)) or mention_at(tree, root)
        if mention.is_verb or mention in found:
            yield Case(mention, kind, family)


def clauses(row: Row) -> Iterator[str]:
    """The sentences that a row stands for."""
    words = [word.split("/") for word in row["clause"].split()]
    for turn in range(max(map(len, words))):
        text = " ".join(word[turn % len(word)] for word in words).replace("_", " ").strip()
        yield f"{text[0].upper()}{text[1:]}."


def examples() -> Iterator[Case]:
    """The examples of all rows that give a word a type, by the bracketed word."""
    given = [row for name in (*trigger_files(), "deeds", "kin") for row in rows(name) if row["type"] != NOT_A_HAPPENING]
    texts = [row["example"].replace("[", "").replace("]", "") for row in given]
    for (tree, found), row in zip(trees(texts), given, strict=True):
        start, end = row["example"].index("["), row["example"].index("]") - 1
        inside = [token.index for token in tree.sentence.tokens if token.start < end and start < token.end]
        verbs = [index for index in inside if tree[index].pos == "VERB"]
        mention = next((m for m in found if m.index in inside), None)
        if mention or inside:
            yield Case(mention or mention_at(tree, (verbs or inside)[0]), row["type"], -1)


def mention_at(tree: Tree, index: int) -> Mention:
    """A word that no row knows, as a mention."""
    if tree[index].pos in {"VERB", "AUX"}:
        return Mention(tree, index, UNKNOWN, verb_slots(tree, index), tree[index].lemma)
    carrier = find_carrier(tree, index)
    return Mention(tree, index, UNKNOWN, noun_slots(tree, index, carrier), tree[index].lemma, carrier)


def trees(texts: Sequence[str]) -> Iterator[tuple[Tree, list[Mention]]]:
    """The last sentence of each text, with the mentions that the rules find in it."""
    number = count()
    documents = [record_document({"text": text, "published": PUBLISHED}, place=f"{next(number)}") for text in texts]
    for _, sentences in parse_all(documents, batch=256):
        own = [Tree(repaired(sentence)) for sentence in sentences if sentence.kind is BlockKind.TEXT]
        cast, words = Cast(own), lemmas(*own)
        found = with_theme([mention for tree in own for mention in find_mentions(tree, cast, words)], cast)
        last = own[-1]
        yield last, [mention for mention in found if mention.tree is last]


if __name__ == "__main__":
    main()
