"""What closes a gap: for every skill something sensible, for the frequent ones something of their own."""

import re

import pytest

from tailor.advisers.gap_groups import group_of, with_capitals
from tailor.advisers.guidance import closing
from tailor.extractors import taxonomy
from tailor.resources import table
from tests.advisers.coaching import POSTING, RESUME, coached

KNOWN = taxonomy().skills
TEXT = table("guidance.toml")
# The skills most asked for in a corpus of public postings of product managers; a sample of the first 150.
FREQUENT = """cross-functional-collaboration communication product-strategy product-roadmap product-management execution
data-driven-decision-making prioritization technical-fluency user-experience customer-needs iteration innovation
customer-feedback delivery product-launch decision-making opportunity-assessment stakeholder-management hands-on
product-requirements leadership ownership experimentation artificial-intelligence attention-to-detail growth metrics
systems-integration product-adoption influence quality-assurance mentoring process-design trend-monitoring security
product-discovery data-analysis adaptability product-design user-research autonomy analytics impact-measurement
scalability planning apis process-automation user-retention kpis documentation reliability prototyping coding
project-management computer-science goal-setting ai-ml data-science systems-architecture empathy partnerships agile
customer-implementation business-goals conversion-optimization competitive-analysis infrastructure market-analysis
large-language-models storytelling machine-learning business-metrics go-to-market-strategy ci-cd dashboards
people-management training-materials ai-agents product-positioning monitoring customer-support facilitation
best-practices customer-journey"""


@pytest.mark.parametrize("kind", ["hard", "tool", "domain", "soft", "credential"])
def test_every_skill_has_an_answer_with_a_length(kind):
    for skill in (skill for skill in KNOWN.values() if skill.type == kind):
        found = closing(skill, KNOWN)

        assert found.steps, skill.id
        assert found.weeks, skill.id
        assert len({step.kind for step in found.steps}) == len(found.steps), skill.id
        for step in found.steps:
            assert re.fullmatch(r"[A-Z].*[.]", step.text), (skill.id, step.text)
            assert "{" not in step.text, skill.id
            assert step.kind == "phrase" or (step.weeks and 0 < step.weeks[0] <= step.weeks[1]), skill.id


@pytest.mark.parametrize("key", FREQUENT.split())
def test_what_is_often_asked_has_advice_of_its_group(key):
    assert group_of(key, KNOWN)
    assert closing(KNOWN[key], KNOWN).steps[0].text != TEXT["type"][0]["phrase"]


def test_the_groups_name_skills_of_the_taxonomy_once():
    listed = [key for row in TEXT["group"] for key in row["skills"]]

    assert [key for key in listed if key not in KNOWN] == []
    assert sorted(set(listed)) == sorted(listed)


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        pytest.param("pricing-strategy", "project", "price", id="group"),
        pytest.param("amplitude", "tool", "with Amplitude on public", id="tool-of-a-group"),
        pytest.param("gdpr", "regulation", "GDPR", id="law"),
        pytest.param("food-and-beverage", "regulation", "HACCP", id="field"),
        pytest.param("pmp", "certificate", "PMI", id="issuing-body"),
        pytest.param("german", "certificate", "CEFR", id="language"),
        pytest.param("secret-clearance", "certificate", "sponsors", id="clearance"),
        pytest.param("resilience", "phrase", "deeds", id="soft"),
    ],
)
def test_the_first_step_is_the_one_that_fits(key, kind, said):
    first = closing(KNOWN[key], KNOWN).steps[0]

    assert (first.kind, said in first.text) == (kind, True)


def test_no_rules_of_another_field_stand_in():
    assert "regulation" not in [step.kind for step in closing(KNOWN["digital-products"], KNOWN).steps]


def test_a_changer_is_told_what_counts_of_the_own_trade():
    found = {item.skill: item for item in coached().guidance}

    assert any(step.text.startswith("From engineering: ") for step in found["negotiation"].steps)


def test_a_product_manager_is_told_nothing_of_another_trade():
    senior = RESUME.replace("Software Engineer", "Senior Product Manager")

    assert not [s for item in coached(senior).guidance for s in item.steps if s.text.startswith("From ")]


def test_guidance_is_for_what_is_missing_only_and_by_need():
    found = coached()
    missing = {c.requirement.skill.id for c in found.match.coverages if c.status == "missing"}

    assert {item.skill for item in found.guidance} == missing
    needs = [("required", "preferred", "responsibility").index(item.need) for item in found.guidance]
    assert needs == sorted(needs)


@pytest.mark.parametrize(
    ("name", "written"), [("apis", "APIs"), ("b2b saas", "B2B SaaS"), ("user research", "user research")]
)
def test_names_get_their_capitals(name, written):
    assert with_capitals(name) == written


def test_an_alternative_that_another_answers_is_no_gap_anywhere():
    """The resume has Figma, and the posting asks for Figma or Sketch: the score does not miss Sketch, so nor do we."""
    found = coached(posting=POSTING.replace("You design in Figma", "You design in Figma or Sketch"))
    (sketch,) = [c for c in found.match.coverages if c.requirement.skill.id == "sketch"]
    assert (sketch.status, sketch.spared_by, sketch.lacking) == ("missing", "figma", False)

    assert "sketch" not in {item.skill for item in found.guidance}
    assert "Sketch" not in {name for thin in found.reading.thin for name in thin.missing}
    assert "Sketch" not in " ".join(thin.text for thin in found.reading.thin)
    assert "sketch" not in " ".join(question.text.lower() for question in found.questions)
