"""<event-timeline> in a real Chromium: what is drawn, and how it moves."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from benchmarks import crowd
from tests.browsing import PHONE
from tests.chronicle import made
from tests.component import RAID, Opener, chart, days, entries, eventually, inks, served, summary

pytestmark = pytest.mark.browser

CROWD = 3_000
TYPE_COLORS = ("#b3261e", "#1f63a6", "#5f5b53", "#1f7350")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service with some thousand made-up events."""
    with served(
        made(tmp_path_factory.mktemp("crowd") / "timeline.db"), lambda store: crowd.fill(store, CROWD)
    ) as found:
        yield found


def test_dated_events_are_drawn_and_told_beside(opened: Opener) -> None:
    page = opened()
    expect(summary(page)).to_have_text(re.compile(r"^8 events · .* October – .* November 2025 · 6 in view$"))
    expect(entries(page).locator(".headline")).to_have_text(
        [
            RAID, "Envoys meet in Doha", "Second meeting in Istanbul", "Pakistan bombs villages", "Visit to Kabul",
            "Dock workers walk out",
        ]
    )  # fmt: skip
    expect(entries(page).locator(".date").nth(1)).to_have_text(
        "between 11 and 29 October 2025, probably 19 October 2025"
    )
    expect(entries(page).locator(".date").nth(3)).to_have_text("by 11 October 2025")
    found = inks(page)
    assert found["#b3261e"] > 100  # conflict
    assert found["#1f63a6"] > 100  # diplomacy
    assert found["#ffffff"] > 10_000


def test_no_headline_runs_over_the_edge(opened: Opener) -> None:
    """The last columns of the drawing hold no dark pixel, though the last events are near them and their headlines are long."""
    page = opened("from=2025-10-29", viewport={"width": 390, "height": 800})
    edge = page.evaluate(
        """() => {
          const canvas = document.querySelector('event-timeline').shadowRoot.querySelector('.chart canvas');
          const {data} = canvas.getContext('2d').getImageData(canvas.width - 3, 40, 3, canvas.height - 40);
          const whole = canvas.getContext('2d').getImageData(0, 40, canvas.width - 3, canvas.height - 40).data;
          const dark = (pixels) => {
            let count = 0;
            for (let at = 0; at < pixels.length; at += 4) count += pixels[at] + pixels[at + 1] + pixels[at + 2] < 240;
            return count;
          };
          return [dark(data), dark(whole)];
        }"""
    )
    assert edge[0] == 0
    assert edge[1] > 200


def test_events_without_a_date_are_listed_apart(opened: Opener) -> None:
    page = opened()
    page.get_by_text("2 events without a date").click()
    undated = page.locator("event-timeline .undated .entry")
    expect(undated.locator(".headline")).to_have_text(["Bridge falls", "Elders quarrel"])
    expect(undated.locator(".date")).to_have_text(["11 October, year unknown", "date unknown"])


def test_a_day_without_a_year_is_listed_though_nothing_can_be_drawn(opened: Opener) -> None:
    page = opened("date=XXXX-10-11")
    expect(page.locator("event-timeline .undated .headline")).to_have_text("Bridge falls")
    expect(chart(page)).to_be_hidden()


def test_claims_are_hollow_where_facts_are_full(opened: Opener) -> None:
    """The same span and colour, once asserted and once planned or alleged: far less ink."""
    fact, claim = inks(opened("q=raid")), inks(opened("status=alleged"))
    assert fact["#b3261e"] > 0
    assert claim["#b3261e"] > 0
    page = opened("status=alleged")
    expect(entries(page).locator(".badge.status")).to_have_text("alleged by Taliban")


def test_lanes_may_be_actors_or_places(opened: Opener) -> None:
    page = opened()
    page.get_by_label("Rows by").select_option("actor")
    expect(page.locator("event-timeline")).to_have_attribute("lanes", "actor")
    expect(summary(page)).to_contain_text("6 in view")
    lanes = page.evaluate(
        "fetch('/v1/bands?lanes=actor').then(answer => answer.json()).then(({lanes}) => lanes.map(l => l.name))"
    )
    assert "Pakistan" in lanes


def test_many_events_are_drawn_as_counts_until_one_comes_nearer(opened: Opener, crowded: str) -> None:
    page = opened("lanes=none", at=crowded)
    expect(summary(page)).to_contain_text("3,000 events")
    far = inks(page)
    assert far["#1d4a73"] > 2_000  # columns of the accent's colour
    page.evaluate("document.querySelector('event-timeline').show('2025-03-01', '2025-03-03')")
    expect(summary(page)).to_contain_text("March 2025")
    eventually(page, lambda: inks(page).get("#1d4a73", 0) < far["#1d4a73"] / 4)
    eventually(page, lambda: sum(inks(page).get(color, 0) for color in TYPE_COLORS) > 200)


