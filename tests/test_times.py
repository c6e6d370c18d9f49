"""What the tagger promises beyond the corpus: offsets, reasons, anchors, filters in plain English, steadiness, linear time."""

import datetime
import re
import subprocess
import sys
import time
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import RuleError
from timeline.lexicon import Row, parse_rows, rows
from timeline.model import edtf
from timeline.model.document import Block, BlockKind, Document
from timeline.model.time import EXPRESSION_TYPES, TimeExpression
from timeline.parser.times.calendars import computed_day, hebrew_feast
from timeline.parser.times.feasts import calendar_day_number
from timeline.parser.times.grammar import compile_rows
from timeline.parser.times.moons import sky_day
from timeline.parser.times.times import as_timex, read_date, tag
from timeline.parser.times.vocabulary import Vocabulary

PUBLISHED = datetime.date(2025, 10, 29)


def read(text: str, published: datetime.date | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    return tag(Document(text, (), published=published))


def test_a_resolved_date_names_its_words_and_its_anchor() -> None:
    (found,) = read("The post was attacked on October 11.")
    assert (found.basis, found.because) == ("resolved", ("October 11", "published 2025-10-29"))
    assert found.rule == "month day"


def test_a_whole_date_is_stated_and_needs_no_reason() -> None:
    (found,) = read("The post was attacked on October 11, 2025.")
    assert (found.basis, found.because) == ("stated", ())


def test_a_date_counted_from_another_names_that_one() -> None:
    found = read("Talks opened on 3 May 2019 and ended two days later.")[1]
    assert (str(found.span), found.because) == ("2019-05-05", ("two days later", "3 May 2019"))


def test_days_after_a_happening_without_a_date_are_kept_as_a_shift() -> None:
    (found,) = read("They voted; three days later he left.", None)
    assert (found.value, found.span.edtf, found.shift) == ("FUTURE_REF", None, 3)


def test_a_range_keeps_its_two_ends() -> None:
    (found,) = read("Talks were held from 25 to 28 October.")
    assert str(found.span) == "2025-10-25/2025-10-28"
    assert [(part.text, part.value) for part in found.parts] == [("25", "2025-10-25"), ("28 October", "2025-10-28")]


def test_for_timex_a_range_is_its_two_ends_with_the_span_of_the_whole() -> None:
    rows = list(as_timex(read("Talks were held on October 7–9.")))
    assert [(row.text, row.value) for row in rows] == [("October 7", "2025-10-07"), ("9", "2025-10-09")]
    assert {str(row.span) for row in rows} == {"2025-10-07/2025-10-09"}


def test_an_ambiguous_numeric_date_says_so() -> None:
    (found,) = read("The form is dated 03/04/2025.")
    assert str(found.span) == "2025-03-04?"
    assert found.because[1] == "or 2025-04-03, day first"


@pytest.mark.parametrize("name", ["Rosh Hashanah", "Yom Kippur", "Pesach"])
def test_hebrew_feasts_by_arithmetic_are_those_of_the_library(name: str) -> None:
    years = range(1950, 2075, 12)
    assert [computed_day(name, year) for year in years] == [calendar_day_number("IL", name, year) for year in years]


@pytest.mark.parametrize(
    "text", ["two days before Christmas ", "the day before Christmas", "the day Christmas", "from May to "]
)
def test_a_text_may_end_anywhere(text: str) -> None:
    for end in range(len(text) + 1):
        read(text[:end])


def test_the_same_text_is_read_the_same_twice() -> None:
    text = "In early October, last week and on Tuesday at 9 a.m. GMT they met."
    assert read(text) == read(text)


def test_what_was_read_before_changes_nothing() -> None:
    """Signs of unknown words are remembered; no rule may see them."""
    code = (
        "import sys, datetime; from timeline.model.document import Document; from timeline.parser.times.times import tag\n"
        "day = datetime.date(2025, 10, 29)\n"
        "if len(sys.argv) > 1: tag(Document('The United Biscuits Limited seed need', (), published=day))\n"
        "print([each.value for each in tag(Document('United on Nov. 20, Limited on Friday', (), published=day))])"
    )
    fresh, used = (
        subprocess.run([sys.executable, "-c", code, *more], capture_output=True, text=True, check=True).stdout
        for more in ([], ["first"])
    )
    assert fresh == used != ""


def test_without_a_publication_date_nothing_gets_a_year() -> None:
    spans = [found.span.edtf for found in read("On October 11, on Tuesday and last week they met in May.", None)]
    assert spans == ["XXXX-10-11", None, None, "XXXX-05"]


def test_a_clock_with_a_zone_is_an_instant_and_one_without_is_local() -> None:
    with_zone, without = read("It began at 11 p.m. EDT and ended at 4:49 p.m. on Monday.")
    assert str(with_zone.span) == "2025-10-30T03:00:00Z"
    assert str(without.span) == "2025-10-27T16:49:00"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It began at 9 a.m. Kabul time.", "2025-10-29T04:30:00Z"),
        ("It began at 9 a.m. New York time on July 4.", "2025-07-04T13:00:00Z"),
        ("It began at 9 a.m. local time.", "2025-10-29T04:00:00Z"),
        ("It began at 9 a.m.", "2025-10-29T09:00:00"),
        ("It began at 9 a.m. Nowhere time.", "2025-10-29T09:00:00"),
    ],
)
def test_a_city_has_a_clock_and_local_time_is_that_of_the_dateline(text: str, span: str) -> None:
    (found,) = tag(Document(text, (), published=PUBLISHED, place="Islamabad, Pakistan"))
    assert str(found.span) == span


