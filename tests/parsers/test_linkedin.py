"""The PDF that LinkedIn's "Save to PDF" makes: a sidebar, companies above their roles, durations in brackets."""

import pytest

from tailor.parsers import parse_resume
from tailor.readers import read
from tests.readers.conftest import build_pdf

SIDE = [
    (30, 60, "Contact", "F2", 13),
    (30, 80, "ada.vance@example.org"),
    (30, 115, "www.linkedin.com/in/adavance"),
    (30, 127, "(LinkedIn)"),
    (30, 160, "Top Skills", "F2", 13),
    (30, 178, "Product Strategy"),
    (30, 192, "User Research"),
    (30, 206, "SQL"),
    (30, 240, "Languages", "F2", 13),
    (30, 258, "English (Native or Bilingual)"),
    (30, 305, "Certifications", "F2", 13),
    (30, 323, "Certified Scrum Product Owner"),
]
MAIN = [
    (225, 60, "Ada Vance", "F2", 26),
    (225, 86, "Senior Product Manager at Lowtide Ltd", "F1", 12),
    (225, 102, "Bristol, England, United Kingdom", "F1", 12),
    (225, 140, "Summary", "F2", 16),
    (225, 162, "Product manager for ferries and harbours.", "F1", 12),
    (225, 215, "Experience", "F2", 16),
    (225, 238, "Lowtide Ltd", "F1", 12),
    (225, 253, "4 years 2 months", "F1", 10),
    (225, 270, "Senior Product Manager", "F1", 11.5),
    (225, 285, "March 2021 - Present (2 years 2 months)", "F1", 10),
    (225, 300, "Bristol, England, United Kingdom", "F1", 10),
    (225, 316, "Own booking for 14 harbours; cut no-shows by 12 % in a year.", "F1", 10.5),
    (225, 355, "Product Manager", "F1", 11.5),
    (225, 370, "March 2019 - March 2021 (2 years)", "F1", 10),
    (225, 388, "Built the timetable app with a team of five.", "F1", 10.5),
    (225, 420, "Gull & Co", "F1", 12),
    (225, 435, "Business Analyst", "F1", 11.5),
    (225, 450, "June 2016 - February 2019 (2 years 9 months)", "F1", 10),
    (225, 465, "Cardiff", "F1", 10),
    (225, 481, "Requirements for the freight desk.", "F1", 10.5),
    (225, 520, "Education", "F2", 16),
    (225, 543, "University of Bath", "F1", 12),
    (225, 558, "Bachelor of Science - BSc, Economics \xb7 (2010 - 2013)", "F1", 10.5),
    (225, 740, "Page 1 of 1", "F1", 9),
]


@pytest.fixture(scope="module")
def resume(tmp_path_factory):
    path = tmp_path_factory.mktemp("linkedin") / "Profile.pdf"
    path.write_bytes(build_pdf([SIDE + MAIN]))
    return parse_resume(read(path))


def test_the_person(resume):
    who = resume.contact
    assert (who.name, who.email) == ("Ada Vance", "ada.vance@example.org")
    assert who.links == ("www.linkedin.com/in/adavance",)
    assert resume.headline.text == "Senior Product Manager at Lowtide Ltd"


def test_roles_under_one_company(resume):
    assert [(r.title, r.company, str(r.period.start), str(r.period.end)) for r in resume.roles] == [
        ("Senior Product Manager", "Lowtide Ltd", "2021-03", "None"),
        ("Product Manager", "Lowtide Ltd", "2019-03", "2021-03"),
        ("Business Analyst", "Gull & Co", "2016-06", "2019-02"),
    ]
    assert resume.roles[0].period.current


def test_sections_and_education(resume):
    kinds = {section.kind for section in resume.sections}
    assert {"skills", "languages", "certifications", "summary", "experience", "education"} <= kinds
    course = resume.education[0]
    assert (course.degree, course.field, course.school) == ("Bachelor of Science", "Economics", "University of Bath")


def test_page_furniture_is_no_line(resume):
    assert not any("Page 1" in line.text for line in resume.source.lines)
