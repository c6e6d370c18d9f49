"""Unmet: conditions that were not met ('had he signed, the war would have ended'), and what somebody does not have to do."""

from timeline.parser.sentences.tree import PAST, SUBJECTS, Tree

INVERTED = frozenset({"had", "should", "were"})
UNREAL = frozenset({"would", "could", "might", "'d", "’d"})
QUOTES, JOINING = frozenset({'"', "“", "'", "‘"}), frozenset({"but", "and", "yet"})
BARE = PAST | {"VB"}
CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "conj"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
FREE = frozenset({"have", "need", "oblige", "require", "bind", "compel"})


def is_unreal(tree: Tree, verb: int) -> bool:
    """'would have sunk', 'might leave'."""
    return any(tree.lower[helper] in UNREAL for helper in tree.below(verb, "aux"))


def is_inverted_if(tree: Tree, verb: int) -> bool:
    """'had the rebels taken the port, the war would …', 'would have burst had they not closed it': a condition without 'if'.

    The helper before the subject shows it, whatever the pipeline takes the clause for; it opens the sentence, or 'would have'
    stands before it.
    """
    helper = None if INVERTED.isdisjoint(tree.lower) else _helper(tree, verb)
    if helper is None or "?" in tree.lower:
        return False
    if not helper or tree.lower[helper - 1] in QUOTES or (helper == 1 and tree.lower[0] in JOINING):
        return tree[verb].relation != "ROOT" or not UNREAL.isdisjoint(tree.lower[verb:])
    before = tree.lower[:helper]
    return tree[verb].relation in CLAUSES and not UNREAL.isdisjoint(before) and "have" in before


def _helper(tree: Tree, verb: int) -> int | None:
    """'had' right before the subject of what would have been done, 'were' before that of what would be ('were he to go')."""
    is_infinitive = any(tree[child].tag == "TO" for child in tree.below(verb, "aux"))
    holder = tree[verb].head if is_infinitive and tree.lower[tree[verb].head] == "were" else verb
    subject = tree.first(holder, *SUBJECTS, "expl")
    before = min(tree.subtree(subject)) - 1 if subject is not None and subject < verb else -1
    if before < 0 or tree.lower[before] not in INVERTED:
        return None
    return before if (tree.lower[before] == "were") >= is_infinitive and tree[verb].tag in BARE else None


def is_done_after_all(tree: Tree, verb: int) -> bool:
    """'would have drowned had he not pulled her out': he did."""
    is_not = any(tree.lower[child] in NEGATIONS for child in tree.below(verb, "neg", "advmod"))
    return (
        is_not and "had" in tree.lower and is_inverted_if(tree, verb) and tree.lower[_helper(tree, verb) or 0] == "had"
    )


def is_not_due(tree: Tree, verb: int) -> bool:
    """'does not have to bid', 'need not bid', 'is not obliged to bid'."""
    first = tree.first_conjunct(verb)
    if any(tree.lower[child] == "need" for child in tree.below(first, "aux")):
        return tree.is_negated(first)
    above = tree.head(first)
    if above is None or tree[first].relation != "xcomp" or tree[above].lemma not in FREE:
        return False
    is_free = tree.is_negated(above) or is_no_longer(tree, above)
    return is_free and any(tree[child].tag == "TO" for child in tree.below(first, "aux"))


def is_no_longer(tree: Tree, verb: int) -> bool:
    """'no longer plans to sell', 'no longer have to wear one'."""
    longer = (child for child in tree.below(verb, "advmod") if tree.lower[child] == "longer")
    return any(tree.lower[inner] == "no" for child in longer for inner in tree.children[child])
