"""Unnamed: actors that a text only describes ('Turkish police', 'gunmen', 'the presidents of Ghana and Togo')."""

from collections.abc import Callable, Collection
from dataclasses import replace

from timeline.model.statement import ActorKind
from timeline.parser.actors.home import HOUSES, Home
from timeline.parser.actors.member import COLLECTIVE, PLURAL_NAMES, learn_gender
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.known import places
from timeline.parser.known.roster import groups, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.acting import acting_noun, precise_noun
from timeline.parser.sentences.numerals import number_value
from timeline.parser.sentences.phrases import PLURAL, modifier_country, noun_phrase
from timeline.parser.sentences.tree import Tree, remembered

STEERED = word_list("steered")
HOMES = {"pope": "VA", "pontiff": "VA"}  # offices that there is one of
TWO = frozenset({"two"})
BANDS = frozenset({"team", "gang", "crowd", "squad", "group", "party", "posse", "band", "mob", "family", "crew"})
PLAIN = frozenset({"man", "woman", "boy", "girl"})  # says no more of a driver
LOCAL = frozenset({ActorKind.PEOPLE, ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION})


def unnamed(memory: Memory, countries: Collection[str], home: Home, tree: Tree, name: Name) -> tuple[int, ...]:
    """The members that a description stands for; `countries` are those that the text speaks of."""
    return _forces(memory, tree, name) or (_single(memory, countries, home, tree, name),)


def house(memory: Memory, home: Home, tree: Tree, name: Name) -> int | None:
    """'Brazil's Congress', 'the Indian Congress', 'In Lima, Congress voted': not the best known; None for any other name."""
    country = modifier_country(tree, name.head) or home.of_house(name.country) if name.text in HOUSES else None
    if country is None:
        return None
    number = memory.enter(f"house {name.text} {country}", name.text, ActorKind.GOVERNMENT, country)
    memory.members[number].acts_for = places.state_name(country)
    return number


def side(memory: Memory, tree: Tree, name: Name) -> tuple[int, ...]:
    """Gabon for 'the Gabonese Side', as communiqués write it; () for any other name."""
    country = modifier_country(tree, name.head) if name.text == "Side" else None
    return (memory.state(country),) if country else ()


def owned(memory: Memory, at: Callable[[Tree, int], tuple[int, ...]], tree: Tree, name: Name) -> Name:
    """The name; 'its president' behind the name of a state is that state's."""
    if name.country or not nouns()[name.noun].acts_for_state:
        return name
    poss = [tree[tree.clause(i)].head if tree[i].tag == "WP$" else i for i in tree.below(name.head, "poss")]
    owners = [memory.members[member] for child in poss for member in at(tree, child)]
    codes = {owner.country for owner in owners if owner.kind is ActorKind.STATE}
    return replace(name, country=codes.pop()) if len(codes) == 1 else name


def is_definite(tree: Tree, name: Name) -> bool:
    """'the minister', and 'Interior Minister' written like a name; never 'a minister' nor 'the company that runs it'."""
    return _is_definite(tree, name.head)


@remembered
def _is_definite(tree: Tree, head: int) -> bool:
    articles = [tree.lower[child] for child in tree.below(head, "det")]
    if any(tree[clause - 1].text != "," for clause in _openings(tree, head)):
        return False
    return "the" in articles or (not articles and tree[head].text[:1].isupper())


def _openings(tree: Tree, head: int) -> list[int]:
    """The first words of the relative clauses; one behind a comma only says more of somebody known ('The firm, which …')."""
    return [tree.subtree(clause)[0] for clause in tree.below(head, "relcl")]


