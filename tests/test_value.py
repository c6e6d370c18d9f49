"""Nouns made by `value`: what they have of a frozen dataclass."""

import pickle
from dataclasses import replace

import pytest

from timeline.model.statement import Actor, Claim, Role, RoleName, Status


def test_equal_values_are_one_key_and_others_are_not() -> None:
    kept = {Claim(Status.DENIED, ("Norway",)): 1}
    assert kept[Claim(Status.DENIED, ("Norway",))] == 1
    assert Claim(Status.ALLEGED, ("Norway",)) not in kept


def test_a_changed_value_is_another() -> None:
    role = Role(Actor("Norway"), RoleName.AGENT)
    assert replace(role, name=RoleName.TARGET) == Role(Actor("Norway"), RoleName.TARGET)
    assert role.name is RoleName.AGENT


def test_values_survive_being_sent_to_another_process() -> None:
    role = Role(Actor("Norway", aliases=("Kingdom of Norway",)), RoleName.AGENT, 3, 9)
    assert pickle.loads(pickle.dumps(role)) == role


def test_a_value_takes_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        setattr(Actor("Norway"), "colour", "red")  # noqa: B010
