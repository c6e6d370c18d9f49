"""Threats that no single word names: 'will boycott the vote unless …'. Demands and promises made by saying are lexicon rows."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.parser.mention import Mention
from timeline.parser.triggers import lexicon

SPEECH = frozenset(
    {"request", "threaten", "agree", "reject", "support", "accuse", "statement"}
)  # types told by speaking
HOSTILE = frozenset({"protest", "sanction", "coerce", "assault", "retreat", "mobilize", "reject"})


def with_threats(found: Sequence[Mention]) -> list[Mention]:
    """The mentions, with hostilities that are made to depend on another's deeds read as threats."""
    threat = lexicon()["threaten", "verb"][-1]
    return [replace(mention, row=threat) if _is_ultimatum(mention) else mention for mention in found]


def _is_ultimatum(mention: Mention) -> bool:
    tree = mention.tree
    has_will = any(tree[aux].text.lower() in {"will", "would", "'ll"} for aux in tree.below(mention.index, "aux"))
    clauses = tree.below(mention.index, "advcl")
    has_unless = any(tree[mark].text.lower() == "unless" for clause in clauses for mark in tree.below(clause, "mark"))
    return has_will and has_unless and mention.row.type in HOSTILE
