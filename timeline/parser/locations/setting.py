"""Setting: where a text goes on, for happenings told without a place: 'One sailor died' is where the ferry sank."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.model.statement import FACTS, HUMAN, ActorKind, Place, RoleName
from timeline.model.types import BLOWS, COMMENTS, HARMS
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known import places
from timeline.parser.known.wordlists import word_list
from timeline.parser.locations.afar import is_hit_when, is_met_about
from timeline.parser.locations.elsewhere import (
    is_abroad,
    is_before,
    is_local,
    is_moved_on,
    is_near_in_time,
    is_of_other_year,
    names_place,
)
from timeline.parser.locations.sites import Sites, learn, site_of
from timeline.parser.locations.venues import held_at, lands
from timeline.parser.mentions.draft import Draft, day_of_story, is_looked_back_to
from timeline.parser.order.ending import verb_of_end
from timeline.parser.sentences.acting import AREAS
from timeline.parser.sentences.tree import SUBJECTS, Tree

STAYING = frozenset({"assault", "accident", "crime", "protest", "death", "aid"})
SETTING = STAYING | {"legal", "other", "mobilize", "retreat", "consult", "election", "disaster", "coerce", "sport"}
THERE = frozenset({"there"})
VIOLENT = frozenset({"assault", "protest", "crime", "coerce"})  # an arrest is made on the spot of these
APART = COMMENTS | {"appointment", "business", "legal"}  # done in offices, wherever the rest happens
MOTION = word_list("motion")
BOUND = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})  # verb and noun, or two verbs, of one happening
SENTENCES = 3  # how long a setting lasts without being named again
RECEIVING = frozenset({"receive", "host", "welcome", "entertain"})
CONVEYED = frozenset(
    "fly airlift rush ferry transfer evacuate treat hospitalise hospitalize admit".split()
)  # 'was flown to Sydney': the wreck stays
DAY = 1
PLACING = frozenset({"in", "at", "near", "outside", "around", "across", "from", "to", "into"})
BACK = 3  # sentences that 'there' and 'the town' reach back


def with_setting(drafts: Sequence[Draft], cast: Cast, dateline: str | None = None) -> list[Draft]:
    """The drafts, those without a place with that of the setting they go on in. `dateline`: where the reporter sat."""
    placed: dict[int, list[Draft]] = {}  # those with a place of their own, by sentence
    for draft in drafts:
        if draft.place is not None:
            placed.setdefault(draft.mention.tree.sentence.index, []).append(draft)
    walk = _Walk(cast, places.find_place(dateline, tuple(cast.countries)) if dateline else None)
    return [walk.placed(draft, placed.get(draft.mention.tree.sentence.index, ())) for draft in drafts]


class _Walk:
    """The way through a text, happening by happening, with what was told of each place so far."""

    def __init__(self, cast: Cast, host: Place | None) -> None:
        self.cast, self.host = cast, host
        self.setting: Draft | None = None
        self.glance: Draft | None = None  # what one sentence looks back to
        self.named: Draft | None = None
        self.lasts: dict[str, Draft] = {}  # the last with a place of its own, by type
        self.sites: Sites = {}
        self.met: list[Draft] = []
        self.matches: list[Draft] = []
        self.left = -1  # the last paragraph that has gone on to another year
        self.day: int | None = None  # the last that the text itself has told of

    def placed(self, draft: Draft, beside: Sequence[Draft]) -> Draft:
        """The draft, with a place where it has one or goes on in one. `beside` are those of its sentence that have one."""
        place = own = self._own(draft, beside)
        if place is None:
            place = site_of(self.sites, draft) or held_at(draft, self.lasts, self.matches, self.cast)
            self.setting = self.setting if place is None else _refreshed(draft, place, self.setting)
        place = place or self._of_scene(draft)
        is_gone_on = place is None and is_of_other_year(draft, self.setting)
        self.left = draft.mention.tree.sentence.paragraph if is_gone_on else -1 if own is not None else self.left
        result = draft if place is draft.place else replace(draft, place=place)
        learn(self.sites, result)
        self.day = day_of_story(draft, self.day)
        if own is not None:
            self._stand(result, own)
        return result

    def _own(self, draft: Draft, beside: Sequence[Draft]) -> Place | None:
        """By its words, by what is told beside it, or since somebody stays or is received there."""
        place = draft.place or _own(draft, self.cast) or _beside(draft, beside)
        if place is None and _points_back(draft):
            place = _named_before(draft, self.cast) or (self.named.place if self.named is not None else None)
        if place is None:
            place = next((one.place for one in reversed(self.met) if _is_same_stay(draft, one, self.cast)), None)
        return self.host if place is None and self.host is not None and _is_guest(draft, self.host) else place

    def _of_scene(self, draft: Draft) -> Place | None:
        is_beside = self.glance is not None and self.glance.mention.tree is draft.mention.tree
        scene = self.glance if is_beside else _scene(draft, self.setting, self.lasts)
        is_here = scene is not None and draft.mention.tree.sentence.paragraph != self.left
        return scene.place if scene is not None and is_here and _goes_on(draft, scene, self.cast) else None

    def _stand(self, draft: Draft, own: Place) -> None:
        """The way after a happening with a place of its own."""
        if is_looked_back_to(draft, self.day):
            self.glance = _moved(draft, self.setting)
        else:
            self.setting = _moved(draft, self.setting)
        self.named = self.lasts[draft.mention.row.type] = draft
        if draft.mention.row.type == "consult":
            self.met.append(draft)
        if draft.mention.row.type == "sport" and is_local(own):
            self.matches.append(draft)


def _scene(draft: Draft, setting: Draft | None, lasts: Mapping[str, Draft]) -> Draft | None:
    """The setting; for what a court hears of, where that was told to be."""
    if setting is None or setting.mention.row.type != "legal" or draft.mention.row.type not in BLOWS:
        return setting
    blows = [lasts[kind] for kind in BLOWS if kind in lasts]
    return max(blows, key=lambda one: (one.mention.tree.sentence.index, one.mention.index), default=None)


def _moved(draft: Draft, setting: Draft | None) -> Draft | None:
    """The setting after a happening with a place of its own: there, unless it is told aside or of other times."""
    if draft.mention.row.type not in SETTING or draft.claim.status not in FACTS:
        return setting
    is_aside = is_before(draft) or _is_relative(draft) or draft.mention.lemma in CONVEYED
    if setting is not None and (is_aside or not is_near_in_time(draft, setting)):
        return setting
    return draft if draft.place is not None and is_local(draft.place) else None


def _refreshed(draft: Draft, place: Place, setting: Draft | None) -> Draft | None:
    """The same setting, told of here again."""
    is_same = setting is not None and setting.place == place and draft.claim.status in FACTS
    return replace(draft, place=place) if is_same and not is_before(draft) else setting


def _is_guest(draft: Draft, host: Place) -> bool:
    """Those of another country meet the reporter's president there."""
    codes = lands(draft)
    hosts = [role for role in draft.roles if role.actor.country == host.country and role.actor.kind is ActorKind.PERSON]
    if draft.mention.lemma in RECEIVING:  # whoever is received is away from home
        hosts = [role for role in hosts if role.name is RoleName.AGENT]
    is_told = draft.mention.row.type == "consult" and draft.claim.status in FACTS
    return is_told and len(codes) > 1 and bool(hosts)


