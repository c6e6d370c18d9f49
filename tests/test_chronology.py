"""A text goes on about what it told, and says itself what is another."""

from dataclasses import replace

import pytest

from tests.making import around, evidence, link, statement, told, when
from timeline.chronology import merge
from timeline.chronology.dating import merge_dates
from timeline.chronology.families import families
from timeline.chronology.order import TOLLS
from timeline.chronology.wording import counted, is_definite, is_other, is_sought, is_sum
from timeline.chronology.wording import lemma as lemma_of
from timeline.lexicon import rows
from timeline.model.statement import Actor, ActorKind, Place, Role, RoleName, Trigger

TOLD_ON = {"date": "[..2025-10-29]", "basis": "published"}


def text_of(*statements):
    """How many Events these Statements of one text are, told in this order, each in a sentence of its own."""
    placed = [
        replace(
            one, start=200 * n, end=200 * n + 90, trigger=replace(one.trigger, start=200 * n + 20, end=200 * n + 26)
        )
        for n, one in enumerate(statements)
    ]
    return len(merge([evidence(one, number=number) for number, one in enumerate(placed)]))


@pytest.mark.parametrize(
    ("later", "count"),
    [
        pytest.param({"lemma": "kill", "text": "Six soldiers were killed."} | TOLD_ON, 1, id="whom it hit"),
        pytest.param(
            {"lemma": "kill", "text": "Rebels killed six.", "by": "Estria"} | TOLD_ON, 2, id="by somebody else"
        ),
        pytest.param({"lemma": "kill", "text": "Six were killed.", "at": "Sund"} | TOLD_ON, 2, id="elsewhere"),
        pytest.param({"lemma": "kill", "text": "Six were killed.", "date": "2025-10-13"}, 2, id="on another day"),
        pytest.param({"lemma": "strike", "text": "A strike shut six mines."} | TOLD_ON, 2, id="another word"),
        pytest.param(
            {"lemma": "raid", "text": "Estria denied any raid.", "status": "denied", "claimed": ["Estria"]} | TOLD_ON,
            1,
            id="denied",
        ),
        pytest.param({"lemma": "raid", "text": "There came one more raid."} | TOLD_ON, 2, id="said by nobody else"),
    ],
)
def test_victims_and_denials_that_a_text_tells_next_are_of_what_it_told(later, count):
    attack = statement("attack", text="Gunmen made an attack.", at="Mirton", date="2025-10-11")
    assert text_of(attack, statement(**later)) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("The attack at the Orla bridge was on Sunday and not on Saturday.", 1),
        ("The attack at the Orla bridge was on Sunday and not on Friday.", 2),
        ("Correction: the attack at the Orla bridge was on Sunday.", 1),
        ("The attack at the Orla bridge was on Sunday.", 2),
    ],
)
def test_a_day_that_is_corrected_is_of_the_same_and_no_dispute_of_one_outlet(words, count):
    first = statement(text="The attack at the Orla bridge was on Saturday.", at="Mirton", date="2025-10-11")
    second = statement(text=words, at="Mirton", date="2025-10-12")
    elsewhere = told(first, second)
    own = merge([replace(evidence(one, text=str(n)), address=f"http://a/{n}") for n, one in enumerate((first, second))])
    for events in (elsewhere, own):
        assert len(events) == count
        assert max(event.when.span.edtf for event in events) == "2025-10-12"
    assert not any(event.disputed for event in own)
    assert [event.disputed for event in elsewhere] == ([True] if count == 1 else [False, False])


@pytest.mark.parametrize(
    ("name", "count"), [("League", 1), ("Coastal", 1), ("Coastal League", 1), ("Inland League", 2), ("Front", 2)]
)
def test_a_body_may_be_called_by_a_part_of_its_name(name, count):
    full, short = (Role(Actor(one, ActorKind.ARMED_GROUP), RoleName.AGENT) for one in ("Coastal League", name))
    attack = statement(at="Mirton", date="2025-10-11")
    assert len(told(replace(attack, roles=(full,)), replace(attack, roles=(short,)))) == count


def test_what_one_says_next_is_another_saying():
    says = {"lemma": "say", "kind": "statement", "by": "Norland", "date": "2025-10-11"}
    first = statement(**says, text="Norland did say that the valley harvest failed.")
    assert text_of(first, statement(**says, text="Norland did also say that the valley roads are closed.")) == 2
    assert len(told(first, statement(**says, text="The harvest in the valley failed, Norland did say."))) == 1


