"""The facts of a posting: title, company, level, years, degrees, pay, mode and location."""

from dataclasses import replace

import pytest

from tailor.parsers.facts import level_of
from tailor.parsers.posting import parse_posting
from tailor.readers import from_text
from tailor.types import Degree, Salary

TEXT = "Product Manager\n{top}\n\nAbout the role\n\nYou will own the roadmap. {role}\n\nRequirements\n\n- {asked}\n"


def parsed(top="Rotterdam", role="It matters.", asked="Strong SQL skills", wished=""):
    text = TEXT.format(top=top, role=role, asked=asked) + (f"\nNice to have\n\n- {wished}\n" if wished else "")
    return parse_posting(from_text(text))


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Product Manager", "mid"),
        ("Product Manager II", "mid"),
        ("Associate Product Manager", "associate"),
        ("Product Management Intern", "associate"),
        ("Sr. Product Manager, Growth", "senior"),
        ("(Senior/ Lead) Technical Product Manager", "senior"),
        ("Sr / Product Manager", "mid"),
        ("(Senior) Product Manager", "mid"),
        ("Staff Product Manager", "staff"),
        ("Senior Staff Product Manager", "staff"),
        ("Principal Product Manager", "staff"),
        ("Product Lead", "staff"),
        ("Group Product Manager", "group"),
        ("Senior Director of Product", "director"),
        ("Head of Product", "executive"),
        ("VP, Product", "executive"),
        ("Product Manager - Lead Generation", "mid"),
        ("Product Manager, Senior", "senior"),
        ("Product Leadership Coach", "mid"),
    ],
)
def test_the_level_is_that_of_the_title(title, level):
    assert level_of(title) == level


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("5+ years of product management experience", 5),
        ("5-7 years of experience in product", 5),
        ("~5 years of experience, including 2+ years with payments", 5),
        ("Minimum of three (3) years of experience", 3),
        ("0–2 years of experience", 0),
        ("Twelve or so years of building digital products", 12),
        ("A bachelor's degree and 6 years of experience, or a master's degree and 4 years of experience", 4),
        ("10 yrs experience", 10),
        ("A four-year college degree", None),
        ("We were founded 12 years ago", None),
        ("Strong SQL skills", None),
    ],
)
def test_years_are_the_lowest_number_asked_for_overall(asked, years):
    assert parsed(asked=asked).years == years


def test_years_only_wished_for_count_if_no_others_are_named():
    assert parsed(wished="8 years of experience").years == 8
    assert parsed(asked="3 years of experience", wished="2 years of experience").years == 3


def test_years_of_a_company_are_not_asked_for():
    assert parsed(role="We have been on the market for 7 years.").years is None


@pytest.mark.parametrize(
    ("asked", "degrees"),
    [
        ("Bachelor's degree in engineering", [("bachelor", "required", False)]),
        ("BA/BS in a technical field", [("bachelor", "required", False)]),
        (
            "B.S. in Computer Science, Masters is a plus",
            [("bachelor", "required", False), ("master", "preferred", False)],
        ),
        ("Bachelor’s or Master’s degree in a related field", [("bachelor", "required", False)]),
        ("Bachelor's degree or equivalent experience", [("bachelor", "required", True)]),
        ("Degree in engineering (MBA preferred)", [("degree", "required", False), ("mba", "preferred", False)]),
        ("Bachelor's degree preferred", [("bachelor", "preferred", False)]),
        ("A four-year college degree", [("bachelor", "required", False)]),
        ("PhD in statistics", [("degree", "required", False)]),
        ("A high degree of autonomy", []),
        ("You master the details and be kind", []),
        ("Knows MS Office", []),
    ],
)
def test_degrees_have_level_status_and_alternative(asked, degrees):
    found = [(degree.level, degree.status, degree.or_equivalent) for degree in parsed(asked=asked).degrees]
    assert found == degrees


def test_a_degree_under_a_wish_is_preferred():
    assert parsed(wished="MBA or advanced degree").degrees == (Degree("mba", "preferred", False, ("business",)),)


