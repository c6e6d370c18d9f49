"""Apart: subjects that the small model of English ties to the day or the name before them, told apart. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.joints import NOUNS, has_subject
from timeline.parser.sentences.tree import DATES, TENSED, with_tokens

SAYING = frozenset("say tell announce report state claim declare add note confirm".split())
SPEAKING = word_list("speaking up") | {"suggest", "claim"}
WARNING = frozenset({"warn", "vow", "insist", "add"})
OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl"})  # what a verb with a subject or tense of its own has
HELPERS = frozenset({"aux", "auxpass"})
SWALLOWED = frozenset({"appos", "conj"})
SECOND = frozenset({"conj", "ccomp"})
PHRASE = frozenset({"det", "amod", "compound", "poss", "nmod"})
GRANTING = frozenset("agree consent accept promise pledge offer order demand approve refuse reject".split())
GRANTED = frozenset({"to", "for"})
MEETING = word_list("meeting of some") | {"session", "hearing", "vote", "election"}  # may be that day
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CONTENT = frozenset({"dobj", "ccomp", "xcomp", "prep"})


def with_day_apart(sentence: Sentence) -> Sentence:
    """'On Friday rebels in the north ambushed a convoy', where the rebels are taken for what 'on' is about: they do it."""
    tokens = sentence.tokens
    if tokens[0].relation != "prep" or tokens[1].entity not in DATES:
        return sentence
    inner = next((token for token in tokens if token.head == 0 and token.relation == "pobj"), None)
    verb = tokens[tokens[0].head]
    if inner is None or inner.entity in DATES or inner.pos not in NOUNS or verb.tag not in TENSED:
        return sentence
    days = [token for token in tokens[1 : inner.index] if token.entity in DATES]
    is_led = has_subject(sentence, verb)
    if is_led or not days or days[-1].index != len(days):
        return sentence
    return with_tokens(
        sentence,
        *(replace(token, head=days[-1].index, relation="compound") for token in days[:-1]),
        replace(days[-1], head=0, relation="pobj"),
        replace(inner, head=verb.index, relation="nsubj"),
    )


def with_second_subject(sentence: Sentence, name: Token) -> Sentence:
    """'Norway will send a ship by Friday and Denmark will send a plane', where Denmark is taken for another day: it sends.

    So too behind what is done something to, where the second verb has a helper of its own: 'free the sailors and Peru will pay'.
    """
    tokens, first = sentence.tokens, sentence.tokens[name.head]
    if name.entity in DATES or name.pos not in NOUNS or name.index + 1 == len(tokens):
        return sentence
    behind = tokens[name.index + 1]
    is_helped = behind.relation in HELPERS
    verb = tokens[behind.head] if is_helped else behind
    is_second = verb.relation in SECOND and verb.pos in {"VERB", "AUX"}
    is_tensed = is_helped or (first.entity in DATES and verb.tag in TENSED)
    is_beside = all(token.head == verb.index for token in tokens[name.index + 1 : verb.index])
    is_between = verb.head < first.index < name.index < verb.index
    if not (is_second and is_tensed and is_beside and is_between) or has_subject(sentence, verb):
        return sentence
    joints = [t for t in tokens[first.index : name.index] if t.relation == "cc" and t.head == first.index]
    moved = (replace(joint, head=verb.head) for joint in joints)
    whole = replace(verb, relation="conj")
    return with_tokens(sentence, *moved, replace(name, head=verb.index, relation="nsubj"), whole)


def with_day_of_deal(sentence: Sentence, on: Token) -> Sentence:
    """'Chad agreed to a truce on Monday', where the day is hung on the truce: it is that of the agreement."""
    tokens, noun = sentence.tokens, sentence.tokens[on.head]
    while noun.relation == "conj" or (noun.relation == "pobj" and tokens[noun.head].text == "of"):
        noun = tokens[noun.head] if noun.relation == "conj" else tokens[tokens[noun.head].head]
    above = tokens[noun.head]
    verb = tokens[above.head] if noun.relation == "pobj" and above.text in GRANTED else above
    is_day = on.index + 1 < len(tokens) and tokens[on.index + 1].text.lower() in WEEKDAYS
    is_granted = noun.relation in {"pobj", "dobj"} and verb.lemma in GRANTING and verb.tag == "VBD"
    if not (is_day and is_granted) or not MEETING.isdisjoint({noun.lemma, tokens[on.head].lemma}):
        return sentence
    if any(token.head == verb.index and token.relation in HELPERS for token in tokens):
        return sentence
    return with_tokens(sentence, replace(on, head=verb.index))


def with_second_speech(sentence: Sentence, verb: Token) -> Sentence:
    """'The union said members had been hurt, and urged the minister to act': the union did, not the members."""
    tokens, verb = sentence.tokens, sentence.tokens[verb.index]
    inner = tokens[verb.head]
    if (
        verb.relation != "conj"
        or verb.lemma not in SPEAKING
        or inner.relation != "ccomp"
        or inner.head > inner.index
        or tokens[inner.head].lemma not in SAYING
    ):
        return sentence
    own = {token.relation for token in tokens if token.head == verb.index}
    if own & OWN or not own & CONTENT:
        return sentence
    helpers = [token for token in tokens if token.head == inner.index and token.relation in HELPERS]
    is_before = any(token.lemma == "have" or token.text == "'d" for token in helpers)
    is_undergone = any(token.head == inner.index and token.relation == "nsubjpass" for token in tokens)
    joint = next(
        (token for token in tokens[inner.index : verb.index] if token.head == inner.index and token.relation == "cc"),
        None,
    )
    is_parted = joint is not None and tokens[joint.index - 1].text == ","
    is_warning = verb.lemma in WARNING and "ccomp" in own
    is_finite = verb.tag == "VBD" and inner.tag == "VBN"  # 'said they had left and suggested that …'
    is_own = is_finite and "ccomp" in own and (is_before or is_undergone)
    if not (is_parted or is_own) and not (is_before and (is_undergone or is_warning or inner.lemma == "be")):
        return sentence
    return with_tokens(sentence, replace(verb, head=inner.head))


def with_named_speaker(sentence: Sentence, verb: Token) -> Sentence:
    """'It killed nine people, the mayor, Eva Strand, said', where the mayor is taken for some of the people: she said it."""
    tokens = sentence.tokens
    if verb.lemma not in SAYING or verb.index < 2 or tokens[verb.index - 1].text != ",":
        return sentence
    name = tokens[verb.index - 2]
    noun, above = tokens[name.head], tokens[verb.head]
    is_name = name.pos == "PROPN" and name.relation == "appos" and noun.pos == "NOUN"
    if not is_name or noun.relation not in SWALLOWED or any(t.head == verb.index and t.relation in OWN for t in tokens):
        return sentence
    first = min(t.index for t in tokens if t is noun or (t.head == noun.index and t.relation in PHRASE))
    is_second = verb.relation == "conj" and above.relation == "ROOT"
    if first == 0 or tokens[first - 1].text != "," or not (is_second or verb.relation == "ROOT"):
        return sentence
    said = replace(verb, head=verb.index, relation="ROOT") if is_second else verb
    told = [replace(above, head=verb.index, relation="ccomp")] if is_second else []
    return with_tokens(sentence, replace(noun, head=verb.index, relation="nsubj"), said, *told)
