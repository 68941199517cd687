"""Jobs in the layouts that people use."""

import pytest

from tailor.parsers import parse_resume
from tailor.parsers.products import is_product
from tailor.readers import from_text

TOP = "Jo Doe\njo@example.com\n\nEXPERIENCE\n"
PM_ACME = ("Product Manager", "Acme", "2019-01", "now")
ANALYST_BETA = ("Business Analyst", "Beta Corp", "2016-03", "2018-12")

LAYOUTS = {
    "title, company / dates": (
        "Product Manager, Acme\nJan 2019 – Present\n- a\nBusiness Analyst, Beta Corp\nMar 2016 – Dec 2018\n- b"
    ),
    "tab before dates": (
        "Product Manager, Acme\tJan 2019 – Present\n- a\nBusiness Analyst, Beta Corp\tMar 2016 – Dec 2018\n- b"
    ),
    "blanks before dates": (
        "Product Manager, Acme          01/2019 - present\n- a\nBusiness Analyst, Beta Corp     03/2016 - 12/2018\n- b"
    ),
    "bars": (
        "Acme | Product Manager | London | Jan 2019 – now\n- a\nBeta Corp | Business Analyst | Leeds | "
        "Mar 2016 – Dec 2018\n- b"
    ),
    "spaced dashes": (
        "Product Manager – Acme – London – January 2019 to date\n- a\nBusiness Analyst – Beta Corp – "
        "Leeds – March 2016 to December 2018\n- b"
    ),
    "at": (
        "Product Manager at Acme\nJanuary 2019 to present\n- a\nBusiness Analyst at Beta Corp\nMarch "
        "2016 to December 2018\n- b"
    ),
    "company first": (
        "ACME\tBoston, MA\nProduct Manager\tJan 2019 - Present\n- a\nBETA CORP\tAustin, TX\nBusiness "
        "Analyst\tMar 2016 - Dec 2018\n- b"
    ),
    "company with dates": (
        "Acme, Boston, MA\tJan 2019 – Present\nProduct Manager\n- a\nBeta Corp, Bend, OR\tMar 2016 – "
        "Dec 2018\nBusiness Analyst\n- b"
    ),
    "dates first": (
        "01/2019 – heute\nProduct Manager\nAcme, Berlin\n- a\n03/2016 – 12/2018\nBusiness Analyst\nBeta Corp, Bonn\n- b"
    ),
    "dates left": (
        "Jan 2019–now\tProduct Manager, Acme, London\n- a\nMar 2016–Dec 2018\tBusiness Analyst, Beta Corp, Skye\n- b"
    ),
    "dates last": (
        "Product Manager\nAcme, Stockholm\n2019-01 – ongoing\n- a\nBusiness Analyst\nBeta Corp, "
        "Lund\n2016-03 – 2018-12\n- b"
    ),
    "paragraphs": (
        "Product Manager\nAcme, London\nJan 2019 – Present\n\nI run the team that owns checkout, with "
        "nine engineers and two designers.\n\nBusiness Analyst\nBeta Corp, Leeds\nMar 2016 – Dec 2018\n"
        "\nMapped processes for a bank and wrote the documents that three vendors used."
    ),
    "bulleted headers": (
        "• Product Manager, Acme, Jan 2019 – Present\n• Business Analyst, Beta Corp, Mar 2016 – Dec 2018"
    ),
    "sentences": (
        "• Currently working as Product Manager with Acme Ltd, Pune from Jan 2019 to till date.\n• "
        "Worked as a Business Analyst in Beta Corp, Bangalore from Mar 2016 to Dec 2018."
    ),
    "labels": (
        "Organization : Acme\nDesignation : Product Manager\nTanure : Jan 2019 to till date\nJob "
        "Responsibilities :-\n- a\nOrganization : Beta Corp, London\nDesignation : Business Analyst\n"
        "Duration : Mar 2016 to Dec 2018\n- b"
    ),
    "labels on one line": (
        "Company: Acme | Role: Product Manager | Dates: Jan 2019 - Present | Location: London\n- a\n"
        "Company: Beta Corp • Role: Business Analyst • Dates: 03/2016 - 12/2018\n- b"
    ),
    "labels of Europass": (
        "Dates                          01/2019 - present\nOccupation or position held    Product Manager\n"
        "Name and address of employer   Acme\nDates                          03/2016 - 12/2018\n"
        "Occupation or position held    Business Analyst\nName and address of employer   Beta Corp"
    ),
    "numbered": (
        "1. Working with Acme, Leicester\nRole: Product Manager\nPeriod: 01/01/2019 to present\n"
        "Responsibilities:\n- a\n2. Worked with Beta Corp, Leeds\nRole: Business Analyst\nPeriod: "
        "01/03/2016 to 31/12/2018\n- b"
    ),
    "table in lines": (
        "Organisation\tPosition held\tFrom\tTo\tMain achievement\nAcme\tProduct Manager\tJan 2019\tTill "
        "date\tSold\nBeta Corp\tBusiness Analyst\tMar 2016\tDec 2018\tMapped"
    ),
    "table in cells": (
        "Organisation\nPosition held\nFrom\nTo\nAcme\nProduct Manager\nJan 2019\nTill date\nBeta Corp\n"
        "Business Analyst\nMar 2016\nDec 2018"
    ),
    "split range": (
        "Product Manager\nAcme\nJan 2019 –\nPresent\n- a\nBusiness Analyst\nBeta Corp\nMar 2016 –\nDec 2018\n- b"
    ),
    "descriptions": (
        "Product Manager, Acme (planning software, 2.1M users)\nJan 2019 - present\n- a\nBusiness "
        "Analyst, Beta Corp - reports for hospitals\nMar 2016 - Dec 2018\n- b"
    ),
    "dates beside the first bullet": (
        "Acme, Product Manager\tLondon\n- Did a\tJan 2019 – present\n- b\nBeta Corp, Business "
        "Analyst\tLeeds\n- Did c\tMar 2016 – Dec 2018"
    ),
    "full stops": (
        "Product Manager, Acme.\tJan 2019 – Present\n- a\nBusiness Analyst | Global Trade Insights for "
        "Beta Corp.\tMar 2016 – Dec 2018\n- b"
    ),
}


