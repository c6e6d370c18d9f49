"""Usage: what a text uses each name as. The tagger sees one sentence at a time and calls a firm a person here, a town there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import HUMAN
from timeline.parser.actors.firms import has_article, is_local_name
from timeline.parser.actors.goods import goods, named_singly, numbered
from timeline.parser.actors.member import surname
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.namesakes import elsewhere
from timeline.parser.actors.surnames import as_famous, called_by_surname, with_surnames
from timeline.parser.actors.titles import with_titles
from timeline.parser.actors.votes import STRONG, WEAK, describing, evidence, is_kin, names_sort, word_before
from timeline.parser.actors.waters import as_river, storms
from timeline.parser.known import places
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.acting import acting_noun, precise_noun
from timeline.parser.sentences.phrases import modifier_country, noun_phrase
from timeline.parser.sentences.tree import Tree

Votes = Counter[NameKind]

OPEN_KINDS = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.UNKNOWN})
SHARED_KINDS = OPEN_KINDS | {NameKind.THING}
WHERE = frozenset({"in", "near", "outside", "inside", "around", "off", "across", "at", "from", "to"})
TAGGINGS = 3  # the tagger errs in the same way again and again
ENOUGH = 2  # votes below this change nothing

Found = tuple[Tree, tuple[Name, ...]]


def agreed(found: Sequence[Found]) -> list[Found]:
    """The names of a text's Sentences, each name of the same kind wherever the text uses it."""
    blown = storms(tree for tree, _ in found)
    if blown:
        found = [(tree, tuple(name for name in names if name.text not in blown)) for tree, names in found]
    found = with_surnames(found)
    everybody = [name for _, names in found for name in names]
    found = [
        (tree, tuple([elsewhere(everybody, as_river(tree, name)) for name in names])) for tree, names in numbered(found)
    ]
    votes = _votes(found)
    kinds = {text: kind for text, cast in votes.items() if (kind := _winner(cast))}
    names_of_all = [name for _, names in found for name in names if name.kind in SHARED_KINDS]
    things = {name.text for name in names_of_all if name.kind is NameKind.THING}
    things = (things - _firms_among(things, found)) | goods(found)
    things |= {name.text for name in names_of_all if name.text.split()[-1] in things}  # 'the Zephyr', 'the Acme Zephyr'
    kinds.update(dict.fromkeys(things, NameKind.THING))
    return [(tree, tuple([_as(tree, name, kinds) for name in names])) for tree, names in found]


def _firms_among(things: set[str], found: Sequence[Found]) -> set[str]:
    """'The insurer Acme cut jobs. … Acme, which …', that the tagger takes for a product there; never one with a number."""
    named = ((tree, name) for tree, names in found for name in names if name.text in things and name.text.isalpha())
    return {name.text for tree, name in named if not name.title and _introduced(tree, name).noun}


def _as(tree: Tree, name: Name, kinds: dict[str, NameKind]) -> Name:
    name = named_singly(tree, name, kinds)
    kind = kinds.get(name.text)
    if kind is not None and name.kind in OPEN_KINDS and not _is_certain(tree, name):
        name = replace(name, kind=kind) if kind is not name.kind else name
        if kind is NameKind.PERSON:
            (name,) = with_titles(tree, [name])
    return _introduced(tree, name) if name.kind in {NameKind.ORGANISATION, NameKind.UNKNOWN} else name


def _introduced(tree: Tree, name: Name) -> Name:
    """An organisation with the noun and the country that introduce it: 'the Belgian firm X'."""
    for index in describing(tree, name):
        noun = acting_noun(tree, index) or ""
        is_body = noun and nouns()[noun].kind not in HUMAN
        if (is_body or (not noun and names_sort(tree, index))) and tree[index].tag in {"NN", "NNP"}:
            country = name.country or modifier_country(tree, index) or modifier_country(tree, name.head)
            said = tree.words(
                [i for i in noun_phrase(tree, index) if tree[i].tag in {"NN", "NNP"} and i <= index]
            ).lower()
            return replace(name, noun=noun and precise_noun(tree, index, noun), country=country, said=said)
    return name


def _is_certain(tree: Tree, name: Name) -> bool:
    """A person with a title stays one, and a known town where the words say where."""
    is_where = name.kind is NameKind.PLACE and places.find_place(name.text) is not None
    return bool(name.title) or (is_where and word_before(tree, name) in WHERE)


def _winner(votes: Votes) -> NameKind | None:
    """The kind with more votes than any other; None when there are too few to tell."""
    most = max(votes.values(), default=0)
    kinds = [kind for kind, number in votes.items() if number == most] if most >= ENOUGH else []
    return kinds[0] if len(kinds) == 1 else None


def _votes(found: Sequence[Found]) -> dict[str, Votes]:
    """Per name its own votes and those of the longer name that it is short for ('Kestrel', 'Kestrel Logistics')."""
    votes: dict[str, Votes] = {}
    told: Counter[str] = Counter()
    famous = as_famous(found)
    for tree, names in found:
        for name in names:
            if name.kind in OPEN_KINDS:
                told[name.text] += 1
                given = dict(evidence(tree, name, is_tagged=told[name.text] <= TAGGINGS))
                if name.text in famous and not has_article(tree, name):
                    given[NameKind.ORGANISATION] = given.get(NameKind.ORGANISATION, 0) + 2 * STRONG
                if name.text in votes and given == {NameKind.PERSON: WEAK}:
                    continue  # who is called by one name, and by no other, is as often a team: the tagger has one vote
                own = votes.setdefault(name.text, Counter()) if name.text not in votes else votes[name.text]
                for kind, weight in given.items():
                    own[kind] = own.get(kind, 0) + weight
    for text in called_by_surname(found, told, {text for text in told if votes[text][NameKind.ORGANISATION] >= STRONG}):
        votes[text][NameKind.PERSON] += STRONG
    for long in [text for text in votes if " " in text]:
        _share(votes, long)
    introduced = _introduced_in(found)
    for text in votes:
        if votes[text][NameKind.ORGANISATION] and text not in introduced:
            del votes[text][NameKind.PERSON]
    return votes


def _introduced_in(found: Sequence[Found]) -> set[str]:
    """The names by which a text calls somebody that it calls by more than that one word, too, as it does with persons."""
    introduced: set[str] = set()
    for tree, names in found:
        for name in names:
            if name.kind in OPEN_KINDS and " " in name.text:
                introduced.update((name.text, name.text.rpartition(" ")[2]))
            elif name.kind in OPEN_KINDS and _is_introducing(tree, name):
                introduced.add(name.text)
    return introduced


def _is_introducing(tree: Tree, name: Name) -> bool:
    """'Mr Blau', 'his son Blau'."""
    return bool(name.title and word_before(tree, name) != "for") or is_kin(tree, name)


def _share(votes: dict[str, Votes], long: str) -> None:
    """What is known of the short name tells of the long one, and the other way round."""
    first, last = long.split()[0], long.split()[-1]
    for short in (last,) if is_local_name(long) else (last, first):
        if short not in votes:
            continue
        kind = _winner(votes[long] + votes[short])
        is_short = kind is NameKind.ORGANISATION or (kind is NameKind.PERSON and short == surname(long))
        if kind is not None and is_short and (votes[long][kind] or kind is not NameKind.PERSON):
            votes[short][kind] += STRONG
            votes[long][kind] += STRONG
            return
