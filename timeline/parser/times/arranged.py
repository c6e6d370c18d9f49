"""What is arranged: the present tense beside a date ('votes Friday', 'are meeting Monday', 'is on Sunday') points ahead."""

from functools import cache
from itertools import pairwise

from timeline.lexicon import rows
from timeline.parser.sentences.numerals import WORDS
from timeline.parser.times.vocabulary import Encoded

SOURCES = frozenset({"from", "of", "after"})
PRONOUNS = frozenset({"i", "you", "we", "they", "who", "people", "men", "women", "police", "children", "both", "all"})
SUBJECTS = PRONOUNS | {"and", "but", "or", "that", "which"}
BEING = frozenset({"is", "are", "am", "'re", "’re", "'m", "’m"})
JOINING = frozenset({"and", "but", "also", "now"})
OBJECTS = frozenset({"a", "an", "another", "to", "their"})
PARTICLES = frozenset({"in", "out", "off", "up", "over", "down", "back"})
NEGATIONS = frozenset({"not", "t", "never"})  # 'did not', 'didn't'
HOPED = frozenset({"likely", "possible"})
LINKING = frozenset({"on", "in", "at", "for", "from", "through"})
NO_PLURAL = frozenset({"ss", "us", "is", "as"})
PREPOSITIONS = frozenset({"in", "at", "of", "from", "on", "across"})
FAR = 9  # tokens and gaps from the plural to its verb
APPOINTED, GATHERING = "appointed", "gathering"  # classes: before 'for' and a date; what people are called to
CALLING = frozenset({"called", "calls", "summoned", "invited", "invitation", "invitations", "announced", "announces"})
NAMING = frozenset({"announced", "announces"})  # 'announced a strike'; not 'announced at a meeting'
MANIFOLD = NAMING | {"summoned"}
LONGEST_SITE = 4  # words
SITES = frozenset({"in", "at", "outside"})
CLOSING = frozenset({".", ",", ";", ":", "and", "but", "after"})
OWNING = frozenset({"a", "an", "the", "its", "their"})
GIVEN = frozenset({"the", "that", "this"})
NEAR = 14  # tokens and gaps between 'ordered' and 'to'
RELATIVES = frozenset({"who", "which", "that", "whose"})
OUTCOMES = frozenset({"leaves", "comes"})
GOING = (["for"], ["to"], ["from"], ["home"], ["back"], ["."], ["into"], ["out"])
AT_FIRST = frozenset({"originally", "initially", "first", "previously", "once"})


@cache
def arranged_words() -> dict[str, str]:
    """The words of times-arranged.txt, each with its class."""
    return {
        word: row["class"] for row in rows("times-arranged") if row["class"] != GATHERING for word in row.words("words")
    }


def is_arranged(text: Encoded, place: int, openers: frozenset[str], *, is_thing: bool = False) -> bool:
    """Whether the word there says that something is arranged: a verb of the present, the participle of 'are meeting'.

    For a thing that is named by its day ('Friday's blast') only a word that looks ahead by itself does.
    """
    word = text.tokens[place]
    kind = arranged_words().get(word)
    if kind is None and not word.endswith("ing"):
        return False
    if kind == "foretold" or (kind is not None and _is_plan(text, place)):
        return True
    if is_thing or place < 2 or (text.signs[place - 2] in openers and text.tokens[place - 2].lower() not in SUBJECTS):
        return False
    before = text.tokens[place - 2].lower()
    return _is_present(word, kind, before) or (kind == "base" and _has_far_plural(text, place))


def _is_plan(text: Encoded, place: int) -> bool:
    """'Councillors plan a meeting on Friday', 'walked out on Tuesday and plan a march on Saturday'."""
    around = text.tokens[place - 2 : place + 3 : 2] if place > 1 else []
    if around[1:2] != ["plan"] or OBJECTS.isdisjoint(around[2:]):
        return False
    before = around[0].lower()
    return before in JOINING | PRONOUNS or _is_plural(before)


def _is_present(word: str, kind: str | None, before: str) -> bool:
    """Whether the word before makes it a verb of the present."""
    if kind == "verb":
        return before[:1].isalpha() and before not in WORDS  # 'by three votes'
    if kind == "base":
        return before in PRONOUNS or _is_plural(before)
    if kind == "seen":
        return before in BEING
    return len(word) > 4 and word.endswith("ing") and before in BEING


def _is_plural(word: str) -> bool:
    return word[-1:] == "s" and word[-2:] not in NO_PLURAL and word[:1].isalpha()


def _has_far_plural(text: Encoded, place: int) -> bool:
    """Whether a plural with a phrase behind it stands before: 'voters in Lima go', 'nurses at the clinic walk out'."""
    words = [token.lower() for token in text.tokens[max(0, place - FAR) : place] if not token.isspace()]
    return any(_is_plural(one) and other in PREPOSITIONS for one, other in pairwise(words))


