"""Lost: the verb of a sentence that the small model of English takes for an adjective, found again."""

from dataclasses import replace

from timeline.model.document import Sentence, Token
from timeline.parser.tree import FINITE
from timeline.parser.triggers import acts, lexicon


def with_lost_verb(sentence: Sentence) -> Sentence:
    """'The rulers relaxed restrictions', where 'relaxed' is taken for an adjective and the whole for a noun."""
    tokens = sentence.tokens
    verb = next((token for token in tokens if token.relation == "amod" and _is_lost(sentence, token)), None)
    if verb is None or any(
        token.tag in FINITE or (token.head == token.index and token.pos == "VERB") for token in tokens
    ):
        return sentence
    noun, subject = tokens[verb.head], tokens[verb.index - 1]
    moved = [t for t in tokens if t.head == noun.index and t.index < verb.index and t.relation != "punct"]
    moved += [t for t in tokens if t.head == subject.index and t.index > verb.index and t is not noun]
    changed = (
        *(replace(t, head=subject.index if t.index < subject.index else verb.index) for t in moved if t is not subject),
        replace(verb, head=verb.index, relation="ROOT", tag="VBD", pos="VERB", lemma=_base(verb)),
        replace(noun, head=verb.index, relation="dobj"),
        replace(subject, head=verb.index, relation="nsubj"),
    )
    mended = {token.index: token for token in changed}
    return replace(sentence, tokens=tuple(mended.get(token.index, token) for token in tokens))


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
    forms = (token.lemma, stem[:-1], stem[:-2], stem[:-3], f"{stem[:-3]}y")
    return next((form for form in forms if (form, "verb") in lexicon() or form in acts()), "")
