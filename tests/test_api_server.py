"""The application under gunicorn: several processes and threads over one database."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.chronicle import fill, made
from tests.serving import gunicorn
from timeline.api import create_app
from timeline.errors import StoreError
from timeline.settings import Settings


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("server")
    url = made(folder / "timeline.db", fill)
    with gunicorn(url, folder / "gunicorn.log", TIMELINE_OPEN_WRITES="1", TIMELINE_MAX_BODY="100000") as served:
        yield served


def post(address: str, number: int) -> str:
    """The id of a text that was posted."""
    text = f"Report {number}. Voters in Ghana elected a president on {number + 1} December 2024."
    body = json.dumps({"text": text, "published": "2024-12-31"}).encode()
    request = Request(f"{address}/v1/documents", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=60) as answer:
        assert answer.status == 201
        return str(json.load(answer)["id"])


def test_the_chronology_is_served(address: str) -> None:
    with urlopen(f"{address}/v1/events?status=alleged") as answer:
        assert [event["claimed_by"] for event in json.load(answer)["events"]] == [["Taliban"]]


def test_texts_are_read_while_others_ask(address: str) -> None:
    def ask(_: int) -> int:
        with urlopen(f"{address}/v1/events?count=exact&limit=500", timeout=60) as answer:
            return len(json.load(answer)["events"])

    with ThreadPoolExecutor(8) as pool:
        posted = [pool.submit(post, address, number) for number in range(6)]
        counts = list(pool.map(ask, range(40)))
        ids = {each.result() for each in posted}
    assert len(ids) == 6
    assert min(counts) >= 8
    assert ask(0) > 8


def test_a_body_of_unknown_length_is_measured_too(address: str) -> None:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    parts = [b'{"text": "', *[b"vote " * 1000] * 30, b'"}']
    connection.request("POST", "/v1/documents", iter(parts), {"Content-Type": "application/json"}, encode_chunked=True)
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Content-Type"]) == (413, "application/problem+json")
    connection.close()


def test_a_database_that_is_not_migrated_is_no_server(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="timeline db upgrade"):
        create_app(Settings(database_url=f"sqlite:///{tmp_path / 'empty.db'}"))
