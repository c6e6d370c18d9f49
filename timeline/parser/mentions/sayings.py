"""Sayings: what somebody with a name said, where the words carry no happening of their own: 'Anna Blau said the mill was old'.

Then the speech is the news. A verb of saying that only carries another happening is a claim (see `claims`), and is left to that
by `repetition`. The verbs are the row of deeds.txt whose frame is 'say'.
"""

from collections.abc import Sequence
from functools import cache

from timeline.model.statement import Actor, ActorKind, RoleName, Status
from timeline.parser.actors.behind import speaks_for
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known.roster import nouns
from timeline.parser.known.triggers import VERB, TriggerRow, deed_rows, deed_rows_of
from timeline.parser.mentions.deeds import CALLING, is_judging
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.governing import is_below, is_complement
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.scene import Scene, fitting_row
from timeline.parser.mentions.speech import SPEECH
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import Tree

SAY = "say"  # other verbs ('joked', 'insisted') tell more than that something was said
TELLING = frozenset({"ROOT", "conj", "ccomp", "relcl", "parataxis"})
UNFIT = frozenset({NameKind.PLACE, NameKind.DEMONYM, NameKind.THING})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
HELPERS = frozenset({"have", "be"})


def find_saying(scene: Scene, index: int, slots: Slots) -> TriggerRow | None:
    """The row of a verb that tells what somebody with a name said; None for any other verb."""
    tree = scene.tree
    is_judged = is_judging(tree, index)
    if not (is_judged or tree[index].lemma in _verbs()):
        return None
    if not (_is_told(tree, index) or _is_beside_deed(scene, index, slots)) or not _has_speaker(tree, scene.cast, slots):
        return None
    if tree[index].lemma == SAY and _is_bystander(scene, slots):
        return None
    return fitting_row(scene, {**slots, VERB: [index]}, deed_rows_of(CALLING) if is_judged else _rows())


def _is_bystander(scene: Scene, slots: Slots) -> bool:
    """In a text that goes on about somebody else, who says something is no more than its source."""
    speakers = {member for head in slots.get("subject", []) for member in scene.cast.at(scene.tree, head)}
    return scene.is_story and bool(scene.focus) and speakers.isdisjoint(scene.focus)


def carries_only(saying: Draft, beside: Sequence[Draft]) -> bool:
    """Whether a verb of saying is no more than a claim: another happening of the sentence is what was said, or is the same
    speech under another verb ('urged them to stay, which he said would help')."""
    others = [other for other in beside if other is not saying and other.claim.status is not Status.PLANNED]
    return any(_is_said(other.mention, saying.mention) or _is_same_speech(other, saying) for other in others)


def _is_said(inner: Mention, saying: Mention) -> bool:
    """In the clause that the verb carries, whether the verb stands above it or is set beside it (', she said')."""
    if inner.tree is not saying.tree:
        return False
    is_inside = is_complement(inner, saying) or _is_argument(inner, saying)
    return is_inside or _is_means(inner, saying)


def _is_argument(inner: Mention, saying: Mention) -> bool:
    """'Nurses said the evacuation had begun', and not 'said the evacuation was a scandal', which judges."""
    tree = inner.tree
    verb = tree.clause(inner.top)
    is_content = tree[tree.first_conjunct(verb)].relation == "ccomp" and tree[verb].lemma != "be"
    return is_content and tree[inner.top].relation in ARGUMENTS and tree[tree.first_conjunct(verb)].head == saying.index


def _is_means(inner: Mention, saying: Mention) -> bool:
    """'Replied by offering a truce': the offer is the reply."""
    tree = inner.tree
    above = tree[tree[inner.top].head]
    return tree[inner.top].relation == "pcomp" and above.relation == "prep" and above.head == saying.index


def _is_same_speech(other: Draft, saying: Draft) -> bool:
    """Another speech of the speaker above it, that it is not just beside ('said it was late and asked for more')."""
    is_speech = other.mention.row.type in SPEECH and not other.mention.row.is_saying
    is_above = is_below(saying.mention, other.mention) and not _is_beside(other.mention, saying.mention)
    return is_speech and is_above and bool(set(other.actors(RoleName.AGENT)) & set(saying.actors(RoleName.AGENT)))


def _is_beside(other: Mention, saying: Mention) -> bool:
    return saying.tree[saying.index].relation == "conj" and saying.tree[saying.index].head == other.top


@cache
def _rows() -> tuple[TriggerRow, ...]:
    return tuple(row for row in deed_rows() if row.is_saying)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word for row in _rows() for c in row.conditions if c.slot == VERB for word in c.words)


def _is_told(tree: Tree, index: int) -> bool:
    """A finite clause, in the past or the present, neither negated nor only possible."""
    token = tree[index]
    helpers = [tree[child] for child in tree.below(index, "aux", "auxpass")]
    if token.relation not in TELLING or tree.is_negated(index) or token.tag in {"VB", "VBG"}:
        return False
    if any(helper.lemma not in HELPERS for helper in helpers):
        return False
    return token.tag in {"VBD", "VBZ", "VBP"} or bool(helpers) or token.relation == "conj"


def _is_beside_deed(scene: Scene, index: int, slots: Slots) -> bool:
    """'Showed it to them, saying it was late', 'before she said so': by one whom the text goes on about."""
    speakers = {member for head in slots.get("subject", []) for member in scene.cast.at(scene.tree, head)}
    token = scene.tree[index]
    is_beside = token.relation in {"advcl", "pcomp"} and token.tag in {"VBG", "VBD", "VBN"}
    return is_beside and scene.is_story and bool(speakers & scene.focus) and not scene.tree.is_negated(index)


def _has_speaker(tree: Tree, cast: Cast, slots: Slots) -> bool:
    """Somebody with a name speaks: 'an official said' tells of nobody."""
    heads = slots.get("subject", [])
    if any(speaks_for(tree, head, cast) is not None for head in heads):
        return True
    members = (member for head in heads for member in _named_at(tree, cast, head))
    return any(_has_name(cast.actor(member)) for member in members)


def _named_at(tree: Tree, cast: Cast, head: int) -> tuple[int, ...]:
    name = cast.name_at(tree, head)
    is_crowd = name is not None and name.kind is NameKind.DESCRIPTION and tree[head].tag in PLURAL
    return () if name is None or name.kind in UNFIT or is_crowd else cast.at(tree, head)


def _has_name(actor: Actor) -> bool:
    """'Prime Minister' alone is an office."""
    is_office = actor.kind is ActorKind.PERSON and actor.name.split()[-1].lower() in nouns()
    return actor.name[:1].isupper() and actor.kind is not ActorKind.PEOPLE and not is_office
