"""Retold: what a text tells twice, once with a day: 'X has died. … She died on Sunday', 'They met on Sunday. … After the talks'."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.span import TimeSpan
from timeline.model.statement import Status
from timeline.model.time import DIRECT, UNDATED, When
from timeline.model.types import UNGUIDED
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention

SOON = 2  # sentences after the lead that say how it came about
DAYS_AGO = 3  # before the report
ANOTHER = frozenset({"second", "third", "earlier", "previous", "separate", "meanwhile", "elsewhere", "also"})
FIRST = 2  # sentences in which news is told without its day
LAST_DAYS = 14  # before the latest day that it may be of
POINTING = frozenset({"the", "this", "that"})
BARE = frozenset({"det", "punct"})
NAMED = frozenset("assault accident disaster protest consult agree election sport".split())  # a trial has many days
BACK = 8  # sentences
NAMED_AGAIN = "named again"  # why it has its date
DYING = frozenset({"die", "pass", "pass away"})


def with_days(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; those of the first sentences without a day have the one with which the same is told further down."""
    if not drafts:
        return []
    last = drafts[0].mention.tree.sentence.index + FIRST
    early = [draft for draft in drafts if draft.mention.tree.sentence.index < last and _is_open(draft)]
    found = {id(draft): other for draft in early if (other := _again(draft, drafts)) is not None}
    found |= {id(draft): other for draft in drafts if (other := _befell(draft, drafts)) is not None}
    return [_dated(draft, found[id(draft)]) if id(draft) in found else draft for draft in drafts]


def with_named(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a noun that names again the only dated happening of its type before it has the date of that ('the talks')."""
    told: list[Draft] = []
    found: list[Draft] = []
    for draft in drafts:
        one = _named_before(draft, told) if _names_again(draft) else None
        found.append(draft if one is None else _named(draft, one))
        if draft.mention.row.type in NAMED and _is_candidate(draft):
            told.append(draft)
    return found


def _named_before(draft: Draft, told: Sequence[Draft]) -> When | None:
    """The date of those of its type that were told before it, if all have that one day and the last is near."""
    alike = [one for one in told if one.mention.row.type == draft.mention.row.type]
    dated = [one for one in alike if one.when.basis in DIRECT]
    known = {one.mention.tree for one in dated}
    spans = {_days(one.when.span) for one in alike if one.when.basis in DIRECT or one.mention.tree not in known}
    if len(spans) != 1 or not dated or dated[-1].when.span.width != 1:
        return None
    back = draft.mention.tree.sentence.index - dated[-1].mention.tree.sentence.index
    return dated[-1].when if 0 < back <= BACK else None


def _days(span: TimeSpan) -> tuple[int | None, int | None]:
    """Its first and last day, whatever the clock says: 'early on Tuesday' and 'at 3.40 am' that day are one date."""
    return span.start_earliest, span.end_latest


def _is_candidate(draft: Draft) -> bool:
    """What a noun may name again: of a day that the text tells, or told as news without one ('signed the agreement')."""
    if draft.when.basis in DIRECT:
        return draft.claim.status is Status.ASSERTED
    return draft.when.basis in UNDATED and draft.mention.carrier is not None


def _names_again(draft: Draft) -> bool:
    """'the talks', 'this attack', with nothing that says which."""
    mention, tree = draft.mention, draft.mention.tree
    is_undated = draft.when.basis in UNDATED and draft.claim.status is Status.ASSERTED
    if mention.is_verb or not is_undated or tree[mention.index].tag != "NN":
        return False
    words = {tree.lower[child] for child in tree.below(mention.index, "det")}
    return bool(words & POINTING) and tree.relations[mention.index] <= BARE


def _named(draft: Draft, when: When) -> Draft:
    return replace(draft, when=replace(when, basis="resolved", because=(*when.because, NAMED_AGAIN)))


def _is_open(draft: Draft) -> bool:
    return draft.mention.is_verb and draft.claim.status is Status.ASSERTED and draft.when.basis in UNDATED


def _again(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The first that tells the same, of the same people, with a day shortly before the text."""
    actors = {role.actor for role in draft.roles}
    return next((other for other in drafts if _is_dated(draft, other) and _is_same(draft.mention, other.mention)
                 and any(role.actor in actors for role in other.roles)), None)  # fmt: skip


def _befell(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """'A driver has died in a crash. … Police said a lorry skidded at 6 a.m. on Friday': how the lead's mishap came about."""
    first = drafts[0].mention.tree.sentence.index
    if draft.mention.tree.sentence.index != first or draft.mention.row.type not in UNGUIDED:
        return None
    if draft.when.basis not in UNDATED or draft.claim.status is not Status.ASSERTED:
        return None
    later = (other for other in drafts if first < other.mention.tree.sentence.index <= first + SOON)
    alike = (other for other in later if other.mention.row.type == draft.mention.row.type)
    other = next((other for other in alike if _is_dated(draft, other)), None)
    return None if other is None or _is_another(draft, other) else other


def _is_another(draft: Draft, other: Draft) -> bool:
    """Of days long before the report, somewhere else, or called another one."""
    until, day = draft.when.span.end_latest, other.when.span.start_earliest
    is_long_ago = until is None or day is None or until - day > DAYS_AGO
    is_elsewhere = draft.place is not None and other.place is not None and draft.place != other.place
    return is_long_ago or is_elsewhere or not ANOTHER.isdisjoint(other.mention.tree.lower)


def _is_dated(draft: Draft, other: Draft) -> bool:
    """By one day in the last two weeks, and told later in the text."""
    until, day = draft.when.span.end_latest, other.when.span.start_earliest
    is_later = other.mention.tree.sentence.index > draft.mention.tree.sentence.index
    is_direct = other.when.basis in DIRECT and other.when.span.width == 1 and other.claim.status is Status.ASSERTED
    return is_later and is_direct and until is not None and day is not None and 0 <= until - day < LAST_DAYS


def _is_same(mention: Mention, other: Mention) -> bool:
    """One verb, or two for dying."""
    return other.is_verb and (mention.lemma == other.lemma or {mention.lemma, other.lemma} <= DYING)


def _dated(draft: Draft, other: Draft) -> Draft:
    when = When(other.when.span, "resolved", (*other.when.because, "told again with its day"), rule=other.when.rule)
    return replace(draft, when=when)
