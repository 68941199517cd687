"""A batch from end to end: same bytes however it runs, only what is missing, nothing outside its folder."""

import csv
import json
import os

import jsonschema
import pytest

import tailor
from tailor.batches import shards
from tailor.errors import NothingToCompare, OutputError
from tailor.resources import table
from tests.conftest import ROOT

from .making import RESUME, lines, make_resume, outputs, posting, shard_names

SCHEMA = json.loads((ROOT / "docs" / "schemas" / "batch-1.json").read_text(encoding="utf-8"))


def records_schema(name):
    return {"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]}


def test_serial_and_pool_give_the_same_bytes_whatever_the_order(resume, folder, tmp_path, monkeypatch):
    (folder / "poem.txt").write_text("The fog comes\non little cat feet.\n", encoding="utf-8")
    for number in range(5):
        (folder / f"empty{number}.txt").write_bytes(b"")
    monkeypatch.setitem(table("batch.toml")["shard"], "postings", 4)  # several a shard, so that its order shows
    monkeypatch.chdir(folder)
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.txt"))

    tailor.batch(resume, names, tmp_path / "serial", jobs=0)
    tailor.batch(resume, names[::-1], tmp_path / "pool", jobs=2)

    one, other = outputs(tmp_path / "serial"), outputs(tmp_path / "pool")
    assert set(one) >= {"table.csv", "details.jsonl", "failures.jsonl", "market.json", "manifest.json"}
    assert one == other


def test_the_table_ranks_and_explains(resume, folder, tmp_path):
    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    rows = list(csv.DictReader((tmp_path / "out" / "table.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["file"] for row in rows] == [found.file for found in done.ranked]
    assert [float(row["score"]) for row in rows] == sorted((float(row["score"]) for row in rows), reverse=True)
    assert {row["file"] for row in rows} == {f"{'more/' if n % 2 else ''}p{n:03}.txt" for n in range(12)}
    first = rows[0]
    assert "must-haves" in first["reasons"]
    assert "sql" in first["musts covered"]
    assert first["salary from"].startswith("10")
    assert list(done.rows()[0]) == list(rows[0])


def test_the_score_is_that_of_compare(resume, folder, tmp_path):
    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    for found in done.ranked[:3]:
        assert found.score == tailor.compare(resume, folder / found.file).score


def test_records_keep_their_schema(resume, folder, tmp_path):
    (folder / "poem.txt").write_text("The fog comes\non little cat feet.\n", encoding="utf-8")
    tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    for record in lines(tmp_path / "out" / "details.jsonl"):
        jsonschema.validate(record, records_schema("detail"))
    for record in lines(tmp_path / "out" / "failures.jsonl"):
        jsonschema.validate(record, records_schema("failure"))
        assert record["reason"]
        assert record["remedy"]
    market = json.loads((tmp_path / "out" / "market.json").read_text(encoding="utf-8"))
    market.pop("schema")
    jsonschema.validate(market, records_schema("market"))


def test_a_rerun_does_nothing_new(resume, folder, tmp_path, monkeypatch):
    tailor.batch(resume, folder, tmp_path / "out", jobs=0)
    before, kept = outputs(tmp_path / "out"), shard_names(tmp_path / "out")
    monkeypatch.setattr(shards, "do", None)

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    assert done.reused == 12
    assert outputs(tmp_path / "out") == before
    assert shard_names(tmp_path / "out") == kept


def test_a_rerun_does_what_is_new_or_changed_and_drops_what_is_gone(resume, folder, tmp_path):
    tailor.batch(resume, folder, tmp_path / "out", jobs=0)
    (folder / "a-new.txt").write_text(posting(40), encoding="utf-8")
    (folder / "p002.txt").write_text(posting(41), encoding="utf-8")
    (folder / "p004.txt").unlink()

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    assert done.reused == 10
    fresh = tailor.batch(resume, folder, tmp_path / "fresh", jobs=0)
    assert fresh.reused == 0
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")


def test_another_resume_does_all_again(resume, folder, tmp_path):
    tailor.batch(resume, folder, tmp_path / "out", jobs=0)
    make_resume(tmp_path, text=RESUME.replace("SQL", "Figma"))

    assert tailor.batch(resume, folder, tmp_path / "out", jobs=0).reused == 0


def test_of_several_resumes_the_best_counts(resume, folder, tmp_path):
    other = make_resume(tmp_path, "other.txt", RESUME.replace("SQL", "Figma").replace("A/B testing", "Tableau"))

    done = tailor.batch([resume, other], folder, tmp_path / "out", jobs=0)

    assert {found.resume for found in done.ranked} == {"resume.txt", "other.txt"}
    for found in done.ranked:
        assert found.score == max(found.scores.values()) == found.scores[found.resume]
        assert list(found.scores) == ["resume.txt", "other.txt"]


def test_filters_and_sorts(resume, folder, tmp_path):
    by_file = tailor.batch(resume, folder, tmp_path / "out", jobs=0, sort="file")
    assert [found.file for found in by_file.ranked] == sorted(found.file for found in by_file.ranked)
    least = sorted(found.score for found in by_file.ranked)[6]

    kept = tailor.batch(resume, folder, tmp_path / "out", jobs=0, min_score=least)

    assert 0 < len(kept.ranked) < kept.compared == 12
    assert min(found.score for found in kept.ranked) == least
    with pytest.raises(ValueError, match="sort is one of"):
        tailor.batch(resume, folder, tmp_path / "out", sort="mood")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"modes": ["remote"]}, 1),
        ({"modes": ["remote", "unspecified"]}, 12),
        ({"levels": ["senior"]}, 11),
        ({"levels": ["group"]}, 0),
    ],
)
def test_filters_leave_postings_out_of_the_table_only(resume, folder, tmp_path, wanted, count):
    path = folder / "p000.txt"
    text = path.read_text(encoding="utf-8").replace("Senior Product", "Associate Product")
    path.write_text(text.replace("\n\nAbout", "\nLocation: Remote\n\nAbout", 1), encoding="utf-8")

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0, **wanted)

    assert [found.rank for found in done.ranked] == list(range(1, count + 1))
    assert done.market.postings == 12
    assert len(lines(tmp_path / "out" / "details.jsonl")) == 12


