"""Which questions are asked, and that no answer claims what the resume does not show."""

import re
from itertools import pairwise

import pytest

from tailor import extractors
from tailor.resources import table
from tests.advisers.coaching import POSTING, RESUME, coached

QUOTED = re.compile(r'"(.*)"', re.DOTALL)
TEMPLATES = table("interview.toml")["question"]
ALL_TEXTS = [text for row in TEMPLATES for text in row["texts"]]


def about(skill):
    return next(question for question in coached().questions if question.skill == skill)


def test_there_are_enough_templates_and_none_twice():
    assert len(ALL_TEXTS) >= 100
    assert len(set(ALL_TEXTS)) == len(ALL_TEXTS)


@pytest.mark.parametrize("row", TEMPLATES, ids=lambda row: row["texts"][0][:40])
def test_a_template_is_a_sentence_for_something_known(row):
    groups = {group["name"] for group in table("guidance.toml")["group"]}

    assert row["when"] in {"asked", "gap", "posting"}
    assert set(row.get("groups", ())) <= groups
    for text in row["texts"]:
        assert text[0].isupper()
        assert text[-1] in ".?"
        assert set(re.findall(r"{(\w+)}", text)) <= {"term", "at", "duty", "way"}


def test_every_group_of_skills_has_a_question_of_its_own():
    asked = {name for row in TEMPLATES if row["when"] == "asked" for name in row.get("groups", ())}
    named = {row["name"] for row in table("guidance.toml")["group"] if "certificate" not in row}

    assert named - asked == set()


def test_the_kinds_that_are_promised_are_there():
    kinds = {question.kind for question in coached().questions}

    assert kinds >= {"motivation", "behavioural", "technical", "product sense", "case", "estimation"}


def test_no_question_comes_twice_and_few_begin_alike():
    texts = [question.text for question in coached().questions]

    assert len(texts) >= 10
    assert len(set(texts)) == len(texts)
    assert len({" ".join(text.split()[:4]) for text in texts}) >= len(texts) * 0.7


def test_a_shown_skill_is_answered_in_the_order_of_a_story():
    found = next(q for q in coached().questions if q.outline[0].part == "situation" and "SQL" in q.about)

    assert [beat.part for beat in found.outline] == ["situation", "task", "action", "result"]
    assert found.outline[2].text == 'Your words: "Wrote SQL to size the backlog;"'
    assert found.outline[3].text == 'Your words: "disputed invoices fell from 140 to 22"'
    assert "Software Engineer, Acme Ltd (2020-01 to present)" in found.outline[0].text


@pytest.mark.parametrize("resume", [RESUME, RESUME.replace("Software Engineer", "Product Manager")])
def test_every_quotation_of_an_answer_stands_in_the_resume(resume):
    found = coached(resume)
    text = found.match.resume.source.text.replace("\n", " ")

    quotations = [m[1] for q in found.questions for beat in q.outline if (m := QUOTED.search(beat.text))]
    assert quotations
    assert [quote for quote in quotations if quote.strip("…") not in text] == []


def test_a_gap_gets_the_honest_answer_and_what_would_close_it():
    found = [q for q in coached().questions if q.gap]

    assert found
    for question in found:
        assert question.outline[0].part == "honest answer"
        assert not [beat for beat in question.outline if beat.part in ("action", "result")]
    missing = [q for q in found if "No line of your resume shows it" in q.outline[0].text]
    assert missing
    kinds = extractors.taxonomy().skills
    for q in missing:  # a certificate has nothing near it
        assert q.outline[1].part == ("next step" if kinds[q.skill].type == "credential" else "nearest")
    assert all(q.outline[-1].part == "next step" for q in missing)


def test_a_skill_that_is_only_listed_is_not_told_as_a_deed():
    found = coached(posting="Product Manager\n\nRequirements\n- You use Confluence\n- You use Figma\n")

    assert [q.about for q in found.questions if q.skill and not q.gap] == []
    assert any("no line of work tells of it" in q.outline[0].text for q in found.questions)


def test_a_duty_of_the_posting_is_asked_about_in_its_words():
    texts = [q.text for q in coached().questions]

    assert any('"Define the product roadmap for payments with engineering, design and legal."' in t for t in texts)


def test_what_fits_the_field_is_asked_and_not_another():
    texts = {q.kind: q.text for q in coached().questions}

    assert "payment" in texts["estimation"]
    assert "money" in texts["product sense"]


def test_the_lines_of_a_question_are_those_of_its_outline():
    numbers = {line.number for line in coached().match.resume.source.lines}

    for question in coached().questions:
        assert set(question.lines) == {beat.line for beat in question.outline if beat.line}
        assert set(question.lines) <= numbers


def test_gaps_come_last():
    gaps = [question.gap for question in coached().questions]

    assert all(not (first and not second) for first, second in pairwise(gaps))


def test_a_posting_without_duties_still_gets_cases():
    found = coached(posting=POSTING.replace("Responsibilities", "Requirements"))

    assert len([q for q in found.questions if q.kind == "case"]) == 2
    assert not [q for q in found.questions if "{" in q.text]


def test_a_certificate_has_nothing_near_it():
    found = coached(posting="Product Manager\n\nRequirements\n- You write SQL\n- Fluent German is required\n")

    german = next(q for q in found.questions if q.about == "German")
    assert [beat.part for beat in german.outline] == ["honest answer", "next step"]


def test_one_question_is_put_where_any_of_several_tools_will_do():
    posting = POSTING.replace("Kubernetes and Amplitude", "Kubernetes, Terraform or Docker")

    asked = [question.text for question in coached(posting=posting).questions if question.gap]

    assert sum("Kubernetes, Terraform or Docker" in text for text in asked) == 1
    assert not any("Terraform" in text and "Kubernetes" not in text for text in asked)


def test_what_an_alternative_answers_is_no_gap_anywhere():
    found = coached(posting=POSTING.replace("You design in Figma", "You design in Figma or Sketch"))

    assert "sketch" not in {item.skill for item in found.guidance}
    assert not any("Sketch" in question.text for question in found.questions)
    assert not any("Sketch" in name for thin in found.reading.thin for name in thin.missing)
