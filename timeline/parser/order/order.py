"""Order: links between the mentions of a text, found by ranked sieves, and the bounds that follow from strong links.

The sieves, most precise first: connectives, endings, what is done at a gathering, claims (what is alleged was before it was
alleged), answers, denials, grounds, clauses, hours, series, adverbs, what is to come, aspect, the course of a scene, lives,
scripts, aftermath, news, sequels, and telling order, which is weak. Each gives links of its own name, so that each can be
measured alone (benchmarks/sieves.py --alone); "right in" counts its links in the stories and timelines of 25 November 2026 that
gold puts in order.
"""

from collections.abc import Callable, Iterator, Sequence

from timeline.model.statement import FACTS, Relation, Status
from timeline.model.time import When
from timeline.parser.anchor.dating import move
from timeline.parser.anchor.sharing import alike_before
from timeline.parser.mentions.governing import is_below
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.answers import answered
from timeline.parser.order.aspect import by_adverbs, by_aspect, by_future, by_narrative, by_sequel
from timeline.parser.order.clauses import by_clauses, is_provoked
from timeline.parser.order.course import by_aftermath, by_course
from timeline.parser.order.denying import by_denials
from timeline.parser.order.elsewhen import lasts
from timeline.parser.order.ending import by_ending
from timeline.parser.order.grounds import by_grounds
from timeline.parser.order.hours import by_hours
from timeline.parser.order.lives import by_lives
from timeline.parser.order.news import by_news
from timeline.parser.order.rounds import by_series
from timeline.parser.order.scripted import by_scripts
from timeline.parser.order.scripts import connectives, openings
from timeline.parser.order.sequence import Order, Told, word
from timeline.parser.order.telling import sentences
from timeline.parser.order.thereat import by_thereat
from timeline.parser.sentences.tenses import has_had
from timeline.parser.sentences.tree import PAST, Tree

Sieve = Callable[[Sequence[Told]], Iterator[Order]]

OPPOSITE = {Relation.BEFORE: Relation.AFTER, Relation.AFTER: Relation.BEFORE, Relation.DURING: Relation.DURING}
HOLDING = frozenset({"course", "clause"})  # sieves of what goes on within another happening
ENDS = frozenset({"end", "stop", "cease", "finish", "subside", "be"})
TAKING_BOTH = frozenset({"after", "before"})
APART = ("nsubj", "nsubjpass", "mark", "aux", "advmod", "npadvmod")  # a verb with these tells another thing
MANY_ROUNDS = 50  # bounds settle in as many rounds as the longest chain; no text has a longer one


def find_order(told: Sequence[Told], sieves: Sequence[Sieve] | None = None) -> tuple[Order, ...]:
    """All links of a text, each pair once, the better sieve first; with `sieves`, those of these alone."""
    found: dict[tuple[int, int], Order] = {}
    for sieve in SIEVES if sieves is None else sieves:
        for link in sieve(told):
            pair = (min(link.one, link.other), max(link.one, link.other))
            if link.one != link.other:
                found.setdefault(pair, link)
    return tuple(found.values())


def bound(whens: Sequence[When], order: Sequence[Order]) -> tuple[When, ...]:
    """The Whens with bounds tightened along the links until nothing moves. Dates that the text gives are never moved."""
    current = list(whens)
    for _ in range(MANY_ROUNDS):
        before = list(current)
        for link in order:
            if link.sieve in HOLDING and link.relation is Relation.DURING:
                _hold(current, link)
            elif link.is_strong and link.relation is not Relation.DURING:
                first, second = (link.one, link.other) if link.relation is Relation.BEFORE else (link.other, link.one)
                _push(current, first, second, link.because)
        if current == before:
            break
    return tuple(current)


def _hold(current: list[When], link: Order) -> None:
    """What goes on within another happening starts no earlier and ends no later than that."""
    if current[link.one].basis not in {"stated", "resolved"}:
        outer = current[link.other].span
        current[link.one] = move(current[link.one], earliest=outer, latest=outer, because=link.because)


def _push(current: list[When], first: int, second: int, because: str) -> None:
    """The second starts no earlier than the first did, the first ends no later than the second."""
    if current[second].basis not in {"stated", "resolved"} and current[first].span.start_earliest is not None:
        current[second] = move(current[second], earliest=current[first].span, because=because)
    if current[first].basis not in {"stated", "resolved"} and current[second].span.end_latest is not None:
        if _is_published(current[first].because_earliest) and _is_published(current[second].because_latest):
            return  # what is to come, and what was reported: no day follows from the publication of both
        current[first] = move(current[first], latest=current[second].span, because=because)


