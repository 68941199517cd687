"""No regular expression of Tailor can be kept busy: none repeats repeats, and each is through a bad text at once."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.fire.patterns import collected, nested_repeats

LONGEST = 1_000  # characters of a passage, beyond which the parsers cut it: most patterns see no more
RUN = """
import json, re, sys, time
from tests.fire.patterns import pumps
slow = []
for pattern, flags in json.load(sys.stdin):
    found, began = re.compile(pattern, flags & ~re.UNICODE), time.process_time()
    for pump in pumps(pattern, flags):
        text = (pump * LONGEST)[:LONGEST] + "\\0"
        before = time.process_time()
        for _ in found.finditer(text):
            pass
        if (took := time.process_time() - before) > 2:
            slow.append([pattern[:200], pump, round(took, 2)])
print(json.dumps(slow))
"""


@pytest.fixture(scope="module")
def patterns():
    code = "import json; from tests.fire.patterns import collected; print(json.dumps(sorted(collected().items())))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    return json.loads(done.stdout)


def test_all_patterns_are_found(patterns):
    assert len(patterns) > 200
    assert collected.__doc__


def test_no_pattern_repeats_a_repeat(patterns):
    assert [pattern for pattern, flags in patterns if nested_repeats(pattern, flags)] == []


@pytest.mark.parametrize(
    ("pattern", "bad"), [("(a+)+b", True), ("(?:(?:a*))*", True), ("(a+ )+b", False), ("(a|b)*", False)]
)
def test_the_check_can_tell_them(pattern, bad):
    assert bool(nested_repeats(pattern, 0)) == bad


def test_each_is_through_a_text_made_for_it(patterns):
    """Two seconds of the processor for 1,000 characters is ten thousand times what a linear pattern takes."""
    done = subprocess.run(
        [sys.executable, "-c", RUN.replace("LONGEST", str(LONGEST))],
        input=json.dumps(patterns), capture_output=True, text=True, cwd=ROOT, check=True, timeout=300,
    )  # fmt: skip

    assert json.loads(done.stdout) == []
