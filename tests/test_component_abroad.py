"""<event-timeline> on pages of others: embedded from another origin, with its height and its snippets."""

import functools
import re
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browsing import DESKTOP, take
from tests.component import RAID, Opener, running

pytestmark = pytest.mark.browser
EXAMPLE = Path(__file__).parent.parent / "docs" / "embedding-example.html"


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
