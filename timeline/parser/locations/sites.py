"""Sites: where the buildings and bodies of a text stand, for 'the museum will reopen' three paragraphs on."""

from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.model.types import COMMENTS
from timeline.parser.known import places
from timeline.parser.known.wordlists import word_list
from timeline.parser.locations.afar import is_clause_afar
from timeline.parser.mentions.draft import Draft
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

SITES = word_list("site")
GIVEN = frozenset({"the", "this", "that", "its", "their", "her", "his"})
TRADING = frozenset({"buy", "sell", "acquire", "purchase", "auction"})
SLOTS = ("subject", "object", "at", "in", "into", "inside", "outside", "near", "on", "to", "of")

Sites = dict[str, Place]  # the noun to where the one told of last stands


def is_site(tree: Tree, index: int, name: str) -> bool:
    """The word behind a name that no list of places has: 'Saint Roch' of 'Saint Roch hospital'."""
    return _noun(tree, index) in SITES and places.find_place(name) is None


def learn(sites: Sites, draft: Draft) -> None:
    """Adds the sites in the clause of a happening that has a place."""
    if draft.place is not None:
        tree = draft.mention.tree
        clause = tree.clause(draft.mention.top)
        nouns = (i for i in tree.subtree(clause) if _noun(tree, i) in SITES and not _is_aside(tree, i, clause))
        nouns = (i for i in nouns if tree[i].relation != "poss")  # "seized the lift's log" was elsewhere
        buyers = draft.mention.slots.get("subject", []) if draft.mention.lemma in TRADING else []
        nouns = (i for i in nouns if i not in buyers)  # 'which the museum bought in London'
        sites.update({_noun(tree, index): draft.place for index in nouns})


def site_of(sites: Sites, draft: Draft) -> Place | None:
    """Where the site stands that a happening is told of, when the text has said it: 'The museum will reopen'."""
    if not sites or draft.mention.row.type in COMMENTS:
        return None
    tree = draft.mention.tree
    found = (sites[noun] for head in _heads(draft) if (noun := _noun(tree, head)) in sites and _is_given(tree, head))
    return next(found, None)


def _is_aside(tree: Tree, index: int, clause: int) -> bool:
    """In a relative clause, in a clause of its own joined to this one, or in one of what was elsewhere before."""
    for above in (index, *tree.above(index)):
        if above == clause:
            return False
        if (
            tree[above].relation == "relcl"
            or is_clause_afar(tree, above)
            or (tree[above].relation == "conj" and tree[above].pos == "VERB")
        ):
            return True
    return True


def _heads(draft: Draft) -> Iterator[int]:
    return (head for slot in SLOTS for head in draft.mention.slots.get(slot, []))


def _noun(tree: Tree, index: int) -> str:
    """The noun as the list has it, with the word that it is made with ('cable car')."""
    token = tree[index]
    if token.pos not in {"NOUN", "PROPN"}:
        return ""
    lemma = token.lemma.lower()
    pair = f"{tree.lower[index - 1]} {lemma}" if index else lemma
    return pair if pair in SITES else lemma


def _is_given(tree: Tree, head: int) -> bool:
    """One that was told of: 'the museum', 'its lift', never 'the museum of X' nor 'the port in Lagos'."""
    if tree[head].tag in PLURAL or tree.below(head, "prep", "relcl", "appos"):
        return False
    return any(tree[child].text.lower() in GIVEN for child in tree.below(head, "det", "poss"))
