"""Affixes: words that the tagger takes for part of a name and that are none, and last words that tell a band from a region."""

from timeline.parser.known import places
from timeline.parser.sentences.tree import Tree

DEPARTMENTS = frozenset("State Defense Defence Commerce Labor Agriculture Energy Education Transportation".split())
LEANINGS = frozenset({"pro", "anti", "ex", "non"})
ARMED = frozenset("rebel guerrilla guerilla separatist insurgent jihadist islamist paramilitary militant".split())
BANDS = frozenset(
    "Bloc Front Alliance Movement Brigade Brigades Army Coalition Congress Union Party League Resistance".split()
)


def after_department(tree: Tree, start: int, end: int) -> int:
    """Skips 'State' of 'Secretary of State Ann Holt', the office's own word and no part of her name."""
    is_secretary = start > 1 and tree.lower[start - 1] == "of" and tree.lower[start - 2] == "secretary"
    is_name = end - start in {2, 3} and tree[start].text in DEPARTMENTS and tree[end - 1].relation != "pobj"
    return start + 1 if is_secretary and is_name else start


def after_leaning(tree: Tree, start: int, end: int) -> int:
    """Skips '-European' of 'the pro-European Party of Hope'."""
    is_led = start > 0 and tree.lower[start - 1] in LEANINGS and tree[start].text == "-"
    return start + 2 if is_led and end - start > 2 else start


def is_band(tree: Tree, start: int, end: int) -> bool:
    """'the Southern Bloc', 'the Army of the West', taken for a region; 'on the Western Front' is one."""
    before = tree[tree[end - 1].head]
    is_where = before.relation == "prep" and before.text.lower() in {"in", "on", "at", "along"}
    return end - start > 1 and tree[end - 1].text in BANDS and not is_where


def band_before(tree: Tree, start: int, end: int) -> str:
    """'rebel' of 'the rebel Eastern Column', which the tagger may take for a region; '' for a place that is one."""
    word = tree.lower[start - 1] if start > 0 else ""
    is_whole = end - start > 1 and tree[end - 1].relation != "compound"
    is_band = word in ARMED and is_whole and places.find_place(tree.words(list(range(start, end)))) is None
    return "rebel" if is_band else ""


def is_loose_number(tree: Tree, start: int, end: int) -> bool:
    """'2' of 'fined Deutsche Bank 2 million euros'."""
    return tree[end - 1].text.isdigit() and not start <= tree[end - 1].head < end
