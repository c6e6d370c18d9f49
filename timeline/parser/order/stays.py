"""Stays: a visit, a strike or a rally of so many days. It began so many days before its end, and may still go on at publication."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.span import TimeSpan
from timeline.model.statement import Status
from timeline.model.time import DIRECT, When
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.lead import News
from timeline.parser.sentences.numerals import number_value
from timeline.parser.sentences.phrases import whole
from timeline.parser.sentences.tenses import has_had

HOURS = 24
UNITS = {"day": 1, "week": 7}
LONGEST = 1000  # days: what is told to last longer is misread
MODIFIERS = ("compound", "amod", "nmod")
BEGINNING = frozenset("begin start open launch arrive".split())
ENDING = frozenset("end conclude finish complete wrap".split())
LASTING = frozenset({"dobj", "nsubj", "nsubjpass"})
OVER = frozenset({"after", "following", "before", "from", "since", "until"})


def with_stays(drafts: Sequence[Draft], whens: Sequence[When], news: News | None) -> tuple[When, ...]:
    """The Whens; those of nouns with a length in days are as long as they are told to be."""
    return tuple(_with_stay(draft, when, news) for draft, when in zip(drafts, whens, strict=True))


def _with_stay(draft: Draft, when: When, news: News | None) -> When:
    is_noun = (
        not draft.mention.is_verb or draft.mention.tree[draft.mention.index].relation == "pobj"
    )  # 'days of shelling'
    days = _days(draft.mention) if is_noun else 0
    if not 2 <= days <= LONGEST:
        return when
    span = _dated(draft.mention, when, days) if when.basis in DIRECT else _undated(draft, when, days, news)
    return when if span is None else replace(when, span=span, because=(*when.because, f"it was to last {days} days"))


def _days(mention: Mention) -> int:
    """'four' of 'a four-day visit' and of 'four days of talks'; 0 where no length is told."""
    tree, noun = mention.tree, whole(mention.tree, mention.index)
    if noun != mention.index:
        words = [tree[child].text for child in tree.below(noun, "nummod")]
        number = number_value(words) if words else None
        return int(number) * UNITS.get(tree[noun].lemma, 0) if number is not None else 0
    for unit in tree.below(mention.index, *MODIFIERS):
        words = [tree[child].text for child in tree.below(unit, "nummod")]
        number = number_value(words) if words else None
        if number is not None and tree.lower[unit] in UNITS:
            return int(number) * UNITS[tree.lower[unit]]
        if number is not None and tree.lower[unit] == "hour":
            return round(number) // HOURS
    return 0


def _dated(mention: Mention, when: When, days: int) -> TimeSpan | None:
    """From the day on which it began, to the day on which it ended."""
    day, verb = when.span.start_earliest, _verb(mention)
    noun = mention.tree[whole(mention.tree, mention.index)]
    if day is None or when.span.width != 1 or noun.relation not in LASTING or noun.head != verb:
        return None
    if mention.tree[verb].lemma in BEGINNING:
        return edtf.interval(edtf.from_day(day), edtf.from_day(day + days - 1))
    if mention.tree[verb].lemma in ENDING:
        return edtf.interval(edtf.from_day(day - days + 1), edtf.from_day(day))
    return None


def _undated(draft: Draft, when: When, days: int, news: News | None) -> TimeSpan | None:
    """'The minister is on a four-day visit', told as going on: around the day of the news, and maybe on after publication."""
    first, last = when.span.start_earliest, when.span.end_latest
    is_open = when.basis == "published" and draft.claim.status is Status.ASSERTED and last is not None
    if not is_open or last is None or _is_over(draft.mention):
        return None
    if news is None or not _is_going_on(draft.mention):
        return (
            edtf.between(first, last + days - 1)
            if draft.mention.tree[_verb(draft.mention)].lemma in BEGINNING
            else None
        )
    return edtf.between(news.day - days + 1, news.day + days - 1)


def _is_going_on(mention: Mention) -> bool:
    """'is on a four-day visit', 'a goal of his four-day visit was'; a trial or a war that is told of so may be long over."""
    tree, noun = mention.tree, whole(mention.tree, mention.index)
    is_guest = mention.row.type == "consult"
    return is_guest and (tree[noun].relation == "pobj" or bool(tree.below(noun, "poss")))


def _is_over(mention: Mention) -> bool:
    """'after a four-day visit', 'had begun a four-day strike', 'made a four-day visit'."""
    tree, verb, noun = mention.tree, _verb(mention), whole(mention.tree, mention.index)
    above = tree[noun].head
    is_past = tree[noun].relation == "dobj" and tree[verb].lemma not in BEGINNING
    return is_past or tree.lower[above] in OVER or tree[verb].lemma in ENDING or has_had(tree, verb)


def _verb(mention: Mention) -> int:
    return mention.tree.clause(mention.tree[whole(mention.tree, mention.index)].head)
