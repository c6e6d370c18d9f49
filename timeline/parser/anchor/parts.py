"""Parts: dates that are of some of those who are told of, end a period, or say since when something is done again and again."""

from itertools import takewhile

from timeline.parser.anchor.dating import word_before
from timeline.parser.anchor.held import Held, chain

CURFEWS = frozenset({"curfew", "blackout", "impose"})
FROM = frozenset({"from", "between", "to", "until", "and", "-"})
PLACING = frozenset({"in", "at", "near", "outside"})
PERIODS = frozenset({"month", "week", "quarter", "year", "half"})


def is_of_some(held: Held) -> bool:
    """'have been arrested, three of them on Tuesday': not all of them then."""
    before = held.tree.lower[max(0, min(held.tokens) - 5) : min(held.tokens)]
    return before[:1] == (",",) and before[2:4] in {("of", "them"), ("of", "whom")}


def is_of_part(held: Held) -> bool:
    """Of some of those told of, of what is so again and again, or of what the deed is the worst of."""
    return is_of_habit(held) or is_of_curfew(held) or is_of_some(held) or is_of_rarest(held)


def is_of_rarest(held: Held) -> bool:
    """', the deadliest attack on the army this year': how rare it is, and not when it was."""
    tree, first = held.tree, min(held.tokens)
    if tree.lower[first] != "this":
        return False
    phrase = takewhile(lambda i: tree[i].pos not in {"VERB", "AUX", "PUNCT"}, range(first - 1, -1, -1))
    best = next((i for i in phrase if tree[i].tag in {"JJS", "RBS"}), None)
    return best is not None and tree[tree[best].head].relation in {"pobj", "appos"}


def is_placed(held: Held, verb: int) -> bool:
    """'condemned the bombing in Basra on Sunday': where it was stands between, and the day goes on from there."""
    tree, first = held.tree, min(held.tokens)
    words = [word for noun in tree.below(verb, "dobj") for word in tree.below(noun, "prep") if verb < word < first - 1]
    return any(tree.lower[word] in PLACING for word in words)


def is_of_habit(held: Held) -> bool:
    """'held every August since 1950': since when that is so, and not when it was held."""
    before = held.tree.lower[max(0, min(held.tokens) - 3) : min(held.tokens)]
    return before[-1:] == ("since",) and before[0] in {"every", "each"}


def is_of_curfew(held: Held) -> bool:
    """'a curfew from dusk to dawn', 'a curfew between 6 p.m. and 6 a.m.': every night, and not when it was imposed."""
    expression, tree = held.expression, held.tree
    if (
        expression.type != "TIME"
        or "curfew" not in tree.lemmas
        or any(word.isdigit() and len(word) == 4 for word in expression.text.split())
    ):
        return False
    is_ranged = word_before(tree, expression.start) in FROM
    return is_ranged and any(tree[index].lemma in CURFEWS for index in chain(held))


def ends_period(held: Held) -> bool:
    """'a loss for the three months to August': the end of a period that figures are of."""
    before = [held.tree[i].lemma.lower() for i in range(max(0, min(held.tokens) - 3), min(held.tokens))]
    return any(
        word in PERIODS and before[n + 1 : n + 2] in (["to"], ["end"], ["ending"]) for n, word in enumerate(before)
    )
