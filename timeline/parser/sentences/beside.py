"""Beside: names right beside what they are called by, and what stands beside a name, hung where they belong. One Sentence."""

from collections.abc import Callable
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.statement import ActorKind
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.lost import with_lost_head
from timeline.parser.sentences.tree import DATES, PAST, with_tokens

Tokens = tuple[Token, ...]
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT"})
LOOSE = frozenset({"npadvmod", "amod", "advcl", "dobj", "nmod", "dep", "attr", "oprd", "nsubj"})
WITHIN = frozenset({"compound", "amod", "nmod", "det", "punct"})
GOING = frozenset({"to", "from"})
BEATING = frozenset("beat defeat thrash edge crush rout hammer trounce upset stun thump outplay overcome".split())
SECOND = frozenset({"advcl", "conj", "ccomp", "dep", "parataxis"})
LONGEST = 5  # words of a name
LOANED = frozenset({"give", "offer", "pay", "award", "cost", "teach", "show", "send", "sell", "name"})


def with_names_beside(sentence: Sentence) -> Sentence:
    """The Sentence with such names in their place; most are returned as they are."""
    for token in sentence.tokens:
        mend = _mending(token)
        if mend is not None:
            sentence = mend(sentence, sentence.tokens[token.index])
    return sentence


def _mending(token: Token) -> Callable[[Sentence, Token], Sentence] | None:
    if token.tag == "NNS" and not token.entity:
        return _with_those_called
    if token.text == "forward":
        return _with_player
    if token.lemma == "magnitude":
        return _with_quake
    if token.text == "of" and token.relation == "prep":
        return _with_what_goes
    if token.entity == "PERSON" and token.relation in {"pobj", "conj"}:
        return _with_late_name if token.relation == "pobj" else _with_their_names
    if token.relation == "ROOT" and token.pos in {"PROPN", "NOUN"}:
        return with_lost_head
    if token.relation == "npadvmod" and token.pos == "PROPN":
        return _with_loser
    if token.tag in PAST and token.relation in SECOND:
        return _with_outer_office
    is_beside = token.relation == "appos" and token.pos in {"NOUN", "PROPN"}
    return _with_second_office if is_beside and token.text.islower() else None


def _with_their_names(sentence: Sentence, name: Token) -> Sentence:
    """'The leaders of Peru and Chad, Ann Lee and Idris Kone, met', where they are taken for more lands that have leaders."""
    tokens = sentence.tokens
    land = tokens[name.head]
    while land.relation == "conj" and land.entity == "GPE":
        land = tokens[land.head]
    of, first = tokens[land.head], _first_of(tokens, name)
    office = land if land.tag == "NNS" else tokens[of.head]
    lands = [t for t in tokens[office.index + 1 : first] if t.entity == "GPE" and t.relation in {"pobj", "conj"}]
    is_theirs = office is land or (land.entity == "GPE" and land.relation == "pobj" and of.text == "of")
    is_apart = office.tag == "NNS" and tokens[first - 1].text == ","
    if not (is_theirs and is_apart and _is_somebody(office)) or len(lands) < 2:
        return sentence
    return with_tokens(sentence, replace(name, head=office.index, relation="appos"))


def _with_those_called(sentence: Sentence, noun: Token) -> Sentence:
    """'the oil firms Perdana and Lukas', 'brothers Carl and Luis Vega': they, whatever the tree takes the names for."""
    tokens = sentence.tokens
    if noun.index + 1 == len(tokens) or tokens[noun.index + 1].pos != "PROPN" or noun.pos != "NOUN":
        return sentence
    name = _whole(tokens, tokens[noun.index + 1])
    second = next((t for t in tokens[name.index + 1 :] if t.head == name.index and t.relation == "conj"), None)
    is_loose = name.relation in LOOSE and (name.relation == "advcl" or name.head in {noun.index, noun.head})
    is_object = noun.relation == "dobj" and tokens[noun.head].lemma in LOANED
    if second is None or second.pos != "PROPN" or name.entity not in NAMES or not is_loose or is_object:
        return sentence
    return with_tokens(sentence, replace(name, head=noun.index, relation="appos"))


