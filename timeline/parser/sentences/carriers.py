"""Carriers: the light verb that a noun for a happening leans on ('held talks', 'talks began'), which lends it what it has."""

from collections.abc import Iterable
from dataclasses import replace

from timeline.model.value import value
from timeline.parser.known.triggers import LightVerb, light_verbs
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.slots import OBJECT, PASSIVE_SUBJECT, SUBJECT
from timeline.parser.sentences.tree import Tree

NOBODY = frozenset({"nobody", "none", "no"})
CONTAINERS = frozenset(
    "note wave series string campaign spate letter day hour week session form volley flurry set".split()
)
WHICH = frozenset({"that", "which"})
LASTING = frozenset({"hold", "remain", "stand", "stay", "last", "survive", "endure"})
ONGOING = frozenset("begin continue end extend finish renew resume start".split())  # only a part of it was then

HALTING = frozenset({"halt", "stop", "end"})
INNER = frozenset({"xcomp", "acl", "ccomp", "advcl", "pcomp"})
TRYING = word_list("failing or trying")
OWN_FIGHTS = word_list("fought out")
SUFFERED = word_list("fought by whom it befalls")
UNWELCOME = frozenset({"hostile", "unwanted", "unsolicited", "unwelcome"})
ATTENDED = word_list("attended")
NAMING = frozenset("call describe term label dub brand characterise characterize".split())


@value
class Carrier:
    """The light verb that a noun trigger leans on."""

    verb: int
    light: LightVerb


def find_carrier(tree: Tree, noun: int) -> Carrier | None:
    """The light verb a noun leans on: as its object ('held talks', 'came under attack') or its subject ('talks began').

    Else the one of its clause ('praised the talks that Oman held in May').
    """
    return _made(tree, noun) or _outer(tree, noun) or _inner(tree, noun)


def _made(tree: Tree, noun: int) -> Carrier | None:
    """'The deal struck in Oslo last week still holds': that it was made is of a day."""
    above = tree[tree[noun].head].lemma
    if tree[noun].relation not in SUBJECT or above not in LASTING:
        return None
    made = (verb for verb in tree.below(noun, "acl") if tree[verb].tag == "VBN")
    return next((found for verb in made if (found := carried_by(verb, "object", verb_names(tree, verb)))), None)


def _outer(tree: Tree, noun: int) -> Carrier | None:
    top = _container(tree, tree.first_conjunct(noun))
    head = tree.head(top)
    if head is None:
        return None
    relation = tree[top].relation
    if relation in OBJECT or relation in PASSIVE_SUBJECT:
        if tree[head].lemma == "call" and (tree.below(head, "oprd") or is_naming(tree, head)):
            return None  # 'called the verdict a farce' says what it thinks of it
        if tree[head].lemma == "claim" and is_disowned(tree, head):
            return None
        particles = [f"{tree[head].lemma} {tree[i].text.lower()}" for i in tree.below(head, "prt")]
        found = carried_by(head, "object", [*particles, tree[head].lemma])
        return _with_doer(found, _done_by(tree, head, noun)) if found is not None else None
    if relation in SUBJECT:
        return carried_by(head, "subject", verb_names(tree, head))
    if (
        relation == "pobj"
        and (verb := tree.head(head)) is not None
        and (head > verb or tree[verb].lemma != "be" or tree.lower[head] == "among")
    ):
        does_part = any(tree[i].lemma == "part" for i in tree.below(verb, "dobj"))  # 'took part in the march'
        words = (tree[verb].lemma, *(["part"] if does_part else []), tree[head].text.lower())
        return carried_by(verb, "object", [" ".join(words)])
    return None


def _done_by(tree: Tree, verb: int, noun: int) -> str | None:
    """What the verb's subject is to the noun where the row of light.txt says it wrongly: nothing ('fought the takeover', 'failed to
    halt the killing of nine', 'attended the inauguration') or whom it befalls ('is fighting extradition'). None where it is right.
    """
    lemma = tree[noun].lemma
    if tree[verb].lemma == "fight":
        is_against = lemma in SUFFERED or tree.has(noun, "amod", UNWELCOME)
        return "object" if is_against else None if lemma in OWN_FIGHTS else ""
    if tree[verb].lemma == "attend":
        return "" if lemma in ATTENDED else None
    if tree[verb].lemma not in HALTING or tree[verb].relation not in INNER:
        return None
    is_own = any(tree[i].tag == "PRP$" for i in tree.below(noun, "poss"))
    return "" if tree[tree[verb].head].lemma in TRYING and not is_own else None


def _with_doer(carrier: Carrier, slot: str | None) -> Carrier:
    return carrier if slot is None else replace(carrier, light=replace(carrier.light, subject_slot=slot))


def _inner(tree: Tree, noun: int) -> Carrier | None:
    for verb in tree.below(noun, "relcl"):
        own = {tree[child].relation for child in tree.children[verb] if tree.lower[child] in WHICH}
        is_bare = verb > noun + 1 and not tree.below(verb, *OBJECT, *PASSIVE_SUBJECT) and "nsubj" not in own
        is_object = not own.isdisjoint({*OBJECT, *PASSIVE_SUBJECT}) or (is_bare and bool(tree.below(verb, "nsubj")))
        if is_object and tree[verb].lemma not in ONGOING:
            particles = [f"{tree[verb].lemma} {tree[i].text.lower()}" for i in tree.below(verb, "prt")]
            found = carried_by(verb, "object", [*particles, tree[verb].lemma])
            return found if found is not None and found.light.subject_slot == "subject" else None
    return None


def is_disowned(tree: Tree, verb: int) -> bool:
    """'nobody has claimed the raid', 'has neither claimed the raid nor disowned it': there was one, and nobody's."""
    words = {tree.lower[i] for head in tree.below(verb, *SUBJECT) for i in (head, *tree.below(head, "det"))}
    return bool(words & NOBODY) or tree.is_negated(verb)


def is_naming(tree: Tree, verb: int) -> bool:
    """'after what police called an attack': that it was one is what they say."""
    return tree[verb].lemma in NAMING and tree.lower[min(tree.subtree(verb))] == "what"


def _container(tree: Tree, noun: int) -> int:
    """'a wave' of 'a wave of attacks', 'a note' of 'a note of protest': what the verb has for the noun inside."""
    head = tree.head(noun)
    if head is None or tree[noun].relation != "pobj" or tree[head].text.lower() != "of":
        return noun
    above = tree.head(head)
    return above if above is not None and tree[above].lemma in CONTAINERS else noun


def carried_by(verb: int, slot: str, names: Iterable[str]) -> Carrier | None:
    """The light verb of that name which has a noun there, None when it is none."""
    for name in names:
        for light in light_verbs().get(name, ()):
            if light.noun_slot == slot:
                return Carrier(verb, light)
    return None
