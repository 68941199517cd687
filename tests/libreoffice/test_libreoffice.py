"""Accept and reject by LibreOffice's own commands: the copy to send, and the original.

Comments are taken out first: LibreOffice keeps them when it rejects, and adds lines for them to its text.
"""

import re
import subprocess
import sys
import zipfile
from shutil import which

import pytest
from lxml import etree

from tailor import readers
from tailor.writers.package import serialised, unpacked
from tailor.writers.word import edited_document
from tests.writers.docx_cases import CASES, edits_for
from tests.writers.docx_making import PART, W

SECONDS = 240
HERE = __file__.rsplit("/", 1)[0]


def interpreter():
    """A Python that has LibreOffice's `uno`; None if there is none."""
    for python in (sys.executable, which("python3", path="/usr/bin:/usr/local/bin")):
        if python and not subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode:
            return python
    return None


@pytest.fixture(scope="module")
def resolved(tmp_path_factory):
    """The folder of what LibreOffice made of each case: tracked, original and clean."""
    soffice = which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    python = interpreter()
    if python is None:
        pytest.skip("no Python with LibreOffice's uno module (python3-uno) is installed")
    folder, work = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("work")
    for name, case in CASES.items():
        key = name.replace(" ", "_")
        (folder / f"{key}-original-plain.docx").write_bytes(case.data)
        lines = readers.read(folder / f"{key}-original-plain.docx").lines
        found = edited_document("resume.docx", case.data, edits_for(lines), lines=lines)
        (folder / f"{key}.docx").write_bytes(without_comments(found.package.packed()))
        (folder / f"{key}-clean-plain.docx").write_bytes(without_comments(found.clean.packed()))
    arguments = [python, f"{HERE}/resolve.py", soffice, str(work), str(folder)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "out"


def without_comments(data):
    """A document with no comment in its text."""
    package = unpacked("draft.docx", data)
    tree = package.xml(PART)
    for name in ("commentRangeStart", "commentRangeEnd"):
        for element in list(tree.iter(W + name)):
            element.getparent().remove(element)
    for reference in list(tree.iter(W + "commentReference")):
        reference.getparent().getparent().remove(reference.getparent())
    return package.with_part(PART, serialised(tree)).packed()


def text(folder, name):
    return (folder / f"{name}.txt").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", sorted(CASES))
def test_its_own_commands_give_the_original_and_the_clean_copy(resolved, name):
    key = name.replace(" ", "_")

    assert text(resolved, f"{key}.REJECT") == text(resolved, f"{key}-original-plain.KEEP")
    assert text(resolved, f"{key}.ACCEPT") == text(resolved, f"{key}-clean-plain.KEEP")
    assert "SQL, Figma, Jira" in text(resolved, f"{key}.ACCEPT")


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize("command", ["ACCEPT", "REJECT"])
def test_no_change_is_left(resolved, name, command):
    with zipfile.ZipFile(resolved / f"{name.replace(' ', '_')}.{command}.docx") as archive:
        root = etree.fromstring(archive.read("word/document.xml"))

    assert [e.tag for e in root.iter(W + "ins", W + "del")] == []


def test_the_changes_are_there_before(resolved):
    with zipfile.ZipFile(resolved / "table_cell.KEEP.docx") as archive:
        assert re.search(rb"<w:(?:ins|del) ", archive.read("word/document.xml"))
