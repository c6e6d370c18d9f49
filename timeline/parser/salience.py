"""Salience: how much a Statement belongs on a short timeline, 0 to 1.

A sum of weights: how well it is dated and placed, how many actors it has and whether one has a name, its type, whether its
sentence tells it or only a phrase does, whether it is told as a fact, where in the text, and whether the text comes back to it.
What only says more, a bare noun in a phrase or words that somebody said, is worth less. How well they rank: docs/scores.md.
"""

from collections.abc import Sequence

from timeline.model.statement import Claim, Role, Status
from timeline.model.time import When
from timeline.parser.draft import Draft
from timeline.parser.hedges import effects
from timeline.parser.mention import Mention
from timeline.parser.sayings import is_saying

BASE = 0.1
LEAD, EARLY = 0.06, 0.05  # the first two sentences, the next three
CENTRAL = 0.14  # told by the sentence itself, not in a relative clause or a phrase
DATED, BOUNDED = 0.16, 0.06
ACTORS, ACTOR, NAMED = 0.2, 0.1, 0.06
PLACED = 0.05
STRONG, USUAL = 0.14, 0.1
FACT, CLAIM = 0.08, 0.05
AGAIN = 0.08
LESS = 0.06
STRONG_TYPES = frozenset(
    "assault retreat agree disaster accident election legal death sanction mobilize coerce crime appointment".split()
)
FAINT_TYPES = frozenset({"other", "statement", "support"})
FAINT = frozenset({Status.NEGATED, Status.HYPOTHETICAL})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
NOTHING = "nothing"


def saliences(drafts: Sequence[Draft], whens: Sequence[When]) -> list[float]:
    """One for each of a text's drafts, two decimals."""
    told = _sentences(drafts)
    return [
        _salience(draft, when, is_again=any(len(told[key]) > 1 for key in _keys(draft)))
        for draft, when in zip(drafts, whens, strict=True)
    ]


def _salience(draft: Draft, when: When, *, is_again: bool) -> float:
    place = draft.mention.tree.sentence.index
    weights = (
        LEAD if place <= 1 else EARLY if place <= 4 else 0.0,
        CENTRAL if _is_central(draft.mention) else 0.0,
        DATED if when.basis in {"stated", "resolved"} else BOUNDED if when.span.is_bounded or when.likely else 0.0,
        PLACED if draft.place is not None else 0.0,
        _weight_of_actors(draft.roles),
        _weight_of_type(draft.mention.row.type),
        _weight_of_claim(draft.claim),
        AGAIN if is_again else 0.0,
        -LESS if is_saying(draft.mention) or _is_in_phrase(draft.mention) else 0.0,
    )
    return round(min(1.0, BASE + sum(weights)), 2)


def _is_in_phrase(mention: Mention) -> bool:
    """'after the talks': a noun that no verb tells."""
    return not mention.is_verb and mention.carrier is None and mention.tree[mention.index].relation == "pobj"


def _weight_of_actors(roles: tuple[Role, ...]) -> float:
    named = NAMED if any(role.actor.name[:1].isupper() for role in roles) else 0.0
    return named + (ACTORS if len(roles) > 1 else ACTOR if roles else 0.0)


def _weight_of_type(kind: str) -> float:
    return STRONG if kind in STRONG_TYPES else 0.0 if kind in FAINT_TYPES else USUAL


def _weight_of_claim(claim: Claim) -> float:
    return FACT if claim.status is Status.ASSERTED else 0.0 if claim.status in FAINT else CLAIM


def _is_central(mention: Mention) -> bool:
    """The sentence's main clause, or what a reporting verb there carries; as its verb, subject or object."""
    tree, current = mention.tree, mention.top
    if not mention.is_verb and mention.carrier is None and tree[current].relation in ARGUMENTS:
        current = tree[current].head
    while (above := tree.head(current)) is not None:
        is_carried = tree[current].relation == "ccomp" and effects().get((tree[above].lemma, "verb"), NOTHING) is None
        if not (is_carried or (tree[current].relation == "conj" and tree[above].pos == tree[current].pos)):
            return False
        current = above
    return True


def _sentences(drafts: Sequence[Draft]) -> dict[tuple[str, str], set[int]]:
    """(type, actor) to the sentences that tell such a thing of that actor."""
    found: dict[tuple[str, str], set[int]] = {}
    for draft in drafts:
        for key in _keys(draft):
            found.setdefault(key, set()).add(draft.mention.tree.sentence.index)
    return found


def _keys(draft: Draft) -> list[tuple[str, str]]:
    return [(draft.mention.row.type, role.actor.name) for role in draft.roles]
