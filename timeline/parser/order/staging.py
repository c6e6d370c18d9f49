"""Staging: which dated scene a story is at, sentence by sentence, and what is told there as the next thing.

What has a time of its own, was before ("had left", "earlier") or stands in a clause about something else is not the next thing.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import FACTS, Status
from timeline.model.time import DIRECT, UNDATED
from timeline.model.types import COMMENTS
from timeline.model.value import value
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.speech import SPEECH
from timeline.parser.order.elsewhen import has_other_time, is_of_year
from timeline.parser.order.ending import verb_of_end
from timeline.parser.order.sequence import Told
from timeline.parser.order.telling import Telling, sentences
from timeline.parser.order.verbs import OPENING, is_main_verb, is_misread, is_past, verb_of
from timeline.parser.sentences.tenses import is_perfect, is_second_perfect, is_simple_past, may_have_had
from timeline.parser.sentences.tree import PRESENT, Tree, once

OPENERS = frozenset("after before since until once because although though if".split())  # of other times
CONCEDING = frozenset({"although", "though"})
# Of somebody, and no comment on the news.
ATTITUDES = frozenset({"oppose", "support", "back", "favour", "favor", "resist"})
PAUSES = frozenset({",", "-", "–", "—"})
BEGINNING = frozenset({"start", "begin", "flare", "erupt"})
THE = frozenset({"the"})
AFFAIRS = word_list("an affair that has begun")
ORIGINS = frozenset({"begin", "start"})
EARLIER = frozenset({"earlier", "previous", "prior", "past", "former"})
SOON = 5  # sentences
BESIDE = OPENING | {"advcl", "xcomp"}
MAIN = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})


@value
class Scene:
    """Where the story is: the number of the dated happening that opened it, its sentence, and whether the story has left it.

    `lead` is the happening that the text begins with, if that has a day; `news` that, else the first soon after that opened
    a scene.
    """

    number: int
    sentence: int
    lead: int | None
    news: int | None
    is_left: bool = False


def staged(told: Sequence[Told]) -> list[tuple[int, Scene | None]]:
    """Each mention's number with the scene that the story is at when it comes to its sentence; None before any."""
    return _staged(told) if isinstance(told, Telling) else _staged(Telling(told))


@once
def _staged(told: Telling) -> list[tuple[int, Scene | None]]:
    found: list[tuple[int, Scene | None]] = []
    scene: Scene | None = None
    for tree, numbers in sentences(told):
        found.extend(_within(told, numbers, scene))
        scene = _moved(told, tree, numbers, scene)
    return found


def _within(told: Telling, numbers: Sequence[int], scene: Scene | None) -> list[tuple[int, Scene | None]]:
    """'The unions struck last month; police said 60,000 marched': what stands behind another time has left the scene."""
    found: list[tuple[int, Scene | None]] = []
    for number in numbers:
        found.append((number, scene))
        one = told[number]
        is_other = one.when.basis in DIRECT and one.when.span.width != 1 and _moves(one.mention)
        if scene is not None and not scene.is_left and is_other:
            scene = replace(scene, is_left=True)
    return found


def _moved(told: Sequence[Told], tree: Tree, numbers: Sequence[int], scene: Scene | None) -> Scene | None:
    """The scene after a sentence: that of its first dated main happening, else the same one, left when another time is told of."""
    opening = next((number for number in numbers if _opens(told[number]) and not _is_back(told, number, scene)), None)
    if opening is not None:
        is_soon = _sentences_on(told, tree) < SOON
        lead = scene.lead if scene else opening if _sentences_on(told, tree) == 0 else None
        return Scene(opening, tree.sentence.index, lead, scene.news if scene else opening if is_soon else None)
    if scene is None:
        lead = next((number for number in numbers if _is_dated(told[number])), None)
        if lead is None or _sentences_on(told, tree) > 0:
            return None
        return Scene(lead, tree.sentence.index, lead, lead, is_left=not _is_beside(told[lead].mention))
    is_elsewhen = any(
        told[number].when.basis in DIRECT
        and (_moves(told[number].mention) or _is_later(told[number], told[scene.number]))
        for number in numbers
    )
    return replace(scene, is_left=True) if is_elsewhen else scene


def _is_back(told: Sequence[Told], number: int, scene: Scene | None) -> bool:
    """'called it a reprisal for the blasts of 9 October', where the night of 11 October was told of: it stays where it is."""
    if scene is None or _moves(told[number].mention):
        return False
    return (told[number].when.span.start_earliest or 0) < (told[scene.number].when.span.start_earliest or 0)


