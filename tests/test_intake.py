"""Texts, pages and objects to Documents: what becomes the body and the title; in which language it is."""

import pytest

from tests.harbour import STORY, TEXT, TITLE, page, told
from timeline.errors import InputError
from timeline.intake.html import html_document
from timeline.intake.language import language, language_name
from timeline.intake.record import record_document
from timeline.intake.text import text_document
from timeline.lexicon import rows

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


# --- objects


def test_an_object_gives_its_fields_and_its_other_keys_are_passed_over() -> None:
    record = {"id": 7, "url": "https://x.example/a", "title": "T", "source": "Post", "text": STORY[0], "gold": [1, {}]}
    document = record_document(record)
    assert (document.external_id, document.url, document.title) == ("7", "https://x.example/a", "T")
    assert document.source is not None
    assert document.source.name == "Post"


def test_a_text_that_is_a_page_is_read_as_one() -> None:
    page = "<!DOCTYPE html><html><body><p>The wall of the mill fell on Monday.</p></body></html>"
    assert record_document({"text": page}).body == "The wall of the mill fell on Monday."
    assert record_document({"text": "He wrote <html> on the wall."}).body == "He wrote <html> on the wall."


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
