"""What speaks for one happening and what against it is weighed."""

from dataclasses import replace
from datetime import date

import pytest

from tests.making import ATTACK, TOLD_LATER, evidence, pointing, statement, told, toll, when
from timeline.chronology import contradict, merge
from timeline.chronology.bonds import bonds_among
from timeline.chronology.hint import hint
from timeline.chronology.known import editions
from timeline.chronology.parting import differ
from timeline.chronology.profile import profile
from timeline.chronology.story import story
from timeline.chronology.window import window
from timeline.model import edtf
from timeline.model.statement import Quantity

FIRST_DAY = date(2025, 10, 20).toordinal()
STRIKE = {"lemma": "strike", "by": "Norland", "date": "[..2025-10-20]", "basis": "published"}


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        pytest.param(ATTACK, ATTACK | TOLD_LATER | {"lemma": "raid"}, 1, id="who and whom, in another word, as known"),
        pytest.param(ATTACK, STRIKE, 2, id="a word that is of another family, too"),
        pytest.param(ATTACK | {"at": "Mirton"}, TOLD_LATER | {"at": "Mirton"}, 1, id="the word and the place"),
        pytest.param(ATTACK | {"at": "Mirton"}, TOLD_LATER | {"at": "Sund"}, 2, id="the word and another place"),
        pytest.param(
            ATTACK | {"quantities": toll(40)}, TOLD_LATER | {"at": "Mirton", "quantities": toll(12)}, 2, id="too few"
        ),
        pytest.param(
            ATTACK | {"lemma": "sue", "kind": "accuse"}, ATTACK | {"lemma": "suit", "kind": "legal"}, 1, id="two types"
        ),
        pytest.param(
            ATTACK | {"lemma": "sue", "kind": "accuse"}, ATTACK | {"lemma": "trial", "kind": "legal"}, 2, id="no family"
        ),
    ],
)
def test_what_most_speaks_for_is_one(one, other, count):
    assert len(told(statement(**one), statement(**other))) == count


def test_what_as_much_speaks_for_as_for_another_stands_alone():
    here, there = statement(**ATTACK, at="Mirton"), statement(**(ATTACK | {"date": "2025-10-15"}), at="Mirton")
    vague = statement(**(ATTACK | TOLD_LATER), at="Mirton")
    assert len(told(here, there, vague)) == 3


def test_what_many_tell_is_meant_and_not_what_one_tells_that_differs():
    here, there = statement(**ATTACK, at="Mirton"), statement(**(ATTACK | {"date": "2025-10-15"}), at="Mirton")
    vague = statement(**(ATTACK | TOLD_LATER), at="Mirton")
    assert sorted(len(event.evidence) for event in told(here, here, there, vague)) == [1, 1, 2]
    assert sorted(len(event.evidence) for event in told(here, here, here, there, vague)) == [1, 4]


@pytest.mark.parametrize(
    ("names", "is_one"),
    [
        (("world assembly", "mirton"), True),
        (("world assembly", "sund"), False),
        (("west norland police", "sund"), True),
        (("west norland police", "sund", "ada holm", "port sayre"), False),
    ],
)
def test_what_may_be_long_ago_is_looked_for_in_texts_that_share_more_than_a_body(names, is_one):
    dated = statement(**ATTACK, context=("world assembly", "mirton", "west norland police"))
    recalled = statement(**(ATTACK | TOLD_LATER), context=names)
    assert len(told(dated, recalled)) == (1 if is_one else 2)


QUIT = {"kind": "appointment", "by": ["Ada Holm"], "date": "2025-10-14"}
AWAY = "left her post at the port authority"


