"""Aims: whom a happening is done to where no argument of its frame says so.

That is who stands inside its object ('lifted its ban on the party') or behind its purpose ('a strike to make the state pay'),
or who lives where it is done ('a curfew in Lima').
"""

from collections.abc import Iterator

from timeline.model.statement import Actor, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known import places
from timeline.parser.locations.locations import grounds_of
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.circumstances import is_called_off
from timeline.parser.roles.fillers import BORDERS
from timeline.parser.roles.holders import ADDRESSEES, is_blow
from timeline.parser.roles.parties import MUTUAL
from timeline.parser.sentences.phrases import modifier_country
from timeline.parser.sentences.slots import late_makers
from timeline.parser.sentences.tree import Tree

AIMED = frozenset(
    "assault coerce sanction concede retreat aid accuse cooperate protest mobilize reject consult".split()
)
INSIDE = frozenset({"on", "of", "against", "from", "by", "with", "to", "between", "at", "for"})
FACING = frozenset(
    {"against", "along", "with", "opposite", "facing", "on", "ahead", "for", "toward", "towards", "to", "of", "near"}
)
PRESSING = frozenset(
    "force make press pressure get compel persuade push stop prevent protest demand urge oblige bring repel".split()
)
HELPING = frozenset({"help", "assist"})
MARKS = frozenset("embassy consulate flag effigy ambassador consul mission".split())
ASIDE = frozenset({"after", "since", "before", "from", "during", "with"})
LANDED = frozenset({NameKind.STATE, NameKind.DEMONYM, NameKind.PLACE, NameKind.GROUP})
TRIES = frozenset({"bid", "effort", "attempt", "drive", "campaign", "move"})
LANDS = frozenset({"coerce", "concede", "aid", "assault"})
GROUNDS = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.STATE})
ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE, ActorKind.GOVERNMENT})
GENERAL = frozenset("law emergency curfew censorship siege rule constitution freedom right ban restriction".split())
MODES = frozenset({"martial-law"})
REGIONS = frozenset("province district region town city capital village island valley county state".split())
JUDGING = frozenset({"accuse", "protest", "reject"})
BLAMES = frozenset({"blame", "responsibility", "guilt", "fault"})
CALLING = frozenset({"call", "describe", "term", "see", "denounce", "consider"})
PASSAGES = frozenset({"crossing", "checkpoint"})


def aims(mention: Mention, cast: Cast, known: frozenset[int]) -> list[int]:
    """The members (by number) that it is done to; [] when nothing tells."""
    if mention.row.type not in AIMED or mention.row.frame in MUTUAL or is_called_off(mention):
        return []
    given = (_met, _blamed, _inside, _pressed, _employer, _faced, _opposite, _locals)
    searches = (_besieged(mention, cast), *(search(mention, cast, known) for search in given))
    return next((found for members in searches if (found := list(members))), [])


