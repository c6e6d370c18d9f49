"""Passive: what was done to somebody, which the small model of English takes for how somebody is ('were slain', 'was
pistol-whipped', 'was jeered'). One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.triggers import NOT_A_HAPPENING, acts, everyday_acts, kin, lexicon
from timeline.parser.sentences.tree import with_tokens

GOING = frozenset("be come go fall rise die happen appear remain leave stay".split())  # what is done to nobody
BEING = frozenset({"was", "were", "been", "being"})
HOW = frozenset("so very too how as more less rather quite well badly heavily".split())


def with_passive(sentence: Sentence, word: Token) -> Sentence:
    """The Sentence with the participle as its verb and 'was' as the helper; as it is where it only says how somebody is."""
    tokens = sentence.tokens
    being = tokens[word.head]
    if being.lemma != "be" or being.text.lower() not in BEING or being.index > word.index:
        return sentence
    lemma = _verb(word) if not _is_made(tokens, word) else None
    own = {t.text.lower() for t in tokens if t.head == word.index}
    if lemma is None or not HOW.isdisjoint(own) or any(t.head == word.index and t.tag == "TO" for t in tokens):
        return sentence
    is_root = being.head == being.index
    head = word.index if is_root else being.head
    moved = [
        replace(t, head=word.index, relation="nsubjpass" if t.relation == "nsubj" else t.relation)
        for t in tokens
        if t.head == being.index and t.index not in {being.index, word.index}
    ]
    return with_tokens(
        sentence,
        *moved,
        replace(word, head=head, relation=being.relation, pos="VERB", tag="VBN", lemma=lemma),
        replace(being, head=word.index, relation="auxpass", pos="AUX"),
    )


def _is_made(tokens: tuple[Token, ...], word: Token) -> bool:
    """'silver-plated' says what something is like, 'pistol-whipped' what was done to somebody: the rows know 'whip'."""
    if word.index < 2 or tokens[word.index - 1].tag != "HYPH":
        return False
    names = (word.lemma, f"{tokens[word.index - 2].lemma}-{word.lemma}")
    return not any(
        (name, "verb") in lexicon() or any(name in rows for rows in (acts(), everyday_acts(), kin())) for name in names
    )


def _verb(word: Token) -> str | None:
    """The verb whose participle it is; of an adjective only one that tells something in any clause."""
    if word.pos == "VERB":
        return word.lemma if word.tag == "VBN" else None
    if not word.text.endswith("ed"):
        return None
    stem = word.text.lower()
    forms = (stem[:-1], stem[:-2], stem[:-3], f"{stem[:-3]}y")
    return next((form for form in forms if _tells(form)), None)


def _tells(form: str) -> bool:
    rows = lexicon().get((form, "verb"), ())
    return any(row.type != NOT_A_HAPPENING and not row.conditions for row in rows)


def with_second_passive(sentence: Sentence, word: Token) -> Sentence:
    """'The line would be shut and the buses cut', 'the appeal would be dropped and the case closed': both are told in the passive,
    and the helpers once."""
    tokens = sentence.tokens
    if word.tag not in {"VBN", "VBD"}:
        return sentence
    noun = tokens[word.head] if word.relation == "acl" and tokens[word.head].relation == "conj" else word
    first = tokens[noun.head]
    own = [t for t in tokens if t.head == word.index and t.index != word.index]
    helpers = [t for t in tokens if t.head == first.index and t.relation in {"aux", "auxpass"}]
    is_coming = any(t.tag == "MD" for t in helpers) and any(t.relation == "auxpass" for t in helpers)
    is_bare = not any(t.relation in {"aux", "auxpass", "dobj", "ccomp"} for t in own)
    if first.tag != "VBN" or not is_coming or not is_bare or word.lemma in GOING:
        return sentence
    verb = replace(word, head=first.index, relation="conj", tag="VBN", pos="VERB")
    if noun is not word:
        is_next = noun.pos != "VERB" and noun.index + 1 == word.index
        return (
            with_tokens(sentence, verb, replace(noun, head=word.index, relation="nsubjpass")) if is_next else sentence
        )
    subjects = [replace(t, relation="nsubjpass") for t in own if t.relation == "nsubj"]
    return with_tokens(sentence, verb, *subjects) if subjects and word.relation == "conj" else sentence