def _is_later(one: Told, opening: Told) -> bool:
    """'The governor, who flew over the valley on Saturday, promised aid': the story is past Friday."""
    start, last = one.when.span.start_earliest, opening.when.span.end_latest
    return one.status is Status.ASSERTED and start is not None and last is not None and start > last


def _moves(mention: Mention) -> bool:
    """Takes the story to its time; 'apologised for an incident of 2019' stays where it is."""
    is_aside = not mention.is_verb and mention.carrier is None and mention.tree[mention.index].relation == "pobj"
    return _is_main(mention) and not is_aside


def _sentences_on(told: Sequence[Told], tree: Tree) -> int:
    """How many sentences after that with which the text begins to tell."""
    return tree.sentence.index - told[0].mention.tree.sentence.index


def _opens(one: Told) -> bool:
    """Told as a fact, in the past, with a day of its own, and not in a clause that only describes."""
    return _is_dated(one) and _is_main(one.mention)


def _is_dated(one: Told) -> bool:
    """Told as a fact, in the past, with a day of its own."""
    is_day = one.when.basis in DIRECT and one.when.span.width == 1
    tree, verb = one.mention.tree, verb_of(one.mention)
    return one.status is Status.ASSERTED and is_day and (is_past(tree, verb) or _is_outcome(tree, verb))


def _is_outcome(tree: Tree, verb: int) -> bool:
    """'came from behind to beat Lund on Monday', 'took an hour on Monday to clear him'."""
    is_infinitive = tree[verb].tag == "VB" and tree[verb].relation == "advcl"
    return is_infinitive and is_simple_past(tree, tree[verb].head)


def _is_beside(mention: Mention) -> bool:
    """'Nine people died when a barge sank on Monday', 'came from behind to beat Lund on Monday': as good as the main clause."""
    tree, verb = mention.tree, verb_of(mention)
    path = [verb, *tree.above(verb)]
    return all(tree[index].relation in BESIDE for index in path)


def _is_main(mention: Mention) -> bool:
    """Not in a clause that only describes something or says when it was."""
    return is_main_verb(mention.tree, verb_of(mention))


@once
def is_told_next(one: Told) -> bool:
    """In the past, by a verb or a new noun, without a time of its own or a word for another time."""
    if not _is_undated(one) or not _is_new(one.mention):
        return False
    mention, tree, verb = one.mention, one.mention.tree, _carrying(one.mention.tree, verb_of(one.mention))
    if not is_past(tree, _governing(tree, verb)):
        return False
    return not is_second_perfect(tree, verb) and _is_on_line(tree, verb, mention.row.type) and not _looks_back(mention)


def is_said_now(one: Told) -> bool:
    """'The union disputes the figure': speech in the present, as the reaction to what a report tells."""
    mention, tree = one.mention, one.mention.tree
    is_now = tree[mention.index].tag in PRESENT and not tree.below(mention.index, "aux", "auxpass")
    is_said = _is_undated(one) and is_now and mention.row.type in SPEECH
    return is_said and _is_on_line(tree, mention.index, mention.row.type)


def is_under_way(one: Told) -> bool:
    """'Firemen are still searching', 'the yard is being sold': it goes on as it is told."""
    tree, verb = one.mention.tree, verb_of(one.mention)
    helpers = [child for child in tree.below(verb, "aux", "auxpass") if tree[child].lemma == "be"]
    is_now = bool(helpers) and tree[helpers[0]].tag in PRESENT
    is_going_on = is_now and (tree[verb].tag == "VBG" or any(tree[child].tag == "VBG" for child in helpers))
    return is_going_on and _is_undated(one) and _is_on_line(tree, verb, one.mention.row.type)


def _looks_back(mention: Mention) -> bool:
    """'The violence began with a raid', 'an earlier storm left nine dead': how it all began, or one before."""
    tree = mention.tree
    own = {tree[child].text.lower() for child in tree.below(mention.index, "amod")}
    is_origin = tree[mention.top].lemma in ORIGINS and any(word == "with" for word, _ in tree.prepositions(mention.top))
    return is_origin or bool(own & EARLIER) or _is_of_beginning(mention)


def _is_of_beginning(mention: Mention) -> bool:
    """'The quarrel flared when Tunisia invited his rival': how what everybody knows began."""
    tree, verb = mention.tree, mention.tree.first_conjunct(verb_of(mention))
    above = tree[verb].head if tree[verb].relation == "advcl" else verb
    if tree[above].lemma not in BEGINNING:
        return False
    is_when = any(tree.lower[i] == "when" for clause in tree.below(above, "advcl") for i in tree.children[clause])
    subjects = [*tree.below(above, "nsubj"), *([tree[above].head] if tree[above].relation == "acl" else [])]
    return is_when and any(tree[noun].lemma in AFFAIRS and tree.has(noun, "det", THE) for noun in subjects)


