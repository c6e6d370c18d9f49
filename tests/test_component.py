"""<event-timeline> in a real Chromium: drawn, moved, read by keyboard and by axe, and embedded by a page of another origin."""

import functools
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from werkzeug.serving import make_server

from benchmarks import crowd
from tests import making
from tests.browsing import DESKTOP, PATIENCE, PHONE, take, wrongs
from tests.chronicle import fill, made, serving
from timeline.ingest import record
from timeline.store.database import Store, open_store

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parent.parent / "docs" / "embedding-example.html"
CROWD = 3_000
TYPE_COLORS = ("#b3261e", "#1f63a6", "#5f5b53", "#1f7350")
RAID = "Raid on a frontier post"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(made(tmp_path_factory.mktemp("component") / "timeline.db"), fill) as found:
        yield found


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service with some thousand made-up events."""
    with served(
        made(tmp_path_factory.mktemp("crowd") / "timeline.db"), lambda store: crowd.fill(store, CROWD)
    ) as found:
        yield found


@contextmanager
def served(url: str, write: Callable[[Store], object]) -> Iterator[str]:
    """The address of the application over a database that `write` has filled."""
    with open_store(url) as store:
        write(store)
    with serving(url, is_filled=False) as app:
        server = make_server("127.0.0.1", 0, app, threaded=True)
        with running(server):
            yield f"http://127.0.0.1:{server.server_port}"


@contextmanager
def running(server: BaseServer) -> Iterator[None]:
    """While it answers, in a thread of its own."""
    threading.Thread(target=functools.partial(server.serve_forever, 0.05), daemon=True).start()
    yield
    server.shutdown()
    server.socket.close()


Opener = Callable[..., Page]


DRAWN = "performance.getEntriesByName('event-timeline-drawn').length > 0"  # the component's own mark


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens the framed page with a query; what the console says against any of them fails the test."""
    contexts: list[BrowserContext] = []
    told: list[str] = []
    of_the_test = re.compile(r"Canvas2D: .* getImageData|net::ERR_FAILED")  # reading pixels, cutting the line

    def hear(text: str) -> None:
        if not of_the_test.search(text):
            told.append(text)

    def open_page(query: str = "", *, at: str = address, ready: bool = True, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, "locale": "en-GB", "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: hear(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: hear(str(error)))
        page.goto(f"{at}/embed?{query}")
        if ready:
            expect(summary(page)).to_contain_text("event")
            eventually(page, lambda: page.evaluate(DRAWN))
            page.wait_for_load_state("networkidle")
            page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert told == []


def summary(page: Page) -> Locator:
    return page.locator("event-timeline .summary")


def chart(page: Page) -> Locator:
    return page.get_by_role("application", name="Timeline")


def entries(page: Page) -> Locator:
    return page.locator("event-timeline .body > .list .entry")


def days(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("document.querySelector('event-timeline').range")
    return found


def inks(page: Page) -> dict[str, int]:
    """How many of its pixels the drawing has in each colour."""
    found: dict[str, int] = page.evaluate(
        """() => {
          const canvas = document.querySelector('event-timeline').shadowRoot.querySelector('.chart canvas');
          const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const counts = {};
          for (let at = 0; at < data.length; at += 4) {
            const key = '#' + [...data.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('');
            counts[key] = (counts[key] ?? 0) + 1;
          }
          return counts;
        }"""
    )
    return found


def eventually(page: Page, is_so: Callable[[], bool]) -> None:
    """Fails when something is not so even after the patience of all tests in a browser."""
    until = time.monotonic() + PATIENCE / 1000
    while not is_so():
        assert time.monotonic() < until
        page.wait_for_timeout(30)


def drawn(page: Page) -> None:
    """Until what has changed is on the canvas: it is drawn before the next frame, and this waits for the one after."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def place_of(page: Page, headline: str) -> tuple[float, float]:
    """Where an event is drawn: the middle of the ring around it while its entry in the list is pointed at."""
    entries(page).filter(has_text=headline).hover()
    drawn(page)
    found: list[float] = page.evaluate(
        """() => {
          const canvas = document.querySelector('event-timeline').shadowRoot.querySelector('.chart canvas');
          const {data, width} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const ring = [];
          for (let at = 0; at < data.length; at += 4) {
            const isAccent = data[at] === 0x1d && data[at + 1] === 0x4a && data[at + 2] === 0x73;
            if (isAccent) ring.push([(at / 4) % width, Math.floor(at / 4 / width)]);
          }
          const middle = (side) => (Math.min(...ring.map((one) => one[side])) + Math.max(...ring.map((one) => one[side]))) / 2;
          return [middle(0), middle(1)];
        }"""
    )
    box = page.locator("event-timeline .chart canvas").bounding_box()
    assert box
    return box["x"] + found[0], box["y"] + found[1]


# --- what is drawn


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


# --- how it moves


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


# --- by keyboard


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


# --- for everybody


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


def test_it_follows_what_changes(opened: Opener, tmp_path: Path) -> None:
    with served(made(tmp_path / "live.db"), fill) as at:
        page = opened(at=at)
        expect(summary(page)).to_contain_text("8 events")
        with page.expect_response("**/v1/stream*"):
            page.evaluate("document.querySelector('event-timeline').setAttribute('live', '')")
        told = making.statement(date="2025-10-20", text="An attack in the hills.")
        with open_store(f"sqlite:///{tmp_path / 'live.db'}") as store:
            record(store, making.document(told.sentence), [told])
        expect(summary(page)).to_contain_text("9 events")
        page.evaluate("document.querySelector('event-timeline').remove()")  # and lets the connection go


def test_years_before_the_first_and_after_the_9999th_are_drawn(opened: Opener, tmp_path: Path) -> None:
    def far(store: Store) -> None:
        for date in ("-0043-03-15", "Y12025", "2025-10-20", "-9999"):
            told = making.statement(date=date, text=f"An attack, {date}.")
            record(store, making.document(told.sentence), [told])

    with served(made(tmp_path / "far.db"), far) as at:
        page = opened("lang=en-US", at=at)
        dates = entries(page).locator(".date")
        expect(dates).to_have_text(["10000 BC", "March 15, 44 BC", "October 20, 2025", "12025"])
        page.evaluate("document.querySelector('event-timeline').show('-0044', '-0042')")
        expect(dates).to_have_text(["March 15, 44 BC"])
        assert days(page)["from"].startswith("-004")
        page.get_by_role("button", name="Show everything").click()
        expect(dates).to_have_count(4)


# --- on pages of others


@pytest.fixture
def host(address: str, tmp_path: Path) -> Iterator[str]:
    """The example page of the documentation, on an origin of its own."""
    html = EXAMPLE.read_text(encoding="utf-8").replace("http://127.0.0.1:8000", address)
    html = html.replace("http%3A%2F%2F127.0.0.1%3A8000", address.replace(":", "%3A").replace("/", "%2F"))
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    handler = functools.partial(QuietHandler, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    with running(server):
        yield f"http://localhost:{server.server_port}/"


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: the tests' output is theirs."""


GROWN = re.compile(r"height: [4-9]\d\dpx|height: 1\d\d\dpx")


def test_a_frame_that_is_ready_before_the_page_listens_gets_its_height(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport=DESKTOP, locale="en-GB")
    page, held = context.new_page(), list[Route]()
    page.route("**/event-timeline-frame.js", lambda route: held.append(route))
    page.goto(host, wait_until="commit")
    expect(page.frame_locator("#frame").locator("event-timeline .list .entry")).to_have_count(3)
    page.wait_for_timeout(1000)  # until its height has been what it is for long
    assert page.locator("#frame").get_attribute("style") is None
    held[0].continue_()
    expect(page.locator("#frame")).to_have_attribute("style", GROWN)
    context.close()


def test_a_page_of_another_origin_embeds_it_in_three_ways(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport=DESKTOP, locale="en-GB")
    page = context.new_page()
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "console",
        lambda message: (
            told.append(message.text) if message.type == "error" and "favicon" not in message.location["url"] else None
        ),
    )
    page.goto(host)
    framed = page.frame_locator("#frame")
    expect(framed.locator("event-timeline .summary")).to_contain_text("3 events")
    expect(page.locator("#frame")).to_have_attribute("style", GROWN)
    component = page.locator("#component")
    expect(component.locator(".summary")).to_contain_text("3 events")
    component.locator(".list .entry").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chosen")).to_have_text(RAID)
    linked = page.frame_locator("#link iframe")
    expect(linked.locator("event-timeline .summary")).to_contain_text("3 events")
    assert context.cookies() == []
    take(page, "embedded")
    context.close()
    assert told == []


def test_the_snippets_it_gives_work_on_another_page(
    opened: Opener, browser: Browser, host: str, tmp_path: Path
) -> None:
    page = opened("actor=Pakistan&lanes=actor")
    page.get_by_role("button", name="Embed").click()
    frame, component, link = (
        page.get_by_label(name, exact=True).input_value() for name in ("As a frame", "As a component", "As a link")
    )
    assert link in frame.replace("&amp;", "&")
    (tmp_path / "pasted.html").write_text(f"<!doctype html><meta charset=utf-8>{frame}\n{component}", encoding="utf-8")
    context = browser.new_context(viewport=DESKTOP)
    other = context.new_page()
    other.goto(f"{host}pasted.html")
    expect(other.frame_locator("iframe").locator("event-timeline .summary")).to_contain_text("3 events")
    expect(other.locator("event-timeline .summary")).to_contain_text("3 events")
    context.close()
    page.get_by_label("Only the time in view").check()
    assert "from=2025-" in page.get_by_label("As a link", exact=True).input_value()
