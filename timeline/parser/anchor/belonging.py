"""Belonging: dates that are told of a thing, of a rarity, of a deadline or of another verb, and say not when a happening was."""

from itertools import takewhile

from timeline.model.types import COMMENTS, HARMS
from timeline.parser.anchor.dating import MODIFIERS, QUARTER, word_before
from timeline.parser.anchor.held import Held, chain
from timeline.parser.anchor.parts import ends_period, is_of_part
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.sentences.acting import is_people
from timeline.parser.sentences.phases import is_happening
from timeline.parser.sentences.tree import PAST, SUBJECTS, Tree
from timeline.parser.times.arranged import AT_FIRST

TOPICAL = frozenset({"for", "over", "about", "against", "despite"})
APART = frozenset({"after", "before"})
COARSE = frozenset({"month", "season", "quarter", "year", "decade"})
YEARS = frozenset({"year", "decade", "century"})
NAMING = frozenset({"name", "appoint", "choose", "elect", "hire", "engage", "nominate"})
DECLARING = frozenset({"declare", "proclaim", "designate", "name", "choose", "set", "reserve"})
RARE = frozenset("first worst best most biggest largest highest lowest deadliest second third last".split())
# These have an end or another day ahead of them, which is not their own: 'banned it until May', 'put it off to the autumn'
REACHING = word_list("reaching")
GOALS = frozenset({"until", "till", "to", "through"})
SHARED = frozenset({"for", "of"})
FIGURING = word_list("figuring")
PAPERS = word_list("papers of a quarter")
THINGS = SUBJECTS | {"dobj"}
# 'the events of 3 May shook the town'
TIMES = frozenset("event day night morning evening afternoon week weekend hour eve start beginning end".split())
PLANS = frozenset("plan schedule set slate due book arrange intend expect".split())
AT = frozenset({"at", "in", "during"})
OCCASIONS = word_list("occasions of a year")
OCCURRING = HARMS | {"election", "protest"}
JUDICIAL = COMMENTS | {"legal", "coerce", "agree", "consult"}
OPENING = frozenset({"begin", "start", "open", "end", "take", "run", "be"})  # 'a truce, to begin on Friday'
DEMANDS = frozenset({"request", "reject", "threaten", "agree", "accuse", "statement"})
DEADLINES = frozenset({"by", "before", "until", "till"})
# Rules of times.txt.
YEAR_BEFORE = frozenset({"a year ago", "year-earlier period", "year-earlier", "year-earlier quarter"})
OF_OFFICE = frozenset({"since", "until", "till"})
TRIES = frozenset(
    "attempt effort try bid push launch trial round test flight vote poll match meeting summit operation".split()
)
FROM = frozenset({"from", "against", "compared", "versus", "than"})
MARKS = frozenset({"since", "after", "before", "until", "till", "once"})


def is_of_thing(held: Held, here: dict[int, Mention]) -> bool:
    """Whether it tells which thing, how rare, or up to when a period goes."""
    return (
        word_before(held.tree, held.expression.start) == "dated"  # 'a letter dated 2 January'
        or _is_comparison(held)
        or ends_period(held)
        or _counts(held)
        or _is_name_of_thing(held, here)
        or _owns_person(held)
        or _is_declared(held)
        or _is_first_plan(held)
        or is_of_part(held)
    )


def _is_first_plan(held: Held) -> bool:
    """'The vote, originally set for June, was moved to 7 December': it was not in June."""
    tree = held.tree
    if AT_FIRST.isdisjoint(tree.lower):
        return False
    plans = (index for index in chain(held) if tree[index].lemma in PLANS)
    return any(tree.lower[child] in AT_FIRST for index in plans for child in tree.below(index, "advmod"))


def _is_declared(held: Held) -> bool:
    """'Thursday has been declared a day of mourning': that is what the day is to be, and says not when it was declared."""
    tree, last = held.tree, max(held.tokens)
    return tree[last].relation == "nsubjpass" and tree[tree[last].head].lemma in DECLARING


