"""Lives: what the dead did was before they died, in a text that begins with their death."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import FACTS, Relation, Status
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tree import SUBJECTS, Tree

LIVED = "what the dead did was before they died"
DYING = frozenset({"die", "pass away", "pass", "death"})
DATED = frozenset({"stated", "resolved"})
BEARERS = ("subject", "object", "of", "possessor")
PRONOUNS = frozenset({"he", "she"})
NEAR = 2  # sentences at the beginning of a text in which its death is told


def by_lives(told: Sequence[Told]) -> Iterator[Order]:
    """'She died on Sunday. She won a medal and taught in Lund': what is told of her was before."""
    death = _death(told)
    if death is not None and told[death].when.basis in DATED:
        yield from (Order(number, Relation.BEFORE, death, LIVED, "life") for number in _deeds(told, death))


def lived(told: Sequence[Told]) -> frozenset[int]:
    """The numbers of what the dead did, whether or not their death has a day: none of it is likely of the day of the news."""
    death = _death(told)
    return frozenset() if death is None else frozenset(_deeds(told, death))


def _death(told: Sequence[Told]) -> int | None:
    return next((number for number, one in enumerate(told) if _is_death(told, one)), None)


def _deeds(told: Sequence[Told], death: int) -> Iterator[int]:
    if (names := _names(told[death].mention)) == frozenset():
        return
    is_theirs = True
    for tree, numbers in sentences(told):
        if tree.sentence.index <= told[death].mention.tree.sentence.index:
            continue
        is_theirs = _is_of(tree, names, is_theirs)
        for number in numbers:
            if is_theirs and _is_deed(told[number], names):
                yield number


def _is_death(told: Sequence[Told], one: Told) -> bool:
    """A death at the beginning."""
    first = told[0].mention.tree.sentence.index
    is_so = one.status is Status.ASSERTED and one.when.basis in DATED | {"published"}
    is_death = one.mention.row.type == "death" and one.mention.lemma in DYING
    return is_death and is_so and one.mention.tree.sentence.index - first < NEAR


def _names(mention: Mention) -> frozenset[str]:
    """The last names of whoever died."""
    tree = mention.tree
    heads = [head for slot in BEARERS for head in mention.slots.get(slot, [])]
    persons = [tree[i].text for head in heads for i in (head, *tree.below(head, "appos")) if tree[i].pos == "PROPN"]
    return frozenset(persons)


def _is_of(tree: Tree, names: frozenset[str], was: bool) -> bool:
    """Whether 'he' or 'she' of a sentence still is the one who died: until somebody else is its subject."""
    roots = [token.index for token in tree.sentence.tokens if token.relation == "ROOT"]
    subjects = [tree[i] for root in roots for i in tree.below(root, *SUBJECTS)]
    if not subjects or subjects[0].text.lower() in PRONOUNS:
        return was
    return subjects[0].text in names or (
        was and subjects[0].pos != "PROPN" and not tree.below(subjects[0].index, "poss")
    )


def _is_deed(one: Told, names: frozenset[str]) -> bool:
    """Told in the past, with no date, of the one who died, or of both parents ('They had two sons')."""
    mention = one.mention
    if one.status not in FACTS or one.when.basis != "published" or mention.row.type in {"death", "statement"}:
        return False
    verb = mention.tree.first_conjunct(mention.top)
    subjects = {mention.tree[i].text for v in (verb, mention.top) for i in mention.tree.below(v, *SUBJECTS)}
    is_past = mention.tree[mention.top].tag in {"VBD", "VBN"}
    return is_past and any(
        mention.row.type == "birth" or text.lower() in PRONOUNS or text in names for text in subjects
    )
