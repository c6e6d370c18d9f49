"""Habits: verbs that tell what is usual, what lasts or what somebody thinks, and no happening: 'shops sell soap', 'they would
often march', 'I think they will sell'."""

from timeline.model.types import BLOWS, COMMENTS
from timeline.parser.known.forms import is_of_either_tense
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import DATES, FINITE, PRESENT, SUBJECTS, Tree, remembered

USUAL = word_list("usual")
YOU = frozenset({"you"})
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass"})
OFTEN = frozenset(
    "time minute hour day night morning afternoon evening week weekend fortnight month season summer winter spring autumn year "
    "decade century".split()
)
TENDING = frozenset({"tend", "love", "like", "use"})  # with an infinitive
THINKING = frozenset({"think", "believe", "feel", "guess", "suppose", "wish", "need", "doubt", "bet", "know"})
SPEAKERS = frozenset({"i", "we", "you"})
OURS = frozenset({"our", "my", "your"})
SIDING = frozenset({"oppose", "support", "favour", "favor", "back"})
STANCES = COMMENTS | {"agree", "concede"}  # 'farmers blame the ministry', 'Hungary insists': somebody says so now
TURNS = BLOWS | {"coerce", "retreat", "mobilize", "appointment", "election", "legal", "death"}


def is_habit(mention: Mention) -> bool:
    """A verb that tells what is usual, lasting or thought."""
    tree, index = mention.tree, mention.index
    if tree[index].relation == "xcomp" and tree[tree[index].head].lemma in TENDING:
        return not tree.below(tree[index].head, "dobj")  # 'used a sermon to denounce them'
    if tree.lower[index] == "used" and any(tree[i].tag == "VB" for i in tree.below(index, "xcomp")):
        return not tree.below(index, "dobj")  # 'used tear gas to clear the square'
    if tree.has(index, "nsubj", YOU):
        return True  # 'by reading on you accept our terms'
    if is_usual(tree, index):
        return True
    is_lasting = is_in_present(tree, index) and _is_timeless(mention)
    is_so = is_lasting or _is_of_ours(tree, index) or _is_thought(tree, index)
    return is_so and not tree.has_entity(index, DATES)


def is_usual(tree: Tree, verb: int) -> bool:
    """'They often march', 'would often march'; 'hit the coast every year', whose form is that of the present, too."""
    if USUAL.isdisjoint(tree.lower):  # as in most sentences
        return False
    helpers = [tree.lower[child] for child in tree.below(verb, "aux")]
    is_open = not helpers and tree[verb].tag == "VBD" and tree[verb].text == tree[verb].lemma
    is_perfect = tree[verb].tag == "VBN" and not {"has", "have"}.isdisjoint(helpers)
    if not (is_open or is_perfect or "would" in helpers or is_in_present(tree, verb)):
        return False
    words = {tree.lower[child] for child in tree.subtree(verb) if _is_of_deed(tree, child, verb)} & USUAL
    return "every" in words if is_open or is_perfect else bool(words)


def _is_of_deed(tree: Tree, word: int, verb: int) -> bool:
    """Not 'every week' of 'have agreed to meet every week'."""
    clause = tree.clause(word)
    return not _is_of_thing(tree, word) and (clause == verb or tree[clause].relation != "xcomp")


def _is_of_thing(tree: Tree, word: int) -> bool:
    """'checked every lorry', 'ignored every rule'; 'at every launch' says how often, and so does 'every week'."""
    head = tree[tree[word].head]
    is_counted = tree.lower[word] == "every" and head.pos == "NOUN" and head.lemma not in OFTEN
    return is_counted and head.relation in ARGUMENTS and tree[word].entity not in DATES


@remembered
def is_in_present(tree: Tree, verb: int) -> bool:
    """'is', 'falls', 'is held'."""
    finite = [tree[child] for child in tree.below(verb, "aux", "auxpass") if tree[child].tag in FINITE]
    if not finite:
        return tree[verb].tag in PRESENT
    return finite[0].lemma == "be" and finite[0].tag in PRESENT and tree[verb].tag == "VBN"


def _is_timeless(mention: Mention) -> bool:
    """'Shops sell soap', 'the law forbids it': the simple present of a deed, without a date; not 'rebels seize the radio
    station', which is reported as it happens."""
    tree, index = mention.tree, mention.index
    if tree[index].tag not in PRESENT or tree.below(index, "aux", "auxpass"):
        return False
    has_known_object = any(_is_definite(tree, head) for head in mention.slots.get("object", []))
    if has_known_object and is_of_either_tense(tree.lower[index]):
        return False  # 'Sharks beat Tigers': of either tense
    if tree[index].lemma in SIDING and tree[index].relation == "relcl":
        return True  # 'those who oppose the return'
    if mention.row.type in STANCES or mention.carrier is not None:
        return False
    return mention.row.type not in TURNS or not has_known_object


def _is_definite(tree: Tree, head: int) -> bool:
    """'the station', 'Lima'."""
    is_known = any(tree[child].text.lower() == "the" for child in tree.below(head, "det"))
    return tree[head].pos == "PROPN" or (is_known and tree[head].tag == "NN")


def _is_of_ours(tree: Tree, index: int) -> bool:
    """'our customers are buying less'."""
    if OURS.isdisjoint(tree.lower):
        return False
    helpers = [tree[child] for child in tree.below(index, "aux")]
    if not is_in_present(tree, index) and not (helpers and helpers[0].tag in PRESENT and tree[index].tag == "VBG"):
        return False
    subjects = tree.below(index, *SUBJECTS)
    return any(tree[child].text.lower() in OURS for head in subjects for child in tree.below(head, "poss"))


def _is_thought(tree: Tree, index: int) -> bool:
    """'I think it is good that they will sell', 'we need to stop selling'."""
    for above in tree.above(index) if not SPEAKERS.isdisjoint(tree.lower) else ():
        if tree[above].lemma in THINKING and tree[above].tag not in {"VBN", "VBD", "VBG"}:
            return any(tree[child].text.lower() in SPEAKERS for child in tree.below(above, "nsubj"))
    return False
