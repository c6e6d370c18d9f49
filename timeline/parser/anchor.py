"""Anchor: which time expression dates which mention, by the parse and not by nearness; and what stands in where none does."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.model import edtf
from timeline.model.statement import Status
from timeline.model.time import TimeExpression
from timeline.parser.dating import word_before
from timeline.parser.hedges import effects
from timeline.parser.mention import Mention, by_sentence
from timeline.parser.sharing import Dated, goes_on_from, share
from timeline.parser.speech import SPEECH
from timeline.parser.tree import Tree

LONGEST_JOINT = len(" through ")  # between the two ends of a range
BEARERS = frozenset({"nsubj", "nsubjpass", "appos"})  # a date inside these is told of who acts
NEARER = 2  # words between that a later expression must be nearer by, to date what an earlier one does
TOPICAL = frozenset({"for", "over", "about", "against", "despite"})
APART = frozenset({"after", "before"})
COARSE = frozenset({"month", "season", "quarter", "year", "decade"})
YEARS = frozenset({"year", "decade", "century"})
PERFECT = frozenset({"VBZ", "VBP"})
RARE = frozenset("first worst best most biggest largest highest lowest deadliest second third last".split())
PERIODS = frozenset({"month", "week", "quarter", "year", "half"})
# These have an end or another day ahead of them, which is not their own: 'banned it until May', 'put it off to the autumn'.
REACHING = frozenset(
    "ban suspend close shut halt extend postpone delay adjourn remand freeze bar stop guarantee put push move defer reschedule "
    "shift jail prolong lend rent lease sign hire".split()
)
GOALS = frozenset({"until", "till", "to"})
SHARED = frozenset({"for", "of"})
FIGURING = frozenset("post report announce forecast expect cut raise lower estimate project predict publish".split())


@dataclass(frozen=True)
class Held:
    """A time expression with the tokens of its Sentence that it covers."""

    expression: TimeExpression
    tokens: frozenset[int]
    tree: Tree


def date_mentions(mentions: Sequence[Mention], expressions: Sequence[TimeExpression]) -> Dated:
    """The expression that dates each mention, for those that have one."""
    found: dict[int, tuple[tuple[bool, int], TimeExpression]] = {}
    groups = by_sentence(mentions)
    for held in hold(mentions, expressions):
        here = {number: mentions[number] for number in groups[held.tree.sentence.index]}
        for number, steps in [*_governed(held, here), *_when(held, here)]:
            rank = (_is_topic(held, mentions[number]), steps)
            if number not in found or (rank[0], steps + NEARER) <= found[number][0]:
                found[number] = (rank, held.expression)
    dated: Dated = {number: expression for number, (rank, expression) in found.items() if not rank[0]}
    for numbers in groups.values():
        share(dated, {number: mentions[number] for number in numbers})
    return dated


def _joined(tree: Tree, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """'from May to July' and '18 and 19 October' as one that lasts, 'between May and July' as one within."""
    found: list[TimeExpression] = []
    for expression in expressions:
        joined = _join(tree, found[-1], expression) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(expression)
    return found


def _join(tree: Tree, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    word, opening = word_before(tree, second.start), word_before(tree, first.start)
    end, start = first.span.end_latest, second.span.start_earliest
    if end is None or start is None or start <= end or second.start - first.end > LONGEST_JOINT:
        return None
    text = f"{first.text} {word} {second.text}"
    value = f"{first.value}/{second.value}"
    joined = replace(second, start=first.start, text=text, value=value, because=first.because + second.because)
    if opening == "between" and word == "and":
        return replace(joined, span=edtf.reaching(first.span, second.span))
    is_range = opening == "from" and word in {"to", "until", "till", "through"}
    is_pair = word == "and" and first.span.precision == second.span.precision == "day" and start == end + 1
    return replace(joined, span=edtf.interval(first.span, second.span)) if is_range or is_pair else None


def hold(mentions: Sequence[Mention], expressions: Sequence[TimeExpression]) -> list[Held]:
    """The expressions that may date something, in the Sentences of the mentions."""
    return hold_in({mention.tree.sentence.index: mention.tree for mention in mentions}.values(), expressions)


def hold_in(trees: Iterable[Tree], expressions: Sequence[TimeExpression]) -> list[Held]:
    """The expressions that may date something, in these Sentences."""
    found = []
    starts = [expression.start for expression in expressions]
    for tree in trees:
        first = bisect_left(starts, tree.sentence.start)
        inside = expressions[first : bisect_left(starts, tree.sentence.end)]
        for expression in _joined(tree, inside):
            tokens = frozenset(
                token.index
                for token in tree.sentence.tokens
                if token.start < expression.end and expression.start < token.end
            )
            if tokens and _may_date(expression):
                found.append(Held(expression, tokens, tree))
    return found


def _may_date(expression: TimeExpression) -> bool:
    """Durations and sets date nothing unless an anchor made a span of them; so do words such as 'now'."""
    return expression.span.edtf is not None and expression.type != "SET"


def _governed(held: Held, here: dict[int, Mention]) -> list[tuple[int, int]]:
    """(number, steps up the tree) of the mentions that an expression dates: the nearest above it, else those right below
    that verb."""
    tree = held.tree
    if _is_comparison(held) or _ends_period(held) or _is_name_of_thing(held, here):
        return []
    if (saying := saying_before(held)) is not None:
        return [(number, 0) for number, mention in here.items() if mention.index == saying]
    steps = 0
    for above in chain(held):
        steps += tree[above].pos != "ADP"
        if steps and _is_of_topic(held, above):
            return []
        hit = [number for number, mention in here.items() if above in (mention.index, mention.top)]
        if hit and steps > 1 and _is_of_coming(held, above):
            return []
        if hit:
            hit = [number for number in hit if not (_is_goal(held, here[number]) or _is_of_object(held, above))]
            return [(_news_of(held, number, here), steps) for number in hit]
        if tree[above].relation in BEARERS and _is_described(tree, above, held):
            return []
        if tree[above].pos in {"VERB", "AUX"}:
            if effects().get((tree[above].lemma, "verb"), Status.ASSERTED) is None:
                return []
            below = [number for number, mention in here.items() if _hangs_on(tree, mention, above)]
            below = below or [
                number for number, mention in here.items() if goes_on_from(mention, above, held.expression)
            ]
            if below:
                return [(number, steps) for number in below]
            if tree[above].relation not in {"xcomp", "advcl", "acl", "conj", "pcomp"} or _is_spoken_of(
                here, tree, above
            ):
                return []
    return []


def _is_name_of_thing(held: Held, here: dict[int, Mention]) -> bool:
    """'the 2026 budget', 'a 1930s pool': the year tells which one, and not when something was done to it."""
    tree, last = held.tree, max(held.tokens)
    noun = tree[last].head
    is_modifier = tree[last].relation in {"compound", "nummod", "amod", "nmod"} and noun == last + 1
    is_happening = any(noun in (mention.index, mention.top) for mention in here.values())
    return is_modifier and held.expression.span.precision in YEARS and not is_happening


def _is_of_coming(held: Held, verb: int) -> bool:
    """'has invited him to a concert on 3 May': the day is that of the concert, since no perfect tells of one."""
    tree = held.tree
    is_perfect = any(tree[i].lemma == "have" and tree[i].tag in PERFECT for i in tree.below(verb, "aux"))
    above = next((index for index in chain(held) if tree[index].pos != "ADP"), verb)
    is_exact = held.expression.span.precision in {"day", "month"} and held.expression.type == "DATE"
    return (
        is_perfect
        and is_exact
        and tree[above].pos == "NOUN"
        and word_before(tree, held.expression.start) in {"on", "in"}
    )


def _is_of_topic(held: Held, preposition: int) -> bool:
    """'apologised for an incident of 2019', 'mended after a check in the spring': the year is that of what stands between."""
    tree, opening = held.tree, min(held.tokens) - 1
    word = tree[preposition].text.lower()
    is_direct = opening == preposition or tree[opening].head == preposition
    is_topical = word in APART or (word in TOPICAL and opening >= 0 and tree[opening].text.lower() == "of")
    is_nested = tree[preposition].pos in {"ADP", "SCONJ"} and not is_direct
    return is_topical and is_nested and held.expression.span.precision in COARSE


def _news_of(held: Held, number: int, here: dict[int, Mention]) -> int:
    """'freed the last of the miners trapped near Ruda on Tuesday': a day behind where they were is that of the freeing."""
    tree, top = held.tree, here[number].top
    verb = next((index for index in tree.above(top) if tree[index].relation == "ROOT"), top)
    main = next((other for other, mention in here.items() if mention.top == verb), number)
    is_apart = any(top < child < min(held.tokens) - 1 for child in tree.below(top, "prep"))
    is_day = held.expression.basis == "resolved" and held.expression.span.width == 1
    is_told = tree[verb].tag == "VBD" and verb < top and tree[top].tag == "VBN" and tree[top].relation == "acl"
    return main if is_apart and is_day and is_told else number


def _when(held: Held, here: dict[int, Mention]) -> list[tuple[int, int]]:
    """'in April, when the price rose': what a clause that hangs on the date tells."""
    tree = held.tree
    return [
        (number, 1)
        for number, mention in here.items()
        if tree[mention.top].relation in {"relcl", "advcl"}
        and tree[mention.top].head in held.tokens
        and any(tree[child].text.lower() == "when" for child in tree.below(mention.top, "advmod"))
    ]


def _is_comparison(held: Held) -> bool:
    """'its first since 2020': the year says how rare it is."""
    opening = min(held.tokens) - 1
    if opening < 0 or held.tree[opening].text.lower() != "since":
        return False
    above = held.tree[held.tree[opening].head]
    return above.text.lower() in RARE or above.tag in {"JJS", "RBS"}


def _ends_period(held: Held) -> bool:
    """'a loss for the three months to August': the end of a period that figures are of."""
    before = [held.tree[i].lemma.lower() for i in range(max(0, min(held.tokens) - 3), min(held.tokens))]
    return any(
        word in PERIODS and before[n + 1 : n + 2] in (["to"], ["end"], ["ending"]) for n, word in enumerate(before)
    )


def _is_described(tree: Tree, index: int, held: Held) -> bool:
    """'Doubek, in office since 2014, called a vote': the year is told of the man, not of the vote."""
    is_apart = any(tree[i].text == "," for i in range(index + 1, min(held.tokens)))
    return tree[index].relation == "appos" or (is_apart and tree[index].pos in {"PROPN", "NOUN"})


def _is_goal(held: Held, mention: Mention) -> bool:
    """'banned short selling until May', 'put the flight off to the autumn'."""
    return mention.lemma in REACHING and word_before(held.tree, held.expression.start) in GOALS


def _is_of_object(held: Held, verb: int) -> bool:
    """'gave up his bonus for 2012', 'made up for the losses of the year': a year or a quarter that is told of the thing."""
    tree, opening = held.tree, next((i for i in chain(held) if held.tree[i].pos == "ADP"), None)
    if opening is None or tree[opening].text.lower() not in SHARED or held.expression.span.precision not in COARSE:
        return False
    return tree[opening].head != verb and tree[verb].pos == "VERB" and tree[tree[opening].head].pos == "NOUN"


def _is_topic(held: Held, mention: Mention) -> bool:
    """'reported a loss for the quarter', 'cut its forecast for the year': of the figures, not of the telling."""
    return mention.lemma in FIGURING and word_before(held.tree, held.expression.start) == "for"


def _is_spoken_of(here: dict[int, Mention], tree: Tree, verb: int) -> bool:
    """'agreed to meet on Monday': the day is that of the meeting, not of the agreement."""
    governor = tree.first_conjunct(verb)
    above = tree.head(governor)
    is_infinitive = any(tree[child].tag == "TO" for child in tree.below(governor, "aux"))
    return is_infinitive and any(mention.top == above and mention.row.type in SPEECH for mention in here.values())


def saying_before(held: Held) -> int | None:
    """The verb of 'said on Monday that …', whatever the tree makes of it: the day is that of the speech."""
    before = [
        token
        for token in held.tree.sentence.tokens
        if token.index < min(held.tokens) and token.pos not in {"ADP", "DET"}
    ]
    if not before or before[-1].pos != "VERB":
        return None
    has_clause = any(index > max(held.tokens) for index in held.tree.below(before[-1].index, "ccomp"))
    is_saying = effects().get((before[-1].lemma, "verb"), Status.ASSERTED) is None
    return before[-1].index if has_clause and is_saying else None


def chain(held: Held) -> list[int]:
    """The tokens above an expression, nearest first."""
    tree = held.tree
    tops = [index for index in held.tokens if tree[index].head not in held.tokens or tree[index].head == index]
    if not tops:
        return []
    top = max(tops)
    inside = [top] if tree[top].head == top else []
    return [*inside, *(index for index in tree.above(top) if index not in held.tokens)]


def _hangs_on(tree: Tree, mention: Mention, verb: int) -> bool:
    """The mention is an argument of a verb that tells no happening itself ('October saw escalating hostilities')."""
    token = tree[tree.first_conjunct(mention.index)]
    if token.relation in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return token.head == verb
    return token.relation == "pobj" and tree[token.head].head == verb
