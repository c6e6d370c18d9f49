"""Culprits: who did what a crime's noun tells, as those say who arrest, charge or sentence somebody for it."""

from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.slots import PASSIVE_SUBJECT, SUBJECT
from timeline.parser.sentences.tree import Tree

CRIMES = word_list("crime with a culprit")
ACCUSING = word_list("calling somebody a culprit")
OWNING = frozenset({"admit", "confess", "deny"})
FOR = frozenset({"for", "of", "with", "over", "on", "to"})


def culprits(tree: Tree, noun: int) -> list[int]:
    """The nurse of 'charged a nurse with the murder of X', 'a nurse was jailed for it', 'a nurse confessed to the murder of X'."""
    if tree[noun].lemma not in CRIMES:
        return []
    above = tree.head(noun)
    if above is not None and tree[noun].relation == "pobj" and tree.lower[above] in FOR:
        above = tree.head(above)
    if above is not None and tree[above].pos in {"NOUN", "ADJ"} and tree[above].lemma in {"charge", "guilty"}:
        above = tree.head(above)
        above = tree.head(above) if above is not None and tree[above].pos == "ADP" else above  # 'on charges of murder'
    if above is None or tree[above].pos != "VERB":
        return []
    if tree[above].lemma in OWNING or tree[above].lemma == "plead":
        return tree.below(above, *SUBJECT)
    return _charged(tree, above) if tree[above].lemma in ACCUSING and tree[noun].relation == "pobj" else []


def _charged(tree: Tree, verb: int) -> list[int]:
    """Whom it is done to, in either voice."""
    found = tree.below(verb, *PASSIVE_SUBJECT) or tree.below(verb, "dobj")
    is_said_of = tree[verb].relation == "acl" and tree[verb].tag == "VBN"
    return found or ([tree[verb].head] if is_said_of else [])
