"""Attached: clauses and names that the small model hangs on the wrong word beside them, put where they belong. One Sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.statement import ActorKind
from timeline.parser.known.forms import irregular
from timeline.parser.known.roster import nouns
from timeline.parser.known.triggers import lexicon
from timeline.parser.sentences.joints import is_under
from timeline.parser.sentences.subjects import SUSPECTING
from timeline.parser.sentences.tree import PRESENT, RELATIVE_TAGS, SUBJECTS, with_tokens

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COMPANY})
BANDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT})
HARMING = frozenset(
    "kill injure wound maim hurt destroy damage claim leave cost level wreck bury drown engulf flatten devastate".split()
)
WHICH = frozenset({"that", "which"})
HARMFUL = frozenset({"assault", "accident", "disaster"})  # types
SEATS = frozenset({"of", "from", "for"})
QUOTES = frozenset({'"', "''", "”"})
LOOSELY = frozenset({"conj", "advcl", "ccomp", "parataxis", "dep"})
WHOLE = frozenset({"dobj", "attr", "xcomp", "aux", "auxpass", "cc", "prt", "neg"})
OPENING = frozenset({"nsubj", "nsubjpass", "mark", "expl", "csubj"})
JOINING = frozenset({",", ";", ":"})
CHARGING = SUSPECTING | {"absolve", "exonerate"}
PLACES = frozenset({"GPE", "LOC", "NORP", "ORG"})


def with_harming_clause(sentence: Sentence, verb: Token) -> Sentence:
    """'the blast at a mill in Hull that killed a guard': the blast did, where the mill or Hull is taken for what killed."""
    tokens = sentence.tokens
    is_harm = verb.lemma in HARMING and any(t.head == verb.index and t.lemma in WHICH for t in tokens)
    noun = tokens[verb.head]
    while is_harm and noun.relation in {"pobj", "nummod"} and not _is_blow(noun):
        noun = tokens[tokens[noun.head].head] if noun.relation == "pobj" else tokens[noun.head]
    if (
        is_harm and noun.pos == "VERB"
    ):  # 'recalled the blast at a mill that killed nine', where 'at' is taken for where they did
        objects = [t for t in tokens[noun.index : verb.index] if t.head == noun.index and t.relation == "dobj"]
        noun = objects[-1] if objects else noun
    return with_tokens(sentence, replace(verb, head=noun.index)) if is_harm and _is_blow(noun) else sentence


def with_persons_clause(sentence: Sentence, verb: Token) -> Sentence:
    """'the owner of the ketch, who fled': the owner did, where the tree takes the ketch for who fled."""
    tokens = sentence.tokens
    thing = tokens[verb.head]
    word = tokens[thing.head]
    somebody = tokens[word.head]
    is_who = any(t.head == verb.index and t.text == "who" for t in tokens[thing.index : verb.index])
    if not is_who or thing.relation != "pobj" or word.text != "of" or thing.pos != "NOUN" or somebody.pos != "NOUN":
        return sentence
    row, owner = nouns().get(thing.lemma), nouns().get(somebody.lemma)
    is_thing = row is None or row.kind in BODIES or (thing.tag == "NN" and row.kind in BANDS)
    is_person = owner is not None and owner.kind is ActorKind.PERSON
    return with_tokens(sentence, replace(verb, head=somebody.index)) if is_thing and is_person else sentence


def _is_blow(noun: Token) -> bool:
    rows = lexicon().get((noun.lemma, "noun"), ()) if noun.pos == "NOUN" else ()
    return any(row.type in HARMFUL for row in rows)


def with_second_person(sentence: Sentence, name: Token) -> Sentence:
    """'Presidents X of Peru and Y of Chile met', where Y is taken for one more place that X is of; 'Ann and Karl Voss'."""
    tokens, place = sentence.tokens, sentence.tokens[name.head]
    if place.relation in {"nmod", "compound"} and place.head == name.index + 1 and place.entity == "PERSON":
        last = tokens[place.head]
        return with_tokens(
            sentence,
            replace(name, head=last.index, relation="compound"),
            replace(place, head=last.head if last.head != last.index else place.index, relation=last.relation),
            replace(last, head=place.index, relation="conj"),
        )
    word = tokens[place.head]
    first = tokens[word.head]
    is_of = place.relation == "pobj" and place.entity in PLACES and word.text in SEATS
    if not is_of or first.entity != "PERSON" or first.index > word.index:
        return sentence
    joining = [t for t in tokens[place.index : name.index] if t.head == place.index and t.relation in {"cc", "punct"}]
    return with_tokens(sentence, replace(name, head=first.index), *(replace(t, head=first.index) for t in joining))


def with_whole_subject(sentence: Sentence, part: Token) -> Sentence:
    """'Peru, uneasy over a fire moving its way, sent crews', where 'moving' is taken for who sent them, Peru for what moved."""
    tokens = sentence.tokens
    name = next((t for t in tokens[: part.index] if t.head == part.index and t.relation == "nsubj"), None)
    if name is None or name.pos not in {"NOUN", "PROPN"} or tokens[name.index + 1].text != ",":
        return sentence
    inside = [t for t in tokens[name.index + 2 : part.index] if t.relation == "pobj" and not is_under(tokens, t, part)]
    noun = inside[-1] if inside else name
    return with_tokens(
        sentence, replace(name, head=part.head, relation=part.relation), replace(part, head=noun.index, relation="acl")
    )


def with_offices(sentence: Sentence, offices: Token) -> Sentence:
    """'Presidents X of Peru and Y of Chile met', where the presidents are taken for others who met."""
    tokens = sentence.tokens
    name = next(
        (t for t in tokens[offices.index + 1 :] if t.head == offices.head and t.relation == offices.relation), None
    )
    if (
        name is None
        or name.pos != "PROPN"
        or not all(t.head == name.index for t in tokens[offices.index + 1 : name.index])
    ):
        return sentence
    return with_tokens(sentence, replace(offices, head=name.index, relation="compound"))


def with_clause_inside(sentence: Sentence, verb: Token) -> Sentence:
    """'Acme, which the state sold in May, rejected a bid', where the last verb is taken for the clause's own."""
    tokens, noun = sentence.tokens, sentence.tokens[verb.head]
    own = [token for token in tokens if token.head == verb.index and token.index < verb.index]
    subject = next((token for token in own if token.relation == "nsubj" and token.tag not in RELATIVE_TAGS), None)
    which = next((token for token in own if token.tag in RELATIVE_TAGS), None)
    inner = next((t for t in tokens if subject and t.head == subject.index and t.relation in {"acl", "relcl"}), None)
    is_crooked = noun.head == noun.index and noun.pos in {"NOUN", "PROPN"} and inner is not None and which is not None
    if not is_crooked or inner is None or subject is None or which is None or inner.index > verb.index:
        return sentence
    return with_tokens(
        sentence,
        replace(verb, head=verb.index, relation="ROOT"),
        replace(noun, head=verb.index, relation="nsubj"),
        replace(inner, head=noun.index, relation="relcl", tag="VBD"),
        replace(subject, head=inner.index),
        replace(which, head=inner.index, relation="dobj"),
    )


