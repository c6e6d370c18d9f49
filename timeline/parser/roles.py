"""Roles: who is agent, target, participant or mediator of a mention, by the trigger's frame."""

from collections.abc import Iterator

from timeline.model.statement import Role, RoleName
from timeline.parser.arguments import verb_slots
from timeline.parser.cast import Cast
from timeline.parser.elaborations import MEDIATING
from timeline.parser.mention import Mention
from timeline.parser.name import NameKind
from timeline.parser.names import TRANSPARENT
from timeline.parser.phrases import modifier_country
from timeline.parser.tree import Tree
from timeline.parser.triggers import frames

ADDRESSED = frozenset({"request", "threaten", "reject", "protest", "agree", "concede", "sanction"})
ADDRESSEES = frozenset(
    {
        NameKind.STATE,
        NameKind.CAPITAL,
        NameKind.PERSON,
        NameKind.GROUP,
        NameKind.ORGANISATION,
        NameKind.DEMONYM,
        NameKind.DESCRIPTION,
    }
)
HARMED_SLOTS = frozenset(
    {"object", "on", "against", "at", "into"}
)  # an attack on a camp for refugees is one on the refugees
ABOUT_PREPOSITIONS = frozenset({"to", "with", "against", "over", "of", "on", "for", "about", "from"})
ABOUT = ("xcomp", "ccomp", "dobj", "advcl", "acl", "prep", "dative")
JUDGING = frozenset({"support", "accuse", "reject"})
MUTUAL = frozenset({"agree", "cooperate", "consult", "retreat"})


def assign_roles(mention: Mention, cast: Cast) -> tuple[Role, ...]:
    """The actors of a mention, each once, in the order of the frame's slots."""
    found: dict[int, RoleName] = {}
    words: dict[int, tuple[int, int]] = {}
    for member in _mediators(mention, cast):
        found.setdefault(member, RoleName.MEDIATOR)
    for slot, role in frames()[mention.row.frame]:
        if slot == "clause_object" and "clause_subject" in mention.slots:
            continue
        for head in mention.slots.get(slot, []):
            for member in _members(mention.tree, head, slot, cast) or _makers(mention, head, slot, cast):
                found.setdefault(member, role)
                words.setdefault(member, _words(mention.tree, head, cast))
    if mention.row.type in ADDRESSED and RoleName.TARGET not in found.values():
        for member in _addressed(mention, cast, set(found)):
            found.setdefault(member, RoleName.TARGET)
    given = _agents_first(_sides(mention, found))
    return tuple(Role(cast.actor(member), role, *words.get(member, (None, None))) for member, role in given)


def _words(tree: Tree, head: int, cast: Cast) -> tuple[int, int]:
    """Offsets of the words that fill a slot: the name it is part of, else the word alone."""
    name = cast.name_at(tree, head)
    first, last = (name.start, name.end - 1) if name else (head, head)
    return tree[first].start, tree[last].end


def _addressed(mention: Mention, cast: Cast, known: set[int]) -> tuple[int, ...]:
    """Against whom a demand, threat, refusal or protest is, when no argument says so: the first actor in what it is about."""
    tree = mention.tree
    heads = [child for top in dict.fromkeys((mention.top, mention.index)) for child in tree.below(top, *ABOUT)]
    about = [head for head in heads if tree[head].relation != "prep" or tree[head].text.lower() in ABOUT_PREPOSITIONS]
    for index in (index for head in about if head != mention.index for index in tree.subtree(head)):
        name = cast.name_at(tree, index)
        if name is None or name.head != index or name.kind not in ADDRESSEES or _only_describes(tree, name.kind, index):
            continue
        members = tuple(member for member in cast.at(tree, index) if member not in known)
        if members:
            return members
    return ()


def _sides(mention: Mention, found: dict[int, RoleName]) -> dict[int, RoleName]:
    """Several who agree or work together, with nobody named on the other side, are participants."""
    agents = [member for member, role in found.items() if role is RoleName.AGENT]
    is_mutual = mention.row.type in MUTUAL or mention.lemma == "sign"
    if not is_mutual or len(agents) < 2 or RoleName.TARGET in found.values():
        return found
    return {member: RoleName.PARTICIPANT if member in agents else role for member, role in found.items()}


def _agents_first(found: dict[int, RoleName]) -> list[tuple[int, RoleName]]:
    order = list(RoleName)
    return sorted(found.items(), key=lambda item: order.index(item[1]))


def _only_describes(tree: Tree, kind: NameKind, index: int) -> bool:
    """'the Qatari capital' is not Qatar."""
    return kind is NameKind.DEMONYM and tree[index].relation in {"amod", "compound"}


def _makers(mention: Mention, head: int, slot: str, cast: Cast) -> tuple[int, ...]:
    """Whoever is praised or condemned through what they did: 'the mediation by Norway'."""
    if slot != "object" or mention.row.type not in JUDGING:
        return ()
    inside = [inner for preposition, inner in mention.tree.prepositions(head) if preposition == "by"]
    return tuple(member for inner in inside for member in cast.at(mention.tree, inner))


def _members(tree: Tree, head: int, slot: str, cast: Cast) -> list[int]:
    """The members that fill a slot."""
    return list(_fillers(tree, head, slot, cast))


def _fillers(tree: Tree, head: int, slot: str, cast: Cast) -> Iterator[int]:
    """The members that fill a slot: named there, behind a transparent noun, or as the state before a noun."""
    if tree[head].lemma in TRANSPARENT or tree[head].tag == "CD":
        inner = next((inner for preposition, inner in tree.prepositions(head) if preposition == "of"), None)
        if inner is not None:
            yield from _fillers(tree, inner, slot, cast)
            return
    name = cast.name_at(tree, head)
    if name is not None:
        if not _is_only_place(name.kind, slot):
            yield from cast.at(tree, head)
        return
    if slot not in {"modifier", "in"} and (code := modifier_country(tree, head)):
        yield cast.state(code)
    elif slot in HARMED_SLOTS:
        for preposition, inner in tree.prepositions(head):
            if preposition in {"of", "for"} and (name := cast.name_at(tree, inner)) and name.kind in ADDRESSEES:
                yield from cast.at(tree, inner)


def _is_only_place(kind: NameKind, slot: str) -> bool:
    """A city is never an actor; a capital is none where the words say where."""
    if kind is NameKind.PLACE:
        return True
    return kind is NameKind.CAPITAL and slot in {"in", "at", "near", "into", "modifier"}


def _mediators(mention: Mention, cast: Cast) -> Iterator[int]:
    """'talks mediated by X', 'with X mediating', 'X brokered talks'."""
    tree = mention.tree
    for head in mention.slots.get("mediator", []):
        yield from cast.at(tree, head)
    for index in dict.fromkeys((mention.index, mention.top)):
        for child in tree.below(index, "acl", "advcl", "relcl", "conj"):
            if tree[child].lemma in MEDIATING:
                for head in verb_slots(tree, child).get("subject", []):
                    yield from cast.at(tree, head)
        for preposition, inner in tree.prepositions(index):
            if preposition == "with" and tree[inner].lemma in MEDIATING:
                for head in verb_slots(tree, inner).get("subject", []):
                    yield from cast.at(tree, head)
            if preposition == "as" and tree[inner].lemma == "mediator":
                yield from (member for head in mention.slots.get("with", []) for member in cast.at(tree, head))
            if preposition in {"under", "through"} and tree[inner].lemma in {
                "mediation",
                "mediator",
                "auspex",
                "auspices",
            }:
                for child in tree.below(inner, "poss", "amod", "compound"):
                    yield from cast.at(tree, child)
