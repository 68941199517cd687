"""Courses of study in the layouts that people use."""

import pytest

from tailor.parsers import parse_resume
from tailor.parsers.levels import degree_level
from tailor.readers import from_text

TOP = "Jo Doe\njo@example.com\n\nEDUCATION\n"
MBA, BSC = ("MBA", None, "Harrow Vale University", "2014"), ("BSc", "Physics", "University of Leeds", "2012")

LAYOUTS = {
    "one line": "MBA, Harrow Vale University, 2014\nBSc Physics, University of Leeds, 2012",
    "school first": "Harrow Vale University, MBA, 2014\nUniversity of Leeds, BSc Physics, 2012",
    "dashes": "MBA – Harrow Vale University – 2014\nBSc Physics – University of Leeds – 2012",
    "blanks": (
        "MBA            Harrow Vale University       2013–2014\nBSc Physics    University of Leeds    2009–2012"
    ),
    "school, date / degree": "Harrow Vale University\t2014\nMBA\nUniversity of Leeds\t2012\nBSc Physics",
    "degree / school, date": "MBA\nHarrow Vale University, 2014\nBSc Physics\nUniversity of Leeds, 2012",
    "date / degree / school": (
        "2013 – 2014\nMBA\nHarrow Vale University\n2009 – 2012\nBSc Physics\nUniversity of Leeds"
    ),
    "dates left": "2013–2014\tMBA, Harrow Vale University\n2009–2012\tBSc Physics, University of Leeds",
    "degree / school / date": (
        "MBA\nHarrow Vale University\n2013 – 2014\nBSc Physics\nUniversity of Leeds\n2009 – 2012"
    ),
    "sentences": "MBA from Harrow Vale University in 2014.\nBSc Physics from University of Leeds in 2012.",
    "labels": (
        "Course\t: MBA\nUniversity\t: Harrow Vale University\nYear\t: 2014\nCourse\t: BSc Physics\n"
        "University\t: University of Leeds\nYear\t: 2012"
    ),
    "labels of Europass": (
        "Dates    2014\nTitle of qualification awarded    MBA\n"
        "Name and type of organisation providing education and training    Harrow Vale University\n"
        "Dates    2012\nTitle of qualification awarded    BSc Physics\n"
        "Name and type of organisation providing education and training    University of Leeds"
    ),
    "table in lines": (
        "Qualification\tInstitute\tYear of passing\nMBA\tHarrow Vale University\t2014\nBSc "
        "Physics\tUniversity of Leeds\t2012"
    ),
    "table in cells": (
        "Qualification\nInstitute\nYear of passing\nMBA\nHarrow Vale University\n2014\nBSc Physics\n"
        "University of Leeds\n2012"
    ),
    "details below": (
        "MBA, Harrow Vale University, 2014\n- Thesis: Pricing\nGPA: 3.9\nBSc Physics, University of "
        "Leeds, 2012\nCoursework: optics, 2011"
    ),
    "bullets": "- MBA, Harrow Vale University, 2014\n- BSc Physics, University of Leeds, 2012",
}


def courses(body):
    return [(e.degree, e.field, e.school, str(e.period.end)) for e in parse_resume(from_text(TOP + body)).education]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_courses_are_found_in_each_layout(layout):
    assert courses(LAYOUTS[layout]) == [MBA, BSC]


@pytest.mark.parametrize(
    ("line", "degree", "field", "school"),
    [
        (
            ("BBA, International Business, Lakewood State University, 2016"),
            "BBA",
            "International Business",
            "Lakewood State University",
        ),
        ("MPA\tMarlow University, Public Finance\t2014", "MPA", "Public Finance", "Marlow University"),
        ("B.S. in Chemistry, MIT, 2014", "B.S.", "Chemistry", "MIT"),
        ("Stanford University, Stanford, CA\nMBA\t2013 – 2015", "MBA", None, "Stanford University"),
        (
            ("M.Sc. Volkswirtschaftslehre\nTechnische Universität Dresden\t09/2016"),
            "M.Sc.",
            "Volkswirtschaftslehre",
            "Technische Universität Dresden",
        ),
        ("Licence Économie, Université de Lille, 2014", "Licence Économie", None, "Université de Lille"),
        (
            "Bachelor of Science - BSc, Economics · (2010 - 2013)\nUniversity of Bath",
            "Bachelor of Science",
            "Economics",
            "University of Bath",
        ),
        ("MA in the History of Art, Oxford University, 2011", "MA", "History of Art", "Oxford University"),
        ("PhD, Oxford University, 2011", "PhD", None, "Oxford University"),
        ("DEC, Cégep de Harrow, 2009", "DEC", None, "Cégep de Harrow"),
        ("Studied Law at Harrow Vale University, 2014-2015, no degree", "Law", None, "Harrow Vale University"),
        ("Harrow Vale School: 3 A-levels, 2008", "3 A-levels", None, "Harrow Vale School"),
        ("Google Data Analytics Certificate, Coursera, 2023", "Google Data Analytics Certificate", None, "Coursera"),
        ("Product Management Bootcamp, 2024", "Product Management Bootcamp", None, None),
        ("A-levels: Law (Harrow Vale College, 2014)", "A-levels: Law", None, "Harrow Vale College"),
        ("BSc Physics, Harrow University (once Vale College of Arts)", "BSc", "Physics", "Harrow University"),
        ("Grado en Economía, Universidad de Alcalá, 2012 – 2016", "Grado en Economía", None, "Universidad de Alcalá"),
        (
            ("BA (Hons) History, University of California, San Diego, 2009"),
            "BA (Hons) History",
            None,
            "University of California, San Diego",
        ),
    ],
)
def test_degree_field_and_school(line, degree, field, school):
    (entry,) = parse_resume(from_text(TOP + line)).education

    assert (entry.degree, entry.field, entry.school) == (degree, field, school)


def test_a_single_date_is_the_end_and_a_range_keeps_its_start():
    single, range_ = parse_resume(
        from_text(TOP + "MBA, Oxford University, May 2014\nBSc, Leeds University, 2009 - 2012")
    ).education

    assert (single.period.start, str(single.period.end)) == (None, "2014-05")
    assert (str(range_.period.start), str(range_.period.end)) == ("2009", "2012")


@pytest.mark.parametrize(
    "text",
    [
        "Be the best",
        "As of 2012",
        "Me and my team",
        "AWS Certified Developer – Associate",
        "Read the news",
        "10 GCSEs with Maths",
    ],
)
def test_words_that_look_like_short_degrees_are_none(text):
    assert [entry.degree for entry in parse_resume(from_text(TOP + text)).education if entry.degree] == []


@pytest.mark.parametrize(
    ("degree", "level"),
    [
        ("BSN", "bachelor"),
        ("B.Math. (Hons)", "bachelor"),
        ("B.Ing.", "bachelor"),
        ("Bachelors of Arts", "bachelor"),
        ("M.P.H.", "master"),
        ("Diplom-Informatiker", "master"),
        ("Diploma in Business Analysis", None),
        ("High school diploma", None),
        ("MBA", "mba"),
        ("Doctorate in Physics", "phd"),
        ("Associate of Arts", "associate"),
    ],
)
def test_the_level_of_a_degree(degree, level):
    assert degree_level(degree) == level


def test_a_certificate_of_a_trade_is_no_degree():
    text = "BSc, Harrow Vale University, 2012\nScrum Master Certificate, 2019"

    assert [entry.level for entry in parse_resume(from_text(TOP + text)).education] == ["bachelor"]
