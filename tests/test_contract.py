"""What the OpenAPI document promises holds for requests made from it: schemathesis, all checks. More: `./run.sh contract`."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.schemas import BaseSchema

from tests.chronicle import serving
from timeline.store.keys import create_key

ROOT = Path(__file__).parent.parent
EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "4"))  # requests for each call of the API


@schemathesis.serializer("application/x-ndjson")
def lines(_: object, value: object) -> bytes:
    """What is made for a body that is a stream of lines."""
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("contract") / "timeline.db") as served:
        yield served


@pytest.fixture(scope="module")
def key(app: Flask) -> str:
    return create_key(app.extensions["timeline.store"], "contract", ("admin",))[1]


@pytest.fixture(scope="module")
def described(app: Flask, key: str) -> BaseSchema:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIMELINE_KEY", key)
        config = SchemathesisConfig.from_path(ROOT / "schemathesis.toml")
    return schemathesis.openapi.from_wsgi("/openapi.json", app, config=config)


SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)


def validated(case: schemathesis.Case) -> None:
    case.call_and_validate()


def test_every_call_answers_as_described(described: BaseSchema) -> None:
    wrong = {}
    for found in described.get_all_operations():
        operation = found.ok()
        for mode in GenerationMode:
            try:
                SETTINGS(given(case=operation.as_strategy(generation_mode=mode))(validated))()
            except (FailureGroup, Failure) as error:
                wrong[f"{operation.label}, {mode.value} data"] = str(error)
            except Unsatisfiable:
                assert mode is GenerationMode.NEGATIVE, operation.label
    assert wrong == {}
