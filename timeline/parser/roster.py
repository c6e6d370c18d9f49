"""Roster: who is known by rows of people.txt, groups.txt and leaders.txt. Data and look-ups, no sentence."""

from dataclasses import dataclass
from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import ActorKind

ENGLISH_SPEAKING = frozenset({"US", "GB", "AU", "NZ", "CA", "IE"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of people.txt: what a common noun that acts stands for."""

    kind: ActorKind
    acts_for_state: bool
    is_office: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A row of groups.txt."""

    name: str
    kind: ActorKind
    country: str | None
    acts_for: str | None
    aliases: tuple[str, ...]


@cache
def nouns() -> dict[str, Noun]:
    """Common nouns that act, by lemma; the first row wins."""
    found: dict[str, Noun] = {}
    for row in rows("people"):
        noun = Noun(ActorKind(row["kind"]), row["acts"] == "state", row["office"] == "office")
        for word in row.words("noun"):
            found.setdefault(word, noun)
    return found


@cache
def groups() -> dict[str, Group]:
    """Known actors by each of their names as written."""
    found: dict[str, Group] = {}
    for row in rows("groups"):
        aliases = row.words("aliases")
        group = Group(row["name"], ActorKind(row["kind"]), row["country"] or None, row["acts_for"] or None, aliases)
        for name in (row["name"], *aliases):
            found[name.removeprefix("the ")] = group
    return found


@cache
def leaders() -> dict[str, str]:
    """Full and last names of leaders.txt to country codes; a last name of two countries' leaders is left out."""
    full = {name: row["code"] for row in rows("leaders") for name in row.words("names")}
    last: dict[str, set[str]] = {}
    for name, code in full.items():
        last.setdefault(name.split()[-1], set()).add(code)
    return {**{name: next(iter(codes)) for name, codes in last.items() if len(codes) == 1}, **full}


def leader_country(name: str, *, has_office: bool) -> str | None:
    """The country of a known leader; by the last name alone after an office, or where it is no English one."""
    code = leaders().get(name)
    return code if " " in name or has_office or code not in ENGLISH_SPEAKING else None
