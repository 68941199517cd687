"""A posting held against resumes, and what changes of a resume are worth."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tailor import advisers, extractors, parsers, scorers, writers
from tailor.errors import NotAPosting
from tailor.resources import table
from tailor.types import Edit, Line, Match, PartialDate, Posting, Requirement, Resume, Suggestion, Told

stages = logging.getLogger("tailor")  # as in `pipeline`


class Comparison:
    """One posting, ready to be held against resumes: its requirements are extracted once."""

    def __init__(self, posting: Posting, using: scorers.Settings, as_of: PartialDate) -> None:
        self.posting, self.using, self.as_of = posting, using, as_of
        stages.info("finding what the posting asks for")
        self.requirements = found_requirements(posting)
        stages.debug("found %d requirements", len(self.requirements))
        self.told = extractors.posting_told(posting, self.requirements)

    def match(self, resume: Resume) -> Match:
        """The match, with suggestions and what each is worth, best first."""
        stages.info("finding what the resume shows")
        bare = self.score(resume)
        stages.info("weighing changes")
        return replace(bare, suggestions=tuple(self.priced(bare)))

    def score(self, resume: Resume) -> Match:
        """The match without suggestions."""
        return scorers.score(
            self.posting,
            resume,
            self.requirements,
            extractors.evidence(resume, self.as_of),
            told=Told(self.told, extractors.resume_told(resume)),
            skills=extractors.taxonomy().skills,
            as_of=self.as_of,
            using=self.using,
        )

    def priced(self, match: Match) -> list[Suggestion]:
        """Suggestions with their gain, the score with it applied, less the score now; best first.

        What gains nothing is left out, unless it serves the reader all the same.
        """
        free = table("advice.toml")["worth_without_points"]
        found = [replace(s, gain=self.gain(match, s)) for s in shortlist(advisers.suggest(match))]
        kept = [s for s in found if s.gain > 0 or (s.gain == 0 and s.rule in free)]
        return sorted(kept, key=lambda s: (-s.gain, s.rule, s.line or 0, s.after))

    def orders(self, match: Match) -> Iterator[Edit]:
        """Better orders of bullets and skills, with what each is worth."""
        for edit in advisers.edits(match):
            yield replace(edit, gain=round(self.with_edits(match.resume, [edit]) - match.score, 1) + 0.0)

    def with_edits(self, resume: Resume, edits: Iterable[Edit], without: Iterable[Line] = ()) -> float:
        """The score of `resume` with `edits` accepted and the lines `without` left out."""
        return self.score(parsers.parse_resume(writers.as_read(resume, edits, without))).score

    def gain(self, match: Match, suggestion: Suggestion) -> float:
        """Points the score moves by when `suggestion` is applied."""
        changed = parsers.parse_resume(advisers.applied(match.resume.source, suggestion))
        return round(self.score(changed).score - match.score, 1) + 0.0  # no "-0.0"


def shortlist(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """The first few of each rule; rules put the most needed first."""
    tried: dict[str, int] = {}
    for suggestion in suggestions:
        tried[suggestion.rule] = tried.get(suggestion.rule, 0) + 1
        if tried[suggestion.rule] <= table("advice.toml")["tried"]:
            yield suggestion


def found_requirements(posting: Posting) -> tuple[Requirement, ...]:
    """What `posting` asks for; raises NotAPosting if nothing is found."""
    found = extractors.requirements(posting)
    if not found:
        raise NotAPosting(
            posting.source.path,
            "no skill, duty or requirement found in it",
            "Is it the text of a job posting in English?",
        )
    return found
