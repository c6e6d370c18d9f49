"""Feasts by the sun and the moon: Nowruz, the lunar new year, Diwali and Holi, from 1583 to 2400.

After Meeus, Astronomical Algorithms, chapters 25 (sun), 27 (equinoxes) and 49 (phases of the moon), with the larger terms only:
right to some minutes, so that one day in a hundred or so may be the neighbour of the right one. Day numbers as in `model.days`.
"""

from math import floor, radians, sin

from timeline.model.days import day_number

FIRST_YEAR, LAST_YEAR = 1583, 2400
JULIAN_DAY_ZERO = 1_721_424.5  # of day number 0
MONTH = 29.530588861
TEHRAN, INDIA, CHINA = 3.5 / 24, 5.5 / 24, 8 / 24
NOON, SUNSET, BEFORE_SUNSET = 0.5, 0.75, 0.7
YEAR = 365.2422
SPRING, WINTER, LIBRA, PISCES = 0.0, 270.0, 180.0, 330.0  # degrees; the last two among the stars
NEW_TERMS = (
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0), (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2),
)  # fmt: skip
FULL_TERMS = (
    (-0.40614, 0, 1, 0), (0.17302, 1, 0, 0), (0.01614, 0, 2, 0), (0.01043, 0, 0, 2), (0.00734, -1, 1, 0), (-0.00515, 1, 1, 0),
    (0.00209, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2),
)  # fmt: skip


def sky_day(name: str, year: int) -> int | None:
    """The day of a feast by its name in the holidays library, None for another or for a year too far away."""
    reckon = FEASTS.get(name)
    return reckon(year) if reckon is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def _nowruz(year: int) -> int:
    """The day of the spring equinox, the next one where that comes after noon in Tehran."""
    moment = _sun_at(SPRING, day_number(year, 3, 20)) + TEHRAN
    return floor(moment) + (moment % 1 >= NOON)


def _lunar_new_year(year: int) -> int:
    """The second new moon after that of the month with the winter solstice; the third where a leap month comes between."""
    solstice = floor(_sun_at(WINTER, day_number(year - 1, 12, 21)) + CHINA)
    month = _last_phase(solstice + 1 - CHINA, 0.0)
    day = floor(_last_phase(month + 2.3 * MONTH, 0.0) + CHINA)
    return day if day >= day_number(year, 1, 21) else floor(_last_phase(month + 3.3 * MONTH, 0.0) + CHINA)


def _diwali(year: int) -> int:
    """The evening of the last waning moon after the sun has entered Libra among the stars."""
    entered = _sun_at(LIBRA + _drift(year), day_number(year, 10, 17))
    return _evening(_last_phase(entered + MONTH, 0.0), SUNSET)


def _holi(year: int) -> int:
    """The day after the evening of the full moon in the month in which the sun enters Pisces among the stars."""
    entered = _sun_at(PISCES + _drift(year), day_number(year, 3, 14))
    return _evening(_last_phase(_last_phase(entered, 0.0) + 17, 0.5), BEFORE_SUNSET) + 1


FEASTS = {"Nowruz": _nowruz, "Chinese New Year": _lunar_new_year, "Diwali": _diwali, "Holi": _holi}


def _evening(moment: float, latest: float) -> int:
    """The day on whose evening the lunar day that ends at the moment is on."""
    local = moment + INDIA
    return floor(local) if local % 1 >= latest else floor(local) - 1


def _drift(year: int) -> float:
    """How far the equinox has moved among the stars (Lahiri), in degrees."""
    return 23.853 + (year - 2000) * 0.013969


def _sun_at(longitude: float, near: int) -> float:
    """The moment (day number, universal time) at which the sun reaches a longitude, near a day."""
    moment = float(near)
    for _ in range(5):
        behind = (longitude - _sun(moment) + 180) % 360 - 180
        moment += behind * YEAR / 360
    return moment - _late(moment)


def _sun(moment: float) -> float:
    """The sun's apparent longitude in degrees."""
    t = (moment + JULIAN_DAY_ZERO - 2_451_545) / 36_525
    mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
    anomaly = radians(357.52911 + 35_999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return mean + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))


def _last_phase(before: float, phase: float) -> float:
    """The last new moon (phase 0) or full moon (0.5) before a moment, in universal time."""
    count = floor((before + JULIAN_DAY_ZERO - 2_451_550.09766) / MONTH) + phase + 1
    while (moment := _phase(count)) > before:
        count -= 1
    return moment


def _phase(count: float) -> float:
    """The moment of a phase, counted in months from the new moon of 6 January 2000."""
    t = count / 1236.85
    sun = 2.5534 + 29.10535670 * count - 0.0000014 * t * t
    moon = 201.5643 + 385.81693528 * count + 0.0107582 * t * t
    node = 160.7108 + 390.67050284 * count - 0.0016118 * t * t
    eccentric = 1 - 0.002516 * t
    moment = 2_451_550.09766 + MONTH * count + 0.00015437 * t * t - JULIAN_DAY_ZERO
    for size, by_sun, by_moon, by_node in FULL_TERMS if count % 1 else NEW_TERMS:
        angle = radians(by_sun * sun + by_moon * moon + by_node * node)
        moment += size * eccentric ** abs(by_sun) * sin(angle)
    return moment - _late(moment)


def _late(moment: float) -> float:
    """Days by which the clock of the stars is ahead of that of the turning Earth."""
    centuries = (moment / YEAR - 1820) / 100
    return (-20 + 32 * centuries * centuries) / 86_400
