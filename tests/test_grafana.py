"""What Grafana asks, and the dashboard that comes with the documentation."""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.chronicle import serving
from tests.making import document, statement
from timeline import ingest

FOLDER = Path(__file__).parent.parent / "docs" / "grafana"
DASHBOARD = json.loads((FOLDER / "chronology.json").read_text(encoding="utf-8"))


def ms(day: str) -> int:
    return int(datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC).timestamp() * 1000)


OCTOBER = f"from={ms('2025-10-01')}&to={ms('2025-10-31T23:59:59')}"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with serving(tmp_path_factory.mktemp("grafana") / "timeline.db") as app:
        store = app.extensions["timeline.store"]
        told = [
            statement("talk", "consult", at="Sund", date="2024-05-01T14:30:00+02:00"),
            statement("quake", "disaster", at="Mirton", date="-0043-03-15"),
        ]
        ingest.record(store, document("There was a talk. There was a quake.", url="http://a"), told)
        yield app.test_client()


def test_annotations_are_regions_in_milliseconds(client: FlaskClient) -> None:
    found = {each["title"]: each for each in client.get(f"/grafana/annotations?{OCTOBER}&actor=Pakistan").json}
    assert len(found) == 3
    doha = found["Envoys meet in Doha"]
    assert (doha["time"], doha["timeEnd"]) == (ms("2025-10-11"), ms("2025-10-30") - 1)
    assert doha["isRegion"]
    assert doha["tags"] == ["consult", "asserted", "QA"]
    assert "between 11 and 29 October 2025" in doha["text"]
    assert doha["url"].startswith("http://localhost/events/")


def test_they_come_in_order_of_time_and_undated_ones_not_at_all(client: FlaskClient) -> None:
    found = client.get("/grafana/annotations").json
    assert [each["time"] for each in found] == sorted(each["time"] for each in found)
    assert len(found) == 8
    assert (
        found[0]["time"]
        == (datetime.date(357, 3, 15).toordinal() - 146097 - datetime.date(1970, 1, 1).toordinal()) * 86_400_000
    )


def test_clock_times_are_moments(client: FlaskClient) -> None:
    row = client.get("/grafana/events?place=Sund").json[0]
    assert row["time"] == row["timeEnd"] == ms("2024-05-01T12:30:00")


def test_rows_are_flat(client: FlaskClient) -> None:
    for row in client.get("/grafana/events?limit=500").json:
        assert all(value is None or isinstance(value, str | int | float | bool) for value in row.values())
    assert client.get(f"/grafana/events?{OCTOBER}&place=Doha").json[0]["latitude"] == 25.28


def test_counts_are_rows_of_bins_and_values(client: FlaskClient) -> None:
    found = client.get(f"/grafana/histogram?bin=month&{OCTOBER}").json
    assert found == [
        {
            "time": ms("2025-10-01"),
            "timeEnd": ms("2025-11-01") - 1,
            "label": "2025-10",
            "value": None,
            "certain": 3,
            "possible": 5,
        }
    ]
    by = client.get(f"/grafana/histogram?bin=month&by=type&{OCTOBER}").json
    assert [(row["value"], row["possible"]) for row in by] == [("consult", 3), ("assault", 2)]


BAD = [
    ("from=2025-10-01", "from"), ("to=9e15", "to"), ("to=9999999999999999", "to"), ("from=", "from"),
    ("from=2&to=1", "to"), ("type=party", "type"), ("date=2025", "date"), ("from=1&from=2", "from"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "name"), BAD)
@pytest.mark.parametrize("path", ["annotations", "events", "histogram"])
def test_bad_values_are_refused_by_name(client: FlaskClient, path: str, query: str, name: str) -> None:
    answer = client.get(f"/grafana/{path}?{query}")
    assert (answer.status_code, answer.get_json(force=True)["errors"][0]["parameter"]) == (422, name)


@pytest.mark.parametrize("path", ["annotations", "events", "histogram"])
def test_what_grafana_has_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(f"/grafana/{path}?{OCTOBER}")
    assert client.get(f"/grafana/{path}?{OCTOBER}", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert first.headers["Access-Control-Allow-Origin"] == "*"


# --- the dashboard


def addresses(part: Any) -> Iterator[tuple[str, Any]]:
    """(address, the target it stands in) of all queries."""
    if isinstance(part, dict):
        if "url" in part and "columns" in part:
            yield part["url"], part
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from addresses(each)


def test_the_dashboard_can_be_imported() -> None:
    assert DASHBOARD["schemaVersion"] >= 36
    assert DASHBOARD["id"] is None
    inputs = {each["name"] for each in DASHBOARD["__inputs"]}
    assert {"Infinity"} == {each["label"] for each in DASHBOARD["__inputs"] if each["type"] == "datasource"}
    used = set(re.findall(r"\$\{(DS_\w+|VAR_\w+)\}", json.dumps({**DASHBOARD, "__inputs": []})))
    assert used == inputs
    places = [panel["gridPos"] for panel in DASHBOARD["panels"]]
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(places)
    assert all(place["x"] + place["w"] <= 24 for place in places)


def test_what_the_dashboard_asks_is_answered_with_the_columns_it_wants(client: FlaskClient) -> None:
    asked = list(addresses(DASHBOARD))
    assert len(asked) >= 4
    for address, target in asked:
        path = address.removeprefix("${service}")
        path = path.replace("${__from}", str(ms("2025-10-01"))).replace("${__to}", str(ms("2025-11-30")))
        path = path.replace("${bin}", "week").replace("${filters}", "actor=Pakistan")
        assert "$" not in path, path
        rows = client.get(path)
        assert rows.status_code == 200, rows.text
        assert rows.json
        for column in target["columns"]:
            assert column["selector"] in rows.json[0], (address, column)
