"""Files, folders, feeds and standard input: what is read, and under which label."""

import datetime
import gzip
import io
import json
from pathlib import Path

import pytest

from tests.harbour import STORY, TEXT, page, told
from timeline.errors import InputError
from timeline.intake.arrival import Arrival, Given
from timeline.intake.read import arrivals, documents, expected
from timeline.model.document import Document


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
