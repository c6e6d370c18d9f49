"""Vouched: whether who says what was done may be taken at their word, or only alleges it.

Authorities that count the dead, firms that tell what they did, and whoever speaks of themselves assert. It is no more than an
allegation when those who were there accuse somebody ('residents said soldiers burned the village'), when those who fight tell of
their blows or of the other side's, when a court is told of what it is to judge, when a witness
tells the police or a newspaper, when the police tell what somebody with a name
did, and when the next one denies it ('which the union denies').

What stands before its source ('Gunmen attacked the post, residents said') is told by the text itself, but for what a court judges.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.model.statement import HUMAN, ActorKind, Claim, Status
from timeline.parser.actors.cast import Cast
from timeline.parser.claims.nameless import is_nameless
from timeline.parser.claims.sides import (
    FIGHTERS,
    FIGHTING_KINDS,
    doers,
    heads,
    is_across_border,
    is_fighting,
    is_of_another_state,
    is_of_fighters,
    is_own,
    is_watching,
)
from timeline.parser.known.hedges import effects
from timeline.parser.known.roster import nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.governing import DENYING
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.slots import SUBJECT
from timeline.parser.sentences.tree import PRESENT, Tree

WITNESSES = word_list("witness of harm")
KNOWING = word_list("vouching for a deed")
CHARGING = word_list("laying a charge")
COURT = word_list("hearing a case")
HEARING = word_list("hearing a witness")
POLICE = frozenset({"police", "officer", "policeman", "sheriff", "gendarme"})
LAWLESS = FIGHTERS - {"army", "military", "navy", "troop", "soldier", "force", "general", "commander"}
HARM = frozenset({"assault", "crime", "coerce"})
HURTING = HARM | {"threaten"}
JUDGED = HARM | {"accident", "other", "business", "death", "consult", "support", "threaten", "reject"}
CHARGED = JUDGED | {"accuse", "agree", "aid", "request", "retreat", "concede"}
CRIMES = frozenset({"assault", "crime"})
COUNSEL = frozenset({"lawyer", "solicitor", "attorney", "counsel", "barrister", "advocate"})
PLEADING = frozenset({"say", "tell", "add", "state", "insist", "explain"})
SUSPECTS = frozenset({"suspect", "accused", "defendant"})
SPEAKING_FOR = word_list("speaking for others")
POINTING = frozenset({"which", "that", "it", "this"})
GAINSAYING = frozenset({"deny", "refute", "dispute", "contradict", "rebut"})
FOUL = HURTING | {"sanction"}
ABUSE = frozenset("beat torture rape flog whip kick mistreat abuse maltreat strangle starve humiliate".split())
SWEARING = frozenset("swear aver retort insist boast brag confess".split())
BREAKING = frozenset({"violate", "breach"})
COUNTERING = DENYING | {"counter"}


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb that carries what is told: its place, and whether its source stands before what it tells."""

    verb: int
    is_before: bool


def vouched(mention: Mention, found: Claim, cast: Cast) -> Claim:
    """The Claim, alleged where its source has an interest in it; as it is where nobody says it or it is doubted already."""
    is_said = bool(found.claimed_by) or "tell" in mention.tree.lemmas  # 'the jury was told', by nobody who is named
    if found.status is not Status.ASSERTED or not (is_said and mention.is_verb):
        return found
    saying = find_saying(mention.tree, mention.top)
    if saying is None or not _is_alleged(mention, saying, found.claimed_by, cast):
        return found
    return replace(found, status=Status.ALLEGED)


def find_saying(tree: Tree, top: int) -> Saying | None:
    """The nearest verb of saying that what is told hangs on, or that is set beside it (', police said')."""
    below = top
    for above in tree.above(top):
        if tree[below].relation == "relcl" or (tree[below].relation == "advcl" and tree[below].tag != "VBG"):
            return None  # 'said it was green although a train had broken down'
        if tree[below].relation == "ccomp" and effects().get((tree[above].lemma, "verb"), Status.ASSERTED) is None:
            return Saying(above, above < top)
        below = above
    aside = (child for above in (top, *tree.above(top)) for child in tree.below(above, "parataxis", "ccomp"))
    verb = next((i for i in aside if i > top and effects().get((tree[i].lemma, "verb"), Status.ASSERTED) is None), None)
    return _according(tree, top) if verb is None else Saying(verb, is_before=False)


def _according(tree: Tree, top: int) -> Saying | None:
    """'According to the border service, soldiers …': the word stands for a verb of saying."""
    if "according" not in tree.lower:
        return None
    found = (i for above in (top, *tree.above(top)) for i in tree.below(above, "prep", "advmod"))
    word = next((i for i in found if tree.lower[i] == "according"), None)
    return None if word is None else Saying(word, word < top)


