"""Names: what in a Sentence names someone or some place, by gazetteer, titles and tagged entities. One Sentence, no memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import ActorKind
from timeline.parser import places
from timeline.parser.tree import Tree

LONGEST_NAME = 6
LOCATIVE = frozenset({"in", "near", "outside", "inside", "around", "off", "across"})
DIRECTIONAL = frozenset({"at", "to", "from", "through", "on", "against"})  # a place only when the gazetteer knows it
SETTLEMENTS = frozenset(
    "town city village port capital district province region island suburb county state governorate".split()
)
ENGLISH_SPEAKING = frozenset({"US", "GB", "AU", "NZ", "CA", "IE"})
PEOPLE_ENDINGS = ("ists", "men", "women", "owners", "workers", "dwellers")
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand".split()
)
QUANTIFIERS = frozenset({"many", "several", "few", "other", "more", "most", "some", "such", "same", "various", "least"})
COMPANY_WORDS = frozenset(
    "inc inc. corp corp. corporation ltd ltd. plc llc co co. company group holdings bank airlines airways motors "
    "industries technologies electronics systems ag sa nv gmbh entertainment pictures records media labs".split()
)
TRANSPARENT = frozenset(
    "group number dozen hundred thousand million score handful couple pair series member leader some several many most part "
    "majority total string wave lot rest body side half head representative delegation".split()
)
PRONOUNS = frozenset("he she they it him her them his their its who which that we i".split())
SEAT_PREPOSITIONS = frozenset({"in", "from", "throughout", "across"})
PERSON_PRONOUNS = frozenset("he she him her his".split())
GROUP_PRONOUNS = frozenset("they them their".split())
THING_PRONOUNS = frozenset("it its".split())


class NameKind(StrEnum):
    """What sort of words they are; what they refer to is told in `cast`."""

    PERSON = "person"
    STATE = "state"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    GROUP = "group"
    ORGANISATION = "organisation"
    PLACE = "place"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name: tokens `start` to `end` (half-open), of which `head` is the one the tree hangs on.

    `text` is the name proper, without title; `title` the words of office around it; `country` what those or the name
    itself tell, as a code; `noun` the head noun of a description.
    """

    kind: NameKind
    start: int
    end: int
    head: int
    text: str
    title: str = ""
    country: str | None = None
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of people.txt: what a common noun that acts stands for."""

    kind: ActorKind
    acts_for_state: bool
    is_office: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A row of groups.txt."""

    name: str
    kind: ActorKind
    country: str | None
    acts_for: str | None
    aliases: tuple[str, ...]


@cache
def nouns() -> dict[str, Noun]:
    """Common nouns that act, by lemma; the first row wins."""
    found: dict[str, Noun] = {}
    for row in rows("people"):
        noun = Noun(ActorKind(row["kind"]), row["acts"] == "state", row["office"] == "office")
        for word in row.words("noun"):
            found.setdefault(word, noun)
    return found


@cache
def groups() -> dict[str, Group]:
    """Known actors by each of their names as written."""
    found: dict[str, Group] = {}
    for row in rows("groups"):
        aliases = row.words("aliases")
        group = Group(row["name"], ActorKind(row["kind"]), row["country"] or None, row["acts_for"] or None, aliases)
        for name in (row["name"], *aliases):
            found[name.removeprefix("the ")] = group
    return found


@cache
def leaders() -> dict[str, str]:
    """Full and last names of leaders.txt to country codes; a last name of two countries' leaders is left out."""
    full = {name: row["code"] for row in rows("leaders") for name in row.words("names")}
    last: dict[str, set[str]] = {}
    for name, code in full.items():
        last.setdefault(name.split()[-1], set()).add(code)
    return {**{name: next(iter(codes)) for name, codes in last.items() if len(codes) == 1}, **full}


def leader_country(name: str, *, has_office: bool) -> str | None:
    """The country of a known leader; by the last name alone after an office, or where it is no English one."""
    code = leaders().get(name)
    return code if " " in name or has_office or code not in ENGLISH_SPEAKING else None


