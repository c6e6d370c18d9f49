"""Ages: 'went down the pit at 14' of somebody born in 1928 was in 1942 or 1943."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.days import calendar_day, day_number
from timeline.model.span import TimeSpan
from timeline.model.statement import Actor, Status
from timeline.model.time import UNDATED, When
from timeline.parser.mentions.draft import Draft
from timeline.parser.sentences.numerals import number_value
from timeline.parser.sentences.tree import Tree

BIRTH = "birth"
DEATH = "death"
YEARS = range(5, 110)
DIGITS = 3
SURE_DAY = 28  # which every month has


def with_ages(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; what somebody with a known birth did at an age that is told is of the two years of that age."""
    births = {role.actor: born for draft in drafts if (born := _birth(draft)) is not None for role in draft.roles}
    return [_aged(draft, births) for draft in drafts] if births else list(drafts)


def _birth(draft: Draft) -> TimeSpan | None:
    """Its day or year, when that is known."""
    span = draft.when.span
    if draft.mention.row.type != BIRTH or draft.when.basis not in {"stated", "resolved"} or span.start_earliest is None:
        return None
    year = calendar_day(span.start_earliest)[0]
    return span if span.end_latest is not None and calendar_day(span.end_latest)[0] == year else None


def _year_of_age(born: TimeSpan, age: int) -> TimeSpan:
    """The year in which somebody is of an age; the two of which it may be, where no birthday is known."""
    year, month, day = calendar_day(born.start_earliest or 0)
    if born.width != 1:
        return edtf.reaching(edtf.year(year + age), edtf.year(year + age + 1))
    first, after = (day_number(year + age + more, month, min(day, SURE_DAY)) for more in (0, 1))
    return edtf.between(first, after - 1)


def _aged(draft: Draft, births: dict[Actor, TimeSpan]) -> Draft:
    born = next((births[role.actor] for role in draft.roles if role.actor in births), None)
    is_open = draft.when.basis in UNDATED and draft.claim.status is Status.ASSERTED
    is_open = is_open and (draft.mention.is_verb or draft.mention.top != draft.mention.index)  # 'gave a concert'
    is_open = is_open and draft.mention.row.type != DEATH  # 'has died at the age of 79' is news
    age = _age(draft.mention.tree, draft.mention.top) if born is not None and is_open else None
    if born is None or age is None:
        return draft
    year = calendar_day(born.start_earliest or 0)[0]
    return replace(draft, when=When(_year_of_age(born, age), "resolved", (f"at {age}", f"born in {year}")))


def _age(tree: Tree, verb: int) -> int | None:
    """'at 14', 'at the age of 14', 'aged 14' of a verb."""
    for word, inner in tree.prepositions(verb):
        numbers = [inner, *(i for of, i in tree.prepositions(inner) if tree.lower[inner] == "age" and of == "of")]
        if word == "at" and (found := next((n for i in numbers if (n := _number(tree, i)) is not None), None)):
            return found
    aged = (child for child in tree.below(verb, "advcl", "acomp", "amod", "acl") if tree.lower[child] == "aged")
    return next((n for child in aged for i in tree.children[child] if (n := _number(tree, i)) is not None), None)


def _number(tree: Tree, index: int) -> int | None:
    """A bare number that may be an age."""
    text = tree[index].text
    found = int(text) if text.isdigit() and len(text) <= DIGITS else number_value([text.lower()])
    is_bare = not any(tree[i].pos != "ADV" for i in tree.children[index])
    return int(found) if found is not None and is_bare and found in YEARS else None