def test_a_clock_time_after_a_year_is_of_the_day_before_it() -> None:
    *_, clock = read("They vote on Sunday in the first election since 2019. Polls open at 7 a.m.")
    assert (str(clock.span), clock.because) == ("2025-11-02T07:00:00", ("7 a.m.", "Sunday"))


def test_last_night_counts_from_publication() -> None:
    *_, night = read("They met on 3 October and again last night.")
    assert night.because == ("last night", "published 2025-10-29")


def test_a_text_filed_before_its_publication_counts_from_its_dateline() -> None:
    text = "LIMA, Oct. 27 - A bus fell into a gorge today and 20 died on Sunday, police said."
    blocks = (Block(BlockKind.DATELINE, 0, 15), Block(BlockKind.TEXT, 16, len(text)))
    _, today, sunday = tag(Document(text, blocks, published=PUBLISHED, place="Lima"))
    assert (str(today.span), str(sunday.span)) == ("2025-10-27", "2025-10-26")
    assert today.because == ("today", "filed 2025-10-27")


@pytest.mark.parametrize("row", rows("times-cities"), ids=lambda row: row["zone"])
def test_every_city_has_a_zone_that_exists(row: Row) -> None:
    assert ZoneInfo(row["zone"])
    inside = re.search(r"\[(.*)\]", row["example"])
    assert inside is not None
    assert inside[1] in row.words("city")


@pytest.mark.parametrize(
    ("phrase", "span"),
    [
        ("2025-10", "2025-10"),
        ("last week", "2025-10-20/2025-10-26"),
        ("October 2025", "2025-10"),
        ("yesterday", "2025-10-28"),
        ("since March", "2025-03/.."),
        ("until Friday", "../2025-10-31"),
        ("between 2014 and 2016", "2014/2016"),
        ("from 3 to 9 May 2024", "2024-05-03/2024-05-09"),
        ("the 1990s", "199X"),
        ("44 BC", "-0043"),
    ],
)
def test_a_filter_may_be_edtf_or_plain_english(phrase: str, span: str) -> None:
    assert str(read_date(phrase, PUBLISHED)) == span