def is_of_verb(tree: Tree, verb: int) -> bool:
    """Whether a date is that of this verb alone, and not of what the verb hangs on."""
    token = tree[verb]
    helpers = {tree[child].tag for child in tree.below(verb, "aux")}
    if token.relation == "conj":
        is_coming = "MD" in helpers and not any(tree[child].tag == "MD" for child in tree.below(token.head, "aux"))
        return is_coming or bool(tree.below(verb, "nsubj", "nsubjpass", "expl"))
    if token.relation == "acl" and tree.below(verb, *SUBJECTS) and tree.below(verb, "mark"):
        return True  # 'gave notice that he would leave in May'
    if token.relation == "advcl" and token.lemma == "do":
        return True  # 'as others did in 1980'
    if token.relation == "advcl" and any(tree.lower[child] in MARKS for child in tree.below(verb, "mark")):
        return True
    return "TO" in helpers and token.lemma in OPENING and token.relation != "xcomp"


def is_deadline(held: Held, mention: Mention) -> bool:
    """'demanded a ransom by Monday', 'a vote before 2030', 'his vow to resign by July': up to when something else is to be."""
    tree = mention.tree
    if not mention.is_verb and _is_inside_aim(held, mention.index):
        return word_before(tree, held.expression.start) in DEADLINES
    is_past = tree[mention.index].tag in PAST or tree[mention.index].relation in {
        "advcl",
        "acl",
    }  # 'promising jobs by May'
    is_told = mention.is_verb and is_past and held.expression.type == "DATE"
    is_of_demand = is_told and mention.row.type in DEMANDS and mention.index < min(held.tokens)
    return is_of_demand and word_before(tree, held.expression.start) in DEADLINES


def _owns_person(held: Held) -> bool:
    """'Last year's winner lost', 'freed Sunday's driver': the day is that of what somebody did then, and not of this."""
    tree, last = held.tree, max(held.tokens)
    owned = tree[last].head if tree[last].relation == "poss" else last
    if owned <= last or is_happening(tree, owned):
        return False
    return is_people(tree, owned) or any(tree[i].tag == "NNP" for i in tree.below(owned, "appos"))


def _is_inside_aim(held: Held, noun: int) -> bool:
    """'to resign by July', below the noun."""
    tree = held.tree
    below = takewhile(lambda index: index != noun, chain(held))
    return any(tree[i].relation == "acl" and any(tree[c].tag == "TO" for c in tree.below(i, "aux")) for i in below)


def _counts(held: Held) -> bool:
    """'for the second time this year', 'his third goal of the season'."""
    before = [held.tree.lower[i] for i in range(max(0, min(held.tokens) - 3), min(held.tokens))]
    is_coarse = held.expression.span.precision in COARSE | {"week"}
    return is_coarse and "time" in before and before[-1] in {"time", "in", "since", "of"}


def _is_name_of_thing(held: Held, here: dict[int, Mention]) -> bool:
    """'the 2026 budget', 'a 1930s pool': the year tells which one, and not when something was done to it."""
    noun = named_thing(held)
    is_happening = any(noun in (mention.index, mention.top) for mention in here.values())
    return noun is not None and not is_happening and not is_occasion(held.tree, noun)


def is_occasion(tree: Tree, noun: int) -> bool:
    """'won silver at the 1998 Games', 'was wounded in the 1976 war': what one did there was done in that year."""
    token = tree[noun]
    if token.relation != "pobj" or tree.lower[token.head] not in AT:
        return False
    is_one = token.lemma.lower() in OCCASIONS or not OCCURRING.isdisjoint(types_named(tree, noun))
    above = tree[tree[token.head].head]
    above = tree[above.head] if above.relation in {"dobj", "attr"} else above
    return is_one and above.pos in {"VERB", "AUX"}


