"""Typed: the type of a happening whose words no row settles, by what its clause is like in meaning.

The words of the clause (verb, object, doer …) are looked up as vectors, and a linear model, learnt from the rows' examples and from
the clauses of prototypes.txt, says how likely each type is; that counts together with what else the text tells of. What a row says
of a word it knows stands, but where the row goes by the verb alone (kin.txt), or knows the word of several types (deeds.txt, the
last rows of triggers-ambiguous.txt), it is only one more voice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log

from timeline.model.types import BLOWS, SPOKEN, UNGUIDED
from timeline.parser.known.triggers import TriggerRow
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.phases import only_row, whose_course
from timeline.parser.sentences.tree import DATES, Tree
from timeline.vectors import Pair, Part, features, weights

OTHER = "other"
GUIDED = BLOWS - UNGUIDED
# How much each voice counts, learnt by logistic regression on texts with their types that were left out of learning one by one.
LIKENESS, COMPANY = 0.65, 0.87
FEW = 0.3  # added to the count of each type, so that none is out of the question
NOTHING = -1.8  # for a deed of no type, whatever the text is of
KNOWN = 2.5  # for the type that a row gives the verb
DEEDS = "deeds."  # the file of rows that say it is a deed, and of which kind at best
KIN = "kin."  # that of rows that know the verb, and no more
AMBIGUOUS = "triggers-ambiguous."  # that of words of several types, whose last rows ask for nothing
APART = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl", "punct"})  # clauses of their own
JOINED = frozenset({"conj", "cc"})
STANDING = frozenset({"PRP", "WDT", "WP"})
SOMEBODY = "they"
# What the names of each label are, in a word.
PLAINLY = {
    "PERSON": "person",
    "ORG": "company",
    "GPE": "country",
    "NORP": "people",
    "LOC": "region",
    "FAC": "building",
    "MONEY": "dollars",
    "CARDINAL": "number",
    "ORDINAL": "first",
    "PERCENT": "percent",
    "QUANTITY": "kilometres",
    "PRODUCT": "product",
    "EVENT": "event",
    "WORK_OF_ART": "book",
    "LAW": "law",
    "LANGUAGE": "language",
}
PREPOSITIONS = tuple("in on at to from with into over against for of out off under by about as after".split())
SLOTS: tuple[tuple[float, tuple[str, ...]], ...] = (  # parts of a clause and how much each counts
    (1.0, ("object", "indirect")),
    (0.7, ("subject", "by", "possessor")),
    (0.7, PREPOSITIONS),
    (0.5, ("clause", "clause_object")),
    (0.5, ("modifier",)),
)
PLACES = {name: place for place, (_, names) in enumerate(SLOTS) for name in names}
RANKS = {name: rank for rank, name in enumerate(PLACES)}
# Parts whose meanings are taken together, and how much that counts: the verb (0) with its object, its doer, what follows.
PAIRS: tuple[Pair, ...] = ((0.7, 0, 2), (0.5, 0, 3), (0.5, 0, 4))


def with_types(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, those that no row settles with a type where one is likely; by mischance none where a text tells of
    violence and of no mischance. Fighting 'that erupted' is of the kind of the fighting.
    """
    found = [*mentions]
    rows = {_place(mention.tree, mention.index): mention.row for mention in found}
    told = Counter(mention.row.type for mention in found if mention.row.type != OTHER)
    is_meant = not GUIDED.isdisjoint(told) and UNGUIDED.isdisjoint(told)
    return [
        mention if is_meant and better.row.type in UNGUIDED and is_open(mention) else better
        for mention, better in zip(found, (_typed(mention, told, rows) for mention in found), strict=True)
    ]


