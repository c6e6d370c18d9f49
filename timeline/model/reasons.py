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
# Reasons that are neither: how the texts tell the two, in words that fit from both sides.
PLAIN = {
    "it is told next": "the text tells one right after the other",
    "told in this order": "the text tells them in this order",
    "a denial comes after what it denies": "a denial comes after what it denies",
    "what it was for was before": "the one was over the other",
    "what was turned down was before": "what is turned down was asked for or offered before",
    "done to it before": "both were done to the same, as the text tells it one before the other",
    "in one go": "the text tells them as done in one go",
    "one deed": "the text tells both of one deed",
    "what made it is of its time": "the one made the other",
    "what it did is of its time": "the one did the other",
    "said or done there": "the one was said or done at the other",
}


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
    return f" ({ground(because, [link['sieve'] for link in links if link['because'] == because])})"


def ground(because: str, sieves: Sequence[str]) -> str:
    """'by the words “followed by”', 'as a rule, aid follows the disaster', 'the text tells one right after the other'."""
    if because in PLAIN:
        return PLAIN[because]
    is_general = not set(GENERAL).isdisjoint(sieves)
    return f"as a rule, {because}" if is_general else f"by the word{'s' if ' ' in because else ''} “{because}”"


def span_words(span: str) -> str:
    """The words for an EDTF text; one outside our subset stands as it is."""
    try:
        return date_words(span)
    except EdtfError:
        return span


def short(text: str) -> str:
    """At most so many characters, cut at a word."""
    return text if len(text) <= SHORT else text[: SHORT - 1].rsplit(" ", 1)[0] + "…"
