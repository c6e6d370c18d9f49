"""Order by tense and aspect, by adverbs, and by the order of telling: sieves after those that name both happenings."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.model.statement import FACTS, Relation, Status
from timeline.model.time import DIRECT
from timeline.parser.mentions.governing import is_below, is_complement
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.sequence import Order, Told, word
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tenses import has_had, is_perfect, is_simple_past
from timeline.parser.sentences.tree import DATES, PAST, Tree

TALK = frozenset({"say", "tell", "report", "claim", "think", "believe", "deny", "allege", "add", "explain"})
LATER = frozenset({"later", "then", "afterwards", "afterward", "subsequently", "thereafter", "eventually"})
SINCE = "since"
SOONER = frozenset({"earlier", "previously", "beforehand"})


SHIFTING = LATER | SOONER


def by_aspect(told: Sequence[Told]) -> Iterator[Order]:
    """'had led' was before what is told in the simple past above it, else in the sentence before. Right in 6 of 7."""
    previous: int | None = None
    for _, numbers in sentences(told):
        simple = [number for number in numbers if _is_simple_past(told[number].mention)]
        for number in numbers:
            if not is_past_perfect(told[number]):
                continue
            above = [other for other in simple if is_below(told[number].mention, told[other].mention)]
            later = above[-1] if above else None if simple else previous
            if later is not None and _hangs_on_next(told[number].mention, told[later].mention):
                continue
            if later is not None and told[later].mention.lemma != told[number].mention.lemma:
                yield Order(number, Relation.BEFORE, later, "had", "aspect")
        previous = next((number for number in simple if _is_main(told[number].mention)), None)


def _hangs_on_next(mention: Mention, other: Mention) -> bool:
    """'It was floated in 1987 and nearly failed after it had bought a rival', where nothing is told of the failing."""
    tree, clause = mention.tree, mention.tree.first_conjunct(mention.top)
    is_here = tree is other.tree and tree[clause].relation == "advcl"
    return is_here and tree[clause].head != other.top and tree[tree[clause].head].relation == "conj"


def by_future(told: Sequence[Told]) -> Iterator[Order]:
    """What is agreed, promised or threatened to come is after that. None could be judged."""
    for _, numbers in sentences(told):
        for outer in numbers:
            if told[outer].status is not Status.ASSERTED:
                continue
            for inner in numbers:
                is_coming = told[inner].status is Status.PLANNED
                if is_coming and is_complement(told[inner].mention, told[outer].mention):
                    yield Order(inner, Relation.AFTER, outer, word(told[outer].mention), "future")


def by_adverbs(told: Sequence[Told]) -> Iterator[Order]:
    """'Later they met', 'has met since then': after what the sentence before tells; 'earlier': before it. Right in 1 of 1."""
    previous: int | None = None
    for _, numbers in sentences(told):
        mains = [number for number in numbers if told[number].status in FACTS and _is_main(told[number].mention)]
        if previous is not None and mains and (cue := _adverb(told[mains[0]].mention)):
            relation = Relation.BEFORE if cue in SOONER else Relation.AFTER
            yield Order(mains[0], relation, previous, cue, "adverb")
        line = mains if previous is None else [previous, *mains]
        for before, number in pairwise(line):
            if _has_since(told[number].mention):
                yield Order(number, Relation.AFTER, before, "since", "adverb")
        previous = mains[-1] if mains else None


def _has_since(mention: Mention) -> bool:
    """'has since sued the firm'."""
    tree = mention.tree
    return any(tree.lower[child] == "since" and not tree.children[child] for child in tree.below(mention.top, "advmod"))


def by_sequel(told: Sequence[Told]) -> Iterator[Order]:
    """'It halted the line in May and sent its workers home': no earlier than what has the day."""
    for one, other in _joined(told):
        if told[one].when.basis in DIRECT and told[other].when.basis not in DIRECT:
            yield Order(one, Relation.BEFORE, other, "told in this order", "sequel")


def by_narrative(told: Sequence[Told]) -> Iterator[Order]:
    """'They stormed the town and burned it': two verbs in the past that 'and' joins, in the order of telling. Right in 8 of 9."""
    return (Order(one, Relation.BEFORE, other, "told in this order", "narrative") for one, other in _joined(told))


def _joined(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Two verbs in the simple past that 'and' joins."""
    for tree, numbers in sentences(told):
        for other in numbers:
            mention = told[other].mention
            for one in numbers:
                head = told[one].mention
                is_joined = tree[mention.top].relation == "conj" and tree[mention.top].head == head.top
                if is_joined and _is_next_past(mention) and _is_simple_past(head):
                    yield one, other