@pytest.mark.parametrize(
    "phrase", ["", "soon", "Pakistan", "three weeks", "the talks of October 11 in Doha", "2025-13"]
)
def test_what_is_no_date_is_no_filter(phrase: str) -> None:
    assert read_date(phrase, PUBLISHED) is None


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{mont} {dayno}", "times.txt:2: unknown {mont}"),
        ("[the {unit}", "times.txt:2: a bracket is not closed"),
        ("the {unit}]", "times.txt:2: ']' closes nothing"),
        ("[the]", "times.txt:2: the pattern can be empty"),
    ],
)
def test_a_bad_row_stops_the_load_with_its_place(pattern: str, message: str) -> None:
    words = Vocabulary()
    for row in parse_rows("class | words | says | example\nunit | day | day | a [day]", "times-words.txt"):
        words.add_row(row)
    bad = parse_rows(f"name | pattern | says | example\nbad | {pattern} | date | none", "times.txt")
    with pytest.raises(RuleError) as error:
        compile_rows(bad, (), words)
    assert str(error.value).startswith(message)


def test_a_number_without_end_is_no_number() -> None:
    found = read("9" * 5_000 + " years ago, and in the year " + "9" * 5_000 + ".")
    assert [each.value for each in found] == ["PAST_REF", "2025"]


def test_unicode_digits_are_no_numbers() -> None:
    assert read("⒊ years, ² days and ٣ weeks") == ()


def test_a_year_of_five_digits_works_to_the_end() -> None:
    (found,) = read("The waste is safe in the year 12025.")
    assert (str(found.span), found.span.earliest) == ("Y12025", "12025-01-01")


WORDS = st.sampled_from(
    "the last first in on May Monday October 31 2025 1999 99 BC week years two ago later every of to – - , . 's early "
    "night noon 9 a.m. GMT 30/02/2020 25:61 '80s 1990s winter quarter Easter from until \n\n and half past 1/2".split(
        " "
    )
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join)), st.booleans())
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_without_an_error_and_with_true_offsets(text: str, is_dated: bool) -> None:
    end = 0
    for found in read(text, PUBLISHED if is_dated else None):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert found.type in EXPRESSION_TYPES
        assert found.value
        if found.span.edtf is not None:
            assert str(edtf.parse(found.span.edtf)) == found.span.edtf
        end = found.end


@pytest.mark.parametrize(
    "pattern", ["October ", "the ", "two ", "1 ", "the last ", "(", "'", "1-", "May 3, ", "a.m. ", "é"]
)
def test_long_texts_take_time_in_proportion(pattern: str) -> None:
    def seconds(size: int) -> float:
        text = pattern * (size // len(pattern))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(1_000)
    small, large = max(seconds(15_000), 0.005), seconds(150_000)
    assert large < 40 * small


@pytest.mark.parametrize(("country", "name"), [("IR", "Nowruz"), ("IN", "Holi"), ("IN", "Diwali")])
def test_feasts_by_the_sky_fall_where_the_calendars_have_them(country: str, name: str) -> None:
    days = holidays.country_holidays(country, years=range(2002, 2021), language="en_US").items()
    told = [day for day, said in sorted(days) if said.startswith(name) and "Holiday" not in said]
    first = {day.year: day.toordinal() for day in reversed(told)}
    assert len(first) > 10
    assert {year: sky_day(name, year) for year in first} == first


@pytest.mark.parametrize(
    "day", ["1912-02-18", "1966-01-21", "1985-02-20", "2000-02-05", "2025-01-29", "2033-01-31", "2034-02-19"]
)
def test_the_lunar_new_year_is_the_second_new_moon_after_the_solstice(day: str) -> None:
    found = datetime.date.fromisoformat(day)
    assert sky_day("Chinese New Year", found.year) == found.toordinal()


def test_a_feast_of_the_hebrew_year_is_where_the_calendar_has_it() -> None:
    known = {
        "purim": "2024-03-24",
        "shavuot": "2024-06-12",
        "sukkot": "2024-10-17",
        "hanukkah": "2023-12-08",
        "av": "2023-07-27",
    }
    for name, day in known.items():
        found = datetime.date.fromisoformat(day)
        assert hebrew_feast(name, found.year) == found.toordinal()
