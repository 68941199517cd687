"""The person: name, ways to reach them, place, and the line that states a title."""

import pytest

from tailor.parsers import parse_resume
from tailor.readers import from_text

REST = (
    "\n\nEXPERIENCE\nProduct Manager, Acme, London\nJan 2019 – Present\n- a\n\nREFERENCES\nProf. "
    "Ada Stone\nada@stone.example\n+1 202 555 0199"
)


def contact(top):
    return parse_resume(from_text(top + REST)).contact


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Jane Doe\njane@example.com", "Jane Doe"),
        ("JANE DOE-SMITH\njane@example.com", "JANE DOE-SMITH"),
        ("J A N E   D O E\njane@example.com", "JANE DOE"),
        ("Dr. Jane Doe, PhD, MBA\njane@example.com", "Jane Doe"),
        ("Jane Doe, BSN, RN\njane@example.com", "Jane Doe"),
        ("Jane Doe, PSPO, ACCA\njane@example.com", "Jane Doe"),
        ("Jane Doe - Senior Product Manager\njane@example.com", "Jane Doe"),
        ("Jane Doe\tLeeds\njane@example.com", "Jane Doe"),
        ("CURRICULUM VITAE\nJane Doe\njane@example.com", "Jane Doe"),
        ("Lebenslauf\nJürgen von der Heide\nj@example.com", "Jürgen von der Heide"),
        ("RESUME\nName: Jane Doe\nE-mail: jane@example.com", "Jane Doe"),
        ("Jane O'Neil\nPat", "Jane O'Neil"),
        ("Senior Product Manager\nJane Doe\njane@example.com", "Jane Doe"),
        ("London, UK\nJane Doe", "Jane Doe"),
        ("English (Native)\nJane Doe", "Jane Doe"),
        ("jane@example.com", None),
    ],
)
def test_the_name(top, name):
    assert contact(top).name == name


@pytest.mark.parametrize(
    ("top", "phone"),
    [
        ("Jane Doe\n(215) 555-0101", "(215) 555-0101"),
        ("Jane Doe\n+44 20 7946 0321 | Leeds", "+44 20 7946 0321"),
        ("Jane Doe\nTel.: 040 66969 123", "040 66969 123"),
        ("Jane Doe\n070-1740699", "070-1740699"),
        ("Jane Doe\n02 61 91 12 34", "02 61 91 12 34"),
        ("Jane Doe\n212.555.0111", "212.555.0111"),
        ("Jane Doe\nFile 330 444 555 66\nMobile: 0151 555 0101", "0151 555 0101"),
        ("Jane Doe\nMobile: 9876543210", "9876543210"),
        ("Jane Doe\nDate of birth: 03/04/1990\nMobile No: +91-9876543210", "+91-9876543210"),
        ("Jane Doe\n10115 Berlin, 2019 - 2020", None),
    ],
)
def test_the_phone(top, phone):
    text = f"{top}\n\nEXPERIENCE\nProduct Manager, Acme\n- a"

    assert parse_resume(from_text(text)).contact.phone == phone


def test_the_address_in_the_top_block_comes_before_those_of_referees():
    found = contact("Jane Doe\nE-mail: jane.doe+cv@mail.example.com")

    assert (found.email, found.phone) == ("jane.doe+cv@mail.example.com", "+1 202 555 0199")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Fresno, CA | jane@example.com", "Fresno, CA"),
        ("jane@example.com · Berlin, Germany", "Berlin, Germany"),
        ("Kingston, Ontario • jane@example.com", "Kingston, Ontario"),
        ("Chicago, IL 60601 | (312) 555-0199", "Chicago, IL 60601"),
        ("Address: 12 High Street, Leeds", "12 High Street, Leeds"),
        ("Lindenweg 3, 20095 Hamburg", "20095 Hamburg"),
        ("jane@example.com", None),
    ],
)
def test_the_place_is_the_persons_not_a_companys(line, place):
    assert contact(f"Jane Doe\n{line}").location == place


def test_links_are_those_printed_and_those_behind_words():
    text = "# Jane Doe\n\njane@example.com | [LinkedIn](https://linkedin.com/in/jane) | jane.example.com/work" + REST
    found = parse_resume(from_text(text, format="md")).contact.links

    assert "jane.example.com/work" in found
    assert sum("linkedin.com/in/jane" in link for link in found) == 1


@pytest.mark.parametrize(
    ("under", "headline"),
    [
        ("Senior Product Manager", "Senior Product Manager"),
        ("Leeds, UK\nProduct Lead · pricing and payments", "Product Lead · pricing and payments"),
        ("Seasoned sales leader who seeks a senior role as a manager.", None),
        ("Leeds, UK", None),
    ],
)
def test_the_headline_is_the_line_below_the_name_that_states_a_title(under, headline):
    found = parse_resume(from_text(f"Jane Doe\n{under}\njane@example.com{REST}")).headline

    assert (found.text if found else None) == headline
