"""Thousands of spoiled and odd documents, each read, parsed and looked at: a result or a one-line error, no more."""

import zipfile
from io import BytesIO
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from tailor.readers import ocr
from tests.fire.outcomes import read_and_parse
from tests.fire.seeds import seeds, spoiled, spoiled_within
from tests.fire.strategies import BUILT

CASES = 80  # of each structure; together with the spoiled ones some 2,500 a run, more by `python -m benchmarks.fuzz`
QUICK = settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@pytest.fixture(autouse=True, scope="module")
def without_ocr():
    patch = pytest.MonkeyPatch()
    patch.setattr(ocr, "is_available", lambda: False)
    yield
    patch.undo()


@pytest.mark.parametrize("kind", BUILT)
def test_an_odd_document_is_read_or_refused(kind):
    name, strategy = BUILT[kind]

    @QUICK
    @given(strategy)
    def holds(data):
        assert read_and_parse(name, data)

    holds()


@pytest.mark.parametrize("name", seeds())
def test_a_spoiled_document_is_read_or_refused(name):
    chance = Random(name)

    for _ in range(150):
        assert read_and_parse(name, spoiled(seeds()[name], chance))


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_a_package_with_a_spoiled_part_is_read_or_refused(name):
    chance = Random(name)

    for _ in range(150):
        assert read_and_parse(name, spoiled_within(seeds()[name], chance))


def test_the_seeds_are_honest_and_spoiling_spoils():
    chance = Random(1)
    changed = spoiled_within(seeds()["a.docx"], chance)

    assert all(read_and_parse(name, data) == "read" for name, data in seeds().items())
    assert all(spoiled(data, chance) != data for data in seeds().values())
    assert zipfile.ZipFile(BytesIO(changed)).testzip() is None
