"""Models: codes that a text uses as the names of what is made in numbers: 'A380', 'KC-45'; elsewhere 'A38' may be a road."""

import re
from collections.abc import Iterator, Sequence

from timeline.parser.actors.goods import MADE, OF_GOODS
from timeline.parser.actors.things import CALLED
from timeline.parser.sentences.designations import bare, numbers, singular
from timeline.parser.sentences.tree import UNDERGOING, Tree

FIGURE = re.compile(r"\d")
CODE = re.compile(r"[A-Z]{1,3}-?\d{2,4}[A-Z]{0,2}")


def models(trees: Sequence[Tree]) -> frozenset[str]:
    """The codes that some sentence uses so: several of them, behind a maker's name, beside their sort, or as what is made."""
    numbered = [tree for tree in trees if FIGURE.search(" ".join(tree.lower))]
    return frozenset(code for tree in numbered for code in (*_models(tree), *numbers(tree, MADE, OF_GOODS)))


def _models(tree: Tree) -> Iterator[str]:
    for token in tree.sentence.tokens:
        if token.text.isalpha() or not any(sign.isdigit() for sign in token.text):
            continue
        code = singular(token.text)
        if code != token.text and code.isdigit():
            if _has_maker(tree, token.index):  # 'thirty Boeing 777s'
                yield code
        elif code.isdigit() and _is_set_beside(tree, token.index):
            yield bare(code)
        elif CODE.fullmatch(code) and (code != token.text or _is_model(tree, token.index)):
            yield code


def _is_set_beside(tree: Tree, index: int) -> bool:
    """'its new airliner, the 620'."""
    token = tree[index]
    return token.relation == "appos" and tree[token.head].lemma in CALLED and tree.lower[index - 1] == "the"


def _is_model(tree: Tree, index: int) -> bool:
    token = tree[index]
    above = tree[token.head]
    is_sorted = above.lemma in CALLED and token.relation in {"compound", "nmod", "appos"}
    is_owned = any(tree[child].tag == "PRP$" for child in tree.below(index, "poss"))  # 'its C70'
    is_of_goods = token.relation == "pobj" and above.text.lower() == "of" and tree[above.head].lemma in OF_GOODS
    is_made = token.relation in UNDERGOING and above.lemma in MADE
    return _has_maker(tree, index) or is_sorted or is_owned or is_of_goods or is_made


def _has_maker(tree: Tree, index: int) -> bool:
    """'Airbus A380'."""
    return index > 0 and tree[index - 1].tag == "NNP" and tree[index - 1].head == index
