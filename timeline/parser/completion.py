"""Completion: what a headline lacks to be read alone: who acts, what a pronoun stands for, whom a bare noun is about."""

from collections.abc import Sequence

from timeline.model.statement import Place, Role, RoleName
from timeline.parser.mention import Mention
from timeline.parser.phrases import noun_phrase
from timeline.parser.tree import Tree
from timeline.parser.triggers import frames

RELATIVE_TAGS = frozenset({"WDT", "WP"})
SINGULAR = frozenset({"NN"})
PLURAL = frozenset({"NNS"})
STANDING = {"it": SINGULAR, "they": PLURAL}  # pronouns and the nouns they may stand for
WEATHER = frozenset({"rain", "snow", "hail", "thunder", "freeze", "thaw"})
PREPOSITIONS = ("on", "of", "against", "with", "to", "for")
NOUNS = frozenset({"NOUN", "PROPN"})
LOOSE = frozenset({"VBG", "TO"})
MOST_NAMES = 3
MOST_WORDS = 8  # of who spoke, when what was said is put behind
INNER_SIGNS = frozenset({",", "-", "’", "'"})


def subject_words(tree: Tree, subject: int) -> str:
    """The noun phrase of a subject, or of what a relative pronoun stands for; '' for any other pronoun."""
    if tree[subject].tag in RELATIVE_TAGS:
        clause = tree.first_conjunct(tree[subject].head)
        subject = tree[clause].head if tree[clause].relation == "relcl" else subject
    return tree.words(noun_phrase(tree, subject)) if tree[subject].pos in NOUNS else ""


def antecedent(tree: Tree, pronoun: int, before: Tree | None) -> str:
    """What 'it' or 'they' most likely stands for: the last such noun said before it, else the subject of the sentence before."""
    wanted = STANDING.get(tree[pronoun].text.lower())
    if wanted is None or tree[tree[pronoun].head].lemma in WEATHER:
        return ""
    own = [i for i in range(pronoun) if tree[i].tag in wanted and _is_thing(tree, i)]
    if own:
        return tree.words(noun_phrase(tree, own[-1]))
    subjects = [] if before is None else _main_subjects(before)
    fitting = [i for i in subjects if before is not None and before[i].tag in wanted]
    return before.words(noun_phrase(before, fitting[0])) if fitting and before is not None else ""


def is_loose(tree: Tree, first: int) -> bool:
    """A headline must not begin so: 'To bring a blaze under control', 'Ending a lawsuit'."""
    return tree[first].tag in LOOSE


def with_parties(text: str, mention: Mention, roles: Sequence[Role], place: Place | None) -> str:
    """'Ceasefire' alone becomes 'Ceasefire between A and B', 'Attack' becomes 'Attack on A' or 'Attack in Lima'."""
    by_role = {name: [role.actor.name for role in roles if role.name is name] for name in RoleName}
    parts = []
    if len(by_role[RoleName.PARTICIPANT]) > 1:
        parts.append(f"between {_joined(by_role[RoleName.PARTICIPANT])}")
    agents = by_role[RoleName.AGENT] or by_role[RoleName.MEDIATOR]
    if agents := [name for name in agents if name.split()[-1].lower() not in text.lower()]:
        parts.append(f"by {_joined(agents)}")
    targets = [name for name in by_role[RoleName.TARGET] if name.split()[-1].lower() not in text.lower()]
    if targets:
        parts.append(f"{_preposition(mention)} {_joined(targets)}")
    if not parts and place is not None:
        parts.append(f"in {place.name}")
    return " ".join([text, *parts])


def with_content(text: str, mention: Mention) -> str:
    """'Anna Blau said' with what she said, where it stands before the verb of saying."""
    tree, verb = mention.tree, mention.index
    clauses = [clause for clause in tree.below(verb, "ccomp") if clause < verb]
    if mention.row.type != "statement" or not clauses or len(text.split()) > MOST_WORDS:
        return text
    said = [i for i in tree.subtree(clauses[0]) if tree[i].pos != "PUNCT" or tree[i].text in INNER_SIGNS]
    while said and tree[said[-1]].pos in {"PUNCT", "ADP", "CCONJ"}:
        said.pop()
    return f"{text}: {tree.words(said)}" if said else text


def _is_thing(tree: Tree, index: int) -> bool:
    """The head of a phrase of its own, and no date."""
    return not tree[index].entity and tree[index].relation in {"nsubj", "nsubjpass", "dobj", "pobj"}


def _main_subjects(tree: Tree) -> list[int]:
    roots = [token.index for token in tree.sentence.tokens if token.relation == "ROOT"]
    return [subject for root in roots for subject in tree.below(root, "nsubj", "nsubjpass")]


def _joined(names: Sequence[str]) -> str:
    *others, last = names[:MOST_NAMES]
    return f"{', '.join(others)} and {last}" if others else last


def _preposition(mention: Mention) -> str:
    """The one that the row's frame reads its target from."""
    slots = [slot for slot, role in frames().get(mention.row.frame, ()) if role is RoleName.TARGET]
    return next((word for word in PREPOSITIONS if word in slots), "of")
