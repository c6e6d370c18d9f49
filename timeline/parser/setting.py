"""Setting: where a text goes on, for happenings told without a place: 'One sailor died' is where the ferry sank."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import FACTS, ActorKind, Place, RoleName
from timeline.parser import places
from timeline.parser.cast import Cast
from timeline.parser.draft import Draft
from timeline.parser.name import NameKind
from timeline.parser.phrases import AREAS
from timeline.parser.tree import Tree

STAYING = frozenset({"assault", "coerce", "disaster", "accident", "crime", "protest", "death", "aid"})
SETTING = STAYING | {"legal", "other", "mobilize", "retreat", "consult", "election"}
BOUND = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})  # verb and noun, or two verbs, of one happening
SENTENCES = 6  # how long a setting lasts without being named again
DAYS = 60  # what was so long before or after is another story
PLACING = frozenset({"in", "at", "near", "outside", "around", "across", "from", "to"})
BACK = 3  # sentences that 'there' and 'the town' reach back
TOWNS = frozenset({NameKind.PLACE, NameKind.CAPITAL})
PLACE_KINDS = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.STATE})


def with_setting(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts, those without a place with that of the setting they go on in."""
    result: list[Draft] = []
    setting: Draft | None = None
    named: Draft | None = None
    met: list[Draft] = []
    for draft in drafts:
        place = draft.place or _own(draft, cast) or _beside(draft, drafts)
        if place is None and _points_back(draft):
            place = _named_before(draft, cast) or (named.place if named is not None else None)
        if place is None:
            place = next((other.place for other in reversed(met) if _is_same_stay(draft, other, cast)), None)
        if place is None and setting is not None and _goes_on(draft, setting, cast):
            place = setting.place
        elif place is not None and draft.mention.row.type in SETTING and draft.claim.status in FACTS:
            setting = replace(draft, place=place) if _is_local(place) else None
        result.append(draft if place is draft.place else replace(draft, place=place))
        named = result[-1] if place is not None else named
        if place is not None and draft.mention.row.type == "consult":
            met.append(result[-1])
    return result


def _own(draft: Draft, cast: Cast) -> Place | None:
    """'the province launched a campaign': there."""
    agents = [role.actor.name for role in draft.roles if role.name is RoleName.AGENT]
    names = [name for name in agents if name in cast.areas.values()]
    return next((places.find_place(name, tuple(cast.countries)) or Place(name) for name in names), None)


def _beside(draft: Draft, drafts: Sequence[Draft]) -> Place | None:
    """The place of the noun that the verb acts on, or of the clause that it goes on from: 'was looted near Kita and two died'."""
    mention, tree = draft.mention, draft.mention.tree
    for other in drafts:
        if other.place is None or other.mention.tree is not tree or other is draft:
            continue
        inner, outer = other.mention, mention
        is_argument = tree[inner.index].relation in BOUND and tree[inner.index].head == outer.top and not inner.is_verb
        if tree[outer.top].relation == "advcl" and tree[outer.top].tag == "VBG" and tree[outer.top].head == inner.top:
            return other.place  # 'studied in Uppsala, graduating in 1954'
        is_next = tree[outer.top].relation == "conj" and tree.first_conjunct(outer.top) == inner.top
        if draft.mention.row.type in SETTING and draft.claim.status in FACTS and (is_argument or is_next):
            return other.place
    return None


def _is_same_stay(draft: Draft, other: Draft, cast: Cast) -> bool:
    """Undated talks of somebody whose other talks have a place: he is there."""
    is_talk = draft.mention.row.type == "consult" and draft.claim.status in FACTS and draft.expression is None
    own = {role.actor.name for role in draft.roles if role.actor.kind is ActorKind.PERSON}
    shared = own & {role.actor.name for role in other.roles}
    return (
        bool(is_talk and shared)
        and other.expression is None
        and not _is_before(draft)
        and not _names_place(draft, cast)
    )


def _points_back(draft: Draft) -> bool:
    """'there', 'in the same region', 'in the town'."""
    tree = draft.mention.tree
    if any(tree[child].text.lower() == "there" for child in tree.below(draft.mention.top, "advmod")):
        return True
    heads = [head for slot in ("object", "subject") for head in draft.mention.slots.get(slot, [])]
    tops = [draft.mention.top, *heads]
    inside = [inner for top in tops for word, inner in tree.prepositions(top) if word in PLACING]
    return any(_is_the_area(tree, index) for index in inside)


def _is_the_area(tree: Tree, index: int) -> bool:
    """'the town', 'the same region', with no name beside it; never 'the capital of Chad'."""
    articles = {tree[child].text.lower() for child in tree.below(index, "det")}
    is_bare = not tree.below(index, "compound", "poss", "prep", "appos", "relcl")
    return tree[index].lemma in {*AREAS, "area", "place", "capital", "port"} and "the" in articles and is_bare


def _named_before(draft: Draft, cast: Cast) -> Place | None:
    """The town or region that the text named last before the happening."""
    here = (draft.mention.tree.sentence.index, draft.mention.index)
    before = [at for at, name in cast.names.items() if at < here and at[0] >= here[0] - BACK and name.kind in TOWNS]
    name = cast.names[max(before)] if before else None
    return (places.find_place(name.text, tuple(cast.countries)) or Place(name.text)) if name is not None else None


def _is_local(place: Place) -> bool:
    """A town or a region; 'in Kenya' is no setting."""
    return place.country is None or place.name != places.state_name(place.country)


def _goes_on(draft: Draft, last: Draft, cast: Cast) -> bool:
    """Told soon after, of the same days, in a sentence that names no place, and of what has one place."""
    tree = draft.mention.tree
    distance = tree.sentence.index - last.mention.tree.sentence.index
    if draft.mention.row.type not in STAYING or draft.claim.status not in FACTS or distance > SENTENCES:
        return False
    return not _is_before(draft) and _is_near_in_time(draft, last) and not _names_place(draft, cast)


def _names_place(draft: Draft, cast: Cast) -> bool:
    tree = draft.mention.tree
    names = (cast.name_at(tree, index) for index in range(len(tree)))
    return any(name is not None and name.kind in PLACE_KINDS for name in names)


def _is_before(draft: Draft) -> bool:
    """'had called the vote': what was before may have been elsewhere."""
    tree = draft.mention.tree
    return any(tree[child].text.lower() in {"had", "'d"} for child in tree.below(draft.mention.top, "aux"))


def _is_near_in_time(draft: Draft, last: Draft) -> bool:
    one, other = draft.when.span, last.when.span
    if draft.expression is None or one.start_earliest is None:
        return True
    base = other.start_earliest if other.start_earliest is not None else other.end_latest
    return base is None or abs(one.start_earliest - base) <= DAYS
