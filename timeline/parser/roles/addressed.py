"""Addressed: against whom a demand, threat, refusal or protest is, when no argument of its frame says so."""

import itertools
from collections.abc import Iterator, Sequence

from timeline.model.statement import HUMAN, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.typed import DEEDS
from timeline.parser.roles.circumstances import DENYING
from timeline.parser.roles.holders import ADDRESSEES, is_blow
from timeline.parser.roles.parts import PROPOSING, is_lent, is_to_undergo
from timeline.parser.sentences.arguments import verb_slots
from timeline.parser.sentences.phrases import modifier_country
from timeline.parser.sentences.tree import Tree

ABOUT_PREPOSITIONS = frozenset({"to", "with", "against", "over", "of", "on", "for", "about", "from"})
ABOUT = ("xcomp", "ccomp", "dobj", "advcl", "acl", "prep", "dative")
OUTWARD = frozenset({"threaten", "retreat", "mobilize", "sanction", "agree"})  # done to others than one's own
FOREIGN = frozenset({"threaten", "reject", "sanction", "protest"})
GOING = frozenset({"march", "walk", "go", "parade", "stream", "head", "drive", "come", "take", "return"})
OFFERS = frozenset({"offer", "proposal", "bid"})
TAKING = frozenset("reject refuse decline spurn dismiss rebuff accept scorn turn consider study welcome".split())
LEAVING = frozenset({"resignation", "arrest"})
THROWING = frozenset({"throw", "fling", "hurl", "toss", "lob", "pelt"})
SEEKING = frozenset({"look", "hunt", "search"})
COMPLAINING = frozenset({"complain", "report", "write"})
STAFF = frozenset({"member", "delegate"})
FEW = 2  # sentences
WHEN = frozenset({"after", "before", "until", "while", "when", "since", "although", "though", "as"})


def is_own(mention: Mention, head: int, cast: Cast) -> bool:
    """'will close its mission in Chad', 'recalled their force': no other than who does it."""
    if mention.row.type not in OUTWARD:
        return False
    tree = mention.tree
    owners = {
        member for child in tree.below(head, "poss") if tree[child].tag == "PRP$" for member in cast.at(tree, child)
    }
    agents = {member for subject in mention.slots.get("subject", []) for member in cast.at(tree, subject)}
    return bool(owners & agents) and not any(cast.actor(member).name[:1].isupper() for member in cast.at(tree, head))


def addressed(mention: Mention, cast: Cast, known: set[int]) -> tuple[int, ...]:
    """Against whom a demand, threat, refusal or protest is, when no argument says so: the first actor in what it is about.

    Nobody where no row but the weights take it for one: 'said it would sell the yard to X' is aimed at nobody.
    """
    tree = mention.tree
    if mention.row.place.startswith(DEEDS) or ("other" in tree.lower and _is_each_other(mention)):
        return ()
    if _is_of_itself(mention):
        return ()
    heads = [child for top in dict.fromkeys((mention.top, mention.index)) for child in tree.below(top, *ABOUT)]
    about = [head for head in heads if _is_about(mention, head)]
    for index in (index for head in about for index in tree.subtree(head)):
        name = cast.name_at(tree, index)
        if name is None or name.head != index or name.kind not in ADDRESSEES or _only_describes(tree, name.kind, index):
            continue
        is_thing = name.kind is NameKind.DESCRIPTION and name.country is None
        is_where = name.kind is NameKind.CAPITAL and tree[index].relation == "pobj"  # 'a treaty in Vienna'
        if mention.row.type == "reject" and tree[index].relation == "pobj" and tree[tree[index].head].text == "in":
            continue  # 'refused to race in Chad'
        if is_to_undergo(mention, index) or is_lent(mention, index, "object"):
            continue
        if name.noun in STAFF or _is_unmeant(mention, index, cast) or _is_harmed(mention, index):
            continue  # 'walked off the job after members voted'
        if _is_aside(tree, index) or (mention.row.type == "agree" and (is_thing or is_where)):
            continue
        if is_own(mention, index, cast) or (mention.lemma == "warn" and is_thing):
            continue  # 'warned that 300 people faced famine' is said to others
        members = tuple(m for joined in tree.conjuncts(index) for m in cast.at(tree, joined) if m not in known)
        if members:
            return members
    return _provoking(mention, cast) or _foreign(mention, about, cast, known)


