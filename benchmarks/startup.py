"""Start-up and one comparison as ratios of CPU seconds: python -m benchmarks.startup [--runs N]

Every command is run in turn, N times after a warm-up; medians of user plus system time of the whole process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_jobs"
TYPER = """import typer
app = typer.Typer()

@app.command()
def hello(name: str = "world") -> None:
    "Say hello."
    print(name)

app()
"""
FLOOR = "import spacy, sklearn; from sklearn.feature_extraction.text import TfidfVectorizer"


def cpu_seconds(command: list[str]) -> float:
    """User plus system time of one run of `command`; raises CalledProcessError if it fails."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def commands(folder: Path) -> dict[str, list[str]]:
    """What is measured, by name; the first of each pair is the yardstick."""
    script = folder / "hello.py"
    script.write_text(TYPER, encoding="utf-8")
    run = [sys.executable, "-m", "tailor"]
    posting = str(SAMPLES / "senior-pm-billing.txt")
    return {
        "typer": [sys.executable, str(script), "--help"],
        "help": [*run, "--help"],
        "floor": [sys.executable, "-c", FLOOR],
        "txt": [*run, "compare", str(SAMPLES / "resumes" / "apm.txt"), posting],
        "docx": [*run, "compare", str(SAMPLES / "resumes" / "senior_pm.docx"), posting],
        "pdf": [*run, "compare", str(SAMPLES / "resumes" / "career_changer.pdf"), posting],
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = commands(Path(folder))
        rounds = [{name: cpu_seconds(command) for name, command in table.items()} for _ in range(options.runs + 1)][1:]
    medians = {name: median(times[name] for times in rounds) for name in table}
    print("CPU seconds: " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in medians.items()))
    for name, yardstick, told in (
        ("help", "typer", "tailor --help against a one-command Typer program"),
        ("txt", "floor", "compare a .txt resume against importing spaCy and scikit-learn"),
        ("docx", "floor", "compare a .docx resume against the same"),
        ("pdf", "floor", "compare a .pdf resume against the same"),
    ):
        ratio = median(times[name] / times[yardstick] for times in rounds)
        print(f"{ratio:5.2f}  {told}")


if __name__ == "__main__":
    main()
