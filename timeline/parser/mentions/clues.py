"""Clues: what a word and its clause are like, as names for learnt weights ('rel=conj', 'VBD+ROOT+aux=was'). What they are worth is
told in `worth`."""

from collections.abc import Mapping
from functools import cache

from timeline.parser.actors.cast import Cast
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import doings, lexicon
from timeline.parser.sentences.tree import DATES, Tree

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


def clues(tree: Tree, cast: Cast, index: int, told: frozenset[int], places: Mapping[str, list[int]]) -> list[str]:
    """What is so of one word of a Sentence.

    `told` are the words of the Sentence that tell something, `places` where each lemma of what the text tells stands in its body.
    """
    found: list[str] = []
    _of_word(tree, index, found)
    _of_children(tree, cast, index, found)
    _of_rows(tree, index, found)
    _of_clause(tree, index, found)
    _of_telling(tree, index, told, places, found)
    return found


def _of_word(tree: Tree, index: int, found: list[str]) -> None:
    token, above = tree[index], tree.head(index)
    lemma, tag, relation = token.lemma, token.tag, token.relation
    found += (f"lemma={lemma}", f"pos={token.pos}", f"tag={tag}", f"rel={relation}", f"ent={token.entity}")
    found += (f"pos+rel={token.pos}+{relation}", f"{lemma}+{relation}", f"{lemma}+{tag}")
    if above is not None:
        head = tree[above]
        found += (
            f"head={head.lemma}",
            f"head pos={head.pos}",
            f"rel+head={relation}+{head.lemma}",
            f"head={head.lemma}+{tag}",
        )
    if token.pos != "VERB":
        found.append(f"det={_determined(tree, index)}")
        found.extend([f"of={word}" for word, _ in tree.prepositions(index)])


def _determined(tree: Tree, index: int) -> str:
    words = {tree.lower[child] for child in tree.below(index, "det")}
    if words & POINTING:
        return "the"
    return "a" if words & NEW else "of" if tree.below(index, "poss") else "none"


def _of_children(tree: Tree, cast: Cast, index: int, found: list[str]) -> None:
    """What hangs on it, each and all together."""
    token = tree[index]
    form = f"{token.tag}+{token.relation}"
    marks, helpers, shape = [], [], []
    for place in tree.children[index]:
        child = tree[place]
        relation = child.relation
        found += (f"has={relation}", f"has={relation}+{child.pos}")
        if relation in WRITTEN:
            found.append(f"has={relation}:{child.lemma}")
        elif relation in ARGUMENTS:
            is_known = bool(cast.at(tree, place))
            found += (
                f"has={relation}:{child.lemma}",
                f"{relation} known={is_known}",
                f"{form}+{relation} known={is_known}",
            )
        if relation in SHAPE:
            shape.append(relation)
        elif relation == "mark":
            marks.append(tree.lower[place])
        elif relation in HELPERS:
            helpers.append(tree.lower[place])
    joined = "+".join(sorted(shape))
    found += (f"{form}+mark={'+'.join(sorted(marks))}", f"{form}+aux={'+'.join(sorted(helpers))}")
    found += (f"{form}+shape={joined}", f"{token.lemma}+shape={joined}")


def _of_rows(tree: Tree, index: int, found: list[str]) -> None:
    """What the rules know of the word and of the verb above it, whatever they ask for."""
    found += _known(tree[index].lemma, "verb" if tree[index].pos == "VERB" else "noun")
    above = tree.head(index)
    if above is not None and (effect := effects().get((tree[above].lemma, "verb"))) is not None:
        found.append(f"under hedge={effect}")


@cache
def _known(lemma: str, pos: str) -> tuple[str, ...]:
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
    return tuple(found)


def _of_clause(tree: Tree, index: int, found: list[str]) -> None:
    """The clause it stands in, whether it has a day, and quotation marks."""
    clause, tag = tree.clause(index), tree[index].tag
    found += (f"clause tag={tree[clause].tag}", f"clause rel={tree[clause].relation}")
    found.extend([f"clause aux={tree.lower[child]}" for child in tree.below(clause, *HELPERS)])
    found.extend([f"clause mark={tree.lower[child]}" for child in tree.below(clause, "mark")])
    is_quoted = not MARKS.isdisjoint(tree.lower) and sum(word in MARKS for word in tree.lower[:index]) % 2 == 1
    dated = _dated(tree, index)
    found += (
        f"quoted={is_quoted}",
        f"quoted={is_quoted}+{dated}+{tag}",
        f"{tag}+{tree[index].relation}+{dated}",
        dated,
    )


def _dated(tree: Tree, index: int) -> str:
    if tree.entities.isdisjoint(DATES):
        return "undated"
    if tree.has_entity(index, DATES):
        return "dated"
    return "dated below" if any(tree[inner].entity in DATES for inner in tree.subtree(index)) else "undated"


def _of_telling(
    tree: Tree, index: int, told: frozenset[int], places: Mapping[str, list[int]], found: list[str]
) -> None:
    """What is told above and below it, and elsewhere by the same word."""
    above, between = tree.head(index), 0
    while above is not None and between < DEEP:
        if above in told:
            found.append(f"below={min(FEW, between)}")
            break
        between += tree[above].pos == "VERB"
        above = tree.head(above)
    if told and any(inner != index and inner in told for inner in tree.subtree(index)):
        found.append("above")
    start = tree[index].start
    others = [place for place in places.get(tree[index].lemma, ()) if place != start]
    if others:
        found += ("again", "after another" if min(others) < start else "before another")