def test_what_another_text_says_without_telling_who_is_anybodys_saying():
    said = {"lemma": "condemn", "kind": "accuse", "on": "Sudmark", "text": "They did condemn the raid on the school."}
    known, unknown = statement(**said, by="Norland", date="2025-10-11"), statement(**said | TOLD_ON)
    assert len(told(known, unknown)) == 2
    assert len(told(known, statement(**said | TOLD_ON, by="Norland"))) == 1


@pytest.mark.parametrize("words", ["Another man was", "Two more suspects who had been", "Other guards have been"])
def test_one_more_is_told_to_be_another(words):
    for opening, wanted in ((words, True), ("Two suspects more famous than most were", False)):
        trigger = Trigger("arrested", len(opening) + 1, len(opening) + 9)
        assert is_other(statement("arrest", "coerce", text=f"{opening} arrested.", trigger=trigger)) is wanted


def test_marches_that_name_nobody_are_of_one_day_or_two():
    march = {"lemma": "march", "kind": "protest", "at": "Mirton", "text": "Nurses did march with drums."}
    assert len(told(statement(**march, date="2025-10-11"), statement(**march, date="2025-10-11"))) == 1
    undated = march | {"lemma": "rally", "text": "Bakers held a rally."}
    assert len(told(statement(**march, date="2025-10-11"), statement(**undated | TOLD_ON))) == 2
    known = undated | {"lemma": "march", "text": "The march was led by nurses with drums.", "at": None}
    assert len(told(statement(**march, date="2025-10-11"), statement(**known | TOLD_ON))) == 2


def test_a_blow_at_two_places_was_at_each():
    both = {
        "lemma": "blast",
        "at": "Port Vale",
        "text": "The blast shook Port Vale, Norland, and Mirton.",
        "date": "2025-10-11",
    }
    one = both | {"at": "Mirton", "text": "There was a blast in Mirton."}
    assert len(told(statement(**both), statement(**one))) == 1
    assert len(told(statement(**both), statement(**one | {"at": "Sund", "text": "In Sund there was a blast."}))) == 2


def test_the_state_where_a_blow_was_is_no_other_target():
    def blast(target, country):
        hit = (Role(Actor(target, ActorKind.STATE, country), RoleName.TARGET),)
        return replace(statement("blast", date="2025-10-11", roles=hit), place=Place("Lima", "PE", -12.0, -77.0))

    assert len(told(blast("Chile", "CL"), blast("Peru", "PE"))) == 1
    assert len(told(blast("Chile", "CL"), blast("Bolivia", "BO"))) == 2


def test_a_place_that_only_the_sentences_before_give_parts_nothing_that_is_like():
    shot = {"lemma": "shoot", "on": "Ada Holm", "date": "2025-10-11", "text": "Ada Holm was shoot dead in Mirton."}
    retold = shot | {"text": "Ada Holm was shoot on October 11.", "at": "Sund"}
    assert len(told(statement(**shot, at="Mirton"), statement(**retold))) == 1
    assert len(told(statement(**shot, at="Mirton"), statement(**retold | {"text": "In Sund Ada Holm was shoot."}))) == 2


def test_an_official_may_be_whoever_is_named():
    def shot(*who):
        return statement("shoot", text="They shoot the minister at home.", date="2025-10-11", at="Mirton", roles=who)

    official = Role(Actor("Sudmark's finance minister", ActorKind.PERSON, "SD", "Sudmark"), RoleName.TARGET)
    troops = Role(Actor("Sudmark's soldiers", ActorKind.PEOPLE, "SD", "Sudmark"), RoleName.TARGET)
    named = Role(Actor("Ada Holm", ActorKind.PERSON), RoleName.TARGET)
    assert len(told(shot(official), shot(named))) == 1
    assert len(told(shot(troops), shot(named))) == 2


@pytest.mark.parametrize(("is_told", "count"), [(True, 1), (False, 2)])
def test_what_one_text_calls_a_kidnapping_and_an_attack_is_both_in_others(is_told, count):
    day = {"on": "Norland", "at": "Mirton", "date": "2025-10-11"}
    seized = day | {"lemma": "kidnap", "kind": "coerce", "text": "Gunmen kidnap nine in an attack in Mirton."}
    attack = day | {
        "text": "Gunmen kidnap nine in an attack in Mirton.",
        "links": (link("same", 0),) if is_told else (),
    }
    first = [evidence(statement(**seized), number=0), evidence(statement(**attack), number=1, by=0)]
    others = [evidence(statement(**day, text="The attack was in Mirton."), text=text) for text in "bc"]
    assert len(merge([*first, *others])) == count


