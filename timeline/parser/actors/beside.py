"""Beside: the name that stands in apposition to a description, however the tree hangs it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from timeline.model.statement import ActorKind
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.names import TRANSPARENT
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.acting import office_before
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

INSIDE = frozenset({"pobj", "prep", "poss", "compound", "case"})
CLAUSE = INSIDE | {"dobj", "relcl", "acl"}
LISTING = frozenset({"NNP", "NNPS", "NN", "JJ", "DT", "CC", "CD", ",", "POS", "HYPH"})
DASHES = frozenset({"--", "–", "—", ":"})
DESCRIBING = frozenset({"DT", "JJ", "VBN", "NN"})
LONGEST = 6
NAMED = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.GROUP, NameKind.UNKNOWN})
SELVES = frozenset({"itself", "themselves", "himself", "herself"})
CHOOSING = frozenset({"name", "elect", "appoint", "crown", "declare", "make"})
HONOURS = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame"})
IDENTIFYING = frozenset({"name", "identify"})
ONE = frozenset({"a", "an", "another"})
PAIRS = frozenset({"couple", "pair", "duo", "trio"})
Named = Callable[[Tree, int], Name | None]
CALLING = frozenset({"call", "name", "know", "dub"})  # 'a group calling itself X'


def names_beside(named: Named, tree: Tree, name: Name) -> Sequence[Name]:
    """'Iran's foreign minister, X,' is X; in 'X, Iran's foreign minister,' the minister is X too."""
    for token in _stand_beside(tree, name):
        other = named(tree, token)
        if other and (other.kind in NAMED or _is_ruler_beside(tree, name, other)) and not is_sort(tree, other):
            more = (named(tree, one) for one in _beside_it(tree, name, token))
            return other, *(one for one in more if one and one.kind in {other.kind, *NAMED})
        inside = tree.below(token, "appos") if token in tree.below(name.head, "appos") else []
        last = next((one for inner in inside if (one := named(tree, inner)) and one.kind in NAMED), None)
        if last is not None:  # 'a shareholder, the fund X,'
            return (last,)
    told = (other for i in tree.below(name.head, "appos") if (other := named(tree, i)))
    return tuple(other for other in told if _is_house(tree, name, other))[:1]


def is_sort(tree: Tree, name: Name) -> bool:
    """'a Bavarian', 'a Methodist' behind a comma: what somebody is, not his name."""
    is_one = tree.has(name.head, "det", ONE)
    return is_one and name.end - name.start == 1 and tree[name.head].relation == "appos"


def names_inside(named: Named, tree: Tree, name: Name) -> Sequence[Name]:
    """'a group of masked youths' is the youths."""
    if name.noun not in TRANSPARENT:
        return ()
    inside = (inner for preposition, inner in tree.prepositions(name.head) if preposition == "of")
    other = next((found for inner in inside if (found := named(tree, inner))), None)
    is_people = other is not None and other.kind is NameKind.DESCRIPTION and tree[other.head].tag in PLURAL
    return (other,) if other is not None and is_people else ()


def _stand_beside(tree: Tree, name: Name) -> Iterable[int]:
    """The heads of the names that may be the description's own."""
    yield from tree.below(name.head, "appos")
    identified = list(_identified(tree, name.head))
    yield from identified
    calling = [child for child in _clauses(tree, name) if not identified and _is_called(tree, child)]
    yield from (i for child in calling for i in tree.subtree(child) if tree[i].tag == "NNP")
    if tree[name.head].relation in {"oprd", "dobj"} and tree[tree[name.head].head].lemma in CHOOSING:
        yield from tree.below(name.head, "compound", "nmod")  # 'elected Ruth Olsen mayor'
    if tree[name.head].relation == "appos":
        yield tree[name.head].head
        if (before := _before_comma(tree, name.head)) is not None:
            yield before
    if (across := _across_place(tree, name)) is not None:
        yield across
    if tree[name.head].tag in PLURAL:
        yield from _listed(tree, name.head)[:1]
    if tree[name.head].tag in {"NN", "NNP"}:
        if name.end < len(tree) and tree[name.end].text[:1].isupper():  # 'the Belgian firm X'
            yield name.end
        if (after := _between_commas(tree, name.end)) is not None:
            yield after
        starts = [i for i in range(name.end, len(tree) - 1) if tree[i].text == "," or tree[i].text in DASHES]
        yield from (i + 1 for i in starts if tree[i].text == "," and _is_said_of(tree, i + 1, name.head))
        apart = (last for i in starts if (last := _apart(tree, i, name.head)) is not None)
        yield from apart


