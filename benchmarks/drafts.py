"""Print the figures of drafts and letters: python -m benchmarks.drafts [drafts letters] [--shared DIR] [--texts DIR]

Every Word resume of the measuring material beside the checkout is drafted for every posting of its judged pairs, and
its file is checked by itself, on what was written, not on what was meant: with every change rejected it must come down
to the original, with every change accepted to the copy to send, and no part but the four that a comment needs may
differ. Letters are made for every judged pair. Nothing of the material becomes part of the project.

--texts DIR : put the letters there as text, and a list of the edits, to be read.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tailor import advisers, extractors, parsers, pipeline, readers, scorers, writers
from tailor.errors import TailorError
from tailor.types import Draft, Letter, PartialDate, Posting, Resume
from tailor.writers.claims import strange_words
from tailor.writers.comments import first_free
from tailor.writers.drafts import drafted, texts_of
from tailor.writers.grounds import ground_for
from tailor.writers.marks import pen_for
from tailor.writers.objections import main_part
from tailor.writers.package import unpacked
from tailor.writers.paragraphs import texts
from tailor.writers.resolving import accepted, essence, rejected

AS_OF = PartialDate(2025, 12)  # the month the pairs were judged at
MAY_DIFFER = ("[Content_Types].xml", "comments", ".rels")
FEWEST, MOST = 220, 380  # words of a letter
LEAST_FIT = 2  # from which on a pair is worth a letter
ORDINARY = 8  # bullets from which on a resume has something to put in order


@dataclass
class Found:
    """What was counted."""

    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    changes: list[int] = field(default_factory=list)
    edits: list[int] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def postings(shared: Path) -> dict[str, Posting]:
    """The postings of the judged pairs by id."""
    wanted = {row["posting"] for row in rows(shared / "pairs" / "judgements.jsonl")}
    found = {row["id"]: row["text"] for row in rows(shared / "gold" / "postings_dev.jsonl") if row["id"] in wanted}
    return {key: parsers.parse_posting(readers.from_text(found[key])) for key in sorted(found)}


def resumes(shared: Path) -> Iterator[Path]:
    """The Word resumes."""
    for folder in (shared / "resumes" / "files", shared / "pairs" / "resumes"):
        yield from sorted(folder.glob("*.docx"))


def planned(comparison: pipeline.Comparison, resume: Resume) -> Draft:
    """The draft of `resume`, as the command makes it."""
    match = comparison.match(resume)
    return Draft(match, writers.plan_of(match, comparison.orders(match)))


def measure(path: Path, comparison: pipeline.Comparison, found: Found) -> str:
    """Draft one resume for one posting and count how it went; the edits as text."""
    try:
        resume = pipeline.read_resume(path)
        start, worked = time.perf_counter(), time.process_time()
        draft = planned(comparison, resume)
        tracked, clean, written, _ = drafted(draft)
        found.times.append(1000 * (time.perf_counter() - start))
        found.work.append(1000 * (time.process_time() - worked))
    except TailorError as error:
        found.counts["refused"] += 1
        found.reasons[f"file: {error.reason}"] += 1
        return f"== {path.name}: {error}\n"
    after = comparison.with_edits(resume, written.edits)
    judge(path, (tracked, clean), written, found)
    found.counts["score lower"] += after < draft.match.score
    found.reasons.update(f"edit: {item.edit.kind}: {item.reason}" for item in written.refused)
    changes = [edit for edit in written.edits if edit.kind != "question"]
    if sum(line.kind == "bullet" for line in resume.source.lines) >= ORDINARY:
        found.changes.append(len(changes))
        found.edits.append(len(written.edits))
    found.kinds.update(edit.kind for edit in written.edits)
    return listing(path, written, after)


def judge(path: Path, files: tuple[bytes, bytes], draft: Draft, found: Found) -> None:
    """Hold both files against the original."""
    before, (tracked, clean) = path.read_bytes(), files
    original, package = unpacked(str(path), before), unpacked(str(path), tracked)
    part = main_part(package)
    old, new, sent = (unpacked(str(path), data).xml(part).getroot() for data in (before, tracked, clean))
    pen = pen_for(old, first_free(original, part, old))
    found.counts["written"] += 1
    found.counts["rejected equals original"] += essence(rejected(new, pen)) == essence(old)
    found.counts["accepted equals clean"] += texts(accepted(new, pen)) == texts(sent)
    same = all(
        package.parts[name] == data
        for name, data in original.parts.items()
        if name != part and not any(word in name for word in MAY_DIFFER)
    )
    found.counts["other parts as they were"] += same and list(package.parts)[: len(original.parts)] == list(
        original.parts
    )
    ground = ground_for(draft.match.resume)
    both = [strange_words(texts_of(str(path), before), texts_of(str(path), data), ground) for data in files]
    found.counts["gate violations"] += sum(map(len, both))


def listing(path: Path, draft: Draft, after: float) -> str:
    """The edits of a draft, to be read."""
    title, score = draft.match.posting.title, draft.match.score
    told = [f"{e.kind} {e.lines} +{e.gain}\n   - {e.before}\n   + {e.after}\n   {e.why}" for e in draft.edits]
    told += [f"REFUSED {item.edit.kind} {item.edit.lines}: {item.reason}" for item in draft.refused]
    return f"== {path.name} / {title}: {score:.1f} -> {after:.1f}\n" + "".join(f"{text}\n" for text in told)


def drafts(shared: Path, texts_to: Path | None) -> None:
    """Print the figures of drafts."""
    found, lists = Found(), []
    for posting in postings(shared).values():
        comparison = pipeline.Comparison(posting, scorers.settings(), AS_OF)
        lists += [measure(path, comparison, found) for path in resumes(shared)]
    for name in ("written", "refused", "rejected equals original", "accepted equals clean", "other parts as they were"):
        print(f"{name:34}{found.counts[name]}")
    for name in ("gate violations", "score lower"):
        print(f"{name:34}{found.counts[name]}")
    print(f"{'median ms, plan to checks':34}{statistics.median(found.times):.0f}")
    print(f"{'of it at work (processor), median':34}{statistics.median(found.work):.0f}")
    print(f"{'slowest ms':34}{max(found.times):.0f}")
    print(f"{'changes, median (ordinary resumes)':34} {spread(found.changes)}")
    print(f"{'with questions, median':34}{spread(found.edits)}")
    print("kinds: " + ", ".join(f"{kind} {count}" for kind, count in found.kinds.most_common()))
    for reason, count in found.reasons.most_common():
        print(f"{count:5} {reason}")
    if texts_to:
        (texts_to / "edits.txt").write_text("\n".join(lists), encoding="utf-8")


def spread(counts: list[int]) -> str:
    """The median of counts, and how many are that large or larger than five."""
    quarters = statistics.quantiles(counts, n=4)
    five = sum(count >= 5 for count in counts)
    middle = f"{statistics.median(counts):.0f} (quarters {quarters[0]:.0f} to {quarters[2]:.0f}"
    return f"{middle}; five or more: {five} of {len(counts)})"


def letters(shared: Path, texts_to: Path | None) -> None:
    """Print the figures of letters."""
    judged, found = rows(shared / "pairs" / "judgements.jsonl"), postings(shared)
    comparisons = {key: pipeline.Comparison(item, scorers.settings(), AS_OF) for key, item in found.items()}
    people = {row["resume"]: pipeline.read_resume(shared / "pairs" / "resumes" / row["resume"]) for row in judged}
    counts: list[int] = []
    failed: list[str] = []
    for row in judged:
        if row["fit"] < LEAST_FIT:
            continue
        try:
            letter = advisers.letter_for(comparisons[row["posting"]].score(people[row["resume"]]))
        except TailorError as error:
            failed.append(str(error))
            continue
        counts.append(words_of(letter))
        if texts_to:
            name = f"letter-{row['resume'].removesuffix('.txt')}-{row['posting'].replace(':', '-')}.txt"
            writers.write_letter(letter, texts_to / name)
    inside = sum(FEWEST <= count <= MOST for count in counts)
    print(f"{'pairs with fit >= 2':34}{len(counts) + len(failed)}")
    print(f"{'letters':34}{len(counts)}")
    print(f"{'words':34}{min(counts)} to {max(counts)}, median {statistics.median(counts):.0f}")
    print(f"{f'of {FEWEST} to {MOST} words':34}{inside}")
    for reason in failed:
        print(f"      {reason}")


def words_of(letter: Letter) -> int:
    """How many words the paragraphs of a letter have."""
    return sum(paragraph.words for paragraph in letter.paragraphs)


def main(arguments: Iterable[str] | None = None) -> None:
    """Read the arguments and print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("what", nargs="*", default=["drafts", "letters"])
    options = parser.parse_args(None if arguments is None else list(arguments))
    if options.texts:
        options.texts.mkdir(parents=True, exist_ok=True)
    extractors.load()
    for what in options.what:
        print(f"\n== {what}", flush=True)
        (drafts if what == "drafts" else letters)(options.shared, options.texts)


if __name__ == "__main__":
    main()
