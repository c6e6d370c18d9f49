"""Quantities: the numbers that matter of a mention (killed, injured, arrested, magnitude, money …), with low and high."""

from collections.abc import Iterator, Sequence
from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import Quantity
from timeline.parser.mentions.mention import Mention
from timeline.parser.quantities.money import find_money
from timeline.parser.sentences.acting import is_people
from timeline.parser.sentences.numerals import WORDS, Numeral, find_numerals
from timeline.parser.sentences.tree import DATES, Tree, once

DOERS = ("subject", "by", "of", "possessor")
OWN_UNITS = frozenset({"family", "household", "home"})
SUMS = frozenset({"total", "number"})  # 'a total of 215 people'
HARMFUL = frozenset({"assault", "accident", "disaster", "crime", "death", "protest", "coerce"})
NUMBERING = frozenset({"nummod", "amod", "quantmod", "compound", "nmod", "det"})
ONE = frozenset({"a", "an"})
YEARLY = frozenset({"in", "of", "since", "during"})
TOLL_PREPOSITIONS = frozenset({"to", "at", "of", "past", "above"})

Found = tuple[float, float, float | None, list[int]]


@cache
def counted(where: str) -> dict[str, tuple[str, str]]:
    """Word to what its number counts, and the unit, for the rows of one sort."""
    return {
        word: (row["what"], row["unit"])
        for row in rows("quantities")
        if row["where"] == where
        for word in row.words("words")
    }


JOBS = "jobs"
FREED = "freed"
MARCHING = "participants"
PHRASE = 4  # words from a number to what it counts
POSTS = frozenset({"job", "post", "position", "place", "role", "staff", "workforce", "vacancy"})


def find_quantities(mention: Mention) -> tuple[Quantity, ...]:
    """The mention's numbers; of one kind the first that is told."""
    if not _may_count(mention.tree):
        return ()
    numerals = find_numerals(mention.tree)
    harms = (mention, *mention.consequences)
    found = [quantity for harm in harms for quantity in _of_trigger(harm, numerals)]
    if mention.row.type in HARMFUL:
        found += [*_beside(mention, numerals), *_lives(mention, numerals), *_toll(mention, numerals)]
    found += [*_magnitude(mention, numerals), *find_money(mention, numerals)]
    return tuple({quantity.what: quantity for quantity in reversed(found)}.values())[::-1]


@once
def _may_count(tree: Tree) -> bool:
    return not WORDS.isdisjoint(tree.lower) or "CD" in [token.tag for token in tree]


