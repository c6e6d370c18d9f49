"""Tallies: other numbers of a happening that was told ('the union put the number of strikers at 900, the port at 300').

Each is told by somebody of what stands before it, and becomes a draft of that same happening: who says so, and how many.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline.model.statement import Claim, Quantity, Status
from timeline.parser.actors.cast import Cast
from timeline.parser.claims.sources import source_names
from timeline.parser.known.triggers import NOT_A_HAPPENING, lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.draft import Draft, day_of_story, is_looked_back_to
from timeline.parser.quantities.quantities import find_quantities
from timeline.parser.sentences.numerals import Numeral, bounds_ending_in, find_numerals
from timeline.parser.sentences.tree import Tree

SETTING = word_list("setting a number")
COUNTING = word_list("counting")
NUMBERS = word_list("number")
SAYING = COUNTING | {"say", "insist"}
KINDS = {
    ("killed", "people"): word_list("counted dead"),
    ("injured", "people"): word_list("counted hurt"),
    ("arrested", "people"): word_list("counted arrests"),
    ("participants", "people"): word_list("counted crowd"),
}
COUNTED = {word: kind for kind in reversed(KINDS) for word in KINDS[kind]}  # the first of those that have the word
RANKS = {kind: rank for rank, kind in enumerate(KINDS)}
# Of which types of happenings these are counted, where no number was told before.
COUNTED_IN = {
    "killed": frozenset({"assault", "accident", "disaster", "crime", "death", "protest"}),
    "injured": frozenset({"assault", "accident", "disaster", "crime", "protest"}),
    "arrested": frozenset({"coerce", "protest"}),
    "participants": frozenset({"protest"}),
}
HURT, BLOWS = frozenset({"killed", "injured"}), frozenset({"assault", "accident", "disaster"})
MEASURES = frozenset({"magnitude"})  # of which nobody has a number of their own
SUBJECT = "nsubj"
AT = frozenset({"at", "to", "as"})
PLAIN = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PART", "PRON"})  # parts of speech of who is told as source
PAUSES = frozenset({",", ";", "and", "while", "but"})
REACH = 12  # happenings back
NEAR = 3  # words from a number to what it counts

Kind = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """A number that somebody gives: the word that stands for it, who says so (a word), and of what (None: of what was counted)."""

    tree: Tree
    index: int
    source: int
    numeral: Numeral
    kind: Kind | None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.tree.sentence.index, self.index


def with_tallies(drafts: Sequence[Draft], texts: Sequence[Tree], cast: Cast) -> list[Draft]:
    """The drafts in text order, with one for each tally of a happening that some draft told before."""
    result = list(drafts)
    for tally in (one for tree in texts for one in _tallies(tree)):
        carriers = {(tally.place[0], index) for index in (tally.index, *tally.tree.above(tally.index))}
        others = [draft for draft in result if draft.again or _place(draft) not in carriers]
        before = [draft for draft in others if _place(draft) < tally.place]
        names = source_names(tally.tree, [tally.source], cast)
        if names and not _is_told_beside(others, tally) and (found := _meant(before, tally)):
            result = [*before, _draft(tally, *found, names), *others[len(before) :]]
    return result


def _place(draft: Draft) -> tuple[int, int]:
    return draft.mention.tree.sentence.index, draft.mention.index


def _is_told_beside(drafts: Sequence[Draft], tally: Tally) -> bool:
    """'the number of people killed by the storm': what is counted is told by words of its own."""
    end = tally.numeral.start
    return any((tally.place[0], tally.index) < _place(draft) < (tally.place[0], end) for draft in drafts)


def _meant(before: Sequence[Draft], tally: Tally) -> tuple[Draft, Kind] | None:
    """The latest that was counted so, else the latest of a type of which such are counted."""
    causes = _causes(tally)
    known = [draft for draft in reversed(before[-REACH:]) if draft.again is None]
    near = [draft for draft in known if not causes or draft.mention.lemma in causes]
    types = COUNTED_IN[tally.kind[0]] if tally.kind else frozenset()
    first, day = tally.place[0] - NEAR, None
    for draft in before[-REACH:]:
        day = day_of_story(draft, day)
    close = [
        draft
        for draft in near
        if draft.mention.tree.sentence.index >= first
        and draft.mention.row.type in types
        and not _hangs_on_another(draft, near, types)
        and not is_looked_back_to(draft, day)
    ]
    for draft in near:
        for one in find_quantities(draft.mention):
            if one.what == tally.kind[0] if tally.kind else one.what not in MEASURES:
                return _since(draft, close, tally.kind) or (draft, (one.what, one.unit))
    return next(((draft, tally.kind) for draft in close if tally.kind), None)


def _since(counted: Draft, close: Sequence[Draft], kind: Kind | None) -> tuple[Draft, Kind] | None:
    """The blow or mishap that was told since, in a later sentence ('two ships fought … Lima speaks of nine dead')."""
    if kind is None or kind[0] not in HURT:
        return None
    told = counted.mention.tree.sentence.index
    later = (draft for draft in close if draft.mention.tree.sentence.index > told and draft.mention.row.type in BLOWS)
    return next(((draft, kind) for draft in later), None)


def _hangs_on_another(one: Draft, drafts: Sequence[Draft], types: frozenset[str]) -> bool:
    """'Dived into the sea when a gear snapped', 'shot into a crowd which was marching': the dead are of the former."""
    mention = one.mention
    above = frozenset(mention.tree.above(mention.index))
    return any(
        other.mention.index in above
        for other in drafts
        if other.mention.tree is mention.tree and other.mention.row.type in types
    )


def _causes(tally: Tally) -> set[str]:
    """'storm' of 'the number of people killed by the storm': it is of that, and of nothing else."""
    between = (tally.tree[i] for i in range(tally.index + 1, tally.numeral.start))
    return {
        token.lemma for token in between if token.pos == "NOUN" and not _kind(tally.tree, token.index)
    } & happenings()


@cache
def happenings() -> frozenset[str]:
    """All nouns that tell a happening."""
    return frozenset(
        lemma
        for (lemma, pos), found in lexicon().items()
        if pos == "noun" and any(row.type != NOT_A_HAPPENING for row in found)
    )


def _draft(tally: Tally, meant: Draft, kind: Kind, names: tuple[str, ...]) -> Draft:
    number = tally.numeral
    words = tally.tree.words(list(range(number.start, number.end)))
    mention = replace(meant.mention, tree=tally.tree, index=tally.index, slots={}, carrier=None, consequences=())
    return replace(
        meant,
        mention=mention,
        claim=Claim(Status.ASSERTED if meant.claim.status is Status.DENIED else meant.claim.status, names),
        expression=None,
        again=meant.mention,
        number=Quantity(kind[0], number.value, number.low, number.high, kind[1], words),
    )


def _tallies(tree: Tree) -> Iterator[Tally]:
    numerals = find_numerals(tree)
    last: Tally | None = None
    for numeral in numerals:
        found = (
            _set(tree, numeral) or _counted(tree, numeral, last) or _said(tree, numeral) or _said_alone(tree, numeral)
        )
        if last is not None and (found is None or found.index == last.index):
            found = _gapped(tree, numeral, last)
        last = found or last
        if found is not None:
            yield found


def _set(tree: Tree, numeral: Numeral) -> Tally | None:
    """'put the number of dead at 41', 'raised the toll to 12'."""
    start = _bounded_from(tree, numeral)
    if start == 0 or tree[start - 1].text.lower() not in AT:
        return None
    nouns = [i for i in range(start - 1) if tree[i].pos == "NOUN" and (tree[i].lemma in NUMBERS or _kind(tree, i))]
    nouns = nouns[:1] if nouns and tree[nouns[0]].lemma in NUMBERS else nouns[-1:]
    verbs = [i for i in range(nouns[-1]) if tree[i].lemma in SETTING] if nouns else []
    source = _subject(tree, verbs[-1]) if verbs else None
    if source is None:
        return None
    kind = _kind_among(tree, nouns[-1], start)
    is_of_others = kind is None and any(word == "of" for word, _ in tree.prepositions(nouns[-1]))
    return (
        None if is_of_others else Tally(tree, nouns[-1], source, numeral, kind)
    )  # 'the number of freed workers at 107'


def _counted(tree: Tree, numeral: Numeral, last: Tally | None) -> Tally | None:
    """'counted 19 dead', 'spoke of six injured', 'said there were three arrests'."""
    start = _bounded_from(tree, numeral)
    near = range(max(0, start - NEAR), start)
    verbs = [i for i in near if tree[i].pos in {"VERB", "AUX"} and (tree[i].lemma in COUNTING or tree.below(i, "expl"))]
    source = _source(tree, verbs[-1]) if verbs else None
    words = range(numeral.end, min(len(tree), numeral.end + NEAR))
    index = next((i for i in words if _kind(tree, i)), None)
    if source is None or index is None or any(tree[i].text in PAUSES for i in range(numeral.end, index)):
        is_next = (
            source is not None and last is not None and words.start < len(tree) and tree[words.start].pos == "PUNCT"
        )
        return (
            replace(last, index=numeral.start, source=source, numeral=numeral) if last and source and is_next else None
        )
    return Tally(tree, index, source, numeral, _kind(tree, index))


def _said(tree: Tree, numeral: Numeral) -> Tally | None:
    """'said the true number was nine'."""
    start = _bounded_from(tree, numeral)
    verb = start - 1
    if verb < 0 or tree[verb].lemma not in {"be", "stand"}:
        return None
    nouns = [i for i in range(verb) if tree[i].lemma in NUMBERS]
    source = next((source for i in tree.above(verb) if (source := _subject(tree, i)) is not None), None)
    if not nouns or source is None or source >= nouns[-1]:
        return None
    return Tally(tree, nouns[-1], source, numeral, _kind_among(tree, nouns[-1], verb))


def _said_alone(tree: Tree, numeral: Numeral) -> Tally | None:
    """'the club said three', 'aid groups spoke of forty': of what was counted last."""
    verb = _bounded_from(tree, numeral) - 1
    verb -= verb > 0 and tree[verb].text.lower() == "of"
    is_alone = numeral.end == len(tree) or tree[numeral.end].pos in {"PUNCT", "CCONJ"}
    if verb < 1 or not is_alone or tree[verb].pos != "VERB" or tree[verb].lemma not in SAYING:
        return None
    source = _subject(tree, verb)
    return None if source is None else Tally(tree, numeral.start, source, numeral, None)


def _gapped(tree: Tree, numeral: Numeral, last: Tally) -> Tally | None:
    """'police counted one dead, hospital staff three'."""
    start = _bounded_from(tree, numeral)
    start -= start > 0 and tree[start - 1].text.lower() in AT
    pauses = [i for i in range(last.numeral.end, start) if tree[i].text.lower() in PAUSES]
    source = range(pauses[-1] + 1, start) if pauses else range(0)
    if not source or any(tree[i].pos not in PLAIN for i in source) or tree[start - 1].pos not in {"NOUN", "PROPN"}:
        return None
    between = range(last.numeral.end, pauses[0])
    is_next = len(between) <= NEAR and numeral.end < len(tree)
    return Tally(tree, numeral.start, start - 1, numeral, last.kind) if is_next else None


def _bounded_from(tree: Tree, numeral: Numeral) -> int:
    """Where the number begins with the words that bound it ('at least', 'some')."""
    start = numeral.start
    if start == 0:
        return start
    for words, _ in bounds_ending_in(tree.lower[start - 1]):
        if tree.lower[max(0, start - len(words)) : start] == words:
            return start - len(words)
    return start - (tree.lower[start - 1] in {"only", "just", "some"})


def _source(tree: Tree, verb: int) -> int | None:
    """Who counts; of what there is, who says so."""
    said = (source for i in tree.above(verb) if (source := _subject(tree, i)) is not None)
    return next(said, None) if tree.below(verb, "expl") else _subject(tree, verb)


def _subject(tree: Tree, verb: int) -> int | None:
    return tree.first(verb, SUBJECT)


def _kind_among(tree: Tree, first: int, end: int) -> Kind | None:
    return next((kind for i in range(first, end) if (kind := _kind(tree, i))), None)


def _kind(tree: Tree, index: int) -> Kind | None:
    token = tree[index]
    by_lemma, by_word = COUNTED.get(token.lemma), COUNTED.get(tree.lower[index])
    return by_lemma or by_word if by_lemma is None or by_word is None else min(by_lemma, by_word, key=RANKS.__getitem__)
