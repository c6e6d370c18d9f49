"""Outer: a second deed that the small model hangs on the clause beside it, though it is of the one around; and whom a blow hurt,
told behind the clause that tells of it. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.types import BLOWS, SPOKEN
from timeline.parser.known.roster import nouns
from timeline.parser.known.triggers import lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import DATES, PAST, SUBJECTS, with_tokens

RELATIVES = frozenset({"who", "which", "that", "whom"})
TALKING = frozenset(
    {"exclude", "deny", "urge", "demand", "promise", "reject", "say", "call", "threaten", "warn", "welcome"}
)
PARTIES = frozenset({"parties", "sides", "both"})
HARMED = frozenset({"kill", "wound", "injure", "hurt"})
AGREEING = frozenset("agree decide promise pledge vow resolve undertake commit opt choose".split())
MEETINGS = word_list("meeting of some") | {"session", "congress", "gathering", "assembly"}
MEETING = frozenset(
    "meet gather convene talk speak discuss announce present appear".split()
)  # 'decided to meet at a summit'
CALLING, HELD = "call", frozenset({"protest", "consult", "election"})  # and the types of what one calls
HANGING = frozenset({"conj", "advcl"})


def with_outer_deeds(sentence: Sentence) -> Sentence:
    """'condemned the raid, in which nine men died, and called for an inquiry': who condemned it called; '22 killed' were.

    'praised the crew of the ship, which rammed a pier, injuring nine': the ship injured them; and so it did in 'the owner of a ship
    that sank, killing nine, was freed'.
    """
    for token in sentence.tokens:
        if token.relation == "conj" and sentence.tokens[token.head].relation == "relcl":
            sentence = _with_outer_deed(sentence, token)
        elif token.lemma == CALLING and token.relation == "conj" and token.tag == "VBN":
            sentence = _with_call(sentence, token)
        elif token.relation in SUBJECTS and token.tag == "CD":
            sentence = _with_harmed(sentence, token)
        elif token.tag == "VBG" and token.lemma in HARMED and token.relation in HANGING | {"acl"}:
            sentence = _with_blow_inside(sentence, token)
        elif token.text == "at" and sentence.tokens[token.head].relation in {"xcomp", "dobj"}:
            sentence = _with_meeting(sentence, token)
        elif token.text == "along":
            sentence = _with_companions(sentence, token)
        elif token.text == "among" and sentence.tokens[token.head].relation in {"dobj", "appos"}:
            sentence = _with_some(sentence, token)
    return sentence


def _with_blow_inside(sentence: Sentence, harm: Token) -> Sentence:
    tokens, outer = sentence.tokens, sentence.tokens[harm.head]
    if tokens[harm.index - 1].text != "," or outer.index > harm.index or _is_blow(outer):
        return sentence
    inner = [t for t in tokens[outer.index : harm.index] if t.relation == "relcl" and t.pos == "VERB" and _is_blow(t)]
    return with_tokens(sentence, replace(harm, head=inner[-1].index, relation="advcl")) if inner else sentence


def _with_meeting(sentence: Sentence, at: Token) -> Sentence:
    """'agreed to reopen the road at talks in Lima last week': there it was agreed, and then; nothing is to be reopened there."""
    tokens, above = sentence.tokens, sentence.tokens[at.head]
    act = above if above.relation == "xcomp" else tokens[above.head]
    outer = tokens[act.head]
    meeting = next((t for t in tokens[at.index :] if t.head == at.index and t.relation == "pobj"), at)
    if meeting.lemma not in MEETINGS or outer.lemma not in AGREEING or outer.tag not in PAST:
        return sentence
    if act.relation != "xcomp" or act.tag != "VB" or act.lemma in MEETING:
        return sentence
    holders = {above.index, act.index, meeting.index}
    behind = [t for t in tokens[at.index :] if t.head in holders and t.relation in {"prep", "npadvmod"}]
    times = [t for t in behind if t.head != meeting.index or t.entity in DATES]
    return with_tokens(sentence, *(replace(t, head=outer.index) for t in times))


def _with_some(sentence: Sentence, among: Token) -> Sentence:
    """'Six people died, among them two children, on Monday': these are some of the six, and nobody's doing; all died that day."""
    tokens, some = sentence.tokens, sentence.tokens[among.head]
    if among.index == 0 or tokens[among.index - 1].text != "," or tokens[among.index + 1].text not in {"them", "whom"}:
        return sentence
    verb = tokens[some.head if some.relation == "dobj" else tokens[some.head].head]
    sides = [t for t in tokens[: among.index] if t.head == verb.index and t.relation in SUBJECTS | {"dobj"}]
    if not sides or verb.pos != "VERB" or verb.index > among.index:
        return sentence
    behind = [t for t in tokens[some.index :] if t.head == some.index and t.relation == "prep"]
    moved = [replace(t, head=verb.index) for t in behind if tokens[t.index - 1].text == ","]
    return with_tokens(sentence, replace(some, head=sides[-1].index, relation="appos"), *moved)