def _is_next_past(mention: Mention) -> bool:
    """In the simple past; 'was seized and sold', where the helping verb is told once."""
    tree, verb = mention.tree, mention.top
    is_bare = tree[verb].tag == "VBN" and not tree.below(verb, "aux", "auxpass", "nsubj", "nsubjpass")
    return _is_simple_past(mention) or (is_bare and is_simple_past(tree, tree[verb].head))


def _adverb(mention: Mention) -> str | None:
    """'later' on the verb itself, not in 'two days later', which is a date; or 'since then'."""
    tree = mention.tree
    for child in tree.below(mention.top, "advmod"):
        word = tree[child].text.lower()
        is_back = word == "then" and has_had(tree, mention.top)  # 'had failed then'
        if word in SHIFTING and not tree.children[child] and not is_back:
            return word
    inside = [(word, tree[inner].text.lower()) for word, inner in _beside(tree, mention.top)]
    return "since then" if ("since", "then") in inside else None


def _beside(tree: Tree, verb: int) -> Iterator[tuple[str, int]]:
    """(preposition, what stands behind it, adverbs too) of a verb."""
    for child in tree.below(verb, "prep", "mark", "advmod"):
        yield from ((tree[child].text.lower(), inner) for inner in tree.children[child])


def is_past_perfect(one: Told) -> bool:
    """'had led', told as a fact and not as what somebody says ('said they had led')."""
    mention = one.mention
    tree, top = mention.tree, mention.top
    if one.status not in FACTS or tree[top].tag not in PAST:
        return False
    lengths = [inner for word, inner in tree.prepositions(top) if word == "within" and tree[inner].entity in DATES]
    if tree[top].relation == "conj" and any(tree.below(inner, "det", "nummod") for inner in lengths):
        return False  # 'and within a week both sides had broken it'
    head = tree.head(top)
    is_said = tree[top].relation == "ccomp" and head is not None and tree[head].lemma in TALK
    return (has_had(tree, top) or _shares_had(tree, top)) and not is_said


def _shares_had(tree: Tree, verb: int) -> bool:
    """'had asked for money and threatened to shoot them': told once for both."""
    if tree[verb].relation != "conj" or tree.below(verb, "nsubj", "nsubjpass", "aux"):
        return False
    return tree[tree[verb].head].tag == "VBN" and has_had(tree, tree[verb].head)


def _is_simple_past(mention: Mention) -> bool:
    return is_simple_past(mention.tree, mention.top)


def _is_main(mention: Mention) -> bool:
    """The verb of the sentence, or one that 'and' joins to it."""
    tree = mention.tree
    return tree[tree.first_conjunct(mention.top)].relation == "ROOT"


def is_counted_since(mention: Mention) -> bool:
    """'Fifty people have died since the protests began': from then on, whatever was told last."""
    tree, first = mention.tree, mention.tree.first_conjunct(mention.top)
    if SINCE not in tree.lower or not is_perfect(tree, first):
        return False
    marks = (mark for clause in tree.below(first, "advcl") for mark in tree.below(clause, "mark"))
    return any(tree.lower[i] == SINCE for i in marks) or any(word == SINCE for word, _ in tree.prepositions(first))
