"""Phases: what happenings do and no state or person does: 'the talks … it had collapsed', 'four days after they began'."""

from timeline.parser.known.triggers import NOT_A_HAPPENING, TriggerRow, lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import RELATIVE_TAGS, SUBJECTS, Tree

ALONE = word_list("phase")
WITH_PARTICLE = frozenset(
    {
        ("break", "down"),
        ("break", "out"),
        ("fall", "through"),
        ("fall", "apart"),
        ("peter", "out"),
        ("go", "on"),
        ("drag", "on"),
    }
)
ENDS = frozenset("collapse failure end demise breakdown outcome cancellation success start beginning".split())
WANTED = frozenset("ask plead beg press push call apply hope wait long negotiate".split())  # 'asked for it'
COMING = frozenset({"due", "imminent", "overdue"})
BEFALLING = frozenset({"happen", "occur"})
BEGINNING = frozenset({"begin", "start", "erupt", "flare"})
PARTS = {"break": {"out"}, "take": {"place", "effect"}, "go": {"off"}}
ENTERING, FORCE = frozenset({"come", "enter", "go"}), frozenset({"force", "effect"})
MORE = ("dobj", "xcomp", "ccomp", "attr")


def is_of_phase(tree: Tree, pronoun: int) -> bool:
    """The pronoun is the subject of a verb that tells of a happening's course, with no object."""
    return tree[pronoun].relation in SUBJECTS and _is_phase(tree, tree[pronoun].head)


def _is_phase(tree: Tree, verb: int) -> bool:
    """A verb that tells of a happening's course, with no object: 'began', 'broke out'."""
    if tree.below(verb, *MORE):
        things = [tree.lower[child] for child in tree.below(verb, *MORE)]
        return tree[verb].lemma == "take" and things == ["place"]
    particles = (tree.lower[child] for child in tree.below(verb, "prt"))
    return tree[verb].lemma in ALONE or any((tree[verb].lemma, particle) in WITH_PARTICLE for particle in particles)


def is_awaited(tree: Tree, adjective: int) -> bool:
    """'The report is due'; what 'was due to rust' had happened."""
    return tree[adjective].lemma in COMING and not is_cause(tree, adjective)


def is_cause(tree: Tree, adjective: int) -> bool:
    """'due to rust', 'due to a strike': why, and not when."""
    return any(tree.lower[child] == "to" for child in tree.below(adjective, "prep", "pcomp"))


def told_to_happen(tree: Tree, verb: int, verbs: frozenset[str]) -> int | None:
    """'the fire, which broke out on Monday', 'the crash that happened in May': the noun, by whose clause it is dated."""
    if tree[verb].relation != "relcl" or tree.below(verb, "ccomp", "xcomp"):
        return None
    is_told = _is_to_happen(tree, verb, verbs) or _is_in_force(tree, verb)
    is_own = any(tree[child].tag in RELATIVE_TAGS for child in tree.below(verb, "nsubj"))
    return tree[verb].head if is_told and is_own else None


def _is_to_happen(tree: Tree, verb: int, verbs: frozenset[str]) -> bool:
    parts = [tree.lower[child] for child in tree.below(verb, "prt", "dobj")]
    known: set[str] = PARTS.get(tree[verb].lemma, set())
    return len(parts) == 1 and parts[0] in known if known else not parts and tree[verb].lemma in verbs


def _is_in_force(tree: Tree, verb: int) -> bool:
    """'the truce, which came into force at noon'."""
    if tree[verb].lemma not in ENTERING:
        return False
    return any(word == "into" and tree[inner].lemma in FORCE for word, inner in tree.prepositions(verb))


def whose_course(tree: Tree, verb: int) -> int | None:
    """The noun whose course a verb tells of: 'the rioting spread', 'fighting that erupted on Monday and went on for days'; None for
    any other verb.
    """
    subjects = tree.below(verb, *SUBJECTS) or tree.below(tree.first_conjunct(verb), *SUBJECTS)
    if not subjects or not _is_phase(tree, verb):
        return None
    is_told_of = tree[verb].relation == "relcl" and tree[subjects[0]].tag in RELATIVE_TAGS
    return tree[verb].head if is_told_of else subjects[0]


def is_end_of_it(tree: Tree, pronoun: int) -> bool:
    """'opposed the sale and welcomed its collapse': the end of what was told of before."""
    if tree[pronoun].relation != "poss" or tree.lower[pronoun] != "its" or tree[tree[pronoun].head].lemma not in ENDS:
        return False
    return any(token.relation == "dobj" and is_happening(tree, token.index) for token in tree.sentence.tokens[:pronoun])


def is_wanted(tree: Tree, pronoun: int) -> bool:
    """'it' of 'had asked for it': a thing, and nobody."""
    above = tree[pronoun].head
    is_for = tree[pronoun].relation == "pobj" and tree.lower[above] == "for"
    return is_for and tree.lower[pronoun] == "it" and tree[tree[above].head].lemma in WANTED


def is_happening(tree: Tree, noun: int) -> bool:
    """A noun that some row of the lexicon reads as one."""
    rows = lexicon().get((tree[noun].lemma, "noun"), ())
    return any(row.type != NOT_A_HAPPENING for row in rows)


def only_row(tree: Tree, noun: int) -> TriggerRow | None:
    """The last row of the lexicon that reads a noun as a happening, where all that do agree on its type."""
    rows = [row for row in lexicon().get((tree[noun].lemma, "noun"), ()) if row.type != NOT_A_HAPPENING]
    return rows[-1] if len({row.type for row in rows}) == 1 else None
