"""Sections: their kinds, and the promise that each line is in exactly one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tailor.errors import NotAResume
from tailor.parsers import parse_resume
from tailor.parsers.headings import sections
from tailor.readers import from_text
from tailor.types import Line, Source

WORDS = [
    "EXPERIENCE", "Education", "S K I L L S", "Skills: SQL", "SKILLS: SQL, Go", "Jo Doe", "jo@example.com",
    "Product Manager", "Acme GmbH, Berlin", "Jan 2019 – Present", "2016 – 2018", "Responsibilities:",
    "Designation : Analyst", "Organization : X", "Duration : 2019 -", "Degree\tInstitute\tYear",
    "BSc\tOxford University\t2012", "Organisation", "Position held", "From", "To", "Apr 2016 –", "Present",
    "MSc Physics, University of Leeds", "a long line about what was done in the year 2020, for a test.",
    "+44 20 7946 0321", "(", ")", "|", "\t", "Experience (continued)", "1. Worked with Acme", "Summary", "•",
    "Name: Jo Roe",
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(WORDS), st.text(min_size=1, max_size=40).map(lambda t: t.replace("\n", " ").replace("\r", " "))
)
LOOKS = st.tuples(
    TEXTS,
    st.sampled_from(["body", "bullet", "heading"]),
    st.booleans(),
    st.sampled_from([None, 10.0, 14.0]),
    st.sampled_from(["\n", "\n\n"]),
)


def built(looks):
    text, lines = "", []
    for number, (words, kind, bold, size, gap) in enumerate(looks, start=1):
        lines.append(Line(words, number, len(text), kind, bold=bold, size=size))
        text += words + gap
    return Source("x.txt", "txt", text, tuple(lines))


def kinds(text):
    return [(section.kind, section.heading and section.heading.text) for section in sections(from_text(text))]


@settings(deadline=None)
@given(st.lists(LOOKS, min_size=1, max_size=40))
def test_headings_and_lines_of_the_sections_partition_the_lines(looks):
    source = built(looks)
    try:
        resume = parse_resume(source)
    except NotAResume:
        return
    found = [
        line for section in resume.sections for line in ((section.heading,) if section.heading else ()) + section.lines
    ]

    assert found == list(source.lines)
    assert all(section.heading or section.lines for section in resume.sections)


@settings(deadline=None)
@given(st.lists(LOOKS, min_size=1, max_size=40))
def test_no_line_belongs_to_two_jobs_or_two_courses(looks):
    try:
        resume = parse_resume(built(looks))
    except NotAResume:
        return
    for entries in ([role.header + role.lines for role in resume.roles], [entry.lines for entry in resume.education]):
        numbers = [line.number for lines in entries for line in lines]
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Work experience", "experience"),
        ("EXPERIENCE", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("C A R E E R   H I S T O R Y", "experience"),
        ("WORK EXPERIENCE:-", "experience"),
        ("RELEVANT WORK EXPERIENCE", "experience"),
        ("PROFESSIONAL EXPERINCE", "experience"),
        ("PROFFESIONAL SUMMARY", "summary"),
        ("Berufserfahrung", "experience"),
        ("EXPÉRIENCES PROFESSIONNELLES", "experience"),
        ("Formación académica", "education"),
        ("Centres d’intérêt", "interests"),
        ("Kenntnisse", "skills"),
        ("Employment History (continued)", "experience"),
        ("EDUCATION & CERTIFICATIONS", "education"),
        ("SELECTED AWARDS AND HONORS", "awards"),
        ("Certificates", "certifications"),
        ("Volunteering", "volunteer"),
        ("References", "references"),
        ("Personal details", "personal"),
        ("EDUCATION & TRAINING", "education"),
        ("Beruflicher Werdegang / Professional career", "experience"),
        ("Studium & Ausbildung", "education"),
        ("EMPLOYMENT & FREELANCE", "experience"),
        ("Languages | Interests", "languages"),
        ("PROFESSIONAL EXPERIENCE / EXPÉRIENCE PROFESSIONNELLE", "experience"),
        ("2. Professional experience", "experience"),
        ("II. EMPLOYMENT", "experience"),
        ("B) Studies", "education"),
        ("Personal skills and competences", "skills"),
    ],
)
def test_a_heading_tells_its_kind(heading, kind):
    assert kinds(f"Jo Doe\njo@example.com\n\n{heading}\nsomething below it")[1:] == [(kind, heading)]


@pytest.mark.parametrize(
    "line",
    [
        "Responsibilities:",
        "Key achievements:",
        "Head of Customer Experience",
        "I have experience in many fields and tell it in a sentence.",
        "Skills: SQL, Python",
        "Experience, education and skills",
        "Skills and Morrowgate",
        "2 years of experience",
        "jo@experience.example",
    ],
)
def test_other_lines_open_no_section(line):
    assert kinds(f"Jo Doe\n\nEXPERIENCE\nProduct Manager, Acme\n2019 - 2020\n{line}\n- a")[1:] == [
        ("experience", "EXPERIENCE")
    ]


def test_a_heading_set_like_the_others_is_one_without_a_known_name():
    looks = [(t, "body", b, s, "\n") for t, b, s in [
        ("Jo Doe", True, 20.0), ("Experience", True, 13.0), ("Product Manager, Acme\t2019 - 2020", False, 10.0),
        ("Led a team of nine people through a long year of changes", False, 10.0), ("Things I said", True, 13.0),
        ("something", False, 10.0), ("Skills", True, 13.0), ("SQL", False, 10.0),
    ]]  # fmt: skip

    found = [(s.kind, s.heading.text) for s in parse_resume(built(looks)).sections if s.heading]

    assert found == [("experience", "Experience"), ("other", "Things I said"), ("skills", "Skills")]


def test_words_in_a_list_of_skills_stay_there():
    assert kinds("Jo Doe\n\nEXPERIENCE\nx\n\nSKILLS\nSQL\nPYTHON\nLEADERSHIP\nRESEARCH")[-1] == ("skills", "SKILLS")


def test_a_heading_and_its_text_on_one_line_open_a_section_without_heading():
    found = sections(from_text("Jo Doe\njo@example.com\nSUMMARY: I make things.\nTOOLS: SQL, Jira"))

    assert [(s.kind, s.heading, [line.text for line in s.lines]) for s in found[1:]] == [
        ("summary", None, ["SUMMARY: I make things."]),
        ("skills", None, ["TOOLS: SQL, Jira"]),
    ]


def test_the_name_below_a_side_column_opens_its_own_section():
    text = "Contact\njane@example.com\n\nSkills\nSQL\nPricing\n\nJane Doe\nProduct Manager\n\nSummary\nI make things."
    resume = parse_resume(from_text(text))

    assert [(s.kind, [line.text for line in s.lines]) for s in resume.sections][2] == (
        "contact",
        ["Jane Doe", "Product Manager"],
    )
    assert resume.contact.name == "Jane Doe"


def test_jobs_below_the_name_need_no_heading():
    """A resume that goes from the address straight to its jobs has a work history all the same."""
    text = (
        "JUN-HO PATTERSON\njhp@example.com  512-555-0199\n\nObjective: a job where I can use my skills.\n\n"
        "TECHNICAL PRODUCT MANAGER, VOLTERRIS ENERGY          06/2020 - 01/2023\n- Wrote the roadmap of the firmware.\n"
        "EMBEDDED SOFTWARE ENGINEER, CALDERWELL INSTRUMENTS   07/2014 - 03/2020\n- Wrote C for flow meters.\n\n"
        "EDUCATION\nB.S. Electrical Engineering, University of Texas, 2014\n"
    )

    found = parse_resume(from_text(text))

    assert [(role.title, len(role.lines)) for role in found.roles] == [
        ("TECHNICAL PRODUCT MANAGER", 1),
        ("EMBEDDED SOFTWARE ENGINEER", 1),
    ]
    assert [section.kind for section in found.sections] == ["contact", "experience", "education"]


JOB = "\n2019 - 2022\nProduct Lead, Quillfern\n- Sold books\n- Sold more books\n"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("---------- PRODUCT ROLES", "experience"),
        ("WHERE I HAVE BEEN", "experience"),
        ("BEFORE PRODUCT", "experience"),
        ("IN SHORT", "summary"),
        ("EDUCATION AND LICENSES", "education"),
        ("THINGS I USE", "skills"),
        ("---------- KIT", "skills"),
        ("BOOK LEARNING", "education"),
        ("HATS I WORE", "experience"),
        ("CONTRACTS", "experience"),
        ("THE SHORT STORY", "summary"),
        ("CERTS", "certifications"),
        ("REFERENCES ON REQUEST", "references"),
    ],
)
def test_headings_of_ones_own_are_understood(heading, kind):
    text = f"Jo Doe\njo@example.com\n\n{heading}\nSome words\n\nEXPERIENCE\n{JOB}\nLANGUAGES\nFrench\n\nAWARDS\nNone\n"

    assert (kind, heading) in kinds(text)


def test_jobs_below_an_unknown_heading_are_jobs():
    job = "Product Lead, Quillfern, 2019 - 2022\n- Sold books\n"
    text = f"Jo Doe\njo@example.com\n\nEDUCATION\nBSc\n\nSKILLS\nSQL\n\nDEEDS\nAll of them mine.\n\n{job}"
    resume = parse_resume(from_text(text))

    assert [(role.title, role.company, len(role.lines)) for role in resume.roles] == [("Product Lead", "Quillfern", 1)]
    assert [section.kind for section in resume.sections] == ["contact", "education", "skills", "other", "experience"]


def test_jobs_below_the_name_begin_with_their_company():
    job = "MORROWGATE\nGroup Product Manager, Secrets, 8/2019 to date\n- Sold keys\n"
    resume = parse_resume(from_text(f"Jo Doe\njo@example.com\n\n{job}\nEDUCATION\nBSc\n"))

    assert [(role.title, role.company) for role in resume.roles] == [("Group Product Manager, Secrets", "MORROWGATE")]
    assert [section.kind for section in resume.sections] == ["contact", "experience", "education"]


def test_an_employer_in_capitals_is_no_heading():
    jobs = "ACME\nAnalyst, 2018 - 2020\n- a\n\nWELD COUNTY SKILLS\nTutor, 2017 - 2018\n- b\n"
    text = f"Jo Doe\njo@example.com\n\nEXPERIENCE\n\n{jobs}"

    assert kinds(text) == [("contact", None), ("experience", "EXPERIENCE")]


def test_a_heading_above_dated_courses_is_known_by_and_or_its_sign():
    """Below jobs, a heading that is missed turns every course into a job."""
    job = "EXPERIENCE\n\nProduct Manager, Quillfern\n2019 - 2022\n- Sold books\n\n"
    text = f"Jo Doe\njo@example.com\n\n{job}EDUCATION & TRAINING\n2012 - 2015\nBSc Physics, Harrow Vale University\n"
    resume = parse_resume(from_text(text))

    assert [role.company for role in resume.roles] == ["Quillfern"]
    assert [course.school for course in resume.education] == ["Harrow Vale University"]


@pytest.mark.parametrize("header", ["Keys\nAnalyst, 2017 - 2019", "Analyst\n2017 - 2019"])
def test_an_employer_in_capitals_above_its_title_is_no_heading(header):
    jobs = f"QUILLFERN\nBooks for 40 shops\nProduct Lead, 2019 - 2022\n- a\n\nMORROWGATE\n{header}\n- b\n"
    text = f"Jo Doe\njo@example.com\n\nEXPERIENCE\n\n{jobs}\nEDUCATION\nBSc\n\nODDMENTS\nChess\n"

    assert [kind for kind, _ in kinds(text)] == ["contact", "experience", "education", "other"]
    assert [role.company for role in parse_resume(from_text(text)).roles] == ["QUILLFERN", "MORROWGATE"]


def test_capitals_above_a_line_with_title_and_employer_are_a_heading():
    """Jobs of one line each, in sections by trade: the heading is no employer, and a list needs no bullets."""
    product = "PRODUCT\nProduct Manager, Quillfern Ltd, 2019 to 2022\nProduct Analyst at Morrowgate, 2017 to 2019\n"
    nursing = "NURSING\nCharge Nurse, Harrow Vale Hospital, 2012 to 2017\nNurse, Eastmoor Hospital, 2010 to 2012\n"
    text = f"Jo Doe\njo@example.com\n\nSUMMARY\nHere.\n\nSKILLS\nSQL\n\n{product}\n{nursing}"
    resume = parse_resume(from_text(text))

    assert [section.kind for section in resume.sections] == ["contact", "summary", "skills", "experience", "experience"]
    assert [role.company for role in resume.roles] == [
        "Quillfern Ltd", "Morrowgate", "Harrow Vale Hospital", "Eastmoor Hospital",
    ]  # fmt: skip


def test_the_name_is_no_heading():
    text = f"RESUME\n\nJOAN DOE\njo@example.com\n\nSUMMARY\nHere.\n\nEXPERIENCE\n{JOB}\nEDUCATION\nBSc\n"

    found = parse_resume(from_text(text)).sections

    assert [section.kind for section in found] == ["contact", "summary", "experience", "education"]


@pytest.mark.parametrize(("left", "right"), [("-- ", " --"), ("== ", " =="), ("[", "]")])
def test_signs_on_both_sides_set_a_heading_off(left, right):
    parts = ["what i do", "jobs", "studies", "deeds"]
    text = "Jo Doe\njo@example.com\n\n" + "".join(f"{left}{part}{right}\n\nSome words\n\n" for part in parts)

    assert [kind for kind, _ in kinds(text)] == ["contact", "summary", "experience", "education", "other"]


def test_a_picture_may_adorn_a_heading_and_a_list():
    text = f"Jo Doe\njo@example.com\n\n💼 Jobs\n{JOB}\n🎓 Studies\nBSc, Harrow Vale University\n\n🔧 Tools\n🔧 Kit\n"

    assert [kind for kind, _ in kinds(text)] == ["contact", "experience", "education"]


@pytest.mark.parametrize("heading", ["", "School and after\n"])
def test_courses_below_the_jobs_need_no_heading(heading):
    job = "Product Manager, Quillfern Ltd (2019 - 2022)\n- Sold books\n"
    courses = "MBA, Harrow Vale University, 2018\nBSc Physics, University of Leeds, 2014\n"
    resume = parse_resume(from_text(f"Jo Doe\njo@example.com\n\n{job}\n{heading}{courses}\nSQL, Jira, Figma\n"))

    assert [section.kind for section in resume.sections] == ["contact", "experience", "education", "other"]
    assert [(role.title, len(role.lines)) for role in resume.roles] == [("Product Manager", 1)]
    assert [course.school for course in resume.education] == ["Harrow Vale University", "University of Leeds"]


def test_a_teacher_of_courses_had_a_job():
    tutor = "Tutor, BSc Physics, Harrow Vale University, 2017 - 2018\n- b\n"
    resume = parse_resume(from_text(f"Jo Doe\njo@example.com\n\nWORK\n{JOB}\n{tutor}"))

    assert [section.kind for section in resume.sections] == ["contact", "experience"]


def test_a_heading_with_a_dated_line_below_is_one_all_the_same():
    jobs = "ACME\nAnalyst, 2018 - 2020\n- Sold boats\n\nSIDE PROJEKT\nShelfwise, 2023\n- Sold shelves\n"
    text = f"Jo Doe\njo@example.com\n\nEXPERIENCE\n\n{jobs}"

    assert [kind for kind, _ in kinds(text)] == ["contact", "experience", "projects"]
