"""Past or future: what the words around a phrase say, without a parse. Linear: it looks at a few tokens on each side."""

from timeline.parser.times.arranged import (
    had_been_appointed,
    is_appointed,
    is_arranged,
    is_asked,
    is_before_noun,
    is_call_of_today,
    is_called_together,
    is_coming,
    is_outcome,
    is_said_to_be,
    is_source,
)
from timeline.parser.times.cues import Cues
from timeline.parser.times.near import is_of_awaited, is_of_foreseen, is_of_unforeseen
from timeline.parser.times.unmet import (
    REACH,
    ends_range,
    is_called_off,
    is_day,
    is_dropped,
    is_moment,
    is_moved,
    is_set,
    opens_clause,
    was_late,
    was_planned,
    was_to_have,
    went_on,
)
from timeline.parser.times.vocabulary import GAP, PAST_WORD, POSSESSIVE, Encoded

AHEAD = 24
CLAUSE = 5  # tokens between a verb of saying and a date that it can still govern
ENDS = "!?;\n"
YEAR = 4  # digits
NEAR = 12  # tokens and gaps: a verb further off may not be that of the date
FAINT = -3  # the past, by a verb far off
EITHER = 2  # a side that is not known, where the nearest day is meant
MISSED = 4
CALLED = 3  # ahead, but where such a day has just been
DONE = (["had"], ["were"], ["was"])
AGAIN = frozenset({"to", "until", "till", "for"})
CHOSEN = frozenset({"voted", "decided", "resolved", "opted"})  # to do something
CHOICE = 14  # tokens and gaps between them and 'to'
BREAKS = frozenset({",", ".", ";", "and", "but", "that", "when"})
CLAUSE_OPENERS = frozenset({",", "and", "but", ";"})
BEGINNING = frozenset({"starting", "beginning", "come", "from"})
NOT = frozenset({"'t", "’t"})
NEGATIONS = {"not", "neither", "nor", "no", "none", "nobody", "never"}
ARTICLES = {"the", "a", "an"}
AT_LEAST = ["at", " ", "least"]
OPEN_ENDED = {"by", "before"}
ABOUT = frozenset({"shortly", "just", "right", "immediately", "little", "moments", "minutes"})
PAST_HELP = frozenset({"did", "didn", "was", "were", "had"})
TITLES = {"Mr", "Dr", "Ms", "Mrs", "Gen", "Sen", "Gov", "Rep", "Lt", "Col", "St", "Inc", "Corp", "Co", "Ltd"}


def direction(text: Encoded, start: int, end: int, cues: Cues, *, is_hour: bool = False) -> int:
    """1 for the future, -1 for the past, 0 when neither is said: the nearest cue before in the sentence, else after.

    EITHER for what was due but did not come about: the words do not tell whether it would have been by now; MISSED for what was to
    have been, whose month may be any day of it. CALLED for the day for
    which something was called. FAINT for a past that only a verb far before tells. `is_hour`: it is a time of day without its day.
    """
    if is_of_unforeseen(text, start, end):
        return -1
    if is_of_awaited(text, start, end):
        return 1
    if _is_epithet(text, start, end, cues):
        return 0
    is_thing = text.signs[end : end + 1] == POSSESSIVE or is_source(text, start)
    before = _before(text, start, cues, is_thing=is_thing)
    is_until = is_hour and before < 0 and text.signs[start - 2] in cues.forward  # 'searched until dusk'
    said = _by_preposition(text, start, end, before, cues) if start > 1 and not is_until else 0
    if was_to_have(text, start):
        return MISSED
    if before > 0 and (is_called_off(text, start, end) or is_dropped(text, start, end, cues.months)):
        return EITHER
    has_month = any(sign in cues.months for sign in text.signs[start:end])
    if (
        has_month
        and was_planned(text, start)
        and not any(len(token) == YEAR for token in text.tokens[start:end] if token.isdigit())
    ):
        return EITHER
    if before < 0 and is_of_foreseen(text, start):
        before = 0
    if before > 0 and not said and opens_clause(text, start):
        before = min(before, _after(text, end, cues) or before)
    return said or before or _after(text, end, cues)


def _is_epithet(text: Encoded, start: int, end: int, cues: Cues) -> bool:
    """Whether a date names a thing, as in 'the Jan. 14 deadline', 'the 14 January deadline', 'a June treaty': then no verb tells
    its side."""
    first = start + 2 if text.tokens[start].lower() in ARTICLES else start
    is_day_first = first < end and text.tokens[first].isdigit() and text.signs[end - 1] in cues.months
    if first < 2 or first >= end or text.tokens[first - 2].lower() not in ARTICLES:
        return False
    if text.signs[first] not in cues.months and not is_day_first:
        return False
    following = "".join(text.tokens[end + 1 : end + 2])
    is_named = is_day_first or text.tokens[end - 1].isdigit() or end - first == 1
    return is_named and following.islower() and text.signs[end + 1] not in cues.openers


