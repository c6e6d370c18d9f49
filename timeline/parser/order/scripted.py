"""Scripted: the sieve of general knowledge. scripts.txt says what follows what, here it is found in a text.

Of several happenings that one may have followed, it surely followed the first: 'The slope gave way on Friday and again on Sunday.
The army has sent tents'. And what one of several may have ended has no last day from either.
"""

from collections.abc import Iterator, Sequence

from timeline.model.span import TimeSpan
from timeline.model.statement import FACTS, Relation, Status
from timeline.model.time import DIRECT
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.aspect import is_counted_since, is_past_perfect
from timeline.parser.order.ending import verb_of_end
from timeline.parser.order.scripts import Script, scripts_after
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.verbs import verb_of

DESCRIBING = frozenset({"relcl", "acl"})
REACH = 100  # Statements back; keeps reading linear in the length of a text
BESIDE = 5  # Statements before and after that may be of the same sentence
AFFAIR = 30  # days before the latest of its kind in which a happening may be part of one affair


def by_scripts(told: Sequence[Told]) -> Iterator[Order]:
    """General knowledge: rows of scripts.txt. The earlier side is the first happening of its kind, of one affair, in a sentence
    before. Right in 4 of 6.
    """
    for number, one in enumerate(told):
        if one.status not in FACTS or one.when.basis in DIRECT or is_past_perfect(one) or is_counted_since(one.mention):
            continue
        if _is_under_past_perfect(one.mention) or _is_told_again(told, number):
            continue
        for script in scripts_after(one.mention.row.type, one.mention.row.mode):
            if not _is_later(one.mention, script):
                continue
            first = _first(told, number, _earlier(told, number, script), script.within)
            if (
                first is not None
                and not _is_shared(told, first, script)
                and not _is_told_with_older(told, number, first)
            ):
                yield Order(number, Relation.AFTER, first, script.because, "script")


def _is_under_past_perfect(mention: Mention) -> bool:
    """'had ordered it closed after inspectors found the exits locked': before that, too."""
    tree = mention.tree
    path = [mention.top, *tree.above(mention.top)]
    clauses = [tree[index].head for index in path if tree[index].relation == "advcl"]
    return any(tree.lower[child] == "had" for clause in clauses for child in tree.below(clause, "aux"))


def _is_told_again(told: Sequence[Told], number: int) -> bool:
    """'They signed a truce in October. … The truce was broken': it has been told of, with its date."""
    one = told[number].mention
    is_known = not one.is_verb and any(one.tree.lower[child] == "the" for child in one.tree.below(one.index, "det"))
    return is_known and any(
        other.mention.tree is not one.tree
        and one.tree[one.index].lemma in other.mention.tree.lemmas
        and other.when.basis in DIRECT
        for other in told[max(0, number - REACH) : number]
    )


def _is_later(mention: Mention, script: Script) -> bool:
    """Whether it may be the later side of the script, by its verb and the words beside it."""
    return script.later.has_lemma(mention) and not (script.words and script.words.isdisjoint(mention.tree.lemmas))


def _earlier(told: Sequence[Told], number: int, script: Script) -> list[int]:
    """What may be the earlier side."""
    mention = told[number].mention
    return [
        n
        for n in range(max(0, number - REACH), number)
        if told[n].status is Status.ASSERTED
        and _may_be_earlier(mention, told[n].mention, script.within)
        and script.earlier.fits(told[n].mention)
    ]


def _may_be_earlier(later: Mention, earlier: Mention, within: int | None) -> bool:
    """Whether it stands in another sentence, or what is told soon after in the same.

    What describes somebody ('the families of those who died in the market have been paid') is told again, and not next.
    """
    if earlier.tree is later.tree:
        return within is not None
    return later.tree[later.top].relation not in DESCRIBING


def _first(told: Sequence[Told], number: int, earlier: list[int], within: int | None) -> int | None:
    """The first of the affair that the latest of them belongs to; for what is told soon after, when that is near."""
    if not earlier:
        return None
    latest = max(earlier, key=lambda n: _start(told[n]))
    if within is not None and not _is_near(told[number].mention, told[latest].mention, within):
        return None
    affair = [n for n in earlier if 0 <= _start(told[latest]) - _start(told[n]) <= AFFAIR]
    days = {_start(told[n]) for n in affair if told[n].when.span.width == 1}
    named = [n for n in affair if not _is_vague(told[n].when.span, days)] or affair
    return min(named, key=lambda n: (_start(told[n]), n))


def _is_vague(span: TimeSpan, days: set[int]) -> bool:
    """'October saw hostilities, starting with a raid on the 11th': of the month in which a day is told."""
    first, last = span.start_earliest, span.end_latest
    return first is not None and last is not None and first < last and any(first <= day <= last for day in days)


def _start(one: Told) -> int:
    """The first day it may have been on; 0 when nobody knows."""
    return one.when.span.start_earliest or 0


def _is_near(mention: Mention, other: Mention, within: int) -> bool:
    """Told at most that many sentences on, as the next thing and not as what had been before."""
    tree = mention.tree
    is_before = any(tree[child].text.lower() in {"had", "'d"} for child in tree.below(mention.top, "aux"))
    return not is_before and tree.sentence.index - other.tree.sentence.index <= within


def _is_told_with_older(told: Sequence[Told], number: int, first: int) -> bool:
    """'A director went on trial on Wednesday. Two engineers were convicted in June and jailed': what it is joined to was before."""
    tree, start = told[number].mention.tree, told[first].when.span.start_earliest
    head = tree.first_conjunct(verb_of(told[number].mention))
    joined = (
        one.when
        for one in told[max(0, number - BESIDE) : number + BESIDE]
        if one.mention.tree is tree and one.when.basis in DIRECT and tree.first_conjunct(verb_of(one.mention)) == head
    )
    ends = [when.span.end_latest for when in joined]
    return start is not None and any(end is not None and end < start for end in ends)


def _is_shared(told: Sequence[Told], first: int, script: Script) -> bool:
    """'The agreement capped ten days of fighting, and replaced a truce of Friday': more than one may have been its end."""
    if told[first].when.basis in DIRECT:
        return False
    if verb_of_end(told[first].mention) is not None:
        return True
    later = [one for one in told if script.later.takes(one.mention.row.type, one.mention.row.mode)]
    return sum(_is_later(one.mention, script) for one in later) > 1
