"""Stative: verbs that only say how things stand, or what becomes of something that is told by its own noun. None is told unless
a rule takes it."""

from timeline.parser.known.triggers import NOT_A_HAPPENING, classes, lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.deeds import is_turning
from timeline.parser.mentions.doings import goes_on_to
from timeline.parser.mentions.habits import is_usual
from timeline.parser.mentions.unsettled import is_unsettled
from timeline.parser.sentences.arguments import verb_slots
from timeline.parser.sentences.tree import DATES, Tree

PREDICATE = frozenset({"acomp", "oprd"})
SEEING = frozenset("describe portray depict view see regard know use".split())  # as something
SPEAKING, TERMS = "speak", frozenset({"condition"})
WORN = word_list("worn")  # 'dressed in black', 'armed with knives'
LADEN = frozenset("carry take bring transport ferry haul bind head travel".split())  # of a vehicle
FREIGHTED = frozenset({"carry", "ferry", "transport"})  # of a ship with a name
PARTICIPLES = frozenset({"VBN", "VBG"})
RUNNING = frozenset("run own operate head lead chair manage staff control govern administer".split())
ASKING = frozenset({"how", "why", "whether"})


def is_stative(tree: Tree, verb: int) -> bool:
    """'remained shut', 'fighting went on', 'how many died', 'described it as a reprisal', 'spoke on condition of anonymity'."""
    if tree[verb].relation in PREDICATE or is_unsettled(tree, verb) or _is_asked(tree, verb):
        return True
    if is_usual(tree, verb) or is_turning(tree, verb) or goes_on_to(tree, verb):
        return True
    if _is_providing(tree, verb):
        return True
    return _is_worn(tree, verb) or _is_run(tree, verb) or _is_of_happening(tree, verb) or _is_way_of_saying(tree, verb)


def is_laden(tree: Tree, verb: int) -> bool:
    """'a lorry carrying timber', 'the ship, which was taking rice to Oran,': what it was on its way with."""
    token = tree[verb]
    if token.lemma not in LADEN or token.relation not in {"acl", "relcl"}:
        return False
    is_aside = token.relation == "relcl" and token.lemma in FREIGHTED  # 'the van, which carried nine monks, fell'
    if token.tag not in PARTICIPLES and not is_aside:
        return False
    is_ship = token.relation == "relcl" and tree[token.head].pos == "PROPN" and token.lemma in FREIGHTED
    return is_ship or tree[token.head].lemma in classes()["vehicle"]


def _is_worn(tree: Tree, verb: int) -> bool:
    """'a crowd dressed in black', 'wearing masks': how somebody looked, or what something is called."""
    token = tree[verb]
    is_beside = (
        token.tag in PARTICIPLES and token.relation in {"acl", "advcl"} and not tree.below(verb, "aux", "auxpass")
    )
    return is_beside and token.lemma in WORN and not tree.has_entity(verb, DATES)


def _is_run(tree: Tree, verb: int) -> bool:
    """'a hotel run by two brothers', 'a force led by Norway': whose it is."""
    token = tree[verb]
    is_beside = token.tag == "VBN" and token.relation == "acl" and not tree.below(verb, "aux", "auxpass")
    return is_beside and token.lemma in RUNNING and bool(tree.below(verb, "agent")) and not tree.has_entity(verb, DATES)


def _is_of_happening(tree: Tree, verb: int) -> bool:
    """'the strikes wrecked the truce', 'violence turned into war': its subject tells what there was."""
    rows = (lexicon().get((tree[subject].lemma, "noun"), ()) for subject in verb_slots(tree, verb).get("subject", ()))
    return any(row.type != NOT_A_HAPPENING for found in rows for row in found)


def _is_providing(tree: Tree, verb: int) -> bool:
    """'The accord provided for an exchange of prisoners'."""
    return tree[verb].lemma == "provide" and any(tree.lower[child] == "for" for child in tree.below(verb, "prep"))


def _is_asked(tree: Tree, verb: int) -> bool:
    """'It is not known how many people died', 'asked whether it had flown'."""
    above = tree.head(verb)
    if tree[verb].relation not in {"ccomp", "pcomp", "csubj"} or above is None:
        return False
    return any(
        tree.lower[inner] in ASKING for inner in tree.subtree(verb) if inner < verb and tree.clause(inner) == verb
    )


def _is_way_of_saying(tree: Tree, verb: int) -> bool:
    lemma, phrases = tree[verb].lemma, tree.prepositions(verb)
    if lemma in SEEING:
        return "as" in {tree.lower[child] for child in tree.below(verb, "prep")}
    return lemma == SPEAKING and any(tree[inner].lemma in TERMS for _, inner in phrases)
