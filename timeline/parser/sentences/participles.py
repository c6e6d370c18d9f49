"""Participles: verbs that the small model takes for participles of a noun, made the main verbs that they are. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.statement import Status
from timeline.parser.known.hedges import effects
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import FINITE, with_tokens

SUBJECT = "nsubj"
UNDERGONE = word_list("undergone")
DONE = UNDERGONE | word_list("undergone in a line")
LINE = 14  # words of a line that tells one thing
OTHERS = frozenset({"dobj", "ccomp", "xcomp", "oprd", "aux", "auxpass", "nsubjpass", "conj", "prt", "dative", "advcl"})
BEHIND, AIMED = frozenset({"after", "over", "following", "in"}), frozenset({"at"})
NAMED = frozenset({"stab", "shoot", "bomb", "kill"})  # 'a stabbing'
ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
OPENING = frozenset({"when", "after", "as", "before", "because"})
STOPS = frozenset({".", "!", "?", "…", '"', "”", "'", "’"})
NOT_SAID = Status.ASSERTED


def with_main_verb(sentence: Sentence, verb: Token) -> Sentence:
    """'The bank named X as its chief', where the whole is taken for a noun with a participle; 'Three journalists held in Chad'."""
    tokens, noun = sentence.tokens, _outer(sentence, sentence.tokens[verb.head])
    is_whole = noun.head == noun.index and noun.pos in {"NOUN", "PROPN", "NUM"} and noun.index < verb.index
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


def with_fate(sentence: Sentence, verb: Token) -> Sentence:
    """'Treaty signed in Oslo', 'Appeal dismissed.': a line without an article that says what was done, not who did it."""
    tokens = sentence.tokens
    own = [t for t in tokens if t.head == verb.index and t is not verb]
    subject = next((t for t in own if t.relation == SUBJECT), None)
    is_alone = OTHERS.isdisjoint(t.relation for t in own)
    if subject is None or verb.lemma not in DONE or len(tokens) > LINE or not is_alone:
        return sentence
    is_named = any(t.pos in {"DET", "PRON"} for t in tokens[: verb.index])
    is_bare = subject.pos in {"NOUN", "PROPN", "NUM"} and not is_named
    is_many = subject.tag in {"NNS", "NNPS"} and verb.tag == "VBD"  # 'Rebels bombed on Monday'
    if not is_bare or is_many or subject.entity in ACTING or tokens[verb.index - 1].text == ",":
        return sentence
    return with_tokens(sentence, replace(verb, tag="VBN"), replace(subject, relation="nsubjpass"))


def with_noun_of_deed(sentence: Sentence, deed: Token) -> Sentence:
    """'Man arrested after stabbing in Leeds': a stabbing that has no object, and nobody named who did it."""
    tokens = sentence.tokens
    above = tokens[deed.head].head
    is_behind = tokens[deed.head].text.lower() in BEHIND and tokens[above].lemma in DONE | {"question", "appear"}
    after = tokens[deed.index + 1] if deed.index + 1 < len(tokens) else None
    is_bare = after is None or after.text in STOPS or (after.tag == "IN" and after.text.lower() not in AIMED)
    if deed.lemma not in NAMED or not (is_behind and is_bare):
        return sentence
    noun = replace(deed, tag="NN", pos="NOUN", lemma=deed.text.lower(), relation="pobj")
    if after is None:
        return with_tokens(sentence, noun)
    objects = [t for t in tokens if t.head == deed.index and t.relation == "dobj"]
    moved = [replace(t, head=after.index, relation="pobj") for t in objects]
    place = [replace(after, head=deed.index, relation="prep")] if after.tag == "IN" else []
    return with_tokens(sentence, noun, *moved, *place)


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


def with_moment(sentence: Sentence, index: int) -> Sentence:
    """'Nine died when a tunnel flooded', where the tunnel is taken for what a clause without a verb tells."""
    tokens, verb = sentence.tokens, sentence.tokens[index]
    noun = tokens[verb.head]
    opening = next(
        (t for t in tokens if t.head == noun.index and t.text.lower() in OPENING and t.index < noun.index), None
    )
    own = {t.relation for t in tokens if t.head == verb.index}
    is_plain = verb.index == noun.index + 1 and own <= {"prep", "npadvmod", "advmod", "punct", "prt", "advcl"}
    is_clause = noun.relation == "advcl" and noun.pos in {"NOUN", "PROPN"} and noun.head < noun.index
    if verb.relation != "acl" or opening is None or not (is_plain and is_clause):
        return sentence
    return with_tokens(
        sentence,
        replace(verb, head=noun.head, relation="advcl", tag="VBD"),
        replace(noun, head=verb.index, relation=SUBJECT),
        replace(opening, head=verb.index),
    )


def with_opening_participle(sentence: Sentence) -> Sentence:
    """'Briefing reporters after the meeting, Dr Wolde said …', where 'briefing reporters' is taken for who said it, too."""
    first, *others = sentence.tokens
    if first.tag != "VBG" or first.relation not in {"compound", "amod"}:
        return sentence
    noun = sentence.tokens[first.head]
    comma = next((token.index for token in others if token.text == ","), len(others))
    is_second = any(
        token.relation == "nsubj" and token.head == noun.head and token.index > comma for token in sentence.tokens
    )
    if noun.relation != "nsubj" or noun.index > comma or not is_second:
        return sentence
    return with_tokens(
        sentence,
        replace(first, head=noun.head, relation="advcl", pos="VERB"),
        replace(noun, head=first.index, relation="dobj"),
        *[replace(t, head=first.index) for t in others if t.head == noun.index and t.relation == "prep"],
    )
