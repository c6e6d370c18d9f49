"""Quantities: the numbers that matter of a mention (killed, injured, arrested, displaced, magnitude, money), with low and high."""

import re
from collections.abc import Iterator
from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import Quantity
from timeline.parser.mention import Mention
from timeline.parser.tree import Tree

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen".split()
)
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000}
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?$")
MONEY = re.compile(
    r"^(?:US|A|C|HK)?[$£€¥]$|^(?:dollars?|euros?|pounds?|yen|yuan|rupees?|usd|eur|gbp|roubles?|rubles?)$", re.I
)
AT_LEAST, AT_MOST = (
    frozenset({"least", "over", "than", "minimum"}),
    frozenset({"most", "under", "nearly", "almost", "up"}),
)


@cache
def counted() -> dict[str, tuple[str, str]]:
    """Trigger lemma to what its number counts, and the unit."""
    return {word: (row["what"], row["unit"]) for row in rows("quantities") for word in row.words("words")}


def find_quantities(mention: Mention) -> tuple[Quantity, ...]:
    """The mention's numbers, in text order."""
    harms = (mention, *mention.consequences)
    return (*(quantity for harm in harms for quantity in _counts(harm)), *_magnitudes(mention), *_money(mention))


def number_value(words: list[str]) -> float | None:
    """'1,200' -> 1200, 'twenty five' -> 25, 'two million' -> 2000000, 'dozens' -> 24 (its least); None for no number."""
    total, current, seen = 0.0, 0.0, False
    for word in (part for text in words for part in text.lower().replace("-", " ").split()):
        if DIGITS.match(word):
            current += float(word.replace(",", ""))
        elif word in SMALL:
            current += SMALL.index(word)
        elif word in TENS:
            current += TENS[word]
        elif word in SCALES:
            scaled = (current or 1) * SCALES[word]
            total, current = (total, scaled) if word == "hundred" else (total + scaled, 0.0)
        elif word in VAGUE:
            current += VAGUE[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif word != "and":
            return None
        seen = True
    return total + current if seen else None


def _counts(mention: Mention) -> Iterator[Quantity]:
    what, unit = counted().get(mention.lemma, ("", ""))
    if not what:
        return
    slots = ("object", "of") if mention.slots.get("object") or mention.slots.get("of") else ("subject",)
    for slot in slots:
        for head in mention.slots.get(slot, []):
            if (found := _number(mention.tree, head)) is not None:
                yield _quantity(mention.tree, what, unit, *found)


def _number(tree: Tree, head: int) -> tuple[float, list[int]] | None:
    """The number of a noun ('12 people', 'dozens of people', 'at least nine'), with its tokens."""
    own = [head] if tree[head].tag == "CD" or tree[head].text.lower() in VAGUE else []
    tokens = own or tree.below(head, "nummod")
    words = sorted(
        index for token in tokens for index in tree.subtree(token) if tree[index].tag == "CD" or index in own
    )
    value = number_value([tree[index].text for index in words])
    return (value, sorted({*words, *([] if own else [head])})) if value is not None else None


def _quantity(tree: Tree, what: str, unit: str, value: float, tokens: list[int]) -> Quantity:
    before = {tree[index].text.lower() for index in range(max(0, tokens[0] - 3), tokens[0])}
    low = 0.0 if before & AT_MOST else value
    is_open = bool(before & AT_LEAST) or tree[tokens[0]].text.lower() in VAGUE
    return Quantity(what, value, low, None if is_open else value, unit, tree.words(tokens))


def _magnitudes(mention: Mention) -> Iterator[Quantity]:
    tree = mention.tree
    if mention.row.type != "disaster":
        return
    for index in tree.subtree(mention.top):
        if tree[index].text.lower() == "magnitude":
            near = [i for i in range(max(0, index - 3), min(len(tree), index + 4)) if DIGITS.match(tree[i].text)]
            if near:
                value = float(tree[near[0]].text.replace(",", ""))
                yield Quantity(
                    "magnitude", value, value, value, "moment magnitude", tree.words(sorted([index, near[0]]))
                )


def _beside(tree: Tree, index: int, step: int) -> list[int]:
    """The numbers in a row right before (-1) or after (1) a sign or word of money."""
    found: list[int] = []
    current = index + step
    while 0 <= current < len(tree) and tree[current].tag == "CD":
        found.append(current)
        current += step
    return sorted(found)


def _money(mention: Mention) -> Iterator[Quantity]:
    tree = mention.tree
    if mention.row.type not in {"business", "aid", "cooperate", "legal", "crime"}:
        return
    for index in tree.subtree(mention.top):
        if MONEY.match(tree[index].text) and tree.clause(index) == tree.clause(mention.top):
            digits = _beside(tree, index, -1) or _beside(tree, index, 1)
            value = number_value([tree[i].text for i in digits])
            if value is not None:
                tokens = sorted([index, *digits])
                yield Quantity("money", value, value, value, tree[index].text, tree.words(tokens))
                return
