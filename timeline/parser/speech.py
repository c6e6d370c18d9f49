"""Threats that no single word names: 'will boycott the vote unless …'. Demands and promises made by saying are lexicon rows."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.parser.mention import Mention
from timeline.parser.phrases import PLURAL
from timeline.parser.triggers import lexicon

SPEECH = frozenset(
    {"request", "threaten", "agree", "reject", "support", "accuse", "statement"}
)  # types told by speaking
HELP = frozenset({"aid", "cooperate"})
BODIES = frozenset({"GPE", "ORG", "NORP"})
TOGETHER = frozenset({"together", "jointly", "side"})
HOSTILE = frozenset({"protest", "sanction", "coerce", "assault", "retreat", "mobilize", "reject"})


def with_threats(found: Sequence[Mention]) -> list[Mention]:
    """The mentions, with hostilities that are made to depend on another's deeds read as threats, help to come as promised."""
    threat, promise, joint = (lexicon()[word, "verb"][-1] for word in ("threaten", "promise", "team up"))
    result = []
    for mention in found:
        row = (
            threat
            if _is_ultimatum(mention)
            else promise
            if _is_promise(mention)
            else joint
            if _is_joint(mention)
            else None
        )
        result.append(replace(mention, row=row) if row else mention)
    return result


def _is_promise(mention: Mention) -> bool:
    """'Peru will send nurses to Chad', 'the World Bank is to lend Chad nine million': help that is to come from a state or body."""
    tree, above = mention.tree, mention.tree.head(mention.index)
    helpers = {tree[aux].text.lower() for aux in tree.below(mention.index, "aux")}
    is_to_be = (
        "to" in helpers and above is not None and tree[above].lemma == "be" and tree[mention.index].relation == "xcomp"
    )
    givers = [head for head in mention.slots.get("subject", []) if tree[head].entity in BODIES]
    is_told = not tree.is_negated(mention.index) and tree[mention.index].relation in {"ROOT", "ccomp", "xcomp"}
    return mention.is_verb and mention.row.type in HELP and bool(givers) and is_told and (is_to_be or "will" in helpers)


def _is_joint(mention: Mention) -> bool:
    """'Chadian and Malian troops searched together', 'worked side by side', 'jointly'."""
    tree = mention.tree
    beside = {tree[child].lemma for child in tree.below(mention.index, "advmod", "npadvmod")}
    is_deed = mention.is_verb and mention.row.type in {
        "other",
        "coerce",
        "mobilize",
        "aid",
        "accuse",
        "business",
        "science",
    }
    subjects = mention.slots.get("subject", [])
    are_several = len(subjects) > 1 or ("jointly" in beside and any(tree[head].tag in PLURAL for head in subjects))
    return is_deed and are_several and bool(beside & TOGETHER)


def _is_ultimatum(mention: Mention) -> bool:
    tree = mention.tree
    has_will = any(tree[aux].text.lower() in {"will", "would", "'ll"} for aux in tree.below(mention.index, "aux"))
    clauses = tree.below(mention.index, "advcl")
    has_unless = any(tree[mark].text.lower() == "unless" for clause in clauses for mark in tree.below(clause, "mark"))
    return has_will and has_unless and mention.row.type in HOSTILE
