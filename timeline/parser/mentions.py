"""Mentions: which words of a Sentence tell a happening. Picks a row of the trigger lexicon and leaves out what is no happening."""

from collections.abc import Iterator
from itertools import chain

from timeline.model.statement import Status
from timeline.parser.arguments import COMPLEMENT, Slots, find_carrier, noun_slots, verb_names, verb_slots
from timeline.parser.cast import Cast
from timeline.parser.consequences import with_consequences
from timeline.parser.hedges import effects
from timeline.parser.mention import Mention
from timeline.parser.name import NameKind
from timeline.parser.names import TRANSPARENT
from timeline.parser.speech import with_threats
from timeline.parser.tree import Tree
from timeline.parser.triggers import NOT_A_HAPPENING, Condition, TriggerRow, lexicon

ABSORBING = frozenset({"request", "threaten", "agree", "reject", "support", "concede", "statement", "sanction"})
SPEECH = frozenset({"request", "threaten", "agree", "reject", "support", "accuse", "statement"})
ABSORBED_NOUN_HEADS = frozenset({"request", "threaten", "reject", "agree"})
EASING = frozenset({"concede", "retreat", "sanction", "reject"})  # 'lifted the curfew', 'ended the treaty'
EASED = frozenset({"coerce", "sanction", "request", "agree", "aid", "retreat"})
PART_OF_NAME = frozenset({NameKind.ORGANISATION, NameKind.GROUP, NameKind.PERSON, NameKind.UNKNOWN, NameKind.PLACE})
EVENT_PREPOSITIONS = frozenset(
    {"after", "following", "during", "before", "since", "in", "amid", "at", "by", "with", "over", "from"}
)
MEDIATING = frozenset({"mediate", "broker", "facilitate", "moderate", "chair"})
ADVERBIAL_NOUNS = frozenset(
    {
        *("request", "invitation", "behest", "insistence", "response", "return", "support", "protest"),
        *("charge", "count", "suspicion", "allegation", "accusation"),
    }
)
APART = frozenset({"after", "before", "during", "following", "since", "until", "amid", "despite"})  # these join two happenings
STANCES = frozenset(
    {"agree", "support", "threaten", "request", "reject", "concede"}
)  # as nouns more often a state than a deed
TREATIES = frozenset(
    {"agreement", "deal", "treaty", "pact", "accord", "armistice", "settlement", "ultimatum", "refusal", "veto"}
)
SAYING = frozenset({"say", "state", "add", "announce"})
GENERIC_DETERMINERS = frozenset({"any", "every", "such", "each", "no"})


def find_mentions(tree: Tree, cast: Cast) -> list[Mention]:
    """The happenings of a Sentence in text order."""
    found = [mention for token in tree.sentence.tokens if (mention := _mention(tree, token.index, cast))]
    found = with_threats(found)
    found = with_consequences([mention for mention in found if not _is_carried_by_light(mention, found)])
    return [mention for mention in found if _is_told(mention, found) and not _is_doubled(mention, found)]


def _mention(tree: Tree, index: int, cast: Cast) -> Mention | None:
    token = tree[index]
    if token.entity in {"DATE", "TIME"}:
        return None
    if token.pos == "VERB":
        return _verb_mention(tree, index)
    if token.pos in {"NOUN", "PROPN"} or (token.pos == "ADJ" and token.relation in {"acomp", "oprd"}):
        return _noun_mention(tree, index, cast)
    return None


def _verb_mention(tree: Tree, index: int) -> Mention | None:
    if tree[index].relation in {"amod", "compound", "nmod", "prep"}:
        return None
    slots = verb_slots(tree, index)
    for name in verb_names(tree, index):
        if row := _fitting_row(tree, slots, name, "verb"):
            return None if row.type == NOT_A_HAPPENING else Mention(tree, index, row, slots, name)
    return None


