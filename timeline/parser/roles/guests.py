"""Guests: who meets at talks to which somebody is asked ('invited the unions to talks'), and who holds them ('talks with its
creditors')."""

from timeline.model.statement import RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.fillers import fillers
from timeline.parser.roles.holders import partners
from timeline.parser.sentences.arguments import verb_slots

INVITING = frozenset({"invite", "summon", "call", "ask", "bring"})
SIDES = frozenset({"subject", "possessor", "between", "among"})
WHERE_TO = frozenset({"to", "for"})
TALKS = word_list("meeting of some") | {"consultation", "discussion", "dinner", "lunch"}


def guests(mention: Mention, cast: Cast) -> dict[int, RoleName]:
    """The members, host and guests alike; {} where nobody is asked to it, or somebody is said to take part."""
    tree, before = mention.tree, mention.tree[mention.index].head
    if mention.is_verb or mention.lemma not in TALKS or tree.lower[before] not in WHERE_TO:
        return {}
    verb = tree[before].head
    if tree[verb].lemma not in INVITING:
        return {}
    slots = verb_slots(tree, verb)
    asked = [m for head in slots.get("object", []) for m in fillers(mention, head, "object", cast)]
    hosts = [m for head in slots.get("subject", []) for m in fillers(mention, head, "subject", cast)]
    return dict.fromkeys([*hosts, *asked], RoleName.PARTICIPANT) if asked else {}


def hosts(mention: Mention, cast: Cast) -> list[int]:
    """Acme in 'Acme filed for protection after talks with its creditors': whose they are with whom it talks."""
    if mention.is_verb or mention.lemma not in TALKS or not SIDES.isdisjoint(mention.slots):
        return []
    return [member for index in partners(mention.tree, mention.index) for member in cast.at(mention.tree, index)]
