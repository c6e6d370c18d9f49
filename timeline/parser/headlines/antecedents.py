"""Antecedents: what 'it', 'they' or 'them' of a headline stands for where no actor does: 'She died on it' is 'on bus to Lima'."""

from timeline.model.statement import HUMAN, Status
from timeline.parser.actors.cast import Cast
from timeline.parser.headlines.completion import NOUNS, phrase
from timeline.parser.headlines.gist import is_length_to_clause
from timeline.parser.known.hedges import effects
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.phases import is_happening, is_of_phase, is_wanted
from timeline.parser.sentences.tree import Tree

SINGULAR = frozenset({"NN"})
PLURAL = frozenset({"NNS"})
RESOLVING = frozenset({"agree", "decide", "resolve", "propose"})  # 'it was agreed to'
STANDING = {"it": SINGULAR, "they": PLURAL, "them": PLURAL}  # pronouns and the nouns they may stand for
WEATHER = frozenset({"rain", "snow", "hail", "thunder", "freeze", "thaw"})
PHRASES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
SIDE = frozenset({"advcl", "pcomp"})  # clauses beside the one of whose subject they tell


def antecedent(tree: Tree, pronoun: int, before: Tree | None, cast: Cast | None) -> str:
    """What 'it' or 'they' most likely stands for: the last such noun said before it, else the subject of the sentence before."""
    wanted = STANDING.get(tree[pronoun].text.lower())
    if wanted is None or cast is None or _is_empty(tree, pronoun):
        return ""
    verb = tree.clause(pronoun)
    main = tree.below(tree[verb].head, "nsubj", "nsubjpass") if _is_beside(tree, pronoun, verb) else []
    is_plain = len(main) == 1 and (_is_moving(tree, pronoun, verb) or not _objects(tree, tree[verb].head))
    is_told = is_plain and tree[verb].relation == "advcl" and not _is_somebody(tree, main[0])
    if is_told and tree[main[0]].tag in wanted:
        return phrase(tree, main[0], cast)  # 'The bridge fell into the river a year after it was opened'
    if (speaker := _speaker(tree, pronoun, verb)) is not None and tree[speaker].tag in wanted:
        return phrase(tree, speaker, cast)
    verbs = [verb] if _is_beside(tree, pronoun, verb) else [verb, *tree.above(verb)]
    # 'the parliament ratified it': not that
    beside = [i for verb in verbs for i in tree.below(verb, "nsubj", "nsubjpass")]
    is_phase = is_of_phase(tree, pronoun) or is_wanted(tree, pronoun)
    fitting = [i for i in range(pronoun) if tree[i].tag in wanted and _is_thing(tree, i) and i not in beside]
    things = [i for i in fitting if not cast.at(tree, i)]  # an actor would have been meant by the cast
    if is_phase:  # 'people with knowledge of the meeting said it had collapsed'
        own = [i for i in things if is_happening(tree, i)]
    else:
        own = [i for i in things if not (_is_aside(tree, i) or _is_in_other_clause(tree, i, pronoun))]
    if own:
        return phrase(tree, own[-1], cast)
    subjects = [] if before is None else _main_subjects(before)
    if is_phase and before is not None:
        subjects = [*(i for i in subjects if is_happening(before, i)), *reversed(_happenings(before))]
    told = [i for i in subjects if before is not None and before[i].tag in wanted and not _is_somebody(before, i)]
    return phrase(before, told[0], cast) if told and before is not None else ""


def _speaker(tree: Tree, pronoun: int, verb: int) -> int | None:
    """'The defence said it would appeal': who says what it will do."""
    above = tree.head(verb) if tree[verb].relation == "ccomp" and tree[pronoun].relation == "nsubj" else None
    is_saying = above is not None and effects().get((tree[above].lemma, "verb"), Status.ASSERTED) is None
    subjects = tree.below(above, "nsubj") if above is not None and is_saying else []
    is_own = any(tree[child].tag == "MD" for child in tree.below(verb, "aux"))
    return subjects[0] if len(subjects) == 1 and is_own and subjects[0] < pronoun else None


def _is_moving(tree: Tree, pronoun: int, verb: int) -> bool:
    """'A trawler struck a reef a day after it left port': what does something goes on doing it."""
    return tree[pronoun].relation == "nsubj" and bool(tree.below(verb, "dobj", "prt"))


def _objects(tree: Tree, verb: int) -> list[int]:
    """What a verb is done to; 'fire' of 'caught fire' and 'way' of 'gave way' are no things, nor are the minutes that passed."""
    return [i for i in tree.below(verb, "dobj") if tree.children[i] and not is_length_to_clause(tree, i)]


def happening_told_of(tree: Tree, pronoun: int, before: Tree | None, cast: Cast) -> str:
    """'Talks' for 'they' of 'they broke down', whoever held them; '' where the verb does not ask for a happening."""
    return antecedent(tree, pronoun, before, cast) if is_of_phase(tree, pronoun) else ""


def _happenings(tree: Tree) -> list[int]:
    return [token.index for token in tree if token.pos == "NOUN" and is_happening(tree, token.index)]


def _is_beside(tree: Tree, pronoun: int, verb: int) -> bool:
    """'Talks went on a year after they broke down'."""
    return tree[verb].relation in SIDE and tree[pronoun].relation in {"nsubj", "nsubjpass"}


def _is_empty(tree: Tree, pronoun: int) -> bool:
    """'It rained', 'it was proposed that', 'it was agreed to'."""
    verb = tree[pronoun].head
    is_resolved = tree[pronoun].relation == "nsubjpass" and tree[verb].lemma in RESOLVING
    clauses = tree.below(verb, "ccomp", "csubj", "xcomp") if is_resolved else tree.below(verb, "ccomp", "csubj")
    return tree[verb].lemma in WEATHER or (tree[pronoun].relation != "dobj" and bool(clauses))


def _is_thing(tree: Tree, index: int) -> bool:
    """The head of a phrase of its own, and neither a date nor somebody; a bare object ('caught fire', 'in fact') is only a part of
    what is said."""
    token = tree[index]
    is_bare = token.relation in {"dobj", "pobj"} and not tree.children[index]
    return not (token.entity or is_bare or _is_somebody(tree, index)) and token.relation in PHRASES


def _is_aside(tree: Tree, index: int) -> bool:
    """'road' of 'a bus on the road': what hangs on another noun is not what a text goes on about."""
    return tree[index].relation == "pobj" and tree[tree[tree[index].head].head].pos in NOUNS


def _is_somebody(tree: Tree, index: int) -> bool:
    known = nouns().get(tree[index].lemma)
    return known is not None and known.kind in HUMAN


def _is_in_other_clause(tree: Tree, index: int, pronoun: int) -> bool:
    """'stake' of 'the brewer which sold its stake hired a bank to advise it': a clause that says more of a noun is left behind."""
    clauses = [i for i in tree.above(index) if tree[i].relation == "relcl"]
    return any(clause not in tree.above(pronoun) for clause in clauses)


def _main_subjects(tree: Tree) -> list[int]:
    roots = [token.index for token in tree.sentence.tokens if token.relation == "ROOT"]
    return [subject for root in roots for subject in tree.below(root, "nsubj", "nsubjpass")]
