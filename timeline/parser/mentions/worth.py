"""Worth: how likely a careful reader is to put what a word tells on a timeline, by learnt weights, and so what rules leave out
and should not.

Rules say well what tells a happening where they know the words and the clause. So every verb of a longer text is weighed
besides, by its `clues` and by what it means, and what is likely enough is told like any deed. The weights are learnt from texts
marked by readers (`benchmarks/worth.py`).
"""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from math import exp, log

from timeline.model.statement import Status
from timeline.model.value import value
from timeline.parser.actors.cast import Cast
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.clues import Sign, clues
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.elaborations import is_facing, is_foreseen, is_mediation
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.mentions.mentions import any_verb
from timeline.parser.mentions.scene import Scene
from timeline.parser.mentions.stative import is_stative
from timeline.parser.sentences.phases import BEFALLING, told_to_happen
from timeline.parser.sentences.tree import DATES, Tree
from timeline.vectors import telling

BAR = 0.45  # what is at least as likely is told: one in two or nearly
LOW, DENSE = 0.25, 0.45  # one in four in a text in which so great a share of the words that are weighed is told
SPARE = 0.05  # what is less likely is not, whatever rules say, unless of somebody with a name
TURNS, FEW = 5, 40  # steps; words that stand for all other texts
FAR = 12.0  # a logarithm of odds beyond which nothing is surer
Place = tuple[int, int]  # the Sentence and the word


