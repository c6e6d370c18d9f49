"""Wares: the things and firms that a happening is about though its frame has no slot for them: 'unveiled the Zephyr', 'halted
production of the Zephyr', 'sold its stake in Acme', 'resigned as head of Acme'."""

from collections.abc import Iterator

from timeline.model.statement import FIRMLIKE, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.actors.things import CALLED
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.acting import is_office
from timeline.parser.sentences.tree import Tree

THINGS = frozenset({NameKind.THING})
TRADED = THINGS | {NameKind.ORGANISATION, NameKind.UNKNOWN}
TRADING = frozenset({"business"})  # types in which any name but a place or a person may be the ware
SLOTS = ("object", "of", "into")
STAKES = frozenset("stake share holding interest unit subsidiary division arm brand".split())
# Where the post stands that somebody is given or leaves; 'the head of Acme resigned'.
POSTS = ("as", "from", "object", "of", "to", "subject")
SHARES = frozenset({"share", "stock", "bond", "debenture"})
PARTS = frozenset("% percent percentage half third quarter majority minority remainder rest block bulk most".split())
RECEIVING = TRADED | {NameKind.STATE, NameKind.PERSON, NameKind.GROUP}
HANDING = word_list("giving") | {"issue", "ship", "export", "license", "lose"}
BODIES = frozenset("board council committee staff post job position management".split())
EMPLOYERS = frozenset({ActorKind.COMPANY, ActorKind.ORGANISATION})
IN_POST = frozenset({"of", "at", "with"})


def wares(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """(member, its word) for each, none of them certain to be new."""
    kinds = TRADED if mention.row.type in TRADING else THINGS
    for head in (head for slot in SLOTS for head in mention.slots.get(slot, [])):
        yield from _named(mention.tree, head, cast, kinds)
        yield from _again(mention.tree, head, cast)
        yield from _inside(mention, head, cast)
        if mention.row.type in TRADING:
            yield from _held(mention.tree, head, cast)
    if mention.row.type in TRADING and mention.is_verb and mention.tree[mention.index].lemma in HANDING:
        for head in mention.slots.get("to", []):  # 'issued shares to Acme'
            yield from _named(mention.tree, head, cast, RECEIVING)
    if mention.row.type == "appointment":
        yield from _employers(mention, cast)


def _named(tree: Tree, head: int, cast: Cast, kinds: frozenset[NameKind]) -> Iterator[tuple[int, int]]:
    """'the Zephyr', 'its first car, the Zephyr', and 'the Zephyr phone'."""
    called = tree.below(head, "compound", "nmod", "nummod") if tree[head].lemma in CALLED else []
    for index in (head, *tree.below(head, "appos"), *called):
        name = cast.name_at(tree, index)
        if name is not None and name.kind in kinds:
            yield from ((member, index) for member in cast.at(tree, index))


def _held(tree: Tree, head: int, cast: Cast) -> Iterator[tuple[int, int]]:
    """'6 % of its shares', 'a majority of the Acme stock', "Acme's shares": those of the firm whose they are."""
    if tree[head].lemma in PARTS or tree[head].tag == "CD":
        for preposition, inner in tree.prepositions(head):
            if preposition in {"of", "in"}:
                yield from _named(tree, inner, cast, TRADED)
                yield from _held(tree, inner, cast)
    if tree[head].lemma in SHARES:
        for owner in tree.below(head, "poss", "compound"):
            yield from ((m, owner) for m in cast.at(tree, owner) if cast.actor(m).kind in FIRMLIKE)
        for preposition, inner in tree.prepositions(head):
            if preposition in {"of", "in"}:
                yield from _named(tree, inner, cast, TRADED)


def _again(tree: Tree, head: int, cast: Cast) -> Iterator[tuple[int, int]]:
    """'the car, which was launched in March'."""
    name = cast.name_at(tree, head)
    if name is not None and name.kind is NameKind.PRONOUN:
        yield from ((m, head) for m in cast.at(tree, head) if cast.actor(m).kind is ActorKind.UNKNOWN)


def _inside(mention: Mention, head: int, cast: Cast) -> Iterator[tuple[int, int]]:
    """'production of the Zephyr', 'the price of the Zephyr'; 'a stake in Acme'."""
    tree = mention.tree
    if cast.name_at(tree, head) is not None:
        return
    is_held = tree[head].lemma in STAKES
    shares = [i for word, i in tree.prepositions(head) if is_held and word == "of" and tree[i].lemma in PARTS]
    tops = (head, *shares)  # 'a stake of 9 percent in Acme'
    for preposition, inner in (found for top in tops for found in tree.prepositions(top)):
        is_stake = is_held and preposition in {"in", "of"}
        if preposition in {"of", "for"} or is_stake:
            yield from _named(tree, inner, cast, TRADED if is_stake else THINGS)


def _employers(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'resigned as chief executive of Acme', 'named her head of Acme', 'left the board of Acme'; 'the head of Acme resigned'."""
    tree = mention.tree
    for slot in POSTS:
        for head in mention.slots.get(slot, []):
            if is_office(tree, head) or tree[head].lemma in BODIES:
                for preposition, inner in tree.prepositions(head):
                    if preposition in IN_POST:
                        yield from _named(tree, inner, cast, TRADED)
                for owner in tree.below(head, "poss") if slot != "subject" else []:  # 'became its head'
                    yield from ((m, owner) for m in cast.at(tree, owner) if cast.actor(m).kind in EMPLOYERS)
