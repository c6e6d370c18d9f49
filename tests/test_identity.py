"""Who is one actor: by names alone, and kept, in whatever order texts come; what people decide goes over it."""

import datetime
import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import document, statement
from tests.test_as_of import empty, fresh  # noqa: F401
from timeline import ingest, naming
from timeline.chronology.identity import identified, keys
from timeline.errors import InputError, MergedError, NotFoundError
from timeline.model.appearance import Appearance
from timeline.model.filters import Filters
from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.store.people import find_actors, get_actor
from timeline.store.queries import data_version, find_changes, find_events, get_event
from timeline.store.roster import find_rulings

PERSON, STATE, UNKNOWN = ActorKind.PERSON, ActorKind.STATE, ActorKind.UNKNOWN
BODY, FIRM, ARMED = ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.ARMED_GROUP

NAMES = [
    ("Mohsin Naqvi", PERSON, "PK"), ("Syed Mohsin Naqvi", PERSON, "PK"), ("Mr Naqvi", PERSON, None), ("Naqvi", UNKNOWN, None),
    ("Shehbaz Sharif", PERSON, "PK"), ("Nawaz Sharif", PERSON, "PK"), ("Sharif", PERSON, "PK"),
    ("Turkey", STATE, "TR"), ("Türkiye", STATE, "TR"),
    ("IAEA", BODY, None), ("International Atomic Energy Agency", BODY, None), ("the I.A.E.A.", UNKNOWN, None),
    ("Halden Robotics Inc.", FIRM, "NO"), ("Halden Robotics", UNKNOWN, None), ("Georgia", STATE, "GE"), ("Georgia", PERSON, None),
    ("Georgia", UNKNOWN, None), ("negotiators", ActorKind.PEOPLE, None),
]  # fmt: skip
ONE = [
    {"Mohsin Naqvi", "Syed Mohsin Naqvi", "Mr Naqvi", "Naqvi"}, {"Shehbaz Sharif"}, {"Nawaz Sharif"}, {"Sharif"},
    {"Turkey", "Türkiye"}, {"IAEA", "International Atomic Energy Agency", "the I.A.E.A."},
    {"Halden Robotics Inc.", "Halden Robotics"}, {"Georgia"}, {"Georgia"}, {"Georgia"}, {"negotiators"},
]  # fmt: skip
CLEAR = [group for group in ONE if group != {"Georgia"}]


def seen(*names):
    return [Appearance(number, *each) for number, each in enumerate(names)]


def one(names):
    return sorted(sorted(one.name for one in group) for group in identified(names))


def test_names_of_one_actor_are_one_and_others_are_not():
    assert one(seen(*NAMES)) == sorted(sorted(group) for group in ONE)


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        ([("Ali Larijani", PERSON, "IR"), ("Ali Ardeshir Larijani", PERSON, "IR")], 1),
        ([("John F. Kennedy", PERSON), ("John Fitzgerald Kennedy", PERSON), ("John Kennedy", PERSON)], 1),
        ([("Masoud Alavi", PERSON, "IR"), ("Massoud Alavi", PERSON, "IR")], 1),
        ([("Masoud Alavi", PERSON, "IR"), ("Massoud Alavi", PERSON, "AF")], 2),
        ([("Daniel Berg", PERSON, "NO"), ("Daniela Berg", PERSON, "NO")], 2),
        ([("Anna Berg", PERSON, "NO"), ("Berg", PERSON, "SE")], 2),
        ([("Anna Berg", PERSON), ("Anna Dahl", PERSON)], 2),
        ([("Ada Mary Berg", PERSON), ("Eva Mary Berg", PERSON), ("Mary Berg", PERSON)], 3),
        ([("Red Hand", ARMED), ("The Red Hand", BODY), ("Red Hand", UNKNOWN)], 1),
        ([("Red Hand", ARMED), ("Red Hand", PERSON), ("Red Hand", UNKNOWN)], 3),
        ([("WTA", BODY), ("World Trade Association", BODY), ("World Tennis Academy", BODY)], 3),
        ([("Wta", PERSON), ("World Trade Association", BODY)], 2),
        ([("gunmen", UNKNOWN), ("gunmen", ActorKind.PEOPLE)], 2),
        ([("Sea Bank plc", FIRM), ("Sea Bank Ltd", FIRM), ("Sea Bank", BODY)], 1),
        ([("Bank", FIRM), ("Sea Bank", FIRM)], 2),
    ],
)
def test_what_is_sure_is_joined_and_nothing_else(names, groups):
    assert len(identified(seen(*names))) == groups


