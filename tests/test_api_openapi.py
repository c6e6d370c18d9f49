"""The OpenAPI document: valid, whole, and true of what is sent."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from timeline.api.problems import PROBLEMS
from timeline.model.filters import FIELDS, LISTING


@pytest.fixture(scope="module")
def spec(app: Flask) -> dict[str, Any]:
    return app.test_client().get("/openapi.json").json


def test_the_document_is_valid_openapi(spec: dict[str, Any]) -> None:
    assert spec["openapi"] == "3.1.0"
    assert list(OpenAPIV31SpecValidator(spec).iter_errors()) == []


def test_every_call_is_described(app: Flask, spec: dict[str, Any]) -> None:
    pages = ("web.", "api-docs.")
    rules = [rule for rule in app.url_map.iter_rules() if not rule.endpoint.startswith(pages)]
    calls = {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
        for rule in rules
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    described = {
        (path, method) for path, operations in spec["paths"].items() for method in operations if method != "parameters"
    }
    assert described == calls


def test_every_filter_is_an_argument_with_its_choices(spec: dict[str, Any]) -> None:
    described = {each["name"]: each for each in spec["paths"]["/v1/events"]["get"]["parameters"]}
    assert list(described) == [field.name for field in (*FIELDS, *LISTING)]
    for field in FIELDS:
        schema = described[field.name]["schema"]
        assert (schema["type"] == "array") is field.is_repeatable
        assert tuple(schema.get("items", schema).get("enum", ())) == field.choices
        assert described[field.name]["description"].startswith(field.meaning)


def test_operations_have_names_of_their_own(spec: dict[str, Any]) -> None:
    names = [
        call["operationId"] for path in spec["paths"].values() for key, call in path.items() if key != "parameters"
    ]
    assert len(set(names)) == len(names)


def test_errors_are_described_as_problems(spec: dict[str, Any]) -> None:
    for response in spec["components"]["responses"].values():
        assert list(response["content"]) == ["application/problem+json"]


def closed(schema: Any) -> Any:
    """The schema with no room for fields it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: closed(value) for key, value in schema.items()}
    return {**kept, "additionalProperties": False} if "properties" in kept else kept


def check(spec: dict[str, Any], name: str, value: Any) -> None:
    """The value has just the shape of that name: nothing missing, nothing beside it."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": closed(spec["components"])}
    errors = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value)]
    assert errors == []


def test_answers_have_the_shapes_described(client: FlaskClient, spec: dict[str, Any]) -> None:
    events = client.get("/v1/events?count=exact").json
    actors, documents = client.get("/v1/actors").json, client.get("/v1/documents").json
    check(spec, "Events", events)
    check(spec, "Actors", actors)
    check(spec, "Documents", documents)
    check(spec, "Types", client.get("/v1/types").json)
    check(spec, "Health", client.get("/readyz").json)
    for event in events["events"]:
        check(spec, "EventWhole", client.get(f"/v1/events/{event['id']}").json)
    for actor in actors["actors"]:
        check(spec, "ActorShape", client.get(f"/v1/actors/{actor['id']}").json)
    for document in documents["documents"]:
        check(spec, "DocumentWhole", client.get(f"/v1/documents/{document['id']}").json)


def test_a_read_text_has_the_shape_described(client: FlaskClient, spec: dict[str, Any]) -> None:
    text = "Accra. On 3 May 2024 a flood in Kumasi killed 12 people. The army is to send help tomorrow, Ghana's president said."
    posted = client.post("/v1/documents", json={"text": text, "published": "2024-05-05"})
    check(spec, "DocumentRead", posted.json)
    for event in posted.json["events"]:
        check(spec, "EventWhole", client.get(f"/v1/events/{event['id']}").json)
    assert client.delete(posted.headers["Location"]).status_code == 204


def test_problems_have_the_shape_described(client: FlaskClient, spec: dict[str, Any]) -> None:
    for answer in (client.get("/v1/events?from=blah"), client.get("/v1/events/none"), client.put("/v1/events")):
        check(spec, "ProblemShape", answer.get_json(force=True))


def test_the_reference_names_every_call_filter_shape_and_problem(client: FlaskClient, spec: dict[str, Any]) -> None:
    page = client.get("/docs").text
    for path, operations in spec["paths"].items():
        assert all(f"<code>{method.upper()} {path}</code>" in page for method in operations if method != "parameters")
    assert all(f"<code>{field.name}</code>" in page for field in (*FIELDS, *LISTING))
    assert all(f'id="schema-{name}"' in page for name in spec["components"]["schemas"])
    assert all(f'id="problem-{each.name}"' in page for each in PROBLEMS)
