"""CPU seconds and peak memory, of whole processes and inside one; always several things in turn, then medians."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, NamedTuple


class Cost(NamedTuple):
    """What a process took: CPU seconds (user and system, children included) and peak memory in MiB."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True)
class Row:
    """A line of the table.

    reached : the figure; None where it could not be taken, and `note` says why.
    asked : what it must not exceed (or reach, with `least`); None where nothing is asked.
    """

    name: str
    reached: float | None
    asked: float | None = None
    note: str = ""
    least: bool = False

    @property
    def verdict(self) -> str:
        """Whether what is asked is reached, in a word."""
        if self.reached is None:
            return "skipped"
        if self.asked is None:
            return ""
        return "yes" if (self.reached >= self.asked if self.least else self.reached <= self.asked) else "NO"

    def record(self) -> dict[str, Any]:
        """The row for JSON."""
        return asdict(self) | {"verdict": self.verdict}


# A process begins with the peak of the one that started it, so a small one starts what is measured, and tells.
LAUNCHER = """import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def run(command: list[str], environment: Mapping[str, str]) -> Cost:
    """Run `command` with its output thrown away; raises CalledProcessError if it fails."""
    launch = [sys.executable, "-I", "-S", "-c", LAUNCHER, *command]
    told = subprocess.run(launch, check=True, stdout=subprocess.PIPE, text=True, env=dict(environment)).stdout
    code, seconds, peak = told.split()
    if int(code):
        raise subprocess.CalledProcessError(int(code), command)
    return Cost(float(seconds), int(peak) / (2**20 if sys.platform == "darwin" else 2**10))


def in_turn(work: Mapping[str, Callable[[], float]], repeats: int) -> list[dict[str, float]]:
    """What each of `work` gives, all in turn, `repeats` times after one round that does not count."""
    return [{name: each() for name, each in work.items()} for _ in range(repeats + 1)][1:]


def ratio(rounds: list[dict[str, float]], name: str, yardstick: str) -> float:
    """The median over the rounds of one figure against another of the same round."""
    return median(each[name] / each[yardstick] for each in rounds)


def middle(rounds: list[dict[str, float]], name: str) -> float:
    """The median of a figure."""
    return median(each[name] for each in rounds)


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds that `work` takes in this process."""
    before = time.process_time()
    work()
    return time.process_time() - before