def jobs(body, top=TOP):
    return [
        (r.title, r.company, str(r.period.start), "now" if r.period.current else str(r.period.end))
        for r in parse_resume(from_text(top + body)).roles
    ]


def folded(entry):
    return tuple(part.casefold().removesuffix(" ltd") for part in entry)


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "full stops"])
def test_two_jobs_are_found_in_each_layout(layout):
    assert [folded(job) for job in jobs(LAYOUTS[layout])] == [folded(PM_ACME), folded(ANALYST_BETA)]


def test_a_full_stop_of_a_company_ends_no_header():
    found = jobs(LAYOUTS["full stops"])

    assert [(title, start) for title, _, start, _ in found] == [
        ("Product Manager", "2019-01"),
        ("Business Analyst", "2016-03"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        (
            "Acme, Albany, NY\tFeb 2016 – Present\nSenior Product Manager\tJan 2021 – Present\n- a\n"
            "Product Manager\tFeb 2016 – Nov 2020\n- b"
        ),
        "ACME, Albany, NY\nSenior Product Manager (2021 - Present)\n- a\nProduct Manager (2016 - 2020)\n- b",
        (
            "Acme\n5 years 2 months\nSenior Product Manager\nJanuary 2021 - Present (4 years)\nAlbany, "
            "OR\nProduct Manager\nSeptember 2016 - December 2020 (4 years)"
        ),
        (
            "Acme Inc., Austin, TX   2016 – Present\nVice President, Product (2021 – Present)\nDirector, "
            "Product (2016 – 2020)\n- a"
        ),
    ],
    ids=["dated company", "plain company", "durations", "titles with commas"],
)
def test_roles_under_one_company_share_it(body):
    found = jobs(body)

    assert len(found) == 2
    assert {company.casefold().split(" ")[0] for _, company, _, _ in found} == {"acme"}
    assert [start[:4] for _, _, start, _ in found] == ["2021", "2016"]


