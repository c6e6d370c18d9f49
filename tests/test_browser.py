"""The pages in a real Chromium: without JavaScript, by keyboard, on narrow screens, and as axe-core judges them."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import DESKTOP, PHONE, take, wrongs

pytestmark = pytest.mark.browser

PATHS = [
    "/", "/?status=alleged&from=2025", "/?from=blah", "/?to=1850", "/events/none", "event", "document", "/actors", "actor", "/read",
    "/compare?earlier=2025-10-28&later=2025-10-29",
    "/login", "/docs",
]  # fmt: skip


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page as a visitor without JavaScript has it."""
    context = browser.new_context(base_url=address, viewport=DESKTOP, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_search_works_without_javascript(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=3)).to_have_count(8)
    page.get_by_label("Who", exact=True).fill("Pakistan")
    page.get_by_label("From", exact=True).fill("11 October 2025")
    page.get_by_label("To", exact=True).fill("11 October 2025")
    page.get_by_label("How firmly told").select_option("alleged")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=3)).to_have_text(["Pakistan bombs villages"])
    assert parse_qs(urlsplit(page.url).query)["from"] == ["11 October 2025"]
    expect(page.get_by_text("alleged by Taliban")).to_be_visible()
    expect(page.get_by_label("From", exact=True)).to_have_value("11 October 2025")
    page.get_by_role("link", name="Clear all filters").click()
    expect(page.get_by_role("heading", level=3)).to_have_count(8)


def test_an_entry_leads_to_its_evidence_and_its_text(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Raid on a frontier post").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Raid on a frontier post")
    expect(page.locator("mark.trigger")).to_have_text("raid")
    page.get_by_role("link", name="Frontier Gazette").click()
    expect(page.locator(".body")).to_contain_text("Elders quarrelled.")
    page.locator(".body").get_by_role("link", name="met").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Envoys meet in Doha")


def test_pages_are_turned(page: Page) -> None:
    page.goto("/?limit=5")
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_role("heading", level=3)).to_have_text(
        ["Dock workers walk out", "Bridge falls", "Elders quarrel"]
    )
    page.get_by_role("link", name="First page").click()
    expect(page.get_by_role("heading", level=3).first).to_have_text("Raid on a frontier post")


def test_the_search_can_be_done_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_label("Who", exact=True)).to_be_focused()
    page.keyboard.type("Qatar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=3)).to_have_text(["Second meeting in Istanbul"])


def test_where_the_keyboard_is_can_be_seen(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Who", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Where", exact=True)).to_have_css("outline-style", "solid")
    expect(page.get_by_label("Where", exact=True)).to_have_css("outline-width", "3px")


def test_a_bad_date_is_told_at_its_field(page: Page) -> None:
    page.goto("/?from=blah")
    expect(page.get_by_role("alert")).to_contain_text("'blah' is no date that can be read")
    field = page.get_by_label("From", exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("blah"))


