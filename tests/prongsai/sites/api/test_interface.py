"""The OpenAPI description is one that other programs can read."""

import json

import pytest
from openapi_spec_validator import validate

from prongsai.sites.api.interface import described
from prongsai.sites.api.wording import knows

pytestmark = pytest.mark.slow


def test_the_description_is_valid_openapi():
    validate(json.loads(json.dumps(described())))


def test_every_operation_and_parameter_has_its_sentences():
    for methods in described()["paths"].values():
        assert knows(methods["get"]["operationId"])
        for parameter in methods["get"].get("parameters", []):
            assert knows(f"parameter-{parameter['name']}")
