"""Consequences: 'the bombing killed two and wounded nine' is one happening. The harm goes to the blow that did it."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import RoleName
from timeline.model.types import BLOWS, FORCE, HARMS, UNGUIDED
from timeline.parser.known.triggers import frames
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import DATES, RELATIVE_TAGS, SUBJECTS, Tree

KILLING, HURTING = frozenset({"kill", "slay"}), frozenset({"injure", "wound", "hurt", "maim"})
INSIDE = frozenset({"in", "during", "by", "with", "from"})
DEEDS = frozenset({"aid", "assault", "coerce", "crime", "retreat"})  # what may be done by force
ARREST = "arrest"  # a mode
RAIDS = frozenset({"assault", "crackdown", "offensive", "operation", "raid", "storming", "sweep", "swoop"})
WITHIN = frozenset({"in", "during"})
THEN = frozenset({"when", "as"})
AFTER = THEN | {"after"}
DEADLY = frozenset({"kill", "die", "slay", "perish", "claim", "claim life", "lose life", "massacre"})
HARMING = DEADLY | HURTING | {"drown"}
ACCIDENT, DISASTER = "accident", "disaster"  # 'a tug sank in a storm' tells of both
BLASTS = frozenset({"blast", "blow", "blow up", "explode", "explosion"})  # of these the dead are counted by themselves
# What may stand between a noun and its clause.
INNER = frozenset({"pobj", "prep", "conj", "npadvmod", "compound", "appos"})
WHOSE = frozenset({"possessor", "modifier"})
KNOWING = frozenset({"confirm", "know", "report", "say"})
SUFFERED = "harmed"  # the frame of those who die or are hurt


def with_consequences(found: Sequence[Mention], *, are_apart: bool = False) -> list[Mention]:
    """The mentions, with those that only tell what another did taken into that one, objects and all.

    When they `are_apart`, what stands beside in a clause of its own (', killing two') is told by itself.
    """
    mains = {mention.index: _main(mention, found, are_apart=are_apart) for mention in found}
    return [
        _with(mention, [other for other in found if _top(other.index, mains) == mention.index and other is not mention])
        for mention in found
        if _top(mention.index, mains) == mention.index
    ]


def blow_of(mention: Mention, found: Sequence[Mention]) -> Mention | None:
    """The use of force of which the mention tells the dead by itself ('went off, killing nine'), or that names its deed."""
    if not mention.is_verb:
        return None
    if mention.lemma not in HARMING:
        return _named_inside(mention, found) if mention.row.type in DEEDS else None
    if mention.row.type not in HARMS:
        return None
    blows = (other for other in found if other is not mention and other.tree is mention.tree)
    return next((blow for blow in blows if _is_told_of(mention, blow)), None)


def _is_told_of(mention: Mention, other: Mention) -> bool:
    """Of what befalls by mischance only those whom it hit: not a storm's dead, nor who 'collapsed and died'."""
    if other.row.type not in UNGUIDED:
        return _is_by(mention, other) or (other.row.type == FORCE and _is_done_to_others(mention, other))
    if other.row.type != ACCIDENT or other.lemma in BLASTS:
        return False
    is_clause = _is_consequence(mention, other, are_apart=False) or _is_done_in_clause(mention, other)
    return is_clause or _is_then(mention, other) or _is_victims(mention, other)


def _is_victims(mention: Mention, other: Mention) -> bool:
    """'the bridge fell, and two men were killed', with no day of their own."""
    tree, token = mention.tree, mention.tree[mention.index]
    is_beside = other.is_verb and token.relation == "conj" and token.head == other.top
    return is_beside and bool(tree.below(token.index, *SUBJECTS)) and not tree.has_entity(token.index, DATES)


def _is_done_to_others(mention: Mention, other: Mention) -> bool:
    """'Rebels shelled the town, and nine were wounded', by nobody who is named; not 'and on Monday two died'."""
    own = mention.tree.relations[mention.index]
    is_suffered = "nsubjpass" in own or mention.row.frame == SUFFERED
    return is_suffered and "agent" not in own and _is_victims(mention, other)


