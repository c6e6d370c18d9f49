"""Given: names with a small letter behind a hyphen ('Kim Jong-un'), which are cut in three and only half of them tagged."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Token
from timeline.parser.sentences.slots import NOMINAL

LONGEST = 6  # letters of a syllable: 'hyun', 'young'
LIKE = frozenset({"style", "type", "era", "like", "area"})  # 'a Margaret Thatcher-style cut'
OTHER = frozenset({"VBN", "VBG", "JJ"})  # 'the World Bank-led talks'


def given_names(tokens: Sequence[Token]) -> list[int]:
    """Where the hyphens of such names stand; [] in most sentences."""
    return [token.index for token in tokens if token.text == "-" and _is_within(tokens, token.index)]


def _is_within(tokens: Sequence[Token], hyphen: int) -> bool:
    """'Jong', '-' and 'un' without a gap, behind a name or taken for one."""
    if hyphen < 2 or hyphen + 1 >= len(tokens):
        return False
    surname, first, last = tokens[hyphen - 2], tokens[hyphen - 1], tokens[hyphen + 1]
    is_one_word = first.end == tokens[hyphen].start and tokens[hyphen].end == last.start
    is_syllable = last.text.isalpha() and last.text.islower() and len(last.text) <= LONGEST and last.text not in LIKE
    are_names = all(one.text[:1].isupper() and one.text.isalpha() and one.tag == "NNP" for one in (surname, first))
    is_person = first.entity == surname.entity == "PERSON" and (last.entity == "PERSON" or last.tag not in OTHER)
    return is_one_word and is_syllable and are_names and (is_person or last.tag == "NNP")


def with_given_name(tokens: Sequence[Token], hyphen: int) -> tuple[Token, ...]:
    """The tokens with the name whole: its last word its head, and all that hung on another of them hangs there."""
    first, last = hyphen - 2, hyphen + 1
    while first and tokens[first].entity == "PERSON" and not tokens[first].entity_start:
        first -= 1
    name = range(first, last + 1)
    outer = [token for token in tokens[first : last + 1] if token.head not in name or token.head == token.index]
    above = next((token for token in outer if token.relation in NOMINAL), outer[0] if outer else tokens[last])
    return tuple(_in_name(token, name, above) if token.index in name else _below(token, name) for token in tokens)


def _in_name(token: Token, name: range, above: Token) -> Token:
    """A word of the name; `above` is the one by which the whole hung on the sentence."""
    last = name[-1]
    head, relation = (above.head, above.relation) if token.index == last else (last, "compound")
    head = last if above.head == above.index and token.index == last else head
    lemma = token.text if token.index == last else token.lemma
    return replace(
        token, head=head, relation=relation, lemma=lemma, pos="PROPN", tag="NNP", entity="PERSON",
        entity_start=token.index == name[0],
    )  # fmt: skip


def _below(token: Token, name: range) -> Token:
    return replace(token, head=name[-1]) if token.head in name else token
