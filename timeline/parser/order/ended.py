"""Ended: what somebody ended, settled or lifted on a day had begun before it ('ended a two-year quarrel on Wednesday')."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Status
from timeline.model.time import DIRECT
from timeline.parser.anchor.dating import move, when, word_before
from timeline.parser.claims.turned import is_failed
from timeline.parser.mentions.draft import Draft
from timeline.parser.order.ending import ENDING, verb_of_end
from timeline.parser.sentences.phrases import whole

COUNTED = re.compile(r"\w+-(?:day|week)s?(?:-old|-long)?")  # then the length says from when (see `stays`)
OF_A_DAY = frozenset({"consult", "sport", "election", "appointment", "statement"})  # unless it is said to have lasted
LASTING = re.compile(r"\w+-(?:year|month|decade)s?(?:-old|-long)?|long|long-running|long-standing|lengthy")


def with_ended(drafts: Sequence[Draft], published: datetime.date | None) -> list[Draft]:
    """The drafts; the object of a verb of ending lies before the day of that verb, where the verb is told as well or the noun
    says that it lasted. Else the noun alone tells of the end, and keeps the day."""
    verbs: dict[int, set[int]] = {id(draft.mention.tree): set() for draft in drafts}
    for draft in drafts:
        verbs[id(draft.mention.tree)].add(draft.mention.index)
    return [_before(draft, published) if _is_ended(draft, verbs[id(draft.mention.tree)]) else draft for draft in drafts]


def _is_ended(draft: Draft, told: set[int]) -> bool:
    mention, tree = draft.mention, draft.mention.tree
    if mention.is_verb or draft.claim.status is not Status.ASSERTED or draft.when.basis not in DIRECT:
        return False
    if _is_length_ended(draft):
        return True
    verb = tree[mention.index].head
    if ENDING.isdisjoint(tree.lemmas) or tree[mention.index].relation not in {"dobj", "nsubjpass"}:
        return False
    if tree[verb].lemma not in ENDING or tree.below(verb, "prt") or is_failed(tree, verb) or _is_own(draft):
        return False
    words = _words_before(draft)
    if any(COUNTED.fullmatch(word) for word in words):
        return False
    return (verb in told and mention.row.type not in OF_A_DAY) or any(LASTING.fullmatch(word) for word in words)


def _is_length_ended(draft: Draft) -> bool:
    """'ended two weeks of fighting on Monday', 'signed a truce on Monday, ending two weeks of fighting'."""
    tree, index, expression = draft.mention.tree, draft.mention.index, draft.expression
    verb = verb_of_end(draft.mention) if whole(tree, index) != index else None
    if verb is None or expression is None:
        return False
    return expression.start < tree[verb].start or not _is_own(draft)


def _is_own(draft: Draft) -> bool:
    """'Sunday's walkout', 'the walkout of 3 May': the day is that of the noun."""
    tree, expression = draft.mention.tree, draft.expression
    if expression is None or expression.start < tree[draft.mention.index].start:
        return True
    return word_before(tree, expression.start) == "of"


def _words_before(draft: Draft) -> list[str]:
    """'two-year' of 'a two-year quarrel', 'long' of 'a long dispute'."""
    tree, first = draft.mention.tree, draft.mention.index
    start = min([first, *tree.below(first, "amod", "compound", "nmod", "nummod", "det")])
    words = "".join(tree[i].text + ("" if tree[i].end == tree[i + 1].start else " ") for i in range(start, first))
    return words.lower().split()


def _before(draft: Draft, published: datetime.date | None) -> Draft:
    """No later than the day on which it ended."""
    open_ = when(draft.mention, draft.claim.status, None, published)
    because = f"ended {draft.when.because[0]}" if draft.when.because else "ended"
    return replace(draft, when=move(open_, latest=draft.when.span, because=because))
