"""Repair: what the small model of English reads wrong in the same way each time, put right before anything is read from it."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.forms import irregular
from timeline.parser.known.triggers import lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.beside import with_names_beside
from timeline.parser.sentences.callings import with_one_called
from timeline.parser.sentences.given import given_names, with_given_name
from timeline.parser.sentences.kindred import with_kindred
from timeline.parser.sentences.mistagged import with_right_tags
from timeline.parser.sentences.naming import PARTICLES, mended_name
from timeline.parser.sentences.outer import with_outer_deeds
from timeline.parser.sentences.parted import with_parted
from timeline.parser.sentences.participles import STOPS, UNDERGONE
from timeline.parser.sentences.reduced import with_reduced
from timeline.parser.sentences.rejoined import with_intruders
from timeline.parser.sentences.results import SCORE
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.straight import straightened
from timeline.parser.sentences.tree import PAST, PRESENT, with_tokens

UNMARKED = PRESENT | {"VB"}
FORMS = UNMARKED | {"VBN"}  # tags that are put right, and relations of words that are
FORMED = frozenset({"conj", "ROOT", "dobj", "advmod", "nummod", "acl", "pcomp"})
TRADES, TRADED = frozenset({"smuggling", "trafficking"}), frozenset({"people", "migrants", "drugs", "arms", "weapons"})
HOLDING = frozenset({"hold", "stage"})
JOINED = UNDERGONE | word_list("undergone when joined")
CRAFTS = word_list("trade")
HURTING = frozenset("hurt injure strain break wrench twist".split())
QUOTES = frozenset({'"', "”", "'", "’", "''", "»"})
LONGEST_NAME = 4
FINING = frozenset({"fine", "fin", "jail"})
UNSURE = frozenset({"VBG", "VB", "VBD", "VBN", "NN", "NNS", "JJ", "RB"})
OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})  # what a verb with a tense of its own has


def repaired(sentence: Sentence) -> Sentence:
    """The Sentence, its names and its tree mended where need be; most are returned as they are."""
    sentence = with_right_tags(sentence)
    tokens = sentence.tokens
    for hyphen in given_names(tokens):
        tokens = with_given_name(tokens, hyphen)
    tokens = _with_names(tokens)
    if tokens is not sentence.tokens:
        sentence = replace(sentence, tokens=tokens)
    whole = with_outer_deeds(with_parted(with_intruders(with_reduced(sentence))))
    return with_names_beside(with_one_called(straightened(with_kindred(whole))))


def with_known_names(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The Sentences of a text; 'Denning, 31, who moved' opens with a name where the text knows a Paula Denning, and 'Denning and
    Blau' are no firm where it knows both."""
    persons = {token.text for sentence in sentences for token in sentence.tokens if token.entity == "PERSON"}
    opened = [_with_known(sentence) if _may_open(sentence, persons) else sentence for sentence in sentences]
    return [_parted(sentence, persons) for sentence in opened]


def _parted(sentence: Sentence, persons: set[str]) -> Sentence:
    """The Sentence; two known persons taken for one body are two."""
    tokens = sentence.tokens
    joints = [
        token.index for token in tokens if token.text == "and" and token.entity == "ORG" and not token.entity_start
    ]
    for joint in joints:
        own = [i for i in _entity_around(tokens, joint) if i != joint]
        if all(tokens[i].text in persons or tokens[i].text == "-" for i in own) and own[-1] > joint:
            named = [replace(tokens[i], entity="PERSON", entity_start=i in {own[0], joint + 1}) for i in own]
            sentence = with_tokens(sentence, *named, replace(tokens[joint], entity="", entity_start=False))
    return sentence


def _entity_around(tokens: Sequence[Token], index: int) -> list[int]:
    start = next(i for i in range(index, -1, -1) if tokens[i].entity_start or i == 0)
    inside = range(index + 1, len(tokens))
    end = next((i for i in inside if tokens[i].entity != tokens[index].entity or tokens[i].entity_start), len(tokens))
    return list(range(start, end))