@pytest.mark.parametrize(
    ("line", "salary"),
    [
        ("Compensation: $206.6K - $309.8K", Salary(206_600, 309_800, "USD")),
        ("Compensation: CA$150K - CA$200K", Salary(150_000, 200_000, "CAD")),
        ("The base salary range is $77,440.00 - 97,000.00 USD.", Salary(77_440, 97_000, "USD")),
        ("The annual base salary is between $211,000 CAD and $285,000 CAD.", Salary(211_000, 285_000, "CAD")),
        ("Base salary: £60K-£90K", Salary(60_000, 90_000, "GBP")),
        ("The salary for this role is 78.000 EUR.", Salary(78_000, 78_000, "EUR")),
        ("The pay starts from $120,000 per year.", Salary(120_000, None, "USD")),
        ("New York: salary $150,000 - $170,000. Ohio: salary $120,000 - $140,000.", Salary(120_000, 170_000, "USD")),
        ("Pay: $40 - $55 per hour", None),
        ("We have raised $250,000 in funding and pay well.", None),
        ("A $1,500 annual learning budget", None),
    ],
)
def test_salary_is_the_yearly_base_range(line, salary):
    assert parsed(role=f"Fine.\n\n{line}\n\nThat is all.").salary == salary


def test_the_pay_of_the_top_line_beats_that_of_the_text():
    posting = parsed(top="Rotterdam\nCompensation: €80K - €95K", role="The base salary is €60,000 - €99,000.")

    assert posting.salary == Salary(80_000, 95_000, "EUR")


@pytest.mark.parametrize(
    ("top", "role", "mode"),
    [
        ("Rotterdam", "It matters.", "unspecified"),
        ("Rotterdam (remote)", "It matters.", "remote"),
        ("Rotterdam (remote)", "We work from our office 3 days a week.", "hybrid"),
        ("Rotterdam", "This is a hybrid role.", "hybrid"),
        ("Rotterdam", "We are in the office 5 days a week.", "onsite"),
        ("Rotterdam", "This role is in person in our Rotterdam office, with occasional travel.", "onsite"),
        ("Rotterdam", "We are a fully remote company.", "remote"),
        ("Rotterdam", "We build hybrid cloud tools.", "unspecified"),
        ("Rotterdam", "You will visit customers for on-site interviews.", "unspecified"),
        ("Rotterdam", "Lunch in the office 5 days a week.", "unspecified"),
    ],
)
def test_the_mode_is_that_of_the_text_and_else_of_the_top_line(top, role, mode):
    assert parsed(top=top, role=role).mode == mode


@pytest.mark.parametrize(
    ("role", "company"),
    [
        ("At Quillware, we care.", "Quillware"),
        ("Quillware is looking for people.", "Quillware"),
        ("\n\nAbout Quillware Labs\n\nIt builds tools.", "Quillware Labs"),
        ("This role is new.", None),
    ],
)
def test_the_company_is_the_one_the_text_names(role, company):
    assert parsed(role=role).company == company


def test_the_title_is_the_first_line_and_the_location_the_second():
    posting = parsed(top="Rotterdam, Netherlands (remote)")

    assert (posting.title, posting.location) == ("Product Manager", "Rotterdam, Netherlands")


def test_a_labelled_location_counts():
    text = TEXT.format(top="", role="Fine.", asked="SQL").replace("\nAbout", "\nLocation: Leeds\n\nAbout", 1)

    assert parse_posting(from_text(text)).location == "Leeds"


def test_what_the_file_declares_beats_the_text():
    source = from_text(TEXT.format(top="Rotterdam", role="At Quillware, we care.", asked="SQL"))
    hints = {"title": "Head of Product", "company": "Inkwell", "location": "Leeds"}
    posting = parse_posting(replace(source, hints=hints))

    assert (posting.title, posting.company, posting.location) == ("Head of Product", "Inkwell", "Leeds")
    assert posting.level == "executive"


@pytest.mark.parametrize("label", ["Job title: ", "Position: ", "ROLE : ", ""])
def test_a_label_is_no_part_of_the_title(label):
    text = TEXT.format(top="New York", role="It matters.", asked="Strong SQL skills")
    text = text.replace("Product Manager\n", f"{label}Group Product Manager, Risk\n", 1)
    assert parse_posting(from_text(text)).title == "Group Product Manager, Risk"
