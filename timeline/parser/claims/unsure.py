"""Unsure: what a clause only supposes, offers as the worse of two ways, is said to show, or is dismissed as untrue."""

from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.parser.claims.seeming import APPEARING
from timeline.parser.claims.unmet import is_done_after_all, is_inverted_if, is_unreal
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.governing import DENYING, LIES, NAMING
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import FINITE, PRESENT, Tree

IF = frozenset({"if", "unless", "provided"})
HAVE = frozenset({"have"})
UNTIL = frozenset({"until", "till"})
AHEAD = frozenset({"will", "wo", "would"})
MAYBE = frozenset({"may", "might", "could", "can", "would"})
ANY = frozenset({"a", "an", "any"})
SAID = frozenset({"say", "report", "believe", "think", "allege", "rumour", "rumor", "understand"})
HEARSAY = SAID | APPEARING
CARRYING = frozenset({"ccomp", "xcomp", "dobj", "conj", "pcomp"})
REPORTS = frozenset({"report", "claim", "allegation", "rumour", "rumor", "suggestion", "accusation", "charge", "story"})
JUDGING = word_list("judging what to do")
BELIEVING = frozenset("believe think accept expect imagine see suspect presume".split())
PLEAS = frozenset({"not", "innocent"})
PERSUADING = frozenset({"persuade", "convince", "induce", "coax", "force", "pressure"})
NEEDING = frozenset({"take", "need", "require"})
LEAVING_TIME, UNITS = frozenset({"have", "give", "get"}), frozenset({"hour", "day", "week", "month", "year"})
ORDERS = frozenset({"tell", "order", "warn", "ask", "instruct", "have"})


def unsure(mention: Mention) -> Iterator[Status]:
    """The statuses that such clauses give to a happening told in them."""
    tree, verb = mention.tree, mention.top
    if mention.is_verb and (_is_supposed(tree, verb) or _is_of_nobody(tree, verb) or _is_or_else(tree, verb)):
        yield Status.HYPOTHETICAL
    if mention.is_verb and (
        _is_what_time_is_for(tree, verb) or _is_needed_for(tree, verb) or _is_only_urged(tree, verb)
    ):
        yield Status.HYPOTHETICAL
    if (_is_judged if mention.is_verb else _is_imagined)(tree, mention.index) or _is_of_unmet(mention):
        yield Status.HYPOTHETICAL
    if _is_said_to(tree, verb) or _is_pleaded_against(mention):
        yield Status.ALLEGED
    if _is_dismissed(tree, verb) or _is_disbelieved(mention):
        yield Status.DENIED


def _is_disbelieved(mention: Mention) -> bool:
    """'do not believe that it was an attack', 'do not think he was robbed'; 'do not think the fire was arson': there was one."""
    tree, clause = mention.tree, mention.top
    if not mention.is_verb:
        if tree[mention.index].relation != "attr":
            return False
        clause = tree[mention.index].head
    above = tree[clause].head
    return tree[clause].relation == "ccomp" and tree[above].lemma in BELIEVING and tree.is_negated(above)


def _is_pleaded_against(mention: Mention) -> bool:
    """'pleaded not guilty to murder': nobody says yet that it was one; 'to charges of murder': these were made."""
    tree, deed = mention.tree, mention.index
    if "plead" not in tree.lemmas or mention.row.type in {"legal", "accuse"}:
        return False
    below = deed
    for above in tree.above(deed):
        if tree[below].relation not in {"pobj", "pcomp", "prep", "conj", "acomp", "oprd", "xcomp"}:
            return False
        if tree[above].lemma == "plead":
            return not PLEAS.isdisjoint(tree.lower[above:deed]) and "to" in tree.lower[above:deed]
        below = above
    return False