def is_said_to_be(text: Encoded, start: int, pastverbs: frozenset[str]) -> bool:
    """Whether 'is' or 'are' stands right before the date, alone or with what is done then: 'is Monday', 'is closed on 3 May'."""
    place = start - 4 if start > 5 and text.tokens[start - 2].lower() in LINKING else start - 2
    before = text.tokens[place].lower()
    if before in PARTICLES and place > 1:  # 'is sworn in on 3 May'
        place -= 2
    is_done = _is_participle(text, place, pastverbs) and place > 1 and text.tokens[place - 2].lower() in ("is", "are")
    return before in ("is", "are") or before in HOPED or is_done


def _is_participle(text: Encoded, place: int, pastverbs: frozenset[str]) -> bool:
    return text.tokens[place].endswith("ed") or text.signs[place] in pastverbs


def is_asked(text: Encoded, place: int, openers: frozenset[str]) -> bool:
    """Whether the 'to' there tells what somebody is asked or means to do: 'ordered him to leave', 'vowed to return'."""
    following = text.tokens[place + 2 : place + 3]
    if not following or not following[0].islower() or text.signs[place + 2] in openers:
        return False
    known = arranged_words()
    before = text.tokens[max(0, place - NEAR) : place]
    return any(
        known.get(token) == "asked" or (known.get(token) == "unmeant" and before[max(0, n - 2)] in NEGATIONS)
        for n, token in enumerate(before)
    )


def is_called_together(text: Encoded, start: int) -> bool:
    """Whether people are called to what is to be then: 'called for a strike on 1 May', 'summoned him to a meeting on Friday'."""
    return _call(text, start) is not None


def is_call_of_today(text: Encoded, start: int) -> bool:
    """Whether the call itself, or a meeting that is over, may have been then: 'summoned him to a meeting on Friday', 'announced a
    strike on Friday'."""
    is_apart = _before_site(text, start - 4) != start - 4
    return not is_apart and _call(text, start) in MANIFOLD


def _call(text: Encoded, start: int) -> str | None:
    """The word by which people are called to what stands before a date."""
    known, place = words_of_class(GATHERING), _before_site(text, start - 4)
    if place < 3 or text.tokens[start - 2].lower() not in LINKING or text.tokens[place] not in known:
        return None
    before = [token for token in text.tokens[max(0, place - NEAR) : place] if token != " "]
    called = max((n for n, token in enumerate(before) if token in CALLING), default=None)
    if called is None or not (before[called] != "called" or "for" in before[called + 1 : called + 2]):
        return None
    between = before[called + 1 :]
    is_named = before[called] not in NAMING or PREPOSITIONS.isdisjoint(between)
    is_call = is_named and CLOSING.isdisjoint(between) and not GIVEN.intersection(between[-2:])
    return before[called] if is_call else None


def _before_site(text: Encoded, place: int) -> int:
    """The last word before 'in New York' or 'outside the ministry' that ends there; the same place where nothing does."""
    own = place
    for _ in range(LONGEST_SITE):
        if place < 4 or text.tokens[place] in words_of_class(GATHERING):
            return place
        if text.tokens[place] in SITES:
            return place - 2
        if not text.tokens[place].isalpha():
            return own
        place -= 2
    return own


@cache
def words_of_class(name: str) -> frozenset[str]:
    """The words of one class of times-arranged.txt."""
    return frozenset(word for row in rows("times-arranged") if row["class"] == name for word in row.words("words"))


def is_before_noun(text: Encoded, place: int) -> bool:
    """'a closed meeting', 'their agreed terms': such a participle says which, and nothing of when."""
    return place > 1 and text.tokens[place - 2].lower() in OWNING


def is_appointed(text: Encoded, start: int) -> bool:
    """Whether a word like 'set' stands before the 'for' that leads to the date."""
    return start > 3 and text.tokens[start - 4] in words_of_class(APPOINTED)


def had_been_appointed(text: Encoded, start: int) -> bool:
    """Whether it is told of as gone: 'had been set for May 24', 'had originally been planned for Friday', 'first set for June'."""
    if start > 7 and is_appointed(text, start) and text.tokens[start - 6].lower() in AT_FIRST:
        return True
    if not (start > 7 and is_appointed(text, start) and text.tokens[start - 6] == "been"):
        return False
    return "had" in text.tokens[max(0, start - NEAR) : start - 6]


def is_coming(text: Encoded, place: int, openers: frozenset[str]) -> bool:
    """Whether a verb of the present tells what is arranged: 'On Friday the museum turns 100'."""
    is_relative = place > 1 and text.tokens[place - 2].lower() in RELATIVES
    is_verb = arranged_words().get(text.tokens[place]) == "verb"
    return is_verb and not is_relative and is_arranged(text, place, openers)


def is_outcome(text: Encoded, place: int) -> bool:
    """Whether the verb there tells what a happening brought, and no departure: 'The fire on Monday leaves 40 families homeless'."""
    return text.tokens[place].lower() in OUTCOMES and text.tokens[place + 2 : place + 3][0:1] not in GOING


def is_source(text: Encoded, start: int) -> bool:
    """Whether the date tells where a thing comes from: 'are studying footage from Sunday'."""
    return start > 3 and text.tokens[start - 2].lower() in SOURCES and text.tokens[start - 4] not in arranged_words()