def test_the_best_name_comes_first():
    best = {group[0].name for group in identified(seen(*NAMES))}
    assert {"Syed Mohsin Naqvi", "International Atomic Energy Agency"} <= best


def test_a_body_that_a_text_calls_by_another_name_is_that():
    fund = Appearance(1, "Northern Relief Fund", BODY, aliases=("the Fund for the North",))
    assert len(identified([fund, Appearance(2, "Fund for the North", BODY)])) == 1


def test_those_that_are_one_share_a_key():
    """What is looked up by keys is all that can be the same, so the archive need not be read."""
    for group in identified(seen(*NAMES)):
        reached, found = {group[0].serial}, keys(group[0])
        for _ in group:
            for other in group:
                if keys(other) & found:
                    reached.add(other.serial)
                    found |= keys(other)
        assert reached == {each.serial for each in group}


@given(st.permutations(range(len(NAMES))))
def test_the_order_of_names_does_not_matter(order):
    names = seen(*NAMES)
    expected = [[each.serial for each in group] for group in identified(names)]
    assert [[each.serial for each in group] for group in identified([names[n] for n in order])] == expected


# --- kept


def tell(store, number, name, kind=UNKNOWN, country=None, **more):
    """A text in which somebody of that name does something of its own."""
    told = statement(
        "visit", "consult", text=f"A visit of text {number}.", date=f"2025-{1 + number % 12:02}-01", at="Sund"
    )
    somebody = Actor(name, kind, country, **more)
    object.__setattr__(told, "roles", (Role(somebody, RoleName.AGENT),))
    return ingest.record(store, document(told.sentence, url=f"http://made.up/{number}"), [told])


def cast(store):
    """Every actor's names with the numbers of its events, without ids."""
    return sorted(
        (each["name"], each["kind"], tuple(each["aliases"]), each["events"])
        for each in find_actors(store, limit=500).items
    )


def named(store, name):
    return next(each for each in find_actors(store, limit=500).items if name in (each["name"], *each["aliases"]))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_in_whatever_order_texts_come_the_actors_are_the_same(empty, tmp_path_factory, seed):  # noqa: F811
    numbers = list(range(len(NAMES)))
    casts = []
    for order in (numbers, random.Random(seed).sample(numbers, len(numbers))):
        with fresh(empty, tmp_path_factory.mktemp("cast"), "a") as store:
            for number in order:
                tell(store, number, *NAMES[number])
            casts.append(cast(store))
            for event in find_events(store, Filters(), limit=500).events:
                for each in event["actors"]:
                    assert get_actor(store, each["id"])  # stands for itself
    assert casts[0] == casts[1]
    assert [{name, *aliases} for name, _, aliases, _ in casts[0] if name == "Syed Mohsin Naqvi"] == [ONE[0]]


def test_a_fuller_name_takes_the_id_over_and_the_old_one_leads_there(store):
    tell(store, 1, "Naqvi", PERSON)
    old = named(store, "Naqvi")["id"]
    before = data_version(store)
    tell(store, 2, "Mohsin Naqvi", PERSON, "PK")
    new = named(store, "Mohsin Naqvi")
    assert (new["aliases"], new["events"]) == (["Naqvi"], 2)
    with pytest.raises(MergedError) as caught:
        get_actor(store, old)
    assert caught.value.into == new["id"]
    for asked in (old, new["id"], "naqvi", "MOHSIN NAQVI"):
        assert len(find_events(store, Filters(actor=(asked,))).rows) == 2
    assert {each["id"] for event in find_events(store, Filters()).events for each in event["actors"]} == {new["id"]}
    assert {change["action"] for change in find_changes(store, since=before)} == {"created", "updated"}


MINISTRY, GOVERNMENT = "Ministry of Defence", ActorKind.GOVERNMENT


def test_organs_of_two_states_with_one_name_are_two_and_police_too(store):
    for number, (name, country) in enumerate([(MINISTRY, "PK"), (MINISTRY, "AF"), ("police", "PK"), ("police", "NO")]):
        tell(store, number, name, GOVERNMENT, country)
    found = find_actors(store, limit=500).items
    assert sorted((one["name"], one["country"], one["events"]) for one in found) == [
        (MINISTRY, "AF", 1), (MINISTRY, "PK", 1), ("police", "NO", 1), ("police", "PK", 1),
    ]  # fmt: skip
    told = find_events(store, Filters(actor=(MINISTRY,))).events
    assert len({event["actors"][0]["id"] for event in told}) == len(told) == 2


