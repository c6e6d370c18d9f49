"""Fixtures that every test may use: stores on both databases, empty and migrated."""

import gc
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from tests import browsing, services
from tests.migrated import Filler, made
from timeline.store import migrate
from timeline.store.database import Store, open_store

MISSING = "no PostgreSQL found: the tests on PostgreSQL did not run"
TEMPLATE = "migrated"
TOGETHER = (  # share a Chromium and its service, a store of eighty texts, what is read in the dispatches
    ("test_browser", "test_component", "test_component_abroad", "test_component_for_all"),
    ("test_store_queries", "test_store_pages", "test_store_lists", "test_counts", "test_histogram"),
    ("test_ingest", "test_reread"),
)
LONGEST = tuple(
    "test_browser test_store_queries test_docs test_trigger_rows test_workers test_parser test_contract test_cli_kept"
    " test_store_sequence test_ingest test_paging test_times test_wheel test_as_of test_actors_kept".split()
)
pytest.register_assert_rewrite("tests.browsed", "tests.formatted", "tests.oracle", "tests.terminal")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a private PostgreSQL server with a migrated database to copy."""
    programs = services.programs()
    if programs is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with services.postgresql(programs) as url:
        services.execute(f"{url}/postgres", f"CREATE DATABASE {TEMPLATE}")
        with open_store(f"{url}/{TEMPLATE}", must_be_current=False) as store:
            migrate.upgrade(store)
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    with browsing.chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service with the small chronology, for all tests of a module."""
    from tests import chronicle, component  # seconds, which few tests need

    with component.served(made(tmp_path_factory.mktemp("served") / "timeline.db", chronicle.fill)) as found:
        yield found


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with the small chronology, for all tests of a module."""
    from tests.chronicle import serving

    with serving(tmp_path_factory.mktemp("app") / "timeline.db", open_writes=True) as made_up:
        yield made_up


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Asks that application."""
    return app.test_client()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens the framed page of that service."""
    from tests.component import opening

    with opening(browser, address) as opener:
        yield opener


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database that is not migrated, once for each kind of database."""
    return _new_url(request, tmp_path, "template1")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty, migrated store, once for each kind of database."""
    with new_store(request, tmp_path) as store:
        yield store


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def shared_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same for all tests of a module, for those that fill it once and only read."""
    with new_store(request, tmp_path_factory.mktemp("store")) as store:
        yield store


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def filled_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of eighty documents, for tests that only read, once for each kind of database."""
    from tests.archive import filled

    with new_store(request, tmp_path_factory.mktemp("filled"), filled) as store:
        yield store


@pytest.fixture(scope="module")
def everything(filled_store: Store) -> list[dict[str, object]]:
    """Every event of that store with its evidence, in the order of listing."""
    from tests.archive import told

    return told(filled_store)


def new_store(request: pytest.FixtureRequest, folder: Path, fill: Filler | None = None) -> Store:
    """A migrated store of the kind that the fixture's parameter names, empty or with what `fill` writes."""
    if request.param == "sqlite":
        return open_store(made(folder / "timeline.db", fill))
    return open_store(_new_url(request, folder, _filled(request.getfixturevalue("postgresql"), fill)))


@cache
def _filled(url: str, fill: Filler | None) -> str:
    """The name of a PostgreSQL database to copy; what fills it does so once in each process."""
    if fill is None:
        return TEMPLATE
    name = f"filled_{uuid4().hex}"
    services.execute(f"{url}/postgres", f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    with open_store(f"{url}/{name}") as store:
        fill(store)
    return name


def _new_url(request: pytest.FixtureRequest, folder: Path, template: str) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{folder / 'timeline.db'}"
    url, name = request.getfixturevalue("postgresql"), f"test_{uuid4().hex}"
    services.execute(f"{url}/postgres", f"CREATE DATABASE {name} TEMPLATE {template}")
    return f"{url}/{name}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest first, so that no worker is left with it at the end."""
    rank = {f"tests/{name}.py": number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.nodeid.partition("::")[0], len(rank)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Of the modules that one worker runs whole, those that share what is dear to make go to one."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            module = Path(nodeid.partition("::")[0]).stem
            return next((first for first, *others in TOGETHER if module in others), module)

    return Scheduling(config, log)


def pytest_collection_finish() -> None:
    """What has been loaded and collected stays until the end: the collector need not look through it again and again.

    Parses are thousands of small objects without a circle; looked through each 700, they took a tenth of the suite's time.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what did not run."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if MISSING in str(report.longrepr)]
    if skipped:
        terminalreporter.section("NOT RUN", red=True)
        terminalreporter.line(f"{MISSING} ({len(skipped)} tests; install postgresql to run them)", red=True)
