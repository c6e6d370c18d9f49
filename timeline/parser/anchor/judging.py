"""Judging: days behind what somebody is tried, punished or praised for: of the deed, or of the court that judges it."""

import datetime

from timeline.parser.anchor.dating import word_before
from timeline.parser.anchor.held import Held
from timeline.parser.anchor.lending import UNITS
from timeline.parser.anchor.parts import is_placed
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phases import is_happening
from timeline.parser.sentences.tree import DATES

JUDGING, PUNISHING = word_list("judging a plan"), word_list("judging for a deed")
SENTENCING = frozenset({"convict", "sentence", "jail", "imprison", "acquit", "clear", "fine", "fin"})
GUILTY = "guilty"
GROUNDS = frozenset({"for", "over", "of", "with", "in"})  # 'jailed for the murder'
OFFENCES = frozenset({"for", "over", "of", "to"})  # 'pleaded guilty to the murder'
THE = frozenset({"the"})
# 'for the third time in March', 'for a term of two years in March'
NO_OFFENCES = UNITS | {"time", "term", "total", "life"}
WEEK = 7  # days
LONG_GONE = 30  # days


def judged(held: Held, verb: int, published: datetime.date | None) -> int | None:
    """The happening that somebody speaks of or is judged for in 'condemned the hijacking of a vessel off the coast on 9 August',
    'served nine years for the murder of a clerk in 2003', when that day is long gone as it is told: nobody says of a deed of last
    month on which day it was condemned. 'Jailed for murder in 2003' was then."""
    tree, end = held.tree, held.expression.span.end_latest
    is_of_deed = tree[verb].tag in {"VBP", "VBZ"} or is_placed(held, verb)  # 'we condemn the raid of yesterday'
    days = 0 if is_of_deed else WEEK
    if published is None or end is None or published.toordinal() - end <= days:
        return None
    nouns = tree.below(verb, "dobj") if tree[verb].lemma in JUDGING else []
    if tree[verb].lemma in PUNISHING:
        nouns = [noun for word, noun in tree.prepositions(verb) if word in GROUNDS and tree.below(noun, "det", "poss")]
    nouns = [noun for noun in nouns if verb < noun < min(held.tokens)]
    return next((noun for noun in nouns if is_happening(tree, noun) or _is_offence(held, noun)), None)


def _is_offence(held: Held, noun: int) -> bool:
    """'convicted of a third offence at Lund on 4 March': the day hangs on what it is for."""
    tree, opening = held.tree, min(held.tokens) - 1
    is_for = tree.lower[tree[noun].head] in OFFENCES and tree[noun].lemma not in NO_OFFENCES
    return is_for and tree.lower[opening] in {"on", "in"} and tree[opening].head == noun < opening - 1


def is_of_charge(held: Held, verb: int, published: datetime.date | None) -> bool:
    """'accused of taking gifts between 2019 and 2023': a time long gone is that of what is laid to somebody's charge; 'pleaded
    guilty to driving drunk on 4 March': one of a week ago or more."""
    tree, end, above = held.tree, held.expression.span.end_latest, held.tree[verb].head
    is_plea = tree.lower[above] == "to" and tree.lower[tree[above].head] == GUILTY
    is_charge = tree[verb].relation == "pcomp" and (tree.lower[above] in {"of", "with"} or is_plea)
    days = LONG_GONE if not is_plea else WEEK
    return is_charge and end is not None and (published is None or published.toordinal() - end > days)


def is_of_sentencing(held: Held, deed: int, published: datetime.date | None) -> bool:
    """'convicted him of taking bribes on Thursday', 'pleaded guilty to the murder of a clerk on Thursday', by the deed: a day of
    this week is that of the court, which takes longer."""
    tree, end = held.tree, held.expression.span.end_latest
    preposition = tree[deed].head
    court = tree[preposition].head
    if tree[court].lemma in UNITS:  # 'was jailed for nine years for the murder'
        court = next((index for index in tree.above(court) if tree[index].pos == "VERB"), court)
    is_guilty = tree.lower[court] == GUILTY and tree[court].relation != "ROOT"
    is_deed = (tree[deed].relation, tree[deed].tag) == ("pcomp", "VBG") or (
        tree[deed].relation == "pobj" and tree.lower[preposition] in OFFENCES
    )
    if not is_deed or not (is_guilty or tree[court].lemma in SENTENCING) or published is None or end is None:
        return False
    has_own = any(tree[i].entity in DATES and tree[i].tag == "NNP" for i in range(court + 1, preposition))
    return not has_own and 0 <= published.toordinal() - end <= WEEK


def is_of_verdict(held: Held, deed: int) -> bool:
    """'convicted of the attack in 2001', where nothing says more of an attack that was told: then was the verdict."""
    tree = held.tree
    court = tree[tree[deed].head].head
    if (
        word_before(tree, held.expression.start) == "of"
        or tree[deed].relation != "pobj"
        or tree[court].lemma not in SENTENCING
        or not tree.has(deed, "det", THE)
    ):
        return False
    more = tree.below(deed, "prep", "relcl", "acl", "compound", "amod")
    return all(held.tokens & set(tree.subtree(one)) for one in more)
