"""Ample: deeds that a longer text tells in clauses where a flash tells none: 'fined for dumping rubble', 'had to land in Lima',
'did not attend the ceremony', 'must repay the grant'."""

from dataclasses import replace

from timeline.model.statement import Claim, Status
from timeline.parser.known.hedges import effects
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.scene import Scene
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import DATES, NOUN_TAGS, PAST, TENSED, Tree

GUILTY = "guilty"  # 'found guilty of selling eels'
WAYS = frozenset({"by", "for", "of"})  # 'answered by closing the port', 'fined for selling eels'
MAKING = frozenset({"have", "force", "oblige", "compel", "manage", "prompt", "lead"})  # what is done in the end
SUSPECTING = word_list("proceeding against")
BINDING = frozenset({"must"})
APART = frozenset("end stop halt survive announce extend order suspend propose postpone block foil".split())
ATTENDING = frozenset({"attend", "join"})
OPEN = frozenset({"if", "unless", "?"})
FORESEEING = frozenset("be plan intend expect schedule slate set due prepare decide begin start go suppose".split())
PLANS = frozenset({"plan", "intention", "option", "permission", "right"})
HAVING = frozenset({"have", "hold", "announce", "unveil", "disclose", "confirm", "reveal"})
HOPING = frozenset({"hope", "hop", "want", "aim", "seek", "wish"})  # 'hopes' is taken for a form of 'hop'
WHERE_OR_WHEN = DATES | {"GPE", "LOC", "FAC"}
BEGINNING = frozenset({"begin", "start", "resume"})
MAIN = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl"})


def may_be_ample(tree: Tree, index: int) -> bool:
    """By its place in the tree and its form; cheap, and asked before anything else."""
    return is_means(tree, index) or is_forced(tree, index) or is_undone(tree, index) or is_bound(tree, index)


def is_ample(scene: Scene, index: int, slots: Slots) -> bool:
    """Such a deed, with something that it is done to, or with somebody who did not do it."""
    tree = scene.tree
    if is_undone(tree, index) or is_bound(tree, index):
        return _has_doer(scene, slots) and (_has_object(tree, slots) or tree.has_entity(index, DATES))
    # 'for hiding him'
    is_done_to = _has_object(tree, slots) or any(tree[i].tag == "PRP" for i in slots.get("object", []))
    return (is_means(tree, index) and is_done_to) or is_forced(tree, index)


def is_told_at_length(scene: Scene, index: int, slots: Slots) -> bool:
    """A deed by a verb that tells nothing elsewhere."""
    return _is_found(scene, index, slots) or _is_begun(scene, index, slots)


def _is_found(scene: Scene, index: int, slots: Slots) -> bool:
    """'confirmed the case', 'found a boat', 'forecast a loss': a verb that mostly carries a clause, with a plain object."""
    tree = scene.tree
    if "clause" in slots or not any((name, "verb") in effects() for name in verb_names(tree, index)):
        return False
    return any(tree[head].tag in NOUN_TAGS and not scene.cast.at(tree, head) for head in slots.get("object", []))


def is_apart(tree: Tree, verb: int) -> bool:
    """'ended the walkout', 'survived the vote': a light verb that tells more than that there was one."""
    return tree[verb].lemma in APART or is_absent(tree, verb)


def is_absent(tree: Tree, verb: int) -> bool:
    """'did not attend the ceremony', which took place."""
    return tree[verb].lemma in ATTENDING and is_undone(tree, verb)


def _is_begun(scene: Scene, index: int, slots: Slots) -> bool:
    """'The government began work on a fence': somebody began something."""
    return scene.tree[index].lemma in BEGINNING and _has_object(scene.tree, slots) and _has_doer(scene, slots)


def is_awaited(tree: Tree, index: int) -> bool:
    """'are expected in Lima tomorrow': they will come."""
    is_passive = tree[index].lemma == "expect" and tree[index].tag == "VBN" and bool(tree.below(index, "auxpass"))
    return is_passive and not tree.below(index, "xcomp", "ccomp") and tree.has_entity(index, WHERE_OR_WHEN)


def obliged(mention: Mention, found: Claim) -> Claim:
    """'must repay the grant', 'is expected in Lima': what somebody has to do, or is waited for to do, is to come."""
    tree = mention.tree
    is_told = found.status is Status.HYPOTHETICAL and "subject" in mention.slots
    is_due = is_told and (mention.is_verb or mention.carrier is not None) and is_bound(tree, mention.top)
    is_waited_for = mention.is_verb and is_awaited(tree, mention.index)
    return replace(found, status=Status.PLANNED) if is_due or is_waited_for else found