def _is_published(because: str | None) -> bool:
    return because is not None and because.startswith("published")


# Sieves.


def by_connectives(told: Sequence[Told]) -> Iterator[Order]:
    """'after the raid', 'followed by talks', 'the talks produced a truce'. Right in 20 of 22."""
    echoes = [(number, mention) for number, one in enumerate(told) for mention in one.echoes]
    for tree, numbers in sentences(told):
        again = {-place: echo for place, echo in enumerate(echoes, 1) if echo[1].tree is tree}
        known = {**{number: number for number in numbers}, **{place: number for place, (number, _) in again.items()}}
        mentions = {
            **{number: told[number].mention for number in numbers},
            **{place: mention for place, (_, mention) in again.items()},
        }
        for index in _openings(tree):
            for first, relation, second in _connected(tree, index, mentions):
                one, other = known[first], known[second]
                yield Order(one, relation, other, _because(tree, index), "connective")
                for joined in alike_before(tree, mentions, first) if tree.lower[index] == "since" else ():
                    yield Order(known[joined], relation, other, "since", "connective")


def _openings(tree: Tree) -> list[int]:
    """The words with which a connective may begin."""
    known = openings()
    if known.isdisjoint(tree.lower) and known.isdisjoint(tree.lemmas):
        return []
    return [index for index, token in enumerate(tree) if tree.lower[index] in known or token.lemma in known]


def by_claims(told: Sequence[Told]) -> Iterator[Order]:
    """What someone is accused of or condemned for was before the accusation. Right in 3 of 3."""
    for _, numbers in sentences(told):
        for outer in numbers:
            speech = told[outer].mention
            if speech.row.type not in {"accuse", "reject", "statement"}:
                continue
            for inner in numbers:
                mention = told[inner].mention
                is_past = told[inner].status is Status.ALLEGED or (
                    told[inner].status is Status.ASSERTED and speech.row.type == "accuse"
                )
                # 'accused her and withdrew the charge'
                is_joined = mention.tree.first_conjunct(mention.top) == speech.top
                is_reply = mention.row.type == "reject" and mention.tree[mention.top].relation == "relcl"
                if inner != outer and is_past and is_below(mention, speech) and not (is_joined or is_reply):
                    yield Order(inner, Relation.BEFORE, outer, word(speech), "claim")


def by_answers(told: Sequence[Told]) -> Iterator[Order]:
    """'rejected the criticism', 'welcomed the nomination': after what they name again."""
    mentions = [one.mention for one in told]
    for number, mention in enumerate(mentions):
        if told[number].status not in FACTS or has_had(mention.tree, mention.top) or lasts(mention.tree, mention.top):
            continue  # 'IVM, which had opposed the alliance': before it came about
        if (other := answered(mention, mentions[:number])) is not None:
            yield Order(number, Relation.AFTER, other, word(mention), "answer")


def _connected(tree: Tree, index: int, mentions: dict[int, Mention]) -> Iterator[tuple[int, Relation, int]]:
    token, word = tree[index], tree.lower[index]
    if (
        token.relation in {"prep", "agent"}
        or token.tag == "VBG"
        or (token.relation == "advmod" and tree.below(index, "prep"))
    ):
        if row := connectives().get((word, "preposition")):
            yield from _pairs(
                _outside(tree, index, mentions),
                row.relation,
                _inside(tree, tree.below(index, "pobj", "pcomp"), mentions),
            )
        for child in tree.below(index, "prep"):
            if row := connectives().get((f"{word} {tree[child].text.lower()}", "preposition")):
                inner = _inside(tree, tree.below(child, "pobj", "pcomp"), mentions)
                yield from _pairs(_outside(tree, index, mentions), row.relation, inner)
            if row := connectives().get((f"{word} {tree[child].text.lower()}", "part")):
                part = _inside(tree, tree.below(child, "pobj", "pcomp"), mentions)
                yield from _pairs(part, row.relation, _outside(tree, index, mentions))
    if token.relation == "mark" and (row := connectives().get((word, "mark"))):
        clause = token.head
        if is_provoked(tree, clause):
            return  # of one time with what it provoked
        outer, inner = _outside(tree, clause, mentions), _told_in(tree, clause, mentions)
        yield from _pairs(outer, row.relation, [*inner, *_going_on(tree, clause, mentions, word)])
    if token.pos == "VERB":
        yield from _by_verb(tree, index, mentions)


