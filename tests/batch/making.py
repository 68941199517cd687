"""Postings and resumes made by script for the tests of batches."""

import json
from hashlib import sha256
from pathlib import Path

SKILLS = ("SQL", "A/B testing", "product roadmap", "user research", "Jira", "Figma", "pricing strategy", "Tableau")
FIELDS = ("warehouse robots", "school payments", "tide tables", "bakery stock", "museum tickets", "ferry routes")
RESUME = """Ada Winterbourne
ada@example.com | +1 555 0100

Experience
Senior Product Manager, Copperfield Works
Jan 2021 - Present
- Wrote SQL every week and ran A/B testing on checkout, which raised conversion by 12%.
- Owned the product roadmap for three squads.

Product Manager, Hollow Lane
Mar 2017 - Dec 2020
- Led user research with 40 shopkeepers and used Jira daily.

Education
B.Sc. Economics, University of Somewhere, 2016
"""


def posting(number: int) -> str:
    """A posting of its own: other numbers ask for other skills, in another field."""
    field = FIELDS[number % len(FIELDS)]
    asked = [SKILLS[(number * 3 + step * (1 + number % 2)) % len(SKILLS)] for step in range(4)]
    filler = " ".join(sha256(f"{number}-{word}".encode()).hexdigest()[:6] for word in range(60))
    return (
        f"Senior Product Manager, {field} {number}\nCompany: Placeholder{number} Ltd\n\nAbout the role\n"
        f"You will lead the product for {field} with engineers and designers. {filler}\n\n"
        f"Requirements\n- {3 + number % 5}+ years of product management\n"
        + "".join(f"- Experience with {skill}\n" for skill in asked)
        + f"\nNice to have\n- {SKILLS[(number + 5) % len(SKILLS)]}\n\n"
        + f"Salary: ${100 + number},000 - ${130 + number},000\n"
    )


def make_resume(home: Path, name: str = "resume.txt", text: str = RESUME) -> Path:
    """A resume in the folder `home`."""
    path = home / name
    path.write_text(text, encoding="utf-8")
    return path


def make_folder(home: Path, count: int) -> Path:
    """A folder with `count` postings, half of them in a folder below."""
    folder = home / "postings"
    (folder / "more").mkdir(parents=True)
    for number in range(count):
        place = folder / "more" if number % 2 else folder
        (place / f"p{number:03}.txt").write_text(posting(number), encoding="utf-8")
    return folder


def outputs(outdir: Path) -> dict[str, bytes]:
    """The bytes of all the files in `outdir`, by name."""
    return {path.name: path.read_bytes() for path in sorted(outdir.iterdir()) if path.is_file()}


def shard_names(outdir: Path) -> list[str]:
    """The names of the result files."""
    return sorted(path.name for path in (outdir / "shards").iterdir())


def lines(path: Path) -> list[dict]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
