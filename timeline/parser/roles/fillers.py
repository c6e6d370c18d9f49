"""Fillers: who fills a slot: whom the word names, or stands before ('hundreds of'), or belongs to ('their offices')."""

from collections.abc import Iterator

from timeline.model.statement import ActorKind
from timeline.model.types import UNGUIDED
from timeline.parser.actors.behind import FOLLOWERS, behind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.counted import counted, mover
from timeline.parser.roles.holders import (
    ADDRESSEES,
    HARMED_SLOTS,
    MAKING,
    VEHICLES,
    holders,
    is_blow,
    of_whom,
    strikers,
    tenants,
    whose,
)
from timeline.parser.sentences.acting import RULING
from timeline.parser.sentences.phrases import PLURAL, modifier_country, noun_phrase
from timeline.parser.sentences.slots import late_makers
from timeline.parser.sentences.standing import SETTLEMENTS
from timeline.parser.sentences.tree import Tree

COUNTED = PLURAL | {"CD"}
SAYING_WHICH = ("det", "amod", "compound", "poss", "prep", "nummod")
BESIDE = frozenset({NameKind.PERSON, NameKind.THING, NameKind.ORGANISATION, NameKind.GROUP, NameKind.STATE})
EASING = frozenset({"concede", "retreat", "sanction"})
BORDERS = frozenset({"border", "frontier", "boundary", "line"})
CRAFT = word_list("manned")
MANNED = frozenset({"aid", "assault", "mobilize"})  # what a crew does
HONOURING = word_list("honouring")
CHOSEN = RULING | HONOURING
UNTOUCHED = frozenset({"other", "accident", "disaster", "science"})
STEERED = (CRAFT | VEHICLES | word_list("craft of other kinds")) - {"missile"}
# Done to, or through what is of, a land; anything else is done to the thing: 'bought the Danish brewery', 'filmed in a Greek port'.
POLITICAL = frozenset(
    {
        "reject",
        "support",
        "sanction",
        "protest",
        "accuse",
        "agree",
        "threaten",
        "request",
        "mobilize",
        "concede",
        "cooperate",
    }
)
FEW = 2  # sentences
GOING = frozenset({"visit", "leave"})  # frames
ACTING = frozenset({"subject", "by", "possessor", "modifier", "of", "indirect"})
JUDGING = frozenset({"support", "accuse", "reject", "concede", "agree"})
BLAMING = frozenset({"accuse", "reject", "protest", "sanction"})
UNPOLITICAL = frozenset({"other", "accident", "disaster", "sport", "business", "science"})
# Through what is theirs.
WRECKING = frozenset({"accident", "disaster"})
PLEAS = word_list("plea to a court")
WRONGED = frozenset({"assault", "coerce", "crime", "accuse", "reject", "support", "protest", "sanction"})
JUDGED = ({"object"}, {"object", "into", "over", "for", "about", "of"})
AIMED_BY = frozenset({"assault", "crime", "accuse"})
SITES = word_list("site") | {"airport"}
VOICES = word_list("voice")  # 'union calls', 'a rebel proposal'
LOOSED = word_list("loosing")
LEADING = frozenset({"head", "leader", "representative"})
WHERE = frozenset({"in", "at", "near", "into", "modifier"})
AFFECTED = frozenset({"object", "of", "indirect"})
PERSONAL = frozenset({"appointment", "coerce", "legal", "death", "assault", "crime"})


