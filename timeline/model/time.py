"""TimeExpression: words for a time and what they mean. When: how a happening came by its date."""

from timeline.model.span import UNKNOWN, TimeSpan
from timeline.model.value import value

EXPRESSION_TYPES = ("DATE", "TIME", "DURATION", "SET")
BASES = ("stated", "resolved", "ordered", "published", "none", "curated")
DIRECT = frozenset({"stated", "resolved"})  # by words of its own
UNDATED = frozenset({"ordered", "published"})  # by what it stands to


@value
class TimeExpression:
    """Words for a time in a text.

    `start` and `end` are offsets in the body; the preposition before is not part of it. `type` and `value` are TIMEX3
    (ISO-TimeML: 'DATE', '2025-10-11'); `span` is the same as a TimeSpan (UNKNOWN for a duration or a set that nothing
    anchors). `basis` is 'stated' when the words say it all, 'resolved' when an anchor was needed, and `because` then
    names the anchor ('published 2025-10-29'). `rule` is the name of the row that read it.

    `shift` is for expressions that count from a happening ('three days after', 'the following day'): days to add to
    that happening's date, None otherwise.

    `parts` are the ends of a range that is written as one ('October 7–9': 'October 7' and '9'), each with its own TIMEX3
    value, since TIMEX3 has no ranges; () for everything else.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    span: TimeSpan
    rule: str
    basis: str
    because: tuple[str, ...] = ()
    shift: int | None = None
    parts: tuple["TimeExpression", ...] = ()


@value
class When:
    """When a Statement's happening was, and how that is known.

    `span` holds strong bounds only; `likely` is the best single guess where the text gives no date (EDTF), never
    counted as known. `because` lists the reasons; `because_earliest` and `because_latest` say what bounds each side
    when the basis is 'ordered'. `text`, `start`, `end` and `rule` are those of the TimeExpression, if one dates it.
    """

    span: TimeSpan = UNKNOWN
    basis: str = "none"
    because: tuple[str, ...] = ()
    because_earliest: str | None = None
    because_latest: str | None = None
    likely: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    rule: str | None = None
