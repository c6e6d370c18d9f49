"""Presumed: nouns for what has happened, whatever is said of it ('these bombings will not make us leave')."""

from timeline.model.types import BLOWS
from timeline.parser.mention import Mention
from timeline.parser.slots import COMPLEMENT, DONE_TO
from timeline.parser.tree import Tree

KNOWN = frozenset({"the", "this", "these", "those", "that", "both"})
PLOTTING = frozenset({"plan", "plot", "mastermind", "prepare"})
PAST = frozenset({"VBD", "VBN"})
# What is told of in so many words before it comes: 'the talks will not bring peace'.
ARRANGED = frozenset({"business", "consult", "cooperate", "election", "mobilize", "sport"})
LENGTHS = frozenset({"day", "week", "month", "year", "hour"})
LEADING = frozenset({"lead", "result"})
CLUES = frozenset({"information", "tip", "clue", "lead", "evidence", "anything", "details"})


def is_presumed(mention: Mention) -> bool:
    """Whether the verb that a noun is the subject of only says what it did or was, so that its 'not' and 'may' are no doubt of it.

    'The tremors may have been foreshocks', 'the raids did not stop the smugglers'.
    """
    tree, verb = mention.tree, mention.tree[mention.index].head
    if tree[verb].lemma == "be" and tree.below(verb, "attr"):
        return True
    is_effect = bool(tree.below(verb, *DONE_TO, *COMPLEMENT)) or tree[verb].lemma in LEADING
    is_ahead = mention.row.type in ARRANGED and any(tree[aux].tag == "MD" for aux in tree.below(verb, "aux"))
    is_known = _is_known(tree, mention.index)
    return is_effect and is_known and not is_ahead and tree[mention.index].relation == "nsubj"


def is_plotted(mention: Mention, verb: int) -> bool:
    """'planned the attacks', 'the shooting had been planned for weeks', of what is known."""
    tree = mention.tree
    if tree[verb].lemma not in PLOTTING or tree[verb].tag not in PAST or mention.row.type not in BLOWS:
        return False
    is_done = not tree.below(verb, "aux", "auxpass") or _took_long(tree, verb)
    return is_done and _is_known(tree, mention.index)


def _took_long(tree: Tree, verb: int) -> bool:
    return any(word == "for" and tree[inner].lemma in LENGTHS for word, inner in tree.prepositions(verb))


def is_hoped_for(tree: Tree, index: int) -> bool:
    """'information leading to the arrest': nobody has been arrested yet."""
    preposition = tree.head(index)
    if preposition is None or tree[index].relation != "pobj" or tree.lower[preposition] != "to":
        return False
    verb = tree[tree[preposition].head]
    is_clue = verb.lemma == "lead" and tree[verb.head].lemma in CLUES
    return is_clue and verb.relation in {"acl", "relcl"} and verb.tag in {"VBG", "VBZ", "VBP", "VB"}


def _is_known(tree: Tree, index: int) -> bool:
    return any(tree.lower[child] in KNOWN or tree[child].pos == "PROPN" for child in tree.below(index, "det", "poss"))