def _is_alleged(mention: Mention, saying: Saying, by: Sequence[str], cast: Cast) -> bool:
    tree, kind = mention.tree, _kind(mention, cast)
    speakers = {tree[i].lemma.lower() for i in _speakers(tree, saying.verb)} | {_last_word(name) for name in by}
    if saying.is_before:
        speakers |= _callings(tree, saying.verb, cast)
    if kind in CHARGED and _is_charge(mention, saying, speakers, cast):
        return True
    if kind in JUDGED and _is_testimony(tree, saying.verb, speakers):
        return True
    if saying.is_before and (
        tree[saying.verb].lemma in SWEARING or _is_pleading(mention, saying, kind, speakers, cast)
    ):
        return True
    if saying.is_before and _is_disputed(mention, saying.verb, speakers, cast):
        return True
    if not POLICE.isdisjoint(speakers | _callings(tree, saying.verb, cast)) and _is_of_suspect(mention, kind, cast):
        return True
    is_hidden = saying.is_before and is_nameless(tree, saying.verb, speakers)
    if _is_countered(mention) or (kind in JUDGED and is_hidden):
        return True
    if not saying.is_before or kind not in HURTING:
        return False
    if is_own(mention, {*heads(tree, saying.verb)}, cast):
        return _is_active(mention) and _is_boast(kind, tree, saying.verb, speakers, cast)
    if not speakers.isdisjoint(WITNESSES) or any(
        _is_layman(tree, i) or _is_private(tree, i, cast) for i in heads(tree, saying.verb)
    ):
        return kind not in HARM or _is_accusing(mention, cast)
    if is_watching(tree, saying.verb, cast) and is_of_fighters(mention, cast):
        return True
    is_party = kind == "assault" and is_fighting(tree, saying.verb, speakers, cast)
    is_of_state = any(actor.acts_for for actor in doers(mention, cast))
    is_party = is_party and (is_of_state or is_of_fighters(mention, cast))
    if is_of_another_state(mention, saying.verb, cast):
        return True
    return is_party or (kind == "assault" and is_across_border(mention, saying.verb))


def _is_disputed(mention: Mention, verb: int, speakers: set[str], cast: Cast) -> bool:
    """What a witness told, what a source said, what a state says (and others do not), and what is said by who denies another
    thing ('denied it and said the army had fired')."""
    tree = mention.tree
    if _is_witness_heard(tree, verb, speakers) or "source" in speakers:
        return True
    first = tree.first_conjunct(verb)
    if first != verb and tree[first].lemma in GAINSAYING and not tree.below(verb, "nsubj"):
        return True
    actors = [cast.actor(member) for head in heads(tree, verb) for member in cast.at(tree, head)]
    is_present = (
        tree[verb].tag in PRESENT and not tree.below(verb, "aux") and not is_own(mention, {*heads(tree, verb)}, cast)
    )
    return is_present and _kind(mention, cast) in FOUL and any(actor.kind is ActorKind.STATE for actor in actors)


def _is_accusing(mention: Mention, cast: Cast) -> bool:
    """'soldiers burned huts', 'was beaten in his cell'; without a doer ('shells fell on the quay') it accuses nobody."""
    is_passive = not _is_active(mention) and bool(mention.slots.get("subject"))
    return mention.lemma in ABUSE or is_passive or bool(doers(mention, cast))


def _is_layman(tree: Tree, head: int) -> bool:
    """'former clerks', 'the islanders', 'her sister': no name, no office, and no calling to know."""
    noun = nouns().get(tree[head].lemma)
    is_person = noun is not None and noun.kind in HUMAN and not noun.acts_for_state
    return is_person and tree[head].lemma not in KNOWING and tree[head].pos == "NOUN"


def _is_private(tree: Tree, head: int, cast: Cast) -> bool:
    """'Amina Juma, who lives next door', and the 'she' who is her: a person of no office that the text tells of."""
    persons = [cast.actor(member) for member in cast.at(tree, head)]
    return bool(persons) and all(
        person.kind is ActorKind.PERSON and not (person.acts_for or person.called or person.country)
        for person in persons
    )


def _is_boast(kind: str, tree: Tree, verb: int, speakers: set[str], cast: Cast) -> bool:
    """'The army said it had shot down nine drones'; what rebels or a junta say they seized, too."""
    is_blow = kind == "assault" and is_fighting(tree, verb, speakers, cast)
    return is_blow or (kind == "coerce" and not speakers.isdisjoint(LAWLESS))


