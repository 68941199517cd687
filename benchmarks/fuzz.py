"""The longer run by hand: new odd and spoiled documents until the time is up, and the cost of each bomb.

python -m benchmarks.fuzz --minutes 30     cases run and findings, per kind
python -m benchmarks.fuzz --bombs          outcome, seconds and peak memory of each bomb
python -m benchmarks.fuzz --patterns       growth of each regular expression on texts made for it
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count, cycle
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tailor.readers import ocr
from tests.conftest import ROOT
from tests.fire.outcomes import read_and_parse
from tests.fire.patterns import collected, pumps
from tests.fire.seeds import seeds, spoiled, spoiled_within
from tests.fire.strategies import BUILT

SLOW = 10.0  # seconds of the processor for one small document
AT_ONCE = 100


def spoiled_cases(number: int) -> Iterator[tuple[str, str, bytes]]:
    """Some spoiled documents: kind, name and bytes."""
    chance = Random(number)
    for name, data in seeds().items():
        yield f"spoiled {name[2:]}", name, spoiled(data, chance)
        if name in {"a.docx", "a.odt"}:
            yield f"spoiled within {name[2:]}", name, spoiled_within(data, chance)


def built_cases(kind: str, number: int) -> Iterator[tuple[str, str, bytes]]:
    """Some documents of one structure."""
    name, strategy = BUILT[kind]
    found: list[bytes] = []
    draw = given(strategy)(lambda data: found.append(data))  # noqa: PLW0108 - a function that is built in will not do
    checks = list(HealthCheck)
    how = settings(
        max_examples=AT_ONCE, phases=[Phase.generate], database=None, deadline=None, suppress_health_check=checks
    )
    seed(number)(how(draw))()
    yield from ((f"built {kind}", name, data) for data in found)


def fuzz(minutes: float, start: int) -> int:
    """Try cases until the time is up; the number of findings, each kept in `fuzz-findings/`."""
    ends, cases, findings = time.monotonic() + 60 * minutes, Counter[str](), Counter[str]()
    kinds = cycle(BUILT)
    for number in count(start):
        if time.monotonic() > ends:
            break
        some = (case for at in range(10) for case in spoiled_cases(10 * number + at))
        found = [*built_cases(next(kinds), number), *some]
        for kind, name, data in found:
            cases[kind] += 1
            if wrong := finding(name, data):
                findings[kind] += 1
                keep(f"{number}-{cases[kind]}-{name}", data, wrong)
    for kind in sorted(cases):
        print(f"{kind:24} {cases[kind]:8,} cases {findings[kind]:4} findings")
    print(f"{'all':24} {cases.total():8,} cases {findings.total():4} findings; next time --start {number}")
    return findings.total()


def finding(name: str, data: bytes) -> str:
    """What is wrong with how a case ended; "" for nothing."""
    began = time.process_time()
    try:
        read_and_parse(name, data)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - began
    return f"took {took:.0f} s" if took > SLOW else ""


def keep(name: str, data: bytes, wrong: str) -> None:
    """Keep a finding, to become a fixture."""
    folder = ROOT / "fuzz-findings"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    print(f"{name}: {wrong[:200]}")


def bombs() -> int:
    """Print what each bomb costs; the number that harm."""
    from tests.fire.test_bombs import RUN, SECONDS

    code = RUN.replace("SECONDS", str(SECONDS))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    for bomb, told, seconds, peak, size in rows:
        print(f"{bomb:34} {size / 1000:9,.1f} kB {seconds:6.1f} s {peak:5} MB  {told}")
    return sum(told.startswith("!!!") for _, told, *_ in rows)


def patterns() -> int:
    """Print the regular expressions whose time grows faster than the text; their number."""
    grown = [row for pattern, flags in sorted(collected().items()) for row in growth(pattern, flags)]
    for pattern, pump, power in grown:
        print(f"power {power:.1f} on {pump!r}: {pattern[:120]}")
    print(f"{len(grown)} grow faster than the text")
    return 0


def growth(pattern: str, flags: int) -> Iterator[tuple[str, str, float]]:
    """The worst text of a pattern with the power of its growth, if that is over 1.5 and it takes over 20 ms."""
    found = re.compile(pattern, flags & ~re.UNICODE)
    for pump in pumps(pattern, flags):
        short, long = (seconds(found, pump, size) for size in (500, 2000))
        power = (long / max(short, 1e-6)) ** 0.5
        if long > 0.02 and power > 4**0.75:
            yield pattern, pump, power / 2
            return


def seconds(found: re.Pattern[str], pump: str, size: int) -> float:
    """The least of three times that a pattern takes for a text of `size` characters."""
    text = (pump * size)[:size] + "\0"
    return min(timed(found, text) for _ in range(3))


def timed(found: re.Pattern[str], text: str) -> float:
    """Seconds of the processor to find all of a pattern in a text."""
    began = time.process_time()
    for _ in found.finditer(text):
        pass
    return time.process_time() - began


def main(words: list[str] | None = None) -> Any:
    """Read the options and run."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=5.0)
    options.add_argument("--start", type=int, default=1, help="number of the first round: another one gives new cases")
    options.add_argument("--bombs", action="store_true")
    options.add_argument("--patterns", action="store_true")
    given_words = options.parse_args(words)
    ocr.is_available = lambda: False
    if given_words.bombs:
        wrong = bombs()
    elif given_words.patterns:
        wrong = patterns()
    else:
        wrong = fuzz(given_words.minutes, given_words.start)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
