"""Clues: what a word and its clause are like, as names for learnt weights ('rel=conj', 'VBD+ROOT+aux=was'). What they are worth is
told in `worth`.

Most of them go together: of each `Sign`, the clues that the same few words always give, names and sum are worked out once.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from timeline.model.value import value
from timeline.parser.actors.cast import Cast
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import doings, lexicon
from timeline.parser.sentences.tree import DATES, Tree, once
from timeline.vectors import telling

WRITTEN = frozenset(
    {"aux", "auxpass", "neg", "mark", "prt", "det", "poss", "advmod", "prep", "amod", "nummod"}
)  # relations
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass"})
HELPERS = ("aux", "auxpass")
SHAPE = frozenset({*ARGUMENTS, "prep", "prt", "ccomp", "xcomp", "agent", "advcl"})
MARKS = frozenset({'"', "“", "”", "``", "''"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
NEW = frozenset({"a", "an"})
NOTHING = "triggers-nothing"
FEW = 3  # clauses between a word and what is told above it, rows
DEEP = 8
NONE: frozenset[int] = frozenset()


@value
class Sign:
    """Clues that go together, and the sum of their weights."""

    names: tuple[str, ...]
    weight: float


def clues(tree: Tree, cast: Cast, index: int, told: frozenset[int], places: Mapping[str, list[int]]) -> list[Sign]:
    """What is so of one word of a Sentence.

    `told` are the words of the Sentence that tell something, `places` where each lemma of what the text tells stands in its body.
    """
    found: list[Sign] = []
    _of_word(tree, index, found)
    _of_children(tree, cast, index, found)
    _of_rows(tree, index, found)
    _of_clause(tree, index, found)
    _of_telling(tree, index, told, places, found)
    return found


def _sign(names: Sequence[str]) -> Sign:
    return Sign(tuple(names), telling().weight(names))


@lru_cache(maxsize=5_000)
def _alone(name: str, value: str) -> Sign:
    return _sign([f"{name}={value}"])


def _of_word(tree: Tree, index: int, found: list[Sign]) -> None:
    token, above = tree[index], tree.head(index)
    found.append(_form(token.lemma, token.pos, token.tag, token.relation, token.entity))
    if above is not None:
        head = tree[above]
        found.append(_below(token.tag, token.relation, head.lemma, head.pos))
    if token.pos != "VERB":
        found.append(_alone("det", _determined(tree, index)))
        found.extend([_alone("of", word) for word, _ in tree.prepositions(index)])


@lru_cache(maxsize=20_000)
def _form(lemma: str, pos: str, tag: str, relation: str, entity: str) -> Sign:
    alone = (f"lemma={lemma}", f"pos={pos}", f"tag={tag}", f"rel={relation}", f"ent={entity}")
    return _sign([*alone, f"pos+rel={pos}+{relation}", f"{lemma}+{relation}", f"{lemma}+{tag}"])


@lru_cache(maxsize=20_000)
def _below(tag: str, relation: str, head: str, pos: str) -> Sign:
    return _sign([f"head={head}", f"head pos={pos}", f"rel+head={relation}+{head}", f"head={head}+{tag}"])


def _determined(tree: Tree, index: int) -> str:
    words = {tree.lower[child] for child in tree.below(index, "det")}
    if words & POINTING:
        return "the"
    return "a" if words & NEW else "of" if tree.below(index, "poss") else "none"


def _of_children(tree: Tree, cast: Cast, index: int, found: list[Sign]) -> None:
    """What hangs on it, each and all together."""
    token = tree[index]
    marks, helpers, shape = [], [], []
    for place in tree.children[index]:
        child = tree[place]
        relation = child.relation
        if relation in WRITTEN:
            found.append(_written(relation, child.pos, child.lemma))
        elif relation in ARGUMENTS:
            is_known = bool(cast.at(tree, place))
            found.append(_argument(relation, child.pos, child.lemma, token.tag, token.relation, is_known))
        else:
            found.append(_hanging(relation, child.pos))
        if relation in SHAPE:
            shape.append(relation)
        elif relation == "mark":
            marks.append(tree.lower[place])
        elif relation in HELPERS:
            helpers.append(tree.lower[place])
    words = ("+".join(sorted(marks)) if marks else "", "+".join(sorted(helpers)) if helpers else "")
    found.append(_outside(token.tag, token.relation, *words))
    found.append(_shaped(token.lemma, token.tag, token.relation, "+".join(sorted(shape))))


@lru_cache(maxsize=1_000)
def _hanging(relation: str, pos: str) -> Sign:
    return _sign([f"has={relation}", f"has={relation}+{pos}"])


@lru_cache(maxsize=10_000)
def _written(relation: str, pos: str, lemma: str) -> Sign:
    return _sign([f"has={relation}", f"has={relation}+{pos}", f"has={relation}:{lemma}"])


@lru_cache(maxsize=20_000)
def _argument(relation: str, pos: str, lemma: str, tag: str, above: str, is_known: bool) -> Sign:
    known = (f"{relation} known={is_known}", f"{tag}+{above}+{relation} known={is_known}")
    return _sign([f"has={relation}", f"has={relation}+{pos}", f"has={relation}:{lemma}", *known])


@lru_cache(maxsize=5_000)
def _outside(tag: str, relation: str, marks: str, helpers: str) -> Sign:
    return _sign([f"{tag}+{relation}+mark={marks}", f"{tag}+{relation}+aux={helpers}"])


@lru_cache(maxsize=20_000)
def _shaped(lemma: str, tag: str, relation: str, shape: str) -> Sign:
    return _sign([f"{tag}+{relation}+shape={shape}", f"{lemma}+shape={shape}"])


def _of_rows(tree: Tree, index: int, found: list[Sign]) -> None:
    """What the rules know of the word and of the verb above it, whatever they ask for."""
    found.append(_known(tree[index].lemma, "verb" if tree[index].pos == "VERB" else "noun"))
    above = tree.head(index)
    if above is not None and (effect := effects().get((tree[above].lemma, "verb"))) is not None:
        found.append(_alone("under hedge", effect))


@lru_cache(maxsize=20_000)
def _known(lemma: str, pos: str) -> Sign:
    rows = lexicon().get((lemma, pos), ())
    found = [f"rows={min(FEW, len(rows))}"]
    if rows:
        found += (f"type={rows[0].type}", f"file={rows[0].place.partition(':')[0]}")
    if rows and not any(row.conditions for row in rows):
        found.append("plain")
    if any(row.place.startswith(NOTHING) for row in rows):
        found.append("nothing")
    if lemma in doings():
        found.append("doing")
    if (effect := effects().get((lemma, pos))) is not None:
        found.append(f"hedge={effect}")
    return _sign(found)


def _of_clause(tree: Tree, index: int, found: list[Sign]) -> None:
    """The clause it stands in, whether it has a day, and quotation marks."""
    token, clause = tree[index], tree.clause(index)
    found.append(_clause(tree[clause].tag, tree[clause].relation))
    if not tree.relations[clause].isdisjoint(HELPERS):
        found.extend([_alone("clause aux", tree.lower[child]) for child in tree.below(clause, *HELPERS)])
    if "mark" in tree.relations[clause]:
        found.extend([_alone("clause mark", tree.lower[child]) for child in tree.below(clause, "mark")])
    found.append(_beside(token.tag, token.relation, _dated(tree, index), is_quoted=index in _quoted(tree)))


@lru_cache(maxsize=1_000)
def _clause(tag: str, relation: str) -> Sign:
    return _sign([f"clause tag={tag}", f"clause rel={relation}"])


@lru_cache(maxsize=5_000)
def _beside(tag: str, relation: str, dated: str, *, is_quoted: bool) -> Sign:
    return _sign([f"quoted={is_quoted}", f"quoted={is_quoted}+{dated}+{tag}", f"{tag}+{relation}+{dated}", dated])


@once
def _quoted(tree: Tree) -> frozenset[int]:
    """The words behind a quotation mark that none has closed."""
    if MARKS.isdisjoint(tree.lower):
        return NONE
    found, is_open = [], False
    for index, word in enumerate(tree.lower):
        if is_open:
            found.append(index)
        is_open ^= word in MARKS
    return frozenset(found)


def _dated(tree: Tree, index: int) -> str:
    if tree.entities.isdisjoint(DATES):
        return "undated"
    if tree.has_entity(index, DATES):
        return "dated"
    is_above = not DATES.isdisjoint([tree[inner].entity for inner in tree.subtree(index)])
    return "dated below" if is_above else "undated"


def _of_telling(
    tree: Tree, index: int, told: frozenset[int], places: Mapping[str, list[int]], found: list[Sign]
) -> None:
    """What is told above and below it, and elsewhere by the same word."""
    above, between = tree.head(index), 0
    while above is not None and between < DEEP:
        if above in told:
            found.append(_telling(f"below={min(FEW, between)}"))
            break
        between += tree[above].pos == "VERB"
        above = tree.head(above)
    if told and tree.children[index] and not told.isdisjoint(_inner(tree, index)):
        found.append(_telling("above"))
    start = tree[index].start
    others = [place for place in places.get(tree[index].lemma, ()) if place != start]
    if others:
        found.append(_telling("again"))
        found.append(_telling("after another" if min(others) < start else "before another"))


def _inner(tree: Tree, index: int) -> list[int]:
    return [inner for inner in tree.subtree(index) if inner != index]


@cache
def _telling(name: str) -> Sign:
    return _sign([name])
