"""Light: verbs that only carry a noun which tells the happening, and nouns that the verb makes part of another."""

from timeline.parser.mentions.ample import is_absent, is_apart
from timeline.parser.mentions.governing import is_hedge
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.scene import Scene, is_one_of

# 'the talks ended in deadlock', 'called off a visit after the arrest of two Danes'
TELLING = frozenset({"sides", "after"})


def is_carried_by_light(mention: Mention, found: list[Mention], scene: Scene) -> bool:
    """A verb that only carries a noun which tells the happening ('carried out a strike'), or a noun that the verb makes
    part of another happening ('suspended aid')."""
    carried = [other for other in found if other.carrier and other.carrier.verb == mention.index]
    carrying = [other for other in found if mention.carrier and mention.carrier.verb == other.index]
    if scene.is_story and any(_is_apart(mention, other) for other in carried):
        return False
    if scene.is_story and any(_is_apart(other, mention) and is_absent(scene.tree, other.index) for other in carrying):
        return True
    if mention.row.type == "consult" and any(other.row.type == "reject" for other in carrying):
        return False  # 'the talks ended in failure': there were talks
    return any(not _names(mention, other, scene) for other in carried) or any(
        _names(other, mention, scene) for other in carrying
    )


def _is_apart(verb: Mention, noun: Mention) -> bool:
    """Whether a light verb tells something beside the noun that is its object."""
    is_object = noun.carrier is not None and noun.carrier.light.noun_slot == "object"
    return is_object and is_apart(verb.tree, verb.index)


def _names(verb: Mention, noun: Mention, scene: Scene) -> bool:
    """The verb's row is of another type than the noun's and asks for this very noun: together they tell something else."""
    if any(condition.slot in TELLING for condition in verb.row.conditions):
        return True
    asked = (c for c in verb.row.conditions if c.slot in {"object", "subject"} and c.words and not c.is_absent)
    return (
        verb.row.type != noun.row.type
        and not verb.row.is_deed
        and (
            verb.lemma == "fail" or verb.row.type == "concede" or not is_hedge(verb)
        )  # 'the round failed' is a refusal
        and any(
            noun.index in verb.slots.get(condition.slot, []) and is_one_of(scene, noun.index, condition.words)
            for condition in asked
        )
    )
