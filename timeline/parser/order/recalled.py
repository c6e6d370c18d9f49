"""Recalled: what a report tells in the past, without a date and far below its news, but not as the next thing: the story so far.

News of today ends in what everybody has known for weeks: 'The minister was shot on his doorstep', 'Sources say that he had
been warned'. None of that was on the day of the news, and the text does not say when it was.
"""

from collections.abc import Sequence

from timeline.model.time import DIRECT, When
from timeline.model.types import HARMS
from timeline.parser.anchor.following import is_followed
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.order.lead import News
from timeline.parser.order.sequence import Told
from timeline.parser.order.telling import sentences
from timeline.parser.order.verbs import verb_of
from timeline.parser.sentences.tree import Tree

SOON = 3  # sentences after its news in which a report goes on to tell of blows
ROUGH = HARMS | {"protest"}
STOPS = frozenset({":", ";"})
MOMENTS = frozenset({"when", "after", "since", "before"})
SUFFERING, SUBJECT = ("dobj", "nsubjpass"), ("nsubj",)
APART = 3  # days before the news from which on what is told is no part of it
GIVEN = frozenset({"det", "poss"})
NEW = frozenset({"a", "an", "another"})
THE = frozenset({"the"})


def recalled(told: Sequence[Told], whens: Sequence[When], news: News | None) -> frozenset[int]:
    """The numbers of what a report may only recall, though it stands as if it were told next; `whens` are counted already."""
    old = {number for number, one in enumerate(told) if _is_old(one.mention)}
    if news is None:
        return frozenset(old)
    old |= _at_known_moments(told, whens, news) | _of_known_harm(told, whens, news)
    reach = news.sentence + SOON * (not _is_about_blow(told, news))  # the last sentence that a blow may be told next in
    for tree, numbers in sentences(told):
        rough = [number for number in numbers if number not in old and told[number].mention.row.type in ROUGH]
        if tree.sentence.index > reach:
            old |= {number for number in rough if told[number].mention.row.type in HARMS}
        elif rough and tree.sentence.index == reach:
            reach += 1
    return frozenset(old)


def _at_known_moments(told: Sequence[Told], whens: Sequence[When], news: News) -> set[int]:
    """'Rebels took Beka in 2009. … Thousands fled when Beka fell': of the time of what was told with an older date."""
    found: set[int] = set()
    known: set[str] = set()
    for tree, numbers in sentences(told):
        clauses = {number: _clause(told[number].mention) for number in numbers}
        for verb in set(clauses.values()) if known else ():
            moments = {clause for clause in tree.below(verb, "advcl") if _is_moment(tree, clause)}
            again = {clause for clause in moments if not known.isdisjoint(_names(tree, clause, SUFFERING + SUBJECT))}
            found |= {number for number in numbers if again and clauses[number] in again | {verb}}
        for number in numbers:
            if told[number].mention.is_verb and _is_before(whens[number], news):
                known |= _names(tree, clauses[number], SUFFERING)
    return found


def _of_known_harm(told: Sequence[Told], whens: Sequence[When], news: News) -> set[int]:
    """'A quake struck a week ago. … The quake forced thousands from their homes': when it was, and not after the news."""
    found: set[int] = set()
    known: set[str] = set()
    for tree, numbers in sentences(told):
        for number in numbers if known else ():
            verb = tree.first_conjunct(_clause(told[number].mention))
            heads = tree.below(verb, "nsubj") if told[number].mention.is_verb else []
            if any(tree.has(head, "det", THE) and not known.isdisjoint(types_named(tree, head)) for head in heads):
                found.add(number)
        for number in numbers:
            mention = told[number].mention
            if mention.row.type in HARMS and not mention.is_verb and _began_before(whens[number], news):
                known.add(mention.row.type)
    return found


def _is_moment(tree: Tree, verb: int) -> bool:
    """A clause with 'when', 'after', 'since' or 'before'."""
    return any(tree.lower[child] in MOMENTS for child in tree.below(verb, "advmod", "mark"))


def _names(tree: Tree, verb: int, slots: tuple[str, ...]) -> set[str]:
    return {tree.lower[head] for head in tree.below(verb, *slots) if tree[head].tag == "NNP"}


def _began_before(found: When, news: News) -> bool:
    """'a week ago': days before the news, or maybe just before it."""
    first = found.span.start_earliest
    return first is not None and _is_before(found, news, apart=1) and news.day - first >= APART


def _is_before(found: When, news: News, *, apart: int = APART) -> bool:
    end = found.span.end_latest
    return found.basis in DIRECT and end is not None and news.day - end >= apart


def _is_about_blow(told: Sequence[Told], news: News) -> bool:
    """'marched on Monday over the killing of a teacher': a blow that was before, and what is told of blows is told of that."""
    lead = [one.mention for one in told if one.mention.tree.sentence.index == news.sentence]
    blows = [mention for mention in lead if mention.row.type in HARMS]
    return bool(blows) and all(_is_known(mention) for mention in blows)


def _is_old(mention: Mention) -> bool:
    is_beside = _is_told_by_somebody(mention) or _is_amid(mention) or _is_of_life(mention)
    return _is_known(mention) or is_followed(mention) or is_beside


def _is_known(mention: Mention) -> bool:
    """'The blast occurred at the same moment': whatever it was has been told of."""
    tree = mention.tree
    return not mention.is_verb and any(tree.lower[child] not in NEW for child in tree.below(mention.index, *GIVEN))


def _is_told_by_somebody(mention: Mention) -> bool:
    """'Reports say that the bomb was driven there', but not 'The bomb was driven there, police said', which the report tells."""
    tree, clause = mention.tree, _clause(mention)
    above = tree[clause].head
    is_content = tree[clause].relation == "ccomp" and above < clause
    return is_content and not any(tree[index].text in STOPS for index in range(above, clause))


def _is_amid(mention: Mention) -> bool:
    """'The clerks were eating when the boiler burst': the day is that of the lunch."""
    tree, clause = mention.tree, _clause(mention)
    above = tree[clause].head
    is_when = tree[clause].relation == "advcl" and any(tree.lower[child] == "when" for child in tree.children[clause])
    return is_when and tree[above].tag == "VBG" and bool(tree.below(above, "aux"))


def _is_of_life(mention: Mention) -> bool:
    """'Born in Lund in 1970, she trained as a nurse before she moved to Rome.'"""
    return mention.tree.lower[0] == "born"


def _clause(mention: Mention) -> int:
    """The verb of its clause; of 'killing two' that of the clause which this goes along with."""
    tree = mention.tree
    verb = tree.first_conjunct(verb_of(mention))
    return _above(tree, verb) if tree[verb].relation == "advcl" and tree[verb].tag == "VBG" else verb


def _above(tree: Tree, verb: int) -> int:
    return tree.first_conjunct(tree[verb].head)
