"""Searchability: the person, the sections, the file."""

from dataclasses import replace

import pytest

from tailor.types import Layout

from .checking import ORDINARY, changed, found, verdict

CONTACT = "Leeds, UK | ada@example.com | +44 20 7946 0321 | linkedin.com/in/ada-example"
SUMMARY = "Product manager with eight years in payments and logistics, at home with carriers, drivers and their depots."
TITLE = "Senior Product Manager\nLeeds"


@pytest.mark.parametrize(
    ("rule", "old", "new", "expected"),
    [
        pytest.param("name", "", "", "pass", id="name"),
        pytest.param("name", "Ada Example", "CURRICULUM VITAE", "fail", id="no-name"),
        pytest.param("e-mail", "", "", "pass", id="e-mail"),
        pytest.param("e-mail", "ada@example.com | ", "", "fail", id="no-e-mail"),
        pytest.param("e-mail", "ada@example.com", "party.ada@example.com", "warn", id="unserious"),
        pytest.param("e-mail", "ada@example.com", "ada.partyka@example.com", "pass", id="a-name-with-party-in-it"),
        pytest.param("phone", "", "", "pass", id="phone"),
        pytest.param("phone", "+44 20 7946 0321 | ", "", "warn", id="no-phone"),
        pytest.param("place", "", "", "pass", id="place"),
        pytest.param("place", "Leeds, UK | ", "", "warn", id="no-place"),
        pytest.param("web presence", "", "", "pass", id="linkedin"),
        pytest.param("web presence", "linkedin.com/in/ada-example", "ada.dev", "pass", id="own-site"),
        pytest.param("web presence", " | linkedin.com/in/ada-example", "", "warn", id="no-link"),
        pytest.param("web presence", "linkedin.com/in/ada-example", "LinkedIn", "warn", id="named-only"),
        pytest.param("personal data", "", "", "pass", id="none-personal"),
        pytest.param("personal data", "Tools: SQL", "Date of birth: 4 May 1990\nTools: SQL", "warn", id="birth"),
        pytest.param("personal data", "Tools: SQL", "Gender balance work\nTools: SQL", "pass", id="no-label"),
        pytest.param("target title", "", "", "pass", id="headline"),
        pytest.param("target title", TITLE, "Leeds", "pass", id="in-the-summary"),
        pytest.param("summary", "", "", "pass", id="summary"),
        pytest.param("summary", "Summary", "Objective", "warn", id="objective"),
        pytest.param("summary", SUMMARY, "Product person.", "warn", id="thin"),
        pytest.param("summary", SUMMARY, SUMMARY * 8, "warn", id="long"),
        pytest.param("summary", f"Summary\n{SUMMARY}\n", "", "warn", id="no-summary"),
        pytest.param("headings", "", "", "pass", id="headings"),
        pytest.param("headings", "Tools: SQL", "\nMiscellaneous\nTools: SQL", "warn", id="odd-heading"),
        pytest.param("work history", "", "", "pass", id="jobs"),
        pytest.param(
            "work history", "Senior Product Manager, Acme Ltd\n", "Senior Product Manager\n", "warn", id="no-employer"
        ),
        pytest.param("education section", "", "", "pass", id="education"),
        pytest.param(
            "education section",
            "Education\nBSc Economics, University of Leeds, 2014 - 2017\n",
            "",
            "warn",
            id="no-education",
        ),
        pytest.param("skills section", "", "", "pass", id="skills"),
        pytest.param("skills section", "Skills\n", "", "warn", id="no-skills"),
        pytest.param("date format", "", "", "pass", id="months"),
        pytest.param("date format", "Mar 2018 - Dec 2020", "2018 - 2020", "warn", id="years-only"),
        pytest.param("date format", "Mar 2018 - Dec 2020", "03/2018 - 12/2020", "warn", id="mixed"),
        pytest.param("date format", "Mar 2018 - Dec 2020", "Mar '18 - Dec '20", "warn", id="two-figures"),
        pytest.param("date format", "Mar 2018 - Dec 2020", "March 2018 - December 2020", "pass", id="long-months"),
    ],
)
def test_searchability(rule, old, new, expected):
    assert verdict(rule, changed(old, new)) == expected


def test_no_title_below_the_name_and_none_in_the_summary():
    top = f"Senior Product Manager\n{CONTACT}\n\nSummary\nProduct manager with"

    assert verdict("target title", changed(top, f"{CONTACT}\n\nSummary\nA builder with")) == "warn"


def test_a_resume_without_jobs_fails():
    jobs = ORDINARY[ORDINARY.index("Experience\n") : ORDINARY.index("Education\n")]
    assert "No job was found" in found("work history", changed(jobs, "")).why
    assert verdict("work history", changed(jobs, "")) == "fail"


def test_jobs_without_a_heading_are_jobs_all_the_same():
    assert verdict("work history", changed("Experience\n", "")) == "pass"


@pytest.mark.parametrize(
    ("path", "expected", "words"),
    [
        pytest.param("Ada_Example_Resume.docx", "pass", "says whose", id="good"),
        pytest.param("cv/Example, Ada.docx", "warn", '","', id="comma"),
        pytest.param("ada example #1.docx", "warn", '"#"', id="special"),
        pytest.param("Ada_Example_final.docx", "warn", '"final"', id="final"),
        pytest.param("Ada Example v3.docx", "warn", '"v3"', id="version"),
        pytest.param("resume.docx", "warn", "Ada_Example_Resume.docx", id="nobody"),
        pytest.param(
            "Ada_Example_Senior_Product_Manager_Payments_and_Logistics_Resume_2026.docx",
            "warn",
            "characters",
            id="long",
        ),
        pytest.param("Clémence_Example.docx", "pass", "says whose", id="accent"),
        pytest.param("Ada-Example-Copyright-PM.docx", "pass", "says whose", id="copy-in-a-word"),
    ],
)
def test_file_name(path, expected, words):
    check = found("file name", changed(path=path))

    assert check.verdict == expected
    assert words in check.why


def test_an_address_that_stands_behind_a_link_only():
    resume = changed("ada@example.com | ", "")
    hidden = replace(resume, contact=replace(resume.contact, email="ada@example.com"))

    assert verdict("e-mail", hidden) == "warn"


def test_standard_input_has_no_file_name():
    assert verdict("file name", changed(path="-")) is None


@pytest.mark.parametrize(
    ("form", "layout", "expected"),
    [
        pytest.param("docx", Layout(format="docx"), "pass", id="docx"),
        pytest.param("pdf", Layout(format="pdf", pages=2, characters=3000), "pass", id="pdf"),
        pytest.param("pdf", Layout(format="pdf", pages=2, characters=9), "fail", id="scan"),
        pytest.param("txt", Layout(), "warn", id="text"),
        pytest.param("odt", Layout(), "warn", id="odt"),
    ],
)
def test_file_type(form, layout, expected):
    assert verdict("file type", changed(form=form), layout) == expected


def test_a_summary_without_a_heading_is_seen():
    text = "Product manager with eight years in payments, at home with carriers and depots."
    without = changed(f"Summary\n{SUMMARY}\n", f"{text}\n")

    check = found("summary", without)

    assert (check.verdict, "without a heading" in check.why) == ("warn", True)
