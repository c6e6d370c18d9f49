"""Phrases: the words of a noun phrase, and the state that its modifiers name."""

from collections.abc import Callable

from timeline.parser.known import places
from timeline.parser.sentences.tree import DATES, Tree, remembered

NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand".split()
)
QUANTIFIERS = frozenset({"many", "several", "few", "other", "more", "most", "some", "such", "same", "various", "least"})
SEAT_PREPOSITIONS = frozenset({"in", "from", "throughout", "across"})
SEATED = frozenset("base live hold station operate camp settle gather jail head headquarter".split())
LONGEST_NAME = 6
EITHER = frozenset({"either", "neither"})
SPANS = frozenset("minute hour night day week weekend fortnight month year decade".split())
ONE = frozenset({"a", "one"})
PLURAL = frozenset({"NNS", "NNPS"})
CHANCES = frozenset({"accident", "mistake", "chance", "coincidence"})
FRONT, SUBJECTS = "in", frozenset({"nsubj", "nsubjpass"})


def noun_phrase(tree: Tree, head: int) -> list[int]:
    """The head noun with the words before it that belong to its name (no articles, numbers or relative clauses)."""
    return [*_noun_phrase(tree, head)]


@remembered
def _noun_phrase(tree: Tree, head: int) -> list[int]:
    before = [
        index
        for child in tree.below(head, "amod", "compound", "nmod", "poss", "nummod")
        if child < head and tree[child].tag not in {"CD", "PRP$"} and not _is_when(tree, child)
        for index in tree.subtree(child)
        if tree[index].tag not in {"DT", "CD", "PRP$", "PDT", "WRB", "WP$"}
        and tree[index].lemma not in QUANTIFIERS
        and tree.lower[index] not in NUMBERS
        and (tree[index].entity not in {"DATE", "TIME", "CARDINAL"} or _is_hyphened(tree, index))
    ]
    return sorted({*before, head})


def _is_when(tree: Tree, child: int) -> bool:
    """'Friday' of 'Friday's attackers', with its genitive."""
    return tree[child].relation == "poss" and tree[child].entity in DATES


def _is_hyphened(tree: Tree, index: int) -> bool:
    """'night' of 'night-shift crews', which is no time."""
    return tree[index].entity == "TIME" and index + 1 < len(tree) and tree[index + 1].tag == "HYPH"


@remembered
def is_by_chance(tree: Tree, index: int) -> bool:
    """'started it by accident': how, and neither a mishap nor who says so."""
    return (
        tree.lower[index] in CHANCES and index > 0 and tree.lower[index - 1] == "by" and not tree.below(index, "prep")
    )


def speaks_of_two(tree: Tree, head: int) -> bool:
    """'both …', 'the two …', 'either side'."""
    before = words_before(tree, head)
    first = _noun_phrase(tree, head)[0]
    if first > 1 and tree.lower[first - 2 : first] == ("the", "two"):  # 'the two Horn of Africa neighbours'
        return True
    is_any = bool(before & EITHER) and not tree.below(head, "prep")  # 'on either side of the river'
    return "both" in before or is_any or {"the", "two"} <= before


def words_before(tree: Tree, head: int) -> set[str]:
    """The articles, numbers and adjectives of a noun, in small letters."""
    return {tree.lower[child] for child in tree.below(head, "det", "nummod", "predet", "amod")}


@remembered
def modifier_country(tree: Tree, head: int) -> str | None:
    """The state that a noun's modifiers or 'of' name: 'Turkish police', "Iran's parliament", 'president of Chad'."""
    for child in tree.below(head, "amod", "compound", "poss", "nmod"):
        if code := country_below(tree, child):
            return code
    named = [child for child in tree.below(head, "amod", "nmod", "compound") if tree[child].text[:1].isupper()]
    if len(named) > 1 and (code := _code_among(tree, named, places.country_code)):  # 'Sierra Leonean rebels'
        return code
    inside = (inner for preposition, inner in tree.prepositions(head) if preposition == "of")
    return next((code for inner in inside if (code := country_below(tree, inner))), None)


def seat_country(tree: Tree, head: int, *, is_official: bool) -> str | None:
    """The state that people are said to be in or from: 'rebels in Chad', 'a newspaper based in Beirut'."""
    find = places.country_code if is_official else _home_code
    seated = [child for child in tree.below(head, "acl", "relcl") if tree[child].lemma in SEATED]
    holders = [head, *seated]
    inside = [inner for holder in holders for prep, inner in tree.prepositions(holder) if prep in SEAT_PREPOSITIONS]
    return next((code for inner in inside if (code := _code_among(tree, _left_words(tree, inner), find))), None)


def front_country(tree: Tree, head: int) -> str | None:
    """The state in whose capital, or in which, the clause of a subject begins: 'In Kabul, the ministry said'."""
    if tree.lower[0] != FRONT or tree[head].relation not in SUBJECTS or not tree.below(0, "pobj"):
        return None
    if tree.first_conjunct(tree[head].head) != tree.first_conjunct(tree[0].head):
        return None
    words = [i for i in _left_words(tree, tree.below(0, "pobj")[0]) if i < head]
    return places.capital_code(tree.words(words)) or places.state_code(tree.words(words))


def _home_code(text: str) -> str | None:
    """The country of a state or a town."""
    if code := places.state_code(text):
        return code
    place = None if places.demonym_code(text) else places.find_place(text)
    return place.country if place else None


def country_below(tree: Tree, index: int) -> str | None:
    """The state named in a modifier: its own words and those before it that belong to it."""
    return _code_among(tree, _left_words(tree, index), places.country_code)


def _left_words(tree: Tree, index: int) -> list[int]:
    return [i for i in tree.subtree(index) if i <= index and tree[i].tag not in {"DT", "POS", "CD"}]


def _code_among(tree: Tree, words: list[int], find: Callable[[str], str | None]) -> str | None:
    """The first state that some of the words in a row name, longer names first."""
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            text = tree.words(words[start : start + size])
            if text[:1].isupper() and (code := find(text) or _land_code(text)):
                return code
    return None


def _land_code(text: str) -> str | None:
    """The country of 'Tamil Nadu', 'British Columbia': lands whose first word is another people."""
    first, *more = text.split()
    place = places.find_place(text) if more and places.demonym_code(first) else None
    return place.country if place else None


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of the span whose head lies outside it (the last such)."""
    if end - start == 1:
        return start
    for index in range(end - 1, start - 1, -1):
        above = tree[index].head
        if not start <= above < end or above == index:
            return index
    return end - 1


def whole(tree: Tree, noun: int) -> int:
    """'days' of 'ten days of bloodshed'."""
    above = tree.head(noun)
    is_of = tree[noun].relation == "pobj" and above is not None and tree.lower[above] == "of"
    return tree[above].head if is_of and above is not None else noun


def span_of(tree: Tree, noun: int) -> int:
    """'days' of 'ten days of bloodshed' and 'week' of 'a week of talks'; of 'the third day of the talks' the noun alone."""
    length = whole(tree, noun)
    is_counted = tree[length].tag == "NNS" or any(
        tree.lower[child] in ONE for child in tree.below(length, "det", "nummod")
    )
    return length if tree[length].lemma in SPANS and is_counted else noun