def _by_preposition(text: Encoded, start: int, end: int, before: int, cues: Cues) -> int:
    """What the word right before says: 'since', 'until', 'by', 'extended to', 'as soon as'."""
    if start > 5 and text.tokens[start - 4 : start - 1] == AT_LEAST:
        start -= 4  # 'until at least Saturday'
    word, sign = text.tokens[start - 2].lower(), text.signs[start - 2]
    if word == "since":
        return -1
    if word == "for" and (text.signs[start] in cues.appointing or is_appointed(text, start)):
        return EITHER if had_been_appointed(text, start) or is_dropped(text, start, end, cues.months) else 1
    is_dated = text.signs[start] in cues.months or is_day(text, start, end, cues.months)
    if word in AGAIN and start > 3 and is_dated and is_moved(text, start):
        return EITHER  # 'brought forward to 9 November'
    if word == "for" and start > 3 and is_day(text, start, end, cues.months):
        return CALLED if before < 0 else 1  # 'called a strike for 4 December'
    if is_called_together(text, start):
        is_month = any(sign in cues.months for sign in text.signs[start:end])
        return CALLED if is_month else EITHER if is_call_of_today(text, start) else 1
    if is_said_to_be(text, start, cues.past) or is_set(text, start, end, word):
        return 1
    if word in BEGINNING and _opens(text, start - 2):
        return -1 if _after(text, end, cues) < 0 else 1
    if word == "until" and start > 3 and text.tokens[start - 4] == "had":
        return -1
    is_record = word == "record" and start > 3 and text.tokens[start - 4] == "of"  # 'to holders of record Dec. 21'
    if is_record or (word == "through" and _is_extended(text, start)):
        return 1
    sign = text.signs[start - 4] if word == "on" and start > 3 else sign  # 'takes effect on 1 May'
    if (
        word == "before"
        and start > 3
        and (text.tokens[start - 4].lower() in ABOUT or text.signs[start] in cues.dayparts)
    ):
        return 0  # 'shortly before ten', 'before dawn on Monday' was about then
    if sign in cues.forward:
        return -1 if before < 0 and _is_over(text, start, end, cues) else 1
    if word in OPEN_ENDED:
        return _by(text, start, end, before, cues)
    if word == "as":
        return -1 if "recently" in text.tokens[max(0, start - 5) : start] else 1
    return int(sign == cues.to and text.signs[start - 4 : start - 3] == PAST_WORD)


def _is_over(text: Encoded, start: int, end: int, cues: Cues) -> bool:
    """Whether what went on until then is past: 'from 2 October until 9 October', 'not until 9 October'."""
    is_past = ends_range(text, start) or went_on(text, start) or was_late(text, start)
    return is_past or (is_moment(text, end) and _after(text, end, cues) < 0)


def _opens(text: Encoded, place: int) -> bool:
    """Whether a sentence or a clause begins there: 'From Monday, masks are optional'."""
    return text.tokens[place][0].isupper() or text.tokens[place - 2 : place - 1] == [","]


def _is_extended(text: Encoded, start: int) -> bool:
    """Whether 'extended' stands before 'through'."""
    return any(token.lower().startswith("exten") for token in text.tokens[max(0, start - REACH) : start - 2])


def _by(text: Encoded, start: int, end: int, before: int, cues: Cues) -> int:
    """'by Friday' lies ahead, but not in 'had left by Friday' and 'By Friday, they had left'."""
    if text.tokens[end + 1 : end + 2] in DONE:
        return -1  # 'and by Sunday had taken over'
    if before < 0:
        opens_clause = start > 3 and text.tokens[start - 4] in CLAUSE_OPENERS
        is_done = "had" in text.tokens[max(0, start - REACH) : start] or _is_state(text, start)
        is_done = is_done or (opens_clause and _after(text, end, cues) < 0)  # 'and by noon they held the hill'
        is_done = is_done or _is_wrought(text, start, cues)
        return -1 if is_done else 1
    if not before and text.tokens[max(0, start - 6)] == "to":
        return 1  # 'obliges her to pay by Friday the rent that was due'
    return before or _after(text, end, cues) or 1


def _is_state(text: Encoded, start: int) -> bool:
    """Whether 'was' or 'were' stands a few words before: 'were down by Friday'."""
    return not PAST_HELP.isdisjoint(text.tokens[max(0, start - 11) : start])


def _is_wrought(text: Encoded, start: int, cues: Cues) -> bool:
    """Whether the last verb before tells what has grown or was suffered by then: 'killed 31 people by Friday'."""
    verbs = (place for place in range(start - 2, max(-1, start - REACH), -1) if text.signs[place] in cues.past)
    verb = next(verbs, None)
    return verb is not None and text.signs[verb] in cues.wrought and not _is_base_form(text, verb, cues)


