"""Shades: words that tell how firmly a happening stands without governing it ('came close to signing', 'proved false')."""

from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.parser.known.hedges import effects
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.governing import UNTRUE
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.presumed import is_hoped_for
from timeline.parser.mentions.unreached import is_nearly_had, is_unreached
from timeline.parser.sentences.phases import is_awaited
from timeline.parser.sentences.tenses import has_had
from timeline.parser.sentences.tree import PAST, PRESENT, Tree

PROVING = frozenset({"prove", "turn", "be", "appear"})
FALSE = UNTRUE | {"wrong", "incorrect", "premature", "exaggerated", "hoax"}
FAILING = frozenset({"fail", "founder", "fall", "collapse", "misfire"})
TRIES = frozenset({"attempt", "bid", "effort", "plot", "try"})
AWAITING = frozenset({"after", "once", "when", "until", "as", "before"})
COMPLETING = frozenset({"complete", "conclude", "finalise", "finalize", "approve", "clear", "seal", "sign"})  # a deal
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
AHEAD = FUTURE | {"would", "could", "may", "might"}
ARRANGED = frozenset({"plan", "schedule", "slate", "expect", "propose", "set"})
RESET = {("put", "back"), ("push", "back"), ("bring", "forward"), ("move", "to"), ("hold", "over")}
SOON = word_list("soon")
TAKING_UP = frozenset({"become", "take", "assume", "retire", "leave", "step"})
HOPING = frozenset({"hope", "hop", "intend", "mean", "want"})
OTHERWISE = frozenset({"but", "until", "instead"})
PURPOSED = frozenset({"plan", "intend", "mean", "hope", "hop", "want", "schedule", "expect", "arrange"})
STARTS = word_list("start of an occasion")
READINESS = {
    **dict.fromkeys(("willing", "prepared", "keen", "eager", "free", "reluctant", "hesitant"), Status.HYPOTHETICAL),
    **dict.fromkeys(("unwilling", "unable", "powerless", "loath"), Status.NEGATED),
    "unlikely": Status.HYPOTHETICAL,
}


def shades(mention: Mention) -> Iterator[Status]:
    """The statuses that such words give, the surest first."""
    tree, index = mention.tree, mention.index
    if mention.is_verb:
        if _is_disproved(tree, index):
            yield Status.DENIED
        if is_unreached(tree, index):
            yield Status.NEGATED
        if _is_unfulfilled(tree, index) or _is_given_up(tree, index):
            yield Status.CANCELLED
        if (readiness := _readiness(tree, index)) is not None:
            yield readiness
        if _is_failed_try(tree, index):
            yield Status.NEGATED
        if _is_awaited(tree, index) or _is_aim_ahead(tree, index) or _is_soon(tree, index) or _is_named_for(mention):
            yield Status.PLANNED
        if _is_alleged_before(tree, index):
            yield Status.ALLEGED
    elif mention.carrier is not None and is_unreached(tree, mention.top):
        yield Status.NEGATED  # 'came close to signing a deal'
    elif is_nearly_had(tree, index):
        yield Status.NEGATED
    elif is_hoped_for(tree, tree.first_conjunct(index)) or _is_made_way_for(tree, index):
        yield Status.HYPOTHETICAL
    elif _is_stopped_before(tree, index):
        yield Status.CANCELLED
    elif (
        _is_awaited_deal(mention)
        or _is_given_date(tree, index)
        or _is_arranged(tree, index)
        or _is_waited_for(tree, index)
    ):
        yield Status.PLANNED


def is_left_open(mention: Mention) -> bool:
    """'is willing to withdraw', 'has until May to appeal', 'clears the way for his return': told of one who may yet do it."""
    tree, index = mention.tree, mention.index
    return _readiness(tree, index) is not None if mention.is_verb else _is_made_way_for(tree, index)


def is_to_be(tree: Tree, index: int) -> bool:
    """'is to be held'."""
    clauses = tree.below(index, "xcomp") if tree[index].lemma == "be" else []
    clauses += [
        clause
        for adjective in tree.below(index, "acomp")
        for clause in tree.below(adjective, "xcomp")
        if _is_due(tree, adjective)
    ]
    return bool(clauses) and any(tree[aux].tag == "TO" for clause in clauses for aux in tree.below(clause, "aux"))


def is_going_to(tree: Tree, index: int) -> bool:
    """'is going to sell', 'is to sell', 'is due to open', 'is about to sell'."""
    above = tree.head(index)
    if above is None or tree[index].relation != "xcomp":
        return False
    is_going = tree[above].lemma == "go" and tree[above].tag == "VBG"
    has_to = any(tree[child].tag == "TO" for child in tree.below(index, "aux"))
    is_to_be = tree[above].lemma == "be" and has_to and not tree.below(above, "attr")  # 'is the third to sell'
    return is_going or is_to_be or tree.lower[above] == "about" or _is_due(tree, above)