def parts(mention: Mention) -> list[Part]:
    """The words of a mention's clause, by their place in it."""
    tree, index = mention.tree, mention.index
    particles = [tree[child].text for child in tree.below(index, "prt")]
    slots: list[tuple[float, list[str]]] = [(share, []) for share, _ in SLOTS]
    for name in sorted([name for name in mention.slots if name in RANKS], key=RANKS.__getitem__):
        slots[PLACES[name]][1].extend([_plainly(tree, head) for head in mention.slots[name] if _counts(tree, head)])
    whole = [_plainly(tree, word) for word in _clause(tree, mention.top)]
    kind = ["verb"] if mention.is_verb else ["noun"]
    return [(1.5, [tree[index].lemma]), (0.5, particles), *slots, (0.7, whole), (0.3, kind)]


def likelier(mention: Mention, logs: Mapping[str, float], told: Mapping[str, int]) -> str:
    """The likeliest type, by the logarithms of how likely each is and by how many mentions of its text are of each."""
    own = mention.row.type
    others = {kind: number - (kind == own) for kind, number in told.items()}
    total = sum(others.values()) + FEW * len(logs)
    company = {kind: COMPANY * log((number + FEW) / total) for kind, number in others.items()}
    company[OTHER], absent = NOTHING, COMPANY * log(FEW / total)
    voices = {kind: LIKENESS * likeness + company.get(kind, absent) for kind, likeness in logs.items()}
    if own in voices and not is_open(mention):
        voices[own] += KNOWN
    return max(sorted(voices), key=voices.__getitem__)


def is_open(mention: Mention) -> bool:
    """A deed that no row knows by its verb, its doer or what it is done to."""
    return mention.row.type == OTHER and mention.row.place.startswith(DEEDS)


def is_doubtful(mention: Mention) -> bool:
    """Of a type that a row gives, but by little more than the verb.

    What is only said stays so where its words tell, for what it is about goes by that; so does what has a mode.
    """
    place, row = mention.row.place, mention.row
    if place.startswith(KIN):
        return True
    if row.type in SPOKEN or row.mode is not None:
        return False
    return place.startswith(DEEDS) or (place.startswith(AMBIGUOUS) and not row.conditions)


def _typed(mention: Mention, told: Mapping[str, int], rows: Mapping[tuple[int, int], TriggerRow]) -> Mention:
    if not (is_open(mention) or is_doubtful(mention)):
        return mention
    is_unsettled = is_open(mention) or mention.row.place.startswith(KIN)
    row = _row_of_course(mention, rows) if is_unsettled else None
    if row is not None:
        return replace(mention, row=replace(mention.row, type=row.type, mode=row.mode))
    kind = likelier(mention, weights().logs(features(parts(mention), PAIRS)), told)
    return mention if kind == mention.row.type else replace(mention, row=replace(mention.row, type=kind, mode=None))


def _row_of_course(mention: Mention, rows: Mapping[tuple[int, int], TriggerRow]) -> TriggerRow | None:
    """The row of what the mention tells the course of."""
    noun = whose_course(mention.tree, mention.index) if mention.is_verb else None
    return None if noun is None else rows.get(_place(mention.tree, noun)) or only_row(mention.tree, noun)


def _place(tree: Tree, index: int) -> tuple[int, int]:
    return tree.sentence.index, index


def _counts(tree: Tree, index: int) -> bool:
    return tree[index].entity not in DATES


def _plainly(tree: Tree, index: int) -> str:
    """The word, or for a name what it names; pronouns are somebody."""
    token = tree[index]
    if token.entity:
        return PLAINLY.get(token.entity, token.text)
    return SOMEBODY if token.tag in STANDING else token.lemma


def _clause(tree: Tree, top: int) -> Sequence[int]:
    """The words of a clause, without its dates and without what is a clause of its own or joined to it."""
    found, left = [top], [child for child in tree.children[top] if tree[child].relation not in JOINED]
    while left:
        word = left.pop()
        if tree[word].relation not in APART:
            found.append(word)
            left.extend(tree.children[word])
    return sorted(word for word in found if _counts(tree, word))
