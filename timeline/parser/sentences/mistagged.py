"""Mistagged: verbs that the small model of English takes for a noun, for a form of the present or for what describes a noun."""

from dataclasses import replace
from functools import cache

from timeline.model.document import BlockKind
from timeline.model.sentence import Sentence, Token
from timeline.parser.known.forms import irregular
from timeline.parser.known.triggers import acts, everyday_acts, kin, lexicon
from timeline.parser.sentences.tree import FINITE, SUBJECTS, with_tokens

CLAUSES = {"NN": frozenset({"ROOT"}), "NNS": frozenset({"ROOT", "relcl", "ccomp"})}
DESCRIBING = frozenset({"det", "amod", "poss", "nummod"})  # what stands before a noun that is one
BARE = frozenset({"VB", "VBP"})
OBJECTS = frozenset({"dobj", "appos"})
DEPENDING = OBJECTS | {"prep"}
NAMED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
UNINFLECTED = frozenset({"VB", "VBP", "VBD", "VBN", "VBZ"})
HAVING = frozenset({"has", "have", "had"})
# Pasts that are another verb, or an adjective, as they stand.
UNCHANGED = frozenset("hit cut put set shut burst split spread quit hurt beat let cast".split())  # the same in the past
ALIKE = frozenset("found fell saw lay wound ground bound bore felt left rent shed".split())


def with_right_tags(sentence: Sentence) -> Sentence:
    """The Sentence with such verbs as verbs; most are returned as they are."""
    tokens = sentence.tokens
    for token in tokens:
        if token.text == "since" and token.relation != "mark":
            sentence = _with_perfect(sentence, token.index)
        elif (token.relation in NAMED or token.tag in CLAUSES) and _is_name(sentence, token):
            sentence = with_tokens(sentence, replace(token, tag="NNP", pos="PROPN"))
        elif token.tag == "HYPH" and 0 < token.index < len(tokens) - 1:
            sentence = _with_joined_verb(sentence, sentence.tokens[token.index + 1])
        elif token.tag in BARE and token.pos == "VERB" and token.text in _pasts():
            sentence = with_tokens(sentence, _as_past(token))
        elif token.tag in BARE and token.text in UNCHANGED and _is_amid_past(sentence, token):
            sentence = with_tokens(sentence, replace(token, tag="VBD", pos="VERB"))
        elif token.pos == "NOUN" and token.relation in CLAUSES.get(token.tag, ()):
            sentence = _with_verb(sentence, sentence.tokens[token.index])
    return sentence


def _has_inner_capital(word: str) -> bool:
    """'BioNTech', 'SkyJava'."""
    return not word.isupper() and not word[1:].islower() and word.isalpha()


def _is_name(sentence: Sentence, token: Token) -> bool:
    """'Mobilo' of 'could fine Mobilo on Monday', and 'BioNTech' as a noun, in a sentence that is no title."""
    if not token.text[:1].isupper() or token.index == 0:
        return False
    is_title = sentence.kind is not BlockKind.TEXT
    if token.tag in CLAUSES:
        return not is_title and _has_inner_capital(token.text)
    if token.tag not in UNINFLECTED or token.relation not in NAMED:
        return False
    return not is_title and not token.text.isupper()


def _with_perfect(sentence: Sentence, since: int) -> Sentence:
    """'has since fixed bail', where 'fixed' is taken for what describes 'bail'."""
    tokens = sentence.tokens
    if since == 0 or since + 1 == len(tokens) or tokens[since - 1].text.lower() not in HAVING:
        return sentence
    having, word, verb = tokens[since - 1], tokens[since], tokens[since + 1]
    noun = tokens[verb.head]
    if verb.tag != "VBN" or verb.relation != "amod" or noun.head not in {having.index, word.index}:
        return sentence
    top = word if having.head == word.index else having
    if top.head in {word.index, noun.index, verb.index} and top.head != top.index:
        return sentence
    head = verb.index if top.head == top.index else top.head
    moved = [
        replace(t, head=verb.index)
        for t in tokens
        if t.head in {having.index, word.index} and t.index not in {having.index, word.index, noun.index}
    ]
    return with_tokens(
        sentence,
        *moved,
        replace(verb, head=head, relation=top.relation, pos="VERB"),
        replace(having, head=verb.index, relation="aux", pos="AUX"),
        replace(word, head=verb.index, relation="advmod"),
        replace(noun, head=verb.index, relation="dobj"),
    )