def _is_unmeant(mention: Mention, index: int, cast: Cast) -> bool:
    """'walked out after a driver was sacked', 'blocked the road to Lima', 'denied a report that he had hired X'; and in a text of
    some length whoever one agrees to sell to or works against: 'approved the raid over the objections of X'.
    """
    tree = mention.tree
    between = list(itertools.takewhile(lambda above: above not in {mention.index, mention.top}, tree.above(index)))
    prepositions = {tree.lower[above] for above in between if tree[above].relation in {"prep", "agent"}}
    if mention.row.type == "protest":
        is_of_staff = any(tree[above].lemma in STAFF for above in between)
        return is_of_staff or "to" in prepositions or tree[index].relation == "nsubjpass"
    if mention.row.type == "reject":
        contents = {"acl", "ccomp"} if "object" in mention.slots else {"acl"}
        return any(tree[above].relation in contents and tree.below(above, "mark") for above in between)
    is_long = len(cast.names) > FEW
    return mention.row.type == "agree" and is_long and prepositions.isdisjoint({"with", "by"})


def _is_harmed(mention: Mention, index: int) -> bool:
    """'halted talks over the killing of its consul': nothing is done to him."""
    tree = mention.tree
    above = list(itertools.takewhile(lambda one: one not in {mention.index, mention.top}, tree.above(index)))
    blows = (tree[one].head for one in above if tree[one].relation == "prep" and tree.lower[one] == "of")
    return mention.row.type == "sanction" and any(blow in above and is_blow(tree, blow) for blow in blows)


def _is_of_itself(mention: Mention) -> bool:
    """'proposed a mediator': who is no party yet; 'denied that its clerks had cheated': who says what of whom is left open."""
    if mention.lemma in PROPOSING:
        return "object" in mention.slots
    return mention.lemma in DENYING and "object" not in mention.slots