@remembered
def is_of_no_state(tree: Tree, head: int) -> bool:
    """'the oil ministers of OPEC', 'a team from Tarn University': of a body, and of no one state."""
    if not tree.prepositions(head):
        return False
    inside = [i for word, i in tree.prepositions(head) if word == "of" and tree[i].pos == "PROPN"]
    if any(word == "from" and tree[i].entity == "ORG" for word, i in tree.prepositions(head)):
        return True
    bodies = (groups().get(tree.words([*tree.below(i, "compound", "amod"), i])) for i in inside)
    return any(body is not None and body.country is None for body in bodies)


def _is_elsewhere(tree: Tree, head: int, countries: Collection[str]) -> bool:
    """'the court in Strasbourg', in a text that names Hungary alone, whatever the tagger takes the town for."""
    inside = [i for word, i in tree.prepositions(head) if word == "in" and tree[i].pos == "PROPN"]
    if not inside:
        return False
    towns = (places.find_place(tree.words([*tree.below(i, "compound"), i])) for i in inside)
    return any(town is not None and town.country not in countries for town in towns)


def _forces(memory: Memory, tree: Tree, name: Name) -> tuple[int, ...]:
    """'Pakistani and Afghan forces' are two: the forces of each."""
    demonyms = told_apart(tree, name)
    if not demonyms:
        return ()
    rest = [index for index in noun_phrase(tree, name.head) if index > max(demonyms)]
    return tuple(_nameless(memory, tree, name, tree.words([index, *rest]), code) for index, code in demonyms.items())


def told_apart(tree: Tree, name: Name) -> dict[int, str]:
    """The words for several states that are joined before a noun, with their codes; {} when there are not several."""
    if not any(tree.below(child, "conj") for child in tree.below(name.head, "amod", "compound", "nmod")):
        return {}
    phrase = noun_phrase(tree, name.head)
    demonyms = {
        i: code for i in phrase if (code := places.demonym_code(tree[i].text) or places.state_code(tree[i].text))
    }
    return demonyms if len(set(demonyms.values())) > 1 else {}


def _single(memory: Memory, countries: Collection[str], home: Home, tree: Tree, name: Name) -> int:
    """'Turkish police', 'gunmen', 'officials'; 'the ministry' is of the country of the one told of before."""
    noun = nouns()[name.noun]
    is_states = not (is_of_no_state(tree, name.head) or _is_elsewhere(tree, name.head, countries))
    is_only = len(countries) == 1 and noun.kind is ActorKind.GOVERNMENT and is_states
    only = next(iter(home.lands), None) if is_only else None
    country = name.country or HOMES.get(name.noun) or only
    text = _called(tree, name, country)
    if country is None and is_definite(tree, name):
        country = memory.unnamed_country(text)
    if country is None and noun.kind in LOCAL and is_states:
        country = home.of(name.noun)
    number = _nameless(memory, tree, name, text, country)
    if (beside := _said_beside(tree, name)) and memory.members[number].name == text:
        memory.members[number].name = f"{text}, {beside}"
    return number


def _called(tree: Tree, name: Name, country: str | None) -> str:
    """What one without a name is called: 'Turkish police', "head of Libya's coast guard", 'team of experts'."""
    poss = [tree[i].tag for i in tree.below(name.head, "poss")]
    # 'its troops', 'whose troops'
    is_their = nouns()[name.noun].acts_for_state and name.country and bool({"PRP$", "WP$"} & set(poss))
    is_said = is_their or modifier_country(tree, name.head) is not None or name.noun == "government"
    is_of = " " not in name.text and is_said
    text = _with_country(name, country) if is_of else name.text
    if is_of and (owner := next((i for word, i in tree.prepositions(name.head) if word == "of"), None)) is not None:
        is_body = tree[owner].pos == "NOUN" and bool(tree.below(owner, "poss"))  # "head of Libya's coast guard"
        text = f"{name.text} of {tree.words(noun_phrase(tree, owner))}" if is_body else text
    if name.noun in STEERED and not is_of and (body := _body(tree, name)):
        text = f"{text} of {body}"
    if name.noun in BANDS and not is_of and (inner := _banded(tree, name)):
        text = f"{text} of {inner}"
    first = noun_phrase(tree, name.head)[0]
    is_word = text[1:2].islower()  # not 'MPs'
    if first == 0 and is_word and tree[first].pos in {"NOUN", "ADJ", "VERB"} and not _is_place(tree, first):
        text = text[:1].lower() + text[1:]
    return text


