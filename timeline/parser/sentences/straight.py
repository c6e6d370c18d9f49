"""Straight: trees that the small model of English grows crooked in the same way each time, put right. One Sentence."""

import re
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.statement import Status
from timeline.parser.known.hedges import effects
from timeline.parser.sentences.apart import with_day_apart, with_named_speaker, with_second_speech
from timeline.parser.sentences.attached import (
    strays,
    with_clause_inside,
    with_harming_clause,
    with_offices,
    with_own_arguments,
    with_reduced_clause,
    with_second_firm,
    with_second_person,
    with_whole_subject,
)
from timeline.parser.sentences.joints import (
    SUBJECTS,
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
from timeline.parser.sentences.rejoined import rejoined, with_own_deed
from timeline.parser.sentences.shares import with_moved
from timeline.parser.sentences.tree import FINITE, TENSED, with_tokens

SUBJECT = "nsubj"
SCORE = re.compile(r"\d+[-–—]\d+")
COMMITTING = frozenset(
    "vow promise pledge agree threaten refuse offer decide plan vote decline undertake swear propose resolve order".split()
)
NOT_SAID = Status.ASSERTED
BESIDE = frozenset({"ccomp", "parataxis", "conj", "dep"})


def straightened(sentence: Sentence) -> Sentence:
    """The Sentence with its tree mended; most are returned as they are."""
    tokens = sentence.tokens
    if any(token.text == ";" for token in tokens):
        sentence = _apart(sentence)
    for token in tokens:
        if "0" <= token.text[:1] <= "9" and SCORE.fullmatch(token.text):
            sentence = _with_loser(sentence, token.index)
        elif token.relation == "amod" and token.text.endswith("ed"):
            sentence = with_inner_verb(with_moved(sentence, token), token)
        elif token.tag in TENSED and token.pos == "VERB":
            sentence = with_named_speaker(sentence, token)
            sentence = _with_main_verb(sentence, token) if token.relation == "acl" else _with_verb(sentence, token)
        elif token.relation == "conj" and token.entity == "PERSON":
            sentence = with_second_person(sentence, token)
        elif token.relation == "conj" and token.entity == "ORG":
            sentence = with_second_firm(sentence, token)
        elif token.relation == "conj" and token.tag == "VBN":
            sentence = with_two_clauses(sentence, sentence.tokens[token.head], token)
            sentence = with_own_deed(with_second_speech(sentence, token), token)
        elif token.relation == "acl" and token.tag == "VBN":
            sentence = _with_speaker(_with_main_verb(sentence, token), token)
        elif token.relation == "advmod" and token.tag == "NNP" and token.index == 0:
            sentence = _with_first_subject(sentence, token)
        elif token.relation == "advcl" and token.tag == "VB":
            sentence = _with_aim(sentence, token)
        elif token.text == "of" and token.relation == "prep":
            sentence = with_whose(sentence, token)
        elif token.relation == "appos":
            sentence = moored(sentence, token)
        elif token.relation == SUBJECT and token.tag == "VBG":
            sentence = with_whole_subject(sentence, token)
        elif token.relation == SUBJECT and token.tag == "NNS":
            sentence = with_offices(sentence, token)
        elif token.relation == SUBJECT and token.pos == "PROPN" and token.index > 1:
            sentence = with_name_of_place(with_own_name(sentence, token), token)
        elif token.relation == SUBJECT and token.pos == "PRON" and token.index > 2:
            sentence = with_only_subject(sentence, token)
        elif token.relation == SUBJECT and tokens[token.head].relation == SUBJECT:
            sentence = with_outer_subject(sentence, token)
        elif token.relation == SUBJECT and token.index < token.head - 1 and tokens[token.index + 1].text == ",":
            sentence = with_first_verb(with_name_of_place(sentence, token), token)
        elif token.relation == "acl" and token.text == "warning":
            sentence = with_warning(sentence, token)
        else:
            sentence = rejoined(sentence, token)
    return with_lost_verb(with_day_apart(sentence) if len(tokens) > 1 else sentence)


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
    return _has_subject(sentence, verb) and not is_joined and not is_one_of_many


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
        return _joined(sentence, verb)
    if verb.relation == "conj" and sentence.tokens[verb.head].pos in {"NOUN", "PROPN"}:
        return _joined_to_noun(sentence, verb)
    if verb.relation == "conj" and verb.tag == "VBD" and sentence.tokens[verb.head].pos == "VERB":
        sentence, verb = with_own_arguments(sentence, verb)
        apart = with_two_clauses(sentence, sentence.tokens[verb.head], verb)
        if apart is not sentence:
            return apart
        return with_second_speech(with_teller(_joined_to_tense(sentence, verb), verb), verb)
    if verb.relation == "relcl":
        is_root = sentence.tokens[verb.head].relation == "ROOT"
        return with_clause_inside(sentence, verb) if is_root else with_harming_clause(sentence, verb)
    return sentence


def _with_main_verb(sentence: Sentence, verb: Token) -> Sentence:
    """'The bank named X as its chief', where the whole is taken for a noun with a participle."""
    tokens, noun = sentence.tokens, _outer(sentence, sentence.tokens[verb.head])
    is_whole = noun.head == noun.index and noun.pos in {"NOUN", "PROPN"} and noun.index < verb.index
    has_object = verb.tag == "VBD" or any(
        t.head == verb.index and t.relation in {"dobj", "oprd", "prt"} for t in tokens
    )
    others = [t for t in tokens if t.head == noun.index and t.index > verb.index and t.pos in {"VERB", "AUX"}]
    if not is_whole or others or tokens[-1].text not in {".", "!", "”", '"'}:
        return sentence
    if not has_object and not _is_only_verb(sentence, verb):
        return sentence
    after = [replace(t, head=verb.index) for t in tokens if t.head == noun.index and t.index > verb.index]
    return with_tokens(
        sentence,
        replace(verb, head=verb.index, relation="ROOT", tag="VBD"),
        replace(noun, head=verb.index, relation=SUBJECT),
        *after,
    )


def _is_only_verb(sentence: Sentence, verb: Token) -> bool:
    """'A lorry carrying pigs overturned on Monday': no other word says when, and nobody did it to the lorry."""
    is_done_to = any(token.head == verb.index and token.relation == "agent" for token in sentence.tokens)
    return not is_done_to and not any(token.tag in FINITE for token in sentence.tokens)


def _outer(sentence: Sentence, noun: Token) -> Token:
    """'roof' of 'the roof of a hall', 'lorry' of 'a lorry carrying pigs'."""
    above = sentence.tokens[noun.head]
    is_inner = (noun.relation, above.relation) in {("pobj", "prep"), ("dobj", "acl")}
    return _outer(sentence, sentence.tokens[above.head]) if is_inner else noun


def _with_speaker(sentence: Sentence, verb: Token) -> Sentence:
    """'Acme will sell its mill, the two firms announced on Monday', where the verb is taken for a participle of who says it."""
    tokens, noun = sentence.tokens, sentence.tokens[verb.head]
    root = next(token for token in tokens if token.head == token.index)
    first = min((t.index for t in tokens if t.head == noun.index and t.index < noun.index), default=noun.index)
    is_behind = root.index < first and root.pos == "VERB" and first > 0 and tokens[first - 1].text in {",", '"', "”"}
    own = {token.relation for token in tokens if token.head == verb.index}
    is_plain = verb.index == noun.index + 1 and own <= {"prep", "npadvmod", "advmod", "punct"}
    if not (is_behind and is_plain) or effects().get((verb.lemma, "verb"), NOT_SAID) is not None:
        return sentence
    return with_tokens(
        sentence,
        replace(verb, head=verb.index, relation="ROOT", tag="VBD"),
        replace(noun, head=verb.index, relation=SUBJECT),
        replace(root, head=verb.index, relation="ccomp"),
        *(
            replace(t, head=verb.index)
            for t in tokens
            if t.head == root.index and t.text == "." and t.index > verb.index
        ),
    )


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
    return sentence if _has_subject(sentence, verb) else with_tokens(sentence, replace(token, relation=SUBJECT))


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return any(token.head == verb.index and token.relation in SUBJECTS for token in sentence.tokens)


def _joined(sentence: Sentence, verb: Token) -> Sentence:
    """'traded nails, buried a sailor and sailed away': the second of three verbs."""
    above = sentence.tokens[verb.head]
    if above.index > verb.index or above.tag not in TENSED or _has_subject(sentence, verb):
        return sentence
    return with_tokens(sentence, replace(verb, relation="conj"))


def _joined_to_tense(sentence: Sentence, verb: Token) -> Sentence:
    """'denied taking bribes and accused the police', 'said he would sue and left': joined with the verb that has a tense."""
    tokens, above = sentence.tokens, sentence.tokens[verb.head]
    helpers = {token.text.lower() for token in tokens if token.head == above.index and token.relation == "aux"}
    is_helped = any(
        t.head == above.index and (t.tag == "MD" or t.lemma == "do") and t.relation == "aux" for t in tokens
    )
    if above.tag == "VB" and is_helped:
        is_said = above.relation == "ccomp" and tokens[above.head].tag in TENSED
        return with_tokens(sentence, replace(verb, head=above.head)) if is_said else sentence
    is_loose = not _has_subject(sentence, above) and above.relation in {"xcomp", "pcomp", "advcl", "ccomp"}
    if not is_loose or above.tag not in {"VB", "VBG", "VBN"} or (helpers and not helpers & {"to", "having"}):
        return sentence
    while above.tag not in TENSED and above.head != above.index:
        above = tokens[above.head]
    is_main = above.tag in TENSED and above.pos == "VERB" and above.index < verb.index
    return with_tokens(sentence, replace(verb, head=above.index)) if is_main else sentence


def _joined_to_noun(sentence: Sentence, verb: Token) -> Sentence:
    """'searched his house that summer and arrested him': joined with the verb, never with 'summer'."""
    above = sentence.tokens[verb.head]
    if _has_subject(sentence, verb):
        return sentence
    current = above
    while current.head != current.index and current.pos != "VERB":
        current = sentence.tokens[current.head]
    if current.pos == "VERB" and current.tag in TENSED and current.index < verb.index:
        return with_tokens(sentence, replace(verb, head=current.index))
    if current.index == above.index and above.index < verb.index:  # a sentence taken for a noun
        return with_tokens(
            sentence, replace(verb, head=verb.index, relation="ROOT"), replace(above, head=verb.index, relation=SUBJECT)
        )
    return sentence


def _with_loser(sentence: Sentence, index: int) -> Sentence:
    """'hammered Vik 6–0', 'beat Vik 6–0 6–1', where the result is taken for the noun that 'Vik' describes."""
    before = sentence.tokens[index - 1] if index else sentence.tokens[index]
    score = sentence.tokens[before.head]
    run = sentence.tokens[index : score.index + 1]
    is_result = bool(run) and all(token.text == "," or SCORE.fullmatch(token.text) for token in run)
    if not is_result or before.relation not in {"compound", "nmod", "amod"} or before.pos != "PROPN":
        return sentence
    mended = [
        replace(before, head=score.head, relation=score.relation)
        if token is before
        else replace(score, head=before.index, relation="npadvmod", pos="NUM", tag="CD")
        if token is score
        else replace(token, head=before.index)
        if token.head == score.index and token.index < score.index
        else token
        for token in sentence.tokens
    ]
    return replace(sentence, tokens=tuple(mended))
