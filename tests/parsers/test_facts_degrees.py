"""The degrees of a posting, in the many ways in which people ask for one or do not."""

from dataclasses import replace

import pytest

from tailor.parsers.posting import parse_posting
from tailor.readers import from_text
from tailor.types import Degree

TEXT = (
    "Product Manager\nRotterdam\n\nAbout the role"
    "\n\nYou will own the roadmap.\n\n{heading}\n\n- {line}\n- Strong SQL skills\n"
)
CODES = {"b": "bachelor", "m": "master", "mba": "mba", "d": "degree"}


def degrees_of(line, heading="Requirements"):
    found = parse_posting(from_text(TEXT.format(heading=heading, line=line))).degrees
    return tuple(replace(degree, studies=()) for degree in found)


def spelled(codes):
    """ "b! m?~" : a bachelor's degree required and a master's preferred, the latter or its equivalent."""
    found = (code.rstrip("~") for code in codes.split())
    status = {"!": "required", "?": "preferred"}
    return tuple(
        Degree(CODES[short[:-1]], status[short[-1]], code.endswith("~"))
        for short, code in zip(found, codes.split(), strict=True)
    )


REQUIRED = [
    ("Bachelor's degree", "b!"),
    ("Bachelors degree required", "b!"),
    ("Bachelor of Science in Physics", "b!"),
    ("B.Sc. in Computer Science", "b!"),
    ("BSc or MSc in a numerate subject", "b!"),
    ("B.Tech / M.Tech from a good institute", "b!"),
    ("BEng in electronics", "b!"),
    ("BS in Finance or related field", "b!"),
    ("BS/MS in Engineering, or a related discipline with 5 years of experience", "b!"),
    ("BA or higher", "b!"),
    ("B.S. in Physics or related field, 5 or more years of experience", "b!"),
    ("Undergraduate degree in marketing", "b!"),
    ("University degree in business", "b!"),
    ("4-year degree from an accredited college", "b!"),
    ("Must hold a bachelor's or higher degree in statistics", "b!"),
    ("Currently pursuing a Bachelor's degree in design", "b!"),
    ("Education: Bachelor's (Required)", "b!"),
    ("Bachelor's degree, with 4 years of related experience", "b!"),
    ("Bachelor's degree in design or related field, 3 years of experience with prototypes", "b!"),
    ("5 years with a Bachelor's degree or 2 years of experience with an advanced degree (e.g. MBA, JD)", "b!"),
    ("Master's degree in economics", "m!"),
    ("MSc in data science", "m!"),
    ("M.S. or Ph.D. in biology", "m!"),
    ("Ph.D., M.S. or Bachelor's degree in chemistry", "m!"),
    ("Advanced degree in law", "m!"),
    ("Graduate degree in public policy", "m!"),
    ("An MBA from a leading school", "mba!"),
    ("M.B.A. required", "mba!"),
    ("Degree in engineering", "d!"),
    ("STEM degree", "d!"),
    ("Degree educated", "d!"),
    ("Associate's degree in nursing", "d!"),
    ("PhD in linguistics", "d!"),
    ("J.D. from an accredited law school", "d!"),
]
EQUIVALENT = [
    ("Bachelor's degree or equivalent", "b!~"),
    ("Bachelor's degree in computing, or equivalent practical experience", "b!~"),
    ("BA/BS (or equivalent work experience)", "b!~"),
    ("Bachelor's degree or 6 years of relevant experience", "b!~"),
    ("Degree in computer science and/or hands-on development experience", "d!~"),
    ("Bachelor's degree, or a background in operations", "b!~"),
    ("Bachelor's degree; experience may be accepted in lieu of a degree", "b!~"),
    ("Degree or coding bootcamp", "d!~"),
    ("Bachelor's and/or Master's degree in a technical subject", "b!"),
    ("Advanced technical degree and/or MBA", "m!"),
    ("Bachelor's degree. Knows Figma or an equivalent tool", "b!"),
]
PREFERRED = [
    ("Bachelor's degree preferred", "b?"),
    ("Bachelor's degree - preferable", "b?"),
    ("Bachelor's degree (preferred)", "b?"),
    ("A STEM degree (or equivalent experience) is strongly preferred", "d?~"),
    ("A formal degree in computing is helpful", "d?"),
    ("MBA a plus", "mba?"),
    ("MBA preferred but not required", "mba?"),
    ("Advanced degrees are preferred", "m?"),
    ("B.S. in Computer Science or related field (preferred) or relevant industry experience, required", "b?~"),
]
BOTH = [
    ("Bachelor's degree required, MBA preferred", "b! mba?"),
    ("Bachelor's degree required; Master's degree a plus", "b! m?"),
    ("Bachelor's degree in business or a related field Master's degree a plus", "b! m?"),
    ("BS required, MS preferred", "b! m?"),
    ("MBA strongly preferred; bachelor's degree required", "mba? b!"),
    ("Bachelor's degree in finance (MBA is a bonus)", "b! mba?"),
]
NONE = [
    "No degree required",
    "No college degree needed",
    "A degree is not required",
    "You don't need a degree to apply",
    "We do not care about degrees, only about what you build",
    "With or without a degree, you can explain numbers",
    "A high degree of ownership",
    "Comfortable with varying degrees of ambiguity",
    "360-degree feedback skills",
    "High school diploma or equivalent",
    "Master the art of saying no",
    "Scrum Master certificate",
    "Experience as a BA or QA",
    "Maintain QA/BA standards and processes in the team",
    "Skilled in MS Excel and MS SQL",
    "Able to travel to Boston, MA in summer",
    "Knows higher education customers",
    "Able to lead a team of PhDs",
    "A coding bootcamp is fine",
]


@pytest.mark.parametrize(("line", "codes"), REQUIRED + EQUIVALENT + PREFERRED + BOTH)
def test_level_status_and_equivalent(line, codes):
    assert degrees_of(line) == spelled(codes)


@pytest.mark.parametrize("line", NONE)
def test_what_only_sounds_like_a_degree(line):
    assert degrees_of(line) == ()


@pytest.mark.parametrize(
    "heading", ["Nice to have", "Preferred qualifications", "Ideally, you'd have:", "Bonus points"]
)
def test_under_a_wish_a_degree_is_preferred_unless_it_says_otherwise(heading):
    assert degrees_of("Bachelor's degree in design", heading) == spelled("b?")
    assert degrees_of("A bachelor's degree is required", heading) == spelled("b!")


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Benefits", "Up to $5,000 a year towards a degree"),
        ("Benefits", "Tuition support for your bachelor's degree or MBA"),
        ("About us", "Our founders hold degrees from Delft and Leiden, some of us have no degree at all"),
        ("Equal opportunity", "We welcome people of any race, religion, age or degree of disability"),
    ],
)
def test_degrees_of_others_are_not_asked_for(heading, line):
    assert degrees_of(line, heading) == ()


def test_in_lieu_of_a_degree_holds_for_the_whole_posting():
    line = "Bachelor's degree in design\n- In lieu of a degree, comparable training will be considered"

    assert degrees_of(line) == spelled("b!~")


def test_the_same_degree_named_twice_counts_once():
    assert degrees_of("Bachelor's degree in design\n- A bachelor's degree, or a Master's") == spelled("b!")


def test_a_degree_without_level_adds_nothing_to_one_with_a_level():
    assert degrees_of("Bachelor's degree in design\n- Must be enrolled in a degree program") == spelled("b!")
