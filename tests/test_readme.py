"""README names every endpoint, filter, command and setting, and nothing in it points nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.migrated import made
from timeline.api import create_app
from timeline.cli import RUN, main
from timeline.model.filters import FIELDS, LISTING, MATCHES, SORTS
from timeline.settings import SETTINGS, Settings
from timeline.usage import ACTIONS, FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def named(text: str) -> bool:
    return re.search(rf"`(?:GET |POST |PATCH |DELETE )?{re.escape(text)}`", README) is not None


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """(method, address) of every endpoint."""
    url = made(tmp_path_factory.mktemp("readme") / "empty.db")
    app = create_app(Settings(database_url=url))
    app.extensions["timeline.store"].close()
    rules = app.url_map.iter_rules()
    return [(m, PARAMETER.sub(r"{\1}", r.rule)) for r in rules for m in sorted(r.methods or ()) if m in METHODS]


METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def test_every_endpoint_is_named(addresses: list[tuple[str, str]]) -> None:
    assert [address for _, address in addresses if not named(address)] == []
    assert [
        f"{method} {address}" for method, address in addresses if method != "GET" and not named_with(method, address)
    ] == []


def named_with(method: str, address: str) -> bool:
    return f"`{method} {address}`" in README


def test_every_endpoint_named_is_there(addresses: list[tuple[str, str]]) -> None:
    known = {address for _, address in addresses}
    claimed = re.findall(r"`(?:GET |POST |PATCH |DELETE )?(/v1/[a-z_/{}]+|/[a-z]+\.json|/[a-z]+z)`", README)
    assert claimed
    assert [address for address in claimed if address not in known] == []


def test_every_filter_is_named() -> None:
    assert [field.name for field in (*FIELDS, *LISTING) if f"`{field.name}" not in README] == []
    assert [choice for choice in (*MATCHES, *SORTS) if f"`{choice}`" not in README] == []


def test_every_filter_that_may_be_repeated_is_marked() -> None:
    table = README[README.index("### Filters") : README.index("## Settings")]
    assert [field.name for field in FIELDS if (f"`{field.name}`*" in table) != field.is_repeatable] == []


@pytest.mark.parametrize("name", [*RUN, *(f"db {action}" for action in ACTIONS)])
def test_every_command_is_named(name: str) -> None:
    assert re.search(rf"^\|.*`{name}\b", README, re.MULTILINE)


def test_every_format_is_named() -> None:
    line = next(line for line in README.splitlines() if line.startswith("| `events"))
    assert [name for name in FORMATS if name not in line] == []


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_named_with_its_default(setting) -> None:
    line = next((line for line in README.splitlines() if line.startswith(f"| `{setting.name}` |")), "")
    shown = line.split("|")[2].strip().strip("`") if line else None
    assert shown == (setting.default or "none")


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The API on what the demo reads."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demo')}/demo.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIMELINE_DATABASE_URL", url)
        assert (main(["db", "upgrade"]), main(["ingest", str(ROOT / "seeds")])) == (0, 0)
    app = create_app(Settings(database_url=url))
    yield app.test_client()
    app.extensions["timeline.store"].close()


@pytest.mark.parametrize("address", re.findall(r"curl 'http://127\.0\.0\.1:8000(/[^']+)'", README))
def test_what_it_asks_of_the_demo_has_an_answer(demo: FlaskClient, address: str) -> None:
    assert demo.get(address).json["events"] != []


HOWTO = (ROOT / "docs" / "howto.md").read_text(encoding="utf-8")
READ = re.findall(r"curl (?:-H '(Accept): ([^']+)' )?'http://127\.0\.0\.1:8000(/[^']+)'", HOWTO)


@pytest.mark.parametrize(("header", "value", "address"), READ, ids=[address for *_, address in READ])
def test_what_the_how_tos_ask_of_the_demo_is_answered(demo: FlaskClient, header: str, value: str, address: str) -> None:
    answer = demo.get(address, headers={header: value} if header else {})
    assert answer.status_code == 200, answer.text
    if answer.is_json and "last+week" not in address:  # of which the dispatches tell nothing
        assert any(value for value in answer.json.values() if isinstance(value, list))
    assert answer.is_json or len(answer.text.splitlines()) > 1
