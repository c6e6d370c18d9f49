"""Who is one actor: what people decide goes over what names say."""

import pytest

from tests.naming import PERSON, named, tell
from timeline import naming
from timeline.errors import InputError, MergedError, NotFoundError
from timeline.model.filters import Filters
from timeline.store.people import get_actor
from timeline.store.queries import find_events, get_event
from timeline.store.roster import find_rulings


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
