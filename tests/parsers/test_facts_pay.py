"""The yearly base pay of a posting, in the many ways in which people write it or write of other money."""

import pytest

from tailor.parsers.posting import parse_posting
from tailor.readers import from_text
from tailor.types import Salary

TEXT = (
    "Product Manager\n{top}\n\nAbout the role\n\nYou will own the roadmap.\n\n{text}"
    "\n\nRequirements\n\n- Strong SQL skills\n"
)


def salary_of(text="It matters.", top="Rotterdam"):
    found = parse_posting(from_text(TEXT.format(top=top, text=text))).salary
    return found and (found.minimum, found.maximum, found.currency)


RANGES = [
    ("The salary range is $120,000 - $150,000.", (120_000, 150_000, "USD")),
    ("Salary range: $120,000–$150,000 per year", (120_000, 150_000, "USD")),
    ("Base salary: $120k to $150k", (120_000, 150_000, "USD")),
    ("Base salary: $120-150k", (120_000, 150_000, "USD")),
    ("Base salary: $120-150K USD + equity", (120_000, 150_000, "USD")),
    ("Base pay $120.5K-$150.5K", (120_500, 150_500, "USD")),
    ("Pay range: USD 120,000 - 150,000", (120_000, 150_000, "USD")),
    ("Pay range: 120,000 - 150,000 USD", (120_000, 150_000, "USD")),
    ("Pay range: US$120,000 - US$150,000 annually", (120_000, 150_000, "USD")),
    ("Annual salary between $120,000 and $150,000", (120_000, 150_000, "USD")),
    ("The base salary is between $120,000 [lowest area] to $150,000 [highest area].", (120_000, 150_000, "USD")),
    ("Our salary band runs from $120,000 up to $150,000.", (120_000, 150_000, "USD")),
    ("Minimum salary: $120,000. Maximum salary: $150,000.", (120_000, 150_000, "USD")),
    ("The salary range is $120,000.00/year to $150,000.00/year.", (120_000, 150_000, "USD")),
    ("The range for this role is $120,000—$150,000 USD.", (120_000, 150_000, "USD")),
    ("The compensation range is $120,000 USD/yr - $150,000 USD/yr.", (120_000, 150_000, "USD")),
    ("Zone 1: $130,000 - $160,000 base salary. Zone 2: $110,000 - $140,000 base salary.", (110_000, 160_000, "USD")),
    ("Salary: €70.000 - €85.000 gross per year", (70_000, 85_000, "EUR")),
    ("Salary: 70 000 - 85 000 EUR per year", (70_000, 85_000, "EUR")),
    ("Salary: €70 000 – €85 000", (70_000, 85_000, "EUR")),
    ("Salary: 70k€ - 85k€", (70_000, 85_000, "EUR")),
    ("Salary: 70.000€ - 85.000€", (70_000, 85_000, "EUR")),
    ("Salary: EUR 70k-85k", (70_000, 85_000, "EUR")),
    ("Salary: £60,000 to £75,000 p.a.", (60_000, 75_000, "GBP")),
    ("Salary: CAD $95,000 - $120,000", (95_000, 120_000, "CAD")),
    ("The base salary is C$95,000-C$120,000.", (95_000, 120_000, "CAD")),
    ("The base salary is $95,000 to $120,000 CAD.", (95_000, 120_000, "CAD")),
    ("Salary: A$150,000 - A$170,000 plus super", (150_000, 170_000, "AUD")),
    ("Salary: CHF 110'000 - 130'000", (110_000, 130_000, "CHF")),
    ("Salary: ₹2,500,000 - ₹3,500,000 per annum", (2_500_000, 3_500_000, "INR")),
    ("Salary: PLN 240,000 - 300,000 gross a year", (240_000, 300_000, "PLN")),
    ("Salary: SEK 600,000 - 720,000 per year", (600_000, 720_000, "SEK")),
    ("Base: $150K-$180K, OTE: $200K-$240K", (150_000, 180_000, "USD")),
    ("The salary range is $120,000 - $150,000, plus a bonus of $10,000.", (120_000, 150_000, "USD")),
    ("We offer a sign-on bonus of $20,000. The base salary is $120,000 - $150,000.", (120_000, 150_000, "USD")),
    ("The base salary is $150,000.", (150_000, 150_000, "USD")),
    ("The salary starts at $150,000.", (150_000, None, "USD")),
    ("Base salary: $150,000+", (150_000, None, "USD")),
    ("The minimum base salary for this role is $150,000.", (150_000, None, "USD")),
    ("Salary: from £60k", (60_000, None, "GBP")),
]
NONE = [
    "Pay: $45 per hour",
    "Pay: $45.50 - $60.25 an hour",
    "Salary: 18 000 - 24 000 PLN net/month",
    "Monthly salary: 18,000 - 24,000 PLN",
    "The stipend is $6,000 per month.",
    "Salary: €5,000 - €6,500 per month",
    "Salary: €5.000 monthly",
    "We raised a $150,000,000 Series C and pay fairly.",
    "Our customers pay $50,000 - $90,000 per year for the product.",
    "Annual revenue is between $20,000 and $90,000 a customer.",
    "You will own a budget of $250,000 per year.",
    "The company is worth $1.2 billion and pays well.",
    "A signing bonus of $25,000 is paid in the first month.",
    "Equity worth $50,000 - $80,000 on top of your salary.",
    "401(k) with a match of up to $20,000 per year",
    "Referral bonus: $15,000 paid after 90 days",
    "Relocation package of up to $20,000 on top of base pay",
    "Parents get up to $20,000 per year for fertility",
    "We help 100,000 - 200,000 people get paid.",
    "Competitive salary and 25 days of holiday",
    "Up to $30,000 in annual tuition reimbursement on top of salary",
    "Americans carry on average $90,000 in debt on a base of low pay.",
]


@pytest.mark.parametrize(("text", "salary"), RANGES)
def test_the_salary_is_the_yearly_base(text, salary):
    assert salary_of(f"Compensation\n\n{text}") == salary


@pytest.mark.parametrize("text", NONE)
def test_other_money_is_no_salary(text):
    assert salary_of(text) is None


@pytest.mark.parametrize(
    ("top", "salary"),
    [
        ("Rotterdam\nCompensation: $140K - $200K", (140_000, 200_000, "USD")),
        ("Rotterdam\nCompensation: €95K", (95_000, 95_000, "EUR")),
        ("Rotterdam\nSalary: 90,000 - 110,000 CAD", (90_000, 110_000, "CAD")),
        ("Rotterdam\n$130,000/yr - $150,000/yr", (130_000, 150_000, "USD")),
        ("Rotterdam\nCompensation: $50 - $60 per hour", None),
    ],
)
def test_the_pay_of_the_top_line(top, salary):
    assert salary_of(top=top) == salary


def test_a_salary_has_three_parts():
    posting = parse_posting(from_text(TEXT.format(top="Rotterdam\nSalary: £50K - £60K", text="Fine.")))

    assert posting.salary == Salary(50_000, 60_000, "GBP")
