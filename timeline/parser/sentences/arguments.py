"""Arguments: which words of a clause stand where to a trigger, as slots ('subject', 'object', 'with' …), whatever its grammar.

A passive is read as its active sentence, shared and controlled subjects are copied, and a light verb lends its own
arguments to the noun that tells the happening.
"""

from timeline.parser.known.triggers import circumstantial
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.acting import acting_noun
from timeline.parser.sentences.carriers import Carrier, carried_by
from timeline.parser.sentences.culprits import culprits
from timeline.parser.sentences.particles import small_subjects
from timeline.parser.sentences.slots import (
    COMPLEMENT,
    OBJECT,
    PASSIVE_SUBJECT,
    SUBJECT,
    Slots,
    add,
    add_circumstance,
    add_complement,
    contents,
    is_content,
    late_doers,
    late_makers,
    particle_objects,
    shared_objects,
    with_gap,
    worth,
)
from timeline.parser.sentences.subjects import SPANS, borrowed_subject, is_reduced_passive, issuers, subjects_of
from timeline.parser.sentences.tree import DATES, Tree, remembered

ASKING = frozenset({"call", "appeal", "press", "push", "plead"})
OWN_PREPOSITIONS = frozenset({"of", "by", "from", "for"})  # these stay with the object itself
SUMS = frozenset({"MONEY", "PERCENT"})
ATTENDING_PREPOSITIONS = frozenset({"during", "in", "at", "after", "following"})

# Nouns that say little in a phrase of the verb: 'put its fleet on alert against a raid', 'came out in favour of the plan'
BEARING = word_list("bearing")
STAGING = word_list("staging")  # 'a bomb planted by rebels', 'a strike called by the union'
UNDERGOING = frozenset({"under"})
STANDING = frozenset({"stand", "stick"})  # 'stood by its ally Chad'
SERIES = frozenset({"round", "session", "series", "day", "week", "hour"})  # 'a round of talks between A and B'
OWN_DEEDS = frozenset("strike walkout stoppage quarrel dispute row feud argument debate".split())
SIDES = frozenset({"between", "with", "among"})
ARRANGING = frozenset("schedule plan arrange hold set due expect".split())


@remembered
def verb_slots(tree: Tree, verb: int) -> Slots:
    """The slots of a verb, which must not be changed; conjuncts are spread ('A and B' fill a slot twice)."""
    slots: Slots = {}
    is_passive = bool(tree.below(verb, *PASSIVE_SUBJECT, "auxpass", "agent")) or is_reduced_passive(tree, verb)
    add(tree, slots, "subject", subjects_of(tree, verb, is_passive))
    add(tree, slots, "object", _objects(tree, verb, is_passive) + small_subjects(tree, verb))
    add(tree, slots, "indirect", [i for i in tree.below(verb, "dative") if tree[i].pos != "ADP"])
    for preposition, inner in _shared_prepositions(tree, verb):
        if preposition == "by" and not is_passive and tree[verb].lemma not in STANDING:
            continue
        slot = preposition if preposition != "by" else "subject" if is_passive else "with"
        add(tree, slots, slot, [inner])
    if is_passive and "subject" not in slots:
        add(tree, slots, "subject", late_doers(tree, verb) or issuers(tree, verb))
    if tree[verb].lemma in circumstantial():
        add_circumstance(tree, slots, verb)
    if clauses := tree.below(verb, "advcl", *COMPLEMENT):
        wanted = _wanted(tree, clauses)
        wished = [subject for clause in wanted for subject in tree.below(clause, *SUBJECT, *PASSIVE_SUBJECT)]
        add(tree, slots, "for", wished)
        add_complement(tree, slots, dict.fromkeys([*tree.below(verb, *COMPLEMENT), *wanted]))
    if tree[verb].lemma in ASKING and "for" not in slots and (acts := _sought(tree, verb)):
        slots["for"] = acts
    return slots


def _sought(tree: Tree, verb: int) -> list[int]:
    """'changing' of 'called for changing the law'."""
    return [act for word in tree.below(verb, "prep") if tree.lower[word] == "for" for act in tree.below(word, "pcomp")]


def _wanted(tree: Tree, clauses: list[int]) -> list[int]:
    """Those of 'called for X to leave', 'called for X to be freed'."""
    return [clause for clause in clauses if any(tree.lower[mark] == "for" for mark in tree.below(clause, "mark"))]


