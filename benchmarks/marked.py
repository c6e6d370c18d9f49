"""Mentions of our own texts whose type is marked: those of `told-….txt`, of the stories and of the readings. `benchmarks.typed`
learns from them."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import readings
from benchmarks.told import load
from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.model.document import BlockKind, Document
from timeline.model.sentence import Sentence
from timeline.model.types import TYPE_NAMES
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.doings import protagonists
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.mentions import find_mentions, lemmas
from timeline.parser.mentions.theme import with_theme
from timeline.parser.read import find
from timeline.parser.sentences.repair import repaired, with_known_names
from timeline.parser.sentences.standins import with_nouns
from timeline.parser.sentences.tree import Tree

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"


def marked() -> Iterator[tuple[Mention, str]]:
    """Each marked mention that the rules find as one of its sentence, with its type."""
    yield from _told()
    yield from _stories()


def read_texts() -> Iterator[tuple[str, Mention, str, Counter[str], bool]]:
    """(its set, the mention, its type, how often its text tells of each, whether a reader may leave it out) for each mention of
    the readings at which a happening is marked, found as `read` finds it, with what only weights add.
    """
    for path in sorted((CORPUS / "readings").glob("*texts.jsonl")):
        texts, gold = readings.lines(path), readings.lines(path.with_name(path.name.replace("texts", "gold")))
        if any(event.get("type") for event in gold):
            name = path.stem.removesuffix("texts").rstrip("-")
            for (_, sentences), text in zip(parse_all([record_document(one) for one in texts]), texts, strict=True):
                found = _found(sentences)
                told = Counter(mention.row.type for mention in found)
                events = [event for event in gold if event["document"] == text["id"]]
                for mention, event in _at_marks(found, text["text"], events):
                    yield name, mention, event["type"].split("/")[0], told, bool(event.get("optional"))


def _found(sentences: Sequence[Sentence]) -> list[Mention]:
    trees = [Tree(repaired(sentence)) for sentence in with_nouns(with_known_names(sentences))]
    cast, words = Cast(trees), lemmas(*trees)
    texts = [tree for tree in trees if tree.sentence.kind is BlockKind.TEXT]
    return find(texts, cast, words, protagonists(cast, texts))[0]


def _at_marks(
    found: Sequence[Mention], text: str, events: Sequence[dict[str, Any]]
) -> Iterator[tuple[Mention, dict[str, Any]]]:
    marks = [(start, end, event) for event in events for start, end, _ in readings.trigger_spans(text, event)]
    for mention in found:
        token = mention.tree[mention.index]
        here = [event for start, end, event in marks if token.start < end and start < token.end and event.get("type")]
        if here and here[0]["type"].split("/")[0] in TYPE_NAMES:
            yield mention, here[0]


def found_in(documents: Sequence[Document]) -> Iterator[list[Mention]]:
    """The mentions that the rules find in each text, before likeness is asked."""
    for _, sentences in parse_all(documents, batch=256):
        trees = [Tree(repaired(sentence)) for sentence in sentences if sentence.kind is BlockKind.TEXT]
        cast, words = Cast(trees), lemmas(*trees)
        yield with_theme([mention for tree in trees for mention in find_mentions(tree, cast, words)], cast)


def _told() -> Iterator[tuple[Mention, str]]:
    texts = [text for path in sorted(CORPUS.glob("told-*.txt")) for text in load(path)]
    documents = [record_document({"text": text, "published": day}) for day, text, _ in texts]
    for mentions, (*_, wanted) in zip(found_in(documents), texts, strict=True):
        for want in wanted:
            own = [
                mention
                for mention in mentions
                if abs(mention.tree.sentence.end - want.end) <= 1
                and mention.tree[mention.index].text.lower() in want.triggers
            ]
            if len(own) == 1 and len(want.types) == 1 and want.types[0] in TYPE_NAMES:
                yield own[0], want.types[0]


def _stories() -> Iterator[tuple[Mention, str]]:
    for path in sorted((CORPUS / "stories").glob("*.gold.jsonl")):
        told = [(told, event) for event in _records(path) for told in event["mentions"] if event.get("type")]
        texts = _records(path.with_name(path.name.replace(".gold", "")))
        for mentions, text in zip(found_in([record_document(text) for text in texts]), texts, strict=True):
            for mark, event in told:
                own = [mention for mention in mentions if mark["document"] == text["id"] and _is_marked(mention, mark)]
                if len(own) == 1:
                    yield own[0], event["type"]


def _is_marked(mention: Mention, mark: dict[str, Any]) -> bool:
    words = [token.text for token in mention.tree.sentence.tokens]
    wanted = "".join(mark["sentence_start_words"].split())
    return mention.tree[mention.index].text in mark["trigger"].split() and "".join(words).startswith(wanted)


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