def fillers(mention: Mention, head: int, slot: str, cast: Cast) -> list[int]:
    """The members (by number) that fill a slot of a mention with that word."""
    tree, kind = mention.tree, mention.row.type
    if _does_nothing(mention, head, cast):
        return []
    if (number := counted(mention, head, slot, cast)) is not None:
        return [number]
    is_leader = tree[head].lemma in LEADING and slot in AFFECTED and kind in PERSONAL
    if is_leader and (leader := list(cast.at(tree, head))):
        return leader  # 'sacked the head of the police'
    if kind in JUDGING and (judged := _judged(tree, head, slot, cast)) is not None:
        return judged
    if kind in BLAMING and slot not in ACTING and is_blow(tree, head):
        return strikers(tree, head, cast)
    is_aimed = slot == "at" and kind in JUDGING  # 'pointed the finger at Minsk'
    if kind == "coerce" and slot == "object" and _is_in_capital(tree, head, cast):
        return []  # 'closed Copenhagen airport'
    if mention.row.frame in GOING and _is_capital(tree, head, cast):
        return []  # 'flew to Lima', 'left Lima': where to, and whence; a record of a sentence tells whose guest one is
    found = list(_fillers(tree, head, "against" if is_aimed else slot, cast))
    if slot in AFFECTED:
        found += [member for member in _included(tree, head, cast) if member not in found]
    found = (slot == "subject" and _senders(tree, head, cast)) or found or _makers(mention, head, slot, cast)
    if all(cast.actor(member).kind is ActorKind.STATE for member in found):  # 'the Turkish lira'
        moved = _wrecked(mention, head, cast) if found else None
        moved = mover(mention, head, slot, cast) if moved is None else moved
        found = found if moved is None else [moved]
    if not found and kind in JUDGING and slot not in ACTING:  # 'gave its backing to the king's plan'
        found = list(holders(tree, head, frozenset(), cast))
    if _is_only_from_there(mention, head, slot, cast):
        found = [member for member in found if cast.actor(member).kind is not ActorKind.STATE]
    if kind in UNTOUCHED and slot not in ACTING:  # 'toured America', 'crossed an Estonian variety'
        found = [member for member in found if cast.actor(member).kind is not ActorKind.STATE]
    return found or _behind_thing(mention, head, slot, cast) or _whose(mention, head, slot, cast)


def _is_capital(tree: Tree, head: int, cast: Cast) -> bool:
    """A town that stands for its state elsewhere ('Lima protested')."""
    name = cast.name_at(tree, head)
    is_town = name is not None and name.kind is NameKind.CAPITAL and tree[head].relation != "nsubj"
    return is_town and len(cast.names) > FEW


def _is_in_capital(tree: Tree, head: int, cast: Cast) -> bool:
    """What stands in a capital is not its state's."""
    names = [cast.name_at(tree, i) for i in tree.below(head, "compound")] if tree[head].lemma in SITES else []
    return any(name is not None and name.kind is NameKind.CAPITAL for name in names)


def _wrecked(mention: Mention, head: int, cast: Cast) -> int | None:
    """The freighter of 'A Greek freighter ran aground', 'a Greek cutter fired', under its own words; None for anything else."""
    tree = mention.tree
    is_craft = tree[head].pos == "NOUN" and tree[head].lemma in STEERED and cast.name_at(tree, head) is None
    is_done = mention.row.type in WRECKING or len(cast.names) > FEW
    if not is_done or not is_craft or modifier_country(tree, head) is None:
        return None
    return cast.craft(tree.words(noun_phrase(tree, head)))


def _included(tree: Tree, head: int, cast: Cast) -> Iterator[int]:
    """'sacked nine ministers, including X', 'killed the four, including the mayor, X': X, who has a name."""
    for word, inner in tree.prepositions(head) if tree[head].tag in COUNTED else ():
        for index in tree.conjuncts(inner) if word == "including" else ():
            known = [cast.actor(member) for member in cast.at(tree, index)]
            if all(actor.kind is ActorKind.PERSON and actor.name[:1].isupper() for actor in known):
                yield from cast.at(tree, index)


def _is_only_from_there(mention: Mention, head: int, slot: str, cast: Cast) -> bool:
    """'bought the Danish brewery', 'a Finnish comedy won': a thing of a land, by which the land does and suffers nothing;
    a record of a sentence tells whose it is.
    """
    is_done_by_it = mention.row.type == "assault" and slot in {"subject", "by"}  # 'a Russian bomb hit a school'
    if mention.row.type in POLITICAL or is_done_by_it or len(cast.names) <= FEW:
        return False
    tree = mention.tree
    return cast.name_at(tree, head) is None and modifier_country(tree, head) is not None


