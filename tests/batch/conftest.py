"""Fixtures of the tests of batches."""

import pytest

from .making import make_folder, make_resume


@pytest.fixture
def resume(tmp_path):
    return make_resume(tmp_path)


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path, 12)
