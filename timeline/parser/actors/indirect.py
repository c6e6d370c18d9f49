"""Indirect: words that mean somebody without naming: nouns that act, with their modifiers, and pronouns. One Sentence."""

from collections.abc import Iterator

from timeline.model.statement import ActorKind
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known.roster import nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.acting import acting_noun
from timeline.parser.sentences.phrases import front_country, modifier_country, noun_phrase, seat_country, speaks_of_two
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.tree import Tree

VEHICLES = word_list("vehicle")
VOICES = word_list("voice")
SEATED = word_list("seated")  # whoever is in a capital in 'In Kabul, the ministry said' is that state's
BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP})
PRONOUNS = frozenset("he she they it him her them his their its who which that we our us i me my".split())
PERSON_PRONOUNS = frozenset("he she him her his".split())
GROUP_PRONOUNS = frozenset("they them their".split())
THING_PRONOUNS = frozenset("it its".split())
KEPT = {"our": "we", "us": "we", "my": "i", "me": "i"}  # how these are kept
AGED = "year-old"  # how 'the 34-year-old' is kept
LAND = "the country"  # and 'the country', 'the kingdom'
LANDS = frozenset({"country", "nation", "kingdom", "republic", "emirate"})
PAIRED = LANDS | {"capital"}  # 'both capitals urged restraint'
SIDE = "side"  # and how 'both countries' are
PAIR = "the two"  # how 'the two', 'both' and 'the pair' are kept
OLD = frozenset({"old", "olds"})
NEW = frozenset({"a", "an", "another"})
PAIR_WORDS = frozenset("two both".split())


def indirect(tree: Tree, taken: set[int], named: list[Name]) -> Iterator[Name]:
    """Common nouns that act, with their modifiers, and pronouns."""
    heads = {name.head: name for name in named}
    for token, word in zip(tree, tree.lower, strict=True):
        if token.index in taken:
            continue
        if token.pos == "PRON" and word in PRONOUNS:
            yield Name(NameKind.PRONOUN, token.index, token.index + 1, token.index, KEPT.get(word, word))
        elif (word == "old" and _is_aged(tree, token.index)) or (word in LANDS and _is_land(tree, token.index)):
            yield Name(NameKind.PRONOUN, token.index, token.index + 1, token.index, AGED if word == "old" else LAND)
        elif word in OLD and _is_of_an_age(tree, token.index):
            yield _somebody_aged(tree, token.index)
        elif word in PAIR_WORDS and _is_pair(tree, token.index):
            yield Name(NameKind.PRONOUN, token.index, token.index + 1, token.index, PAIR)
        elif (
            token.lemma in PAIRED
            and token.pos == "NOUN"
            and speaks_of_two(tree, token.index)
            and _acts_as_land(tree, token.index)
        ):
            yield Name(NameKind.DESCRIPTION, token.index, token.index + 1, token.index, token.text, noun=SIDE)
        elif token.pos in {"NOUN", "PROPN", "ADJ"} and _acts(tree, token.index):
            yield _description(tree, token.index, heads)


def _is_aged(tree: Tree, index: int) -> bool:
    """'The 34-year-old' as a noun."""
    return tree[index].relation in NOMINAL and index > 3 and tree[index - 2].text == "year" and not _is_new(tree, index)


def _is_new(tree: Tree, index: int) -> bool:
    """'A 34-year-old', 'another 34-year-old'."""
    return any(tree.lower[child] in NEW for child in tree.below(index, "det"))


def _is_of_an_age(tree: Tree, index: int) -> bool:
    """'a 34-year-old was held', 'two 17-year-olds': somebody not told of before."""
    is_one = tree.lower[index] == "old" and _is_new(tree, index)
    is_aged = index > 3 and tree[index - 2].lemma == "year" and tree[index - 4].text.isdigit()
    return is_aged and tree[index].relation in NOMINAL and (is_one or tree.lower[index] == "olds")


def _somebody_aged(tree: Tree, index: int) -> Name:
    text = "".join(tree[i].text for i in range(index - 4, index + 1))
    return Name(NameKind.DESCRIPTION, index, index + 1, index, text, noun="human")


def _acts_as_land(tree: Tree, index: int) -> bool:
    """'urged both capitals to wait'; not 'shuttled between the two capitals'."""
    return tree[index].lemma in LANDS or tree.lower[tree[index].head] not in {"between", "in", "from", "of"}


def _is_land(tree: Tree, index: int) -> bool:
    """'the country' that does something, and is named nowhere beside."""
    articles = {tree[child].text.lower() for child in tree.below(index, "det")}
    within = [i for i in tree.below(index, "compound") if tree.lower[i] != "island"]  # 'the island nation'
    is_bare = not within and not tree.below(index, "poss", "prep", "relcl", "appos")
    return tree[index].relation in {"nsubj", "nsubjpass"} and articles == {"the"} and is_bare


def _is_pair(tree: Tree, index: int) -> bool:
    """'The two agreed', 'both left': alone, and not 'two of the men'."""
    articles = {tree[child].text.lower() for child in tree.below(index, "det")}
    return (
        tree[index].relation in NOMINAL
        and not tree.below(index, "prep", "nummod", "amod")
        and ("the" in articles or tree[index].text.lower() == "both")
    )


def _acts(tree: Tree, index: int) -> bool:
    token = tree[index]
    is_noun = token.pos != "ADJ" or token.relation in {"nsubj", "nsubjpass", "pobj", "dobj"}
    is_part = token.relation == "compound" or (token.relation == "amod" and token.pos != "NOUN")
    if is_part and token.relation == "compound":
        return _is_crew(tree, index)
    return is_noun and not is_part and acting_noun(tree, index) is not None


def _is_crew(tree: Tree, index: int) -> bool:
    """'a navy boat', 'union calls': who does what a vehicle does, and whose words they are."""
    above = tree[tree[index].head]
    is_craft = above.lemma in VEHICLES and above.relation in {"nsubj", "pobj"}
    if not is_craft and not (above.lemma in VOICES and above.relation in {"dobj", "pobj", "nsubjpass"}):
        return False
    noun = acting_noun(tree, index)
    return noun is not None and nouns()[noun].kind in BODIES


def _description(tree: Tree, head: int, heads: dict[int, Name]) -> Name:
    phrase = noun_phrase(tree, head)
    noun = acting_noun(tree, head) or "people"
    top = head
    if tree[head].relation == "compound":  # 'Israeli army bulldozers'
        top = tree[head].head
        phrase = [index for index in noun_phrase(tree, top) if index <= head]
    elif head > 1 and tree[head - 1].text == "-" and head - 1 not in phrase:  # 'co-operative'
        phrase = sorted({*phrase, head - 2, head - 1})
    is_their = "poss" in tree.relations[head] and any(
        tree[i].tag == "PRP$" for i in tree.below(head, "poss")
    )  # 'its commanders in Beirut' are its own
    seat = None if is_their else seat_country(tree, head, is_official=nouns()[noun].acts_for_state)
    country = modifier_country(tree, top) or seat
    if country is None and not is_their and noun in SEATED:
        country = front_country(tree, head)
    title = next((heads[child].text for child in tree.below(head, "compound", "poss", "nmod") if child in heads), "")
    return Name(NameKind.DESCRIPTION, head, head + 1, head, tree.words(phrase), title, country, noun)
