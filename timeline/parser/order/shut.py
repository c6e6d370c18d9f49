"""Shut: what 'is closed until Monday' or 'will be frozen through 2027' is so from the day of the report to the end of that."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.statement import Status
from timeline.model.time import TimeExpression, When
from timeline.parser.anchor.dating import word_before
from timeline.parser.mentions.draft import Draft
from timeline.parser.sentences.tree import Tree

SHUT = frozenset("close shut suspend freeze ground bar halt seal".split())
UNTIL = frozenset({"until", "till", "through"})
BEING = frozenset({"is", "are", "be"})
NOW = frozenset({"VBZ", "VBP", "MD"})
PLAIN = frozenset({"day", "month", "year"})
GOING_ON = frozenset({Status.ASSERTED, Status.PLANNED})


def with_reopenings(
    drafts: Sequence[Draft], whens: Sequence[When], expressions: Sequence[TimeExpression]
) -> tuple[When, ...]:
    """The Whens; what is shut until a coming day, as its report tells, is shut on every day up to that."""
    return tuple(_until(draft, when, expressions) for draft, when in zip(drafts, whens, strict=True))


def _until(draft: Draft, when: When, expressions: Sequence[TimeExpression]) -> When:
    mention, tree = draft.mention, draft.mention.tree
    if when.basis != "published" or draft.claim.status not in GOING_ON or not _is_shut_now(tree, mention.top):
        return when
    day = when.span.start_earliest if draft.claim.status is Status.PLANNED else when.span.end_latest
    begin, end = tree[mention.top].start, tree.sentence.end
    for expression in expressions:
        if not begin < expression.start < end or word_before(tree, expression.start) not in UNTIL:
            continue
        own = next((token.index for token in tree if token.start >= expression.start), None)
        last = expression.span.end_latest
        if day is not None and last is not None and last > day and own is not None and tree.clause(own) == mention.top:
            is_plain = expression.span.precision in PLAIN  # an interval has no intervals for its ends
            span = edtf.interval(edtf.from_day(day), expression.span if is_plain else edtf.from_day(last))
            return replace(when, span=span, because=(*when.because, f"until {expression.text}"))
    return when


def _is_shut_now(tree: Tree, verb: int) -> bool:
    """'is closed', 'will be closed'; not 'was closed', nor 'has been closed', which tells when it was."""
    if tree[verb].lemma not in SHUT or tree[verb].tag not in {"VBN", "VBD", "JJ"}:
        return False
    helpers = tree.below(verb, "aux", "auxpass")
    is_passive = any(tree.lower[child] in BEING for child in helpers)
    return is_passive and any(tree[child].tag in NOW for child in helpers) and not tree.below(verb, "neg")
