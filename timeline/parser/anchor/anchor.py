"""Anchor: which time expression dates which mention, by the parse and not by nearness; and what stands in where none does."""

import datetime
from collections.abc import Sequence

from timeline.model.statement import Status
from timeline.model.time import TimeExpression
from timeline.parser.anchor.belonging import (
    clause_of,
    is_case,
    is_deadline,
    is_described,
    is_goal,
    is_noun,
    is_of_object,
    is_of_subject,
    is_of_thing,
    is_of_topic,
    is_of_verb,
    is_topic,
    modified,
)
from timeline.parser.anchor.dating import UNTIL
from timeline.parser.anchor.following import puts_in_order, side
from timeline.parser.anchor.hanging import hanging
from timeline.parser.anchor.held import Held, verb_above
from timeline.parser.anchor.judging import is_of_charge, is_of_sentencing, is_of_verdict, judged
from timeline.parser.anchor.lending import (
    beside,
    has_it_done,
    is_day_named,
    is_gone,
    is_on_paper,
    is_refusal,
    lent,
)
from timeline.parser.anchor.purposes import reach
from timeline.parser.anchor.sharing import FINE, RENEWING, Dated, goes_on_from, share
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.mentions.speech import SPEECH
from timeline.parser.sentences.phases import BEFALLING, BEGINNING, told_to_happen
from timeline.parser.sentences.phrases import span_of
from timeline.parser.sentences.tenses import has_had
from timeline.parser.sentences.tree import DATES, Tree

AIMING = frozenset({"mean", "design", "intend", "aim"})
BEARERS = frozenset({"nsubj", "nsubjpass", "appos"})  # a date inside these is told of who acts
PASSING = frozenset({"xcomp", "advcl", "acl", "conj", "pcomp"})
# Rules of times.txt: a day of its own tells more than 'ten minutes later'.
LESSER = frozenset({"nth unit so far", "later"})
WITHIN = frozenset({"in", "during"})
NEARER = 2  # words between that a later expression must be nearer by, to date what an earlier one does


def date_mentions(mentions: Sequence[Mention], times: Sequence[Held], published: datetime.date | None) -> Dated:
    """The expression that dates each mention, for those that have one; `times` are all that may."""
    found: dict[int, tuple[tuple[bool, int], TimeExpression]] = {}
    groups = by_sentence(mentions)
    has_quarters = any(held.expression.span.precision == "quarter" for held in times)
    fine = {
        (id(held.tree), verb_above(held)) for held in times if has_quarters and held.expression.span.precision in FINE
    }
    for held in times:
        here = {number: mentions[number] for number in groups[held.tree.sentence.index]}
        is_adjective = held.expression.span.precision == "quarter" and modified(held) is not None
        for number, steps in [*_governed(held, here, published), *hanging(held, here)]:
            # 'cut its third-quarter forecast on Monday', 'struck for a third day on Monday'
            is_lesser = (
                held.expression.rule in LESSER
                or (is_adjective and (id(held.tree), mentions[number].top) in fine)
                or _is_owner(held, mentions[number])
                or _is_hours(held)
            )
            rank = (is_topic(held, mentions[number]), steps + is_lesser * 2 * NEARER)
            if number not in found or (rank[0], steps + NEARER) <= found[number][0]:
                found[number] = (rank, held.expression)
    dated: Dated = {number: expression for number, (rank, expression) in found.items() if not rank[0]}
    for numbers in groups.values():
        share(dated, {number: mentions[number] for number in numbers})
    return dated


def _is_owner(held: Held, mention: Mention) -> bool:
    """'Sunday's last stage was cut short on Thursday': the day of a thing, beside which a deed may have its own."""
    tree, last = held.tree, max(held.tokens)
    return mention.is_verb and tree[last].relation == "poss" and tree[last].head < mention.top


def _is_hours(held: Held) -> bool:
    """'The curfew, from 8 p.m. to 6 a.m., was imposed on Sunday': hours of every day, beside which a deed may have its own."""
    return held.expression.type == "TIME" and "/" in held.expression.value


