"""Twice: which Statements of a text tell one happening, as the text itself says. None is left out: they are linked as the same."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import FACTS, Link, Relation, RoleName, Status
from timeline.model.types import FORCE
from timeline.parser.mentions.consequences import blow_of
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.retelling.suffering import of_victims

REACH = 4  # Statements back
DOUBT = frozenset({"confirm", "deny"})
WALKOUT = "strike"  # may be of workers

Same = tuple[int, Link]  # the place of a Statement, and what links it to another


def told_twice(drafts: Sequence[Draft]) -> Iterator[Same]:
    """The links between what tells the same: harm and the blow that did it, what somebody denies and what was told."""
    for harm, blow in _blows([draft.mention for draft in drafts]):
        yield harm, Link(Relation.SAME, blow, "what it did", "harm")
    for befallen, deed in _named([draft.mention for draft in drafts]):
        yield befallen, Link(Relation.SAME, deed, "whom it befell", "victim")
    for number, draft in enumerate(drafts):
        told = _denied(number, drafts) if draft.mention.row.type == FORCE else None
        if told is not None:
            yield number, Link(Relation.SAME, told, "what is denied was told before", "denial")


def _blows(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The places of harm that is told by itself and of the blow that its sentence says did it."""
    for numbers in by_sentence(mentions).values():
        beside = [mentions[number] for number in numbers]
        for number in numbers if len(numbers) > 1 else ():
            if (blow := blow_of(mentions[number], beside)) is not None:
                yield number, numbers[beside.index(blow)]


def _named(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The places of what befell somebody and of the noun in its sentence that names it ('the murder of Holm, who was shot')."""
    for numbers in by_sentence(mentions).values():
        for befallen, deed in of_victims([mentions[number] for number in numbers]) if len(numbers) > 1 else ():
            yield numbers[befallen], numbers[deed]


def _denied(number: int, drafts: Sequence[Draft]) -> int | None:
    """The last blow told before of which somebody says a few sentences on that it was not so, or not his: 'denied firing'."""
    draft = drafts[number]
    if draft.expression is not None or not _is_doubted(draft):
        return None
    for other in range(number - 1, max(-1, number - 1 - REACH), -1):
        if _is_blow(drafts[other]):
            return other if _may_be_meant(drafts[other], draft) else None
    return None


def _is_doubted(draft: Draft) -> bool:
    """'Denied', or 'neither confirmed nor denied'."""
    if draft.claim.status is Status.DENIED:
        return True
    tree, above = draft.mention.tree, draft.mention.tree.head(draft.mention.top)
    return draft.claim.status is Status.ALLEGED and above is not None and tree[above].lemma in DOUBT


def _is_blow(told: Draft) -> bool:
    is_walkout = told.mention.lemma == WALKOUT and told.mention.row.mode is None
    return told.mention.row.type == FORCE and told.claim.status in FACTS and not is_walkout


def _may_be_meant(told: Draft, draft: Draft) -> bool:
    """Not when its own sentence tells of another blow, nor when both tell where it was, or whom it hit, and nothing is the same."""
    if told.mention.tree is draft.mention.tree:
        return False
    places = {one.place.name for one in (told, draft) if one.place is not None}
    some, others = ({actor.name for actor in one.actors(RoleName.TARGET)} for one in (told, draft))
    return len(places) < 2 and not (some and others and some.isdisjoint(others))
