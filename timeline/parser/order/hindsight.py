"""Hindsight: what is said of something older than the news ('The rebels blamed the blasts on Chad', told beside new talks).

It came after what it is on, and nobody knows how long after: neither the day of the news nor that of the scene holds for it.
"""

from collections.abc import Mapping, Sequence

from timeline.model.statement import FACTS, Relation
from timeline.model.time import DIRECT, When
from timeline.model.types import BLOWS, COMMENTS
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.mentions.particular import KNOWN
from timeline.parser.order.bulletin import APART
from timeline.parser.order.lead import News
from timeline.parser.order.sequence import Order
from timeline.parser.order.staging import Scene, is_said_now, is_told_next, staged
from timeline.parser.order.telling import Telling
from timeline.parser.order.verbs import is_main_verb, verb_of
from timeline.parser.sentences.tree import Tree

SIEVE = "hindsight"
BECAUSE = "comments come after what they are on"
SCENIC = frozenset({"course", "news"})  # sieves that go by the scene a story is at
DEEDS = BLOWS | {
    "protest",
    "coerce",
    "death",
    "legal",
    "reject",
    "accuse",
    "threaten",
    "sanction",
    "appointment",
    "retreat",
}
THEN = "at the time"
HURTING = BLOWS | {"protest"}
BARE = frozenset({"it", "them", "this", "that"})
OBJECTS = ("object", "on", "of", "against", "to", "with", "for")
SESSION = word_list("session")
SPEAKERS = word_list("speaker at a session")
WEEK = 7  # days
MONTH = 31
BESIDE = 8  # mentions
ATTACKS = frozenset({"assault", "crime", "protest"})
AT = frozenset({"at", "during", "in", "before", "to"})


def looked_back(told: Telling, whens: Sequence[When], order: Sequence[Order], news: News | None) -> dict[int, int]:
    """The numbers of comments on what was days before the news, each with the number of that.

    Only those told after the news that name it ('the blasts', 'it'), or follow right upon a blow, are meant: what else a report
    tells beside older things is as a rule said of the news.
    """
    if news is None:
        return {}
    named = {link.one: link.other for link in order if link.sieve == "answer"}
    found: dict[int, int] = {}
    for number, scene in staged(told):
        if not _is_comment(told, number, news):
            continue
        others = _replied_to(told, number, found)
        others = others or ([named[number]] if number in named else _meant(told, whens, number, scene, news))
        older = (one for one in others if one in found or _is_old(told, whens, one, news))
        if (other := next(older, None)) is not None and not _is_in_news(told, number, other, news):
            found[number] = other
    return found


def _replied_to(told: Telling, number: int, found: Mapping[int, int]) -> list[int]:
    """'blamed the rebels for it, which they denied': what the clause of a denial hangs on."""
    mention = told[number].mention
    if mention.row.type != "reject" or mention.tree[mention.top].relation != "relcl":
        return []
    above = set(mention.tree.above(mention.top))
    return [n for n in found if told[n].mention.tree is mention.tree and told[n].mention.top in above]


def _meant(told: Telling, whens: Sequence[When], number: int, scene: Scene | None, news: News) -> list[int]:
    """What a comment may be on, the likeliest first."""
    meant = [*_bare(told, number), *_renamed(told, number)] or _scene(told[number].mention, told, scene, news)
    return meant or _blow_before(told, whens, number, news)


def _is_in_news(told: Telling, number: int, other: int, news: News) -> bool:
    """The news is of that kind, too, and the older one was not told right before: 'welcomed the verdict' is said of the news."""
    if _back(told[number].mention, told[other].mention) <= 1:
        return False
    first = (one.mention for one in told if one.mention.tree.sentence.index == news.sentence)
    leads = (lead for lead in first if is_main_verb(lead.tree, verb_of(lead)))
    return any(lead.row.type == told[other].mention.row.type for lead in leads)


def with_hindsight(order: Sequence[Order], older: Mapping[int, int]) -> tuple[Order, ...]:
    """The links; comments on older things come after these, and not with the scene or the news."""
    kept = [link for link in order if not (link.one in older and link.sieve in SCENIC)]
    pairs = {(link.one, link.other) for link in kept}
    links = (pair for pair in older.items() if pair not in pairs)
    return (*kept, *(Order(one, Relation.AFTER, other, BECAUSE, SIEVE) for one, other in links))


def _is_comment(told: Telling, number: int, news: News) -> bool:
    """Said as the next thing after the news, and not at a session."""
    one = told[number]
    if one.mention.row.type not in COMMENTS or one.mention.tree.sentence.index <= news.sentence:
        return False
    return (is_told_next(one) or is_said_now(one)) and not _is_at_session(one.mention)


