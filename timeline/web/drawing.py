"""Small drawings as numbers that a template writes as SVG: bars over time, a circle of partners. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.store.histogram import Histogram

WIDTH, HEIGHT = 640.0, 88.0  # of bars, in SVG units
GAP = 0.15  # of a bar's place that stays empty
RADIUS, RIM, CORE = 118.0, 200.0, 30.0  # of the circle: partners' distance, half the drawing, the one in the middle
LEAST, MOST = 7.0, 22.0  # radius of a partner


@dataclass(frozen=True, slots=True)
class Bar:
    """A bin as two bars from the bottom, one in the other: `possible` is never lower than `certain`; SVG units."""

    x: float
    width: float
    certain: float
    possible: float
    label: str
    counts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars over time with what stands at their ends; `most` is the count that the full height means."""

    bars: tuple[Bar, ...]
    most: int
    first: str
    last: str
    undated: int


@dataclass(frozen=True, slots=True)
class Spoke:
    """A partner on the circle: where, how large, how thick its line, and which side of it the name stands on."""

    x: float
    y: float
    radius: float
    thickness: float
    anchor: str
    label_x: float
    label_y: float
    partner: Mapping[str, Any]


def bars(counted: Histogram) -> Bars | None:
    """A histogram as bars; None when nothing is dated."""
    if not counted.bins:
        return None
    most = max(each["possible"] for each in counted.bins) or 1
    step = WIDTH / len(counted.bins)
    drawn = tuple(
        Bar(
            round(number * step + step * GAP / 2, 2),
            round(max(step * (1 - GAP), 0.5), 2),
            round(HEIGHT * each["certain"] / most, 2),
            round(HEIGHT * each["possible"] / most, 2),
            each["label"],
            (each["certain"], each["possible"]),
        )
        for number, each in enumerate(counted.bins)
    )
    return Bars(drawn, most, counted.bins[0]["label"], counted.bins[-1]["label"], counted.undated)


def circle(partners: Sequence[Mapping[str, Any]]) -> tuple[Spoke, ...]:
    """Partners around the one in the middle, from the top by the clock; the more events shared, the larger."""
    most = max((partner["events"] for partner in partners), default=1)
    return tuple(_spoke(partner, number / len(partners), most) for number, partner in enumerate(partners))


def _spoke(partner: Mapping[str, Any], turn: float, most: int) -> Spoke:
    x, y = math.sin(2 * math.pi * turn) * RADIUS, -math.cos(2 * math.pi * turn) * RADIUS
    share = math.sqrt(partner["events"] / most)
    radius = LEAST + (MOST - LEAST) * share
    anchor, label_x, label_y = _label(x, y, radius)
    return Spoke(
        round(x, 1), round(y, 1), round(radius, 1), round(1 + 5 * share, 1), anchor, round(label_x, 1),
        round(label_y, 1), partner,
    )  # fmt: skip


def _label(x: float, y: float, radius: float) -> tuple[str, float, float]:
    """Where a name stands: outside of the circle, above the topmost and below the lowest, where others are beside them."""
    if abs(x) < 1:
        return "middle", x, y - radius - 6 if y < 0 else y + radius + 16
    return ("end", x - radius - 4, y + 4) if x < 0 else ("start", x + radius + 4, y + 4)
