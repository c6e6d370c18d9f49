"""Told: which of the mentions found in a sentence are happenings of their own, and not part of what another one says."""

from collections.abc import Sequence

from timeline.model.types import COMMENTS
from timeline.parser.mentions.absorbed import APART, is_absorbed
from timeline.parser.mentions.deeds import is_judging
from timeline.parser.mentions.doings import is_outcome
from timeline.parser.mentions.elaborations import (
    SETTLED,
    has_own_date,
    is_elaboration,
    is_facing,
    is_foreseen,
    is_mediation,
)
from timeline.parser.mentions.feigned import is_feigned
from timeline.parser.mentions.governing import (
    DENYING,
    is_complement,
    is_denied_report,
    is_hedge,
    is_lacking,
    is_report_of,
)
from timeline.parser.mentions.habits import is_habit
from timeline.parser.mentions.lasting import is_lasting
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.particular import KNOWN, is_dated, is_particular
from timeline.parser.mentions.ranked import is_ranked, is_to_come
from timeline.parser.mentions.shades import TRIES
from timeline.parser.mentions.speech import INVERTED, is_inverted
from timeline.parser.mentions.unsettled import is_unsettled
from timeline.parser.mentions.voices import is_voiced
from timeline.parser.sentences.phases import BEFALLING, told_to_happen
from timeline.parser.sentences.tree import Tree

