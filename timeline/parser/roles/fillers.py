"""Fillers: who fills a slot: whom the word names, or stands before ('hundreds of'), or belongs to ('their offices')."""

from collections import Counter
from collections.abc import Iterator

from timeline.model.statement import ActorKind
from timeline.model.types import UNGUIDED
from timeline.parser.actors.behind import FOLLOWERS, behind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.counted import counted, mover
from timeline.parser.sentences.acting import RULING
from timeline.parser.sentences.phrases import modifier_country, noun_phrase
from timeline.parser.sentences.standing import SETTLEMENTS
from timeline.parser.sentences.tree import Tree

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
OWNERS = ADDRESSEES | {NameKind.UNKNOWN, NameKind.PRONOUN, NameKind.THING}
BESIDE = frozenset({NameKind.PERSON, NameKind.THING, NameKind.ORGANISATION, NameKind.GROUP, NameKind.STATE})
HARMED_SLOTS = frozenset(
    {"object", "on", "against", "at", "into"}
)  # an attack on a camp for refugees is one on the refugees
JOINT = frozenset({"talk", "negotiation", "relation", "marriage", "partnership"})  # 'talks between A and B broke down'
HELD = frozenset(
    "share stock profit revenue sale earning loss turnover output price bond figure result income stake index average composite "
    "industrial".split()
)
HOLDING = frozenset({"in", "of", "at", "for", "by"})  # 'shares in X', 'sales at X'
EASING = frozenset({"concede", "retreat", "sanction"})
BORDERS = frozenset({"border", "frontier", "boundary", "line"})
TENANTS = frozenset({NameKind.ORGANISATION, NameKind.GROUP})
FIRMS = frozenset({ActorKind.ORGANISATION, ActorKind.UNKNOWN})
CREWS = frozenset(
    {NameKind.DESCRIPTION, NameKind.STATE, NameKind.CAPITAL, NameKind.PRONOUN, NameKind.ORGANISATION, NameKind.GROUP}
)
VEHICLES = word_list("vehicle")
CRAFT = word_list("manned")
MANNED = frozenset({"aid", "assault", "mobilize"})  # what a crew does
RECEIPTS = word_list("receipt")
HONOURING = word_list("honouring")
UNTOUCHED = frozenset({"other", "accident", "disaster", "science"})
ACTING = frozenset({"subject", "by", "possessor", "modifier", "of", "indirect"})
JUDGING = frozenset({"support", "accuse", "reject", "concede", "agree"})
UNPOLITICAL = frozenset({"other", "accident", "disaster", "sport", "business", "science"})
WRONGED = frozenset(
    {"assault", "coerce", "crime", "accuse", "reject", "support", "protest", "sanction"}
)  # through what is theirs
JUDGED = ({"object"}, {"object", "into", "over", "for", "about", "of"})
MAKING = frozenset({"by", "from"})  # 'condemned the raid by X', 'turned down an offer from X'
VOICES = word_list("voice")  # 'union calls', 'a rebel proposal'
SHELTERS = word_list("shelter")
CARRYING = word_list("carrying")
NEAR = 2  # sentences
SPEAKING = frozenset("office report letter statement study editorial resolution article memo communique".split())
LOOSED = word_list("loosing")
LEADING = frozenset({"head", "leader", "representative"})
AFFECTED = frozenset({"object", "of", "indirect"})
PERSONAL = frozenset({"appointment", "coerce", "legal", "death", "assault", "crime"})