def _noun_mention(tree: Tree, index: int, cast: Cast) -> Mention | None:
    token = tree[index]
    if token.relation in {"compound", "nmod", "amod", "poss"} or _is_in_name(tree, index, cast):
        return None
    carrier = find_carrier(tree, index)
    slots = noun_slots(tree, index, carrier)
    pos = "adjective" if token.pos == "ADJ" else "noun"
    for name in _noun_names(tree, index):
        if row := _fitting_row(tree, slots, name, pos):
            return None if row.type == NOT_A_HAPPENING else Mention(tree, index, row, slots, name, carrier)
    return None


def _is_in_name(tree: Tree, index: int, cast: Cast) -> bool:
    name = cast.name_at(tree, index)
    return name is not None and name.kind in PART_OF_NAME and name.end - name.start > 1


def _noun_names(tree: Tree, index: int) -> list[str]:
    """'peace talk' before 'talk'; a noun that is only known in the plural under its written form too."""
    lemma = tree[index].lemma
    compounds = [tree[child].lemma for child in tree.below(index, "compound", "amod")]
    written = tree[index].text.lower()
    return [*(f"{compound} {lemma}" for compound in compounds), lemma, *([written] if written != lemma else [])]


def _fitting_row(tree: Tree, slots: Slots, name: str, pos: str) -> TriggerRow | None:
    rows = lexicon().get((name, pos), ())
    return next((row for row in rows if all(_holds(tree, slots, condition) for condition in row.conditions)), None)


def _holds(tree: Tree, slots: Slots, condition: Condition) -> bool:
    heads = slots.get(condition.slot, [])
    if not condition.words:
        heads = [head for head in heads if tree[head].entity not in {"DATE", "TIME"}]
    fits = any(_is_one_of(tree, head, condition.words) for head in heads) if condition.words else bool(heads)
    return fits != condition.is_absent


def _is_one_of(tree: Tree, head: int, words: frozenset[str]) -> bool:
    """The head is one of the words, alone or as a compound ('rubber bullet'), or a name after one ('Typhoon X')."""
    token = tree[head]
    before = [tree[child].lemma for child in tree.below(head, "compound", "amod", "nmod")]
    names = {token.lemma, token.text.lower(), token.entity, *(f"{word} {token.lemma}" for word in before)}
    if token.pos == "PROPN":
        names.update(before)
    if names & words:
        return True
    is_transparent = token.lemma in TRANSPARENT or token.tag == "CD"
    return is_transparent and any(
        preposition == "of" and _is_one_of(tree, inner, words) for preposition, inner in tree.prepositions(head)
    )


def _is_carried_by_light(mention: Mention, found: list[Mention]) -> bool:
    """A verb that only carries a noun which tells the happening ('carried out a strike'), or a noun that the verb makes
    part of another happening ('suspended aid')."""
    carried = (other for other in found if other.carrier and other.carrier.verb == mention.index)
    carrying = (other for other in found if mention.carrier and mention.carrier.verb == other.index)
    return any(not _names(mention, other) for other in carried) or any(_names(other, mention) for other in carrying)


def _names(verb: Mention, noun: Mention) -> bool:
    """The verb's row is of another type than the noun's and asks for this very noun: together they tell something else."""
    asked = (c for c in verb.row.conditions if c.slot in {"object", "subject"} and c.words and not c.is_absent)
    return (
        verb.row.type != noun.row.type
        and not _is_hedge(verb)
        and any(
            noun.index in verb.slots.get(condition.slot, []) and _is_one_of(verb.tree, noun.index, condition.words)
            for condition in asked
        )
    )


def _is_told(mention: Mention, found: list[Mention]) -> bool:
    """Not generic, not conditional, not part of what another happening already says."""
    if mention.is_verb or mention.tree[mention.index].pos == "ADJ":
        return not (
            _is_attribute(mention) or _is_purpose(mention) or _is_conditional(mention) or _is_absorbed(mention, found)
        )
    return _is_particular(mention) and not _is_conditional(mention) and not _is_absorbed(mention, found)