def _with_companions(sentence: Sentence, along: Token) -> Sentence:
    """'Berg was seized along with two guards', 'They seized Berg, along with two guards': so were they."""
    tokens, above = sentence.tokens, sentence.tokens[along.head]
    word = next((t for t in tokens[along.index + 1 : along.index + 2] if t.text == "with"), along)
    inner = next((t for t in tokens[word.index :] if t.head == word.index and t.relation == "pobj"), None)
    if inner is None or word is along:
        return sentence
    sides = [t for t in tokens[: along.index] if t.head == above.index and t.relation in SUBJECTS | {"dobj"}]
    side = above if above.pos in {"NOUN", "PROPN"} else sides[-1] if sides else None
    if side is None:
        return sentence
    joints = [replace(t, head=side.index, relation="cc") for t in (along, word)]
    return with_tokens(sentence, *joints, replace(inner, head=side.index, relation="conj"))


def _with_call(sentence: Sentence, verb: Token) -> Sentence:
    """'said they had not been asked and called a strike': nobody was called a strike; who said it called one."""
    tokens, clause = sentence.tokens, sentence.tokens[verb.head]
    said = tokens[clause.head]
    called = next((t for t in tokens[verb.index :] if t.head == verb.index and t.relation == "oprd"), None)
    if called is None or clause.relation != "ccomp" or said.tag != "VBD":
        return sentence
    if not any(row.type in HELD for row in lexicon().get((called.lemma, "noun"), ())):
        return sentence
    call = replace(verb, tag="VBD", head=said.index)
    return with_tokens(sentence, call, replace(called, relation="dobj"))


def _is_blow(verb: Token) -> bool:
    return any(row.type in BLOWS for row in lexicon().get((verb.lemma, "verb"), ()))


def _with_outer_deed(sentence: Sentence, verb: Token) -> Sentence:
    tokens, inner = sentence.tokens, sentence.tokens[verb.head]
    subject = next((t for t in tokens[: inner.index] if t.head == inner.index and t.relation in SUBJECTS), None)
    main = _verb_above(sentence, tokens[inner.head])
    if subject is None or subject.text.lower() in RELATIVES or main is None or not _has_tense(sentence, verb):
        return sentence
    if any(t.head == verb.index and t.relation in SUBJECTS for t in tokens):
        return sentence
    if _is_closed(sentence, verb, inner) or _is_of_speech(sentence, verb, subject):
        return with_tokens(sentence, replace(verb, head=main.index))
    return sentence


def _verb_above(sentence: Sentence, token: Token) -> Token | None:
    """The verb with a tense that the noun stands below."""
    seen = 0
    while token.head != token.index and seen < len(sentence.tokens):
        token, seen = sentence.tokens[token.head], seen + 1
        if token.pos == "VERB" and token.relation in {"ROOT", "conj"}:
            return token if _has_tense(sentence, token) else None
    return None


def _has_tense(sentence: Sentence, verb: Token) -> bool:
    helpers = [t for t in sentence.tokens if t.head == verb.index and t.relation in {"aux", "auxpass"}]
    return verb.pos == "VERB" and (verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers))


def _is_closed(sentence: Sentence, verb: Token, inner: Token) -> bool:
    """A comma opens the relative clause and one closes it, right before the 'and'."""
    tokens = sentence.tokens
    joint = next((t for t in tokens[inner.index : verb.index] if t.relation == "cc" and t.head == inner.index), None)
    if joint is None or joint.index == 0 or tokens[joint.index - 1].text != ",":
        return False
    first = next((t.index for t in tokens[inner.head : inner.index] if t.tag in {"WDT", "WP", "WP$", "WRB"}), None)
    return first is not None and any(t.text == "," for t in tokens[max(first - 2, 0) : first])


def _is_of_speech(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """'rented the flat in which it was mixed and did not exclude …', 'the truce which they made and urged both sides …'."""
    rows = lexicon().get((verb.lemma, "verb"), ())
    if verb.lemma not in TALKING and not (rows and all(row.type in SPOKEN for row in rows)):
        return False
    tokens = sentence.tokens
    objects = [t.index for t in tokens if t.head == verb.index and t.relation == "dobj"]
    is_to_both = any(t.text.lower() in PARTIES for t in tokens if t.index in objects or t.head in objects)
    is_thing = subject.pos == "NOUN" and subject.tag == "NN" and subject.lemma not in nouns()
    return is_to_both or is_thing


def _with_harmed(sentence: Sentence, number: Token) -> Sentence:
    """'claims 22 killed': they were."""
    verb = sentence.tokens[number.head]
    has_object = any(t.head == verb.index and t.relation in {"dobj", "auxpass"} for t in sentence.tokens)
    is_harm = verb.lemma in HARMED and verb.index == number.index + 1 and verb.tag in {"VBD", "VBN"} and not has_object
    if not is_harm:
        return sentence
    return with_tokens(sentence, replace(number, relation="nsubjpass"), replace(verb, tag="VBN"))
