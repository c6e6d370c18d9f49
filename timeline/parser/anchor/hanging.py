"""Hanging: what a clause tells that hangs on a date ('in April, when …') or on a thing with a year ('a 2006 report that …')."""

from timeline.parser.anchor.belonging import named_thing
from timeline.parser.anchor.held import Held
from timeline.parser.anchor.moments import is_told_by, moment_behind
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tenses import is_simple_past

NEAR = 1  # step up the tree, for what tells of the date itself
FAR = 3


def hanging(held: Held, here: dict[int, Mention]) -> list[tuple[int, int]]:
    """(number, steps up the tree) of the mentions in clauses that hang on an expression or on what it names."""
    return [*_when(held, here), *_of_named(held, here)]


def _when(held: Held, here: dict[int, Mention]) -> list[tuple[int, int]]:
    """'since April, when the price rose and two mills closed', 'since 2015, when a quake killed three'."""
    verb = moment_behind(held.tree, held.expression.end)
    return [(n, NEAR) for n, mention in here.items() if verb is not None and is_told_by(mention, verb)]


def _of_named(held: Held, here: dict[int, Mention]) -> list[tuple[int, int]]:
    """'a 2006 report that urged pilots', 'a 2004 contract in which the town lost': what it told or did, or was done in it."""
    tree, noun = held.tree, named_thing(held)
    if noun is None or held.expression.span.precision != "year":
        return []
    return [
        (number, FAR)
        for number, mention in here.items()
        if tree[mention.tree.first_conjunct(mention.top)].relation == "relcl"
        and tree[mention.tree.first_conjunct(mention.top)].head == noun
        and is_simple_past(tree, mention.top)
    ]
