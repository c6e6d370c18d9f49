"""Thereat: what is said or done at a gathering or in a letter is of the day of that: 'defended the sale at a meeting on Monday'.

It goes the other way, too: a meeting at which something was agreed on Monday was on Monday.
"""

from collections.abc import Iterator, Sequence

from timeline.model.statement import FACTS, Relation
from timeline.model.time import DIRECT, UNDATED, When
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.clauses import SIEVE
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.phases import BEGINNING
from timeline.parser.sentences.tenses import is_simple_past
from timeline.parser.sentences.tree import Tree

BECAUSE = "said or done there"
SINCE = "in what began then"
BEGUN = BEGINNING | {"break"}
AT = frozenset({"at", "in", "during", "on"})
GATHERINGS = frozenset({"consult", "statement", "protest", "legal", "death", "other", "election"})
NEW = frozenset({"a", "an"})
LASTING = frozenset({"legal", "protest", "election"})  # what is done in one day of these leaves them others
SPEAKING = frozenset("speak address testify appear talk preach write".split())
WORDS = frozenset(
    "letter interview speech statement message video broadcast article sermon address memo email post report book".split()
)


def by_thereat(told: Sequence[Told]) -> Iterator[Order]:
    """A verb in the past with where it was said or done: of one time. None could be judged."""
    for tree, numbers in sentences(told):
        if len(numbers) < 2 or AT.isdisjoint(tree.lower):
            continue
        facts = [number for number in numbers if told[number].status in FACTS]
        for number in facts:
            others = {told[n].mention.index: n for n in facts if n != number and _is_place_in_time(told[n].mention)}
            occasion = _occasion(told[number].mention, tree, others)
            if occasion is not None:
                yield from _of_one_time(told, number, occasion)
            began = _outbreak(told[number].mention, tree, others)
            if began is not None and told[number].when.basis in UNDATED:
                yield Order(number, Relation.AFTER, began, SINCE, SIEVE)


def _is_place_in_time(mention: Mention) -> bool:
    """A gathering, or a participle ('sent'), for the words that it may tell of."""
    return mention.is_verb or mention.row.type in GATHERINGS


def _of_one_time(told: Sequence[Told], number: int, occasion: int) -> Iterator[Order]:
    """The undated one of the two is of the time of the other."""
    one, other = told[number], told[occasion]
    if one.when.basis in UNDATED and other.when.basis in DIRECT:
        yield Order(number, Relation.DURING, occasion, BECAUSE, SIEVE)
    elif _is_of_a_day(one.when) and other.when.basis in UNDATED and _is_brief(other.mention):
        yield Order(occasion, Relation.DURING, number, BECAUSE, SIEVE)


def _is_of_a_day(found: When) -> bool:
    return found.basis in DIRECT and found.span.width == 1


def _is_brief(mention: Mention) -> bool:
    """'a meeting', which has been told of for the first time; a trial has other days."""
    words = {mention.tree.lower[child] for child in mention.tree.below(mention.index, "det")}
    return bool(words & NEW) and mention.row.type not in LASTING


def _occasion(mention: Mention, tree: Tree, others: dict[int, int]) -> int | None:
    """The number of the gathering at which a verb in the past tells that something was said or done."""
    if not mention.is_verb or not is_simple_past(tree, mention.top):
        return None
    beside = [child for child in tree.below(mention.top, "advcl") if tree[child].lemma in SPEAKING]
    for verb in (mention.top, *beside):
        for word, noun in tree.prepositions(verb):
            found = _at(tree, noun, others) if word in AT else None
            if found is not None:
                return found
    return None


def _outbreak(mention: Mention, tree: Tree, others: dict[int, int]) -> int | None:
    """The number of 'began' in 'lost nine men in the fighting that began on 3 May': they were lost from that day on."""
    if not mention.is_verb or not is_simple_past(tree, mention.top):
        return None
    nouns = [noun for word, noun in tree.prepositions(mention.top) if word in AT]
    clauses = (verb for noun in nouns for verb in tree.below(noun, "relcl") if tree[verb].lemma in BEGUN)
    return next((others[verb] for verb in clauses if verb in others), None)


def _at(tree: Tree, noun: int, others: dict[int, int]) -> int | None:
    """The gathering that a noun is, or what says when its words were sent: 'in a letter sent in January'."""
    if noun in others:
        return others[noun]
    if tree[noun].lemma not in WORDS:
        return None
    return next((others[child] for child in tree.below(noun, "acl") if child in others), None)
