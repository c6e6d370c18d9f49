"""Answers: what a refusal, a welcome or a reproach is about, when it names a happening told before: 'rejected the criticism'."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Actor, Role, RoleName
from timeline.model.types import BLOWS
from timeline.parser.actors.cast import Cast
from timeline.parser.claims.denials import REPLIES
from timeline.parser.known.hedges import is_saying
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.mentions.reactions import DOUBTING, is_of_ruling, judged
from timeline.parser.sentences.tree import Tree

ANSWERING = frozenset({"reject", "accuse", "support", "concede", "statement"})
SLOTS = ("object", "on", "of", "against", "to", "with", "for")
POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
CONTENTS = frozenset({"of", "for", "from", "by", "to", "on", "about", "over", "against"})  # what is said more of it
WRITTEN = REPLIES | {
    "document",
    "article",
    "story",
    "paper",
    "letter",
    "statement",
    "study",
    "figure",
    "estimate",
    "video",
}
WRITING = frozenset("report write publish say claim allege state issue release print describe suggest add tell".split())
CHOOSING = frozenset("name nominate appoint pick choose propose select".split())
CHOICES = frozenset({"nomination", "appointment", "choice"})
# 'the jury threw it out'
PUT_FORWARD = frozenset({"request", "protest", "accuse", "agree", "support", "aid", "concede"})
ANYTHING = frozenset({"decision", "move", "step", "measure", "news"})  # of the sentence before, whatever it was
DIFFUSE = frozenset({"violence", "unrest"})  # nobody's in particular
RESPONDING = frozenset({"respond", "reply", "retaliate", "counter"})
# Of what is decided, which no reproach is.
DECIDING = frozenset(
    {"legal", "coerce", "sanction", "concede", "retreat", "appointment", "election", "agree", "business", "aid"}
)
OPINIONS = frozenset({"accuse", "support", "statement", "protest"})  # and these are no decisions
CONTESTING = frozenset({"challenge", "contest"})
REACH = 12  # happenings back
STEM = 5  # letters that 'expel' and 'expulsion' do not have in common, but 'shell' and 'shelling'


def answered(mention: Mention, earlier: Sequence[Mention]) -> int | None:
    """The number of the earlier mention, in text order, that the argument of a mention names again; the latest of its type."""
    if not _may_answer(mention):
        return None
    heads = [head for slot in SLOTS for head in mention.slots.get(slot, [])]
    named = [head for head in heads if _points(mention.tree, head)]
    types = {kind for head in named for kind in _types(mention.tree, head)}
    is_choice = any(mention.tree[head].lemma in CHOICES for head in named)
    is_it = (
        mention.row.type == "reject" and mention.lemma != "oppose" and any(_is_it(mention.tree, head) for head in heads)
    )
    is_any = _is_of_anything(mention)
    is_decision = is_any and "decision" in mention.tree.lemmas
    stems = {mention.tree[head].lemma[:STEM] for head in named}
    for number in reversed(range(max(0, len(earlier) - REACH), len(earlier))):  # 'the shelling': of what was shelled
        other = earlier[number]
        is_same = other.lemma[:STEM] in stems and other.row.type in types
        if is_same and (other.tree.sentence.index < mention.tree.sentence.index or _is_before(other, mention)):
            return number
    for number in reversed(range(max(0, len(earlier) - REACH), len(earlier))):
        other = earlier[number]
        back = mention.tree.sentence.index - other.tree.sentence.index
        is_named = other.lemma in CHOOSING if is_choice else other.row.type in types
        is_named = is_named or (is_it and back <= 1 and other.row.type in PUT_FORWARD)
        is_step = is_any and back == 1 and (other.row.type not in OPINIONS or not is_decision)
        if (is_named and (back > 0 or _is_before(other, mention))) or is_step:
            return number
    return None


def _may_answer(mention: Mention) -> bool:
    """A plain statement answers where it calls something so: 'called the document a forgery'; 'announced the deal' does not."""
    return mention.row.type in ANSWERING and (mention.row.type != "statement" or mention.lemma == "call")


def _types(tree: Tree, head: int) -> set[str]:
    """What the noun may name; a blow where it may be one: 'the attack' is no reproach told of since."""
    types = types_named(tree, head)
    return types & BLOWS or types


def _is_of_anything(mention: Mention) -> bool:
    """'welcomed the move': whatever was told before."""
    if ANYTHING.isdisjoint(mention.tree.lemmas):
        return False
    heads = (head for slot in SLOTS for head in mention.slots.get(slot, []))
    return any(mention.tree[head].lemma in ANYTHING and _points(mention.tree, head) for head in heads)


def _is_it(tree: Tree, head: int) -> bool:
    return tree[head].text.lower() in {"it", "them"} and tree[head].tag == "PRP"


def _is_before(other: Mention, mention: Mention) -> bool:
    """'offered half, but the union turned the offer down'."""
    return other.index < mention.index and mention.top not in other.tree.above(other.index)


def with_answered(drafts: Sequence[Draft], cast: Cast, trees: Sequence[Tree]) -> list[Draft]:
    """The drafts, answers without a target with who did, said or is meant by what they answer."""
    mentions = [draft.mention for draft in drafts]
    places = {tree.sentence.index: number for number, tree in enumerate(trees)}
    result = []
    for number, draft in enumerate(drafts):
        draft = _with_targets(draft, _doubted(draft, cast) or _deciders(draft, drafts[:number]))
        if _is_of_anything(draft.mention) or is_of_ruling(draft.mention):
            draft = _with_targets(draft, judged(draft, cast, trees, places))
        before = answered(draft.mention, mentions[:number])
        before = _responded(draft, drafts[:number]) if before is None else before
        if before is None and _may_answer(draft.mention):
            place = places[draft.mention.tree.sentence.index]
            draft = _told_of(draft, cast, trees[max(0, place - 1) : place + 1])
        draft = draft if before is None else _aimed(draft, drafts[before])
        result.append(_with_targets(draft, judged(draft, cast, trees, places)))
    return result


def _doubted(draft: Draft, cast: Cast) -> list[Actor]:
    """'Togo said its men were shot at; survivors denied it': who says so in the same sentence."""
    mention, tree = draft.mention, draft.mention.tree
    if mention.lemma not in DOUBTING or not any(_is_it(tree, head) for head in mention.slots.get("object", [])):
        return []
    own = {role.actor for role in draft.roles}
    for verb in reversed(range(mention.top)):
        if not is_saying(tree[verb].lemma) or tree[verb].pos != "VERB" or verb in tree.above(mention.top):
            continue
        said = [cast.actor(m) for subject in tree.below(verb, "nsubj") for m in cast.at(tree, subject)]
        return [] if own & set(said) else said
    return []


def _deciders(draft: Draft, earlier: Sequence[Draft]) -> list[Actor]:
    """'Acme will challenge the decision in court': who decided something last."""
    mention, tree = draft.mention, draft.mention.tree
    if mention.lemma not in CONTESTING or "decision" not in tree.lemmas or draft.actors(RoleName.TARGET):
        return []
    heads = (head for slot in SLOTS for head in mention.slots.get(slot, []))
    if not any(tree[head].lemma == "decision" and _points(tree, head) for head in heads):
        return []
    own = {role.actor for role in draft.roles}
    for other in reversed(earlier[-REACH:]):
        doers = other.actors(RoleName.AGENT)
        if other.mention.row.type in DECIDING and doers and not own & set(doers):
            return doers
    return []


def _told_of(draft: Draft, cast: Cast, trees: Sequence[Tree]) -> Draft:
    """'called the report a fairy tale', 'a claim that X dismissed': with who had said so, here or in the sentence before."""
    mention = draft.mention
    heads = [head for slot in SLOTS for head in mention.slots.get(slot, []) if _points(mention.tree, head)]
    claims = heads or _claimed(mention.tree, mention.top)
    if not any(mention.tree[head].lemma in WRITTEN for head in claims):
        return draft
    own = {role.actor for role in draft.roles}
    for tree in reversed(trees):
        is_here = tree is mention.tree
        verbs = [t.index for t in tree.sentence.tokens if t.lemma in WRITING and not (is_here and t.index >= claims[0])]
        for verb in reversed(verbs):
            said = [cast.actor(m) for subject in tree.below(verb, "nsubj") for m in cast.at(tree, subject)]
            if said and not own & set(said):
                return _with_targets(draft, said)
    return draft


def _claimed(tree: Tree, verb: int) -> list[int]:
    """'a claim' of 'a claim that X dismissed'."""
    clause = tree[tree.first_conjunct(verb)]
    return [clause.head] if clause.relation in {"relcl", "acl"} and tree[clause.head].lemma in REPLIES else []


def _responded(draft: Draft, earlier: Sequence[Draft]) -> int | None:
    """'responded by offering help', 'retaliated with strikes': to what was told right before."""
    tree = draft.mention.tree
    if draft.mention.row.type == "business" or RESPONDING.isdisjoint(tree.lemmas):
        return None
    verbs = [draft.mention.top, *tree.above(draft.mention.top)]
    if not any(tree[verb].lemma in RESPONDING for verb in verbs):
        return None
    back = [n for n, other in enumerate(earlier) if tree.sentence.index - other.mention.tree.sentence.index <= 1]
    return next(
        (n for n in reversed(back) if set(earlier[n].actors(RoleName.AGENT)) - set(draft.actors(RoleName.AGENT))), None
    )


def _aimed(draft: Draft, other: Draft) -> Draft:
    is_blow = draft.mention.row.frame == "criticise" and other.mention.row.type in BLOWS  # 'condemned the attack'
    if is_blow or any(role.name is RoleName.TARGET for role in draft.roles):
        return draft
    is_honour = draft.mention.row.type == "support" and other.mention.row.type == "appointment"
    wanted = RoleName.TARGET if is_honour else RoleName.AGENT
    own = {role.actor for role in draft.roles}
    return _with_targets(draft, [role.actor for role in other.roles if role.name is wanted and role.actor not in own])


def _with_targets(draft: Draft, meant: Sequence[Actor]) -> Draft:
    lands = {role.actor.acts_for for role in draft.roles if role.name is RoleName.AGENT}
    meant = [actor for actor in meant if actor.name not in lands]  # a premier condemns no deed of his own state
    if not meant or any(role.name is RoleName.TARGET for role in draft.roles):
        return draft
    return replace(draft, roles=(*draft.roles, *(Role(actor, RoleName.TARGET) for actor in dict.fromkeys(meant))))


def _points(tree: Tree, head: int) -> bool:
    """'the criticism', 'those claims': one told of before, unless more is said of it ('the criticism of his plan')."""
    is_marked = tree.has(head, "det", POINTING)
    is_told = tree.has(head, "prep", CONTENTS)
    return (
        is_marked and tree[head].lemma not in DIFFUSE and not is_told and not tree.below(head, "relcl", "acl", "poss")
    )
