"""Bearings: places told by what lies beside them: 'overturned between Cusco and Puno', 'sank off Kinsale Head', and by what stands
in them: 'closed its Porto branch', 'raided a Harare weekly'."""

import calendar
from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.model.types import COMMENTS
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known import places
from timeline.parser.known.famous import fame
from timeline.parser.known.wordlists import word_list
from timeline.parser.locations.spots import PLACE_KINDS, is_built, spot
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import DATES, Tree

WAYS = word_list("way") | {"line", "rail", "pass", "route", "section", "stretch"}
PARTIES = frozenset({"consult", "sport", "business", "agree", "cooperate", "election", "legal"})
APART = COMMENTS | PARTIES  # 'between' tells who takes part in these
BESIDE = frozenset({"off", "outside", "near"})
SIDES = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)
STANDING = word_list("branch")
CONTINENTS = frozenset({"Asia", "Africa", "Europe", "America", "Oceania", "Antarctica"})
TIMES = frozenset({*calendar.day_name, *calendar.month_name, "Christmas", "Easter", "Midsummer", "Ramadan"})
PROPER = frozenset({"NNP", "NNPS"})
OF = frozenset({"of", "at", "in", "from", "into", "inside", "outside"})


def between(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'The road between Kita and Sur was cut', 'a bus overturned between Kita and Sur': the first of the two towns."""
    tree = mention.tree
    if "between" not in tree.lower:
        return
    slots = [head for slot in ("subject", "object") for head in mention.slots.get(slot, [])]
    ways = [head for head in slots if _is_way(tree, head)]
    clauses = (mention.top, tree.clause(mention.index)) if ways or mention.row.type not in APART else ()
    for top in dict.fromkeys((*clauses, *ways)):
        for word, inner in tree.prepositions(top):
            if (
                word == "between"
                and _is_name(tree, inner)
                and (len(tree.conjuncts(inner)) > 1 or _is_pair(tree, inner))
            ):
                name = cast.name_at(tree, inner)
                text = name.text.partition(" and ")[0] if name is not None else tree[inner].text
                if places.state_code(text) is None:
                    yield spot(text, countries)


def _is_way(tree: Tree, head: int) -> bool:
    return tree[head].lemma in WAYS or any(sign.isdigit() for sign in tree[head].text)


def _is_name(tree: Tree, inner: int) -> bool:
    """No day, month or feast."""
    return tree[inner].text[:1].isupper() and tree[inner].entity not in DATES and tree[inner].text not in TIMES


def _is_pair(tree: Tree, inner: int) -> bool:
    """'between Perth and Inverness', taken for one name."""
    return inner + 1 < len(tree) and tree.lower[inner + 1] == "and"


def nearby(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'off Kinsale Head', 'outside Lampeter', 'forty miles south of the Scillies', though no list has them."""
    tree = mention.tree
    if mention.row.type in COMMENTS or (BESIDE.isdisjoint(tree.lower) and SIDES.isdisjoint(tree.lower)):
        return
    clause = tree.clause(mention.top)
    sides = [i for i, word in enumerate(tree.lower) if word in SIDES and tree.clause(i) == clause]
    phrases = [
        inner for top in (mention.index, mention.top) for word, inner in tree.prepositions(top) if word in BESIDE
    ]
    phrases += [inner for side in sides for word, inner in tree.prepositions(side) if word == "of"]
    for inner in dict.fromkeys(phrases):
        name = cast.name_at(tree, inner)
        if not _is_name(tree, inner) or tree.below(inner, "poss"):
            continue
        if name is None:
            yield Place(tree[inner].text, None)
        elif name.kind not in PLACE_KINDS and not name.title and not name.text.isupper() and fame(name.text) is None:
            yield spot(name.text.removeprefix("the "), countries)


def stood(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'closed its Porto branch', 'stormed the offices of a Kampala weekly', 'hid in a Ghent sauna': the town."""
    tree = mention.tree
    if mention.row.type in COMMENTS:
        return
    heads = [*mention.slots.get("object", []), *(i for word, i in tree.prepositions(mention.top) if word in OF)]
    if mention.row.type != "legal":
        heads += [head for head in mention.slots.get("subject", []) if tree[head].lemma in STANDING]
    heads += [inner for head in heads for word, inner in tree.prepositions(head) if word in OF]
    for head in dict.fromkeys(heads):
        if not (is_built(tree, head) or tree[head].lemma in STANDING):
            continue
        for child in tree.below(head, "compound", "nmod"):
            text = _town_before(tree, cast, child, head)
            found = places.find_place(text, countries) if text else None
            if found is not None and not places.is_land(found) and found.name not in CONTINENTS:
                yield found


def _town_before(tree: Tree, cast: Cast, child: int, head: int) -> str | None:
    """The name before a noun; none that is part of the noun's own, or a person's with two words."""
    if tree[child].tag not in PROPER:
        return None
    name = cast.name_at(tree, child)
    if name is None or name.end > head:
        return tree[child].text if name is None else None
    is_town = name.kind in {*PLACE_KINDS, NameKind.ORGANISATION} or " " not in name.text
    return name.text if is_town else None
