"""The plan of a draft: what is in it, chosen, edited by hand and read again."""

import json

import jsonschema
import pytest

from tailor import pipeline
from tailor.errors import InputError, OutputError
from tailor.parsers import parse_resume
from tailor.types import Edit, Refusal, Suggestion
from tailor.writers.drafts import write
from tailor.writers.plan_files import plan_text, read_plan
from tailor.writers.plans import as_read, chosen, plan_of
from tests.conftest import ROOT

from .docx_making import bullets, draft_of, lines_of, members, package, paragraph, root_of, shown, skills

SKILLS = skills(3, "Data: SQL, R", "Data: R, SQL")
ASK = Edit("question", (1,), "Have you?", gain=2.0)
RESUMES = sorted(
    path for path in (ROOT / "sample_jobs").glob("**/resumes/*") if path.suffix in {".txt", ".docx", ".pdf"}
)


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "r.docx").write_bytes(package("".join(map(paragraph, ("one", "two", "Data: SQL, R")))))
    return draft_of(tmp_path / "r.docx", lines_of("one", "two", "Data: SQL, R"), bullets(2, 1), SKILLS, ASK)


def saved(tmp_path, record):
    path = tmp_path / "plan.json"
    path.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return path


def test_a_plan_is_of_its_schema_and_comes_back_as_it_was(draft, tmp_path):
    text = plan_text(draft)

    schema = json.loads((ROOT / "docs" / "schemas" / "plan-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(text), schema)
    assert read_plan(saved(tmp_path, text), draft.match) == draft.edits


def test_what_is_rejected_stays_out_and_what_is_reworded_comes_in(draft, tmp_path):
    record = json.loads(plan_text(draft))
    record["edits"][0]["accept"] = False
    record["edits"][1]["after"] = "Data: R, Kubernetes"

    found = read_plan(saved(tmp_path, record), draft.match)

    assert found == (skills(3, "Data: SQL, R", "Data: R, Kubernetes"), ASK)


def test_what_was_refused_is_in_the_plan_with_the_reason_but_not_accepted(draft, tmp_path):
    from dataclasses import replace

    text = plan_text(replace(draft, edits=(), refused=(Refusal(SKILLS, "It cannot be."),)))

    (item,) = json.loads(text)["edits"]
    assert (item["accept"], item["refused"]) == (False, "It cannot be.")
    assert read_plan(saved(tmp_path, text), draft.match) == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(lambda r: "{", "not JSON", id="no-json"),
        pytest.param(lambda r: "[" * 100_000, "not JSON", id="nested-too-deep"),
        pytest.param(lambda r: [], "not a plan", id="a-list"),
        pytest.param(lambda r: {**r, "schema": "tailor.plan/9"}, "not a plan", id="other-schema"),
        pytest.param(lambda r: {**r, "resume": {"sha256": "0"}}, "another resume", id="other-resume"),
        pytest.param(lambda r: {**r, "edits": [{"kind": "bullets"}]}, "edit 1 ", id="fields-missing"),
        pytest.param(lambda r: {**r, "edits": [{**r["edits"][0], "kind": "invent"}]}, "edit 1 ", id="unknown-kind"),
        pytest.param(lambda r: {**r, "edits": [{**r["edits"][0], "lines": ["1"]}]}, "edit 1 ", id="lines-as-text"),
        pytest.param(lambda r: {**r, "edits": [{**r["edits"][0], "lines": [True]}]}, "edit 1 ", id="line-is-true"),
        pytest.param(lambda r: {**r, "edits": [{**r["edits"][0], "gain": 1e9}]}, "edit 1 ", id="gain-beyond-score"),
        pytest.param(lambda r: {**r, "edits": [r["edits"][0], 3]}, "edit 2 ", id="no-object"),
    ],
)
def test_a_plan_that_cannot_be_used_is_one_line(draft, tmp_path, change, reason):
    path = saved(tmp_path, change(json.loads(plan_text(draft))))

    with pytest.raises(InputError, match=reason) as error:
        read_plan(path, draft.match)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({}, (bullets(2, 1), SKILLS, ASK), id="all"),
        pytest.param({"only": ["skills"]}, (SKILLS,), id="only"),
        pytest.param({"skip": ["skills"]}, (bullets(2, 1), ASK), id="skip"),
        pytest.param({"limit": 1}, (bullets(2, 1), ASK), id="limit-counts-questions-apart"),
        pytest.param({"limit": 0}, (), id="none"),
    ],
)
def test_edits_are_chosen_by_kind_and_number(draft, options, expected):
    assert chosen(draft, **options).edits == expected


