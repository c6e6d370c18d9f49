"""What the words around a trigger tell of the happening: one that is known, new, another, one of a row, only sought."""

import calendar
import datetime
import re
from functools import lru_cache

from timeline.chronology.party import MUTUAL_TYPES, names_of
from timeline.model.span import TimeSpan
from timeline.model.statement import Relation, Statement
from timeline.model.time import DIRECT

DAYS = "|".join(calendar.day_name)
ANY_DAY = "any"
BUSINESS = "business"  # a type
LEAST_SUM = 1000
MONTHS = "|".join(filter(None, calendar.month_name))
MOST_WORDS = 7  # before the trigger: no pattern that ends there looks at more, and each tries every place
COMPOUND = re.compile(r"[\w’'-]+-$")
NEW = re.compile(r"\b(?:an?|another|new|fresh|further|more(?! than))(?:\s+[\w’'-]+){0,2}\s+$", re.IGNORECASE)
COUNTED = re.compile(r"\b(second|third|fourth|fifth|sixth|seventh)(?:\s+[\w’'-]+)?\s+$", re.IGNORECASE)
AGAIN = re.compile(
    r"^(?:\s+[\w’'-]+){0,6}?\s+for (?:a|the) (second|third|fourth|fifth|sixth|seventh) time\b", re.IGNORECASE
)
ORDINALS = {word: str(n) for n, word in enumerate("second third fourth fifth sixth seventh".split(), 2)}
SUM = re.compile(r"(?<![\d–-])\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)\s+$", re.IGNORECASE)
# 'four attacks in a week'
IN_ALL = re.compile(
    r"^\s+(?:in|within|over|during)\s+(?:the\s+(?:past|last)\s+)?(?:[\w-]+\s+)?(?:days|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
# 'the two raids', 'the attacks on two tankers', 'won nine of fifteen matches'
COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|several)"
THE_TWO = re.compile(rf"\b(?:both|(?:the|these|those|all)\s+{COUNT})\s+$", re.IGNORECASE)
ON_TWO = re.compile(
    rf"^\s+(?:on|against|of|at)\s+(?:the\s+)?(?:{COUNT}|both)\s+(?:[\w’'-]+\s+)?[\w’'-]+s\b", re.IGNORECASE
)
MATCHES = re.compile(
    r"^\s+(?:only\s+|all\s+)?(?:\w+|\d+)(?:\s+of\s+(?:[\w’'-]+\s+){1,3}?|\s+)(?:matches|games|bouts|races|finals|titles)\b",
    re.IGNORECASE,
)
DEAD = frozenset({"death", "deaths", "killings"})
SOUGHT = re.compile(
    r"\b(?:announc|call|demand|order|plan(?!e)|propos|request|schedul|seek|urg)\w*(?:\s+for)?(?:\s+(?:an?|the|new|early|snap|fresh)){0,2}\s+$",
    re.IGNORECASE,
)
CALLED = frozenset({"election", "consult", "protest"})  # types of what is called; a verdict is called a farce
SPANS = re.compile(
    r"\b(?:in|within|for|of)\s+(?:the\s+)?(?:[\w-]+\s+)?(?:years|months|weeks|days)\b"
    r"|\bsince\b|\bthis (?:year|month|week)\b"
)
BACK = re.compile(r"^\s+back\b")
MAKING = frozenset({"launch", "lodge", "make", "mount", "put", "submit", "table"})
BID = re.compile(
    r"^(?: (?:forward|in))? (?:an?|its|their|his|her)(?: [\w$£€.,’'-]+){0,5}? (?:bid|offer|approach)\b(?! to\b)"
)
MONEY = re.compile(r"[$£€]\d|\b(?:million|billion)\b")
PARTING = frozenset({"break", "come", "fall", "fly"})
APART = re.compile(r"\s+(?:apart|to (?:pieces|bits))\b")
HANDING = frozenset({"give", "hand", "send", "submit", "tender"})
RESIGNATION = re.compile(r"^(?: in)? (?:his|her|their) (?:letters? of )?resignations?\b")
DOWN = re.compile(r"^\s+down\b")
IN = re.compile(r"^\s+in\b(?! to\b)")
# 'voted by 92 to 31 on Tuesday to impeach the president'
VOTED_TO = re.compile(
    r"^(?:,? (?:by )?[\w-]+(?: votes)? to [\w-]+,?)?(?: (?:on|late|overnight|\w+day|night|evening))*"
    r",? to (impeach|oust|remove|depose|dismiss|expel)\b"
)
DOWNED = frozenset({"bring", "go"})
OUT = re.compile(r"^\s+out\b")
POWER = re.compile(r"^\s+power\b")
FIRE = re.compile(r"^\s+fire\b")
OTHER = re.compile(
    r"\b(?:earlier|previous|prior|past|former|other|another|separate|similar|last|one more)(?:\s+[\w’'-]+){0,2}\s+$",
    re.IGNORECASE,
)
# 'another man has been arrested', 'two more suspects who were held'
MORE = re.compile(
    r"\b(?:another|(?:\w+ )?(?:more|other|further))\s+(?:[\w’'-]+\s+){1,2}(?:(?:who|that|had|has|have|was|were|been|being)\s+)*$",
    re.IGNORECASE,
)
TIMES = r"(?:twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+) times)"
TIMES_BEFORE = re.compile(rf"\b{TIMES}(?:\s+(?:before|already|been))*\s+$", re.IGNORECASE)
TIMES_AFTER = re.compile(
    rf"^(?:\s+[\w’'-]+){{0,3}}\s+{TIMES}(?!\s+(?:as|more|the|its|that|a|an|over)\b)", re.IGNORECASE
)
STROKES = frozenset({"kick", "knife", "punch", "shoot", "slash", "stab"})  # 'stabbed twice in the neck'
COUNTING = frozenset({"sport", "business"})  # 'scored twice'; 'sold three times as many'
# What comes again and again: 'the annual conference' is not that of another year.
RECURRING = re.compile(
    r"\b(?:annual|yearly|biennial|monthly|weekly|daily|quarterly|regular|usual|traditional)(?:\s+[\w’'-]+){0,2}\s+$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"^(?:\s+[\w’'-]+){0,3}\s+(?:another|different)\b", re.IGNORECASE)
EDITION = re.compile(r"^(?:\s+[\w’'-]+){0,3}\s+(women|girls|youth|juniors?)['’]?s?\b", re.IGNORECASE)
HARMED = frozenset({"kill", "slay", "wound", "injure", "hurt"})
THOSE = re.compile(r"\bthose\s+(?:who\s+(?:(?:were|was|had|been|have)\s+)+)?$", re.IGNORECASE)
ALSO = re.compile(r"\b(?:also|again)\s+(?:[\w’'-]+\s+)?$", re.IGNORECASE)
ANEW = re.compile(r"^(?:\s+[\w’'-]+)?\s+again\b")
NOT_THEN = re.compile(rf"\bnot(?: (?:until|on|in|at))? ({DAYS}|\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})(?!['’]s)")
MENDED = re.compile(r"\bcorrect(?:ion|ed|s)\b|\bwrong (?:day|date)\b|\bin fact\b", re.IGNORECASE)
DAY_OF_MONTH = re.compile(r"\d+")
PUT_OFF = re.compile(r"\b(?:postpon|delay|reschedul|defer|adjourn|put(?:s|ting)? off\b)", re.IGNORECASE)
TO_COME = re.compile(r"\b(?:will|would|is to|are to|is due|are due|now)\b|’ll\b|'ll\b", re.IGNORECASE)
ROSE = r"\b(?:ris(?:en|es|e|ing)|rose|climb\w*|increas\w+|gr[eo]w\w*|mount\w*|jump\w*|(?:went|gone|goes) up)"
RISEN_TO = re.compile(rf"{ROSE}(?:\s+[\w’',-]+){{0,4}}?\s+to(?:\s+[\w-]+){{0,3}}?\s+$", re.IGNORECASE)
GENERAL = re.compile(r"\b(?:against|for|from|of|to|over|after|about|amid|by)\s+$")
DEFINITE = re.compile(
    rf"(?:\b(?:the|this|these|those)|\b(?:{DAYS}|{MONTHS}|yesterday|day|night|week|month|year)['’]s)(?:\s+[\w’'-]+){{0,2}}\s+$",
    re.IGNORECASE,
)


def lemma(told: Statement) -> str:
    """The trigger's dictionary form, with what makes another deed of it ('seized power', 'handed in his resignation')."""
    after = _after(told)
    if told.lemma in DOWNED and DOWN.match(after):
        return f"{told.lemma} down"
    if told.lemma == "vote" and OUT.match(after):
        return "vote out"
    if told.lemma == "vote" and (deed := VOTED_TO.match(after)):
        return deed[1]
    if told.lemma == "step" and IN.match(after):
        return "step in"
    if told.lemma in MAKING and (bid := BID.match(after)) and (told.type == BUSINESS or MONEY.search(bid[0])):
        return "bid"
    if told.lemma in HANDING and RESIGNATION.match(after):
        return "resign"
    if told.lemma in PARTING and APART.match(after):
        return "break apart"
    if BACK.match(after) and " " not in told.lemma:
        return f"{told.lemma} back"
    if told.lemma == "open" and FIRE.match(after):
        return "open fire"
    return f"{told.lemma} power" if POWER.match(after) else told.lemma


def is_definite(told: Statement) -> bool:
    """Whether the trigger is a noun, and the words before it point back to what was told before ('the attack', 'those killed')."""
    return pointer(told) is not None or (told.lemma in HARMED and THOSE.search(_before(told)) is not None)


def pointer(told: Statement) -> str | None:
    """The noun with the words before it that point back ('the cross-border attack'), None when none do."""
    found = DEFINITE.search(_before(told)) if _is_noun(told) else None
    end = max(0, told.trigger.end - told.start)
    return told.sentence[told.sentence.rindex(found[0], 0, end) : end] if found else None


def _is_noun(told: Statement) -> bool:
    """Whether it stands in its dictionary form or a plural of it; news tells with verbs in other forms."""
    word, lemma = told.trigger.text.casefold(), told.lemma.casefold().rpartition("-")[2]
    return word in (lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")


def is_new(told: Statement) -> bool:
    """Whether it is brought in ('a ceasefire')."""
    return NEW.search(_before(told)) is not None


def is_other(told: Statement) -> bool:
    """Whether it is not the one that its text tells ('an earlier fire', 'struck over another matter')."""
    before = _before(told)
    is_verb = not _is_noun(told) and MORE.search(before) is not None
    return is_verb or OTHER.search(before) is not None or ELSEWHERE.search(_after(told)) is not None


def is_added(told: Statement) -> bool:
    """Whether it is told beside what its text told before ('the mayor also sent nurses', 'they met again')."""
    return ALSO.search(_before(told)) is not None or ANEW.search(_after(told)) is not None


def is_sought(told: Statement) -> bool:
    """Whether it is only called for or announced ('called the election')."""
    found = SOUGHT.search(_before(told))
    return found is not None and (told.type in CALLED or not found[0].startswith("call") or " for" in found[0])


def wrong_days(told: Statement) -> frozenset[str]:
    """Which days it says were wrong: weekdays and days of a month ('not on Wednesday', 'not on 24 May').

    ANY_DAY when it only says that it corrects one.
    """
    if told.when.basis not in DIRECT:
        return frozenset()
    found = NOT_THEN.findall(told.sentence)
    days = {number[0] if (number := DAY_OF_MONTH.search(day)) else day for day in found}
    return frozenset(days) or frozenset({ANY_DAY} if MENDED.search(told.sentence) else ())


def is_wrong(span: TimeSpan, days: frozenset[str]) -> bool:
    """Whether a span of one day is of these days."""
    if not days or span.width != 1 or span.start_earliest is None:
        return False
    day = datetime.date.fromordinal(span.start_earliest)
    return not days.isdisjoint({ANY_DAY, calendar.day_name[day.weekday()], str(day.day)})


def is_put_off(told: Statement) -> bool:
    """'postponed a vote', 'the final was put off': it may be held on another day."""
    return PUT_OFF.search(told.sentence) is not None


def is_set_anew(told: Statement) -> bool:
    """'the vote will now be held on 18 May'; not what had been planned before."""
    return TO_COME.search(told.sentence) is not None


def is_sum(told: Statement) -> bool:
    """Whether several are counted ('three rounds', 'four attacks in a week', 'the two raids', 'had sued it twice')."""
    is_counted = SUM.search(_before(told)) is not None
    if is_counted and (told.type in MUTUAL_TYPES or (_is_noun(told) and IN_ALL.match(_after(told)))):
        return True
    if _is_of_both(told) or (told.type == "sport" and MATCHES.match(_after(told))):
        return True
    is_verb = told.type not in COUNTING and not _is_noun(told) and told.lemma not in STROKES
    return is_verb and (TIMES_BEFORE.search(_before(told)) or TIMES_AFTER.match(_after(told))) is not None


def _is_of_both(told: Statement) -> bool:
    """Whether it is of several that were told ('the two raids', 'the attacks on two tankers'); the dead of one blow are not."""
    word = told.trigger.text.casefold()
    if not word.endswith("s") or word in DEAD or not _is_noun(told):
        return False
    return (THE_TWO.search(_before(told)) or ON_TWO.match(_after(told))) is not None


def sums(told: Statement) -> frozenset[str]:
    """The sums of money that it tells exactly, but small ones."""
    exact = (one for one in told.quantities if one.what == "money" and one.low == one.high and one.low >= LEAST_SUM)
    return frozenset(f"{one.unit} {one.low:g}" for one in exact)


def is_general(told: Statement) -> bool:
    """Whether it is of no day and no place ('blamed for attacks')."""
    is_bare = told.trigger.text.endswith("s") and GENERAL.search(_before(told)) is not None
    return is_bare and told.place is None and told.when.span.start_earliest is None


def counted(told: Statement) -> str | None:
    """'2' for 'the second walkout', 'woman' for 'won the women's cup' (as the parser has it for 'the women's cup')."""
    if told.type == "sport" and (edition := EDITION.search(_after(told))):
        return edition[1].casefold().replace("women", "woman").rstrip("s")
    found = COUNTED.search(_before(told)) or AGAIN.match(_after(told))
    is_row = found is not None and SPANS.search(_after(told)) is None  # not 'the second robbery in ten years'
    return ORDINALS[found[1].casefold()] if found and is_row else None


def called(told: Statement) -> str | None:
    """The name in the sentence that the trigger is a part of, when it is no verb that merely begins it."""
    word = told.trigger.text
    if not word[:1].isupper() or told.trigger.start == told.start:
        return None
    return next((name for name in sorted(names_of(told.sentence)) if word.casefold() in name.split()), None)


def is_known(told: Statement) -> bool:
    """Whether it is told as known: 'the attack', by its name, or as come before something else."""
    is_earlier = any(link.relation is Relation.BEFORE and link.is_strong for link in told.links)
    is_this = is_definite(told) and not is_recurring(told) and not is_new(told)
    return is_this or called(told) is not None or (is_undated(told) and is_earlier)


def is_recurring(told: Statement) -> bool:
    """Whether there is such a one again and again ('the annual conference')."""
    return RECURRING.search(_before(told)) is not None


def points_back(told: Statement) -> bool:
    """Whether it is told as known, or no day is likely for it."""
    return is_known(told) or (is_undated(told) and told.when.likely is None)


def is_undated(told: Statement) -> bool:
    """Whether nothing tells from when on it may have been."""
    return told.when.span.start_earliest is None


def has_risen_to(told: Statement, number: str) -> bool:
    """Whether its words say that a count has come up to this number ('the toll rose from five to nine')."""
    before, found, _ = told.sentence.partition(f" {number}")
    return bool(found) and RISEN_TO.search(f"{before} ") is not None


def _before(told: Statement) -> str:
    """The words before the trigger, and before the compound that it ends ('cave-in')."""
    return _words_before(told.sentence, max(0, told.trigger.start - told.start))


@lru_cache(maxsize=256)
def _words_before(sentence: str, end: int) -> str:
    return COMPOUND.sub("", " ".join(sentence[:end].split(" ")[-MOST_WORDS:]))


def _after(told: Statement) -> str:
    return told.sentence[max(0, told.trigger.end - told.start) :]
