"""Honest small documents of every format, and ways to spoil bytes: where fuzzing starts from."""

from __future__ import annotations

import json
import zipfile
from functools import cache
from io import BytesIO
from random import Random

from tests.readers.conftest import build_docx, build_pdf, zipped

ODT = "application/vnd.oasis.opendocument.text"
ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
RESUME = """Ada Quill
ada.quill@example.org | +1 555 0100 | Boston, MA

Experience
Senior Product Manager, Nimbus - Jan 2019 to Present
- Owned the roadmap of a billing product; cut churn from 8% to 5%.
- Queried the warehouse in SQL and Looker.
1. Ran 40 customer interviews a quarter.

Education
B.Sc. Economics, Example University, 2012
Skills: SQL, Looker, A/B testing
"""
POSTING = """Senior Product Manager, Billing
About us: we bill.
Responsibilities
- Own the roadmap and work with engineering.
Requirements
- 5+ years of product management experience
- SQL; A/B testing; a degree in economics or equivalent
Salary: $150,000 - $180,000, hybrid in Boston, MA
"""
LD = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Senior Product Manager",
    "description": "<p>Own the roadmap.</p><ul><li>5 years of product management</li></ul>" * 5,
    "datePosted": "2026-01-02",
    "hiringOrganization": {"name": "Nimbus"},
    "jobLocation": [{"address": {"addressLocality": "Boston", "addressCountry": "US"}}],
    "baseSalary": {"currency": "USD", "value": {"minValue": 1, "maxValue": 2, "unitText": "YEAR"}},
}
JSON_RESUME = {
    "basics": {
        "name": "Ada Quill",
        "email": "a@example.org",
        "location": {"city": "Boston"},
        "profiles": [{"url": "x"}],
    },
    "work": [{"name": "Nimbus", "position": "PM", "startDate": "2019-01", "highlights": ["Cut churn by 3%"]}],
    "education": [{"institution": "U", "area": "Economics", "studyType": "B.Sc.", "endDate": "2012"}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Looker"]}],
}
PIECES = (
    b"\0",
    b"\xff" * 4,
    b"<",
    b">",
    b"&",
    b"{",
    b"}",
    b"\\",
    b"%",
    b"9" * 20,
    b"-1",
    b"[" * 50,
    b"\xe2\x80\xae",
    b"<!DOCTYPE a>",
)
PIECES += (
    b"0 0 R",
    b"obj",
    b"stream",
    b"\x1b[2J",
    b"\\u-9999999999",
    b"\\bin99999999 ",
    b"2147483648",
    b"NaN",
    b"1e999",
    b"\xed\xa0\x80",
)


@cache
def seeds() -> dict[str, bytes]:
    """An honest document of each format by file name."""
    page = f'<html><head><title>Senior PM</title><script type="application/ld+json">{json.dumps(LD)}</script></head>'
    page += "<body><nav>Home</nav><main><h1>Senior PM</h1><ul><li>Own the roadmap</li><li>SQL</li></ul></main></body></html>"
    part = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>Own the =\nroadmap</p>"
    rows = [(72, 72 + 14 * at, line) for at, line in enumerate(RESUME.splitlines()) if line]
    return {
        "a.txt": RESUME.encode(),
        "a.md": b"# Ada Quill\n\n" + POSTING.replace("Responsibilities", "## **Responsibilities**").encode(),
        "a.html": page.encode(),
        "a.eml": f'From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n{part}\n--b--\n'.encode(),
        "a.rtf": rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0\b Ada Quill\b0\par\trowd a\cell b\cell\row \u8226?\'95 SQL\par}",
        "a.json": json.dumps(JSON_RESUME, indent=1).encode(),
        "a.docx": docx_seed(),
        "a.odt": odt_seed(),
        "a.pdf": build_pdf(
            [rows, [("F2", 14)[1:] and (72, 72, "Page two"), (300, 90, "right ~ column")]],
            links=("https://example.org",),
        ),
    }


def docx_seed() -> bytes:
    """A .docx with styles, lists, a table, a link, a text box, a header and changes."""
    runs = "".join(f"<w:p><w:r><w:t>{line.replace('&', '&amp;')}</w:t></w:r></w:p>" for line in RESUME.splitlines())
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>'
    )
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    )
    box += "</mc:Choice></mc:AlternateContent></w:r></w:p>"
    link = '<w:p><w:hyperlink r:id="h"><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>site</w:t></w:r></w:hyperlink></w:p>'
    changed = '<w:p><w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="t"/><w:pgSz w:w="12240" w:h="15840"/><w:cols w:num="2"/></w:sectPr>'
    parts = {
        "word/styles.xml": '<w:styles SPACES><w:style w:styleId="H" w:type="paragraph"><w:name w:val="heading 1"/></w:style></w:styles>',
        "word/numbering.xml": '<w:numbering SPACES><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/header1.xml": "<w:hdr SPACES><w:p><w:r><w:t>ada@example.org</w:t></w:r></w:p></w:hdr>",
        "docProps/app.xml": "<Properties><Pages>1</Pages><Words>9</Words></Properties>",
    }
    rels = [("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"), ("t", "header", "header1.xml")]
    return build_docx(
        runs + numbered + table + box + link + changed + section,
        parts=parts,
        rels=[*rels, ("h", "hyperlink", "http://e.org")],
    )


def odt_seed() -> bytes:
    """A small OpenDocument text."""
    listed = "<text:list><text:list-item><text:p>item<text:tab/>two</text:p></text:list-item></text:list>"
    body = f'<text:h>Ada Quill</text:h><text:p>Text <text:a xlink:href="http://e.org">link</text:a></text:p>{listed}'
    table = "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
    content = f"<office:document-content {ODT_SPACES}><office:body><office:text>{body}{table}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": ODT, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"}, 0)


def spoiled(data: bytes, chance: Random) -> bytes:
    """`data` with some bytes changed, cut, doubled, moved or put in."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 12))):
        at = chance.randrange(len(found) + 1)
        size = chance.choice((1, 1, 2, 8, 64, 400))
        match chance.randrange(7):
            case 0 if at < len(found):
                found[at] ^= 1 << chance.randrange(8)
            case 1:
                del found[at : at + size]
            case 2:
                found[at:at] = found[at : at + size] * chance.choice((1, 2, 40))
            case 3:
                found[at:at] = chance.choice(PIECES)
            case 4:
                found[at : at + size] = chance.randbytes(size)
            case 5:
                other = chance.randrange(len(found) + 1)
                found[at:at] = found[other : other + size]
            case _:
                found[at : at + 1] = chance.choice(PIECES)
    return bytes(found)


def spoiled_within(data: bytes, chance: Random) -> bytes:
    """The zip package `data` with one of its parts spoiled."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        names = package.namelist()
        chosen = chance.choice(names)
        for name in names:
            made.writestr(name, spoiled(package.read(name), chance) if name == chosen else package.read(name))
    return out.getvalue()
