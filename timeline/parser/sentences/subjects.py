"""Subjects: who does what a verb says, where its clause leaves that to another, and whether a participle is a passive."""

from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.acting import acting_noun
from timeline.parser.sentences.slots import PASSIVE_SUBJECT, SUBJECT
from timeline.parser.sentences.tree import DATES, Tree

SPEECH_NOUNS = frozenset(
    "declaration statement letter resolution message report protest strike campaign offer motion petition note".split()
)
OBJECT_CONTROL = frozenset({"of", "for", "from", "with"})  # 'accused X of doing': X does it
PERSONS = frozenset({"he", "she", "they", "we", "i", "who"})
SUSPECTING = frozenset({"suspect", "accuse", "convict", "acquit", "clear"})
LINKING = frozenset({"be", "remain", "stay"})
PLANS = word_list("what somebody means to do")
ANSWERING = frozenset(
    "give grant refuse deny reject approve block turn oppose welcome back support condemn criticise foil thwart avert "
    "prevent stop resist survive defeat".split()
)
REACHING = frozenset(
    "telephone phone visit meet use join leave sell buy cut raise spend hold issue cancel close open".split()
)
HIRING = frozenset({"hire", "pay", "bribe", "recruit"})
ISSUING = frozenset({"publish", "release", "issue", "circulate", "sign", "send"})
PERSONAL = word_list("done by nothing") | word_list("speaking out")  # what no thing does
PENALTIES = frozenset("fine penalty sentence term ban price compensation time year month day".split())
JAILS = frozenset({"jail", "prison", "custody", "detention", "cell"})
SPANS = frozenset(
    "round session series minute hour night morning afternoon evening day week month".split()
)  # 'hours of talks'
SUSPICIONS = frozenset({"suspicion", "charge", "count", "accusation"})
CAUSING = frozenset({"have", "get", "see", "find", "want"})
# These nobody does to others.
SUFFERING = frozenset({"drown", "starve", "perish", "suffocate", "vanish", "crash", "sink"})


def is_reduced_passive(tree: Tree, verb: int) -> bool:
    """'a man killed in the raid', and the second of 'was tried and sentenced'."""
    token = tree[verb]
    if token.tag != "VBN" or _is_main(tree, verb):
        return False
    if token.relation == "conj" and not tree.below(verb, *SUBJECT, "aux"):
        return bool(tree.below(token.head, *PASSIVE_SUBJECT, "auxpass"))
    if token.relation == "ccomp" and tree[token.head].lemma in CAUSING:  # 'had his tenants thrown out'
        return bool(tree.below(verb, "nsubj")) and not tree.below(verb, "aux", "dobj", "mark")
    if token.relation in {"xcomp", "oprd"}:  # 'nine were believed kidnapped', and not 'feared drowned'
        is_done_to = bool(tree.below(token.head, "auxpass")) and token.lemma not in SUFFERING
        return is_done_to and not tree.below(verb, "aux", "dobj")
    return token.relation in {"acl", "advcl"} and not tree.below(verb, "aux", "dobj")


def _is_main(tree: Tree, verb: int) -> bool:
    """'The board named a chief' where the tagger takes 'named' for a participle of 'board'."""
    above = tree.head(verb)
    is_root = above is not None and tree.head(above) is None and tree[above].pos in {"NOUN", "PROPN"}
    if not is_root or tree[verb].relation != "acl":
        return False
    is_only_verb = all(i == verb or token.pos not in {"VERB", "AUX"} for i, token in enumerate(tree.sentence.tokens))
    return bool(tree.below(verb, "dobj", "oprd")) or (is_only_verb and not tree.below(verb, "agent"))


def subjects_of(tree: Tree, verb: int, is_passive: bool) -> list[int]:
    """Its own subjects, else those it shares or borrows; none of a passive."""
    if is_passive:
        return []
    own = tree.below(verb, *SUBJECT)
    return own or borrowed_subject(tree, verb)


def borrowed_subject(tree: Tree, verb: int) -> list[int]:
    """The subject shared with a first conjunct, or controlled by the clause above."""
    token, above = tree[verb], tree.head(verb)
    if above is None:
        return []
    if token.relation in {"acl", "relcl"} and token.tag == "VB":
        return _planner(tree, above) if tree[above].lemma in PLANS else _maker(tree, above)
    if token.relation == "acl":
        return _maker(tree, above) if token.tag != "VBN" or _is_main(tree, verb) else []
    if token.relation == "pcomp":
        preposition, above = tree.lower[above], tree.head(above)
        if preposition == "of" and above is not None and tree[above].lemma in SPANS:
            return _there(tree, verb, above)
        above = _punishing(tree, above, preposition)
        if above is not None and preposition in OBJECT_CONTROL and (controlled := _objects_of(tree, above)):
            return controlled
        if above is not None and (described := _described(tree, above, preposition)):
            return described
    if above is not None and token.relation == "acomp" and token.tag == "VBG" and tree[above].lemma in LINKING:
        return tree.below(above, *SUBJECT)  # 'four were missing'
    if above is None or token.relation not in {"conj", "dep", "xcomp", "advcl", "pcomp", "ccomp"}:
        return []
    # 'are due to meet', and not 'the trial is due to open'
    if token.relation == "xcomp" and tree[above].relation == "acomp":
        verb_above = tree[above].head
        subjects = tree.below(verb_above, *SUBJECT) or borrowed_subject(tree, verb_above)
        return [i for i in subjects if tree[i].pos == "PROPN" or tree.lower[i] in PERSONS or acting_noun(tree, i)]
    if token.relation == "xcomp" and (objects := tree.below(above, "dobj")) and tree[above].lemma not in REACHING:
        return objects
    if token.relation == "advcl" and token.tag == "VB" and tree[above].lemma in HIRING:
        hired = [i for i in tree.below(above, "dobj", "dative", *PASSIVE_SUBJECT) if acting_noun(tree, i)]
        if hired:
            return hired  # 'paid two men to kill her'
    if tree[above].pos not in {"VERB", "AUX"}:
        return []
    above = _saying(tree, verb, above)
    return tree.below(above, *SUBJECT, *PASSIVE_SUBJECT) or borrowed_subject(tree, above)


