"""Whatever is read, read again, deleted, corrected, merged, split and reverted, in whatever order: what always holds."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import services
from tests.chronicle import made
from tests.conftest import TEMPLATE
from tests.making import document, statement
from timeline import curate
from timeline.chronology import ranks, readings
from timeline.errors import InputError
from timeline.ingest import record, remerge, remove
from timeline.model.filters import Filters
from timeline.store.database import Store, open_store, rows
from timeline.store.history import find_history
from timeline.store.queries import find_events, get_event
from timeline.store.records import replace_statements
from timeline.store.tables import Document, Event, Statement
from timeline.store.texts import find_documents

DAYS = ("2025-10-11", "2025-10-11", "2025-10-12", "2025-12-24", "2025-12-24")
TOLD_BY = {"2025-10-12": "Estria"}


def told(number: int) -> tuple[Any, list[Any]]:
    """A document that tells a raid, and most a meeting after it."""
    day = DAYS[number]
    raid = statement(date=day, by=TOLD_BY.get(day, "Norland"), on="Sudmark", text=f"An attack on {day}.", start=4)
    talk = statement("talk", "consult", date="2025-12-27", of=["Norland", "Sudmark"], text="A talk was held.", start=40)
    text = document(
        f"{number}. {raid.sentence:<36}{talk.sentence}", url=f"http://{number}.example", published="2025-12-29"
    )
    return text, [raid, talk][: 1 + number % 2]


class World:
    """A store under test, with what was done to it."""

    def __init__(self, store: Store) -> None:
        self.store, self.documents = store, dict[int, str]()

    def read(self, number: int) -> None:
        text, statements = told(number)
        self.documents[number] = record(self.store, text, statements).document_id

    def reread(self, number: int) -> None:
        if number in self.documents:
            _, statements = told(number)
            with self.store.writing() as writing:
                query = Document.select(Document.serial).where(Document.id == self.documents[number])
                ((serial,),) = rows(query, writing.database)
                query = Statement.select(Statement.event).where(Statement.document == serial)
                events = {event for (event,) in rows(query, writing.database)}
                replace_statements(writing, serial, readings(statements, ranks(statements)))
                remerge(writing, serial, events)

    def remove(self, number: int) -> None:
        if number in self.documents:
            remove(self.store, self.documents.pop(number))

    def correct(self, which: int, headline: str) -> None:
        for event in self.picked(which):
            curate.correct(self.store, event, {"headline": headline}, by="desk", check=bool)
            found = get_event(self.store, event)
            assert (found["headline"], found["curated"]) == (headline, ["headline"])
            self.check_history(event, "corrected")

    def merge(self, which: int, other: int) -> None:
        for event, second in zip(self.picked(which), self.picked(other), strict=True):
            if event != second:
                before = {
                    (one["document"]["id"], one["number"]) for each in (event, second) for one in self.evidence(each)
                }
                kept = curate.merge(self.store, event, [second], by="desk", check=bool)
                assert {(one["document"]["id"], one["number"]) for one in self.evidence(kept)} >= before
                self.check_history(kept, "merged")

    def split(self, which: int, place: int) -> None:
        for event in self.picked(which):
            evidence = self.evidence(event)
            one = evidence[place % len(evidence)]
            try:
                rest, part = curate.split(
                    self.store, event, [(one["document"]["id"], one["number"])], by="desk", check=bool
                )
            except InputError:
                assert len(evidence) == 1
            else:
                assert event in (rest, part)
                assert [each["number"] for each in self.evidence(part)][:1] == [one["number"]]
                self.check_history(event, "split")

    def revert(self, which: int, place: int) -> None:
        for event in self.picked(which):
            history = find_history(self.store, event)
            curate.revert(self.store, event, history[place % len(history)]["number"], by="desk", check=bool)

    def picked(self, which: int) -> list[str]:
        """The id of some event, if there is any."""
        found = [one["id"] for one in self.listed()]
        return [found[which % len(found)]] if found else []

    def listed(self) -> list[Any]:
        return find_events(self.store, Filters(), limit=500).events

    def evidence(self, event: str) -> list[Any]:
        return get_event(self.store, event)["evidence"]

    def check_history(self, event: str, action: str) -> None:
        last = find_history(self.store, event)[-1]
        assert (last["action"], last["by"], last["active"]) == (action, "desk", True)

    def check(self) -> None:
        """Every Statement is in one event that stands, and every event has some."""
        query = Statement.select(Statement.serial, Event.serial, Event.edition_of).join(Event, "LEFT OUTER JOIN")
        homes = rows(query, self.store.database)
        assert all(event is not None and edition_of is None for _, event, edition_of in homes)
        standing = {
            serial
            for (serial,) in rows(Event.select(Event.serial).where(Event.edition_of.is_null()), self.store.database)
        }
        assert {event for _, event, _ in homes} == standing
        assert len(homes) == sum(one["statements"] for one in find_documents(self.store).items)

    def curated(self) -> dict[str, str]:
        return {one["id"]: one["headline"] for one in self.listed() if one["curated"]}

    def take_all_back(self) -> None:
        for _ in range(4):
            for event in [one["id"] for one in self.listed()]:
                if rows(
                    Event.select(Event.serial).where((Event.id == event) & Event.edition_of.is_null()),
                    self.store.database,
                ):
                    curate.revert(self.store, event, 0, by="desk", check=bool)

    def told(self) -> list[Any]:
        """The events without what is given by chance: ids and moments."""
        found = [(one, self.evidence(one["id"])) for one in self.listed()]
        left = ("id", "created", "updated", "actors", "source", "quote", "marks")
        return sorted(
            [
                sorted((each["document"]["url"], each["number"]) for each in evidence),
                sorted((name, repr(value)) for name, value in one.items() if name not in left),
            ]
            for one, evidence in found
        )


NUMBER = st.integers(0, 4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), NUMBER),
        st.tuples(st.just("reread"), NUMBER),
        st.tuples(st.just("remove"), NUMBER),
        st.tuples(st.just("correct"), NUMBER, st.sampled_from(["One", "Two", "Three"])),
        st.tuples(st.just("merge"), NUMBER, NUMBER),
        st.tuples(st.just("split"), NUMBER, NUMBER),
        st.tuples(st.just("revert"), NUMBER, NUMBER),
    ),
    min_size=4,
    max_size=14,
)


def run(world: World, steps: list[tuple[Any, ...]], fresh: World) -> None:
    for number in range(3):
        world.read(number)
    for name, *arguments in steps:
        before = world.curated()
        getattr(world, name)(*arguments)
        world.check()
        if name in ("read", "reread"):
            after = world.curated()
            assert {event: after.get(event) for event in before} == before
    world.take_all_back()
    world.check()
    for number in sorted(world.documents):
        fresh.read(number)
    assert world.told() == fresh.told()


@contextmanager
def sqlite(template: Path, place: Path) -> Iterator[World]:
    shutil.copy(template, place)
    with open_store(f"sqlite:///{place}", must_be_current=False) as store:
        yield World(store)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("properties") / "empty.db"
    made(path)
    return path


TIMES = count()
OPTIONS = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@settings(max_examples=12, **OPTIONS)
@given(steps=STEPS)
def test_what_always_holds(template: Path, steps: list[tuple[Any, ...]]) -> None:
    places = [template.parent / f"{next(TIMES)}.db" for _ in range(2)]
    with sqlite(template, places[0]) as world, sqlite(template, places[1]) as fresh:
        run(world, steps, fresh)


@pytest.mark.postgresql
@settings(max_examples=2, **OPTIONS)
@given(steps=STEPS)
def test_what_always_holds_on_postgresql(postgresql: str, template: Path, steps: list[tuple[Any, ...]]) -> None:
    name = f"properties_{next(TIMES)}"
    services.execute(f"{postgresql}/postgres", f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    with open_store(f"{postgresql}/{name}") as store, sqlite(template, template.parent / f"{next(TIMES)}.db") as fresh:
        run(World(store), steps, fresh)
