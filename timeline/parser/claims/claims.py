"""Claims: how firmly a happening is told and who says so. A claim is not a fact; the words that make one are rows of claims.txt."""

from collections.abc import Iterator

from timeline.model.statement import Claim, Status
from timeline.model.value import value
from timeline.parser.actors.cast import Cast
from timeline.parser.claims.coming import coming, is_taken_up
from timeline.parser.claims.described import described, described_above, has_no
from timeline.parser.claims.modals import modal
from timeline.parser.claims.seeming import is_charge, is_rumour, is_seeming
from timeline.parser.claims.sources import (
    PROMISING,
    claimants,
    claimants_of_noun,
    closing,
    is_foretelling,
    source_names,
)
from timeline.parser.claims.turned import (
    ENDING,
    fallen,
    is_done_at_last,
    is_failed,
    is_fended_off,
    is_gone_by,
    is_of_time,
    is_only_about,
    is_set_beside,
    left_open,
    turned,
)
from timeline.parser.claims.undone import fate, is_under_way, is_undone
from timeline.parser.claims.unmet import is_done_after_all
from timeline.parser.claims.unreal import unreal
from timeline.parser.claims.unsure import is_one_proposed, is_only_possible, is_thing_arranged, unsure
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.ample import is_suspected
from timeline.parser.mentions.governing import (
    DENYING,
    governors,
    is_content,
    is_joined,
    is_lacking,
    is_relative,
    is_report_of,
    is_said_of,
)
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.presumed import is_behind, is_beyond_doubt, is_given, is_held, is_plotted, is_presumed
from timeline.parser.mentions.shades import shades
from timeline.parser.mentions.turns import turns
from timeline.parser.sentences.carriers import is_disowned, is_naming
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.slots import SUBJECT
from timeline.parser.sentences.tree import Tree

SOURCES = frozenset({"according"})
CLAUSE_RELATIONS = frozenset(
    {"ccomp", "xcomp", "acl", "pcomp", "dobj", "pobj", "nsubjpass", "prep", "advcl", "parataxis", "oprd", "attr"}
)
ANSWERS = frozenset({"reject", "oppose", "refuse", "decline"})  # the offer that is rejected was made
UNDONE = frozenset({Status.CANCELLED, Status.PLANNED, Status.HYPOTHETICAL})
HEARD = frozenset({Status.ALLEGED, Status.HYPOTHETICAL})
NEGATED = frozenset({Status.NEGATED})
NOBODY = frozenset({"nobody", "none", "nothing"})
PHASES = frozenset({"begin", "start", "continue", "stop", "resume", "finish"})
ACCUSATIONS = frozenset({"indictment", "lawsuit", "suit", "complaint", "petition"})
ORDERS = frozenset("order decide undertake agree book offer propose set mean will invite".split())
CLEARING = frozenset({"acquit", "clear", "exonerate", "absolve"})  # of a crime


@value
class Effect:
    """What a governing or describing word does: a status (None for mere reporting) and the names of those who claim."""

    status: Status | None
    claimants: tuple[str, ...] = ()


def claim(mention: Mention, cast: Cast) -> Claim:
    """The Claim about a mention: its own negation and modals, the words that describe it, and all that governs it."""
    shaded = (Effect(status) for status in (*unreal(mention), *unsure(mention), *shades(mention), *coming(mention)))
    found = [*shaded, *_own_effects(mention), *_governing_effects(mention, cast), *_hearsay(mention, cast)]
    if is_beyond_doubt(mention):
        found = [
            *map(Effect, described(mention.tree, mention.index)),
            *(effect for effect in found if effect.status is None),
        ]
    if is_given(mention):
        found = [effect for effect in found if effect.status is not Status.ALLEGED]
    over = Status.PLANNED if is_behind(mention) else None
    statuses = [effect.status for effect in found if effect.status and effect.status is not over]
    if Status.CANCELLED in statuses and not mention.is_verb and is_under_way(mention.tree, mention.index):
        statuses = [status for status in statuses if status is not Status.CANCELLED]
    names = tuple(dict.fromkeys(name for effect in found for name in effect.claimants))
    names = names or closing(mention.tree, mention.index, cast)
    return Claim(_status(statuses), names)


def _status(statuses: list[Status]) -> Status:
    """The nearest word decides, but 'denied' over 'alleged', and a thing called off or not done is just that."""
    if not statuses:
        return Status.ASSERTED
    if Status.NEGATED in statuses and Status.DENIED in statuses:
        return Status.DENIED
    if Status.DENIED in statuses[2:]:  # 'denied reports that it planned to sell'
        statuses = [status for status in statuses if status not in HEARD]
    for status in (Status.CANCELLED, Status.NEGATED, Status.DENIED):
        if status in statuses[:2]:
            return status
    return statuses[0]


