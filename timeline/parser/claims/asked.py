"""Asked: 'Did the navy sink the boat?', 'Can you confirm that the talks were broken off?' tell nothing; 'Who killed the judge?' and
'Why did the bridge fall?' tell what they take for granted."""

from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import SUBJECTS, Tree

HELPERS = ("aux", "auxpass")
WITHIN = frozenset({"ccomp", "xcomp", "conj", "acomp"})  # 'Is it true that …'
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
