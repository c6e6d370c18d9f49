"""Which happening a noun means that only points to one."""

from dataclasses import replace

import pytest

from tests.making import ATTACK, CONTEXT, NEWS, TRUCE, around, evidence, link, pointing, statement, told
from timeline.chronology import merge, readings
from timeline.chronology.wording import is_definite
from timeline.model.statement import Actor, ActorKind, Link, Relation, Role, RoleName

SIGNED = TRUCE | {"of": ["Norland", "Sudmark"], "date": "2025-10-19"}


@pytest.mark.parametrize(
    ("before", "more", "count"),
    [
        pytest.param("So the", {"date": "[..2025-11-07]", "basis": "published"}, 1, id="the ceasefire, weeks later"),
        pytest.param("So a", {"when": NEWS}, 2, id="a ceasefire, weeks later"),
        pytest.param("So a", {"date": "2025-10-19"}, 1, id="a ceasefire of that day"),
        pytest.param("So the", {"date": "2025-10-22"}, 2, id="the ceasefire of another day"),
        pytest.param(
            "So the", {"date": "[..2026-05-07]", "basis": "published"}, 1, id="the ceasefire, half a year later"
        ),
    ],
)
def test_a_mention_that_names_nobody_is_known_by_its_text(before, more, count):
    first = replace(statement(**SIGNED), context=CONTEXT)
    assert len(told(first, pointing(before, **TRUCE, **more))) == count


def test_a_mention_that_names_nobody_stays_alone_in_a_text_about_others():
    other = replace(pointing("So the", **TRUCE, date="2025-10-19"), context=("estria", "mirton"))
    assert len(told(replace(statement(**SIGNED), context=CONTEXT), other)) == 2


@pytest.mark.parametrize(("number", "count"), [(1, 1), (3, 2)])
def test_what_only_its_report_dates_points_to_what_was_told_last_in_any_word(number, count):
    stormed = statement("overwhelm", by="Norland", on="Sudmark", date="2025-10-11")
    vague = {"date": "[..2025-10-12]", "basis": "published"}
    between = [evidence(statement("exercise", "cooperate", by="Estria"), number=1)] * (number > 1)
    events = merge([evidence(stormed), *between, evidence(pointing("So the", **vague), number=number)])
    assert sum(event.type == "assault" for event in events) == count


def test_the_headline_is_of_the_statement_that_names_most_among_those_with_a_date():
    known = replace(statement(**ATTACK), headline="Norland attacked Sudmark")
    bare = replace(statement(**(ATTACK | {"on": ()}), salience=0.9), headline="Attack")
    vague = replace(
        statement(**(ATTACK | {"date": "[..2025-10-13]", "basis": "published"})), headline="Attack by Norland"
    )
    (event,) = told(bare, vague, known)
    assert event.headline == "Norland attacked Sudmark"


def test_what_a_text_puts_in_order_is_not_the_same():
    one, other = statement(**ATTACK), statement(**ATTACK, links=(link("before", 0),))
    assert len(merge([evidence(one), evidence(other, number=1)])) == 2


@pytest.mark.parametrize(("lemma", "days", "count"), [("resign", 1, 1), ("resign", 2, 2), ("visit", 1, 2)])
def test_what_happens_once_may_be_told_a_day_apart(lemma, days, count):
    events = told(
        statement(lemma, "appointment", by="Sudmark", date="2025-10-11"),
        statement(lemma, "appointment", by="Sudmark", date=f"2025-10-{11 + days}"),
    )
    assert len(events) == count
    assert events[0].when.span.edtf == "2025-10-11"
    assert events[0].disputed is (count == 1)


def test_two_sides_of_a_table_meet_once_a_day():
    met = statement("meet", "consult", of=["Minister of Norland", "Minister of Sudmark"], date="2025-10-28")
    came = statement("receive", "consult", mode="visit", by="Sudmark", on="Minister of Norland", date="2025-10-28")
    assert len(told(met, came)) == 1