def test_a_birth_date_is_no_job():
    assert jobs("Product Manager, Acme\tJan 2019 – Present\n- a\nDate of Birth: 03/04/1990") == [PM_ACME]


def test_the_place_is_told_from_the_company():
    (role,) = parse_resume(
        from_text(TOP + "Product Manager\nLarch Bicycle Co., Bend, OR\tJul 2012 – Apr 2015\n- a")
    ).roles

    assert (role.company, role.location) == ("Larch Bicycle Co.", "Bend, OR")


@pytest.mark.parametrize(
    ("employer", "company", "place"),
    [
        ("Quillfern Books, Geelong VIC", "Quillfern Books", "Geelong VIC"),
        ("Quillfern, Denver CO", "Quillfern", "Denver CO"),
        ("Quillfern, Harrow AB", "Quillfern, Harrow AB", None),
        ("Border Keys Ltd, Berwick", "Border Keys Ltd", "Berwick"),
        ("Quillfern S.r.l., Corso Vale 20, Torino", "Quillfern S.r.l.", "Torino"),
        ("Border Keys Ltd, Harrow Bank", "Border Keys Ltd, Harrow Bank", None),
    ],
)
def test_a_town_behind_the_employer_is_its_place(employer, company, place):
    (role,) = parse_resume(from_text(f"{TOP}Product Manager\n{employer}\tJul 2012 – Apr 2015\n- a")).roles

    assert (role.company, role.location) == (company, place)


def test_header_and_lines_are_the_lines_of_the_job():
    body = (
        "Product Manager, Acme\tJan 2019 – Present\nResponsibilities:\n- a\n- b\n\nAnalyst, Beta "
        "Corp\tMar 2016 – Dec 2018\n- c"
    )
    first, second = parse_resume(from_text(TOP + body)).roles

    assert [line.text for line in first.lines] == ["Responsibilities:", "a", "b"]
    assert [line.text for line in second.lines] == ["c"]
    assert [line.number for line in first.header] == [5]


def test_jobs_without_dates_are_found_by_their_titles():
    found = jobs("Product Manager, Acme Inc.\n- Shipped\nBusiness Analyst, Beta LLC\n- Mapped")

    assert found == [("Product Manager", "Acme Inc.", "None", "None"), ("Business Analyst", "Beta LLC", "None", "None")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Senior Product Manager", True),
        ("Technical Product Owner, Platform", True),
        ("VP of Product", True),
        ("PRODUCT LEAD", True),
        ("Senior Produktmanagerin", True),
        ("Chef de produit", True),
        ("Product Marketing Manager", False),
        ("Product Designer", False),
        ("VP, Product", True),
        ("Director - Product", True),
        ("Senior Manager, Product (Remote)", True),
        ("Director, Digital Products", True),
        ("Head of Mobile Products & Design", True),
        ("Co-founder & VP, Product", True),
        ("Lead, Product", True),
        ("Chief Product and Technology Officer", True),
        ("Product & Growth Manager", True),
        ("Product/Project Manager", True),
        ("Product Line Owner", True),
        ("Product Manager, Product Marketing tools", True),
        ("Head of Product & Marketing", True),
        ("Lead Product & UX Designer", False),
        ("Lead Product Designer", False),
        ("Engineering Manager, Product", False),
        ("Software Engineer, Product", False),
        ("Head of Sales, Product", False),
        ("Manager, Dairy Products", False),
        ("Head of Product Design", False),
        ("VP of Product Engineering", False),
        ("Head of Product Operations", False),
        ("PM (Project Manager)", False),
        ("Programme Manager (PM)", False),
        ("Production Manager", False),
        ("Project Manager", False),
    ],
)
def test_product_jobs_are_known_by_their_title(title, expected):
    assert is_product(title) is expected


def test_level_and_product_come_from_the_title():
    (role,) = parse_resume(from_text(TOP + "Senior Product Manager, Acme\tJan 2019 – Present\n- a")).roles

    assert (role.level, role.product) == ("senior", True)


BODY = "\n- Led the team that built the app for 400 shops\n- Cut the time to order by a third"


