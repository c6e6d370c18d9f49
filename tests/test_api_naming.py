"""Who is who, over the API: who may say so, what it answers, where old ids lead."""

import pytest

from tests.naming import PERSON, named, tell
from tests.test_api_curation import app, client, problem  # noqa: F401


@pytest.fixture
def ids(app):  # noqa: F811
    """The ids of two actors that no rule makes one."""
    store = app.extensions["timeline.store"]
    tell(store, 1, "Ann Berg", PERSON)
    tell(store, 2, "The Harbour Master", PERSON)
    return [named(store, name)["id"] for name in ("Ann Berg", "The Harbour Master")]


def test_merged_into_another_its_addresses_lead_there(client, ids):  # noqa: F811
    ann, master = ids
    answer = client.post(f"/v1/actors/{master}/merge", json={"into": ann})
    assert (answer.status_code, answer.json["id"], answer.headers["Location"]) == (200, ann, f"/v1/actors/{ann}")
    assert answer.json["aliases"] == ["The Harbour Master"]
    assert client.get(f"/v1/actors/{ann}/history").json["history"][0]["by"] == "desk"
    for rest in ("", "/events?limit=1", "/partners"):
        old = client.get(f"/v1/actors/{master}{rest}")
        assert (old.status_code, old.headers["Location"]) == (301, f"/v1/actors/{ann}{rest}")
    for asked in (ann, master, "Ann Berg", "the harbour master"):
        assert len(client.get("/v1/events", query_string={"actor": asked}).json["events"]) == 2
    assert client.get(f"/actors/{master}").status_code == 301


def test_split_off_a_name_stands_alone(client, ids):  # noqa: F811
    ann, master = ids
    assert client.post(f"/v1/actors/{ann}/merge", json={"with": [master]}).json["id"] == ann
    answer = client.post(f"/v1/actors/{ann}/split", json={"alias": "The Harbour Master"})
    assert (answer.status_code, [one["id"] for one in answer.json["actors"]]) == (201, [ann, master])
    assert client.get(f"/v1/actors/{master}").json["name"] == "The Harbour Master"


@pytest.mark.parametrize(
    "body", [{}, {"into": "x", "with": ["y"]}, {"into": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, {"with": []}, {"by": 1}]
)
def test_what_makes_no_sense_is_refused(client, ids, body):  # noqa: F811
    problem(client.post(f"/v1/actors/{ids[0]}/merge", json=body), 422)


def test_a_name_it_has_not_cannot_be_split_off_and_nobody_is_nobody(client, ids):  # noqa: F811
    assert (
        problem(client.post(f"/v1/actors/{ids[0]}/split", json={"alias": "Eva"}), 422)["errors"][0]["pointer"]
        == "#/alias"
    )
    problem(client.post("/v1/actors/01ARZ3NDEKTSV4RRFFQ69G5FAV/split", json={"alias": "Eva"}), 404)


def test_only_writers_say_who_is_who(app, ids):  # noqa: F811
    for act, body in (("merge", {"into": ids[1]}), ("split", {"alias": "Ann Berg"})):
        assert app.test_client().post(f"/v1/actors/{ids[0]}/{act}", json=body).status_code == 401


def test_an_event_can_be_given_an_actor_by_an_id_of_before(client, ids):  # noqa: F811
    ann, master = ids
    client.post(f"/v1/actors/{master}/merge", json={"into": ann})
    event = client.get("/v1/events").json["events"][0]["id"]
    body = {"actors": [{"id": master, "role": "target"}]}
    answer = client.patch(f"/v1/events/{event}", json=body, headers={"If-Match": "*"})
    assert [(one["id"], one["name"], one["role"]) for one in answer.json["actors"]] == [(ann, "Ann Berg", "target")]
