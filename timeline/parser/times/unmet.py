"""Unmet: what the words tell of that was due but did not come about, or is another day now; and what is set for a day. A few
tokens on each side; no parse."""

from collections.abc import Set
from itertools import pairwise

from timeline.parser.times.vocabulary import Encoded

REACH = 30  # tokens and gaps to the left: about fifteen words
NEAR = 12  # the same: about six words
DROPPED = frozenset("cancelled canceled scrapped abandoned axed shelved".split())
PLANNED = frozenset({("was", "to"), ("were", "to"), ("was", "due"), ("were", "due")})
CALLED_OFF = frozenset({"called", "put"})
UNMET = (["did"], ["never"], ["fell"], ["failed"])
MOVED = frozenset("postponed delayed deferred rescheduled moved put pushed brought shifted".split())
INVITED = frozenset({"invited", "invitation", "invitations"})
DECREED = frozenset(
    "declared announced ordered imposed decreed proclaimed voted approved agreed decided resolved ruled adopted passed".split()
)  # what begins later
DECLARING = frozenset({"declared", "proclaimed", "decreed", "designated", "made"})
# 'chose 7 April for the talks'
FIXED = frozenset(
    "set fixed chose chosen named picked proposed suggested announced selected designated approved".split()
)
# 'lasted until Tuesday'
WENT_ON = frozenset(
    "lasted continued raged felt burned burnt fought searched worked waited stayed danced marched on".split()
)
HAPPENED = frozenset({"was", "were", "been"})
UNTIL = frozenset({"until", "till"})
WAS_NOT = frozenset({"did", "didn", "was", "wasn", "were", "weren", "had", "hadn"})
NOT = frozenset({"not", "never", "'t", "’t", "n't"})
# 'was not expected to open until May', 'did not want a vote until May'
FORESEEING = frozenset(
    "expect expected plan planned want intend intended think believe due likely supposed scheduled meant set going".split()
)


def is_day(text: Encoded, start: int, end: int, months: Set[str]) -> bool:
    """A month with a day and no year."""
    signs, tokens = text.signs[start:end], text.tokens[start:end]
    digits = [token for token in tokens if token[:1].isdigit()]
    return any(sign in months for sign in signs) and len(digits) == 1 and len(digits[0].rstrip("stndrh")) < 3


def is_called_off(text: Encoded, start: int, end: int) -> bool:
    """Whether the words tell of a plan that failed: 'was due on Friday but', 'were to meet Monday, but'."""
    after = [token for token in text.tokens[end : end + 4] if token not in (" ", ",")]
    if after[:1] != ["but"]:
        return False
    return not HAPPENED.isdisjoint(token.lower() for token in text.tokens[max(0, start - REACH) : start])


def was_to_have(text: Encoded, start: int) -> bool:
    """Whether it is told of what did not come about: 'was to have been held on Friday', 'were to have met on Friday'."""
    near = text.tokens[max(0, start - REACH) : start]
    if "have" not in near:
        return False
    before = [token for token in near if token != " "]
    return any(
        one == "have" and before[n - 1] == "to" and (before[n + 1 : n + 2] == ["been"] or before[n - 2] in HAPPENED)
        for n, one in enumerate(before)
        if n > 1
    )


def was_planned(text: Encoded, start: int) -> bool:
    """Whether it is told of what was to be, or is another day now: 'was to arrive on 10 May', 'due on 10 May, was put off', 'put
    off from 28 May', 'an invitation to attend the feast on 20 May'. The nearest such day is meant."""
    sentence = text.tokens[max(0, start - REACH) : start]
    last = max((n for n, token in enumerate(sentence) if token in {".", ";"}), default=-1)
    near = [token.lower() for token in sentence[last + 1 :] if token != " "]
    pairs = set(pairwise(near))
    if not pairs.isdisjoint(PLANNED) or (near[-2:-1] == ["due"] and near[-3:-2] == [","]):
        return True
    if near[-1:] == ["from"] and not MOVED.isdisjoint(near):
        return True
    return not INVITED.isdisjoint(near) and any(one == "to" and other.islower() for one, other in pairs)


def is_moved(text: Encoded, start: int) -> bool:
    """Whether a word for setting another day stands a few words before: 'was brought forward to 9 November'."""
    return not MOVED.isdisjoint(text.tokens[max(0, start - NEAR) : start])


def is_dropped(text: Encoded, start: int, end: int, months: Set[str]) -> bool:
    """Whether the sentence goes on to call off what was planned: 'scheduled for 24 March in Geneva was called off'."""
    after = text.tokens[end : end + REACH]
    sentence = after[: next((n for n, token in enumerate(after) if token in {".", ";"}), len(after))]
    is_off = "off" in sentence and not CALLED_OFF.isdisjoint(sentence)
    is_off = is_off or after[1:2] in UNMET  # 'planned for 2 April did not take place'
    is_month = text.signs[start] in months
    return (is_month or is_day(text, start, end, months)) and (is_off or not DROPPED.isdisjoint(sentence))


def is_set(text: Encoded, start: int, end: int, word: str) -> bool:
    """'ahead of Monday', 'decided to close it from April', 'declared Tuesday a day of mourning'."""
    if word == "of":
        return start > 3 and text.tokens[start - 4].lower() == "ahead"
    if word == "from":
        return not DECREED.isdisjoint(text.tokens[max(0, start - REACH) : start])
    following = text.tokens[end + 1 : end + 2]
    is_fixed = word in FIXED and following in (["for"], ["as"])  # 'chose 7 April for the talks'
    return is_fixed or (word in DECLARING and following in (["a"], ["an"], ["as"]))


def went_on(text: Encoded, start: int) -> bool:
    """'Aftershocks were felt until Tuesday', 'went on until dawn on Friday'."""
    return (
        start > 3 and text.tokens[start - 4].lower() in WENT_ON and text.tokens[start - 2].lower() in {"until", "till"}
    )


def was_late(text: Encoded, start: int) -> bool:
    """'did not visit the dairy until 2 October', 'was not told until Monday': it was then, not before."""
    words = [token.lower() for token in text.tokens[max(0, start - REACH) : start] if token != " "]
    if not words or words[-1] not in UNTIL:
        return False
    places = [n for n, (one, other) in enumerate(pairwise(words)) if one in WAS_NOT and other in NOT]
    following = words[places[-1] + 2 :] if places else []
    return bool(places) and FORESEEING.isdisjoint(following) and not {",", ".", ";"} & set(following)


def opens_clause(text: Encoded, start: int) -> bool:
    """'said it would cut 150 jobs, and in June workers walked out': what stands before tells of another clause."""
    before = [token.lower() for token in text.tokens[max(0, start - 7) : start] if token != " "]
    return before[-3:-1] in ([",", "and"], [",", "but"]) and before[-1] in {"in", "on", "at"}


def is_moment(text: Encoded, end: int) -> bool:
    """'was a shelter until 3 May, when rebels burned it down': a clause tells what happened then."""
    following = [token.lower() for token in text.tokens[end : end + 4] if token != " "]
    return following[:2] == [",", "when"]


def ends_range(text: Encoded, start: int) -> bool:
    """Whether 'from' stands a few words before: 'was empty from 2 October until 9 October'."""
    return any(token.lower() == "from" for token in text.tokens[max(0, start - 10) : start - 2])
