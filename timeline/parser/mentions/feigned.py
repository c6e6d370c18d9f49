"""Feigned: what a story tells ('In the film, a spy kills a king', 'plays a nun who robs a bank') and what a drill rehearses."""

from timeline.parser.known.triggers import lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import DATES, PRESENT, SUBJECTS, Tree

WORKS = word_list("work of fiction")
PLAYING = word_list("playing a part")
REHEARSING = word_list("rehearsing")
FEIGNED = word_list("feigned")
OWNED = frozenset({"the", "his", "her", "its", "their", "a", "an"})
SHOWN = frozenset({"dobj", "pobj", "nsubjpass", "conj"})
HELPERS = frozenset({"as", "opposite"})


def is_feigned(mention: Mention) -> bool:
    """Whether it is told of in a story, or only rehearsed."""
    tree = mention.tree
    nouns = [mention.index] if not mention.is_verb else tree.below(mention.index, "nsubjpass", "nsubj", "dobj")
    is_feigned_one = not FEIGNED.isdisjoint(tree.lower) and any(_is_feigned(tree, noun) for noun in nouns)
    if is_feigned_one or (not mention.is_verb and _is_rehearsed(tree, mention.index)):
        return True
    if WORKS.isdisjoint(tree.lemmas) and PLAYING.isdisjoint(tree.lemmas):
        return False
    return _is_of_story(tree, mention.top)


def _is_feigned(tree: Tree, noun: int) -> bool:
    """'a mock attack', 'a mock trial' that was held."""
    # 'fake jewels' were stolen all the same
    is_deed = tree[noun].pos in {"NOUN", "PROPN"} and (tree[noun].lemma, "noun") in lexicon()
    return is_deed and any(tree.lower[i] in FEIGNED for i in tree.below(noun, "amod", "compound"))


def _is_rehearsed(tree: Tree, noun: int) -> bool:
    """'simulated an attack'."""
    above = tree.head(tree.first_conjunct(noun))
    is_object = above is not None and tree[tree.first_conjunct(noun)].relation in {"dobj", "nsubjpass"}
    return is_object and above is not None and tree[above].pos == "VERB" and tree[above].lemma in REHEARSING


def _is_of_story(tree: Tree, top: int) -> bool:
    """In a clause that stands, in the present and without a day, under 'in the film', 'the novel tells' or 'plays a nun who'."""
    below = top
    for above in (top, *tree.above(top)):
        if _is_present(tree, above) and not tree.has_entity(above, DATES):
            if any(word == "in" and _is_work(tree, noun) for word, noun in tree.prepositions(above)):
                return True
            if above != top and any(_is_work(tree, noun) for noun in tree.below(above, *SUBJECTS)):
                return True
        if tree[below].relation == "relcl" and _is_part(tree, above) and _is_present(tree, below):
            return True
        below = above
    return False


def _is_present(tree: Tree, verb: int) -> bool:
    """By its form: a page in the present may be read as of the past."""
    token = tree[verb]
    return token.tag in PRESENT or (token.pos == "VERB" and tree.lower[verb] in {token.lemma + "s", token.lemma + "es"})


def _is_work(tree: Tree, noun: int) -> bool:
    return tree[noun].lemma in WORKS and any(tree.lower[i] in OWNED for i in tree.below(noun, "det", "poss"))


def _is_part(tree: Tree, noun: int) -> bool:
    """'plays a nun', 'stars as a nun'."""
    head = tree.head(noun)
    if head is None or tree[noun].relation not in SHOWN or tree[noun].pos != "NOUN":
        return False
    verb = head if tree[head].pos != "ADP" else tree[head].head
    is_as = tree[head].pos != "ADP" or tree.lower[head] in HELPERS
    return is_as and tree[verb].lemma in PLAYING and any(tree.lower[i] in {"a", "an"} for i in tree.below(noun, "det"))