@value
class Worth:
    """How likely each verb of a text, and each noun that tells something, is to be told by a reader; nothing of a flash."""

    chances: Mapping[Place, float]
    bar: float = BAR  # what is at least as likely is told

    def of(self, mention: Mention) -> float | None:
        """How likely it is; None where nothing was weighed."""
        return self.chances.get(_place(mention))

    def dense(self, mention: Mention) -> float | None:
        """As `of`, in a text of which much is told; None in one that goes on about how things are."""
        return self.of(mention) if self.bar == LOW else None

    def kept(self, before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
        """Those after the sieves, with the verbs that these took though they are likely to be told, without what hardly
        anybody tells and nobody with a name takes part in; in the order of the text."""
        left = {_place(draft.mention) for draft in after}
        back = [draft for draft in before if _place(draft.mention) not in left and self._is_likely(draft.mention)]
        told = [
            draft for draft in after if self.chances.get(_place(draft.mention), 1.0) >= SPARE or _names_somebody(draft)
        ]
        return sorted([*told, *back], key=lambda draft: _place(draft.mention)) if back else told

    def _is_likely(self, mention: Mention) -> bool:
        is_likely = mention.is_verb and self.chances.get(_place(mention), 0.0) >= self.bar
        return is_likely and not is_stative(mention.tree, mention.index)


def _names_somebody(draft: Draft) -> bool:
    """Whoever asks for all that is told of Acme wants that, too."""
    return any(role.actor.name[:1].isupper() for role in draft.roles)


def weigh(
    found: Sequence[Mention], texts: Sequence[Tree], cast: Cast, words: frozenset[str], focus: frozenset[int]
) -> tuple[list[Mention], Worth]:
    """The mentions of a longer text with what else is likely to be told, in text order, and how likely each is.

    `found` are those of the rules, `words` the lemmas of the whole Document, `focus` those whom it is about.
    """
    chances = chances_of(found, texts, cast)
    bar = bar_of(chances.values())
    told = {_place(mention) for mention in found} | _within(found)
    scenes = {tree.sentence.index: Scene(tree, cast, words, focus) for tree in texts}
    more = [
        mention
        for (sentence, index), chance in chances.items()
        if chance >= bar
        and (sentence, index) not in told
        and (chance >= BAR or not _is_bare(scenes[sentence].tree, index, told))
        and not _is_course(scenes[sentence].tree, index, told)
        and (mention := any_verb(scenes[sentence], index))
    ]
    return sorted([*found, *more], key=_place) if more else list(found), Worth(chances, bar)


def bar_of(chances: Collection[float]) -> float:
    """How likely something must be to be told: less in a text of which much is, a report of one thing after another, than in one
    that goes on about how things are, where the rules tell too much as it is."""
    return LOW if sum(chances) >= DENSE * len(chances) else BAR


def _is_bare(tree: Tree, index: int, told: Container[Place]) -> bool:
    """'nobody lit it', 'the court heard that …' and what it heard: not done, or no more than what hangs on it tells."""
    clauses = tree.below(index, "ccomp")
    return tree.is_negated(index) or any((tree.sentence.index, clause) in told for clause in clauses)


def _is_course(tree: Tree, index: int, told: Container[Place]) -> bool:
    """'a truce brokered by Oman', 'talks that took place in May', 'an exchange that had been planned for June': that something
    told there was brokered, was or was to be."""
    is_of_told = tree[index].relation in {"acl", "relcl"} and (tree.sentence.index, tree[index].head) in told
    is_said = is_mediation(tree, index) or told_to_happen(tree, index, BEFALLING) is not None
    return (
        is_foreseen(tree, index) or is_facing(tree, index) or (is_of_told and is_said) or _is_claim(tree, index, told)
    )


def _is_claim(tree: Tree, index: int, told: Container[Place]) -> bool:
    """'claimed to have seized it': that it was seized is told, and who says so."""
    is_alleging = effects().get((tree[index].lemma, "verb")) is Status.ALLEGED
    return is_alleging and any((tree.sentence.index, clause) in told for clause in tree.below(index, "xcomp"))


def _within(found: Iterable[Mention]) -> set[Place]:
    """The words that only are part of what is told: 'carried out' of a raid, 'wounded' of a bomb that killed two."""
    parts = {(mention.tree.sentence.index, mention.top) for mention in found}
    return parts | {_place(part) for mention in found for part in mention.consequences}


def chances_of(found: Sequence[Mention], texts: Iterable[Tree], cast: Cast) -> dict[Place, float]:
    """How likely a reader tells each verb, and each noun that the rules do."""
    words, odds = [], []
    for place, lemma, is_verb, signs in weighed(found, texts, cast):
        words.append(place)
        odds.append(telling().odds(sum([sign.weight for sign in signs]), lemma, is_verb=is_verb))
    return dict(zip(words, settled(odds, telling().share), strict=True))


def settled(odds: Sequence[float], share: float) -> list[float]:
    """Logarithms of odds as chances, when the words of a text need not be told as often as those learnt from (`share`).

    How often they are told in this one is guessed from the odds themselves and moves all of them (Saerens and others 2002: a
    few steps of expectation and maximisation), as far as the text has words enough to say so.
    """
    usual = log(share / (1 - share))
    moved = 0.0
    for _ in range(TURNS):
        sure = (FEW * share + sum([logistic(one + moved) for one in odds])) / (FEW + len(odds))
        moved = log(sure / (1 - sure)) - usual
    return [logistic(one + moved) for one in odds]


def logistic(total: float) -> float:
    """0 to 1, 0.5 for 0."""
    return 1 / (1 + exp(-total if -FAR < total < FAR else -FAR if total > 0 else FAR))


def weighed(found: Sequence[Mention], texts: Iterable[Tree], cast: Cast) -> list[tuple[Place, str, bool, list[Sign]]]:
    """(its place, its lemma, whether it is a verb, its clues) for each word that is weighed."""
    groups = by_sentence(found)
    places: dict[str, list[int]] = {}
    for mention in found:
        token = mention.tree[mention.index]
        places.setdefault(token.lemma, []).append(token.start)
    words: list[tuple[Place, str, bool, list[Sign]]] = []
    for tree in texts:
        told = frozenset([found[number].index for number in groups.get(tree.sentence.index, ())])
        for token in tree.sentence.tokens:
            is_verb = token.pos == "VERB"
            if token.index in told or (is_verb and token.entity not in DATES and token.text[0].isalpha()):
                signs = clues(tree, cast, token.index, told, places)
                words.append(((tree.sentence.index, token.index), token.lemma, is_verb, signs))
    return words


def _place(item: Mention) -> Place:
    return item.tree.sentence.index, item.index
