"""Turned: what becomes of the status that a governing word gives when that word is itself negated, fails, or is given up
('did not plan to sell', 'failed to prevent the sale', 'dropped its plan to sell', 'a deal to sell it fell through')."""

from timeline.model.statement import Status
from timeline.parser.claims.modals import hangs_on_if
from timeline.parser.claims.unmet import is_no_longer, is_not_due
from timeline.parser.claims.unsure import is_only_possible
from timeline.parser.known.hedges import effects
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.tenses import has_had
from timeline.parser.sentences.tree import DATES, UNDERGOING, Tree

VOUCHING = frozenset({"confirm", "verify", "corroborate", "admit", "acknowledge"})
PROVIDING = frozenset({"provide"})
CALLING = frozenset({"call", "press", "push", "campaign", "lobby", "plead", "clamour"})
VOTES = frozenset({"vote", "ballot", "referendum", "plebiscite"})
TALKING = frozenset(
    "talk negotiation meeting debate discussion hearing inquiry investigation session summit conference".split()
)
# Types of what is only talked about.
HAPPENED = frozenset({"assault", "disaster", "accident", "crime", "death", "coerce"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
UNTIL = frozenset({"until", "till", "before"})
WAITING = frozenset({"expect", "schedule", "set", "plan", "anticipate", "slate"})
FENDING = frozenset({"fend", "ward", "fight", "beat", "see", "stave"})  # off
NOBODY = frozenset({"nobody", "none", "few"})
FORESEEING = frozenset({"expect", "hope", "hop", "want"})  # 'hoped' is taken for a form of 'hop'
ALLOWING = word_list("allowing")
SPURNING = frozenset({"rule out", "exclude", "refuse", "decline", "reject", "oppose"})
MOVING = frozenset({"postpone", "put off", "delay", "reschedule"})
QUOTES = frozenset({'"', "”", "''", "’"})
REPORTING = frozenset({Status.ALLEGED, Status.DENIED})
TELLING = frozenset("tell warn assure promise remind inform advise threaten quote".split())  # somebody
LATER = frozenset({"to", "until", "till"})
ENDING = frozenset({"end", "stop", "cease", "finish", "halt", "subside", "abate"})
FALLING = word_list("falling through")
DROPPING = word_list("giving up a plan")
APPROVING = word_list("approving a deal")


def turned(tree: Tree, verb: int, name: str, status: Status | None) -> Status | None:
    """The status that a governing verb, known under that name, gives in its clause; None when it leaves it as told."""
    if status is Status.CANCELLED and (is_only_possible(tree, verb) or hangs_on_if(tree, verb)):
        return Status.PLANNED  # 'will call off the strike only if they pay'
    if status is Status.CANCELLED and name in MOVING and is_moved(tree, verb):
        return Status.PLANNED
    if status is Status.PLANNED and is_no_longer(tree, verb):
        return Status.CANCELLED
    if status is Status.DENIED and _is_of_nobody(tree, verb):
        return None  # 'no one disputes that he fired'
    if status is Status.PLANNED and name in FORESEEING and has_had(tree, verb):
        return Status.HYPOTHETICAL  # 'had expected a third bid'
    is_expected_by_nobody = status is Status.PLANNED and _is_of_nobody(tree, verb)
    if not (tree.is_negated(verb) or is_failed(tree, verb) or is_expected_by_nobody):
        return status
    if status is Status.PLANNED:
        return Status.PLANNED if name in WAITING and _is_until(tree, verb) else Status.NEGATED
    if status is Status.HYPOTHETICAL:
        return Status.NEGATED if name in ALLOWING else status
    if status is Status.NEGATED:
        return Status.HYPOTHETICAL if name in SPURNING else None
    if status is Status.DENIED:
        return Status.ALLEGED if "neither" in tree.lower else None
    return Status.PLANNED if status is Status.CANCELLED else None


def is_failed(tree: Tree, verb: int) -> bool:
    """'failed to prevent', 'refused to rule out': the verb below one for what was not done."""
    above = tree.head(verb)
    is_below = above is not None and tree[verb].relation == "xcomp" and tree[above].pos == "VERB"
    return is_below and above is not None and effects().get((tree[above].lemma, "verb")) is Status.NEGATED


def left_open(tree: Tree, above: int, below: int) -> Status | None:
    """The status of what is said neither to be so nor not to be: 'neither confirmed nor denied it', 'will vote on a strike'."""
    if _is_unvouched(tree, above):
        return Status.ALLEGED
    if tree[above].lemma in PROVIDING and any(tree.lower[i] == "for" for i in tree.below(above, "prep")):
        return Status.HYPOTHETICAL if tree[below].relation in {"prep", "dobj"} else None  # 'the accord provides for it'
    if tree[above].lemma in CALLING and _is_wished(tree, below):
        return Status.HYPOTHETICAL
    if tree.lower[below] == "before" and is_not_due(tree, above):
        return Status.HYPOTHETICAL  # 'does not have to bid before buying it'
    is_on = tree[below].relation == "prep" and tree.lower[below] in {"on", "over", "for"}
    return Status.HYPOTHETICAL if is_on and tree[above].lemma in VOTES else None


def _is_wished(tree: Tree, verb: int) -> bool:
    """'called for her to resign'."""
    is_to = any(tree[child].tag == "TO" for child in tree.below(verb, "aux"))
    return is_to and any(tree.lower[child] == "for" for child in tree.below(verb, "mark"))


def is_only_about(mention: Mention, above: int, below: int) -> bool:
    """'declined to comment on the arrest', 'plan talks on the shelling': whatever is done about it, that has happened."""
    tree = mention.tree
    if tree[below].relation != "prep" or tree.lower[below] not in {"on", "about", "over", "into"}:
        return False
    if tree[above].lemma == "comment":
        return True
    is_known = any(tree.lower[child] in DEFINITE for child in tree.children[mention.index])
    return tree[above].lemma in TALKING and mention.row.type in HAPPENED and is_known


def is_set_beside(tree: Tree, above: int, below: int, relation: str) -> bool:
    """'One lost a tooth, the landlord barred them': a clause of its own before another; and 'he said' amid a sentence, with what
    is joined to it ('The firm was warned, he said, and was shut')."""
    if relation == "ccomp":
        if _is_answered(tree, above, below):
            return True
        is_reporting = any(effects().get((name, "verb")) in REPORTING for name in verb_names(tree, above))
        is_before = (
            not is_reporting and below < above and not tree.below(below, "mark") and tree.lower[above - 1] not in QUOTES
        )
        return is_before and bool(tree.below(above, "dobj")) and tree[above].lemma not in TELLING
    return relation == "parataxis" and effects().get((tree[below].lemma, "verb"), Status.ASSERTED) is None


def is_fended_off(tree: Tree, verb: int) -> bool:
    """'to help fend off a bid': somebody has made it."""
    return tree[verb].lemma in FENDING and bool(tree.below(verb, "prt")) and tree[verb].tag in {"VB", "VBG"}


def is_gone_by(tree: Tree, above: int, below: int) -> bool:
    """'cleared of killing a monk during a protest', 'denied that he was shot during the march': there was one."""
    is_during = tree[below].relation == "prep" and tree.lower[below] == "during" and tree[above].pos == "VERB"
    helpers = tree.below(above, "aux", "auxpass")
    return is_during and all(tree[i].tag not in {"MD", "TO"} for i in helpers)


def _is_answered(tree: Tree, above: int, below: int) -> bool:
    """'Peru armed them, a charge Lima denies', where the charge is taken for what denies."""
    subjects = tree.below(above, "nsubj")
    is_charge = any(effects().get((tree[i].lemma, "noun")) is Status.ALLEGED for i in subjects)
    is_named = any(tree.below(i, "appos", "compound", "nmod") for i in subjects)
    return below < above and is_charge and is_named and effects().get((tree[above].lemma, "verb")) is Status.DENIED


def _is_unvouched(tree: Tree, verb: int) -> bool:
    """'neither confirmed nor denied', 'declined to confirm or deny', 'has yet to confirm'."""
    first = tree.first_conjunct(verb)
    if tree[first].lemma not in VOUCHING or not (tree[verb].lemma in VOUCHING or tree[verb].lemma == "deny"):
        return False
    return tree.is_negated(verb) or tree.is_negated(first) or is_failed(tree, first) or _is_yet_to_be(tree, first)


def _is_yet_to_be(tree: Tree, verb: int) -> bool:
    """'has yet to confirm'."""
    above = tree.head(verb)
    is_below = above is not None and tree[verb].relation == "xcomp" and tree[above].lemma in {"have", "be"}
    return is_below and above is not None and any(tree.lower[i] == "yet" for i in tree.children[above])


def _is_of_nobody(tree: Tree, verb: int) -> bool:
    """'no one disputes', 'nobody denies', 'few doubt'."""
    return any(
        tree.lower[i] in NOBODY or any(tree.lower[child] == "no" for child in tree.below(i, "det"))
        for i in tree.below(verb, "nsubj")
    )


def is_moved(tree: Tree, verb: int) -> bool:
    """'postponed to June': it is still to come, but for what was told of with its first day ('planned for Sunday')."""
    has_day = any(tree.below(noun, "acl", "relcl", "npadvmod") for noun in tree.below(verb, *UNDERGOING))
    return not has_day and any(word in LATER for word, _ in tree.prepositions(verb))


def is_dropped(tree: Tree, noun: int) -> bool:
    """What is planned comes to nothing: 'dropped its plan', 'the plan was shelved', 'the sale fell through'."""
    verb, relation = tree.head(noun), tree[noun].relation
    if verb is None or tree[verb].pos != "VERB" or relation not in {"nsubj", *UNDERGOING} or tree.is_negated(verb):
        return False
    if any(tree[helper].tag == "MD" for helper in tree.below(verb, "aux")):
        return False
    names = verb_names(tree, verb)
    if relation == "nsubj":
        return not FALLING.isdisjoint(names) and not tree.below(verb, "dobj")
    return any(name in DROPPING or effects().get((name, "verb")) is Status.CANCELLED for name in names) and not (
        is_moved(tree, verb)
    )


def fallen(tree: Tree, noun: int) -> Status | None:
    """What is left of a plan that is negated or dropped ('had no plans to sell', 'dropped its plan to sell')."""
    if any(tree.lower[child] == "no" for child in tree.below(noun, "det")):
        return Status.NEGATED
    return Status.CANCELLED if is_dropped(tree, noun) else None


def is_approved(tree: Tree, noun: int) -> bool:
    """'cleared the takeover': it may come now."""
    verb = tree.head(noun)
    is_object = verb is not None and tree[verb].pos == "VERB" and tree[noun].relation in UNDERGOING
    return is_object and verb is not None and not APPROVING.isdisjoint(verb_names(tree, verb))


def is_of_time(tree: Tree, verb: int) -> bool:
    """'will not end until …', 'is not expected until June': the negation says when, and not that there is none."""
    return tree[verb].lemma in ENDING or (tree[verb].lemma in WAITING and _is_until(tree, verb))


def is_done_at_last(tree: Tree, verb: int) -> bool:
    """'was not repaired until 12 October', 'will not be lifted before Monday': then it was, or will be."""
    helpers = tree.below(verb, "aux", "auxpass")
    is_ahead = any(tree.lower[i] in {"will", "wo"} for i in helpers)
    ends = (end for word, end in tree.prepositions(verb) if word in (UNTIL if is_ahead else {"until", "till"}))
    is_past = any(tree[i].tag == "VBD" for i in helpers)
    return (is_past or is_ahead) and any(tree[end].entity in DATES for end in ends)


def _is_until(tree: Tree, verb: int) -> bool:
    return any(word in UNTIL for word, _ in tree.prepositions(verb))
