"""Rounds: which of a series a mention is, and what that says of order."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import Relation
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.sequence import Order, Told

ORDINALS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
COUNTED = frozenset(ORDINALS)
LAST = frozenset({"last", "latest", "final", "closing"})  # after all that are counted
NEXT = frozenset({"next", "new", "fresh", "further", "another"})  # after what was told before
NEWEST = frozenset({"latest"})  # no earlier than what was told before
NOUNS = frozenset({"round", "session", "leg", "phase", "stage", "talk", "negotiation", "meeting"})
EDITIONS = frozenset({"woman", "man", "girl", "boy", "youth", "junior"})  # of a match: another one altogether
REACH = 30  # rounds back; keeps reading linear in the length of a text


def series(mention: Mention) -> str | None:
    """'2' for 'the second round of talks', 'woman' for "the women's final"; None for what is told as one of no row."""
    if number := _number(mention):
        return str(number)
    tree = mention.tree
    owners = [tree[child].lemma.lower() for child in tree.below(mention.index, "poss", "compound", "nmod")]
    return next((word for word in owners if word in EDITIONS), None) if mention.row.type == "sport" else None


def by_series(told: Sequence[Told]) -> Iterator[Order]:
    """'The second round' is after the first, 'the last' after all that are counted, 'a new' one after the round told before, 'the
    latest' no earlier than that.

    Right in 1 of 1.
    """
    rounds: list[int] = []
    for number, one in enumerate(told):
        for other in rounds[-REACH:]:
            if found := _relation(one.mention, told[other].mention):
                relation, words = found
                yield Order(number, relation, other, words, "series")
        words = _words(one.mention, NEXT | NEWEST) if rounds else ""
        before = (n for n in reversed(rounds[-REACH:]) if told[n].mention.tree is not one.mention.tree)
        if words and (last := next(before, None)) is not None:
            yield Order(number, Relation.AFTER, last, words, "series")
        if _is_round(one.mention):
            rounds.append(number)


def earlier_rounds(told: Sequence[Told]) -> frozenset[int]:
    """Those told behind one with a higher number: 'will hold a third round. The first ended without a deal'."""
    found, highest = set[int](), 0
    for number, one in enumerate(told):
        place = _number(one.mention) or highest
        if place < highest:
            found.add(number)
        highest = max(place, highest)
    return frozenset(found)


def _relation(one: Mention, other: Mention) -> tuple[Relation, str] | None:
    """How one round stands to another told before, by their numbers; and the words that say so."""
    mine, theirs = _place(one), _place(other)
    if mine is None or theirs is None or mine[0] == theirs[0]:
        return None
    return (Relation.AFTER if mine[0] > theirs[0] else Relation.BEFORE), mine[1]


def _place(mention: Mention) -> tuple[float, str] | None:
    """The number in its row, which is endless for the last; and the words that say so."""
    if number := _number(mention):
        return number, _words(mention, COUNTED)
    words = _words(mention, LAST)
    return (float("inf"), words) if words else None


def _number(mention: Mention) -> int | None:
    return ORDINALS.get(_words(mention, COUNTED).partition(" ")[0])


def _words(mention: Mention, wanted: frozenset[str]) -> str:
    """'latest round' when the mention, or the subject of its complement, is so called."""
    tree = mention.tree
    if NOUNS.isdisjoint(tree.lemmas) or wanted.isdisjoint(tree.lower):  # as in most sentences
        return ""
    for index in tree.subtree(mention.top):
        if tree[index].lemma in NOUNS:
            for child in tree.below(index, "amod", "nummod"):
                if tree[child].text.lower() in wanted:
                    return f"{tree[child].text.lower()} {tree[index].text.lower()}"
    return ""


def _is_round(mention: Mention) -> bool:
    return mention.row.type == "consult" and mention.lemma.split()[-1] in NOUNS | {"negotiate", "meet"}
