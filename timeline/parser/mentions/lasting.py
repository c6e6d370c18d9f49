"""Lasting: what a longer text tells of how things stand, and of no day: what a paper provides for, a cause that somebody fights
for, what somebody wishes, what a rally is for."""

from timeline.model.types import COMMENTS
from timeline.parser.known.triggers import classes
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.elaborations import has_own_date
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import PRESENT, RELATIVE_TAGS, Tree

PAPERS = word_list("paper that provides")
OF_PAPERS = ("document", "deal", "law")  # classes
PROVIDING = COMMENTS | {"agree", "concede", "coerce", "legal", "request", "aid", "cooperate"}
GATHERING = word_list("gathering for a cause")
DEMANDING = frozenset({"request", "support", "reject", "accuse", "concede"})
STRUGGLES = frozenset({"fight", "battle", "struggle"})
OPPONENTS = frozenset({"with", "against", "between", "object", "among"})
SUSPECTING = "suspect"
WISHING = word_list("wishing")


def is_lasting(mention: Mention) -> bool:
    """Told of no day, and as something that holds, is wanted or is aimed at."""
    is_held = mention.is_verb and (
        _is_wished(mention.tree, mention.index) or _is_of_noun(mention) or _is_suspicion(mention)
    )
    return (is_held or _is_for_cause(mention)) and not has_own_date(mention)


def _is_for_cause(mention: Mention) -> bool:
    """'are fighting to keep the boy', 'the battle to save the mill': with nobody on the other side, no blow is meant."""
    tree, index = mention.tree, mention.index
    if mention.lemma not in STRUGGLES or mention.row.type != "assault" or mention.row.conditions:
        return False
    if OPPONENTS.isdisjoint(mention.slots) and "for" in mention.slots and mention.is_verb:
        return True  # 'are fighting for custody'
    is_aimed = any(
        tree[i].tag == "TO" for clause in tree.below(index, "xcomp", "advcl", "acl") for i in tree.below(clause, "aux")
    )
    return is_aimed and OPPONENTS.isdisjoint(mention.slots)


def _is_suspicion(mention: Mention) -> bool:
    """'men suspected of theft', 'officials suspect a link'."""
    token = mention.tree[mention.index]
    return token.lemma == SUSPECTING and (
        token.relation == "acl" or (token.tag in PRESENT and "of" not in mention.slots)
    )


def _is_wished(tree: Tree, index: int) -> bool:
    """'wants to send them back', 'hopes to win'."""
    first = tree.first_conjunct(index)
    above = tree.head(first)
    return tree[first].relation in {"xcomp", "ccomp"} and above is not None and tree[above].lemma in WISHING


def _is_of_noun(mention: Mention) -> bool:
    """'a plan that calls for', 'the treaty gives them', 'a rally demanding': what a paper says, what a crowd is there for."""
    tree, token = mention.tree, mention.tree[mention.index]
    helpers = tree.below(mention.index, "aux", "auxpass")
    is_open = token.tag in PRESENT or (token.tag == "VBG" and token.relation == "acl")
    if helpers or not is_open or mention.row.type not in PROVIDING:
        return False
    heads = _subjects(mention)
    if mention.row.type in DEMANDING and any(tree[head].lemma in GATHERING for head in heads):
        return token.relation == "acl"
    return any(_is_paper(tree[head].lemma) for head in heads)


def _subjects(mention: Mention) -> list[int]:
    """The words for who or what does it, a relative pronoun as the noun that it stands for."""
    tree, token = mention.tree, mention.tree[mention.index]
    heads = tree.below(mention.index, "nsubj") or mention.slots.get("subject", [])
    if token.relation in {"acl", "relcl"} and all(tree[head].tag in RELATIVE_TAGS for head in heads):
        return [token.head]
    return heads


def _is_paper(lemma: str) -> bool:
    return lemma in PAPERS or any(lemma in classes()[name] for name in OF_PAPERS)
