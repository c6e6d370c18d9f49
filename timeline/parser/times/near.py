"""Words near a time that tell what it is: of trade or a match, what nobody foresees, what is awaited, what was only said then."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.times.vocabulary import POSSESSIVE, Encoded

LEADING = frozenset({"on", "for", "of", "in", "by"})
HAVING = frozenset({"have", "has", "face", "faces", "set", "plan", "plans", "await"})
TELLING = frozenset({"is", "are", "will", "could", "may", "would"})
ARTICLES = frozenset({"the", "a", "an"})
SOON = 9  # tokens and gaps
BESIDE = frozenset({"previous", "preceding", "before"})
HAD_IN = 24  # tokens and gaps
CUTS = frozenset({".", ",", ";", ":", "!", "?"})
OWNED = frozenset("a an the no to any some his her its their our one two three four many several".split())
DETERMINERS = ARTICLES | {"its", "his", "her", "their"}
NAMED_IN = 8  # tokens and gaps before it: 'for the first loud blasts'
NAMING = {"of": frozenset("for to over about with from into by as since".split()), "on": frozenset({"over", "about"})}
REACH = 7  # tokens and gaps: "Friday's second deadly blast"


@cache
def words_of(subject: str) -> frozenset[str]:
    """The words of that subject in times-near.txt."""
    return frozenset(word for row in rows("times-near") if row["subject"] == subject for word in row.words("words"))


def is_of_foreseen(text: Encoded, start: int) -> bool:
    """Whether what is appointed stands right before the date ('discussed the election on November 30'), and was not held by then.

    'Who won the election on 26 April, is to see her on Friday': that was this year's.
    """
    place = start - 4 if start > 5 and text.tokens[start - 2].lower() in LEADING else start - 2
    if place <= 0 or text.tokens[place] not in words_of("foreseen"):
        return False
    before = text.tokens[max(0, place - REACH) : place]
    return not any(word in words_of("decided") for word in before[_after_cut(before) :])


def _after_cut(tokens: list[str]) -> int:
    """Where the last clause of these begins."""
    return max((place for place, token in enumerate(tokens) if token in CUTS), default=-1) + 1


def is_of_telling(text: Encoded, start: int) -> bool:
    """Whether the date is that of what was said or published: 'officials said Tuesday', 'footage released on Sunday shows',
    'accused Norway on Friday'."""
    place = start - 4 if start > 5 and text.tokens[start - 2].lower() in LEADING else start - 2
    if place >= 0 and text.tokens[place] in words_of("telling"):
        return True
    whom = place - 2 if place > 3 and text.tokens[place - 2] in DETERMINERS else place  # 'blamed the union on Friday'
    return whom > 1 and text.tokens[whom - 1] == " " and text.tokens[whom - 2] in words_of("telling of")


def is_of_hindsight(text: Encoded, start: int) -> bool:
    """Whether the date is that of what had been before what is told: 'had left Corfu on Saturday', and not 'had a row'."""
    before = [token.lower() for token in text.tokens[max(0, start - HAD_IN) : start] if token != " "]
    clause = before[max((i for i, token in enumerate(before) if token in CUTS), default=-1) + 1 :]
    verb = clause[clause.index("had") + 1 :] if "had" in clause else []
    return bool(verb) and verb[0].isalpha() and verb[0] not in OWNED


def points_back(text: Encoded, start: int, end: int) -> bool:
    """Whether the hour is of the last date, that of an aside too: 'that night', 'in the morning they had burned it', and of that of
    a speech: 'said on Sunday they had fled the previous night'."""
    is_before = not BESIDE.isdisjoint(token.lower() for token in text.tokens[start:end])
    return is_before or "that" in text.tokens[max(0, start - 2) : end] or "had" in text.tokens[end : end + SOON]


def is_of_named(text: Encoded, start: int) -> bool:
    """Whether the date is that of something only named: 'a reprisal for the blasts of 9 October'."""
    place = start - 4
    if place < 2 or text.tokens[start - 2] not in NAMING or text.tokens[place] not in words_of("unforeseen"):
        return False
    before = text.tokens[max(0, place - NAMED_IN) : place]
    pointing = NAMING[text.tokens[start - 2]]
    return any(word in pointing for word in before[before.index(".") + 1 if "." in before else 0 :])


def is_of_awaited(text: Encoded, start: int, end: int) -> bool:
    """Whether the time names what is appointed, and is told of in the present: "Sunday's vote is", 'have a Friday deadline'."""
    if start > 3 and text.tokens[start - 4] in HAVING and text.tokens[start - 2] in ARTICLES:
        return is_of(text, start, end, "foreseen")
    return is_of(text, start, end, "foreseen", TELLING)


def is_of_unforeseen(text: Encoded, start: int, end: int) -> bool:
    """Whether the time names what nobody foresaw: "Friday's blast", 'the Sunday attack', 'the crash of 3 August'."""
    is_behind = start > 3 and text.tokens[start - 2] == "of" and text.tokens[start - 4] in words_of("unforeseen")
    return is_behind or is_of(text, start, end, "unforeseen")


def is_of(text: Encoded, start: int, end: int, subject: str, followed: frozenset[str] = frozenset()) -> bool:
    """Whether the time names a thing of that subject, which one of those words (if any are given) follows."""
    is_owner = text.signs[end : end + 1] == POSSESSIVE
    is_behind_article = text.tokens[start].lower() in ARTICLES or (
        start > 1 and text.tokens[start - 2].lower() in ARTICLES
    )  # 'the 3 March attack' has its article among the words of the date
    if not is_owner and not is_behind_article:
        return False
    after = text.tokens[end + is_owner : end + is_owner + REACH + 1]
    for place, (gap, word) in enumerate(zip(after[::2], after[1::2], strict=False)):
        if gap != " " or not word.islower():
            return False
        if word in words_of(subject):
            return not followed or not followed.isdisjoint(after[2 * place + 3 : 2 * place + 4])
    return False
