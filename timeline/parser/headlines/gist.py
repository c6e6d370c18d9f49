"""Gist: which words of a sentence a headline keeps of a clause or a noun, and what goes first when that is too long."""

from itertools import pairwise

from timeline.model.time import TimeExpression
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.sentences.tree import DATES, Tree, once
from timeline.parser.times.amounts import CODES

LEFT_OUT = frozenset(
    {"advcl", "relcl", "acl", "appos", "parataxis", "punct", "cc", "intj", "meta", "advmod", "preconj"}
)
LEFT_OUT_OF_VERB = LEFT_OUT | {"conj", "dep"}
SHED = frozenset({"prep", "agent", "acl", "relcl", "advcl", "conj", "npadvmod"})
PARTICLES = frozenset(
    "ahead away back out off down up over aside apart ashore aground ill together home abroad forward free alive short".split()
)
VAGUE = frozenset({"man", "woman", "person", "people", "one", "those", "kind", "thing", "something", "anyone", "what"})
MEASURES = frozenset({"many", "much", "few", "little", "high", "low", "far"})
THINGS = frozenset({"NOUN", "PROPN"})  # 'with an ambush on Friday' is no date
UNITS = frozenset({"week", "month", "year", "season", "quarter", "weekend"})
MEASURING = frozenset({"npadvmod", "dobj"})  # 'crashed minutes after it took off'
FROM_TODAY = frozenset({"this", "last", "next"})
MOST_OF_CLAUSE = 10  # words of one that says which 'people' or what 'plan'
LOOSE_ENDS = frozenset({"CC", "DT", "IN", "TO", "PRP$", "POS", "WDT", "WP", "HYPH", ",", ":", "``", "-LRB-"})
FULL = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.UNKNOWN, NameKind.PLACE, NameKind.THING})


def gist(tree: Tree, index: int, expression: TimeExpression | None, cast: Cast) -> set[int]:
    """The word and what is kept below it: no asides, no joined clauses and not the date; names and joined words whole."""
    kept = _kept(tree, index, expression, is_top=True)
    names = cast.names[tree.sentence.index]
    for name in [names[number] for number in kept if number in names]:
        if name.kind in FULL:
            kept.update(range(name.start, name.end))
    if _has_hyphen(tree):
        kept |= {beside for number in kept for beside in _joined(tree, number)}
    return kept | _conjunctions(tree, sorted(kept))


def _conjunctions(tree: Tree, kept: list[int]) -> set[int]:
    """The 'and' that alone stands between two kept words, whatever it hangs on."""
    between = {one + 1 for one, next_kept in pairwise(kept) if next_kept == one + 2}
    return {index for index in between if tree[index].tag == "CC" and tree[index + 1].pos not in {"VERB", "AUX"}}


def shorter(tree: Tree, kept: list[int], trigger: int) -> list[int]:
    """Without the last phrase that can go; [] when none can. What is left ends where a phrase ends."""
    for start in range(len(kept) - 1, 0, -1):
        tops = [i for i in (kept[start], *tree.above(kept[start])) if i > trigger and _can_go(tree, i)]
        if any(_is_end(tree, top, kept, start) for top in tops):
            left = trimmed(tree, kept[:start], trigger)
            if left[-1] == trigger or not (tree[left[-1]].pos in {"VERB", "ADP"} and tree[left[-1]].relation in SHED):
                return left
    return []


def _can_go(tree: Tree, index: int) -> bool:
    """A phrase that a reader can do without; no 'of', and no name of a list."""
    token = tree[index]
    is_part = tree.lower[index] == "of" or (token.relation == "conj" and token.pos == "PROPN")
    return token.relation in SHED and not is_part


def _is_end(tree: Tree, top: int, kept: list[int], start: int) -> bool:
    """Whether the phrase is all that is kept from `start` on."""
    below = set(tree.subtree(top))
    return kept[-1] in below and kept[start] in below and kept[start - 1] not in below


def trimmed(tree: Tree, kept: list[int], trigger: int) -> list[int]:
    """Without words at the end that wait for others ('of', 'the', 'and')."""
    end = len(kept)
    while end > 1 and kept[end - 1] != trigger and _is_loose_end(tree, kept[end - 1]):
        end -= 1
    if end > 3 and _is_cut_short(tree, kept[end - 1]) and tree[kept[end - 2]].tag == "DT" and trigger < kept[end - 2]:
        return trimmed(tree, kept[: end - 2], trigger)
    return kept[:end]


def _is_cut_short(tree: Tree, index: int) -> bool:
    """', a claim' of ', a claim denied by Kabul'."""
    is_aside = index > 1 and tree[index - 2].text == "," and tree[index].pos == "NOUN"
    return is_aside and bool(tree.below(index, "acl", "relcl"))


def _is_loose_end(tree: Tree, index: int) -> bool:
    token = tree[index]
    if token.relation == "prep" and tree.below(token.head, "auxpass"):
        return False  # 'was accounted for'
    if token.tag in {"DT", "JJ"} and token.relation in {"dobj", "pobj", "nsubjpass"}:
        return False  # 'denied this', 'freed the 12-year-old'
    return token.tag in LOOSE_ENDS and token.relation != "prt" and token.text.lower() not in PARTICLES


@once
def _has_hyphen(tree: Tree) -> bool:
    return "HYPH" in [token.tag for token in tree]


