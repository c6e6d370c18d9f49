"""Occasions: nouns that no trigger row settles, told as one happening by what stands around them: 'the sale of the villa in May',
'the report is due on Friday', 'since its exit'. The nouns are the rows of occasions.txt."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.known.triggers import TriggerRow, event_row
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phases import is_cause
from timeline.parser.sentences.tree import UNDERGOING, Tree

HAPPENING = word_list("happening")  # verbs whose subject is what happens
ARRANGING = word_list("arranging")  # verbs whose object is what is to be, or is over
AFTER = frozenset({"after", "since", "before", "following", "until", "during"})
COMING = frozenset({"due", "imminent", "overdue", "over", "underway", "ahead"})
DATING = frozenset({"in", "on", "of"})
OF_IT = frozenset({"of", "from", "to"})
OWN = frozenset({"of"})
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
    return _has_day(tree, index) or _is_told(tree, index) or _is_looked_back_to(tree, index)


def _is_try(tree: Tree, index: int) -> bool:
    """'the attempt to mediate', 'a push to retake the town': what was tried is another word's."""
    clauses = tree.below(index, "acl") if tree[index].lemma in TRIES else []
    return any(tree[child].tag == "TO" for clause in clauses for child in tree.below(clause, "aux"))


def _has_day(tree: Tree, index: int) -> bool:
    """'Tuesday's ballot', 'the sale last year', 'the failure of May 2010'; 'a three-year contract' only lasts."""
    if "DATE" not in tree.entities:
        return False
    dating = DATING if tree[index].relation not in UNDERGOING else OWN  # 'rejected an offer in May' was rejected in May
    inside = [inner for word, inner in tree.prepositions(index) if word in dating]
    return any(tree[child].entity == "DATE" for child in (*tree.below(index, "poss", "npadvmod"), *inside))


def _is_told(tree: Tree, index: int) -> bool:
    """'the report is due', 'the premiere was put off', 'cancelled the sailing'."""
    token, verb = tree[index], tree[tree[index].head]
    if token.tag == "NNS" and (token.relation != "nsubjpass" or tree.below(token.head, "xcomp")):
        return False  # 'first results are expected' are one; 'services are expected to resume'
    if token.relation in UNDERGOING and verb.lemma in ARRANGING:
        return True
    if token.relation != "nsubj":
        return False
    beside = tree.below(verb.index, "acomp", "advmod", "prep")
    is_coming = any(tree[child].lemma in COMING and not is_cause(tree, child) for child in beside)
    return is_coming if verb.lemma == "be" else verb.lemma in HAPPENING


def _is_looked_back_to(tree: Tree, index: int) -> bool:
    """'since its exit', 'after the grounding of the jet': known by whose it is, and a mark in time."""
    token = tree[index]
    is_mark = token.relation == "pobj" and tree.lower[token.head] in AFTER
    return is_mark and bool(tree.below(index, *DETAILS) or any(word in OF_IT for word, _ in tree.prepositions(index)))
