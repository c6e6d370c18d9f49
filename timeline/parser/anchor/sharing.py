"""Sharing: happenings of one sentence that are of one day, though only one of them has the date."""

from timeline.model.time import TimeExpression
from timeline.model.types import BLOWS
from timeline.parser.anchor.dating import UNTIL, word_before
from timeline.parser.anchor.following import is_set_off, puts_in_order
from timeline.parser.anchor.lending import has_it_done
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.speech import SPEECH
from timeline.parser.sentences.tree import DATES, PAST, Tree

SHARING_PREPOSITIONS = frozenset({"in", "during", "at", "by", "with"})
JUDGING = frozenset({"reject", "accuse", "support"})  # these come after what they are about
TOLLS = BLOWS | {"death"}
LEGAL = "legal"
LASTING = word_list("long affair") | {"fighting", "famine", "drought", "epidemic", "pandemic"}
HOLDING = frozenset({"coerce", "accuse"})
FIGURING = word_list("figuring")
RENEWING = word_list("reaching") | {"renew", "repeat", "improve", "sweeten", "drop", "withdraw", "revise"}
RAISED = frozenset({"VB", "VBN", "JJ"})
FORCING = frozenset({"force", "compel", "oblige", "manage", "rush", "help"})
MIDDLING = frozenset({"month", "bounds", "interval"})  # one verb may follow another within these
CALLING = frozenset({"announce", "call"})  # a strike, which is to come
FINE = frozenset({"day", "second", "minute", "hour", "week"})
MOMENTS = frozenset({"when", "as"})
COUNTING = (["the", "next"], ["the", "following"])  # 'day'
JOINING = frozenset({"CCONJ", "ADV", "AUX", "PART"})
AHEAD = frozenset({"will", "would"})
HELPING = frozenset(
    {"having", "has", "have", "had", "will", "would", "is", "are", "may", "can", "could", "should", "to"}
)

Dated = dict[int, TimeExpression]  # mention's number to the expression that dates it


def share(dated: Dated, here: dict[int, Mention]) -> None:
    """Adds to `dated` the mentions of one sentence that share the date of another; `here` are all of that sentence."""
    own = {number: dated[number] for number in here if number in dated}
    for _ in range(2):  # 'killed in a raid on Monday and wounded': by way of one that shares it
        pairs = [(number, other, own[other]) for number in here if number not in dated for other in own]
        own = {}  # those found now: of the others it need not be asked again
        for shares in (_is_done_at, _is_found_so, _shares):
            for number, other, expression in pairs:
                if number not in own and shares(here[number], here[other], expression):
                    own[number] = expression
        dated.update(own)


def _shares(mention: Mention, other: Mention, expression: TimeExpression) -> bool:
    return (
        _is_argument(mention, other, expression)
        or _is_argument(other, mention, expression)
        or _is_next(other, mention, expression)
        or _is_coordinated(mention, other, expression)
        or _is_fronted(mention, other, expression)
        or _is_moment(mention, other)
        or _is_moment(other, mention)
        or _is_told_of(mention, other)
        or (_is_blow(mention) and other.row.type in TOLLS and _is_told_of(other, mention))
        or _is_forced(mention, other)
        or (has_it_done(mention.tree, other.top) and mention.tree[other.top].head == mention.top)
    )


def _is_done_at(mention: Mention, other: Mention, expression: TimeExpression) -> bool:
    """'surrounded it on Thursday, and two were shot at a roadblock on Friday': of the day of what it was done at."""
    return mention.is_verb and not other.is_verb and _is_argument(other, mention, expression)


def _is_found_so(mention: Mention, other: Mention, expression: TimeExpression) -> bool:
    """'was found burnt out two days later': of the day that stands behind both."""
    tree, inner = mention.tree, mention.tree[other.top]
    is_below = inner.relation == "xcomp" and inner.head == mention.top and inner.tag == "VBN"
    return is_below and not tree.below(other.top, "aux", "auxpass") and expression.start > inner.start


