"""Figures: a report on a quarter names it once, and all its figures are of that quarter: 'Sales rose 6 percent to 90 million'."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Status
from timeline.model.time import UNDATED, TimeExpression, When
from timeline.parser.anchor.belonging import YEAR_BEFORE
from timeline.parser.anchor.writing import in_months
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import Tree

RECEIPTS = word_list("receipt")
MOVING = word_list("moving") | word_list("moving of figures")
EARNING = frozenset({"earn", "lose"})
REPORTING = RECEIPTS | EARNING | word_list("papers of a quarter") | word_list("figuring")
QUARTER = "quarter"
PERIODS = frozenset({"month", "season", "year", "decade"})
NEAR = 5  # sentences in which a report still speaks of the quarter that it named


def with_quarters(drafts: Sequence[Draft], expressions: Sequence[TimeExpression]) -> list[Draft]:
    """The drafts; those of figures without a time are of the quarter named last, if that is over and named not long before."""
    quarters = [one for one in expressions if one.span.precision == QUARTER and one.rule not in YEAR_BEFORE]
    return [_of_quarter(draft, drafts, expressions, quarters) for draft in drafts] if quarters else list(drafts)


def _of_quarter(
    draft: Draft, drafts: Sequence[Draft], expressions: Sequence[TimeExpression], quarters: Sequence[TimeExpression]
) -> Draft:
    sentence, until = draft.mention.tree.sentence, draft.when.span.end_latest
    is_open = draft.when.basis in UNDATED and draft.claim.status is Status.ASSERTED
    if until is None or not is_open or not _is_figure(draft.mention):
        return draft
    quarter = next((one for one in reversed(quarters) if one.start < sentence.end), None)
    inside = [
        one for one in expressions if sentence.start <= one.start < sentence.end and one.span.precision in PERIODS
    ]
    if quarter is None or inside or not _is_near(draft, drafts, quarter):
        return draft
    if quarter.span.end_latest is None or quarter.span.end_latest > until:
        return draft
    because = (*(quarter.because or (quarter.text,)), "one report on the quarter")
    return replace(draft, when=When(in_months(quarter.span), "resolved", because, rule=quarter.rule))


def _is_near(draft: Draft, drafts: Sequence[Draft], quarter: TimeExpression) -> bool:
    """The quarter was named a few sentences before, at most, in one that tells of figures, and not of a mill."""
    trees = (one.mention.tree for one in drafts)
    named = next((one for one in trees if one.sentence.start <= quarter.start < one.sentence.end), None)
    if named is None or REPORTING.isdisjoint(named.lemmas):
        return False
    return draft.mention.tree.sentence.index - named.sentence.index <= NEAR


def _is_figure(mention: Mention) -> bool:
    """'Net income rose', 'earned nine million'; a share's price is of a day."""
    tree = mention.tree
    if not mention.is_verb:
        return False
    subjects = tree.below(tree.first_conjunct(mention.index), "nsubj", "nsubjpass")
    is_moving = mention.lemma in MOVING and any(tree[head].lemma in RECEIPTS for head in subjects)
    return is_moving or (
        mention.lemma in EARNING and any(_is_money(tree, head) for head in tree.below(mention.index, "dobj"))
    )


def _is_money(tree: Tree, head: int) -> bool:
    """'12 million dollars', 'a loss of 12 million dollars'."""
    return tree[head].entity == "MONEY" or tree[head].lemma in RECEIPTS
