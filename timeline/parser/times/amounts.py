"""How much: words for numbers, and lengths of time as TIMEX3 durations ('P2W', 'PT5H30M', 'PXY' for an unknown number)."""

from timeline.parser.times.vocabulary import vocabulary

CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "fortnight": "{}W",
    "weekend": "{}WE", "month": "{}M", "quarter": "{}Q", "year": "{}Y", "decade": "{}Y", "century": "{}Y",
    "millennium": "{}Y", "season": "{}S",
}  # fmt: skip
TIMES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
VAGUE_CODES = {"decade": "{}DE", "century": "{}CE", "millennium": "{}ML"}
SMALLER = {"minute": ("second", 60), "hour": ("minute", 60), "day": ("hour", 24), "week": ("day", 7), "year": ("month", 12),
           "month": ("day", 30), "decade": ("year", 10), "century": ("year", 100)}  # fmt: skip
VAGUE = {"few", "several", "many", "some", "number", "dozens", "scores", "hundreds", "thousands", "countless", "various",
         "tens"}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


def number(words: tuple[str, ...]) -> float | None:
    """The number that words say: ('twenty', '-', 'five') is 25.0; None for 'several' and its like."""
    if VAGUE & set(words):
        return None
    if "half" in words:
        return 0.5 if "and" not in words else (number(words[: words.index("and")]) or 1) + 0.5
    total, current = 0.0, 0.0
    for word in words:
        value = _word_number(word)
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            total, current = (total + current, 0.0) if word != "hundred" else (total, current)
        elif value is not None:
            current += value
        elif word == "dozen":
            current = (current or 1) * 12
    return total + current or 1.0


def _word_number(word: str) -> float | None:
    if word in ("couple", "pair"):
        return 2
    if word in SCALES or word == "dozen":
        return None
    if "/" in word:
        above, _, below = word.partition("/")
        return int(above) / int(below) if int(below) else None
    if word[0].isdigit():
        return float(word.replace(",", "").rstrip("stndrh"))
    known = vocabulary().value("numberword", word)
    return None if known is None else float(known)


def unit(word: str) -> str:
    """'weeks' is 'week'."""
    return vocabulary().value("unit", word) or vocabulary().value("one", word) or word.removesuffix("s")


def duration(count: float | None, name: str) -> str:
    """TIMEX3 of so many units; halves are told in the next smaller unit."""
    return "P" + duration_part(count, name)


def duration_part(count: float | None, name: str) -> str:
    """The same without the 'P'."""
    if count is None:
        return VAGUE_CODES.get(name, CODES[name]).format("X")
    whole, rest = divmod(count * TIMES.get(name, 1), 1)
    base = {"fortnight": "week", "decade": "year", "century": "year", "millennium": "year"}.get(name, name)
    text = CODES[name].format(int(whole)) if whole or not rest else ""
    if rest and base not in SMALLER:
        return CODES[name].format(f"{count * TIMES.get(name, 1):g}")
    if rest and base in SMALLER:
        smaller, size = SMALLER[base]
        text = _joined(text, CODES[smaller].format(round(rest * size)))
    return text


def _joined(first: str, second: str) -> str:
    return first + (second.removeprefix("T") if "T" in first else second)


def joined_duration(first: str, second: str) -> str:
    """'P2Y' and 'P3M' make 'P2Y3M'."""
    return _joined(first, second.removeprefix("P"))


def ordinal(words: tuple[str, ...]) -> int | None:
    """('twenty', '-', 'first') is 21, ('3rd',) is 3."""
    total = 0
    for word in words:
        if word[0].isdigit():
            return int(word[:-2]) if word[-1].isalpha() else int(word)
        for name in ("ordinalword", "numberword"):
            if value := vocabulary().value(name, word):
                total += int(value)
                break
    return total or None
