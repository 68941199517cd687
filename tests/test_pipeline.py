"""The straight line, on the project's own samples and on whatever else is at hand."""

import json

import pytest

import tailor
from tailor import advisers, extractors, parsers, pipeline, readers, scorers
from tailor.errors import NotAPosting
from tailor.types import PartialDate

RESUMES = ("senior_pm.docx", "career_changer.pdf", "apm.txt")
POSTINGS = (
    "apm-edtech-careers-page.html",
    "apm-programme-ways-in.md",
    "director-product-marketplace.md",
    "group-pm-cybersecurity.txt",
    "pm-internal-tools-linkedin.txt",
    "pm-logistics-glued.txt",
    "pm-public-sector.pdf",
    "pm-subscription-growth.docx",
    "principal-pm-ai-greenhouse-style.html",
    "senior-pm-billing.txt",
    "senior-pm-climate-hardware.docx",
    "senior-pm-healthcare-saved-page.html",
    "senior-pm-payments-uk.txt",
    "staff-pm-developer-platform.md",
)


@pytest.fixture(scope="module")
def resumes(samples):
    return [pipeline.read_resume(samples / "resumes" / name) for name in RESUMES]


@pytest.fixture(scope="module", params=POSTINGS)
def matches(request, samples, resumes):
    posting = pipeline.read_posting(samples / request.param)
    return [
        pipeline.Comparison(posting, scorers.settings(), pipeline.reference_month(resume, posting)).match(resume)
        for resume in resumes
    ]


def test_the_parts_sum_to_the_score(matches):
    for match in matches:
        assert match.score == pytest.approx(sum(part.points for part in match.parts), abs=1e-9)
        assert sum(part.maximum for part in match.parts) == pytest.approx(100, abs=0.4)
        assert all(0 <= part.points <= part.maximum for part in match.parts if part.name != "cap")
        assert all(part.points < 0 == part.maximum for part in match.parts if part.name == "cap")


def test_every_requirement_points_at_its_two_lines(matches):
    for match in matches:
        text = match.posting.source.text
        lines = {line.number: line.text for line in match.resume.source.lines}
        assert len(match.coverages) >= 10
        for coverage in match.coverages:
            for mention in coverage.requirement.mentions:
                assert text[mention.start : mention.end] == mention.text
            for proof in coverage.proofs:
                assert proof.words in lines[proof.line]


def test_status_follows_proof(matches):
    for match in matches:
        for coverage in match.coverages:
            assert (coverage.status == "missing") == (not coverage.proofs)


def test_applying_a_suggestion_moves_the_score_by_its_gain(matches):
    tried = 0
    for match in matches:
        comparison = pipeline.Comparison(match.posting, scorers.settings(), match.as_of)
        for suggestion in match.suggestions:
            changed = parsers.parse_resume(advisers.applied(match.resume.source, suggestion))
            assert comparison.score(changed).score - match.score == pytest.approx(suggestion.gain, abs=1e-6)
            assert suggestion.gain >= 0
            tried += 1
    assert tried


def test_suggestions_claim_nothing_the_resume_does_not_show(matches):
    known = extractors.taxonomy()
    for match in matches:
        for suggestion in match.suggestions:
            if suggestion.action in ("rewrite", "surface"):
                proofs = [p for c in match.coverages if c.requirement.skill.id == suggestion.skill for p in c.proofs]
                assert any(proof.how in ("same words", "synonym") for proof in proofs), suggestion
                assert suggestion.skill in known.skills


def test_the_best_suited_resume_scores_highest(samples, resumes):
    posting = pipeline.read_posting(samples / "senior-pm-billing.txt")
    comparison = pipeline.Comparison(posting, scorers.settings(), PartialDate(2026, 11))
    scores = [comparison.score(resume).score for resume in resumes]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[-1] >= 20


def test_a_match_shows_itself(samples):
    match = tailor.compare(samples / "resumes" / "apm.txt", samples / "apm-programme-ways-in.md")

    frame = match.to_frame()
    assert len(frame) == len(match.coverages)
    assert {"requirement", "status", "resume line"} <= set(frame.columns)
    assert match._repr_html_().count("<tr") > len(match.coverages)
    assert json.loads(json.dumps(match.to_dict()))["score"] == match.score


def test_present_is_never_read_off_the_clock(samples):
    resume, posting = samples / "resumes" / "senior_pm.docx", samples / "senior-pm-billing.txt"

    early = tailor.compare(resume, posting, as_of=PartialDate(2024, 2))
    late = tailor.compare(resume, posting, as_of=PartialDate(2026, 2))

    assert late.pm_years - early.pm_years == pytest.approx(2, abs=0.11)


def test_a_text_gives_the_same_alone_and_among_others(samples):
    files = [samples / name for name in POSTINGS[:4]]
    alone = [next(iter(tailor.extract([file]))).mentions for file in files]
    among = [reading.mentions for reading in tailor.extract(files)]

    assert alone == among


def test_every_real_posting_that_asks_for_something_is_compared(shared, resumes):
    rows = (shared / "postings" / "postings.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(rows) >= 400
    asks_nothing = []
    for row in map(json.loads, rows):
        posting = parsers.parse_posting(readers.from_text(row["text"]))
        try:
            comparison = pipeline.Comparison(posting, scorers.settings(), PartialDate(2026, 11))
        except NotAPosting:
            asks_nothing.append(row["id"])
            continue
        assert 0 <= comparison.score(resumes[0]).score <= 100
    assert len(asks_nothing) <= 1  # one of them only invites people to get in touch


def test_a_posting_of_another_trade_gets_little_for_its_level(samples):
    resume = pipeline.read_resume(samples / "resumes" / "senior_pm.docx")
    text = "Senior {}\n\nRequirements\n- 5+ years with SQL\n- Strong communication skills\n- Own the roadmap\n"
    points = []
    for trade in ("Product Manager", "Security Engineer"):
        posting = parsers.parse_posting(readers.from_text(text.format(trade)))
        match = pipeline.Comparison(posting, scorers.settings(), PartialDate(2026, 11)).score(resume)
        points.append(next((part.points / part.maximum, part.why) for part in match.parts if part.name == "level"))
    (alike, _), (other, why) = points
    assert round(other / alike, 1) == scorers.settings().levels["other_trade"]
    assert "not for a product role" in why
