"""A match as JSON for other programs; the schema is `docs/schemas/compare-1.json`."""

from __future__ import annotations

from typing import Any

from tailor.types import Coverage, Match, Need

SCHEMA = "tailor.compare/1"
ANSWER = {"covered": "yes", "partly": "partly", "missing": "no"}


def match_record(match: Match) -> dict[str, Any]:
    """`match` as plain data: every figure of the report, and where in the two files it rests on."""
    return {
        "schema": SCHEMA,
        "resume": match.resume.source.path,
        "posting": match.posting.source.path,
        "title": match.posting.title,
        "company": match.posting.company,
        "as_of": str(match.as_of),
        "score": match.score,
        "parts": [part.to_dict() for part in match.parts],
        "requirements": [coverage_record(c, match) for c in match.coverages],
        "competencies": [profile.to_dict() for profile in match.profile],
        "gaps": [c.requirement.skill.name for c in match.gaps],
        "years": match.years.to_dict() | {"asked": match.posting.years, "pm_years": match.pm_years},
        "degree": match.degree.to_dict(),
        "copied": list(match.copied),
        "suggestions": [suggestion.to_dict() for suggestion in match.suggestions],
    }


def coverage_record(coverage: Coverage, match: Match) -> dict[str, Any]:
    """One requirement: what is asked, where, and the resume lines that answer it, strongest first."""
    requirement = coverage.requirement
    return {
        "canonical": requirement.skill.name,
        "type": requirement.skill.type,
        "competency": requirement.skill.competency,
        "requirement": requirement.need,
        "years": {"asked": requirement.years, "months_shown": coverage.months},
        "covered": ANSWER[coverage.status],
        "spared_by": coverage.spared_by,
        "strength": coverage.strength,
        "lines": [proof.line for proof in coverage.proofs],
        "proofs": [proof.to_dict() for proof in coverage.proofs],
        "asked": [{"start": m.start, "end": m.end, "line": m.line, "text": m.text} for m in requirement.mentions],
    }


def need_label(need: Need) -> str:
    """`need` as the reports print it."""
    return {"required": "must", "preferred": "nice", "responsibility": "duty"}[need]