def _governed(held: Held, here: dict[int, Mention], published: datetime.date | None) -> list[tuple[int, int]]:
    """(number, steps up the tree) of the mentions that an expression dates: the nearest above it, else those right below
    that verb."""
    tree = held.tree
    if is_of_thing(held, here) or is_day_named(held) or _is_any_night(held):
        return []
    if (saying := saying_before(held)) is not None:
        return [(number, 0) for number, mention in here.items() if mention.index == saying]
    steps = 0
    for above in reach(held, published):
        steps += tree[above].pos != "ADP"
        if steps and is_of_topic(held, above):
            return []
        is_verdict = is_of_verdict(held, above)
        noun = None if is_verdict else judged(held, above, published)
        if noun is not None and not is_of_verdict(held, noun):
            return [(number, steps) for number, mention in here.items() if mention.index == noun]
        if is_verdict or is_of_sentencing(held, above, published) or is_on_paper(held, above, here):
            continue
        hit = [number for number, mention in here.items() if above in (mention.index, mention.top)]
        if puts_in_order(tree, above) and not any(mention.index == above for mention in here.values()):
            return [(number, steps) for number in side(held, above, here)]
        if hit and (is_of_subject(held, above) or _is_what_is_said(held, here[hit[0]], above)):
            return []
        if hit:
            hit = [number for number in hit if not _is_of_other(held, here[number], above)]
            return [(_news_of(held, number, here), steps) for number in hit]
        if tree[above].relation in BEARERS and is_described(tree, above, held):
            return [(number, steps) for number, mention in here.items() if mention.top == clause_of(tree, above, held)]
        # 'the trial is due to open on 3 July'
        if (lending := lent(tree, above, held)) and lending != [verb_above(held)]:
            return [(number, steps) for number, mention in here.items() if mention.top in lending]
        is_verb = tree[above].pos in {"VERB", "AUX"} and not is_noun(tree, above)
        if is_verb and (below := _of_verb(held, here, above, published)) is not None:
            return [(number, steps) for number in below]
    return []


def _of_verb(held: Held, here: dict[int, Mention], verb: int, published: datetime.date | None) -> list[int] | None:
    """The numbers of those that a verb which tells no happening leads to; None where what stands above it may be dated."""
    tree = held.tree
    if has_it_done(tree, verb) and is_gone(held, published):
        return None
    if effects().get((tree[verb].lemma, "verb"), Status.ASSERTED) is None:
        return [number for number, mention in here.items() if _is_reported(held, mention, verb)]
    if tree[verb].lemma in RENEWING:
        return []  # 'extended their offers on Monday': that was not when they made them
    return _below(held, here, verb) or ([] if _is_verbs_own(held, here, verb, published) else None)


def _is_any_night(held: Held) -> bool:
    """'were buried at night': of no day."""
    first = min(held.tokens)
    return held.expression.text == "night" and first > 0 and held.tree.lower[first - 1] == "at"


def _is_what_is_said(held: Held, mention: Mention, verb: int) -> bool:
    """'"Last winter we were blind," she said': the winter is that of which she speaks."""
    tree, first = held.tree, min(held.tokens)
    above = (first, *tree.above(first))
    inside = above[: above.index(verb)] if verb in above else ()
    is_remark = mention.row.type == "statement" and mention.top == verb
    return is_remark and any(tree[i].relation == "ccomp" and tree[i].head == verb for i in inside)


def _below(held: Held, here: dict[int, Mention], verb: int) -> list[int]:
    """The numbers of those that hang on a verb that tells no happening itself, go on from it, or are told by it to happen."""
    if _is_aim(held, verb):
        return []
    if happened := _told_to_happen(here, held.tree, verb):
        return happened
    participles = beside(held.tree, verb) if held.tree[verb].tag == "VBD" else []
    hanging = [
        number
        for number, mention in here.items()
        if (_hangs_on(held.tree, mention, verb) and not _is_cause_until(held, mention))
        or (mention.is_verb and mention.top in participles)
    ]
    return hanging or [
        number
        for number, mention in here.items()
        if goes_on_from(mention, verb, held.expression)
        or _is_when(held.tree, mention, verb)
        or _is_by_then(held, mention, verb)
    ]


def _is_aim(held: Held, verb: int) -> bool:
    """'The arrest was meant to weaken it before a vote in November': the month is that of the aim."""
    tree = held.tree
    is_meant = tree[verb].tag == "VBN" and tree[verb].lemma in AIMING and bool(tree.below(verb, "nsubjpass"))
    return is_meant and any(max(held.tokens) in tree.subtree(aim) for aim in tree.below(verb, "xcomp"))


def _is_cause_until(held: Held, mention: Mention) -> bool:
    """'was held up by a storm until Tuesday': the storm is not said to have lasted so long."""
    tree = held.tree
    is_by = tree[mention.index].relation == "pobj" and tree[tree[mention.index].head].relation == "agent"
    return is_by and tree.lower[min(held.tokens) - 1] in UNTIL


def _is_by_then(held: Held, mention: Mention, verb: int) -> bool:
    """'By Friday the lights were out, and two men had died': what opens the sentence is of all that it tells."""
    tree, first = held.tree, min(held.tokens)
    is_joined = tree[mention.top].relation == "conj" and tree[mention.top].head == verb and mention.is_verb
    return is_joined and has_had(tree, mention.top) and first > 0 and tree.lower[first - 1] == "by" and first < verb


