"""What it costs to merge one more document, when few are kept and when many are.

    python -m benchmarks.merging [DOCUMENTS] [--per-day N] [--url URL] [--settled] [--turns] [--profile]

Makes documents as a news room sees them (no text is parsed): stories of three to forty dispatches about a cast of their own, in
countries of which a few are in the news all the time, one in three with a body that is in many of them, dozens going on at
once. Each dispatch has its news, told again by the next ones, and background of which two in three name nobody; one Statement
in six is put in order to another of its text. All go into one fresh SQLite database (or the empty one at a URL), in order of
publication; time per document is the mean processor time for 200 documents up to 1,000 and for the last 200.
With `--settled` the archive is filled first, each story merged when all of it is kept, and then the last 200 come one by one.
With `--turns` two archives stand side by side, and both 200 documents take turns: what else the machine does slows both alike.
"""

import argparse
import cProfile
import datetime
import gc
import pstats
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

from babel import Locale

from timeline.chronology import ranks, readings
from timeline.cli import RARELY
from timeline.ingest import likeness, record, remerge
from timeline.intake.text import text_document
from timeline.model import edtf
from timeline.model.document import Document
from timeline.model.filters import Filters
from timeline.model.statement import Actor, ActorKind, Link, Place, Relation, Role, RoleName, Statement, Trigger
from timeline.model.time import When
from timeline.store import migrate
from timeline.store.database import Store, open_store
from timeline.store.queries import find_events
from timeline.store.records import save_document

