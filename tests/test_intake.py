"""Texts, pages, objects and feeds to Documents: what becomes the body, the date, the title; in which language it is."""

import datetime
import gzip
import io
import json
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.intake.arrival import Arrival, Given
from timeline.intake.html import html_document
from timeline.intake.language import language, language_name
from timeline.intake.published import day_in_address, read_day
from timeline.intake.read import arrivals, documents, expected
from timeline.intake.record import record_document
from timeline.intake.text import text_document
from timeline.lexicon import rows
from timeline.model.document import BlockKind, Document

STORY = (
    "The old harbour wall at Aberdeen fell early on Monday after two nights of storms from the north.",
    "Nobody was hurt, the harbour master said, but the port will stay closed until the weekend at least.",
    "The wall was built in 1871 and was last mended eleven years ago. The town has asked for help from the state.",
    "Fishing boats were sent to Peterhead on Tuesday, and the ferry to the islands will not run before Friday.",
)
TITLE = "Harbour wall falls in night of storms"
TEXT = f"{TITLE}\n\n0\n\nABERDEEN – " + "\n\n".join(STORY) + "\n\nLeave a Reply\n\nPost Comment"


def page(head: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in (f"ABERDEEN – {STORY[0]}", *STORY[1:]))
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Home", "World", "Sport", "Weather"))
    return f"""<!doctype html><html><head><title>{TITLE} - The Harbour Post</title>{head}</head><body>
        <nav><ul>{menu}</ul></nav><header><h1>{TITLE}</h1><span>0</span></header>
        <article><h1>{TITLE}</h1>{paragraphs}</article>
        <aside><h3>Related articles</h3><ul><li><a href="/x">Ferry strike of 3 October ends</a></li></ul></aside>
        <div id="comments"><h3>Leave a Reply</h3></div><footer>© 2024 The Harbour Post</footer></body></html>"""


def told(document: Document) -> list[str]:
    return [document.body[b.start : b.end] for b in document.blocks if b.kind is BlockKind.TEXT]


# --- the body


def test_the_body_is_the_text_as_given() -> None:
    text = "  First line\r\n\r\n\tThe wall fell.  \n\n"
    assert text_document(text).body == text


def test_only_a_byte_order_mark_is_taken_away() -> None:
    assert text_document("\ufeffThe wall fell.").body == "The wall fell."


def test_a_page_tells_what_the_text_tells() -> None:
    document = html_document(page())
    assert told(document) == told(text_document(TEXT)) == list(STORY)
    assert document.place == "Aberdeen"


def test_a_page_is_named_by_its_title_without_the_menus() -> None:
    document = html_document(page())
    assert document.title == TITLE
    assert "Weather" not in document.body
    assert "3 October" not in document.body


def test_a_piece_of_html_gives_its_words() -> None:
    document = html_document("<p>The wall <b>fell</b> on Monday.</p><p>Nobody was hurt.</p>")
    assert told(document) == ["The wall fell on Monday.", "Nobody was hurt."]


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        html_document("<html><body><script>let a = 1</script></body></html>")


# --- when it was published


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


# --- objects


def test_an_object_gives_its_fields_and_its_other_keys_are_passed_over() -> None:
    record = {"id": 7, "url": "https://x.example/a", "title": "T", "source": "Post", "text": STORY[0], "gold": [1, {}]}
    document = record_document(record)
    assert (document.external_id, document.url, document.title) == ("7", "https://x.example/a", "T")
    assert document.source is not None
    assert document.source.name == "Post"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({}, "neither 'text' nor 'html'"),
        ({"text": "  "}, "neither 'text' nor 'html'"),
        ({"text": 5}, "'text' is no text but int"),
        ({"text": "A.", "title": ["x"]}, "'title' is no text but list"),
        ({"text": "A.", "published": "soon"}, "'published': no such date: 'soon'"),
        ({"text": "A\0B."}, "NUL character, at 1"),
        ({"text": "A \ud800."}, "half a character"),
    ],
)
def test_a_bad_object_is_refused_with_its_place(record: dict, message: str) -> None:
    with pytest.raises(InputError, match=message) as raised:
        record_document(record, place="texts.jsonl:3")
    assert raised.value.place == "texts.jsonl:3"


# --- languages


@pytest.mark.parametrize("row", rows("languages", "all"), ids=lambda row: row["code"])
def test_the_example_of_each_language_is_told(row) -> None:
    assert language(row["example"]) == row["code"]
    assert language_name(row["code"]) == row["name"]


@pytest.mark.parametrize(
    "text",
    [
        "Minister quits",
        "De Gaulle, La Scala, El País: Le Monde del Sur wins",
        "Total dead: 10\nInjured: 74\nHospitalized: 6\nMissing: 3\nHouses lost: 12\nBridges closed: 2",
        "Lazio 2, Roma 1\nInter 0, Milan 0\nNapoli 3, Torino 2\nLecce 1, Como 1",
    ],
)
def test_short_lines_and_lists_of_names_count_as_readable(text: str) -> None:
    assert text_document(text).is_readable


