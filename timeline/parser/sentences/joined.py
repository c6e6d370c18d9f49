"""Joined: second verbs that hang on a wrong word, joined with the verb that they go on from. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.sentences.joints import has_subject
from timeline.parser.sentences.tree import TENSED, with_tokens

SUBJECT = "nsubj"
FINITE = frozenset({"VBD", "VBZ", "VBN"})


def joined(sentence: Sentence, verb: Token) -> Sentence:
    """'traded nails, buried a sailor and sailed away': the second of three verbs."""
    above = sentence.tokens[verb.head]
    if above.index > verb.index or above.tag not in TENSED or has_subject(sentence, verb):
        return sentence
    return with_tokens(sentence, replace(verb, relation="conj"))


def joined_to_tense(sentence: Sentence, verb: Token) -> Sentence:
    """'denied taking bribes and accused the police', 'said he would sue and left': joined with the verb that has a tense."""
    tokens, above = sentence.tokens, sentence.tokens[verb.head]
    helpers = {token.text.lower() for token in tokens if token.head == above.index and token.relation == "aux"}
    is_helped = any(
        t.head == above.index and (t.tag == "MD" or t.lemma == "do") and t.relation == "aux" for t in tokens
    )
    if above.tag == "VB" and is_helped:
        is_said = above.relation == "ccomp" and tokens[above.head].tag in TENSED
        return with_tokens(sentence, replace(verb, head=above.head)) if is_said else sentence
    is_loose = not has_subject(sentence, above) and above.relation in {"xcomp", "pcomp", "advcl", "ccomp"}
    if not is_loose or above.tag not in {"VB", "VBG", "VBN"} or (helpers and not helpers & {"to", "having"}):
        return sentence
    while above.tag not in TENSED and above.head != above.index:
        above = tokens[above.head]
    is_main = above.tag in TENSED and above.pos == "VERB" and above.index < verb.index
    return with_tokens(sentence, replace(verb, head=above.index)) if is_main else sentence


def joined_to_noun(sentence: Sentence, verb: Token) -> Sentence:
    """'searched his house that summer and arrested him': joined with the verb, never with 'summer'."""
    above = sentence.tokens[verb.head]
    if has_subject(sentence, verb):
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


def joined_to_aim(sentence: Sentence, verb: Token) -> Sentence:
    """'has pledged to cut taxes, block migrants and renegotiate the plan': pledged to do all three."""
    tokens, above = sentence.tokens, sentence.tokens[verb.head]
    own = {token.relation for token in tokens if token.head == verb.index}
    if above.tag not in FINITE or own & {SUBJECT, "nsubjpass", "aux", "auxpass"}:
        return sentence
    between = tokens[above.index + 1 : verb.index]
    aim = next((t for t in between if t.head == above.index and t.relation == "xcomp" and t.tag == "VB"), None)
    return sentence if aim is None else with_tokens(sentence, replace(verb, head=aim.index, tag="VB"))
