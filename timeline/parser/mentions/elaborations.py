"""Elaborations: clauses and nouns that only say more of a happening told above them, and are none of their own."""

from collections.abc import Sequence

from timeline.model.types import HARMS, SPOKEN
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.governing import is_complement
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.particular import is_dated
from timeline.parser.sentences.tree import DATES, SUBJECTS, Tree

PART_OF_PROTEST = frozenset({"request", "accuse", "reject", "assault", "crime", "coerce"})
STANCES = frozenset({"request", "accuse", "reject", "agree", "support", "concede"})
TOPICS = frozenset({"of", "over", "about", "on", "at", "against", "for"})
FACED = word_list("faced")
FORESEEN = frozenset({"plan", "schedule", "expect", "intend", "slate"})
TRYING = frozenset({"try", "attempt"})
MEDIATING = frozenset({"mediate", "broker", "facilitate", "moderate", "chair"})
SETTLED = frozenset({"agree", "retreat"})  # what is brokered, besides talks


def is_elaboration(mention: Mention, found: Sequence[Mention], *, is_story: bool = False) -> bool:
    """Says how, why or about what another of the sentence's mentions was done.

    A story tells as well what a deed did (', killing two'), and what a clause of its own says of the same kind as its verb.
    """
    if any(_is_same_deed(mention, other, is_story=is_story) for other in found):
        return True
    if mention.lemma in TRYING and any(other.is_verb and is_complement(other, mention) for other in found):
        return True  # 'tried to cross the border' is told once
    if has_own_date(mention):
        return any(_is_inquired(mention, other) for other in found)
    if is_story and mention.row.type in HARMS and "object" in mention.slots:
        return False
    return any(_elaborates(mention, other) for other in found)


def is_mediation(tree: Tree, verb: int) -> bool:
    """'talks brokered by Norway': a participle or a relative clause that says who helped."""
    return tree[verb].lemma in MEDIATING and tree[verb].relation in {"acl", "relcl", "advcl", "pcomp"}


def is_foreseen(tree: Tree, verb: int) -> bool:
    """'an exchange that had been planned for June': that it was to be, and no deed."""
    is_passive = tree[verb].relation == "relcl" and bool(tree.below(verb, "auxpass"))
    return is_passive and tree[verb].lemma in FORESEEN and not tree.below(verb, "agent", "xcomp")


def is_facing(tree: Tree, verb: int) -> bool:
    """'faced a hard choice', and not 'faces nine years in jail'."""
    return tree[verb].lemma == "face" and any(tree[thing].lemma in FACED for thing in tree.below(verb, "dobj"))


def has_own_date(mention: Mention) -> bool:
    """A date in the mention's own clause, or on the noun itself."""
    tree = mention.tree
    if not mention.is_verb:
        return is_dated(tree, mention.index)
    return tree.has_entity(mention.index, DATES)


def _elaborates(mention: Mention, other: Mention) -> bool:
    if mention.is_verb:
        return _is_manner(mention, other) or _is_prepared(mention, other) or _is_inquired(mention, other)
    return _is_topic(mention, other) or _is_named_before(mention, other)


def _is_inquired(mention: Mention, other: Mention) -> bool:
    """'an inquiry into crimes committed by soldiers': what is only looked into."""
    tree = mention.tree
    if tree[mention.index].relation != "acl" or other.row.type != "accuse" or other.is_verb:
        return False
    noun = tree[mention.index].head
    return tree[noun].relation == "pobj" and tree[tree[noun].head].text.lower() == "into"


def _is_named_before(mention: Mention, other: Mention) -> bool:
    """'the curfew imposed in May': the participle tells it."""
    tree = mention.tree
    is_participle = tree[other.index].relation in {"acl", "relcl"} and tree[other.index].head == mention.index
    is_bare = mention.carrier is None  # 'lodged an objection, which the jury rejected'
    return (
        is_bare
        and is_participle
        and mention.row.type == other.row.type
        and other.is_verb
        and other.lemma not in MEDIATING
    )


def _is_manner(mention: Mention, other: Mention) -> bool:
    """'rioted, setting fire to beds', 'marched, calling for a vote'."""
    tree, token = mention.tree, mention.tree[mention.index]
    if token.relation != "advcl" or token.tag != "VBG" or tree.below(mention.index, *SUBJECTS):
        return False
    is_part = other.row.type == "protest" and mention.row.type in PART_OF_PROTEST
    is_speech = mention.row.type in SPOKEN and other.row.type in SPOKEN  # 'rejected the plan, urging them to wait'
    return token.head in {other.index, other.top} and (is_part or is_speech or mention.row.type == other.row.type)


def _is_same_deed(mention: Mention, other: Mention, *, is_story: bool) -> bool:
    """'ordered the paper to suspend its print': the same kind of happening, as the clause of another."""
    if not (mention.is_verb and other.is_verb):
        return False
    if is_story and mention.row.type not in SPOKEN and mention.tree[mention.top].relation == "ccomp":
        return False
    is_purpose = mention.tree[mention.index].relation == "advcl" and _is_infinitive(mention.tree, mention.index)
    is_below = is_complement(mention, other) or (is_purpose and mention.tree[mention.index].head == other.index)
    return mention.row.type == other.row.type and is_below


def _is_infinitive(tree: Tree, index: int) -> bool:
    return any(tree[child].tag == "TO" for child in tree.below(index, "aux"))


def _is_prepared(mention: Mention, other: Mention) -> bool:
    """'prepared to resume shelling': the preparing is what happened."""
    return other.row.type == "mobilize" and other.lemma.startswith("prepare") and is_complement(mention, other)


def _is_topic(mention: Mention, other: Mention) -> bool:
    """'a protest over the refusal': what somebody only takes a stand on or against."""
    tree = mention.tree
    head = tree.head(tree.first_conjunct(mention.index))
    if mention.row.type not in STANCES or other.row.type != "protest" or head is None:
        return False
    return tree[head].text.lower() in TOPICS and tree[head].head in {other.index, other.top}