@pytest.mark.parametrize(
    ("header", "title", "company"),
    [
        ("Senior Consultant, Customer & Digital\nRill Advisory, May 2022 - now", "Customer & Digital", "Rill Advisory"),
        ("Senior Consultant, Customer & Digital\nMay 2022 - now\nRill Advisory", "Customer & Digital", "Rill Advisory"),
        (
            "Product Manager, Digital Payments\nMay 2022 - now\nStanhope Rill, Leeds",
            "Digital Payments",
            "Stanhope Rill",
        ),
        ("Product Manager, Billing & Packaging\nMay 2022 - now\nQuillmark", "Billing & Packaging", "Quillmark"),
        ("Product Manager, Growth Team\nMay 2022 - now\nQuillmark", "Growth Team", "Quillmark"),
        ("Product Manager, Global Logistics\t2020 - 2022\nAcme Rill", "Global Logistics", "Acme Rill"),
        ("Product Lead, Insurance\nPellgrove, Jan 2020 - Mar 2022", "Insurance", "Pellgrove"),
        ("Product Manager, Digital | Acme Rill | Jan 2020 - Mar 2022", "Digital", "Acme Rill"),
        ("Acme Rill\nProduct Manager, Commerce Analytics\nJan 2020 - Mar 2022", "Commerce Analytics", "Acme Rill"),
        ("Acme Rill\tJan 2020 - Mar 2022\nProduct Manager, Digital Health", "Digital Health", "Acme Rill"),
        ("Product Manager, Acme Group\nDigital\nJan 2020 - Mar 2022", "", "Acme Group"),
        ("Product Manager, Acme Inc\nFreight marketplace\nJan 2020 - Mar 2022", "", "Acme Inc"),
        ("Product Manager, Acme\nJan 2020 - Mar 2022\nFreight marketplace with 40 people", "", "Acme"),
        ("Product Manager, Growth\nJan 2020 - Mar 2022\nFreight marketplace with 40 people", None, "Growth"),
        ("Product Manager, Acme Health\nJan 2020 - Mar 2022", "", "Acme Health"),
        ("Product Manager, Acme Health\nPortland, OR\tJan 2020 - Mar 2022", "", "Acme Health"),
    ],
)
def test_a_department_behind_a_title_is_not_the_company(header, title, company):
    (role,) = parse_resume(from_text(f"{TOP}{header}{BODY}")).roles

    assert role.company == company
    assert title is None or (role.title or "").endswith(f", {title}" if title else "Manager")


def test_two_jobs_on_one_line_are_two_and_the_first_keeps_the_lines():
    body = (
        "Acme\nLead Product Manager, 3/2019 to 7/2021; Product Manager, 3/2017 to 2/2019\n- Sold boats\n- Rented boats"
    )
    roles = parse_resume(from_text(TOP + body)).roles

    assert [(role.title, role.company, str(role.period.start), len(role.lines)) for role in roles] == [
        ("Lead Product Manager", "Acme", "2019-03", 2),
        ("Product Manager", "Acme", "2017-03", 0),
    ]


def test_a_semicolon_parts_title_and_company():
    header = "Product Manager, Gateways; Peregrine Inc. (meters, 300 people); Jan 2021 - Dec 2022"
    (role,) = parse_resume(from_text(TOP + header + "\n- Sold meters")).roles

    assert (role.title, role.company) == ("Product Manager, Gateways", "Peregrine Inc.")


def test_a_year_told_of_the_company_is_not_the_beginning_of_the_job():
    header = "Product Manager - Tessellate Care (sold to Hollin Group in 2022) - January 2020 to April 2022"

    assert jobs(header + "\n- Sold beds") == [("Product Manager", "Tessellate Care", "2020-01", "2022-04")]


@pytest.mark.parametrize(
    "told",
    [
        "Career break\nJan 2022 - Aug 2023\nWalked the coast of Wales.",
        "Jan 2022 - Aug 2023\nSabbatical",
        "Maternity leave: Nov 2022 - Jul 2023",
        "Parental leave (Mar 2022 - Oct 2022)",
        "Travelling in South America, 2022 - 2023",
    ],
)
def test_a_break_between_two_jobs_is_none(told):
    above, below = LAYOUTS["title, company / dates"].split("\n- a\n")

    assert jobs(f"{above}\n- a\n\n{told}\n\n{below}") == [PM_ACME, ANALYST_BETA]


