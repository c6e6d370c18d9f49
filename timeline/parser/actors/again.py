"""Again: a thing with a name that a text goes on about in other words: 'the jet', 'ten 440s', 'the Zephyrs', 'the index'."""

from collections.abc import Callable, Iterator

from timeline.model.statement import ActorKind
from timeline.parser.actors.member import Member
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.sorts import Calling, firm_called, prominence
from timeline.parser.actors.things import CALLED, INDICES, OUTLETS, is_brand
from timeline.parser.known.callings import sorts_of
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.tree import Tree

Named = Callable[[Tree, int], Name | None]

KNOWN_INDICES = word_list("share index")
KNOWN = frozenset({"the", "this", "these", "those"})
# What 'Zephyrs' is taken for.
LOOSE = frozenset({NameKind.ORGANISATION, NameKind.UNKNOWN, NameKind.PERSON, NameKind.PLACE})
NOUNS = PLURAL | {"NN"}
PARTS = frozenset(
    "one first last another most some all half several many dozens rest fleet batch version variant unit copy".split()
)
POINTING = ("det", "poss")
FRESH = frozenset({"new", "latest"})
SILENT = frozenset({"det", "punct", "case", "nummod", "predet", "relcl"})  # say nothing of which it is


def things_again(memory: Memory, tree: Tree, named: Named) -> Iterator[tuple[Name, int]]:
    """The words with the number of the thing that they mean."""
    for token, word in zip(tree, tree.lower, strict=True):
        is_part = token.tag == "CD" or word in PARTS
        is_named = token.tag == "NNP" and token.index > 0 and tree.lower[token.index - 1] == "the"
        if token.tag not in NOUNS and not (is_part or is_named) and not "0" <= token.text[:1] <= "9":
            continue
        if is_part and (part := _by_part(memory, tree, token.index, named)) is not None:
            yield Name(NameKind.THING, token.index, token.index + 1, token.index, token.lemma), part
            continue
        if tree.relations[token.index].isdisjoint(POINTING) and token.text.isalpha() and token.text.islower():
            continue  # most nouns: with no article or owner they mean nothing in particular
        member = _meant(memory, tree, token.index, named(tree, token.index))
        if member is not None:
            yield Name(NameKind.THING, token.index, token.index + 1, token.index, token.lemma), member


def _by_part(memory: Memory, tree: Tree, index: int, named: Named) -> int | None:
    """'ten of the aircraft', 'the first of its 440s', 'one of them' -> the thing that there are many of."""
    if tree[index].relation not in NOMINAL:
        return None
    inner = next((inner for word, inner in tree.prepositions(index) if word == "of"), None)
    if inner is None:
        return None
    if tree.lower[inner] == "them":
        return _made(memory)
    names = [named(tree, i) for i in (inner, *tree.below(inner, "compound", "nmod"))]
    if things := [name for name in names if name is not None and name.kind is NameKind.THING]:
        return memory.thing(memory.model(things[0].text))
    is_again = tree[inner].lemma in CALLED and _is_told_again(memory, tree, inner)
    return _latest_thing(memory) if is_again else _meant(memory, tree, inner, names[0])


def _made(memory: Memory) -> int | None:
    """The thing told of last, where there are many of it."""
    latest = _latest_thing(memory)
    return latest if latest is not None and memory.members[latest].is_made else None


def _latest_thing(memory: Memory) -> int | None:
    return next((number for number in memory.latest_members() if memory.members[number].is_thing), None)


def _meant(memory: Memory, tree: Tree, index: int, name: Name | None) -> int | None:
    if name is None and (member := _by_number(memory, tree, index)) is not None:
        return member
    if tree[index].lemma in OUTLETS and (member := _by_brand(memory, tree, index)) is not None:
        return member
    is_loose = name is None or (name.kind in LOOSE and name.end - name.start == 1)
    if is_loose and (member := _by_last_word(memory, tree, index)) is not None:
        return member
    is_bare = name is None or (name.kind is NameKind.DESCRIPTION and name.country is None)
    if not is_bare:
        return None
    if tree[index].tag not in {"NN", "NNS"} or not _is_told_again(memory, tree, index):
        return None
    member = _by_noun(memory, tree, index)
    return _by_sort(memory, tree, index) if member is None and name is None else member


def _by_number(memory: Memory, tree: Tree, index: int) -> int | None:
    """'the 440', 'ten 440s', 'its 440s' -> the Corvane 440."""
    number = tree[index].text.removesuffix("s")
    if (
        not number.isdigit()  # most words
        or tree[index].relation in {"nummod", "compound", "quantmod"}
        or not _is_determined(tree, index)
    ):
        return None
    return _model(memory, number)


def _by_brand(memory: Memory, tree: Tree, index: int) -> int | None:
    """'the eTune store' -> the eTune."""
    brands = (tree[child].text for child in tree.below(index, "compound", "nmod") if is_brand(tree[child].text))
    return next((memory.thing(memory.model(text)) for text in brands), None)


