"""Money: the sum that a mention is about, with the code of its currency where the words tell it."""

from collections.abc import Iterator, Sequence
from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import Quantity
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.numerals import Numeral
from timeline.parser.sentences.tree import Tree

PAID = frozenset(
    {
        "business",
        "aid",
        "cooperate",
        "legal",
        "crime",
        "agree",
        "sport",
        "sanction",
        "support",
        "concede",
        "science",
        "other",
    }
)
APART = frozenset({"relcl", "ccomp", "advcl", "parataxis", "conj"})


@cache
def currencies() -> dict[str, str]:
    """Sign or words in small letters to the code."""
    return {word: row["code"] for row in rows("currencies") for word in row.words("words")}


def find_money(mention: Mention, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """The first sum in what the mention itself says; nothing of clauses that tell something else."""
    if mention.row.type not in PAID or not numerals:
        return
    own = _own(mention.tree, mention.top)
    for numeral in numerals:
        if numeral.start in own and (found := _currency(mention.tree, numeral)):
            code, tokens = found
            yield Quantity("money", numeral.value, numeral.low, numeral.high, code, mention.tree.words(tokens))
            return


def _own(tree: Tree, top: int) -> set[int]:
    """The token and what hangs on it, but for other verbs' clauses."""
    found, waiting = set(), [top]
    while waiting:
        current = waiting.pop()
        found.add(current)
        waiting += [
            i for i in tree.children[current] if not (tree[i].relation in APART and tree[i].pos in {"VERB", "AUX"})
        ]
    return found


def _currency(tree: Tree, numeral: Numeral) -> tuple[str, list[int]] | None:
    """The code and the tokens of a sum: a sign before the number, or words after it."""
    before = numeral.start - 1
    is_sign = before >= 0 and tree[before].pos != "VERB"  # 'won three caps'
    if is_sign and (code := currencies().get(tree[before].text.lower())):
        return code, list(range(before, numeral.end))
    for index in range(numeral.end, min(len(tree), numeral.end + 3)):
        if tree[index].pos == "VERB":
            return None  # 'in 2014 won'
        if (code := currencies().get(tree[index].lemma)) or (code := currencies().get(tree[index].text.lower())):
            named = f"{tree[index - 1].text.lower()} {tree[index].lemma}"
            return currencies().get(named, code), list(range(numeral.start, index + 1))
        if tree[index].pos not in {"ADJ", "PROPN", "NOUN"}:
            return None
    return None