def _own_effects(mention: Mention) -> Iterator[Effect]:
    tree = mention.tree
    if is_undone(mention):
        yield Effect(Status.HYPOTHETICAL if is_only_possible(tree, mention.index) else Status.CANCELLED)
    if is_charge(tree):
        yield Effect(Status.ALLEGED)
    if is_lacking(tree, mention.index):
        yield Effect(Status.NEGATED)
    if mention.is_verb and (is_seeming(tree, mention.index) or _is_on_suspicion(mention)):
        yield Effect(Status.ALLEGED)
    if mention.is_verb and described_above(tree, mention.index):
        yield Effect(Status.ALLEGED)
    if not mention.is_verb and mention.row.type == "business":
        yield from map(Effect, fate(tree, mention.index))
    above = () if is_held(mention) else (mention.top, _predicate(mention), _phase(tree, mention.index))
    for index in dict.fromkeys((mention.index, *above)):
        is_own = index in (mention.index, mention.top)  # 'the shot hurt nobody' was fired
        nobody = NOBODY if is_own and (mention.is_verb or tree[index].lemma != "claim") else frozenset()
        is_not = tree.is_negated(index) or has_no(tree, index, nobody)
        if is_not and _is_of_another(mention, index):
            continue
        if is_not and not mention.is_turned and not (is_own and _is_done_in_the_end(tree, index)):
            yield Effect(Status.NEGATED)
        yield from map(Effect, described(tree, index))
        if mention.row.type != "threaten" and not mention.is_turned:  # 'will march unless …' threatens now
            yield from map(Effect, modal(tree, index))


def _is_done_in_the_end(tree: Tree, verb: int) -> bool:
    return is_done_at_last(tree, verb) or is_done_after_all(tree, verb)


def _is_on_suspicion(mention: Mention) -> bool:
    return mention.row.type != "protest" and is_suspected(mention.tree, mention.index)


def _is_of_another(mention: Mention, index: int) -> bool:
    """Of the verb of a noun: the strike that 'will not end until …' is on, the verdict 'not expected until June' is to come."""
    return not mention.is_verb and index != mention.index and is_of_time(mention.tree, index)


def _predicate(mention: Mention) -> int:
    """The verb that a noun is the subject of: 'the final will be played', 'there will be a final' are to come."""
    tree, token = mention.tree, mention.tree[mention.index]
    if mention.is_verb or tree[token.head].pos not in {"VERB", "AUX"}:
        return mention.index
    is_subject = token.relation in {"nsubj", "nsubjpass"} and not (is_presumed(mention) or is_taken_up(mention))
    is_state = tree.lower[mention.index] in turns() or (
        token.relation == "attr" and bool(tree.below(token.head, "expl"))
    )
    return token.head if is_subject or is_state else mention.index


def _phase(tree: Tree, index: int) -> int:
    """The verb whose tense counts: 'will' of 'will begin to take it'."""
    head = tree.head(index)
    is_phase = tree[index].relation == "xcomp" and head is not None and tree[head].lemma in PHASES
    return head if is_phase and head is not None else index


def _governing_effects(mention: Mention, cast: Cast) -> Iterator[Effect]:
    """What the verbs and nouns above do to it, nearest first, as far as it stands in a clause or phrase they govern."""
    tree = mention.tree
    below, clause = mention.index, tree.clause(mention.index)
    if clause != below and is_naming(tree, clause):
        yield Effect(Status.ALLEGED, claimants(tree, clause, cast))
        return
    for above, relation in governors(mention):
        is_told_of = is_relative(tree, below) and not is_content(tree, below, above)
        if is_told_of or is_joined(tree, below) or (relation == "conj" and tree[below].pos != tree[above].pos):
            return
        if (status := left_open(tree, above, below)) is not None:
            yield Effect(status)
            return
        is_beside = is_set_beside(tree, above, below, relation) or is_gone_by(tree, above, below)
        if is_beside or is_only_about(mention, above, below):
            return
        if relation in {"dobj", "nsubjpass"} and (is_plotted(mention, above) or is_fended_off(tree, above)):
            return
        if (relation in CLAUSE_RELATIONS or is_content(tree, below, above)) and (
            above != mention.top or _is_undone(tree, above)
        ):
            found = [*_effect_of(tree, above, below, relation, cast)]
            yield from found
            if found and is_failed(tree, above):
                return  # 'failed to prevent the sale'
        elif above == mention.top and is_failed(tree, above) and _ends(tree, above):
            return  # 'failed to stop the closure', 'failed to end the strike'
        if relation == "prep" and tree[below].text.lower() == "by" and tree.below(below, "pcomp"):
            yield from map(Effect, modal(tree, above))  # 'could win time by holding talks'
        below = above


