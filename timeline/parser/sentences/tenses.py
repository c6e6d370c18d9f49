"""Tenses: which past a verb stands in: 'led', 'has led', 'had led'."""

from timeline.parser.sentences.tree import Tree, remembered

HAD = frozenset({"had", "'d"})
PERFECT = frozenset({"has", "have", "'s", "'ve"})


def has_had(tree: Tree, verb: int) -> bool:
    """'had led'."""
    return "aux" in tree.relations[verb] and any(
        tree[child].lemma == "have" and tree[child].tag == "VBD" for child in tree.below(verb, "aux")
    )


def may_have_had(tree: Tree, verb: int) -> bool:
    """'had led', and "'d led", whatever that stands for."""
    return tree.has(verb, "aux", HAD)


@remembered
def is_simple_past(tree: Tree, verb: int) -> bool:
    """'led', 'was led'."""
    helpers = [tree[child] for child in tree.below(verb, "aux", "auxpass")]
    if any(helper.tag in {"MD", "VBZ", "VBP"} or helper.lemma == "have" for helper in helpers):
        return False
    if tree[verb].tag == "VBD":
        return True
    return tree[verb].tag == "VBN" and any(helper.tag == "VBD" for helper in helpers)


def is_perfect(tree: Tree, verb: int) -> bool:
    """'has closed'."""
    return tree[verb].tag == "VBN" and any(tree.lower[child] in PERFECT for child in tree.below(verb, "aux"))


def is_second_perfect(tree: Tree, verb: int) -> bool:
    """'have traced nine and found five', whatever the tagger makes of 'found'; not 'has not spoken, but wrote'."""
    first = tree.first_conjunct(verb)
    is_bare = (
        first != verb and not tree.below(verb, "aux", "auxpass", "nsubj", "nsubjpass") and not tree.below(first, "neg")
    )
    return is_bare and tree[verb].tag in {"VBN", "VBD"} and is_perfect(tree, first)
