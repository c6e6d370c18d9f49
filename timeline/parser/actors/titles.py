"""Titles: words of office before or beside a person's name, and the state they tell."""

from dataclasses import replace

from timeline.model.statement import HUMAN, ActorKind
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known import places
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.acting import is_office
from timeline.parser.sentences.phrases import head_of, modifier_country, noun_phrase
from timeline.parser.sentences.tree import Tree

# What no person is called.
BANDS = frozenset("group charity union party movement network agency company firm brand club band choir gang".split())


def with_titles(tree: Tree, named: list[Name]) -> list[Name]:
    """Persons with the words of office before them taken in; names inside those words are no names of their own."""
    result: list[Name] = []
    for name in named:
        if name.kind is NameKind.PERSON and (band := _band_before(tree, name)) is not None:
            result.append(replace(name, kind=NameKind.ORGANISATION, noun=band))
        elif name.kind is NameKind.PERSON:
            start = _title_start(tree, name.start)
            while result and result[-1].end > start and start < name.start:
                result.pop()
            result.append(_titled(tree, name, start))
        else:
            result.append(name)
    return result


def _band_before(tree: Tree, name: Name) -> str | None:
    """'group' of 'the fan group La Banda', whatever the tagger takes it for; 'the band leader X' is a person."""
    before = tree[name.start - 1] if name.start > 1 else None
    if before is None or before.text not in BANDS or before.tag != "NN":
        return None
    is_own = name.head in {before.index, before.head} or tree[name.head].head == before.index
    return before.lemma if is_own else None


def _title_start(tree: Tree, start: int) -> int:
    """Where the title before a name begins; the name's own start when there is none."""
    begin, seen_office = start, False
    # 'the mayor of X', 'a spokesman for X': no title of X
    if start > 0 and (tree[start - 1].text.lower() in {"of", "for"} or _is_trader(tree, start - 1)):
        return start
    while begin > 0 and _may_be_title(tree, begin - 1):
        begin -= 1
        seen_office = seen_office or is_office(tree, begin) or _is_trade(tree, begin)
    return begin if seen_office else start


def _is_trader(tree: Tree, index: int) -> bool:
    """'the Danish baby-food maker X': a firm's calling, and no title."""
    noun = nouns().get(tree[index].text)
    return noun is not None and noun.kind is ActorKind.COMPANY and not noun.is_office and tree[index].tag == "NN"


def _is_trade(tree: Tree, index: int) -> bool:
    """'the Kenyan runner X': what one person does."""
    noun = nouns().get(tree[index].text)
    return noun is not None and noun.kind in HUMAN and tree[index].tag == "NN"


def _may_be_title(tree: Tree, index: int) -> bool:
    token = tree[index]
    if token.tag in {"POS", "HYPH"} or (
        token.text.lower() in {"of", "for"} and index > 0 and is_office(tree, index - 1)
    ):
        return True
    if token.entity == "PERSON" and not is_office(tree, index):
        return False
    if token.tag == "NNS":  # 'Presidents X and Y'
        return token.relation == "compound" and token.text[:1].isupper() and is_office(tree, index)
    return token.tag in {"NNP", "NN", "JJ", "NNPS"} and token.entity not in {"DATE", "TIME"}


def _titled(tree: Tree, name: Name, start: int) -> Name:
    title = tree.words(list(range(start, name.start))) or _appositive_title(tree, name.head) or _shared(tree, name.head)
    country = (
        _title_country(tree, range(start, name.start))
        or _appositive_country(tree, name.head)
        or _homeland(tree, start, name)
        or ("VA" if title == "Pope" else None)
    )
    head = head_of(tree, start, name.end)
    return Name(
        name.kind,
        start,
        name.end,
        head,
        name.text,
        title.strip(" ’'").removesuffix("'s").removesuffix("’s") if title else "",
        country,
    )


def _shared(tree: Tree, head: int) -> str:
    """'Presidents X of Peru and Y of Chile': Y is one, too."""
    first = tree.first_conjunct(head)
    offices = [i for i in tree.below(first, "compound") if tree[i].tag == "NNS" and is_office(tree, i)]
    return tree[offices[0]].lemma if offices and first != head else ""


def _title_country(tree: Tree, indices: range) -> str | None:
    for size in (3, 2, 1):
        for index in indices:
            if index + size <= indices.stop:
                text = tree.words(list(range(index, index + size)))
                if text[:1].isupper() and (code := places.country_code(text)):
                    return code
    return None


def _homeland(tree: Tree, start: int, name: Name) -> str | None:
    """The state that is said of the person: "Norway's X", 'the Norwegian X', 'X of Norway'."""
    head = head_of(tree, start, name.end)
    before = [child for child in tree.below(head, "poss", "amod", "compound") if child < start]
    behind = [i for preposition, i in tree.prepositions(head) if preposition == "of" and i >= name.end]
    words = [tree[i].text for i in [*before, *behind]]
    return next((code for word in words if (code := places.state_code(word) or places.demonym_code(word))), None)


def _appositives(tree: Tree, head: int) -> list[int]:
    """Offices that stand in apposition after a name ('X, the Iranian foreign minister,')."""
    return [child for child in tree.below(head, "appos") if is_office(tree, child)]


def _appositive_title(tree: Tree, head: int) -> str:
    return next((tree.words(noun_phrase(tree, child)) for child in _appositives(tree, head)), "")


def _appositive_country(tree: Tree, head: int) -> str | None:
    return next((modifier_country(tree, child) for child in _appositives(tree, head)), None)