def is_foreseen(tree: Tree, index: int) -> bool:
    """'is to question them on Friday', 'plans to sell it', 'has plans to sell it', 'will begin to take it inland'."""
    above = tree.head(index)
    if above is None or tree[index].relation not in {"xcomp", "acl"}:
        return False
    if tree[index].relation == "acl":
        return tree[index].tag == "VB" and tree[above].lemma in PLANS and tree[tree[above].head].lemma in HAVING
    return tree[above].lemma in FORESEEING


def is_hoped(tree: Tree, index: int) -> bool:
    """'hopes to run in May': only a day makes it something to come."""
    above = tree.head(index)
    return tree[index].relation == "xcomp" and above is not None and tree[above].lemma in HOPING


def is_attached(tree: Tree, index: int) -> bool:
    """'after collapsing on stage', 'with the premier following a day later'."""
    token = tree[index]
    word, above = tree.lower[token.head], tree[tree[token.head].head]
    is_with = word == "with" and token.tag == "VBG" and above.tag in PAST and bool(tree.below(index, "nsubj"))
    return token.relation == "pcomp" and (is_with or word in {"after", "since"})


def is_means(tree: Tree, index: int) -> bool:
    """'by closing the port', 'for selling eels', below a verb."""
    token = tree[index]
    if token.relation != "pcomp" or token.tag != "VBG" or tree.lower[token.head] not in WAYS:
        return False
    above = tree[tree[token.head].head]
    if above.lemma == GUILTY or _is_on_suspicion(tree, tree[token.head].head):
        return True
    return above.pos in {"VERB", "AUX"} and effects().get((above.lemma, "verb")) is not Status.ALLEGED


def is_suspected(tree: Tree, index: int) -> bool:
    """'was held for selling maps', 'expelled two envoys for spying': nobody has judged it yet."""
    token = tree[index]
    if token.relation != "pcomp" or token.tag != "VBG":
        return False
    above = tree[token.head].head
    return _is_on_suspicion(tree, above) or (tree.lower[token.head] == "for" and tree[above].lemma in SUSPECTING)


def _is_on_suspicion(tree: Tree, noun: int) -> bool:
    """'held two men on suspicion of steering the boat'."""
    is_below = tree[noun].relation == "pobj" and tree.lower[tree[noun].head] == "on"
    return is_below and tree[noun].lemma == "suspicion"


def is_forced(tree: Tree, index: int) -> bool:
    """'had to land', 'was forced to close its doors', 'managed to free him': it was done."""
    token, above = tree[index], tree.head(index)
    if token.relation != "xcomp" or above is None or tree[above].lemma not in MAKING:
        return False
    is_infinitive = any(tree[child].tag == "TO" for child in tree.below(index, "aux"))
    return is_infinitive and tree[above].tag in {"VBD", "VBN"} and not tree.is_negated(above)


def is_undone(tree: Tree, index: int) -> bool:
    """'did not attend', 'was not heard', 'has not paid'."""
    token = tree[index]
    if token.relation not in MAIN or not tree.is_negated(index):
        return False
    helpers = [tree[child] for child in tree.below(index, "aux", "auxpass")]
    return bool(helpers) and helpers[0].tag in TENSED and (helpers[0].tag == "VBD" or token.tag == "VBN")


def is_bound(tree: Tree, index: int) -> bool:
    """'must repay the grant'; 'must be approved' says nothing of who does it."""
    token = tree[index]
    if token.tag != "VB" or token.relation not in MAIN or not OPEN.isdisjoint(tree.lower):
        return False
    first = tree.first_conjunct(index)  # 'must dissolve the chamber and call a vote'
    helpers = tree.below(index, "aux") or (tree.below(first, "aux") if tree[first].tag == "VB" else [])
    return not tree.below(index, "auxpass") and any(tree.lower[child] in BINDING for child in helpers)


def _has_object(tree: Tree, slots: Slots) -> bool:
    return any(tree[head].tag in NOUN_TAGS for head in slots.get("object", []))


def _has_doer(scene: Scene, slots: Slots) -> bool:
    return any(scene.cast.at(scene.tree, head) for slot in ("subject", "object") for head in slots.get(slot, []))


def of_due(tree: Tree, index: int) -> list[int]:
    """'talks' of 'talks due to open'."""
    above = tree.head(index)
    if above is None or tree[index].relation != "xcomp" or tree[above].pos != "ADJ":
        return []
    return [tree[above].head] if tree[above].relation in {"amod", "acl", "relcl"} else []
