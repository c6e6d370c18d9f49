"""Letters: what the pipeline sees of a block, and where each letter of it stands in the body: white space squeezed, a word that
a line breaks in two whole again, no tags, entities, links, stars or pictures ('<b>', '&amp;', '[words](address)', '**'), no code
that a firm's shares have at an exchange ('(NYSE: ABC)', 'ABC.N')."""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from timeline.intake.capitals import IN_CAPITALS, in_small_letters
from timeline.model.document import Block

# What the pipeline is told of a block, and for each of its letters the offset in the body.
Seen = tuple[str, Sequence[int]]

LOOSE = re.compile(r"\A\s|\s\s|[^\S ]")  # white space that is squeezed
BROKEN = re.compile(r"(?P<first>[^\W\d_]+)-[^\S\n]*\n\s*(?P<second>[a-z][^\W\d_]*)")
PICTURES = "\u203c\u2049\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200b-\u200d\u00ad\ufeff"
TAGS = (
    "abbr|article|blockquote|br|code|div|em|figcaption|figure|font"
    "|hr|h[1-6]|img|li|ol|section|small|span|strong|sub|sup|table|td|th|tr|ul|[abipsu]"
)
EXCHANGES = (
    "NYSE|NASDAQ|Nasdaq|AMEX|OTC|OTCQ[BX]|TSXV?|CSE|CVE|LON|LSE|AIM|ASX|NZX|JSE|HKEX|HKG|SEHK|SGX|NSE|BSE|TYO|TSE|ETR|FRA|EPA"
    "|XETRA|SWX|BME"
)
AT_REUTERS = (
    "N|O|A|K|P|L|DE|PA|MI|MC|AS|BR|S|SW|VX|T|HK|SS|SZ|KS|KQ|TW|NS|BO|AX|NZ|TO|V|MX|SA|BA|SN|JO|ST|HE|CO|OL|VI|AT|IS|TA|SI|KL|BK|JK"
    "|LS|PR|WA|BU|MM"
)
SYMBOL = r"[A-Z0-9.-]{1,8}"
CODE = (
    rf" ?[(\[](?:{EXCHANGES})[A-Za-z ]{{0,12}}: ?{SYMBOL}(?:[,;] ?(?:(?:{EXCHANGES}): ?)?{SYMBOL}){{0,3}}[)\]]"
    rf"|(?<=\w\w) [(<]?[A-Z0-9]{{2,11}}[a-z]?\.(?:{AT_REUTERS})[)>]?(?![\w.])"
)
MARKUP = re.compile(
    rf"(?P<code>{CODE})|"
    rf"(?P<picture>[{PICTURES}]+)"
    rf"|(?P<tag></?(?:{TAGS})(?:\s[^<>]*)?/?>|<!--.*?-->)"
    r"|(?P<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d?);)"
    r"|!?\[(?P<link>[^\[\]\n]{1,300})\]\((?:[^()\s]|\([^()\s]*\)){1,400}(?:\s\"[^\"]*\")?\)"
    r"|(?P<trail>(?:\s+(?:[#@]\w+|https?://\S+)){2,}\s*\Z|(?<=[.!?…])\s+[#@]\w+\s*\Z)"
    r"|(?P<address>\(?https?://[^\s()<>]+\)?)"
    r"|(?<![\w#@])(?P<topic>(?:RT )?[#@])(?=[^\W\d]\w)"
    r"|(?P<stress>(?<![\w*_])(?:\*{1,3}|_{1,3})(?=[\w\"'“‘(])|(?<=[\w.,:;!?\"'”’)])(?:\*{1,3}|_{1,3})(?![\w*_]))",
    re.DOTALL,
)
SIGNS = re.compile(rf"[<&*_#@{PICTURES}]|\]\(|://|[A-Za-z]: ?[A-Z0-9.-]+[)\]]|[A-Z0-9][A-Z0-9n]\.[A-Z]")


def seen(body: str, block: Block, words: Any, is_common: Callable[[str], bool]) -> Seen:
    """The block as the pipeline reads it. `words` are those known, `is_common` whether a word is written in small letters."""
    text = body[block.start : block.end]
    found: Seen = (text, range(block.start, block.end))
    if SIGNS.search(text):
        found = _without(text, block.start)
    if LOOSE.search(found[0]):
        found = _squeezed(*found, words)
    return (in_small_letters(found[0], is_common), found[1]) if IN_CAPITALS.search(found[0]) else found


def _without(text: str, start: int) -> Seen:
    """The text without what only says how it looks or where it leads."""
    letters: list[str] = []
    offsets: list[int] = []
    position = 0
    for found in MARKUP.finditer(text):
        pieces = [(position, text[position : found.start()]), *_left(found)]
        for place, piece in pieces:
            letters.extend(piece)
            offsets.extend(range(start + place, start + place + len(piece)))
        position = found.end()
    letters.extend(text[position:])
    offsets.extend(range(start + position, start + len(text)))
    end = len("".join(letters).rstrip())
    return "".join(letters[:end]), offsets[:end]


def _left(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """What remains of it, and where that stands."""
    if found["link"] and not found[0].startswith("!"):
        yield found.start("link"), found["link"]
    elif found["entity"]:
        sign = html.unescape(found[0])
        yield found.start(), sign[:1] if sign != found[0] else "&"
    elif found["picture"] or found["tag"]:
        yield found.start(), " " if found["picture"] or found[0][1:3] == "br" else ""


def _squeezed(text: str, places: Sequence[int], words: Any) -> Seen:
    """With white space squeezed and words that a line breaks in two made whole."""
    letters: list[str] = []
    offsets: list[int] = []
    lost = {i for broken in BROKEN.finditer(text) for i in _between(broken, words)} if "-" in text else ()
    for position, written in enumerate(text):
        if lost and position in lost:
            continue
        letter = " " if written.isspace() else written
        if letter != " " or (letters and letters[-1] != " "):
            letters.append(letter)
            offsets.append(places[position])
    return "".join(letters), offsets


def _between(broken: re.Match[str], words: Any) -> range:
    """What stands between the halves of a word: 'Feb-\\nruary'; of 'well-\\nknown' only the line's end."""
    first, second = broken["first"], broken["second"]
    is_compound = first in words and second in words and first + second not in words
    return range(broken.end("first") + is_compound, broken.start("second"))
