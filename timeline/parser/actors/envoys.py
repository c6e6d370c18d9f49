"""Envoys: those whom two or more states send: 'negotiators from Chad and Niger', 'soldiers of both countries'."""

from timeline.parser.actors.descriptions import SIDES, parties
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.actors.unnamed import enter
from timeline.parser.known import places
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.phrases import PLURAL, speaks_of_two
from timeline.parser.sentences.tree import Tree

SENDING = frozenset({"from", "of", "for"})
# These speak for their state: it is a party itself.
SENT = frozenset(
    "negotiator envoy delegate delegation diplomat representative official mission team negotiators mediator".split()
)


def senders(memory: Memory, tree: Tree, name: Name) -> tuple[int, ...]:
    """The states that sent them, or for others ('soldiers of both countries') those of each; () when there are not several."""
    if tree[name.head].tag not in PLURAL or not (name.noun in SENT or nouns()[name.noun].acts_for_state):
        return ()
    codes = list(dict.fromkeys(_senders(memory, tree, name.head)))
    if len(codes) < 2:
        return ()
    if name.noun in SENT:
        return tuple(memory.state(code) for code in codes)
    kind = nouns()[name.noun].kind
    texts = [f"{tree[name.head].text.lower()} of {places.state_name(code)}" for code in codes]
    return tuple(enter(memory, name, text, code, kind) for text, code in zip(texts, codes, strict=True))


def _senders(memory: Memory, tree: Tree, head: int) -> list[str]:
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition in SENDING]
    sides = [i for inner in inside for i in tree.conjuncts(inner)]
    sides += tree.below(head, "poss")  # "the two countries' ministers"
    if any(tree[i].lemma in SIDES and speaks_of_two(tree, i) for i in sides):
        return list(parties(memory))
    return [code for i in sides if (code := places.state_code(tree[i].text) or places.capital_code(tree[i].text))]
