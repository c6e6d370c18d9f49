"""Facets, totals, partners and names for typing ahead, as they are served."""

import pytest


def test_facets_come_with_the_list_as_asked(client):
    answer = client.get("/v1/events?facets=status,country&actor=Pakistan&limit=1").json
    assert answer["facets"] == {
        "status": {"state": "exact", "more": False,
                   "values": [{"value": "asserted", "events": 2}, {"value": "alleged", "events": 1}]},
        "country": {"state": "exact", "more": False, "values": [{"value": "QA", "events": 1}]},
    }  # fmt: skip
    assert client.get("/v1/events").json["facets"] == {}
    following = client.get(answer["next"] + "&facets=status").json
    assert following["facets"]["status"] == answer["facets"]["status"]


def test_totals_say_how_they_were_had(client):
    for kind, expected in (("exact", (8, "exact")), ("estimated", (8, "exact")), ("none", (None, None))):
        answer = client.get(f"/v1/events?count={kind}&limit=1").json
        assert (answer["total"], answer["counted"]) == expected


def test_only_some_members_or_more_of_them_are_given(client):
    answer = client.get("/v1/events?fields=id,headline&limit=2").json
    assert [list(event) for event in answer["events"]] == [["id", "headline"]] * 2
    assert [list(event) for event in client.get(answer["next"]).json["events"]] == [["id", "headline"]] * 2
    more = client.get("/v1/events?include=evidence,links&place=Doha").json["events"][0]
    alone = client.get(f"/v1/events/{more['id']}").json
    assert (more["evidence"], more["links"]) == (alone["evidence"], alone["links"])
    whole = client.get(f"/v1/events?event={more['id']}").json["events"][0]
    assert whole.items() <= more.items()
    assert client.get(f"/v1/events?event={more['id']}&fields={','.join(whole)}").json["events"] == [whole]
    lines = client.get("/v1/events.ndjson?fields=type&include=links").text.splitlines()
    assert all(line.startswith('{"type":') and '"links":[' in line for line in lines)


@pytest.mark.parametrize("query", ["fields=id", "include=links", "facets=type"])
def test_formats_of_another_make_take_no_members(client, query):
    answer = client.get(f"/v1/events.csv?{query}")
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (422, query.partition("=")[0])


@pytest.mark.parametrize(
    "query", ["fields=id,colour", "facets=", "include=evidence&include=links", "facets=type,,actor"]
)
def test_lists_of_what_is_not_there_are_refused(client, query):
    answer = client.get(f"/v1/events?{query}")
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (422, query.partition("=")[0])


def test_partners_of_an_actor(client):
    actor = client.get("/v1/actors?q=qat").json["actors"][0]
    answer = client.get(f"/v1/actors/{actor['id']}/partners?from=2025").json
    turkey = client.get("/v1/actors?q=turk").json["actors"][0]
    assert answer["partners"] == [
        {
            "actor": {name: turkey[name] for name in ("id", "name", "kind", "country")},
            "events": 1,
            "roles": [{"role": "mediator", "partner_role": "mediator", "events": 1}],
        }
    ]
    assert answer["filters"] == {"from": "2025-01-01"}
    assert client.get("/v1/actors/none/partners").status_code == 404


def test_names_for_typing_ahead(client):
    assert client.get("/v1/places?q=do").json["places"] == [
        {"name": "Doha", "country": "QA", "latitude": 25.28, "longitude": 51.52, "events": 1}
    ]
    assert client.get("/v1/sources").json["sources"] == [
        {"name": "Frontier Gazette", "home": None, "documents": 1, "events": 7},
        {"name": "Harbour Times", "home": None, "documents": 1, "events": 1},
    ]
    first = client.get("/v1/actors?sort=-events&limit=1")
    assert first.json["actors"][0]["events"] == 2
    assert len(client.get(first.json["next"]).json["actors"]) == 1


@pytest.mark.parametrize("path", ["/v1/places", "/v1/sources", "/v1/actors?sort=-events"])
def test_what_the_client_has_is_not_sent_again(client, path):
    first = client.get(path)
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
