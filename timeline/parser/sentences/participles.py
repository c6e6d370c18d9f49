"""Participles: verbs that the small model takes for participles of a noun, made the main verbs that they are. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.statement import Status
from timeline.parser.known.hedges import effects
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import FINITE, with_tokens

SUBJECT = "nsubj"
UNDERGONE = word_list("undergone")
STOPS = frozenset({".", "!", "?", "…", '"', "”", "'", "’"})
NOT_SAID = Status.ASSERTED


def with_main_verb(sentence: Sentence, verb: Token) -> Sentence:
    """'The bank named X as its chief', where the whole is taken for a noun with a participle; 'Three journalists held in Chad'."""
    tokens, noun = sentence.tokens, _outer(sentence, sentence.tokens[verb.head])
    is_whole = noun.head == noun.index and noun.pos in {"NOUN", "PROPN"} and noun.index < verb.index
    has_object = verb.tag == "VBD" or any(
        t.head == verb.index and t.relation in {"dobj", "oprd", "prt"} for t in tokens
    )
    others = [t for t in tokens if t.head == noun.index and t.index > verb.index and t.pos in {"VERB", "AUX"}]
    if is_whole and noun.index == sentence.tokens[verb.head].index and _is_fate(sentence, verb):
        after = [replace(t, head=verb.index) for t in tokens if t.head == noun.index and t.index > verb.index]
        told = replace(verb, head=verb.index, relation="ROOT", tag="VBN")
        return with_tokens(sentence, *after, told, replace(noun, head=verb.index, relation="nsubjpass"))
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


def _is_fate(sentence: Sentence, verb: Token) -> bool:
    """What somebody undergoes, in a line without a full stop, which says nothing else."""
    is_headline = verb.lemma in UNDERGONE and sentence.tokens[-1].text not in STOPS
    has_object = any(t.head == verb.index and t.relation in {"dobj", "ccomp"} for t in sentence.tokens)
    return is_headline and not has_object and not any(t.tag in FINITE and t is not verb for t in sentence.tokens)


def _is_only_verb(sentence: Sentence, verb: Token) -> bool:
    """'A lorry carrying pigs overturned on Monday': no other word says when, and nobody did it to the lorry."""
    is_done_to = any(token.head == verb.index and token.relation == "agent" for token in sentence.tokens)
    return not is_done_to and not any(token.tag in FINITE for token in sentence.tokens)


def _outer(sentence: Sentence, noun: Token) -> Token:
    """'roof' of 'the roof of a hall', 'lorry' of 'a lorry carrying pigs'."""
    above = sentence.tokens[noun.head]
    is_inner = (noun.relation, above.relation) in {("pobj", "prep"), ("dobj", "acl")}
    return _outer(sentence, sentence.tokens[above.head]) if is_inner else noun


def with_speaker(sentence: Sentence, verb: Token) -> Sentence:
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
