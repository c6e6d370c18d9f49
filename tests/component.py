"""<event-timeline> in a real Chromium: served, opened, and what is seen of it."""

import functools
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socketserver import BaseServer
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from werkzeug.serving import make_server

from tests.browsing import DESKTOP, PATIENCE
from tests.chronicle import serving
from timeline.store.database import Store, open_store

RAID = "Raid on a frontier post"


@contextmanager
def served(url: str, write: Callable[[Store], object] | None = None) -> Iterator[str]:
    """The address of the application over a database, as it is or with what `write` fills it with."""
    if write:
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


@contextmanager
def opening(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens the framed page with a query; what the console says against any of them fails the test.

    The pages close before the server does: what a page still fetches then would be told as an error.
    """
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
    assert not told, told  # this module's assertions are not rewritten to tell it