def _is_verbs_own(held: Held, here: dict[int, Mention], verb: int, published: datetime.date | None) -> bool:
    """The verb has the expression for itself, and no happening above it is dated."""
    tree, token = held.tree, held.tree[verb]
    # 'On Monday A led, B fell and C won'
    is_spliced = token.relation == "ccomp" and min(held.tokens) < verb < token.head
    is_own = (token.relation not in PASSING and not is_spliced) or is_of_verb(tree, verb)
    is_done = is_refusal(tree, verb) and is_gone(held, published)
    return is_own or (_is_spoken_of(here, tree, verb) and not is_done) or is_of_charge(held, verb, published)


def _told_to_happen(here: dict[int, Mention], tree: Tree, verb: int) -> list[int]:
    """'died in the fire, which broke out on Monday': the fire, or those who died in it where that tells of both."""
    noun = told_to_happen(tree, verb, BEFALLING | BEGINNING)
    if noun is None or (found := [number for number, mention in here.items() if mention.index == noun]):
        return [] if noun is None else found
    is_moment = told_to_happen(tree, verb, BEFALLING) is not None and tree.lower[tree[noun].head] in WITHIN
    above = tree[tree[noun].head].head
    return [number for number, mention in here.items() if is_moment and mention.top == above]


def _is_of_other(held: Held, mention: Mention, verb: int) -> bool:
    return is_goal(held, mention) or is_of_object(held, verb) or is_deadline(held, mention) or is_case(held, mention)


def _news_of(held: Held, number: int, here: dict[int, Mention]) -> int:
    """'freed the last of the miners trapped near Ruda on Tuesday': a day behind where they were is that of the freeing."""
    tree, top = held.tree, here[number].top
    verb = next((index for index in tree.above(top) if tree[index].relation == "ROOT"), top)
    main = next((other for other, mention in here.items() if mention.top == verb), number)
    is_apart = any(top < child < min(held.tokens) - 1 for child in tree.below(top, "prep"))
    is_day = held.expression.basis == "resolved" and held.expression.span.width == 1
    is_told = tree[verb].tag == "VBD" and verb < top and tree[top].tag == "VBN" and tree[top].relation == "acl"
    return main if is_apart and is_day and is_told else number


def _is_when(tree: Tree, mention: Mention, verb: int) -> bool:
    """'Five were unhurt on Tuesday when a boiler exploded', 'Two drowned on Tuesday after a tug sank'."""
    if mention.is_verb and any(harm.top == verb for harm in mention.consequences):
        return not tree.has_entity(mention.top, DATES)
    is_below = tree[mention.top].relation == "advcl" and tree[mention.top].head == verb
    return is_below and any(tree.lower[child] == "when" for child in tree.below(mention.top, "advmod", "mark"))


def _is_reported(held: Held, mention: Mention, verb: int) -> bool:
    """'reported gunfire near the airport on Saturday night'."""
    token = held.tree[mention.index]
    is_object = token.relation == "dobj" and token.head == verb and not mention.is_verb
    return is_object and mention.index < min(held.tokens)


def _is_spoken_of(here: dict[int, Mention], tree: Tree, verb: int) -> bool:
    """'agreed to meet on Monday': the day is that of the meeting, not of the agreement."""
    governor = tree.first_conjunct(verb)
    above = tree.head(governor)
    is_infinitive = any(tree[child].tag == "TO" for child in tree.below(governor, "aux"))
    return is_infinitive and any(mention.top == above and mention.row.type in SPEECH for mention in here.values())


def saying_before(held: Held) -> int | None:
    """The verb of 'said on Monday that …', whatever the tree makes of it: the day is that of the speech."""
    tree = held.tree
    before = next((tree[i] for i in range(min(held.tokens) - 1, -1, -1) if tree[i].pos not in {"ADP", "DET"}), None)
    if before is None or before.pos != "VERB":
        return None
    has_clause = any(index > max(held.tokens) for index in tree.below(before.index, "ccomp"))
    is_saying = effects().get((before.lemma, "verb"), Status.ASSERTED) is None
    return before.index if has_clause and is_saying else None


def _hangs_on(tree: Tree, mention: Mention, verb: int) -> bool:
    """The mention is an argument of a verb that tells no happening itself ('October saw escalating hostilities')."""
    token = tree[span_of(tree, tree.first_conjunct(mention.index))]
    if token.relation in {"dobj", "nsubj", "nsubjpass", "attr", "acomp"}:
        return token.head == verb
    return token.relation == "pobj" and tree[token.head].head == verb
