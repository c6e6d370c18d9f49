"""Occasions: nouns that no trigger row settles, told as one happening by what stands around them: 'the sale of the villa in May',
'the report is due on Friday', 'since its exit'. The nouns are the rows of occasions.txt."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.known.triggers import TriggerRow, event_row
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phases import is_cause
from timeline.parser.sentences.tree import SUBJECTS, UNDERGOING, Tree

HAPPENING = word_list("happening")  # verbs whose subject is what happens
ARRANGING = word_list("arranging")  # verbs whose object is what is to be, or is over
AFTER = frozenset({"after", "since", "before", "following", "until", "during"})
COMING = frozenset({"due", "imminent", "overdue", "over", "underway", "ahead"})
DATING = frozenset({"in", "on", "of"})
OF_IT = frozenset({"of", "from", "to", "on", "with", "by"})
OWN = frozenset({"of"})
ON_DAY = frozenset({"on", "in"})
BESIDE = frozenset("outside near inside beside behind around opposite".split())
ONE = frozenset({"a", "an"})
MANY = frozenset({"NNS", "NNPS"})
IN_TURN = frozenset({"first", "next", "previous", "final"})
TRIES = frozenset({"attempt", "push", "campaign"})
DETAILS = ("poss", "acl", "relcl")


@cache
def occasions() -> dict[str, TriggerRow]:
    """Noun to the row that names it."""
    return {noun: event_row(row) for row in rows("occasions") for noun in row.words("nouns")}


def find_occasion(tree: Tree, index: int, names: list[str]) -> tuple[str, TriggerRow] | None:
    """The noun and its row; None for a noun that tells no one happening where it stands."""
    name = next((name for name in names if name in occasions()), None)
    return (name, occasions()[name]) if name is not None and _is_one(tree, index) and not _is_try(tree, index) else None


def _is_one(tree: Tree, index: int) -> bool:
    return (
        _has_day(tree, index) or _is_told(tree, index) or _is_looked_back_to(tree, index) or _is_numbered(tree, index)
    )


def _is_try(tree: Tree, index: int) -> bool:
    """'the attempt to mediate', 'a push to retake the town': what was tried is another word's."""
    clauses = tree.below(index, "acl") if tree[index].lemma in TRIES else []
    return any(tree[child].tag == "TO" for clause in clauses for child in tree.below(clause, "aux"))


def _has_day(tree: Tree, index: int) -> bool:
    """'Tuesday's ballot', 'the sale last year', 'the failure of May 2010'; 'a three-year contract' only lasts."""
    if "DATE" not in tree.entities or _is_beside(tree, index):
        return False
    dating = DATING if tree[index].relation not in UNDERGOING else OWN  # 'rejected an offer in May' was rejected in May
    inside = [inner for word, inner in tree.prepositions(index) if word in dating]
    if any(tree[child].entity == "DATE" and tree[child].pos == "PROPN" for child in tree.below(index, "compound")):
        return True  # 'the May show'
    dates = (
        *tree.below(index, "poss", "npadvmod"),
        *(i for i in inside if tree[i].tag != "NNS"),
    )  # 'of two years' is a length
    return any(tree[child].entity == "DATE" for child in dates)


def _is_beside(tree: Tree, index: int) -> bool:
    """'outside a settlement Tuesday', 'near the settlement of X': a place, and the day is of what was done there."""
    return tree[index].relation == "pobj" and tree.lower[tree[index].head] in BESIDE


def _is_told(tree: Tree, index: int) -> bool:
    """'the report is due', 'the premiere was put off', 'cancelled the sailing'."""
    token, verb = tree[index], tree[tree[index].head]
    if _is_on_day(tree, index) or _is_there(tree, index):
        return True
    if token.tag == "NNS" and (token.relation != "nsubjpass" or tree.below(token.head, "xcomp")):
        return False  # 'first results are expected' are one; 'services are expected to resume'
    if token.relation in UNDERGOING and verb.lemma in ARRANGING:
        return True
    if token.relation != "nsubj":
        return False
    beside = tree.below(verb.index, "acomp", "advmod", "prep")
    is_coming = any(tree[child].lemma in COMING and not is_cause(tree, child) for child in beside)
    return is_coming if verb.lemma == "be" else verb.lemma in HAPPENING


def _is_on_day(tree: Tree, index: int) -> bool:
    """'The dinner is on 9 June', 'the supper will be at the Plough on Saturday', 'the results are due on Friday'."""
    verb = tree[index].head
    if tree[index].relation != "nsubj" or tree[verb].lemma != "be" or tree.below(verb, "attr"):
        return False
    states = tree.below(verb, "acomp")
    if any(tree[i].lemma not in COMING for i in states):
        return False
    inside = [inner for at in (verb, *states) for word, inner in tree.prepositions(at) if word in ON_DAY]
    return any(tree[i].entity == "DATE" for i in (*tree.below(verb, "npadvmod"), *inside))


def _is_there(tree: Tree, index: int) -> bool:
    """'There were long delays on the M5', 'There will be a collection on Sunday'; 'there was no delay' tells of none."""
    verb = tree[index].head
    if tree[index].relation != "attr" or not tree.below(verb, "expl") or tree.is_negated(verb):
        return False
    helpers = tree.below(verb, "aux")
    is_told = tree[verb].tag == "VBD" or any(tree[i].lemma == "have" or tree.lower[i] == "will" for i in helpers)
    return is_told and not any(tree.lower[child] == "no" for child in tree.below(index, "det"))


def _is_numbered(tree: Tree, index: int) -> bool:
    """'A second call broke off', 'the previous round ended in May': one of several, of which something is told."""
    if tree[index].tag in MANY or tree[index].relation not in SUBJECTS:
        return False
    return any(tree[i].entity == "ORDINAL" or tree[i].lemma in IN_TURN for i in tree.below(index, "amod"))


def _is_looked_back_to(tree: Tree, index: int) -> bool:
    """'since its exit', 'after the grounding of the jet', 'after a tip': one, or known by whose it is, and a mark in time."""
    token = tree[index]
    if token.relation != "pobj" or tree.lower[token.head] not in AFTER:
        return False
    is_one = any(tree.lower[i] in ONE for i in tree.below(index, "det"))
    return is_one or bool(tree.below(index, *DETAILS)) or any(word in OF_IT for word, _ in tree.prepositions(index))
