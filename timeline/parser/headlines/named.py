"""Named: who is only described in a clause gets his name in its headline: 'The governor, Ann Lee, resigned' is 'Governor Ann Lee
resigned', and 'Both sides signed' is 'Chad and Niger signed'."""

from timeline.model.statement import Actor, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.headlines.completion import ARTICLES, PAIR, names_of
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.tree import Tree

DEFINITE = frozenset({"the", "both"})
INSIDE = frozenset(
    {"det", "amod", "compound", "nummod", "predet", "punct"}
)  # of a phrase that does no more than call somebody so
SIDES = frozenset({"nsubj", "nsubjpass", "dobj"})


def named(tree: Tree, top: int, kept: list[int], cast: Cast) -> tuple[dict[int, str], set[int]]:
    """Words put for others and words left out: subjects and objects of the clause that are described and known by name."""
    words: dict[int, str] = {}
    dropped: set[int] = set()
    for index in (i for i in tree.below(top, *SIDES) if i in kept):
        name = cast.name_at(tree, index)
        members = cast.at(tree, index)
        if name is None or name.kind is not NameKind.DESCRIPTION or not members or len(set(members)) > PAIR:
            continue
        known = names_of(cast, members)
        if not all(_is_proper(cast.actor(member), tree[index].lemma) for member in members):
            continue
        if _is_only_called(tree, index, len(set(members))):
            own = tree.subtree(index)
            words[index] = known
            dropped.update(i for i in own if i != index)
        elif _is_introduced(tree, index, name, known, kept):
            words[index] = f"{tree[index].text} {known}"
            dropped.update(i for i in tree.below(index, "det") if tree.lower[i] in ARTICLES)
    return words, dropped


def _is_proper(actor: Actor, noun: str) -> bool:
    """'Ann Lee' for a minister, and not 'Libya's leader' or 'French jets'; a company is no newspaper."""
    said = nouns().get(noun)
    is_fitting = said is None or said.kind is not ActorKind.COMPANY or actor.kind is said.kind
    is_name = actor.name[:1].isupper() and actor.name.split()[-1][:1].isupper()
    return is_fitting and is_name and noun not in actor.name.lower()


def _is_only_called(tree: Tree, index: int, size: int) -> bool:
    """'the rebels', 'the Swiss envoy', 'both sides': a phrase that says no more, and as many as are known."""
    own = [i for i in tree.children[index] if tree[i].relation != "punct"]
    is_definite = any(tree.lower[i] in DEFINITE for i in own)
    is_short = all(tree[i].relation in INSIDE and not tree.children[i] for i in own)
    is_several = tree[index].tag in {"NNS", "NNPS"} and bool({"both", "two"} & {tree.lower[i] for i in own})
    return is_definite and is_short and is_several == (size == PAIR)


def _is_introduced(tree: Tree, index: int, name: Name, known: str, kept: list[int]) -> bool:
    """'A governor, Ann Lee,': the name stands right behind it and is left out as an aside."""
    asides = [i for i in tree.below(index, "appos") if i not in kept]
    is_last = not any(i > index for i in kept if i in tree.subtree(index))
    return (
        is_last and any(tree[i].text in known.split() and tree[i].pos == "PROPN" for i in asides) and name.head == index
    )
