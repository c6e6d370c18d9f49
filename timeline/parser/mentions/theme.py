"""Theme: what a text tells of as a whole settles what a word tells that could be of several types ('nine were hurt')."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.types import BLOWS, UNGUIDED
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.scene import POWERS

HURTING = frozenset({"kill", "injure", "hurt", "wound", "maim", "crush"})
DOERS = ("subject", "by", "with", "from")
REACH = 12  # mentions back in which the blow is looked for
THEMES = frozenset({"sport", "science", "business"})  # a text on these tells of little else
ENOUGH, SHARE = 2, 0.5
TRADES = frozenset({"crime", "protest"})  # who does one such deed does others
CHARGED = frozenset({"pcomp", "acl"})  # 'accused of laundering money' makes nobody a thief
OTHER = "other"
SAID = frozenset({"other", "statement"})
TRADE = 0.1  # share of what a text tells


def with_theme(mentions: Sequence[Mention], cast: Cast) -> list[Mention]:
    """The mentions of a text in order, those typed by what stands around them that their own words leave open."""
    theme, trades = _theme(mentions), _trades(mentions, cast)
    found: list[Mention] = []
    for mention in mentions:
        kind = _blow(mention, found)
        if kind is None and _is_open(mention):
            kind = next((trades[doer] for doer in _doers(mention, cast) if doer in trades), None)
            kind = kind or (theme if not _is_by_power(mention, cast) else None)
        found.append(mention if kind is None else replace(mention, row=replace(mention.row, type=kind, mode=None)))
    return found


def is_on_business(mentions: Sequence[Mention]) -> bool:
    """Whether a tenth of what a text tells is business."""
    types = [mention.row.type for mention in mentions if mention.row.type not in SAID]
    return types.count("business") >= max(1, TRADE * len(types))


def _is_open(mention: Mention) -> bool:
    return mention.row.is_deed and mention.row.type == OTHER


def _trades(mentions: Sequence[Mention], cast: Cast) -> dict[str, str]:
    """Actor to the type of most of what the text tells of them as done, when that is a trade."""
    if all(mention.row.type not in TRADES for mention in mentions):
        return {}
    deeds: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.row.type != OTHER and mention.tree[mention.index].relation not in CHARGED:
            for doer in _doers(mention, cast):
                deeds.setdefault(doer, Counter())[mention.row.type] += 1
    kinds = {doer: max(types.items(), key=lambda item: item[1])[0] for doer, types in deeds.items()}
    return {doer: kind for doer, kind in kinds.items() if kind in TRADES}


def _is_by_power(mention: Mention, cast: Cast) -> bool:
    """States and governments do of all kinds, whatever the text is on."""
    heads = mention.slots.get("subject", [])
    return any(cast.actor(member).kind in POWERS for head in heads for member in cast.at(mention.tree, head))


def _doers(mention: Mention, cast: Cast) -> list[str]:
    heads = mention.slots.get("subject", [])
    return [cast.actor(member).name for head in heads for member in cast.at(mention.tree, head)]


def _theme(mentions: Sequence[Mention]) -> str | None:
    """The type of most of what the lexicon knows in the text, when that is a theme of its own."""
    types = Counter(mention.row.type for mention in mentions if mention.row.type != OTHER)
    kind, count = max(types.items(), key=lambda item: item[1], default=(OTHER, 0))
    return kind if kind in THEMES and count >= max(ENOUGH, SHARE * types.total()) else None


def _blow(mention: Mention, before: Sequence[Mention]) -> str | None:
    """'Eleven were hurt', told after a crash: by the crash. None where somebody did it, or nothing is told before."""
    is_open = mention.is_verb and mention.lemma in HURTING and mention.row.type == "assault"
    if not is_open:
        return None
    above = mention.tree.head(mention.index)
    mains = (other for other in before[-REACH:] if other.tree is mention.tree and other.index == above)
    main = next(mains, None)
    if main is not None and main.row.type in UNGUIDED and mention.tree[mention.index].tag == "VBG":
        return main.row.type  # 'the roof collapsed, killing nine'
    if any(slot in mention.slots for slot in DOERS):
        return None
    blows = (other for other in reversed(before[-REACH:]) if other.row.type in BLOWS and other.lemma not in HURTING)
    blow = next(blows, None)
    return blow.row.type if blow is not None and blow.row.type in UNGUIDED else None
