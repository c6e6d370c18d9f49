"""Particular: whether a noun stands for one happening ('the attack in May') or for a kind of them ('attacks are rare')."""

from timeline.parser.mentions.habits import is_in_present, is_usual
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.shades import is_to_be
from timeline.parser.mentions.voices import is_voiced
from timeline.parser.sentences.tree import DATES, PRESENT, UNDERGOING, Tree, remembered

EVENT_PREPOSITIONS = frozenset(
    {"after", "following", "during", "throughout", "before", "since", "in", "amid", "at", "by", "with", "over", "from"}
)
ADVERBIAL_NOUNS = frozenset(
    {
        *("request", "invitation", "behest", "insistence", "response", "return", "support", "protest"),
        *("charge", "count", "suspicion", "allegation", "accusation"),
    }
)
# As nouns more often a state than a deed.
STANCES = frozenset({"agree", "support", "threaten", "request", "reject", "concede"})
TREATIES = frozenset(
    {
        "agreement",
        "deal",
        "treaty",
        "pact",
        "accord",
        "armistice",
        "settlement",
        "ultimatum",
        "refusal",
        "veto",
        "row",
        "dispute",
        "quarrel",
        "rift",
        "spat",
    }
)
STATES = frozenset(
    {
        *("threat", "support", "backing", "demand", "request", "call", "opposition", "commitment", "willingness"),
        *("readiness", "need", "desire", "intention", "hope", "promise", "pledge", "vow", "offer", "consent"),
    }
)
GOING_ON = frozenset({"continue", "go", "begin", "start", "open", "resume", "end"})
ANSWERING = frozenset(
    "reject dismiss deny refuse decline rebuff spurn ignore accept grant consider overrule dispute withdraw".split()
)
COMING = frozenset({"be", "schedule", "set", "plan", "slate", "fix", "expect"})
SETTLED = frozenset({"due", "set", "imminent", "ready"})
GENERIC_DETERMINERS = frozenset({"every", "such", "each"})
BACKGROUND = frozenset(
    {"war", "conflict", "warfare", "insurgency", "unrest", "hostility", "rebellion", "sanction", "embargo"}
)
NAMED = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC", "PERSON"})
KNOWN = frozenset({"the", "this", "that", "these", "those"})
WORKS = frozenset(
    {"film", "movie", "thriller", "novel", "book", "play", "song", "documentary", "story", "drama", "opera"}
)


def is_particular(mention: Mention, *, is_story: bool = False) -> bool:
    """A noun that stands for one happening, not for a kind of them. A story tells of what is only somebody's, too."""
    tree, index = mention.tree, mention.index
    if is_dated(tree, index):
        return True
    is_own = is_story and is_voiced(mention)
    if mention.row.type in STANCES and not is_own and mention.lemma not in TREATIES and not _is_voiced(mention):
        return False
    determiners = {tree[child].text.lower() for child in tree.below(index, "det")}
    if _is_generic(tree, index, determiners) or determiners & GENERIC_DETERMINERS or _is_adverbial(tree, index):
        return False
    if is_own:
        return True
    if mention.lemma in BACKGROUND and tree[index].relation in {"pobj", "dobj", "conj"} and not mention.carrier:
        return False  # 'refugees from the war': where things stand, not what happened
    if _is_counted_vote(mention) or _is_plot(tree, index) or _is_podium(mention):
        return False
    if "any" in determiners and not mention.carrier:
        return False
    if determiners or mention.carrier or tree.below(index, "poss", "nummod", "acl", "relcl"):
        return True
    return _is_placed(mention)


@remembered
def is_dated(tree: Tree, index: int) -> bool:
    """'the promise of 12 March', "Sunday's vote": a date hangs on the noun itself."""
    if "DATE" not in tree.entities:
        return False
    held = [*tree.below(index, "compound", "poss", "npadvmod"), *(inner for _, inner in tree.prepositions(index))]
    return any(tree[child].entity == "DATE" for child in held)


def _is_placed(mention: Mention) -> bool:
    """A bare noun where only a happening can stand ('after clashes'), or with an argument of its own."""
    tree, index = mention.tree, mention.index
    head = tree.head(index)
    if tree[index].relation == "pobj" and head is not None and tree[tree[head].head].entity in {"DATE", "TIME"}:
        return True  # 'after four years of negotiations'
    follows = head is not None and tree[head].text.lower() in EVENT_PREPOSITIONS and tree[index].relation == "pobj"
    has_argument = any(slot != "for" and _is_argument(mention, slot) for slot in mention.slots)
    return follows or has_argument or tree[index].relation in {"nsubj", "nsubjpass", "appos"}


def _is_counted_vote(mention: Mention) -> bool:
    """'by 91 votes to 40'."""
    return mention.lemma == "vote" and bool(mention.tree.below(mention.index, "nummod"))


