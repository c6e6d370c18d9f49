"""Usage: what a text uses each name as. The tagger sees one sentence at a time and calls a firm a person here, a town there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.statement import HUMAN
from timeline.parser.actors.firms import has_article, votes_for_body
from timeline.parser.actors.goods import goods, named_singly, numbered
from timeline.parser.actors.member import OWNED, surname
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.namesakes import elsewhere
from timeline.parser.actors.opening import COMPANY_WORDS
from timeline.parser.actors.sighting import is_team
from timeline.parser.actors.surnames import called_by_surname, with_surnames
from timeline.parser.actors.titles import with_titles
from timeline.parser.actors.waters import as_river, is_river, storms
from timeline.parser.known import places
from timeline.parser.known.callings import sorts_of
from timeline.parser.known.roster import genders, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phrases import (
    acting_noun,
    is_office,
    modifier_country,
    noun_phrase,
    office_before,
    precise_noun,
)
from timeline.parser.sentences.tree import Tree

Votes = Counter[NameKind]

OPEN_KINDS = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.UNKNOWN})
WHERE = frozenset({"in", "near", "outside", "inside", "around", "off", "across", "at", "from", "to"})
TAKING = frozenset("bomb shell storm capture besiege retake recapture flood overrun bombard evacuate visit".split())
THROUGH = frozenset({"through", "across", "along", "past", "off"})
SURELY_WHERE = frozenset({"in", "near", "outside", "around"})
SETTLED = frozenset(
    "town city village port capital district province region island suburb county state governorate municipality river lake "
    "mountain volcano sea bay valley peninsula desert strait canal peak hill mount".split()
)
INVESTED = frozenset("share stake stock investor investment trading confidence interest holding bond".split())
CORPORATE = frozenset(
    "share stock chairman chairwoman ceo shareholder profit revenue sale earning board headquarters subsidiary takeover "
    "merger turnover customer workforce boss executive quarterly unit factory plant spokesman spokeswoman spokesperson "
    "captain coach goalkeeper striker midfielder defender fan stadium squad manager winger".split()
)
# 'the Acme board'; 'the Leipzig plant' is in it
RUN = CORPORATE - frozenset("headquarters unit factory plant workforce customer".split())
STAFF = frozenset("worker employee strike job engineer staff manager executive director editor".split())  # 'at Acme'
TAKEN = frozenset("takeover acquisition buyout merger nationalisation nationalization privatisation bailout".split())
HELD = {
    "in": INVESTED,
    "of": INVESTED | TAKEN,
    "at": INVESTED | STAFF,
    "for": frozenset({"spokesman", "spokeswoman", "spokesperson"}),
}
# What a firm does, and what is done to one.
MAKING = frozenset("employ unveil recall manufacture post ship supply license underwrite lay".split())
FOUNDED = frozenset("found acquire buy takeover fine sue own nationalise nationalize bail".split())
CIVIC = frozenset(
    "mayor governor bishop airport street resident suburb outskirt harbour harbor mayoress centre center population".split()
)
LIVING = word_list("living")
KIN = word_list("kin")
FIRM_ROLES = word_list("what a firm may be to another")
STRONG, WEAK = 3, 1
TAGGINGS = 3  # the tagger errs in the same way again and again
ENOUGH = 2  # votes below this change nothing

Found = tuple[Tree, tuple[Name, ...]]


def agreed(found: Sequence[Found]) -> list[Found]:
    """The names of a text's Sentences, each name of the same kind wherever the text uses it."""
    blown = storms(tree for tree, _ in found)
    found = with_surnames([(tree, tuple(name for name in names if name.text not in blown)) for tree, names in found])
    everybody = [name for _, names in found for name in names]
    found = [
        (tree, tuple(elsewhere(everybody, as_river(tree, name)) for name in names)) for tree, names in numbered(found)
    ]
    votes = _votes(found)
    kinds = {text: kind for text, cast in votes.items() if (kind := _winner(cast))}
    names_of_all = [name for _, names in found for name in names if name.kind in OPEN_KINDS | {NameKind.THING}]
    things = {name.text for name in names_of_all if name.kind is NameKind.THING} | goods(found)
    things |= {name.text for name in names_of_all if name.text.split()[-1] in things}  # 'the Zephyr', 'the Acme Zephyr'
    kinds.update(dict.fromkeys(things, NameKind.THING))
    return [(tree, tuple(_as(tree, name, kinds) for name in names)) for tree, names in found]


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
    for index in _describing(tree, name):
        noun = acting_noun(tree, index) or ""
        is_body = noun and nouns()[noun].kind not in HUMAN
        if (is_body or (not noun and _names_sort(tree, index))) and tree[index].tag in {"NN", "NNP"}:
            country = name.country or modifier_country(tree, index) or modifier_country(tree, name.head)
            said = tree.words(
                [i for i in noun_phrase(tree, index) if tree[i].tag in {"NN", "NNP"} and i <= index]
            ).lower()
            return replace(name, noun=noun and precise_noun(tree, index, noun), country=country, said=said)
    return name


