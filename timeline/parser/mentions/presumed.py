"""Presumed: nouns for what has happened, whatever is said of it ('these bombings will not make us leave')."""

from timeline.model.types import BLOWS, HARMS
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.governing import DENYING
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.voices import is_voiced
from timeline.parser.sentences.slots import COMPLEMENT, DONE_TO
from timeline.parser.sentences.tree import DATES, PAST, UNDERGOING, Tree

KNOWN = frozenset({"the", "this", "these", "those", "that", "both"})
PLOTTING = frozenset({"plan", "plot", "mastermind", "prepare"})
# What is told of in so many words before it comes: 'the talks will not bring peace'.
ARRANGED = frozenset({"business", "consult", "cooperate", "election", "mobilize", "sport"})
LENGTHS = frozenset({"day", "week", "month", "year", "hour"})
SUBORDINATE = frozenset({"pcomp", "xcomp", "ccomp"})
CAUSING = frozenset(
    {"cause", "start", "set", "order", "mastermind", "organise", "organize", "finance", "plot", "spark"}
)
ENDING = frozenset({"end", "settle", "resolve", "quell", "suppress", "crush"})
# Whose denial says that there was none.
BEING = frozenset({"be", "happen", "occur", "take", "exist", "begin"})
LEADING = frozenset({"lead", "result"})
ABOUT = frozenset({"of", "in", "for", "over", "into", "between", "from", "behind", "during", "about", "on", "with"})
MISHAPS = frozenset({"accident", "disaster"})  # types: whoever started the fire, there was one
TIMES = frozenset({"before", "after", "since", "during", "in", "at"})
CLUES = frozenset({"information", "tip", "clue", "lead", "evidence", "anything", "details"})


def is_presumed(mention: Mention) -> bool:
    """Whether the verb that a noun is the subject of only says what it did or was, so that its 'not' and 'may' are no doubt of it.

    'The tremors may have been foreshocks', 'the raids did not stop the smugglers'.
    """
    tree, verb = mention.tree, mention.tree[mention.index].head
    if tree[verb].lemma == "be" and tree.below(verb, "attr"):
        return True
    if any(tree[child].tag == "VBN" and child < verb for child in tree.below(mention.index, "acl")):
        return True  # 'an accord reached in 1994 was never ratified'
    is_effect = bool(tree.below(verb, *DONE_TO, *COMPLEMENT)) or tree[verb].lemma in LEADING
    is_ahead = mention.row.type in ARRANGED and any(tree[aux].tag == "MD" for aux in tree.below(verb, "aux"))
    is_known = _is_known(tree, mention.index)
    return is_effect and is_known and not is_ahead and tree[mention.index].relation == "nsubj"


def is_held(mention: Mention) -> bool:
    """'Talks held in Oslo last week were to resume on Friday': these were, whatever is to come of them."""
    tree = mention.tree
    return not mention.is_verb and any(
        tree[clause].tag == "VBN" and tree[clause].lemma == "hold" and not tree.below(clause, "aux", "auxpass")
        for clause in tree.below(mention.index, "acl")
    )


def is_plotted(mention: Mention, verb: int) -> bool:
    """'planned the attacks', 'the shooting had been planned for weeks', of what is known."""
    tree = mention.tree
    if tree[verb].lemma not in PLOTTING or tree[verb].tag not in PAST or mention.row.type not in BLOWS:
        return False
    is_done = not tree.below(verb, "aux", "auxpass") or _took_long(tree, verb)
    return is_done and _is_known(tree, mention.index)


def _took_long(tree: Tree, verb: int) -> bool:
    return any(word == "for" and tree[inner].lemma in LENGTHS for word, inner in tree.prepositions(verb))