def _is_argument(inner: Mention, outer: Mention, expression: TimeExpression) -> bool:
    """'killed in an attack on Monday': the noun inside and the verb outside are of one day, unless the verb is speech."""
    tree = inner.tree
    if inner.is_verb or outer.row.type in SPEECH or tree[inner.top].head == inner.index != inner.top:
        return False  # a verb, or dated in a clause of its own: 'regrets the speech that he held in May'
    if puts_in_order(tree, outer.top) or _is_of_clause(outer, expression):
        return False  # 'the talks followed the attack of 8 March', 'the talks led to a truce that began on 8 March'
    if is_set_off(tree, inner.index, outer.index, outer.row.type):
        return False
    token = tree[tree.first_conjunct(inner.index)]
    if outer.lemma in FIGURING and expression.span.precision == "quarter":
        return False  # 'announced a drop for the third quarter'
    if token.relation in {"dobj", "nsubjpass"} and outer.lemma in RENEWING and tree.below(inner.index, "poss"):
        return False  # 'extended their offers on Monday'
    is_own = expression.start > tree[inner.index].start and word_before(tree, expression.start) == "of"
    if is_own and token.relation == "dobj" and outer.row.type != inner.row.type:
        return False  # 'broke the truce of 9 October'
    # 'defended it at a meeting on Monday'
    is_at = token.relation == "pobj" and tree.lower[token.head] in {"at", "during"}
    if _is_of_judgement(inner, outer, expression, is_at=is_at):
        return False
    if token.relation in {"dobj", "nsubj", "nsubjpass"}:
        return token.head == outer.top or (token.relation != "dobj" and token.head in _raising(tree, outer.top))
    is_sharing = token.relation == "pobj" and tree[token.head].text.lower() in SHARING_PREPOSITIONS
    agents = [noun for by in tree.below(outer.top, "agent") if is_at for noun in tree.below(by, "pobj")]
    return is_sharing and tree[token.head].head in {outer.top, *tree.below(outer.top, "dobj"), *agents}


def _is_of_clause(noun: Mention, expression: TimeExpression) -> bool:
    """Whether the date stands in a relative clause of a noun that a light verb carries."""
    tree = noun.tree
    clauses = tree.below(noun.index, "relcl") if noun.index != noun.top else []
    return any(expression.start >= tree[tree.subtree(clause)[0]].start for clause in clauses)


def _is_of_judgement(inner: Mention, outer: Mention, expression: TimeExpression, *, is_at: bool) -> bool:
    """Of a charge, an arrest or a ruling alone, and not of the deed that it is about."""
    tree, precision = inner.tree, expression.span.precision
    token, is_before = tree[tree.first_conjunct(inner.index)], expression.end <= tree[inner.index].start
    if outer.row.type in JUDGING and precision in FINE and not is_at:
        return True  # 'on Thursday blocked the purchase'
    is_weekend = expression.rule == "weekend" and is_before
    # 'was charged last month with the bombing'
    is_charge = token.relation == "pobj" and tree.lower[token.head] == "with" and is_before
    if outer.row.type == LEGAL != inner.row.type and (precision in FINE or is_weekend or is_charge):
        return True  # 'was charged on Monday in the shooting', 'charged in the weekend shooting'
    if inner.row.type not in TOLLS:
        return False
    if is_before and precision == "year" and outer.row.type in {*HOLDING, LEGAL}:
        return True  # 'was arrested in the 1998 bombing'
    # 'was arrested on Monday in the murder of a guard', but 'in a raid'
    return outer.row.type in HOLDING and "of" in inner.slots


def _raising(tree: Tree, verb: int) -> list[int]:
    """'the trial is expected to open in May', 'is due to start': the words between the noun and what it does."""
    found: list[int] = []
    while tree[verb].relation in {"xcomp", "acomp"} and tree[verb].tag in RAISED:
        verb = tree[verb].head
        found.append(verb)
    return found


def _is_forced(outer: Mention, inner: Mention) -> bool:
    """'was forced to turn back on Tuesday': of the day on which it did."""
    tree = outer.tree
    is_below = tree[inner.top].relation == "xcomp" and tree[inner.top].head == outer.top
    return is_below and tree[outer.top].lemma in FORCING and tree[outer.top].tag in PAST


