"""What is taken for a posting: folders, files of many postings, lists."""

import json
from dataclasses import replace

import pytest

import tailor
from tailor.batches.inputs import find_inputs
from tailor.batches.ledger import ledger
from tailor.errors import CorruptFile, MissingFile, NothingToCompare

from .making import posting


def labels(source, out):
    with ledger(out) as book:
        for item in find_inputs(source, out).items():
            book.add(replace(item, label=book.once(item.label)), item.label + str(book.count()))
        return [item.label for _, item in book.todo()[1]]


def test_a_folder_gives_all_formats_below_it_and_nothing_hidden(tmp_path):
    for name in ("a.txt", "b/c.HTML", "b/d.docx", "e.mht", "f.png", "g.json", ".h.txt", ".git/i.txt", "j.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)

    found = find_inputs(tmp_path, tmp_path / "out")

    assert [item.label for item in found.items()] == ["a.txt", "e.mht", "b/c.HTML", "b/d.docx"]
    assert found.ignored == 3


def test_a_list_gives_each_file_once_in_its_order(tmp_path):
    paths = [tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("x", encoding="utf-8")

    assert labels(paths, tmp_path) == [str(paths[0]), str(paths[1])]


def write_records(home, suffix):
    texts = [posting(1), "<html><body><p>" + posting(2).replace("\n", "</p><p>") + "</p></body></html>", ""]
    path = home / f"jobs{suffix}"
    if suffix == ".jsonl":
        rows = [{"job_id": n, "company_name": "Acme, Inc", "description": text} for n, text in enumerate(texts)]
        path.write_text("not json\n" + "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif suffix == ".csv":
        quoted = [text.replace('"', '""') for text in texts]
        rows = "".join(f'{n},"Acme, Inc","{text}"\r\n' for n, text in enumerate(quoted))
        path.write_text("\ufeffjob_id,company_name,description\r\n" + rows, encoding="utf-8")
    else:
        arrow = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow, the extra batch")
        from pyarrow import parquet

        table = arrow.table({"job_id": [0, 1, 2], "company_name": ["Acme, Inc"] * 3, "description": texts})
        parquet.write_table(table, path)
    return path


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_file_of_postings_gives_a_posting_a_record(tmp_path, resume, suffix):
    path = write_records(tmp_path, suffix)

    done = tailor.batch(resume, path, tmp_path / "out", jobs=0)

    assert sorted(found.file for found in done.ranked) == [f"jobs{suffix}#0", f"jobs{suffix}#1"]
    assert {found.company for found in done.ranked} == {"Acme, Inc"}
    assert [failed.file for failed in done.failures] == [
        f"jobs{suffix}#2",
        *(["jobs.jsonl#line 1"] if suffix == ".jsonl" else []),
    ]
    assert tailor.batch(resume, path, tmp_path / "out", jobs=0).reused == len(done.ranked) == 2
    assert (tmp_path / "out" / "table.parquet").exists() is ("table.parquet" in done.files)


@pytest.mark.parametrize("heading", ["Job Description,Company Name", "JobDescription;Company", "BODY\tcompany-name"])
def test_columns_are_known_whatever_their_capitals_and_what_parts_them(tmp_path, resume, heading):
    between = next(mark for mark in ",;\t" if mark in heading)
    path = tmp_path / "jobs.csv"
    path.write_text(f'{heading}\n"{posting(1)}"{between}"Acme, Inc"\n"{posting(2)}"\n', encoding="utf-8")

    done = tailor.batch(resume, path, tmp_path / "out", jobs=0)

    assert {found.file: found.company for found in done.ranked} == {"jobs.csv#1": "Acme, Inc", "jobs.csv#2": ""}


def test_a_parquet_table_has_the_columns_of_the_csv(tmp_path, resume, folder):
    pytest.importorskip("pyarrow", reason="Parquet needs pyarrow, the extra batch")
    from pyarrow import parquet

    done = tailor.batch(resume, folder, tmp_path / "out", jobs=0)

    assert parquet.read_table(tmp_path / "out" / "table.parquet").to_pylist() == done.rows()


def test_records_of_one_id_are_told_apart(tmp_path):
    path = tmp_path / "jobs.jsonl"
    path.write_text('{"id": "x", "text": "a"}\n' * 3, encoding="utf-8")

    assert labels(path, tmp_path) == ["jobs.jsonl#x", "jobs.jsonl#x~2", "jobs.jsonl#x~3"]


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        pytest.param("none.csv", None, MissingFile, id="missing"),
        pytest.param("empty.jsonl", b"", NothingToCompare, id="empty"),
        pytest.param("columns.csv", b"a,b\n1,2\n", CorruptFile, id="no-text-column"),
        pytest.param("latin.csv", b"text\ncaf\xe9\n", CorruptFile, id="not-utf-8"),
    ],
)
def test_a_file_that_cannot_be_used_is_an_error(tmp_path, resume, name, data, error):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(error):
        tailor.batch(resume, tmp_path / name, tmp_path / "out", jobs=0)
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_and_a_web_address_fail_alone(tmp_path, resume, folder):
    given = [folder / "p000.txt", tmp_path / "gone.txt", "https://jobs.example.com/1"]

    done = tailor.batch(resume, given, tmp_path / "out", jobs=0)

    assert done.compared == 1
    assert {failed.file: failed.reason for failed in done.failures} == {
        str(tmp_path / "gone.txt"): "there is no such file",
        "https://jobs.example.com/1": "is a web address, and a batch uses no network",
    }