def _is_due(tree: Tree, index: int) -> bool:
    return tree[index].pos == "ADJ" and tree[index].lemma in {"due", "set", "ready", "poised", "likely"}


def _is_waited_for(tree: Tree, index: int) -> bool:
    """'The report is due in June', 'the emir is due in Lima', 'talks are set for Monday': the noun or the adjective itself."""
    if tree[index].relation == "acomp":
        return is_awaited(tree, index)
    verb = tree[tree[index].head]
    if tree[index].relation == "nsubjpass" and verb.lemma in ARRANGED:
        is_open = not {"is", "are", "had"}.isdisjoint(tree.lower[i] for i in tree.below(verb.index, "auxpass", "aux"))
        return is_open and any(word == "for" and tree[day].tag != "NNS" for word, day in tree.prepositions(verb.index))
    is_subject = tree[index].relation == "nsubj" and verb.lemma == "be"
    return is_subject and any(is_awaited(tree, i) for i in tree.below(verb.index, "acomp"))


def _is_disproved(tree: Tree, index: int) -> bool:
    """'rumours that he had fled proved false', 'reports of … were untrue'."""
    noun = tree.head(index)
    return noun is not None and is_false(tree, noun)


def is_false(tree: Tree, noun: int) -> bool:
    """Of a report, that it 'proved false', or was."""
    if effects().get((tree[noun].lemma, "noun")) is not Status.ALLEGED:
        return False
    verb = tree.head(noun)
    is_subject = verb is not None and tree[noun].relation in {"nsubj", "nsubjpass"}
    return is_subject and verb is not None and tree[verb].lemma in PROVING and _says(tree, verb, FALSE)


