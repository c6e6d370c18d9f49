"""What arguments ask for."""

import datetime

import pytest

from timeline.ask import question, understand
from timeline.errors import FilterError
from timeline.model.days import parse_iso_day
from timeline.model.filters import FIELDS, LISTING, Filters, Window, arguments_of

TODAY = datetime.date(2025, 10, 29)


def window(**dates: str) -> tuple[str | None, str | None]:
    """The understood ends of the window for date arguments ('from_' for from)."""
    filters = understand({name.rstrip("_"): [text] for name, text in dates.items()}, today=TODAY)
    return filters.understood.get("from"), filters.understood.get("to")


WINDOWS = [
    ({"from_": "2025-10-11"}, ("2025-10-11", None)),
    ({"to": "2025-10"}, (None, "2025-10-31")),
    ({"from_": "last week"}, ("2025-10-20", None)),
    ({"to": "last week"}, (None, "2025-10-26")),
    ({"date": "last week"}, ("2025-10-20", "2025-10-26")),
    ({"date": "2025-10"}, ("2025-10-01", "2025-10-31")),
    ({"date": "[..2025-10-11]"}, (None, "2025-10-11")),
    ({"date": "2025-10", "from_": "2025-10-11"}, ("2025-10-11", "2025-10-31")),
    ({"from_": "44 BC", "to": "yesterday"}, ("-0043-01-01", "2025-10-28")),
    ({"from_": "Y-12025"}, ("Y-12025-01-01", None)),
]


@pytest.mark.parametrize(("dates", "expected"), WINDOWS)
def test_dates_make_a_window_of_days(dates: dict[str, str], expected: tuple[str | None, str | None]) -> None:
    assert window(**dates) == expected


def test_the_window_is_kept_as_day_numbers() -> None:
    filters = understand({"from": ["2025-10-11"], "to": ["2025-10-12"]}, today=TODAY)
    assert filters.window == Window(parse_iso_day("2025-10-11"), parse_iso_day("2025-10-12"))


def test_a_day_without_a_year_stays_without_one() -> None:
    filters = understand({"date": ["XXXX-10-11"]}, today=TODAY)
    assert (filters.yearless, filters.window) == ("XXXX-10-11", Window())


