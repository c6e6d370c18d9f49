"""Speech acts that no single word names: 'will boycott the vote unless …' threatens, 'will not disarm' refuses.

Demands and promises made by saying are rows.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.parser.known.triggers import TriggerRow, classes, lexicon
from timeline.parser.mentions.crowds import is_joint_venture, is_march
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.scene import Scene, is_one_of
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import Tree

# Types told by speaking.
SPEECH = frozenset({"request", "threaten", "agree", "reject", "support", "accuse", "statement"})
HELP = frozenset({"aid", "cooperate"})
ROOM = frozenset({"retreat", "concede"})
FRIENDLY = HELP | ROOM | {"consult", "agree", "support"}
HOSTILE = frozenset({"protest", "sanction", "coerce", "assault", "retreat", "mobilize", "reject"})
PUNISHING = frozenset({"protest", "sanction", "coerce", "assault", "mobilize"})
CONDITIONAL = frozenset({"will", "would", "'ll", "may", "might", "could"})
BODIES = frozenset({"GPE", "ORG", "NORP"})
ACTING = frozenset(
    [
        "POWER",
        "GPE",
        *"movement party union opposition group side president premier leader minister authority king".split(),
    ]
)
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
INVERTED = frozenset({"should", "were", "had"})  # 'should the law be passed'
WILLING = frozenset({"will", "would", "wo", "'ll", "'d", "can", "ca", "could"})
VOWING = frozenset(
    {"vow", "swear", "pledge", "promise", "say", "announce", "declare", "warn", "state", "insist", "tell"}
)


def with_threats(found: Sequence[Mention], scene: Scene) -> list[Mention]:
    """The mentions, with hostilities that are made to depend on another's deeds read as threats, help to come as promised,
    what somebody will not do as refused, what two states do as done together, and what crowds do for a demand as protests."""
    return [_turned(mention, scene) if mention.is_verb else mention for mention in found]


def _turned(mention: Mention, scene: Scene) -> Mention:
    if _is_ultimatum(mention) or _is_vow(mention):
        return replace(mention, row=lexicon()["threaten", "verb"][-1])
    if _is_refusal(mention, scene):
        return replace(mention, row=lexicon()["refuse", "verb"][-1], is_turned=True)
    if _is_promise(mention, scene):
        return replace(mention, row=lexicon()["promise", "verb"][-1])
    if is_march(mention, scene):
        return replace(mention, row=lexicon()["demonstrate", "verb"][0])
    return replace(mention, row=lexicon()["team up", "verb"][-1]) if is_joint_venture(mention, scene) else mention


def find_refusal(scene: Scene, index: int, slots: Slots) -> TriggerRow | None:
    """The row of 'will not accept the plan', said of a state, a party or an armed group; None for any other verb."""
    tree = scene.tree
    if not _helpers(tree, index) & WILLING or tree[index].relation not in CLAUSES:
        return None
    return lexicon()["refuse", "verb"][-1] if _is_acting(scene, slots) else None


def may_refuse(tree: Tree, index: int) -> bool:
    """'not accept', 'not attend': by its words alone, asked before anything else."""
    return tree[index].lemma in classes()["yielding"] and tree.is_negated(index)


def is_inverted(tree: Tree, clause: int) -> bool:
    """'should the law be passed': a condition without an 'if'."""
    subjects = tree.below(clause, "nsubj", "nsubjpass")
    return bool(subjects) and any(
        tree.lower[helper] in INVERTED and helper < min(tree.subtree(subjects[0]))
        for helper in tree.below(clause, "aux", "auxpass")
    )


def _helpers(tree: Tree, index: int) -> set[str]:
    return {tree[helper].text.lower() for helper in tree.below(index, "aux")}


def _is_acting(scene: Scene, slots: Slots) -> bool:
    return any(is_one_of(scene, head, ACTING) for head in slots.get("subject", []))


def _is_ultimatum(mention: Mention) -> bool:
    """'will boycott the vote unless …', 'will recall its envoy should it be passed', 'may freeze aid if it does not pay'."""
    if mention.row.type not in HOSTILE:
        return False
    tree = mention.tree
    joined = tree.conjuncts(tree.first_conjunct(mention.index))
    helpers = _helpers(tree, mention.index) or _helpers(tree, joined[0])
    if not helpers & CONDITIONAL:
        return False
    words = {"unless", "if"} if mention.row.type in PUNISHING and "subject" in mention.slots else {"unless"}
    clauses = [clause for verb in joined for clause in tree.below(verb, "advcl")]
    return any(_opens_with(tree, clause, words) or is_inverted(tree, clause) for clause in clauses)


def _is_vow(mention: Mention) -> bool:
    """'vowed to march on the capital unless …'."""
    tree = mention.tree
    is_bound = mention.lemma in VOWING and mention.row.type == "agree"
    clauses = (mention.index, *mention.slots.get("clause", []))
    return is_bound and any(
        _opens_with(tree, inner, {"unless"}) for clause in clauses for inner in tree.below(clause, "advcl")
    )


def _opens_with(tree: Tree, clause: int, words: set[str]) -> bool:
    return any(tree[mark].text.lower() in words for mark in tree.below(clause, "mark"))


def _is_refusal(mention: Mention, scene: Scene) -> bool:
    """'The movement will not disarm': what a state, a party or an armed group says it will not do for others."""
    is_negated = mention.row.type in FRIENDLY and mention.tree.is_negated(mention.index)
    return is_negated and find_refusal(scene, mention.index, mention.slots) is not None


def _is_promise(mention: Mention, scene: Scene) -> bool:
    """'Peru will send nurses to Chad', 'the World Bank is to lend Chad nine million': help that is to come from a state or body."""
    if mention.row.type not in HELP | ROOM:
        return False
    tree, above, helpers = mention.tree, mention.tree.head(mention.index), _helpers(mention.tree, mention.index)
    relation = tree[mention.index].relation
    is_to_be = "to" in helpers and above is not None and tree[above].lemma == "be" and relation == "xcomp"
    givers = [head for head in mention.slots.get("subject", []) if tree[head].entity in BODIES]
    is_room = mention.row.type in ROOM and relation == "ccomp"  # 'will free the pilot, diplomats said'
    is_help = (mention.row.type in HELP and bool(givers)) or (is_room and _is_acting(scene, mention.slots))
    is_told = not tree.is_negated(mention.index) and relation in {"ROOT", "ccomp", "xcomp"}
    return is_help and is_told and (is_to_be or "will" in helpers)
