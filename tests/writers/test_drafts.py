"""Where a draft is written, and that nothing else is touched."""

import os
import sys

import pytest

from tailor.errors import MissingFile, OutputError
from tailor.types import Line
from tailor.writers.drafts import write

from .docx_making import accepted, bullets, draft_of, lines_of, members, package, paragraph, root_of, shown, skills

DOCUMENT = package(paragraph("one") + paragraph("two"))


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "resume.docx").write_bytes(DOCUMENT)
    (tmp_path / "posting.docx").write_bytes(b"posting")
    posting = str(tmp_path / "posting.docx")
    return draft_of(tmp_path / "resume.docx", lines_of("one", "two"), bullets(2, 1), posting_path=posting)


def test_a_draft_is_written_beside_the_resume_which_stays_as_it_is(draft, tmp_path):
    written = write(draft, tmp_path / "draft.docx")

    assert (written.edits, written.refused) == (draft.edits, ())
    assert accepted((tmp_path / "draft.docx").read_bytes()) == ["two", "one"]
    assert (tmp_path / "resume.docx").read_bytes() == DOCUMENT
    assert sorted(file.name for file in tmp_path.iterdir()) == ["draft.docx", "posting.docx", "resume.docx"]


def test_what_is_refused_is_told_and_no_longer_among_the_edits(draft, tmp_path):
    wrong = skills(1, "one", "none")
    draft = draft_of(tmp_path / "resume.docx", lines_of("one", "two"), wrong, bullets(2, 1))

    written = write(draft, tmp_path / "draft.docx")

    assert written.edits == (bullets(2, 1),)
    assert [item.edit for item in written.refused] == [wrong]


def test_two_drafts_of_the_same_are_the_same_bytes(draft, tmp_path):
    write(draft, tmp_path / "a.docx")
    write(draft, tmp_path / "b.docx")

    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_an_older_draft_is_replaced_by_force_only(draft, tmp_path):
    (tmp_path / "draft.docx").write_bytes(b"older")

    with pytest.raises(OutputError, match="is there already"):
        write(draft, tmp_path / "draft.docx")
    assert (tmp_path / "draft.docx").read_bytes() == b"older"
    write(draft, tmp_path / "draft.docx", force=True)

    assert accepted((tmp_path / "draft.docx").read_bytes()) == ["two", "one"]


def symlink(folder):
    (folder / "link.docx").symlink_to(folder / "resume.docx")
    return folder / "link.docx"


def hard_link(folder):
    os.link(folder / "resume.docx", folder / "hard.docx")
    return folder / "hard.docx"


def folder_of_that_name(folder):
    (folder / "folder.docx").mkdir()
    return folder / "folder.docx"


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        pytest.param(lambda folder: folder / "resume.docx", "never changed", id="the-resume"),
        pytest.param(lambda folder: folder / "sub" / ".." / "resume.docx", "never changed", id="by-a-detour"),
        pytest.param(symlink, "never changed", id="through-a-symlink"),
        pytest.param(hard_link, "never changed", id="through-a-hard-link"),
        pytest.param(lambda folder: folder / "posting.docx", "never changed", id="the-posting"),
        pytest.param(folder_of_that_name, "is a folder", id="a-folder"),
        pytest.param(lambda folder: folder / "draft.pdf", "not named as a Word document", id="other-suffix"),
        pytest.param(lambda folder: folder / "none" / "draft.docx", "there is no folder", id="no-folder"),
        pytest.param(lambda folder: folder / "resume.docx" / "draft.docx", "there is no folder", id="file-as-folder"),
    ],
)
def test_a_bad_target_is_an_error_and_nothing_is_written(draft, tmp_path, target, reason):
    (tmp_path / "sub").mkdir()
    path = target(tmp_path)
    before = {file.name for file in tmp_path.iterdir()}

    with pytest.raises(OutputError, match=reason) as error:
        write(draft, path)

    assert error.value.remedy
    assert {file.name for file in tmp_path.iterdir()} == before
    assert (tmp_path / "resume.docx").read_bytes() == DOCUMENT
    assert (tmp_path / "posting.docx").read_bytes() == b"posting"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_folder_without_rights_is_an_error(draft, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)

    with pytest.raises(OutputError, match="cannot be written"):
        write(draft, closed / "draft.docx")


def test_a_write_that_fails_half_way_leaves_the_older_file_and_no_scraps(draft, tmp_path, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "draft.docx").write_bytes(b"older")

    with pytest.raises(OutputError, match="No space left on device"):
        write(draft, tmp_path / "draft.docx", force=True)

    assert (tmp_path / "draft.docx").read_bytes() == b"older"
    assert not list(tmp_path.glob(".*"))


def test_a_resume_that_is_gone_is_an_error(draft, tmp_path):
    (tmp_path / "resume.docx").unlink()

    with pytest.raises(MissingFile, match="cannot be read again"):
        write(draft, tmp_path / "draft.docx")


def test_a_resume_in_another_format_is_laid_out_anew(tmp_path):
    lines = (Line("one", 1, 0, "bullet"), Line("two", 2, 0, "bullet"))
    (tmp_path / "resume.txt").write_text("- one\n- two\n")

    written = write(draft_of(tmp_path / "resume.txt", lines, bullets(2, 1), form="txt"), tmp_path / "draft.docx")

    assert written.edits == (bullets(2, 1),)
    data = (tmp_path / "draft.docx").read_bytes()
    assert shown(root_of(data)) == ["two", "one"]
    assert "word/styles.xml" in dict(members(data))
