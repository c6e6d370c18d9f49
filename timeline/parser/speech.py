"""Speech acts that no single word names: 'said Sudan must return it' demands, 'will boycott unless …' threatens."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.parser.arguments import SUBJECT, verb_slots
from timeline.parser.mention import Mention
from timeline.parser.tree import Tree
from timeline.parser.triggers import TriggerRow, lexicon

SAYING = frozenset(
    {"say", "tell", "announce", "declare", "conclude", "state", "insist", "stress", "argue", "add", "write"}
)
DUTY = frozenset({"must", "should", "ought"})
HOSTILE = frozenset({"protest", "sanction", "coerce", "assault", "retreat", "mobilize", "reject"})


def with_speech_acts(tree: Tree, found: Sequence[Mention]) -> list[Mention]:
    """The mentions with demands made by saying what another must do, and conditional hostilities read as threats."""
    known = {mention.index for mention in found}
    demands = [
        Mention(tree, token.index, _row("demand"), verb_slots(tree, token.index), token.lemma)
        for token in tree.sentence.tokens
        if token.index not in known and _is_demand(tree, token.index)
    ]
    threats = [_as_threat(mention) if _is_ultimatum(mention) else mention for mention in found]
    return sorted([*threats, *demands], key=lambda mention: mention.index)


def _row(lemma: str) -> TriggerRow:
    return lexicon()[lemma, "verb"][-1]


def _is_demand(tree: Tree, index: int) -> bool:
    """A verb of saying over a clause in which someone else, who is named, must do something."""
    if tree[index].pos != "VERB" or tree[index].lemma not in SAYING:
        return False
    speakers = {tree[i].lemma for i in tree.below(index, *SUBJECT)}
    for clause in tree.below(index, "ccomp"):
        subjects = tree.below(clause, *SUBJECT)
        has_duty = any(tree[aux].text.lower() in DUTY for aux in tree.below(clause, "aux"))
        if has_duty and subjects and tree[subjects[0]].pos != "PRON" and tree[subjects[0]].lemma not in speakers:
            return tree[clause].lemma != "be"
    return False


def _is_ultimatum(mention: Mention) -> bool:
    tree = mention.tree
    has_will = any(tree[aux].text.lower() in {"will", "would", "'ll"} for aux in tree.below(mention.index, "aux"))
    clauses = tree.below(mention.index, "advcl")
    has_unless = any(tree[mark].text.lower() == "unless" for clause in clauses for mark in tree.below(clause, "mark"))
    return has_will and has_unless and mention.row.type in HOSTILE


def _as_threat(mention: Mention) -> Mention:
    return replace(mention, row=_row("threaten"))
