"""Home: the one country that a text is at home in, so that its students and unions are that country's without saying so."""

from collections.abc import Collection, Sequence

from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.usage import Found
from timeline.parser.known.famous import fame
from timeline.parser.known.places import find_place
from timeline.parser.known.roster import leader_country, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

WHERE = frozenset({"in", "across", "throughout", "near", "outside"})
OTHERS = frozenset({"to", "with", "against"})  # 'flew to Paris', 'talks with the king of Jordan'
BACK = frozenset({"return", "arrive", "back", "trip", "flight", "fly"})  # from where: 'returned from Tokyo'
HOSTED = word_list("meeting of some") | {"round"}  # 'at talks in Muscat', which may be between others
HOSTING = frozenset({"host", "broker", "mediate", "facilitate"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
# These act in other countries too.
ABROAD = frozenset(
    "army navy military force forces troop troops soldier marine marines jet aircraft warplane warship paramilitary commando "
    "serviceman side embassy peacekeeper guard guards intelligence tank airforce".split()
)
TRAVELLERS = frozenset(
    "tourist migrant immigrant refugee foreigner expatriate passenger pilgrim exile peacekeeper trader investor shareholder "
    "missionary national visitor evacuee holidaymaker side counterpart crew deportee returnee inspector observer mercenary "
    "envoy emissary ambassador".split()
)
BODIES = frozenset("party front union council commission movement congress federation committee court".split())
TOWNS_OWN = frozenset({"Court", "Police"})
HOUSES = frozenset({"Congress", "Senate", "Parliament", "Supreme Court"})
LANDS = frozenset({NameKind.STATE, NameKind.CAPITAL, NameKind.DEMONYM, NameKind.ORGANISATION})
HUNTED = frozenset("militant fighter gunman gunmen terrorist extremist jihadist islamist insurgent".split())


SEAT, UNION = "Brussels", frozenset({"European Union", "EU"})


def lands(found: Sequence[Found], abroad: Collection[str]) -> frozenset[str]:
    """The countries that a text names, for those who hold an office in it; none where one of them is only gone to or met."""
    if abroad:
        return frozenset()
    named = [(tree, name, code) for tree, names in found for name in names if (code := name.country)]
    hosts = frozenset(code for tree, name, code in named if not _is_met(tree, name))
    others = {code for _, _, code in named} - hosts
    return hosts | others if others <= _of_towns(found, others) else frozenset()


def _of_towns(found: Sequence[Found], codes: Collection[str]) -> frozenset[str]:
    """Those of these countries that a town of the text is in: 'Dockers in Varna …; talks in Sofia' is at home in Bulgaria."""
    if not codes:  # as a rule
        return frozenset()
    towns = {name.text for _, names in found for name in names if name.kind is NameKind.PLACE}
    places = (find_place(town, tuple(codes)) for town in sorted(towns))
    lands = (place.country for place in places if place is not None)
    return frozenset(land for land in lands if land is not None and land in codes)


def abroad(found: Sequence[Found], filed: str | None = None) -> frozenset[str]:
    """The country of a town, a town's court or its police, where that is not the only one that the text names: 'Leeds Crown
    Court' in a text that names Jersey and no other land; () where the towns are in that one, too.

    A text `filed` from Karachi whose only land is that of a capital ('has lived in London') is not at home there, either.
    """
    lands = [name for _, names in found for name in names if name.country]
    codes = {name.country for name in lands if name.country}
    if len(codes) != 1:
        return frozenset()
    towns = {name.text for _, names in found for name in names if name.kind is NameKind.PLACE}
    towns |= {filed} if filed and all(name.kind is NameKind.CAPITAL for name in lands) else set()
    seats = {town for _, names in found for name in names if (town := _seat_of_body(name))}
    found_there = [*(find_place(town, tuple(codes)) for town in towns), *(find_place(town) for town in seats)]
    places = [place for place in found_there if place is not None]
    others = frozenset(place.country for place in places if place.country is not None)
    return others if codes.isdisjoint(others) else frozenset()


def _seat_of_body(name: Name) -> str:
    """'Leeds' of 'Leeds Crown Court'."""
    words = name.text.removeprefix("The ").removeprefix("the ").split()
    return words[0] if name.kind is NameKind.ORGANISATION and len(words) > 1 and words[-1] in TOWNS_OWN else ""


class Home:
    """`country` is the only one that a text names, when its officials or its places are named; else None. `lands`: see there.

    `is_scene`: it is so by places, not only by officials, whose enemies may be abroad. `is_union_seated`: 'Brussels' is the
    European Union.
    """

    def __init__(self, found: Sequence[Found], abroad: Collection[str] = ()) -> None:
        self.lands = lands(found, abroad)
        named = [(tree, name, code) for tree, names in found for name in names if (code := _country(name))]
        outer = {code for _, name, code in named if name.text not in HOUSES}
        self._outer = next(iter(outer)) if len(outer) == 1 else None
        codes = {code for _, _, code in named}.union(abroad)
        if all(name.kind in LANDS for _, name, _ in named):  # 'Volkswagen … demand in China'
            codes |= {code for _, names in found for name in names if (code := _seat(name))}
        self.country = next(iter(codes)) if len(codes) == 1 and any(_is_at_home(t, n) for t, n, _ in named) else None
        self.is_scene = any(_is_scene(tree, name) for tree, name, _ in named)
        self.is_union_seated = _is_union_seated(found)

    def of(self, noun: str) -> str | None:
        """The country of those that a noun describes and the text gives no other."""
        if noun in TRAVELLERS or (noun in HUNTED and not self.is_scene):
            return None
        return self.country

    def of_house(self, country: str | None) -> str | None:
        """The only country that the text names, for a Congress without one, where that is not the country of the best known."""
        return self._outer if self._outer != country else None

    def of_body(self, name: str) -> str | None:
        """The country of a party or a union with a name of several words."""
        words = [word for word in name.lower().split() if word in BODIES]
        return self.of(words[-1]) if words and " " in name else None


def _seat(name: Name) -> str | None:
    """Where everybody knows a firm to be at home."""
    known = fame(name.text) if name.kind is NameKind.ORGANISATION else None
    return known.country if known is not None else None


def is_at_home(noun: str) -> bool:
    """Those whom a noun describes seldom are in another country than their own."""
    return noun not in TRAVELLERS | HUNTED | ABROAD


def _country(name: Name) -> str | None:
    if name.kind is NameKind.PERSON and name.country is None:
        return leader_country(name.text, has_office=bool(name.title))
    return name.country


def _is_met(tree: Tree, name: Name) -> bool:
    """Gone to or met: 'visited France', 'a trip to Botswana', 'met the king of Jordan'."""
    token = tree[name.head]
    if name.kind in {NameKind.PLACE, NameKind.ORGANISATION}:
        return False
    if name.kind is NameKind.DESCRIPTION and not nouns()[name.noun].acts_for_state:
        return False
    if token.relation == "pobj" and tree.lower[token.head] == "of":
        token = tree[tree[token.head].head]
    if token.relation == "poss" and tree[tree[token.head].head].text == "by":
        token = tree[token.head]  # "hosted by Oman's foreign ministry"
    if token.relation in OBJECTS:  # and not 'said Peru was ready', 'said Peru is committed to peace'
        return token.relation != "nsubjpass" or tree[token.head].relation != "ccomp"
    if token.relation != "pobj":
        return False
    holder = tree[tree[token.head].head]
    is_left = tree.lower[token.head] == "from" and holder.lemma in BACK
    if tree.lower[token.head] == "by" and holder.lemma in HOSTING:
        return True
    is_source = tree.lower[holder.index] == "according"
    return is_left or _is_hosting(tree, token.index) or (tree.lower[token.head] in OTHERS and not is_source)


def _is_hosting(tree: Tree, index: int) -> bool:
    """'a meeting in Muscat'."""
    preposition = tree[index].head
    return tree.lower[preposition] == "in" and tree[tree[preposition].head].lemma in HOSTED


def _is_at_home(tree: Tree, name: Name) -> bool:
    """An official or organ of the state, unless it may be anywhere, or the state as owner or place."""
    if name.kind is NameKind.DESCRIPTION:
        return nouns()[name.noun].acts_for_state and name.noun not in ABROAD
    if name.kind is NameKind.PERSON:
        return True
    return _is_scene(tree, name) or (name.kind is NameKind.STATE and tree[name.head].relation == "poss")


def _is_scene(tree: Tree, name: Name) -> bool:
    """'in Chad', 'in the capital, N'Djamena'."""
    before = tree[tree[name.head].head].text.lower()
    is_in = name.kind in {NameKind.STATE, NameKind.CAPITAL} and tree[name.head].relation == "pobj" and before in WHERE
    return is_in and not _is_hosting(tree, name.head)


def _is_union_seated(found: Sequence[Found]) -> bool:
    """Whether 'Brussels' is the European Union: the text names that, and Belgium by no other word."""
    names = [name for _, own in found for name in own]
    is_told = any(name.text.removeprefix("The ").removeprefix("the ") in UNION for name in names)
    return is_told and all(name.text == SEAT for name in names if name.country == "BE")
