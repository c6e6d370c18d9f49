"""Purposes: dates that stand behind what somebody means to do or calls people to. One that is gone is of the deed that tells of it,
and one inside a subject ('the threat to cut off gas by Friday') is of no other verb."""

import datetime

from timeline.parser.anchor.held import Held, chain
from timeline.parser.known.triggers import classes
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import PAST, SUBJECTS, Tree
from timeline.parser.times.arranged import GATHERING, words_of_class

MEANT = word_list("what somebody means to do")
PAPERS = ("document", "deal", "law")  # classes
# 'refusal to testify in May': he did refuse.
DONE = frozenset({"failure", "refusal", "need", "chance", "ability", "power"})
JUDGING = word_list("judging a plan")
PLEAS = frozenset({"suit", "lawsuit", "motion", "petition"})
CALLING = frozenset({"call", "summon", "invite", "announce"})
REACH = 7  # words from a day back to what people are called to
ENTRIES = frozenset({"acl", "relcl", "advcl", "xcomp", "ccomp"})


def reach(held: Held, published: datetime.date | None) -> list[int]:
    """The tokens above an expression that it may date, nearest first."""
    path = chain(held)
    if (called := _called_to(held, published)) is not None:
        return called
    verb = next((n for n, index in enumerate(path) if held.tree[index].pos in {"VERB", "AUX"}), None)
    if verb is None or not _is_aim(held.tree, path[verb]):
        return path
    if (telling := _telling(held.tree, path[verb:])) is not None and _is_gone(held, published):
        return path[path.index(telling) :]
    end = next((n for n in range(verb, len(path)) if held.tree[path[n]].relation in SUBJECTS), len(path))
    done = next((n for n in range(verb + 1, end) if _is_done(held.tree, path[n])), end)
    return path[:done] if _is_ahead(held, published) else path[: end + 1]


def _is_done(tree: Tree, index: int) -> bool:
    """'tabled', 'has tabled': what is to be on a coming day was no day of that."""
    has = any(tree[child].lemma == "have" for child in tree.below(index, "aux"))
    return tree[index].tag == "VBD" or (tree[index].tag == "VBN" and has)


def _is_ahead(held: Held, published: datetime.date | None) -> bool:
    first = held.expression.span.start_earliest
    return published is not None and first is not None and first > published.toordinal()


def _called_to(held: Held, published: datetime.date | None) -> list[int] | None:
    """The noun, and what is between, of a day ahead to which people were called: 'called for a march on Thursday'."""
    start, first = held.expression.span.start_earliest, min(held.tokens)
    if published is None or start is None or start <= published.toordinal():
        return None
    tree = held.tree
    near = range(first - 1, max(-1, first - REACH), -1)
    noun = next((index for index in near if tree.lower[index] in words_of_class(GATHERING)), None)
    path = [] if noun is None else [noun, *tree.above(noun)]
    verb = next((n for n, index in enumerate(path) if tree[index].pos == "VERB"), None)
    if verb is None or tree[path[verb]].lemma not in CALLING or tree[path[verb]].tag not in PAST:
        return None
    return path[:verb]


def _is_aim(tree: Tree, verb: int) -> bool:
    """'to cut', of a plan or of a clause that is itself part of one ('allowing foreigners to own')."""
    return tree[verb].relation in ENTRIES and any(tree[child].tag == "TO" for child in tree.below(verb, "aux"))


def _is_gone(held: Held, published: datetime.date | None) -> bool:
    last = held.expression.span.end_latest
    is_resolved = held.expression.basis == "resolved" and held.expression.type != "DURATION"
    return published is not None and last is not None and is_resolved and last <= published.toordinal()


def _telling(tree: Tree, path: list[int]) -> int | None:
    """The verb in the past whose object is the plan: 'announced plans to cut 900 jobs on Tuesday'."""
    for index in path[1:]:
        token = tree[index]
        if token.tag == "VBD":
            return index if token.lemma not in JUDGING and _has_plan(tree, index, path) else None
        is_inside = token.tag == "VBG" or _is_aim(tree, index) or token.relation in {"dobj", "pobj", "prep", "conj"}
        if not is_inside:
            return None
    return None


def _has_plan(tree: Tree, verb: int, path: list[int]) -> bool:
    """Whether a plan lies between the verb and the aim, or right before an aim that the tree hangs on the verb."""
    between = [index for index in path[: path.index(verb)] if tree[index].pos == "NOUN"]
    nouns = between or [index for index in tree.below(verb, "dobj") if index < path[0]]
    return any(_is_plan(tree[index].lemma) for index in nouns)


def _is_plan(lemma: str) -> bool:
    return lemma not in DONE and (lemma in MEANT | PLEAS or any(lemma in classes()[name] for name in PAPERS))