def _saying(tree: Tree, verb: int, above: int) -> int:
    """'said' of 'The abbot said the letter was a forgery and accused the bank', which the tree joins to what the letter was."""
    subjects = tree.below(above, *SUBJECT, *PASSIVE_SUBJECT)
    is_joined = tree[verb].relation == "conj" and tree[above].relation == "ccomp" and tree[above].head < above
    if not is_joined or not subjects or tree[verb].lemma not in PERSONAL:
        return above
    are_things = all(tree[i].pos == "NOUN" and acting_noun(tree, i) is None for i in subjects)
    return tree[above].head if are_things else above


def _described(tree: Tree, word: int, preposition: str) -> list[int]:
    """X of 'found X guilty of stealing', 'X pleaded guilty to stealing', 'X, guilty of stealing,' and 'suspected X of stealing'."""
    token, above = tree[word], tree[word].head
    if token.relation == "dobj" and preposition == "of" and tree[above].lemma in SUSPECTING:
        return [word]
    if token.pos != "ADJ":
        return []
    if token.relation in {"acomp", "oprd"}:
        return _objects_of(tree, above) or subjects_of(tree, above, is_passive=False)
    return tree.below(word, *SUBJECT) or ([above] if token.relation == "amod" else [])


def issuers(tree: Tree, verb: int) -> list[int]:
    """The envoy of 'In a letter published on Monday, the envoy urged …', who published it."""
    token, noun = tree[verb], tree[tree[verb].head]
    word = tree.head(noun.index)
    is_issued = token.relation == "acl" and token.lemma in ISSUING and noun.lemma in SPEECH_NOUNS | {"paper", "study"}
    if not is_issued or word is None or noun.relation != "pobj" or tree.lower[word] != "in":
        return []
    above = tree.head(word)
    return tree.below(above, *SUBJECT) if above is not None and tree[above].pos == "VERB" else []


def _objects_of(tree: Tree, verb: int) -> list[int]:
    """Whom a verb acts on, in either voice ('accused Kabul of', 'Kabul was accused of', 'two men accused of'); nobody whom a
    fine is paid or a term served for ('paid a fine for')."""
    is_said_of = tree[verb].relation == "acl" and tree[verb].tag == "VBN"
    if undergoing := tree.below(verb, *PASSIVE_SUBJECT):
        return undergoing
    objects = [i for i in tree.below(verb, "dobj") if tree[i].lemma not in PENALTIES and tree[i].entity not in DATES]
    return objects or ([tree[verb].head] if is_said_of else [])


def _there(tree: Tree, verb: int, span: int) -> list[int]:
    """The army of 'The army left after a night of fighting with the militia': who fights with somebody."""
    word = tree.head(span)
    above = None if word is None or tree[span].relation != "pobj" else tree.head(word)
    is_with = any(preposition == "with" for preposition, _ in tree.prepositions(verb))
    return subjects_of(tree, above, is_passive=False) if is_with and above is not None else []


def _punishing(tree: Tree, above: int | None, preposition: str) -> int | None:
    """'jailed' of 'jailed for nine years for stealing' and 'spent nine years in prison for stealing', 'held' of 'held on
    suspicion of stealing': the verb, where the tree hangs what it was for on a word behind it; else the word itself.
    """
    current = above
    while current is not None and tree[current].relation == "pobj" and _is_of_penalty(tree, current, preposition):
        word = tree.head(current)
        current = None if word is None else tree.head(word)
    return above if current is None or tree[current].pos != "VERB" else current


def _is_of_penalty(tree: Tree, noun: int, preposition: str) -> bool:
    """'for nine years for', 'in a Greek prison for', 'from the race for'; 'on suspicion of'."""
    if preposition == "of":
        return tree[noun].lemma in SUSPICIONS
    is_held = tree[noun].entity in DATES or tree[noun].lemma in PENALTIES | JAILS
    verb = tree.head(tree[noun].head)
    return preposition == "for" and (is_held or (verb is not None and bool(tree.below(verb, *PASSIVE_SUBJECT))))


def _planner(tree: Tree, noun: int) -> list[int]:
    """Who is to do it: 'Acme's plan to sell', 'a bid by Acme to sell', 'Acme announced plans to sell', 'gave Acme leave to'."""
    own = tree.below(noun, "poss") or [inner for word, inner in tree.prepositions(noun) if word in {"by", "from"}]
    verb = tree.head(noun)
    if own or verb is None or tree[noun].relation != "dobj":
        return own
    if given := tree.below(verb, "dative"):
        return [i for i in given if tree[i].pos != "ADP"]
    return [] if tree[verb].lemma in ANSWERING else subjects_of(tree, verb, is_passive=False)


def _maker(tree: Tree, noun: int) -> list[int]:
    """The noun that does it, or for 'issued a statement demanding' whoever issued it."""
    verb = tree.head(noun)
    if tree[noun].lemma in SPEECH_NOUNS and tree[noun].relation == "dobj" and verb is not None:
        return subjects_of(tree, verb, is_passive=False)
    return [noun]