def _by_verb(tree: Tree, index: int, mentions: dict[int, Mention]) -> Iterator[tuple[int, Relation, int]]:
    """'A followed B', 'A, followed by B'."""
    agents = tree.below(index, "agent")
    names = [
        tree[index].lemma,
        *(f"{tree[index].lemma} {tree[child].text.lower()}" for child in tree.below(index, "prep", "prt")),
    ]
    for name in names:
        if agents and (row := connectives().get((name, "passive"))):
            outer = _inside(tree, tree.below(index, "nsubjpass"), mentions) or _outside(tree, index, mentions)
            yield from _pairs(
                outer, row.relation, _inside(tree, [i for a in agents for i in tree.below(a, "pobj")], mentions)
            )
        elif not agents and (row := connectives().get((name, "active"))):
            subjects = _inside(tree, tree.below(index, "nsubj"), mentions)
            objects = _inside(tree, [*tree.below(index, "dobj"), *(i for _, i in tree.prepositions(index))], mentions)
            yield from _pairs(subjects, row.relation, objects)


def _pairs(ones: list[int], relation: Relation, others: list[int]) -> Iterator[tuple[int, Relation, int]]:
    return ((one, relation, other) for one in ones for other in others if one != other)


def _at(index: int, mentions: dict[int, Mention]) -> list[int]:
    return [number for number, mention in mentions.items() if index in (mention.index, mention.top)]


def _told_in(tree: Tree, clause: int, mentions: dict[int, Mention]) -> list[int]:
    """'after a fire destroyed its works': the fire, where the verb itself is none; but not 'until the war ended'."""
    if (found := _at(clause, mentions)) or tree[clause].lemma in ENDS:
        return found
    return _inside(tree, tree.below(clause, "nsubj", "nsubjpass"), mentions)


def _going_on(tree: Tree, clause: int, mentions: dict[int, Mention], word: str) -> list[int]:
    """'after rebels stormed the post and carried off its chief': both."""
    if word not in TAKING_BOTH:
        return []
    joined = [index for index in tree.conjuncts(clause) if index != clause and tree[index].tag in PAST]
    if any(tree.lower[cc - 1] == "," for index in (clause, *joined) for cc in tree.below(index, "cc")):
        return []  # 'burned it after a boy was bitten, and killed a snake'
    return [n for index in joined if not tree.below(index, *APART) for n in _at(index, mentions)]


def _inside(tree: Tree, heads: list[int], mentions: dict[int, Mention]) -> list[int]:
    """The mentions at the heads and at what is coordinated with them, else the nearest ones below each."""
    joined = dict.fromkeys(index for head in heads for index in tree.conjuncts(head))
    return list(dict.fromkeys(number for head in joined for number in _at_or_below(tree, head, mentions)))


def _at_or_below(tree: Tree, head: int, mentions: dict[int, Mention]) -> list[int]:
    if found := _at(head, mentions):
        return found
    return next((found for index in tree.subtree(head) if (found := _at(index, mentions))), [])


def _outside(tree: Tree, index: int, mentions: dict[int, Mention]) -> list[int]:
    """The mention that a connective hangs on: above it, or an argument of the verb above it."""
    within = set(tree.subtree(index))
    for above in tree.above(index):
        if found := _at(above, mentions):
            return found
        if tree[above].pos in {"VERB", "AUX"}:
            beside = [i for i in tree.subtree(above) if i not in within]
            found = next((found for i in beside if (found := _at(i, mentions))), [])
            if found or tree[above].relation != "xcomp":  # 'agreed to resume work, a month after it ended'
                return found
    return []


def _because(tree: Tree, index: int) -> str:
    agents = [tree[child].text for child in tree.below(index, "agent")]
    return " ".join([tree[index].text.lower(), *agents])


# The best first; what one of them has linked is left to it.
SIEVES = (
    by_connectives, by_ending, by_thereat, by_claims, by_answers, by_denials, by_grounds, by_clauses, by_hours, by_series,
    by_adverbs, by_future, by_aspect, by_course, by_lives, by_scripts, by_aftermath, by_news, by_sequel, by_narrative,
)  # fmt: skip
