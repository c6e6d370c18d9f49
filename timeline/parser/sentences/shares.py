"""Shares: "The Torvik 40 advanced 0.7 per cent", where the whole is taken for a noun, its verb for an adjective. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.sentences.tree import with_tokens

UNITS = frozenset({"cent", "percent", "point", "%"})
NAMING = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP"})
BESIDE = frozenset({"det", "nmod", "compound", "nsubj", "amod", "poss", "npadvmod"})


def with_moved(sentence: Sentence, verb: Token) -> Sentence:
    """The Sentence with that verb at its root, and what moved as its subject."""
    tokens, unit = sentence.tokens, sentence.tokens[verb.head]
    before = [token for token in tokens if token.head == unit.index and token.index < verb.index]
    before += [token for token in tokens if token.head == verb.index and token.relation == "npadvmod"]
    mover = next((token for token in reversed(before) if token.tag in NAMING and token.relation in BESIDE), None)
    is_whole = (
        unit.relation == "ROOT" and unit.lemma in UNITS and not any(t.pos == "VERB" for t in tokens[: verb.index])
    )
    if not is_whole or mover is None:
        return sentence
    mended = {
        verb.index: replace(verb, head=verb.index, relation="ROOT", pos="VERB", tag="VBD", lemma=_lemma(verb.text)),
        unit.index: replace(unit, head=verb.index, relation="npadvmod"),
        mover.index: replace(mover, head=verb.index, relation="nsubj"),
    }
    for token in tokens:
        if token.head == unit.index and token.index not in mended:
            if token.index < verb.index:
                mended[token.index] = replace(token, head=mover.index)
            elif token.index > unit.index:
                mended[token.index] = replace(token, head=verb.index)
    return with_tokens(sentence, *mended.values())


def _lemma(text: str) -> str:
    """'advance' of 'advanced', 'jump' of 'jumped', 'drop' of 'dropped'."""
    stem = text.lower().removesuffix("ed")
    if stem[-1:] == stem[-2:-1]:
        return stem[:-1]
    return stem + "e" if stem.endswith(("c", "g", "s", "v", "z", "dl", "bl", "in")) and stem != "gain" else stem
