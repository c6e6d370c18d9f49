"""Slots: the places of a trigger's arguments and how they are filled: conjuncts apart, clauses by who does what in them."""

from collections.abc import Iterable

from timeline.parser.known.triggers import lexicon
from timeline.parser.sentences.acting import acting_noun
from timeline.parser.sentences.tree import DATES, RELATIVE_TAGS, Tree

SUBJECT = ("nsubj", "csubj")
OBJECT = ("dobj", "obj", "attr", "oprd")
DONE_TO = ("dobj", "obj", "oprd")
PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
COMPLEMENT = ("ccomp", "xcomp")
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})  # where a noun stands that is no part of another
OF_CLAUSES = ("clause_modal", "clause_says", "clause_not", "clause_passive")
READY = frozenset({"ready", "prepared", "willing", "able", "set"})
WITHDRAWING = frozenset({"withdraw", "pull", "recall", "remove", "evacuate"})
LEAVING = frozenset({"from", "out"})
VERBS = frozenset({"VERB", "AUX"})
TALKS = frozenset({"talk", "negotiation", "mediation"})
PARTICLES = frozenset({"down", "off", "up", "out"})
CALLING = frozenset({"call", "swear"})  # in
# Verbs that have no object of their own.
ALONE = frozenset(
    "come go march gather meet riot rally demonstrate protest strike flee return arrive retreat withdraw resign rise fall die "
    "leave stay surrender appear speak say act stop walk run sit stand turn move work talk".split()
)

Slots = dict[str, list[int]]


def add(tree: Tree, slots: Slots, slot: str, heads: Iterable[int]) -> None:
    """Fills a slot with words and what is joined to them; a slot that stays empty is none."""
    for head in heads:
        filled = slots.setdefault(slot, [])
        joined = tree.conjuncts(head) if "conj" in tree.relations[head] else (head,)
        filled += [i for i in joined if i not in filled and tree[i].pos not in VERBS]
    if slot in slots and not slots[slot]:
        del slots[slot]


def is_content(tree: Tree, child: int) -> bool:
    """A to- or that-clause saying what a noun or adjective is about ('a promise to send nurses', 'willing to talk')."""
    token = tree[child]
    if token.relation in COMPLEMENT:
        return True
    opens = {tree[mark].text.lower() for mark in tree.below(child, "aux", "mark")}
    return token.relation in {"acl", "relcl"} and bool(opens & {"to", "that"})


def _foreseen(tree: Tree, clause: int) -> list[int]:
    """'free' of 'is prepared to free him' and 'is to free him'."""
    if tree[clause].lemma not in {"be", "have"}:
        return []
    described = tree.below(clause, "acomp")
    adjectives = [i for i in described if tree[i].lemma in READY]
    if described and not adjectives:
        return []  # 'it would be wrong to bomb the city'
    return [act for top in (clause, *adjectives) for act in tree.below(top, "xcomp")]


def _is_withdrawal(tree: Tree, clause: int) -> bool:
    """'will withdraw its inspectors from Chad' is done to Chad."""
    return tree[clause].lemma in WITHDRAWING and any(word in LEAVING for word, _ in tree.prepositions(clause))


def add_complement(tree: Tree, slots: Slots, clauses: Iterable[int]) -> None:
    """Fills the slots that tell of clauses: their verbs, modals and negations, who acts in them and whom it befalls."""
    for clause in clauses:
        acts = [clause, *_foreseen(tree, clause)]
        slots.setdefault("clause", []).extend(acts)
        slots.setdefault("clause_modal", []).extend(i for i in tree.below(clause, "aux") if tree[i].tag == "MD")
        slots["clause_modal"].extend(i for i in tree.below(clause, "acomp") if tree[i].lemma in READY)
        is_to_be = tree[clause].lemma == "be" and not slots["clause_modal"]
        slots["clause_modal"].extend(
            i for act in acts[1:] for i in tree.below(act, "aux") if is_to_be and tree[i].tag == "TO"
        )
        if tree[clause].lemma == "be":
            slots.setdefault("clause_says", []).extend(tree.below(clause, "acomp", "attr", "prep"))
        slots.setdefault("clause_not", []).extend(tree.below(clause, "neg"))
        slots.setdefault("clause_passive", []).extend(tree.below(clause, "auxpass"))
        none = [
            i for head in tree.below(clause, *DONE_TO) for i in tree.below(head, "det") if tree[i].text.lower() == "no"
        ]
        slots["clause_not"].extend(none)
        objects = [i for act in acts if not _is_withdrawal(tree, act) for i in tree.below(act, *DONE_TO)]
        add(tree, slots, "clause_subject", tree.below(clause, *SUBJECT, *PASSIVE_SUBJECT))
        add(tree, slots, "clause_object", [*(i for act in acts for i in tree.below(act, "dative")), *objects])
        for holder in (*acts, *(i for first in objects for i in tree.conjuncts(first))):
            for preposition, inner in tree.prepositions(holder):
                if preposition in {"to", "with", "against", "from", "on", "for"}:
                    add(tree, slots, "clause_object", [inner])
    for slot in [slot for slot in OF_CLAUSES if not slots.get(slot, True)]:
        del slots[slot]


def add_circumstance(tree: Tree, slots: Slots, verb: int) -> None:
    """Fills what is no argument of a verb: `span` ('gave it nine days'), `aim` ('to close the camp'), `reason` ('for testing
    rockets'), `none` ('no intention'), `sides` ('the talks between A and B ended')."""
    found = {
        "span": tree.below(verb, "npadvmod"),
        "aim": [clause for clause in tree.below(verb, "advcl") if tree[clause].tag == "VB"],
        "reason": [
            act for word in tree.below(verb, "prep") if tree[word].lemma == "for" for act in tree.below(word, "pcomp")
        ],
        "none": [
            word
            for head in tree.below(verb, "dobj")
            for word in tree.below(head, "det")
            if tree[word].text.lower() == "no"
        ],
    }
    slots.update({slot: heads for slot, heads in found.items() if heads})
    for head in (head for head in slots.get("subject", ()) if tree[head].lemma in TALKS):
        add(tree, slots, "sides", [inner for word, inner in tree.prepositions(head) if word in {"between", "with"}])


