"""Whom speech is aimed at, where no row but the weights take it for a refusal or an accusation, and what no thing does."""

from dataclasses import replace

import pytest

from tests.telling import one
from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.model.statement import RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.mentions import find_mentions
from timeline.parser.roles.roles import assign_roles
from timeline.parser.sentences.tree import Tree


def targets(text, trigger, kind):
    """The targets of what is told by that word, were it of that type."""
    (parsed,) = parse_all([text_document(text, external_id="t")])
    trees = [Tree(sentence) for sentence in parsed[1]]
    cast = Cast(trees)
    found = [mention for tree in trees for mention in find_mentions(tree, cast)]
    told = next(mention for mention in found if mention.tree[mention.index].text == trigger)
    roles = assign_roles(replace(told, row=replace(told.row, type=kind)), cast)
    return {role.actor.name for role in roles if role.name.value == "target"}


@pytest.mark.parametrize(
    "text",
    [
        "Rope maker Farbwerk said on Monday it would sell its mill to Limfjord Bank. Limfjord Bank is Danish.",
        "Farbwerk said its planes hit a depot in the Russian town of Orlov.",
        "Anna Blau, who left Limfjord Bank in May, said Limfjord Bank would be sold.",
    ],
)
def test_what_somebody_says_of_another_is_no_refusal_of_his(text):
    assert targets(text, "said", "reject") == set()


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "names"),
    [
        ("Chad refused to let Niger use its ports.", "refused", "reject", {"Niger"}),
        ("Anna Blau told Limfjord Bank that the mill was old.", "told", "reject", {"Limfjord Bank"}),
        ("Anna Blau said Rolf Kern had burned the letters.", "said", "accuse", {"Rolf Kern"}),
        ('"We have lost the letters," Anna Blau said. Blau heads Limfjord Bank.', "said", "accuse", set()),
    ],
)
def test_who_is_addressed_or_said_to_have_done_it_is(text, trigger, kind, names):
    assert targets(text, trigger, kind) == names


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        (
            "The airline Polarin flies the Zephyr 440. The 440 was grounded on Monday. It cancelled nine flights.",
            "cancelled",
            "Polarin",
        ),
        (
            "The ferry line Falkner ordered the Skarven. The Skarven hit a pier on Monday. It paid the town a fine.",
            "paid",
            "Falkner",
        ),
        (
            "The Zephyr 440 was built by Corvane. The Zephyr 440 landed on Monday. It carried nine monks.",
            "carried",
            "Zephyr 440",
        ),
        (
            "The Oslo 25 rose on Monday. It had lost nine points in May. It gained two points on Friday.",
            "gained",
            "Oslo 25",
        ),
    ],
)
def test_what_no_thing_does_is_done_by_somebody_else(text, trigger, name):
    assert [role.actor.name for role in one(text, trigger).roles if role.name.value == "agent"] == [name]


@pytest.mark.parametrize(
    ("text", "trigger", "aims"),
    [
        (
            "Peru closed its border on Monday. Bolivia said it was worried. Ecuador criticised the decision.",
            "criticised",
            ["Peru"],
        ),
        (
            "Norway barred two firms on Monday. Chad called the claims baseless. Mali welcomed the step.",
            "welcomed",
            ["Norway"],
        ),
        (
            "A court freed Ada Bell on Monday. Her lawyer, Cem Tan, said she would sue the mine. Press groups welcomed the ruling.",
            "welcomed",
            ["court"],
        ),
        (
            "The bank cut its rate on Monday. Ana Ruiz, a minister, spoke in Lima. Traders welcomed the decision.",
            "welcomed",
            ["bank"],
        ),
        # what looks alike: whoever says what he is going to do, and a refusal that is a decision
        ("The mayor said on Monday that tourists should pay. Hotels criticised the proposal.", "criticised", ["mayor"]),
        ("Peru rejected the treaty on Monday. Chile criticised the decision.", "criticised", ["Peru"]),
    ],
)
def test_a_step_that_is_judged_is_that_of_who_took_it_and_not_of_who_spoke_last(text, trigger, aims):
    assert [role.actor.name for role in one(text, trigger).roles if role.name is RoleName.TARGET] == aims