def test_a_plan_has_the_best_first_and_no_order_that_costs_points(draft):
    from dataclasses import replace

    told = [
        Suggestion("posting-term", "rewrite", "w", 1, "one", "uno", gain=0.5),
        Suggestion("move-up", "move", "w", 2, "two", "one", gain=9.0),
        *(Suggestion("ask-about-gaps", "ask", f"w{n}", 1, gain=1.0) for n in range(9)),
    ]
    match = replace(draft.match, suggestions=tuple(told))

    found = plan_of(match, [replace(SKILLS, gain=0.7), replace(bullets(2, 1), gain=-0.1)])

    assert [edit.kind for edit in found] == ["question"] * 5 + ["skills", "term"]


def test_the_text_to_be_scored_is_that_with_edits_accepted(draft):
    source = as_read(draft.match.resume, draft.edits)

    assert source.text == "two\none\nData: R, SQL"
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)


def test_all_three_files_are_written(draft, tmp_path):
    write(draft, tmp_path / "d.docx", clean=tmp_path / "c.docx", plan=tmp_path / "p.json")

    root = root_of((tmp_path / "c.docx").read_bytes())
    assert shown(root) == ["two", "one", "Data: R, SQL"]
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not names & {"ins", "del", "commentRangeStart", "commentRangeEnd", "commentReference"}
    assert "word/comments.xml" not in dict(members((tmp_path / "c.docx").read_bytes()))
    assert read_plan(tmp_path / "p.json", draft.match) == draft.edits


@pytest.mark.parametrize(
    ("clean", "reason"),
    [
        pytest.param("r.docx", "never changed", id="the-resume"),
        pytest.param("d.docx", "two outputs", id="the-draft"),
        pytest.param("c.txt", "not named", id="suffix"),
    ],
)
def test_a_clean_copy_has_a_place_of_its_own(draft, tmp_path, clean, reason):
    with pytest.raises(OutputError, match=reason):
        write(draft, tmp_path / "d.docx", clean=tmp_path / clean)
    assert not (tmp_path / "d.docx").exists()


def test_no_clean_copy_of_a_document_with_changes_of_others(draft, tmp_path):
    theirs = '<w:p><w:ins w:id="1" w:author="Ann"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
    (tmp_path / "r.docx").write_bytes(package("".join(map(paragraph, ("one", "two", "Data: SQL, R"))) + theirs))

    with pytest.raises(OutputError, match="tracked changes already"):
        write(draft, tmp_path / "d.docx", clean=tmp_path / "c.docx")
    assert not (tmp_path / "d.docx").exists()
    assert write(draft, tmp_path / "d.docx").edits


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_a_resume_without_edits_is_read_as_before(path):
    same_as_before(pipeline.read_resume(path))


@pytest.mark.parametrize(
    "text",
    [
        "### Work\n\n#### Ferrous Audio\n**Product Manager** | Jul 2014 – Jan 2019\n- Sold amps\n",
        "🎓 Book learning\nBSc Physics, University of Leeds, 2014\n\nJOBS\nAnalyst, Acme, 2019 - 2020\n- Sold\n",
    ],
    ids=["depth of headings", "pictures"],
)
def test_signs_before_lines_are_read_as_before(text, tmp_path):
    (tmp_path / "r.md").write_text(f"Jo Doe\njo@example.com\n\n{text}", encoding="utf-8")
    same_as_before(pipeline.read_resume(tmp_path / "r.md"))


def same_as_before(resume):
    again = parse_resume(as_read(resume, []))

    assert [(role.title, role.company, role.period, len(role.lines)) for role in again.roles] == [
        (role.title, role.company, role.period, len(role.lines)) for role in resume.roles
    ]
    assert [(section.kind, len(section.lines)) for section in again.sections] == [
        (section.kind, len(section.lines)) for section in resume.sections
    ]