@pytest.mark.parametrize(
    ("more", "count"),
    [
        pytest.param({}, 1, id="of that day"),
        pytest.param({"date": "2025-10-15"}, 2, id="of the next"),
        pytest.param({"kind": "retreat"}, 2, id="of another type"),
        pytest.param({"by": ["Ida Lund"]}, 2, id="of somebody else"),
        pytest.param({"by": (), "text": "The port authority lost its head when she left."}, 1, id="of a thing in both"),
        pytest.param({"by": (), "text": "She left."}, 2, id="of nothing that is in both"),
    ],
)
def test_the_like_of_one_day_is_one_in_other_words_too(more, count):
    first = statement("stepped", **QUIT, text="Ada Holm stepped down at the port authority.")
    other = statement("left", **(QUIT | {"text": f"Ada Holm {AWAY}."} | more))
    assert len(told(*(replace(one, context=("ada holm", "mirton")) for one in (first, other)))) == count


@pytest.mark.parametrize(
    ("before", "text", "published", "count"),
    [
        pytest.param("2025-10-20", "Ada Holm sold flats.", "2025-11-03", 1, id="two weeks later"),
        pytest.param("2025-10-20", "Ada Holm sold flats.", "2026-06-03", 2, id="months later"),
        pytest.param(
            "2025-10-20", "Ada Holm has sold some waterside flats to pension funds.", "2026-06-03", 1, id="again"
        ),
    ],
)
def test_what_is_told_long_after_is_the_same_only_in_the_same_words(before, text, published, count):
    sold = {"kind": "business", "by": ["Ada Holm"], "basis": "published", "start": 200}
    first = statement(
        "sold", **sold, date=f"[..{before}]", text="Ada Holm sold waterside flats to three pension funds."
    )
    later = statement("sold", **sold, date=f"[..{published}]", text=text)
    assert len(told(*(replace(one, context=("ada holm", "mirton")) for one in (first, later)))) == count


FINED = {"kind": "legal", "on": ["Delmar Energy"], "date": "2014"}


def money(low):
    return (Quantity("money", low, low, low, "USD", f"${low:g}"),)


@pytest.mark.parametrize(
    ("more", "count"),
    [
        pytest.param({}, 1, id="the same sum"),
        pytest.param({"quantities": money(500000)}, 2, id="another sum"),
        pytest.param({"by": ["Corvane Foods"]}, 2, id="another payer"),
        pytest.param({"date": "2012"}, 2, id="another year"),
        pytest.param({"kind": "request"}, 2, id="only asked for"),
    ],
)
def test_one_sum_of_one_payer_is_one_payment_whatever_it_is_called(more, count):
    paid = {"kind": "business", "by": ["Delmar Energy"], "date": "2014", "quantities": money(340000)} | more
    statements = statement("fine", **FINED, quantities=money(340000)), statement("pay", **paid)
    assert len(told(*(replace(one, context=("delmar energy", "port sayre")) for one in statements))) == count


@pytest.mark.parametrize(("claimed", "count"), [((), 2), (("the union",), 1)])
def test_two_sums_of_one_text_are_two_payments_unless_another_gives_the_second(claimed, count):
    paid = {"kind": "business", "by": ["Delmar Energy"], "date": "2014"}
    first = statement("pay", **paid, quantities=money(340000))
    other = statement("pay", **paid, quantities=money(500000), claimed=claimed, start=200)
    assert len(merge([evidence(first), evidence(other, number=1)])) == count


def test_half_a_continent_is_no_other_place():
    named, vast = statement(**ATTACK, at="Mirton"), statement(**ATTACK, at="East Africa")
    assert len(told(named, vast)) == 1


def test_within_a_text_what_is_new_is_another_and_so_is_what_the_sentence_tells_beside():
    first = statement(**ATTACK)
    new = pointing("Then a", **(ATTACK | TOLD_LATER))
    beside = replace(statement(**(ATTACK | TOLD_LATER)), trigger=replace(first.trigger, start=50, end=56))
    for other in (new, beside):
        assert len(merge([evidence(first), evidence(other, number=1, by=0)])) == 2
    known = pointing("Then the", **(ATTACK | TOLD_LATER))
    assert len(merge([evidence(first), evidence(known, number=1)])) == 1


