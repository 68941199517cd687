"""A batch to make pages of, with texts that would do harm if they were not escaped."""

from tailor.types import Asked, Bar, Batch, Cluster, Failed, Market, Opening, PairOpening, Part, Ranked, Salary, Spread
from tests.writers.page_making import ATTRIBUTE, SCRIPT, TRICKS

LINK = "javascript:alert(1)"
CLOSING = "</script></style></main></table>"


def ranked(rank, score, **changed):
    """A posting in its place."""
    usual = {
        "rank": rank,
        "file": f"p{rank}.txt",
        "title": f"Product Manager {rank}",
        "company": f"Firm {rank}",
        "location": "Leeds",
        "level": "mid",
        "mode": "remote",
        "years": Bar(f"{rank} years", "8.3 years in product roles", "yes"),
        "salary": Salary(100000.0 + rank, 120000.0, "USD"),
        "score": score,
        "parts": (Part("must-haves", score / 2, 50.0, "1 of 3"), Part("cap", -1.5, 0.0, "capped")),
        "resume": "cv.docx",
        "scores": {"cv.docx": score},
        "covered": ("SQL",),
        "partly": ("pricing",),
        "missing": ("Tableau",),
        "questions": (("Have you worked with Tableau?", 2.1),),
    }
    return Ranked(**{**usual, **changed})


HARMFUL = ranked(
    1,
    71.5,
    file=f'p1"{SCRIPT}.txt',
    title=f"{CLOSING}{SCRIPT} PM",
    company=f"{ATTRIBUTE}{TRICKS}",
    location=f"{LINK} {SCRIPT}",
    parts=(Part("must-haves", 20.0, 50.0, f"why {SCRIPT}"),),
    questions=((f"Have you used {SCRIPT}?", 1.0),),
    twins=1,
)
PLAIN = ranked(2, 55.0, level="senior", mode="hybrid", covered=(), missing=("Figma",))
TWIN = ranked(3, 50.0, twin_of=HARMFUL.file, twins=1)
BARE = ranked(
    4,
    30.2,
    title="",
    company="",
    location="",
    mode="unspecified",
    salary=None,
    years=Bar("", "8.3 years in product roles", None),
    covered=(),
    partly=(),
    missing=(),
    questions=(),
)


def market(*jobs, harm=SCRIPT):
    """What `jobs` ask for, near-duplicates once."""
    needs = {"required": 2, "preferred": 1, "responsibility": 0}
    return Market(
        postings=len(jobs),
        threshold=60.0,
        within=sum(job.score >= 60 for job in jobs),
        asked=(
            Asked("SQL", "technical proficiency", 3, needs, 2),
            Asked(f"Tableau $x$ {harm}", "technical proficiency", 1, {**needs, "required": 0}, 0),
        ),
        competencies=(("technical proficiency", 4, 0.5), ("leadership and influence", 0, 0.0)),
        openings=(Opening("Tableau", 2, 1, 2.1),),
        salaries=(Spread("USD", 2, 100000.0, 110000.0, 120000.0), Spread("GBP", 1, 70000.0, 70000.0, 70000.0)),
        levels={"mid": 2, "senior": 1},
        modes={"remote": 1, "hybrid": 1, "unspecified": 1},
        pairs=(PairOpening((f"Tableau {harm}", "SQL"), 2, 1, 3.4),),
        clusters=(Cluster(1, 2, 1, 51.0, {f"pricing {harm}": 0.75, "billing": 0.5}, f"p1{harm}.txt"),),
    )


def batch(*jobs, **changed):
    """A batch of `jobs`, by default one of each kind."""
    jobs = jobs or (HARMFUL, PLAIN, TWIN, BARE)
    apart = [job for job in jobs if not job.twin_of]
    usual = {
        "outdir": "out",
        "ranked": jobs,
        "failures": (Failed(f"poem {SCRIPT}.txt", f"is no posting {ATTRIBUTE}", "Leave it out."),),
        "market": market(*apart),
        "skipped": (Failed(f"old cv {SCRIPT}.docx", "is a resume, not a posting", "Nothing to do: it was set aside."),),
        "compared": len(jobs),
        "reused": 0,
        "ignored": 2,
        "files": (),
        "scores": tuple(job.score for job in apart),
    }
    return Batch(**{**usual, **changed})


NOTHING = Market(0, 60.0, 0, (), (), (), (), {}, {})
