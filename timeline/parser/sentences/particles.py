"""Particles: the names that a verb goes by in the lexicon, with its particle, its preposition or its object."""

from collections.abc import Iterator

from timeline.parser.sentences.tree import Tree, remembered

FATES = frozenset({"hostage", "captive", "prisoner"})


@remembered
def verb_names(tree: Tree, verb: int) -> tuple[str, ...]:
    """The lemma with its particle or preposition ('break out', 'call for'), with its object or what it makes of it, then alone."""
    lemma = tree[verb].lemma
    if not tree.children[verb]:
        return (lemma,)
    particles = [
        tree.lower[i]
        for i in tree.below(verb, "prt", "advmod", "acomp", "prep", "agent", "dative", "intj")
        if "pobj" not in tree.relations[i] or not any(tree[inner].entity == "DATE" for inner in tree.below(i, "pobj"))
    ]
    objects = [tree[i].lemma for i in tree.below(verb, "dobj", "oprd", "nsubjpass", "attr")]
    beside = [*_beside(tree, verb), *objects]
    if lemma in {"take", "hold"} and not FATES.isdisjoint(objects):  # 'taken hostage in Mali' is not 'taken in'
        particles, beside = beside, particles
    return (*(f"{lemma} {particle}" for particle in particles), *(f"{lemma} {word}" for word in beside), lemma)


def _beside(tree: Tree, verb: int) -> Iterator[str]:
    """What is said of the object ('found alive'), what makes one idea with the verb ('went missing', 'let slip'), and
    what the tagger takes for an infinitive ('laid to rest')."""
    for child in tree.below(verb, "ccomp", "xcomp", "advcl"):
        if is_small(tree, child) or (child == verb + 1 and tree[child].tag in {"VB", "VBN"}):
            yield tree[child].lemma
        elif child == verb + 1 and tree[child].tag == "VBG":
            yield tree[child].text.lower()
        elif tree[child - 1].tag == "TO":
            yield f"to {tree[child].lemma}"


def is_small(tree: Tree, clause: int) -> bool:
    """'declared the patent invalid', 'found the hiker alive': a clause without a verb."""
    return tree[clause].relation == "ccomp" and tree[clause].pos in {"ADJ", "NOUN"} and not tree.below(clause, "mark")


def small_subjects(tree: Tree, verb: int) -> list[int]:
    """'the patent' and 'the hiker' there, which are objects of the verb above."""
    return [
        subject
        for clause in tree.below(verb, "ccomp")
        if is_small(tree, clause) or (tree[verb].lemma == "let" and tree[clause].tag == "VB")  # 'let the driver go'
        for subject in tree.below(clause, "nsubj")
    ]
