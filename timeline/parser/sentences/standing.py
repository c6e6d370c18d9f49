"""Standing: whether words stand where a place does: after 'in' or 'near', or in 'the town of'."""

from timeline.parser.known import places
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

LOCATIVE = frozenset({"in", "near", "outside", "inside", "around", "off", "across", "above", "below"})
DIRECTIONAL = frozenset({"at", "to", "from", "through", "on", "against"})  # a place only when the gazetteer knows it
SITES = word_list("site")
WAYS = word_list("way")
MOTION = word_list("motion")
BESIDE = frozenset({"near", "outside", "off", "above", "below"})  # nobody is near a person in the news
ALONG = frozenset({"on", "along", "in", "off"})
LANDS = frozenset("region province district canton governorate prefecture peninsula".split())
LONG = 3  # words
SETTLEMENTS = frozenset(
    "town city village port capital district province region island suburb county state governorate coast shore outskirts".split()
)


def stands_as_place(tree: Tree, start: int) -> bool:
    """After 'in', 'near' and the like, or 'the town of'; joined with what does."""
    start = _first_joined(tree, start)
    before = start - 1 if start and tree[start - 1].text.lower() != "the" else start - 2
    if before < 0:
        return False
    if tree[before].text.lower() == "at" and before and tree[before - 1].lemma in SITES:  # 'the depot at Ferrand'
        return True
    if tree[before].text.lower() in DIRECTIONAL:
        return places.find_place(_run_text(tree, start)) is not None
    is_settlement = tree[before].text.lower() == "of" and before > 0 and tree[before - 1].lemma in SETTLEMENTS
    return is_settlement or tree[before].text.lower() in LOCATIVE


def is_taken_for_place(tree: Tree, start: int, end: int) -> bool:
    """What the tagger takes for a person or an organisation, but stands where a place does."""
    token = tree[end - 1]
    if token.relation == "compound" and token.head == end and tree.lower[end] in LANDS:  # 'the Atakora region'
        return end - start < LONG
    if token.relation == "dobj" and tree[token.head].lemma in MOTION and end - start == 1:  # 'had left Bodrum'
        return places.find_place(token.text) is not None
    if not stands_as_place(tree, start) or any(tree[i].text == "&" for i in range(start, end)):
        return False  # 'analysts at Lund & Moss'
    start = _first_joined(tree, start)
    is_site = tree[start - 1].text.lower() == "at"
    # 'the town of X'
    is_settlement = start > 1 and tree[start - 1].text == "of" and tree[start - 2].lemma in SETTLEMENTS
    return (
        is_site
        or is_settlement
        or tree[start - 1].text.lower() in BESIDE
        or places.find_place(tree.words(list(range(start, end)))) is not None
    )


def stands_along(tree: Tree, start: int, end: int) -> bool:
    """'was hit on Mill Lane'; 'a tribute to Diane Lane' is to her."""
    return tree.lower[start - 1] in ALONG and tree.lower[end - 1] in WAYS


def joint_of_names(tree: Tree, start: int, end: int) -> int:
    """The end of the first of two that the tagger takes for one: 'the crossings at Adre and Tine', 'the sale of Adre by Tine'."""
    is_site = start > 1 and tree.lower[start - 1] == "at" and tree[start - 2].lemma in SITES
    joints = {"and", "by"} if is_site else {"by"}
    return next((i for i in range(start + 1, end) if tree.lower[i] in joints), end)


def _first_joined(tree: Tree, start: int) -> int:
    """Where the first of the joined names begins: 'Adre' for 'Tine' of 'the crossings at Adre and Tine'."""
    head = start
    while tree[head].relation == "compound" and tree[head].head == head + 1:
        head += 1
    first = tree.first_conjunct(head)
    if first >= start or tree[first].pos != "PROPN":
        return start
    while first and tree[first - 1].relation == "compound" and tree[first - 1].pos == "PROPN":
        first -= 1
    return first


def _run_text(tree: Tree, start: int) -> str:
    end = start + 1
    while end < len(tree) and tree[end].tag in {"NNP", "NNPS"}:
        end += 1
    return tree.words(list(range(start, end)))
