"""Opening: the first word of a sentence, whose capital tells nothing: 'Rebels', 'Tram drivers', 'Brewer Altmann'."""

from collections.abc import Sequence

from timeline.model.sentence import Token
from timeline.model.statement import ActorKind
from timeline.parser.known.callings import sorts_of
from timeline.parser.known.roster import Noun, genders, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.acting import acting_noun
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

VEHICLES = word_list("vehicle")
COMPANY_WORDS = frozenset(
    "inc inc. corp corp. corporation ltd ltd. plc llc co co. company group holdings bank airlines airways motors "
    "industries technologies electronics systems ag sa nv gmbh entertainment pictures records media labs".split()
)
WEATHER = frozenset("snow fog ice rain hail floods heat drought smoke lightning wind fire thunder frost".split())
CLUBS = frozenset({"City", "United", "Town", "County"})
NOBODY = Noun(ActorKind.UNKNOWN, acts_for_state=False, is_office=False)


def is_opening_noun(tree: Tree, index: int, proper: frozenset[str]) -> bool:
    """'Rebels' at the start of a sentence, which the tagger takes for a name."""
    if index > 0 or tree[0].text in proper or (len(tree) > 1 and tree[1].tag in {"NNP", "NNPS"}):
        return False
    if tree.lower[0] in WEATHER:
        return True  # 'Snow closed the pass'
    return tree[0].tag in PLURAL and acting_noun(tree, 0) is not None


def describes_people(tree: Tree) -> bool:
    """'Tram drivers' at the start of a sentence: a capital that tells nothing."""
    first = tree[0]
    if first.relation != "compound" or tree[first.head].pos != "NOUN":
        return False
    is_force = acting_noun(tree, 0) is not None and tree[first.head].lemma in VEHICLES
    return is_force or (tree[first.head].tag == "NNS" and acting_noun(tree, first.head) is not None)


def is_club(tree: Tree, index: int) -> bool:
    """'City beat Rovers': one that does something without an article is a name."""
    token = tree[index]
    is_bare = token.relation in {"nsubj", "dobj"} and not tree.below(index, "det", "poss", "amod", "compound", "nummod")
    return token.text in CLUBS and token.tag in {"NN", "NNP"} and is_bare


def is_trader(tree: Tree) -> bool:
    """'Brewer Altmann' at the start of a sentence; 'Brewers Altmann and Kolm'."""
    word = tree.lower[0]
    is_firm = any(
        nouns().get(one, NOBODY).kind is ActorKind.COMPANY or sorts_of((one,)) for one in {word, word.removesuffix("s")}
    )
    return is_firm and tree[1].tag == "NNP" and word not in COMPANY_WORDS


def is_opening_trade(tree: Tree, start: int, end: int) -> bool:
    """'Novelist Jan Reuter' at the start of a sentence, one person's trade and name; 'Hunter Biden' is a name."""
    noun = nouns().get(tree.lower[0], NOBODY) if start == 0 and end > 2 else NOBODY
    return noun.kind is ActorKind.PERSON and tree[0].text not in genders()


def proper_words(trees: Sequence[Tree]) -> frozenset[str]:
    """The words that are proper nouns somewhere inside a sentence."""
    return frozenset(
        token.text
        for tree in trees
        for token in tree.sentence.tokens
        if token.index > 0 and token.tag in {"NNP", "NNPS"} and token.text[:1].isupper() and not _ends_name(tree, token)
    )


def _ends_name(tree: Tree, token: Token) -> bool:
    """'Brotherhood of Machinists': one of the words of a longer name, and plain at the start of a sentence."""
    before = tree[token.index - 1]
    return (
        token.tag == "NNPS"
        and (before.text == "of" or before.tag == "NNP")
        and acting_noun(tree, token.index) is not None
    )