@pytest.mark.parametrize(("words", "count"), [("", 1), (" of the plane", 2), (" of the camp", 1)])
def test_what_is_said_to_be_of_another_thing_points_to_nothing(words, count):
    raid = statement("raid", "coerce", text="Soldiers raid a camp.", date="2025-10-11")
    later = statement("seizure", "coerce", text=f"They denied the seizure{words}.", start=30, **TOLD_ON)
    assert len(merge([evidence(raid, number=0), evidence(later, number=1)])) == count


def test_those_killed_point_back():
    assert is_definite(around("Of those", "in it nine were nurses.", lemma="kill"))
    assert is_definite(around("A stone was set for those who were", "that day.", lemma="kill"))
    assert not is_definite(around("It", "nine people.", lemma="kill"))


def test_a_noun_of_a_month_points_back():
    assert is_definite(around("They still mourn the dead of April’s", "in the delta.", lemma="flood"))
    assert not is_definite(around("They mourned in April", "in the delta.", lemma="flood"))


def test_what_is_counted_in_some_time_is_several():
    assert is_sum(around("Police said that four", "in a week had killed nine.", lemma="attack"))
    assert is_sum(around("It was hit by three", "within the past two months.", lemma="attack"))
    assert not is_sum(around("Police said that four", "in the port had killed nine.", lemma="attack"))
    assert not is_sum(around("It was the fourth", "in a week.", lemma="attack"))


def test_what_is_brought_back_is_not_rescued():
    assert families(lemma_of(around("They were to", "back by plane.", lemma="bring", kind="aid")), "aid") != families(
        "bring", "aid"
    )


def test_what_is_told_also_or_again_in_a_text_is_another():
    sent = {"lemma": "send", "kind": "aid", "by": "Norland", "date": "2025-10-11"}
    one, more = (
        statement(**sent, text=text, start=start)
        for text, start in (("Norland send tents.", 0), ("It did also send rice.", 30))
    )
    assert len(merge([evidence(one, number=0), evidence(more, number=1)])) == 2


@pytest.mark.parametrize(("basis", "count"), [("ordered", 1), ("resolved", 2)])
def test_days_by_order_do_not_part_what_most_texts_tell(basis, count):
    blast = {"lemma": "blast", "at": "Mirton", "text": "The blast in Mirton was heard in Port Vale."}
    retold = [
        evidence(statement(**blast, date="2025-10-16", basis=basis), text="late", number=0),
        evidence(statement(**blast | TOLD_ON, links=(link("same", 0),)), text="late", number=1),
    ]
    texts = [evidence(statement(**blast, date="2025-10-11"), text=str(number)) for number in range(4)]
    assert len(merge([*texts, *retold])) == count


@pytest.mark.parametrize(("last", "count"), [("2025-10-15", 2), ("2025-10-25", 1), ("2025-10-29", 1)])
def test_a_text_of_before_the_day_tells_of_another(last, count):
    blast = {"lemma": "blast", "at": "Mirton", "text": "The blast in Mirton was heard in Port Vale."}
    dated = evidence(statement(**blast, date="2025-10-26"), text="dated")
    vague = [evidence(statement(**blast | TOLD_ON), text=str(number)) for number in range(7)]
    early = evidence(statement(**blast | TOLD_ON | {"date": f"[..{last}]"}), text="early")
    assert len(merge([dated, *vague, early])) == count


def test_the_tolls_of_scripts_are_rows():
    assert {row["because"] for row in rows("scripts")} >= TOLLS


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("It was the second", "there in ten years.", None),
        ("It was the third", "in the country since 1990.", None),
        ("At the second", "of the envoys nothing was agreed.", "2"),
    ],
)
def test_one_that_is_counted_over_years_is_no_round(before, after, count):
    assert counted(around(before, after)) == count


@pytest.mark.parametrize(
    ("lemma", "kind", "sought"),
    [("verdict", "legal", False), ("election", "election", True), ("attack", "assault", False)],
)
def test_what_is_called_a_farce_is_not_called_for(lemma, kind, sought):
    assert is_sought(around("Vidal called the", "a farce.", lemma=lemma, kind=kind)) is sought


def test_power_that_is_seized_is_a_coup():
    seizes = around("Troops had to", "power at dawn.", lemma="seize", kind="coerce")
    assert families(lemma_of(seizes), "coerce") >= families("coup", "coerce")
    assert lemma_of(around("Troops had to", "the port.", lemma="seize", kind="coerce")) == "seize"


def test_no_day_follows_from_what_one_report_tells_as_done_and_as_to_come():
    told, _ = merge_dates([when("[..2026-09-02]", "published"), when("[2026-09-02..]", "published")])
    assert str(told.span) == "[..2026-09-02]"
    later, _ = merge_dates([when("[..2026-09-09]", "published"), when("[2026-09-02..]", "published")])
    assert str(later.span) == "[2026-09-02..2026-09-09]"
