"""Circumstances: who takes no part by the words alone, though a slot holds him: with whom somebody left, for where, and nobody."""

from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.quantities.money import currencies
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

SITES = word_list("site")
NO = frozenset({"no"})
ASKED = frozenset({"object", "indirect", "to"})
GOALS = frozenset({"to", "in", "into", "of", "object", "for"})
TRADED = frozenset({"on", "in", "at"})
CALLED_OFF = frozenset({"cut", "cancel", "break", "postpone", "call", "abandon", "shorten", "scrap"})
BARRING = frozenset({"ban", "decree"})  # frames
DENYING = frozenset({"deny"})
CONTENTS = frozenset({"clause_object", "clause_subject"})
LEAVING = frozenset({"leave", "depart", "head"})
QUOTES = frozenset({'"', "“", "``"})
GATHERINGS = frozenset({"Summit", "Games", "Olympics", "Championship", "Championships"})
ACTING = frozenset({"subject", "by", "possessor"})
ABOARD = frozenset({"board", "aboard"})


def is_circumstance(mention: Mention, head: int, slot: str) -> bool:
    """By the words alone: with whom somebody left, for where, what he is called, and nobody."""
    tree = mention.tree
    if slot not in ACTING and tree[head].text in GATHERINGS:
        return True  # 'went there for the Andes Summit'
    if tree[head].lemma.lower() in currencies() and tree.below(head, "nummod"):
        return True  # 'for nine million Swiss francs'
    if slot == "with" and any(tree[i].text.lower() in ABOARD for i in tree.subtree(tree[head].head)):
        return True
    is_said_of = tree[tree.first_conjunct(head)].relation == "oprd"
    if is_said_of and any(tree[i].relation == "dobj" for i in mention.slots.get(slot, [])):
        return True  # 'called him a thief'
    if mention.row.frame == "office" and tree[tree.first_conjunct(head)].relation == "attr":
        return True  # 'became a judge'
    if slot == "for" and mention.row.type == "request" and not ASKED.isdisjoint(mention.slots):
        return tree[head].tag in PLURAL and not tree.below(head, "det", "poss")  # 'asked Ottawa for soldiers'
    if slot in GOALS and is_called_off(mention):
        return True
    if slot in CONTENTS and mention.lemma in DENYING:
        return True  # 'denied shelling them'
    if slot == "at" and "subject" in mention.slots and mention.row.frame == "make":
        return True  # 'shut down its lines at two breweries'
    if slot == "between" and mention.row.frame == "crash" and mention.is_verb:
        return True  # 'derailed between Lyon and Grenoble'
    if slot == "from" and mention.row.frame == "supply" and mention.is_verb:
        return True  # 'were rescued from Ben Nevis'
    is_held = mention.row.type == "coerce" and mention.is_verb and "object" in mention.slots
    if is_held and (slot == "at" or (slot == "on" and mention.row.mode == "arrest")):
        return True  # 'was arrested at Manila airport'
    if slot == "in" and "object" in mention.slots and mention.row.frame in BARRING:
        return True  # 'closed the schools in Chad'
    if slot == "to" and mention.row.frame == "supply" and tree[head].lemma.lower() in SITES:
        return tree[head].pos == "PROPN"  # 'was taken to Hope Hospital'
    if slot == "for" and (mention.lemma in LEAVING or _is_titled(tree, head)):
        return True  # 'left for Peru', 'won a prize for "Salt Road"'
    if slot == "in" and mention.row.frame == "visit" and "object" in mention.slots:
        return True  # 'visited the wounded in hospital'
    is_nobody = tree[head].tag == "NN" and tree.has(head, "det", NO)
    return is_nobody or is_market(tree, head, slot)  # 'no winner was picked'


def is_market(tree: Tree, head: int, slot: str) -> bool:
    """'fell on the Oslo Exchange'."""
    return slot in TRADED and tree[head].text == "Exchange"


def _is_titled(tree: Tree, head: int) -> bool:
    """'for "Salt Road"'."""
    first = tree.subtree(head)[0]
    return bool({tree[max(first - 1, 0)].text, tree[first].text} & QUOTES)


def is_called_off(mention: Mention) -> bool:
    """'cut short a visit to Chad': nothing is done to Chad."""
    words = {mention.tree[mention.top].lemma, mention.tree[mention.index].lemma}
    return mention.row.frame == "visit" and not CALLED_OFF.isdisjoint(words)
