"""Sighting: how prominent a member is where it is named, so that later pronouns know whom the text goes on about."""

from itertools import pairwise

from timeline.model.sentence import Token
from timeline.parser.actors.member import Seen
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known.hedges import is_saying
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
MAIN = SUBJECTS | {"dobj", "dative"}
BETWEEN = frozenset({"with", "between", "and", "by", "to"})  # what they bring in is a side of the matter
# After these a text goes on with whom they were done to ('Police arrested three students. They had …').
THIRDS = frozenset({"mediate", "broker", "mediation", "mediator", "auspices", "facilitate", "mediating", "brokering"})
UNITS = frozenset({"unit", "division", "arm", "affiliate"})  # of a firm, which is who acts by them
COUNTED = frozenset({"first", "second", "third", "only", "last"})
AFFECTING = word_list("affecting")
APPOINTING = frozenset("appoint name elect hire recruit nominate choose promote select".split())


def sight(tree: Tree, token: int, member: int, name: Name | None) -> Seen:
    """The Seen of a member that the word names."""
    described = tree[token].head if tree[token].relation == "appos" else _whole(tree, token, name)  # 'its rival Acme'
    own, is_pronoun = tree[described].relation, name is not None and name.kind is NameKind.PRONOUN
    whole = tree.first_conjunct(described)
    # 'her driver' is about her
    first = tree.first_conjunct(tree[token].head) if own == "poss" and is_pronoun else whole
    relation = tree[first].relation
    is_topic = tree.lower[:2] == ("as", "for") and tree[described].head == 1  # 'As for the bank, it paid the fine'
    is_first = is_topic or (relation in SUBJECTS and is_top(tree, tree[first].head))
    outer = tree[whole]  # 'under the mediation of A and B': neither is a side
    is_side = outer.relation == "pobj" and tree.lower[outer.head] in BETWEEN
    is_aside = own in {"amod", "compound"} or (own == "pobj" and name is not None and name.kind is NameKind.CAPITAL)
    return Seen(
        tree.sentence.index,
        token,
        member,
        is_subject=is_topic or relation in SUBJECTS,
        is_main=outer.relation in MAIN or is_side,
        is_aside=is_aside,
        is_top=is_first,
        is_team=is_first and is_team(tree, token),
        is_affected=relation in {"dobj", "nsubjpass"} and tree[tree[first].head].lemma in AFFECTING,
        is_chosen=relation == "dobj" and tree[tree[first].head].lemma in APPOINTING,
        is_pronoun=is_pronoun,
        is_third=_is_third(tree, outer),
        is_any=_is_any(tree, token),
        is_speaker=relation in SUBJECTS and is_saying(tree[tree[first].head].lemma),
        group=whole if described == token else tree.first_conjunct(token),
        relation=own,
    )


def _is_any(tree: Tree, token: int) -> bool:
    """'the first time that a president is ousted': any."""
    words = tree.lower[:token]
    return "time" in words and any(a in COUNTED and b == "time" for a, b in pairwise(words))


def _is_third(tree: Tree, token: Token) -> bool:
    """'under the mediation of A and B', 'talks brokered by A', 'A is mediating', 'with A and B as mediators'."""
    if THIRDS.isdisjoint(tree.lemmas):
        return False
    above = tree[token.head]
    if token.relation in SUBJECTS:
        return above.lemma in THIRDS
    is_as_one = token.relation == "pobj" and any(
        word == "as" and tree[inner].lemma in THIRDS for word, inner in tree.prepositions(token.index)
    )
    return is_as_one or (token.relation == "pobj" and tree[above.head].lemma in THIRDS)


def is_unit_of(tree: Tree, index: int) -> bool:
    """'a unit of Acme'."""
    return tree[index].lemma in UNITS and any(tree[inner].pos == "PROPN" for _, inner in tree.prepositions(index))


def _whole(tree: Tree, token: int, name: Name | None) -> int:
    """'a unit of Acme said': the unit, where that acts; the name itself else."""
    outer = tree[tree[token].head].head
    is_inside = name is not None and tree[token].relation == "pobj" and tree.lower[tree[token].head] == "of"
    return outer if is_inside and tree[outer].lemma in UNITS else token


def is_team(tree: Tree, token: int) -> bool:
    """'Georgia have asked', 'Acme are in talks': one name with a verb in the plural."""
    verb = tree[token].head
    words = [verb, *tree.below(verb, "aux", "auxpass")]
    is_one = tree[token].tag == "NNP" and not tree.below(token, "conj", "det")
    return is_one and any(tree[i].tag == "VBP" for i in words)


def is_top(tree: Tree, verb: int) -> bool:
    """The sentence's own verb, or one joined with it; before ', police said' the verb of what they said."""
    verb = tree.first_conjunct(verb)
    above = tree.head(verb)
    if above is None:
        return "ccomp" not in tree.relations[verb] or not any(child < verb for child in tree.below(verb, "ccomp"))
    return tree[verb].relation == "ccomp" and verb < above and tree.head(above) is None
