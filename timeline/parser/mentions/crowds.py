"""Crowds: what several do together that no single word names: a protest by what it is for, a venture by who shares it."""

from collections.abc import Sequence

from timeline.parser.known.triggers import classes
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.scene import Scene, is_one_of
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.slots import Slots, add
from timeline.parser.sentences.tree import Tree

SHARED = frozenset({"retreat", "other", "coerce", "mobilize", "aid", "accuse", "business", "science"})
# What two states do of these they do with each other.
VENTURES = frozenset({"business", "science", "other", "mobilize", "retreat"})
ORIGIN = frozenset({"from", "of"})  # 'officials from Peru and Chad'
AS_ONE = frozenset("jointly together joint common shared mixed combined collaborative bilateral".split())
TOGETHER = frozenset({"together", "jointly", "side"})
STATES = frozenset({"GPE"})
SIDES = frozenset({"GPE", "POWER", "NORP"})
# What citizens do of these for a demand is a protest.
UNTOLD = frozenset({"other", "accident", "business", "coerce", "crime"})
AIMS = ("advcl", "xcomp", "acl", "relcl")
PRESSING = frozenset("demand protest denounce condemn oppose press object decry call urge force pressure".split())
SEATS = frozenset({"embassy", "consulate"})


def is_march(mention: Mention, scene: Scene) -> bool:
    """'Pensioners banged pots to demand their money', 'women chained themselves to a gate in protest', 'at the embassy'."""
    tree, index, subjects = mention.tree, mention.index, mention.slots.get("subject", [])
    if mention.row.type not in UNTOLD or not any(is_one_of(scene, head, classes()["citizen"]) for head in subjects):
        return False
    tops = (index, *mention.slots.get("object", []))
    aims = {tree[act].lemma for top in tops for act in tree.below(top, *AIMS) if tree[act].tag == "VB"}
    is_protest = any(tree[inner].lemma == "protest" for _, inner in tree.prepositions(index))
    return bool(PRESSING & aims) or is_protest or any(tree[word].lemma in SEATS for word in tree.subtree(index))


def is_joint_venture(mention: Mention, scene: Scene) -> bool:
    """'Chadian and Malian troops searched together', 'worked side by side', 'jointly', and what two states build or open."""
    tree, subjects = mention.tree, mention.slots.get("subject", [])
    if mention.row.type not in SHARED or not _may_be_several(tree, subjects):
        return False
    if mention.row.type == "retreat" and mention.row.mode != "access":  # 'Peru and Chad opened a bridge'
        return False
    beside = {tree[child].lemma for child in tree.below(mention.index, "advmod", "npadvmod")}
    found = in_common(tree, mention.index, mention.slots)
    are_several = "others" in found or ("jointly" in beside and any(tree[head].tag in PLURAL for head in subjects))
    is_joint = "joint" in found and any(is_one_of(scene, head, SIDES) for head in [*subjects, *found.get("others", [])])
    is_shared = mention.row.type in VENTURES and _are_states(subjects, scene)
    return are_several and (bool(beside & TOGETHER) or is_joint or is_shared)


def _may_be_several(tree: Tree, subjects: Sequence[int]) -> bool:
    """By its form alone: not 'the mayor', not 'Chad'."""
    return len(subjects) > 1 or any(tree[head].tag in PLURAL or tree.below(head, "prep") for head in subjects)


def _are_states(subjects: Sequence[int], scene: Scene) -> bool:
    return len(subjects) == 2 and all(is_one_of(scene, head, STATES) for head in subjects)


def in_common(tree: Tree, verb: int, slots: Slots) -> Slots:
    """Who else acts, as `others` ('Peru and Chad linked', 'Peruvian and Chadian pilots trained'), and what says that they
    act as one, as `joint`.
    """
    found: Slots = {}
    subjects = slots.get("subject", [])
    sides = [child for subject in subjects for child in tree.below(subject, "amod", "compound", "nmod")]
    sides += [inner for subject in subjects for word, inner in tree.prepositions(subject) if word in ORIGIN]
    add(tree, found, "others", [other for side in sides for other in tree.conjuncts(side)[1:]])
    if len(subjects) > 1 or "others" in found:
        found["others"] = [*subjects[1:], *found.get("others", [])]
    if AS_ONE.isdisjoint(tree.lemmas) and AS_ONE.isdisjoint(tree.lower):  # as in most sentences
        return found
    joined = [verb, *slots.get("object", []), *subjects, *slots.get("in", []), *slots.get("under", [])]
    as_one = [
        i for top in joined for i in tree.below(top, "advmod", "amod") if {tree[i].lemma, tree[i].text.lower()} & AS_ONE
    ]
    if as_one:
        found["joint"] = as_one
    return found
