"""Salience: how much a Statement belongs on a short timeline, 0 to 1.

Some plain things are asked of each: whether the sentence itself tells it or only a phrase does, how it is dated, who takes
part, how firmly it is told, whether it is a deed of no known kind, or only what somebody said or thinks. Each has a weight, and
`logistic` makes one number of their sum. The weights are learnt, not set (`benchmarks/salience.py`): what careful readers put on
a timeline of a text is set against all else that was read in it. In a longer text how likely a reader is to tell it at all
(`mentions/worth.py`) counts as much as all these together. How well they rank: docs/scores.md.
"""

from collections import Counter
from collections.abc import Sequence
from math import log

from timeline.model.statement import Role, RoleName, Status
from timeline.model.time import When
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.worth import Worth, logistic

WEIGHTS = {
    "deed": -0.88, "of no kind": -0.51, "saying": -1.69, "opinion": -0.59,
    "central": 0.79, "noun": -0.69, "infinitive": -0.74, "in -ing": -0.69, "in the present": -0.62,
    "passive": 0.78, "with a subject": 0.47, "with an object": 0.35,
    "dated": 0.73, "bounded": 0.17, "alleged": 0.42, "planned": 0.15, "undone": -1.14,
    "agent": 0.46, "participant": 0.06, "named": 0.67,
    "again": 0.17, "crowded": -0.22,
}  # fmt: skip
BASE = -1.0  # so that half of all Statements weigh more than two thirds
SHARE, LIKELY = 0.6, -0.4  # of a longer text: how much of each of both counts; so that half weigh as much there
OPINIONS = frozenset({"statement", "support", "reject", "concede"})
GUESSED = frozenset({Status.DENIED, Status.ALLEGED})
UNDONE = frozenset({Status.NEGATED, Status.HYPOTHETICAL})
MANY = 3  # Statements of one sentence
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
NOTHING = "nothing"

Features = tuple[tuple[str, bool], ...]


def saliences(drafts: Sequence[Draft], whens: Sequence[When], worth: Worth) -> list[float]:
    """One for each of a text's drafts, three decimals."""
    sums = (BASE + sum([WEIGHTS[name] for name in found]) for found in all_features(drafts, whens))
    chances = (worth.of(draft.mention) for draft in drafts)
    return [round(logistic(_together(total, chance)), 3) for total, chance in zip(sums, chances, strict=True)]


def _together(total: float, chance: float | None) -> float:
    return total if chance is None else SHARE * (total + log(chance / (1 - chance))) + LIKELY


def all_features(drafts: Sequence[Draft], whens: Sequence[When]) -> list[tuple[str, ...]]:
    """For each draft what holds of it, by the names of WEIGHTS."""
    told, beside = _sentences(drafts), Counter(draft.mention.tree.sentence.index for draft in drafts)
    return [
        _holding(
            *_of_happening(draft.mention),
            *_of_words(draft.mention),
            *_of_telling(draft, when),
            *_of_actors(draft.roles),
            ("again", any(len(told[key]) > 1 for key in _keys(draft))),
            ("crowded", beside[draft.mention.tree.sentence.index] >= MANY),
        )
        for draft, when in zip(drafts, whens, strict=True)
    ]


def _holding(*features: tuple[str, bool]) -> tuple[str, ...]:
    return tuple([name for name, holds in features if holds])


def _of_happening(mention: Mention) -> Features:
    """What kind of thing it is."""
    row = mention.row
    return (
        ("deed", row.is_deed),
        ("of no kind", row.type == "other"),
        ("saying", row.is_saying),
        ("opinion", row.type in OPINIONS),
    )


def _of_words(mention: Mention) -> Features:
    """How the sentence tells it."""
    tree, token = mention.tree, mention.tree[mention.index]
    return (
        ("central", _is_central(mention)),
        ("noun", not mention.is_verb),
        ("infinitive", token.tag == "VB"),
        ("in -ing", token.tag == "VBG"),
        ("in the present", token.tag in {"VBZ", "VBP"}),
        ("passive", bool(tree.below(mention.index, "auxpass"))),
        ("with a subject", "subject" in mention.slots),
        ("with an object", "object" in mention.slots),
    )


def _of_telling(draft: Draft, when: When) -> Features:
    """How well it is dated and how firmly told."""
    status = draft.claim.status
    return (
        ("dated", when.basis in {"stated", "resolved"}),
        ("bounded", when.span.is_bounded),
        ("alleged", status in GUESSED),
        ("planned", status is Status.PLANNED),
        ("undone", status in UNDONE),
    )


def _of_actors(roles: tuple[Role, ...]) -> Features:
    """Who takes part."""
    names = [role.name for role in roles]
    return (
        ("agent", RoleName.AGENT in names),
        ("participant", RoleName.PARTICIPANT in names),
        ("named", any(role.actor.name[:1].isupper() for role in roles)),
    )


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