FIRST_DAY = datetime.date(2024, 1, 1)
EARLY, WINDOW = 1000, 200
COUNTRIES = [
    (code, name) for code, name in sorted(Locale("en").territories.items()) if code.isalpha() and " " not in name
][:60]
BODIES = ("World Assembly", "Northern Alliance", "Court of Nations", "Trade Union League")
SYLLABLES = "ba den ko lu mar ni or pel ras sta tiv ul ven wi yo zem".split()
HAPPENINGS = (
    ("attack", "assault"), ("bomb", "assault"), ("talk", "consult"), ("meet", "consult"), ("visit", "consult"),
    ("arrest", "coerce"), ("protest", "protest"), ("sign", "agree"), ("accuse", "accuse"), ("reject", "reject"),
    ("trial", "legal"), ("convict", "legal"), ("appoint", "appointment"), ("resign", "appointment"), ("flood", "disaster"),
    ("merge", "business"), ("strike", "protest"), ("election", "election"), ("die", "death"), ("demand", "request"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """What a story tells of: the day, and a Statement without date and text."""

    day: datetime.date
    told: Statement


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A document to be: its day, and which happenings of which story it tells."""

    day: datetime.date
    story: int
    news: tuple[Happening, ...]
    background: tuple[Happening, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=int, nargs="?", default=10_000)
    parser.add_argument("--per-day", type=int, default=27, help="documents published a day (10,000 a year)")
    parser.add_argument("--url", help="an empty database, such as postgresql://…")
    parser.add_argument("--profile", action="store_true", help="where the time of the last 200 documents goes")
    parser.add_argument(
        "--settled", action="store_true", help="merge the archive story by story, then time 200 documents"
    )
    parser.add_argument("--turns", action="store_true", help="time early and late documents in turns, on two archives")
    options = parser.parse_args()
    gc.set_threshold(*RARELY)  # as the commands do
    if options.turns:
        in_turns(options.documents, options.per_day)
        return
    if options.settled:
        settled(options.documents, options.per_day)
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(options.url or f"sqlite:///{folder}/x.db", must_be_current=False) as store,
    ):
        migrate.upgrade(store)
        times = run(store, options.documents, options.per_day, is_profiled=options.profile)
        events = find_events(store, Filters(), limit=1, count=True).total or 0
    report(times, events)


def settled(count: int, per_day: int) -> None:
    """Prints the time of a document for a small archive, for a large one, and their ratio."""
    means = []
    for size in (EARLY, count):
        with (
            tempfile.TemporaryDirectory() as folder,
            open_store(f"sqlite:///{folder}/x.db", must_be_current=False) as store,
        ):
            migrate.upgrade(store)
            told = list(enumerate(dispatches(count, per_day)[:size]))
            fill(store, told[:-WINDOW])
            times = [timed(store, number, dispatch) for number, dispatch in told[-WINDOW:]]
        means.append(sum(times) / len(times))
        print(
            f"{size:6,} documents: {1000 * means[-1]:7.1f} ms a document, slowest {1000 * max(times):7.1f}", flush=True
        )
    print(f"ratio {means[1] / means[0]:.2f}")


def in_turns(count: int, per_day: int) -> None:
    """Prints the time of a document in a small archive and in a large one, and their ratio."""
    told = dispatches(count, per_day)
    times: tuple[list[float], list[float]] = ([], [])
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        urls = (f"sqlite:///{folder}/{size}.db" for size in ("few", "many"))
        stores = [stack.enter_context(open_store(url, must_be_current=False)) for url in urls]
        starts = (EARLY - WINDOW, count - WINDOW)
        for store, start in zip(stores, starts, strict=True):
            migrate.upgrade(store)
            for number in range(start):
                timed(store, number, told[number])
        for step in range(WINDOW):
            for store, start, found in zip(stores, starts, times, strict=True):
                found.append(timed(store, start + step, told[start + step]))
    few, many = (1000 * sum(found) / WINDOW for found in times)
    print(f"{few:.1f} ms a document up to {EARLY:,}, {many:.1f} up to {count:,}: ratio {many / few:.2f}")


def fill(store: Store, told: list[tuple[int, Dispatch]]) -> None:
    """Keeps all documents, and merges each story once."""
    last = {dispatch.story: number for number, dispatch in told}
    for number, dispatch in told:
        document, statements = written(number, dispatch)
        with store.writing() as writing:
            saved = save_document(writing, document, readings(statements, ranks(statements), document), likeness())
            if last[dispatch.story] == number:
                remerge(writing, saved.serial, saved.events)


def timed(store: Store, number: int, dispatch: Dispatch) -> float:
    """Seconds of processor time that one more document takes."""
    document, statements = written(number, dispatch)
    start = time.process_time()
    record(store, document, statements)
    return time.process_time() - start


def run(store: Store, count: int, per_day: int, *, is_profiled: bool) -> list[float]:
    """Seconds of processor time for each document."""
    times = []
    profiler = cProfile.Profile()
    for number, dispatch in enumerate(dispatches(count, per_day)):
        if is_profiled and number == count - WINDOW:
            profiler.enable()
        times.append(timed(store, number, dispatch))
        if len(times) % EARLY == 0:
            tell(times)
    if is_profiled:
        profiler.disable()
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(35)
    return times


def tell(times: list[float]) -> None:
    """Prints what the last documents cost, and beside it the last thousand: single stories weigh less there."""
    part, thousand = times[-WINDOW:], times[-EARLY:]
    cost = f"{1000 * sum(part) / len(part):7.1f} ms a document, slowest {1000 * max(part):7.1f}"
    print(f"up to {len(times):6,}: {cost}; of {EARLY:,}: {1000 * sum(thousand) / len(thousand):7.1f}", flush=True)


def report(times: list[float], events: int) -> None:
    tell(times)
    print(f"{len(times):,} documents, {events:,} events, {sum(times):.0f} s")
    if len(times) > EARLY:
        early, late = times[EARLY - WINDOW : EARLY], times[-WINDOW:]
        print(f"ratio {sum(late) / sum(early):.2f}")


def dispatches(count: int, per_day: int) -> list[Dispatch]:
    """That many, in order of publication."""
    rng = random.Random(2024)
    days = count // per_day + 1
    made: list[Dispatch] = []
    story = 0
    while len(made) < count:
        told = of_story(rng, story, FIRST_DAY + datetime.timedelta(rng.randrange(-30, days)))
        made.extend(one for one in told if FIRST_DAY <= one.day <= FIRST_DAY + datetime.timedelta(days))
        story += 1
    return sorted(made, key=lambda one: (one.day, one.story))[:count]


def of_story(rng: random.Random, story: int, start: datetime.date) -> Iterator[Dispatch]:
    """The dispatches of one story: a happening every few days, told by one to four of them."""
    length = min(40, 3 + int(rng.expovariate(1 / 6)))
    cast = members(rng, story)
    past: list[Happening] = []
    day = start
    made = 0
    while made < length:
        day += datetime.timedelta(1 + int(rng.expovariate(1 / 3)))
        news = tuple(happening(rng, day, cast) for _ in range(rng.randint(1, 3)))
        for later in range(rng.randint(1, 4)):
            background = tuple(rng.sample(past, min(len(past), rng.randint(0, 3))))
            yield Dispatch(day + datetime.timedelta(1 + later // 2), story, news, background)
            made += 1
        past.extend(news)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and where a story is about."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


def members(rng: random.Random, story: int) -> Cast:
    """Two states, of which few are in most stories, some people and groups, two towns."""
    states = [min(len(COUNTRIES) - 1, int(rng.paretovariate(1.0)) - 1) for _ in range(2)]
    actors = [Actor(COUNTRIES[state][1], ActorKind.STATE, COUNTRIES[state][0]) for state in dict.fromkeys(states)]
    people = [Actor(f"{name(rng)} {name(rng)}", ActorKind.PERSON, COUNTRIES[states[0]][0]) for _ in range(3)]
    group = Actor(f"{name(rng)} Front", ActorKind.ARMED_GROUP, COUNTRIES[states[0]][0])
    if rng.random() < 0.33:
        actors.append(Actor(rng.choice(BODIES), ActorKind.ORGANISATION))
    towns = [Place(name(rng), COUNTRIES[states[0]][0], 1.0, float(story % 90)) for _ in range(2)]
    return Cast((*actors, *people, group), tuple(towns))


def name(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()


def happening(rng: random.Random, day: datetime.date, cast: Cast) -> Happening:
    lemma, kind = rng.choice(HAPPENINGS)
    who = rng.sample(cast.actors, 2)
    place = rng.choice(cast.places) if rng.random() < 0.5 else None
    told = Statement("", 0, 0, Trigger(lemma, 0, 0), lemma, f"{who[0].name} {lemma} {who[1].name}", kind, None, When())
    roles = (Role(who[0], RoleName.AGENT), Role(who[1], RoleName.TARGET))
    return Happening(day, replace(told, roles=roles, place=place))


def written(number: int, dispatch: Dispatch) -> tuple[Document, tuple[Statement, ...]]:
    """The document, and its Statements: the news dated, the background undated and mostly without names."""
    body = ""
    statements = []
    for position, one in enumerate((*dispatch.news, *dispatch.background)):
        is_news = position < len(dispatch.news)
        named = is_news or (number + position) % 3 == 0
        who = " and ".join(role.actor.name for role in one.told.roles) if named else "those"
        sentence = f"Then {who} were in the {one.told.lemma} of which all spoke."
        body_start = len(body)
        body += sentence + " "
        trigger = body.index(one.told.lemma, body_start)
        statements.append(
            replace(
                one.told,
                sentence=sentence,
                start=body_start,
                end=body_start + len(sentence),
                trigger=Trigger(one.told.lemma, trigger, trigger + len(one.told.lemma)),
                when=date(one, dispatch, is_dated=is_news and number % 4 != 0),
                roles=one.told.roles if named else (),
                place=one.told.place if named else None,
                links=order(number, position, len(dispatch.news) + len(dispatch.background)),
            )
        )
    document = text_document(
        f"{body}({number})", published=dispatch.day, url=f"https://wire.example/{number}", source=f"Wire {number % 7}"
    )
    return document, tuple(statements)


def order(number: int, position: int, count: int) -> tuple[Link, ...]:
    """One in six comes after the next one of its text, as the text says."""
    if (7 * number + position) % 6 or position + 1 == count:
        return ()
    return (Link(Relation.AFTER, position + 1, "followed", "connective"),)


def date(one: Happening, dispatch: Dispatch, *, is_dated: bool) -> When:
    if is_dated:
        return When(edtf.parse(one.day.isoformat()), "resolved")
    reported = edtf.between(None, edtf.parse(dispatch.day.isoformat()).end_latest)
    return When(reported, "published", likely=dispatch.day.isoformat())


if __name__ == "__main__":
    main()
