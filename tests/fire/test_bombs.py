"""Every bomb ends within a time and a memory, in a result or one line with its exit code."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.fire.bombs import BOMBS

SECONDS, MEGABYTES = 60, 400  # generous for a machine with much else to do; an honest bomb without its guard takes more
# One process a bomb would load the parsers each time; one forked from a process that has loaded them does not.
RUN = """
import json, os, resource, sys, time
from tailor.readers import ocr
ocr.is_available = lambda: False
from tests.fire.bombs import BOMBS
from tests.fire.outcomes import read_and_parse
from tests.fire.seeds import seeds
for name, data in seeds().items():
    read_and_parse(name, data)
for bomb, (name, build) in BOMBS.items():
    data = build()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        began = time.perf_counter()
        try:
            told = read_and_parse(name, data)
        except BaseException as error:
            told = f"!!! {type(error).__name__}: {error}"[:300]
        status = open("/proc/self/status").read().split()
        peak = int(status[status.index("VmHWM:") + 1]) // 1000
        print(json.dumps([bomb, told, round(time.perf_counter() - began, 2), peak, len(data)]), flush=True)
        os._exit(0)
    del data
    status = os.waitpid(child, 0)[1]
    if status:
        print(json.dumps([bomb, f"!!! ended by {status}", 0, 0, 0]), flush=True)
"""


@pytest.fixture(scope="module")
def results():
    code = RUN.replace("SECONDS", str(SECONDS))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    return {row[0]: row[1:] for row in map(json.loads, done.stdout.splitlines())}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bounds of a process are set and read as Linux does")
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_harms_nothing(results, bomb):
    told, _, peak, _ = results[bomb]

    assert not told.startswith("!!!"), told
    assert peak < MEGABYTES


REFUSED = {
    "zip: ratio": "TooLarge",
    "zip: total": "TooLarge",
    "zip: count": "TooLarge",
    "zip: directory that lies": "CorruptFile",
    "xml: entities": "UnsafeFile",
    "xml: external DTD": "UnsafeFile",
    "docx: paragraphs": "TooLarge",
    "docx: footers": "TooLarge",
    "pdf: drawing that draws itself": "TooLarge",
    "pdf: tree of drawings": "TooLarge",
    "pdf: packed twice": "TooLarge",
    "pdf: pages full of text": "TooLarge",
    "json: entries": "TooLarge",
    "mail: parts in parts": "CorruptFile",
    "mail: parts": "TooLarge",
    "mail: parameters": "TooLarge",
    "rtf: fields": "TooLarge",
    "txt: lines": "TooLarge",
    "odt: boxes in boxes": "read",
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="see above")
@pytest.mark.parametrize("bomb", REFUSED)
def test_a_bomb_is_called_what_it_is(results, bomb):
    assert results[bomb][0] == REFUSED[bomb]
