"""Undone: what was to be and came to nothing, as the words beside it tell: "Sunday's race was abandoned", 'was due to fly but was
arrested', 'a shipment that was to arrive on Monday was held up'. What is called off when it is going on ('the search') was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.statement import Claim, Status
from timeline.parser.claims.turned import MOVING, is_approved, is_dropped
from timeline.parser.known.hedges import cancelling
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.phases import BEGINNING
from timeline.parser.sentences.tree import DATES, PAST, SUBJECTS, UNDERGOING, Tree

GOING = frozenset("vanish disappear flee escape abscond die collapse kill murder drown quit".split())
BIDS = frozenset({"bid", "offer"})
OPEN = frozenset(
    {"other", "consult"}
)  # 'called off the sailings', 'had to cancel a trip': what was to be is not named otherwise
UNDONE: frozenset[Status | None] = frozenset({Status.CANCELLED, Status.NEGATED})
STAGING = frozenset({"carry", "hold", "take", "begin", "start", "stage", "mount", "launch", "happen", "open"})
VISIT = "consult"
ENDED = frozenset({"concede", "retreat"})  # types
LEAVING = frozenset({"abandon", "scrap", "ditch", "axe"})  # 'The tug was abandoned'
OCCASIONS = frozenset({"consult", "sport", "election", "cooperate", "other"})  # types
BEGUN = BEGINNING | {"open", "break out"}
FALLING = frozenset({"fall through", "come to nothing", "fizzle out"})
ARRANGED = frozenset({"plan", "schedule", "set", "slate", "due", "book", "arrange", "intend"})
TRIES = frozenset({"attempt", "try", "launch", "liftoff", "takeoff", "departure"})
DUE = frozenset({"due", "set", "ready", "poised"})
MEANT = frozenset({"schedule", "suppose", "mean", "slate", "set", "book"})
THWARTING = word_list("thwarting a plan")
ENDURING = word_list("going on until it is called off")
SPANS = frozenset("minute hour day night week month year".split())


def is_undone(mention: Mention) -> bool:
    """Whether it was called off, or was to be and something else came."""
    tree, index = mention.tree, mention.index
    if not mention.is_verb:
        return _is_fallen_through(mention) or _is_planned_and_dropped(tree, index) or _is_of_forgone(tree, index)
    if _is_calling_off(tree, index):
        heads = tree.below(index, *UNDERGOING)
        is_open = mention.row.type in OPEN and not any(tree[head].lemma in ENDURING for head in heads)
        # that it was put off is what happened; the visit did not
        is_open = is_open and (mention.row.type == VISIT or MOVING.isdisjoint(verb_names(tree, index)))
        if is_open and (tree[index].lemma not in LEAVING or any(types_named(tree, head) for head in heads)):
            return True
        return mention.row.type not in ENDED and any(_is_to_come(tree, head) for head in heads)
    return _is_forgone(tree, index) or _is_planned_and_dropped(tree, index)


def fate(tree: Tree, noun: int) -> Iterator[Status]:
    """Of a sale or a merger: it came to nothing, or it may come now that somebody has cleared it. A bid was made."""
    if tree[noun].lemma in BIDS:
        return
    if is_dropped(tree, noun):
        yield Status.CANCELLED
    elif is_approved(tree, noun):
        yield Status.PLANNED


def called_off(mention: Mention) -> int:
    """The word that names what is told: of 'Sunday's race was abandoned' the race, else the mention's own."""
    tree, index = mention.tree, mention.index
    has_undergone = mention.is_verb and "nsubjpass" in tree.relations[index]
    is_off = has_undergone and _is_calling_off(tree, index) and is_undone(mention)
    heads = [head for head in tree.below(index, "nsubjpass") if _is_to_come(tree, head)] if is_off else []
    return heads[0] if heads else index


def without_twins(told: Sequence[tuple[Mention, Claim]]) -> list[tuple[Mention, Claim]]:
    """What is told, without the verb that calls off what is told under its own noun: of 'the race was abandoned' the race."""
    found = {(mention.tree.sentence.index, mention.index): (mention, claim) for mention, claim in told}
    kept = [
        (mention, claim)
        for mention, claim in told
        if ((word := called_off(mention)) == mention.index or (mention.tree.sentence.index, word) not in found)
        and not any(_is_twin(found.get((mention.tree.sentence.index, noun))) for noun in _to_do_it(mention))
    ]
    return _told_by_noun(kept)


def _told_by_noun(told: list[tuple[Mention, Claim]]) -> list[tuple[Mention, Claim]]:
    """Of 'cancelled a planned meeting', where both words tell that it came to nothing, the meeting, with whoever cancelled it."""
    verbs = {
        (mention.tree.sentence.index, noun): mention
        for mention, claim in told
        if mention.is_verb and claim.status is Status.CANCELLED
        for noun in mention.tree.below(mention.index, "dobj")
    }
    if not verbs:
        return told
    nouns = {
        key: verbs[key]
        for mention, claim in told
        if (key := _key(mention)) in verbs
        and claim.status is Status.CANCELLED
        and verbs[key].row.type == mention.row.type
    }
    told_already = {_key(verb) for verb in nouns.values()}
    return [
        (_with_subject(mention, nouns[_key(mention)]) if _key(mention) in nouns else mention, claim)
        for mention, claim in told
        if _key(mention) not in told_already
    ]


def _key(mention: Mention) -> tuple[int, int]:
    return mention.tree.sentence.index, mention.index


def _with_subject(noun: Mention, verb: Mention) -> Mention:
    subject = verb.slots.get("subject", [])
    return replace(noun, slots={**noun.slots, "subject": subject}) if subject and "subject" not in noun.slots else noun


def _is_twin(other: tuple[Mention, Claim] | None) -> bool:
    """What came to nothing, and talks, which are told whatever they were for."""
    return other is not None and (other[1].status in UNDONE or other[0].row.type == "consult")


def _to_do_it(mention: Mention) -> list[int]:
    """The meeting of 'a meeting that was to bring them together', and the attack of 'an attack that was to be carried out'."""
    tree, verb = mention.tree, _due(mention.tree, mention.index) if mention.is_verb else None
    if verb is None or tree[verb].relation != "relcl":
        return []
    noun = tree[verb].head
    above = tree.head(noun) if tree[noun].relation == "pobj" else None
    return [noun, *([tree[above].head] if above is not None and mention.lemma in STAGING else [])]


def is_under_way(tree: Tree, noun: int) -> bool:
    """'called off the search', 'called off his strike after nine days': it had begun."""
    verb = tree.head(noun)
    if verb is None or tree[noun].relation not in UNDERGOING or not _is_calling_off(tree, verb):
        return False
    if tree[noun].lemma in ENDURING or _has_begun(tree, noun):
        return True
    after = [i for i in tree.subtree(verb) if tree.lower[i] == "after" and tree[i].relation == "prep"]
    return any(
        tree[span].lemma in SPANS and tree.below(span, "nummod") for i in after for span in tree.below(i, "pobj")
    )


def _has_begun(tree: Tree, noun: int) -> bool:
    """'The strike, which began on Monday, was called off'."""
    crews = [inner for word, inner in tree.prepositions(noun) if word == "of"]  # 'the strike of the crews, which began'
    clauses = (verb for head in (noun, *crews) for verb in tree.below(head, "relcl") if tree[verb].tag == "VBD")
    return any(not BEGUN.isdisjoint(verb_names(tree, verb)) for verb in clauses)


def _is_calling_off(tree: Tree, verb: int) -> bool:
    return not cancelling().isdisjoint(verb_names(tree, verb))


def _is_to_come(tree: Tree, noun: int) -> bool:
    """'a launch planned for May', "Saturday's race", 'the concert in Lund on 3 April', 'a second attempt'."""
    if tree[noun].relation != "nsubjpass" or tree[noun].lemma in ENDURING:
        return False
    if tree[noun].lemma in TRIES or any(tree[day].entity in DATES for day in tree.below(noun, "poss")):
        return True
    phrase = tree.subtree(noun)
    return any(tree[i].lemma in ARRANGED and tree[i].pos != "NOUN" and not tree.below(i, "dobj") for i in phrase) or (
        not any(tree[i].pos == "VERB" for i in phrase) and any(_is_day(tree, i) for i in phrase)
    )


def _is_day(tree: Tree, index: int) -> bool:
    """'on 3 April', 'for Monday'."""
    is_object = tree[index].relation == "pobj" and tree[index].entity in DATES
    return is_object and tree.lower[tree[index].head] in {"on", "for"}


def _is_fallen_through(mention: Mention) -> bool:
    """'An earlier summit fell through'."""
    tree, verb = mention.tree, mention.tree.head(mention.index)
    if verb is None or mention.row.type not in OCCASIONS or tree[mention.index].relation != "nsubj":
        return False
    return mention.lemma not in {"talk", "talks"} and not FALLING.isdisjoint(verb_names(tree, verb))


def _is_planned_and_dropped(tree: Tree, index: int) -> bool:
    """'A refit was planned for 2022 but shelved', of the refit or of its plan."""
    is_noun = tree[index].relation == "nsubjpass"
    verb = tree[index].head if is_noun else index
    if tree[verb].lemma not in ARRANGED or not tree.below(verb, "nsubjpass"):
        return False
    return any(
        tree[other].tag in PAST and not tree.below(other, *SUBJECTS, "dobj") and _is_dropping(tree, other)
        for other in tree.below(verb, "conj")
    )


def _is_dropping(tree: Tree, verb: int) -> bool:
    """Not 'postponed to June'."""
    names = verb_names(tree, verb)
    is_moved = not MOVING.isdisjoint(names) and any(
        word in {"to", "until", "till"} for word, _ in tree.prepositions(verb)
    )
    return _is_calling_off(tree, verb) and not is_moved and not tree.is_negated(verb)


def _is_gone_before(tree: Tree, verb: int) -> bool:
    """'vanished a week before she was due to sing'; what was to come after a blast may have come."""
    is_before = tree[verb].relation == "advcl" and any(tree.lower[i] == "before" for i in tree.below(verb, "mark"))
    is_theirs = any(tree[i].tag == "PRP" for i in tree.below(verb, "nsubj", "nsubjpass"))
    return is_before and is_theirs and tree[tree[verb].head].lemma in GOING


def _is_forgone(tree: Tree, index: int) -> bool:
    """'was due to fly but was arrested', 'Work was to begin; it was put off', 'a boat that was to sail was seized'."""
    verb = _due(tree, index)
    if verb is None:
        return False
    if any(tree.lower[i] == "had" for i in tree.below(verb, "aux")):
        return True  # 'had been due to open'
    if _is_gone_before(tree, verb):
        return True
    if any(tree.lower[i] == "but" for i in tree.below(verb, "cc")) or _is_countered(tree, index):
        others = {tree[other].lemma for one in (verb, index) for other in tree.below(one, "conj")}
        return tree[index].lemma not in others and others.isdisjoint({"delay", "do"})
    if tree[verb].relation == "relcl":
        return _is_thwarted(tree, tree[verb].head)
    beside = [
        *tree.below(verb, "ccomp", "parataxis", "conj"),
        *([tree[verb].head] if tree[verb].relation == "ccomp" else []),
    ]
    beside += [i for i in range(index, len(tree)) if tree[i].relation == "ROOT"] if ";" in tree.lower else []
    return any(other > index and tree[other].tag in PAST and _is_dropping(tree, other) for other in beside)


def _is_countered(tree: Tree, index: int) -> bool:
    """'was to open the fair but fell ill', joined with 'open'."""
    is_joined = any(tree.lower[i] == "but" for i in tree.below(index, "cc"))
    return is_joined and any(tree[other].tag == "VBD" for other in tree.below(index, "conj"))


def _is_of_forgone(tree: Tree, noun: int) -> bool:
    """'The trial had been due to start on Monday', 'was to begin in May but the judge died'."""
    if tree[noun].relation not in {*SUBJECTS, "nsubjpass"}:
        return False
    verb = tree[noun].head
    inner = [*tree.below(verb, "xcomp"), *(i for one in tree.below(verb, "acomp") for i in tree.below(one, "xcomp"))]
    return any(_is_forgone(tree, one) for one in inner)


def _due(tree: Tree, index: int) -> int | None:
    """The 'was' of 'was to open', 'was due to open', 'was scheduled to open' that tells of what is past."""
    above = tree.head(index)
    if (
        above is None
        or tree[index].relation != "xcomp"
        or not any(tree[i].tag == "TO" for i in tree.below(index, "aux"))
    ):
        return None
    if tree[above].pos == "ADJ" and tree[above].lemma in DUE:
        above = tree[above].head
    if tree[above].lemma == "be":
        return above if tree[above].tag in {"VBD", "VBN"} else None
    is_meant = tree[above].tag == "VBN" and tree[above].lemma in MEANT
    return above if is_meant and any(tree[i].tag == "VBD" for i in tree.below(above, "auxpass", "aux")) else None


def _is_thwarted(tree: Tree, noun: int) -> bool:
    """What befell the thing or the person that was to do it: 'was held up', 'died', 'have lost contact with'."""
    verb = tree[noun].head
    if tree[noun].relation == "appos":
        verb = tree[tree[noun].head].head
    while tree[verb].pos == "ADP" or tree[verb].relation in {"pobj", "dobj"}:
        verb = tree[verb].head
    return tree[verb].pos == "VERB" and not THWARTING.isdisjoint(verb_names(tree, verb)) and not tree.is_negated(verb)
