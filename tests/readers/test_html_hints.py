"""What a page says about itself: declared postings, titles, kinds of page."""

import json

import pytest

from tailor.readers import read

FILLER = " ".join(["word"] * 45)
TEXT = f"<p>{FILLER}</p>"


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def source(body, head=""):
    return read("-", stdin=page(body, head))


def json_ld(**posting):
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"@type": "JobPosting"} | posting]}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_what_the_declared_posting_says_of_itself():
    place = {"address": {"addressLocality": "Leeds", "addressCountry": {"name": "UK"}}}
    pay = {"currency": "GBP", "value": {"minValue": 70000, "maxValue": 80000.5, "unitText": "YEAR"}}

    found = source(
        TEXT,
        json_ld(
            title="Product  Manager",
            hiringOrganization={"name": "Acme"},
            datePosted="2024-05-06T00:00",
            jobLocation=[place, place],
            jobLocationType="TELECOMMUTE",
            baseSalary=pay,
        )
        + "<title>Jobs</title>",
    )

    assert found.hints == {
        "title": "Product Manager",
        "company": "Acme",
        "posted": "2024-05-06",
        "location": "Leeds, UK",
        "mode": "remote",
        "currency": "GBP",
        "salary_min": "70000",
        "salary_max": "80000.5",
        "salary_unit": "YEAR",
    }


@pytest.mark.parametrize(
    "block",
    ["{", "[" * 90_000, '{"@type": "JobPosting", "title": {}, "baseSalary": [1], "jobLocation": "x"}', "null", '"' * 9],
    ids=["cut", "deep", "odd-types", "null", "quotes"],
)
def test_broken_declarations_do_no_harm(block):
    found = source(TEXT, f'<script type="application/ld+json">{block}</script>')

    assert found.lines[0].text == FILLER


@pytest.mark.parametrize(
    ("head", "body", "title", "company"),
    [
        pytest.param("<title>Job Application for PM at Acme</title>", "", "PM", "Acme", id="greenhouse-title"),
        pytest.param("<title>Acme hiring PM in Leeds | LinkedIn</title>", "", "PM", "Acme", id="linkedin-title"),
        pytest.param("<title>PM @ Acme</title>", "", "PM", "Acme", id="ashby-title"),
        pytest.param("<title>x</title>", "<h1>PM</h1>", "PM", None, id="heading"),
        pytest.param(
            '<meta property="og:title" content="PM"><meta property="og:site_name" content="Acme">',
            "",
            "PM",
            "Acme",
            id="meta",
        ),
        pytest.param(
            '<meta property="og:site_name" content="LinkedIn"><title>PM</title>',
            "",
            "PM",
            None,
            id="board-is-no-company",
        ),
        pytest.param(
            "",
            '<b data-automation="job-detail-title">PM</b>'
            '<button><i data-automation="advertiser-name">Acme</i></button>',
            "PM",
            "Acme",
            id="board",
        ),
    ],
)
def test_title_and_company(head, body, title, company):
    hints = source(body + TEXT, head).hints

    assert (hints["title"], hints.get("company")) == (title, company)


@pytest.mark.parametrize(
    ("body", "head", "kind"),
    [
        pytest.param(
            TEXT + "<form>" + "<label>Name<input></label>" * 4 + "</form>", "", "application form", id="fields"
        ),
        pytest.param(
            TEXT, '<link rel="canonical" href="https://a.example/jobs/1/apply">', "application form", id="address"
        ),
        pytest.param(
            TEXT + "<p>We use cookies. Your personal data, your privacy.</p>" * 60, "", "policy text", id="policy"
        ),
        pytest.param(TEXT + "<input type='hidden'>" * 9, "", None, id="hidden-fields"),
        pytest.param(
            f'<div class="job__description">{TEXT}</div><form>{"<input>" * 9}</form>', "", None, id="posting-with-form"
        ),
    ],
)
def test_pages_that_are_no_posting_are_named(body, head, kind):
    assert source(body, head).hints.get("page") == kind