def find_names(tree: Tree) -> tuple[Name, ...]:
    """All names of a Sentence, in text order, without overlaps: known and tagged names, then descriptions and pronouns."""
    named = _with_titles(tree, _named(tree))
    taken = {index for name in named for index in range(name.start, name.end)}
    return tuple(sorted([*named, *_descriptions(tree, taken, named)], key=lambda name: name.start))


def _named(tree: Tree) -> list[Name]:
    """Known names, tagged entities and runs of proper nouns; at each place the longest."""
    found: list[Name] = []
    index = 0
    while index < len(tree):
        name = _known(tree, index) or _tagged(tree, index) or _proper_run(tree, index)
        if name is None:
            index += 1
            continue
        found.append(name)
        index = name.end
    return found


def _known(tree: Tree, start: int) -> Name | None:
    """The longest gazetteer name that starts here, unless the tagger sees a longer person or organisation."""
    if not tree[start].text[:1].isupper():
        return None
    tagged_end = _entity_end(tree, start)
    for end in range(min(start + LONGEST_NAME, len(tree)), start, -1):
        text = tree.words(list(range(start, end)))
        kind, country = (None, None) if tree[end - 1].tag == "POS" else _known_kind(text)
        if kind is None or (tree[start].entity == "PERSON" and end < tagged_end):
            continue
        if end < tagged_end and tree[start].entity in {"ORG", "FAC"} and kind is not NameKind.GROUP:
            return None
        return Name(kind, start, end, _head(tree, start, end), text, country=country)
    return None


def _known_kind(text: str) -> tuple[NameKind | None, str | None]:
    if group := groups().get(text):
        return NameKind.GROUP, group.country
    if code := places.state_code(text):
        return NameKind.STATE, code
    if code := places.demonym_code(text):
        return NameKind.DEMONYM, code
    if code := places.capital_code(text):
        return NameKind.CAPITAL, code
    return None, None


def _entity_end(tree: Tree, start: int) -> int:
    label, end = tree[start].entity, start + 1
    while label and end < len(tree) and tree[end].entity == label and not tree[end].entity_start:
        end += 1
    return end


TAGGED = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
}


def _tagged(tree: Tree, start: int) -> Name | None:
    """A person, organisation or place as the tagger sees it, less a leading article and a trailing genitive."""
    kind = TAGGED.get(tree[start].entity)
    if kind is None or not _is_proper(tree, start):
        return None
    end = _entity_end(tree, start)
    while end > start + 1 and not _is_proper(tree, end - 1):
        end -= 1
    if kind is NameKind.PERSON:
        start = _after_offices(tree, start, end)
    if _is_office(tree, end - 1) and (kind is not NameKind.PERSON or end - start < 2):
        return None
    head = _head(tree, start, end)
    if (
        kind is not NameKind.PLACE
        and _stands_as_place(tree, start)
        and places.find_place(tree.words(list(range(start, end))))
    ):
        kind = NameKind.PLACE
    country = _inner_country(tree, start, end)
    if kind is NameKind.ORGANISATION and country is None:
        country = modifier_country(tree, head)
    return Name(kind, start, end, head, tree.words(list(range(start, end))), country=country)


def _after_offices(tree: Tree, start: int, end: int) -> int:
    """Skips words of office that the tagger took into a person's name ('British Defence Secretary X')."""
    return next((index + 1 for index in reversed(range(start, end - 1)) if _is_office(tree, index)), start)


def _inner_country(tree: Tree, start: int, end: int) -> str | None:
    """The first state that a longer name holds ('Pakistan Army')."""
    codes = (places.state_code(tree[i].text) or places.demonym_code(tree[i].text) for i in range(start, end))
    return next((code for code in codes if code), None)


def _proper_run(tree: Tree, start: int) -> Name | None:
    """Proper nouns in a row that nothing knows, one of which is not an office."""
    end = start
    while (
        end < len(tree) and tree[end].tag in {"NNP", "NNPS"} and tree[end].text[:1].isupper() and not tree[end].entity
    ):
        end += 1
    begin = start
    while begin < end and _is_office(tree, begin):
        begin += 1
    if begin == end or _is_office(tree, end - 1) or tree[begin].text.isdigit() or len(tree[begin].text) < 2:
        return None
    kind = NameKind.PERSON if begin > start or _follows_office(tree, begin) else NameKind.UNKNOWN
    if kind is NameKind.UNKNOWN and _stands_as_place(tree, begin):
        kind = NameKind.PLACE
    return Name(kind, begin, end, _head(tree, begin, end), tree.words(list(range(begin, end))))


