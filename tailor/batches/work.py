"""One posting at work: read, compared with each resume, told as a plain record. All heavy objects live here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tailor import advisers, comparison, extractors, parsers, pipeline, readers, scorers
from tailor.batches import keys, remote
from tailor.batches.inputs import CHANGED, Item
from tailor.batches.setup import Setup
from tailor.batches.sketch import sketch
from tailor.errors import InputError, NotAPosting, TailorError
from tailor.resources import table
from tailor.scorers.pairs import Gaps
from tailor.scorers.supposed import Supposing
from tailor.types import Evidence, Match, PartialDate, Posting, Requirement, Resume, Source, Told

MEND = "Mend or remove it, then run the same command again."
AGAIN = "Run the same command again."


class IsResume(NotAPosting):
    """What lies among the postings is a resume: it is set aside, and that is no failure."""


class Known(NamedTuple):
    """What is known of a resume in one month: what it shows, and what it would score if it showed more."""

    evidence: tuple[Evidence, ...]
    supposing: Supposing


class Bench:
    """The resumes, read once a process, to hold postings against."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.using = scorers.settings_from(Path(setup.weights)) if setup.weights else scorers.settings()
        self.resumes = {name: pipeline.read_resume(path) for name, path in setup.resumes}
        self.told_of = {name: extractors.resume_told(resume) for name, resume in self.resumes.items()}
        self.skills = extractors.taxonomy().skills
        self.known: dict[tuple[str, PartialDate], Known] = {}
        for name, resume in self.resumes.items():  # loads all that is heavy, so that it is not charged to a posting
            self.knowing(name, resume, setup.month or pipeline.reference_month(resume))

    def record(self, item: Item) -> dict[str, Any]:
        """What is found of one posting, ready for JSON, or why it failed."""
        head = {"id": self.setup.id_of(item), "file": item.label, "sha256": item.digest}
        try:
            return head | self.told(posting_of(item))
        except IsResume as error:
            return head | failure(error.reason, error.remedy, again=False, skipped=True)
        except TailorError as error:
            return head | failure(error.reason, error.remedy, again=not item.digest)

    def told(self, posting: Posting) -> dict[str, Any]:
        """The record of `posting`: facts, scores, and the match with the resume that fits best."""
        asked = comparison.found_requirements(posting)
        telling = extractors.posting_told(posting, asked)
        matches = {name: self.match(name, posting, asked, telling) for name in self.resumes}
        best = max(matches, key=lambda name: matches[name].score)  # the first given, of equals
        scores = {name: match.score for name, match in matches.items()}
        text = posting.source.text
        told = " ".join(text[p.start : p.end] for p in posting.telling)
        return {
            "ok": True,
            **facts(posting),
            "scores": scores,
            "resume": best,
            **match_facts(matches[best]),
            **(gaps := self.lifts(best, matches[best])),
            "questions": questions(matches[best], gaps["lifts"]),
            "sketch": sketch(told).hex(),
        }

    def match(self, name: str, posting: Posting, asked: Iterable[Requirement], telling: Sequence[float]) -> Match:
        """The match of the resume `name`, without suggestions; the same score as `tailor.compare` gives."""
        resume = self.resumes[name]
        as_of = self.setup.month or pipeline.reference_month(resume, posting)
        shown, told = self.knowing(name, resume, as_of).evidence, Told(telling, self.told_of[name])
        return scorers.score(
            posting, resume, asked, shown, told=told, skills=self.skills, as_of=as_of, using=self.using
        )

    def knowing(self, name: str, resume: Resume, as_of: PartialDate) -> Known:
        """What is known of a resume in that month, found once a process."""
        if (name, as_of) not in self.known:
            shown = extractors.evidence(resume, as_of)
            supposing = Supposing(resume, shown, skills=self.skills, as_of=as_of, using=self.using)
            self.known[name, as_of] = Known(shown, supposing)
        return self.known[name, as_of]

    def lifts(self, name: str, match: Match) -> dict[str, Any]:
        """What closing gaps is worth.

        lifts : for each gap, by the skill's name: the score if the resume showed it.
        pairs : (place in lifts, place in lifts, score) for each two of those worth most alone.
        """
        gaps = Gaps(self.knowing(name, match.resume, match.as_of).supposing, match)
        alone = gaps.singles()
        ids = list(alone)
        best = sorted(ids, key=lambda key: (-alone[key], ids.index(key)))[: table("batch.toml")["market"]["gaps"]]
        pairs = [(ids.index(one), ids.index(other), score) for one, other, score in gaps.pairs(best)]
        return {"lifts": {self.skills[key].name: score for key, score in alone.items()}, "pairs": pairs}


def posting_of(item: Item) -> Posting:
    """The posting of `item`; raises a TailorError if it is none, or if its file is not what it was."""
    if item.problem:
        raise InputError(item.label, item.problem, MEND)
    return parsed(item.label, source_of(item) if item.path else record_source(item))


def source_of(item: Item) -> Source:
    """The file of `item`, here or in an object store, read once: what is hashed is what is used."""
    data = remote.read(item.path) if remote.is_remote(item.path) else readers.load(item.path)
    if item.digest and keys.of_bytes(data) != item.digest:
        raise InputError(item.path, CHANGED, AGAIN)
    return readers.from_bytes(item.path, data)


def record_source(item: Item) -> Source:
    """A record as a source: its bytes decide whether it is a page or plain text, its columns come as hints."""
    found = readers.read("-", stdin=item.text.encode("utf-8", "replace"))
    return replace(found, path=item.label, hints={**found.hints, **dict(item.hints)})


def parsed(label: str, source: Source) -> Posting:
    """The posting in `source`; raises NotAPosting, and IsResume if it is one."""
    if parsers.looks_like_resume(source):
        raise IsResume(label, "is a resume, not a posting", "Nothing to do: it was set aside.")
    return parsers.parse_posting(source)


def failure(reason: str, remedy: str, *, again: bool, skipped: bool = False) -> dict[str, Any]:
    """The record of what was not compared; `again` if the next run is to try it, `skipped` if it is no failure."""
    return {"ok": False, "skipped": skipped, "reason": reason, "remedy": remedy, "again": again}


def facts(posting: Posting) -> dict[str, Any]:
    """What the posting says of the job."""
    return {
        "title": posting.title,
        "company": posting.company or "",
        "location": posting.location or "",
        "level": posting.level,
        "mode": posting.mode,
        "salary": posting.salary and posting.salary.to_dict(),
    }


def questions(match: Match, lifts: Mapping[str, float]) -> list[tuple[str, float]]:
    """What to ask the person about the first gaps, and the points a yes would bring, most first."""
    asked = [(text, round(lifts[name] - match.score, 1)) for name, text in advisers.gap_questions(match).items()]
    return sorted(asked, key=lambda pair: -pair[1])[: table("advice.toml")["questions"]]


def match_facts(match: Match) -> dict[str, Any]:
    """Score, parts, bars and requirements of a match; lines are addresses in the resume."""
    return {
        "score": match.score,
        "as_of": str(match.as_of),
        "parts": [part.to_dict() for part in match.parts],
        "years": match.years.to_dict(),
        "degree": match.degree.to_dict(),
        "requirements": [
            {
                "skill": found.requirement.skill.name,
                "competency": found.requirement.skill.competency,
                "need": found.requirement.need,
                "status": found.status,
                "strength": found.strength,
                "spared by": found.spared_by,
                "resume line": found.proofs[0].line if found.proofs else None,
                "posting line": found.requirement.asked.line,
            }
            for found in match.coverages
        ],
    }
