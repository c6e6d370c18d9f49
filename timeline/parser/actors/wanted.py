"""Wanted: a pronoun and what its place in the sentence says of whom it means, before anybody is chosen."""

from collections.abc import Callable

from timeline.model.value import value
from timeline.parser.actors.leanings import leaning
from timeline.parser.actors.name import Name
from timeline.parser.known.hedges import is_saying
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

At = Callable[[Tree, int], tuple[int, ...]]
ENDS = frozenset({"death", "murder", "killing", "funeral", "burial", "assassination"})
OWNING = frozenset({"its", "their"})
PERSONS, HIS = frozenset({"him", "her"}), frozenset({"his", "her"})
JUDGING = word_list("affecting") | word_list("praising or blaming")
RELATIVE = frozenset({"who", "which", "that"})
ADDRESSING = frozenset({"tell", "remind", "inform", "assure", "warn", "convince", "persuade", "promise"})


def co_arguments(at: At, tree: Tree, name: Name) -> set[int]:
    """Who does something to 'her' is another; 'her friend' may be the friend of who does it."""
    if tree[name.head].relation not in {"dobj", "pobj", "dative"}:
        return set()
    return {member for subject in doers(tree, tree.clause(name.head)) for member in at(tree, subject)}


def outliving(at: At, tree: Tree, head: int) -> frozenset[int]:
    """'Blau said he had spent her money after her death': Blau, who lives."""
    is_dead = not ENDS.isdisjoint(tree.lemmas) and _is_of_dead(tree, head)
    return tellers_above(at, tree, head) if is_dead else frozenset()


def tellers_above(at: At, tree: Tree, head: int) -> frozenset[int]:
    """Those who are told to say what a word stands in."""
    found, below = set[int](), head
    for verb in tree.above(head):
        if tree[below].relation == "ccomp" and is_saying(tree[verb].lemma):
            found.update(member for subject in tree.below(verb, "nsubj") for member in at(tree, subject))
        below = verb
    return frozenset(found)


def _is_of_dead(tree: Tree, head: int) -> bool:
    """The same word as in 'her death'."""
    return any(
        tree.lower[i] == tree.lower[head] and tree[i].relation == "poss" and tree[tree[i].head].lemma in ENDS
        for i in range(len(tree))
    )


def doers(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb, its own or shared with the verb it is joined to; whom 'who' stands for."""
    own = tree.below(verb, "nsubj", "nsubjpass")
    if not own and tree[verb].relation in {"conj", "xcomp", "advcl"} and tree.head(verb) is not None:
        return doers(tree, tree[verb].head)
    is_relative = tree[verb].relation == "relcl" and any(tree[i].text.lower() in RELATIVE for i in own)
    return [tree[verb].head] if is_relative else own


def told(at: At, tree: Tree, head: int) -> frozenset[int]:
    """'The judge told X he had lied': X."""
    verb = tree[head].head
    above = tree.head(verb)
    is_told = tree[head].relation in {"nsubj", "nsubjpass"} and tree[verb].relation == "ccomp" and above is not None
    if not is_told or above is None or tree[above].lemma not in ADDRESSING:
        return frozenset()
    return frozenset(member for heard in tree.below(above, "dobj", "dative") for member in at(tree, heard))


def above(at: At, tree: Tree, head: int) -> frozenset[int]:
    """'a museum returned a drawing that it had bought': the museum, whatever the sentence began with."""
    own = tree.clause(head)
    verb = next((i for i in tree.above(own) if tree.below(i, "nsubj", "nsubjpass")), None)
    subjects = [] if verb is None else doers(tree, verb)
    return frozenset(member for subject in subjects if subject < head for member in at(tree, subject))


def _is_explained(tree: Tree, head: int) -> bool:
    """'They had lied', 'they were freed': the subject of what went before, or of what is done to them."""
    helpers = {tree[child].text.lower() for child in tree.below(tree[head].head, "aux")}
    return tree[head].relation == "nsubjpass" or (tree[head].relation == "nsubj" and "had" in helpers)


def held(at: At, tree: Tree, head: int) -> frozenset[int]:
    """'the sanctions imposed on Chad for its raids': Chad, whoever keeps them."""
    verb = tree.clause(head)
    verb = (
        tree[verb].head if tree[verb].relation in {"advcl", "pcomp"} else verb
    )  # 'imposed on Chad after its army struck'
    if tree[verb].relation != "acl" or tree[verb].tag not in {"VBN", "VBG"}:
        return frozenset()
    named = [*tree.below(verb, "dobj"), *(inner for _, inner in tree.prepositions(verb))]
    return frozenset(member for index in named if index < head for member in at(tree, index))


def handled(at: At, tree: Tree, head: int) -> frozenset[int]:
    """'Police arrested Berg and released him': whom the verb before was done to, when the same people do both."""
    verb = tree[head].head
    while tree[verb].relation == "conj" and not tree.below(verb, "nsubj", "nsubjpass"):
        verb = tree[verb].head
        if objects := [index for index in tree.below(verb, "dobj") if index < head]:
            return frozenset(member for index in objects for member in at(tree, index))
    return frozenset()


def judged(at: At, tree: Tree, head: int) -> frozenset[int]:
    """'congratulated X on his victory', 'sued X over her column': X's."""
    word = tree[tree[head].head].head
    verb = tree[word].head
    is_why = tree[word].relation == "prep" and tree.lower[word] in {"on", "for", "over"}
    if not is_why or tree[verb].lemma not in JUDGING:
        return frozenset()
    objects = (index for index in tree.below(verb, "dobj") if index < word)
    return frozenset(member for index in objects for member in at(tree, index))


@value
class Wanted:
    """A pronoun and where it stands. `told` are those addressed above it, `above` the subjects of the clause its own is part of.

    `held` are those that a participle before it is about, or to whom the verb before did something; `is_parallel`: it may go on
    with what was done something to.
    `is_undergone`: it is the subject of a passive. `leaning`: to a thing or a firm, by what is said with it.
    `is_explained`: its clause tells why something was done to them; `is_object`: something is done to it, or by way of it.
    `is_telling`: it says something, as the main clause.
    """

    pronoun: str
    sentence: int
    token: int
    told: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()
    is_explained: bool = False
    is_object: bool = False
    held: frozenset[int] = frozenset()
    is_parallel: bool = False
    is_undergone: bool = False
    leaning: int = 0
    is_telling: bool = False


def _held(at: At, tree: Tree, name: Name) -> frozenset[int]:
    relation = tree[name.head].relation
    if relation == "poss" and name.text in OWNING:
        return held(at, tree, name.head)
    if relation == "poss" and name.text in HIS:
        return judged(at, tree, name.head)
    return handled(at, tree, name.head) if relation == "dobj" and name.text in PERSONS else frozenset()


def wanted_at(at: At, tree: Tree, name: Name) -> Wanted:
    """What its place in the sentence says of whom a pronoun means."""
    head, relation = name.head, tree[name.head].relation
    return Wanted(
        name.text,
        tree.sentence.index,
        head,
        told(at, tree, head),
        above(at, tree, head),
        _is_explained(tree, head),
        relation in {"dobj", "pobj", "dative"},
        _held(at, tree, name),
        relation == "dobj" and name.text == "it",
        relation == "nsubjpass",
        leaning(tree, head),
        relation == "nsubj" and is_saying(tree[tree[head].head].lemma) and tree[tree[head].head].relation == "ROOT",
    )
