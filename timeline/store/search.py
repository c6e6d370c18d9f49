"""Full text: the same words found on SQLite (FTS5) and PostgreSQL (tsvector), whatever is typed.

Both databases get text that is already cut into plain ASCII words, and queries that are already parsed, so that their
own ideas of words, stems and operators never differ. A query is words (all must be there), "phrases", word* for a
beginning, -word for what must not be there (alone: all that lacks it), and OR between alternatives.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.store.database import Store

WORD = re.compile(r"[^\W_]+")
TERM = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
MOST_WORDS = 10_000  # of one event; PostgreSQL keeps positions up to 16,383
LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other; the last may be only a beginning."""

    words: tuple[str, ...]
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """Terms that must all be there, and terms that must not; one of the two may be empty."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


def words(text: str) -> list[str]:
    """The words of a text: no case, no accents, letters beyond ASCII written as their numbers."""
    if text.isascii():  # as most are
        return [word[:LONGEST_WORD] for word in WORD.findall(text.casefold())]
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return [_ascii(word)[:LONGEST_WORD] for word in WORD.findall(plain.casefold())]


def parse(query: str) -> tuple[Alternative, ...]:
    """What a query asks for; () when it has no words, which nothing matches."""
    sides: list[list[tuple[bool, Term]]] = [[]]
    for found in TERM.finditer(query):
        if found["word"] in ("OR", "|") and not found["minus"]:
            sides.append([])
        elif term := _term(found):
            sides[-1].append((bool(found["minus"]), term))
    return tuple(_alternative(side) for side in sides if side)


def matching(store: Store, query: str, *, column: str = "words") -> Iterator[tuple[bool, str, list[str]]]:
    """SQL (and its parameters) that selects numbers of events, and whether it is these that match, or all others.

    What fits one of them matches; without any nothing does. The others are asked for since FTS5 knows no NOT alone.
    """
    alternatives = parse(query)
    if wanted := [one for one in alternatives if one.wanted]:
        yield True, *_select(store, wanted, column)
    for lacking in (one.unwanted for one in alternatives if not one.wanted):
        yield False, *_select(store, [Alternative((term,), ()) for term in lacking], column)


def _select(store: Store, alternatives: Sequence[Alternative], column: str) -> tuple[str, list[str]]:
    if store.is_postgresql:
        return f"SELECT rowid FROM event_search WHERE {column} @@ %s::tsquery", [_tsquery(alternatives)]
    return "SELECT rowid FROM event_search WHERE event_search MATCH ?", [f"{column} : ({_fts5(alternatives)})"]


def index(store: Store, event: int, headline: str, texts: Iterable[str]) -> None:
    """Put an event's words into the index, where it has none."""
    first = words(headline)
    every = [*first, *(word for text in texts for word in words(text))][:MOST_WORDS]
    if store.is_postgresql:
        insert = "INSERT INTO event_search (rowid, headline, words) VALUES (%s, %s::tsvector, %s::tsvector)"
        store.database.execute_sql(insert, (event, _tsvector(first), _tsvector(every)))
    else:
        insert = "INSERT INTO event_search (rowid, headline, words) VALUES (?, ?, ?)"
        store.database.execute_sql(insert, (event, " ".join(first), " ".join(every)))


def copy(store: Store, event: int, other: int) -> None:
    """Index the other event under the words of the first."""
    mark = "%s" if store.is_postgresql else "?"
    select = f"SELECT CAST({mark} AS BIGINT), headline, words FROM event_search WHERE rowid = {mark}"
    store.database.execute_sql(f"INSERT INTO event_search (rowid, headline, words) {select}", (other, event))


def remove(store: Store, event: int) -> None:
    """Take an event's words out of the index."""
    mark = "%s" if store.is_postgresql else "?"
    store.database.execute_sql(f"DELETE FROM event_search WHERE rowid = {mark}", (event,))


def _ascii(word: str) -> str:
    return word if word.isascii() else "".join(sign if sign.isascii() else f"u{ord(sign):x}" for sign in word)


def _term(found: re.Match[str]) -> Term | None:
    text = found["word"] if found["phrase"] is None else found["phrase"]
    parts = tuple(words(text))
    is_beginning = found["phrase"] is None and text.endswith("*")
    return Term(parts, is_beginning) if parts else None


def _alternative(side: Sequence[tuple[bool, Term]]) -> Alternative:
    wanted = tuple(term for is_unwanted, term in side if not is_unwanted)
    return Alternative(wanted, tuple(term for is_unwanted, term in side if is_unwanted))


def _fts5(alternatives: Sequence[Alternative]) -> str:
    return " OR ".join(f"({_fts5_alternative(one)})" for one in alternatives)


def _fts5_alternative(one: Alternative) -> str:
    wanted = " AND ".join(_fts5_term(term) for term in one.wanted)
    return f"({wanted})" + "".join(f" NOT {_fts5_term(term)}" for term in one.unwanted)


def _fts5_term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.is_beginning else "")


def _tsquery(alternatives: Sequence[Alternative]) -> str:
    return " | ".join(f"({_tsquery_alternative(one)})" for one in alternatives)


def _tsquery_alternative(one: Alternative) -> str:
    return " & ".join([*map(_tsquery_term, one.wanted), *(f"!{_tsquery_term(term)}" for term in one.unwanted)])


def _tsquery_term(term: Term) -> str:
    *before, last = term.words
    return (
        "(" + " <-> ".join([*(f"'{word}'" for word in before), f"'{last}'" + (":*" if term.is_beginning else "")]) + ")"
    )


def _tsvector(every: Sequence[str]) -> str:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for position, word in enumerate(every, start=1):
        places[word].append(str(position))
    return " ".join(f"'{word}':{','.join(positions)}" for word, positions in places.items())
