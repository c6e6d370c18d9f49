"""Clues: what a word and its clause are like, as names for learnt weights ('rel=conj', 'VBD+ROOT+aux=was'). What they are worth is
told in `worth`."""

from collections.abc import Iterator, Mapping

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
    return [
        *_word(tree, index),
        *_below(tree, cast, index),
        *_rows(tree, index),
        *_around(tree, index, told),
        *_again(tree, index, places),
        *_pairs(tree, cast, index),
    ]


def _word(tree: Tree, index: int) -> Iterator[str]:
    token = tree[index]
    yield from (
        f"lemma={token.lemma}",
        f"pos={token.pos}",
        f"tag={token.tag}",
        f"rel={token.relation}",
        f"ent={token.entity}",
    )
    yield f"pos+rel={token.pos}+{token.relation}"
    above = tree.head(index)
    if above is not None:
        yield f"head={tree[above].lemma}"
        yield f"head pos={tree[above].pos}"
        yield f"rel+head={token.relation}+{tree[above].lemma}"
    if token.pos != "VERB":
        yield f"det={_determined(tree, index)}"
        yield from (f"of={word}" for word, _ in tree.prepositions(index))


def _determined(tree: Tree, index: int) -> str:
    words = {tree.lower[child] for child in tree.below(index, "det")}
    if words & POINTING:
        return "the"
    return "a" if words & NEW else "of" if tree.below(index, "poss") else "none"


def _below(tree: Tree, cast: Cast, index: int) -> Iterator[str]:
    for child in tree.children[index]:
        token = tree[child]
        yield f"has={token.relation}"
        yield f"has={token.relation}+{token.pos}"
        if token.relation in WRITTEN:
            yield f"has={token.relation}:{token.lemma}"
        elif token.relation in ARGUMENTS:
            yield f"has={token.relation}:{token.lemma}"
            yield f"{token.relation} known={bool(cast.at(tree, child))}"


def _rows(tree: Tree, index: int) -> Iterator[str]:
    """What the rules know of the word, whatever they ask for."""
    lemma, pos = tree[index].lemma, "verb" if tree[index].pos == "VERB" else "noun"
    rows = lexicon().get((lemma, pos), ())
    yield f"rows={min(FEW, len(rows))}"
    if rows:
        yield f"type={rows[0].type}"
        yield f"file={rows[0].place.partition(':')[0]}"
        if not any(row.conditions for row in rows):
            yield "plain"
        if any(row.place.startswith(NOTHING) for row in rows):
            yield "nothing"
    if lemma in doings():
        yield "doing"
    if (effect := effects().get((lemma, pos))) is not None:
        yield f"hedge={effect}"
    above = tree.head(index)
    if above is not None and (effect := effects().get((tree[above].lemma, "verb"))) is not None:
        yield f"under hedge={effect}"


def _around(tree: Tree, index: int, told: frozenset[int]) -> Iterator[str]:
    """The clause it stands in, and what is told above and below it."""
    clause, above, between = tree.clause(index), tree.head(index), 0
    while above is not None and between < DEEP:
        if above in told:
            yield f"below={min(FEW, between)}"
            break
        between += tree[above].pos == "VERB"
        above = tree.head(above)
    if told and any(inner != index and inner in told for inner in tree.subtree(index)):
        yield "above"
    yield f"quoted={_is_quoted(tree, index)}"
    yield f"clause tag={tree[clause].tag}"
    yield f"clause rel={tree[clause].relation}"
    yield from (f"clause aux={tree.lower[child]}" for child in tree.below(clause, *HELPERS))
    yield from (f"clause mark={tree.lower[child]}" for child in tree.below(clause, "mark"))
    if tree.has_entity(index, DATES):
        yield "dated"
    if _is_dated_below(tree, index):
        yield "dated below"


def _is_quoted(tree: Tree, index: int) -> bool:
    return sum(word in MARKS for word in tree.lower[:index]) % 2 == 1


def _is_dated_below(tree: Tree, index: int) -> bool:
    return not tree.entities.isdisjoint(DATES) and any(tree[inner].entity in DATES for inner in tree.subtree(index))


def _again(tree: Tree, index: int, places: Mapping[str, list[int]]) -> Iterator[str]:
    """Whether the text tells something by the same word elsewhere."""
    start = tree[index].start
    others = [place for place in places.get(tree[index].lemma, ()) if place != start]
    if others:
        yield "again"
        yield "after another" if min(others) < start else "before another"


def _pairs(tree: Tree, cast: Cast, index: int) -> Iterator[str]:
    """What says more together than alone."""
    token, above = tree[index], tree.head(index)
    form = f"{token.tag}+{token.relation}"
    marks = "+".join(sorted(tree.lower[child] for child in tree.below(index, "mark")))
    helpers = "+".join(sorted(tree.lower[child] for child in tree.below(index, *HELPERS)))
    shape = "+".join(sorted(tree[child].relation for child in tree.children[index] if tree[child].relation in SHAPE))
    dated = "dated" if tree.has_entity(index, DATES) else "below" if _is_dated_below(tree, index) else "undated"
    yield f"{form}+mark={marks}"
    yield f"{form}+aux={helpers}"
    yield f"{form}+shape={shape}"
    yield f"{form}+{dated}"
    yield f"{token.lemma}+shape={shape}"
    yield f"{token.lemma}+{token.relation}"
    yield f"{token.lemma}+{token.tag}"
    yield f"quoted={_is_quoted(tree, index)}+{dated}+{token.tag}"
    if above is not None:
        yield f"head={tree[above].lemma}+{token.tag}"
    for child in tree.below(index, *ARGUMENTS):
        yield f"{form}+{tree[child].relation} known={bool(cast.at(tree, child))}"
