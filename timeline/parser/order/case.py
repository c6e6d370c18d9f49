"""Case: in a report of a verdict, a charge or an arrest, what it tells of the deed was before that, and is not told next."""

from collections.abc import Sequence

from timeline.model.statement import FACTS
from timeline.model.time import UNDATED
from timeline.model.types import BLOWS, COMMENTS
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tenses import is_simple_past
from timeline.parser.sentences.tree import Tree

JUDGING = frozenset({"statement", "appointment", "death"})
COURT = frozenset({"legal", "appointment", "death", *COMMENTS})  # what goes on in a courtroom and after it
ARREST = "arrest"
TELLING = frozenset({"say", "tell", "hear", "argue", "allege", "accord", "describe", "contend", "claim"})
TELLERS = word_list("teller of a case")
COURTROOM = word_list("of a courtroom")
CASE = "what a case is about was before it"
JUDGES = word_list("of the court")
SPEAKERS = TELLERS | JUDGES
HANDS = word_list("of an arrest")  # whose blows belong to the arrest itself


def told_of_case(told: Sequence[Told], sentence: int | None) -> frozenset[int]:
    """The numbers of what was before the news, when the news, in the sentence of that index, is of a court or an arrest.

    Crimes and blows are; so is all that prosecutors say was done, and what is told next in their paragraph.
    """
    if sentence is None:
        return frozenset()
    leads = [one.mention for one in told if one.mention.tree.sentence.index == sentence]
    is_of_court = any(lead.row.type == "legal" for lead in leads)
    if not is_of_court and not any(lead.row.mode == ARREST for lead in leads):
        return frozenset()
    found: set[int] = set()
    paragraph = -1
    for tree, numbers in sentences(told):
        is_told_here = is_of_court and _is_told_by_accuser(tree)
        paragraph = tree.sentence.paragraph if is_told_here or paragraph == tree.sentence.paragraph else -1
        if tree.sentence.index > sentence:
            spared = JUDGING if is_told_here else COURT
            found |= {n for n in numbers if _is_deed(told[n], paragraph >= 0, spared)}
    return frozenset(found)


def without_course(order: Sequence[Order], cases: frozenset[int]) -> tuple[Order, ...]:
    """The links but for those by which what was before the news would be told after it."""
    return tuple(link for link in order if not (link.one in cases and link.sieve in {"course", "news"}))


def _is_told_by_accuser(tree: Tree) -> bool:
    """'…, prosecutors said', 'according to the indictment', 'the jury heard that …', 'according to a complaint'."""
    if "complaint" in tree.lemmas and "accord" in tree.lemmas:
        return True
    return not (TELLERS.isdisjoint(tree.lemmas) or TELLING.isdisjoint(tree.lemmas))


def _is_deed(one: Told, is_in_case: bool, spared: frozenset[str]) -> bool:
    """A blow, or in the midst of a case any deed that is of none of the types spared and is not the court's."""
    mention = one.mention
    is_open = one.status in FACTS and one.when.basis in UNDATED and is_simple_past(mention.tree, mention.top)
    is_blow = mention.row.type in BLOWS and HANDS.isdisjoint(mention.tree.lemmas)
    is_elsewhere = (
        mention.row.type not in spared and COURTROOM.isdisjoint(mention.tree.lemmas) and not _is_of_court(mention)
    )
    return is_open and (is_blow or (is_in_case and is_elsewhere))


def _is_of_court(mention: Mention) -> bool:
    tree = mention.tree
    subjects = tree.below(tree.first_conjunct(mention.top), "nsubj")
    return any(tree[head].lemma in SPEAKERS for head in subjects)