@pytest.mark.parametrize("order", list(itertools.permutations([None, "PK", "AF"])))
def test_an_organ_of_no_known_state_is_that_of_the_only_one_as_long_as_there_is_one(store, order):
    for number, country in enumerate(order):
        tell(store, number, MINISTRY, GOVERNMENT, country)
        told = set(order[: number + 1])
        assert len(cast(store)) == len(told) - (None in told and len(told) == 2)


def test_a_second_one_of_the_name_parts_what_was_joined(store):
    for number, name in enumerate(["Sharif", "Shehbaz Sharif", "Nawaz Sharif"]):
        tell(store, number, name, PERSON, "PK")
        expected = [1, 1, 3][number]
        assert len(find_actors(store).items) == expected
    assert len(find_events(store, Filters(actor=("Shehbaz Sharif",))).rows) == 1


def test_one_actor_under_two_names_is_once_in_an_event(store):
    told = statement("visit", "consult", text="A visit.", date="2025-01-01", at="Sund")
    both = [Role(Actor("Mohsin Naqvi", PERSON, "PK"), RoleName.AGENT), Role(Actor("Naqvi", PERSON), RoleName.AGENT)]
    object.__setattr__(told, "roles", tuple(both))
    ingest.record(store, document("A visit.", url="http://a"), [told])
    (event,) = find_events(store, Filters()).events
    assert [each["name"] for each in event["actors"]] == ["Mohsin Naqvi"]
    assert named(store, "Naqvi")["events"] == 1


def test_two_who_turn_out_to_be_one_are_once_in_an_event_told_before(store):
    told = statement("visit", "consult", text="A visit.", date="2025-01-01", at="Sund")
    firms = [Actor(name, ActorKind.COMPANY) for name in ("Acme", "Blue Works")]
    both = replace(told, roles=tuple(Role(firm, RoleName.AGENT) for firm in firms))
    ingest.record(store, document("A visit.", url="http://a"), [both])
    known = replace(told, roles=(Role(replace(firms[0], aliases=("Blue Works",)), RoleName.AGENT),))
    ingest.record(store, document("A sale.", url="http://b"), [replace(known, lemma="sell", type="business")])
    assert {len(event["actors"]) for event in find_events(store, Filters()).events} == {1}


def meeting(number, *names, day="2025-01-01"):
    """A text of some days later that tells of one meeting, or of another, under these names."""
    told = statement("visit", "consult", text=f"A visit, text {number}.", date=day, at="Sund")
    roles = tuple(Role(Actor(name, PERSON), RoleName.AGENT) for name in names)
    text = document(told.sentence, url=f"http://made.up/{number}", published=f"2025-02-{number:02}")
    return text, [replace(told, roles=roles)]


def casts_of(store):
    """For now and for each day of publication the names in every event, by role."""
    return [
        sorted([(each["name"], each["role"]) for each in event["actors"]] for event in find_events(store, asked).events)
        for asked in (Filters(), *(Filters(as_of=datetime.date(2025, 2, day).toordinal()) for day in range(1, 5)))
    ]


@pytest.mark.parametrize("order", [(1, 2, 3, 0), (3, 0, 2, 1), (3, 2, 1, 0), (0, 3, 1, 2)])
def test_who_was_one_and_is_two_is_there_again_in_events_told_before(empty, tmp_path_factory, order):  # noqa: F811
    texts = [
        meeting(1, "Doran Vestri", "Vestri"),
        meeting(2, "Ida Vestri", day="2025-01-20"),
        meeting(3, "Vestri", "Doran Vestri", "Ann Holm", day="2025-01-10"),
        meeting(4, "Ann Holm", day="2025-01-25"),
    ]
    found = []
    for one in (range(4), order):
        with fresh(empty, tmp_path_factory.mktemp("casts"), "a") as store:
            for number in one:
                ingest.record(store, *texts[number])
            found.append(casts_of(store))
    assert found[0] == found[1]
    assert [("Doran Vestri", "agent"), ("Vestri", "agent")] in found[0][0]


def test_who_is_one_again_is_once_in_an_event_and_the_event_was_changed(store):
    ingest.record(store, *meeting(1, "Doran Vestri", "Vestri"))
    (event,) = find_events(store, Filters()).events
    sizes = []
    whole = named(store, "Vestri")["id"]
    for _ in range(2):
        before = data_version(store)
        rest, alone = naming.split_actor(store, whole, "Vestri", by="me")
        sizes.append(len(get_event(store, event["id"])["actors"]))
        whole = naming.merge_actors(store, rest, [alone], by="me", place="with")
        sizes.append(len(get_event(store, event["id"])["actors"]))
        assert [change["event"] for change in find_changes(store, since=before)] == [event["id"]] * 2
    assert sizes == [2, 1, 2, 1]