def _is_relative(draft: Draft) -> bool:
    """'a pupil who had come from Lima', 'a fracture that she suffered in Quito'."""
    tree, top = draft.mention.tree, draft.mention.top
    return any(tree[index].relation == "relcl" for index in (top, *tree.above(top)))


def _own(draft: Draft, cast: Cast) -> Place | None:
    """'the province launched a campaign': there."""
    agents = [role.actor.name for role in draft.roles if role.name is RoleName.AGENT]
    names = [name for name in agents if name in cast.areas.values()]
    return next((places.find_place(name, tuple(cast.countries)) or Place(name) for name in names), None)


def _beside(draft: Draft, placed: Sequence[Draft]) -> Place | None:
    """The place of the noun that the verb acts on, or of the clause that it goes on from: 'was looted near Kita and two died'.

    `placed` are those of its sentence that have one.
    """
    mention, tree = draft.mention, draft.mention.tree
    for other in placed:
        if other.place is None or other is draft:
            continue
        inner, outer = other.mention, mention
        is_argument = tree[inner.index].relation in BOUND and tree[inner.index].head == outer.top and not inner.is_verb
        if tree[outer.top].relation == "advcl" and tree[outer.top].tag == "VBG" and tree[outer.top].head == inner.top:
            return other.place  # 'studied in Uppsala, graduating in 1954'
        if _is_moment(draft, other) or _is_wrought(draft, other) or is_hit_when(draft.mention, other.mention):
            return other.place
        is_next = tree[outer.top].relation == "conj" and tree.first_conjunct(outer.top) == inner.top
        is_next = is_next and inner.row.type != "birth" and draft.expression in {None, other.expression}
        is_speaker = is_next and not tree.below(outer.top, *SUBJECTS) and is_local(other.place)  # 'and promised help'
        is_there = is_speaker or (outer.row.type in SETTING and (is_argument or is_next))
        is_as_firm = draft.claim.status is other.claim.status and inner.is_verb  # both planned
        if is_there and (draft.claim.status in FACTS or is_as_firm):
            return other.place
    return None


def _is_moment(draft: Draft, other: Draft) -> bool:
    """'returned to work in Porto after their union reached a deal', 'opened in Graz when its director walked out'."""
    tree = draft.mention.tree
    top = tree.clause(draft.mention.top)
    if tree[top].relation != "advcl" or tree[top].head != other.mention.top or not is_near_in_time(draft, other, DAY):
        return False
    if is_met_about(draft.mention):
        return False
    opening = {tree[child].text.lower() for child in tree.below(top, "mark", "advmod")}
    is_plain = draft.mention.row.type not in APART and draft.claim.status in FACTS and not is_before(draft)
    return is_plain and bool(opening & {"after", "when", "as", "while", "before", "until"})


