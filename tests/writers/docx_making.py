"""Small Word documents made by script, and drafts of them made by hand."""

import io
import zipfile
from pathlib import Path

from lxml import etree

from tailor.types import (
    Address,
    Bar,
    Contact,
    Draft,
    Edit,
    Line,
    Match,
    PartialDate,
    Posting,
    Resume,
    Source,
)

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = f'<Relationship Id="rId{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" ContentType="{main}"/></Types>'
)


def run(text, properties=""):
    """A run; `properties` is the XML of its `w:rPr`."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content, properties="", attributes=""):
    """A paragraph of runs; a string that is no XML becomes a run."""
    inner = "".join(item if item.startswith("<") else run(item) for item in content)
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p {attributes}>{look}{inner}</w:p>"


def package(body, *, part=PART, settings="", main=MAIN, extra=None):
    """The bytes of a .docx with this body, an image, a directory entry and a settings part, in an unusual order."""
    folder, name = part.rsplit("/", 1)
    members = {
        "docProps/": b"",
        part: f"{DECLARATION}<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        f"{folder}/media/image1.png": b"\x89PNG not really",
        f"{folder}/settings.xml": f"<w:settings {NAMES}>{settings}</w:settings>",
        "[Content_Types].xml": TYPES.format(part=part, main=main),
        "_rels/.rels": RELATIONS.format(RELATION.format(1, "officeDocument", part)),
        f"{folder}/_rels/{name}.rels": RELATIONS.format(RELATION.format(1, "settings", "settings.xml")),
        **(extra or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    return stream.getvalue()


def lines_of(*texts, part=PART, first=0):
    """Lines read from the paragraphs that stand in order from `first` on."""
    return tuple(Line(t, n, 0, "bullet", address=Address(part, first + n - 1)) for n, t in enumerate(texts, start=1))


def bullets(*numbers):
    """An edit that puts lines in this order."""
    return Edit("bullets", numbers, "because")


def skills(number, before, after):
    """An edit of the wording of a line."""
    return Edit("skills", (number,), "because", before, after)


def members(data):
    """Names and bytes of a zip, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def root_of(data, part=PART):
    """The root of the document part."""
    return etree.fromstring(dict(members(data))[part])


def shown(root):
    """The text of each paragraph."""
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p")]


def accepted(data, part=PART):
    """The text of each paragraph that is left once what is deleted is gone; ends of paragraphs count."""
    found, text = [], ""
    for p in root_of(data, part).iter(W + "p"):
        text += "".join(t.text or "" for t in p.iter(W + "t"))
        if p.find(f"{W}pPr/{W}rPr/{W}del") is None:
            found.append(text)
            text = ""
    return found


def looks(element):
    """The text of each run of a paragraph, with the names of its properties."""
    found = []
    for r in element.iter(W + "r"):
        properties = r.find(W + "rPr")
        names = [] if properties is None else [child.tag.removeprefix(W) for child in properties]
        found.append(("".join(t.text or "" for t in r.iter(W + "t")), names))
    return found


def match_of(resume, posting_path="posting.txt"):
    """A match that says nothing of how well the resume fits."""
    source = Source(posting_path, "txt", "Product Manager", (Line("Product Manager", 1, 0),))
    posting = Posting("Product Manager", None, "mid", None, (), None, "unspecified", None, (), source)
    nothing = Bar("", "", None)
    return Match(posting, resume, 0.0, (), (), (), nothing, nothing, 0.0, 0.0, PartialDate(2026, 1), 0.0)


def draft_of(path: Path, lines, *edits, form="docx", posting_path="posting.txt"):
    """A draft of a resume of which nothing is known but its lines."""
    source = Source(str(path), form, "", tuple(lines))
    resume = Resume(Contact(None, None, None, None), None, (), (), (), source)
    return Draft(match_of(resume, posting_path), edits)
