"""Odd Word documents, plans and weights through the whole program: a draft that is whole, or a one-line error."""

import json
import zipfile
from io import BytesIO
from random import Random

import pytest

import tailor
from tailor import writers
from tailor.errors import CorruptFile, TailorError
from tailor.writers.package import unpacked
from tests.fire.outcomes import refused
from tests.fire.seeds import POSTING, RESUME, seeds, spoiled, spoiled_within
from tests.readers.conftest import build_docx

ODD_VALUES = (
    None,
    True,
    -1,
    10**400,
    1e308,
    float("nan"),
    "",
    "x" * 9,
    "\ud800",
    [],
    [[]],
    {},
    {"a": 1},
    [10**9],
    "=1+1",
)


@pytest.fixture
def posting(tmp_path):
    path = tmp_path / "p.txt"
    path.write_text(POSTING, encoding="utf-8")
    return path


@pytest.fixture
def resume(tmp_path, samples):
    path = tmp_path / "r.docx"
    path.write_bytes((samples / "resumes" / "senior_pm.docx").read_bytes())
    return path


def written(resume, posting, out, plan=None):
    """What drafting gives: "written" or the name of the error."""
    try:
        writers.write(tailor.draft(resume, posting, plan=plan), out, force=True)
    except TailorError as error:
        return refused(error)
    assert zipfile.ZipFile(out).testzip() is None
    return "written"


def test_a_spoiled_document_gives_a_draft_or_an_error(resume, posting, tmp_path):
    chance, whole = Random(7), resume.read_bytes()
    ends = set()
    for at in range(40):
        resume.write_bytes(spoiled_within(whole if at % 2 else seeds()["a.docx"], chance))
        ends.add(written(resume, posting, tmp_path / "o.docx"))

    assert "written" in ends
    assert "CorruptFile" in ends


def test_a_document_without_its_list_of_types_is_told(tmp_path, posting):
    body = "".join(f"<w:p><w:r><w:t>{line.replace('&', '&amp;')}</w:t></w:r></w:p>" for line in RESUME.splitlines())
    path = tmp_path / "r.docx"
    path.write_bytes(build_docx(body))

    assert written(path, posting, tmp_path / "o.docx") == "CorruptFile"
    assert not (tmp_path / "o.docx").exists()


def test_a_member_that_the_directory_makes_small_is_not_unpacked():
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/a.png", bytes(9_000_000))
    raw = bytearray(file.getvalue())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (100).to_bytes(4, "little")

    with pytest.raises(CorruptFile):
        unpacked("a.docx", bytes(raw))


def test_an_odd_plan_gives_a_draft_or_an_error(resume, posting, tmp_path):
    chance, path, out = Random(8), tmp_path / "plan.json", tmp_path / "o.docx"
    writers.write(tailor.draft(resume, posting), out, plan=path)
    plan = json.loads(path.read_text(encoding="utf-8"))
    for _ in range(25):
        odd = json.loads(json.dumps(plan))
        item = chance.choice([odd, odd["resume"], *odd["edits"] * 3])
        item[chance.choice(sorted(item))] = chance.choice(ODD_VALUES)
        path.write_text(json.dumps(odd), encoding="utf-8")
        assert written(resume, posting, out, plan=path)
    for _ in range(10):
        path.write_bytes(spoiled(json.dumps(plan).encode(), chance))
        assert written(resume, posting, out, plan=path)


TABLES = ("weights", "cap", "years", "levels", "status", "similarity", "evidence", "no such table")
VALUES = ("-1", "1e400", "nan", "inf", "1e6", "true", '"x"', "[]", "{}", "0", "99999999999999999999999", "1979-05-27")


def test_odd_weights_give_a_score_or_an_error(resume, posting, tmp_path):
    chance, path = Random(9), tmp_path / "weights.toml"
    known = {name: sorted(values) for name, values in tailor.resources.table("score.toml").items()}
    for _ in range(40):
        name = chance.choice(TABLES)
        path.write_text(
            f'["{name}"]\n"{chance.choice(known.get(name, ["x"]))}" = {chance.choice(VALUES)}\n', encoding="utf-8"
        )
        try:
            match = tailor.compare(resume, posting, weights=path)
        except TailorError as error:
            refused(error)
        else:
            assert 0 <= match.score <= 100
