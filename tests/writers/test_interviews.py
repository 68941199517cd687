"""What `tailor interview` shows, and its record."""

import json
from io import StringIO

import jsonschema
import pytest
from rich.console import Console

from tailor.types import Guidance, Step
from tailor.writers import guidance_table, interview_record, interview_report
from tailor.writers.guidance import span
from tests.advisers.coaching import coached
from tests.conftest import ROOT


def shown(renderable):
    page = StringIO()
    Console(file=page, width=120, highlight=False).print(renderable)
    return page.getvalue()


def test_the_record_keeps_its_schema():
    record = interview_record(coached())

    schema = json.loads((ROOT / "docs" / "schemas" / "interview-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(json.dumps(record)), schema)
    assert len(record["questions"]) == len(coached().questions)
    assert record["questions"][1]["lines"]


def test_the_report_has_its_blocks_and_numbers_the_questions_in_order():
    page = shown(interview_report(coached()))

    for title in (
        "answer from your resume",
        "what is not shown",
        "How your profile reads",
        "What would close the gaps",
    ):
        assert title in page
    at = [page.index(f"\n{number}. ") for number in range(1, len(coached().questions) + 1)]
    assert at == sorted(at)


def step(kind, text, weeks=None):
    return Step(kind, text, weeks)


TOOLS = tuple(
    Guidance(name, name, "required", "analytics", (step("tool", f"Try {name}.", (1, 3)), step("phrase", "It counts.")))
    for name in ("Alpha", "Beta")
)
RULES = Guidance("x", "[bold]x[/bold]", "preferred", "y", (step("regulation", "Know it.", (2, 2)),))


def test_tools_of_one_group_share_a_row():
    page = shown(guidance_table([*TOOLS, RULES]))

    assert "Alpha, Beta" in page
    assert "Try Beta." not in page


def test_markup_in_a_name_is_text():
    assert "[bold]x[/bold]" in shown(guidance_table([RULES]))


def test_no_more_rows_than_asked_for():
    assert "Know it." not in shown(guidance_table([*TOOLS, RULES], most=1))


@pytest.mark.parametrize(
    ("weeks", "said"),
    [(None, "an evening"), ((1, 3), "1–3 weeks"), ((2, 2), "2 weeks"), ((1, 1), "1 week"), ((52, 208), "1–4 years")],
)
def test_how_long_is_said_in_words(weeks, said):
    assert span(weeks) == said
