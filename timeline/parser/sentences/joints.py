"""Joints: clauses and names that the small model of English joins to the wrong word, put where they belong. One Sentence."""

import calendar
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import FINITE, with_tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
PARTS = frozenset({"det", "amod", "compound", "nmod", "poss"})
HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
SAME = frozenset({("he", "him"), ("she", "her"), ("they", "them")})
PAST = frozenset({"VBN", "VBD"})
JOINING = frozenset({"and", "but"})
MONEY = word_list("money")
CALENDAR = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name)
OPENING = frozenset({"since", "after", "before", "until", "as"})


def with_two_clauses(sentence: Sentence, first: Token, second: Token) -> Sentence:
    """'Police shut the bar and the owner was fined', where the owner is taken for a second thing that was shut."""
    tokens = sentence.tokens
    between = tokens[first.index + 1 : second.index]
    if second.pos != "VERB" or first.pos != "VERB" or has_subject(sentence, second):
        return sentence
    noun = next((token for token in reversed(between) if token.relation == "conj" and token.pos in NOUNS), None)
    word = next(
        (t for t in between if noun and t.relation == "cc" and t.head == noun.head and t.index < noun.index), None
    )
    if noun is None or word is None or word.text not in JOINING or not _reaches(tokens, noun, second):
        return sentence
    is_passive = any(token.head == second.index and token.relation == "auxpass" for token in tokens)
    is_first = second.head == first.index  # already joined as it should be
    is_root = second.head == second.index
    return with_tokens(
        sentence,
        replace(noun, head=second.index, relation="nsubjpass" if is_passive else "nsubj"),
        replace(word, head=first.index),
        first if is_first else replace(first, head=first.index if is_root else second.head, relation=second.relation),
        replace(second, head=first.index, relation="conj"),
    )


def with_opening(sentence: Sentence, verb: Token) -> Sentence:
    """'since the wall of a dam burst', where 'since the wall' is taken for a phrase of the clause before."""
    tokens = sentence.tokens
    before = tokens[: verb.index]
    opening = next((t for t in reversed(before) if t.relation == "prep" and t.text.lower() in OPENING), None)
    if opening is None or (
        verb.relation == "conj" and any(t.relation == "cc" for t in tokens[opening.index : verb.index])
    ):
        return sentence
    noun = next((t for t in tokens[opening.index + 1 : verb.index] if t.head == opening.index), None)
    is_open = noun is not None and not has_subject(sentence, verb)
    if noun is None or not is_open or _is_parted(tokens, noun, verb) or not _reaches(tokens, noun, verb):
        return sentence
    is_passive = any(token.head == verb.index and token.relation == "auxpass" for token in tokens)
    subject = replace(noun, head=verb.index, relation="nsubjpass" if is_passive else "nsubj")
    is_own = is_under(tokens, tokens[opening.head], verb)  # 'a day after a truce came', where 'day' hangs on 'came'
    clause = replace(verb, head=verb.head if is_own else opening.head, relation="advcl")
    return with_tokens(sentence, subject, replace(opening, head=verb.index, relation="mark"), clause)