def _before(text: Encoded, start: int, cues: Cues, *, is_thing: bool) -> int:
    """What the nearest word before says; what is arranged says nothing of a thing that is named by its day ('Friday's blast')."""
    for place in range(start - 1, max(-1, start - REACH), -1):
        sign = text.signs[place]
        if sign == GAP:
            continue
        if sign in ENDS or _is_stop(text, place):
            return 0
        if text.tokens[place + 1] in NOT and text.tokens[place].lower() == "won":
            return 1  # 'won't open'
        is_infinitive = text.signs[place - 2 : place - 1] == cues.to  # then what stands before 'to' tells
        is_aim = _is_aim(text, place, cues) or (not is_thing and _is_chosen(text, place, cues))
        if is_aim or (sign in cues.future and not is_infinitive):
            return _of_future(text, place, cues)
        if not is_infinitive and is_arranged(text, place, cues.openers, is_thing=is_thing):
            return -1 if _is_in_past_clause(text, place) else 1
        if sign in cues.past and not _is_base_form(text, place, cues) and not is_before_noun(text, place):
            return 0 if sign in cues.reporting and start - place > CLAUSE else FAINT if start - place > NEAR else -1
    return 0


def _of_future(text: Encoded, place: int, cues: Cues) -> int:
    """What a word of the future says: 'had been expected' and 'could not agree' speak of the past."""
    had_been = "been" in text.tokens[max(0, place - 4 if text.signs[place] == cues.to else place - 2) : place - 1]
    had_been = had_been or (text.signs[place] == cues.to and text.tokens[max(0, place - 4) : place - 3] == ["had"])
    is_could_not = text.signs[place] == cues.could and not NEGATIONS.isdisjoint(_words_around(text, place))
    return -1 if had_been or is_could_not else 1


def _is_in_past_clause(text: Encoded, place: int) -> bool:
    """Whether 'did' or 'was' makes a past of the form: 'did not meet'."""
    return not PAST_HELP.isdisjoint(token.lower() for token in text.tokens[max(0, place - 6) : place])


def _words_around(text: Encoded, place: int) -> list[str]:
    return [token.lower() for token in text.tokens[max(0, place - REACH) : place + 3]]


def _is_base_form(text: Encoded, place: int, cues: Cues) -> bool:
    """Whether what looks like a past verb is none: 'will lay off', 'to found', 'will not shed', 'to be held'."""
    before = place - 4 if text.tokens[place - 2 : place - 1] == ["not"] else place - 2
    return before >= 0 and (text.signs[before] in cues.future or text.signs[before] in (cues.be, cues.to))


def _after(text: Encoded, end: int, cues: Cues) -> int:
    if text.signs[end + 1 : end + 2] in cues.present:
        return 1  # 'Monday is a holiday'
    for place in range(end, min(len(text.signs), end + AHEAD)):
        sign = text.signs[place]
        if sign in ENDS or _is_stop(text, place):
            return 0
        if sign in cues.strong or _is_present_aim(text, place, cues):
            return 1
        if sign in cues.past:
            return -1
        if is_coming(text, place, cues.openers):
            return int(not (place == end + 1 and is_outcome(text, place)))
    return 0


def _is_present_aim(text: Encoded, place: int, cues: Cues) -> bool:
    """Whether this is the 'to' of 'is to meet', 'are due to meet'."""
    if not _is_aim(text, place, cues):
        return False
    return not cues.present.isdisjoint(text.signs[max(0, place - 4) : place - 1])


def _is_aim(text: Encoded, place: int, cues: Cues) -> bool:
    """'is now to meet', 'was to meet', 'set to meet', 'plans to meet', 'to be met', 'ordered to leave'."""
    if text.signs[place] != cues.to or place < 2:
        return False
    before = place - 4 if text.tokens[place - 2] in ("now", "still", "also") and place > 3 else place - 2
    is_ready = text.signs[before] in cues.ready or text.tokens[before] in ("was", "were")
    return is_ready or text.signs[place + 2 : place + 3] == cues.be or is_asked(text, place, cues.openers)


def _is_chosen(text: Encoded, place: int, cues: Cues) -> bool:
    """'voted 7-2 to leave', 'decided on Monday to leave'."""
    if text.signs[place] != cues.to:
        return False
    clause = text.tokens[max(0, place - CHOICE) : place]
    return any(token in CHOSEN for token in clause) and not any(token in BREAKS for token in clause)


def is_one_sentence(text: Encoded, start: int, end: int) -> bool:
    """Whether no sentence ends between, and the two are not far apart."""
    return end - start <= REACH and not any(
        text.signs[place] in ENDS or _is_stop(text, place) for place in range(start, end)
    )


def _is_stop(text: Encoded, place: int) -> bool:
    """Whether a full stop ends a sentence here: white space and a capital follow, and no initial or short title precedes."""
    if text.signs[place] != ".":
        return False
    following = text.tokens[place + 2 : place + 3]
    before = text.tokens[place - 1] if place else ""
    is_initial = len(before) == 1 and before.isalpha()
    return bool(following) and not following[0][0].islower() and not is_initial and before not in TITLES
