"""A posting becomes facts and passages with a section, a need and, where it applies, a kind of boilerplate."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tailor.errors import EmptyFile, NotAPosting
from tailor.parsers.outline import outline
from tailor.parsers.passages import cut
from tailor.parsers.posting import parse_posting
from tailor.readers import from_text

POSTING = """Senior Product Manager, Billing
Rotterdam (hybrid)
Compensation: €80K - €95K

About Quillware

Quillware was founded in 2014 and is backed by leading investors. Our mission is to make invoices painless.

About the role

As a Senior Product Manager you will own the roadmap of our billing product.

What You'll Do

- Define the product strategy and write requirements with engineers
- Run experiments and report the results to stakeholders

What we're looking for

- 5+ years of experience in product management, ideally in fintech
- Strong SQL skills
- Bachelor's degree in engineering or equivalent experience

Nice to have

- Experience with payments
- You must speak Dutch

Benefits

- Health, dental and vision insurance, 401(k) with company match
- Unlimited paid time off and a yearly learning stipend

Quillware is an equal opportunity employer. We do not discriminate on the basis of race, religion or gender identity.
"""
SCRAPE = (
    "Product Manager\nLeeds\n\nAbout UsQuillware was founded in 2014 and our mission is to make invoices painless."
    "Key ResponsibilitiesOwn the roadmap of the billing productDefine requirements with engineersMinimum Qualifications"
    "5+ years of experience in product managementStrong SQL skillsPreferred QualificationsExperience with payments"
    "BenefitsHealth, dental and vision insurance401(k) with company matchQuillware is an equal opportunity employer."
)


def parsed(text):
    return parse_posting(from_text(text))


def passage_with(posting, words):
    return next(p for p in posting.passages if words in posting.source.text[p.start : p.end])


@pytest.mark.parametrize(
    ("text", "words", "need"),
    [
        pytest.param(POSTING, "Define the product strategy", "responsibility", id="duties"),
        pytest.param(POSTING, "own the roadmap", "responsibility", id="role"),
        pytest.param(POSTING, "Strong SQL skills", "required", id="required"),
        pytest.param(POSTING, "5+ years", "required", id="asked-part-of-a-sentence"),
        pytest.param(POSTING, "ideally in fintech", "preferred", id="wished-part-of-a-sentence"),
        pytest.param(POSTING, "Experience with payments", "preferred", id="nice-to-have"),
        pytest.param(POSTING, "must speak Dutch", "required", id="sentence-beats-heading"),
        pytest.param(SCRAPE, "Own the roadmap", "responsibility", id="scrape-duties"),
        pytest.param(SCRAPE, "Strong SQL skills", "required", id="scrape-required"),
        pytest.param(SCRAPE, "Experience with payments", "preferred", id="scrape-preferred"),
    ],
)
def test_the_need_follows_the_sentence_and_else_the_section(text, words, need):
    found = passage_with(parsed(text), words)

    assert (found.need, found.boilerplate) == (need, None)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        pytest.param(POSTING, "Rotterdam", "top", id="location-line"),
        pytest.param(POSTING, "Compensation", "top", id="pay-line"),
        pytest.param(POSTING, "founded in 2014", "about", id="about"),
        pytest.param(POSTING, "Health, dental", "benefits", id="benefits"),
        pytest.param(POSTING, "equal opportunity", "eeo", id="eeo-without-heading"),
        pytest.param(SCRAPE, "founded in 2014", "about", id="scrape-about"),
        pytest.param(SCRAPE, "Health, dental", "benefits", id="scrape-benefits"),
        pytest.param(SCRAPE, "equal opportunity", "eeo", id="scrape-eeo"),
    ],
)
def test_boilerplate_has_its_kind_and_no_need(text, words, kind):
    found = passage_with(parsed(text), words)

    assert (found.boilerplate, found.need) == (kind, None)


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("**Basic Qualifications**", "required"),
        ("---- What the Candidate Will Do ----", "responsibility"),
        ("WHAT YOU'LL BRING:", "required"),
        ("Who you are", "required"),
        ("🎯 What we’re looking for", "required"),
        ("You might thrive in this role if you…", "required"),
        ("What we’d love to see:", "required"),
        ("What we hope for", "required"),
        ("Extra points if you have", "preferred"),
        ("Preferred Qualifications & Skills", "preferred"),
        ("Responsibilities & Duties", "responsibility"),
        ("A day in the life", "responsibility"),
        ("Tools you will meet here", "responsibility"),
        ("Our tech stack", "responsibility"),
        ("The technologies we use", "responsibility"),
        ("Why this role matters", "responsibility"),
        ("What we offer", "benefits"),
        ("Perks and benefits of working with us", "benefits"),
        ("Salary range", "pay"),
        ("Who we are", "about"),
        ("Our values", "about"),
        ("Diversity, equity and inclusion", "eeo"),
        ("The interview process", "process"),
        ("Recruitment scams", "legal"),
        ("Seniority level", "board"),
    ],
)
def test_a_heading_opens_its_section(heading, section):
    source = from_text(f"Product Manager\n\n{heading}\n\nOne two three.\n")
    last = outline(source, cut(source))[-1]

    assert (last.text, last.section) == ("One two three.", section)


@pytest.mark.parametrize(
    ("items", "section"),
    [
        (["5+ years of product experience", "Strong analytical skills"], "required"),
        (["Experience with APIs", "Ability to write well", "We are 40 people", "Offices in Leeds"], "required"),
        (["We are 40 people", "Experience with APIs is common here"], "about"),
        (["We are 40 people", "Founded in 2012"], "about"),
    ],
)
def test_a_list_that_asks_is_of_requirements_whatever_stands_above_it(items, section):
    bullets = "".join(f"- {item}\n" for item in items)
    source = from_text(f"Product Manager\n\nWhy us and why you\n\n{bullets}\nOur values\n\nCandour.\n")
    found = outline(source, cut(source))

    assert {place.section for place in found if place.cut.line.kind == "bullet"} == {section}
    assert found[-1].section == "about"


@pytest.mark.parametrize(
    "line",
    ["Salary: $100,000", "- Preferred tools are ours", "We prefer people who care.", "Strategy & Delivery"],
)
def test_other_lines_open_none(line):
    source = from_text(f"Product Manager\n\nKey responsibilities\n\n{line}\n\nOne two three.\n")

    assert outline(source, cut(source))[-1].section == "responsibility"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            "The fog comes\non little cat feet.\nIt sits looking\nover harbor and city\n", "does not read", id="poem"
        ),
        pytest.param("def add(a, b):\n    return a + b\n\nprint(add(1, 2))\n", "does not read", id="code"),
        pytest.param(
            "First name *\nLast name *\nEmail *\nPhone\nResume *\nAre you authorized to work here? *\nSubmit\n",
            "does not read",
            id="application-form",
        ),
        pytest.param(
            "Cookie policy\nWe use cookies to help personalize content. You will find more about your choices below.\n"
            "Manage preferences\nStrictly necessary cookies\nThese are required for the website to work.\n",
            "does not read",
            id="cookie-policy",
        ),
        pytest.param(
            "Produktmanager (m/w/d)\nDeine Aufgaben\n- Du verantwortest die Roadmap unseres Produkts\nDein Profil\n"
            "- Mindestens drei Jahre Erfahrung im Produktmanagement und sehr gute Deutschkenntnisse\n",
            "not written in English",
            id="another-language",
        ),
        pytest.param(
            "Quillware\n\nAbout us\n\nQuillware was founded in 2014 and our mission is to make invoices painless.\n\n"
            "Benefits\n\n- Health, dental and vision insurance\n- 401(k) with match\n\n"
            "We are an equal opportunity employer. We do not discriminate on the basis of race, religion or gender.\n",
            "no duties and no requirements",
            id="boilerplate-only",
        ),
    ],
)
def test_a_text_that_asks_for_nothing_is_refused(text, reason):
    with pytest.raises(NotAPosting, match=reason):
        parse_posting(from_text(text, path="job.txt"))


def test_a_short_posting_is_not_refused():
    text = "We are looking for a product manager with 3+ years of experience in SaaS. You will own the roadmap."

    assert parsed(text).years == 3


@settings(deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(POSTING.split("\n"))).map("\n".join))
def test_any_text_parses_or_is_refused(text):
    try:
        posting = parsed(text)
    except (EmptyFile, NotAPosting):
        return
    assert posting.passages
    assert not [p for p in posting.passages if p.boilerplate and p.need]


def test_the_heading_of_a_section_asks_for_nothing():
    posting = parsed("Product Manager\n\nRequirements\n- You write SQL\n\nWhat you will do\n- Own the roadmap")

    assert [posting.source.text[p.start : p.end] for p in posting.passages if p.need] == [
        "You write SQL",
        "Own the roadmap",
    ]


def test_no_real_posting_is_refused(shared):
    records = (shared / "postings" / "postings.jsonl").read_text(encoding="utf-8").splitlines()

    assert len([parsed(json.loads(line)["text"]) for line in records]) == len(records)