@pytest.mark.parametrize(
    "header",
    ["Maternity leave cover - Product Manager, Acme\n2019 - 2020", "Travelling Theatre Ltd, 2019 - 2020\nActor"],
)
def test_what_only_begins_like_a_break_is_a_job(header):
    (found,) = jobs(f"{header}\n- a")

    assert found[2:] == ("2019", "2020")


def test_deeper_headings_of_markdown_are_employers():
    text = (
        "# Jo Doe\njo@example.com\n\n## Summary\n\nHere.\n\n## Work\n\n"
        "### Quillfern\n\n**Product Manager** | *Jan 2019 – Present*\n\n- a\n\n"
        "### Morrowgate\n\n**Industrial season** | *Mar 2016 – Dec 2018*\n\n- b\n\n"
        "### Education\n\n- BSc, Harrow Vale University\n\n## Skills\n\nSQL\n"
    )
    resume = parse_resume(from_text(text, format="md"))

    assert [(role.title, role.company, len(role.lines)) for role in resume.roles] == [
        ("Product Manager", "Quillfern", 1),
        ("Industrial season", "Morrowgate", 1),
    ]
    assert [section.kind for section in resume.sections[1:]] == ["summary", "experience", "education", "skills"]


@pytest.mark.parametrize(
    ("header", "title", "company"),
    [
        ("[2019 - now] staff product manager, quillfern (remote)", "staff product manager", "quillfern"),
        ("Freelance Product Consultant — various clients — 2020", "Freelance Product Consultant", "various clients"),
        (
            "Product Owner\nQuillfern\nLeeds\n_Boutique advice for the public sector_\n2019 - 2021",
            "Product Owner",
            "Quillfern",
        ),
        ("_Bank of Wales_\nProduct Owner\n2019 - 2021", "Product Owner", "Bank of Wales"),
        ("Interim Head of Product (6-month contract)\nQuillfern, 2019", "Interim Head of Product", "Quillfern"),
        ("Product Owner (m/w/d)\nQuillfern GmbH, 2019 - 2021", "Product Owner", "Quillfern GmbH"),
        ("Product Lead - Subscriptions\nQuillfern, Dublin\n2019 - 2021", "Product Lead", "Quillfern"),
        ("Student jobs @ De Quill (2019 → 2021)", "Student jobs", "De Quill"),
        ("Claims Handler, Quillfern, 2019 - 2021", "Claims Handler", "Quillfern"),
    ],
)
def test_title_and_employer_are_told_apart_in_odd_headers(header, title, company):
    assert [job[:2] for job in jobs(f"{header}\n- a")] == [(title, company)]


def test_teams_below_an_employer_on_a_line_of_its_own_are_no_employers():
    found = jobs(
        "Harrow Bank plc, Leeds\n\nProduct Owner, Servicing (Jan 2021 to now)\n- a\n\n"
        "Senior Analyst, Payments Change (2019 to 2020)\n- b\n\nAdviser, Otley branch (2017 to 2018)\n- c\n\n"
        "Cashier, Quillfern (2015 to 2016)\n- d"
    )

    assert [job[:2] for job in found] == [
        ("Product Owner, Servicing", "Harrow Bank plc"),
        ("Senior Analyst, Payments Change", "Harrow Bank plc"),
        ("Adviser, Otley branch", "Harrow Bank plc"),
        ("Cashier", "Quillfern"),
    ]


def test_a_paragraph_that_begins_with_dates_and_a_title_is_a_job():
    found = jobs(
        "2021–today: Product lead at Quillfern. Maps for people who use wheelchairs. A team of six, and 40 cities that "
        "pay for it; before that nobody did, and nobody thought that they would.\n\n"
        "2017–2021: Analyst at Morrowgate Ltd. Keys for hotels. Four launches, one of them late.\n"
    )

    assert found == [("Product lead", "Quillfern", "2021", "now"), ("Analyst", "Morrowgate Ltd", "2017", "2021")]
