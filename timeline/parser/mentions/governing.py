"""Governing: which mention stands above or below another in a sentence, and which only say how another stands."""

from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.slots import COMPLEMENT
from timeline.parser.sentences.tree import PAST, UNDERGOING, Tree

CARRIED = frozenset({*COMPLEMENT, *UNDERGOING, "pcomp"})
PASSING = frozenset({"conj", "pobj", "prep", "dobj", "xcomp", "pcomp", "acomp"})
DENYING = frozenset({"reject", "dismiss", "refute", "rebut", "dispute", "deny", "contradict"})
NAMING = DENYING | {"call", "brand", "label", "describe", "denounce", "term", "dub"}
UNTRUE = frozenset("false untrue unfounded baseless groundless nonsense fabricated fabrication".split())
LIES = UNTRUE | frozenset("lie lies invention fantasy fiction rubbish absurd propaganda".split())
OWN = ("nsubj", "nsubjpass", "dobj")
UNDONE = frozenset({Status.DENIED, Status.CANCELLED})
JOINING = frozenset("after following since when because as amid despite although though while whereas".split())


def is_hedge(mention: Mention) -> bool:
    """'deny', 'fail', 'call off': they say how what they govern stands, and are no happening beside it."""
    pos = "verb" if mention.is_verb else "noun"
    return effects().get((mention.lemma, pos)) in UNDONE or mention.lemma == "fail"


def is_complement(inner: Mention, outer: Mention) -> bool:
    """The inner one is the clause or the object of the outer."""
    tree, below = inner.tree, inner.top
    if tree is not outer.tree:
        return False
    while (above := tree.head(below)) is not None:
        if tree[below].relation == "ccomp" and any(tree[i].text == ";" for i in range(below, above)):
            return False
        if above == outer.index:
            return tree[below].relation in CARRIED
        if tree[below].relation not in PASSING and not is_reported(tree, above):
            return False
        below = above
    return False


def is_reported(tree: Tree, index: int) -> bool:
    """'reports', 'claims' of 'denied reports that …': a noun for what is only said."""
    is_said = effects().get((tree[index].lemma, "noun")) is Status.ALLEGED or tree[index].lemma == "speculation"
    return tree[index].pos == "NOUN" and is_said


def is_report_of(tree: Tree, index: int) -> bool:
    """'claims that …', 'reports of …', and not 'the complaint', which was made."""
    has_content = bool(tree.below(index, "acl", "ccomp", "relcl")) or any(
        preposition in {"of", "about", "over"} for preposition, _ in tree.prepositions(index)
    )
    return is_reported(tree, index) and has_content


def is_denied_report(tree: Tree, noun: int) -> bool:
    """'denied accusations that it had fired': what it is said to have done is told, and that it is denied."""
    verb = tree.head(noun)
    is_answered = verb is not None and tree[noun].relation in UNDERGOING and tree[verb].lemma in DENYING
    return is_answered and is_reported(tree, noun) and bool(tree.below(noun, "acl", "ccomp", "relcl"))


def is_below(inner: Mention, outer: Mention) -> bool:
    """The inner one stands somewhere under the outer in the tree."""
    return inner.tree is outer.tree and any(above == outer.index for above in inner.tree.above(inner.index))


def is_inside(inner: Mention, outer: Mention) -> bool:
    """The same, and not by way of another verb that is joined with the outer ('denounced it and said X had ordered it')."""
    return is_below(inner, outer) and not any(
        relation == "conj" and above == outer.index for above, relation in governors(inner) if above >= outer.index
    )


def governors(mention: Mention) -> Iterator[tuple[int, str]]:
    """(token, relation by which the mention or its clause hangs on it), nearest first, up to the root."""
    tree = mention.tree
    below = mention.index
    for above in tree.above(mention.index):
        yield above, tree[below].relation
        below = above


