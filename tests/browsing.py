"""A real Chromium for the tests that need one, and what they do with it."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

# The first is the same engine without the window of a browser, which takes a second of the processor for each page.
NAMES = ("chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
MISSING = "no Chromium found: the browser tests did not run"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
PATIENCE = 90_000  # milliseconds until what is expected must be there, on a machine that has other things to do
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
        expect.set_options(timeout=PATIENCE)
        yield opened
        opened.close()


def wrongs(page: Page, *, is_contrast_told: bool = True) -> str | None:
    """What axe finds wrong with a page, None for nothing; contrast is most of the work where there is much text."""
    options = {
        "runOnly": RULES,
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": is_contrast_told}},
    }
    found = Axe().run(page, options=options).response["violations"]
    told = [f"{each['id']}: {each['help']}\n  " + "\n  ".join(node["html"] for node in each["nodes"]) for each in found]
    return "\n".join(told) or None


def take(page: Page, name: str) -> None:
    """A screenshot, when SCREENSHOTS names a folder for them."""
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{re.sub('[^a-z0-9-]+', '-', name)}.png", full_page=True)
