"""When a text was published: as callers write it, in metadata, in an address, in a dateline."""

import datetime

import pytest

from tests.harbour import STORY, TEXT, page
from timeline.errors import InputError
from timeline.intake.html import html_document
from timeline.intake.published import day_in_address, read_day
from timeline.intake.record import record_document


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-10-29", "2025-10-29"),
        (" 2025-10-29T23:30:00+05:00 ", "2025-10-29"),
        ("20251029", "2025-10-29"),
        ("29 October 2025", "2025-10-29"),
        ("October 29, 2025", "2025-10-29"),
        ("Wed, 29 Oct 2025 08:00:00 GMT", "2025-10-29"),
        ("29th Sept. 2025", "2025-09-29"),
    ],
)
def test_days_are_read_as_callers_write_them(written: str, day: str) -> None:
    assert str(read_day(written)) == day


@pytest.mark.parametrize(
    "written", ["", "yesterday", "2025-13-01", "2025-02-30", "2025-10", "10/11/2025", "1700000000"]
)
def test_what_is_no_whole_day_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="no such date"):
        read_day(written)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2025/10/29/harbour-wall-falls", "2025-10-29"),
        ("https://x.example/news/2025/10/29", "2025-10-29"),
        ("https://x.example/2025/oct/29/harbour", "2025-10-29"),
        ("https://x.example/news/2025-10-29-harbour.html", "2025-10-29"),
        ("https://x.example/news/20251029/harbour", "2025-10-29"),
        ("https://x.example/2025/10/harbour", None),
        ("https://x.example/2025/13/45/harbour", None),
        ("https://x.example/story?day=/2025/10/29/", None),
        ("https://x.example/item/120251029", None),
        ("https://[half", None),
        (None, None),
    ],
)
def test_an_address_tells_its_day_only_in_its_path(url: str | None, day: str | None) -> None:
    found = day_in_address(url)
    assert (str(found) if found else None) == day


META = '<meta property="article:published_time" content="2024-03-04T10:00:00+05:00">'
JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-03"}]}</script>'
)
URL = "https://x.example/2024/03/02/wall"
DATED = "ABERDEEN, March 1, 2024 (Agency) – " + STORY[0]


def test_the_day_comes_from_object_metadata_address_dateline_in_that_order() -> None:
    found = [
        record_document({"html": page(META), "url": URL, "published": "2024-03-05"}),
        record_document({"html": page(META), "url": URL}),
        record_document({"text": DATED, "url": URL}),
        record_document({"text": DATED}),
        record_document({"text": TEXT}),
    ]
    assert [(document.published and document.published.day, document.published_from) for document in found] == [
        (5, "object"),
        (4, "metadata"),
        (2, "url"),
        (1, "dateline"),
        (None, None),
    ]


def test_the_option_counts_before_the_object() -> None:
    document = record_document({"text": TEXT, "published": "2024-03-05"}, published=datetime.date(2024, 3, 6))
    assert (document.published, document.published_from) == (datetime.date(2024, 3, 6), "option")


@pytest.mark.parametrize("head", [META.replace("T10:00:00+05:00", ""), JSON_LD.replace("03-03", "03-04")])
def test_metadata_of_several_kinds_is_read(head: str) -> None:
    assert html_document(page(head)).published == datetime.date(2024, 3, 4)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2024-03-04">',
        '<meta name="date" content="soon">',
        '<script type="application/ld+json">{"datePublished": </script>',
        f'<script type="application/ld+json">{"[" * 100_000}</script>',
        '<script type="application/ld+json">{"@type": "VideoObject", "datePublished": "2024-03-04"}</script>',
    ],
)
def test_metadata_that_does_not_tell_the_day_gives_none(head: str) -> None:
    document = html_document(page(head).replace("</article>", "</article><time datetime='2024-01-01'>a comment</time>"))
    assert (document.published, document.published_from) == (None, None)


def test_the_site_and_the_address_come_from_the_page() -> None:
    head = '<meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://x.example/a">'
    document = html_document(page(head))
    assert document.source is not None
    assert (document.source.name, document.url) == ("The Harbour Post", "https://x.example/a")
