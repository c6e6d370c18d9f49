"""Stand-ins: the noun that 'those of X', 'that of X' and 'four were arrested' stand for, and plain nouns that open a sentence and
are tagged as names.

All are put right before anything is read from a Sentence, by what the rest of the text says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.roster import nouns
from timeline.parser.known.triggers import classes
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.numerals import number_value
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import SUBJECTS

STANDING = {"those": PLURAL, "that": frozenset({"NN"})}  # and the noun that each may stand for
NAMES = frozenset({"NNP", "NNPS"})
SHARES = frozenset("some most many several others rest half all both".split())
SINGLE = frozenset({"one", "another"})
MEASURED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
BACK = 2  # sentences back to those of whom some are told of
PLAYING = word_list("in a match")


def with_nouns(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The Sentences of a text; most are returned as they are."""
    found: list[Sentence] = []
    for sentence in sentences:
        opening = _opening(sentence.tokens, sentences)
        standing = _standing(sentence, found[-1] if found else None)
        some = _some(sentence, found[-BACK:])
        mended = {token.index: token for token in (*opening, *standing, *some)}
        tokens = (mended.get(token.index, token) for token in sentence.tokens)
        found.append(replace(sentence, tokens=tuple(tokens)) if mended else sentence)
    return found


def _standing(sentence: Sentence, before: Sentence | None) -> list[Token]:
    """'Those of Acme rose': shares, when the last subject was shares."""
    return [
        replace(token, lemma=noun.lemma, pos=noun.pos, tag=noun.tag)
        for token in sentence.tokens
        if token.lemma in STANDING
        and _is_of(sentence.tokens, token)
        and (noun := _noun_for(token, [*(before.tokens if before else ()), *sentence.tokens[: token.index]]))
        is not None
    ]


def _some(sentence: Sentence, before: Sequence[Sentence]) -> list[Token]:
    """'Some 900 people left. About 40 refused', 'the rest stayed': people, when of those more were told of; so 'Of the nine
    victims, three …'.
    """
    tokens = sentence.tokens
    shares = [token for token in tokens if token.relation in SUBJECTS and _stands_alone(tokens, token)]
    if not shares:
        return []
    earlier = [whole for one in before for whole in _counted(one.tokens)]
    found = []
    for share in shares:
        told = [*earlier, *_counted(sentence.tokens[: share.index])]
        if share.text.lower() in SINGLE and not (told and told[-1][0].lemma in nouns()):
            continue  # 'Two men stole nine cars. One was burned'
        wholes = [one for one in told if one[0].lemma in nouns()]
        number = number_value([share.text]) or 1
        noun, whole = wholes[-1] if wholes else (share, 0.0)
        same = (
            next((one for one in reversed(wholes) if one[1] == number), None)
            if _is_pointed(sentence.tokens, share)
            else None
        )
        noun, whole = same or (noun, whole)
        if number < whole or same:
            found.append(replace(share, lemma=noun.lemma, pos=noun.pos, tag=noun.tag, entity="", entity_start=False))
    return found


def is_share(text: str) -> bool:
    """A word that may stand for some of those told of: 'forty', 'most', 'others', 'one'."""
    return text.lower() in SHARES | SINGLE or (number_value([text]) or 0) > 1


def _stands_alone(tokens: Sequence[Token], token: Token) -> bool:
    """A number or the like, as a subject, with no word for what it counts."""
    if token.entity not in {"", "CARDINAL"} or not is_share(token.text):
        return False
    following = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
    is_bare = token.text.lower() not in SINGLE or all(one.head != token.index for one in tokens)
    return following.text != "of" and is_bare  # and not 'the new one', 'one who'


def _is_pointed(tokens: Sequence[Token], share: Token) -> bool:
    """'The three were freed'."""
    return share.index > 0 and tokens[share.index - 1].text.lower() in {"the", "all"}


def _counted(tokens: Sequence[Token]) -> Iterator[tuple[Token, float]]:
    """What is counted ('nine victims', 'nine cars'), and how many they are."""
    for count in tokens:
        noun = next((one for one in tokens if one.index == count.head), count)
        is_whole = count.relation == "nummod" and noun.tag in PLURAL and noun.entity not in MEASURED
        if is_whole and (number := number_value([count.text])) is not None:
            yield noun, number


def _is_of(tokens: Sequence[Token], token: Token) -> bool:
    """The subject, with its 'of' right behind it."""
    following = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
    return token.relation in SUBJECTS and following.text == "of" and following.head == token.index


def _noun_for(token: Token, before: Sequence[Token]) -> Token | None:
    """The last subject, unless it is of those who act: 'those of Peru' are no shares, and then Peru does it."""
    subjects = (one for one in reversed(before) if one.relation in SUBJECTS and one.tag in STANDING[token.lemma])
    noun = next(subjects, None)
    return None if noun is None or noun.lemma in nouns() else noun


def _opening(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[Token]:
    """'Rockets' of 'Rockets struck a school': no name, where the text uses it as a noun, or where it is a weapon and no name of a
    club's anywhere."""
    first = tokens[0]
    if _is_club(tokens):
        return [replace(first, pos="PROPN", tag="NNPS", entity="ORG", entity_start=True)]
    if (
        first.tag not in NAMES
        or not first.text.endswith("s")
        or not first.text.istitle()
        or first.relation not in SUBJECTS
    ):
        return []
    if tokens[first.index + 1].tag in NAMES or tokens[first.head].lemma in PLAYING or _is_name(first.text, sentences):
        return []
    noun = _used_as_noun(first.text.lower(), sentences)
    lemma = first.text.lower().removesuffix("s") if noun is None else noun.lemma
    if noun is None and lemma not in classes()["weapon of war"]:
        return []
    return [replace(first, lemma=lemma, pos="NOUN", tag="NNS", entity="", entity_start=False)]


def _is_club(tokens: Sequence[Token]) -> bool:
    """'Rockets beat Lakers': who alone plays a match against a name in the plural has one, too."""
    first = tokens[0]
    if first.tag != "NNS" or first.relation not in SUBJECTS or tokens[first.head].lemma not in PLAYING:
        return False
    is_alone = all(token.head != first.index for token in tokens[1:])
    against = (token for token in tokens if token.head == first.head and token.relation == "dobj")
    return is_alone and any(token.tag in NAMES and token.text.endswith("s") for token in against)


def _is_name(text: str, sentences: Sequence[Sentence]) -> bool:
    """Written with its capital inside a sentence."""
    return any(token.text == text and token.index > 0 for sentence in sentences for token in sentence.tokens)


def _used_as_noun(text: str, sentences: Sequence[Sentence]) -> Token | None:
    """Where the text has it as a noun in the plural."""
    return next((token for one in sentences for token in one.tokens if token.text == text and token.tag == "NNS"), None)