def _is_coordinated(mention: Mention, other: Mention, expression: TimeExpression) -> bool:
    """'stormed it and freed the guard on Monday': the day behind the second verb is that of both.

    A year or a month is so only when nothing stands between them, and none is when the second has a subject of its own; a day is
    then, without a comma ('Two died and five were hurt on Monday').
    """
    tree = mention.tree
    if mention.row.type == "birth":
        return False  # 'visited the house where he was born and laid a wreath on Monday'
    if not other.is_verb and tree[other.top].lemma in CALLING:
        return False  # 'rejected the offer and announced a strike on Monday'
    if (
        tree[other.top].relation != "conj"
        or tree[other.top].head != mention.top
        or expression.start < tree[other.top].start
    ):
        return False
    between = range(mention.top + 1, other.top)
    is_close = all(tree[i].pos in JOINING or tree[i].relation == "prt" for i in between)
    is_alike = _goes_on(tree, mention.top) == _goes_on(tree, other.top)
    if _is_still_ahead(tree, other.top) and not _is_still_ahead(tree, mention.top):
        return False  # 'that nurses had been sent and that a clinic would open on Friday'
    is_apart = any(tree[i].text == "," for i in between) or expression.span.precision not in FINE
    has_subject = bool(tree.below(other.top, "nsubj", "nsubjpass")) and is_apart
    if expression.shift is not None or expression.text.lower().split()[0:2] in COUNTING:
        return False  # 'was handcuffed and freed the next day'
    if any(word == "for" and tree[inner].entity in DATES for word, inner in tree.prepositions(mention.top)):
        return False  # 'clung to it for two days and was rescued on Monday'
    if _has_time(tree, mention.top):
        return False  # 'scored ten goals last season and left on Monday'
    return is_alike and not has_subject and (is_close or expression.span.precision in FINE)


def _is_fronted(mention: Mention, other: Mention, expression: TimeExpression) -> bool:
    """'On Monday A did this, B did that and C went', 'On Monday a storm hit it and C went': a day before all is that of all."""
    tree, first = mention.tree, _verb_of(other)
    if expression.start >= min(tree[mention.top].start, tree[first].start):
        return False
    is_before_subject = all(tree[i].start > expression.start for i in tree.below(first, "nsubj", "nsubjpass"))
    is_main = _root_of(tree, mention.top) and _root_of(tree, first)
    is_plain = _goes_on(tree, mention.top) and not _has_time(tree, mention.top) and not _has_date(tree, mention.top)
    is_joined = tree.first_conjunct(mention.top) == tree.first_conjunct(first)
    # 'In 2012 a barge sank; 14 died'
    is_fine = is_joined or expression.span.precision in FINE or mention.row.type in TOLLS
    return is_before_subject and is_main and is_plain and is_fine


def _verb_of(mention: Mention) -> int:
    """Its own verb; for a noun that is the subject of one, that one."""
    head = mention.tree.head(mention.top)
    is_subject = mention.tree[mention.top].relation == "nsubj"
    return head if is_subject and head is not None else mention.top


def _root_of(tree: Tree, verb: int) -> bool:
    """A main verb, one that is joined to it, or a clause of its own before it."""
    above = (verb, *tree.above(verb))
    return all(tree[index].relation in {"ROOT", "conj", "ccomp", "parataxis"} for index in above)


def _has_date(tree: Tree, verb: int) -> bool:
    return any(word != "for" and tree[inner].entity == "DATE" for word, inner in tree.prepositions(verb))


def _is_next(first: Mention, mention: Mention, expression: TimeExpression) -> bool:
    """'searched it on Tuesday and arrested its owner': the next thing is of the same day when it is told in the same way."""
    return first.tree[first.top].tag in PAST and goes_on_from(mention, first.top, expression)


