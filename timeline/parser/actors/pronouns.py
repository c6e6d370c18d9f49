"""Pronouns: whom 'she', 'it', 'they' and 'the two' mean, by number, gender, place in the sentence and nearness."""

from collections.abc import Collection, Sequence

from timeline.model.statement import ActorKind, Status
from timeline.parser.actors import pairs
from timeline.parser.actors.hero import hero, is_passing
from timeline.parser.actors.indirect import AGED, GROUP_PRONOUNS, LAND, PAIR, PERSON_PRONOUNS, THING_PRONOUNS
from timeline.parser.actors.leanings import NOTHING, leant, owner_of_record
from timeline.parser.actors.member import NOBODY, THINGS, Seen, fits_pronoun, gender_wanted
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.actors.pairs import SENTENCES, all_before, couple, joined_with, joint, pair, protagonists, two
from timeline.parser.actors.spokesmen import WE, principal, quoted_before, speaker_before, speaking_body, spoken_for
from timeline.parser.actors.wanted import PERSONS, RELATIVE, At, Wanted, co_arguments, doers, wanted_at
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phases import is_end_of_it, is_of_phase, is_wanted
from timeline.parser.sentences.tree import Tree

NOT_SAID = Status.ASSERTED

ACTING = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.PEOPLE})
OFFICERS = word_list("officer of the law")
SPEAKER = "i"
DENYING = frozenset({"it", "they", "he", "she"})
DENIALS = frozenset({"deny", "reject", "dismiss", "dispute", "refute"})
ACCUSALS = frozenset({"accuse", "blame", "suspect"})
OF_TWO = frozenset({"divorce", "separate", "marry", "wed", "reconcile"})
LATER = RELATIVE | {SPEAKER, WE}  # these are read after the rest of their sentence
# What speaks for a candidate. Only their order matters much: tried on texts of our own (docs/parser.md).
STEP_BACK, TOP, SUBJECT, MAIN, GOES_ON, GENDER, NAMED, SEVERAL, MEANT = 1.6, 3.0, 2.0, 1.0, 0.6, 1.5, 0.7, 0.8, 2.5
ABOVE = 1.2
UNDERGONE = 1.5  # 'freed nine men a week after they were seized': to whom this was done, and not who did it
HELD = 5.0
NEWCOMER = 0.8  # 'A producer tasted her bread, and she ...': of somebody without a name nobody knows the gender
IMPERSONAL = frozenset(
    "agree decide resolve propose suggest report announce allege say hope understand note feel think confirm reveal".split()
)
WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder"})  # 'it rained': nobody did


def settled(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...] | None:
    """The members where the place of a pronoun leaves no choice, () where it means nobody; None where it is open.

    `at` gives those that a word named before it names.
    """
    if name.text in RELATIVE:
        return _antecedent(at, tree, name)
    if name.text == SPEAKER:
        return _speaker(memory, at, tree, name) or None
    if name.text == WE:
        return spoken_for(memory, at, tree, name.head) or None
    if is_end_of_it(tree, name.head) or (name.text == "it" and _is_nobody(tree, name.head)):
        return ()
    if name.text == "it" and (body := speaking_body(memory, at, tree, name.head)):
        return body
    return _told_by_place(memory, at, tree, name) or None