@once
def is_told_lately(one: Told) -> bool:
    """'The firm has closed its plant': in the present perfect, without a time of its own."""
    if not _is_undated(one):
        return False
    mention, tree, verb = one.mention, one.mention.tree, verb_of(one.mention)
    is_told_so = is_perfect(tree, verb) or is_second_perfect(tree, verb)
    return is_told_so and _is_new(mention) and _is_on_line(tree, verb, mention.row.type)


def _is_undated(one: Told) -> bool:
    """Told as a fact, without a time of its own."""
    return one.status in FACTS and one.when.basis in UNDATED


def _is_on_line(tree: Tree, verb: int, kind: str) -> bool:
    """In a main clause or one that goes along with it, and of no other time. Worked out once for each."""
    key = (_stands_on_line, verb, kind)
    if key not in tree.memory:
        tree.memory[key] = _stands_on_line(tree, verb, kind)
    is_on: bool = tree.memory[key]
    return is_on


def _stands_on_line(tree: Tree, verb: int, kind: str) -> bool:
    first = tree.first_conjunct(verb)
    opening = {tree[mark].text.lower() for mark in tree.below(first, "mark")}
    is_there = _is_where(tree, first) and not has_other_time(tree, tree[first].head, kind)
    is_beside = kind in COMMENTS and _is_comment_beside(tree, first)
    is_main = (tree[first].relation in MAIN or is_there or is_beside or is_misread(tree, first)) and (
        is_beside or not opening & OPENERS
    )
    if _is_where(tree, first) and not is_there:
        return False
    is_here = not has_other_time(tree, verb, kind) and not (verb != first and is_of_year(tree, first, kind))
    is_within = tree[first].relation == "advcl" and tree[tree[first].head].relation in {"relcl", "acl"}
    return is_main and not is_within and not may_have_had(tree, first) and is_here


def _is_comment_beside(tree: Tree, verb: int) -> bool:
    """'…, said Ann Lee, who apologised for it', 'refused to pay, although he praised them'; in a sentence told next, too."""
    marks = {tree.lower[mark] for mark in tree.below(verb, "mark")}
    is_concession = tree[verb].relation == "advcl" and bool(marks & CONCEDING)
    above = [index for index in tree.above(verb) if tree[index].pos in {"VERB", "AUX"}]
    if not above or not (is_concession or _is_comment_aside(tree, verb)) or not is_past(tree, above[-1]):
        return False
    return not any(has_other_time(tree, index, "") for index in above)


def _is_comment_aside(tree: Tree, verb: int) -> bool:
    """', who apologised for it', ', a step that the union praised'; not 'the aide who accused him', nor ', who opposed the war'."""
    if tree[verb].relation != "relcl" or tree[verb].lemma in ATTITUDES:
        return False
    start = min(tree.subtree(verb))
    is_apart = start > 0 and tree[start - 1].text in PAUSES
    return is_apart or tree[tree[verb].head].relation in {"appos", "npadvmod"}


def _is_where(tree: Tree, verb: int) -> bool:
    """'gathered in the square, where they booed him'."""
    is_relative = tree[verb].relation in {"relcl", "advcl"}
    return is_relative and any(
        tree[child].text.lower() in {"where", "whereupon"} for child in tree.below(verb, "advmod")
    )


def _is_new(mention: Mention) -> bool:
    """A verb, or a noun that comes in as its subject or object ('A landslide hit the valley'), not 'the landslide', nor what
    somebody ended."""
    if verb_of_end(mention) is not None:
        return False
    if mention.is_verb or mention.carrier:
        return True
    tree, index = mention.tree, mention.index
    given = {tree[child].text.lower() for child in tree.below(index, "det", "poss")} - {"a", "an", "another"}
    # 'a truce that both had accepted'
    is_known = any(may_have_had(tree, clause) for clause in tree.below(index, "relcl"))
    is_argument = tree[index].relation in {"nsubj", "dobj"} and tree[index].head == verb_of(mention)
    return not given and not is_known and is_argument


def _carrying(tree: Tree, verb: int) -> int:
    """The verb that has the tense of what is told in the infinitive: 'went on to blame the builders'."""
    is_carried = tree[verb].tag == "VB" and tree[verb].relation == "xcomp"
    return tree[verb].head if is_carried else verb


def _governing(tree: Tree, verb: int) -> int:
    """The verb that 'read a statement, closing the borders' has its tense from."""
    is_beside = tree[verb].tag == "VBG" and tree[verb].relation == "advcl"
    return tree[verb].head if is_beside else verb