def _is_attribute(mention: Mention) -> bool:
    """'men armed with knives': a participle that describes, with neither doer nor date."""
    tree, token = mention.tree, mention.tree[mention.index]
    if token.relation != "acl" or token.tag != "VBN" or "subject" in mention.slots:
        return False
    return not any(tree[index].entity in {"DATE", "TIME"} for index in tree.subtree(mention.index))


def _is_purpose(mention: Mention) -> bool:
    """'to tackle threats': an infinitive that says what something is for."""
    tree, token = mention.tree, mention.tree[mention.index]
    has_to = any(tree[child].tag == "TO" for child in tree.below(mention.index, "aux", "mark"))
    return has_to and token.relation in {"advcl", "acl", "relcl", "csubj", "pcomp"}


def _is_conditional(mention: Mention) -> bool:
    """In an if-clause or what depends on one."""
    tree = mention.tree
    for index in (mention.top, *tree.above(mention.top)):
        if tree[index].relation in {"advcl", "ccomp"} and any(
            tree[mark].text.lower() in {"if", "unless", "whether", "lest"} for mark in tree.below(index, "mark")
        ):
            return True
    return False


def _is_absorbed(mention: Mention, found: list[Mention]) -> bool:
    """What is demanded, threatened, agreed or refused is said by that happening and is none of its own."""
    tree = mention.tree
    triggers = {other.index: other for other in found if other is not mention}
    below = mention.top
    for above in tree.above(mention.top):
        relation = tree[below].relation
        governor = triggers.get(above)
        if governor is not None and governor.row.type in ABSORBING | EASING and _governs(governor, relation, mention):
            return not (governor.lemma in SAYING and _has_date(mention))
        if relation in {"relcl", "conj"} and tree[above].pos in {"NOUN", "PROPN"}:
            return False
        below = above
    return False


def _has_date(mention: Mention) -> bool:
    """'said it would free them on Sunday': a plan with a date is told beside the promise."""
    tree = mention.tree
    return mention.is_verb and any(tree[index].entity in {"DATE", "TIME"} for index in tree.subtree(mention.top))


def _governs(governor: Mention, relation: str, mention: Mention) -> bool:
    """By a clause, or for demands and refusals by an object; reporting and denial keep what they carry."""
    if _is_hedge(governor) or governor.row.type == "statement":
        return False
    if relation in {*COMPLEMENT, "acl", "pcomp"} and governor.row.type in ABSORBING:
        return True
    is_free_verb = mention.is_verb and mention.tree[mention.index].relation not in {"pcomp", "acl"}
    is_object = relation in {"dobj", "pobj", "prep", "nsubjpass"} and not is_free_verb
    if relation in {"dobj", "nsubjpass"} and governor.row.type in EASING and mention.row.type in EASED:
        return True
    return is_object and governor.row.type in ABSORBED_NOUN_HEADS and governor.lemma not in {"condemn"}


def _is_hedge(mention: Mention) -> bool:
    """'deny', 'fail', 'call off': they say how what they govern stands, and are no happening beside it."""
    pos = "verb" if mention.is_verb else "noun"
    status = effects().get((mention.lemma, pos))
    return status in {Status.DENIED, Status.CANCELLED} or mention.lemma == "fail"


def _is_particular(mention: Mention) -> bool:
    """A noun that stands for one happening, not for a kind of them."""
    tree, index = mention.tree, mention.index
    if mention.row.type in STANCES and mention.lemma not in TREATIES and not _is_voiced(mention):
        return False
    determiners = {tree[child].text.lower() for child in tree.below(index, "det")}
    if _is_generic(tree, index, determiners):
        return False
    if determiners & GENERIC_DETERMINERS - {"no"} or _is_adverbial(tree, index):
        return False
    if determiners or mention.carrier or tree.below(index, "poss", "nummod", "acl", "relcl"):
        return True
    head = tree.head(index)
    follows = head is not None and tree[head].text.lower() in EVENT_PREPOSITIONS and tree[index].relation == "pobj"
    return (
        follows
        or any(slot not in {"for"} for slot in mention.slots)
        or tree[index].relation in {"nsubj", "nsubjpass", "appos"}
    )