def _is_what_time_is_for(tree: Tree, verb: int) -> bool:
    """'has 14 days to sign it or send it back', 'were given 48 hours to leave'."""
    first = tree.first_conjunct(verb)
    noun = tree[first].head
    is_aim = tree[first].relation in {"relcl", "acl", "xcomp"} and "to" in [
        tree.lower[i] for i in tree.below(first, "aux")
    ]
    if not is_aim:
        return False
    times = [noun] if tree[noun].pos == "NOUN" else tree.below(noun, "dobj", "npadvmod", "oprd")
    holder = tree[noun].head if tree[noun].pos == "NOUN" else noun
    return tree[holder].lemma in LEAVING_TIME and any(tree[time].lemma in UNITS and time < first for time in times)


def _is_needed_for(tree: Tree, verb: int) -> bool:
    """'It would take 87 votes to remove him', 'needs 52 votes to pass it'; 'it took ten men to free him': he was freed."""
    if tree[verb].tag != "VB" or not any(tree[i].tag == "TO" for i in tree.below(verb, "aux")):
        return False
    above = tree[verb].head
    if tree[above].pos in {"NOUN", "NUM"} and tree[above].relation == "dobj":
        above = tree[above].head
    helpers = {tree[i].tag for i in tree.below(above, "aux")}
    is_open = tree[above].tag in PRESENT or "MD" in helpers
    return tree[above].lemma in NEEDING and is_open and bool(tree.below(above, "dobj")) and above < verb


def _is_only_urged(tree: Tree, verb: int) -> bool:
    """'are trying to persuade Kenya to accept it'; 'persuaded Kenya to accept it' tells that it did."""
    above = tree[verb].head
    is_clause = tree[verb].relation in {"xcomp", "ccomp"} and tree[above].lemma in PERSUADING
    return is_clause and tree[above].tag == "VB" and any(tree[i].tag in {"TO", "MD"} for i in tree.below(above, "aux"))


def _is_supposed(tree: Tree, verb: int) -> bool:
    """'if parliament rejected it', 'had the rebels taken the port, the war would …'."""
    if is_inverted_if(tree, verb):
        return not is_done_after_all(tree, verb)
    if tree[verb].relation != "advcl":
        return False
    marks = {tree.lower[mark] for mark in tree.below(verb, "mark")}
    if not marks.isdisjoint(IF):
        return True
    if marks.isdisjoint(UNTIL) or tree[verb].tag not in {"VBD", "VBZ", "VBP"}:
        return False
    return _is_waited_for(tree, tree[verb].head)


def _is_waited_for(tree: Tree, verb: int) -> bool:
    """'would not come back until the Speaker resigned': whether he does is open; 'were not told until he died': he did."""
    helpers = {tree.lower[i] for i in tree.below(verb, "aux")}
    return tree.is_negated(verb) and not AHEAD.isdisjoint(helpers) and "have" not in helpers


def _is_of_nobody(tree: Tree, verb: int) -> bool:
    """'A minister who conceded it would lose his post': of anybody who might, and of no one."""
    noun = tree.head(verb)
    if noun is None or tree[verb].relation != "relcl" or tree[verb].tag != "VBD" or tree[noun].relation != "nsubj":
        return False
    is_any = any(tree.lower[child] in ANY for child in tree.below(noun, "det"))
    return is_any and is_unreal(tree, tree[noun].head)


def _is_imagined(tree: Tree, noun: int) -> bool:
    """'A coup would be a disaster': what is said of any that might come."""
    verb = tree.head(noun)
    if verb is None or tree[noun].relation != "nsubj" or tree[verb].lemma != "be" or not is_unreal(tree, verb):
        return False
    is_any = any(tree.lower[child] in ANY for child in tree.below(noun, "det"))
    return is_any and bool(tree.below(verb, "attr", "acomp"))


def _is_of_unmet(mention: Mention) -> bool:
    """'would have handed her a victory': there was none."""
    tree, noun = mention.tree, mention.index
    verb = tree.head(noun)
    if mention.is_verb or verb is None or tree[noun].relation != "dobj" or not is_unreal(tree, verb):
        return False
    is_any = any(tree.lower[child] in ANY for child in tree.below(noun, "det"))
    return is_any and any(tree.lower[child] == "have" for child in tree.below(verb, "aux"))


