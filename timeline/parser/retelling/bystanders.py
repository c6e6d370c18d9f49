"""Bystanders: what a flash of one or two sentences names beside its news: 'after a strike', 'a road that rebels had cut'.

It says when or why the news was, or of whom; what has a date of its own is told, and so is all that a longer text tells.
"""

from collections.abc import Sequence

from timeline.model.time import DIRECT
from timeline.parser.mentions.absorbed import ADMITTING
from timeline.parser.mentions.background import PUBLIC
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.sentences.tree import Tree

FLASH = 2  # sentences
TELLING = PUBLIC | {"assault"}
WHY = frozenset({"as", "when", "while", "because", "if"})
# These put two happenings in order.
ORDERING = frozenset({"after", "before", "following", "during", "since", "prior", "ahead"})
SEQUEL = frozenset({"followed", "preceded"})  # these tell of two, not of one beside another
CLAUSES = frozenset({"advcl", "relcl", "acl", "pcomp"})


def without_bystanders(drafts: Sequence[Draft], texts: Sequence[Tree]) -> list[Draft]:
    """The drafts; of a flash, without those that only stand by another of politics or war in their sentence that has actors."""
    if len(texts) > FLASH:
        return list(drafts)
    groups = by_sentence(draft.mention for draft in drafts)
    return [
        draft
        for draft in drafts
        if not _stands_by(draft, [drafts[n] for n in groups[draft.mention.tree.sentence.index]])
    ]


def _stands_by(draft: Draft, beside: Sequence[Draft]) -> bool:
    if draft.when.basis in DIRECT:
        return False
    main = [other for other in beside if other is not draft and other.mention.row.type in TELLING and other.roles]
    if draft.mention.row.type == "statement":
        return bool(main)
    return any(_is_under(draft, other.mention) for other in main if other.mention.lemma not in ADMITTING)


def _is_under(draft: Draft, other: Mention) -> bool:
    """Below the other's verb: a noun behind a preposition, a clause that says which one or why, or, with nobody in it, any."""
    mention, tree = draft.mention, draft.mention.tree
    top = tree.first_conjunct(mention.top)
    if not {other.index, other.top} & set(tree.above(top)):
        return False
    is_noun = not mention.is_verb and mention.carrier is None
    if other.row.type == "protest" and draft.roles and is_noun:
        return False  # 'protested against the arrest of X': there was an arrest
    if is_noun and tree[top].relation == "pobj":
        words = {tree[tree[top].head].text.lower(), tree[tree[tree[top].head].head].text.lower()}
        return not words & SEQUEL and (not draft.roles or not words & ORDERING)
    clause = tree.first_conjunct(tree.clause(top)) if is_noun else top
    if clause in {other.index, other.top} or tree[clause].relation not in CLAUSES:
        return False
    marks = {tree[child].text.lower() for child in tree.below(clause, "mark", "advmod")}
    return not draft.roles or tree[clause].relation == "relcl" or bool(marks & WHY)