def _is_wrought(draft: Draft, other: Draft) -> bool:
    """'walked out at the airport, forcing the cancellation of nine flights'."""
    tree, index = draft.mention.tree, draft.mention.index
    above = tree[index].head
    is_below = tree[above].relation == "advcl" and tree[above].tag == "VBG" and tree[above].head == other.mention.top
    return is_below and not draft.mention.is_verb and tree[index].relation == "dobj"


def _is_same_stay(draft: Draft, other: Draft, cast: Cast) -> bool:
    """Undated talks of somebody whose other talks have a place: he is there."""
    is_talk = draft.mention.row.type == "consult" and draft.claim.status in FACTS and draft.expression is None
    own = {role.actor.name for role in draft.roles if role.actor.kind is ActorKind.PERSON}
    shared = own & {role.actor.name for role in other.roles}
    return (
        bool(is_talk and shared)
        and other.expression is None
        and not is_before(draft)
        and not names_place(draft, cast, None)
    )


def _points_back(draft: Draft) -> bool:
    """'there', 'in the same region', 'in the town'."""
    tree = draft.mention.tree
    if tree.has(draft.mention.top, "advmod", THERE):
        return True
    heads = [head for slot in ("object", "subject") for head in draft.mention.slots.get(slot, [])]
    tops = [draft.mention.top, *heads]
    is_comment = draft.mention.row.type in COMMENTS  # 'ruled out help from the city'
    placing = PLACING - {"from", "to"} if is_comment else PLACING
    inside = [inner for top in tops for word, inner in tree.prepositions(top) if word in placing]
    if draft.mention.row.type in BLOWS and not draft.mention.is_verb:  # 'the bombing of the city'
        inside += [inner for word, inner in tree.prepositions(draft.mention.index) if word == "of"]
    visited = draft.mention.slots.get("object", []) if draft.mention.lemma in MOTION else []
    return any(_is_the_area(tree, index) for index in (*inside, *visited))


def _is_the_area(tree: Tree, index: int) -> bool:
    """'the town', 'the same region', with no name beside it; never 'the capital of Chad'."""
    articles = {tree[child].text.lower() for child in tree.below(index, "det")}
    is_bare = not tree.below(index, "compound", "poss", "prep", "appos", "relcl")
    return (
        tree[index].lemma in {*AREAS, "area", "place", "capital", "port", "scene", "site"}
        and "the" in articles
        and is_bare
    )


def _named_before(draft: Draft, cast: Cast) -> Place | None:
    """The town or region that the text named last before the happening."""
    here = (draft.mention.tree.sentence.index, draft.mention.index)
    named = [
        ((sentence, word), name)
        for sentence in range(here[0] - BACK, here[0] + 1)
        for word, name in cast.names.get(sentence, {}).items()
        if name.kind is NameKind.PLACE and (sentence, word) < here
    ]
    name = max(named, key=lambda one: one[0])[1] if named else None
    return (places.find_place(name.text, tuple(cast.countries)) or Place(name.text)) if name is not None else None


def _goes_on(draft: Draft, last: Draft, cast: Cast) -> bool:
    """Told soon after, of the same days, in a sentence that names no place, and of what has one place."""
    tree, kind = draft.mention.tree, draft.mention.row.type
    distance = tree.sentence.index - last.mention.tree.sentence.index
    is_on_the_spot = kind == "coerce" and distance == 0 and last.mention.row.type in VIOLENT
    is_harm = kind == "disaster" and any(role.actor.kind in HUMAN for role in draft.roles)
    if kind not in STAYING and not is_on_the_spot and not is_harm:
        return False
    if draft.claim.status not in FACTS or distance > SENTENCES or _is_fought_over(draft, last) or is_moved_on(draft):
        return False
    if is_met_about(draft.mention) or (_is_relative(draft) and not is_near_in_time(draft, last, DAY)):
        return False
    is_there = not names_place(draft, cast, last.place) and not is_abroad(draft, last.place)
    return not is_before(draft) and is_near_in_time(draft, last) and is_there and not _is_other_day(draft, last)


def _is_other_day(draft: Draft, last: Draft) -> bool:
    """'began with blasts in Kabul on 9 October and turned into fighting two nights later': not there, as far as the words tell."""
    first, end = draft.when.span.start_earliest, last.when.span.end_latest
    if (
        draft.mention.tree is not last.mention.tree
        or None in {draft.expression, last.expression}
        or _is_relative(draft)
    ):
        return False
    return first is not None and end is not None and first > end


def _is_fought_over(draft: Draft, last: Draft) -> bool:
    """'A truce was reached in Doha. It ended fighting …', 'met in Geneva. Chad's army said it killed …': not where they talked."""
    if draft.mention.row.type not in HARMS:
        return False
    tree, verb = draft.mention.tree, draft.mention.tree.clause(draft.mention.top)
    is_aside = tree[tree.first_conjunct(verb)].relation in {"ccomp", "relcl", "advcl"} or _is_relative(draft)
    is_ended = verb_of_end(draft.mention) is not None
    return last.mention.row.type == "retreat" or (last.mention.row.type == "consult" and (is_aside or is_ended))
