"""Sentence and Token: what the syntax step makes of a Document. Offsets are characters of the body, half-open."""

from timeline.model.document import BlockKind
from timeline.model.value import value


@value
class Token:
    """A word as the syntax step saw it. `index` and `head` count from 0 in its Sentence; the root is its own head.

    `pos` is Universal POS, `tag` Penn Treebank, `relation` spaCy's (ClearNLP) dependency label, `entity` the OntoNotes
    label of the named entity it is part of ('' for none), `entity_start` true on an entity's first token.
    """

    index: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    entity: str = ""
    entity_start: bool = False


@value
class Sentence:
    """A sentence with its offsets in the body, the kind of block it stands in, and the paragraph's number from 0."""

    index: int
    start: int
    end: int
    kind: BlockKind
    paragraph: int
    tokens: tuple[Token, ...]
