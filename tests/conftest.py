"""Fixtures every room's tests may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# No test reads or writes the user's cache; those of the cache set a folder of their own.
os.environ["TAILOR_NO_CACHE"] = "1"

# The gate gives the same answer twice: properties try the same cases on each run. HYPOTHESIS_PROFILE=explore looks for
# new ones, and what it finds becomes an @example.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
os.environ["TAILOR_CONFIG"] = ""  # what somebody has configured for themselves is nothing to the tests

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real measuring material beside the checkout; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the measuring material (../shared) is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample postings and resumes of the project."""
    return ROOT / "sample_jobs"


def pytest_addoption(parser):
    """`--raise-floors` writes the figures of the quality gate that exceed their floors."""
    parser.addoption("--raise-floors", action="store_true", help="raise the floors of the quality gate")
