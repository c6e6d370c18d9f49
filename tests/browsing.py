"""A real Chromium for the tests that need one, and what they do with it."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
MISSING = "no Chromium found: the browser tests did not run"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium; skips the test without one, and fails it in continuous integration."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


def wrongs(page: Page) -> str | None:
    """What axe finds wrong with a page, None for nothing."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    told = [f"{each['id']}: {each['help']}\n  " + "\n  ".join(node["html"] for node in each["nodes"]) for each in found]
    return "\n".join(told) or None


def take(page: Page, name: str) -> None:
    """A screenshot, when SCREENSHOTS names a folder for them."""
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{re.sub('[^a-z0-9-]+', '-', name)}.png", full_page=True)
