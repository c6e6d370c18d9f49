"""Unsaid: what is found and told by nobody, as how it stands shows: what is only asked, what ought to be, what did not happen."""

from timeline.model.statement import Claim, Status
from timeline.model.types import SPOKEN
from timeline.parser.claims.asked import is_asked, is_of_interview
from timeline.parser.claims.modals import hangs_on_if
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.ample import is_undone
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.shades import FAILING, TRIES, is_left_open
from timeline.parser.sentences.tree import SUBJECTS, UNDERGOING

BIDDING = frozenset({"VB", "VBP", "UH"})  # tags
DUTY = frozenset({"must", "should", "ought"})
UNTOLD = frozenset({Status.NEGATED, Status.HYPOTHETICAL})  # a deed that no row knows must have been done, or be to come
HARMS = frozenset({"harm", "harmed", "strike"})  # frames
SURE = 0.6  # how likely a reader must be to tell what only may be


def is_unsaid(mention: Mention, found: Claim, is_long: bool, chance: float | None = None) -> bool:
    """Speech that did not happen, or only might, is no happening; nor what is only asked, nor 'the need for talks'.

    `chance`: how likely a reader tells it, by the learnt weights, in a report of one thing after another.
    """
    if is_asked(mention) or is_of_interview(mention) or _is_bidden(mention):
        return True
    if found.status is Status.HYPOTHETICAL and (chance or 0.0) >= SURE and _may_come(mention):
        return False
    is_vague = not mention.is_verb or _is_infinitive(mention) or _is_duty(mention)
    if found.status is Status.HYPOTHETICAL and is_vague and not is_left_open(mention):
        return True
    if mention.row.is_deed and found.status in UNTOLD:
        is_known = found.status is Status.NEGATED and is_undone(mention.tree, mention.index)
        return not (is_long and (is_known or is_left_open(mention) or hangs_on_if(mention.tree, mention.top)))
    is_harm = mention.row.frame in HARMS and "subject" not in mention.slots
    if is_harm and found.status is Status.NEGATED and not _is_foiled(mention):
        return True  # 'nobody was hurt'
    return mention.row.type in SPOKEN and found.status in {Status.NEGATED, Status.HYPOTHETICAL, Status.CANCELLED}


def _is_bidden(mention: Mention) -> bool:
    """'Thank you for waiting', 'Join us on Friday': a sentence that begins with what the reader is to do, or is thanked for."""
    tree, token = mention.tree, mention.tree[mention.index]
    if token.relation != "ROOT" or token.tag not in BIDDING or tree.below(mention.index, *SUBJECTS, "aux", "auxpass"):
        return False
    return not any(one.pos != "PUNCT" for one in tree.sentence.tokens[: mention.index])


def _is_foiled(mention: Mention) -> bool:
    """'thwarted a robbery', 'the attack was foiled', 'foiled an attempt to bomb the port'."""
    tree, noun = mention.tree, mention.index
    if mention.is_verb:
        above = tree.head(noun)
        if above is None or tree[above].lemma not in TRIES:
            return False
        noun = above
    if tree[noun].relation in SUBJECTS and tree[tree[noun].head].lemma in FAILING:
        return True  # 'an attempt to kill the mayor failed'
    verb = tree.head(noun) if tree[noun].relation in UNDERGOING else None
    return verb is not None and effects().get((tree[verb].lemma, "verb")) is Status.NEGATED


def _may_come(mention: Mention) -> bool:
    """'may pay for the roofs', 'could dock him six hours'; 'can be stored' and 'would have barred it' tell of nothing to come."""
    tree = mention.tree
    words = {tree.lower[child] for child in tree.below(mention.index, "aux")}
    return mention.is_verb and "can" not in words and not words >= {"could", "have"} and not words >= {"would", "have"}


def _is_infinitive(mention: Mention) -> bool:
    """'not allowed to speak': without a subject and tense of its own."""
    tree, index = mention.tree, mention.index
    return "aux" in tree.relations[index] and any(tree[child].tag == "TO" for child in tree.below(index, "aux"))


def _is_duty(mention: Mention) -> bool:
    """'must be approved': what ought to be says nothing of what is."""
    return mention.tree.has(mention.index, "aux", DUTY)