def fillers(mention: Mention, head: int, slot: str, cast: Cast) -> list[int]:
    """The members (by number) that fill a slot of a mention with that word."""
    name = cast.name_at(mention.tree, head)
    is_club = name is not None and name.kind is NameKind.UNKNOWN  # 'City'
    if mention.tree[head].lemma in SETTLEMENTS and mention.row.type in UNPOLITICAL and not is_club:
        return []  # 'left the Bulgarian port of Varna'
    if mention.row.type in UNGUIDED and mention.tree[head].lemma in VEHICLES and mention.tree.below(head, "poss"):
        return []  # 'their plane fell': they did nothing
    if (number := counted(mention, head, slot, cast)) is not None:
        return [number]
    is_leader = mention.tree[head].lemma in LEADING and slot in AFFECTED and mention.row.type in PERSONAL
    if is_leader and (leader := list(cast.at(mention.tree, head))):
        return leader  # 'sacked the head of the police'
    if mention.row.type in JUDGING and (judged := _judged(mention.tree, head, slot, cast)) is not None:
        return judged
    is_wronged = mention.row.type in WRONGED and slot in HARMED_SLOTS
    is_aimed = slot == "at" and mention.row.type in JUDGING  # 'pointed the finger at Minsk'
    found = list(_fillers(mention.tree, head, "against" if is_aimed else slot, cast))
    found = (slot == "subject" and _senders(mention.tree, head, cast)) or found or _makers(mention, head, slot, cast)
    if all(cast.actor(member).kind is ActorKind.STATE for member in found):  # 'the Turkish lira'
        moved = mover(mention, head, slot, cast)
        found = found if moved is None else [moved]
    if not found and mention.row.type in JUDGING and slot not in ACTING:  # 'gave its backing to the king's plan'
        found = list(_holders(mention.tree, head, frozenset(), cast))
    if mention.row.type in UNTOUCHED and slot not in ACTING:  # 'toured America', 'crossed an Estonian variety'
        found = [member for member in found if cast.actor(member).kind is not ActorKind.STATE]
    if not found and is_wronged:
        found = list(_holders(mention.tree, head, frozenset(), cast)) or _tenants(mention.tree, head, cast)
    if not found and mention.row.type in EASING and slot == "object":  # 'lifted its blockade of Nepal'
        found = _inner(mention.tree, head, cast)
    if not found and mention.row.type == "mobilize" and mention.tree[head].lemma in BORDERS:
        beyond = [i for word, i in mention.tree.prepositions(head) if word in {"with", "to"}]
        found = [member for index in beyond for member in cast.at(mention.tree, index)]
    if not found and mention.row.type in MANNED and slot in {"subject", "by"} and mention.tree[head].lemma in CRAFT:
        words = mention.tree.words(noun_phrase(mention.tree, head))
        found = [
            cast.craft(words.lower() if words == mention.tree[0].text and mention.tree[0].pos == "NOUN" else words)
        ]
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


