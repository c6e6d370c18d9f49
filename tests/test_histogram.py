"""Counts over time, against the same counted in Python one event and one bin at a time."""

import datetime
from collections import Counter
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.chronicle import serving
from tests.oracle import date_fits, fits, questions, values_of
from timeline.ask import histogram_question
from timeline.model.bins import BINS, MOST_BINS, densest, fitting
from timeline.model.days import day_number, parse_iso_day
from timeline.model.filters import FACETS, Filters, Window
from timeline.store.histogram import MOST_VALUES, histogram

TODAY = datetime.date(2025, 10, 29)

LABELS = [
    ("day", (2025, 10, 11), "2025-10-11", "2025-10-11", "2025-10-11"),
    ("week", (2025, 10, 11), "2025-W41", "2025-10-06", "2025-10-12"),
    ("week", (2024, 12, 30), "2025-W01", "2024-12-30", "2025-01-05"),
    ("week", (2021, 1, 3), "2020-W53", "2020-12-28", "2021-01-03"),
    ("month", (2024, 2, 29), "2024-02", "2024-02-01", "2024-02-29"),
    ("quarter", (2025, 12, 31), "2025-Q4", "2025-10-01", "2025-12-31"),
    ("year", (2025, 1, 1), "2025", "2025-01-01", "2025-12-31"),
    ("decade", (2029, 12, 31), "2020s", "2020-01-01", "2029-12-31"),
    ("month", (-43, 3, 15), "-0043-03", "-0043-03-01", "-0043-03-31"),
    ("year", (0, 3, 15), "0000", "0000-01-01", "0000-12-31"),
    ("decade", (-43, 3, 15), "-0050/-0041", "-0050-01-01", "-0041-12-31"),
]


@pytest.mark.parametrize(("name", "date", "label", "start", "end"), LABELS)
def test_a_day_lies_in_the_bin_of_its_calendar(name, date, label, start, end) -> None:
    kind = BINS[name]
    number = kind.number(day_number(*date))
    assert kind.label(number) == label
    assert (kind.start(number), kind.end(number)) == (parse_iso_day(start), parse_iso_day(end))


@given(day=st.integers(-(10**7), 10**7), name=st.sampled_from(list(BINS)))
def test_bins_leave_no_gap_and_do_not_meet(day, name) -> None:
    kind = BINS[name]
    number = kind.number(day)
    assert kind.start(number) <= day <= kind.end(number)
    assert kind.start(number + 1) == kind.end(number) + 1


@given(day=st.dates(datetime.date(1, 1, 8)))
def test_weeks_are_those_of_iso(day) -> None:
    year, week, _ = day.isocalendar()
    assert BINS["week"].label(BINS["week"].number(day.toordinal())) == f"{year:04d}-W{week:02d}"


@given(
    st.lists(
        st.tuples(st.integers(-50, 50), st.integers(1, 9)), min_size=1, max_size=12, unique_by=lambda pair: pair[0]
    ),
    st.integers(1, 40),
)
def test_the_densest_run_holds_most(pairs, most) -> None:
    low, high = densest(pairs, most)
    held = sum(weight for place, weight in pairs if low <= place <= high)
    assert high - low < most
    assert held == max(sum(w for place, w in pairs if start <= place < start + most) for start, _ in pairs)


# --- against the oracle


def counted(events, start, end, dates):
    window = Window(parse_iso_day(start), parse_iso_day(end))
    guessed = [bool(event["when"]["likely"]) and dates == "likely" for event in events]
    certain = sum(
        date_fits(event["when"], window, "within") and not is_guessed
        for event, is_guessed in zip(events, guessed, strict=True)
    )
    return {
        "certain": certain,
        "possible": sum(date_fits(event["when"], window, "overlaps", dates) for event in events),
    }


def is_undated(when, dates):
    return not (when["earliest"] or when["latest"] or (when["likely"] and dates == "likely"))


def check(store, everything, filters, kind, by):
    kept = [event for event in everything if fits(event, filters)]
    found = histogram(store, filters, kind=kind, by=by)
    assert found.undated == sum(is_undated(event["when"], filters.dates) for event in kept)
    values = {value for event in kept for value in values_of(event, by)} if by else set()
    groups = {value: [event for event in kept if value in values_of(event, by)] for value in values}
    for each in found.bins:
        assert each["certain"] <= each["possible"]
        assert {name: each[name] for name in ("certain", "possible")} == counted(
            kept, each["start"], each["end"], filters.dates
        )
        parts = {value: counted(events, each["start"], each["end"], filters.dates) for value, events in groups.items()}
        assert each["by"] == {value: part for value, part in parts.items() if part["possible"]}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=questions, kind=st.sampled_from(["auto", *BINS]), by=st.none() | st.sampled_from(FACETS))
