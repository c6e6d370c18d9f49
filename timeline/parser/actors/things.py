"""Things: names that are no person, body or place: models with their numbers, ships, spacecraft, medicines. One Sentence."""

from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known import places
from timeline.parser.known.callings import sorts_of
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.designations import YEARS, bare, base, opens, singular, tail
from timeline.parser.sentences.phrases import PLURAL, head_of
from timeline.parser.sentences.tree import Tree

# What a proper name right behind it, or in apposition, is the name of.
SORTS = word_list("craft")
INDICES = frozenset({"index", "average", "benchmark", "gauge"})
# And what it may be called when it is told of again.
CALLED = SORTS | word_list("product")
SORTED = CALLED | INDICES
OUTLETS = frozenset({"store", "shop", "service", "website", "site"})
NUMBERED = word_list("numbered")  # numbered, and no models
NEVER = frozenset({"GPE", "NORP", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "LAW"})
FRESH = frozenset({"First", "Last", "New", "Latest", "Next", "Final"})  # 'Last C90 leaves', in a headline
LONGEST_NUMBER = 4
EARLIER = frozenset("original first previous earlier old former older early other".split())


def find_thing(tree: Tree, start: int, models: frozenset[str] = frozenset()) -> Name | None:
    """The name of a thing that starts there: one with a model's number, of a known sort, or that the tagger takes for a product.

    `models` are codes that the text uses as names of things.
    """
    if models and singular(tree[start].text) in models and not tree[start].text[:1].isdigit():
        return _thing(tree, start, start + 1)
    if _is_numbered(tree, start):
        return _thing(tree, start, start + 2)
    if models and tree[start].text[:1].isdigit() and bare(tree[start].text) in models and opens(tree, start):
        return _thing(tree, start, start + 1)
    if (
        tree[start].text in FRESH
        or not _is_name(tree, start)
        or (tree[start].entity in NEVER and not _may_be_thing(tree, start))
    ):
        return None
    end = _end(tree, start, models)
    last = end + 1 if _is_number(tree, start, end) else end
    if places.state_code(tree.words(list(range(start, last)))):
        return None
    is_thing = (
        last > end
        or _has_model(tree, start, end)
        or singular(tree[end - 1].text) in models
        or _is_sorted(tree, start, end)
        or _is_product(tree, start, end)
        or _is_brand(tree, start, end)
        or _is_index(tree, start, end)
        or _is_own_model(tree, start, end)
    )
    if not is_thing or tree[start].text.lower() in NUMBERED or tree[end - 1].text.lower() in NUMBERED:
        return None
    return _thing(tree, start, last, noun=_sort(tree, start, end))


def _thing(tree: Tree, start: int, end: int, noun: str = "") -> Name | None:
    last = tail(tree, end) if tree[end - 1].text[-1:].isdigit() else end
    head = head_of(tree, start, last)
    if tree[head].relation in {"compound", "amod", "nmod", "poss"} and not _is_before_own_sort(tree, head):
        return None  # 'the A380 programme' is no A380
    return Name(NameKind.THING, start, last, head, base(tree, start, end, last), noun=noun)


def _may_be_thing(tree: Tree, start: int) -> bool:
    """A brand; and 'The craft, Tsubame,' that the tagger takes for a town nobody knows."""
    token = tree[start]
    is_craft = token.relation == "appos" and token.entity == "GPE" and tree[token.head].lemma in SORTS
    return is_brand(token.text) or (is_craft and places.find_place(token.text) is None)


def _is_numbered(tree: Tree, start: int) -> bool:
    """'the Nordic 30 fell', which the tagger takes for thirty of them."""
    token = tree[start]
    if token.tag not in {"JJ", "NNP"} or token.relation != "amod" or start + 1 >= len(tree) or token.text.islower():
        return False
    number = tree[start + 1]
    is_head = token.head == start + 1 and number.text.isdecimal() and int(number.text) not in YEARS
    return is_head and number.relation in {"nsubj", "dobj"} and tree.lower[start - 1] == "the"


def is_called_thing(tree: Tree, start: int, end: int) -> bool:
    """'the Zephyr', which the tagger takes for a person: those have no article, but in the plural ('the Obamas') and before
    another noun ('the Trump plan')."""
    head = tree[head_of(tree, start, end)]
    is_singular = (
        head.tag == "NNP" and not head.text.endswith("s") and head.relation not in {"compound", "nmod", "amod", "poss"}
    )
    return start > 0 and tree[start - 1].text.lower() == "the" and is_singular and end - start == 1


def is_brand(text: str) -> bool:
    """'eReader', 'iCar': a small letter before a capital, as no other name is written."""
    return text[:1].islower() and text[1:2].isupper()


def is_one_of_many(tree: Tree, name: Name) -> bool:
    """'an Airbus A320', 'two Boeing 737s': any of them."""
    articles = {tree[child].text.lower() for child in tree.below(name.head, "det")}
    if articles & {"the", "all"} or tree.below(name.head, "poss"):
        return False  # 'grounded its six A380s'
    is_any = bool(articles & {"a", "an", "some", "any", "every", "each"}) and not is_that_one(tree, name)
    return is_several(tree, name) or is_any


def is_that_one(tree: Tree, name: Name) -> bool:
    """'An Airbus A320 crashed': a certain one, by what befell it; 'an A320 seats 180' is any."""
    token = tree[name.head]
    verb, is_one = tree[token.head], not is_several(tree, name)
    articles = {tree[child].text.lower() for child in tree.below(name.head, "det")}
    is_past = verb.tag == "VBD" or (verb.tag == "VBN" and bool(tree.below(verb.index, "aux", "auxpass")))
    return is_one and bool(articles & {"a", "an"}) and token.relation in {"nsubj", "nsubjpass"} and is_past