def late_doers(tree: Tree, verb: int) -> list[int]:
    """'were granted an amnesty by X', 'was supplied with parts by X', 'are forbidden to work there by X': X, who does it."""
    parts = [
        i
        for i in tree.subtree(verb)
        if i > verb and tree[i].text.lower() == "by" and tree[i].relation in {"prep", "agent"}
    ]
    clauses = {verb, *tree.below(verb, "xcomp")}
    own = [i for i in parts if tree.clause(i) in clauses and tree[tree[i].head].tag != "VBG"]
    own = own or [i for i in parts if _is_of_outer(tree, i, verb)]
    own = [i for i in own if not _is_of_another(tree, tree[i].head)]
    return [inner for i in own[-1:] for inner in tree.below(i, "pobj") if tree[inner].entity not in DATES]


def _is_of_outer(tree: Tree, by: int, verb: int) -> bool:
    """'was barred from running by a court', where the tree takes the court for the means of running."""
    act = tree.head(by)
    word = None if act is None or tree[act].tag != "VBG" or tree[act].relation != "pcomp" else tree.head(act)
    is_below = word is not None and tree[word].head == verb and by == max(tree.children[tree[by].head])
    return is_below and any(acting_noun(tree, i) for i in tree.below(by, "pobj"))


def late_makers(tree: Tree, noun: int) -> list[int]:
    """The nurses of 'broke up a sit-in by nurses', where the parser hangs 'by' on what was done to the sit-in."""
    verb = tree.head(noun)
    if verb is None or tree[noun].relation != "dobj" or (tree[noun].lemma, "noun") not in lexicon():
        return []
    if not tree.relations[verb].isdisjoint({*PASSIVE_SUBJECT, "auxpass", "agent"}):
        return []
    last = tree.subtree(noun)[-1]
    parts = [i for i in tree.below(verb, "prep") if i == last + 1 and tree.lower[i] == "by"]
    return [inner for i in parts for inner in tree.below(i, "pobj") if tree[inner].entity not in DATES]


def _is_of_another(tree: Tree, noun: int) -> bool:
    """'was suspended over the loss of a painting by X', 'was freed at the request of a lawyer by X': X made what is lost."""
    above = tree.head(noun)
    if above is None or tree[noun].relation != "pobj" or tree.lower[above] != "of":
        return False
    return tree[tree[above].head].relation == "pobj"


def shared_objects(tree: Tree, verb: int) -> list[int]:
    """'nuns' of 'beat and robbed two nuns', for 'beat'."""
    if tree[verb].lemma in ALONE or verb + 2 >= len(tree) or tree[verb + 1].tag != "CC":
        return []
    joined = [child for child in tree.below(verb, "conj") if child == verb + 2 and tree[child].tag == tree[verb].tag]
    return [head for child in joined for head in tree.below(child, "dobj")]


def with_gap(tree: Tree, verb: int) -> list[int]:
    """The engineers of 'the engineers they had taken': what the clause is about, where no word of it says so."""
    if tree[verb].relation != "relcl" or tree[verb].lemma in ALONE or not tree.below(verb, "nsubj"):
        return []
    noun = tree[verb].head
    inside = [i for i in tree.subtree(verb) if i < verb]
    is_bare = all(tree[i].tag not in RELATIVE_TAGS and tree[i].tag not in {"WRB", "WP$"} for i in inside)
    is_whole = any(tree.below(verb, "ccomp", "xcomp", "acomp", "mark")) or any(
        not tree.below(i, "pobj", "pcomp") for i in tree.below(verb, "prep")
    )
    is_close = bool(inside) and noun < inside[0] and tree[inside[0] - 1].text != ","
    return [noun] if is_bare and is_close and not is_whole and tree[noun].pos == "NOUN" else []


def worth(tree: Tree, verb: int) -> list[int]:
    """'worth' of 'gave goods worth nine dollars to Chad', which the parser hangs 'to' on, or on the sum."""
    if "worth" not in tree.lemmas:
        return []
    held = tree.below(verb, "dobj", "ccomp", "acomp", "xcomp", "oprd", "advmod", "amod", "acl", "relcl")
    inside = [i for child in held for i in (child, *tree.below(child, "amod", "acl", "relcl", "appos"))]
    found = [i for i in inside if tree[i].lemma == "worth"]
    return [i for worth in found for i in (worth, *tree.below(worth, "npadvmod", "dobj"))]


def contents(tree: Tree, noun: int) -> list[int]:
    """'rice' of 'nine tons of rice to Chad', where the parser hangs 'to' on what is sent."""
    return [inner for preposition, inner in tree.prepositions(noun) if preposition == "of"]


def particle_objects(tree: Tree, verb: int) -> list[int]:
    """'voted down a treaty', 'called in the army', where the parser takes the particle for a preposition."""
    after = verb + 1
    if after == len(tree) or tree[after].head != verb or tree[after].relation not in {"prep", "prt"}:
        return []
    if tree.lower[after] == "in" and tree[verb].lemma in CALLING:
        return [i for i in tree.below(after, "pobj") if tree[i].pos == "NOUN" and acting_noun(tree, i)]
    return tree.below(after, "pobj") if tree.lower[after] in PARTICLES else []
