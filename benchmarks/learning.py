"""What those share that learn weights from marked texts: how they are asked, which signs count, how weights are stepped.

Not run by itself; `days`, `worth`, `typed`, `salience` and `coreference` are.
"""

import argparse
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[Any]


def arguments(about: str | None, check: str) -> argparse.ArgumentParser:
    """The command line of such a benchmark: `--check` measures, and without it what was learnt is written."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help=check)
    return parser


def often(signs: Iterable[Iterable[str]], least: int) -> dict[str, int]:
    """Those that so many cases have at least, numbered in the order of the alphabet."""
    counts = Counter(chain.from_iterable(signs))
    return {name: place for place, name in enumerate(sorted(name for name, n in counts.items() if n >= least))}


def entries(
    signs: Iterable[Collection[str]], numbers: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows and columns of a table of cases by signs where there is a one."""
    found = [(row, numbers[name]) for row, own in enumerate(signs) for name in own if name in numbers]
    table = np.array(found, np.int64)
    return table[:, 0], table[:, 1]


def falling(pace: float, step: int, steps: int) -> float:
    """The pace of a step, from 1: as it is for the first half, then less and less."""
    return pace * min(1.0, 2 * (1 - step / (steps + 1)))


class Descent:
    """Adam's way down (Kingma and Ba 2015): each step changes the weights that it was given."""

    def __init__(self, weights: Table) -> None:
        self.weights = weights
        self.steps = 0
        self._slope, self._spread = np.zeros_like(weights), np.zeros_like(weights)

    def step(self, slope: Table, pace: float) -> None:
        """Against the slope, less where slopes so far were far apart."""
        self.steps += 1
        self._slope = 0.9 * self._slope + 0.1 * slope
        self._spread = 0.99 * self._spread + 0.01 * slope**2
        slope, spread = self._slope / (1 - 0.9**self.steps), self._spread / (1 - 0.99**self.steps)
        self.weights -= pace * slope / (np.sqrt(spread) + 1e-8)
