"""Coming: what is named as a thing, and is still to come: 'faces a ban', 'ahead of elections', 'ordered a new trial'."""

import re
from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.model.types import SPOKEN
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import PRESENT, UNDERGOING, Tree

FACED = frozenset({"legal", "coerce", "cooperate", "sanction", "appointment"})  # types
MADE = frozenset("charge lawsuit suit accusation indictment allegation complaint probe investigation inquiry".split())
OCCASIONS = frozenset({"election", "consult", "sport"})  # types
SPANS = frozenset({"day", "week", "month", "fortnight"})
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
AGAIN = frozenset({"trial", "retrial", "election", "rerun", "referendum", "runoff", "hearing"})
ORDERING = frozenset({"order", "call"})
HANDLING = frozenset("discuss review consider examine hear debate decide study weigh reconsider".split())
TIME = frozenset({"until", "till"})


def coming(mention: Mention) -> Iterator[Status]:
    """The statuses of a noun for what is to come, or may."""
    tree, noun = mention.tree, mention.index
    if mention.is_verb:
        return
    if _is_faced(mention) or _is_ahead(mention) or _is_ordered(tree, noun):
        yield Status.PLANNED
    if tree[noun].relation == "dobj" and _has_until(tree, tree[noun].head):
        yield Status.HYPOTHETICAL


def is_taken_up(mention: Mention) -> bool:
    """'A request for arms is to be discussed', 'the refusal will be reviewed': it was made, whatever is done about it."""
    noun = mention.tree[mention.index]
    is_handled = noun.relation == "nsubjpass" and mention.tree[noun.head].lemma in HANDLING
    return is_handled and mention.row.type in SPOKEN


def _is_faced(mention: Mention) -> bool:
    """'faces a ban', 'faces deportation'; the charges that somebody faces were made, and the strikes that he faces are on."""
    tree, noun = mention.tree, mention.tree[mention.index]
    verb = tree[noun.head]
    is_faced = noun.relation == "dobj" and verb.lemma == "face" and not tree.is_negated(verb.index)
    helpers = [tree[i].tag for i in tree.below(verb.index, "aux")]
    is_now = (helpers[0] if helpers else verb.tag) in PRESENT and verb.tag != "VBN"
    return is_faced and is_now and noun.tag == "NN" and mention.row.type in FACED and noun.lemma not in MADE


def _is_ahead(mention: Mention) -> bool:
    """'quit ahead of elections', 'came six weeks before federal elections', of no year that is told."""
    tree, noun = mention.tree, mention.tree[mention.index]
    if noun.relation != "pobj" or mention.row.type not in OCCASIONS or any(YEAR.fullmatch(w) for w in tree.lower):
        return False
    word = tree[noun.head]
    if word.text == "of" and word.index and tree.lower[word.index - 1] == "ahead":
        return not tree.below(noun.index, "relcl")
    is_bare = not any(tree.lower[i] not in {"a", "an"} for i in tree.below(noun.index, "det", "poss", "nummod"))
    before = tree[word.index - 1] if word.index else word
    return word.text == "before" and is_bare and before.lemma in SPANS and not _is_past(tree, noun.index)


def _is_past(tree: Tree, noun: int) -> bool:
    """'an election that she lost'."""
    return any(tree[clause].tag == "VBD" for clause in tree.below(noun, "relcl"))


def _is_ordered(tree: Tree, noun: int) -> bool:
    """'ordered a new trial', 'called an election'."""
    verb = tree[tree[noun].head]
    is_any = any(tree.lower[i] in {"a", "an", "new", "fresh"} for i in tree.below(noun, "det", "amod"))
    is_object = tree[noun].relation in UNDERGOING and verb.lemma in ORDERING and not tree.below(verb.index, "prt")
    is_done = all(tree[i].tag != "MD" for i in tree.below(verb.index, "aux")) and not tree.is_negated(verb.index)
    return is_object and tree[noun].lemma in AGAIN and is_any and is_done


def _has_until(tree: Tree, verb: int) -> bool:
    """'has until May to file objections'."""
    above = tree.head(verb)
    if above is None or tree[verb].relation not in {"xcomp", "acl", "advcl"} or tree[verb].tag != "VB":
        return False
    return tree[above].lemma == "have" and any(word in TIME for word, _ in tree.prepositions(above))