def _is_podium(mention: Mention) -> bool:
    """'speaking at a news conference', 'told a press conference': where something is said."""
    token = mention.tree[mention.index]
    is_where = token.relation == "pobj" or mention.tree[token.head].lemma == "tell"
    return is_where and mention.lemma == "conference" and mention.row.type == "statement" and mention.carrier is None


def _is_plot(tree: Tree, index: int) -> bool:
    """'a thriller about a robbery'."""
    head = tree.head(index)
    return head is not None and tree[head].text.lower() == "about" and tree[tree[head].head].lemma in WORKS


def _is_argument(mention: Mention, slot: str) -> bool:
    """'border closures', 'Afghan elections'; but not 'room for peace talks'."""
    if mention.tree[mention.tree[mention.index].head].text.lower() != "for":
        return True
    heads = (mention.tree[head] for head in mention.slots[slot])
    return slot != "modifier" or any(head.entity in NAMED or head.pos == "PROPN" for head in heads)


def _is_generic(tree: Tree, index: int, determiners: set[str]) -> bool:
    """'A merger is a union of two firms', 'ceasefires rarely last': a kind of thing, in the present."""
    token = tree[index]
    is_counted = any(tree[child].entity == "ORDINAL" for child in tree.below(index, "amod"))
    if _relation(tree, index) == "dobj" and not determiners & KNOWN and _is_having(tree, index):
        return True
    is_kind = not determiners & KNOWN and not is_counted and not tree.below(index, "poss", "nummod")
    if not is_kind or token.relation not in {"nsubj", "nsubjpass", "attr", "dobj"}:
        return False
    verb = tree[token.head]
    if is_to_be(tree, token.head):  # 'a vote is to be held'
        return False
    if verb.lemma == "become" and tree.below(token.head, "acomp"):
        return True  # 'clashes had become routine'
    if _is_arranged(tree, token.head):
        return False
    if is_in_present(tree, token.head) and verb.tag in PRESENT:
        if verb.lemma in GOING_ON and tree.below(index, "acl", "relcl"):
            return False  # 'a manhunt led by the police continues'
        return token.relation != "dobj" or verb.lemma == "have"
    return is_usual(tree, token.head)


def _is_arranged(tree: Tree, verb: int) -> bool:
    """'talks are due next week', 'voting is on 8 March'; 'clashes are common in spring'."""
    is_usually = is_usual(tree, verb) or not tree.has_entity(verb, DATES)
    if is_usually or tree[verb].lemma not in COMING:
        return False
    return all(tree[i].lemma in SETTLED for i in tree.below(verb, "acomp"))


def _relation(tree: Tree, index: int) -> str:
    """Its own relation, or that of the coordination it is part of."""
    return tree[tree.first_conjunct(index)].relation


def _is_having(tree: Tree, index: int) -> bool:
    """'have a strong defence and a weak attack'."""
    verb = tree[tree.first_conjunct(index)].head
    return tree[verb].lemma == "have" and is_in_present(tree, verb) and not tree.below(verb, "aux")


def _is_voiced(mention: Mention) -> bool:
    """'made a pledge', 'faced calls from', 'after the threat', 'the lifting of the ban': 'their commitment' alone is none."""
    lent = mention.carrier.light.subject_slot if mention.carrier is not None else None
    if lent == "subject" or (lent == "object" and "from" in mention.slots):
        return True
    tree, index = mention.tree, mention.index
    head = tree.head(index)
    if "by" in mention.slots or (head is not None and tree[head].text.lower() in {"after", "following", "since"}):
        return True
    if _is_answered(mention):
        return True
    is_deed = mention.lemma not in STATES and bool(tree.below(index, "det", "poss"))
    return is_deed and "of" in mention.slots


def _is_answered(mention: Mention) -> bool:
    """'dismissed objections from Peru', 'refused their requests': what is answered was voiced by somebody."""
    tree, token = mention.tree, mention.tree[mention.index]
    is_answer = token.relation in UNDERGOING and tree[token.head].lemma in ANSWERING
    return is_answer and is_voiced_by_somebody(mention)


def is_voiced_by_somebody(mention: Mention) -> bool:
    """'Swiss objections', 'objections from Peru', 'their requests'."""
    is_of_state = any(mention.tree[head].entity in NAMED for head in mention.slots.get("modifier", []))
    return is_of_state or not mention.slots.keys().isdisjoint({"by", "from", "possessor"})


def _is_adverbial(tree: Tree, index: int) -> bool:
    """'at the request of', 'in response to': a phrase that links, not a happening."""
    head = tree.head(index)
    if tree[index].lemma == "exchange":
        return tree[index - 1].text.lower() == "in"  # 'in exchange for'; 'in the first exchange' is one
    return tree[index].lemma in ADVERBIAL_NOUNS and head is not None and tree[head].text.lower() in {"at", "in", "on"}
