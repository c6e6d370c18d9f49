"""Tagged: persons, organisations and places as the tagger sees them in a Sentence, put right where it errs as a rule."""

from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import ActorKind
from timeline.parser.actors.affixes import after_department, after_leaning, band_before, is_band, is_loose_number
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.opening import COMPANY_WORDS, is_opening_noun, is_opening_trade, is_trader
from timeline.parser.actors.things import FRESH, find_thing, is_brand, is_called_thing
from timeline.parser.actors.waters import STORMS
from timeline.parser.known import places
from timeline.parser.known.roster import genders, nouns
from timeline.parser.sentences.acting import is_office
from timeline.parser.sentences.naming import PARTICLES
from timeline.parser.sentences.phrases import head_of, modifier_country
from timeline.parser.sentences.standing import WAYS, is_taken_for_place, joint_of_names, stands_along
from timeline.parser.sentences.tree import Tree

RANKS = frozenset({"President", "Minister", "Colonel", "Judge", "Senator", "Chancellor", "Ambassador", "Governor"})
TAGGED = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
}


def tagged(tree: Tree, start: int, proper: frozenset[str], models: frozenset[str]) -> Name | None:
    """The Name that the tagger sees here, less a leading article and a trailing genitive; None for no name of anybody.

    `proper` are words that the text uses as names elsewhere, `models` codes that it uses as names of things.
    """
    kind = TAGGED.get(tree[start].entity) if start or tree[0].tag != "IN" else None  # 'Outside Mada University'
    if kind is None or not _is_proper(tree, start) or is_opening_noun(tree, start, proper) or _is_currency(tree, start):
        return None
    if start == 0 and tree[0].text in FRESH and find_thing(tree, 1, models) is not None:
        return None  # 'Last C90 leaves', in a headline
    end = _end(tree, start)
    start, kind = _read(tree, start, end, kind)
    if start == 0 and end > 1 and kind is not NameKind.PLACE and is_trader(tree):
        return _trader(tree, end)
    if kind is NameKind.ORGANISATION:
        start = _after_post(tree, start, end)
    if kind is NameKind.PERSON:
        start = _after_offices(tree, start, end)
        end = _whole_name(tree, end)
    is_town = kind is NameKind.PLACE and end - start > 1 and tree[end - 2].text == "-"  # 'Sharm el-Sheikh'
    if is_office(tree, end - 1) and (kind is not NameKind.PERSON or end - start < 2) and not is_town:
        return None
    if tree[start].text.lower() in STORMS and end > start + 1:  # 'Cyclone Irmela' is nobody
        return None
    kind = _used_as(tree, start, end, kind)
    head, country = head_of(tree, start, end), _inner_country(tree, start, end)
    band = band_before(tree, start, end) if kind is not NameKind.PERSON else ""
    kind = NameKind.ORGANISATION if band else kind
    if kind is NameKind.ORGANISATION and country is None:
        country = modifier_country(tree, head)
    return Name(kind, start, end, head, tree.words(list(range(start, end))), country=country, noun=band)


def entity_end(tree: Tree, start: int) -> int:
    """Where what the tagger takes for one ends."""
    label, end = tree[start].entity, start + 1
    while (
        label and end < len(tree) and tree[end].entity == label and not tree[end].entity_start and tree[end].text != "("
    ):
        end += 1
    return end


def _end(tree: Tree, start: int) -> int:
    """The end of the name: before another that it runs into, small letters and numbers that are no part of it."""
    end = joint_of_names(tree, start, entity_end(tree, start))
    while end > start + 1 and (not _is_proper(tree, end - 1) or is_loose_number(tree, start, end)):
        end -= 1
    return end


