"""Mentions of our own texts whose type is marked: those of `told-….txt` and of the stories. `benchmarks.typed` learns from them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.told import load
from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.model.document import BlockKind, Document
from timeline.model.types import TYPE_NAMES
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.mentions import find_mentions, lemmas
from timeline.parser.mentions.theme import with_theme
from timeline.parser.sentences.repair import repaired
from timeline.parser.sentences.tree import Tree

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"


def marked() -> Iterator[tuple[Mention, str]]:
    """Each marked mention that the rules find as one of its sentence, with its type."""
    yield from _told()
    yield from _stories()


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
