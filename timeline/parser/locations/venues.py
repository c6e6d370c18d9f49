"""Venues: the court, the match, the vote or the meeting that a text is at, where what is done there was done."""

from collections.abc import Mapping, Sequence

from timeline.model.statement import FACTS, Place, RoleName, Status
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.locations.elsewhere import is_before, is_local, is_near_in_time, names_place
from timeline.parser.mentions.draft import Draft
from timeline.parser.sentences.tenses import is_perfect

# Given in the court that the text is at.
VERDICTS = frozenset(
    "acquit convict fine jail sentence imprison find clear trial retrial hearing verdict sentencing".split()
)
POLLS = word_list("poll")
DEALS = frozenset("treaty accord agreement deal pact memorandum protocol convention communique communiqué".split())
TOLD = FACTS | {Status.NEGATED, Status.PLANNED}
NEAR = 3  # sentences from a poll


def held_at(draft: Draft, lasts: Mapping[str, Draft], matches: Sequence[Draft], cast: Cast) -> Place | None:
    """A verdict is given at the court of the text, a goal shot at its match, a deal struck at its meeting."""
    mention = draft.mention
    kind = "agree" if mention.lemma == "sign" else mention.row.type
    last = _match(draft, matches) if kind == "sport" else lasts.get({"agree": "consult"}.get(kind, kind))
    if last is None or last.place is None or not is_local(last.place) or draft.claim.status not in TOLD:
        return None
    distance = mention.tree.sentence.index - last.mention.tree.sentence.index
    fits = {
        "legal": mention.lemma.split()[0] in VERDICTS and not is_before(draft),
        "sport": draft.claim.status in FACTS and not is_perfect(mention.tree, mention.top),
        "election": mention.lemma.split()[0] in POLLS and not is_before(draft) and distance <= NEAR,
        "agree": distance <= 2 and _is_from_meeting(draft, last),
    }
    is_near = is_near_in_time(draft, last) and (distance == 0 or not names_place(draft, cast, last.place))
    return last.place if is_near and fits.get(kind, False) else None


def _match(draft: Draft, matches: Sequence[Draft]) -> Draft | None:
    """The last one told of; of several the last of theirs who take part: 'City lost at Hove', beside the news of another match."""
    if len({match.place for match in matches}) < 2:
        return matches[-1] if matches else None
    own = {role.actor.name for role in draft.roles}
    theirs = (match for match in reversed(matches) if own & {role.actor.name for role in match.roles})
    return next(theirs, matches[-1] if draft.mention.tree is matches[-1].mention.tree else None)


def lands(draft: Draft) -> set[str | None]:
    """The countries of those who take part."""
    return {role.actor.country for role in draft.roles if role.name is not RoleName.MEDIATOR} - {None}


def _is_from_meeting(draft: Draft, meeting: Draft) -> bool:
    """'met in Vienna and agreed', 'Under the accord'."""
    tree, top = draft.mention.tree, draft.mention.top
    is_next = tree is meeting.mention.tree and tree.first_conjunct(top) == tree.first_conjunct(meeting.mention.top)
    heads = [draft.mention.index, *draft.mention.slots.get("object", [])]
    is_deal = any(tree[index].lemma in DEALS for index in heads)
    return is_next or is_deal or (draft.mention.lemma == "agree" and lands(draft) == lands(meeting) != set())
