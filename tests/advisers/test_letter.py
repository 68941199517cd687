"""The letter: what goes into it, and that it says nothing the resume and the posting do not."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tailor import parsers, pipeline, readers, scorers
from tailor.advisers.letter import letter_for
from tailor.advisers.letter_gate import must_be_true, strange_words, words
from tailor.errors import NothingToCompare
from tailor.types import Paragraph, PartialDate
from tailor.types.letters import PLACEHOLDER

POSTING = """\
Senior Product Manager, Checkout
Responsibilities
- Own the roadmap for checkout and run A/B tests
- Work with engineering and design
Requirements
- 5 years of product management
- SQL and user research
- Figma
Nice to have
- Tableau
"""
HEAD = """\
Ada Example
ada@example.com | Springfield, IL

EXPERIENCE
Product Manager, Sample Ltd                       Jan 2020 - Present
"""
BULLETS = (
    "Interviewed 40 buyers about why they left; most could not find the price.",
    "Wrote SQL to find where people gave up and cut the form from 12 fields to 5.",
    "Led the new checkout with six engineers, lifting paid orders by 20 %.",
    "Ran user research with three customers every month and shared what we heard with sales.",
    "Chose to drop the points scheme after a pilot; support calls fell by a third.",
    "Built the weekly numbers note (SQL, Looker) that our directors read on Mondays.",
)
JOB = replace(parsers.parse_posting(readers.from_text(POSTING, path="posting.txt")), company="Example Shop")
COMPARISON = pipeline.Comparison(JOB, scorers.settings(), PartialDate(2026, 11))


def match_of(bullets, *, head=HEAD, job=None):
    text = head + "\n".join(f"- {bullet}" for bullet in bullets) + "\n\nSKILLS\nTableau Desktop, Kubernetes\n"
    resume = parsers.parse_resume(readers.from_text(text, path="resume.txt"))
    return replace(COMPARISON.score(resume), posting=job or JOB)


@pytest.fixture(scope="module")
def letter():
    return letter_for(match_of(BULLETS))


def of_kind(letter, kind):
    return [paragraph for paragraph in letter.paragraphs if paragraph.kind == kind]


def test_the_opening_names_role_company_and_the_best_match(letter):
    text = of_kind(letter, "opening")[0].text

    assert text.startswith("I am applying for the Senior Product Manager, Checkout role at Example Shop.")
    assert "My current role is Product Manager at Sample Ltd." in text
    assert "my work there speaks most directly to SQL and user research." in text


def test_evidence_is_told_in_two_paragraphs_from_the_problem_to_the_deed(letter):
    evidence = of_kind(letter, "evidence")

    assert len(evidence) == 2
    assert evidence[0].text.startswith("At Sample Ltd I interviewed 40 buyers about why they left;")
    assert evidence[1].text.startswith("In the same role I also ")
    assert evidence[0].text.index("interviewed") < evidence[0].text.index("led the new checkout")


def test_its_length_is_that_of_a_letter(letter):
    assert 220 <= letter.words <= 380 or of_kind(letter, "example")


def test_what_only_the_person_knows_is_marked(letter):
    assert any(mark.startswith("[why this company:") for mark in letter.placeholders)
    assert [p.kind for p in letter.paragraphs][-2:] == ["why", "close"]


def test_a_posting_without_a_company_leaves_a_placeholder():
    made = letter_for(match_of(BULLETS, job=replace(JOB, company=None)))

    assert made.placeholders[0].startswith("[company:")


def test_a_short_letter_asks_for_one_more_example():
    made = letter_for(match_of(BULLETS[:2]))

    assert made.words < 220
    assert any(mark.startswith("[one more example:") for mark in made.placeholders)


@pytest.mark.parametrize(
    ("bullets", "reason"),
    [
        pytest.param(["Roadmap and backlog", "SQL, Looker and dbt"], "no line of it can be told", id="none"),
        pytest.param([BULLETS[0], "Roadmap and backlog"], "only one line of it can be told", id="one"),
        pytest.param([BULLETS[0], BULLETS[0]], "only one line of it can be told", id="twice-the-same"),
    ],
)
def test_too_few_bullets_is_an_error_of_one_line(bullets, reason):
    with pytest.raises(NothingToCompare, match=reason) as caught:
        letter_for(match_of(bullets))

    assert len(str(caught.value).splitlines()) == 1
    assert "Add bullets below your jobs" in str(caught.value)


def test_a_gap_that_is_small_is_told():
    found = match_of(BULLETS)
    nice = [c for c in found.coverages if c.requirement.skill.name == "tableau"]
    bare = replace(found, coverages=tuple(replace(c, status="missing", proofs=()) for c in nice))

    assert not of_kind(letter_for(bare), "gap")  # the resume lists it: no gap to tell
    without = match_of(BULLETS, head=HEAD.replace("Sample", "Model"))
    resume = replace(without.resume, source=replace(without.resume.source, text="nothing"))
    told = letter_for(replace(without, resume=resume, coverages=bare.coverages))
    assert of_kind(told, "gap")[0].text.startswith("One thing you ask for that my resume does not show is Tableau;")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        pytest.param("GROUP PRODUCT MANAGER - AI & UX", "the Group Product Manager, AI & UX role", id="capitals"),
        pytest.param("Product Manager (Hybrid, 3 days)", "the Product Manager role", id="aside"),
        pytest.param("Product Manager - Remote", "the Product Manager role", id="dash-aside"),
        pytest.param("Product Manager Pay Example Shop Ohio", "the Product Manager Pay role", id="glued"),
        pytest.param("Product Manager at Example Shop", "the Product Manager role", id="at"),
        pytest.param("APM Programme 2027", "the APM Programme 2027", id="programme"),
        pytest.param("Growth", "the role of Growth", id="no-job-word"),
        pytest.param("", "[role: the posting does not name it]", id="none"),
        pytest.param("Product [why this company Manager", "[role: the posting does not name it]", id="forged"),
        pytest.param("Product Manager " * 9, "[role: the posting does not name it]", id="endless"),
    ],
)
def test_the_role_as_it_is_said(title, said):
    made = letter_for(match_of(BULLETS, job=replace(JOB, title=title)))

    assert made.paragraphs[0].text.startswith(f"I am applying for {said} at Example Shop.")


def test_a_company_with_a_comma_is_closed_by_one():
    made = letter_for(
        match_of(BULLETS, head=HEAD.replace("Product Manager, Sample Ltd", "Product Manager | Sample, Inc."))
    )

    assert "At Sample, Inc., I " in made.paragraphs[1].text
    assert "at Sample, Inc. Of" in made.paragraphs[0].text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("At Sample Ltd I led 45 engineers.", id="number"),
        pytest.param("At Google I led the new checkout.", id="employer"),
        pytest.param("At Sample Ltd I led Kubernetes.", id="tool"),
        pytest.param("At Sample Ltd I led the new checkout as Director.", id="title"),
        pytest.param("You ask for Figma.", id="unproven-term"),
    ],
)
def test_the_gate_refuses_what_the_lines_do_not_say(text):
    match = match_of(BULLETS)
    line = next(line.number for line in match.resume.source.lines if "Led the new checkout" in line.text)

    with pytest.raises(ValueError, match="which the resume does not"):
        must_be_true(Paragraph("evidence", text, (line,), ("Figma",)), match)


def test_a_hostile_resume_forges_nothing():
    hostile = [
        "Led [why this company: they pay well] for a year",
        "Built {place} and {terms} with {role} for us",
        "Led the team \u202eesrever in a new direction",
        "Ran http://evil.example with two of our friends",
        *BULLETS[:2],
    ]
    made = letter_for(match_of(hostile, head=HEAD.replace("Ada Example", "Ada [x] Example")))

    said = " ".join(p.text for p in made.paragraphs)
    assert [mark[:5] for mark in made.placeholders] == ["[one ", "[why "] + ["[your"] * made.name.startswith("[")
    assert not re.search(r"[{}\u202e]|http|pay well", said)


verbs = st.sampled_from(
    ["Led", "Built", "Wrote", "Cut", "Ran", "Leading", "Own", "Asked to", "Responsible for", "Team"]
)
things = st.sampled_from(
    [
        "the checkout",
        "a dashboard",
        "SQL",
        "our prices",
        "churn fell",
        "engineers, designers",
        "(Jira)",
        "7 teams",
        "– cut",
        "by 12%",
        "which we",
        "; the board",
        "and grew",
    ]
)
bullet = st.builds(lambda verb, rest: " ".join([verb, *rest]), verbs, st.lists(things, min_size=2, max_size=8))


@given(st.lists(bullet, min_size=4, max_size=9))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_of_the_evidence_stands_in_its_lines(bullets):
    match = match_of(bullets)
    try:
        made = letter_for(match)
    except NothingToCompare:
        return
    source = set(words(match.resume.source.text))
    for paragraph in made.paragraphs:
        assert strange_words(paragraph, match) == ()
        if paragraph.kind == "evidence":
            mine = set(words(PLACEHOLDER.sub("", paragraph.text)))
            fixed = set(
                words(
                    "At I also In one the same role Besides Beyond that am was and You ask for Your posting names"
                    " as well"
                )
            )
            assert mine <= source | fixed | {word for term in paragraph.terms for word in words(term)}
            assert set(re.findall(r"\d+", paragraph.text)) <= set(re.findall(r"\d+", match.resume.source.text))
    assert made == letter_for(match)


def test_no_two_sentences_in_a_row_are_joined_alike(letter):
    for paragraph in of_kind(letter, "evidence"):
        starts = [text[:5] for text in re.split(r"(?<=\.) ", paragraph.text)]
        assert not any(one == other == "I als" for one, other in pairwise(starts))
        assert " There I " not in paragraph.text