def _clauses(tree: Tree, name: Name) -> Iterator[int]:
    """The clauses that say more of it: its own, those of what stands beside it ('the rebels, a band calling itself X'), and one
    behind a comma that the tree hangs on the word before ('The group behind the raid, which calls itself X').
    """
    for top in (name.head, *tree.below(name.head, "appos")):
        yield from tree.below(top, "acl", "relcl")
    for child in tree.below(name.head, "prep"):
        for inner in tree.below(child, "pobj"):
            clauses = (i for i in tree.below(inner, "relcl") if tree.lower[i - 1] in {"which", "who"})
            yield from (i for i in clauses if tree[i - 2].text == ",")


def _before_comma(tree: Tree, head: int) -> int | None:
    """X of 'the trial of X, the shipping heir convicted in May', which the tree hangs on the trial."""
    first = tree.subtree(head)[0]
    is_behind = first > 1 and tree.lower[first] in {"a", "an", "the"} and tree[first - 1].text == ","
    return first - 2 if is_behind and tree[first - 2].entity == "PERSON" else None


def _across_place(tree: Tree, name: Name) -> int | None:
    """X of 'her counterpart from Mali, Mrs X,' and 'the envoy in Lima, X, who', which the tree hangs on the place."""
    start = name.end
    if start + 3 >= len(tree) or tree[start].pos != "ADP" or tree[name.head].tag not in {"NN", "NNP"}:
        return None
    end = next((i for i in range(start + 1, len(tree)) if tree[i].pos not in {"PROPN", "DET"}), len(tree))
    if end in {start + 1, len(tree)} or tree[end].text != ",":
        return None
    hung = (i for i in tree.below(end - 1, "appos", "conj") if i > end and tree.subtree(i)[0] == end + 1)
    last = next(hung, None)
    if last is None or tree.below(end - 1, "cc") or nouns()[name.noun].kind is not ActorKind.PERSON:
        return None
    return last if tree[last].entity == "PERSON" or tree[end + 1].text.rstrip(".") in HONOURS else None


def _identified(tree: Tree, head: int) -> Iterator[int]:
    """X of 'a driver from Poland, named by police as X,' and 'The dead man was identified as X'."""
    if IDENTIFYING.isdisjoint(tree.lemmas):
        return
    verbs = [i for i, token in enumerate(tree) if token.lemma in IDENTIFYING and token.tag == "VBN" and i > head]
    for verb in verbs:
        current = verb
        while head < current and tree[current].relation in {*INSIDE, "acl", "relcl"}:
            current = tree[current].head
        is_subject = tree[head].relation == "nsubjpass" and tree[head].head == verb
        if current == head or is_subject:
            names = (inner for i in tree.subtree(verb) if tree.lower[i] == "as" for inner in tree.below(i, "pobj"))
            yield from (inner for inner in names if tree[inner].tag == "NNP")


def _is_called(tree: Tree, verb: int) -> bool:
    """'a sect known as X', 'rebels who call themselves X'; not 'a reporter who called X a liar'."""
    if tree[verb].lemma not in CALLING:
        return False
    is_own = any(tree.lower[i] in SELVES for i in tree.below(verb, "dobj", "nsubj"))
    return is_own or tree[verb].relation == "acl" or bool(tree.below(verb, "auxpass"))


def subject_behind(tree: Tree, name: Name) -> int | None:
    """'she' of 'The daughter of a tailor, she was born in Graz', where the tree takes both for subjects, or one for an adverb."""
    inside = tree.subtree(name.head)
    end = inside[-1] + 1
    if inside[0] > 0 or end + 1 >= len(tree) or tree[end].text != "," or tree[name.head].tag in PLURAL:
        return None
    verb = tree[name.head].head
    subjects = [i for i in tree.below(verb, "nsubj", "nsubjpass") if end < i < verb]
    behind = next((i for i in subjects if tree.subtree(i)[0] == end + 1), None)
    is_one = behind is not None and tree[behind].tag in {"NNP", "PRP"} and tree[verb].pos in {"VERB", "AUX"}
    return behind if is_one else None


def _beside_it(tree: Tree, name: Name, token: int) -> list[int]:
    """B of 'the two ministers, A and B'; `token` is A."""
    if tree[name.head].tag not in PLURAL and tree[name.head].lemma not in PAIRS:
        return []
    listed = _listed(tree, name.head)
    return listed[1:] if token in listed else tree.conjuncts(token)[1:]


def country_beside(named: Named, tree: Tree, name: Name) -> str | None:
    """The country of the person coordinated before, for 'Iran's X and Interior Minister Y'."""
    if not name.title or name.country or tree[name.head].relation != "conj":
        return None
    other = named(tree, tree[name.head].head)
    return other.country if other and other.kind is NameKind.PERSON else None