def _by_last_word(memory: Memory, tree: Tree, index: int) -> int | None:
    """'nine Zephyrs', 'the Zephyr' -> the Corvane Zephyr."""
    text = tree[index].text
    if not text[:1].isupper():
        return None
    if tree[index].tag in PLURAL and text.endswith("s"):
        return _model(memory, text[:-1])
    if all(tree.lower[child] != "the" for child in tree.below(index, "det")):
        return None
    model = _model(memory, text)
    return _by_maker(memory, tree, index) if model is None else model


def _by_maker(memory: Memory, tree: Tree, index: int) -> int | None:
    """'the Corvane' -> the Corvane A950 told of: a firm has no article."""
    if tree[index].relation not in NOMINAL:
        return None
    opening = f"{tree[index].text} "
    things = (n for n in memory.latest_members() if memory.members[n].is_thing)
    return next((n for n in things if memory.members[n].name.startswith(opening)), None)


def _by_noun(memory: Memory, tree: Tree, index: int) -> int | None:
    """'the store' -> the Corvane Store named before; 'the phone' -> of the things with a name, when a phone may be one, the one
    that the text goes on about."""
    token = tree[index]
    is_several = token.tag == "NNS"
    latest = [
        number
        for number in memory.latest_members()
        if _is_called(memory.members[number], token.lemma, is_several=is_several)
    ]
    if len(latest) < 2 or not all(memory.members[number].is_thing for number in latest):
        return next(iter(latest), None)
    told = memory.told()
    return max(latest, key=lambda number: prominence(told[number], tree.sentence.index))


def _by_sort(memory: Memory, tree: Tree, index: int) -> int | None:
    """'the chain', 'the bourse' -> the firm of that sort."""
    token = tree[index]
    if token.tag != "NN" or not sorts_of((token.lemma,)):
        return None
    return firm_called(memory, Calling((token.lemma,)), tree.sentence.index, is_sure=True)


def _model(memory: Memory, word: str) -> int | None:
    """The thing whose name ends in the word, wherever the text names it."""
    named = (n for n, member in enumerate(memory.members) if member.is_thing and member.name.split()[-1] == word)
    return next(named, None)


def _is_determined(tree: Tree, index: int) -> bool:
    is_plural = tree[index].text.endswith("s")
    return is_plural or bool(tree.below(index, "det", "poss", "nummod"))


def _is_told_again(memory: Memory, tree: Tree, index: int) -> bool:
    """'the store', 'this new store', 'its jets', with no more said of it, unless there is just one thing that it may be."""
    if tree.relations[index].isdisjoint(POINTING) or not (
        tree.has(index, "det", KNOWN)
        or ("poss" in tree.relations[index] and any(tree[child].tag == "PRP$" for child in tree.below(index, "poss")))
    ):
        return False
    more = [
        tree[child]
        for child in tree.children[index]
        if tree[child].relation not in SILENT and tree[child].tag != "PRP$" and not _is_set_off(tree, child)
    ]
    is_only = bool(more) and sum([member.is_thing for member in memory.members]) == 1
    return all(word.lemma in FRESH or (is_only and word.relation == "amod") for word in more)


def _is_set_off(tree: Tree, clause: int) -> bool:
    """', founded in 1764,': says more of what is known."""
    first = tree.subtree(clause)[0]
    return tree[clause].relation == "acl" and tree[first - 1].text == ","


def _is_body_called(member: Member, noun: str) -> bool:
    """A firm, or whoever else is no thing, by the last word of its name; an index by any."""
    name = member.name.lower()
    if noun == "army" and member.kind is ActorKind.ARMED_GROUP:
        return False  # a state's, even where rebels are the Kordo Liberation Army
    if noun in INDICES:
        return not INDICES.isdisjoint(name.split()) or " ".join(name.split()) in KNOWN_INDICES
    return name.endswith(noun) and _is_name_in(member, noun, name.split())


def _is_name_in(member: Member, noun: str, words: list[str]) -> bool:
    is_last = len(words) > 1 and words[-1] == noun
    return is_last and member.kind is not ActorKind.PERSON and not member.name.islower()


def _is_called(member: Member, noun: str, *, is_several: bool) -> bool:
    if not member.is_thing:
        return not is_several and _is_body_called(member, noun)
    words = member.name.lower().split()
    is_name = _is_name_in(member, noun, words)
    is_index = bool(member.words & INDICES)
    # 'The Corvane 50 fell': the index, or the car
    is_bare = not member.words and words[-1].isdigit() and len(words) > 1
    is_of_sort = (
        noun in INDICES if is_index else noun in CALLED or noun in member.words or (is_bare and noun in INDICES)
    )
    return is_name or (is_of_sort and (member.is_made or words[-1].isdigit() or not is_several))