@pytest.mark.parametrize(
    ("lemma", "kind", "one", "other", "count"),
    [
        (
            "accuse",
            "accuse",
            "Norland accused Sudmark of jamming radios.",
            "Norland accused Sudmark of burning a mill.",
            2,
        ),
        (
            "accuse",
            "accuse",
            "Norland accused Sudmark of burning a mill.",
            "Norland accused it over the burning mill.",
            1,
        ),
        ("kill", "assault", "Three miners were killed.", "Nine nurses were killed.", 2),
        ("kill", "assault", "Three miners were killed.", "The miners who were killed had families.", 1),
        ("talk", "consult", "Norland and Sudmark held three talks.", "Norland and Sudmark held a talk.", 2),
    ],
)
def test_what_is_said_who_died_and_how_many_are_counted_tell_apart(lemma, kind, one, other, count):
    roles = {
        "accuse": {"by": "Norland", "on": "Sudmark"},
        "talk": {"of": ["Norland", "Sudmark"]},
    }
    events = told(
        *(
            statement(lemma, kind, text=text, date="2025-10-11", at="Varn", **roles.get(lemma, {"on": _victims(text)}))
            for text in (one, other)
        )
    )
    assert len(events) == count


def _victims(text):
    return next((word for word in ("miners", "nurses") if word in text), ())


def test_a_stay_that_is_counted_takes_in_what_tells_of_it_while_it_may_last():
    sides = {"of": ["Norland", "Sudmark"], "at": "Varn"}
    second = statement("round", "consult", series="2", date="2025-10-25", **sides)
    late = statement("round", "consult", series="3", date="2025-11-20", **sides)
    vague = statement("round", "consult", date="[2025-10-11..2025-10-29]", **sides)
    assert len(told(second, vague)) == 1
    assert len(told(late, vague)) == 2


def test_a_surname_is_a_person_and_two_persons_of_one_surname_are_two():
    people = [Actor(name, ActorKind.PERSON) for name in ("Ada Holm", "Holm", "Ulf Holm")]
    full, short, other = (
        replace(statement(date="2025-10-11"), roles=(Role(one, RoleName.AGENT),), context=CONTEXT) for one in people
    )
    assert len(told(full, short)) == 1
    assert len(told(full, other)) == 2
    assert len(told(full, short, other)) == 3


@pytest.mark.parametrize(("before", "count"), [("They came after the", 1), ("They called for the", 2)])
def test_the_day_of_a_call_is_not_that_of_what_is_called_for(before, count):
    first = replace(statement(**ATTACK, at="Mirton"), context=CONTEXT)
    assert len(told(first, around(before, "there.", at="Mirton", date="2025-10-11"))) == count


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [("Then the", "there.", 1), ("Then an earlier", "there.", 2), ("Then the", "there over another matter.", 2)],
)
def test_another_one_of_the_same_text_is_told_apart(before, after, count):
    later = around(before, after, at="Mirton", date="[..2025-10-20]", basis="published")
    assert len(merge([evidence(statement(**ATTACK, at="Mirton")), evidence(later, number=1)])) == count


@pytest.mark.parametrize(("sieve", "count"), [("course", 1), ("connective", 2)])
def test_what_is_only_told_next_may_be_told_again(sieve, count):
    after = Link(Relation.AFTER, 0, "then", sieve)
    again = pointing("Then the", lemma="assault", date="[..2025-10-12]", basis="published", links=(after,))
    texts = readings((statement(**ATTACK), again), (0, 1))
    assert len(merge([evidence(one.statement, number=number) for number, one in enumerate(texts)])) == count


def test_a_relative_pronoun_does_not_point_back():
    assert not is_definite(around("It was a bomb that", "nine.", lemma="kill"))
    assert is_definite(around("They spoke of the last", "there.", lemma="attack"))


def test_days_of_a_stay_are_one_with_it():
    sides = {"of": ["Norland", "Sudmark"], "at": "Varn"}
    days = [statement("talk", "consult", date=day, **sides) for day in ("2025-10-18", "2025-10-21")]
    assert len(told(*days)) == 2
    assert len(told(*days, statement("talk", "consult", date="2025-10-18/2025-10-22", **sides))) == 1


def test_a_state_alone_is_no_plain_sign_of_what_nothing_dates():
    vague = {"date": "[..2025-10-20]", "basis": "published"}
    assert len(told(statement("raid", by="Norland", **vague), statement("bomb", by="Norland", **vague))) == 2
    assert len(told(statement("raid", by="Ada Holm", **vague), statement("bomb", by="Ada Holm", **vague))) == 1


def test_people_who_may_be_anybody_say_nothing():
    people, nurses = ((Role(Actor(name, ActorKind.PEOPLE), RoleName.TARGET),) for name in ("people", "nurses"))
    vague = statement("arrest", "coerce", date="[..2025-10-20]", basis="published")
    dated = statement("arrest", "coerce", date="2025-10-18")
    assert len(told(replace(dated, roles=people), replace(vague, roles=people))) == 2
    known = [replace(one, roles=nurses, context=("ada holm", "mirton")) for one in (dated, vague)]
    assert len(told(*known)) == 1
