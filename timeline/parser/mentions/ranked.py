"""Ranked: clauses with 'to' that tell what was or will be done to their noun: 'the first minister to be jailed', 'a bill to be
signed on Friday'. All others say what something is for."""

from timeline.parser.known.hedges import effects
from timeline.parser.sentences.tree import DATES, Tree

CLAUSES = frozenset({"acl", "relcl", "advcl"})
RANKS = frozenset({"last", "only", "latest"})  # the next to be sold has not been
ON = frozenset({"on", "in", "at", "by", "before", "during", "from"})
NOUNS = frozenset({"NOUN", "PROPN"})


def is_ranked(tree: Tree, verb: int) -> bool:
    """'the third mine to be attacked this year': it was; of 'would be the first to be sold' the verb above tells."""
    noun = tree.head(verb)
    if noun is None or tree[verb].relation not in {"acl", "relcl"} or not _is_passive_aim(tree, verb):
        return False
    words = tree.below(noun, "amod", "advmod", "nummod")
    is_told = any(tree[i].tag == "JJ" and (_is_ordinal(tree, i) or tree.lower[i] in RANKS) for i in words)
    if not is_told or tree[noun].relation not in {"attr", "appos"}:
        return False
    said = tree[noun].head if tree[noun].relation == "attr" else noun
    return all(tree[i].tag not in {"MD", "TO"} for i in tree.below(said, "aux"))


def is_to_come(tree: Tree, verb: int) -> bool:
    """'a bill to be signed on Friday', 'The suspect, to be tried in May,': it is to be done on a day of its own."""
    noun = tree.head(verb)
    if noun is None or tree[verb].relation not in CLAUSES or not _is_passive_aim(tree, verb) or is_ranked(tree, verb):
        return False
    if tree[noun].pos in NOUNS:
        is_wish = (tree[noun].lemma, "noun") in effects()  # 'a demand to be freed by Friday'
    else:
        first = min(tree.subtree(verb))
        is_wish = tree[verb].relation != "advcl" or tree.lower[first] == "only" or tree.lower[first - 1] != ","
    return not is_wish and any(_is_dated(tree, child) for child in tree.children[verb] if child > verb)


def _is_passive_aim(tree: Tree, verb: int) -> bool:
    helpers = {tree[i].tag for i in tree.below(verb, "aux")}
    return "TO" in helpers and bool(tree.below(verb, "auxpass")) and tree[verb].tag == "VBN"


def _is_ordinal(tree: Tree, index: int) -> bool:
    return tree[index].entity == "ORDINAL"


def _is_dated(tree: Tree, child: int) -> bool:
    if tree[child].relation == "prep":  # and not 'only to be jailed for a month'
        return tree.lower[child] in ON and any(tree[inner].entity in DATES for inner in tree.below(child, "pobj"))
    return tree[child].relation in {"npadvmod", "advmod"} and tree[child].entity in DATES