def _is_parted(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    """'joined it as a clerk in 1986, ran a branch and became its head': one comma, right before the verb."""
    commas = [token.index for token in tokens[noun.index : verb.index] if token.text == ","]
    return commas == [verb.index - 1]


def _reaches(tokens: tuple[Token, ...], noun: Token, verb: Token) -> bool:
    """Nothing stands between the noun, with what hangs on it, and the verb with its helpers."""
    return all(
        token.text == "," or is_under(tokens, token, noun) or (token.head == verb.index and token.relation in HELPERS)
        for token in tokens[noun.index + 1 : verb.index]
    )


def is_under(tokens: tuple[Token, ...], token: Token, noun: Token) -> bool:
    """Whether the token is the noun, or hangs on it by way of any others."""
    while token.head != token.index and token.index != noun.index:
        token = tokens[token.head]
    return token.index == noun.index


def moored(sentence: Sentence, name: Token) -> Sentence:
    """'their union and the operator, Metro Line,': the operator's name, though the tree hangs it on the union."""
    tokens = sentence.tokens
    start = min(
        (t.index for t in tokens[: name.index] if t.head == name.index and t.relation != "punct"), default=name.index
    )
    before = tokens[start - 2] if start > 1 and tokens[start - 1].text == "," else name
    is_joined = before.relation == "conj" and before.head == name.head and before.pos in NOUNS
    if is_joined and name.pos == "PROPN":
        return with_tokens(sentence, replace(name, head=before.index))
    return with_subject_behind_place(sentence, name)


def with_subject_behind_place(sentence: Sentence, name: Token) -> Sentence:
    """'In Lima, the head of the port, Jorge Salas, was detained', where both are taken for what Lima is called."""
    tokens, town = sentence.tokens, sentence.tokens[name.head]
    word = tokens[town.head] if town.relation == "pobj" else tokens[max(0, town.index - 1)]
    verb = tokens[word.head]
    own = [token for token in tokens if token.head == verb.index and token is not town]
    is_opening = word.tag == "IN" and word.index < town.index < name.index < verb.index and word.index == 0
    has_tense = any(token.tag in FINITE for token in (verb, *own))
    if not (is_opening and has_tense) or any(token.relation in SUBJECTS for token in own):
        return sentence
    relation = "nsubjpass" if any(token.relation == "auxpass" for token in own) else "nsubj"
    others = [token for token in tokens if token.head == town.index and token.relation == "appos"]
    return with_tokens(
        sentence,
        replace(word, relation="prep"),
        replace(town, head=word.index, relation="pobj"),
        replace(name, head=verb.index, relation=relation),
        *(replace(token, head=name.index) for token in others if token.index > name.index),
    )


def with_name_of_place(sentence: Sentence, name: Token) -> Sentence:
    """'In the capital, Port Vale, police arrested six', where the town is taken for one who arrests."""
    tokens, verb = sentence.tokens, sentence.tokens[name.head]
    start = min(
        (token.index for token in tokens if token.head == name.index and token.relation in PARTS), default=name.index
    )
    others = [
        token
        for token in tokens[name.index + 1 : verb.index]
        if token.head == verb.index and token.relation in SUBJECTS
    ]
    if start < 2 or not others or tokens[name.index + 1].text != "," or tokens[start - 1].text != ",":
        return sentence
    place = tokens[start - 2]
    is_opening = place.relation == "pobj" and place.pos in NOUNS and tokens[place.head].index == 0
    return with_tokens(sentence, replace(name, head=place.index, relation="appos")) if is_opening else sentence


def with_receiver(sentence: Sentence, name: Token) -> Sentence:
    """'lent Georgia 22 million dollars': to Georgia."""
    sum_ = sentence.tokens[name.head]
    after = sentence.tokens[name.index + 1 : name.index + 2]
    if sum_.relation != "dobj" or sum_.lemma not in MONEY or not after or after[0].tag not in {"CD", "$"}:
        return sentence
    return with_tokens(sentence, replace(name, head=sum_.head, relation="dative"))


def with_whose(sentence: Sentence, of: Token) -> Sentence:
    """'the murder in January of X', where January is taken for what is X's."""
    tokens, day = sentence.tokens, sentence.tokens[of.head]
    word = tokens[day.head]
    before = tokens[max(0, word.index - 1)]
    owner = next((token for token in tokens if token.head == of.index and token.relation == "pobj"), of)
    is_day = day.relation == "pobj" and word.relation == "prep" and day.text.casefold() in CALENDAR
    if not is_day or before.pos != "NOUN" or owner.entity == "DATE" or owner.pos == "NUM" or owner is of:
        return sentence
    return with_tokens(sentence, replace(of, head=before.index))


def with_outer_subject(sentence: Sentence, subject: Token) -> Sentence:
    """'Kask, a former head of the Tartu waterworks, took over', where the waterworks are taken for who did."""
    tokens, inner = sentence.tokens, sentence.tokens[subject.head]
    is_outer = subject.index < inner.index and any(t.text == "," for t in tokens[subject.index : inner.index])
    if inner.relation not in SUBJECTS or inner.pos not in NOUNS or not is_outer or not inner.index:
        return sentence
    before = tokens[inner.index - 1]
    if before.relation == "pobj":
        mended = [
            replace(before, head=inner.index, relation="compound"),
            replace(inner, head=before.head, relation="pobj"),
        ]
    else:
        mended = [replace(inner, head=subject.index, relation="appos")]
    return with_tokens(sentence, replace(subject, head=inner.head, relation=inner.relation), *mended)


def with_first_verb(sentence: Sentence, subject: Token) -> Sentence:
    """'The chairman, X, offered to wait, but the union scorned the offer', where both are taken for who scorned it."""
    tokens, last = sentence.tokens, sentence.tokens[subject.head]
    between = tokens[subject.index : last.index]
    other = next((t for t in between if t.head == last.index and t.relation == "nsubj" and t is not subject), None)
    verb = next((t for t in between if t.head == subject.index and t.relation == "acl" and t.tag in PAST), None)
    word = next(
        (t for t in between if t.relation == "cc" and t.text in JOINING and t.head in {subject.index, last.index}), None
    )
    if other is None or verb is None or word is None or not verb.index < word.index < other.index:
        return sentence
    root = verb.index if last.head == last.index else last.head
    return with_tokens(
        sentence,
        replace(subject, head=verb.index),
        replace(verb, head=root, relation=last.relation, tag="VBD"),
        replace(word, head=verb.index),
        replace(last, head=verb.index, relation="conj"),
    )


def with_only_subject(sentence: Sentence, pronoun: Token) -> Sentence:
    """'The son of a clerk, he drew maps', where the son is taken for another who drew them."""
    tokens = sentence.tokens
    said = next((t for t in tokens[: pronoun.index] if t.head == pronoun.head and t.relation == "nsubj"), None)
    is_said_before = said is not None and said.pos in NOUNS and tokens[pronoun.index - 1].text == ","
    return (
        with_tokens(sentence, replace(said, relation="npadvmod")) if said is not None and is_said_before else sentence
    )


def with_first_root(sentence: Sentence, verb: Token) -> Sentence:
    """'After the war she toured Peru, made films and married', where the tour is taken for when she made them."""
    tokens, last = sentence.tokens, sentence.tokens[verb.head]
    own = [token for token in tokens if token.head == verb.index]
    is_main = any(t.relation in SUBJECTS for t in own) and not any(t.relation == "mark" or t.tag == "WRB" for t in own)
    if (
        not is_main
        or has_subject(sentence, last)
        or not verb.index < last.index
        or last.tag != "VBD"
        or last.head != last.index
    ):
        return sentence
    return with_tokens(
        sentence, replace(verb, head=verb.index, relation="ROOT"), replace(last, head=verb.index, relation="conj")
    )


def with_teller(sentence: Sentence, verb: Token) -> Sentence:
    """'The judge told X that he had lied and barred him from office': whoever bars him is not he."""
    tokens, inner = sentence.tokens, sentence.tokens[verb.head]
    subject = next((t for t in tokens if t.head == inner.index and t.relation in SUBJECTS), None)
    whom = next((t for t in tokens if t.head == verb.index and t.relation == "dobj"), None)
    if inner.relation != "ccomp" or subject is None or whom is None or inner.head > inner.index:
        return sentence
    is_other = (subject.text.lower(), whom.text.lower()) in SAME
    return with_tokens(sentence, replace(verb, head=inner.head)) if is_other else sentence


def with_own_name(sentence: Sentence, name: Token) -> Sentence:
    """'Crews of the ferry line Navigal voted', where Navigal is taken for another who did."""
    tokens = sentence.tokens
    start = min((t.index for t in tokens[: name.index] if t.head == name.index), default=name.index)
    noun = tokens[start - 1] if start else name
    others = [t for t in tokens[: noun.index] if t.head == name.head and t.relation in SUBJECTS]
    if noun.tag != "NN" or noun.relation != "pobj" or not any(is_under(tokens, noun, other) for other in others):
        return sentence
    return with_tokens(sentence, replace(name, head=noun.index, relation="appos"))


def with_warning(sentence: Sentence, warning: Token) -> Sentence:
    """'issued a storm warning', where 'warning' is taken for what the storm does."""
    tokens, noun = sentence.tokens, sentence.tokens[warning.head]
    if (
        noun.index != warning.index - 1
        or noun.relation not in {"dobj", "nsubjpass", "pobj", "nsubj"}
        or noun.tag != "NN"
    ):
        return sentence
    after = [replace(t, head=warning.index) for t in tokens if t.head == noun.index and t.relation == "det"]
    return with_tokens(
        sentence,
        replace(warning, head=noun.head, relation=noun.relation, pos="NOUN", tag="NN"),
        replace(noun, head=warning.index, relation="compound"),
        *after,
    )


def has_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return not SUBJECTS.isdisjoint([token.relation for token in sentence.tokens if token.head == verb.index])
