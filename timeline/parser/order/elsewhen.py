"""Elsewhen: whether the words of a verb's own clause give it another time than that of the story, by a date or by 'earlier'."""

import calendar

from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tenses import is_simple_past
from timeline.parser.sentences.tree import Tree

TIMES = frozenset({"DATE"})
ELSEWHEN = word_list("elsewhen")
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis"})
# 'invited them to meet on Saturday': the day is that of the content.
CONTENTS = frozenset({"request", "agree", "threaten"})
# 'adjourned the case until 21 April', 'called a strike for June'.
AHEAD = frozenset({"until", "till", "by", "to", "for"})
LENGTHS = frozenset({"for", "of", "within"})  # 'for three hours', 'a fine of two days' pay'
SHORT = frozenset({"second", "minute", "hour", "day", "week"})
IMPOSED = frozenset({"legal", "coerce", "agree", "sanction", "appointment", "reject"})  # 'banned him for 15 years'
ORIGIN = frozenset({"start", "outset", "beginning", "first"})
LASTING: dict[str, frozenset[str]] = {
    "throughout": word_list("long affair"),
    "from": ORIGIN,
    "since": ORIGIN,
    "along": ORIGIN,
}
BESIDE = frozenset({"advmod", "prep", "mark", "npadvmod", "pobj", "pcomp"})
WORDS = frozenset({"NOUN", "PROPN", "ADV"})
RANKING = frozenset({"come", "finish", "place", "rank", "end"})  # 'came first with 38 per cent'
MONTHS = frozenset(calendar.month_name[1:])


def has_other_time(tree: Tree, verb: int, kind: str) -> bool:
    """A date or a word for another time in its clause, or beside the verb that it hangs on."""
    is_timeless = TIMES.isdisjoint(tree.entities) and "time" not in tree.lower
    if is_timeless and ELSEWHEN.isdisjoint(tree.lower) and LASTING.keys().isdisjoint(tree.lower):
        return False
    above = [index for index in tree.above(verb) if tree[index].pos in {"VERB", "AUX"}]
    near = [
        *_clause(tree, verb, kind),
        *(child for index in above for child in tree.below(index, "advmod", "npadvmod")),
    ]
    if is_simple_past(tree, verb):  # 'sank to 1.30 dollars, the lowest price since May': a rarity, and no time
        rare = {inner for i in near if _is_rarity(tree, i) for inner in tree.subtree(i)}
        near = [i for i in near if i not in rare]
    return any(
        (_is_date(tree, i) and not _is_reach(tree, i, kind)) or _is_elsewhen(tree, i) or _is_throughout(tree, i)
        for i in near
    )


def lasts(tree: Tree, verb: int) -> bool:
    """'denied the charges throughout the trial': what was done all along."""
    return not LASTING.keys().isdisjoint(tree.lower) and any(
        _is_throughout(tree, child) for child in tree.children[verb]
    )


def _is_throughout(tree: Tree, index: int) -> bool:
    """'throughout the trial', 'from the outset', 'all along'."""
    word = tree.lower[index]
    if word == "along":
        return "all" in [tree.lower[child] for child in tree.children[index]]
    return word in LASTING and not LASTING[word].isdisjoint([tree[child].lemma for child in tree.below(index, "pobj")])


def _is_rarity(tree: Tree, index: int) -> bool:
    return tree.lower[index] == "since" and any(tree[child].entity in TIMES for child in tree.below(index, "pobj"))


def _is_reach(tree: Tree, index: int, kind: str) -> bool:
    """'until 21 April', 'for three hours', 'barred him for 15 years': how long it is to last, and not when it was.

    So is what is told of a length: 'declared three days of mourning'.
    """
    unit = index if tree[index].relation in {"pobj", "dobj"} else tree[index].head
    if "effective" in {tree.lower[unit], tree.lower[tree[unit].head]}:
        return True  # 'hired a clerk, effective 2 May'
    if tree[unit].relation == "dobj":
        return tree[unit].lemma in SHORT and any(word == "of" for word, _ in tree.prepositions(unit))
    if tree[unit].relation != "pobj":
        return False
    word, is_counted = tree.lower[tree[unit].head], bool(tree.below(unit, "nummod"))
    is_unit = tree[unit].lemma in SHORT or (kind in IMPOSED and tree[unit].text not in MONTHS)  # not 'of 29 October'
    is_length = word in LENGTHS and is_counted and is_unit
    return word in AHEAD or is_length or _is_end_of_reach(tree, unit)


def _is_end_of_reach(tree: Tree, unit: int) -> bool:
    """'until the end of the year'."""
    whole = tree[tree[unit].head].head
    is_part = tree.lower[tree[unit].head] == "of" and tree[whole].relation == "pobj"
    return is_part and tree.lower[tree[whole].head] in AHEAD


def _is_date(tree: Tree, index: int) -> bool:
    """Taken for a date, and no mere number ('voted 58 to 31')."""
    token = tree[index]
    return token.entity in TIMES and (token.pos in WORDS or len(token.text) == len("2025"))


def _is_elsewhen(tree: Tree, index: int) -> bool:
    """'earlier', 'last'; but not 'before' of 'before midnight'."""
    token = tree[index]
    if _is_at_the_time(tree, index):
        return True
    if tree.lower[index] not in ELSEWHEN or not (token.relation in BESIDE or token.entity == "TIME"):
        return False
    if tree.lower[index] == "first" and tree[token.head].lemma in RANKING:
        return False
    return not any(tree[child].entity == "TIME" for child in tree.below(index, "pobj"))


def _is_at_the_time(tree: Tree, index: int) -> bool:
    """'criticised it at the time'."""
    words = tree.lower[max(0, index - 2) : index + 1]
    return tree.lower[index] == "time" and list(words) == ["at", "the", "time"] and not tree.children[index][1:]


def _clause(tree: Tree, verb: int, kind: str) -> list[int]:
    """The words of a verb's own clause, without the clauses below it."""
    found, below = [verb], CLAUSES | {"xcomp"} if kind in CONTENTS else CLAUSES
    for index in found:
        found += [child for child in tree.children[index] if tree[child].relation not in below]
    return found


def is_of_year(tree: Tree, verb: int, kind: str) -> bool:
    """'in March a quake cut the line, and the firm stopped work for a week': both were in March."""
    contents = {inner for content in tree.below(verb, "xcomp") for inner in tree.subtree(content)}
    dates = [index for index in _clause(tree, verb, kind) if tree[index].entity in TIMES and index not in contents]
    words = [tree[index].text for index in dates if not _is_reach(tree, index, kind)]
    return any(word in MONTHS or (word.isdigit() and len(word) == len("2025")) for word in words)
