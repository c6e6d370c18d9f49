"""Lead: the day of the news that a report begins with."""

import datetime
from collections.abc import Sequence

from timeline.model.statement import Status
from timeline.model.time import TimeExpression
from timeline.model.value import value
from timeline.parser.anchor.anchor import saying_before
from timeline.parser.anchor.dating import word_before
from timeline.parser.anchor.following import is_of_earlier
from timeline.parser.anchor.held import Held, chain, clause_above, hold_in, verb_above
from timeline.parser.known.hedges import effects
from timeline.parser.order.staging import OPENERS
from timeline.parser.order.verbs import is_main_verb, is_past
from timeline.parser.sentences.tree import Tree

FRESH = 10  # days from the news to its publication
FIRST = 3  # sentences in which the news is looked for
ALONG = frozenset({"xcomp", "advcl", "ccomp", "conj", "pcomp"})
ASIDE = frozenset({"according", "anniversary", "centenary", "century", "decades", "years"})
REACH = frozenset({"until", "till", "through"})  # before a day that no news is of
BORN = "bear"  # a life begins with it, and no news


@value
class News:
    """The day that a text begins with, and the number of the sentence that tells it.

    `is_said` where it is the day on which somebody told of it: 'has been arrested, police said on Monday'.
    """

    day: int
    sentence: int
    is_said: bool = False


def find_news(
    trees: Sequence[Tree], expressions: Sequence[TimeExpression], published: datetime.date | None
) -> News | None:
    """The day of the main verb of one of the first sentences, be that a known deed or not; a fresh one before others.

    Else a fresh one of another clause of the first sentence ('was shot as she left a church on Thursday'), else the only
    fresh one of that sentence, whatever the tree makes of it.
    """
    helds = [
        held
        for held in hold_in(trees[:FIRST], expressions)
        if word_before(held.tree, held.expression.start) not in REACH
    ]
    found = [news for held in helds if (news := _news(held)) is not None]
    beside = [
        News(_first(held), held.tree.sentence.index) for held in helds if held.tree is trees[0] and _is_beside(held)
    ]
    fresh = [news for news in [*found, *beside] if _is_fresh(news, published)]
    return next(iter([*fresh, *found, *_alone(trees, helds, published)]), None)


def _is_fresh(news: News, published: datetime.date | None) -> bool:
    return published is not None and 0 <= published.toordinal() - news.day < FRESH


def _alone(trees: Sequence[Tree], helds: Sequence[Held], published: datetime.date | None) -> list[News]:
    """The one day of the first sentence, when that is fresh and no study's or what is remembered on it."""
    if not ASIDE.isdisjoint(trees[0].lower if trees else ()):
        return []
    days = [
        News(_first(held), held.tree.sentence.index)
        for held in helds
        if held.tree is trees[0] and held.expression.span.width == 1 and not _is_ahead(held)
    ]
    return days if len(days) == 1 and _is_fresh(days[0], published) else []


def _is_beside(held: Held) -> bool:
    """A day of a clause that goes along with the main one, which is told in the past."""
    tree = held.tree
    path = [index for index in chain(held) if tree[index].pos in {"VERB", "AUX"}]
    marks = {tree.lower[mark] for verb in path for mark in tree.below(verb, "mark")}
    is_along = all(tree[verb].relation in ALONG for verb in path[:-1]) and not marks & OPENERS
    is_day = held.expression.span.width == 1 and not _is_ahead(held)
    return bool(path) and is_along and is_day and _is_told(tree, path[-1])


def _is_ahead(held: Held) -> bool:
    """'has offered to leave today', 'will be read on Monday': what is to come is no news; 'beat Lund to win on Monday' is."""
    tree = held.tree
    verb = clause_above(held)
    is_outcome = verb is not None and tree[verb].relation == "advcl"
    return (
        verb is not None
        and not is_outcome
        and any(tree[child].tag in {"TO", "MD"} for child in tree.below(verb, "aux"))
    )


def _first(held: Held) -> int:
    return held.expression.span.start_earliest or 0


def _news(held: Held) -> News | None:
    saying = saying_before(held)
    verb = verb_above(held) if saying is None else saying
    is_news = verb is not None and is_main_verb(held.tree, verb) and _is_told(held.tree, verb)
    if (
        verb is None
        or not is_news
        or is_of_earlier(held, verb)
        or held.expression.span.width != 1
        or held.tree[verb].lemma == BORN
    ):
        return None
    return News(_first(held), held.tree.sentence.index, _is_said(held.tree, verb))


def _is_said(tree: Tree, verb: int) -> bool:
    """A verb that only says how what it carries is known: that was done, and is not to come."""
    is_report = effects().get((tree[verb].lemma, "verb"), Status.ASSERTED) is None
    return is_report and any(_is_told(tree, content) for content in tree.below(verb, "ccomp"))


def _is_told(tree: Tree, verb: int) -> bool:
    """In the past, or 'today has opened a mill'."""
    has_have = any(
        tree[child].tag in {"VBZ", "VBP"} and tree[child].lemma == "have" for child in tree.below(verb, "aux")
    )
    return is_past(tree, verb) or (tree[verb].tag == "VBN" and has_have)
