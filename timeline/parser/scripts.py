"""Scripts (scripts.txt: what follows what, as everyone knows) and connectives (connectives.txt: the words that say so)."""

from dataclasses import dataclass
from functools import cache

from timeline.lexicon import Row, rows
from timeline.model.statement import Relation
from timeline.parser.mention import Mention

ANY = "*"
ANYTHING = frozenset({(ANY, None)})


@dataclass(frozen=True, slots=True)
class Connective:
    """A row of connectives.txt for one word."""

    stands: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Kind:
    """One side of a script: types, maybe each of one mode, maybe only some triggers."""

    sorts: frozenset[tuple[str, str | None]]
    lemmas: frozenset[str]

    @property
    def is_any(self) -> bool:
        """Whatever it is."""
        return self.sorts == ANYTHING and not self.lemmas

    def fits(self, mention: Mention) -> bool:
        """Whether a mention is of this kind."""
        if self.lemmas and self.lemmas.isdisjoint({mention.lemma, mention.tree[mention.index].lemma}):
            return False  # 'overturned the conviction' is a set phrase, and overturns
        row, sorts = mention.row, self.sorts
        return (
            (row.type, None) in sorts
            or (row.type, row.mode) in sorts
            or (ANY, None) in sorts
            or (ANY, row.mode) in sorts
        )


@dataclass(frozen=True, slots=True)
class Script:
    """A row of scripts.txt."""

    later: Kind
    words: frozenset[str]
    earlier: Kind
    within: int | None
    because: str


@cache
def connectives() -> dict[tuple[str, str], Connective]:
    """(word, where it stands) to its row."""
    return {
        (word, row["stands"]): Connective(row["stands"], Relation(row["relation"]))
        for row in rows("connectives")
        for word in row.words("word")
    }


@cache
def openings() -> frozenset[str]:
    """The first words of all connectives."""
    return frozenset(word.split()[0] for word, _ in connectives())


@cache
def scripts() -> tuple[Script, ...]:
    """All scripts in the order of their file."""
    return tuple(
        Script(
            kind(row, "later"),
            frozenset(row.words("words")),
            kind(row, "earlier"),
            int(row["within"]) if row["within"] else None,
            row["because"],
        )
        for row in rows("scripts")
    )


def kind(row: Row, column: str) -> Kind:
    """The kind that a cell names: 'type', 'type/mode', '*' for any type, several of these, with ': lemma, lemma' or without."""
    names, _, lemmas = row[column].partition(":")
    sorts = ((sort, mode or None) for sort, _, mode in (name.strip().partition("/") for name in names.split(",")))
    return Kind(frozenset(sorts), frozenset(part.strip() for part in lemmas.split(",") if part.strip()))