def with_own_arguments(sentence: Sentence, verb: Token) -> tuple[Sentence, Token]:
    """The second of two verbs with a subject, an object and a form that are its own, and the verb as it is then."""
    sentence = with_participle(with_object_behind(with_apposed_subject(sentence, verb), verb), verb)
    return sentence, sentence.tokens[verb.index]


def with_apposed_subject(sentence: Sentence, verb: Token) -> Sentence:
    """'offered Iran, his foe in the war, a peace, and withdrew', where the foe is taken for who withdrew."""
    tokens = sentence.tokens
    noun = next((t for t in tokens[: verb.index] if t.head == verb.index and t.relation == "nsubj"), None)
    if noun is None or noun.pos != "NOUN" or noun.index < 2 or tokens[verb.index - 1].head != noun.index:
        return sentence
    joint, start = tokens[verb.index - 1], min(t.index for t in tokens if t.head == noun.index)
    owner = tokens[start - 2] if start > 1 and tokens[start - 1].text == "," else noun
    is_lone = not any(t.head == noun.index and t.relation == "conj" for t in tokens)
    if joint.relation != "cc" or owner.pos != "PROPN" or owner.head != verb.head or not is_lone:
        return sentence
    return with_tokens(sentence, replace(noun, head=owner.index, relation="appos"), replace(joint, head=verb.head))


def with_object_behind(sentence: Sentence, verb: Token) -> Sentence:
    """'left the firm and later joined Tarn Co.', where Tarn is taken for who joined."""
    tokens = sentence.tokens
    own = [t for t in tokens if t.head == verb.index]
    after = next((t for t in own if t.relation == "nsubj" and t.index > verb.index), None)
    has_more = any(t.relation in {"dobj", "ccomp", "xcomp"} or (t.relation == "nsubj" and t is not after) for t in own)
    is_shared = any(t.head == verb.head and t.relation == "nsubj" and t.index < verb.head for t in tokens)
    is_said = after is not None and any(t.text in QUOTES for t in tokens[max(0, verb.index - 2) : verb.index])
    if after is None or has_more or is_said or not is_shared or after.pos not in {"NOUN", "PROPN"}:
        return sentence
    return with_tokens(sentence, replace(after, relation="dobj"))


def with_participle(sentence: Sentence, verb: Token) -> Sentence:
    """'said A had broken in, beaten her and fled', where 'beaten' is taken for what the sayer did."""
    tokens = sentence.tokens
    above = next((t for t in reversed(tokens[: verb.index]) if t.tag == "VBN" and _has_helper(sentence, t)), None)
    if (
        above is None
        or is_under(tokens, above, verb)
        or irregular().get(verb.lemma, verb.text.lower()) == verb.text.lower()
    ):
        return sentence
    return with_tokens(sentence, replace(verb, head=above.index, tag="VBN"))


