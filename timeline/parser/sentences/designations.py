"""Designations: things that are called by a number: 'the 787', 'its 787 Dreamliner', 'a Boeing 777-200ER', 'ten 777s'."""

import re
from collections.abc import Iterator

from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.tree import UNDERGOING, Tree

NUMBER = re.compile(r"\d{3,4}s?")
VARIANT = re.compile(r"\d{1,3}[A-Z]{0,3}s?")
LONG = 3  # signs: 'a 777-200ER' is a 777, a '747-8' another than the 747
YEARS = range(1500, 2101)
BEFORE = frozenset({"the", "its", "their", "'s", "’s", "first", "last", "new", "a", "an"})
FIRST = frozenset({"the", "its", "first", "last", "new"})


def singular(text: str) -> str:
    """'A380' for 'A380s'."""
    return text[:-1] if text[-1:] == "s" and text[-2:-1].isdigit() else text


def bare(number: str) -> str:
    """How `models` has a number that is the whole name of a thing: 'the 620'."""
    return f"the {singular(number)}"


def tail(tree: Tree, end: int) -> int:
    """Where the name ends that goes on behind a number: '777-200ER', '737 MAX'."""
    if end >= len(tree):
        return end
    is_name = tree[end - 1].head == end and tree[end].text[:1].isupper() and tree[end].text.isalpha()
    if is_name and tree[end - 1].relation in {"nummod", "compound", "nmod"}:
        return end + 1
    is_joined = tree[end].text == "-" and end + 1 < len(tree) and tree[end - 1].end == tree[end].start
    return end + 2 if is_joined and VARIANT.fullmatch(tree[end + 1].text) else end


def base(tree: Tree, start: int, end: int, last: int) -> str:
    """The name that stands from `start` to `last`, without a variant behind `end` ('777' of '777-200ER')."""
    is_variant = last == end + 2 and len(singular(tree[last - 1].text)) >= LONG
    return singular(tree.words(list(range(start, end if is_variant else last))))


def numbers(tree: Tree, made: frozenset[str], goods: frozenset[str]) -> Iterator[str]:
    """The numbers that a sentence uses as names, as `bare` has them; `made` are verbs for what is done to things,
    `goods` nouns for what is told of them ('production')."""
    for token in tree.sentence.tokens:
        if not token.text[:1].isdigit() or not NUMBER.fullmatch(token.text) or int(singular(token.text)) in YEARS:
            continue
        if token.index and _is_name(tree, token.index, made, goods):
            yield bare(token.text)


def _is_name(tree: Tree, index: int, made: frozenset[str], goods: frozenset[str]) -> bool:
    token, before = tree[index], tree[index - 1]
    if token.text.endswith("s"):
        return before.tag == "CD" or before.text.lower() in BEFORE
    is_called = before.tag in {"POS", "PRP$", "DT"} and tail(tree, index + 1) > index + 1
    owners = [tree[owner].tag for owner in tree.below(index, "poss")]
    is_owned = token.relation in NOMINAL and "NNP" in owners
    above = tree[token.head]
    is_of_goods = token.relation == "pobj" and above.text.lower() == "of" and tree[above.head].lemma in goods
    is_made = before.text.lower() in FIRST and (is_of_goods or (token.relation in UNDERGOING and above.lemma in made))
    return is_called or is_owned or is_made


def opens(tree: Tree, start: int) -> bool:
    """Whether a number there may be a name, and counts nothing: 'the 787', 'ten 777s', never 'the 787 passengers'."""
    if not start or not (tree.lower[start - 1] in BEFORE or tree[start - 1].tag == "CD"):
        return False
    token = tree[start]
    return token.relation not in {"nummod", "quantmod"} or tail(tree, start + 1) > start + 1