def test_every_bin_counts_what_a_window_of_its_days_finds(filled_store, everything, filters, kind, by):
    start = filters.window.start if filters.window.start is not None else 739880
    check(filled_store, everything, replace(filters, window=Window(start, filters.window.end)), kind, by)


@pytest.mark.parametrize("by", FACETS)
def test_each_value_is_counted_apart(filled_store, everything, by):
    window = Window(day_number(2025, 10, 1), day_number(2025, 11, 1))
    check(filled_store, everything, Filters(window=window), "week", by)
    assert any(each["by"] for each in histogram(filled_store, Filters(window=window), kind="week", by=by).bins)


def test_without_a_window_the_bins_are_where_most_events_lie(filled_store, everything):
    days = [event["when"]["earliest"] for event in everything if event["when"]["earliest"]]
    found = histogram(filled_store, Filters(), kind="day")
    assert found.truncated
    assert len(found.bins) <= MOST_BINS
    assert found.bins[0]["start"] <= Counter(days).most_common(1)[0][0][:10] <= found.bins[-1]["end"]


def test_rare_values_are_left_out_and_it_is_said(filled_store, monkeypatch):
    assert MOST_VALUES > 2
    monkeypatch.setattr("timeline.store.histogram.MOST_VALUES", 2)
    found = histogram(filled_store, Filters(window=Window(739500, 739600)), kind="decade", by="actor")
    assert found.truncated
    assert len(found.bins[0]["by"]) == 2


def test_auto_takes_the_finest_bins_that_fit():
    assert [fitting(1, 1 + days).name for days in (0, 100, 900, 4000, 12_000, 50_000, 10**6)] == [
        "day", "day", "week", "month", "quarter", "year", "decade",
    ]  # fmt: skip


# --- the call


@pytest.fixture(scope="module")
def client(tmp_path_factory) -> FlaskClient:
    with serving(tmp_path_factory.mktemp("histogram") / "timeline.db") as app:
        yield app.test_client()


def test_the_call_has_the_shape_that_front_ends_draw(client):
    answer = client.get("/v1/histogram?bin=month&by=type&from=2025-10&to=2025-11")
    assert answer.json == {
        "bin": "month", "by": "type", "undated": 0, "truncated": False,
        "filters": {"from": "2025-10-01", "to": "2025-11-30"},
        "bins": [
            {"start": "2025-10-01", "end": "2025-10-31", "label": "2025-10", "certain": 3, "possible": 5,
             "by": {"assault": {"certain": 1, "possible": 2}, "consult": {"certain": 2, "possible": 3}}},
            {"start": "2025-11-01", "end": "2025-11-30", "label": "2025-11", "certain": 1, "possible": 1,
             "by": {"protest": {"certain": 1, "possible": 1}}},
        ],
    }  # fmt: skip


def test_all_filters_hold_and_undated_events_are_told(client):
    answer = client.get("/v1/histogram?actor=Pakistan").json
    assert (answer["bin"], sum(each["certain"] for each in answer["bins"]), answer["undated"]) == ("day", 1, 0)
    assert client.get("/v1/histogram").json["undated"] == 2
    assert client.get("/v1/histogram?q=nothing+like+it").json["bins"] == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("bin=hour", "bin"),
        ("by=colour", "by"),
        ("limit=5", "limit"),
        ("from=blah", "from"),
        ("bin=day&from=1900&to=2025", "bin"),
    ],
)
def test_what_cannot_be_counted_is_refused_by_name(client, query, name):
    answer = client.get(f"/v1/histogram?{query}")
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (422, name)


def test_too_many_bins_are_refused_with_advice(client):
    detail = client.get("/v1/histogram?bin=day&from=1900&to=2025").json["detail"]
    assert "46,021 bins of a day" in detail
    assert "ask for a month or for less time" in detail


def test_relative_dates_are_resolved_for_the_validator():
    first, second = (
        histogram_question({"from": ["yesterday"]}, today=day) for day in (TODAY, TODAY - datetime.timedelta(1))
    )
    assert first != second


def test_what_the_client_has_is_not_sent_again(client):
    first = client.get("/v1/histogram?bin=day")
    again = client.get("/v1/histogram?bin=day", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