def goes_on_from(mention: Mention, verb: int, expression: TimeExpression) -> bool:
    """Joined to a verb that has a day, behind that day, told as plainly and without a time of its own."""
    tree = mention.tree
    if tree[mention.top].relation != "conj" or tree.first_conjunct(mention.top) != verb or tree[verb].tag not in PAST:
        return False
    is_plain = _goes_on(tree, mention.top) and not _has_time(tree, mention.top)
    is_fine = expression.span.precision in FINE or (
        expression.span.precision in MIDDLING and not _has_date(tree, mention.top) and _is_close(tree, mention.top)
    )
    return is_plain and is_fine and expression.start < tree[mention.top].start


def _is_close(tree: Tree, verb: int) -> bool:
    """'affirmed it last month but warned of more': the other side of one deed; 'and' may tell what came months later."""
    is_bare = not tree.below(verb, "nsubj", "nsubjpass", "auxpass") and tree[verb].tag == "VBD"
    return is_bare and any(tree.lower[i] == "but" for i in tree.below(tree[verb].head, "cc"))


def _has_time(tree: Tree, verb: int) -> bool:
    """'lost ten days': it lasted; but not 'declared two days of mourning'."""
    near = tree.below(verb, "dobj", "npadvmod")
    if any(word in UNTIL for word, _ in tree.prepositions(verb)):
        return True  # 'became mayor in May and stayed in office until his arrest'
    if any(tree.lower[inner] == "age" for word, inner in tree.prepositions(verb) if word == "at"):
        return True  # 'was born in May 1912 and played there at the age of nine'
    return any(
        (tree[child].entity in DATES or tree[child].lemma == "season") and "of" not in dict(tree.prepositions(child))
        for child in near
    )


def _goes_on(tree: Tree, verb: int) -> bool:
    """A plain past form that tells the next thing: 'and arrested its owner', never 'and has since taught'."""
    helping = {tree[child].text.lower() for child in tree.below(verb, "aux", "auxpass")}
    return tree[verb].tag in PAST and not helping & HELPING


def _is_still_ahead(tree: Tree, verb: int) -> bool:
    """'would open', 'will open'."""
    return any(tree.lower[child] in AHEAD for child in tree.below(verb, "aux"))


def _is_moment(clause: Mention, main: Mention) -> bool:
    """'was hurt on Monday when a bomb exploded', 'fell on Monday, killing two'."""
    tree = clause.tree
    is_answer = (
        main.row.type in SPEECH and not clause.top < main.top
    )  # 'When Oslo honoured her in 1998 she declined to go'
    if (
        is_answer
        or tree[clause.top].relation not in {"advcl", "relcl"}
        or tree[clause.top].head not in {main.top, _verb_of(main)}
    ):
        return False
    if tree[clause.top].tag == "VBG":
        is_alike = _goes_on(tree, main.top) or not main.is_verb  # 'has slumped, closing at nine on Monday'
        return is_alike and not tree.below(clause.top, "mark", "aux")
    opening = {tree[child].text.lower() for child in tree.below(clause.top, "mark", "advmod")}
    return bool(opening & MOMENTS) and _goes_on(tree, clause.top)


def _is_told_of(clause: Mention, noun: Mention) -> bool:
    """'the earthquake of 27 February in which 500 died', 'the flood of 1994, which killed eleven'."""
    tree = clause.tree
    if noun.is_verb or tree[clause.top].relation != "relcl" or tree[clause.top].head != noun.index:
        return False
    return _goes_on(tree, clause.top)


def _is_blow(noun: Mention) -> bool:
    """'the collapse of a dam that killed nine in August', which was then; a war is longer than what it did."""
    return noun.row.type in BLOWS and noun.lemma not in LASTING


def alike_before(tree: Tree, mentions: dict[int, Mention], number: int) -> list[int]:
    """'four have died and hundreds have fled since …': told before it in the same form."""
    top = mentions[number].top
    first, tag = tree.first_conjunct(top), tree[top].tag
    tops = {other: mention.top for other, mention in mentions.items()}
    return [n for n, one in tops.items() if one < top and tree.first_conjunct(one) == first and tree[one].tag == tag]