def is_beyond_doubt(mention: Mention) -> bool:
    """A known blow, of which something else is denied or alleged than that it was: 'accused of masterminding the attack', 'denied a
    role in the massacre', 'believe the fire was set'; and accusations that are denied, which somebody made."""
    if mention.is_verb or (mention.carrier is not None and not _is_only_caused(mention, mention.carrier.verb)):
        return False
    tree, first = mention.tree, mention.tree.first_conjunct(mention.index)
    relation, above = tree[first].relation, tree.head(first)
    if above is not None and relation in UNDERGOING and is_voiced(mention):
        return tree[above].lemma in DENYING or _is_hedge(tree, above)
    if above is None or mention.row.type == "accuse":
        return above is not None and tree[above].lemma in DENYING and relation in UNDERGOING
    if mention.row.type not in HARMS | {"protest"} or not (_is_known(tree, first) or _is_named(tree, first)):
        return False
    if relation == "dobj" and tree[above].lemma in ENDING:
        return tree[above].tag == "VB" and tree[above].relation in {*SUBORDINATE, "acl"}  # 'a plan to end the strike'
    if relation == "dobj":
        return tree[above].relation in SUBORDINATE and not _is_hedge(tree, above)
    if relation in {"nsubj", "nsubjpass"}:
        return tree[above].relation == "ccomp" and tree[above].lemma not in BEING and not _is_hedge(tree, above)
    holder = tree.head(above) if relation == "pobj" and tree.lower[above] in ABOUT else None
    return holder is not None and tree[holder].pos == "NOUN" and not _is_hedge(tree, holder)


def is_given(mention: Mention) -> bool:
    """What an allegation takes for known: 'accused them of breaking the truce', 'is thought to have started the blaze', 'turned
    back before the accident, it is claimed'."""
    tree, first = mention.tree, mention.tree.first_conjunct(mention.index)
    above = tree.head(first)
    is_act = mention.carrier is not None and mention.row.type not in MISHAPS
    if mention.is_verb or is_act or above is None or not _is_known(tree, first):
        return False
    if tree[first].relation == "pobj":
        return tree.lower[above] in TIMES or (tree.lower[above] in ABOUT and tree[tree[above].head].relation == "dobj")
    is_inside = tree[above].relation in SUBORDINATE and tree[above].pos == "VERB" and not _is_hedge(tree, above)
    return tree[first].relation == "dobj" and is_inside


def is_behind(mention: Mention) -> bool:
    """'accused of planning the 19 October assault', 'of plotting the bombing that killed nine': what was planned has come."""
    tree, first = mention.tree, mention.tree.first_conjunct(mention.index)
    verb = tree.head(first)
    if verb is None or tree[first].relation != "dobj" or tree[verb].relation != "pcomp":
        return False
    if tree[verb].lemma not in PLOTTING or mention.row.type not in BLOWS:
        return False
    is_dated = any(tree[child].entity in DATES for child in tree.below(first, "compound", "nmod", "nummod"))
    return is_dated or any(tree[clause].tag in PAST for clause in tree.below(first, "relcl"))


def _is_only_caused(mention: Mention, verb: int) -> bool:
    """'charged with organising the protests'; with a doer ('denied ordering the killing') it is he who is said to have done it."""
    is_his = "subject" in mention.slots and mention.row.type != "protest" and not mention.tree.below(verb, "auxpass")
    return mention.tree[verb].lemma in ENDING or (mention.tree[verb].lemma in CAUSING and not is_his)


def is_hoped_for(tree: Tree, index: int) -> bool:
    """'information leading to the arrest': nobody has been arrested yet."""
    preposition = tree.head(index)
    if preposition is None or tree[index].relation != "pobj" or tree.lower[preposition] != "to":
        return False
    verb = tree[tree[preposition].head]
    is_clue = verb.lemma == "lead" and tree[verb.head].lemma in CLUES
    return is_clue and verb.relation in {"acl", "relcl"} and verb.tag in {"VBG", "VBZ", "VBP", "VB"}


def _is_known(tree: Tree, index: int) -> bool:
    """'the crash', 'their killing', 'an accident in which four died'."""
    if any(tree[clause].tag in PAST for clause in tree.below(index, "relcl")):
        return True
    owned = (tree[child].pos in {"NOUN", "PROPN"} for child in tree.below(index, "poss"))  # "the dockers' strike"
    return any(owned) or any(
        tree.lower[child] in KNOWN or tree[child].pos == "PROPN" for child in tree.below(index, "det", "poss")
    )


def _is_named(tree: Tree, index: int) -> bool:
    """'U.S. air raids'."""
    words = tree.below(index, "compound", "nmod", "amod")
    return not tree.below(index, "det") and any(tree[child].entity for child in words)


def _is_hedge(tree: Tree, index: int) -> bool:
    pos = "verb" if tree[index].pos == "VERB" else "noun"
    return (tree[index].lemma, pos) in effects() and tree[index].lemma not in CAUSING