BAD = [
    ({"actr": ["Pakistan"]}, "actr"),
    ({"limit": ["5"]}, "limit"),
    ({"date": ["the day the music died"]}, "date"),
    ({"from": ["2025-13"]}, "from"),
    ({"from": ["2025-02-30"]}, "from"),
    ({"from": [""]}, "from"),
    ({"from": ["XXXX-10-11"]}, "from"),
    ({"to": ["2025/.."]}, "to"),
    ({"from": ["../2025"]}, "from"),
    ({"from": ["Y99999999999999999999"]}, "from"),
    ({"from": ["2025-10-12"], "to": ["2025-10-11"]}, "to"),
    ({"date": ["XXXX-10-11"], "to": ["2025"]}, "date"),
    ({"date": ["2025", "2024"]}, "date"),
    ({"match": ["exactly"]}, "match"),
    ({"status": ["asserted", "maybe"]}, "status"),
    ({"type": ["Assault"]}, "type"),
    ({"country": ["Pakistan"]}, "country"),
    ({"min_reports": ["0"]}, "min_reports"),
    ({"min_reports": ["1_0"]}, "min_reports"),
    ({"min_reports": ["9" * 30]}, "min_reports"),
    ({"min_salience": ["1.5"]}, "min_salience"),
    ({"min_salience": ["nan"]}, "min_salience"),
    ({"actor": ["a\x00b"]}, "actor"),
    ({"updated_since": ["2025-10-29T25:00:00Z"]}, "updated_since"),
    ({"updated_since": ["whenever"]}, "updated_since"),
    ({"updated_since": ["44 BC"]}, "updated_since"),
    ({"dates": ["guessed"]}, "dates"),
    ({"q": ["x" * 501]}, "q"),
    *(({"q": [text]}, "q") for text in ("-", '"', "!!!", "*", '-""', "| OR -")),
    ({"event": ["nope"]}, "event"),
    ({"event": ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FA"]}, "event"),
]


@pytest.mark.parametrize(("arguments", "name"), BAD)
def test_what_cannot_be_used_is_refused_by_name(arguments: dict[str, list[str]], name: str) -> None:
    with pytest.raises(FilterError) as told:
        understand(arguments, today=TODAY)
    assert told.value.place == name


def test_what_a_text_is_refused_for_is_named() -> None:
    with pytest.raises(FilterError, match="has a NUL character"):
        understand({"actor": ["a\x00b"]}, today=TODAY)
    with pytest.raises(FilterError, match="has 501 characters, of at most 500"):
        understand({"q": ["x" * 501]}, today=TODAY)
    with pytest.raises(FilterError, match="'-' has no word in it"):
        understand({"q": ["-"]}, today=TODAY)
    with pytest.raises(FilterError, match="'nope' is no id of an event"):
        understand({"event": ["nope"]}, today=TODAY)


def test_what_may_be_is_looked_for() -> None:
    """A document may be called anything by who sent it, and an event of which an id is given may be gone."""
    asked = {"document": ["nope"], "event": ["01arz3ndektsv4rrffq69g5fav"], "q": ['-"quay"']}
    filters = understand(asked, today=TODAY)
    assert (filters.document, filters.q) == (("nope",), '-"quay"')


def test_values_are_read_by_kind() -> None:
    filters = understand(
        {
            "actor": ["Pakistan", " Iran "],
            "country": ["qa"],
            "min_reports": ["2"],
            "min_salience": ["0.25"],
            "q": ["truce"],
        },
        today=TODAY,
    )
    assert filters == Filters(
        actor=("Pakistan", "Iran"), country=("QA",), min_reports=2, min_salience=0.25, q="truce"
    )  # fmt: skip


def test_filters_understood_can_be_asked_again_and_mean_the_same() -> None:
    arguments = {
        "from": ["last week"], "actor": ["Pakistan"], "status": ["alleged", "denied"], "match": ["within"],
        "q": ["truce"], "min_salience": ["0.5"], "min_reports": ["2"], "country": ["af"],
    }  # fmt: skip
    filters = understand(arguments, today=TODAY)
    again = {name: value if isinstance(value, list) else [str(value)] for name, value in arguments_of(filters).items()}
    assert understand(again, today=datetime.date(1999, 1, 1)) == filters


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-10-29T12:00:00Z", "2025-10-29T12:00:00.000000Z"),
        ("2025-10-29T12:00+02:00", "2025-10-29T10:00:00.000000Z"),
        ("2025-10-29T12:00:00.123456Z", "2025-10-29T12:00:00.123456Z"),
        ("yesterday", "2025-10-28T00:00:00.000000Z"),
        ("2025", "2025-01-01T00:00:00.000000Z"),
    ],
)
def test_moments_are_read_with_their_zone_or_as_the_first_of_a_date(text: str, moment: str) -> None:
    filters = understand({"updated_since": [text]}, today=TODAY)
    assert filters.updated_since == moment
    assert understand({"updated_since": [moment]}, today=TODAY) == filters


def test_defaults_are_not_echoed() -> None:
    assert arguments_of(understand({"match": ["overlaps"]}, today=TODAY)) == {}


def test_a_question_holds_how_to_list() -> None:
    asked = question({"actor": ["Iran"], "sort": ["-date"], "limit": ["5"], "cursor": ["abc"]}, today=TODAY)
    assert (asked.filters.actor, asked.sort, asked.limit, asked.cursor) == (("Iran",), "-date", 5, "abc")


@pytest.mark.parametrize(("name", "text"), [("limit", "0"), ("limit", "501"), ("sort", "when"), ("count", "yes")])
def test_a_bad_arrangement_is_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(FilterError) as told:
        question({name: [text]}, today=TODAY)
    assert told.value.place == name


def test_every_filter_of_the_table_is_a_field_of_filters() -> None:
    names = {field.name for field in FIELDS} - {"date", "from", "to"}
    assert names == set(Filters.__slots__) - {"window", "yearless", "understood"}


def test_defaults_of_the_table_are_among_its_choices() -> None:
    for field in (*FIELDS, *LISTING):
        assert not (field.default and field.choices) or field.default in field.choices


def test_a_place_is_looked_for_by_the_name_that_it_is_listed_under_too() -> None:
    places = ["Chittagong", "Oslo", "Oslo airport", "Sund"]
    assert understand({"place": places}, today=TODAY).place == (*places, "Chattogram")


def test_a_state_is_looked_for_by_the_name_that_it_is_listed_under_too() -> None:
    asked = understand({"actor": ["Türkiye", "pakistan", "Naqvi"], "claimed_by": ["the UK"]}, today=TODAY)
    assert asked.actor == ("Türkiye", "pakistan", "Naqvi", "Turkey")
    assert asked.claimed_by == ("the UK", "United Kingdom")


def test_all_of_several_actors_are_states_by_the_name_that_they_are_listed_under() -> None:
    assert understand({"actors_all": ["Türkiye", "Naqvi"]}, today=TODAY).actors_all == ("Turkey", "Naqvi")
