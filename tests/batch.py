"""Thousands of rows that one test looks at: each that is wrong is told by its name, and none is left out."""

from collections.abc import Mapping


def check(wrong: Mapping[str, object]) -> None:
    """Fails with what is wrong, name by name, unless nothing is."""
    __tracebackhide__ = True
    lines = [f"{name}: {why}" for name, why in wrong.items()]
    assert not lines, "\n".join([f"{len(lines)} wrong", *lines])