def _read(tree: Tree, start: int, end: int, kind: NameKind) -> tuple[int, NameKind]:
    """Its start and its kind, by its own words."""
    if kind is NameKind.PERSON and tree.lower[end - 1].rstrip(".") in COMPANY_WORDS and end > start + 1:
        kind = NameKind.ORGANISATION  # 'Kolm Blau & Co.'
    if (behind := after_department(tree, start, end)) > start:  # 'Secretary of State X', taken for a firm
        start, kind = behind, NameKind.PERSON
    start = after_leaning(tree, start, end)
    if kind is NameKind.PLACE and is_band(tree, start, end):
        kind = NameKind.ORGANISATION
    if kind is NameKind.ORGANISATION and _is_titled_person(tree, start, end):
        kind = NameKind.PERSON
    is_trade = kind is NameKind.ORGANISATION and is_opening_trade(tree, start, end)
    if is_trade and tree[start + 1].text in genders():  # 'Novelist Jan Reuter', taken for a firm
        start, kind = start + 1, NameKind.PERSON
    return start, kind


def _used_as(tree: Tree, start: int, end: int, kind: NameKind) -> NameKind:
    """Its kind by how its sentence uses it."""
    is_way = end > start + 1 and not WAYS.isdisjoint(tree.lower[start:end])
    if is_way and (kind is NameKind.ORGANISATION or stands_along(tree, start, end)):
        kind = NameKind.PLACE
    if kind is NameKind.PERSON and is_called_thing(tree, start, end):
        kind = NameKind.THING
    return NameKind.PLACE if kind is not NameKind.PLACE and is_taken_for_place(tree, start, end) else kind


def _trader(tree: Tree, end: int) -> Name:
    """'Insurer Baltika'."""
    word = tree.lower[0]
    words = tree.words(list(range(1, end)))
    return Name(NameKind.ORGANISATION, 1, end, head_of(tree, 1, end), words, noun=word if word in nouns() else "")


def _is_titled_person(tree: Tree, start: int, end: int) -> bool:
    """'General Petr X', which the tagger takes for a firm; never 'General Motors'."""
    if end - start < 2 or not is_office(tree, start) or nouns()[_office(tree, start)].kind is not ActorKind.PERSON:
        return False
    return tree[start + 1].text in genders() or (end - start == 3 and tree[start].text in RANKS)


def _office(tree: Tree, index: int) -> str:
    word = tree[index].text.lower().rstrip(".")
    return word if word in nouns() else tree[index].lemma


def _whole_name(tree: Tree, end: int) -> int:
    """The end of the name that the last word is only a part of ('Ana' of 'Ana Lucía Barrientos')."""
    last = tree[end - 1]
    is_part = last.relation == "compound" and last.head >= end
    rest = range(end, last.head + 1) if is_part else range(0)
    is_name = bool(rest) and all(
        tree[i].tag == "NNP" and tree[i].text[:1].isalpha() and not is_office(tree, i) and tree[i].entity != "ORG"
        for i in rest
    )
    return last.head + 1 if is_name else end


def _after_post(tree: Tree, start: int, end: int) -> int:
    """Skips 'Head of' in 'Head of Acme quits', a headline."""
    is_post = end - start > 2 and tree[start + 1].text == "of" and is_office(tree, start)
    return start + 2 if is_post else start


def _after_offices(tree: Tree, start: int, end: int) -> int:
    """Skips words of office and trades that the tagger took into a person's name ('British Defence Secretary X')."""
    first = start + 1 if is_opening_trade(tree, start, end) else start
    return next((index + 1 for index in reversed(range(start, end - 1)) if is_office(tree, index)), first)


def _inner_country(tree: Tree, start: int, end: int) -> str | None:
    """The first state that a longer name holds ('Pakistan Army')."""
    codes = (places.state_code(tree[i].text) or places.demonym_code(tree[i].text) for i in range(start, end))
    return next((code for code in codes if code), None)


def _is_currency(tree: Tree, start: int) -> bool:
    """'CHF' of 'CHF 212.4 million'."""
    after = start + 1
    return (
        tree[start].text in _currencies()
        and after < len(tree)
        and tree[after].text[:1].isdigit()
        and tree[after].entity != "DATE"
    )


@cache
def _currencies() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("currencies"))


def _is_proper(tree: Tree, index: int) -> bool:
    return (
        tree[index].text[:1].isupper()
        or is_brand(tree[index].text)
        or tree[index].text[:1].isdigit()
        or tree[index].text in {"-", "&", *PARTICLES}
    )
