"""Passive: what was done to somebody, which the small model of English takes for how somebody is ('were slain', 'was
pistol-whipped', 'was jeered'). One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.triggers import NOT_A_HAPPENING, acts, everyday_acts, kin, lexicon
from timeline.parser.sentences.tree import with_tokens

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
