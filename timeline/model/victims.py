"""Victims: whose number a toll is, as far as it is told. Soldiers of one side and fighters of the other are no dispute."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.statement import ActorKind, RoleName, Statement

PEOPLE = "people"  # the unit of those counted
SORTS = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.PEOPLE})
ANYBODY = frozenset("people persons men others victims bodies dead lives members some one two".split())

Told = tuple[str, str, str | None, str]  # role, kind, country and name


@dataclass(frozen=True, slots=True)
class Victims:
    """The kinds and countries of those who suffered it; empty where nothing tells."""

    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def are_others_than(self, other: "Victims") -> bool:
        """Whether none of the one can be of the other."""
        return _apart(self.kinds, other.kinds) or _apart(self.countries, other.countries)


def victims(told: Iterable[Told]) -> Victims:
    """Of whom those numbers are that stand beside these actors; 'people' may be anybody."""
    hurt = [one for one in told if one[0] == RoleName.TARGET and one[1] in SORTS]
    kinds = [kind for _, kind, _, name in hurt if name.lower() not in ANYBODY]
    if len(kinds) < len(hurt):
        return Victims()
    return Victims(frozenset(kinds), frozenset(country for _, _, country, _ in hurt if country))


def victims_of(statement: Statement) -> Victims:
    """The same of a Statement."""
    return victims((role.name, role.actor.kind, role.actor.country, role.actor.name) for role in statement.roles)


def _apart(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and bool(others) and some.isdisjoint(others)
