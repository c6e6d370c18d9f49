"""Mediators: who brings two sides together, where words beside the talks say so."""

from collections.abc import Iterator

from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.elaborations import MEDIATING
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.arguments import verb_slots

GO_BETWEENS = frozenset({"mediator", "go-between", "intermediary", "facilitator", "broker"})
AUSPICES = frozenset({"mediation", "mediator", "auspex", "auspices"})
MEDIATION = MEDIATING | AUSPICES | GO_BETWEENS


def mediators(mention: Mention, cast: Cast) -> Iterator[int]:
    """'talks mediated by X', 'with X mediating', 'X brokered talks'."""
    tree = mention.tree
    for head in mention.slots.get("mediator", []):
        yield from cast.at(tree, head)
    if MEDIATION.isdisjoint(tree.lemmas):
        return
    for index in dict.fromkeys((mention.index, mention.top)):
        for child in tree.below(index, "acl", "advcl", "relcl", "conj"):
            if tree[child].lemma in MEDIATING:
                for head in verb_slots(tree, child).get("subject", []):
                    yield from cast.at(tree, head)
        for child in tree.below(index, "amod"):
            if tree[child].lemma in MEDIATING:  # 'Qatar-brokered talks'
                yield from (m for i in tree.below(child, "npadvmod", "compound") for m in cast.at(tree, i))
        for preposition, inner in tree.prepositions(index):
            if preposition == "with" and any(tree[i].lemma in GO_BETWEENS for _, i in tree.prepositions(inner)):
                yield from cast.at(tree, inner)
            if preposition == "with" and tree[inner].lemma in MEDIATING:
                for head in verb_slots(tree, inner).get("subject", []):
                    yield from cast.at(tree, head)
            if preposition == "as" and tree[inner].lemma == "mediator":
                yield from (member for head in mention.slots.get("with", []) for member in cast.at(tree, head))
            if preposition in {"under", "through"} and tree[inner].lemma in AUSPICES:
                for child in tree.below(inner, "poss", "amod", "compound"):
                    yield from cast.at(tree, child)
