"""Blocks of texts: every case of corpus/layouts.txt, and every row's example."""

import re
from pathlib import Path

import pytest

from timeline.errors import RuleError
from timeline.intake import marks
from timeline.intake.dateline import dateline, dateline_rules
from timeline.intake.furniture import compile_row, furniture, furniture_rules
from timeline.intake.marks import mark_rules
from timeline.intake.text import text_document
from timeline.lexicon import parse_rows, rows
from timeline.model.document import BlockKind, Document

CASES = (Path(__file__).parent / "corpus" / "layouts.txt").read_text(encoding="utf-8").split("\n====\n")


def parts(case: str) -> tuple[str, list[str], dict[str, str]]:
    """The text of a case, its blocks and what else is known."""
    lines = case.rstrip("\n").split("\n")
    while lines and (lines[0].startswith("#") or not lines[0]):
        lines.pop(0)
    middle = lines.index("----")
    wanted = [line for line in lines[middle + 1 :] if not line.startswith("@")]
    known = dict(line[2:].split(" ", 1) for line in lines[middle + 1 :] if line.startswith("@"))
    return "\n".join(lines[:middle]), wanted, known


def shown(document: Document) -> list[str]:
    return [f"{b.kind.value}: {' '.join(document.body[b.start : b.end].split())}" for b in document.blocks]


@pytest.mark.parametrize("case", CASES, ids=[parts(case)[0].strip()[:40] for case in CASES])
def test_a_text_is_laid_out_as_the_corpus_says(case: str) -> None:
    text, wanted, known = parts(case)
    document = text_document(text)
    found = {"title": document.title, "place": document.place, "day": document.published and str(document.published)}
    assert shown(document) == wanted
    assert {key: value for key, value in found.items() if value} == {**_title(wanted), **known}


def _title(wanted: list[str]) -> dict[str, str]:
    title = next((line.removeprefix("title: ") for line in wanted if line.startswith("title: ")), None)
    return {"title": title} if title else {}


@pytest.mark.parametrize("case", CASES)
def test_blocks_lie_in_order_and_leave_out_nothing_but_white_space(case: str) -> None:
    document = text_document(parts(case)[0])
    position = 0
    for block in document.blocks:
        assert document.body[position : block.start].strip() == ""
        assert block.start < block.end
        position = block.end
    assert document.body[position:].strip() == ""


@pytest.mark.parametrize("row", rows("furniture"), ids=lambda row: row["name"])
def test_the_example_of_a_furniture_row_is_read_by_it(row) -> None:
    found = furniture(row["example"])
    assert found is not None
    assert (found.name, found.kind) == (row["name"], BlockKind(row["kind"]))


@pytest.mark.parametrize("text", ["NATO and Peru met.", "MAERSK Line sank.", "A Baker, May 3 Lane", "UN Oct 3 Vote"])
def test_capitals_before_a_name_are_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize("row", rows("marks"), ids=lambda row: row["name"])
def test_the_example_of_a_row_of_marks_begins_as_it_says(row) -> None:
    found = mark_rules()[row["when"]].match(row["example"])
    assert found is not None
    assert "wo men drown" in row["example"][found.end() :]


def test_a_bad_row_of_marks_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = parse_rows("name | when | pattern | example\nodd | never | x | x", "marks.txt")
    monkeypatch.setattr(marks, "rows", lambda _: bad)
    with pytest.raises(RuleError, match=r"^marks\.txt:2: .*never"):
        mark_rules.__wrapped__()


@pytest.mark.parametrize("row", rows("datelines"), ids=lambda row: row["name"])
def test_the_example_of_a_dateline_row_is_read_by_it(row) -> None:
    bracketed = re.search(r"\[(.*?)\]", row["example"])
    text = row["example"].replace("[", "").replace("]", "")
    found = dateline(text)
    if row["says"] == "no":
        assert bracketed is None
        assert found is None
    else:
        assert found is not None
        assert (found.rule, text[: found.length]) == (row["name"], bracketed[1])


def test_names_of_rules_are_not_used_twice() -> None:
    names = [rule.name for rule in furniture_rules()] + [name for name, _, _ in dateline_rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("pattern", ["{nobody} said", "(open"])
def test_a_bad_pattern_stops_the_load_with_its_place(pattern: str) -> None:
    row = parse_rows(f"name | pattern\nbad | {pattern}", "furniture.txt")[0]
    with pytest.raises(RuleError, match=r"^furniture\.txt:2: "):
        compile_row(row, {})


def test_the_given_title_is_found_at_the_start() -> None:
    document = text_document("The wall fell.\nIt had stood for years.", title="The wall fell.")
    assert shown(document) == ["title: The wall fell.", "text: It had stood for years."]


def test_a_given_title_with_the_sites_name_behind_it_is_found_too() -> None:
    document = text_document("Wall falls\nIt had stood for years.", title="Wall falls - The Harbour Post")
    assert shown(document)[0] == "title: Wall falls"
    assert document.title == "Wall falls - The Harbour Post"


def test_a_given_title_that_the_text_lacks_is_kept_and_marks_nothing() -> None:
    document = text_document("The wall fell on Monday.", title="Wall falls")
    assert document.title == "Wall falls"
    assert shown(document) == ["text: The wall fell on Monday."]


def test_windows_line_ends_make_the_same_blocks() -> None:
    text = parts(CASES[0])[0]
    assert shown(text_document(text.replace("\n", "\r\n"))) == shown(text_document(text))


def test_a_hundred_thousand_short_lines_are_laid_out_quickly() -> None:
    document = text_document("Word and word\n" * 70_000)
    assert len(document.blocks) == 70_000
