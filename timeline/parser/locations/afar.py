"""Afar: what people met about, or went away from, was not where they met or went: 'met in Rome after gunmen killed nine'."""

from timeline.model.types import BLOWS, HARMS
from timeline.parser.anchor.following import is_followed
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import SUBJECTS, Tree

ROUGH = HARMS | {"coerce", "retreat", "mobilize"}
EARLIER = frozenset({"after", "following", "since"})
APART = EARLIER | {"before"}
DAYS = frozenset("day night week fortnight month year decade".split())
TALKS = word_list("meeting of some") | {"discussion", "dialogue", "session", "round"}
MEETING = frozenset("meet gather convene sign agree".split())
LEAVING = word_list("going") - {"march"}  # a march is held where something was done


def is_met_about(mention: Mention) -> bool:
    """'met in Rome after gunmen killed nine', 'fled to Chad after an attack', 'The talks followed a raid'."""
    if mention.row.type not in ROUGH:
        return False
    tree = mention.tree
    if is_followed(mention):
        return _is_meeting(tree, tree[mention.index].head)
    if mention.is_verb:
        return is_clause_afar(tree, tree.first_conjunct(tree.clause(mention.index)))
    above = tree[mention.index].head
    is_earlier = tree[mention.index].relation == "pobj" and tree.lower[above] in EARLIER
    return is_earlier and _is_meeting(tree, tree.clause(above))


def is_hit_when(mention: Mention, blow: Mention) -> bool:
    """'were killed when shells hit a camp near Sake', 'were hurt after rebels shelled Kita': where that blow fell."""
    tree, verb = mention.tree, blow.top
    is_below = tree[verb].relation == "advcl" and tree[verb].head == mention.top and verb > mention.top
    if not is_below or mention.row.type not in HARMS or blow.row.type not in BLOWS:
        return False
    return any(tree.lower[child] in {"when", "after", "as"} for child in tree.below(verb, "mark", "advmod"))


def is_days_off(tree: Tree, index: int) -> bool:
    """Below 'two days after a rally in Turin', 'a week before the vote in Chad': what was then was not there."""
    for word in (index, *tree.above(index)):
        if tree[word].relation == "pobj" and tree.lower[tree[word].head] in APART:
            spans = tree.below(tree[word].head, "npadvmod")
            if any(tree[span].lemma in DAYS for span in spans):
                return True
    return False


def is_clause_afar(tree: Tree, verb: int) -> bool:
    """A clause of what was before people met or went away."""
    if tree[verb].relation != "advcl" or not _is_meeting(tree, tree.clause(tree[verb].head)):
        return False
    return any(tree.lower[mark] in EARLIER for mark in tree.below(verb, "mark"))


def _is_meeting(tree: Tree, verb: int) -> bool:
    subjects = tree.below(verb, *SUBJECTS)
    return tree[verb].lemma in MEETING | LEAVING or any(tree[subject].lemma in TALKS for subject in subjects)
