"""Acting: whether a noun is somebody, by the rows of people.txt and the words beside it, and whether it is an office."""

from collections.abc import Callable

from timeline.model.statement import HUMAN, ActorKind
from timeline.parser.known.roster import nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

PEOPLE_ENDINGS = ("ists", "men", "women", "owners", "workers", "dwellers", "keepers", "herders", "players", "goers")
PERSON_ENDINGS = ("sman", "woman", "hman", "eman", "yman", "kman", "keeper", "ologist", "herder", "player", "dweller")
NO_PERSONS = frozenset({"layman", "talisman", "yeoman"})
NO_PEOPLE = frozenset(
    "lists fists wrists twists mists heists assists checklists playlists shortlists waitlists blacklists watchlists".split()
)
FEASTING = frozenset({"hold", "throw", "give", "attend"})
BURSTING = frozenset({"burst", "overflow", "break", "breach", "top", "flood"})
AREAS = frozenset("region province district borough city county municipality town canton island village".split())
# What an area does through those who run it.
RULING = frozenset(
    "launch hold order ban approve reject refuse declare announce ask say sue spend buy sell plan decide vote pay impose introduce "
    "close cut raise sign agree deny accuse blame appeal warn evacuate offer promise demand hire award adopt lift "
    "open fine dismiss sack fire appoint build shut evict overrule settle negotiate waive veto repeal expel house lease".split()
)
FACING = frozenset({"between", "with", "against"})
DEALINGS = frozenset("talk negotiation deal agreement contract dispute suit lawsuit case settlement claim row".split())
BLAMING = frozenset("accuse blame ask urge sue criticise criticize condemn fine praise thank fault".split())
VAGUE = frozenset({"group", "movement", "network"})
PARTISANS = word_list("partisan")
TRADES = word_list("trade")  # 'the Danish shipping group' is a company
LINES = frozenset({"ferry", "shipping", "cruise", "bus", "coach", "rail"})
VEHICLES = word_list("vehicle")
MASS = frozenset("force justice opposition security intelligence side foundation basis family model".split())
BUILT = frozenset({"foundation", "basis"})
FROM_WHERE = frozenset({"from", "to", "at", "by", "along"})
POINTING = frozenset({"this", "that", "each", "either", "one"})
LAYING = frozenset("lay create build provide form give offer shake".split())
COMMON = frozenset({"NN", "NNS"})
SHIFTS = frozenset({"night", "day", "early", "late", "morning", "evening", "afternoon"})


def acting_noun(tree: Tree, index: int) -> str | None:
    """The row of people.txt for a word, by lemma, as written or without a plural s; whoever ends in -ists is a people."""
    token = tree[index]
    written = tree.lower[index]
    if known := _as_phrase(tree, index):
        return known
    if "-" in tree.lemmas and _is_pair(tree, index):
        return None
    if token.lemma in AREAS:
        return token.lemma if _acts_as_area(tree, index) else None
    if token.lemma in ELSE and ELSE[token.lemma](tree, index):
        return None
    if written in MASS and token.tag == "NN" and _is_mass(tree, index):
        return None  # 'used force', 'brought to justice'
    for form in (written, token.lemma, written.removesuffix("s")):
        if form in nouns():
            return form
    if token.tag == "NN" and written.endswith(PERSON_ENDINGS) and written not in NO_PERSONS:
        return "man"
    if token.tag in PLURAL and written.endswith(PEOPLE_ENDINGS) and written not in NO_PEOPLE:
        return "people"
    return "man" if "who" in tree.lemmas and token.tag in COMMON and _is_who(tree, index) else None


def _as_phrase(tree: Tree, index: int) -> str | None:
    """The row for a word with those beside it: 'fashion house', 'co-operative', 'chamber of commerce', 'the ferry line X'."""
    lemma, before = tree[index].lemma, tree.lower[index - 1] if index else ""
    if before == "-" and index > 1 and (compound := f"{tree.lower[index - 2]}-{lemma}") in nouns():
        return compound
    if before and (phrase := f"{before} {lemma}") in nouns():
        return phrase
    if lemma == "chamber" and index + 2 < len(tree) and tree.lower[index + 2] == "commerce":
        return "chamber of commerce"
    is_line = lemma == "line" and index > 0 and tree[index - 1].text in LINES
    return "company" if is_line and _is_before_name(tree, index) else None


def _is_pair(tree: Tree, index: int) -> bool:
    """'people-to-people ties', 'man-to-man', 'face-to-face': what both words are of is nobody."""
    return ("-", "to", "-") in {tree.lower[max(index - 3, 0) : index], tree.lower[index + 1 : index + 4]}


def _is_furniture(tree: Tree, index: int) -> bool:
    """'deck chairs'."""
    return tree[index].tag in PLURAL and bool(tree.below(index, "compound"))


def _is_of_hours(tree: Tree, index: int) -> bool:
    """'worked a night shift', 'a shift in policy': no people, as 'the night shift' are."""
    is_told = tree[index].tag == "NN" and any(tree.lower[i] == "the" for i in tree.below(index, "det"))
    return not (is_told and index > 0 and tree.lower[index - 1] in SHIFTS)


def _is_of_boat(tree: Tree, index: int) -> bool:
    """'a patrol boat'."""
    return tree[index].relation == "compound" and tree[tree[index].head].lemma in VEHICLES


def _is_province_or_condition(tree: Tree, index: int) -> bool:
    """'Plateau state', 'a state of emergency'."""
    if any(tree[child].tag == "NNP" for child in tree.below(index, "compound")):
        return True
    return any(tree[inner].text.islower() for word, inner in tree.prepositions(index) if word == "of")


def _is_aboard(tree: Tree, index: int) -> bool:
    """'with 40 people on board'."""
    return index > 0 and tree.lower[index - 1] == "on"


