"""First render and frames of our timeline beside vis-timeline and TimelineJS3, in one Chromium, on the same made-up events.

./run.sh bench front-end/measure [COUNT …] (1000 5000 20000 100000): needs Chromium, and `npm ci` in benchmarks/front-end.
"""

import functools
import json
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

from benchmarks import crowd
from tests.browsing import chromium
from tests.serving import gunicorn
from timeline.store.database import Store, open_store, rows
from timeline.store.migrate import upgrade
from timeline.store.tables import Event

HERE = Path(__file__).parent
COUNTS = (1_000, 5_000, 20_000, 100_000)
PATIENCE = 60  # seconds until nothing has been drawn
STEPS = 60  # frames of each movement
SIZE = {"width": 1280, "height": 900}

OURS = """() => {
  const canvas = document.querySelector('event-timeline').shadowRoot.querySelector('.chart canvas');
  const box = canvas.getBoundingClientRect();
  const here = {clientX: box.x + box.width / 2, clientY: box.y + 90, bubbles: true, cancelable: true};
  const wheel = (more) => canvas.dispatchEvent(new WheelEvent('wheel', {...here, ...more}));
  window.step = {
    pan: (share) => wheel({deltaX: box.width * share}),
    zoom: (factor) => wheel({ctrlKey: true, deltaY: -Math.log(factor) / 0.0022 / 4}),
  };
}"""
MOVE = """async ([steps, patience]) => {
  const frames = [];
  const began = performance.now();
  const run = async (move) => {
    for (let at = 0; at < steps && performance.now() - began < patience; at += 1) {
      const start = performance.now();
      move();
      await new Promise(requestAnimationFrame);
      frames.push(performance.now() - start);
    }
  };
  await run(() => step.zoom(1.06));
  await run(() => step.pan(0.01));
  await run(() => step.zoom(1 / 1.06));
  return frames;
}"""


def main(counts: list[int]) -> None:
    print("| events | timeline | first render, s | frame, median ms | 95th ms |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for count in counts:
            measure(browser, Path(folder), count)


def measure(browser: Browser, folder: Path, count: int) -> None:
    """One line for each timeline."""
    url = f"sqlite:///{folder / str(count)}.db"
    with open_store(url, must_be_current=False) as store:
        upgrade(store)
        crowd.fill(store, count)
        write_data(store, folder / "data" / f"{count}.json")
    with gunicorn(url, folder / "gunicorn.log") as ours, static(folder) as others:
        tell(count, "this", *run(browser, f"{ours}/embed", mark="event-timeline-drawn", prepare=OURS))
        tell(count, "vis-timeline 8.5.4", *run(browser, f"{others}/vis.html#{count}"))
        tell(count, "TimelineJS3 3.9.11", *run(browser, f"{others}/timelinejs.html#{count}"))


def write_data(store: Store, path: Path) -> None:
    """The dated events as plain rows: an open side is taken as the known one, as the others know no such thing."""
    shapes = (json.loads(shape) for (shape,) in rows(Event.select(Event.shape), store.database))
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps([row for shape in shapes if (row := _row(shape))]), encoding="utf-8")


def _row(event: dict[str, Any]) -> dict[str, str] | None:
    first, last = event["when"]["earliest"], event["when"]["latest"]
    if first is None and last is None:
        return None
    return {
        "id": event["id"],
        "headline": event["headline"],
        "type": event["type"],
        "start": first or last,
        "end": last or first,
    }


@contextmanager
def static(folder: Path) -> Iterator[str]:
    """The pages of this folder, and the data."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Pages(SimpleHTTPRequestHandler):
    """Files of this folder, and of another one under /data/."""

    def __init__(self, data: Path, *arguments: Any) -> None:
        self.data = data
        super().__init__(*arguments, directory=str(HERE))

    def translate_path(self, path: str) -> str:
        return str(self.data / path.lstrip("/")) if path.startswith("/data/") else super().translate_path(path)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def run(
    browser: Browser, address: str, *, mark: str = "drawn", prepare: str = "() => {}"
) -> tuple[float | None, list[float]]:
    """Seconds to the first render (None when there was none), and the lengths of frames in milliseconds."""
    context = browser.new_context(viewport=SIZE, bypass_csp=True)  # the policy of ours lets nothing be evaluated
    page = context.new_page()
    try:
        page.goto(address, wait_until="commit")
        first = waited(page, mark)
        if first is None:
            return None, []
        page.wait_for_timeout(2_000)
        page.evaluate(prepare)
        return first, page.evaluate(MOVE, [STEPS, PATIENCE * 1000])
    except Error as error:
        print(f"<!-- {address}: {error} -->", file=sys.stderr)
        return None, []
    finally:
        context.close()


def waited(page: Page, mark: str) -> float | None:
    """Seconds to the mark; None when it takes longer than PATIENCE, also for a page that is too busy to be asked."""
    try:
        page.wait_for_function("mark => performance.getEntriesByName(mark).length", arg=mark, timeout=PATIENCE * 1000)
    except Error:
        return None
    return float(page.evaluate("mark => performance.getEntriesByName(mark)[0].startTime", mark)) / 1000


def tell(count: int, name: str, first: float | None, frames: list[float]) -> None:
    shown = f"{first:.2f}" if first is not None else f"none in {PATIENCE}"
    ordered = sorted(frames)
    middle, slow = (
        (f"{statistics.median(ordered):.0f}", f"{ordered[int(len(ordered) * 0.95)]:.0f}") if ordered else ("–", "–")
    )
    print(f"| {count:,} | {name} | {shown} | {middle} | {slow} |", flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or list(COUNTS))