def is_case(held: Held, mention: Mention) -> bool:
    """'arrested in the 1998 bombing', 'charged in the weekend stabbing': over it, and not then."""
    noun = modified(held)
    is_over = noun is not None and mention.index != noun and is_occasion(held.tree, noun)
    return is_over and mention.row.type in JUDICIAL


def named_thing(held: Held) -> int | None:
    """The noun before which a year, or for papers a quarter, stands to name it."""
    precision = held.expression.span.precision
    noun = modified(held) if precision in YEARS or precision == "quarter" else None
    is_known = noun is not None and (precision in YEARS or held.tree[noun].lemma in PAPERS)
    return noun if is_known else None


def modified(held: Held) -> int | None:
    """The noun before which an expression stands: 'its third-quarter forecast'."""
    tree, last = held.tree, max(held.tokens)
    noun = tree[last].head
    is_modifier = tree[last].relation in MODIFIERS and all(
        tree[i].relation in MODIFIERS or tree[i].tag == "HYPH" for i in range(last + 1, noun)
    )
    return noun if is_modifier and last < noun and not _opens_clause(held, noun) else None


def _opens_clause(held: Held, noun: int) -> bool:
    """'In 1985 General Lind was killed', 'In 1978 soldiers shot him': the tree hangs the year on who did it, or was it done to."""
    tree, opening = held.tree, min(held.tokens) - 1
    if opening < 0 or tree.lower[opening] != "in" or held.expression.span.precision not in YEARS:
        return False
    verb = tree[opening].head
    if tree[noun].relation in SUBJECTS:
        return tree[noun].head == verb and not tree.below(opening, "pobj")
    return tree[noun].head == opening and tree[verb].pos == "VERB" and not tree.below(verb, *SUBJECTS)


def is_of_topic(held: Held, preposition: int) -> bool:
    """'apologised for an incident of 2019', 'mended after a check in the spring': the year is that of what stands between.

    So is the day of 'the third raid since a truce began on Monday', where the tree takes 'since a truce' for a phrase.
    """
    tree, opening = held.tree, min(held.tokens) - 1
    word = tree[preposition].text.lower()
    is_direct = opening == preposition or tree[opening].head == preposition
    is_topical = word in APART or (word in TOPICAL and opening >= 0 and tree[opening].text.lower() == "of")
    is_nested = tree[preposition].pos in {"ADP", "SCONJ"} and not is_direct
    if word == "since" and tree[preposition].relation == "prep":
        return opening != preposition
    return is_topical and is_nested and held.expression.span.precision in COARSE


def _is_comparison(held: Held) -> bool:
    """'its first since 2020', 'the worst day for the bank since May': how rare it is; or whence a figure moved: '(2019: £94m)'."""
    tree, opening = held.tree, min(held.tokens) - 1
    if tree.lower[opening : opening + 1] == ("(",) and tree.lower[max(held.tokens) + 1 : max(held.tokens) + 2] == (
        ":",
    ):
        return True
    if held.expression.rule in YEAR_BEFORE:
        return not FROM.isdisjoint(tree.lower[: opening + 1])  # 'rose to nine million from six million a year earlier'
    if opening < 0 or tree.lower[opening] != "since":
        return False
    phrase = takewhile(lambda i: tree[i].pos not in {"VERB", "AUX"}, range(opening - 1, -1, -1))
    return tree.lower[tree[opening].head] in RARE or any(tree[i].tag in {"JJS", "RBS"} for i in phrase)


def is_described(tree: Tree, index: int, held: Held) -> bool:
    """'Doubek, in office since 2014, called a vote': the year is told of the man, not of the vote; 'the first attempt, in May,
    failed' in May."""
    is_apart = any(tree[i].text == "," for i in range(index + 1, min(held.tokens)))
    is_try = tree[index].pos == "NOUN" and tree[index].lemma in TRIES and tree[min(held.tokens) - 1].head == index
    return tree[index].relation == "appos" or (is_apart and not is_try and tree[index].pos in {"PROPN", "NOUN"})