def prominent(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """The members that an open pronoun means by the plain rules; () for 'I' and 'we'."""
    if name.text in LATER:
        return ()
    found = meant(memory, wanted_at(at, tree, name), co_arguments(at, tree, name))
    found = pairs.one_land(memory, tree, name.head, found) if name.text == LAND else found
    if len(found) == 1 and memory.members[found[0]].kind in ACTING and is_of_phase(tree, name.head):
        return ()  # 'it had collapsed': the talks, and not the state
    for number in found:
        member = memory.members[number]
        member.gender = member.gender or gender_wanted(name.text)
    return found


def _told_by_place(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'…, he added', 'his lawyer said he …': whom such a pronoun means; () for any other."""
    if speakers := speaker_before(memory, tree, name.head):
        return speakers
    if name.text in PERSON_PRONOUNS and (quoted := quoted_before(memory, tree, name.head)):
        return quoted
    if name.text in PERSON_PRONOUNS and (client := principal(memory, at, tree, name.head)):
        return client
    if name.text == "their" and (first := joined_with(tree, name.head)) is not None:
        return at(tree, first)
    if (owner := owner_of_record(tree, name.head)) is not None and (whose := at(tree, owner)):
        return whose
    if owners := _owners_of_doer(memory, at, tree, name):
        return owners
    if name.text in DENYING and (accused := _accused(tree, name.head)) is not None:
        return at(tree, accused)
    if name.text == "they" and _is_mutual(tree, name.head):
        return _two_persons(memory, tree, name.head)
    return ()


def _owners_of_doer(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'Her party expelled her', "Blau's club sacked him": whose party, whose club; what a person does, to a third as often."""
    if tree[name.head].relation != "dobj" or name.text not in PERSONS:
        return ()
    for doer in doers(tree, tree[name.head].head):
        owners = tuple(m for i in tree.below(doer, "poss") for m in at(tree, i))
        is_body = all(memory.members[m].kind is not ActorKind.PERSON for m in at(tree, doer))
        is_person = len(owners) == 1 and memory.members[owners[0]].kind is ActorKind.PERSON
        if is_body and is_person and fits_pronoun(name.text, memory.members[owners[0]]):
            return owners
    return ()


def _accused(tree: Tree, head: int) -> int | None:
    """'blamed the rebels for the raid, which they denied', 'accused Chad of it, a charge it rejects': who was accused."""
    denial = tree[head].head
    if tree[denial].relation != "relcl" or tree[denial].lemma not in DENIALS or tree[head].relation != "nsubj":
        return None
    verb = tree.clause(tree[denial].head)
    objects = [i for i in tree.below(verb, "dobj") if i < head] if tree[verb].lemma in ACCUSALS else []
    return objects[0] if objects else None


def _is_nobody(tree: Tree, head: int) -> bool:
    """'It rained', 'it was the third strike in a year': nobody did, and no actor is a strike."""
    verb = tree[head].head
    named = tree.below(verb, "attr") if tree[verb].lemma == "be" and tree[head].relation == "nsubj" else []
    is_named = any(tree[i].tag == "NN" and (tree[i].lemma, "noun") in lexicon() for i in named)
    return is_named or tree[verb].lemma in WEATHER or is_wanted(tree, head) or _is_impersonal(tree, head)


def _is_impersonal(tree: Tree, head: int) -> bool:
    """'It was announced that the pier would be sold'."""
    verb = tree[head].head
    is_passive = tree[head].relation == "nsubjpass" and tree[verb].lemma in IMPERSONAL
    return is_passive and bool(tree.below(verb, "ccomp"))


def _two_persons(memory: Memory, tree: Tree, head: int) -> tuple[int, ...]:
    return pair(memory, memory.before(tree.sentence.index, head), tree.sentence.index, {ActorKind.PERSON})


def _is_mutual(tree: Tree, head: int) -> bool:
    """'They will face each other', 'they divorced'."""
    verb = tree[head].head
    objects = tree.below(verb, "dobj", "pobj")
    return (tree[verb].lemma in OF_TWO and not objects) or any(
        tree[i].text.lower() in {"other", "another"} and tree[i - 1].text.lower() in {"each", "one"} for i in objects
    )


def _antecedent(at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """The noun that a relative clause hangs on; behind a comma all that are joined: 'Peru and Chad, which had opposed it,'."""
    for above in tree.above(name.head):
        if tree[above].relation == "relcl":
            joined = all_before(tree, name.head, tree[above].head)
            if len(joined) > 1:
                return tuple(dict.fromkeys(member for index in joined for member in at(tree, index)))
            return at(tree, tree[above].head)
    return ()


def _speaker(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'"I am glad," she said': whoever says it."""
    for above in tree.above(name.head):
        subjects = tree.below(above, "nsubj")
        if name.head not in subjects and effects().get((tree[above].lemma, "verb"), NOT_SAID) is None:
            members = [member for subject in subjects for member in at(tree, subject)]
            return tuple(n for n in members if memory.members[n].kind is ActorKind.PERSON)
    return ()


def meant(memory: Memory, wanted: Wanted, barred: Collection[int] = ()) -> tuple[int, ...]:
    """Whom a pronoun means: the most prominent of those of the last sentences that fit; () for a thing.

    `barred` are those that it cannot mean: who does something to 'her' is another.
    """
    before = memory.before(wanted.sentence, wanted.token)
    if wanted.pronoun == PAIR:
        return (
            two(memory, before, wanted.sentence)
            or pair(memory, before, wanted.sentence)
            or joint(before, wanted.sentence)
            or couple(memory, before, wanted.sentence)
            or protagonists(memory, before)
        )
    if wanted.pronoun == AGED:  # 'She said that they had freed the 19-year-old'
        barred = {*barred, *(s.member for s in before if s.sentence == wanted.sentence and s.is_main and s.is_subject)}
    recent = [
        seen
        for seen in before
        if seen.sentence >= wanted.sentence - SENTENCES and seen.member not in barred and _fits(memory, wanted, seen)
    ]
    if wanted.pronoun in GROUP_PRONOUNS and (together := _together(memory, before, recent, wanted)):
        return tuple(number for number in together if number not in barred)
    best = max(reversed(recent), key=lambda seen: _weight(memory, wanted, seen), default=None)
    if (
        is_passing(memory, best, before, wanted.sentence, is_undergone=wanted.is_undergone)
        and (known := hero(memory, before, wanted.pronoun, barred)) is not None
    ):
        return (known,)
    return (best.member,) if best is not None and best.member >= 0 else ()


def _weight(memory: Memory, wanted: Wanted, seen: Seen) -> float:
    """How much speaks for it: nearness, its place in its sentence, gender and number."""
    weight = TOP if seen.is_top else SUBJECT if seen.is_subject else MAIN if seen.is_main else 0.0
    weight -= STEP_BACK * (wanted.sentence - seen.sentence)
    weight += ABOVE * (seen.member in wanted.above and seen.sentence == wanted.sentence)
    is_here = seen.sentence == wanted.sentence  # 'gave her a drawing that she later sold'
    weight += GOES_ON * seen.is_pronoun * (3 if is_here and wanted.pronoun not in THING_PRONOUNS else 1) + MEANT * (
        seen.member in wanted.told
    )
    weight += HELD * (is_here and seen.member in wanted.held)
    is_near = seen.sentence >= wanted.sentence - 1
    weight += MEANT * (is_near and wanted.is_parallel and seen.member < 0 and seen.is_main and not seen.is_subject)
    weight += MEANT * (seen.is_chosen and wanted.pronoun in {*PERSON_PRONOUNS, AGED})
    weight += MEANT * (wanted.is_explained and seen.is_affected and seen.sentence >= wanted.sentence - 1)
    weight += MEANT * (wanted.is_telling and seen.is_speaker and seen.sentence == wanted.sentence - 1)
    weight += UNDERGONE * (is_here and wanted.is_undergone and seen.is_affected)
    if seen.member < 0:
        return weight
    member = memory.members[seen.member]
    gender = gender_wanted(wanted.pronoun)
    weight -= MEANT * (
        wanted.is_undergone and not OFFICERS.isdisjoint(member.titles)
    )  # a judge jails, and is not jailed
    weight -= NEWCOMER * (gender is not None and member.gender is None and member.name[:1].islower())
    weight += MEANT * leant(member, wanted.leaning)
    if gender is not None or wanted.pronoun == AGED:
        weight += GENDER * (member.gender == gender) + NAMED * member.name[:1].isupper()
    return weight + SEVERAL * (wanted.pronoun in GROUP_PRONOUNS and member.is_plural)


def _fits(memory: Memory, wanted: Wanted, seen: Seen) -> bool:
    if seen.member < 0:  # what was only done something to does nothing itself: 'They restored the ties. They …'
        fits = wanted.pronoun in {NOBODY: THING_PRONOUNS, THINGS: GROUP_PRONOUNS}[seen.member]
        return fits and (seen.is_subject or wanted.is_object)
    member = memory.members[seen.member]
    is_barred = seen.is_aside or (member.is_thing and wanted.leaning == NOTHING)
    return fits_pronoun(wanted.pronoun, member) and not is_barred


def _is_one_of_several(memory: Memory, subjects: Sequence[Seen]) -> bool:
    """'A and B met, and B said they had agreed': B alone is not they."""
    last = subjects[-1]
    group = [seen.member for seen in subjects if (seen.sentence, seen.group) == (last.sentence, last.group)]
    return len(group) == 1 and last.member >= 0 and memory.members[last.member].kind is ActorKind.PERSON


def _together(memory: Memory, before: Sequence[Seen], recent: Sequence[Seen], wanted: Wanted) -> tuple[int, ...]:
    """Those who were the subject together last ('the two men', 'A and B'), in this sentence or the one before."""
    subjects = [seen for seen in before if seen.is_subject and seen.sentence >= wanted.sentence - 1]
    while subjects and _is_one_of_several(memory, subjects):
        subjects.pop()
    if not subjects or (
        recent and (recent[-1].sentence, recent[-1].group) > (subjects[-1].sentence, subjects[-1].group)
    ):
        return ()
    last = [one.member for one in subjects if (one.sentence, one.group) == (subjects[-1].sentence, subjects[-1].group)]
    return tuple(dict.fromkeys(last)) if len(last) > 1 and min(last) >= 0 else ()
