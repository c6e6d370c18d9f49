"""Talk: what a longer text tells only as somebody's words. A remark does nothing by being made, and of what is told in it or in
quotation marks, with no day to it, only what is surely a happening is one."""

import re
from collections.abc import Sequence

from timeline.model.statement import Status
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.deeds import OTHER
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.theme import is_on_business
from timeline.parser.mentions.utterances import is_utterance
from timeline.parser.sentences.tree import PRESENT, Tree

Span = tuple[int, int]  # characters of a body

REMARKING = word_list("remarking")
MARKS = frozenset('"“`')
QUOTED = re.compile(
    r'(?<![^\s(\[—–-])(?:["“]|``)(?=\S).*?(?:(?<=\S)(?:["”]|\'\')|\n\n|(?=\s(?:["“]|``)\S)|\Z)', re.DOTALL
)
BELOW = frozenset({"ccomp", "relcl"})
OWN = frozenset({"ROOT", "conj", "relcl"})
SURE = frozenset({"admit", "acknowledge", "confess", "confirm"})
TELLERS = word_list("teller of a case") | {"police"}  # what these say is what the case is about
OPEN_FORMS = PRESENT | {"VB", "VBG"}
SPEAKERS = frozenset({"i", "we"})
FEW = 4  # words between quotation marks that doubt a word ('the "kidnapping"')


def quotations(body: str) -> list[Span]:
    """What stands between quotation marks, each at most to the end of its paragraph or to the next that opens."""
    return [found.span() for found in QUOTED.finditer(body)] if not MARKS.isdisjoint(body) else []


def without_talk(drafts: Sequence[Draft], quoted: Sequence[Span]) -> list[Draft]:
    """The drafts of a longer text without what is only talk in it.

    Firms make news by what their heads say: in a text on business it is kept.
    """
    is_business = is_on_business([draft.mention for draft in drafts])
    return [draft for draft in drafts if not _is_talk(draft, quoted, is_business=is_business)]


def _is_talk(draft: Draft, quoted: Sequence[Span], *, is_business: bool) -> bool:
    mention = draft.mention
    start = mention.tree[mention.index].start
    own = next(((first, last) for first, last in quoted if first < start < last), None)
    if not is_business and (_is_remark(draft, quoted) or _is_hearsay(draft)):
        return True
    return own is not None and draft.expression is None and _is_only_quoted(mention, own)


def _is_remark(draft: Draft, quoted: Sequence[Span]) -> bool:
    """'Said the mill was old', 'told reporters it was', '"It is old," she wrote'; what is said on a day is news."""
    mention = draft.mention
    sentence = mention.tree.sentence
    is_quoting = any(first < sentence.end and sentence.start < last for first, last in quoted)
    if is_utterance(mention.row):
        return is_quoting  # '"We must find them," said the premier' demands nothing of anybody
    if not (mention.row.is_saying and mention.is_verb and mention.row.type == "statement"):
        return False
    is_undated = draft.expression is None or mention.tree[mention.index].relation not in OWN
    return is_quoting or (is_undated and mention.lemma in REMARKING)


def _is_hearsay(draft: Draft) -> bool:
    """A deed of no known kind, with no day, that somebody says or that only tells more of somebody."""
    mention = draft.mention
    if not mention.row.is_deed or mention.row.type != OTHER or draft.expression is not None:
        return False
    if draft.claim.status is not Status.ASSERTED:
        return False  # what is denied or claimed is what the news is about
    tree, clause = mention.tree, mention.tree.first_conjunct(mention.index)
    above = tree[clause].head
    is_sure = tree[above].lemma in SURE or any(tree[i].lemma in TELLERS for i in tree.below(above, "nsubj"))
    return tree[clause].relation in BELOW and not is_sure


def _is_only_quoted(mention: Mention, span: Span) -> bool:
    """Of what is quoted, deeds that no row knows and what is not told as past, but for 'I apologise'; nouns by their clause."""
    tree = mention.tree
    if not mention.is_verb:
        return _is_doubted(tree, span) or (mention.carrier is None and _is_open(tree, tree.clause(mention.index)))
    if mention.row.is_deed:
        return True
    is_of_text = any(tree[head].start < span[0] for head in mention.slots.get("subject", []))
    return _is_open(tree, mention.index) and not (is_of_text or _is_done_by_saying(mention))


def _is_open(tree: Tree, index: int) -> bool:
    """In the present, ahead, or with no tense of its own."""
    return tree[index].tag in OPEN_FORMS


def _is_done_by_saying(mention: Mention) -> bool:
    heads = mention.slots.get("subject", [])
    return mention.tree[mention.index].tag in PRESENT and any(mention.tree.lower[head] in SPEAKERS for head in heads)


def _is_doubted(tree: Tree, span: Span) -> bool:
    return sum(span[0] < token.start < span[1] for token in tree) <= FEW