def _is_undone(tree: Tree, verb: int, statuses: frozenset[Status] = UNDONE) -> bool:
    """A light verb may leave what it carries undone ('called off the match', 'planned a march')."""
    return any(effects().get((name, "verb")) in statuses for name in verb_names(tree, verb))


def _ends(tree: Tree, verb: int) -> bool:
    return tree[verb].lemma in ENDING or _is_undone(tree, verb, NEGATED)


def _effect_of(tree: Tree, above: int, below: int, relation: str, cast: Cast) -> Iterator[Effect]:
    token = tree[above]
    if token.pos == "VERB" and relation in {"ccomp", "xcomp", "dobj", "nsubjpass", "prep", "oprd", "parataxis"}:
        yield from _verb_effect(tree, above, below, relation, cast)
    elif token.pos in {"NOUN", "PROPN"} and (relation in {"acl", "prep", "ccomp"} or is_content(tree, below, above)):
        status = effects().get((token.lemma, "noun")) if token.text.lower() != "talks" else None
        if status is Status.PLANNED:
            status = fallen(tree, above) or status
        is_about_noun = relation == "acl" and is_relative(tree, below)
        if (
            status
            and not is_about_noun
            and (relation != "prep" or tree[below].text.lower() in {"of", "about", "over", "for", "to"})
        ):
            yield Effect(status, claimants_of_noun(tree, above, cast) if status is Status.ALLEGED else ())


def _verb_effect(tree: Tree, above: int, below: int, relation: str, cast: Cast) -> Iterator[Effect]:
    is_report = is_report_of(tree, below)
    names = (name for name in verb_names(tree, above) if (name, "verb") in effects() or (is_report and name in DENYING))
    name = next(names, None)
    if name is None:
        if tree[above].lemma in CLEARING and relation == "prep" and _is_charge(tree, above, below):
            yield Effect(Status.ALLEGED)
        return
    if name == "claim" and is_disowned(tree, above):
        return
    status = effects().get((name, "verb"))
    if is_report and name in DENYING:
        status = Status.DENIED
    elif status is None and any(
        tree[i].lemma in ACCUSATIONS or is_rumour(tree, i) for i in tree.below(above, *SUBJECT)
    ):
        status = Status.ALLEGED  # 'the indictment says', 'unconfirmed reports said'
    is_object = relation in {"dobj", "nsubjpass"}
    if is_object and (
        status is None
        or (name in ANSWERS and status is not Status.DENIED)
        or (
            status is Status.PLANNED
            and ((name in ORDERS and not is_one_proposed(tree, name, below)) or is_thing_arranged(tree, above, below))
        )
    ):
        return
    if relation == "prep" and (status is not Status.ALLEGED or not _is_charge(tree, above, below)):
        return
    status = turned(tree, above, name, status)
    if status is None and is_said_of(tree, above, below):
        status = Status.ALLEGED
    claims = status in {None, Status.ALLEGED, Status.DENIED} or is_foretelling(tree, above, below, name)
    yield Effect(status, claimants(tree, above, cast) if claims else ())


def _is_charge(tree: Tree, verb: int, preposition: int) -> bool:
    """'accused of', 'blamed for', 'charged with'."""
    word = tree.lower[preposition]
    return word in {"of", "for"} or (word == "with" and tree[verb].lemma == "charge")


def _hearsay(mention: Mention, cast: Cast) -> Iterator[Effect]:
    """'according to X' anywhere in the clause, and 'X said' set beside it."""
    tree = mention.tree
    has_source = not SOURCES.isdisjoint(tree.lower)
    for index in (mention.top, *tree.above(mention.top)):
        for child in tree.below(index, "prep", "advmod") if has_source else ():
            if tree.lower[child] in SOURCES:
                sources = [inner for _, inner in tree.prepositions(child)]
                is_charge = index == mention.top and any(
                    tree[inner].lemma in ACCUSATIONS or is_rumour(tree, inner) for inner in sources
                )
                yield Effect(Status.ALLEGED if is_charge else None, source_names(tree, sources, cast))
        for child in tree.below(index, "parataxis") if "parataxis" in tree.relations[index] else ():
            if child not in {mention.top, mention.index}:
                yield from _aside(tree, child, cast)


def _aside(tree: Tree, verb: int, cast: Cast) -> Iterator[Effect]:
    """', he said,', ', she alleged,', ', the union warned,' amid what is told."""
    status = effects().get((tree[verb].lemma, "verb"), Status.ASSERTED)
    is_said = status in {None, Status.ALLEGED} or tree[verb].lemma in PROMISING
    if is_said and tree.below(verb, *SUBJECT):
        yield Effect(status if status is Status.ALLEGED else None, claimants(tree, verb, cast))