def noun_slots(tree: Tree, noun: int, carrier: Carrier | None) -> Slots:
    """The slots of a noun, with those that its light verb lends."""
    slots: Slots = {}
    add(tree, slots, "possessor", tree.below(noun, "poss"))
    sums = [child for child in tree.below(noun, "nummod") if tree[child].entity in SUMS]  # 'a $9 million gain'
    add(tree, slots, "modifier", [*tree.below(noun, "amod", "compound", "nmod"), *sums])
    for preposition, inner in tree.prepositions(noun):
        add(tree, slots, preposition, [inner])
        if preposition == "of" and tree[noun].lemma in SERIES:
            for side in (i for word, i in tree.prepositions(inner) if word in SIDES):
                add(tree, slots, "between", [side])
    add(
        tree, slots, "by", _doers(tree, noun) or ([] if "possessor" in slots or "by" in slots else culprits(tree, noun))
    )
    for child in tree.below(noun, "acl"):
        if tree[child].lemma in {"involve", "include"}:
            add(tree, slots, tree[child].text.lower(), tree.below(child, *OBJECT))
        elif tree[child].lemma in ARRANGING:  # 'talks scheduled for Friday with Peru'
            own = tree.prepositions(child)
            dated = (phrase for _, inner in own if tree[inner].entity in DATES for phrase in tree.prepositions(inner))
            for preposition, inner in (*own, *dated):
                add(tree, slots, preposition, [inner] if preposition in SIDES else [])
    if carrier is not None:
        slots["carrier"] = [carrier.verb]
        _lend(tree, slots, carrier, noun)
    elif (
        "with" in slots
        or _is_own_deed(tree, noun, slots)
        or any(tree[child].lemma == "joint" for child in tree.below(noun, "amod"))
    ):
        add(tree, slots, "subject", _attending(tree, noun))
    if tree[noun].relation == "acomp":
        add(tree, slots, "subject", tree.below(tree[noun].head, *SUBJECT))
    if "subject" not in slots:
        _lend_done(tree, slots, noun)
    add_complement(tree, slots, [child for child in tree.children[noun] if is_content(tree, child)])
    return slots


def _doers(tree: Tree, noun: int) -> list[int]:
    """Those of 'the signing of a pact by X', 'a strike called by X', and 'an attack for which X claimed responsibility'."""
    inside = [inner for preposition, inner in tree.prepositions(noun) if preposition == "of"]
    found = [i for inner in inside for preposition, i in tree.prepositions(inner) if preposition == "by"]
    found += late_makers(tree, noun)
    for child in tree.below(noun, "acl"):
        if tree[child].tag == "VBN" and tree[child].lemma in STAGING:
            found += [i for preposition, i in tree.prepositions(child) if preposition == "by"]
    for child in tree.below(noun, "relcl"):
        if any(tree[i].lemma == "responsibility" for i in tree.below(child, "dobj")):
            found += tree.below(child, "nsubj")
    return found


def _attending(tree: Tree, noun: int) -> list[int]:
    """Whoever does something 'during a meeting with X', or 'after nine hours of talks with X', is there."""
    head = tree.head(tree.first_conjunct(noun))
    if head is not None and tree.lower[head] == "of" and tree[tree[head].head].lemma in SPANS:
        head = tree.head(tree[head].head)
    if head is None or tree[head].text.lower() not in ATTENDING_PREPOSITIONS:
        return []
    verb = tree.head(head)
    return verb_slots(tree, verb).get("subject", []) if verb is not None and tree[verb].pos == "VERB" else []


def _is_own_deed(tree: Tree, noun: int, slots: Slots) -> bool:
    """'went back after a nine-day strike', 'left after a quarrel over money': theirs, since no word says whose."""
    is_any = any(tree.lower[i] in {"a", "an"} for i in tree.below(noun, "det"))
    return is_any and tree[noun].lemma in OWN_DEEDS and slots.keys().isdisjoint({"possessor", "by", "between", "of"})


