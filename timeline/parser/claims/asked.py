"""Asked: 'Did the navy sink the boat?', 'Can you confirm that the talks were broken off?' tell nothing; 'Who killed the judge?' and
'Why did the bridge fall?' tell what they take for granted."""

from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import SUBJECTS, Tree

HELPERS = ("aux", "auxpass")
WITHIN = frozenset({"ccomp", "xcomp", "conj", "acomp"})  # 'Is it true that …'
QUESTIONS = frozenset({"whether", "if", "about", "what", "why", "how", "when", "who", "where", "which"})
LET = frozenset({"authorise", "authorize", "allow", "permit", "clear", "empower"})
SPEAKING = frozenset({"speak", "talk", "comment", "brief", "discuss"})
NAMING = frozenset({"name", "identify", "quote", "cite"})
ASKING = frozenset({"who", "whom", "what", "which", "when", "where", "why", "how", "whose"})


def is_asked(mention: Mention) -> bool:
    """Whether all that is said of it is a question that yes or no answers."""
    tree = mention.tree
    if "?" not in tree.lemmas:
        return False
    current: int | None = mention.top
    is_inside = mention.is_verb or mention.carrier is not None or tree[mention.index].relation == "attr"
    while current is not None and is_inside:
        if _is_inverted(tree, current):
            return True
        is_presumed = any(
            tree[child].lemma in ASKING for child in tree.below(current, "mark", "advmod", "nsubj", "dobj")
        )
        is_inside = tree[current].relation in WITHIN | {"attr"} and not is_presumed
        current = tree.head(current)
    return False


def _is_inverted(tree: Tree, verb: int) -> bool:
    """Its helper, or 'be' itself, stands before its subject, and no 'who' or 'why' before both."""
    subject = tree.first(verb, *SUBJECTS, "expl")
    helpers = tree.below(verb, *HELPERS) or ([verb] if tree[verb].lemma == "be" else [])
    if subject is None or not helpers or helpers[0] > subject or "?" not in tree.lower[subject:]:
        return False
    return ASKING.isdisjoint(tree.lower[tree.subtree(verb)[0] : helpers[0]])


def is_of_interview(mention: Mention) -> bool:
    """Words that only tell how something came to be said: 'Asked whether it was true, he said', 'who asked not to be named', 'not
    authorised to speak', 'as he put it', 'calling themselves X',
    'Ann Reed, prosecuting, said'; 'asked by Paris to leave' and 'asked for help' are deeds."""
    tree, index = mention.tree, mention.index
    if not mention.is_verb:
        return False
    lemma = tree[index].lemma
    if lemma in {"prosecute", "defend"} and tree[index].tag == "VBG":
        return not tree.below(index, "dobj", *HELPERS) and tree.lower[index - 1] == "," == tree[index + 1].text
    if lemma in {"ask", "question", "press", "quiz"}:
        return _is_put_to(tree, index) or _is_kept_nameless(tree, index)
    if lemma in LET:
        return tree.is_negated(index) and any(tree[i].lemma in SPEAKING for i in tree.below(index, "xcomp"))
    if lemma not in {"put", "call"}:
        return False
    objects = {tree.lower[i] for i in (*tree.below(index, "dobj"), *tree.below(index, "ccomp"))}
    if lemma == "put":
        marks = {tree.lower[i] for i in tree.below(index, "mark", "advmod")}
        return "it" in objects and "as" in marks
    named = {
        tree.lower[i] for clause in tree.below(index, "ccomp", "oprd", "xcomp") for i in tree.below(clause, "nsubj")
    }
    return any(word.endswith(("self", "selves")) for word in objects | named)


def _is_put_to(tree: Tree, verb: int) -> bool:
    """A participle that hangs on what was answered, with what was asked right behind it: 'Asked about the raid, …'."""
    is_aside = tree[verb].tag == "VBN" and not tree.below(verb, *HELPERS, *SUBJECTS)
    return is_aside and tree.lower[verb + 1 : verb + 2] != () and tree.lower[verb + 1] in QUESTIONS


def _is_kept_nameless(tree: Tree, verb: int) -> bool:
    """'asked not to be named', 'asked to remain anonymous'."""
    for clause in tree.below(verb, "xcomp", "ccomp"):
        is_named = (
            tree[clause].lemma in NAMING and bool(tree.below(clause, "neg")) and bool(tree.below(clause, "auxpass"))
        )
        if is_named or any(tree[i].lemma in {"anonymous", "anonymity", "unnamed"} for i in tree.subtree(clause)):
            return True
    return False