def _is_judged(tree: Tree, verb: int) -> bool:
    """'It would be wrong to shell it', 'is hard to sell'; 'it was wrong to shell it' says that it was shelled."""
    above = tree.head(verb)
    if above is None or tree[verb].relation != "xcomp" or tree[verb].tag != "VB":
        return False
    be = tree[above].head if tree[above].relation == "acomp" else above
    if tree[be].lemma != "be" or not any(tree[i].lemma in JUDGING for i in tree.below(be, "acomp")):
        return False
    return tree[be].tag in PRESENT or is_unreal(tree, be)


def _is_or_else(tree: Tree, verb: int) -> bool:
    """'told them to leave or be expelled'."""
    first = tree.first_conjunct(verb)
    if first == verb or "or" not in tree.lower[first:verb]:
        return False
    above = tree.head(first)
    return above is not None and tree[first].relation == "xcomp" and tree[above].lemma in ORDERS


def _is_said_to(tree: Tree, verb: int) -> bool:
    """'a clip said to show Iranians fleeing', 'were reported to have boarded it'."""
    if HEARSAY.isdisjoint(tree.lemmas):
        return False
    current = verb
    while True:
        above = tree.head(current)
        if above is None:
            return False
        has_to = "aux" in tree.relations[current] and any(
            tree[helper].tag == "TO" for helper in tree.below(current, "aux")
        )
        if tree[above].lemma in APPEARING and has_to and tree[current].relation == "xcomp" and current != verb:
            return True  # 'a clip that appears to show'
        if tree[above].lemma in SAID and has_to and tree[current].relation in {"xcomp", "advcl"}:
            is_past = tree.has(current, "aux", HAVE)
            is_passive = bool(tree.below(above, "auxpass")) or tree[above].lemma == "say"
            return is_passive and (is_past or tree[current].relation == "xcomp")
        is_shown = tree[current].relation == "acl" and tree[current].tag == "VBG"
        if not is_shown and (tree[current].relation not in CARRYING or _is_main(tree, current)):
            return False
        current = above


def _is_main(tree: Tree, verb: int) -> bool:
    """The verb of the sentence, which hangs on 'show' by mistake: 'a video said to show soldiers was shared'."""
    helpers = tree.below(verb, "aux", "auxpass")
    is_finite = any(tree[i].tag in FINITE for i in (verb, *helpers))
    return tree[verb].relation == "ccomp" and is_finite and not tree.below(verb, "mark")


def _is_dismissed(tree: Tree, verb: int) -> bool:
    """'dismissed as fantasy reports that he was held', 'called reports that he had fled a lie'."""
    noun = tree.head(verb)
    if noun is None or tree[verb].relation not in {"acl", "ccomp", "relcl"} or not _is_report(tree, noun):
        return False
    above = tree.head(noun)
    if above is not None and tree.lower[above] == "as":
        head = tree.head(above)
        return head is not None and tree[head].lemma in NAMING and noun - above > 1
    if above is None or tree[above].lemma not in NAMING - DENYING:
        return False
    return not LIES.isdisjoint(tree.lower[verb + 1 : tree.subtree(above)[-1] + 1])


def _is_report(tree: Tree, noun: int) -> bool:
    """'reports' may be taken for a verb ('dismissed as fantasy reports that …')."""
    word = tree.lower[noun]
    return tree[noun].lemma in REPORTS or word in REPORTS or word.removesuffix("s") in REPORTS


def is_only_possible(tree: Tree, verb: int) -> bool:
    """'may call off the talks': they are not called off."""
    return any(tree.lower[helper] in MAYBE for helper in tree.below(verb, "aux"))


def is_thing_arranged(tree: Tree, verb: int, noun: int) -> bool:
    """'arranged the exchange': it was, where the text knows of it; 'arranged a meeting for June' is to come."""
    is_done = tree[verb].lemma == "arrange" and tree[verb].tag == "VBD"
    return is_done and any(tree.lower[child] == "the" for child in tree.below(noun, "det"))


def is_one_proposed(tree: Tree, name: str, noun: int) -> bool:
    """'proposed a conference', of which nobody has heard."""
    return name == "propose" and any(tree.lower[child] in {"a", "an"} for child in tree.below(noun, "det"))
