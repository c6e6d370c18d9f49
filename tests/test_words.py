"""Dates in words, as they are known."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import edtf
from timeline.model.span import UNKNOWN
from timeline.model.words import date_words, span_words

CASES = """
2025-10-11                      => 11 October 2025
2025-10                         => October 2025
2025                            => 2025
[2025-10-11..2025-10-29]        => between 11 and 29 October 2025
[2025-09-28..2025-10-03]        => between 28 September and 3 October 2025
[2024-12-30..2025-01-02]        => between 30 December 2024 and 2 January 2025
[2024-12..2025-01]              => between December 2024 and January 2025
[2025-10..2025-10-29]           => between October 2025 and 29 October 2025
[..2025-10-11]                  => by 11 October 2025
[2025-10-29..]                  => 29 October 2025 or later
2025-10-25/2025-10-30           => 25 to 30 October 2025
2019/2021                       => 2019 to 2021
../2025-10                      => until October 2025
2025-10/..                      => from October 2025 on
XXXX-10-11                      => 11 October, year unknown
XXXX-10                         => October, year unknown
XXXX-XX-05                      => date unknown
-0043-03-15                     => 15 March 44 BC
0000                            => 1 BC
0079-08-24                      => 24 August AD 79
Y12025                          => 12,025
Y-12025                         => 12,026 BC
199X                            => the 1990s
-004X                           => between 50 BC and 41 BC
19XX                            => the 20th century
10XX                            => the 11th century
-05XX                           => the 6th century BC
2025-21                         => spring 2025
2025-24                         => winter 2025–26
2025-35                         => the third quarter of 2025
2025-41                         => the second half of 2025
2025-10-11T14:30:00             => 11 October 2025, 14:30
2025-10-11T14:30:00Z            => 11 October 2025, 14:30 UTC
2025-10-11T14:30:00+05:00       => 11 October 2025, 14:30 UTC+05:00
2025-10-11?                     => 11 October 2025 (uncertain)
2025-10~                        => about October 2025
2025%                           => about 2025 (uncertain)
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_a_date_is_said_as_it_is_known(line: str) -> None:
    text, _, words = line.partition("=>")
    assert date_words(text.strip()) == words.strip()


def test_a_week_is_named_by_its_monday() -> None:
    assert date_words("2025-10-06/2025-10-12", "week") == "week of 6 October 2025"


def test_no_date_is_said_to_be_unknown() -> None:
    assert date_words(None) == span_words(UNKNOWN) == "date unknown"


def test_seconds_are_said_only_when_they_are_known() -> None:
    assert date_words("2025-10-11T14:30:07Z") == "11 October 2025, 14:30 UTC"


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.dates(min_value=datetime.date(1000, 1, 1)))
def test_bounds_say_both_days_whole_or_share_only_what_is_alike(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    words = span_words(edtf.between(first.toordinal(), last.toordinal()))
    end = f"{last.day} {last:%B} {last.year}"
    assert words == end if first == last else words.startswith(f"between {first.day}") and words.endswith(end)