def is_lacking(tree: Tree, index: int) -> bool:
    """'without a deal', 'without signing it': it was not."""
    first = tree.first_conjunct(index)
    return tree[first].relation in {"pobj", "pcomp"} and tree.lower[tree[first].head] == "without"


def is_said_of(tree: Tree, above: int, below: int) -> bool:
    """'is said to have met'; who was 'reported killed' was, and 'was told to leave' is an order."""
    is_infinitive = tree[below].relation == "xcomp" and any(tree[i].tag == "TO" for i in tree.below(below, "aux"))
    return is_infinitive and tree[above].lemma != "tell" and bool(tree.below(above, "nsubjpass", "auxpass"))


def is_relative(tree: Tree, index: int) -> bool:
    """A relative clause, whole or reduced to its participle."""
    is_reduced = tree[index].relation == "acl" and tree[index].tag == "VBN" and not tree.below(index, "aux", "mark")
    is_answer = tree[index].relation == "acl" and _is_answering(tree, index)  # 'a claim that Peru called a lie'
    is_misread = tree[index].relation == "advcl" and any(tree.lower[i] == "which" for i in tree.below(index, *OWN))
    is_misread = is_misread or (
        tree[index].relation == "acl" and any(tree[i].tag == "WDT" for i in tree.below(index, *OWN))
    )
    return tree[index].relation == "relcl" or is_reduced or is_answer or is_misread


def is_content(tree: Tree, index: int, above: int) -> bool:
    """'a report that she had left', which the parser takes for a relative clause; 'a report that she withheld' is one."""
    first = tree[min(tree.subtree(index))]
    is_object = first.relation == "dobj" and not tree.below(index, "prep", "xcomp", "ccomp")
    is_that = first.text.lower() == "that" and first.tag == "IN" and not (_is_answering(tree, index) or is_object)
    name = (tree[above].lemma, "noun")
    if not is_that or name not in effects():
        return False
    return not (effects()[name] is Status.PLANNED and _is_over(tree, index))


def _is_over(tree: Tree, verb: int) -> bool:
    """'a plan that both have endorsed in principle': what is planned is put otherwise."""
    helpers = tree.below(verb, "aux", "auxpass")
    return tree[verb].tag in PAST and all(tree[i].tag not in {"MD", "TO"} for i in helpers)


def _is_answering(tree: Tree, verb: int) -> bool:
    """'which Peru denies', 'that Peru called a lie'."""
    is_naming = tree[verb].lemma in NAMING and not LIES.isdisjoint(tree.lower[verb + 1 : verb + 4])
    return tree[verb].lemma in DENYING or is_naming


def is_joined(tree: Tree, index: int) -> bool:
    """'after the attack', 'since he resigned': what stands there has happened, whatever is said of the rest."""
    token = tree[index]
    if token.relation == "ccomp" and any(tree[i].text == ";" for i in range(index, token.head)):
        return True
    if token.relation == "ccomp" and token.tag == "VBD" and token.head > index:
        return effects().get((tree[token.head].lemma, "verb")) is Status.PLANNED  # 'X sent tents, Y has promised beds'
    if token.relation in {"pobj", "pcomp"}:
        is_done = tree[index].tag != "VBG" or (
            tree.lower[token.head] == "after" and tree[tree[token.head].head].tag == "VBD"
        )
        return tree.lower[token.head] in JOINING and is_done
    marks = {tree[mark].text.lower() for mark in tree.below(index, "mark", "advmod")}
    helpers = tree.below(index, "aux", "auxpass")
    is_short = token.tag == "VBN" and not helpers and bool(tree.below(index, "nsubj"))  # 'after a strike left it shut'
    is_past = token.tag == "VBD" or is_short or any(tree[helper].tag == "VBD" for helper in helpers)
    if marks & {"before"} and not any(tree[i].tag == "MD" for i in tree.below(token.head, "aux")):
        return token.relation == "advcl" and token.tag == "VBD"  # 'accused them of killing nine before they withdrew'
    return token.relation == "advcl" and is_past and bool(marks & JOINING)