def _is_generic(tree: Tree, index: int, determiners: set[str]) -> bool:
    """'A merger is a union of two firms', 'ceasefires rarely last': a kind of thing, in the present."""
    token = tree[index]
    is_kind = not determiners & {"the", "this", "that", "these", "those"} and not tree.below(index, "poss", "nummod")
    if not is_kind or token.relation not in {"nsubj", "nsubjpass", "attr", "dobj"}:
        return False
    verb = tree[token.head]
    finite = [
        tree[child]
        for child in tree.below(token.head, "aux", "auxpass")
        if tree[child].tag in {"VBZ", "VBP", "MD", "VBD"}
    ]
    is_simple_present = verb.tag in {"VBZ", "VBP"} and not finite
    is_habit = bool(finite) and finite[0].lemma == "be" and finite[0].tag in {"VBZ", "VBP"} and verb.tag == "VBN"
    return (is_simple_present and (token.relation != "dobj" or verb.lemma == "have")) or (
        is_habit
        and any(tree[i].text.lower() in {"every", "usually", "often", "rarely", "always"} for i in range(len(tree)))
    )


def _is_voiced(mention: Mention) -> bool:
    """'made a pledge', 'after the threat': 'their commitment' alone is no happening."""
    if mention.carrier is not None:
        return mention.carrier.light.subject_slot == "subject"
    head = mention.tree.head(mention.index)
    return "by" in mention.slots or (
        head is not None and mention.tree[head].text.lower() in {"after", "following", "since"}
    )


def _is_adverbial(tree: Tree, index: int) -> bool:
    """'at the request of', 'in response to': a phrase that links, not a happening."""
    head = tree.head(index)
    return tree[index].lemma in ADVERBIAL_NOUNS and head is not None and tree[head].text.lower() in {"at", "in", "on"}


def _is_doubled(mention: Mention, found: list[Mention]) -> bool:
    """Says again what its object, subject or complement says: 'signed an agreement', 'announced that X resigned'."""
    tree = mention.tree
    if mention.lemma in MEDIATING and tree[mention.index].relation in {"acl", "relcl", "advcl", "pcomp"}:
        above = set(tree.above(mention.index))
        return any(other.row.type == mention.row.type and {other.index, other.top} & above for other in found)
    for other in found:
        if other is mention:
            continue
        if _says_the_same(tree, mention, other):
            return True
        if _is_hedge(mention) and is_complement(other, mention):
            return True
    return False


def _says_the_same(tree: Tree, mention: Mention, other: Mention) -> bool:
    """A noun that is the object or apposition of a happening of its own type."""
    if mention.is_verb or mention.row.type != other.row.type or mention.carrier:
        return False
    head = tree.head(mention.index)
    if head is not None and tree[head].text.lower() in APART:
        return False
    chain_up = [head, tree.head(head) if head is not None and tree[head].pos == "ADP" else None]
    is_object = tree[mention.index].relation in {"dobj", "appos", "nsubjpass", "attr", "pobj", "oprd"}
    return is_object and other.index in chain_up


def is_complement(inner: Mention, outer: Mention) -> bool:
    """The inner one is the clause or the object of the outer."""
    tree, below = inner.tree, inner.top
    if tree is not outer.tree:
        return False
    while (above := tree.head(below)) is not None:
        if above == outer.index:
            return tree[below].relation in {*COMPLEMENT, "dobj", "nsubjpass", "pcomp"}
        if tree[below].relation not in {"conj", "pobj", "prep", "dobj", "xcomp", "pcomp"}:
            return False
        below = above
    return False


def is_below(inner: Mention, outer: Mention) -> bool:
    """The inner one stands somewhere under the outer in the tree."""
    return inner.tree is outer.tree and any(above == outer.index for above in inner.tree.above(inner.index))


def governors(mention: Mention) -> Iterator[tuple[int, str]]:
    """(token, relation by which the mention or its clause hangs on it), nearest first, up to the root."""
    tree = mention.tree
    below = mention.index
    for above in chain(tree.above(mention.index)):
        yield above, tree[below].relation
        below = above
