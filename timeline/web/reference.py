"""The OpenAPI document, laid out for reading: operations and schemas as rows. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

METHODS = ("get", "post", "patch", "put", "delete")

KINDS = {"string": "text", "integer": "whole number", "boolean": "true or false"}

Shape = Mapping[str, Any]


def read(spec: Shape) -> dict[str, Any]:
    """`operations` and `schemas` of an OpenAPI 3.1 document, as rows for the page."""
    return {
        "operations": [_operation(spec, path, method) for path, method in _calls(spec)],
        "schemas": [_schema(name, schema) for name, schema in spec["components"]["schemas"].items()],
    }


def _calls(spec: Shape) -> Iterator[tuple[str, str]]:
    for path, operations in spec["paths"].items():
        yield from ((path, method) for method in METHODS if method in operations)


def _operation(spec: Shape, path: str, method: str) -> dict[str, Any]:
    operation = spec["paths"][path][method]
    parameters = [*spec["paths"][path].get("parameters", []), *operation.get("parameters", [])]
    return {
        "path": path,
        "method": method.upper(),
        "id": operation["operationId"],
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "needs_key": bool(operation.get("security")),
        "parameters": [_parameter(each) for each in parameters],
        "body": _content(operation.get("requestBody", {})),
        "responses": [_response(spec, status, each) for status, each in sorted(operation["responses"].items())],
    }


def _parameter(parameter: Shape) -> dict[str, Any]:
    schema = parameter["schema"]
    return {
        "name": parameter["name"],
        "where": parameter["in"],
        "meaning": parameter.get("description", ""),
        "repeatable": schema.get("type") == "array",
        **_kind(schema.get("items", schema)),
    }


def _response(spec: Shape, status: str, response: Shape) -> dict[str, Any]:
    if "$ref" in response:
        response = spec["components"]["responses"][_last(response["$ref"])]
    return {"status": status, "meaning": response.get("description", ""), "schema": _content(response)}


def _content(described: Shape) -> str | None:
    """The name of the schema of a body or response."""
    for media in described.get("content", {}).values():
        return _last(media["schema"].get("$ref", ""))
    return None


def _schema(name: str, schema: Shape) -> dict[str, Any]:
    required = schema.get("required", [])
    rows = [
        {"name": key, "meaning": each.get("description", ""), "always": key in required, **_kind(each)}
        for key, each in schema.get("properties", {}).items()
    ]
    return {"name": name, "fields": rows}


def _kind(schema: Shape) -> dict[str, Any]:
    """The kind of value in words, the schema it leads to, and its choices."""
    if "$ref" in schema:
        return {"kind": "", "schema": _last(schema["$ref"]), "choices": []}
    if parts := [part for key in ("anyOf", "allOf", "oneOf") for part in schema.get(key, [])]:
        kinds = [_kind(part) for part in parts]
        named = next((kind["schema"] for kind in kinds if kind["schema"]), None)
        return {"kind": " or ".join(kind["kind"] for kind in kinds if kind["kind"]), "schema": named, "choices": []}
    if schema.get("type") == "array":
        item = _kind(schema["items"])
        return {**item, "kind": f"list of {item['kind']}".strip()}
    kinds = schema.get("type", "any")
    words = " or ".join(KINDS.get(kind, kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))
    choices = [choice for choice in schema.get("enum", []) if choice is not None]
    return {"kind": words, "schema": None, "choices": choices}


def _last(reference: str) -> str:
    return reference.rpartition("/")[2]