def _is_at_session(mention: Mention) -> bool:
    """'At the hearing …', 'told the council that …', 'The delegates blamed …'."""
    tree, verb = mention.tree, mention.top
    subjects = tree.below(tree.first_conjunct(verb), "nsubj", "nsubjpass")
    told = tree.below(verb, "dobj", "dative") if tree[verb].lemma == "tell" else []
    where = [inner for word, inner in tree.prepositions(verb) if word in AT]
    return _is_any(tree, subjects, SPEAKERS) or _is_any(tree, [*told, *where], SESSION)


def _is_any(tree: Tree, heads: Sequence[int], words: frozenset[str]) -> bool:
    return any(tree[head].lemma in words for head in heads)


def _bare(told: Telling, number: int) -> list[int]:
    """What 'it' is in 'condemned it': a blow of the sentence before, or of this one up to there, or what was said of one."""
    mention = told[number].mention
    heads = [head for slot in OBJECTS for head in mention.slots.get(slot, [])]
    if not any(mention.tree.lower[head] in BARE for head in heads):
        return []
    near = (n for n in range(number - 1, -1, -1) if _back(mention, told[n].mention) <= 1)
    return [n for n in near if told[n].mention.row.type in BLOWS | COMMENTS]


def _back(mention: Mention, other: Mention) -> int:
    return mention.tree.sentence.index - other.tree.sentence.index


def _renamed(told: Telling, number: int) -> list[int]:
    """The latest of what a noun of the comment names again: 'claimed responsibility for the raid'."""
    mention = told[number].mention
    heads = [below for slot in OBJECTS for head in mention.slots.get(slot, []) for below in mention.tree.subtree(head)]
    types = {
        kind for head in heads if _is_known(mention.tree, head) for kind in types_named(mention.tree, head)
    } & DEEDS
    before = (n for n in range(number - 1, -1, -1) if _back(mention, told[n].mention) > 0)
    return [n for n in before if told[n].mention.row.type in types][:1]


def _is_known(tree: Tree, head: int) -> bool:
    return any(tree.lower[child] in KNOWN for child in tree.below(head, "det")) and not tree.below(head, "relcl", "acl")


def _scene(mention: Mention, told: Telling, scene: Scene | None, news: News) -> list[int]:
    """The blow of days before the news that the sentence before goes back to."""
    if scene is None or scene.is_left or scene.sentence <= news.sentence:
        return []
    opening = told[scene.number].mention
    is_of_blow = opening.row.type in HURTING or THEN in " ".join(mention.tree.lower)
    is_near = _back(mention, opening) == 1 or _is_inquiry(mention, opening)
    return [scene.number] if is_of_blow and is_near else []


def _blow_before(told: Telling, whens: Sequence[When], number: int, news: News) -> list[int]:
    """'Ties soured last December when Chad's jets struck a camp. Peru summoned its envoy': the attack of weeks or months ago that
    the sentence before tells in the same paragraph, with nothing newer."""
    mention = told[number].mention
    here = mention.tree.sentence
    near = [n for n in range(number - 1, max(-1, number - BESIDE), -1) if _back(mention, told[n].mention) == 1]
    near = [n for n in near if told[n].mention.tree.sentence.paragraph == here.paragraph and whens[n].basis in DIRECT]
    if not near or here.index - 1 <= news.sentence or not all(_is_before(whens[n], news, MONTH) for n in near):
        return []
    return [n for n in near if told[n].mention.row.type in ATTACKS and told[n].status in FACTS][:1]


def _is_inquiry(mention: Mention, opening: Mention) -> bool:
    """'An inquiry found …', told of in the paragraph of the blow."""
    is_noun = mention.row.type == "accuse" and not mention.is_verb
    return is_noun and mention.tree.sentence.paragraph == opening.tree.sentence.paragraph


def _is_old(told: Telling, whens: Sequence[When], number: int, news: News) -> bool:
    """By its own date, by that of the verb it stands with, or by all the dates of its sentence."""
    widest = MONTH if told[number].mention.row.type in ATTACKS else WEEK
    if whens[number].basis in DIRECT:
        return _is_before(whens[number], news, widest)
    tree, verb = told[number].mention.tree, told[number].mention.tree.clause(told[number].mention.index)
    beside = [n for n, one in enumerate(told) if one.mention.tree is tree and whens[n].basis in DIRECT]
    own = [n for n in beside if told[n].mention.top == verb]
    return bool(beside) and all(_is_before(whens[n], news, widest) for n in own or beside)


def _is_before(found: When, news: News, widest: int = WEEK) -> bool:
    """By days that are known: what is told of a month or a year is as a rule the background of the news."""
    end, width = found.span.end_latest, found.span.width
    return end is not None and width is not None and width <= widest and news.day - end >= APART
