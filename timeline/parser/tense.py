"""Past or future: what the words around a phrase say, without a parse. Linear: it looks at a few tokens on each side."""

from timeline.parser.vocabulary import PAST_WORD, Encoded, Vocabulary

REACH = 30  # tokens and gaps to the left: about fifteen words
AHEAD = 24
CLAUSE = 5  # tokens between a verb of saying and a date that it can still govern
ENDS = "!?;\n"
OPEN_ENDED = {"by", "before"}
TITLES = {"Mr", "Dr", "Ms", "Mrs", "Gen", "Sen", "Gov", "Rep", "Lt", "Col", "St", "Inc", "Corp", "Co", "Ltd"}


class Cues:
    """The signs of words that speak of past and future, from the classes of times-words.txt."""

    def __init__(self, words: Vocabulary) -> None:
        self.future = frozenset(words.classes["future"] | words.classes["modal"])
        self.strong = frozenset(words.classes["strongfuture"])
        self.forward = frozenset(words.classes["forward"])
        self.reporting = frozenset(words.classes["reporting"])
        self.ready = frozenset(words.classes["ready"])
        self.to, self.be = words["to"], words["be"]
        regular = {sign for word, sign in words.own.items() if word.islower() and word.endswith("ed")}
        self.past = (frozenset(words.classes["pastverb"]) | regular | {PAST_WORD}) - self.future - self.ready


def direction(text: Encoded, start: int, end: int, cues: Cues) -> int:
    """1 for the future, -1 for the past, 0 when neither is said: the nearest cue before in the sentence, else after."""
    before = _before(text, start, cues)
    said = _by_preposition(text, start, end, before, cues) if start > 1 else 0
    return said or before or _after(text, end, cues)


def _by_preposition(text: Encoded, start: int, end: int, before: int, cues: Cues) -> int:
    """What the word right before says: 'since', 'until', 'by', 'extended to', 'as soon as'."""
    word, sign = text.tokens[start - 2].lower(), text.signs[start - 2]
    if word == "since":
        return -1
    if word == "on" and start > 3:
        sign = text.signs[start - 4]  # 'takes effect on 1 May'
    if sign in cues.forward:
        return -1 if before < 0 and _ends_range(text, start) else 1
    if word in OPEN_ENDED:
        return _by(text, start, end, before, cues)
    is_moved = sign == cues.to and text.signs[start - 4 : start - 3] == PAST_WORD
    return int(is_moved or word == "as")


def _by(text: Encoded, start: int, end: int, before: int, cues: Cues) -> int:
    """'by Friday' lies ahead, but not in 'had left by Friday' and 'By Friday, they had left'."""
    if before < 0:
        return -1 if "had" in text.tokens[max(0, start - REACH) : start] else 1
    return before or _after(text, end, cues) or 1


def _ends_range(text: Encoded, start: int) -> bool:
    """Whether 'from' stands a few words before: 'was empty from 2 October until 9 October'."""
    return any(token.lower() == "from" for token in text.tokens[max(0, start - 10) : start - 2])


def _before(text: Encoded, start: int, cues: Cues) -> int:
    for place in range(start - 1, max(-1, start - REACH), -1):
        sign = text.signs[place]
        if sign in ENDS or _is_stop(text, place):
            return 0
        if sign in cues.future or _is_aim(text, place, cues):
            return -1 if text.tokens[place - 2 : place - 1] == ["been"] else 1
        if sign in cues.past and text.signs[place - 2 : place - 1] != cues.be:
            return 0 if sign in cues.reporting and start - place > CLAUSE else -1
    return 0


def _after(text: Encoded, end: int, cues: Cues) -> int:
    for place in range(end, min(len(text.signs), end + AHEAD)):
        sign = text.signs[place]
        if sign in ENDS or _is_stop(text, place):
            return 0
        if sign in cues.strong:
            return 1
        if sign in cues.past:
            return -1
    return 0


def _is_aim(text: Encoded, place: int, cues: Cues) -> bool:
    """Whether this is the 'to' of 'is to meet', 'set to meet', 'plans to meet', 'to be met'."""
    if text.signs[place] != cues.to or place < 2:
        return False
    return text.signs[place - 2] in cues.ready or text.signs[place + 2 : place + 3] == cues.be


def _is_stop(text: Encoded, place: int) -> bool:
    """Whether a full stop ends a sentence here: white space and a capital follow, and no initial or short title precedes."""
    if text.signs[place] != ".":
        return False
    following = text.tokens[place + 2 : place + 3]
    before = text.tokens[place - 1] if place else ""
    is_initial = len(before) == 1 and before.isalpha()
    return bool(following) and not following[0][0].islower() and not is_initial and before not in TITLES