def _may_open(sentence: Sentence, persons: set[str]) -> bool:
    first = sentence.tokens[0]
    return first.tag in UNSURE and first.text in persons and len(sentence.tokens) > 1 and first.relation in NOMINAL


def _with_known(sentence: Sentence) -> Sentence:
    first = sentence.tokens[0]
    name = replace(first, pos="PROPN", tag="NNP", lemma=first.text.lower(), entity="PERSON", entity_start=True)
    return replace(sentence, tokens=(name, *sentence.tokens[1:]))


def _with_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with forms, relations and names of single words put right, each in the first way that is for such a word."""
    mended: dict[int, Token] = {}
    for token in tokens:
        found = _by_form(tokens, token) if token.relation in FORMED or token.tag in FORMS else None
        if found is None and (token.entity or token.relation == "compound" or token.text in PARTICLES):
            found = mended_name(tokens, token)
        if found:
            mended.update(found)
    return tuple(mended.get(token.index, token) for token in tokens) if mended else tokens


def _by_form(tokens: tuple[Token, ...], token: Token) -> dict[int, Token] | None:
    """What is mended of a word whose tag or relation is wrong, {} for nothing; None for any other word."""
    if token.tag in UNMARKED and token.pos == "VERB" and _is_past_form(token):
        lemma = token.lemma.removesuffix("t") if token.lemma == "leapt" else token.lemma
        return {token.index: replace(token, tag="VBD", lemma=lemma)}
    if token.relation == "relcl" and token.tag == "VBN" and token.lemma in HOLDING and _is_aim(tokens, token):
        return {token.index: replace(token, relation="acl")}
    if token.relation == "conj" and token.tag in PAST and (noun := _described(tokens, token)) is not None:
        return _as_description(tokens, token, noun)
    if token.relation == "conj" and token.tag in PAST and _goes_with_base(tokens, token):
        return {token.index: replace(token, tag="VB")}
    if token.relation == "conj" and token.tag == "VB" and _goes_with_past(tokens, token):
        return {token.index: replace(token, tag="VBD")}
    if token.relation == "conj" and token.tag == "VBD" and _is_done_to(tokens, token):
        return {token.index: replace(token, tag="VBN")}
    if token.relation == "ROOT" and token.tag in PAST and _is_headline_of(tokens, token):
        subjects = [one for one in tokens if one.head == token.index and one.relation == "nsubj"]
        return {
            token.index: replace(token, tag="VBN"),
            **{one.index: replace(one, relation="nsubjpass") for one in subjects},
        }
    if token.relation == "pcomp" and token.text in CRAFTS:
        return _of_craft(tokens, token)
    if token.relation == "dobj" and _is_speaker(tokens, token):
        return {token.index: replace(token, relation="nsubj")}
    if token.text == "back" and token.relation == "advmod" and _is_her_back(tokens, token):
        her = replace(tokens[token.index - 1], head=token.index, relation="poss", tag="PRP$")
        return {token.index: replace(token, relation="dobj", tag="NN", pos="NOUN"), her.index: her}
    if token.relation == "nummod" and token.head == token.index - 1 and _is_result(tokens, token.index):
        return {token.index: replace(token, head=tokens[token.head].head, relation="npadvmod")}
    if token.relation == "nummod" and tokens[token.head].pos == "ADV":
        return _as_subject(tokens, token)
    if token.text in TRADES and token.relation == "acl":
        return _as_trade(tokens, token)
    if token.tag == "VB" and token.relation == "pobj" and tokens[token.head].text.lower() == "to":
        return _as_infinitive(tokens, token)
    if token.tag == "VBN" and token.relation in NOMINAL and _is_of_those(tokens, token):
        return {token.index: replace(token, pos="NOUN", tag="NNS", lemma=token.text.lower())}
    return None


def _as_trade(tokens: Sequence[Token], trade: Token) -> dict[int, Token]:
    """'on suspicion of people smuggling', which the tree takes for people who smuggle; but 'people smuggling guns' do."""
    goods = tokens[trade.head]
    is_pair = goods.index + 1 == trade.index and goods.text in TRADED
    own = {one.relation for one in tokens if one.head == trade.index}
    if not is_pair or "dobj" in own or any(one.head == goods.index for one in tokens[: goods.index]):
        return {}
    return {
        goods.index: replace(goods, head=trade.index, relation="compound"),
        trade.index: replace(trade, head=goods.head, relation=goods.relation, tag="NN", pos="NOUN", lemma=trade.text),
    }


def _as_infinitive(tokens: Sequence[Token], verb: Token) -> dict[int, Token]:
    """'called on supporters to march on the town', where 'to' is taken for a preposition."""
    to = tokens[verb.head]
    if to.index + 1 != verb.index or (verb.lemma, "verb") not in lexicon():
        return {}
    relation = "xcomp" if tokens[to.head].pos in {"VERB", "AUX"} else "acl"
    return {
        to.index: replace(to, head=verb.index, relation="aux", tag="TO", pos="PART"),
        verb.index: replace(verb, head=to.head, relation=relation, pos="VERB"),
    }


def _is_aim(tokens: Sequence[Token], token: Token) -> bool:
    """'a summit to be held on Friday', which the tree takes for a clause with a 'that' now and then."""
    inside = tokens[max(0, token.index - 4) : token.index]
    return any(one.head == token.index and one.relation == "aux" and one.tag == "TO" for one in inside)


def _of_craft(tokens: Sequence[Token], token: Token) -> dict[int, Token]:
    """'was founded by shipping magnate Ann Lee', where she is taken to have been shipped."""
    name = next((one for one in tokens if one.head == token.index and one.relation == "dobj"), None)
    beside = tokens[token.index + 1]
    if name is None or name.pos != "PROPN" or beside.pos != "NOUN" or beside.head != name.index:
        return {}
    moved = {
        one.index: replace(one, head=name.index) for one in tokens if one.head == token.index and one.index > name.index
    }
    return moved | {
        token.index: replace(token, head=name.index, relation="compound", tag="NN", pos="NOUN", lemma=token.text),
        name.index: replace(name, head=token.head, relation="pobj"),
    }


def _as_subject(tokens: Sequence[Token], number: Token) -> dict[int, Token]:
    """'The 787 first flew in May', whose number the tree hangs on 'first'."""
    verb, article = tokens[tokens[number.head].head], tokens[number.index - 1]
    has_subject = any(one.head == verb.index and one.relation in OWN for one in tokens)
    if number.index == 0 or article.lemma != "the" or verb.tag not in PAST or has_subject:
        return {}
    return {
        number.index: replace(number, head=verb.index, relation="nsubj"),
        article.index: replace(article, head=number.index),
    }


def _described(tokens: Sequence[Token], token: Token) -> Token | None:
    """'assurances' of 'wants a mechanism and written assurances': a form that no past is, before a noun, with no 'has' or 'was'."""
    form, after = token.text.lower(), tokens[token.index + 1] if token.index + 1 < len(tokens) else token
    is_participle = form != irregular().get(token.lemma, form) and form != token.lemma
    is_noun = after.relation == "dobj" and after.head == token.index and after.pos == "NOUN"
    if not (is_participle and is_noun):
        return None
    helped = any(one.head in {token.index, token.head} and one.relation in {"aux", "auxpass"} for one in tokens)
    return None if helped else after


def _as_description(tokens: Sequence[Token], token: Token, noun: Token) -> dict[int, Token]:
    """The participle before its noun, and the noun joined to what the verb before has."""
    first = next((one.index for one in tokens if one.head == token.head and one.relation == "dobj"), token.head)
    return {
        token.index: replace(token, head=noun.index, relation="amod", tag="VBN", pos="ADJ"),
        noun.index: replace(noun, head=first, relation="conj" if first != token.head else "dobj"),
    }


def _is_her_back(tokens: Sequence[Token], token: Token) -> bool:
    """'hurt her back', where somebody is taken to have been hurt again."""
    before = tokens[token.index - 1] if token.index else token
    is_hers = before.text.lower() == "her" and before.relation == "dobj" and before.head == token.head
    return is_hers and tokens[token.head].lemma in HURTING


def _is_of_those(tokens: Sequence[Token], token: Token) -> bool:
    """'visited the wounded', which the tagger takes for a verb."""
    before = tokens[token.index - 1] if token.index else token
    return before.text.lower() == "the" and before.head == token.index


def _is_past_form(token: Token) -> bool:
    """'leapt', which is no form of the present."""
    is_other = token.text.lower() != token.lemma or token.lemma == "leapt"
    return not token.text.endswith("s") and is_other and token.text[-1:] in {"d", "t"}


def _goes_with_base(tokens: Sequence[Token], token: Token) -> bool:
    """'will close its plant and cut 90 jobs': a form that is past and present alike, joined to a base form."""
    is_alike = token.text.lower() == token.lemma and tokens[token.head].tag == "VB"
    if tokens[token.head].relation == "xcomp" and any(t.head == token.head and t.text == "but" for t in tokens):
        return False  # 'was due to visit it but put off the trip'
    return is_alike and not any(one.head == token.index and one.relation in OWN for one in tokens)


def _goes_with_past(tokens: Sequence[Token], token: Token) -> bool:
    """'laid off nine and cut their pay': a form that is past and present alike, joined to a past one."""
    is_alike = irregular().get(token.lemma) == token.text.lower() and tokens[token.head].tag == "VBD"
    return is_alike and not any(one.head == token.index and one.relation in OWN for one in tokens)


def _is_done_to(tokens: Sequence[Token], token: Token) -> bool:
    """'was caught in Peru and handed over to Chile': what is done to somebody, as the verb before and without an object."""
    own = {one.relation for one in tokens if one.head == token.index}
    is_passive = any(one.head == token.head and one.relation == "auxpass" for one in tokens)
    if token.lemma in FINING:  # 'was arrested and fined 500 francs'
        sums = [one for one in tokens if one.head == token.index and one.relation == "dobj"]
        return is_passive and own.isdisjoint(OWN) and all(tokens[one.index - 1].pos in {"NUM", "SYM"} for one in sums)
    return token.lemma in JOINED and is_passive and own.isdisjoint({*OWN, "dobj", "ccomp", "xcomp"})


def _is_headline_of(tokens: Sequence[Token], token: Token) -> bool:
    """'Three journalists arrested in Chad', without a full stop: they were arrested."""
    own = {one.relation for one in tokens if one.head == token.index}
    is_headline = tokens[-1].text not in STOPS and token.lemma in UNDERGONE
    return is_headline and "nsubj" in own and own.isdisjoint({"aux", "auxpass", "dobj", "ccomp", "xcomp"})


def _is_speaker(tokens: Sequence[Token], token: Token) -> bool:
    """'"Mills never die," joked Blau'."""
    verb = tokens[token.head]
    is_behind = 0 < verb.index < token.index <= verb.index + LONGEST_NAME and tokens[verb.index - 1].text in QUOTES
    return is_behind and verb.tag == "VBD" and not any(one.head == verb.index and one.relation in OWN for one in tokens)


def _is_result(tokens: Sequence[Token], index: int) -> bool:
    """'6', '-' and '4' behind a name, cut in three: 'beat Lena Brandt 6-4', 'beat Metz 2-0'."""
    words = [token.text for token in tokens[index : index + 3]]
    return tokens[index - 1].tag in {"NNP", "NNPS"} and SCORE.fullmatch("".join(words)) is not None
