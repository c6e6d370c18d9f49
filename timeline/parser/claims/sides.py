"""Sides: who speaks and who is said to have done it: whether they fight, watch, are of two lands, or the same ones."""

from collections.abc import Iterator

from timeline.model.statement import Actor, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.known import places
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import Tree

FIGHTERS = word_list("fighting party")
FIGHTING_KINDS = frozenset({ActorKind.STATE, ActorKind.ARMED_GROUP})
OWN = frozenset({"it", "they", "we", "its", "their", "our", "his", "her"})


def is_across_border(mention: Mention, verb: int) -> bool:
    """'The Kyrgyz border service said Tajik soldiers opened fire': a body of one land tells what those of another did."""
    tree = mention.tree
    here = {code for head in heads(tree, verb) for code in lands(tree, head)}
    there = {code for head in mention.slots.get("subject", []) for code in lands(tree, head)}
    return bool(here) and bool(there) and here.isdisjoint(there)


def is_of_another_state(mention: Mention, verb: int, cast: Cast) -> bool:
    """'Ukraine's president said Russia had shelled it': who speaks for one state tells what the forces of another did."""
    tree = mention.tree
    here = {cast.actor(member).country for head in heads(tree, verb) for member in cast.at(tree, head)} - {None}
    there = {actor.country for actor in doers(mention, cast) if actor.acts_for or actor.kind is ActorKind.STATE}
    return bool(here) and bool(there) and None not in there and here.isdisjoint(there)


def lands(tree: Tree, head: int) -> Iterator[str]:
    """The codes of the lands that the words before a noun say it is of."""
    for child in tree.below(head, "amod", "compound", "nmod"):
        if code := places.demonym_code(tree[child].text):
            yield code


def is_watching(tree: Tree, verb: int, cast: Cast) -> bool:
    """'A rights group says', 'the charity said': neither a state nor a body of one, which counts the dead."""
    actors = [cast.actor(member) for head in heads(tree, verb) for member in cast.at(tree, head)]
    return any(actor.kind is ActorKind.ORGANISATION and not actor.acts_for for actor in actors)


def is_of_fighters(mention: Mention, cast: Cast) -> bool:
    """'rebels killed', 'soldiers had shot': somebody is accused who fights."""
    words = {mention.tree[head].lemma for head in mention.slots.get("subject", [])}
    return not words.isdisjoint(FIGHTERS) or any(actor.kind in FIGHTING_KINDS for actor in doers(mention, cast))


def heads(tree: Tree, verb: int) -> list[int]:
    """Its subject; of a second verb without one ('sent two jets and said …', 'blamed them, saying …') the first one's; whom
    'according to' names."""
    if tree.lower[verb] == "according":
        return [inner for _, inner in tree.prepositions(verb)]
    own = tree.below(verb, "nsubj")
    is_shared = not own and tree[verb].relation in {"conj", "advcl"} and not tree.below(verb, "mark", "nsubjpass")
    return tree.below(tree[verb].head, "nsubj") if is_shared else own


def doers(mention: Mention, cast: Cast) -> list[Actor]:
    """Who did it, in a passive behind 'by'."""
    subjects = mention.slots.get("subject", [])
    return [cast.actor(member) for head in subjects for member in cast.at(mention.tree, head)]


def is_own(mention: Mention, speakers: set[int], cast: Cast) -> bool:
    """What the speakers did themselves, or their own people ('it', 'its drones', 'his men')."""
    tree = mention.tree
    members = {member for head in speakers for member in cast.at(tree, head)}
    for head in mention.slots.get("subject", []):
        owners = [head, *tree.below(head, "poss")]
        if any(members & {*cast.at(tree, i)} or (i != head and tree.lower[i] in OWN) for i in owners):
            return True
    return False


def is_fighting(tree: Tree, verb: int, speakers: set[str], cast: Cast) -> bool:
    """An army, rebels, or a state or a body of one."""
    if not speakers.isdisjoint(FIGHTERS):
        return True
    actors = [cast.actor(member) for head in heads(tree, verb) for member in cast.at(tree, head)]
    return any(
        actor.kind in FIGHTING_KINDS or (actor.kind is ActorKind.GOVERNMENT and actor.acts_for) for actor in actors
    )