def test_names_kept_before_names_were_compared_are_looked_at_when_they_are_told_again(store):
    tell(store, 1, "Mohsin Naqvi", PERSON, "PK")
    tell(store, 2, "Naqvi", PERSON)
    store.database.execute_sql("DELETE FROM actor_key")
    store.database.execute_sql("UPDATE actor SET heir = NULL")
    for number, name in enumerate(["Mohsin Naqvi", "Naqvi"], start=3):
        tell(store, number, name, PERSON)
    assert cast(store) == [("Mohsin Naqvi", "person", ("Naqvi",), 4)]


# --- by people


def test_people_merge_actors_and_the_other_id_leads_there(store):
    tell(store, 1, "Ann Berg", PERSON)
    tell(store, 2, "The Harbour Master", PERSON)
    berg, master = named(store, "Ann Berg"), named(store, "The Harbour Master")
    assert naming.merge_actors(store, berg["id"], [master["id"]], by="me", place="with") == berg["id"]
    merged = get_actor(store, berg["id"])
    assert (merged["aliases"], merged["events"]) == (["The Harbour Master"], 2)
    assert [(each["action"], each["name"], each["into"], each["by"]) for each in find_rulings(store, berg["id"])] == [
        ("merged", "The Harbour Master", "Ann Berg", "me")
    ]
    with pytest.raises(MergedError):
        get_actor(store, master["id"])
    tell(store, 3, "The Harbour Master", PERSON)
    assert get_actor(store, berg["id"])["events"] == 3
    tell(store, 4, "Ann Marie Berg", PERSON)
    assert named(store, "The Harbour Master")["name"] == "Ann Marie Berg"  # the rules go on under what was decided


def test_people_split_a_name_off_and_new_texts_keep_it_so(store):
    tell(store, 1, "Mohsin Naqvi", PERSON, "PK")
    tell(store, 2, "Naqvi", PERSON)
    whole = named(store, "Naqvi")
    rest, alone = naming.split_actor(store, whole["id"], "naqvi", by="me")
    assert get_actor(store, rest)["name"] == "Mohsin Naqvi"
    assert (get_actor(store, alone)["name"], find_rulings(store, alone)[0]["action"]) == ("Naqvi", "split")
    tell(store, 3, "Naqvi", PERSON)
    tell(store, 4, "Syed Mohsin Naqvi", PERSON, "PK")
    assert get_actor(store, alone)["events"] == 2
    assert named(store, "Mohsin Naqvi")["aliases"] == ["Mohsin Naqvi"]
    back = naming.merge_actors(store, rest, [alone], by="me", place="with")
    assert set(get_actor(store, back)["aliases"]) == {"Mohsin Naqvi", "Naqvi"}


def test_the_last_word_counts(store):
    tell(store, 1, "Ann Berg", PERSON)
    tell(store, 2, "Eva Dahl", PERSON)
    ann, eva = named(store, "Ann Berg")["id"], named(store, "Eva Dahl")["id"]
    assert naming.merge_actors(store, ann, [eva], by=None, place="with") == ann
    naming.split_actor(store, ann, "Eva Dahl", by=None)
    assert get_actor(store, eva)["name"] == "Eva Dahl"
    assert naming.merge_actors(store, eva, [ann], by=None, place="with") == eva
    assert get_actor(store, eva)["aliases"] == ["Ann Berg"]


@pytest.mark.parametrize("alias", ["Nobody", "Ann Berg"])
def test_only_one_of_several_names_can_be_split_off(store, alias):
    tell(store, 1, "Ann Berg", PERSON)
    with pytest.raises(InputError):
        naming.split_actor(store, named(store, "Ann Berg")["id"], alias, by=None)


def test_an_actor_is_not_merged_with_itself_or_nobody(store):
    tell(store, 1, "Ann Berg", PERSON)
    ann = named(store, "Ann Berg")["id"]
    for other in (ann, "01ARZ3NDEKTSV4RRFFQ69G5FAV"):
        with pytest.raises(InputError):
            naming.merge_actors(store, ann, [other], by=None, place="with")
    with pytest.raises(NotFoundError):
        naming.merge_actors(store, "nobody", [ann], by=None, place="with")


def test_events_as_they_were_known_name_the_actor_of_now(store):
    tell(store, 1, "Naqvi", PERSON)
    tell(store, 2, "Mohsin Naqvi", PERSON, "PK")
    (event,) = find_events(store, Filters(q="1")).events
    assert get_event(store, event["id"])["actors"][0]["id"] == named(store, "Naqvi")["id"]
