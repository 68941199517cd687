"""What a case may end in: a result, or one line that says what is wrong. Anything else flies and is a finding."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tailor import parsers, readers
from tailor.errors import TailorError
from tests.conftest import ROOT

TRACE = re.compile(r"Traceback|^  File \"", re.M)


def read_and_parse(name: str, data: bytes) -> str:
    """Read and parse `data` as a file called `name`, as resume, as posting and for its looks: "read" or the error."""
    steps = (
        lambda: readers.layout(name, data),
        lambda: parsers.parse_resume(found),
        lambda: parsers.parse_posting(found),
    )
    try:
        found = readers.reader.get(readers.reader_name(name, data))(name, data)
    except TailorError as error:
        return refused(error)
    for step in steps:
        try:
            step()
        except TailorError as error:
            refused(error)
    return "read"


def refused(error: TailorError) -> str:
    """The name of an error, which must be one line that a terminal can show."""
    assert str(error).isprintable(), str(error)
    assert error.exit_code in {3, 4, 5}, error
    assert error.reason
    assert error.remedy
    return type(error).__name__


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code (-9 where it ran out of time), what it printed, the most memory it held."""

    code: int
    out: str
    err: str
    peak_mb: int = 0


BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
sys.argv = ["tailor", *sys.argv[1:]]
try:
    from tailor.cli import app
    app()
finally:
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(f"\\npeak {{peak // 1000}}", file=sys.stderr)
"""


def tailor(*args: object, seconds: float = 60, memory: int = 3 << 30, env: dict[str, str] | None = None) -> Ended:
    """Run the command line within bounds of time and memory (bytes of address space)."""
    command = [sys.executable, "-c", BOUNDED.format(memory=memory), *map(str, args)]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=seconds, cwd=ROOT, env={**os.environ, **(env or {})}, check=False
        )
    except subprocess.TimeoutExpired:
        return Ended(-9, "", "out of time")
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    told, _, peak = err.rpartition("\npeak ")
    return Ended(done.returncode, out, told if peak else err, int(peak or 0))


def must_be_told(ended: Ended, codes: set[int], name: str) -> None:
    """Assert that a process ended with one of `codes` and, if in error, with one line that names the file."""
    assert ended.code in codes, (ended.code, ended.err[-600:])
    assert not TRACE.search(ended.err), ended.err[-600:]
    if ended.code in {3, 4, 5}:
        lines = ended.err.strip().splitlines()
        assert len(lines) == 1, ended.err
        assert lines[0].startswith(f"tailor: {Path(name).name}: "), lines[0]
