"""Seeming: what only appears to have been ('seems to have fled'), or is told by reports that nobody vouches for."""

from timeline.parser.sentences.tree import Tree

APPEARING = frozenset({"appear", "seem", "look"})
DUMMY = frozenset({"it", "there"})
PAPERS = frozenset({"paper", "document", "memo"})
REPORTS = PAPERS | {"report", "rumour", "rumor", "whisper", "leak", "post"}
UNSURE = frozenset("unconfirmed leaked early initial conflicting unverified anonymous".split())
LABELS = frozenset({"charge", "charges", "allegation", "allegations", "count"})
OWNING = ("det", "poss", "nummod")


def is_seeming(tree: Tree, verb: int) -> bool:
    """'appears to have fled', 'It seems that the ice crushed it'; 'appeared to be moved' is no deed."""
    above = tree.head(verb)
    if above is None or tree[above].lemma not in APPEARING:
        return False
    if tree[verb].relation == "xcomp":
        return any(tree[i].tag == "TO" for i in tree.below(verb, "aux"))
    return tree[verb].relation == "ccomp" and any(tree.lower[i] in DUMMY for i in tree.below(above, "nsubj", "expl"))


def is_rumour(tree: Tree, noun: int) -> bool:
    """'Unconfirmed reports', 'press reports', 'rumours', that say something; 'the report' and 'police reports' do not."""
    if tree[noun].lemma not in REPORTS:
        return False
    beside = {tree.lower[i] for i in tree.below(noun, "amod", "compound")}
    is_bare = tree[noun].lemma not in PAPERS and tree[noun].tag == "NNS" and not tree.below(noun, *OWNING)
    return not beside.isdisjoint(UNSURE) or (is_bare and beside <= {"press", "media", "news", "local", "some"})


def is_charge(tree: Tree) -> bool:
    """'Charge: arson of a barn', in the list of a court."""
    return tree.lower[0] in LABELS and ":" in tree.lower[1:3]
