"""The words and shapes of the pages: marked texts, dates, claims, roles, circles, differences."""

import pytest

from timeline.web.comparing import differences
from timeline.web.drawing import circle
from timeline.web.telling import Marked, Piece, body_lines, certainty, claim_line, outlet, pieces, roles, year_heading


def test_marks_cut_a_text_in_pieces() -> None:
    marks = [
        Marked(8, 12, "date"),
        Marked(2, 5, "trigger", "why"),
        Marked(4, 9, "date"),
        Marked(11, 99, "date"),
        Marked(3, 3, "date"),
    ]
    assert pieces("abcdefghijkl", marks) == [
        Piece("ab"), Piece("cde", "trigger", "why"), Piece("fgh"), Piece("ijkl", "date"),
    ]  # fmt: skip
    assert pieces("", []) == []
    assert pieces("abc", [Marked(0, 3, "date")]) == [Piece("abc", "date")]


def test_a_bullet_stays_in_the_line_of_its_sentence() -> None:
    blocks = [
        {"kind": kind, "start": start, "end": end}
        for kind, start, end in (("title", 0, 4), ("mark", 6, 7), ("text", 8, 12))
    ]
    document = {"body": "News\n\n* Rain", "blocks": blocks, "statements": []}
    assert body_lines(document) == [[("title", [Piece("News")])], [("mark", [Piece("*")]), ("text", [Piece("Rain")])]]


@pytest.mark.parametrize(
    ("earliest", "latest", "known"),
    [
        ("2025-10-11", "2025-10-11", "day"),
        ("2025-10-11T14:00:00Z", "2025-10-11T14:30:00Z", "day"),
        ("2025-10-01", "2025-10-31", "span"),
        (None, "2025-10-31", "open"),
        (None, None, "unknown"),
    ],
)
def test_how_well_a_time_is_known(earliest: str | None, latest: str | None, known: str) -> None:
    assert certainty({"earliest": earliest, "latest": latest}) == known


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf", "heading"),
    [
        ("2025-10-11", "2025-10-11", "2025-10-11", "2025"),
        (None, "-0043-03-15", "[..-0043-03-15]", "44 BC"),
        (None, None, "XXXX-10-11", "Year unknown"),
        (None, None, None, "Date unknown"),
    ],
)
def test_events_are_listed_under_their_year(
    earliest: str | None, latest: str | None, edtf: str | None, heading: str
) -> None:
    assert year_heading({"earliest": earliest, "latest": latest, "edtf": edtf}) == heading


@pytest.mark.parametrize(
    ("name", "url", "said"),
    [
        ("Harbour Times", "https://www.harbour.example/a", "Harbour Times"),
        (None, "https://www.harbour.example/a", "harbour.example"),
        (None, "http://[half", "Source unknown"),
        (None, None, "Source unknown"),
    ],
)
def test_an_outlet_without_a_name_is_called_by_its_address(name: str | None, url: str | None, said: str) -> None:
    assert outlet({"name": name, "url": url}) == said


def test_claimants_are_listed_in_words() -> None:
    assert claim_line("denied", ["Kabul", "Tehran", "Doha"]) == "denied by Kabul, Tehran and Doha"
    assert claim_line("planned", []) == "planned"
    assert claim_line("planned", ["Kabul"]) == "planned, according to Kabul"


def test_participants_beside_an_agent_are_with_it() -> None:
    actors = [
        {"name": name, "role": role} for name, role in (("A", "agent"), ("B", "participant"), ("C", "participant"))
    ]
    assert [word for word, _ in roles(actors)] == ["By", "With"]
    assert [word for word, _ in roles(actors[1:])] == ["Between"]
    assert [word for word, _ in roles(actors[2:])] == ["With"]


def test_the_names_at_the_top_and_the_foot_of_a_circle_stand_clear_of_their_neighbours() -> None:
    names = [{"events": 12 - number, "name": str(number)} for number in range(12)]
    top, foot = circle(names)[0], circle(names)[6]
    assert (top.anchor, foot.anchor) == ("middle", "middle")
    assert top.label_y < top.y - top.radius
    assert foot.label_y > foot.y + foot.radius


def told(
    identity: str, *, edtf: str | None = "2025-10-11", status: str = "asserted", reports: int = 1
) -> dict[str, object]:
    when = {"edtf": edtf, "precision": "day", "disputed": False}
    return {"id": identity, "when": when, "status": status, "claimed_by": [], "place": None, "reports": reports}


def test_differences_are_what_came_went_and_changed() -> None:
    before = [told("same"), told("gone"), told("dated", edtf=None), told("denied", status="alleged")]
    after = [told("dated"), told("new"), told("same"), told("denied", status="denied", reports=2)]
    found = [(each.event["id"], each.kind, each.changes) for each in differences(before, after)]
    assert found == [
        ("dated", "changed", ("date: date unknown → 11 October 2025",)),
        ("new", "new", ()),
        ("same", "same", ()),
        ("denied", "changed", ("told as: alleged → denied", "reports: 1 → 2")),
        ("gone", "gone", ()),
    ]