def _is_feast(tree: Tree, index: int) -> bool:
    """'threw a party'."""
    return tree[index].relation == "dobj" and tree[tree[index].head].lemma in FEASTING


def _is_worry(tree: Tree, index: int) -> bool:
    """Any but 'a mining concern' and 'the Oslo-based concern', which are firms."""
    return not any(tree[child].lemma in TRADES | {"base"} for child in tree.below(index, "compound", "amod"))


def _is_of_body(tree: Tree, index: int) -> bool:
    """'struck on the head'."""
    return tree[index].relation == "pobj" and not tree.below(index, "prep", "compound", "appos")


def _is_of_river(tree: Tree, index: int) -> bool:
    """'The river burst its banks'."""
    return tree[index].relation == "dobj" and tree[tree[index].head].lemma in BURSTING


# When a word that names somebody elsewhere names nobody.
ELSE: dict[str, Callable[[Tree, int], bool]] = {
    "chair": _is_furniture,
    "shift": _is_of_hours,
    "patrol": _is_of_boat,
    "state": _is_province_or_condition,
    "board": _is_aboard,
    "party": _is_feast,
    "concern": _is_worry,
    "head": _is_of_body,
    "bank": _is_of_river,
}


def _is_mass(tree: Tree, index: int) -> bool:
    """'deadly force', 'opposition to the dam', 'a family of engines', 'a model for others', 'on this side': no body."""
    token, before = tree[index], {tree.lower[i] for i in tree.below(index, "det", "poss", "compound", "nmod")}
    word = tree.lower[token.head] if token.relation == "pobj" else ""
    if token.text == "side":
        return word == "on" or (word in FROM_WHERE and bool(before & POINTING))
    if token.text in BUILT:
        return bool(before & {"a", "an"}) and token.relation == "dobj" and tree[token.head].lemma in LAYING
    inside = tree.prepositions(index)
    if token.text == "family":
        return any(word == "of" and tree[i].tag == "NNS" and acting_noun(tree, i) is None for word, i in inside)
    if token.text == "model":
        return any(word in {"for", "of"} for word, _ in inside)
    is_bare = not before and not any(tree[i].text[:1].isupper() for i in tree.below(index, "amod"))
    return is_bare and token.relation in {"dobj", "pobj", "nsubjpass", "conj"}


def _is_who(tree: Tree, index: int) -> bool:
    """'the carver, who': whatever the word, a person."""
    if tree[index].relation == "pobj" and tree.lower[tree[index].head] == "of":
        return False  # 'the owner of the shop, who'
    return any(
        tree.lower[i] == "who"
        for clause in tree.below(index, "relcl")
        for i in tree.below(clause, "nsubj", "nsubjpass")
    )


def _is_before_name(tree: Tree, index: int) -> bool:
    """'the ferry line Aurelia'; 'will open a ferry line' is a route."""
    return index + 1 < len(tree) and tree[index + 1].tag == "NNP"


def _acts_as_area(tree: Tree, index: int) -> bool:
    """'the province launched a campaign', 'accused the region of delay': those who run it, not where it is."""
    token = tree[index]
    verb = tree[token.head].lemma
    if token.relation == "pobj" and tree[token.head].relation == "agent":
        return tree[tree[token.head].head].lemma in RULING  # 'was overruled by the canton'
    if token.relation in {"pobj", "conj"} and _is_side(tree, index):
        return True
    return (token.relation == "nsubj" and verb in RULING) or (
        token.relation in {"dobj", "nsubjpass"} and verb in BLAMING
    )


def _is_side(tree: Tree, index: int) -> bool:
    """'talks between the teachers and the city', 'a suit against the county'."""
    word = tree[tree.first_conjunct(index)].head
    return tree.lower[word] in FACING and tree[tree[word].head].lemma in DEALINGS


def precise_noun(tree: Tree, index: int, noun: str) -> str:
    """'the militant group' is one of militants, 'rights groups' are organisations; a mere 'group' stays one."""
    before = [*tree.below(index, "amod", "compound"), *([index - 1] if index and tree[index - 1].tag == "NN" else [])]
    if noun not in VAGUE or not before:
        return noun
    if any(tree[child].lemma in TRADES for child in before):
        return "company"
    words = (acting_noun(tree, child) for child in before)
    return next((word for word in words if word and nouns()[word].kind is ActorKind.ARMED_GROUP), "organisation")


def is_people(tree: Tree, index: int) -> bool:
    """A noun for one person or several."""
    word = acting_noun(tree, index)
    return word is not None and nouns()[word].kind in HUMAN


def is_office(tree: Tree, index: int) -> bool:
    """A word of office that may stand before a name (people.txt)."""
    word = tree.lower[index].rstrip(".")
    noun = nouns().get(word) or nouns().get(tree[index].lemma)
    return noun is not None and noun.is_office


def office_before(tree: Tree, start: int) -> int | None:
    """The office that a name after a comma is put beside: 'the head of the port authority, X', whatever the tree makes of it."""
    if start < 2 or tree[start - 1].text != ",":
        return None
    current = start - 2
    while not is_office(tree, current):
        if tree[current].relation not in {"pobj", "prep", "poss", "compound", "case"} or tree[current].head >= current:
            return None
        current = tree[current].head
    return current if tree[current].tag in {"NN", "NNP"} else None


def is_party(tree: Tree, index: int) -> bool:
    """Either word of 'Social Democrats', which the tagger takes for a people."""
    last = index if tree[index].tag == "NNPS" else min(index + 1, len(tree) - 1)
    is_name = last > 0 and all(tree[i].text[:1].isupper() and tree[i].pos == "PROPN" for i in (last - 1, last))
    return is_name and tree[last].text in PARTISANS