def _named_inside(mention: Mention, found: Sequence[Mention]) -> Mention | None:
    """'kidnapped nine in an attack on a barge', 'freed during a raid': the noun names the deed; not 'arrested in a killing'."""
    nouns = {inner for word, inner in mention.tree.prepositions(mention.index) if word in WITHIN}
    deeds = (other for other in found if other.index in nouns and other.row.type == FORCE)
    return next((deed for deed in deeds if mention.row.mode != ARREST or deed.lemma in RAIDS), None)


def _is_by(mention: Mention, other: Mention) -> bool:
    return (
        _is_consequence(mention, other, are_apart=False)
        or _is_done_in_clause(mention, other)
        or (other.is_verb and mention.tree is other.tree and (_is_then(mention, other) or _is_with(mention, other)))
    )


def _is_then(mention: Mention, other: Mention) -> bool:
    """'nine were killed when troops opened fire'; not 'police killed two when a crowd marched', where each has a doer."""
    tree = mention.tree
    if other.top not in tree.below(mention.index, "advcl") or not _opens_with(mention, other.top, THEN):
        return False
    is_done = mention.row.frame != SUFFERED and bool(tree.below(mention.index, "nsubj"))
    return other.row.type == FORCE or not (is_done and _is_by_others(tree, other))


def _is_by_others(tree: Tree, other: Mention) -> bool:
    """Whether it has a subject that is no pronoun for the one told of above."""
    return any(tree[subject].pos != "PRON" for subject in tree.below(other.top, "nsubj"))


def _is_with(mention: Mention, other: Mention) -> bool:
    """'raided a camp and killed nine'."""
    tree, token = mention.tree, mention.tree[mention.index]
    is_next = all(tree[word].pos != "VERB" for word in range(other.index + 1, mention.index))
    return is_next and token.relation == "conj" and token.head == other.top and not tree.below(mention.index, *SUBJECTS)


def _is_done_in_clause(mention: Mention, other: Mention) -> bool:
    """'the blasts in two towns last week that killed nine', 'a blast killing nine', 'a raid in which nine were killed'."""
    tree, token = mention.tree, mention.tree[mention.index]
    if other.is_verb or other.row.type not in BLOWS or other.tree is not tree:
        return False
    if token.relation == "acl":
        return token.tag == "VBG" and token.head == other.index
    token = tree[_clause_above(tree, mention.index)]
    opening = [
        *tree.below(token.index, "nsubj"),
        *(inner for verb in {token.index, mention.index} for word, inner in tree.prepositions(verb) if word in INSIDE),
    ]
    if token.relation != "relcl" or not any(tree[word].tag in RELATIVE_TAGS for word in opening):
        return False
    between = [token.head, *tree.above(token.head)]
    return other.index in between and all(
        tree[word].relation in INNER for word in between[: between.index(other.index)]
    )


def _clause_above(tree: Tree, verb: int) -> int:
    """The verb, or the one above that tells how it is known ('in which nine are known to have died')."""
    while tree[verb].relation in {"xcomp", "ccomp"} and tree[tree[verb].head].lemma in KNOWING:
        verb = tree[verb].head
    return verb


def _top(index: int, mains: dict[int, int]) -> int:
    """The blow at the end of the chain."""
    seen = set()
    while mains[index] != index and index not in seen:
        seen.add(index)
        index = mains[index]
    return index


def _main(mention: Mention, found: Sequence[Mention], *, are_apart: bool) -> int:
    for other in found:
        if other is not mention and _is_consequence(mention, other, are_apart=are_apart):
            return other.index
    return mention.index


def _is_consequence(mention: Mention, other: Mention, *, are_apart: bool) -> bool:
    if mention.is_verb and mention.row.type == other.row.type == "coerce" and mention.tree is other.tree:
        return _is_done_by(mention, other)  # 'the coup toppled the king'
    if mention.row.type not in HARMS or other.row.type not in BLOWS or mention.tree is not other.tree:
        return False
    if mention.is_verb:
        is_wreck = other.row.type == DISASTER and mention.row.type == ACCIDENT and mention.lemma not in HARMING
        is_harm_of_nature = (
            other.row.type in UNGUIDED and not other.is_verb and not is_wreck and _is_told_inside(other, mention)
        )
        return (
            is_harm_of_nature
            or _is_done_by(mention, other)
            or _is_done_by_what(mention, other)
            or (_is_told_beside(mention, other) if not are_apart else _is_also_hurt(mention, other))
            or _is_after(mention, other)
        )
    return (
        other.is_verb and not mention.carrier and mention.row.type not in UNGUIDED and _is_told_inside(mention, other)
    )


