"""What the report on a terminal says of gaps, and of none."""

import pytest

from tailor import parsers, readers, scorers
from tailor.comparison import Comparison
from tailor.types import PartialDate
from tailor.writers.report import gaps

POSTING = "Product Manager\n\nRequirements\n- {years} of product management experience\n- Figma{more}\n"
RESUME = "Jo Doe\njo@example.com\n\nExperience\nProduct Manager, Acme\nJan 2020 - Dec 2022\n- Drew in Figma\n"


@pytest.mark.parametrize(
    ("years", "more", "said"),
    [
        ("3 years", "", "None: every must-have and nice-to-have is answered."),
        ("9 years", "", "None: every must-have and nice-to-have is answered, 1 of them in part."),
        ("3 years", "\n- Experience with Kubernetes", "required: kubernetes"),
    ],
)
def test_no_gap_is_not_all_in_full(years, more, said):
    posting = parsers.parse_posting(readers.from_text(POSTING.format(years=years, more=more)))
    resume = parsers.parse_resume(readers.from_text(RESUME))
    match = Comparison(posting, scorers.settings(), PartialDate(2022, 12)).score(resume)

    assert gaps(match).plain == said