CHARGING = frozenset({"coerce", "legal", "accuse"})  # 'arrested for', 'convicted of'
CHARGE_PREPOSITIONS = frozenset({"for", "of", "with", "on"})
AIMING = frozenset({"aim", "intend", "design", "dedicate", "devote"})
NOT_YET = frozenset({"until", "once", "before"})
WANTING = frozenset({"demand", "want", "insist", "require", "ask", "request", "propose", "wait"})
REACHED = frozenset({"agree", "retreat"})  # 'ended without a deal': that none was made is news
SOUGHT = frozenset(
    {"agree", "retreat", "cooperate", "concede", "business", "aid", "consult", "support", "election", "other"}
)
TOPICAL = frozenset({"on", "about", "over", "for", "towards", "toward"})
SEEKING = frozenset({"work", "negotiate", "press", "push", "bargain", "haggle", "hope", "effort", "bid", "lobby"})
DESCRIBING = frozenset({"other", "aid", "accident", "agree"})
PLANS = frozenset({"plan", "option", "decision", "proposal", "intention"})
OPEN = TRIES | PLANS
PREDICATES = frozenset({"acomp", "oprd", "advmod", "prt"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
OPENING = CONDITIONS | NOT_YET | INVERTED | {"case"}  # nothing is conditional without one of these


def is_told(mention: Mention, found: Sequence[Mention], *, is_story: bool = False) -> bool:
    """Not generic, not conditional, not part of what another happening already says.

    A story goes into what describes somebody ('a panel stolen in 1976') and into what somebody did to be charged with it.
    """
    if mention.is_verb or mention.tree[mention.index].relation in PREDICATES:
        is_deed = mention.row.type not in {"other", *COMMENTS} and mention.tree[mention.index].tag != "VBG"
        is_attribute = _is_attribute(mention) and not (is_story and is_deed)
        is_attribute = is_attribute or (is_story and _is_of_paper(mention))
        is_real = not (is_attribute or _is_purpose(mention) or is_habit(mention) or _is_aside(mention))
    else:
        is_vague = _is_in_purpose(mention) or _is_topic(mention, found)
        is_vague = is_vague or (mention.row.type not in REACHED and is_lacking(mention.tree, mention.index))
        is_mine = mention.slots.keys().isdisjoint({"possessor", "by", "from"})  # nobody else said so
        is_vague = is_vague or (is_mine and is_denied_report(mention.tree, mention.index))
        is_real = is_particular(mention, is_story=is_story) and not is_vague
    if not is_real or (mention.is_verb and _is_state(mention)):
        return False
    is_thought = _is_judgement(mention) or _is_conditional(mention) or (is_story and is_lasting(mention))
    if is_thought or is_unsettled(mention.tree, mention.index) or is_feigned(mention):
        return False
    is_charge = _is_charge(mention, found) and not (is_story and mention.is_verb and mention.slots.keys() > {"subject"})
    return not (is_charge or is_absorbed(mention, found, is_story=is_story))


def _is_state(mention: Mention) -> bool:
    """'a strike that had been planned', 'faced a choice': no deed."""
    return is_foreseen(mention.tree, mention.index) or is_facing(mention.tree, mention.index)


def is_doubled(mention: Mention, found: Sequence[Mention], *, is_story: bool = False) -> bool:
    """Says again what its object, subject or complement says: 'signed an agreement', 'announced that X resigned'."""
    others = [other for other in found if other is not mention]
    if mention.is_verb:
        nouns = [other for other in others if not other.is_verb]
        if nouns and any(_says_it_happened(mention, other) for other in nouns):
            return True
    else:
        others = [other for other in others if not (other.is_verb and _says_it_happened(other, mention))]
    if not others or (is_story and is_outcome(mention.tree, mention.index)):
        return False  # 'fell 9 percent to close at 9,203'
    if _is_mediation_of(mention, others) or is_elaboration(mention, others, is_story=is_story):
        return True
    is_denial = _is_denial(mention)
    return any(
        _says_the_same(mention.tree, mention, other)
        or (is_denial and is_complement(other, mention) and not is_voiced(other))
        for other in others
    )


def _says_it_happened(mention: Mention, other: Mention) -> bool:
    """The verb of 'the fire, which broke out on Monday', 'the talks failed': no more than when it was, or how it ended."""
    if mention.lemma == "fail" and other.row.type == "consult":
        return mention.slots.get("subject") == [other.index] and mention.slots.keys().isdisjoint({"object", "clause"})
    return told_to_happen(mention.tree, mention.index, BEFALLING) == other.index


def _is_denial(mention: Mention) -> bool:
    """A hedge, or 'rejected claims that …': what is denied is told, and that it is denied."""
    if is_hedge(mention):
        return True
    objects = mention.slots.get("object", []) if mention.is_verb and mention.lemma in DENYING else []
    return any(is_report_of(mention.tree, head) for head in objects)


def _is_mediation_of(mention: Mention, others: Sequence[Mention]) -> bool:
    """'talks brokered by Norway': the talks have a mediator."""
    tree = mention.tree
    if not mention.is_verb or not is_mediation(tree, mention.index):
        return False
    above, kinds = set(tree.above(mention.index)), SETTLED | {mention.row.type}
    return any(other.row.type in kinds and {other.index, other.top} & above for other in others)


def _is_attribute(mention: Mention) -> bool:
    """'men armed with knives': a participle that describes, with neither doer nor date."""
    token = mention.tree[mention.index]
    if token.relation == "acl" and token.tag == "VBG" and mention.row.type in DESCRIBING:
        # 'families fleeing the war', 'a ship carrying wheat', but 'A lorry overturned, spilling acid', misread
        return mention.row.type == "other" or mention.tree[token.index - 1].text != ","
    if token.relation != "acl" or token.tag != "VBN" or ("subject" in mention.slots and mention.row.type != "accuse"):
        return False
    return not has_own_date(mention)


def _is_of_paper(mention: Mention) -> bool:
    """'a letter published on Friday', 'remarks made last week': what was said is told by other words."""
    token = mention.tree[mention.index]
    is_describing = token.relation == "acl" and token.tag == "VBN" and mention.tree[token.index - 1].text != ","
    return is_describing and mention.row.type == "statement" and mention.lemma != "announce"


def _is_aside(mention: Mention) -> bool:
    """', the keepers announced' behind what they announced."""
    is_beside = mention.tree[mention.index].relation in {"acl", "parataxis", "appos", "dep"}
    if mention.row.type != "statement" or not is_beside:
        return False
    return not any(slot in mention.slots for slot in ("object", "clause", "of", "on", "about"))


def _is_purpose(mention: Mention) -> bool:
    """'to tackle threats': an infinitive that says what something is for."""
    tree, token = mention.tree, mention.tree[mention.index]
    has_to = any(tree[child].tag == "TO" for child in tree.below(mention.index, "aux", "mark"))
    if has_to and (
        is_outcome(tree, mention.index) or is_ranked(tree, mention.index) or is_to_come(tree, mention.index)
    ):
        return False
    if token.relation == "acl" and tree[token.head].lemma in OPEN:
        return False  # 'an attempt to kill him failed', 'a plan to sell the mill'
    if token.relation == "pcomp":  # 'talks aimed at ending the war'
        above = tree.head(token.head)
        return has_to or (above is not None and tree[above].lemma in AIMING)
    if token.relation == "xcomp" and tree[token.head].lemma in AIMING:  # 'a bill that aims to ban it'
        return tree[token.head].relation in {"relcl", "acl"}
    first = tree[tree.first_conjunct(mention.index)]  # 'a body to watch the truce and to punish whoever breaks it'
    return has_to and first.relation in {"advcl", "acl", "relcl", "csubj"}


def _is_in_purpose(mention: Mention) -> bool:
    """'sent to oversee a truce': a noun without a date in what something is for."""
    tree = mention.tree
    verb = tree.clause(mention.index)
    aim = tree[tree.first_conjunct(mention.top)]
    if aim.relation == "xcomp" and tree[aim.head].lemma in AIMING and tree[aim.head].relation in {"relcl", "acl"}:
        return True  # 'a bill that aims to impose a blockade'
    if mention.carrier is not None or is_dated(tree, mention.index) or tree[verb].pos != "VERB":
        return False
    has_to = any(tree[child].tag == "TO" for child in tree.below(verb, "aux"))
    return has_to and tree[verb].relation in {"advcl", "relcl", "acl"} and tree[mention.index].relation == "dobj"


def _is_judgement(mention: Mention) -> bool:
    """'called the vote a coup': what somebody thinks of it."""
    token = mention.tree[mention.index]
    return token.relation == "oprd" and is_judging(mention.tree, token.head)


def _is_topic(mention: Mention, found: Sequence[Mention]) -> bool:
    """'talks on a trade deal', 'are working on a truce': what is to come of them, spoken of as not known yet."""
    tree = mention.tree
    top = tree.first_conjunct(mention.index)
    preposition = tree.head(top)
    if mention.row.type not in SOUGHT or mention.carrier is not None or preposition is None:
        return False
    preposition = tree.first_conjunct(preposition)  # 'talks on the border and on a truce'
    if tree[top].relation != "pobj" or tree[preposition].text.lower() not in TOPICAL or is_dated(tree, mention.index):
        return False
    if tree.below(mention.index, "poss") or any(
        tree[i].text.lower() in KNOWN for i in tree.below(mention.index, "det")
    ):
        return False
    above = tree[preposition].head
    talks = (other for other in found if other.row.type == "consult" or other.lemma in SEEKING)
    return any(above in {other.index, other.top} for other in talks) or tree[above].lemma in SEEKING


def _is_conditional(mention: Mention) -> bool:
    """In an if-clause or what depends on one, or in 'until they win'."""
    tree = mention.tree
    if OPENING.isdisjoint(tree.lower):
        return False
    chain = [mention.top, *tree.above(mention.top)]
    done = next((n for n, i in enumerate(chain) if _is_told_of(tree, i)), len(chain))
    clauses = [i for i in chain[:done] if tree[i].relation in {"advcl", "ccomp", "pcomp"}]
    marks = [(clause, word) for clause in clauses for word in _opening(tree, clause)]
    if "case" in tree.lemmas and any(tree.lower[i - 1 : i + 1] == ("in", "case") for i in range(1, mention.top + 1)):
        return True  # 'in case fighting breaks out'
    return any(tree[clause].relation == "advcl" and is_inverted(tree, clause) for clause in clauses) or any(
        mark in CONDITIONS or (mark in NOT_YET and _is_ahead(tree, clause)) for clause, mark in marks
    )


def _is_told_of(tree: Tree, clause: int) -> bool:
    """'unless two men who were held last month are freed': they were held, whatever comes."""
    helpers = [tree[child].tag for child in tree.below(clause, "aux", "auxpass")]
    return tree[clause].relation == "relcl" and (helpers[0] if helpers else tree[clause].tag) == "VBD"


def _opening(tree: Tree, clause: int) -> list[str]:
    """The words that join a clause: 'if', and 'before' of 'before leaving'."""
    if tree[clause].relation == "pcomp":
        return [tree[tree[clause].head].text.lower()]
    return [tree[mark].text.lower() for mark in tree.below(clause, "mark")]


def _is_ahead(tree: Tree, clause: int) -> bool:
    """In the present ('until they win'), or with no tense under a verb of wanting ('demanded a truce before allowing aid')."""
    helpers = [tree[child].tag for child in tree.below(clause, "aux", "auxpass")]
    if tree[clause].relation == "pcomp":
        governor = tree.head(tree[clause].head)
        return governor is not None and tree[governor].lemma in WANTING
    return (helpers[0] if helpers else tree[clause].tag) in {"VBP", "VBZ"}


def _is_charge(mention: Mention, found: Sequence[Mention]) -> bool:
    """'arrested for taking bribes', 'charged with murder': no more than the name of what somebody is said to have done."""
    tree = mention.tree
    head = tree.head(tree.first_conjunct(mention.top))
    if head is None or tree[head].text.lower() not in CHARGE_PREPOSITIONS or tree[head].pos not in {"ADP", "SCONJ"}:
        return False
    above = next((other for other in found if other.index == tree.head(head)), None)
    if above is None or above.row.type not in CHARGING or above.row.mode == "seize":
        return False
    if above.row.type == "accuse":
        return not mention.is_verb and not mention.slots and not tree.below(mention.index, "det", "nummod")
    return mention.is_verb or not (tree.below(mention.index, "det", "poss") or is_dated(tree, mention.index))


def _says_the_same(tree: Tree, mention: Mention, other: Mention) -> bool:
    """A noun that is the object or apposition of a happening of its own type."""
    if mention.is_verb or mention.row.type != other.row.type or mention.carrier or is_hedge(other):
        return False
    head = tree.head(mention.index)
    if head is not None and tree[head].text.lower() in APART:
        return False
    chain_up = [head, tree.head(head) if head is not None and tree[head].pos == "ADP" else None]
    is_object = tree[mention.index].relation in {"dobj", "appos", "nsubjpass", "attr", "pobj", "oprd"}
    return is_object and other.index in chain_up
