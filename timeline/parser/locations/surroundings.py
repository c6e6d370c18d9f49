"""Surroundings: where clauses beside a happening tell that it is: 'Tabriz, where a quake struck', 'talks due in Muscat'."""

from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.model.types import BLOWS, HARMS, SPOKEN
from timeline.parser.actors.cast import Cast
from timeline.parser.locations.spots import ARRIVED, PLACE_KINDS, named_places, places_in, spot
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import DATES, RELATIVE_TAGS, SUBJECTS, Tree

CLAUSES = ("acl", "relcl")
SUFFERED = HARMS | {"sport"}
WITHIN = frozenset({"in", "during"})  # 'died in a blast that took place near Oran'
LEADING = frozenset({"after", "during", "following"})  # 'signed after talks in Nicosia'
HELD = ("object", "at", "on", "from", "into", "against")  # slots of those to whom it is done
DONE = BLOWS | {"coerce", "mobilize", "protest", "aid", "consult"}  # those who are freed had been held anywhere
HINDERING = frozenset({"coerce", "concede"})
BEARINGS = frozenset(
    "north south east west northeast northwest southeast southwest north-east short upstream downstream offshore inland".split()
)
LASTING = frozenset({"VBG", "VBN"})


def where(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'Tabriz, where an earthquake had levelled two schools': the place before 'where'."""
    tree = mention.tree
    if "where" not in tree.lower:
        return
    for verb in (mention.top, *tree.above(mention.top)):
        word = next((child for child in tree.below(verb, "advmod") if tree.lower[child] == "where"), None)
        if word is not None:
            yield from _before(tree, word, cast, countries)
            if tree[verb].relation == "relcl":
                head = tree[verb].head
                yield from (*places_in(tree, head, cast, countries), *named_places(tree, head, cast, countries))
            return


def _before(tree: Tree, word: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """The place that ends right before the word or the comma before it, whatever the tree hangs the clause on."""
    last = word - 2 if tree[word - 1].text == "," else word - 1
    name = cast.name_at(tree, last) if word > 1 else None
    if name is not None and name.kind in PLACE_KINDS:
        yield spot(name.text, countries)


def arranged(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """What its own participle says of a noun: 'talks scheduled for May in Muscat', 'a summit due to be held in Kigali'."""
    tree = mention.tree
    phrases = tree.prepositions(mention.top) if mention.row.type in SUFFERED else ()
    nouns = [inner for word, inner in phrases if word in WITHIN and tree[inner].pos == "NOUN"]
    of = [
        inner for word, inner in tree.prepositions(mention.index) if word == "of"
    ]  # 'a meeting of experts set for May'
    for noun in nouns if mention.is_verb else (mention.index, *of, *nouns):
        for child in tree.below(noun, *CLAUSES, "amod"):
            if tree[child].relation in CLAUSES and (_is_of_noun(tree, child) or _is_its_object(tree, child)):
                yield from _told_by(tree, child, cast, countries)
            for inner in tree.below(child, "xcomp"):
                yield from _told_by(tree, inner, cast, countries)


def _told_by(tree: Tree, verb: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """Where the verb has it, or what it was behind or on the day of: 'signed after talks in Nicosia'."""
    yield from places_in(tree, verb, cast, countries, prepositions=ARRIVED)
    for word, inner in tree.prepositions(verb):
        if word in LEADING or tree[inner].entity in DATES:
            for index in tree.subtree(inner):
                yield from places_in(tree, index, cast, countries, prepositions=ARRIVED)


def _is_of_noun(tree: Tree, verb: int) -> bool:
    """'which will be held', 'to be held', 'planned': nobody else does it."""
    return all(tree[child].tag in RELATIVE_TAGS for child in tree.below(verb, *SUBJECTS))


def _is_its_object(tree: Tree, verb: int) -> bool:
    """'a speech that he made in Lima', 'the recitals she gave'."""
    objects = tree.below(verb, "dobj") if tree[verb].relation == "relcl" else None
    return objects is not None and all(tree[child].tag in RELATIVE_TAGS for child in objects)


def awaited(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'the conference is due to open in Geneva', 'is expected to be held in Lima'."""
    tree = mention.tree
    if mention.is_verb or tree[mention.index].relation not in SUBJECTS:
        return
    verb = tree[mention.index].head
    for top in (verb, *tree.below(verb, "acomp")):
        for inner in tree.below(top, "xcomp"):
            yield from places_in(tree, inner, cast, countries, prepositions=ARRIVED)


def governing(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'swept through the port of Sur, flattening homes and cutting off power': where the verb above has it."""
    tree = mention.tree
    top = tree.first_conjunct(mention.top)
    if mention.is_verb and tree[top].relation == "advcl" and tree[top].tag == "VBG" and mention.row.type in HARMS:
        verb = tree[top].head
        for index in (verb, *tree.below(verb, "dobj")):
            yield from places_in(tree, index, cast, countries, prepositions=ARRIVED)


def at_distance(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'sank 30 miles north of Zuwara', 'crashed eight kilometres short of Lusaka'."""
    tree = mention.tree
    if mention.row.type in SPOKEN or BEARINGS.isdisjoint(tree.lower):
        return
    clause = tree.clause(mention.top)
    for index in (index for index, word in enumerate(tree.lower) if word in BEARINGS and tree.clause(index) == clause):
        for word, inner in tree.prepositions(index):
            if word in {"of", "from"}:
                yield from named_places(tree, inner, cast, countries)


def amid(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """Where those were to whom it is done: 'fired on men who were mending a pipe near Kita', 'saved a boy stuck in a lift'."""
    tree = mention.tree
    if mention.row.type not in DONE:
        return
    left = mention.slots.get("from", [])
    for head in dict.fromkeys(head for slot in HELD for head in mention.slots.get(slot, [])):
        nouns = [*tree.conjuncts(head), *(i for word, i in tree.prepositions(head) if word in {"of", "from", "on"})]
        for verb in (child for noun in nouns for child in tree.below(noun, *CLAUSES)):
            is_left = head in left and mention.row.type == "aid"  # 'picked them up from a raft that sank off Kita'
            if _is_of_noun(tree, verb) and (is_left or _lasts(tree, verb)):
                for index in tree.subtree(verb):
                    yield from places_in(tree, index, cast, countries, prepositions=ARRIVED)


def hindered(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'kept the crowd from reaching the palace in Dakar'."""
    tree = mention.tree
    for word, verb in tree.prepositions(mention.top) if mention.row.type in HINDERING else ():
        if word == "from" and tree[verb].tag == "VBG":
            for index in (verb, *tree.below(verb, "dobj")):
                yield from places_in(tree, index, cast, countries, prepositions=ARRIVED)


def purpose(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'used tear gas to clear the bridge at Kita': where that is which a blow is for."""
    tree = mention.tree
    if mention.is_verb and mention.row.type in BLOWS:
        clauses = tree.below(mention.top, "advcl", "xcomp")
        clauses = [i for i in clauses if any(tree[child].tag == "TO" for child in tree.below(i, "aux"))]
        for index in (index for verb in clauses for index in (verb, *tree.below(verb, "dobj"))):
            yield from places_in(tree, index, cast, countries, prepositions=ARRIVED)


def _lasts(tree: Tree, verb: int) -> bool:
    """'were mending', 'was stuck', 'had gathered', 'trapped': it was still so."""
    return tree[verb].tag in LASTING or any(tree[child].lemma == "be" for child in tree.below(verb, "aux", "cop"))
