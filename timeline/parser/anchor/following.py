"""Following: in 'the talks followed the attack on 8 March' the day is that of the attack; the talks came later."""

from timeline.parser.anchor.held import Held
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import SUBJECTS, Tree

SUCCEEDING = frozenset({"follow", "succeed", "precede"})
SETTING_OFF = frozenset({"spark", "trigger", "provoke", "prompt", "ignite", "unleash", "cause"})
LATER = "later"  # 'followed the attack a day later': counted from it, and no day of it


def puts_in_order(tree: Tree, verb: int) -> bool:
    """Whether the verb says which of two came first: 'A followed B', 'A was followed by B'."""
    return tree[verb].lemma in SUCCEEDING and bool(_behind(tree, verb))


def side(held: Held, verb: int, here: dict[int, Mention]) -> list[int]:
    """The numbers of those that a time beside such a verb dates: one that stands behind the second of two dates that one."""
    tree, first = held.tree, min(held.tokens)
    heads = tree.below(verb, *SUBJECTS)
    if first > verb and held.expression.shift is None and held.expression.rule != LATER:
        heads = [index for index in _behind(tree, verb) if index < first]
    found = (
        _nearest(tree, head, here) for head in heads for head in tree.conjuncts(head) if head < first or first < verb
    )
    return list(dict.fromkeys(number for number in found if number is not None))


def is_of_earlier(held: Held, verb: int) -> bool:
    """Whether a time is that of what the verb looks back to."""
    return puts_in_order(held.tree, verb) and min(held.tokens) > verb


def is_followed(mention: Mention) -> bool:
    """Told as what came before: 'The talks followed an attack'."""
    tree = mention.tree
    above = tree[mention.index].head
    is_object = not mention.is_verb and tree[mention.index].relation == "dobj"
    return is_object and tree[above].lemma in SUCCEEDING - {"precede"}


def is_set_off(tree: Tree, cause: int, unrest: int, unrest_type: str) -> bool:
    """'The arrest sparked clashes on Tuesday': the day is that of what people did about it."""
    is_subject = tree[cause].relation in SUBJECTS and tree[cause].head == tree[unrest].head
    is_unrest = tree[unrest].relation == "dobj" and (unrest_type == "protest" or tree[unrest].lemma == "clash")
    return is_subject and is_unrest and tree[tree[unrest].head].lemma in SETTING_OFF


def _behind(tree: Tree, verb: int) -> list[int]:
    return [*tree.below(verb, "dobj"), *(i for agent in tree.below(verb, "agent") for i in tree.below(agent, "pobj"))]


def _nearest(tree: Tree, head: int, here: dict[int, Mention]) -> int | None:
    """The one that the word tells, else the first below it: 'weeks of talks'."""
    numbers = {mention.index: number for number, mention in here.items()}
    inside = (index for index in tree.subtree(head) if tree.clause(index) == tree.clause(head))
    return next((numbers[index] for index in (head, *inside) if index in numbers), None)
