"""Homes: which of several towns of one name a text means. The larger the likelier, and so is one of a land that the sentence or the
text names, or where other towns of the text lie: 'Newmarket' beside Ascot and Chelmsford is no town in Canada."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.model.statement import Place
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known import places
from timeline.parser.mentions.draft import Draft

TOWNS = frozenset({NameKind.PLACE, NameKind.CAPITAL})
TEAMS = frozenset({NameKind.ORGANISATION, NameKind.GROUP, NameKind.UNKNOWN})  # 'Arbroath drew with Montrose'
CALLED = frozenset({NameKind.DESCRIPTION, NameKind.ORGANISATION, NameKind.GROUP})  # 'Chilean firefighters'
LANDS = frozenset({NameKind.STATE, NameKind.DEMONYM, NameKind.CAPITAL})
NAMED = 1.0  # what a land named in the text is worth: a town there may have a tenth of the inhabitants
BESIDE = 1.0  # what is added for one named in the same paragraph
NEIGHBOUR = 1.0  # for each other town there
CERTAIN = 0.5  # a town that is most likely there
MOST = 2.5  # for all of them

Said = tuple[set[str], dict[str, float]]  # the lands that names are of, and how many towns among them lie in each land


def with_homes(drafts: Sequence[Draft], cast: Cast, *, is_list: bool) -> list[Draft]:
    """The drafts, their places those of the likeliest land. The items of a list have nothing to do with each other."""
    countries = tuple(cast.countries)
    doubtful = {draft.place for draft in drafts if draft.place is not None and _is_open(draft.place, countries)}
    if not doubtful:
        return list(drafts)
    paragraphs = {draft.mention.tree.sentence.index: draft.mention.tree.sentence.paragraph for draft in drafts}
    beside: dict[int, list[Name]] = {}
    for index, inside in cast.names.items():
        if index in paragraphs:
            beside.setdefault(paragraphs[index], []).extend(inside.values())
    everywhere = [name for inside in cast.names.values() for name in inside.values()]
    said: dict[str, Said] = {}
    meant: dict[tuple[Place | None, int], Place] = {}
    for draft in drafts:
        place, paragraph = draft.place, draft.mention.tree.sentence.paragraph
        if place is None or place not in doubtful or (place, paragraph) in meant:
            continue
        near = beside.get(paragraph, [])
        if not is_list and place.name not in said:
            said[place.name] = _said(everywhere, place.name)
        signs = _said(near, place.name) if is_list else said[place.name]
        meant[place, paragraph] = _likeliest(place, signs, _lands(near, place.name))
    return [_at(draft, meant.get((draft.place, draft.mention.tree.sentence.paragraph))) for draft in drafts]


def _at(draft: Draft, place: Place | None) -> Draft:
    return draft if place is None or place == draft.place else replace(draft, place=place)


def _is_open(place: Place, countries: tuple[str, ...]) -> bool:
    """Towns of several lands bear the name, or one that is too small for a text on others; no words beside it chose."""
    bearers = places.bearers(place.name)
    if not bearers or places.state_code(place.name) is not None:
        return False
    is_lost = place.country is None and place.latitude is None
    return is_lost or places.find_place(place.name, countries) == place


def _said(names: Sequence[Name], of: str) -> Said:
    """What the names say of the town so called."""
    return _lands(names, of), _neighbours({name.text for name in names if name.kind in TOWNS | TEAMS} - {of})


def _likeliest(place: Place, said: Said, beside: set[str]) -> Place:
    """The same where nothing speaks for any; without a land where all speaks for lands that have no town of the name.

    `beside`: lands of the names in the same paragraph.
    """
    lands, neighbours = said
    signs = lands | {land for land, share in neighbours.items() if share >= CERTAIN}
    bearers = places.bearers(place.name)
    if place.country in lands and places.size(place) >= places.LARGE:
        return place  # 'Athens' beside Greece
    if not lands and place.country is None and places.size(bearers[0]) >= places.KNOWN_CITY:
        return bearers[0]
    if signs.isdisjoint(one.country for one in bearers):
        is_small = places.size(place) < places.KNOWN_CITY
        return Place(place.name) if signs and not lands and place.country is not None and is_small else place
    return max(bearers, key=lambda one: _weight(one, lands, beside, neighbours))


def _lands(names: Iterable[Name], but: str) -> set[str]:
    """The lands that the names are of, and those of the regions among them ('Alabama')."""
    others = [name for name in names if name.text != but]
    regions = (places.find_place(name.text) for name in others if name.kind is NameKind.PLACE)
    found = [name.country for name in others if name.kind in LANDS]
    found += [places.country_code(word) for name in others if name.kind in CALLED for word in name.text.split()]
    found += [place.country for place in regions if place is not None and places.is_region(place)]
    return {land for land in found if land is not None}


def _weight(place: Place, lands: set[str], beside: set[str], neighbours: Mapping[str, float]) -> float:
    named = NAMED * (place.country in lands) + BESIDE * (place.country in beside)
    return math.log10(places.size(place)) + named + min(MOST, NEIGHBOUR * neighbours.get(place.country or "", 0.0))


def _neighbours(towns: Iterable[str]) -> dict[str, float]:
    """How many towns of the text lie in each land, each by the share of its inhabitants who live there."""
    found: dict[str, float] = {}
    for town in towns:
        bearers = [one for one in places.bearers(town) if not places.is_region(one)]
        inhabitants = sum(places.size(one) for one in bearers)
        for one in bearers:
            land = one.country or ""
            found[land] = found.get(land, 0.0) + places.size(one) / inhabitants
    return found
