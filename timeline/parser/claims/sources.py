"""Sources: the names of those who say what is told: who is the subject of a verb of saying, and whose claim it is."""

from timeline.parser.actors.behind import speaks_for
from timeline.parser.actors.cast import Cast
from timeline.parser.known.hedges import is_saying
from timeline.parser.sentences.arguments import noun_slots, verb_slots
from timeline.parser.sentences.phrases import is_by_chance, noun_phrase
from timeline.parser.sentences.slots import SUBJECT
from timeline.parser.sentences.tree import SUBJECTS, Tree

PROMISING = frozenset({"promise", "pledge", "vow", "warn"})
FORESEEING = frozenset({"expect", "predict", "forecast", "project", "estimate"})
# What is issued, and says nothing by itself.
PAPERS = frozenset("statement communique communiqué release letter memo filing post tweet message".split())
BESIDE = frozenset({"relcl", "acl", "nsubj"})


def claimants(tree: Tree, verb: int, cast: Cast) -> tuple[str, ...]:
    """Who is the subject of a verb of saying."""
    heads = verb_slots(tree, verb).get("subject", [])
    inner = min(tree.below(verb, "xcomp") if tree.below(verb, "auxpass") else [], default=len(tree))
    own = tree.below(verb, "nsubj")
    last = own[-1] if len(own) > 1 else 0  # 'the third raid claimed by them since it said so', a raid that said nothing
    within = [head for head in heads if last <= head < inner]  # 'is thought to have been hit by him'
    return source_names(tree, within, cast)


def claimants_of_noun(tree: Tree, noun: int, cast: Cast) -> tuple[str, ...]:
    """'Taliban allegations', "the ministry's claim", 'allegations by rebels'."""
    slots = noun_slots(tree, noun, None)
    heads = [head for slot in ("possessor", "modifier", "by", "from") for head in slots.get(slot, [])]
    return source_names(tree, [head for head in heads if not is_by_chance(tree, head)], cast)


def is_foretelling(tree: Tree, verb: int, clause: int, name: str) -> bool:
    """'promised to pay', 'warned that it would', 'Forecasters expect rain to fall': who says so of what is to come; whoever
    'expects to sell' only means to."""
    if name in PROMISING:
        return True
    has_own = bool(tree.below(clause, *SUBJECTS))
    return name in FORESEEING and has_own and not tree.below(verb, "auxpass")


def source_names(tree: Tree, heads: list[int], cast: Cast) -> tuple[str, ...]:
    """The actors' names; a source that is no actor ('state television') by its noun phrase."""
    return tuple(dict.fromkeys(name for head in heads for name in _source_names(tree, head, cast)))


def closing(tree: Tree, index: int, cast: Cast) -> tuple[str, ...]:
    """Who ends a sentence by saying that all of it was so: 'Nine died when a train left its track near Lund, officials said'."""
    below = index
    for above in tree.above(index):
        if tree[below].relation in BESIDE:
            return ()  # 'who cut their forecast, said', 'broken off in 1978'
        verbs = [*([above] if tree[below].relation == "ccomp" else []), *tree.below(above, "parataxis")]
        if (verb := next((verb for verb in verbs if verb > index and _is_saying(tree, verb)), None)) is not None:
            return claimants(tree, verb, cast)
        below = above
    return ()


def _is_saying(tree: Tree, verb: int) -> bool:
    return is_saying(tree[verb].lemma) and bool(tree.below(verb, *SUBJECT))


def _source_names(tree: Tree, head: int, cast: Cast) -> list[str]:
    """Of 'a spokesman for Acme' Acme, for which he speaks."""
    body = speaks_for(tree, head, cast)
    names = [cast.actor(member).name for member in cast.at(tree, head)]
    is_named = any(name[:1].isupper() and not name.endswith(tree[head].text) for name in names)  # not 'INS officials'
    head = head if body is None or is_named else body
    members = cast.at(tree, head)
    if members or tree[head].pos not in {"NOUN", "PROPN"}:
        return [cast.actor(member).name for member in members]
    owners = [*tree.below(head, "poss"), *(i for word, i in tree.prepositions(head) if word in {"by", "from"})]
    issuers = [name for i in owners for member in cast.at(tree, i) for name in [cast.actor(member).name]]
    return issuers if issuers and tree[head].lemma in PAPERS else [tree.words(noun_phrase(tree, head))]