def _said_beside(tree: Tree, name: Name) -> str:
    """'a rice trader' of 'The first patient, a 34-year-old rice trader,': what tells more of one without a name."""
    for noun in tree.below(name.head, "appos") if tree[name.head].tag == "NN" else ():
        articles = [tree[i].text for i in tree.below(noun, "det") if tree.lower[i] in {"a", "an"}]
        if (
            articles
            and tree[noun].tag == "NN"
            and tree.lower[noun] not in PLAIN
            and acting_noun(tree, noun) is not None
        ):
            return f"{articles[0]} {tree.words(noun_phrase(tree, noun))}"
    return ""


def _body(tree: Tree, name: Name) -> str:
    """The name behind 'board of' and 'council of', with its article."""
    for preposition, inner in tree.prepositions(name.head):
        if preposition == "of" and tree[inner].tag == "NNP":
            before = [i for i in tree.below(inner, "det", "compound") if i < inner]
            return tree.words([*before, inner])
    return ""


def _banded(tree: Tree, name: Name) -> str:
    """'experts' of 'a team of experts'."""
    inside = (inner for preposition, inner in tree.prepositions(name.head) if preposition == "of")
    people = (inner for inner in inside if tree[inner].tag == "NNS" and acting_noun(tree, inner) is not None)
    return next((tree.words(noun_phrase(tree, inner)) for inner in people), "")


def _is_place(tree: Tree, index: int) -> bool:
    text = tree[index].text
    is_owner = tree[index].relation == "poss"  # "Zakopane's rescue service"
    return places.country_code(text) is not None or (is_owner and places.find_place(text) is not None)


def _nameless(memory: Memory, tree: Tree, name: Name, text: str, country: str | None) -> int:
    """An actor without a name of its own, with the country it is of; several persons are a people."""
    noun = nouns()[name.noun]
    is_several = noun.kind is ActorKind.PERSON and tree[name.head].tag in PLURAL
    kind = nouns()[precise_noun(tree, name.head, name.noun)].kind
    if kind is ActorKind.PEOPLE and tree[name.head].tag in {"NN", "JJ"} and name.noun not in COLLECTIVE:
        kind = ActorKind.PERSON  # 'a nurse'
    number = enter(memory, name, text, country, ActorKind.PEOPLE if is_several else kind)
    memory.members[number].is_two = tree.has(name.head, "nummod", TWO)
    memory.members[number].size = memory.members[number].size or counted(tree, name.head)
    memory.members[number].is_plural = tree[name.head].tag in PLURAL or name.noun in PLURAL_NAMES
    return number


def counted(tree: Tree, head: int) -> int:
    """How many they are; nought where that is not said."""
    numbers = (number_value([tree[i].text]) for i in tree.below(head, "nummod"))
    return next((int(number) for number in numbers if number is not None), 0)


def enter(memory: Memory, name: Name, text: str, country: str | None, kind: ActorKind) -> int:
    """The number of the member so described, with the state it acts for."""
    number = memory.enter(f"unnamed {text.lower()} {country}", text, kind, country)
    member = memory.members[number]
    member.is_unnamed = True
    member.words.update(text.lower().split(), [name.noun])
    member.callings.add(text.lower())
    learn_gender(member, title=name.noun)
    if nouns()[name.noun].acts_for_state and country:
        member.acts_for = places.state_name(country)
    return number


def _with_country(name: Name, country: str | None) -> str:
    """'government of Chad', when the country stands behind."""
    return f"{name.text} of {places.state_name(country)}" if country else name.text