def _is_somebody(noun: Token) -> bool:
    """'president', 'banker'."""
    row = nouns().get(noun.lemma)
    return row is not None and row.kind is ActorKind.PERSON


def _first_of(tokens: Tokens, name: Token) -> int:
    """Where a name begins, by its last word."""
    first = name.index
    while first and tokens[first - 1].head == name.index and tokens[first - 1].pos == "PROPN":
        first -= 1
    return first


def _whole(tokens: Tokens, first: Token) -> Token:
    """The head of the name that begins with a word."""
    name = first
    while name.relation == "compound" and name.head == name.index + 1 and tokens[name.head].pos == "PROPN":
        name = tokens[name.head]
    return name


def _with_player(sentence: Sentence, forward: Token) -> Sentence:
    """'signed Brazilian forward Duda', where 'forward' is taken for a direction, and Brazil for another who was signed."""
    tokens, i = sentence.tokens, forward.index
    if i == 0 or i + 1 == len(tokens) or tokens[i + 1].pos != "PROPN" or tokens[i - 1].pos != "ADJ":
        return sentence
    name = _whole(tokens, tokens[i + 1])
    if name.entity not in {"", *NAMES} or forward.tag == "NN":
        return sentence
    return with_tokens(
        sentence,
        replace(tokens[i - 1], head=name.index, relation="amod"),
        replace(forward, head=name.index, relation="compound", tag="NN", pos="NOUN"),
    )


def _with_quake(sentence: Sentence, magnitude: Token) -> Sentence:
    """'A magnitude 6.9 quake struck': the quake, where the tree takes the magnitude for what struck."""
    tokens = sentence.tokens
    quake = next((t for t in tokens if t.head == magnitude.index and t.relation == "appos"), None)
    if quake is None or quake.index != magnitude.index + 2 or tokens[magnitude.index + 1].head != quake.index:
        return sentence
    before = [t for t in tokens[: magnitude.index] if t.head == magnitude.index]
    head = quake.index if magnitude.head == magnitude.index else magnitude.head
    return with_tokens(
        sentence,
        replace(quake, head=head, relation=magnitude.relation),
        replace(magnitude, head=quake.index, relation="compound"),
        replace(tokens[magnitude.index + 1], head=magnitude.index),
        *(replace(t, head=quake.index) for t in before),
        *(replace(t, head=quake.index) for t in tokens[quake.index + 1 :] if t.head == magnitude.index),
    )


def _with_what_goes(sentence: Sentence, of: Token) -> Sentence:
    """'the extradition to Spain of a banker', where the banker is taken for what Spain is of."""
    tokens, place = sentence.tokens, sentence.tokens[of.head]
    word = tokens[place.head]
    thing = tokens[word.head]
    is_goal = place.entity == "GPE" and place.relation == "pobj" and word.text in GOING
    if not is_goal or thing.pos != "NOUN" or of.index != place.index + 1:
        return sentence
    is_bare = not any(t.head == place.index and t.relation == "det" for t in tokens)
    has_own = any(t.head == thing.index and t.text == "of" for t in tokens)
    if not is_bare or has_own:
        return sentence
    return with_tokens(sentence, replace(of, head=thing.index))


def _with_late_name(sentence: Sentence, name: Token) -> Sentence:
    """'the head of the Front, Ann Blau, signed', where she is taken for whom he is the head of, and the Front for a part of it."""
    tokens, of = sentence.tokens, sentence.tokens[name.head]
    office = tokens[of.head]
    first = _first_of(tokens, name)
    comma, body = tokens[first - 1], tokens[first - 2]
    is_apart = of.text == "of" and comma.text == "," and first - 2 > of.index
    is_body = body.head == name.index and body.relation in WITHIN and body.pos in {"PROPN", "NOUN"}
    if not (is_apart and is_body and _is_somebody(office)):
        return sentence
    inside = [t for t in tokens[of.index + 1 : body.index] if t.head == name.index and t.relation in WITHIN]
    return with_tokens(
        sentence,
        replace(body, head=of.index, relation="pobj"),
        replace(name, head=office.index, relation="appos"),
        *(replace(t, head=body.index) for t in inside),
    )


