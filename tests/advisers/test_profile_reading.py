"""How the six competencies are put into sentences."""

import pytest

from tailor.advisers.profile_reading import listed
from tailor.resources import table
from tests.advisers.coaching import RESUME, coached


@pytest.mark.parametrize(
    ("resume", "stage"),
    [
        pytest.param(RESUME, "changer without a title", id="engineer"),
        pytest.param(RESUME.replace("Software Engineer", "Product Manager"), "product", id="product-manager"),
        pytest.param(RESUME.replace("Software Engineer", "Gardener"), "newcomer without a title", id="other"),
    ],
)
def test_the_stage_is_read_from_titles(resume, stage):
    assert coached(resume).reading.stage == stage


def test_what_carries_over_names_the_line_and_what_it_answers():
    found = {t.way: t for t in coached().reading.transfers}

    assert "SQL" in found["engineering"].shows
    assert found["engineering"].text.startswith(f"Line {found['engineering'].line} (Software Engineer), with ")


def test_a_product_manager_is_not_read_as_a_changer():
    assert coached(RESUME.replace("Software Engineer", "Product Manager")).reading.transfers == ()


def test_a_thin_competency_names_what_is_missing():
    thin = coached().reading.thin

    assert thin
    for item in thin:
        assert item.share < table("transfer.toml")["thin_below"]
        assert item.text.lower().startswith(item.competency)
        assert item.missing[0] in item.text


def test_every_way_into_product_management_has_its_reading():
    rows = {row["name"]: row for row in table("transfer.toml")["way"]}

    assert set(rows) == {row["name"] for row in table("ways.toml")["way"]}
    for row in rows.values():
        assert len(row["phrases"]) >= 5, row["name"]


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_in_a_sentence(names, said):
    assert listed(names) == said
