"""Lives: what the dead did was before they died, in a text that begins with their death."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import FACTS, Relation, Status
from timeline.parser.mention import Mention
from timeline.parser.sequence import Order, Told
from timeline.parser.telling import sentences
from timeline.parser.tree import SUBJECTS, Tree

LIVED = "what the dead did was before they died"
DYING = frozenset({"die", "pass away", "pass", "death"})
PRONOUNS = frozenset({"he", "she"})
NEAR = 2  # sentences at the beginning of a text in which its death is told


def by_lives(told: Sequence[Told]) -> Iterator[Order]:
    """'She died on Sunday. She won a medal and taught in Lund': what is told of her was before."""
    death = next((number for number, one in enumerate(told) if _is_death(told, one)), None)
    if death is None or (names := _names(told[death].mention)) == frozenset():
        return
    is_theirs = True
    for tree, numbers in sentences(told):
        if tree.sentence.index <= told[death].mention.tree.sentence.index:
            continue
        is_theirs = _is_of(tree, names, is_theirs)
        for number in numbers:
            if is_theirs and _is_deed(told[number], names):
                yield Order(number, Relation.BEFORE, death, LIVED, "life")


def _is_death(told: Sequence[Told], one: Told) -> bool:
    """A dated death at the beginning."""
    first = told[0].mention.tree.sentence.index
    is_dated = one.when.basis in {"stated", "resolved"} and one.status is Status.ASSERTED
    is_death = one.mention.row.type == "death" and one.mention.lemma in DYING
    return is_death and is_dated and one.mention.tree.sentence.index - first < NEAR


def _names(mention: Mention) -> frozenset[str]:
    """The last names of whoever died."""
    tree = mention.tree
    heads = [head for slot in ("subject", "object") for head in mention.slots.get(slot, [])]
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
    """Told in the past, with no date, of the one who died."""
    mention = one.mention
    if one.status not in FACTS or one.when.basis != "published" or mention.row.type in {"death", "statement"}:
        return False
    verb = mention.tree.first_conjunct(mention.top)
    subjects = {mention.tree[i].text for v in (verb, mention.top) for i in mention.tree.below(v, *SUBJECTS)}
    is_past = mention.tree[mention.top].tag in {"VBD", "VBN"}
    return is_past and any(text.lower() in PRONOUNS or text in names for text in subjects)
