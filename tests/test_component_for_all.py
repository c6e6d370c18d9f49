"""<event-timeline> for everybody: by keyboard, read by axe, narrow, from right to left, on paper, in other languages."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import making
from tests.browsing import DESKTOP, PHONE, take, wrongs
from tests.chronicle import fill, made
from tests.component import RAID, Opener, chart, days, entries, eventually, inks, opening, place_of, served, summary
from timeline.ingest import record
from timeline.model.filters import Filters
from timeline.store.database import Store, open_store
from timeline.store.queries import find_events

pytestmark = pytest.mark.browser


def test_the_chart_can_be_walked_by_keyboard_alone(opened: Opener) -> None:
    page = opened()
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(chart(page)).to_be_focused()
    expect(chart(page)).to_have_accessible_description(re.compile("arrows"))
    before = days(page)
    page.keyboard.press("+")
    assert days(page)["from"] > before["from"]
    moved = days(page)
    page.keyboard.press("ArrowRight")
    assert days(page)["from"] > moved["from"]
    page.keyboard.press("0")
    assert days(page)["from"] <= before["from"]
    said = page.locator("event-timeline [aria-live]")
    page.keyboard.press("ArrowDown")
    expect(said).to_have_text(f"11 October 2025: {RAID}")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(said).to_have_text("by 11 October 2025: Pakistan bombs villages (alleged)")
    page.keyboard.press("Enter")
    detail = page.locator("event-timeline .detail")
    expect(detail.locator(".heading")).to_have_text("Pakistan bombs villages")
    page.keyboard.press("Escape")
    expect(detail).to_be_hidden()


def test_the_list_is_one_stop_and_its_entries_open_with_their_evidence(opened: Opener) -> None:
    page = opened()
    first = entries(page).first
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(entries(page).nth(1)).to_be_focused()
    page.keyboard.press("Home")
    expect(first).to_be_focused()
    assert (
        page.evaluate(
            "document.querySelector('event-timeline').shadowRoot.querySelectorAll('.body > .list .entry[tabindex=\"0\"]').length"
        )
        == 1
    )
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-expanded", "true")
    detail = page.locator("event-timeline .items .detail")
    expect(detail.locator("blockquote")).to_have_text("“A raid on a frontier post on October 11 opened the fighting.”")
    expect(detail.locator("mark")).to_have_text(["raid", "October 11"])
    expect(detail.get_by_role("link", name="Frontier Gazette")).to_have_attribute(
        "href", re.compile("^https://frontier.example/")
    )
    expect(detail).to_contain_text("worked out from the text · “October 11”")
    page.keyboard.press("Escape")
    expect(first).to_have_attribute("aria-expanded", "false")


def test_a_chosen_event_is_told_to_the_page(opened: Opener) -> None:
    page = opened()
    page.evaluate("document.addEventListener('event-timeline-select', ({detail}) => (window.chosen = detail))")
    page.mouse.click(*place_of(page, RAID))
    expect(page.locator("event-timeline .detail .heading")).to_have_text(RAID)
    assert page.evaluate("[window.chosen.event.headline, window.chosen.id === window.chosen.event.id]") == [RAID, True]
    page.get_by_role("button", name="Close").click()
    assert page.evaluate("window.chosen.id") is None
    expect(page.locator("event-timeline .detail")).to_be_hidden()


@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)], ids=["light desktop", "dark phone"])
def test_axe_finds_nothing_wrong(opened: Opener, scheme: str, size: dict[str, int]) -> None:
    page = opened(viewport=size, color_scheme=scheme, bypass_csp=True)
    page.get_by_text("How to read this").click()
    page.get_by_text("2 events without a date").click()
    entries(page).nth(3).click()
    expect(page.locator("event-timeline .detail blockquote")).to_be_visible()
    expect(page.locator("event-timeline .undated .entry")).to_have_count(2)
    assert wrongs(page) is None
    take(page, f"embed-{scheme}-{size['width']}")
    page.get_by_role("button", name="Embed").click()
    assert wrongs(page) is None
    take(page, f"embed-dialogue-{scheme}-{size['width']}")


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_overflows_a_narrow_screen(opened: Opener, width: int) -> None:
    page = opened(viewport={"width": width, "height": 700})
    entries(page).nth(3).click()
    expect(page.locator("event-timeline .detail blockquote")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_of_no_end_overflows_neither_frame_nor_page(browser: Browser, tmp_path: Path) -> None:
    """The letters of a name wider than a telephone go on in the next line, in headlines, names, the list and what is told there."""
    name = "Llanfair" + "pwllgwyn" * 12

    def told(store: Store) -> None:
        said = f"An attack by {name}."
        one = making.statement(date="2025-10-20", text=said, headline=said, by=name, on=[name * 2], at="Port Vale")
        record(store, making.document(one.sentence, title=name), [one])

    with served(made(tmp_path / "long.db"), told) as at, opening(browser, at) as opened:
        page = opened(viewport={"width": 360, "height": 700})
        entries(page).first.click()
        expect(page.locator("event-timeline .detail blockquote")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        with open_store(f"sqlite:///{tmp_path / 'long.db'}") as store:
            (event,) = find_events(store, Filters()).events
        for path in ("/", f"/events/{event['id']}", f"/actors/{event['actors'][0]['id']}", "/actors"):
            page.goto(at + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_targets_are_large_enough(opened: Opener) -> None:
    page = opened()
    small = page.evaluate(
        """() => [...document.querySelector('event-timeline').shadowRoot.querySelectorAll('button, select, summary, [role=slider]')]
          .map((each) => [each.textContent || each.className, each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([name]) => name)"""
    )
    assert small == []


def test_from_right_to_left_time_runs_from_the_right(opened: Opener) -> None:
    page = opened("dir=rtl&lang=ar")
    expect(entries(page).first.locator(".date")).to_have_text(re.compile("أكتوبر"))
    raid, walkout = place_of(page, RAID), place_of(page, "Dock workers walk out")
    assert raid[0] > walkout[0]
    before = days(page)
    page.get_by_role("button", name="Zoom in").click()
    nearer = days(page)
    chart(page).focus()
    page.keyboard.press("ArrowLeft")
    assert days(page)["from"] > nearer["from"] > before["from"]
    assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"]
    take(page, "embed-rtl")


def test_dates_are_written_as_the_language_has_it(opened: Opener) -> None:
    expect(entries(opened("lang=de")).first.locator(".date")).to_have_text("11. Oktober 2025")
    expect(entries(opened("lang=en-US")).first.locator(".date")).to_have_text("October 11, 2025")


def test_the_theme_may_be_set(opened: Opener) -> None:
    assert inks(opened("theme=dark"))["#171a1f"] > 10_000
    assert inks(opened("theme=light", color_scheme="dark"))["#ffffff"] > 10_000


def test_on_paper_it_is_light_and_without_buttons(opened: Opener) -> None:
    page = opened(color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Zoom in")).to_be_hidden()
    eventually(page, lambda: inks(page).get("#ffffff", 0) > 10_000)


def test_nothing_found_and_nothing_reached_are_told(opened: Opener) -> None:
    page = opened("to=1850", ready=False)
    expect(page.locator("event-timeline .notice").first).to_have_text("No events fit these filters.")
    page.route("**/v1/bands*", lambda route: route.abort())
    page.evaluate("document.addEventListener('event-timeline-error', ({detail}) => (window.failed = detail.message))")
    page.evaluate("document.querySelector('event-timeline').removeAttribute('to')")
    expect(page.locator("event-timeline .notice").first).to_contain_text("could not be loaded")
    assert page.evaluate("window.failed")
    page.unroute("**/v1/bands*")
    page.get_by_role("button", name="Try again").click()
    expect(summary(page)).to_contain_text("8 events")


def test_without_javascript_it_is_a_list(opened: Opener) -> None:
    page = opened("status=alleged", ready=False, java_script_enabled=False)
    expect(page.get_by_role("listitem")).to_have_text(
        re.compile(r"by 11 October 2025\s+Pakistan bombs villages \(alleged by Taliban\)")
    )


def test_it_follows_what_changes(browser: Browser, tmp_path: Path) -> None:
    with served(made(tmp_path / "live.db"), fill) as at, opening(browser, at) as opened:
        page = opened()
        expect(summary(page)).to_contain_text("8 events")
        with page.expect_response("**/v1/stream*"):
            page.evaluate("document.querySelector('event-timeline').setAttribute('live', '')")
        told = making.statement(date="2025-10-20", text="An attack in the hills.")
        with open_store(f"sqlite:///{tmp_path / 'live.db'}") as store:
            record(store, making.document(told.sentence), [told])
        expect(summary(page)).to_contain_text("9 events")
        page.evaluate("document.querySelector('event-timeline').remove()")  # and lets the connection go


def test_years_before_the_first_and_after_the_9999th_are_drawn(browser: Browser, tmp_path: Path) -> None:
    def far(store: Store) -> None:
        for date in ("-0043-03-15", "Y12025", "2025-10-20", "-9999"):
            told = making.statement(date=date, text=f"An attack, {date}.")
            record(store, making.document(told.sentence), [told])

    with served(made(tmp_path / "far.db"), far) as at, opening(browser, at) as opened:
        page = opened("lang=en-US")
        dates = entries(page).locator(".date")
        expect(dates).to_have_text(["10000 BC", "March 15, 44 BC", "October 20, 2025", "12025"])
        page.evaluate("document.querySelector('event-timeline').show('-0044', '-0042')")
        expect(dates).to_have_text(["March 15, 44 BC"])
        assert days(page)["from"].startswith("-004")
        page.get_by_role("button", name="Show everything").click()
        expect(dates).to_have_count(4)