def _inside(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'rescinded a ban on the party', 'froze accounts held by relatives of the king'."""
    if mention.row.type == "mobilize":
        return
    tree = mention.tree
    clauses = [clause for clause in tree.below(mention.index, "ccomp") if tree[clause].lemma in CALLING]
    called = [head for clause in clauses for head in tree.below(clause, "oprd", "dobj") if tree[head].tag != "WP"]
    heads = mention.slots.get("object", []) if mention.is_verb else [mention.index, *mention.slots.get("of", [])]
    heads = [*heads, *called]  # 'deplored what it called a raid by Peru'
    if mention.row.type == "reject" and mention.is_verb:
        heads = [*heads, *mention.slots.get("from", [])]  # 'walked away from talks with Peru'
    for head in heads:
        harmed = _harmed(tree, head) if mention.row.type in JUDGING else frozenset()
        for index in (i for i in (*_below(tree, head), *late_makers(tree, head)) if i not in harmed):
            joined = tree.conjuncts(index) if index != head else ()
            if members := [member for one in joined for member in _named(tree, one, cast, known)]:
                yield from members
                return


def _harmed(tree: Tree, blow: int) -> frozenset[int]:
    """The monks of 'condemned the killing of monks by the army', who are not condemned."""
    if not is_blow(tree, blow):
        return frozenset()
    return frozenset(i for word, inner in tree.prepositions(blow) if word == "of" for i in tree.subtree(inner))


def _blamed(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'laid the blame for a raid near the port on Peru', wherever the tree hangs Peru."""
    tree = mention.tree
    blames = [head for head in mention.slots.get("object", []) if tree[head].lemma in BLAMES]
    for head in blames if mention.row.type == "accuse" else []:
        for index in tree.subtree(mention.index):
            is_laid = index > head and tree[index].relation == "pobj" and _on_whom(tree, index)
            if is_laid and (members := _named(tree, index, cast, known)):
                yield from members
                return


def _on_whom(tree: Tree, index: int) -> bool:
    """'on the army', 'at the door of the army', 'with the army'."""
    above = tree[index].head
    holder = tree[tree[above].head]
    return tree[above].text.lower() in {"on", "at", "upon", "with"} or holder.lemma in {"door", "doorstep", "shoulder"}


def _met(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'arrived for talks with the king', 'flew in to brief the king': whom a journey is made to see."""
    if mention.row.type != "consult" or not mention.is_verb:
        return
    tree = mention.tree
    heads = [
        i
        for word, inner in tree.prepositions(mention.index)
        if word in {"for", "on"}
        for with_, i in tree.prepositions(inner)
        if with_ in {"with", "to"}
    ]
    heads += [head for act in _purposes(mention) for head in tree.below(act, "dobj")]
    yield from (member for head in heads for member in _named(tree, head, cast, known))


def _purposes(mention: Mention) -> list[int]:
    clauses = mention.tree.below(mention.index, "advcl") if mention.is_verb else []
    return [clause for clause in clauses if mention.tree[clause].tag == "VB"]


def _besieged(mention: Mention, cast: Cast) -> Iterator[int]:
    """'rallied in front of the Danish embassy', 'burned a Danish flag': the state whose they are."""
    tree = mention.tree
    if mention.row.type != "protest":
        return
    joined = {i for verb in tree.below(mention.top, "conj") if verb != mention.index for i in tree.subtree(verb)}
    marks = [i for i in tree.subtree(mention.top) if tree[i].lemma in MARKS and i not in joined]
    codes = [code for index in marks if (code := modifier_country(tree, index))]
    yield from (cast.state(code) for code in codes[:1])


def _opposite(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'moved guns up to its border with Peru', 'held drills off the Danish coast': the other land that a show of force names."""
    tree = mention.tree
    countries = {cast.actor(member).country for member in known} - {None}
    if mention.row.type != "mobilize" or not countries:
        return
    near: list[str] = []
    far: list[str] = []
    for index in tree.subtree(mention.top):
        name = cast.name_at(tree, index)
        code = name.country if name is not None and name.head == index and name.kind in LANDED else None
        if code is None or code in countries:
            continue
        is_before = any(_is_behind(tree, above) for above in tree.above(index))
        is_inside = tree.clause(index) in {mention.top, mention.index, *_purposes(mention)}
        (far if is_before or not is_inside else near).append(code)
    for code in [*near, *far][:1]:
        yield cast.state(code)


def _is_behind(tree: Tree, preposition: int) -> bool:
    """'after a raid from Peru'; the other side of 'its frontier with Peru' is no aside."""
    return tree[preposition].text.lower() in ASIDE and tree[tree[preposition].head].lemma not in BORDERS


def _below(tree: Tree, head: int) -> Iterator[int]:
    """Words inside a phrase, in text order, without its relative clauses; only by prepositions that bring in whom it is about."""
    for child in tree.below(head, "prep", "acl", "agent", "pobj", "pcomp", "dobj", "conj", "compound", "nmod", "poss"):
        token = tree[child]
        if token.relation == "prep" and token.text.lower() not in INSIDE:
            continue
        if token.relation == "poss" and tree[head].relation != "pobj":
            continue
        yield child
        yield from _below(tree, child)


def _named(tree: Tree, index: int, cast: Cast, known: frozenset[int]) -> list[int]:
    """Whom a word names, when it is one that may be addressed and no place."""
    name = cast.name_at(tree, index)
    if name is None or name.head != index or name.kind not in ADDRESSEES:
        return []
    is_where = name.kind is NameKind.CAPITAL and tree[index].relation == "pobj"
    if is_where or (name.kind is NameKind.DEMONYM and tree[index].relation in {"amod", "compound"}):
        return []
    countries = {cast.actor(member).country for member in known} - {None}
    members = [member for member in cast.at(tree, index) if member not in known]
    return [
        member
        for member in members
        if cast.actor(member).kind is not ActorKind.STATE or cast.actor(member).country not in countries
    ]


def _pressed(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'stopped work to make the state pay'."""
    tree = mention.tree
    tops = dict.fromkeys((mention.top, mention.index, tree.clause(mention.index)))
    # 'in a bid to'
    tries = [inner for top in tops for _, inner in tree.prepositions(top) if tree[inner].lemma in TRIES]
    clauses = [clause for top in (*tops, *tries) for clause in tree.below(top, "advcl", "acl", "xcomp", "relcl")]
    clauses += [inner for clause in clauses for inner in tree.below(clause, "ccomp", "xcomp")]
    for clause in clauses:
        words = PRESSING | HELPING if mention.row.type == "aid" else PRESSING  # 'sent firemen to help Peru'
        if words.isdisjoint({tree[clause].lemma, tree[tree[clause].head].lemma}):
            continue
        heads = tree.below(clause, "dobj", "nsubj")
        heads += [inner for word, inner in tree.prepositions(clause) if word in {"against", "on", "over"}]
        for head in heads:
            if (code := modifier_country(tree, head)) and cast.name_at(tree, head) is None:  # 'against Russian support'
                yield cast.state(code)
                return
            for index in (head, *_below(tree, head)):
                if members := _named(tree, index, cast, known):
                    yield from members
                    return


def _employer(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'Cleaners at Acme walked out', 'crews of the ferry line Navis struck after it cut pay': the firm they work for."""
    if mention.row.mode != "strike":
        return
    tree = mention.tree
    clauses = [clause for clause in tree.below(mention.top, "advcl") if tree.below(clause, "nsubj")]
    inside = [index for head in mention.slots.get("subject", []) for index in tree.subtree(head) if index > head]
    for index in (*inside, *(subject for clause in clauses for subject in tree.below(clause, "nsubj"))):
        firms = [member for member in cast.at(tree, index) if member not in known and _is_firm(cast.actor(member))]
        if firms:
            yield from firms
            return


def _is_firm(actor: Actor) -> bool:
    return actor.kind is ActorKind.COMPANY and not actor.name.islower()


def _faced(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'massed men along its frontier with Peru', 'called up police ahead of a march by students'."""
    tree = mention.tree
    if mention.row.type not in {"mobilize", "protest"}:
        return
    words = FACING if mention.row.type == "mobilize" else frozenset({"against", "over", "at"})
    tops = dict.fromkeys((mention.top, mention.index, *mention.slots.get("object", []), *mention.slots.get("by", [])))
    for top in tops:
        for child in tree.below(top, "prep", "advmod", "advcl", "acl"):
            if tree[child].relation == "prep" and tree[child].text.lower() not in words:
                continue
            is_when = bool(tree.below(child, "mark"))  # 'after Turkish commandos landed'
            harmed = frozenset(i for blow in tree.below(child, "pobj") for i in _harmed(tree, blow))
            for index in (i for i in tree.subtree(child) if i not in harmed and not _is_aside(mention, i)):
                is_origin = tree[child].relation == "advcl" and tree[tree[index].head].text.lower() == "from"
                members = [] if is_origin else _named(tree, index, cast, known)
                if members and not (is_when and all(cast.actor(member).country is None for member in members)):
                    yield from members
                    return


def _is_aside(mention: Mention, index: int) -> bool:
    """Within a clause that only says of what something is: 'to mark the fall of a roof that killed nine people'."""
    clause = mention.tree.clause(index)
    return mention.tree[clause].relation == "relcl" and clause != mention.tree.clause(mention.index)


def _locals(mention: Mention, cast: Cast, known: frozenset[int]) -> Iterator[int]:
    """'a curfew on Lima': the people there; under martial law those of the state that declares it."""
    objects = mention.slots.get("object", []) if mention.row.type == "coerce" and mention.is_verb else []
    names = [cast.name_at(mention.tree, head) for head in objects]
    is_moved = mention.row.is_deed and mention.row.type != "assault"  # 'towed the ship into Lima'
    if (
        mention.row.type not in LANDS
        or is_moved
        or any(name is not None and name.kind not in GROUNDS for name in names)
    ):
        return  # 'arrested a man on the bridge' is done to him
    if any(mention.tree[head].lemma in PASSAGES for head in objects):
        return  # a crossing is closed to who would cross, be the town beside it known or not
    if None in names and not any(cast.actor(member).kind in ARMED or cast.actor(member).acts_for for member in known):
        return  # 'sealed off the town': soldiers to those who live there
    grounds = [place for place in grounds_of(mention, cast) if place.country]
    if not grounds and _is_at_home(mention):
        codes = [country for member in known if (country := cast.actor(member).country)]
        yield from (_people(cast, places.state_name(code), code) for code in codes[:1])
    elif grounds:
        yield _people(cast, grounds[0].name, str(grounds[0].country))
    elif mention.row.mode in MODES or (mention.row.type == "concede" and _is_of_all(mention)):
        codes = [country for member in known if (country := cast.actor(member).country)]
        yield from (_people(cast, places.state_name(code), code) for code in codes[:1])


def _is_at_home(mention: Mention) -> bool:
    """'clamped a curfew on three provinces': one's own."""
    tree = mention.tree
    heads = [head for slot in ("on", "in", "over") for head in mention.slots.get(slot, [])]
    return mention.row.type == "coerce" and any(tree[head].lemma in REGIONS for head in heads)


def _is_of_all(mention: Mention) -> bool:
    """'lifted martial law', 'ended the curfew': what everybody in the land was under."""
    return any(mention.tree[head].lemma in GENERAL for head in mention.slots.get("object", []))


def _people(cast: Cast, place: str, code: str) -> int:
    """The member that is the people of a place, for what is done to all who live there."""
    return cast.memory.enter(f"locals {place} {code}", f"people of {place}", ActorKind.PEOPLE, code)
