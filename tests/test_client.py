"""A client that somebody generates from the OpenAPI document drives a real server."""

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
import pytest

from tests.chronicle import fill, made
from tests.serving import gunicorn
from timeline.api import create_app
from timeline.settings import Settings
from timeline.store.database import open_store
from timeline.store.keys import create_key

TEXT = "Police in Bergen arrested three men on Saturday. They had robbed a bank in Voss."


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("client") / "timeline.db", fill)


@pytest.fixture(scope="module")
def client(url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package as the generator writes it, importable."""
    folder = tmp_path_factory.mktemp("generated")
    app = create_app(Settings(database_url=url))
    (folder / "openapi.json").write_bytes(orjson.dumps(app.extensions["timeline.openapi"]()))
    app.extensions["timeline.store"].close()
    (folder / "config.yaml").write_text("content_type_overrides: {application/x-ndjson: application/octet-stream}\n")
    command = [
        str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--path", "openapi.json", "--meta", "none",
        "--output-path", "chronology_client", "--fail-on-warning", "--config", "config.yaml",
    ]  # fmt: skip
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}  # where it finds ruff
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, **path})
    assert told.returncode == 0, told.stdout + told.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield importlib.import_module("chronology_client")


@pytest.fixture(scope="module")
def served(url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with gunicorn(url, tmp_path_factory.mktemp("server") / "gunicorn.log") as address:
        yield address


def call(client: ModuleType, name: str) -> ModuleType:
    return importlib.import_module(f"{client.__name__}.api.{name}")


def models(client: ModuleType) -> ModuleType:
    return importlib.import_module(f"{client.__name__}.models")


@pytest.fixture
def reader(client: ModuleType, served: str) -> Iterator[Any]:
    with client.Client(base_url=served) as opened:
        yield opened


@pytest.fixture
def writer(client: ModuleType, served: str, url: str) -> Iterator[Any]:
    with open_store(url) as store:
        _, secret = create_key(store, "client", ("admin",))
    with client.AuthenticatedClient(base_url=served, token=secret) as opened:
        yield opened


def test_it_asks_for_the_chronology(client: ModuleType, reader: Any) -> None:
    page = call(client, "events.list_events").sync(client=reader, actor=["Pakistan"], from_="2025-10-11")
    assert page.events[0].headline == "Raid on a frontier post"
    event = call(client, "events.get_event").sync(page.events[0].id, client=reader)
    assert event.evidence[0].trigger.text == "raid"
    assert event.when.edtf == "2025-10-11"


def test_it_has_a_text_read_corrects_it_and_takes_it_away(client: ModuleType, writer: Any) -> None:
    text = models(client).NewDocument(text=TEXT, published="2024-03-04")
    read = call(client, "documents.read_document").sync_detailed(client=writer, body=text)
    assert read.status_code == 201
    event = read.parsed.events[0]
    answer = call(client, "events.get_event").sync_detailed(event.id, client=writer)
    patch = models(client).EventPatch(headline="Three arrested in Bergen")
    changed = call(client, "curation.correct_event").sync_detailed(
        event.id, client=writer, body=patch, if_match=answer.headers["ETag"]
    )
    assert changed.parsed.headline == "Three arrested in Bergen"
    gone = call(client, "documents.delete_document").sync_detailed(read.parsed.id, client=writer)
    assert gone.status_code == 204
    assert call(client, "events.get_event").sync_detailed(event.id, client=writer).status_code == 404


def test_it_is_told_what_is_wrong(client: ModuleType, reader: Any) -> None:
    answer = call(client, "events.list_events").sync_detailed(client=reader, from_="blah")
    assert answer.status_code == 422
    assert answer.parsed.errors[0].parameter == "from"
