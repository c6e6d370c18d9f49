"""Results: '6–0' of a match, which the small model takes for the noun that the loser's name describes. One Sentence."""

import re
from dataclasses import replace

from timeline.model.sentence import Sentence

SCORE = re.compile(r"\d+[-–—]\d+")


def with_loser(sentence: Sentence, index: int) -> Sentence:
    """'hammered Vik 6–0', 'beat Vik 6–0 6–1', where the result is taken for the noun that 'Vik' describes."""
    before = sentence.tokens[index - 1] if index else sentence.tokens[index]
    score = sentence.tokens[before.head]
    run = sentence.tokens[index : score.index + 1]
    is_result = bool(run) and all(token.text == "," or SCORE.fullmatch(token.text) for token in run)
    if not is_result or before.relation not in {"compound", "nmod", "amod"} or before.pos != "PROPN":
        return sentence
    mended = [
        replace(before, head=score.head, relation=score.relation)
        if token is before
        else replace(score, head=before.index, relation="npadvmod", pos="NUM", tag="CD")
        if token is score
        else replace(token, head=before.index)
        if token.head == score.index and token.index < score.index
        else token
        for token in sentence.tokens
    ]
    return replace(sentence, tokens=tuple(mended))