def _has_helper(sentence: Sentence, verb: Token) -> bool:
    return any(t.head == verb.index and t.relation in {"aux", "auxpass"} for t in sentence.tokens)


def with_second_firm(sentence: Sentence, name: Token) -> Sentence:
    """'a bid by X, a maker of pills based in Ghent, and Y', where Y is taken for one more town."""
    tokens, above = sentence.tokens, sentence.tokens[name.head]
    is_town = above.relation in {"pobj", "appos", "conj"} and above.entity == "GPE"
    between = tokens[above.index + 1 : name.index]
    joint = next((t for t in between if t.relation == "cc" and t.head == above.index), name)
    if not is_town or joint is name or tokens[joint.index - 1].text != ",":
        return sentence
    while above.head < above.index and above.relation != "appos":
        above = tokens[above.head]
    first = tokens[above.head]
    if above.relation != "appos" or first.entity not in {"ORG", "PERSON"}:
        return sentence
    return with_tokens(sentence, replace(name, head=first.index), replace(joint, head=first.index))


def strays(sentence: Sentence, verb: Token, signs: Sequence[int]) -> Iterator[Token]:
    """'took two hills, Kar and Bel, on Friday; the rebels fled', where the day is hung across the sign: to the verb before it."""
    for token in sentence.tokens:
        is_across = any(token.index < sign < verb.index for sign in signs)
        if token.head == verb.index and token.relation in {"prep", "npadvmod"} and is_across:
            before = [one.index for one in sentence.tokens[: token.index] if one.pos == "VERB"]
            if before:
                yield replace(token, head=before[-1])


def with_reduced_clause(sentence: Sentence, verb: Token) -> Sentence:
    """'The deal struck in Oslo last week still holds': what holds now was struck, and did not strike."""
    tokens = sentence.tokens
    own = [token for token in tokens if token.head == verb.index and token.index != verb.index]
    before = tokens[verb.index - 1] if verb.index else verb
    later = next((token for token in own if token.index > verb.index and token.relation in LOOSELY), None)
    if later is None or before not in own or before.relation != "nsubj" or before.pos != "NOUN":
        return sentence
    if any(token.relation in WHOLE or (token.text in JOINING and token.index < later.index) for token in own):
        return sentence
    inner = [token for token in tokens if token.head == later.index]
    is_present = later.tag in PRESENT or any(one.relation == "aux" and one.tag in PRESENT for one in inner)
    is_after = later.tag == "VBD" and verb.tag == "VBN"  # 'Passengers rescued from a yacht by a trawler landed'
    if (
        not (is_present or is_after)
        or later.pos not in {"VERB", "AUX"}
        or any(one.relation in OPENING for one in inner)
    ):
        return sentence
    moved = [replace(one, head=later.index) for one in own if one.index > later.index]
    return with_tokens(
        sentence,
        *moved,
        replace(before, head=later.index),
        replace(verb, head=before.index, relation="acl", tag="VBN"),
        replace(later, head=later.index, relation="ROOT"),
    )


def with_inner_object(sentence: Sentence, noun: Token) -> Sentence:
    """'Talks that were to end the strike were called off', 'A plan to end the strike was dropped', where the strike is taken for
    what was called off."""
    tokens, verb = sentence.tokens, sentence.tokens[noun.head]
    start = noun.index
    while start and is_under(tokens, tokens[start - 1], noun):
        start -= 1
    inner = tokens[start - 1] if start else noun
    if inner.tag not in {"VB", "VBG"} or inner.pos != "VERB" or verb.index < noun.index:
        return sentence
    if any(t.head == inner.index and t.relation == "dobj" for t in tokens):
        return sentence
    changed = replace(noun, head=inner.index, relation="dobj")
    if any(t.head == verb.index and t.relation in SUBJECTS for t in tokens[: inner.index]):
        return with_tokens(sentence, changed)
    return _with_plan(sentence, changed, verb)


def _with_plan(sentence: Sentence, noun: Token, verb: Token) -> Sentence:
    """'A plan to end the strike was dropped': the plan was, which the tree takes for the whole; `noun`, the strike, is mended."""
    tokens = sentence.tokens
    inner = tokens[noun.head]
    plan = next((t for t in tokens[: inner.index] if t.relation == "ROOT"), noun)
    is_below = verb.head == inner.index and verb.relation == "ccomp" and is_under(tokens, inner, plan)
    if not is_below or plan.pos != "NOUN":
        return sentence
    return with_tokens(
        sentence,
        noun,
        replace(verb, head=verb.index, relation="ROOT"),
        replace(plan, head=verb.index, relation="nsubjpass"),
    )


def with_charge(sentence: Sentence, of: Token) -> Sentence:
    """'acquitted the nurse of murdering a patient', where the nurse is taken for one of that kind."""
    tokens, noun = sentence.tokens, sentence.tokens[of.head]
    is_charged = noun.relation == "dobj" and tokens[noun.head].lemma in CHARGING
    is_deed = is_charged and any(t.head == of.index and t.relation == "pcomp" for t in tokens)
    return with_tokens(sentence, replace(of, head=noun.head)) if is_deed else sentence