def _with_second_office(sentence: Sentence, second: Token) -> Sentence:
    """'captured the drug lord', where the lord is taken for another name of the drug; 'the president of Chad and the head of the
    army, Idris Kone, met', where the second is taken for what the first is.
    """
    tokens, first = sentence.tokens, sentence.tokens[second.head]
    if first.index == second.index - 1 and first.tag == "NN":
        return with_tokens(
            sentence,
            replace(second, head=first.head if first.head != first.index else second.index, relation=first.relation),
            replace(first, head=second.index, relation="compound"),
            *(replace(t, head=second.index) for t in tokens if t.head == first.index and t is not second),
        )
    start = next((t.index for t in tokens[: second.index] if t.head == second.index), second.index)
    joining = tokens[start - 1] if start else second
    if joining.relation != "cc" or joining.text != "and" or first.index > joining.index:
        return sentence
    if not (_is_somebody(first) and _is_somebody(second)):
        return sentence
    later = [t for t in tokens[second.index + 1 :] if t.head == first.index and t.relation == "appos"]
    return with_tokens(
        sentence,
        replace(second, relation="conj"),
        replace(joining, head=first.index),
        *(replace(t, head=second.index) for t in later),
    )


def _with_outer_office(sentence: Sentence, verb: Token) -> Sentence:
    """'Soldiers seized power in Chad and the president, Idris Kone, fled', where Chad and he are taken for where they did."""
    tokens = sentence.tokens
    own = [t for t in tokens if t.head == verb.index]
    office = next((t for t in reversed(tokens[: verb.index]) if t.relation == "conj" and t.tag == "NN"), None)
    is_own = any(t.relation in {"nsubj", "nsubjpass", "mark", "cc"} for t in own)
    if is_own or office is None or tokens[office.head].relation not in {"pobj", "dobj"}:
        return sentence
    start = min([verb.index, *(t.index for t in own if t.relation in {"aux", "auxpass"})])
    names = tokens[office.index + 2 : start - 1]
    is_name = bool(names) and all(t.pos == "PROPN" for t in names) and len(names) < LONGEST
    is_apart = tokens[office.index + 1].text == tokens[start - 1].text == ","
    if not (_is_somebody(office) and is_name and is_apart) or verb.head > office.index:
        return sentence
    joining = [t for t in tokens[office.head : office.index] if t.head == office.head and t.relation == "cc"]
    is_passive = any(t.relation == "auxpass" for t in own)
    return with_tokens(
        sentence,
        replace(verb, relation="conj"),
        replace(office, head=verb.index, relation="nsubjpass" if is_passive else "nsubj"),
        replace(names[-1], head=office.index, relation="appos"),
        *(replace(t, head=verb.head) for t in joining),
    )


def _with_loser(sentence: Sentence, name: Token) -> Sentence:
    """'Arsenal beat Leicester 6-2', where Leicester is taken for a measure."""
    tokens = sentence.tokens
    start = _first_of(tokens, name)
    if start == 0:
        return sentence
    verb = tokens[start - 1]
    is_next = verb.index == name.head and verb.lemma in BEATING and name.entity not in DATES
    objects = [t for t in tokens if t.head == verb.index and t.relation in {"dobj", "nsubjpass"}]
    if not is_next or any(t.tag != "CD" for t in objects):
        return sentence
    score = [replace(t, entity="") for t in tokens[name.index + 1 : name.index + 4] if t.pos in {"NUM", "PUNCT", "SYM"}]
    goals = [replace(t, relation="npadvmod", entity="") for t in objects]
    return with_tokens(sentence, replace(name, relation="dobj"), *score, *goals)
