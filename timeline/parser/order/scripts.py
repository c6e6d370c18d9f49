"""Scripts (scripts.txt: what follows what, as everyone knows) and connectives (connectives.txt: the words that say so)."""

from dataclasses import dataclass
from functools import cache

from timeline.lexicon import Row, rows
from timeline.model.statement import Relation
from timeline.parser.mentions.mention import Mention

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
        return self.takes(mention.row.type, mention.row.mode) and self.has_lemma(mention)

    def takes(self, type_: str, mode: str | None) -> bool:
        """Whether a happening of that type and mode is of this kind, if its words are."""
        return not self.sorts.isdisjoint({(type_, None), (type_, mode), (ANY, None), (ANY, mode)})

    def has_lemma(self, mention: Mention) -> bool:
        """Whether its words are: 'overturned the conviction' is a set phrase, and overturns."""
        return not self.lemmas or not self.lemmas.isdisjoint({mention.lemma, mention.tree[mention.index].lemma})


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


@cache
def scripts_after(type_: str, mode: str | None) -> tuple[Script, ...]:
    """Those whose later side may be a happening of that type and mode."""
    return tuple(script for script in scripts() if script.later.takes(type_, mode))


def kind(row: Row, column: str) -> Kind:
    """The kind that a cell names: 'type', 'type/mode', '*' for any type, several of these, with ': lemma, lemma' or without."""
    names, _, lemmas = row[column].partition(":")
    sorts = ((sort, mode or None) for sort, _, mode in (name.strip().partition("/") for name in names.split(",")))
    return Kind(frozenset(sorts), frozenset(part.strip() for part in lemmas.split(",") if part.strip()))
