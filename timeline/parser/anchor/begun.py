"""Begun: what is told to have begun on a day and goes on as it is told of ('since the outbreak began in May', 'the drive, which
started on 3 May, has reached a million'), and what had been by a day ('as of Tuesday nine had died')."""

from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.phases import BEGINNING
from timeline.parser.sentences.tenses import is_perfect
from timeline.parser.sentences.tree import Tree

BEGUN = BEGINNING | {"commence"}
OPENED = BEGUN | {"open"}
BREAKING = frozenset({"break"})  # out
AS_OF = ["as", "of"]


def goes_on(mention: Mention) -> bool:
    """Whether a noun is what began, and still goes on."""
    tree = mention.tree
    if mention.is_verb and (mention.tree[mention.index].tag, mention.tree[mention.index].relation) != ("VBG", "nsubj"):
        return False  # but 'Fighting'
    noun = tree[mention.index]
    if noun.relation == "nsubj" and _is_begun(tree, noun.head):
        return any(tree.lower[child] == "since" for child in tree.below(noun.head, "mark"))
    clause = any(_is_begun(tree, child) for child in tree.below(mention.index, "relcl"))
    return clause and noun.relation == "nsubj" and is_perfect(tree, noun.head)


def _is_begun(tree: Tree, verb: int, verbs: frozenset[str] = BEGUN) -> bool:
    """'began', 'broke out'."""
    is_out = any(tree.lower[child] == "out" for child in tree.below(verb, "prt"))
    lemma = tree[verb].lemma
    return tree[verb].tag == "VBD" and (lemma in verbs or (lemma in BREAKING and is_out))


def is_as_of(tree: Tree, start: int) -> bool:
    """'as of Tuesday' before an offset."""
    if "as" not in tree.lower:
        return False
    return [token.text.lower() for token in tree.sentence.tokens if token.end <= start][-2:] == AS_OF


def has_begun(mention: Mention, end: int | None, today: int) -> bool:
    """'His trial, which began last month, is expected to last until May': it is under way, whatever is expected of it."""
    tree = mention.tree
    is_told = not mention.is_verb and any(
        _is_begun(tree, child, OPENED) for child in tree.below(mention.index, "relcl")
    )
    return is_told and end is not None and end < today