def test_on_a_phone_the_form_is_folded_until_it_is_wanted(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_text("8 events", exact=True)).to_be_in_viewport()
    expect(page.get_by_label("Who", exact=True)).to_be_hidden()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Who", exact=True).fill("Iran")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("Who", exact=True)).to_have_value("Iran")
    expect(page.get_by_label("Who", exact=True)).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "path", ["/", "/docs", "document", "event", "/actors", "actor", "/read", "/compare?earlier=2025-10-28"]
)
def test_nothing_overflows_a_narrow_screen(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE)
    page = context.new_page()
    go(page, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


def test_the_policy_lets_all_of_the_page_load(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto("/")
    expect(page.locator(".entry").first).to_have_css("display", "grid")
    assert told == []
    context.close()


LOOKS = {  # every page in two looks that share neither colours nor layout, the first in all four
    "light desktop": ("light", DESKTOP, PATHS),
    "dark phone": ("dark", PHONE, PATHS),
    "dark desktop": ("dark", DESKTOP, ["/"]),
    "light phone": ("light", PHONE, ["/"]),
}


@pytest.mark.parametrize(("scheme", "size", "paths"), LOOKS.values(), ids=LOOKS)
def test_axe_finds_nothing_wrong(
    browser: Browser, address: str, scheme: str, size: dict[str, int], paths: list[str]
) -> None:
    context = browser.new_context(base_url=address, viewport=size, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    wrong = {}
    for path in paths:
        go(page, path)
        if path == "/docs":
            page.evaluate(SHORTEN)
        if found := wrongs(page):
            wrong[path] = found
        take(page, f"{path.strip('/?').partition('?')[0] or 'home'}-{scheme}-{size['width']}")
    context.close()
    assert wrong == {}


SHORTEN = """() => document.querySelectorAll(
  '.operation:nth-of-type(n+9), section > h3:nth-of-type(n+9), section > .wide:nth-of-type(n+9)'
).forEach((each) => each.remove())"""


def test_axe_finds_nothing_wrong_in_all_of_the_reference(browser: Browser, address: str) -> None:
    """But for contrast: its sections repeat each other, and the first of each kind are looked at above."""
    context = browser.new_context(base_url=address, viewport=DESKTOP, bypass_csp=True)
    page = context.new_page()
    go(page, "/docs")
    assert page.locator(".operation").count() > 30
    assert wrongs(page, is_contrast_told=False) is None
    context.close()


def go(page: Page, path: str) -> None:
    """To a path, or to the page of an 'event', an 'actor' or a 'document', and until it is loaded."""
    if path in ("event", "document"):
        page.goto("/?q=truce")
        page.get_by_role("heading", level=3).get_by_role("link").click()
        page.wait_for_url("**/events/*")
    if path == "actor":
        page.goto("/actors?q=Pakistan")
        page.get_by_role("link", name="Pakistan", exact=True).click()
        page.wait_for_url("**/actors/*")
    if path == "document":
        page.get_by_role("link", name="Frontier Gazette").click()
        page.wait_for_url("**/documents/*")
    if path.startswith("/"):
        page.goto(path)


@pytest.fixture
def scripted(browser: Browser, address: str) -> Iterator[Page]:
    """A page as a visitor with JavaScript has it; whatever the console says against it fails the test."""
    context = browser.new_context(base_url=address, viewport=DESKTOP)
    page, told = context.new_page(), []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    context.close()
    assert told == []


def test_names_are_offered_while_typing(scripted: Page) -> None:
    scripted.goto("/")
    field = scripted.get_by_label("Who", exact=True)
    field.press_sequentially("qat")
    offered = scripted.locator(".f-actor").get_by_role("option")
    expect(offered).to_have_text(["Qatar state · QA · 1 event"])
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value("Qatar")
    expect(offered).to_have_count(0)
    field.press("Enter")
    expect(scripted.get_by_role("heading", level=3)).to_have_text(["Second meeting in Istanbul"])


def test_the_map_shows_the_places_and_leads_to_their_events(scripted: Page) -> None:
    scripted.goto("/")
    scripted.get_by_text("Map", exact=True).click()
    circles = scripted.locator(".globe path.leaflet-interactive")
    expect(circles).to_have_count(2)
    circles.first.click(force=True)
    scripted.locator(".leaflet-popup a[href*=place]").click()
    expect(scripted.get_by_role("heading", level=3)).to_have_count(1)


def test_a_text_is_read_while_it_is_typed(scripted: Page) -> None:
    scripted.goto("/read")
    scripted.get_by_label("Text", exact=True).fill("Police in Bergen arrested three men on 2 March 2024.")
    expect(scripted.get_by_role("heading", name="1 happening, 1 time")).to_be_visible()
    scripted.locator("a.read").first.focus()
    note = scripted.locator("a.read").first.evaluate("element => getComputedStyle(element, '::after').content")
    assert "coerce, asserted" in note


def test_a_text_that_cannot_be_read_just_now_is_told(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=DESKTOP)
    page = context.new_page()
    page.goto("/read")
    page.route("**/read", lambda route: route.abort())
    page.get_by_label("Text", exact=True).fill("Police in Bergen arrested three men.")
    expect(page.get_by_role("alert")).to_have_text("The text could not be read just now. Try again in a moment.")
    page.unroute("**/read")
    page.get_by_label("Text", exact=True).fill("Police in Bergen arrested five men.")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.route("**/read", lambda route: route.fulfill(status=503, json={"status": 503}))
    page.get_by_label("Text", exact=True).fill("Police in Bergen arrested four men.")
    expect(page.get_by_role("alert")).to_have_count(1)
    context.close()


def test_the_day_of_the_example_goes_with_its_text(scripted: Page) -> None:
    scripted.goto("/read")
    scripted.get_by_label("Text", exact=True).fill("Police in Bergen arrested three men on Saturday.")
    expect(scripted.locator("#found")).to_contain_text("Day of publication unknown")
    expect(scripted.get_by_label("Published on")).to_have_value("")


def test_the_timeline_is_drawn_and_what_is_in_view_can_be_listed(scripted: Page) -> None:
    scripted.goto("/?status=alleged")
    expect(scripted.locator("event-timeline canvas").first).to_be_visible()
    link = scripted.get_by_role("link", name="List only the days in view")
    link.click()
    scripted.wait_for_url("**to=*")
    asked = parse_qs(urlsplit(scripted.url).query)
    assert asked["status"] == ["alleged"]
    assert {"from", "to"} <= set(asked)
    expect(scripted.get_by_role("heading", level=3)).to_have_text(["Pakistan bombs villages"])
