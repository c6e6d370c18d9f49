"""The weights by which happenings are sorted by type, learnt anew: timeline/rules/weights/types.npz.

    python -m benchmarks.typed [--check]

Learnt from the examples of the trigger rows, from prototypes.txt and from what is marked in our own texts (`marked`), by softmax
regression over traits, vectors of words and what else a text tells; what rows say and what else is told is learnt from the
readings alone, as elsewhere rows are right by their making. The same rows and texts give the same weights.
With --check nothing is written: each of the five sets to which no rule was fitted is held back in turn, and it is told of how many
of the happenings marked there the type is right, by rows and theme alone and with the weights: of all, of those that no row
settles, of those of rows that the weights may overrule, of the others.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.learning import Descent, arguments, falling, often
from benchmarks.marked import marked, read_texts
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
from timeline.parser.mentions.traits import traits, traits_of_row
from timeline.parser.sentences.arguments import noun_slots, verb_slots
from timeline.parser.sentences.carriers import find_carrier
from timeline.parser.sentences.repair import repaired
from timeline.parser.sentences.tree import Tree

HOME = Path(__file__).parent.parent / "timeline" / "rules"
KEPT = HOME / "weights" / "types.npz"
PUBLISHED = "2024-06-01"
UNFITTED = ("gazette", "review", "archive", "online", "province")  # sets
ROUNDS, BATCH, PACE = 8, 512, 0.03  # of the learning
STRENGTH = 0.3  # the higher, the closer to what it learns from
TRAIT, COMPANY = 0.5, 0.3  # how much a trait counts in learning, and what else is told
OFTEN = 2  # cases that must have a trait
TWICE = 2  # what stands in whole texts counts
GROUPS = ("all", "open", "asked", "left")
UNKNOWN = TriggerRow(NOT_A_HAPPENING, None, "deed", (), "", "")
Table = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Case:
    """What to learn from: the traits and words of a mention, its type; of a mention of the readings what else its text tells."""

    traits: tuple[str, ...]
    words: Table  # the vectors of its parts, one after the other
    type: str
    company: Table | None = None
    set: str = ""
    given: str = ""  # the type by rows and theme
    group: str = ""
    is_wanted: bool = True  # not one that readers may leave out


def main() -> None:
    options = arguments(__doc__, "how well it does, with sets held back").parse_args()
    own = [case_of(mention, kind) for mention, kind in marked()]
    cases = [*prototypes(), *examples(), *own * TWICE, *read_cases()]
    if options.check:
        check(cases)
    else:
        keep(learn(cases))


def read_cases() -> Iterator[Case]:
    """Those of the readings."""
    for name, mention, kind, told, is_optional in read_texts():
        company = typed.company(told, mention.row.type)
        names = (*traits(mention), *traits_of_row(mention))
        group = "open" if typed.is_open(mention) else "asked" if typed.is_asked(mention, is_story=True) else "left"
        words = vectors_of(typed.parts(mention))
        yield Case(names, words, kind, company, name, mention.row.type, group, not is_optional)


def case_of(mention: Mention, kind: str) -> Case:
    """One of which neither the row nor the company says anything."""
    return Case(tuple(traits(mention)), vectors_of(typed.parts(mention)), kind)


def vectors_of(parts: Sequence[Sequence[str]]) -> Table:
    """The meaning of each part, as much as it counts, one after the other."""
    shares = zip(typed.SHARES, parts, strict=True)
    return np.concatenate([np.float32(share) * vectors.meanings().of(words) for share, words in shares])


def keep(weights: vectors.Weights) -> None:
    """Writes the weights, with the hash of the prototypes that they were learnt from."""
    scale = float(np.abs(weights.clues).max()) / 127
    np.savez_compressed(
        KEPT,
        labels=np.array(weights.labels),
        names=np.array(list(weights.names)),
        table=np.round(weights.clues / scale).astype(np.int8),
        scale=np.array([scale], np.float32),
        words=weights.words.astype(np.float16),
        company=weights.company.astype(np.float16),
        base=weights.base.astype(np.float16),
        learnt_from=np.array(digest()),
    )
    print(f"{KEPT}: {len(weights.labels)} types, {len(weights.names)} traits")


def digest() -> str:
    return hashlib.sha256((HOME / "en" / "prototypes.txt").read_bytes()).hexdigest()


def check(cases: Sequence[Case]) -> None:
    total: Counter[tuple[str, str]] = Counter()
    for name in UNFITTED:
        weights = learn([case for case in cases if case.set != name])
        right = verdicts([case for case in cases if case.set == name and case.is_wanted], weights)
        report(name, right)
        total += right
    report("all five", total)


def verdicts(cases: Sequence[Case], weights: vectors.Weights) -> Counter[tuple[str, str]]:
    """How many there are in each group, and how many of them are right by rows, and by weights."""
    found: Counter[tuple[str, str]] = Counter()
    for case in cases:
        is_left = case.group == "left"
        told = case.given if is_left else weights.labels[int(scores_of(case, weights).argmax())]
        for group in ("all", case.group):
            found[group, "given"] += 1
            found[group, "rows"] += case.given == case.type
            found[group, "weights"] += told == case.type
    return found


def scores_of(case: Case, weights: vectors.Weights) -> Table:
    """As `Weights.scores` has them, from the vectors that a case keeps."""
    shares = np.repeat(np.array(typed.SHARES, np.float32), weights.words.shape[1])
    places = [weights.names[name] for name in case.traits if name in weights.names]
    said = weights.clues[places].sum(axis=0) + (case.words / shares) @ weights.words.reshape(-1, len(weights.labels))
    scores: Table = weights.base + said + (0 if case.company is None else case.company @ weights.company)
    return scores


def report(name: str, right: Counter[tuple[str, str]]) -> None:
    """One line: of each group how many there are, and the shares that are right by rows and by weights."""
    shares = [(group, right[group, "given"], right[group, "rows"], right[group, "weights"]) for group in GROUPS]
    told = [
        f"{group} {number}: {100 * one / number:.1f} -> {100 * other / number:.1f}"
        for group, number, one, other in shares
    ]
    print(f"{name:9}", "  ".join(told), flush=True)


def learn(cases: Sequence[Case]) -> vectors.Weights:
    """Softmax regression, some cases at a time, with a falling pace."""
    names = often([set(case.traits) for case in cases], OFTEN)
    places, dense = sparse_of(cases, names), dense_of(cases)
    wanted = np.searchsorted(np.array(typed.LABELS), np.array([case.type for case in cases]))
    tables = [np.zeros((rows, len(typed.LABELS)), np.float32) for rows in (len(names) + 1, dense.shape[1])]
    ways = [Descent(table) for table in tables]
    for step, some in enumerate(groups := list(drawn(len(cases))), start=1):
        slopes = slopes_of(tables, places[some], dense[some], wanted[some])
        for way, slope in zip(ways, slopes, strict=True):
            way.step(slope + way.weights / (STRENGTH * len(cases)), falling(PACE, step, len(groups)))
    return weights_of(names, *tables)


def weights_of(names: dict[str, int], sparse: Table, dense: Table) -> vectors.Weights:
    """What was learnt, so that each trait counts one and each vector has length one."""
    size, labels = len(typed.LABELS), len(typed.SHARES)
    words = dense[: -size - 2].reshape(labels, -1, size) * np.array(typed.SHARES, np.float32)[:, None, None]
    return vectors.Weights(typed.LABELS, names, TRAIT * sparse[:-1], words, COMPANY * dense[-size - 2 : -2], dense[-1])


def sparse_of(cases: Sequence[Case], names: dict[str, int]) -> NDArray[np.int64]:
    """The places of the traits of each case, as many for each; where it has fewer, that behind the last, which stays nought."""
    found = [[names[name] for name in set(case.traits) if name in names] for case in cases]
    table = np.full((len(cases), max(map(len, found))), len(names), np.int64)
    for row, places in zip(table, found, strict=True):
        row[: len(places)] = sorted(places)
    return table


def dense_of(cases: Sequence[Case]) -> Table:
    """Vectors, what else is told, whether that is not known, and the one that each case has."""
    nothing = np.zeros(len(typed.LABELS), np.float32)
    told = [nothing if case.company is None else np.float32(COMPANY) * case.company for case in cases]
    lone = np.array([[case.company is None, True] for case in cases], np.float32)
    return np.hstack([np.stack([case.words for case in cases]), np.stack(told), lone])


def drawn(number: int) -> Iterator[NDArray[np.int64]]:
    """The places of the cases to learn from, a few at a time, all in each round; always in the same order."""
    chance = np.random.default_rng(0)
    for _ in range(ROUNDS):
        order = chance.permutation(number)
        yield from (order[start : start + BATCH] for start in range(0, number, BATCH))


def slopes_of(
    tables: Sequence[Table], places: NDArray[np.int64], dense: Table, wanted: NDArray[np.int64]
) -> tuple[Table, Table]:
    """Which way the weights of traits and of all else are wrong for some cases."""
    scores = TRAIT * tables[0][places].sum(axis=1) + dense @ tables[1]
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    scores /= scores.sum(axis=1, keepdims=True)
    scores[np.arange(len(wanted)), wanted] -= 1
    scores /= np.float32(len(wanted))
    flat = places.ravel()
    order = np.argsort(flat, kind="stable")
    own, starts = np.unique(flat[order], return_index=True)
    slope = np.zeros_like(tables[0])
    slope[own] = TRAIT * np.add.reduceat(scores[order // places.shape[1]], starts)
    slope[-1] = 0
    return slope, dense.T @ scores


def prototypes() -> Iterator[Case]:
    """The clauses of prototypes.txt, each by its main verb, or by the noun that tells it ('talks resumed')."""
    told = [(text, row["type"]) for row in rows("prototypes") for text in clauses(row)]
    for (tree, found), (_, kind) in zip(trees([text for text, _ in told]), told, strict=True):
        root = next((token.index for token in tree.sentence.tokens if token.head == token.index), 0)
        mention = next((m for m in found if m.index == root), next(iter(found), None)) or mention_at(tree, root)
        if mention.is_verb or mention in found:
            yield case_of(mention, kind)


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
            yield case_of(mention or mention_at(tree, (verbs or inside)[0]), row["type"])


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