def test_happenings_with_names_of_their_own_are_known_by_them():
    ada, bea = (
        replace(pointing("Then Cyclone", lemma=name, kind="disaster", **TOLD_LATER), lemma="cyclone")
        for name in ("Ada", "Bea")
    )
    assert len(told(ada, ada, bea)) == 2


def test_windows_bound_where_to_look():
    assert window(when("2025-10-11")) == (edtf.day(2025, 10, 11).start_earliest,) * 2
    first, last = window(when("[..2025-10-29]", "published"))
    assert last - first == 31
    first, last = window(when("[2025-10-29..]", "published"))
    assert last - first == 31
    first, last = window(when("2025"))
    assert last - first == 364
    assert window(when("2024/2025")) is None
    assert window(when("XXXX-10-11")) is None


def test_what_two_exclude_is_worked_out_once_for_all_days_on_which_it_was_known():
    contradict.excludes_as_deed.cache_clear()
    texts = [evidence(statement(**ATTACK), text=str(n), published=f"2025-10-2{n}") for n in range(6)]
    known = bonds_among(texts)
    merged = merge(texts, bonds=known)
    compared = contradict.excludes_as_deed.cache_info().misses
    list(editions(texts, merged, known, since=FIRST_DAY))
    assert contradict.excludes_as_deed.cache_info().misses == compared


@pytest.mark.parametrize(
    ("beside", "is_other"),
    [
        pytest.param({"date": "[2025-10-20..2025-10-21]", "basis": "ordered"}, False, id="by the order of telling"),
        pytest.param({"date": "2025-10-20"}, True, id="on a day of its own"),
        pytest.param({"date": "2025-10-11", "by": "Estria"}, True, id="by somebody else"),
    ],
)
def test_groups_that_tell_one_day_differ_by_other_people_and_days_of_their_own(beside, is_other):
    known = statement("raid", by="Norland", at="Mirton", date="2025-10-11", context=("norland",))
    again = statement("bomb", **({"by": "Norland", "context": ("norland",)} | beside))
    group = [profile(evidence(known, text="a")), profile(evidence(again, text="b"))]
    assert differ(group, [profile(evidence(known, text="c"))]) is is_other


@pytest.mark.parametrize(
    ("shared", "is_one"),
    [
        pytest.param(("helen birch", "leeds"), True, id="a person and a town"),
        pytest.param(("oldham", "leeds"), False, id="two towns"),
        pytest.param(("helen birch",), False, id="a person"),
    ],
)
def test_two_names_make_a_story_of_long_texts_where_one_is_of_several_words(shared, is_one):
    one, other = story((*shared, "york", "hull", "selby")), story((*shared, "kyoto", "osaka", "nara"))
    assert one.is_same(other) is is_one


def test_a_blow_of_another_kind_says_nothing_against_what_happens_but_once():
    told_of = {
        "text": "The sink of the boat.",
        "headline": "The sink of the boat",
        "context": ("norby", "ada holm", "ilmen"),
    }
    sunk = statement("sink", on="Norby", date="2025-10-11", **told_of)
    blows = [statement(word, on="Norby", date="2025-10-11", context=told_of["context"]) for word in ("attack", "shell")]
    group = [profile(evidence(one, text=name)) for one, name in zip((sunk, *blows), "abc", strict=True)]
    recalled = statement("sink", "accident", date="2025-10-11", **told_of)
    assert not differ(group, [profile(evidence(recalled, text="d"))])


def test_what_is_told_not_to_be_hints_at_nothing_that_was():
    """'The talks ended without an agreement.'"""
    raid = {"lemma": "raid", "by": "Norland", "context": ("helen birch", "leeds")} | TOLD_LATER
    one, other = (profile(evidence(statement(**raid), text=name)) for name in "ab")
    missing = profile(evidence(statement(**raid, status="negated"), text="b"))
    assert hint(one, other) > 0
    assert hint(one, missing) == 0