def _does_nothing(mention: Mention, head: int, cast: Cast) -> bool:
    """'left the Bulgarian port of Varna', 'their plane fell': neither the port nor who flew did anything."""
    is_by = mention.tree.lower[mention.tree[head].head] == "by"
    is_bare = is_by and mention.tree[head].tag == "NN" and not mention.tree.below(head, *SAYING_WHICH)
    if is_bare and mention.tree[head].lemma in STEERED:
        return True  # 'was flown to Bern by helicopter'
    name = cast.name_at(mention.tree, head)
    # 'City'; 'the province bought a ferry': those who run it
    is_club = name is not None and (name.kind is NameKind.UNKNOWN or _runs(mention.tree, head, name.kind))
    if mention.tree[head].lemma in SETTLEMENTS and mention.row.type in UNPOLITICAL and not is_club:
        return True
    is_vehicle = mention.row.type in UNGUIDED and mention.tree[head].lemma in VEHICLES
    return is_vehicle and bool(mention.tree.below(head, "poss"))


def _runs(tree: Tree, head: int, kind: NameKind) -> bool:
    return kind in {NameKind.DESCRIPTION, NameKind.STATE} and tree[head].relation == "nsubj"


def _whose(mention: Mention, head: int, slot: str, cast: Cast) -> list[int]:
    """The fishermen of 'fishermen whose boats sank', 'pensioners whose rent he raised': whose the thing is."""
    tree, clause = mention.tree, mention.tree.clause(head)
    is_bare = slot in {"subject", "object"} and cast.name_at(tree, head) is None
    if not is_bare or tree[clause].relation != "relcl" or mention.row.type in AIMED_BY:
        return []
    is_whose = any(tree[i].tag == "WP$" for i in tree.below(head, "poss"))
    if slot == "subject" and "object" in mention.slots:
        return []  # 'whose dog bit a nurse', 'whose film won a prize'
    return list(cast.at(tree, tree[clause].head)) if is_whose else []


def _behind_thing(mention: Mention, head: int, slot: str, cast: Cast) -> list[int]:
    """Who has, holds or mans a thing, where nobody is named: those harmed in it, besieged, across the border, or its crew."""
    tree, kind = mention.tree, mention.row.type
    found: list[int] = []
    if kind in WRONGED and slot in HARMED_SLOTS:
        found = list(holders(tree, head, frozenset(), cast)) or tenants(tree, head, cast)
    if not found and kind in EASING and slot == "object":  # 'lifted its blockade of Nepal'
        found = of_whom(tree, head, cast)
    if not found and kind == "mobilize" and tree[head].lemma in BORDERS:
        beyond = [i for word, i in tree.prepositions(head) if word in {"with", "to"}]
        found = [member for index in beyond for member in cast.at(tree, index)]
    if not found and kind in MANNED and slot in {"subject", "by"} and tree[head].lemma in CRAFT:
        words = tree.words(noun_phrase(tree, head))
        is_opening = words == tree[0].text and tree[0].pos == "NOUN"
        found = [cast.craft(words.lower() if is_opening else words)]
    return found


def _judged(tree: Tree, head: int, slot: str, cast: Cast) -> list[int] | None:
    """Whose deed or words are judged; None where the word does not tell."""
    if slot == "object" and (doers := _doers(tree, head, cast)):
        return doers
    if slot == "to" and _is_what_about(tree, head):
        return []  # 'rejected Thai objections to a Lao dam'
    return (_voices(tree, head, cast) or None) if slot not in ACTING else None