def test_an_english_text_with_foreign_quotations_is_english() -> None:
    quoted = "“La ville de Lyon est dans le noir et les trains ne partent pas”, he said to the paper on Monday."
    assert language(quoted + " " + " ".join(STORY)) == "en"


def test_a_text_in_another_language_is_kept_but_not_readable() -> None:
    row = next(row for row in rows("languages", "all") if row["code"] == "fr")
    document = text_document(row["example"])
    assert document.body == row["example"]
    assert not document.is_readable


# --- files, folders, streams


def everything(*paths: object, stdin: bytes = b"", given: Given | None = None) -> list[Arrival | InputError]:
    return list(arrivals([str(path) for path in paths], given or Given(), stdin=io.BytesIO(stdin)))


def line(**fields: object) -> str:
    return json.dumps({"text": STORY[0], **fields}) + "\n"


FEED = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Harbour Post</title>
<item><guid>a1</guid><title>Wall falls</title><link>https://x.example/a</link>
<pubDate>Mon, 04 Mar 2024 23:30:00 -0800</pubDate><description>&lt;p&gt;{STORY[0]}&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>https://x.example/b</link></item></channel></rss>"""


def test_a_folder_is_read_sorted_with_all_kinds_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.html").write_text(page())
    (tmp_path / "d.jsonl").write_text(line(id="one") + "\n" + line())
    (tmp_path / "e.jsonl.gz").write_bytes(gzip.compress(line(id="two").encode()))
    (tmp_path / "f.xml").write_text(FEED)
    (tmp_path / "g.md").write_text("not read")
    (tmp_path / ".hidden.txt").write_text("not read")
    found = everything(tmp_path)
    labels = [item.label.removeprefix(f"{tmp_path}/") for item in found if isinstance(item, Arrival)]
    assert labels == ["a.txt", "b/c.html", "one", "d.jsonl:3", "two", "a1"]
    errors = [str(item).removeprefix(f"{tmp_path}/") for item in found if isinstance(item, InputError)]
    assert errors == ["f.xml, entry 2: the entry has no text"]


@pytest.mark.parametrize("text", ["https://x.example/a\nhttp://x.example/b\n", "\n  https://x.example/a\n"])
def test_a_text_of_nothing_but_addresses_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.txt").write_text(text)
    (told,) = everything(tmp_path)
    assert "holds only addresses" in str(told)


def test_a_text_that_names_addresses_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"https://x.example/a\n\n{TEXT}")
    (tmp_path / "b.txt").write_text("https://x.example/a is down.")
    assert all(isinstance(found, Arrival) for found in everything(tmp_path))


def test_an_entry_of_a_feed_keeps_the_day_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_text(FEED)
    document = next(item for item in documents([str(tmp_path / "f.xml")]) if isinstance(item, Document))
    assert (document.published, document.url, document.title) == (
        datetime.date(2024, 3, 4),
        "https://x.example/a",
        "Wall falls",
    )


@pytest.mark.parametrize(
    ("stdin", "label"),
    [(TEXT.encode(), None), (page().encode(), None), (b"\n" + line(id="one").encode(), "one")],
)
def test_standard_input_is_told_by_its_content(stdin: bytes, label: str | None) -> None:
    (found,) = everything("-", stdin=stdin)
    assert isinstance(found, Arrival)
    assert STORY[0] in told(found.document)[0]
    assert found.label == label or (label is None and found.label == found.document.fingerprint[:16])


def test_an_object_without_an_id_on_standard_input_goes_by_its_fingerprint() -> None:
    (found,) = everything("-", stdin=line().encode())
    assert isinstance(found, Arrival)
    assert found.label == found.document.fingerprint[:16]


def test_what_the_caller_says_reaches_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    given = Given(datetime.date(2024, 3, 4), "https://x.example/a", "Post")
    (found,) = everything(tmp_path / "a.txt", given=given)
    assert isinstance(found, Arrival)
    document = found.document
    assert document.source is not None
    assert (document.published, document.url, document.source.name) == (given.published, given.url, given.source)


def test_a_page_in_the_encoding_that_it_declares_is_read(tmp_path: Path) -> None:
    html = page('<meta charset="windows-1252">').replace("Nobody was hurt", "“Nobody” was hurt at the café")
    (tmp_path / "a.html").write_bytes(html.encode("windows-1252"))
    (found,) = everything(tmp_path / "a.html")
    assert isinstance(found, Arrival)
    assert "“Nobody” was hurt at the café" in found.document.body


def test_a_text_in_utf_16_with_its_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-16"))
    (found,) = everything(tmp_path / "a.txt")
    assert isinstance(found, Arrival)
    assert found.document.body == TEXT


def test_how_many_texts_there_will_be_is_known_where_it_can_be(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "d.jsonl").write_text(line(id="one") + "\n" + line())
    assert expected([str(tmp_path), str(tmp_path / "a.txt")]) == 4
    assert expected(["-"]) is None
    assert expected([str(tmp_path / "missing.txt")]) is None
    (tmp_path / "f.xml").write_text(FEED)
    assert expected([str(tmp_path)]) is None