def _with_joined_verb(sentence: Sentence, verb: Token) -> Sentence:
    """'was tear-gassed in May', 'was slow-handclapped by farmers', taken for an adjective: what has a doer or a day was done."""
    tokens, being = sentence.tokens, sentence.tokens[verb.head]
    if verb.tag != "VBN" or verb.relation != "acomp" or being.lemma != "be" or being.tag not in FINITE | {"VBN"}:
        return sentence
    inner = [t for t in tokens if t.relation == "pobj" and tokens[t.head].head == verb.index]
    if not any(t.entity == "DATE" or tokens[t.head].relation == "agent" for t in inner):
        return sentence
    own = [t for t in tokens if t.head == being.index and t.index not in {being.index, verb.index}]
    head = verb.index if being.head == being.index else being.head
    return with_tokens(
        sentence,
        *(replace(t, head=verb.index, relation="nsubjpass" if t.relation == "nsubj" else t.relation) for t in own),
        replace(verb, head=head, relation=being.relation, pos="VERB"),
        replace(being, head=verb.index, relation="auxpass"),
    )


def _as_past(token: Token) -> Token:
    """'rang', taken for a verb of its own."""
    return replace(token, tag="VBD", pos="VERB", lemma=_pasts()[token.text])


def _is_amid_past(sentence: Sentence, token: Token) -> bool:
    """'were killed when shells hit the camp': a clause of one told in the past, with a subject and no helper of its own."""
    tokens = sentence.tokens
    own = {one.relation for one in tokens if one.head == token.index and one.index < token.index}
    if token.relation not in {"advcl", "relcl"} or not own & SUBJECTS or "aux" in own:
        return False
    above = tokens[token.head]
    above = tokens[above.head] if token.relation == "relcl" else above
    helpers = {one.tag for one in tokens if one.head == above.index and one.relation in {"aux", "auxpass"}}
    return above.tag == "VBD" or (above.tag == "VBN" and helpers == {"VBD"})


def _with_verb(sentence: Sentence, noun: Token) -> Sentence:
    """'Norway host Wales', 'The crew clung to the hull', 'The Ministry apologises for the error': a noun with a subject."""
    tokens = sentence.tokens
    own = [token for token in tokens if token.head == noun.index and token.index != noun.index]
    is_described = any(token.relation in DESCRIBING and token.index < noun.index for token in own)
    if is_described and noun.tag == "NN" and noun.text not in _pasts():
        return sentence
    if any(token.relation in SUBJECTS and token.index < noun.index for token in own):
        verb = _as_verb(noun)
        return with_tokens(sentence, verb) if verb is not None else sentence
    before = tokens[noun.index - 1] if noun.index else noun
    if before.head != noun.index or before.relation != "compound" or _has_verb(sentence):
        return sentence
    behind = [token for token in own if token.index > noun.index]
    wanted = OBJECTS if noun.text in _pasts() else DEPENDING if noun.tag == "NNS" else frozenset()
    verb = _as_verb(noun)
    if verb is None or not any(token.relation in wanted for token in behind):
        return sentence
    objects = [replace(token, relation="dobj") for token in behind if token.relation == "appos"]
    first = [
        replace(token, head=before.index) for token in own if token.index < before.index and token.relation != "punct"
    ]
    return with_tokens(sentence, verb, replace(before, relation="nsubj"), *first, *objects)


def _has_verb(sentence: Sentence) -> bool:
    return any(token.tag in FINITE for token in sentence.tokens)


def _as_verb(noun: Token) -> Token | None:
    """The noun as the verb whose form it is; None when no row knows that verb."""
    word = noun.text
    if word in _pasts():
        return _as_past(noun)
    if noun.tag == "NNS":
        stems = (word[:-1], word[:-2], f"{word[:-3]}y" if word.endswith("ies") else word)
        lemma = next((stem for stem in stems if _is_verb(stem)), None)
        return None if lemma is None else replace(noun, tag="VBZ", pos="VERB", lemma=lemma)
    return replace(noun, tag="VBP", pos="VERB", lemma=word) if _is_verb(word) else None


def _is_verb(word: str) -> bool:
    return (word, "verb") in lexicon() or any(word in rows for rows in (acts(), everyday_acts(), kin()))


@cache
def _pasts() -> dict[str, str]:
    """'rang' to 'ring', for the verbs whose past is no form of another."""
    return {past: verb for verb, past in irregular().items() if past not in ALIKE and past not in irregular()}