def _run_text(tree: Tree, start: int) -> str:
    end = start + 1
    while end < len(tree) and tree[end].tag in {"NNP", "NNPS"}:
        end += 1
    return tree.words(list(range(start, end)))


def _stands_as_place(tree: Tree, start: int) -> bool:
    """After 'in', 'near' and the like, or 'the town of'."""
    before = start - 1 if start and tree[start - 1].text.lower() != "the" else start - 2
    if before < 0:
        return False
    if tree[before].text.lower() in DIRECTIONAL:
        return places.find_place(_run_text(tree, start)) is not None
    is_settlement = tree[before].text.lower() == "of" and before > 0 and tree[before - 1].lemma in SETTLEMENTS
    return is_settlement or tree[before].text.lower() in LOCATIVE


def _follows_office(tree: Tree, start: int) -> bool:
    return start > 0 and _is_office(tree, start - 1)


def _is_proper(tree: Tree, index: int) -> bool:
    return (
        tree[index].text[:1].isupper()
        or tree[index].text[:1].isdigit()
        or tree[index].text in {"-", "al", "de", "bin", "&"}
    )


def _is_office(tree: Tree, index: int) -> bool:
    word = tree[index].text.lower().rstrip(".")
    noun = nouns().get(word) or nouns().get(tree[index].lemma)
    return noun is not None and noun.is_office


def _head(tree: Tree, start: int, end: int) -> int:
    """The token of the span whose head lies outside it (the last such)."""
    outside = [i for i in range(start, end) if not start <= tree[i].head < end or tree[i].head == i]
    return outside[-1] if outside else end - 1


def _with_titles(tree: Tree, named: list[Name]) -> list[Name]:
    """Persons with the words of office before them taken in; names inside those words are no names of their own."""
    result: list[Name] = []
    for name in named:
        if name.kind is NameKind.PERSON:
            start = _title_start(tree, name.start)
            while result and result[-1].end > start and start < name.start:
                result.pop()
            result.append(_titled(tree, name, start))
        else:
            result.append(name)
    return result


def _title_start(tree: Tree, start: int) -> int:
    """Where the title before a name begins; the name's own start when there is none."""
    begin, seen_office = start, False
    while begin > 0 and _may_be_title(tree, begin - 1):
        begin -= 1
        seen_office = seen_office or _is_office(tree, begin)
    return begin if seen_office else start


def _may_be_title(tree: Tree, index: int) -> bool:
    token = tree[index]
    if token.tag in {"POS", "HYPH"} or (token.text.lower() == "of" and index > 0 and _is_office(tree, index - 1)):
        return True
    if token.entity == "PERSON" and not _is_office(tree, index):
        return False
    return token.tag in {"NNP", "NN", "JJ", "NNPS"} and token.entity not in {"DATE", "TIME"}


def _titled(tree: Tree, name: Name, start: int) -> Name:
    title = tree.words(list(range(start, name.start))) or _appositive_title(tree, name.head)
    country = _title_country(tree, range(start, name.start)) or _appositive_country(tree, name.head)
    head = _head(tree, start, name.end)
    return Name(name.kind, start, name.end, head, name.text, title.strip(" ’'s") if title else "", country)


def _title_country(tree: Tree, indices: range) -> str | None:
    for size in (3, 2, 1):
        for index in indices:
            if index + size <= indices.stop:
                text = tree.words(list(range(index, index + size)))
                if text[:1].isupper() and (code := places.country_code(text)):
                    return code
    return None


def _appositives(tree: Tree, head: int) -> Iterator[int]:
    """Offices that stand in apposition after a name ('X, the Iranian foreign minister,')."""
    return (child for child in tree.below(head, "appos") if _is_office(tree, child))


def _appositive_title(tree: Tree, head: int) -> str:
    return next((tree.words(noun_phrase(tree, child)) for child in _appositives(tree, head)), "")


def _appositive_country(tree: Tree, head: int) -> str | None:
    return next((modifier_country(tree, child) for child in _appositives(tree, head)), None)


