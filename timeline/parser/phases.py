"""Phases: what happenings do and no state or person does: 'the talks … it had collapsed', 'four days after they began'."""

from timeline.parser.tree import SUBJECTS, Tree
from timeline.parser.triggers import NOT_A_HAPPENING, lexicon
from timeline.parser.wordlists import word_list

ALONE = word_list("phase")
WITH_PARTICLE = frozenset(
    {("break", "down"), ("break", "out"), ("fall", "through"), ("fall", "apart"), ("peter", "out")}
)
ENDS = frozenset("collapse failure end demise breakdown outcome cancellation success start beginning".split())
WANTED = frozenset("ask plead beg press push call apply hope wait long negotiate".split())  # 'asked for it'
MORE = ("dobj", "xcomp", "ccomp", "attr")


def is_of_phase(tree: Tree, pronoun: int) -> bool:
    """The pronoun is the subject of a verb that tells of a happening's course, with no object."""
    verb = tree[pronoun].head
    if tree[pronoun].relation not in SUBJECTS or tree.below(verb, *MORE):
        return False
    particles = (tree.lower[child] for child in tree.below(verb, "prt"))
    return tree[verb].lemma in ALONE or any((tree[verb].lemma, particle) in WITH_PARTICLE for particle in particles)


def is_end_of_it(tree: Tree, pronoun: int) -> bool:
    """'opposed the sale and welcomed its collapse': the end of what was told of before."""
    if tree[pronoun].relation != "poss" or tree.lower[pronoun] != "its" or tree[tree[pronoun].head].lemma not in ENDS:
        return False
    return any(token.relation == "dobj" and is_happening(tree, token.index) for token in tree.sentence.tokens[:pronoun])


def is_wanted(tree: Tree, pronoun: int) -> bool:
    """'it' of 'had asked for it': a thing, and nobody."""
    above = tree[pronoun].head
    is_for = tree[pronoun].relation == "pobj" and tree.lower[above] == "for"
    return is_for and tree.lower[pronoun] == "it" and tree[tree[above].head].lemma in WANTED


def is_happening(tree: Tree, noun: int) -> bool:
    """A noun that some row of the lexicon reads as one."""
    rows = lexicon().get((tree[noun].lemma, "noun"), ())
    return any(row.type != NOT_A_HAPPENING for row in rows)