def _doers(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'deplored China's treatment of monks': China's, not the monks'; 'rejected Thai and Lao objections to a dam': theirs."""
    is_done_to = any(preposition in {"of", "for"} for preposition, _ in tree.prepositions(head))
    if not (is_done_to or tree[head].lemma in VOICES) or cast.name_at(tree, head) is not None:
        return []
    owners = [i for child in tree.below(head, "poss", "amod", "nmod") for i in tree.conjuncts(child)]
    named = [i for i in owners if (name := cast.name_at(tree, i)) and name.kind in ADDRESSEES]
    return [member for index in named for member in cast.at(tree, index)]


def _is_what_about(tree: Tree, head: int) -> bool:
    """Behind a word for what somebody says, which has an owner."""
    voice = tree[tree[head].head].head
    return tree[voice].lemma in VOICES and bool(tree.below(voice, "poss", "amod", "nmod", "compound"))


def _voices(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'gave in to union calls', 'rejected a rebel proposal': whose they are."""
    if tree[head].lemma not in VOICES:
        return []
    named = [i for i in tree.below(head, "compound") if (name := cast.name_at(tree, i)) and name.kind in ADDRESSEES]
    return [member for index in named[-1:] for member in cast.at(tree, index)]


def _senders(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'A missile fired by X', 'leaflets signed by X': X."""
    loosed = [child for child in tree.below(head, "acl") if tree[child].tag == "VBN" and tree[child].lemma in LOOSED]
    inside = [inner for child in loosed for word, inner in tree.prepositions(child) if word == "by"]
    return [
        member for inner in inside for index in tree.conjuncts(inner) for member in _fillers(tree, index, "by", cast)
    ]


def _makers(mention: Mention, head: int, slot: str, cast: Cast) -> list[int]:
    """Whoever is praised, refused or given in to through what they did: 'the mediation by Norway', 'an offer from X'."""
    tree = mention.tree
    if mention.row.type == "legal" and slot == "object" and tree[head].lemma in PLEAS:  # 'threw out an appeal by X'
        return list(holders(tree, head, MAKING, cast))
    if mention.row.type not in JUDGING or slot not in JUDGED[mention.row.type == "accuse"]:
        return []
    done = [child for child in tree.below(head, "acl") if tree[child].tag == "VBN"]  # 'crimes committed by soldiers'
    inside = [inner for top in (head, *done) for word, inner in tree.prepositions(top) if word in MAKING]
    inside += late_makers(tree, head)
    return [member for inner in inside for index in tree.conjuncts(inner) for member in cast.at(tree, index)]


def _fillers(tree: Tree, head: int, slot: str, cast: Cast) -> Iterator[int]:
    """The members that fill a slot: named there, behind a transparent noun, or as the state before a noun."""
    inner = behind(tree, head, cast)
    # 'wounded two soldiers of the Front'
    if inner is not None and (slot in ACTING or tree[head].lemma not in FOLLOWERS):
        joined = tree.conjuncts(inner) if tree[inner].pos == "PROPN" else (inner,)  # 'envoys of Peru and Chad'
        yield from (member for one in joined for member in _fillers(tree, one, slot, cast))
        return
    name = cast.name_at(tree, head)
    if name is not None and cast.at(tree, head):
        if not (name.kind is NameKind.CAPITAL and slot in WHERE):  # a capital is no actor where the words say where
            yield from cast.at(tree, head)
    elif name is not None and name.kind is NameKind.PLACE and slot == "subject" and _rules(tree, head):
        yield cast.area(name.text)
    elif (antecedent := _antecedent(tree, head)) is not None:
        yield from _fillers(tree, antecedent, slot, cast)
    elif name is None and (beside := _named_beside(tree, head, cast)):
        yield from beside
    elif name is None:
        yield from whose(tree, head, slot, cast)


def _named_beside(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'an amateur, X', 'the drug X': X, whatever the word before."""
    beside = [i for top in tree.below(head, "appos") for i in tree.conjuncts(top)]
    named = [i for i in beside if (name := cast.name_at(tree, i)) and name.kind in BESIDE]
    return [member for index in named for member in cast.at(tree, index)]


def _antecedent(tree: Tree, head: int) -> int | None:
    """'Its shares, which fell': the shares."""
    clause = tree.clause(head)
    is_relative = tree[head].tag in {"WDT", "WP"} and tree[clause].relation == "relcl"
    return tree[clause].head if is_relative and tree[clause].head < head else None


def _rules(tree: Tree, head: int) -> bool:
    """'Lyon banned diesel cars', 'Brno made her an honorary citizen': those who run the town."""
    return tree[head].relation == "nsubj" and tree[tree[head].head].lemma in CHOSEN
