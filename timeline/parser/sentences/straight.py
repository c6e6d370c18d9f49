"""Straight: trees that the small model of English grows crooked in the same way each time, put right. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.sentences.apart import (
    with_day_apart,
    with_day_of_deal,
    with_named_speaker,
    with_second_speech,
    with_second_subject,
)
from timeline.parser.sentences.astray import (
    with_clause_told,
    with_described_subject,
    with_event_held,
    with_present_speech,
    with_thing_meant,
)
from timeline.parser.sentences.attached import (
    strays,
    with_charge,
    with_clause_inside,
    with_harming_clause,
    with_inner_object,
    with_offices,
    with_own_arguments,
    with_persons_clause,
    with_reduced_clause,
    with_second_firm,
    with_second_person,
    with_whole_subject,
)
from timeline.parser.sentences.inverted import (
    with_captives,
    with_disguised,
    with_late_subject,
    with_name_behind_word,
    with_watcher,
    with_whom_beside,
)
from timeline.parser.sentences.joined import joined, joined_to_aim, joined_to_noun, joined_to_tense
from timeline.parser.sentences.joints import (
    NOUNS,
    SUBJECTS,
    has_subject,
    moored,
    with_first_root,
    with_first_verb,
    with_name_of_place,
    with_only_subject,
    with_opening,
    with_outer_subject,
    with_own_name,
    with_teller,
    with_two_clauses,
    with_warning,
    with_whose,
)
from timeline.parser.sentences.lost import with_inner_verb, with_lost_verb
from timeline.parser.sentences.participles import (
    with_fate,
    with_main_verb,
    with_moment,
    with_noun_of_deed,
    with_opening_participle,
    with_speaker,
)
from timeline.parser.sentences.particles import FATES
from timeline.parser.sentences.passive import with_passive, with_second_passive
from timeline.parser.sentences.rejoined import rejoined, with_own_charge, with_own_deed
from timeline.parser.sentences.results import SCORE, with_loser
from timeline.parser.sentences.shares import with_moved
from timeline.parser.sentences.tree import PAST, TENSED, with_tokens

SUBJECT = "nsubj"
CLAUSES = frozenset({"relcl", "acl"})
COMMITTING = frozenset(
    "vow promise pledge agree threaten refuse offer decide plan vote decline undertake swear propose resolve order".split()
)
BESIDE = frozenset({"ccomp", "parataxis", "conj", "dep"})
# Relations in which nothing is put right but results, fates and verbs with a tense.
SOUND = frozenset("det punct pobj aux auxpass cc mark poss case neg prt nummod dobj attr acomp pcomp".split())
# Those of them in which not even results are.
PLAIN = SOUND - {"acomp", "pcomp"}
MOVING = CLAUSES | SUBJECTS | {"conj", "ROOT"}  # a word in these may be put right in several ways


def straightened(sentence: Sentence) -> Sentence:
    """The Sentence with its tree mended; most are returned as they are."""
    sentence = with_opening_participle(sentence)
    tokens = sentence.tokens
    if ";" in [token.text for token in tokens]:
        sentence = _apart(sentence)
    for token in tokens:
        if token.relation not in PLAIN or token.tag in TENSED or token.lemma in FATES or "0" <= token.text[:1] <= "9":
            sentence = _mended(sentence, token, tokens)
    return with_lost_verb(with_day_apart(sentence) if len(tokens) > 1 else sentence)


def _mended(sentence: Sentence, token: Token, before: tuple[Token, ...]) -> Sentence:
    """Put right where that word stands, in the first way that is for such words; `before` is how all stood at first."""
    if "0" <= token.text[:1] <= "9" and SCORE.fullmatch(token.text):
        return with_loser(sentence, token.index)
    if token.relation == "acomp" and (token.tag == "VBN" or token.text.endswith("ed")):
        return with_passive(sentence, token)
    if token.relation == "amod" and token.text.endswith("ed"):
        return with_inner_verb(with_moved(sentence, token), token)
    if token.lemma in FATES:
        return with_captives(sentence, token)
    if token.relation == "pcomp" and token.tag == "VBG":
        return with_noun_of_deed(sentence, token)
    if token.relation in SOUND and token.tag not in TENSED:
        return sentence  # most words
    if token.relation not in MOVING and token.tag not in TENSED:
        return _with_word(sentence, token, before)
    return _moved(sentence, token, before)


def _moved(sentence: Sentence, token: Token, before: tuple[Token, ...]) -> Sentence:
    """As `_mended`, of a verb with a tense, a clause, a subject or what is joined: there several ways may be taken in turn."""
    if token.relation == "conj" and token.tag in {"VB", "VBP"}:
        sentence = joined_to_aim(sentence, token)
        token = sentence.tokens[token.index]
    if token.relation in CLAUSES and (told := with_clause_told(sentence, token)) is not sentence:
        sentence, token = told, told.tokens[token.index]
    if token.relation in {"acl", "conj"} and (passive := with_second_passive(sentence, token)) is not sentence:
        return passive
    if token.relation in SUBJECTS and token.pos == "PROPN" and token.index > 1:
        sentence = with_name_behind_word(sentence, token)
        token = sentence.tokens[token.index]
    if token.relation == "relcl" and token.index:
        sentence = with_described_subject(with_thing_meant(sentence, token), token)
        token = sentence.tokens[token.index]
    if token.relation == "ROOT" and token.tag in PAST:
        sentence = with_late_subject(with_fate(sentence, token), token)
        token = sentence.tokens[token.index]
        if token.tag == "VBN":
            return with_reduced_clause(sentence, token)
    if token.tag in TENSED and token.pos == "VERB":
        sentence = with_watcher(with_named_speaker(sentence, token), token)
        if token.relation == "advcl":
            sentence = with_disguised(sentence, token)
            token = sentence.tokens[token.index]
        if token.relation == "conj":
            sentence = with_second_speech(with_own_charge(with_present_speech(sentence, token), token), token)
            token = sentence.tokens[token.index]
        return with_main_verb(sentence, token) if token.relation == "acl" else _with_verb(sentence, token)
    return _with_word(sentence, token, before)


def _with_word(sentence: Sentence, token: Token, before: tuple[Token, ...]) -> Sentence:
    """What is not of the past or present, by its relation."""
    if token.relation == "acl" and token.tag == "VBN":
        sentence = with_event_held(sentence, token)
        token = sentence.tokens[token.index]
        return with_moment(with_speaker(with_main_verb(sentence, token), token), token.index)
    if token.relation == "advmod" and token.tag == "NNP" and token.index == 0:
        return _with_first_subject(sentence, token)
    if token.relation == "advcl" and token.tag == "VB":
        return _with_aim(sentence, token)
    if token.relation == "xcomp" and token.tag == "VB" and sentence.tokens[token.head].pos == "NOUN":
        return with_tokens(sentence, replace(token, relation="acl"))  # 'two attempts to deliver it failed'
    if token.text == "of" and token.relation == "prep":
        return with_whose(with_charge(sentence, token), token)
    if token.text == "on" and token.relation == "prep":
        return with_day_of_deal(sentence, token)
    if token.relation == "appos":
        return with_whom_beside(moored(sentence, token), token)
    if token.relation == "acl" and token.text == "warning":
        return with_warning(sentence, token)
    if token.relation == "conj":
        return _with_second(sentence, token)
    if token.relation == "nsubjpass":
        sentence = with_inner_object(sentence, token)
    return _with_subject(sentence, token, before) if token.relation == SUBJECT else rejoined(sentence, token)


def _with_second(sentence: Sentence, token: Token) -> Sentence:
    """What does something of its own, else a second person, firm or participle."""
    if token.pos in NOUNS and (parted := with_second_subject(sentence, token)) is not sentence:
        return parted
    if token.entity == "PERSON":
        return with_second_person(sentence, token)
    if token.entity == "ORG":
        return with_second_firm(sentence, token)
    if token.tag == "VBN":
        sentence = with_two_clauses(sentence, sentence.tokens[token.head], token)
        return with_own_deed(with_second_speech(sentence, token), token)
    return rejoined(sentence, token)


def _with_subject(sentence: Sentence, token: Token, before: tuple[Token, ...]) -> Sentence:
    """By what sort of word the subject is, then by where it stands."""
    if token.tag == "VBG":
        return with_whole_subject(sentence, token)
    if token.tag == "NNS":
        return with_offices(sentence, token)
    if token.pos == "PROPN" and token.index > 1:
        return with_name_of_place(with_own_name(sentence, token), token)
    if token.pos == "PRON" and token.index > 2:
        return with_only_subject(sentence, token)
    if before[token.head].relation == SUBJECT:
        return with_outer_subject(sentence, token)
    if token.index < token.head - 1 and before[token.index + 1].text == ",":
        return with_first_verb(with_name_of_place(sentence, token), token)
    return rejoined(sentence, token)


def _apart(sentence: Sentence) -> Sentence:
    """'A judge fell ill; the mayor left', where one is taken for a clause of the other: two sentences, each with its root."""
    tokens = sentence.tokens
    signs = [token.index for token in tokens if token.text == ";"]
    loose = [token for token in tokens if token.relation in BESIDE and token.pos in {"VERB", "AUX"}]
    roots = [
        replace(token, head=token.index, relation="ROOT")
        for token in loose
        if any(min(token.index, token.head) < sign < max(token.index, token.head) for sign in signs)
        and _is_whole(sentence, token, signs)
    ]
    lost = [token for root in roots for token in strays(sentence, root, signs)]
    return with_tokens(sentence, *lost, *(_in_place_of(sentence, root, roots) for root in roots)) if roots else sentence


def _in_place_of(sentence: Sentence, root: Token, roots: list[Token]) -> Token:
    """'Blau said the mill was old; she had not seen it': what she said, where it is taken for a part of the second clause."""
    second = sentence.tokens[sentence.tokens[root.index].head]
    is_second = second.index > root.index and any(other.index == second.index for other in roots)
    if not is_second or not second.head < root.index:
        return root
    return replace(root, head=second.head, relation=second.relation)


def _is_whole(sentence: Sentence, verb: Token, signs: list[int]) -> bool:
    """With a subject and nothing that joins it, and not one of several clauses of a verb of saying."""
    own = [token for token in sentence.tokens if token.head == verb.index]
    is_joined = any(token.relation == "mark" for token in own)
    siblings = [t for t in sentence.tokens if t.head == verb.head and t.relation == "ccomp" and t.index != verb.index]
    is_one_of_many = any(not any(t.index < sign < verb.head for sign in signs) for t in siblings if t.index < verb.head)
    return has_subject(sentence, verb) and not is_joined and not is_one_of_many


def _with_verb(sentence: Sentence, verb: Token) -> Sentence:
    if verb.relation == "ROOT":
        return with_reduced_clause(sentence, verb)
    if verb.relation == "ccomp" and verb.index < verb.head:
        return with_two_clauses(sentence, verb, sentence.tokens[verb.head])
    if verb.relation == "advcl" or (verb.relation == "conj" and verb.tag == "VBD"):
        mended = with_opening(sentence, verb)
        if mended is not sentence or verb.relation == "advcl":
            return with_first_root(sentence, verb) if mended is sentence else mended
    if verb.relation == "dep":
        return joined(sentence, verb)
    if verb.relation == "conj" and sentence.tokens[verb.head].pos in {"NOUN", "PROPN"}:
        return joined_to_noun(sentence, verb)
    if verb.relation == "conj" and verb.tag == "VBD" and sentence.tokens[verb.head].pos == "VERB":
        sentence, verb = with_own_arguments(sentence, verb)
        apart = with_two_clauses(sentence, sentence.tokens[verb.head], verb)
        if apart is not sentence:
            return apart
        return with_second_speech(with_teller(joined_to_tense(sentence, verb), verb), verb)
    if verb.relation == "relcl":
        sentence = with_persons_clause(sentence, verb)
        verb = sentence.tokens[verb.index]
        is_root = sentence.tokens[verb.head].relation == "ROOT"
        return with_clause_inside(sentence, verb) if is_root else with_harming_clause(sentence, verb)
    return sentence


def _with_aim(sentence: Sentence, verb: Token) -> Sentence:
    """'vowed on Monday to free them': what was vowed, not what the vow was for."""
    own = [token for token in sentence.tokens if token.head == verb.index]
    is_bare = any(token.tag == "TO" for token in own) and not any(
        token.relation in {"mark", *SUBJECTS} for token in own
    )
    is_aim = is_bare and sentence.tokens[verb.head].lemma in COMMITTING and verb.head < verb.index
    return with_tokens(sentence, replace(verb, relation="xcomp")) if is_aim else sentence


def _with_first_subject(sentence: Sentence, token: Token) -> Sentence:
    """'Nauru will expel two envoys', where the name is taken for an adverb."""
    verb = sentence.tokens[token.head]
    return sentence if has_subject(sentence, verb) else with_tokens(sentence, replace(token, relation=SUBJECT))
