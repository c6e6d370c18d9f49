"""Votes: what one use of a name says of its kind: the tagger a little, the words around it more."""

from collections import defaultdict
from collections.abc import Iterator

from timeline.model.statement import HUMAN
from timeline.parser.actors.firms import has_article, is_body_name, votes_for_body
from timeline.parser.actors.member import OWNED
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.opening import COMPANY_WORDS
from timeline.parser.actors.sighting import is_team
from timeline.parser.actors.waters import is_river
from timeline.parser.known import places
from timeline.parser.known.callings import sorts_of
from timeline.parser.known.roster import genders, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.acting import acting_noun, is_office, office_before
from timeline.parser.sentences.tree import Tree

TAKING = frozenset("bomb shell storm capture besiege retake recapture flood overrun bombard evacuate visit".split())
THROUGH = frozenset({"through", "across", "along", "past", "off"})
SURELY_WHERE = frozenset({"in", "near", "outside", "around"})
SETTLED = frozenset(
    "town city village port capital district province region island suburb county state governorate municipality river lake "
    "mountain volcano sea bay valley peninsula desert strait canal peak hill mount".split()
)
INVESTED = frozenset(
    "share stake stock investor investment trading confidence interest holding bond shareholder stockholder stakeholder "
    "shareholding".split()
)
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
TRADERS = frozenset({"developer", "investor", "publisher", "operator", "supplier"})  # firms, and persons as often
SOLDIERS = frozenset(
    "guard soldier officer policeman policewoman marine commando gendarme trooper conscript".split()
)  # one
STRONG = 3
WEAK = 1


def evidence(tree: Tree, name: Name, *, is_tagged: bool) -> Iterator[tuple[NameKind, int]]:
    """What one use of a name says of its kind: the tagger a little, the words around it more."""
    votes: dict[NameKind, int] = defaultdict(int)
    if is_tagged and name.kind is not NameKind.UNKNOWN and not _is_guessed_place(name):
        votes[name.kind] += STRONG if name.title else WEAK + (" " in name.text and name.kind is not NameKind.PLACE)
    if name.kind in {NameKind.ORGANISATION, NameKind.UNKNOWN} and _has_first_name(name.text):
        votes[NameKind.PERSON] += STRONG
    if name.kind is NameKind.PERSON and not name.title and is_body_name(name.text):
        votes[NameKind.ORGANISATION] += 2 * STRONG
    is_acting = tree[name.head].relation == "nsubj" or word_before(tree, name) == "by"
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
    if _employs(tree, name) and not _has_first_name(name.text):
        votes[NameKind.ORGANISATION] += STRONG
    if _is_mortal(tree, name):
        votes[NameKind.PERSON] += STRONG
    if name.start > 1 and word_before(tree, name) == "of" and tree[name.start - 2].lemma in SETTLED:
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
    if token.relation == "poss" or is_kin(tree, name):
        return above.lemma in KIN
    return is_aged or (token.relation in {"nsubj", "nsubjpass"} and above.lemma in LIVING)


def _employs(tree: Tree, name: Name) -> bool:
    """'Their employer, Adria Offshore,': a firm, unless a first name says otherwise."""
    above = tree[name.head].head
    beside = [*tree.below(name.head, "appos"), *([above] if tree[name.head].relation == "appos" else [])]
    return not name.title and any(tree[i].lemma == "employer" for i in beside)


def is_kin(tree: Tree, name: Name) -> bool:
    """'his son X', 'her husband, X,': told by one name."""
    token, above = tree[name.head], tree[tree[name.head].head]
    gap = range(above.index + 1, name.start)
    is_beside = token.relation == "appos" and above.index < name.start and all(tree[i].text == "," for i in gap)
    return is_beside and above.lemma in KIN


def _has_first_name(text: str) -> bool:
    """'Rosa Díaz', whatever the tagger says; not 'Virginia Airlines'."""
    words = text.split()
    is_plain = 1 < len(words) < 4 and all(word[:1].isupper() for word in words)
    return is_plain and words[0] in genders() and not _is_body(text)


def _is_body(text: str) -> bool:
    last = text.split()[-1].lower()
    return last in COMPANY_WORDS or last in nouns() or last in OWNED


def _described(tree: Tree, name: Name) -> NameKind | None:
    """'the Dutch carrier X', 'X, a rival from Leeds', 'the town of X'."""
    if name.start > 1 and word_before(tree, name) == "of" and is_office(tree, name.start - 2):
        office = tree[name.start - 2].lemma  # 'the mayor of X', 'the chief executive of X'
        return NameKind.PLACE if office in CIVIC else NameKind.ORGANISATION if office in CORPORATE else None
    for index in describing(tree, name):
        if tree[index].lemma in SETTLED:
            return NameKind.PLACE
        noun = acting_noun(tree, index)
        if noun is None and names_sort(tree, index):
            return NameKind.ORGANISATION
        if noun is not None and tree[index].tag in {"NN", "NNP"}:
            kind = nouns()[noun].kind
            if noun in TRADERS | SOLDIERS and _has_first_name(name.text):
                return NameKind.PERSON
            if kind in HUMAN:
                return NameKind.PERSON if nouns()[noun].is_office or _is_human(name, index, noun) else None
            return NameKind.ORGANISATION
    return None


def describing(tree: Tree, name: Name) -> Iterator[int]:
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


def names_sort(tree: Tree, index: int) -> bool:
    """'chain', 'shipping line': a firm, by a noun that is no actor of its own."""
    return bool(sorts_of([tree[i].lemma for i in range(max(0, index - 1), index + 1)]))


def _owned(tree: Tree, name: Name) -> NameKind | None:
    """'shares in X', "X's chairman", "X's airport"."""
    before = word_before(tree, name)
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
    before = word_before(tree, name)
    above = tree[tree[name.head].head].lemma if tree[name.head].relation == "dobj" else ""
    is_known = (before in THROUGH or above in TAKING) and places.find_place(name.text) is not None
    is_firm = tree.lower[name.end - 1].rstrip(".") in COMPANY_WORDS  # 'a stake in Acme Ltd'
    is_in = before in SURELY_WHERE and not is_firm
    return NameKind.PLACE if is_in or is_known else None


def _is_human(name: Name, before: int, noun: str) -> bool:
    """'winger Emil Lind', whom the tagger may take for a town or a firm; 'its rival Southland Milk' is a firm. Behind a comma
    no town is: 'a leader of the strikes, Emil Lind,'.
    """
    if " " not in name.text:
        return False
    if before != name.start - 1:
        return name.kind is NameKind.PLACE and not is_known_place(name.text) and noun not in FIRM_ROLES
    return name.kind in {NameKind.PERSON, NameKind.PLACE} or not (noun in FIRM_ROLES or _is_body(name.text))


def is_known_place(text: str) -> bool:
    """Whether the gazetteer has a place of that name, or of its last word."""
    return places.find_place(text) is not None or places.find_place(text.split()[-1]) is not None


def word_before(tree: Tree, name: Name) -> str:
    """The word right before a name, in small letters; '' at the start of its sentence."""
    return tree.lower[name.start - 1] if name.start else ""
