"""Voices: who speaks in the paragraphs of a transcript ('OZOLS: We shot down two drones'), and so is 'I' and 'we' there."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.model.document import BlockKind, Document
from timeline.model.sentence import Sentence
from timeline.model.statement import ActorKind
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.tree import Tree

FAR = 6  # words: 'Poland's prime minister: We …'
At = Callable[[Tree, int], tuple[int, ...]]
SPEAKING = re.compile(r"(?P<name>[A-Z][^():]{0,60}?)(?: \([^()]{1,60}\))?[:.]")
OWN = frozenset({"i", "we"})
OTHERS = frozenset({"he", "she", "him", "her", "his"})
ANSWERING = frozenset({"a", "answer"})
ASKING = frozenset({"host", "moderator", "interviewer", "question", "reporter", "presenter", "anchor", "q"})
URGENT = frozenset(
    {
        *("subject", "re", "breaking", "just", "latest", "update", "updated", "urgent", "exclusive", "flash", "alert"),
        *("watch", "developing", "corrected", "correction", "bulletin", "note"),
    }
)  # what opens a paragraph with a colon, and nobody speaks
TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "prof", "professor", "president", "minister", "senator", "judge"})


@dataclass(frozen=True)
class Voices:
    """Of each Sentence in a paragraph that begins with who speaks, how that is called there."""

    labels: Mapping[int, str] = field(default_factory=dict)

    def member(self, memory: Memory, sentence: int) -> int | None:
        """The person of the cast who speaks; None where nobody does whom the text names."""
        label = self.labels.get(sentence)
        return None if label is None else _named(memory, label)

    def is_own(self, tree: Tree, name: Name) -> bool:
        """Whether it is the 'I' or 'we' of a transcript."""
        return name.text in OWN and tree.sentence.index in self.labels

    def instead(self, memory: Memory, at: At, tree: Tree, name: Name, found: tuple[int, ...]) -> tuple[int, ...]:
        """Who speaks, for an 'I' or 'we' that nobody in the sentence says ('Chad: We shot down a drone'); else those `found`."""
        if name.text in OTHERS and self.labels and found == (self.member(memory, tree.sentence.index),):
            return ()  # he is never who speaks
        if name.text not in OWN or _is_said(memory, tree, name.head):
            return found
        colon = _colon(tree)
        if colon is not None and colon < name.head:
            return next((own for i in range(colon) if (own := at(tree, i))), found)
        speaker = self.member(memory, tree.sentence.index)
        return found if speaker is None else (speaker,)


SILENT = Voices()


def voices(document: Document, sentences: Sequence[Sentence]) -> Voices:
    """The Voices of a text: a mark with a colon, and all until the next mark."""
    label, spoken = "", []
    for block in document.blocks:
        if block.kind is BlockKind.MARK:
            found = SPEAKING.fullmatch(document.body, block.start, block.end)
            label = found["name"] if found else label if document.body[block.start].islower() else ""
        elif label and block.kind is BlockKind.TEXT:
            spoken.append((block.start, block.end, label))
    starts = {sentence.index: sentence.start for sentence in sentences} if spoken else {}
    return Voices({
        index: name for index, start in starts.items() for first, last, name in spoken if first <= start < last
    })  # fmt: skip


def _colon(tree: Tree) -> int | None:
    """The colon behind the few words that open a sentence."""
    return next((i for i in range(1, min(len(tree), FAR)) if tree[i].text == ":"), None)


def _is_said(memory: Memory, tree: Tree, head: int) -> bool:
    """'He said: "I am leaving"' amid what somebody else says."""
    return head in memory.quoted.get(tree.sentence.index, ())


def _named(memory: Memory, label: str) -> int | None:
    words = [word.strip(".") for word in label.split()]
    if words[0].lower() in ANSWERING:
        return _only(memory)
    if any(word.lower() in ASKING | URGENT for word in words):
        return None
    own = [word.title() if word.isupper() else word for word in words if word.lower() not in TITLES]
    if own and (person := memory.find_person(" ".join(own))) is not None:
        return person
    called = " ".join(words).lower()
    titled = [n for n, one in enumerate(memory.members) if one.kind is ActorKind.PERSON and _bears(one.titles, called)]
    if len(titled) == 1:
        return titled[0]
    is_name = bool(own) and own[-1].lower() not in nouns() and all(word[:1].isupper() for word in own)
    return memory.enter(f"person {' '.join(own)}", " ".join(own), ActorKind.PERSON) if is_name else None


def _only(memory: Memory) -> int | None:
    """Who answers, in a text that gives but one person's name."""
    named = [n for n, one in enumerate(memory.members) if one.kind is ActorKind.PERSON and " " in one.name]
    return named[0] if len(named) == 1 else None


def _bears(titles: Sequence[str], called: str) -> bool:
    """'MINISTER' of a 'defence minister'."""
    return any(title == called or title.endswith(f" {called}") for title in titles)