def _joined(tree: Tree, index: int) -> set[int]:
    """The rest of a word that is written in one: '486' and '-' of '486-based'."""
    found: set[int] = set()
    before = index
    while (
        before > 0 and tree[before - 1].end == tree[before].start and "HYPH" in {tree[before - 1].tag, tree[before].tag}
    ):
        before -= 1
        found.add(before)
    after = index
    while (
        after + 1 < len(tree)
        and tree[after].end == tree[after + 1].start
        and "HYPH" in {tree[after + 1].tag, tree[after].tag}
    ):
        after += 1
        found.add(after)
    return found


def _kept(tree: Tree, index: int, expression: TimeExpression | None, *, is_top: bool) -> set[int]:
    kept = {index}
    is_verb = tree[index].pos in {"VERB", "AUX"}
    left_out = LEFT_OUT_OF_VERB if is_verb and is_top else LEFT_OUT
    for child in tree.children[index]:
        relation = tree[child].relation
        if is_top and _is_above(tree, child, index):
            continue
        if (relation in left_out and not _is_kept(tree, index, child)) or _is_dated(tree, child, expression):
            continue
        kept |= _kept(tree, child, expression, is_top=False) if tree.children[child] else {child}
        if relation == "conj":
            kept |= {i for i in tree.below(index, "cc") if i < child}
    return kept


def _is_above(tree: Tree, child: int, index: int) -> bool:
    """Below the top: what joins it to another clause, what is beside it, or what stands before its verb."""
    relation, is_verb = tree[child].relation, tree[index].pos in {"VERB", "AUX"}
    return relation in {"conj", "mark"} or (relation in {"ccomp", "prep", "advcl"} and is_verb and child < index)


def _is_kept(tree: Tree, index: int, child: int) -> bool:
    """Negations, adverbs of an adjective or participle ('short-lived'), what makes another verb of it ('walked away'), and
    what says which one is meant ('the engineer Anna Blau', 'a plan to close', 'people who stayed')."""
    token = tree[child]
    if token.relation in {"appos", "acl", "relcl"}:
        return _is_defining(tree, index, child)
    # 'fell ill'
    is_inner = token.relation == "advmod" and (tree[index].relation == "amod" or token.tag in {"JJ", "RBR"})
    is_inner = is_inner or (tree.lower[child] == "as" and tree[child + 1].lemma in MEASURES)  # 'as many as nine'
    is_behind = child > index or tree[index].pos == "ADP"
    # 'brought them together', 'brought them together in Oslo'
    is_particle = is_behind and tree.lower[child] in PARTICLES
    return token.relation == "neg" or tree.lower[child] == "neither" or is_inner or is_particle


def _is_defining(tree: Tree, index: int, child: int) -> bool:
    words = tree.subtree(child)
    if tree[words[0] - 1].text == "," or len(words) > MOST_OF_CLAUSE:
        return False
    if tree[child].relation == "appos":
        return tree[child].pos == "PROPN" and tree[words[0] - 1].pos != "PUNCT"
    is_aim = tree[child].relation == "acl" and tree[child].tag == "VB"
    return is_aim or tree[index].lemma in VAGUE


def _is_dated(tree: Tree, index: int, expression: TimeExpression | None) -> bool:
    """The date itself, any other before its word ('eight days after she was charged'), an age, and 'of his own'."""
    token = tree[index]
    if token.relation in MEASURING and is_length_to_clause(tree, index):
        return True
    if token.relation == "poss" and token.entity in DATES:
        return True  # 'Friday's attackers'
    if (
        token.relation == "npadvmod"
        and token.entity in DATES
        and (index < token.head or _is_told_from_today(tree, index))
    ):
        return True
    if (
        token.tag == "JJ"
        and tree.children[index]
        and any(tree[i].entity == "DATE" for i in tree.below(index, "npadvmod"))
    ):
        return True  # '37 years old'
    if (
        token.relation == "prep"
        and "own" in tree.lemmas
        and any(tree[i].lemma == "own" for i in tree.below(index, "pobj"))
    ):
        return True
    return _is_date(tree, index, expression)


def is_length_to_clause(tree: Tree, index: int) -> bool:
    """'caught fire a day after it sailed': how long after what is left out says nothing."""
    behind = index + 1
    is_unit = tree[index].lemma in CODES and behind < len(tree)
    return is_unit and tree.lower[behind] in {"after", "before"} and tree[behind].relation == "mark"


def _is_told_from_today(tree: Tree, index: int) -> bool:
    """'clashes earlier this month': a headline may be read at any time."""
    return tree[index].lemma in UNITS and any(tree.lower[child] in FROM_TODAY for child in tree.children[index])


def _is_date(tree: Tree, index: int, expression: TimeExpression | None) -> bool:
    if expression is None:
        return False
    if not tree.children[index] and not (tree[index].start < expression.end and expression.start < tree[index].end):
        return False  # most words
    words = tree.subtree(index)
    if tree[words[-1]].end <= expression.start or expression.end <= tree[words[0]].start:
        return False
    below = _plain(tree, index)
    covered = [i for i in below if tree[i].start < expression.end and expression.start < tree[i].end]
    if not covered:
        return False
    dates = [i for i in below if tree[i].entity in DATES or tree[i].pos in {"ADP", "CCONJ", "PUNCT", "DET"}]
    others = [i for i in below if i not in {*covered, *dates}]
    return not others or (len(others) == 1 and tree[others[0]].pos not in THINGS)


def _plain(tree: Tree, index: int) -> list[int]:
    """The word and what hangs on it, without clauses and asides."""
    own = [
        child for child in tree.children[index] if tree[child].relation not in LEFT_OUT or tree[child].relation == "cc"
    ]
    return [index, *(inner for child in own for inner in _plain(tree, child))]