def _kind(mention: Mention, cast: Cast) -> str:
    """The type; what those who fight are said to have done is no accident ('army planes killed nine'), and to break a truce or a
    border is a blow."""
    kind = mention.row.type
    is_blow = kind == "accident" or mention.lemma in BREAKING
    is_done = is_blow and any(actor.kind in FIGHTING_KINDS or actor.acts_for for actor in doers(mention, cast))
    return "assault" if is_done else kind


def _speakers(tree: Tree, verb: int) -> Iterator[int]:
    """The words for who speaks, with those before them ('opposition leaders', 'the charge sheet')."""
    for head in heads(tree, verb):
        for one in tree.conjuncts(head):
            yield one
            if tree[one].lemma in SPEAKING_FOR or tree[one].pos == "PROPN":
                for word in tree.below(one, "compound", "amod"):  # 'opposition leaders', 'Colonel Sy'
                    yield from (word, *tree.below(word, "compound"))  # 'police spokesman Issa Sy'


def _callings(tree: Tree, verb: int, cast: Cast) -> set[str]:
    """What the text calls who speaks: 'prosecutor' of the 'he' who is one."""
    persons = [cast.actor(member) for head in heads(tree, verb) for member in cast.at(tree, head)]
    return {_last_word(word) for person in persons for called in person.called for word in called.split()}


def _last_word(name: str) -> str:
    """Of 'prosecutors', for whom a text says 'they'."""
    return name.split()[-1].lower().removesuffix("s")


def _is_charge(mention: Mention, saying: Saying, speakers: set[str], cast: Cast) -> bool:
    """'Prosecutors said Blau forged the wills': somebody did it; that the police held somebody is no charge."""
    done_by = doers(mention, cast)
    is_arrest = mention.row.type == "coerce" and any(actor.kind is ActorKind.GOVERNMENT for actor in done_by)
    tree = mention.tree
    is_counsel = any("prosecuting" in tree.lower[head : saying.verb] for head in heads(tree, saying.verb))
    return (
        (is_counsel or not speakers.isdisjoint(CHARGING))
        and bool(done_by)
        and not (is_arrest or is_own(mention, {*heads(mention.tree, saying.verb)}, cast))
    )


def _is_pleading(mention: Mention, saying: Saying, kind: str, speakers: set[str], cast: Cast) -> bool:
    """'His lawyer said Hale had found the ring': what is told for somebody whose case it is."""
    is_counsel = kind in JUDGED and mention.tree[saying.verb].lemma in PLEADING and not speakers.isdisjoint(COUNSEL)
    return is_counsel and not is_own(mention, {*heads(mention.tree, saying.verb)}, cast)


def _is_testimony(tree: Tree, verb: int, speakers: set[str]) -> bool:
    """'The court heard', 'told the jury'."""
    if tree[verb].lemma == "hear":
        return not speakers.isdisjoint(COURT)
    heard = tree.below(verb, "dobj", "dative", "nsubjpass") if tree[verb].lemma in {"tell", "testify"} else []
    return tree[verb].lemma == "testify" or any(tree[i].lemma in COURT for i in heard)


def _is_witness_heard(tree: Tree, verb: int, speakers: set[str]) -> bool:
    """'The driver told police', 'told a local newspaper': neither who acts for a state nor whose calling it is to know."""
    is_heard = tree[verb].lemma == "tell" and any(tree[i].lemma in HEARING for i in tree.below(verb, "dobj", "dative"))
    known = (nouns().get(word) for word in speakers)
    return is_heard and KNOWING.isdisjoint(speakers) and not any(noun and noun.acts_for_state for noun in known)


def _is_of_suspect(mention: Mention, kind: str, cast: Cast) -> bool:
    """'Police said the suspects had kidnapped the children', 'said Dana Ross shot him'."""
    if kind in HARM and any(mention.tree[head].lemma in SUSPECTS for head in mention.slots.get("subject", [])):
        return _is_active(mention)
    return kind in CRIMES and any(
        actor.kind is ActorKind.PERSON and actor.name[:1].isupper() for actor in doers(mention, cast)
    )


def _is_active(mention: Mention) -> bool:
    return not mention.tree.below(mention.top, "auxpass")


def _is_countered(mention: Mention) -> bool:
    """'… which the union denies', 'a claim that Peru dismissed as a fairy tale'."""
    tree = mention.tree
    if COUNTERING.isdisjoint(tree.lemmas):
        return False
    verbs = (i for i in range(mention.index + 1, len(tree)) if tree[i].lemma in COUNTERING and tree[i].pos == "VERB")
    return any(_points_back(tree, verb) for verb in verbs)


def _points_back(tree: Tree, verb: int) -> bool:
    objects = tree.below(verb, "dobj", *SUBJECT)
    return bool(tree.below(verb, "nsubj")) and any(tree.lower[i] in POINTING for i in objects)