def _listed(tree: Tree, head: int) -> list[int]:
    """The last words of the names of 'two aides to the king, the adviser X and Secretary Y, left', however the tree hangs them."""
    start = next((i for i in range(head + 1, len(tree)) if tree[i].text == ","), len(tree))
    current = start - 1
    while head < current and tree[current].relation in INSIDE:
        current = tree[current].head
    if current != head or start + 1 >= len(tree):
        return []
    end = next((i for i in range(start + 1, len(tree)) if tree[i].tag not in LISTING), len(tree))
    is_closed = tree[end - 1].text == "," or (end < len(tree) and tree[end].text in {".", "--"})
    names = [i for i in range(start + 1, end) if tree[i].tag == "NNP" and (i + 1 == end or tree[i + 1].tag != "NNP")]
    is_led = any(tree[i].relation == "nsubj" and tree[i].head >= end for i in range(start + 1, end))
    is_speaker = is_led and tree[head].relation in {"dobj", "pobj"}  # 'hurt two guards, the mayor, X, said'
    return names if is_closed and not is_speaker else []


def _is_ruler_beside(tree: Tree, name: Name, other: Name) -> bool:
    """'its landlord, the Omani government,', 'its neighbour, Chad': a state or who rules one, behind what it is to another."""
    is_ruler = other.kind is NameKind.DESCRIPTION and other.country and nouns()[other.noun].kind is ActorKind.GOVERNMENT
    is_beside = tree[other.head].relation == "appos"
    if is_beside and tree[name.head].tag in PLURAL and len(tree.conjuncts(other.head)) > 1:
        return other.kind is NameKind.STATE  # 'the neighbours Chad and Niger'
    is_owned = bool(tree.below(name.head, "poss")) and is_beside
    return is_owned and tree[other.head].head == name.head and bool(is_ruler or other.kind is NameKind.STATE)


def _is_house(tree: Tree, name: Name, other: Name) -> bool:
    """'its biggest owner, the Lorimer family,', 'his captors, members of a gang called X': told better than by the first word."""
    if other.kind is not NameKind.DESCRIPTION or tree[other.head].relation != "appos":
        return False
    named = [i for i in tree.below(other.head, "compound") if tree[i].text[:1].isupper()]
    is_family = other.noun in {"family", "clan", "brothers", "sisters", "dynasty"} and bool(named)
    are_members = other.noun == "member" and tree[name.head].tag in PLURAL and tree[other.head].tag in PLURAL
    return is_family or (are_members and any(word == "of" for word, _ in tree.prepositions(other.head)))


def _is_said_of(tree: Tree, start: int, head: int) -> bool:
    """'the head of the port authority, X', 'his successor as party leader, X': what stands before the comma is about the head."""
    if office_before(tree, start) == head:
        return True
    current = start - 2
    while head < current and tree[current].relation in INSIDE:
        current = tree[current].head
    return current == head and start - 2 > head and tree[start].tag == "NNP"


def _apart(tree: Tree, sign: int, head: int) -> int | None:
    """'a chief for the mill -- the welder X.', 'The firm that owns it, X, said': the name, which the tree hangs elsewhere."""
    last = _end_of_name(tree, sign + 1)
    is_whole = last is not None and (last + 1 == len(tree) or tree[last + 1].text in {tree[sign].text, "."})
    if last is None or not is_whole or tree[last].relation in {"nsubj", "nsubjpass", "conj"}:
        return None
    is_dash = tree[sign].text in DASHES
    inside = INSIDE if is_dash else CLAUSE
    current = sign - 1
    while head < current and tree[current].relation in inside:
        current = tree[current].head
    # 'for the mill' hung on 'picked'
    is_object = is_dash and tree[head].relation == "dobj" and current == tree[head].head
    return last if head < sign - 1 and (current == head or is_object) else None


def _end_of_name(tree: Tree, start: int) -> int | None:
    """The last word of a name that a few words describe: 'the retired judge X'."""
    last = start
    while last < min(len(tree), start + LONGEST) and tree[last].tag in DESCRIBING:
        last += 1
    first = last
    while last < len(tree) and (tree[last].tag in {"NNP", "NNPS"} or _joins(tree, first, last)):
        last += 1
    return last - 1 if last > first else None


def _joins(tree: Tree, first: int, index: int) -> bool:
    """The 'for' of 'League for Old Ferries'."""
    return first < index < len(tree) - 1 and tree[index].text in {"of", "for"} and tree[index + 1].tag == "NNP"


def _between_commas(tree: Tree, start: int) -> int | None:
    """The name of 'the neighbour, Colonel X,' that the tree hangs elsewhere."""
    if start >= len(tree):
        return None
    last = start + 1
    while last < min(len(tree), start + LONGEST) and tree[last].tag in DESCRIBING:  # ', the retired judge X,'
        last += 1
    while last < len(tree) and tree[last].tag == "NNP":
        last += 1
    is_between = tree[start].text == "," and last > start + 1 and (last == len(tree) or tree[last].text in {",", "."})
    return last - 1 if is_between and tree[last - 1].relation in {"npadvmod", "appos"} else None