def _is_after(mention: Mention, other: Mention) -> bool:
    """'Nine died after floods hit the town': the disaster is what the clause behind the harm tells.

    What befell a thing is told by itself: 'the ferry capsized after it was hit by a wave'.
    """
    if mention.row.type in UNGUIDED and mention.lemma not in HARMING:
        return False
    tree = mention.tree
    is_blow = other.row.type in UNGUIDED or other.row.mode == "explosives"
    if not is_blow or ("subject" in mention.slots and mention.row.frame != "harmed"):
        return False
    beside = tree.conjuncts(tree.first_conjunct(mention.index))  # 'killed and dozens are missing after …'
    clauses = [
        clause for index in beside for clause in tree.below(index, "advcl") if _opens_with(mention, clause, AFTER)
    ]
    return any(index == clause for clause in clauses for index in (other.top, tree.clause(other.index)))


def _opens_with(mention: Mention, clause: int, words: frozenset[str]) -> bool:
    return any(mention.tree[mark].text.lower() in words for mark in mention.tree.below(clause, "mark", "advmod"))


def _is_done_by(mention: Mention, other: Mention) -> bool:
    """'The bombing killed two': the blow is the verb's subject."""
    tree = mention.tree
    is_noun = not other.is_verb or tree[other.index].tag == "VBG"  # 'Shelling killed nine'
    return is_noun and tree[other.index].relation in SUBJECTS and tree[other.index].head == mention.index


def _is_done_by_what(mention: Mention, other: Mention) -> bool:
    """'A bridge which fell in 1998 killed six': what befell the verb's subject is told beside it."""
    tree, clause = mention.tree, mention.tree[other.top]
    if mention.lemma not in KILLING | HURTING or not other.is_verb or other.row.type not in UNGUIDED:
        return False
    return clause.relation == "relcl" and clause.head in tree.below(mention.index, "nsubj")


def _is_told_beside(mention: Mention, other: Mention) -> bool:
    """', killing two' after a blow, and 'and wounded nine' after 'killed two'."""
    tree, token = mention.tree, mention.tree[mention.index]
    if not other.is_verb or token.head != other.top or tree.below(mention.index, *SUBJECTS):
        return False
    is_participle = token.relation in {"advcl", "conj"} and token.tag == "VBG"
    return is_participle or (token.relation == "conj" and mention.row.type == other.row.type)


def _is_also_hurt(mention: Mention, other: Mention) -> bool:
    """'Killed two and wounded nine', 'two were killed and nine injured'."""
    is_toll = mention.lemma in HURTING and other.is_verb and other.lemma in KILLING
    return (
        is_toll and mention.tree[mention.index].relation == "conj" and mention.tree[mention.index].head == other.index
    )


def _is_told_inside(mention: Mention, other: Mention) -> bool:
    """'killed two in a bomb attack': the noun says how."""
    tree = mention.tree
    token = tree[tree.first_conjunct(mention.index)]
    is_inside = token.relation == "pobj" and tree[token.head].text.lower() in INSIDE
    return is_inside and tree[token.head].head in tree.conjuncts(other.index)


def _with(mention: Mention, others: list[Mention]) -> Mention:
    if not others:
        return mention
    slots = {slot: list(heads) for slot, heads in mention.slots.items()}
    for other in others:
        for slot in ("object", *(() if other.is_verb else ("by", "possessor", "modifier"))):
            known = slots.setdefault(_as_told(mention, other, slot), [])
            known.extend(head for head in other.slots.get(slot, []) if head not in known and head != mention.index)
        if other.row.frame == SUFFERED:  # 'nine drowned when the boat sank'
            slots["object"].extend(head for head in other.slots.get("subject", []) if head not in slots["object"])
    return replace(mention, slots={slot: heads for slot, heads in slots.items() if heads}, consequences=tuple(others))


def _as_told(mention: Mention, other: Mention, slot: str) -> str:
    """'Killed in an Israeli strike': who stands before the noun did it, and is none of those killed."""
    roles = dict(frames()[other.row.frame])
    return "by" if mention.is_verb and slot in WHOSE and roles.get(slot) is RoleName.AGENT else slot