def _names_sort(tree: Tree, index: int) -> bool:
    """'chain', 'shipping line': a firm, by a noun that is no actor of its own."""
    return bool(sorts_of([tree[i].lemma for i in range(max(0, index - 1), index + 1)]))


def _is_certain(tree: Tree, name: Name) -> bool:
    """A person with a title stays one, and a known town where the words say where."""
    is_where = name.kind is NameKind.PLACE and places.find_place(name.text) is not None
    return bool(name.title) or (is_where and _word_before(tree, name) in WHERE)


def _winner(votes: Votes) -> NameKind | None:
    """The kind with more votes than any other; None when there are too few to tell."""
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH:
        return None
    is_tie = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return None if is_tie else ranked[0][0]


def _votes(found: Sequence[Found]) -> dict[str, Votes]:
    """Per name its own votes and those of the longer name that it is short for ('Kestrel', 'Kestrel Logistics')."""
    votes: dict[str, Votes] = {}
    told: Counter[str] = Counter()
    for tree, names in found:
        for name in names:
            if name.kind in OPEN_KINDS:
                told[name.text] += 1
                given = dict(_evidence(tree, name, is_tagged=told[name.text] <= TAGGINGS))
                if name.text in votes and given == {NameKind.PERSON: WEAK}:
                    continue  # who is called by one name, and by no other, is as often a team: the tagger has one vote
                votes.setdefault(name.text, Counter()).update(given)
    for text in called_by_surname(found, told, {text for text in told if votes[text][NameKind.ORGANISATION] >= STRONG}):
        votes[text][NameKind.PERSON] += STRONG
    for long in [text for text in votes if " " in text]:
        _share(votes, long)
    named = [(tree, name) for tree, names in found for name in names if name.kind in OPEN_KINDS]
    for text in votes:
        if votes[text][NameKind.ORGANISATION] and not _is_introduced(text, named):
            del votes[text][NameKind.PERSON]
    return votes


def _is_introduced(text: str, named: Sequence[tuple[Tree, Name]]) -> bool:
    """Whether a text calls somebody by more than that one word, as it does with persons."""
    if " " in text or any(name.text.endswith(f" {text}") for _, name in named):
        return True
    return any(name.text == text and name.title and _word_before(tree, name) != "for" for tree, name in named)


def _share(votes: dict[str, Votes], long: str) -> None:
    """What is known of the short name tells of the long one, and the other way round."""
    first, last = long.split()[0], long.split()[-1]
    for short in (last, first):
        kind = _winner(votes[long] + votes.get(short, Counter()))
        is_short = kind is NameKind.ORGANISATION or (kind is NameKind.PERSON and short == surname(long))
        if kind is not None and is_short and short in votes and (votes[long][kind] or kind is not NameKind.PERSON):
            votes[short][kind] += STRONG
            votes[long][kind] += STRONG
            return


def _evidence(tree: Tree, name: Name, *, is_tagged: bool) -> Iterator[tuple[NameKind, int]]:
    """What one use of a name says of its kind: the tagger a little, the words around it more."""
    votes: dict[NameKind, int] = defaultdict(int)
    if is_tagged and name.kind is not NameKind.UNKNOWN and not _is_guessed_place(name):
        votes[name.kind] += STRONG if name.title else WEAK + (" " in name.text and name.kind is not NameKind.PLACE)
    if name.kind in {NameKind.ORGANISATION, NameKind.UNKNOWN} and _has_first_name(name.text):
        votes[NameKind.PERSON] += STRONG
    is_acting = tree[name.head].relation == "nsubj" or _word_before(tree, name) == "by"
    if is_acting and name.kind is NameKind.PLACE:  # towns seldom do things, and those that nobody knows are often firms
        is_known = places.find_place(name.text) is not None or has_article(tree, name)  # 'the Tessaro rose' is a river
        votes[NameKind.ORGANISATION] += WEAK if is_known else 2 * WEAK
    if is_river(tree, name):
        votes[NameKind.PLACE] += 2 * STRONG
    if is_acting and is_team(tree, name.head):  # 'Leeds have signed': nobody does things as several
        votes[NameKind.ORGANISATION] += STRONG
    described = _described(tree, name)
    if described is not NameKind.PLACE and (count := votes_for_body(tree, name)) > 0:
        votes[NameKind.ORGANISATION] += count
    if tree[name.head].relation == "dobj" and tree[tree[name.head].head].lemma == "join":
        votes[NameKind.ORGANISATION] += STRONG  # a player joins a club
    if _is_mortal(tree, name):
        votes[NameKind.PERSON] += STRONG
    if name.start > 1 and _word_before(tree, name) == "of" and tree[name.start - 2].lemma in SETTLED:
        votes[NameKind.PLACE] += STRONG  # 'the town of X', and again below
    if kind := described or _owned(tree, name) or _in_business(tree, name) or _located(tree, name):
        votes[kind] += STRONG
    yield from votes.items()


def _is_guessed_place(name: Name) -> bool:
    """A town that only the tagger knows: where it stands in its sentence tells more."""
    return name.kind is NameKind.PLACE and " " not in name.text and places.find_place(name.text) is None


