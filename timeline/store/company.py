"""An event's company: the Statements that it is made of with their bonds, and those of other events that are near."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.model.bond import Bond
from timeline.model.curation import Ruling, Spot
from timeline.model.event import Evidence
from timeline.model.shapes import Shape
from timeline.model.span import FAR
from timeline.store.bonds import bonds_of, meeting
from timeline.store.database import Store
from timeline.store.decisions import load_decisions
from timeline.store.kept import load, load_all
from timeline.store.queries import document_shape, homes
from timeline.store.shape import Kept
from timeline.store.standing import row_of, told_in
from timeline.store.tables import Statement

MOST_ASKED, MOST_NEAR = 24, 240  # Statements whose like are looked for; of these


@dataclass(frozen=True, slots=True)
class Near:
    """A Statement of another event: the evidence, the event (its row's number, its headline), the document that tells it."""

    evidence: Evidence
    event: int
    headline: str
    document: Shape


@dataclass(frozen=True, slots=True)
class Company:
    """`pairs` are (own, near) that share a key and days; `bonds` are all that lead from these Statements to any."""

    own: list[Evidence]
    near: Mapping[Spot, Near] = field(default_factory=dict)
    pairs: tuple[tuple[Spot, Spot], ...] = ()
    bonds: tuple[Bond[Spot], ...] = ()
    rulings: tuple[Ruling, ...] = ()


def company(store: Store, identity: str, *, as_of: int | None = None) -> Company:
    """That of an event, as known by a day; of nobody when there is no such event."""
    with store.reading() as database:
        found = row_of(database, identity, as_of)
        if found is None:
            return Company([])
        serial, edition_of, *_ = found
        own = load(store, Statement.serial.in_(told_in(serial, is_edition=edition_of is not None)))
        mine = {one.serial for one in own}
        asked = [one.serial for one in own][:MOST_ASKED]
        alike = meeting(database, asked)
        others = {serial for pair in alike for serial in pair} - mine
        places = homes(database, others, as_of)
        near = load_all(store, sorted(places)[:MOST_NEAR])
        bonds = bonds_of(database, {*mine, *(one.serial for one in near)})
        rulings = load_decisions(store, [*own, *near])[0].rulings
    spots = {one.serial: _spot(one) for one in (*own, *near)}
    return Company(
        [one.evidence for one in own],
        {_spot(one): Near(one.evidence, *_row(places[one.serial]), document_shape(one)) for one in near},
        tuple(_pairs(alike, mine, spots)),
        tuple(_named(bonds, spots, FAR if as_of is None else as_of)),
        rulings,
    )


def _spot(one: Kept) -> Spot:
    return one.evidence.document, one.evidence.number


def _row(home: tuple[int, str, str]) -> tuple[int, str]:
    return home[0], home[2]


def _pairs(
    meeting: Iterable[tuple[int, int]], mine: set[int], spots: Mapping[int, Spot]
) -> Iterable[tuple[Spot, Spot]]:
    found = {(one, other) if one in mine else (other, one) for one, other in meeting}
    return sorted((spots[one], spots[other]) for one, other in found if other in spots and other not in mine)


def _named(bonds: Iterable[Bond[int]], spots: Mapping[int, Spot], until: int) -> Iterable[Bond[Spot]]:
    """With spots for numbers; a Statement that is not at hand keeps its number."""
    for one in bonds:
        if one.day <= until:
            vague, clear = (spots.get(serial, ("", serial)) for serial in (one.vague, one.clear))
            yield Bond(vague, clear, one.strength, one.is_sure, one.day)
