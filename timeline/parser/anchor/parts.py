"""Parts: dates that are of some of those who are told of, end a period, or say since when something is done again and again."""

from timeline.parser.anchor.held import Held

PERIODS = frozenset({"month", "week", "quarter", "year", "half"})


def is_of_some(held: Held) -> bool:
    """'have been arrested, three of them on Tuesday': not all of them then."""
    before = held.tree.lower[max(0, min(held.tokens) - 5) : min(held.tokens)]
    return before[:1] == (",",) and before[2:4] in {("of", "them"), ("of", "whom")}


def is_of_habit(held: Held) -> bool:
    """'held every August since 1950': since when that is so, and not when it was held."""
    before = held.tree.lower[max(0, min(held.tokens) - 3) : min(held.tokens)]
    return before[-1:] == ("since",) and before[0] in {"every", "each"}


def ends_period(held: Held) -> bool:
    """'a loss for the three months to August': the end of a period that figures are of."""
    before = [held.tree[i].lemma.lower() for i in range(max(0, min(held.tokens) - 3), min(held.tokens))]
    return any(
        word in PERIODS and before[n + 1 : n + 2] in (["to"], ["end"], ["ending"]) for n, word in enumerate(before)
    )
