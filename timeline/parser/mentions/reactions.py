"""Reactions: whose deed or words are judged by 'called the move reckless', 'rejected the plan', 'denied this'.

What is judged need be no happening of its own ('Acme plans to cut 90 posts. The union rejected the plan'): it is whoever the clause
before is about.
"""

from collections.abc import Iterator, Mapping, Sequence

from timeline.model.statement import Actor, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.known.hedges import effects
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.particular import KNOWN
from timeline.parser.sentences.tree import SUBJECTS, Tree

JUDGING = frozenset({"reject", "accuse", "support", "protest", "statement"})
DEEDS = word_list("deed told of")
WORDS = word_list("words told of")
DOUBTING = frozenset("deny dispute reject dismiss contest refute".split())  # 'it' that is doubted is what somebody said
BARE = frozenset({"it", "this", "that"})
SLOTS = ("object", "against", "to", "on", "of", "with", "about")
RULINGS = frozenset({"ruling", "verdict", "judgment", "judgement", "acquittal", "conviction"})
STEPS = DEEDS | RULINGS
COURTS = frozenset("court courts tribunal judge judges jury justices panel arbitrator magistrate magistrates".split())
REACH = 3  # sentences back
CALLING = frozenset({"call", "describe", "brand", "dub", "term"})
COMMENTING = frozenset(
    {"say", "tell", "add", "speak", "welcome", "praise", "comment", "react", "note", "oppose", "back"}
)
MORE = ("prep", "relcl", "acl", "poss", "amod")


def judged(draft: Draft, cast: Cast, trees: Sequence[Tree], places: Mapping[int, int]) -> list[Actor]:
    """Who did or said what a reaction without a target is about; `places` are those of the sentences among the trees."""
    mention = draft.mention
    if mention.row.type not in JUDGING or any(role.name is RoleName.TARGET for role in draft.roles):
        return []
    heads = [head for slot in SLOTS for head in mention.slots.get(slot, [])]
    for head in heads:
        is_said = _is_of_words(mention, head)
        if is_said or _is_told_of(mention.tree, head, STEPS):
            before = trees[max(0, places[mention.tree.sentence.index] - REACH) : places[mention.tree.sentence.index]]
            if not is_said and mention.tree[head].lemma in RULINGS:
                return _others(draft, _judges(cast, before))
            if not is_said:
                before = [tree for tree in before if not _is_comment(tree, _root(tree))]
            last = before[-1] if before else None
            return _others(draft, _doers(cast, *_clause(mention, head, last), is_said=is_said))
    return []


def is_of_ruling(mention: Mention) -> bool:
    """'welcomed the ruling'."""
    if RULINGS.isdisjoint(mention.tree.lemmas):
        return False
    heads = (head for slot in SLOTS for head in mention.slots.get(slot, []))
    return any(mention.tree[head].lemma in RULINGS and _is_told_of(mention.tree, head, RULINGS) for head in heads)


def _judges(cast: Cast, before: Sequence[Tree]) -> Iterator[Actor]:
    """The court that the sentences before tell of, the last first: 'the ruling' is nobody else's."""
    for tree in reversed(before):
        root = _root(tree)
        named = {tree.lower[i] for subject in tree.below(root, "nsubj", "agent") for i in tree.subtree(subject)}
        doers = list(_doers(cast, tree, root, is_said=False))
        if not COURTS.isdisjoint(named | {word for actor in doers for word in actor.name.lower().split()}):
            yield from doers
            return


def _is_comment(tree: Tree, verb: int) -> bool:
    """'called it baseless', 'said she was happy', 'spoke in Lima', 'welcomed it': no deed that somebody judges then."""
    if tree[verb].lemma in CALLING:
        return bool(tree.below(verb, "oprd", "ccomp", "advcl")) or "as" in tree.lower[verb:]
    if tree[verb].lemma not in COMMENTING:
        return False
    inner = tree.below(verb, "ccomp")
    return not inner or all(tree[i].lemma == "be" and bool(tree.below(i, "acomp")) for i in inner)


def _is_of_words(mention: Mention, head: int) -> bool:
    """'the remark', and what is denied."""
    is_bare = mention.tree[head].text.lower() in BARE and mention.tree[head].relation == "dobj"
    return (is_bare and mention.lemma in DOUBTING) or _is_told_of(mention.tree, head, WORDS)


def _is_told_of(tree: Tree, head: int, words: frozenset[str]) -> bool:
    """'the step', with nothing more said of it; 'that' of 'a step that Peru deplored'."""
    if (named := _apposed(tree, head)) is not None:
        return tree[named].lemma in words
    is_marked = any(tree[child].text.lower() in KNOWN for child in tree.below(head, "det"))
    called = tree.below(head, "compound") if tree[tree[head].head].lemma == "call" else []  # 'called the cuts panic'
    return is_marked and any(tree[i].lemma in words for i in (head, *called)) and not tree.below(head, *MORE)


def _apposed(tree: Tree, head: int) -> int | None:
    """'step' of ', a step that …', for 'that'."""
    clause = tree.clause(head)
    is_relative = tree[head].tag in {"WDT", "WP"} and tree[clause].relation == "relcl"
    return (
        tree[clause].head if is_relative and tree[tree[clause].head].relation in {"appos", "dobj", "npadvmod"} else None
    )


def _clause(mention: Mention, head: int, before: Tree | None) -> tuple[Tree | None, int]:
    """The clause told before, as its tree and verb: of the same sentence where another does something there, else the last."""
    tree = mention.tree
    if _apposed(tree, head) is not None:
        return tree, _root(tree)
    first = tree.first_conjunct(mention.top)
    own = tree.below(mention.top, *SUBJECTS)
    if first != mention.top and own and tree.below(first, *SUBJECTS):
        return tree, first
    return before, _root(before) if before is not None else 0


def _root(tree: Tree) -> int:
    return next(token.index for token in tree.sentence.tokens if token.head == token.index)


def _doers(cast: Cast, tree: Tree | None, verb: int, *, is_said: bool) -> Iterator[Actor]:
    """Who does what a clause tells; for what is only said, in a clause that reports it, who does that or who says it."""
    if tree is None or tree[verb].pos not in {"VERB", "AUX"}:
        return
    inner = next((i for i in tree.below(verb, "ccomp") if (tree[verb].lemma, "verb") in effects()), None)
    if inner is not None and not is_said and not _is_wish(tree, inner):
        doers = list(_doers(cast, tree, inner, is_said=False))
        if doers:
            yield from doers
            return
    heads = tree.below(verb, "nsubj") or [i for by in tree.below(verb, "agent") for i in tree.below(by, "pobj")]
    yield from (cast.actor(member) for head in heads for one in tree.conjuncts(head) for member in cast.at(tree, one))


def _is_wish(tree: Tree, verb: int) -> bool:
    """'The mayor said tourists should pay': the mayor's own proposal."""
    return any(tree[i].text.lower() in {"should", "must", "ought"} for i in tree.below(verb, "aux"))


def _others(draft: Draft, actors: Iterator[Actor]) -> list[Actor]:
    """Those who are not one with whoever reacts."""
    own = [role.actor for role in draft.roles]
    names = {name for actor in own for name in (actor.name, actor.acts_for) if name}
    return [actor for actor in dict.fromkeys(actors) if actor.name not in names and actor.acts_for not in names]