def _is_mortal(tree: Tree, name: Name) -> bool:
    """'X, who …', 'X, 58,', 'X married', "X's widow", 'his son X': what only persons are told of."""
    if any(tree.lower[i] == "who" for clause in tree.below(name.head, "relcl") for i in tree.below(clause, "nsubj")):
        return True
    after = [tree[i] for i in range(name.end, min(name.end + 3, len(tree)))]
    is_aged = len(after) == 3 and after[0].text == after[2].text == "," and after[1].text.isdigit()
    token, above = tree[name.head], tree[tree[name.head].head]
    if token.relation == "poss" or (token.relation == "appos" and above.index == name.start - 1):
        return above.lemma in KIN
    return is_aged or (token.relation in {"nsubj", "nsubjpass"} and above.lemma in LIVING)


def _has_first_name(text: str) -> bool:
    """'Rosa Díaz', whatever the tagger says; not 'Virginia Airlines'."""
    words = text.split()
    is_plain = 1 < len(words) < 4 and all(word[:1].isupper() for word in words)
    return is_plain and words[0] in genders() and not _is_body(text)


def _is_body(text: str) -> bool:
    return text.split()[-1].lower() in {*COMPANY_WORDS, *nouns(), *OWNED}


def _described(tree: Tree, name: Name) -> NameKind | None:
    """'the Dutch carrier X', 'X, a rival from Leeds', 'the town of X'."""
    if name.start > 1 and _word_before(tree, name) == "of" and is_office(tree, name.start - 2):
        office = tree[name.start - 2].lemma  # 'the mayor of X', 'the chief executive of X'
        return NameKind.PLACE if office in CIVIC else NameKind.ORGANISATION if office in CORPORATE else None
    for index in _describing(tree, name):
        if tree[index].lemma in SETTLED:
            return NameKind.PLACE
        noun = acting_noun(tree, index)
        if noun is None and _names_sort(tree, index):
            return NameKind.ORGANISATION
        if noun is not None and tree[index].tag in {"NN", "NNP"}:
            kind = nouns()[noun].kind
            if kind in HUMAN:
                return NameKind.PERSON if nouns()[noun].is_office or _is_human(name, index, noun) else None
            return NameKind.ORGANISATION
    return None


def _describing(tree: Tree, name: Name) -> Iterator[int]:
    """The common nouns right before a name, in apposition to it, or before 'of'."""
    before = name.start - 1
    if before >= 0 and (tree[before].tag in {"NN", "NNS"} or (tree[before].tag == "NNP" and is_office(tree, before))):
        yield before
    if before > 0 and tree[before].text.lower() == "of" and tree[before - 1].lemma in SETTLED:
        yield before - 1
    yield from (child for child in tree.below(name.head, "appos") if tree[child].tag == "NN")
    if tree[name.head].relation == "appos" and tree[tree[name.head].head].tag == "NN":
        yield tree[name.head].head
    if (office := office_before(tree, name.start)) is not None:
        yield office


def _owned(tree: Tree, name: Name) -> NameKind | None:
    """'shares in X', "X's chairman", "X's airport"."""
    before = _word_before(tree, name)
    if name.start > 1 and tree[name.start - 2].lemma in HELD.get(before, frozenset()):
        return NameKind.ORGANISATION
    if tree[name.head].relation in {"compound", "nmod"} and tree[tree[name.head].head].lemma in RUN:
        return NameKind.ORGANISATION  # 'the Acme board'
    if tree[name.head].relation == "poss":
        owned = tree[tree[name.head].head].lemma
        return NameKind.ORGANISATION if owned in CORPORATE else NameKind.PLACE if owned in CIVIC else None
    return None


def _in_business(tree: Tree, name: Name) -> NameKind | None:
    """'X employs 900 people', 'X was founded by': a firm, unless a first name or a title tells of a person."""
    if name.title or " " in name.text or name.kind is NameKind.UNKNOWN:
        return None
    verb, relation = tree[tree[name.head].head], tree[name.head].relation
    is_maker = relation == "nsubj" and verb.lemma in MAKING
    is_made = relation in {"nsubjpass", "dobj"} and verb.lemma in FOUNDED
    return NameKind.ORGANISATION if is_maker or is_made else None


def _located(tree: Tree, name: Name) -> NameKind | None:
    """'in X', as a rule; 'at X' and 'from X' do not tell."""
    before = _word_before(tree, name)
    above = tree[tree[name.head].head].lemma if tree[name.head].relation == "dobj" else ""
    is_known = (before in THROUGH or above in TAKING) and places.find_place(name.text) is not None
    return NameKind.PLACE if before in SURELY_WHERE or is_known else None


def _word_before(tree: Tree, name: Name) -> str:
    return tree.lower[name.start - 1] if name.start else ""


def _is_human(name: Name, before: int, noun: str) -> bool:
    """'winger Emil Lind', whom the tagger may take for a town or a firm; 'its rival Southland Milk' is a firm."""
    if before != name.start - 1 or " " not in name.text:
        return False
    return name.kind in {NameKind.PERSON, NameKind.PLACE} or not (noun in FIRM_ROLES or _is_body(name.text))
