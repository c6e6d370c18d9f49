"""Lost: the verb of a sentence that the small model of English takes for an adjective or for a part of a name, found again."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.triggers import acts, lexicon
from timeline.parser.sentences.tree import FINITE, PAST, SUBJECTS, with_tokens

LISTED = frozenset({"conj", "appos"})
DESCRIBING = frozenset(
    "used abandoned damaged dried smoked salted tinned canned fried printed painted framed".split()
)  # 'used cars'


def with_lost_verb(sentence: Sentence) -> Sentence:
    """'The rulers relaxed restrictions', where 'relaxed' is taken for an adjective and the whole for a noun."""
    tokens = sentence.tokens
    verb = next((token for token in tokens if token.relation == "amod" and _is_lost(sentence, token)), None)
    if verb is None or any(
        token is not verb and (token.tag in FINITE or (token.head == token.index and token.pos == "VERB"))
        for token in tokens
    ):
        return sentence
    noun, subject = tokens[verb.head], tokens[verb.index - 1]
    moved = [t for t in tokens if t.head == noun.index and t.index < verb.index and t.relation != "punct"]
    moved += [t for t in tokens if t.head == subject.index and t.index > verb.index and t is not noun]
    changed = (
        *(replace(t, head=subject.index if t.index < subject.index else verb.index) for t in moved if t is not subject),
        replace(verb, head=verb.index, relation="ROOT", tag="VBD", pos="VERB", lemma=_base(verb)),
        replace(noun, head=verb.index, relation="dobj"),
        *_with_subject(tokens, verb, noun, subject),
    )
    return with_tokens(sentence, *changed)


def _with_subject(tokens: tuple[Token, ...], verb: Token, noun: Token, subject: Token) -> list[Token]:
    """The noun before the verb as its subject, or the phrase that it ends ('the closure of the mill angered workers')."""
    root = next(token for token in tokens if token.head == token.index)
    if root in (noun, subject) or root.index > verb.index:
        return [replace(subject, head=verb.index, relation="nsubj")]
    is_placed = subject.head != noun.index and subject.relation == "pobj"
    last = subject if is_placed else replace(subject, head=noun.head, relation=noun.relation)
    return [last, replace(root, head=verb.index, relation="nsubj")]


def with_inner_verb(sentence: Sentence, verb: Token) -> Sentence:
    """'sacked his cabinet and dissolved parliament', 'having strafed boats', 'and guards removed pickets', where the participle is
    taken for what describes its object."""
    tokens, noun = sentence.tokens, sentence.tokens[verb.head]
    if noun.index < verb.index or noun.pos not in {"NOUN", "PROPN"}:
        return sentence
    above, before = tokens[noun.head], tokens[verb.index - 1]
    told = replace(verb, pos="VERB", lemma=_base(verb) or verb.lemma)
    if noun.relation == "conj" and _has_helper(tokens, verb):
        return _with(sentence, noun, replace(told, head=above.index, relation="conj", tag="VBN"))
    is_next = noun.relation in LISTED and before.text == "," and verb.text not in DESCRIBING
    if is_next and (first := _first_of_list(tokens, noun)) is not None:
        return _with(sentence, noun, replace(told, head=first.index, relation="conj", tag=first.tag))
    if noun.relation == "conj" and before.tag == "CC" and _is_told(above):
        return _with(sentence, noun, replace(told, head=above.index, relation="conj", tag="VBD"))
    if noun.relation == "dobj" and before.text.lower() == "having":
        return _with_having(sentence, noun, told)
    has_subject = any(token.head == verb.index and token.relation == "nsubj" for token in tokens)
    if noun.relation == "pobj" and has_subject and _is_told(tokens[above.head]):
        return _with(sentence, noun, replace(told, head=above.head, relation="conj", tag="VBD"))
    return sentence


def _has_helper(tokens: tuple[Token, ...], verb: Token) -> bool:
    """'has since closed eleven mills', where 'closed' is taken for what the mills are."""
    return any(token.head == verb.index and token.relation == "aux" and token.lemma == "have" for token in tokens)


def _first_of_list(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """'robbed' of 'robbed banks, kidnapped ranchers and burned a bus': the first of three verbs, of which the second is taken for
    what its object is."""
    thing = tokens[noun.head]
    first = tokens[thing.head]
    if thing.relation != "dobj" or first.tag not in PAST or first.pos != "VERB":
        return None
    rest = (t for t in tokens[noun.index + 1 :] if t.head == first.index and t.relation == "conj" and t.tag in PAST)
    return first if any(not _is_apart(tokens, third) for third in rest) else None


def _is_apart(tokens: tuple[Token, ...], verb: Token) -> bool:
    """'and the army fled' is no third verb of a list."""
    return any(token.head == verb.index and token.relation in SUBJECTS for token in tokens)


def _with_having(sentence: Sentence, noun: Token, verb: Token) -> Sentence:
    """'denied having strafed boats', whatever 'having' hangs on."""
    tokens, above, having = sentence.tokens, sentence.tokens[noun.head], sentence.tokens[verb.index - 1]
    head, relation = (above.index, "xcomp") if above is not having else (above.head, above.relation)
    others = [replace(token, head=verb.index) for token in tokens if token.head == having.index and token is not noun]
    helper = replace(having, head=verb.index, relation="aux", pos="AUX")
    return _with(sentence, noun, replace(verb, head=head, relation=relation), helper, *others)


def _is_told(token: Token) -> bool:
    return token.tag in FINITE and token.pos == "VERB"


def _with(sentence: Sentence, noun: Token, verb: Token, *others: Token) -> Sentence:
    """The Sentence with the verb and others changed, and the noun as what the verb does something to."""
    return with_tokens(sentence, replace(noun, head=verb.index, relation="dobj"), verb, *others)


def _is_lost(sentence: Sentence, token: Token) -> bool:
    """An adjective or participle in -ed between two nouns, of which the first begins the sentence."""
    if not token.text.endswith("ed"):
        return False
    before = sentence.tokens[token.index - 1] if token.index else token
    is_between = (
        before.pos in {"NOUN", "PROPN"} and sentence.tokens[token.head].pos == "NOUN" and token.head > token.index
    )
    return is_between and _base(token) != ""


def _base(token: Token) -> str:
    """The verb of a word in -ed, when the lexicon knows it; '' else."""
    stem = token.text.lower()
    if token.pos == "VERB":
        return token.lemma
    forms = (token.lemma, stem[:-1], stem[:-2], stem[:-3], f"{stem[:-3]}y")
    return next((form for form in forms if (form, "verb") in lexicon() or form in acts()), "")


def with_lost_head(sentence: Sentence, name: Token) -> Sentence:
    """A name that the tree takes for the head of its sentence, below the verb that it stands before or behind."""
    tokens = sentence.tokens
    first = next((t.index for t in tokens if t.head == name.index and t.relation == "compound"), name.index)
    noun = tokens[first - 1] if first else name
    if noun.relation == "dobj" and noun.tag == "NN" and name.entity == "PERSON" and noun.head < noun.index:
        return _with_name_of_object(sentence, noun, name)
    told = _told_of(tokens, name)
    return _with_verb_behind_day(sentence, name) if told is None else _with_verb_before_thing(sentence, name, told)


def _with_name_of_object(sentence: Sentence, noun: Token, name: Token) -> Sentence:
    """'married journalist Ann Lee', where her name is taken for a sentence."""
    tokens = sentence.tokens
    behind = [t for t in tokens[name.index + 1 :] if t.head == name.index and t.relation != "appos"]
    return with_tokens(
        sentence,
        replace(name, head=noun.head, relation="dobj"),
        *(replace(t, head=name.index) for t in tokens[: name.index] if t.head == noun.index),
        replace(noun, head=name.index, relation="compound"),
        *(replace(t, head=noun.head) for t in behind),
    )


def _with_verb_before_thing(sentence: Sentence, name: Token, verb: Token) -> Sentence:
    """'The premier, Ann Lee, dissolved parliament': she did, and so it was."""
    thing = sentence.tokens[verb.head]
    later = [t for t in sentence.tokens[thing.index + 1 :] if t.head in {name.index, thing.index}]
    return with_tokens(
        sentence,
        replace(verb, head=verb.index, relation="ROOT", tag="VBD"),
        replace(name, head=verb.index, relation="nsubj"),
        replace(thing, head=verb.index, relation="dobj"),
        *(_behind(t, verb) for t in later),
    )


def _with_verb_behind_day(sentence: Sentence, name: Token) -> Sentence:
    """'The Vatican on Thursday named a bishop', where the verb is taken for a clause of the name."""
    tokens, before = sentence.tokens, sentence.tokens[: name.index]
    verb = next((t for t in tokens if t.head == name.index and t.relation in {"relcl", "acl"} and t.tag in PAST), None)
    if verb is None or verb.index < name.index + 3 or any(t.pos in {"VERB", "AUX"} for t in before):
        return sentence
    between = tokens[name.index + 1 : verb.index]
    is_day = between[0].text == "on" and all(t.entity == "DATE" for t in between[1:])
    own = {t.relation for t in tokens if t.head == verb.index}
    if not is_day or own & {"nsubj", "nsubjpass", "auxpass", "agent"}:
        return sentence
    later = [t for t in tokens[verb.index + 1 :] if t.head == name.index]
    return with_tokens(
        sentence,
        replace(verb, head=verb.index, relation="ROOT", tag="VBD"),
        replace(name, head=verb.index, relation="nsubj"),
        replace(between[0], head=verb.index),
        *(_behind(t, verb) for t in later),
    )


def _behind(token: Token, verb: Token) -> Token:
    return replace(token, head=verb.index, relation="advcl" if token.tag == "VBG" else token.relation)


def _told_of(tokens: tuple[Token, ...], name: Token) -> Token | None:
    """'The premier, Ann Lee, dissolved parliament', where the parliament is taken for one more name of hers."""
    if any(t.tag in FINITE for t in tokens):
        return None
    things = (t for t in tokens[name.index + 1 :] if t.head == name.index and t.relation == "appos" and t.pos == "NOUN")
    firsts = (
        t for thing in things for t in tokens if t.head == thing.index and t.relation == "amod" and t.tag == "VBN"
    )
    return next((t for t in firsts if t.head == t.index + 1 and tokens[t.index - 1].text == ","), None)