def test_too_many_events_come_as_a_histogram_first(opened: Opener, crowded: str) -> None:
    page = opened("", at=crowded)
    page.evaluate("document.querySelector('event-timeline').setAttribute('most', '400')")
    expect(summary(page)).to_have_text(re.compile(r"^3,000 events · [^·]*$"))
    expect(entries(page)).to_have_count(20)
    expect(page.locator("event-timeline .body > .list .range")).to_contain_text("1–20 of")
    page.get_by_role("button", name="Later events").click()
    expect(page.locator("event-timeline .body > .list .range")).to_contain_text("21–40 of")
    page.evaluate("document.querySelector('event-timeline').show('2021-03-01', '2021-03-20')")
    expect(summary(page)).to_have_text(re.compile(r"^3,000 events · .*March 2021 · \d+ in view$"))


def test_the_wheel_zooms_with_ctrl_and_leaves_the_page_alone_without(opened: Opener) -> None:
    page = opened()
    before = days(page)
    box = chart(page).bounding_box()
    assert box
    page.mouse.move(box["x"] + 600, box["y"] + 60)
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(100)
    assert days(page) == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    eventually(page, lambda: days(page) != before)
    after = days(page)
    assert before["from"] < after["from"] < after["to"] < before["to"]
    page.mouse.wheel(300, 0)
    eventually(page, lambda: days(page)["from"] > after["from"])


def test_dragging_moves_through_time(opened: Opener) -> None:
    page = opened()
    page.get_by_role("button", name="Zoom in").click()
    before = days(page)
    box = chart(page).bounding_box()
    assert box
    page.mouse.move(box["x"] + 900, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 600, box["y"] + 60, steps=4)
    page.mouse.up()
    assert days(page)["from"] > before["from"]


def test_two_fingers_zoom(opened: Opener) -> None:
    page = opened(viewport=PHONE, has_touch=True, is_mobile=True)
    before = days(page)
    box = chart(page).bounding_box()
    assert box
    fingers = page.context.new_cdp_session(page)
    y = box["y"] + 70

    def touch(kind: str, *places: float) -> None:
        points = [{"x": box["x"] + x, "y": y, "id": number} for number, x in enumerate(places)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 150, 200)
    for apart in range(10, 90, 10):
        touch("touchMove", 150 - apart, 200 + apart)
    touch("touchEnd")
    after = days(page)
    assert before["from"] < after["from"] < after["to"] < before["to"]


def test_the_strip_is_brushed_by_hand_and_by_keys(opened: Opener) -> None:
    page = opened()
    box = page.locator("event-timeline .strip").bounding_box()
    assert box
    page.get_by_role("button", name="Zoom in").click()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 320, box["y"] + 20, steps=4)
    page.mouse.up()
    brushed = days(page)
    assert brushed["to"] < "2025-10-25"
    expect(entries(page).locator(".headline")).to_have_text(
        [RAID, "Envoys meet in Doha", "Second meeting in Istanbul", "Pakistan bombs villages"]
    )
    end = page.get_by_role("slider", name="End of the view")
    end.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    assert days(page)["to"] > "2025-11-02"
    expect(end).to_have_attribute("aria-valuetext", re.compile("November 2025"))
    expect(entries(page)).to_have_count(6)


def test_the_address_follows_where_the_page_wants_it(opened: Opener) -> None:
    page = opened()
    page.evaluate("document.querySelector('event-timeline').setAttribute('sync-url', '')")
    page.get_by_role("button", name="Zoom in").click()
    nearer = days(page)
    page.wait_for_url(re.compile(f"from={nearer['from']}&to={nearer['to']}"))


def test_what_moves_glides_only_for_those_who_want_it(opened: Opener) -> None:
    nearer = """() => {
      const element = document.querySelector('event-timeline');
      element.shadowRoot.querySelector('[aria-label="Zoom in"]').click();
      return element.range;
    }"""
    still = opened()
    before = days(still)
    there = still.evaluate(nearer)
    assert there != before
    gliding = opened(reduced_motion="no-preference")
    assert gliding.evaluate(nearer) == before
    eventually(gliding, lambda: days(gliding) == there)