def asked(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'demanded an explanation from X': X, with the word; a land that something is to leave is not asked."""
    tree = mention.tree
    if mention.row.type != "request" or not mention.is_verb:
        return
    heads = [i for head in mention.slots.get("object", []) for word, i in tree.prepositions(head) if word == "from"]
    for index in heads:
        members = [member for member in cast.at(tree, index) if cast.actor(member).kind is not ActorKind.STATE]
        yield from ((member, index) for member in members)


def complained_to(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'complained to the harbour board', 'reported the leak to the ministry', 'wrote to her superiors': whom, with the word."""
    tree, slots = mention.tree, mention.slots
    heads = slots.get("to", []) if mention.is_verb and mention.lemma.split()[0] in COMPLAINING else []
    if heads and any(cast.at(tree, head) for head in slots.get("clause_subject", [])):
        return  # he did what, and is blamed
    yield from ((member, head) for head in heads for member in cast.at(tree, head))


def offered(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'The union turned down an offer from the bank': the union, whom it was made to, with the word."""
    tree, verb = mention.tree, mention.tree[mention.index].head
    is_answered = tree[mention.index].relation == "dobj" and tree[verb].lemma in TAKING
    if mention.lemma not in OFFERS or not is_answered:
        return
    own = {i for slot in ("possessor", "from", "by") for i in mention.slots.get(slot, [])}
    makers = {member for i in own for member in cast.at(tree, i)}
    heads = verb_slots(tree, verb).get("subject", []) if makers else []
    yield from ((member, head) for head in heads for member in cast.at(tree, head) if member not in makers)


def leaving(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'called for her resignation', 'ordered his arrest', 'accepted the resignation of its head': whose it is, with the word."""
    tree = mention.tree
    if LEAVING.isdisjoint(tree.lemmas) or not mention.is_verb or mention.row.type in {"support", "accuse"}:
        return  # 'praised the arrest of nine by the army'
    own = {member for head in mention.slots.get("subject", []) for member in cast.at(tree, head)}
    heads = [head for slot in ("object", "for") for head in mention.slots.get(slot, []) if tree[head].lemma in LEAVING]
    for head in heads:
        inside = [*tree.below(head, "poss"), *(inner for word, inner in tree.prepositions(head) if word == "of")]
        yield from ((member, i) for i in inside for member in cast.at(tree, i) if member not in own)


def sought(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'are looking for a woman', 'hunted for two sailors': whom, with the word; no buyer whom a firm looks for.

    And at whom something is thrown: 'hurled a shoe at the minister'.
    """
    verb = mention.lemma.split()[0]
    slot = "at" if verb in THROWING else "for" if verb in SEEKING and mention.row.type != "business" else ""
    for head in mention.slots.get(slot, []) if mention.is_verb else []:
        known = (member for member in cast.at(mention.tree, head) if cast.actor(member).kind in HUMAN)
        yield from ((member, head) for member in known)


def _is_each_other(mention: Mention) -> bool:
    """'pledged to consult each other on the pact': they, and nobody else."""
    tree = mention.tree
    others = [i for i in tree.subtree(mention.top) if tree.lower[i] in {"other", "another"} and i > mention.top]
    return any(tree.lower[i - 1] in {"each", "one"} and tree[i].relation in {"dobj", "pobj"} for i in others)


def _provoking(mention: Mention, cast: Cast) -> tuple[int, ...]:
    """'Any Iraqi raid would be answered in kind, Iran warned': whose raid it would be."""
    tree = mention.tree
    deeds = [head for head in mention.slots.get("clause_subject", []) if cast.name_at(tree, head) is None]
    if mention.row.type != "threaten":
        return ()
    named = [cast.at(tree, inner) for head in deeds for word, inner in tree.prepositions(head) if word == "by"]
    owned = [cast.at(tree, child) for head in deeds for child in tree.below(head, "poss")]
    codes = [code for head in deeds if (code := modifier_country(tree, head))]
    return next(filter(None, [*named, *owned]), ()) or tuple(cast.state(code) for code in codes[:1])


def _foreign(mention: Mention, about: Sequence[int], cast: Cast, known: set[int]) -> tuple[int, ...]:
    """'vowed to bury waste along the Lithuanian border', 'refused to buy Chilean copper': the other land that it is about."""
    tree = mention.tree
    countries = {cast.actor(member).country for member in known}
    if mention.row.type not in FOREIGN or countries <= {None}:
        return ()
    for index in (index for head in about for index in tree.subtree(head)):
        name = cast.name_at(tree, index)
        code = name.country if name is not None and name.kind is NameKind.DEMONYM else None
        if code and code not in countries and not _is_aside(tree, index):
            return (cast.state(code),)
    return ()


def _is_about(mention: Mention, head: int) -> bool:
    """It follows (what comes before with a semicolon is another sentence), and by a preposition that brings the matter in."""
    token = mention.tree[head]
    if head == mention.index or (token.relation == "ccomp" and head < mention.top):
        return False
    if token.relation == "advcl" and (token.lemma == "cite" or _is_when(mention, head)):  # 'citing the war in Chad'
        return False
    if token.relation == "prep" and token.text == "to" and mention.tree[token.head].lemma in GOING:
        return False  # 'marched to parliament'
    return token.relation != "prep" or token.text.lower() in ABOUT_PREPOSITIONS


def _is_when(mention: Mention, clause: int) -> bool:
    """'went back to work after a shipment arrived from Ghana': only when it was; but what a protest follows it is against."""
    tree = mention.tree
    marks = {tree[i].text.lower() for i in tree.below(clause, "mark", "advmod")}
    return bool(marks & WHEN) and not ("after" in marks and mention.row.type == "protest")


def _is_aside(tree: Tree, index: int) -> bool:
    """In a relative clause of the matter: 'a railway that has carried no Georgians'."""
    clauses = [above for above in tree.above(index) if tree[above].relation == "relcl"]
    return any(not any(tree[child].tag == "TO" for child in tree.below(clause, "aux")) for clause in clauses)


def _only_describes(tree: Tree, kind: NameKind, index: int) -> bool:
    """'the Qatari capital' is not Qatar."""
    return kind is NameKind.DEMONYM and tree[index].relation in {"amod", "compound"}