def _lend(tree: Tree, slots: Slots, carrier: Carrier, noun: int) -> None:
    lent = verb_slots(tree, carrier.verb)
    if carrier.light.subject_slot:
        inverted = tree.below(carrier.verb, "attr") if carrier.verb > noun else []  # 'Among the dead were two nurses'
        for index in lent.get("subject", []) or inverted:
            slots.setdefault(carrier.light.subject_slot, []).append(index)
    if tree[noun].relation == "dobj" and tree[noun].head == carrier.verb:  # 'The rider was given a ban by the league'
        add(tree, slots, "object", tree.below(carrier.verb, "nsubjpass"))
    if tree[noun].relation == "pobj" and tree[tree[noun].head].text.lower() in UNDERGOING:
        add(tree, slots, "object", lent.get("object", []))  # 'put the editor under arrest'
    for slot, indices in lent.items():
        if slot not in {"subject", "object", "clause_subject", "clause_object"}:
            slots.setdefault(slot, []).extend(i for i in indices if i not in slots.get(slot, []))


def _lend_done(tree: Tree, slots: Slots, noun: int) -> None:
    """'a deal signed by X', 'the strike called by the union': X, who is to the noun what the verb's subject would be."""
    for child in (child for child in tree.below(noun, "acl") if tree[child].tag == "VBN"):
        carrier = carried_by(child, "object", [tree[child].lemma])
        if carrier is not None and carrier.light.subject_slot:
            add(tree, slots, carrier.light.subject_slot, verb_slots(tree, child).get("subject", []))


def _objects(tree: Tree, verb: int, is_passive: bool) -> list[int]:
    if not is_passive:
        own = tree.below(verb, *OBJECT) or particle_objects(tree, verb) or shared_objects(tree, verb)
        return own or [noun for noun in with_gap(tree, verb) if acting_noun(tree, noun)]
    own = tree.below(verb, *PASSIVE_SUBJECT)
    above = tree.head(verb)
    if own or above is None:
        return own
    if tree[verb].relation == "ccomp" and (
        subjects := tree.below(verb, "nsubj")
    ):  # 'had his tenants thrown out by bailiffs'
        return subjects
    if tree[verb].relation == "pcomp":  # 'Before being arrested, X fled'
        return borrowed_subject(tree, verb)
    if tree[verb].relation == "conj":  # 'resigned and was released'
        return _objects(tree, above, is_passive=True) or tree.below(above, *SUBJECT) or borrowed_subject(tree, above)
    is_aim = any(tree[i].tag == "TO" for i in tree.below(verb, "aux"))
    if is_aim and tree[above].relation == "attr":  # 'She was the first minister to be jailed'
        subjects = tree.below(tree[above].head, *SUBJECT)
        return [above] if any(tree.lower[i] in {"it", "this", "that"} for i in subjects) else subjects
    if tree[verb].relation == "acl" or (is_aim and tree[verb].relation == "relcl"):
        return _among_those(tree, above) or [above]
    return tree.below(above, *SUBJECT, *PASSIVE_SUBJECT)


def _among_those(tree: Tree, those: int) -> list[int]:
    """The judge of 'Among those arrested was a judge' and 'A judge was among those arrested'."""
    word = tree.head(those)
    if tree.lower[those] != "those" or word is None or tree.lower[word] != "among":
        return []
    verb = tree[word].head
    return tree.below(verb, *SUBJECT, "attr") if tree[verb].lemma == "be" else []


def _shared_prepositions(tree: Tree, verb: int) -> list[tuple[str, int]]:
    """The verb's own prepositional phrases and those of its object that are about the verb ('signed a deal with X')."""
    tops = (verb, *tree.below(verb, "advmod", "prt"))  # 'walked away from', 'came round to'
    # 'Of ten men, two'
    own = [pair for top in tops for pair in tree.prepositions(top) if pair[0] != "of" or pair[1] > verb]
    objects = [i for i in tree.below(verb, "dobj", "oprd", "nsubjpass") if tree[i].pos != "ADJ"]
    for child in (*objects, *particle_objects(tree, verb)):
        is_bearing = tree[child].lemma in BEARING
        own += [pair for pair in tree.prepositions(child) if is_bearing or pair[0] not in OWN_PREPOSITIONS]
        own += [pair for inside in contents(tree, child) for pair in tree.prepositions(inside) if pair[0] == "to"]
    own += [pair for sum_ in worth(tree, verb) for pair in tree.prepositions(sum_) if pair[0] == "to"]
    for inner in [inner for _, inner in own if tree[inner].lemma in BEARING]:
        own.extend([*tree.prepositions(inner), *(("of", owner) for owner in tree.below(inner, "poss"))])
    return own