def _of_trigger(mention: Mention, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    for where, slots in (("trigger", _counted_slots(mention)), ("doer", DOERS)):
        what, unit = counted(where).get(mention.lemma, ("", ""))
        heads = [head for slot in slots for head in mention.slots.get(slot, [])] if what else []
        heads = [head for head in heads if mention.tree[head].entity not in DATES]  # 'the massacre of 1982'
        if mention.consequences:
            harmed = _is_of_consequence if unit else _is_harmed
            heads = [head for head in heads if not harmed(mention, head)]
        if what and where == "trigger" and (risen := _number_of(mention, numerals)):
            yield _quantity(mention.tree, what, unit, risen)
        elif what and (found := _sum(mention.tree, heads, numerals)):
            noun = mention.tree[heads[0]]
            if not unit and is_people(mention.tree, heads[0]):
                continue  # 'two sailors drowned when their boat sank'
            if what == FREED and noun.entity == "MONEY":
                continue  # 'released five million euros'
            if what == MARCHING and (mention.row.type != "protest" or found[0] % 1):
                continue  # 'the 7.12 from Lima struck a lorry', 'a magnitude 5.9 earthquake struck'
            if what == JOBS and noun.lemma not in POSTS and not is_people(mention.tree, heads[0]):
                continue  # 'a lorry shed 20 tons of oranges'
            yield _quantity(
                mention.tree, what, noun.text.lower() if not unit or noun.lemma in OWN_UNITS else unit, found
            )


def _is_harmed(mention: Mention, head: int) -> bool:
    """Whoever died of it: no part of what was wrecked."""
    return any(head in harm.slots.get(slot, ()) for harm in mention.consequences for slot in ("subject", "object"))


def _is_of_consequence(mention: Mention, head: int) -> bool:
    """'23' of 'killing eleven guards and wounding 23': whom only the other harm befell."""
    acts = {other.index for other in mention.consequences if other.is_verb}
    return mention.tree[mention.tree.first_conjunct(head)].head in acts


def _number_of(mention: Mention, numerals: Sequence[Numeral]) -> Found | None:
    """'The number of people killed rose to 214', 'put the number of deaths at nine'."""
    tree = mention.tree
    noun = tree[mention.top].head if tree[mention.top].relation == "acl" else mention.top
    number = tree[tree[noun].head].head
    if tree[noun].relation != "pobj" or tree[number].lemma != "number" or tree.head(number) is None:
        return None
    heads = [inner for word, inner in tree.prepositions(tree[number].head) if word in TOLL_PREPOSITIONS]
    return next((found for head in heads if (found := _of_noun(tree, head, numerals))), None)


def _counted_slots(mention: Mention) -> tuple[str, ...]:
    has_whom = not mention.is_verb or mention.slots.get("object") or mention.slots.get("of")
    return ("object", "of") if has_whom else ("subject",)


def _sum(tree: Tree, heads: list[int], numerals: Sequence[Numeral]) -> Found | None:
    """The number of the heads together: 'three soldiers and a guard' are four, '28 passengers, and not 31,' are 28.

    What only stands beside is no further one ('cut 1,200 jobs, a tenth of its workforce').
    """
    heads = [head for head in heads if not tree.below(head, "neg")]
    parts = [part for head in heads if (part := _of_noun(tree, head, numerals))]
    if len(heads) > 1 and parts:
        parts += [
            (1.0, 1.0, 1.0, [head])
            for place, head in enumerate(heads)
            if _is_one(tree, head)
            and not _of_noun(tree, head, numerals)
            and (place == 0 or tree[head].relation == "conj")
        ]
    if not parts:
        return None
    highs = [part[2] for part in parts]
    high = None if None in highs else sum(part for part in highs if part is not None)
    tokens = sorted({token for part in parts for token in part[3]})
    return sum(part[0] for part in parts), sum(part[1] for part in parts), high, tokens


def _is_one(tree: Tree, head: int) -> bool:
    return any(tree[child].text.lower() in ONE for child in tree.below(head, "det"))


def _of_noun(tree: Tree, head: int, numerals: Sequence[Numeral]) -> Found | None:
    """The number of a noun ('12 people', 'dozens of people', 'at least nine', 'a total of 215 people')."""
    own = {head, *(i for child in tree.below(head, *NUMBERING) if child < head for i in tree.subtree(child))}
    for numeral in numerals:
        if own & set(range(numeral.start, numeral.end)) and not _is_measure(tree, numeral):
            return _found(numeral, head)
    if tree[head].lemma in SUMS:
        inside = [inner for preposition, inner in tree.prepositions(head) if preposition == "of"]
        return next((found for inner in inside if (found := _of_noun(tree, inner, numerals))), None)
    return None


def _is_measure(tree: Tree, numeral: Numeral) -> bool:
    """'22' of 'a 22-year-old man'."""
    return numeral.end < len(tree) and tree[numeral.end].tag == "HYPH"


def _found(numeral: Numeral, *others: int) -> Found:
    tokens = sorted({*range(numeral.start, numeral.end), *others})
    return numeral.value, numeral.low, numeral.high, tokens


def _quantity(tree: Tree, what: str, unit: str, found: Found) -> Quantity:
    value, low, high, tokens = found
    return Quantity(what, value, low, high, unit, tree.words(tokens))


def _clause(mention: Mention) -> set[int]:
    """The tokens of the clause that tells the mention."""
    return set(mention.tree.subtree(mention.tree.clause(mention.top)))


def _beside(mention: Mention, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """'left 14 people dead and more than 60 injured'."""
    tree, clause = mention.tree, _clause(mention)
    for numeral in numerals:
        after = range(numeral.end, min(len(tree), numeral.end + PHRASE))
        words = [i for i in after if tree[i].text.lower() in counted("beside")]
        between = range(numeral.end, words[0]) if words else range(0)
        # 'eleven border guards dead'
        is_near = bool(words) and all(tree[i].pos in {"NOUN", "PROPN", "ADJ"} for i in between)
        is_own = numeral.start in clause and not _is_of_inner(mention, numeral)
        if is_near and is_own and not _is_time(tree, numeral):
            what, unit = counted("beside")[tree[words[0]].text.lower()]
            yield _quantity(tree, what, unit, _found(numeral, *range(numeral.end, words[0] + 1)))


def _is_of_inner(mention: Mention, numeral: Numeral) -> bool:
    """'sealed it after a battle that left eleven dead': they died in the battle, which the clause inside tells."""
    tree = mention.tree
    above = {numeral.start, *tree.above(numeral.start)}
    return mention.row.type == "coerce" and any(
        tree[i].relation in {"relcl", "acl", "advcl"} for i in above if i > mention.top
    )


def _is_time(tree: Tree, numeral: Numeral) -> bool:
    """'A dam that burst in 2003 killed nine', 'a fire that raged for three days killed nine'."""
    if numeral.end < len(tree) and tree[numeral.start].entity in DATES and tree[numeral.end].entity in DATES:
        return True
    is_after = numeral.start > 0 and tree.lower[numeral.start - 1] in YEARLY
    return is_after and numeral.end == numeral.start + 1 and tree[numeral.start].entity in DATES


def _lives(mention: Mention, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """'claimed the lives of seven', 'cost nine lives', '215 people lost their lives'."""
    tree, clause = mention.tree, _clause(mention)
    for index in clause:
        verb = tree[tree[index].head].lemma
        if tree[index].lemma != "life" or verb not in counted("lives"):
            continue
        inside = [inner for preposition, inner in tree.prepositions(index) if preposition == "of"]
        heads = tree.below(tree[index].head, "nsubj") if verb == "lose" else [index, *inside]
        if found := _sum(tree, heads, numerals):
            what, unit = counted("lives")[verb]
            yield _quantity(tree, what, unit, found)


def _toll(mention: Mention, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """'the death toll rose to 43', 'a toll of nine'."""
    tree, clause = mention.tree, _clause(mention)
    for index in clause:
        if tree[index].lemma not in counted("toll"):
            continue
        holders = (index, tree[index].head)
        heads = [inner for holder in holders for word, inner in tree.prepositions(holder) if word in TOLL_PREPOSITIONS]
        if found := next((found for head in heads if (found := _of_noun(tree, head, numerals))), None):
            yield _quantity(tree, *counted("toll")[tree[index].lemma], found)


def _magnitude(mention: Mention, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """'magnitude 6.1', 'a magnitude of 6.1', 'a 6.1-magnitude quake'."""
    tree = mention.tree
    if mention.row.type != "disaster":
        return
    for index in sorted(_clause(mention)):
        if tree[index].text.lower() not in counted("noun"):
            continue
        near = [n for n in numerals if index - 3 <= n.start <= index + 3]
        if near:
            tokens = sorted({index, *range(near[0].start, near[0].end)})
            value = near[0].value
            yield Quantity("magnitude", value, value, value, "moment magnitude", tree.words(tokens))
            return
