"""Joining: verbs that tell nothing of their own beside the happenings that they join: 'the storm forced the evacuation'."""

from collections.abc import Sequence

from timeline.model.statement import Status
from timeline.model.types import BLOWS
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import light_verbs
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.ample import is_apart, of_due
from timeline.parser.mentions.deeds import is_judging
from timeline.parser.mentions.governing import is_complement
from timeline.parser.mentions.mention import Mention

JOINING = frozenset(
    "force survive escape witness watch attend face hear see put bring use need avoid prevent cause follow describe name "
    "mark greet await reach fear recall suffer handle manage oversee monitor cover film study discuss review time".split()
)
JOINED = ("subject", "object", "under", "into", "to")
ENDING = frozenset({"stop", "cease", "quit"})  # 'stopped paying': that it ended is what is told
JUDGING = frozenset({"accuse", "support"})  # 'mocked the march'
STRIKING = word_list("what a blow does")


def is_joint(mention: Mention, found: Sequence[Mention], *, is_story: bool = False) -> bool:
    """A deed whose subject, object or clause is a happening itself: 'the storm forced the evacuation' tells those two.

    A story tells of such a deed as well, unless its verb only joins the happening that is its object.
    """
    if not mention.row.is_deed or mention.row.type in JUDGING or is_judging(mention.tree, mention.index):
        return False
    if is_story:
        return _is_joint_in_story(mention, found)
    if mention.lemma not in ENDING and any(is_complement(other, mention) for other in found):
        return True
    joined = _joined(mention) | _turned(mention)
    return any(other is not mention and other.index in joined for other in found)


def _is_joint_in_story(mention: Mention, found: Sequence[Mention]) -> bool:
    if is_apart(mention.tree, mention.index) or effects().get((mention.lemma, "verb"), Status.DENIED) is None:
        return False  # 'ended the walkout', 'confirmed nine deaths'
    doers = set(mention.slots.get("subject", []))
    joined = _joined(mention) - doers
    others = [other for other in found if other is not mention]
    return any(one.index in joined or (one.index in doers and _is_one_blow(mention, one)) for one in others)


def _joined(mention: Mention) -> set[int]:
    """The subject of any verb, and what a verb that joins has beside it."""
    is_joining = mention.lemma in JOINING or mention.lemma in light_verbs() or (mention.lemma, "verb") in effects()
    slots = JOINED if is_joining else ("subject",)
    return {head for slot in slots for head in mention.slots.get(slot, [])}


def _turned(mention: Mention) -> set[int]:
    """What a verb is said of in another way: 'that rain fell ruined …', 'a summit due to open', 'the trial is due to open'."""
    tree = mention.tree
    found = set(tree.below(mention.index, "csubj"))
    if all(light.noun_slot != "subject" for light in light_verbs().get(mention.lemma, ())):
        return found
    clauses = (mention.index, *tree.above(mention.index))
    if tree[mention.index].relation == "xcomp":
        found.update(subject for clause in clauses[1:3] for subject in tree.below(clause, "nsubj", "nsubjpass"))
    found.update(tree[clause].head for clause in clauses if tree[clause].relation == "relcl")
    return found | set(of_due(tree, mention.index))


def _is_one_blow(mention: Mention, other: Mention) -> bool:
    """'An explosion ripped the roof off', 'strikes hit a depot': what the noun for force or for a disaster does is that itself."""
    return not other.is_verb and other.row.type in BLOWS | {"protest"} and mention.lemma in STRIKING