def _says(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    return any(tree[i].lemma in words for i in tree.subtree(verb) if i > verb)


def _is_unfulfilled(tree: Tree, index: int) -> bool:
    """'were to have met', 'was to play on Friday, but …'."""
    above = tree.head(index)
    if above is None or tree[index].relation != "xcomp" or tree[above].lemma != "be" or tree[above].tag != "VBD":
        return False
    helpers = {tree[i].text.lower() for i in tree.below(index, "aux")}
    if "to" not in helpers:
        return False
    return "have" in helpers or any(tree.lower[i] == "but" for i in tree.below(above, "cc"))


def _is_given_up(tree: Tree, index: int) -> bool:
    """'had hoped to finish by May', 'had planned to open it but …': nothing came of it."""
    above = tree.head(index)
    if (
        above is None
        or tree[index].relation != "xcomp"
        or tree[above].lemma not in PURPOSED
        or tree[above].tag != "VBN"
    ):
        return False
    is_past = any(tree.lower[i] == "had" for i in tree.below(above, "aux"))
    return is_past and (tree[above].lemma in HOPING or _comes_otherwise(tree, index, above))


def _comes_otherwise(tree: Tree, planned: int, above: int) -> bool:
    """'but', 'instead' or 'until' with a clause; 'planned to stay until May' and 'planned to open it and opened it' do not."""
    joints = (i for i in range(planned, len(tree)) if tree.lower[i] in OTHERWISE)
    is_joined = any(tree[i].relation != "prep" and not tree.below(i, "prep", "pobj") for i in joints)
    return is_joined and all(tree[verb].lemma != tree[planned].lemma for verb in tree.below(above, "conj"))


def _readiness(tree: Tree, index: int) -> Status | None:
    """'is willing to withdraw', 'is unable to pay', 'has until May to appeal', 'has an option to buy'."""
    above = tree.head(index)
    if above is None or tree[index].relation not in {"xcomp", "acl", "advcl"} or tree[index].tag != "VB":
        return None
    if tree[above].pos == "ADJ":
        return READINESS.get(tree.lower[above])
    has_option = tree[above].lemma in {"option", "right"} and tree[tree[above].head].lemma in {"have", "hold"}
    has_time = tree[above].lemma == "have" and any(word in {"until", "till"} for word, _ in tree.prepositions(above))
    return Status.HYPOTHETICAL if has_time or has_option else None


def _is_made_way_for(tree: Tree, index: int) -> bool:
    """'clears the way for his return'."""
    head = tree.head(tree.first_conjunct(index))
    if head is None or tree.lower[head] != "for" or tree[tree.first_conjunct(index)].relation != "pobj":
        return False
    way = tree[tree[head].head]
    return way.lemma == "way" or tree[way.head].lemma in {"clear", "pave"}


def _is_stopped_before(tree: Tree, index: int) -> bool:
    """'was halted two minutes before liftoff'."""
    head = tree.head(index)
    if tree[index].lemma not in STARTS or head is None or tree.lower[head] != "before":
        return False
    return any(
        tree[above].lemma in {"halt", "stop"} or effects().get((tree[above].lemma, "verb")) is Status.CANCELLED
        for above in tree.above(head)
    )


def _is_failed_try(tree: Tree, index: int) -> bool:
    """'an attempt to kill the emir failed'."""
    noun = tree.head(index)
    if noun is None or tree[noun].lemma not in TRIES or tree[index].relation not in {"acl", "relcl"}:
        return False
    described = {tree[i].lemma for i in tree.below(noun, "amod")}
    verb = tree.head(noun)
    told = [*tree.below(noun, "acl", "relcl"), *([verb] if verb is not None else [])]
    return "failed" in described or any(tree[i].lemma in FAILING for i in told if i != index)


def _is_awaited(tree: Tree, index: int) -> bool:
    """'will take effect once parliament has ratified it', 'faces ten years when he is sentenced in May'."""
    token, above = tree[index], tree.head(index)
    if above is None or token.relation != "advcl":
        return False
    opens = {tree[mark].text.lower() for mark in tree.below(index, "mark", "advmod")}
    helpers = tree.below(index, "aux", "auxpass")
    is_present = token.tag in PRESENT or any(tree[i].tag in PRESENT for i in helpers[:1])
    governing = {tree[i].text.lower() for i in tree.below(above, "aux")}
    if not is_present:  # 'said he would run it until a successor was found'
        return (
            "would" in governing and token.tag in PAST and bool(opens & {"once", "until"}) and not has_had(tree, index)
        )
    is_ahead = not AHEAD.isdisjoint(governing) or (tree[above].lemma == "face" and tree[above].tag in PRESENT)
    return is_ahead and bool(opens & AWAITING)


def _is_awaited_deal(mention: Mention) -> bool:
    """'will leave when the merger is completed'."""
    tree, token = mention.tree, mention.tree[mention.index]
    is_subject = mention.row.type == "business" and token.relation in {"nsubj", "nsubjpass"}
    return is_subject and tree[token.head].lemma in COMPLETING and _is_awaited(tree, token.head)


def _is_aim_ahead(tree: Tree, index: int) -> bool:
    """'A congress to elect a leader will be held in May'."""
    token = tree[index]
    is_aim = token.relation in {"csubj", "csubjpass", "acl"} and any(
        tree[i].tag == "TO" for i in tree.below(index, "aux")
    )
    is_subject = token.relation != "acl" or tree[token.head].relation in {"nsubj", "nsubjpass"}
    verb = tree.head(token.head) if token.relation == "acl" else token.head
    return is_aim and is_subject and verb is not None and any(tree.lower[i] in FUTURE for i in tree.below(verb, "aux"))


def _is_soon(tree: Tree, index: int) -> bool:
    """'is sending a team': of what takes no time, the present that goes on speaks of what is to come."""
    is_load = bool(tree.below(index, "dobj")) or tree.lower[index + 1 : index + 2] == ("in",)
    is_carrying = tree[index].lemma in {"fly", "drop"} and is_load  # 'is flying in blankets'
    if tree[index].tag != "VBG" or tree[index].lemma not in SOON or "already" in tree.lower or is_carrying:
        return False
    return any(tree[i].lemma == "be" and tree[i].tag in PRESENT for i in tree.below(index, "aux"))


def _is_named_for(mention: Mention) -> bool:
    """'Ines Prado, 51, becomes president of the new unit': who is named for an office takes it up later."""
    token = mention.tree[mention.index]
    is_taken_up = mention.row.type == "appointment" and token.tag in PRESENT and token.lemma in TAKING_UP
    return is_taken_up and token.relation in {"ROOT", "conj", "ccomp"}


def _is_given_date(tree: Tree, index: int) -> bool:
    """'No date has been set for the trial'."""
    first = tree.first_conjunct(index)
    if "date" not in tree.lemmas or tree[first].relation != "pobj" or tree.lower[tree[first].head] != "for":
        return False
    return any(tree[i].lemma == "date" for i in tree.below(tree[tree[first].head].head, "dobj", "nsubjpass"))


def _is_alleged_before(tree: Tree, index: int) -> bool:
    """The second of 'allegedly ran a light and hit a nun'."""
    first = tree.first_conjunct(index)
    if first == index or tree.below(index, "nsubj", "nsubjpass"):
        return False
    words = (tree[i].text.lower() for i in tree.below(first, "advmod") if i < first)
    return any(effects().get((word, "adverb")) is Status.ALLEGED for word in words)


def _is_arranged(tree: Tree, index: int) -> bool:
    """'a visit planned for June' that has not begun, 'has been put back to autumn'."""
    verb = tree.head(index) if tree[index].relation in {"nsubj", "nsubjpass"} else None
    if verb is not None and tree[verb].pos in {"VERB", "AUX"}:
        is_reset = any((tree[verb].lemma, tree[i].text.lower()) in RESET for i in tree.below(verb, "advmod", "prt"))
        if is_reset or tree[verb].tag == "VBD" or tree.below(verb, "auxpass"):
            return is_reset
    return any(tree[i].lemma in ARRANGED and tree[i].tag == "VBN" for i in tree.below(index, "acl"))
