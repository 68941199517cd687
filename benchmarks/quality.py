"""Print the quality figures: python -m benchmarks.quality [own evidence train dev pairs resumes] [--shared DIR]

"own" is the project's own labelled samples. The others are measuring material beside the checkout, of which
nothing becomes part of the project: predictions go to a temporary folder, and the scorers that come with the
material judge them. Labelled postings are also shown by type, competency and need, with the wordings that are
missed and falsely found most.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measuring import Pair, breakdown, false_alarms, measure_evidence, measure_postings, misses
from benchmarks.pairs import Judged, baselines, judged, one_line, own_pairs
from benchmarks.pairs import table as own_table
from tailor import extractors, pipeline, readers
from tailor.errors import TailorError
from tailor.types import Source
from tailor.writers import check_record, match_record, reading_record

OWN = Path(__file__).resolve().parents[1] / "sample_jobs" / "gold.jsonl"
EVIDENCE = Path(__file__).resolve().parents[1] / "models" / "evidence" / "test"
WORST = 30


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def postings(path: Path) -> Iterator[dict[str, Any]]:
    """Predictions for labelled postings."""
    for row in rows(path):
        yield reading_record(pipeline.reading(readers.from_text(row["text"]), row["id"]))


def judged_pairs(shared: Path) -> list[Judged]:
    """Every resume against every posting of the judged pairs."""
    texts = {row["id"]: row["text"] for row in rows(shared / "gold" / "postings_dev.jsonl")}
    golds = rows(shared / "pairs" / "judgements.jsonl")
    return judged(golds, shared / "pairs" / "resumes", lambda key: readers.from_text(texts[key]))


def pairs(found: Iterable[Judged]) -> Iterator[dict[str, Any]]:
    """Predictions for judged pairs."""
    for gold, match in found:
        yield match_record(match) | {"resume": gold["resume"], "posting": gold["posting"]}


def resumes(shared: Path) -> Iterator[dict[str, Any]]:
    """Predictions for the annotated resumes."""
    for row in rows(shared / "resumes" / "gold.jsonl"):
        path = shared / "resumes" / "files" / row["file"]
        try:
            yield {"file": row["file"], **check_record(pipeline.read_resume(path))["resume"]}
        except TailorError as error:
            yield {"file": row["file"], "error": str(error)}


def run(scorer: Path, predictions: Iterable[dict[str, Any]], arguments: Callable[[str], list[str]]) -> None:
    """Write `predictions` and print what `scorer` says of them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "predictions.jsonl"
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in predictions), encoding="utf-8")
        subprocess.run([sys.executable, str(scorer), *arguments(str(file))], check=True)


def labelled(path: Path) -> list[Pair]:
    """Labelled postings with what Tailor reads in them; a record has its text or names a file beside."""
    return [(row, pipeline.reading(source_of(row, path.parent), row.get("id", ""))) for row in rows(path)]


def source_of(row: dict[str, Any], folder: Path) -> Source:
    """The document of a labelled record."""
    return readers.from_text(row["text"]) if "text" in row else readers.read(folder / row["file"])


def table(pairs: Sequence[Pair]) -> None:
    """Print figures, recall by type, competency and need, and the worst wordings."""
    for name, value in measure_postings(pairs).items():
        print(f"{name:14}{value:.3f}")
    for field in ("type", "competency", "requirement"):
        print(f"\nfound by {field}")
        for name, (share, count) in breakdown(pairs, field).items():
            print(f"  {name:40}{share:.3f} of {count}")
    for title, found in (("missed most", misses(pairs)), ("falsely found most", false_alarms(pairs))):
        print(f"\n{title}: " + ", ".join(f"{text} {count}" for text, count in found.most_common(WORST)))


def main() -> None:
    """Read the arguments and print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("what", nargs="*", default=["own", "evidence", "train", "dev", "pairs", "resumes"])
    options = parser.parse_args()
    shared = options.shared
    extractors.load()
    for what in options.what:
        print(f"\n== {what}", flush=True)
        if what == "own":
            table(labelled(OWN))
            print("\njudged pairs\n" + own_table(own_pairs(OWN.parent)))
        elif what == "evidence":
            for name, value in measure_evidence(EVIDENCE).items():
                print(f"{name:14}{value:.3f}")
        elif what in ("train", "dev"):
            gold = shared / "gold" / f"postings_{what}.jsonl"
            run(shared / "gold" / "score_skills.py", postings(gold), lambda file, g=gold: [file, "--gold", str(g)])
            table(labelled(gold))
        elif what == "pairs":
            found = judged_pairs(shared)
            run(shared / "pairs" / "score_pairs.py", pairs(found), lambda file: [file])
            for name, figures in baselines(found).items():
                print(one_line(name, figures))
        else:
            gold = shared / "resumes" / "gold.jsonl"
            run(shared / "resumes" / "score_resumes.py", resumes(shared), lambda file, g=gold: [str(g), file])


if __name__ == "__main__":
    main()
