"""Typed: the type of a happening by learnt weights, from what its clause says, what a row says of it and what else is told.

The words of the clause (verb, object, doer …) are looked up as vectors and, where they are common, as themselves; a linear model,
learnt from the rows' examples, the clauses of prototypes.txt and what readers marked in our own texts, says how likely each type
is. What a row says is a trait like others, worth more from some files than from others. A flash keeps the types of its rows but
where these go by the verb alone (kin.txt), or know the word of several types (deeds.txt, the last rows of triggers-ambiguous.txt).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log

from timeline.model.types import SPOKEN, TYPE_NAMES
from timeline.parser.known.triggers import TriggerRow
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.traits import plainly, traits, traits_of_row
from timeline.parser.sentences.phases import only_row, whose_course
from timeline.parser.sentences.tree import DATES, Tree
from timeline.vectors import Vector, vector, weights

OTHER = "other"
LABELS = tuple(sorted(TYPE_NAMES))
SURE = 0.25  # how likely a type must be to be served; of 107 less likely ones held back 25 were right
LEAD = 0.3  # how much likelier than a sound row's it must be; of 53 that were, held back, 31 were right, 8 the row's
GRAVE = frozenset({"assault", "coerce", "crime"})
EVEN = 0.5  # how likely one of these must be of a deed that no row knows; of 70 less likely ones held back 9 were right
FEW = 0.3  # added to the count of each type, so that none is out of the question
DEEDS = "deeds."  # the file of rows that say it is a deed, and of which kind at best
KIN = "kin."  # that of rows that know the verb, and no more
AMBIGUOUS = "triggers-ambiguous."  # that of words of several types, whose last rows ask for nothing
# Files of whose rows less than three in four were right in the sets that no rule was fitted to; those of others are sound.
WEAK = (DEEDS, AMBIGUOUS, "triggers-conflict.", "triggers-affairs.", "triggers-law.", "triggers-nature.")
REMARKING = word_list("remarking")
REMARKS = frozenset({"statement", "request"})  # what a remark is; of 62 that weights took for another, three were that
APART = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl", "punct"})  # clauses of their own
JOINED = frozenset({"conj", "cc"})
PREPOSITIONS = tuple("in on at to from with into over against for of out off under by about as after".split())
SLOTS: tuple[tuple[str, ...], ...] = (  # parts of a clause
    ("object", "indirect"),
    ("subject", "by", "possessor"),
    PREPOSITIONS,
    ("clause", "clause_object"),
    ("modifier",),
)
PLACES = {name: place for place, names in enumerate(SLOTS) for name in names}
RANKS = {name: rank for rank, name in enumerate(PLACES)}
SHARES = (1.5, 0.5, 1.0, 0.7, 0.7, 0.5, 0.5, 0.7)  # of each of `parts` in learning


def with_types(mentions: Iterable[Mention], *, is_story: bool) -> list[Mention]:
    """The mentions with the likeliest types; in a flash only those that no row settles. Fighting 'that erupted' is of the kind
    of the fighting.
    """
    found = [*mentions]
    rows = {_place(mention.tree, mention.index): mention.row for mention in found}
    told = Counter(mention.row.type for mention in found)
    asked = [is_asked(mention, is_story=is_story) or (is_story and _has_kind(mention)) for mention in found]
    kinds = {mention.row.type for mention, is_one in zip(found, asked, strict=True) if is_one}
    beside = {kind: weights().said_beside(company(told, kind)) for kind in kinds}
    return [
        _typed(mention, beside, rows, is_story=is_story) if is_one else mention
        for mention, is_one in zip(found, asked, strict=True)
    ]


def is_asked(mention: Mention, *, is_story: bool) -> bool:
    """Whether weights have their full say: in a longer text beside every row of a file that is often wrong."""
    return is_open(mention) or (is_story and (is_doubtful(mention) or mention.row.place.startswith(WEAK)))


def _has_kind(mention: Mention) -> bool:
    """Whether its row gives it a type: a sound one that weights may only overrule by far."""
    return mention.row.type != OTHER


def company(told: Mapping[str, int], own: str) -> Vector:
    """How often a text tells of each type beside one mention of the type `own`, in logarithms."""
    total = sum(told.values()) - 1 + FEW * len(LABELS)
    none, others = log(FEW / total), {kind: number - (kind == own) for kind, number in told.items()}
    return vector([log((others[kind] + FEW) / total) if kind in others else none for kind in LABELS])


def parts(mention: Mention) -> list[list[str]]:
    """The words of a mention's clause, by their place in it."""
    tree, index = mention.tree, mention.index
    particles = [tree[child].text for child in tree.below(index, "prt")]
    slots: list[list[str]] = [[] for _ in SLOTS]
    for name in sorted([name for name in mention.slots if name in RANKS], key=RANKS.__getitem__):
        slots[PLACES[name]].extend(
            [plainly(tree, head) for head in mention.slots[name] if tree[head].entity not in DATES]
        )
    whole = [plainly(tree, word) for word in _clause(tree, mention.top)]
    return [[tree[index].lemma], particles, *slots, whole]


def likeliest(mention: Mention, beside: Vector) -> tuple[str, float, float]:
    """The likeliest type, how likely it is, and by how much more than what the row says."""
    clues = [*traits(mention), *traits_of_row(mention)]
    return weights().likeliest(clues, parts(mention), beside, mention.row.type)


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


def _typed(
    mention: Mention, beside: Mapping[str, Vector], rows: Mapping[tuple[int, int], TriggerRow], *, is_story: bool
) -> Mention:
    is_unsettled = is_open(mention) or mention.row.place.startswith(KIN)
    row = _row_of_course(mention, rows) if is_unsettled else None
    if row is not None:
        return replace(mention, row=replace(mention.row, type=row.type, mode=row.mode))
    kind, chance, lead = likeliest(mention, beside[mention.row.type])
    if kind == mention.row.type or (_is_remark(mention) and kind not in REMARKS):
        return mention
    if (lead < LEAD or kind == OTHER) and not is_asked(mention, is_story=True):
        return mention
    is_guessed = chance < (EVEN if is_story and kind in GRAVE and is_open(mention) else SURE)
    if is_guessed and mention.row.type in SPOKEN:
        return mention
    return replace(mention, row=replace(mention.row, type=kind, mode=None), is_guessed=is_guessed)


def _is_remark(mention: Mention) -> bool:
    """'Said she would sell it': the words that a remark is made in turn nothing down and accuse nobody."""
    is_saying = mention.row.is_saying and mention.row.type == "statement" and mention.is_verb
    has_thing = "object" in mention.slots and mention.lemma in {"add", "recall"}  # 'added a goal', 'recalled the vans'
    return is_saying and mention.lemma in REMARKING and not has_thing


def _row_of_course(mention: Mention, rows: Mapping[tuple[int, int], TriggerRow]) -> TriggerRow | None:
    """The row of what the mention tells the course of."""
    noun = whose_course(mention.tree, mention.index) if mention.is_verb else None
    return None if noun is None else rows.get(_place(mention.tree, noun)) or only_row(mention.tree, noun)


def _place(tree: Tree, index: int) -> tuple[int, int]:
    return tree.sentence.index, index


def _clause(tree: Tree, top: int) -> Sequence[int]:
    """The words of a clause, without its dates and without what is a clause of its own or joined to it."""
    found, left = [top], [child for child in tree.children[top] if tree[child].relation not in JOINED]
    while left:
        word = left.pop()
        if tree[word].relation not in APART:
            found.append(word)
            left.extend(tree.children[word])
    return sorted([word for word in found if tree[word].entity not in DATES])
