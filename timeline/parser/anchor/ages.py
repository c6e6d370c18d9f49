"""Ages: 'went down the pit at 14' of somebody born in 1928 was in 1942 or 1943."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.days import calendar_day
from timeline.model.statement import Actor, Status
from timeline.model.time import UNDATED, When
from timeline.parser.mentions.draft import Draft
from timeline.parser.sentences.tree import Tree

BIRTH = "birth"
DEATH = "death"
YEARS = range(5, 110)
DIGITS = 3


def with_ages(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; what somebody with a known birth did at an age that is told is of the two years of that age."""
    births = {role.actor: year for draft in drafts if (year := _birth(draft)) is not None for role in draft.roles}
    return [_aged(draft, births) for draft in drafts] if births else list(drafts)


def _birth(draft: Draft) -> int | None:
    """Its year, when it is known."""
    span = draft.when.span
    if draft.mention.row.type != BIRTH or draft.when.basis not in {"stated", "resolved"} or span.start_earliest is None:
        return None
    year = calendar_day(span.start_earliest)[0]
    return year if span.end_latest is not None and calendar_day(span.end_latest)[0] == year else None


def _aged(draft: Draft, births: dict[Actor, int]) -> Draft:
    year = next((births[role.actor] for role in draft.roles if role.actor in births), None)
    is_open = draft.when.basis in UNDATED and draft.claim.status is Status.ASSERTED and draft.mention.is_verb
    is_open = is_open and draft.mention.row.type != DEATH  # 'has died at the age of 79' is news
    age = _age(draft.mention.tree, draft.mention.top) if year is not None and is_open else None
    if year is None or age is None:
        return draft
    span = edtf.reaching(edtf.year(year + age), edtf.year(year + age + 1))
    return replace(draft, when=When(span, "resolved", (f"at {age}", f"born in {year}")))


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
    is_bare = text.isdigit() and len(text) <= DIGITS and not any(tree[i].pos != "ADV" for i in tree.children[index])
    return int(text) if is_bare and int(text) in YEARS else None
