"""Reasons: why a date has the bounds it has, in words: what an event came after or before, and what says so."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.errors import EdtfError
from timeline.model.words import date_words

Shape = Mapping[str, Any]

REASON = re.compile(r"(?P<word>after|before|during) (?P<what>.+?)(?: \((?P<span>[^()]*)\))?: (?P<because>.+)")
PUBLISHED = re.compile(r"published (\d{4}-\d\d-\d\d)")
NEWS = re.compile(r"told after the news of (\d{4}-\d\d-\d\d)")
CAME = {"after": "it came after", "before": "it came before", "during": "it happened during"}
SHORT = 80  # characters of what an event is called here
# Sieves whose reason is what is generally so, not words of a text.
GENERAL = ("script", "course", "hindsight", "life", "news")


def reason(because: str, links: Sequence[Shape]) -> str:
    """'it came after “Ceasefire” of 18 to 19 October 2025 (“followed by”)'."""
    if published := PUBLISHED.fullmatch(because):
        return f"it was reported on {date_words(published[1])}"
    if news := NEWS.fullmatch(because):
        return f"it is told after the news, which is of {date_words(news[1])}"
    known = REASON.fullmatch(because)
    if known is not None:
        span = f" of {span_words(known['span'])}" if known["span"] else ""
        return f"{CAME[known['word']]} “{short(known['what'])}”{span}{why(known['because'], links)}"
    link = next((link for link in links if link["because"] == because and link["relation"] in CAME), None)
    if link is not None:
        return f"{CAME[link['relation']]} “{short(link['event']['headline'])}”{why(because, links)}"
    return f"“{because}” tells so"


def why(because: str, links: Sequence[Shape]) -> str:
    """The reason in brackets, in quotes where it is in the words of a text."""
    sieves = {link["sieve"] for link in links if link["because"] == because}
    return (
        f" (as a rule, {because})"
        if sieves & set(GENERAL)
        else f" (by the word{'s' if ' ' in because else ''} “{because}”)"
    )


def span_words(span: str) -> str:
    """The words for an EDTF text; one outside our subset stands as it is."""
    try:
        return date_words(span)
    except EdtfError:
        return span


def short(text: str) -> str:
    """At most so many characters, cut at a word."""
    return text if len(text) <= SHORT else text[: SHORT - 1].rsplit(" ", 1)[0] + "…"
