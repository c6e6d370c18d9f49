"""Match: the report of a match tells one day: what is played in an aside, or told back, is of that ('after he was sent off')."""

from collections.abc import Sequence

from timeline.model import edtf
from timeline.model.statement import Status
from timeline.model.time import UNDATED, When
from timeline.parser.anchor.dating import move
from timeline.parser.order.lead import News
from timeline.parser.order.sequence import Told
from timeline.parser.order.signs import Story
from timeline.parser.sentences.tree import PRESENT

SPORT = "sport"
SHARE = 0.4  # of what is told
BECAUSE = "a match is told play by play"


def of_match(at: Story, whens: Sequence[When]) -> tuple[When, ...]:
    """The Whens; what is played in the report of one match, and most likely on its day, was then."""
    if at.news is None or not _is_match(at.told, at.news):
        return tuple(whens)
    day = edtf.from_day(at.news.day)
    return tuple(
        move(move(found, earliest=day, because=BECAUSE), latest=day, because=BECAUSE)
        if found.likely == str(day) and _is_play(one, found)
        else found
        for one, found in zip(at.told, whens, strict=True)
    )


def _is_match(told: Sequence[Told], news: News) -> bool:
    """Its news is a match, of one day, and so is much of what it tells."""
    lead = [one for one in told if one.mention.tree.sentence.index == news.sentence]
    is_led = any(
        one.mention.row.type == SPORT and one.when.span.width == 1 and one.when.span.start_earliest == news.day
        for one in lead
    )
    return is_led and sum(one.mention.row.type == SPORT for one in told) >= SHARE * len(told)


def _is_play(one: Told, found: When) -> bool:
    """Played, without a first day, and not in the present perfect ('have lost four of five')."""
    tree, top = one.mention.tree, one.mention.top
    is_open = found.basis in UNDATED and found.span.start_earliest is None
    helpers = [tree[child] for child in tree.below(top, "aux")]
    is_perfect = any(helper.lemma in {"have", "be"} and helper.tag in PRESENT for helper in helpers)
    return one.mention.row.type == SPORT and one.status is Status.ASSERTED and is_open and not is_perfect