def _tenants(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'the Front headquarters', 'a Civil Guard barracks': those whose they are."""
    named = [
        i for i in tree.below(head, "compound", "nmod") if (name := cast.name_at(tree, i)) and name.kind in TENANTS
    ]
    return [member for index in named for member in cast.at(tree, index)]


def _makers(mention: Mention, head: int, slot: str, cast: Cast) -> list[int]:
    """Whoever is praised, refused or given in to through what they did: 'the mediation by Norway', 'an offer from X'."""
    tree = mention.tree
    if mention.row.type not in JUDGING or slot not in JUDGED[mention.row.type == "accuse"]:
        return []
    done = [child for child in tree.below(head, "acl") if tree[child].tag == "VBN"]  # 'crimes committed by soldiers'
    inside = [inner for top in (head, *done) for word, inner in tree.prepositions(top) if word in MAKING]
    return [member for inner in inside for index in tree.conjuncts(inner) for member in cast.at(tree, index)]


def _fillers(tree: Tree, head: int, slot: str, cast: Cast) -> Iterator[int]:
    """The members that fill a slot: named there, behind a transparent noun, or as the state before a noun."""
    inner = behind(tree, head, cast)
    if inner is not None and (
        slot in ACTING or tree[head].lemma not in FOLLOWERS
    ):  # 'wounded two soldiers of the Front'
        joined = tree.conjuncts(inner) if tree[inner].pos == "PROPN" else (inner,)  # 'envoys of Peru and Chad'
        yield from (member for one in joined for member in _fillers(tree, one, slot, cast))
        return
    name = cast.name_at(tree, head)
    if name is not None and cast.at(tree, head):
        if not _is_only_place(name.kind, slot):
            yield from cast.at(tree, head)
    elif name is not None and name.kind is NameKind.PLACE and slot == "subject" and _rules(tree, head):
        yield cast.area(name.text)
    elif (antecedent := _antecedent(tree, head)) is not None:
        yield from _fillers(tree, antecedent, slot, cast)
    elif name is None and (beside := _named_beside(tree, head, cast)):
        yield from beside
    elif name is None:
        yield from _owners(tree, head, slot, cast)


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


def _owners(tree: Tree, head: int, slot: str, cast: Cast) -> Iterator[int]:
    """Whose the thing in a slot is: the state before it, for shares who issued them, for what is harmed who has it."""
    if tree[head].lemma in VEHICLES and slot in {"subject", "by"} and (crew := _crew(tree, head, cast)):
        yield from crew
        return
    if tree[head].lemma in RECEIPTS and slot == "subject" and not list(_holders(tree, head, HOLDING, cast)):
        yield from _earner(tree, head, cast)
        return
    if tree[head].lemma in HELD and slot not in {"modifier", "in"}:
        own = list(_holders(tree, head, HOLDING, cast))
        is_share = slot == "subject" and tree[head].lemma == "share"
        is_bare = is_share and not tree.below(head, "prep", "compound", "nmod", "amod", "poss")
        yield from own or (_earner(tree, head, cast) if is_bare else [])  # 'The shares fell'
        return
    if tree[head].lemma in SPEAKING and slot in {
        "subject",
        "by",
    }:  # "the minister's office said", 'a report by Acme blamed'
        yield from _holders(tree, head, MAKING, cast)
        return
    if tree[head].lemma in JOINT and slot == "subject":
        sides = [inner for preposition, inner in tree.prepositions(head) if preposition in {"between", "with", "among"}]
        yield from (member for side in sides for index in tree.conjuncts(side) for member in cast.at(tree, index))
        return
    if slot in HARMED_SLOTS and (inner := _inner(tree, head, cast)):
        yield from inner
    elif slot not in {"modifier", "in"} and (code := modifier_country(tree, head)):
        yield cast.state(code)


def _crew(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'a navy boat': the navy; 'its drones': whose they are."""
    named = [i for i in tree.below(head, "compound", "poss") if (name := cast.name_at(tree, i)) and name.kind in CREWS]
    return [member for index in named for member in cast.at(tree, index)]


def _earner(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'Sales fell by 4 per cent': those of the firm that did something last, else of the one that the text has told of."""
    before = [one for one in cast.memory.before(tree.sentence.index, head) if one.member >= 0 and one.is_main]
    near = [one for one in before if one.is_top and one.sentence >= tree.sentence.index - NEAR]
    is_bare = not tree.below(head, "prep")  # and not 'sales of the Zephyr'
    if near and is_bare and cast.actor(near[-1].member).kind is ActorKind.COMPANY:
        return [near[-1].member]
    seen = Counter(one.member for one in before)
    firms = [member for member in seen if cast.actor(member).kind is ActorKind.COMPANY]
    firms = firms or [m for m in seen if cast.actor(m).kind in FIRMS and cast.actor(m).name[:1].isupper()]
    ranked = sorted(firms, key=lambda member: -seen[member])
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and seen[ranked[0]] > seen[ranked[1]])
    return ranked[:1] if is_clear else []


def _inner(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'a convoy of the army', 'a camp for refugees'; 'the port of Varna' is nobody's."""
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition in {"of", "for"}]
    if tree[head].lemma in VEHICLES | SHELTERS:  # 'a bus carrying cricketers', 'a camp housing exiles'
        loaded = [child for child in tree.below(head, "acl") if tree[child].lemma in CARRYING]
        inside += [i for child in loaded for i in tree.below(child, "dobj")]
        inside += [i for word, i in tree.prepositions(head) if word == "with"]
    named = [i for i in inside if (name := cast.name_at(tree, i)) and name.kind in ADDRESSEES]
    own = {i for i in named for owner in tree.below(i, "poss") if tree[owner].tag == "PRP$"}  # 'the rest of its troops'
    return [member for index in named if index not in own for member in cast.at(tree, index)]


def _holders(tree: Tree, head: int, prepositions: frozenset[str], cast: Cast) -> Iterator[int]:
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition in prepositions]
    inside = [joined for inner in inside for joined in tree.conjuncts(inner)]  # 'shares of Acme and Corvane'
    bodies = [
        i for i in inside if (name := cast.name_at(tree, i)) and name.kind not in {NameKind.STATE, NameKind.CAPITAL}
    ]
    brands = tree.below(head, "compound", "nmod", "amod") if tree[head].lemma in HELD else []  # 'Corvane shares'
    brands = [i for i in brands if (name := cast.name_at(tree, i)) and name.kind in OWNERS and _may_issue(name)]
    for index in tree.below(head, "poss"):
        if tree[index].tag == "WP$" and tree[tree.clause(index)].relation == "relcl":  # 'Acme, whose shares fell'
            yield from cast.at(tree, tree[tree.clause(index)].head)
    for index in [*(brands or tree.below(head, "poss")), *bodies]:
        if (name := cast.name_at(tree, index)) and name.kind in OWNERS:
            yield from cast.at(tree, index)


def _may_issue(name: Name) -> bool:
    """'Bank of Chad shares', and not 'Chadian shares'."""
    return name.country is None or name.kind is NameKind.ORGANISATION


def _rules(tree: Tree, head: int) -> bool:
    """'Lyon banned diesel cars', 'Brno made her an honorary citizen': those who run the town."""
    return tree[head].relation == "nsubj" and tree[tree[head].head].lemma in RULING | HONOURING


def _is_only_place(kind: NameKind, slot: str) -> bool:
    """A city is no actor; a capital is none where the words say where."""
    if kind is NameKind.PLACE:
        return True
    return kind is NameKind.CAPITAL and slot in {"in", "at", "near", "into", "modifier"}