def test_near_duplicates_are_grouped_and_count_once(resume, folder, tmp_path):
    text = posting(3)
    (folder / "copy.txt").write_text(text, encoding="utf-8")
    (folder / "cross-posted.txt").write_text(text.replace("engineers and", "engineers, analysts and"), encoding="utf-8")

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    group = [found for found in done.ranked if found.twins]
    assert {found.file for found in group} == {"copy.txt", "cross-posted.txt", "more/p003.txt"}
    assert sum(not found.twin_of for found in group) == 1
    assert all(found.twins == 2 for found in group)
    assert done.market.postings == 12


def test_nothing_is_written_outside_the_folder(resume, folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    file = other / "postings.jsonl"
    file.write_text(json.dumps({"id": "../../../escaped", "text": posting(1)}) + "\n", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))

    done = tailor.batch(resume, file, tmp_path / "out", jobs=0)

    assert done.compared == 1
    assert [path for path in sorted(tmp_path.rglob("*")) if tmp_path / "out" not in (path, *path.parents)] == before


def test_results_inside_the_folder_are_no_postings(resume, folder):
    for _ in range(2):
        assert tailor.batch(resume, folder, folder / "results", jobs=0).compared == 12
        (folder / "results" / "copied-here.txt").write_text(posting(50), encoding="utf-8")


@pytest.mark.parametrize("kind", ["foreign", "file", "link"])
def test_an_output_folder_that_is_not_ours_is_refused(resume, folder, tmp_path, kind):
    out = tmp_path / "out"
    if kind == "foreign":
        out = folder
    elif kind == "file":
        out.write_text("mine", encoding="utf-8")
    else:
        out.mkdir()
        (out / "shards").symlink_to(folder, target_is_directory=True)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(OutputError):
        tailor.batch(resume, folder, out, jobs=0)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_no_half_file(resume, folder, tmp_path, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    assert not (tmp_path / "out").exists()


def test_a_damaged_result_file_is_done_again(resume, folder, tmp_path):
    tailor.batch(resume, folder, tmp_path / "out", jobs=0)
    before = outputs(tmp_path / "out")
    for name in shard_names(tmp_path / "out"):
        path = tmp_path / "out" / "shards" / name
        path.write_bytes(path.read_bytes()[:-20])

    assert tailor.batch(resume, folder, tmp_path / "out", jobs=0).reused == 0
    assert outputs(tmp_path / "out") == before


def test_a_folder_without_postings_says_so(resume, tmp_path):
    (tmp_path / "none").mkdir()
    with pytest.raises(NothingToCompare, match="holds no posting"):
        tailor.batch(resume, tmp_path / "none", tmp_path / "out", jobs=0)
