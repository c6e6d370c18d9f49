"""Clauses that go on with their verb: 'pickets who were blocking the gate', 'forcing the closure of a road', 'a debate in which …'.

What they tell is of the time of what they hang on.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from timeline.model.statement import FACTS, Relation
from timeline.model.time import DIRECT, UNDATED
from timeline.model.types import COMMENTS, HARMS
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tenses import is_simple_past
from timeline.parser.sentences.tree import Tree

SIEVE = "clause"
AT_PLACE = frozenset({"where"})
DESCRIBING = frozenset({"relcl", "acl", "advcl"})
OBJECTS = frozenset({"dobj", "pobj", "conj", "prep"})
WITHIN = frozenset({"in", "at", "during"})
MOMENTS = frozenset({"when", "as", "while"})
MEANS = frozenset({"by", "in"})
WHERE = frozenset({"where", "when", "whereupon"})
CAUSING = word_list("causing")
ENDING = frozenset("end settle resolve conclude halt stop break".split())  # of what had begun before
# What comes of it, or is done to it, later.
LATER = ENDING | word_list("coming of it")
ANSWERING = word_list("answering a riot")
RIOTING = word_list("rioting")
PAST = frozenset({"was", "were"})
# 'a march held on Monday drew thousands'
HOLDING = frozenset({"hold", "stage", "conduct", "organise", "organize", "make", "give"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
SAID = COMMENTS | {"agree", "consult", "protest"}
GATHERINGS = frozenset({"consult", "protest", "other"})  # to which one goes
BRINGING = frozenset(
    "sign agree accept reach strike declare hold stage carry launch mount call conclude broker impose win".split()
)
HAS = frozenset({"has", "have"})


def by_clauses(told: Sequence[Told]) -> Iterator[Order]:
    """A clause in the progressive or a participle beside a verb, and one of what a noun was: of the time of that."""
    for _, numbers in sentences(told):
        if len(numbers) < 2:
            continue
        for number in numbers:
            one = told[number]
            if one.status not in FACTS or one.when.basis not in UNDATED:
                continue
            if (other := _whole(one.mention, told, numbers, number)) is not None:
                yield Order(number, Relation.DURING, other, "in one go", SIEVE)
        yield from _told_of(told, numbers)
        yield from _done_by(told, numbers)
        yield from _done_there(told, numbers)


def _whole(mention: Mention, told: Sequence[Told], numbers: Sequence[int], number: int) -> int | None:
    """The mention that the clause of this one goes along with."""
    tree, verb = mention.tree, _clause_of(mention)
    first = tree.first_conjunct(verb)
    if verb == mention.tree.head(verb) or not (tree[first].relation in DESCRIBING or _is_means(tree, first)):
        return None
    facts = [other for other in numbers if other != number and told[other].status in FACTS]
    others = {index: other for other in facts for index in (told[other].mention.top, told[other].mention.index)}
    if _goes_along(tree, first):
        # 'A lorry overturned, spilling acid', misread
        path = [*tree.above(first), *tree.below(tree[first].head, "acl")]
        return next((others[above] for above in path if above in others), None)
    if _is_moment(tree, first) and is_simple_past(tree, verb):
        return next((others[above] for above in tree.above(first) if above in others), None)
    if is_provoked(tree, first) and is_simple_past(tree, verb):
        return others.get(tree[first].head)
    if _is_within(tree, first) and is_simple_past(tree, verb):
        nouns = [*takewhile(lambda above: tree[above].pos in {"NOUN", "ADP"}, tree.above(first))]
        is_object = bool(nouns) and tree[nouns[-1]].relation == "dobj" and not _is_where(tree, first)
        path = [*nouns, tree[nouns[-1]].head] if is_object else nouns  # 'published a report in which it blamed …'
        return next((others[above] for above in path if above in others), None)
    return None


def _told_of(told: Sequence[Told], numbers: Sequence[int]) -> Iterator[Order]:
    """'A body found on Monday was identified', 'a plaque unveiled in 1972 has been restored': what was done to it before."""
    tops = {told[number].mention.top: number for number in numbers if told[number].status in FACTS}
    for number in numbers:
        mention = told[number].mention
        verb = _about(mention.tree, mention.top) if mention.is_verb and told[number].status in FACTS else None
        if verb in tops and verb != mention.top:
            yield Order(number, Relation.BEFORE, tops[verb], "done to it before", SIEVE)


def _done_by(told: Sequence[Told], numbers: Sequence[int]) -> Iterator[Order]:
    """'The explosion that killed eight men last August', 'the murder of a guard who was shot on Monday': of one time with that."""
    undated = {
        told[number].mention.index: number
        for number in numbers
        if told[number].when.basis in UNDATED and not told[number].mention.is_verb and told[number].status in FACTS
    }
    for number in numbers if undated else ():
        tree, verb = told[number].mention.tree, told[number].mention.top
        if tree[verb].relation != "relcl" or tree[verb].lemma in LATER:
            continue
        if (deed := _done_to(told, undated.values(), number)) is not None:
            yield Order(deed, Relation.DURING, number, "one deed", SIEVE)
        if tree[verb].head not in undated:
            continue
        is_doer = any(tree.lower[child] in {"that", "which"} for child in tree.below(verb, "nsubj"))
        if (tree[verb].lemma in BRINGING and not is_doer) and told[number].when.basis in DIRECT:
            yield Order(undated[tree[verb].head], Relation.DURING, number, "what made it is of its time", SIEVE)
        if is_doer and told[number].status in FACTS and is_simple_past(tree, verb):
            yield Order(undated[tree[verb].head], Relation.DURING, number, "what it did is of its time", SIEVE)


def _done_there(told: Sequence[Told], numbers: Sequence[int]) -> Iterator[Order]:
    """'flew to Tehran on 28 October, where he met …': words and meetings there are of that day, the rest after it."""
    tops = {told[number].mention.top: number for number in numbers if told[number].status in FACTS}
    for number in numbers:
        mention, tree = told[number].mention, told[number].mention.tree
        first = tree.first_conjunct(mention.top)
        is_open = told[number].status in FACTS and told[number].when.basis in UNDATED
        if not is_open or not _is_there(tree, first) or not is_simple_past(tree, mention.top):
            continue
        going = next((above for above in tree.above(first) if tree[above].pos in {"VERB", "AUX"}), first)
        other = tops.get(going)
        if other is not None and told[other].when.basis in DIRECT:
            is_then = mention.row.type in SAID and told[other].mention.row.type in GATHERINGS
            yield Order(number, Relation.DURING if is_then else Relation.AFTER, other, "where", SIEVE)


def _is_there(tree: Tree, verb: int) -> bool:
    is_where = tree.has(verb, "advmod", AT_PLACE)
    return is_where and tree[verb].relation in {"relcl", "advcl"}


def _done_to(told: Sequence[Told], nouns: Iterable[int], number: int) -> int | None:
    """Of these nouns the one for what was done to whom a clause tells of: 'the murder of a guard who was shot on Monday'."""
    clause = told[number].mention
    tree, verb = clause.tree, clause.top
    if clause.row.type not in HARMS or not tree.below(verb, "nsubjpass") or not is_simple_past(tree, verb):
        return None
    blows = [noun for noun in nouns if told[noun].mention.row.type in HARMS]
    return next((noun for noun in blows if tree[verb].head in told[noun].mention.slots.get("of", [])), None)


def _about(tree: Tree, participle: int) -> int | None:
    """The verb of whose subject or object a participle tells; for a clause with 'that', only beside a perfect."""
    token = tree[participle]
    if token.tag != "VBN" or token.lemma in HOLDING or token.relation not in {"acl", "relcl"}:
        return None
    noun = tree[token.head]
    verb = noun.head
    is_argument = noun.relation in ARGUMENTS and tree[verb].tag in {"VBD", "VBN"}
    is_perfect = any(tree.lower[child] in HAS for child in tree.below(verb, "aux"))
    is_bare = token.relation == "acl" and not tree.below(participle, "aux", "auxpass")
    is_past = is_simple_past(tree, participle)
    return verb if is_argument and (is_bare or (is_perfect and is_past)) else None


def _clause_of(mention: Mention) -> int:
    """The verb of a mention; for a noun that one brings about ('forcing the closure of a road'), that verb."""
    tree, index = mention.tree, mention.top
    if mention.is_verb or (mention.carrier and tree[index].lemma not in ENDING):
        return index
    while tree[index].relation in OBJECTS and tree[index].pos not in {"VERB", "AUX"}:
        index = tree[index].head
    return index if tree[index].lemma in CAUSING else mention.index


def _goes_along(tree: Tree, verb: int) -> bool:
    """'who were blocking the gate', 'blocking the gate', 'killing two'; never 'after leaving', 'having left', 'saying that …'."""
    helpers = [tree.lower[child] for child in tree.below(verb, "aux", "auxpass")]
    is_bare = not helpers and not tree.below(verb, "mark", "ccomp", "neg")
    is_bare = is_bare and (_is_means(tree, verb) or not tree.below(verb, "prep"))
    return tree[verb].tag == "VBG" and (is_bare or (bool(helpers) and set(helpers) <= PAST))


def _is_means(tree: Tree, verb: int) -> bool:
    """'opened by thanking her party', 'joined them in blaming the weather'."""
    return tree[verb].relation == "pcomp" and tree.lower[tree[verb].head] in MEANS


def _is_moment(tree: Tree, verb: int) -> bool:
    """'killing nine when a stair collapsed', 'fell as she crossed the road'."""
    opening = {tree.lower[child] for child in tree.below(verb, "advmod", "mark")}
    return tree[verb].relation == "advcl" and bool(opening & MOMENTS)


def is_provoked(tree: Tree, verb: int) -> bool:
    """'used tear gas after some threw stones', 'was treated after a fan hit him': at once, at one place."""
    is_after = tree[verb].relation == "advcl" and any(tree.lower[mark] == "after" for mark in tree.below(verb, "mark"))
    is_after = is_after and not tree.below(verb, "npadvmod")  # 'a day after fourteen climbed over the wall'
    return is_after and tree[verb].lemma in RIOTING and tree[tree[verb].head].lemma in ANSWERING


def _is_within(tree: Tree, verb: int) -> bool:
    """'a debate in which a deputy fainted', 'the match, where …'."""
    inside = any(
        tree.lower[child] in WITHIN and any(tree.lower[inner] == "which" for inner in tree.children[child])
        for child in tree.below(verb, "prep")
    )
    return tree[verb].relation == "relcl" and (_is_where(tree, verb) or inside)


def _is_where(tree: Tree, verb: int) -> bool:
    return tree.has(verb, "advmod", WHERE)