def clause_of(tree: Tree, index: int, held: Held) -> int | None:
    """The verb of 'who founded the firm, Acme, with her brother in 2015', which the tree ends before the last phrase."""
    verbs = [verb for verb in tree.below(index, "relcl") if index < verb < min(held.tokens) and tree[verb].tag == "VBD"]
    behind = max((inner for verb in verbs for inner in tree.subtree(verb)), default=0)
    between = [i for i in tree.below(index, "prep") if i == behind + 2 and tree.lower[behind + 1] == ","]
    is_last = any(max(held.tokens) in tree.subtree(prep) for prep in between)
    return verbs[0] if len(verbs) == 1 and is_last else None


def is_noun(tree: Tree, verb: int) -> bool:
    """'told him in writing on 3 May'."""
    return tree[verb].relation == "pobj" and tree[verb].tag == "VBG" and not tree.below(verb, *SUBJECTS, "dobj")


def is_of_subject(held: Held, verb: int) -> bool:
    """'The driver, in jail since 2014, was released', 'jailed Banda, its head until 2021, for theft': the year is told of the man,
    whatever the tree hangs it on."""
    tree, first, last = held.tree, min(held.tokens), max(held.tokens)
    if first == 0 or tree.lower[first - 1] not in OF_OFFICE:
        return False
    subject = next((index for index in tree.below(verb, *SUBJECTS) if index < first < verb), None)
    if tree.lower[first - 1] == "since" and subject is not None:
        return "," in tree.lower[subject:first] and "," in tree.lower[first:verb]
    opening = next((i for i in range(first - 2, verb, -1) if tree[i].text == ","), verb)
    is_office = verb < opening and any(tree[i].relation == "appos" for i in range(opening, first - 1))
    return is_office and tree.lower[last + 1 : last + 2] == (",",) and held.expression.span.precision in YEARS


def is_goal(held: Held, mention: Mention) -> bool:
    """'banned short selling until May', 'put the flight off to the autumn', 'the bid was extended to May'."""
    if mention.lemma in NAMING and word_before(held.tree, held.expression.start) == "from":
        return True  # 'named her its director from the 2027 season'
    is_reaching = not REACHING.isdisjoint({mention.lemma, held.tree[mention.top].lemma})
    return is_reaching and word_before(held.tree, held.expression.start) in GOALS


def is_of_object(held: Held, verb: int) -> bool:
    """'gave up his bonus for 2012', 'made up for the losses of the year': a year or a quarter that is told of the thing; any date
    right behind the thing ('The decree of 12 May was annulled')."""
    inside = takewhile(lambda index: index != verb, chain(held))
    tree, opening = held.tree, next((i for i in inside if held.tree[i].pos == "ADP"), None)
    if opening is None or tree[opening].text.lower() not in SHARED or tree[verb].pos != "VERB":
        return False
    noun = tree[opening].head
    if noun == verb or tree[noun].pos != "NOUN":
        return False
    return held.expression.span.precision in COARSE or _is_day_of_thing(held, noun, opening)


def _is_day_of_thing(held: Held, noun: int, opening: int) -> bool:
    """'The decree of 12 May', and no happening: 'the match of 12 May'."""
    tree = held.tree
    if word_before(tree, held.expression.start) != "of" or noun != opening - 1:
        return False
    is_thing = tree[noun].relation in THINGS and tree[noun].lemma not in TIMES
    return is_thing and types_named(tree, noun).isdisjoint(OCCURRING | {"sport"})


def is_topic(held: Held, mention: Mention) -> bool:
    """'reported a loss for the quarter', 'reported a drop in third-quarter profit': of the figures, not of the telling."""
    is_of_figures = word_before(held.tree, held.expression.start) == "for" or held.expression.rule == QUARTER
    return mention.lemma in FIGURING and is_of_figures
