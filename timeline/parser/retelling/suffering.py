"""Suffering: a noun that names a deed, and the clause that tells what befell its victim ('the murder of Holm, who was shot')."""

from collections.abc import Iterator, Sequence

from timeline.model.types import HARMS
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import RELATIVE_TAGS, Tree

KILLINGS, TAKINGS = word_list("killing of somebody"), word_list("taking of somebody")
BLOWS, GRASPS = word_list("dealing a deadly blow"), word_list("laying hands on")
TAKEN = frozenset({"assault", "coerce", "crime", "legal"})  # types
EARLIER = frozenset({"had"})


def of_victims(found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The places, among mentions of one sentence, of what befell a victim and of the noun that names that deed."""
    nouns = [number for number, one in enumerate(found) if not one.is_verb and one.lemma in KILLINGS | TAKINGS]
    for number, mention in enumerate(found) if nouns else ():
        victim = _victim(mention) if mention.is_verb else None
        deed = next((noun for noun in nouns if _is_of(found[noun], victim)), None) if victim is not None else None
        if deed is not None and _are_alike(found[deed], mention):
            yield number, deed


def _victim(mention: Mention) -> int | None:
    """The word for whoever suffered it: 'a clerk who was shot', 'a clerk shot outside a bank'; not 'who had been shot'."""
    tree, verb = mention.tree, mention.top
    if tree[verb].relation == "acl":
        return tree[verb].head if tree[verb].tag == "VBN" else None
    is_passive = any(tree[word].tag in RELATIVE_TAGS for word in tree.below(verb, "nsubjpass"))
    is_earlier = any(tree.lower[word] in EARLIER for word in tree.below(verb, "aux"))
    return tree[verb].head if tree[verb].relation == "relcl" and is_passive and not is_earlier else None


def _is_of(noun: Mention, victim: int | None) -> bool:
    """'the murder of' that person, alone; 'of the banker Holm, who was shot'."""
    tree: Tree = noun.tree
    if victim is None or len(tree.conjuncts(victim)) > 1:
        return False
    named = tree[victim].head if tree[victim].relation == "appos" else victim
    return any(word == "of" and inner in (victim, named) for word, inner in tree.prepositions(noun.index))


def _are_alike(noun: Mention, verb: Mention) -> bool:
    if noun.lemma in KILLINGS:
        return verb.lemma in BLOWS and {noun.row.type, verb.row.type} <= HARMS
    return verb.lemma in GRASPS and {noun.row.type, verb.row.type} <= TAKEN
