"""Holders: whose a thing is: whoever issued shares, mans a boat, lives in a camp or runs an office."""

from collections import Counter
from collections.abc import Iterator

from timeline.model.statement import ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known.triggers import lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phrases import country_below, modifier_country
from timeline.parser.sentences.slots import late_makers
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
JOINT = frozenset({"talk", "negotiation", "relation", "marriage", "partnership"})  # 'talks between A and B broke down'
HELD = frozenset(
    "share stock profit revenue sale earning loss turnover output price bond figure result income stake index average composite "
    "industrial".split()
)
HARMFUL = frozenset({"assault", "coerce", "crime", "death"})
HOLDING = frozenset({"in", "of", "at", "for", "by"})  # 'shares in X', 'sales at X'
BRANDS = frozenset({"brand", "marque", "label", "nameplate"})
TENANTS = frozenset({NameKind.ORGANISATION, NameKind.GROUP})
FIRMS = frozenset({ActorKind.ORGANISATION, ActorKind.UNKNOWN})
CREWS = frozenset(
    {NameKind.DESCRIPTION, NameKind.STATE, NameKind.CAPITAL, NameKind.PRONOUN, NameKind.ORGANISATION, NameKind.GROUP}
)
MANNING = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})
# An attack on a camp for refugees is one on the refugees.
HARMED_SLOTS = frozenset({"object", "on", "against", "at", "into"})
MAKING = frozenset({"by", "from"})  # 'condemned the raid by X', 'turned down an offer from X'
BETWEEN = frozenset({"between", "with", "among"})
VEHICLES = word_list("vehicle")
RECEIPTS = word_list("receipt")
SHELTERS = word_list("shelter")
CARRYING = word_list("carrying")
NEAR = 2  # sentences
SPEAKING = frozenset("office report letter statement study editorial resolution article memo communique".split())


def whose(tree: Tree, head: int, slot: str, cast: Cast) -> list[int]:
    """Whose the thing in a slot is: the state before it, for shares who issued them, for what is harmed who has it."""
    lemma = tree[head].lemma
    is_doing = slot in {"subject", "by"}
    if lemma in VEHICLES and is_doing and (crew := _crew(tree, head, cast)):
        return crew
    if lemma in RECEIPTS and slot == "subject" and not list(holders(tree, head, HOLDING, cast)):
        return _earner(tree, head, cast)
    if lemma in HELD and slot not in {"modifier", "in"}:
        return list(holders(tree, head, HOLDING, cast)) or _issuer(tree, head, slot, cast)
    if lemma in SPEAKING and is_doing:  # "the minister's office said", 'a report by Acme blamed'
        return list(holders(tree, head, MAKING, cast))
    if lemma in BRANDS and (brands := [i for i in tree.below(head, "compound", "nmod") if cast.at(tree, i)]):
        return [member for index in brands for member in cast.at(tree, index)]
    if lemma in JOINT and slot == "subject":
        sides = [inner for preposition, inner in tree.prepositions(head) if preposition in BETWEEN]
        sides = [index for side in sides for index in tree.conjuncts(side)]
        return [member for index in (*partners(tree, head), *sides) for member in cast.at(tree, index)]
    if slot in HARMED_SLOTS and (harmed := of_whom(tree, head, cast)):
        return harmed
    code = modifier_country(tree, head) if slot not in {"modifier", "in"} else None
    return [cast.state(code)] if code else []


def partners(tree: Tree, head: int) -> list[int]:
    """The 'its' of 'talks with its creditors': whoever they are with."""
    sides = [inner for preposition, inner in tree.prepositions(head) if preposition == "with"]
    return [index for side in sides for index in tree.subtree(side) if tree[index].tag == "PRP$"][:1]


def _issuer(tree: Tree, head: int, slot: str, cast: Cast) -> list[int]:
    """'The shares fell'."""
    is_share = slot == "subject" and tree[head].lemma == "share"
    is_bare = is_share and not tree.below(head, "prep", "compound", "nmod", "amod", "poss")
    return _earner(tree, head, cast) if is_bare else []


def _crew(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'a navy boat': the navy; 'its drones': whose they are."""
    inside = [i for word, i in tree.prepositions(head) if word == "of"]
    # 'a helicopter of the coast guard', and not 'a ship of the company'
    inside = [i for i in inside if any(cast.actor(member).kind in MANNING for member in cast.at(tree, i))]
    manning = [*tree.below(head, "compound", "poss"), *inside]
    named = [i for i in manning if (name := cast.name_at(tree, i)) and name.kind in CREWS]
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


def of_whom(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'a convoy of the army', 'a camp for refugees'; 'the port of Varna' is nobody's."""
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition in {"of", "for"}]
    if tree[head].lemma in VEHICLES | SHELTERS:  # 'a bus carrying cricketers', 'a camp housing exiles'
        loaded = [child for child in tree.below(head, "acl") if tree[child].lemma in CARRYING]
        inside += [i for child in loaded for i in tree.below(child, "dobj")]
        inside += [i for word, i in tree.prepositions(head) if word == "with"]
    joined = [one for i in inside for one in tree.conjuncts(i)]  # 'the assets of officials and a firm'
    named = [i for i in joined if (name := cast.name_at(tree, i)) and name.kind in ADDRESSEES]
    own = {i for i in named for owner in tree.below(i, "poss") if tree[owner].tag == "PRP$"}  # 'the rest of its troops'
    return [member for index in named if index not in own for member in cast.at(tree, index)]


def tenants(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'the Front headquarters', 'a Civil Guard barracks': those whose they are."""
    named = [
        i for i in tree.below(head, "compound", "nmod") if (name := cast.name_at(tree, i)) and name.kind in TENANTS
    ]
    return [member for index in named for member in cast.at(tree, index)]


def holders(tree: Tree, head: int, prepositions: frozenset[str], cast: Cast) -> Iterator[int]:
    """Who has a thing: its owner, those behind these prepositions, and the brand before what is held of a firm."""
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


def is_blow(tree: Tree, noun: int) -> bool:
    """'the killing of nine monks': something that is done to those behind 'of'."""
    rows = lexicon().get((tree[noun].lemma, "noun"), ())
    return bool(rows) and rows[0].type in HARMFUL and any(word == "of" for word, _ in tree.prepositions(noun))


def strikers(tree: Tree, blow: int, cast: Cast) -> list[int]:
    """The army of 'condemned the killing of nine monks by the army'; the monks are not condemned."""
    inside = [i for word, inner in tree.prepositions(blow) if word in MAKING for i in tree.conjuncts(inner)]
    found = [member for i in (*inside, *late_makers(tree, blow)) for member in cast.at(tree, i)]
    before = (code for i in tree.below(blow, "amod", "compound", "nmod") if (code := country_below(tree, i)))
    return found or [cast.state(code) for code in before][:1]


def _may_issue(name: Name) -> bool:
    """'Bank of Chad shares', and not 'Chadian shares'."""
    return name.country is None or name.kind is NameKind.ORGANISATION