def is_several(tree: Tree, name: Name) -> bool:
    """'six A380s': there are many of it."""
    last = tree[name.end - 1].text
    return tree[name.head].tag == "NNPS" or singular(last) != last


def is_another(tree: Tree, name: Name) -> bool:
    """'the original Zephyr', 'Zephyrs': not, or not only, the Zephyr 4."""
    return is_several(tree, name) or any(tree[child].lemma in EARLIER for child in tree.below(name.head, "amod"))


def is_made(tree: Tree, name: Name) -> bool:
    """'six A380s', 'the Eri hatchbacks'."""
    above = tree[tree[name.head].head]
    is_sort = tree[name.head].relation == "compound" and above.tag in PLURAL and above.lemma in CALLED
    return is_several(tree, name) or is_sort


def _is_index(tree: Tree, start: int, end: int) -> bool:
    """'the Corvane 50 index', 'the Lund average'."""
    head = tree[head_of(tree, start, end)]
    return head.relation in {"compound", "nmod"} and tree[head.head].lemma in INDICES


def _is_own_model(tree: Tree, start: int, end: int) -> bool:
    """'its Eri hatchbacks', "Corvane's Eri car": before what it is, behind whose it is."""
    above = tree[head_of(tree, start, end)].head
    is_before = start < above and tree[above].lemma in CALLED and _is_before_own_sort(tree, head_of(tree, start, end))
    return is_before and any(owner < start for owner in tree.below(above, "poss"))


def _sort(tree: Tree, start: int, end: int) -> str:
    """What the words beside call it: 'index' of 'the Corvane 50 index', 'ferry' of 'the ferry Aurelia Star'."""
    head = tree[head_of(tree, start, end)]
    if _is_index(tree, start, end):
        return tree[head.head].lemma
    return tree[start - 1].lemma if start and tree[start - 1].lemma in SORTS else ""


def _end(tree: Tree, start: int, models: frozenset[str]) -> int:
    """Where the proper nouns that start there stop; those behind a brand belong to it, whatever the tagger makes of them."""
    end = start + 1
    while end < len(tree) and (_is_name(tree, end) or singular(tree[end].text) in models):
        if tree[end].entity in NEVER and tree[end].entity != tree[start].entity:
            break
        end += 1
    return end


def _is_brand(tree: Tree, start: int, end: int) -> bool:
    """'the eReader', "Acme's eReader Touch": one with an article or an owner; a bare 'eShop' may be a company."""
    head = head_of(tree, start, end)
    if not is_brand(tree[start].text):
        return False
    return bool(tree.below(head, "det", "poss")) or (tree[head].head >= end and _is_before_own_sort(tree, head))


def _is_name(tree: Tree, index: int) -> bool:
    token = tree[index]
    is_proper = token.tag in {"NNP", "NNPS"} or (token.entity == "PRODUCT" and _has_figures(token.text))
    return is_proper and not token.text.islower() and not token.text.isdigit() and len(token.text) > 1


def _has_figures(text: str) -> bool:
    """'A380', which the tagger may take for a common noun."""
    return text[:1].isupper() and any(sign.isdigit() for sign in text)


def _is_number(tree: Tree, start: int, end: int) -> bool:
    """The number that a name ends in: 'Zephyr 4', never 'October 4' nor 'Acme 2019'."""
    if end >= len(tree) or not tree[end].text.isdecimal() or len(tree[end].text) > LONGEST_NUMBER:
        return False
    above = tree[end].head
    # 'the Corvane 50 index'
    is_own = start <= above < end or (tree[above].lemma in SORTED and above == end + 1)
    is_head = tree[end - 1].head == end and tree[end - 1].relation == "compound"  # '440' of 'the Corvane 440 flew'
    is_head = is_head or start < above == tail(tree, end + 1) - 1  # '777' of 'a Boeing 777-200ER'
    is_own = is_head or (is_own and tree[end].relation in {"nummod", "appos"})
    return is_own and int(tree[end].text) not in YEARS and tree[end].entity not in NEVER


def _has_model(tree: Tree, start: int, end: int) -> bool:
    """'Corvane A380', 'GT-40': letters with figures, at the end; 'A38' alone is a road."""
    text = tree[end - 1].text
    if end - start == 1 and text[1:].isdigit() and not _is_before_own_sort(tree, start):
        return False
    return text[:2].upper() == text[:2] and text[:1].isalpha() and any(sign.isdigit() for sign in text)


def _is_sorted(tree: Tree, start: int, end: int) -> bool:
    """'the ferry Aurelia Star'; 'a ferry, the Aurelia Star'."""
    before = start - 1
    if before >= 0 and tree[before].tag == "NN" and tree[before].lemma in SORTS:
        return True
    head = tree[head_of(tree, start, end)]
    return head.relation == "appos" and tree[head.head].tag == "NN" and tree[head.head].lemma in SORTS


def _is_product(tree: Tree, start: int, end: int) -> bool:
    """As the tagger has it, but for the towns that it takes for products too."""
    is_tagged = all(tree[index].entity == "PRODUCT" for index in range(start, end))
    is_firm = start > 0 and bool(sorts_of((tree[start - 1].lemma,)))  # 'the studio Corvane'
    return is_tagged and not is_firm and places.find_place(tree.words(list(range(start, end)))) is None


def _is_before_own_sort(tree: Tree, head: int) -> bool:
    """'the Zephyr 4 phone', 'the C90 airliner' is one; so is 'the eTune store'."""
    above = tree[tree[head].head]
    is_outlet = above.lemma in OUTLETS and is_brand(tree[head].text)
    return tree[head].relation in {"compound", "nmod"} and (above.lemma in SORTED or is_outlet)