def noun_phrase(tree: Tree, head: int) -> list[int]:
    """The head noun with the words before it that belong to its name (no articles, numbers or relative clauses)."""
    before = [
        index
        for child in tree.below(head, "amod", "compound", "nmod", "poss", "nummod")
        if child < head and tree[child].tag not in {"CD", "PRP$"}
        for index in tree.subtree(child)
        if tree[index].tag not in {"DT", "CD", "PRP$", "PDT", "WRB"}
        and tree[index].lemma not in QUANTIFIERS
        and tree[index].text.lower() not in NUMBERS
        and tree[index].entity not in {"DATE", "TIME", "CARDINAL"}
    ]
    return sorted({*before, head})


def modifier_country(tree: Tree, head: int) -> str | None:
    """The state that a noun's modifiers or 'of' name: 'Turkish police', "Iran's parliament", 'president of Chad'."""
    for child in tree.below(head, "amod", "compound", "poss", "nmod"):
        if code := _country_below(tree, child):
            return code
    inside = (inner for preposition, inner in tree.prepositions(head) if preposition == "of")
    return next((code for inner in inside if (code := _country_below(tree, inner))), None)


def _seat_country(tree: Tree, head: int, *, is_official: bool) -> str | None:
    """The state that people are said to be in or from: 'rebels in Chad'; officials may also sit in its capital."""
    find = places.country_code if is_official else places.state_code
    inside = (inner for preposition, inner in tree.prepositions(head) if preposition in SEAT_PREPOSITIONS)
    return next((code for inner in inside if (code := _code_among(tree, _left_words(tree, inner), find))), None)


def _country_below(tree: Tree, index: int) -> str | None:
    """The state named in a modifier: its own words and those before it that belong to it."""
    return _code_among(tree, _left_words(tree, index), places.country_code)


def _left_words(tree: Tree, index: int) -> list[int]:
    return [i for i in tree.subtree(index) if i <= index and tree[i].tag not in {"DT", "POS", "CD"}]


def _code_among(tree: Tree, words: list[int], find: Callable[[str], str | None]) -> str | None:
    """The first state that some of the words in a row name, longer names first."""
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            text = tree.words(words[start : start + size])
            if text[:1].isupper() and (code := find(text)):
                return code
    return None


def _descriptions(tree: Tree, taken: set[int], named: list[Name]) -> Iterator[Name]:
    """Common nouns that act, with their modifiers, and pronouns."""
    heads = {name.head: name for name in named}
    for token in tree.sentence.tokens:
        word = token.text.lower()
        if token.index in taken:
            continue
        if token.pos == "PRON" and word in PRONOUNS:
            yield Name(NameKind.PRONOUN, token.index, token.index + 1, token.index, word)
        elif token.pos in {"NOUN", "PROPN", "ADJ"} and _acts(tree, token.index):
            yield _description(tree, token.index, heads)


def _acts(tree: Tree, index: int) -> bool:
    token = tree[index]
    is_noun = token.pos != "ADJ" or token.relation in {"nsubj", "nsubjpass", "pobj", "dobj"}
    is_part = token.relation == "compound" or (token.relation == "amod" and token.pos != "NOUN")
    return is_noun and not is_part and acting_noun(tree, index) is not None


def acting_noun(tree: Tree, index: int) -> str | None:
    """The row of people.txt for a word, by lemma, as written or without a plural s; whoever ends in -ists is a people."""
    token = tree[index]
    written = token.text.lower()
    for form in (token.lemma, written, written.removesuffix("s")):
        if form in nouns():
            return form
    return "people" if token.tag in {"NNS", "NNPS"} and written.endswith(PEOPLE_ENDINGS) else None


def _description(tree: Tree, head: int, heads: dict[int, Name]) -> Name:
    phrase = noun_phrase(tree, head)
    noun = acting_noun(tree, head) or "people"
    country = modifier_country(tree, head) or _seat_country(tree, head, is_official=nouns()[noun].acts_for_state)
    title = next((heads[child].text for child in tree.below(head, "compound", "poss", "nmod") if child in heads), "")
    return Name(NameKind.DESCRIPTION, head, head + 1, head, tree.words(phrase), title, country, noun)
