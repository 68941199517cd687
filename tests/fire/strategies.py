"""Documents that are built right but for what they hold: structure-aware fuzzing, by Hypothesis."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.fire.bombs import open_document
from tests.fire.seeds import seeds, spoiled
from tests.readers.conftest import W, assembled, build_docx, stream, zipped

ODD = (
    "\u202e",
    "\u200b",
    "\x1b[2J",
    "\ufeff",
    "\ud7ff",
    "=1+1",
    "<script>",
    "&amp;",
    "%s",
    "{{x}}",
    "\u0660",
    "²",
    "½",
)
LIKELY = (
    "Experience",
    "Jan 2019 - Present",
    "PM, Nimbus",
    "5+ years",
    "- Own the roadmap",
    "SQL",
    "$100k",
    "B.Sc.",
    "1.",
)
WORDS = st.one_of(st.sampled_from(LIKELY), st.sampled_from(ODD), st.text(max_size=8))
LINES = st.lists(WORDS, max_size=6).map(" ".join)
TEXTS = st.lists(LINES, max_size=25).map("\n".join)
XML_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&\ufffe\uffff"), max_size=12)
NUMBERS = st.sampled_from(("0", "-1", "1", "9", "24", "x", "", "²", "99999999999999999999", "1e9", "0x1"))


@st.composite
def elements(draw: Any, tags: tuple[str, ...], attributes: tuple[str, ...], depth: int = 4) -> str:
    """Some elements in one another, of known names, with odd values."""
    tag = draw(st.sampled_from(tags))
    given = "".join(
        f' {name}="{draw(NUMBERS)}"' for name in draw(st.lists(st.sampled_from(attributes), unique=True, max_size=2))
    )
    inside = "".join(draw(st.lists(elements(tags, attributes, depth - 1), max_size=3))) if depth else ""
    return f"<{tag}{given}>{draw(XML_TEXT)}{inside}</{tag}>"


WORD_TAGS = tuple(
    f"w:{name}"
    for name in (
        "p r t tbl tr tc sdt sdtContent sdtPr ins del delText hyperlink br tab pPr rPr numPr ilvl numId b sz color vanish "
        "txbxContent pStyle rStyle sectPr headerReference cols pgSz pgMar fldSimple instrText fldChar sym"
    ).split()
)
WORD_ATTRIBUTES = ("w:val", "r:id", "w:w", "w:num", "w:type", "w:id", "w:char")
STYLE_TAGS = (
    "w:style",
    "w:basedOn",
    "w:name",
    "w:rPr",
    "w:sz",
    "w:b",
    "w:abstractNum",
    "w:num",
    "w:lvl",
    "w:numFmt",
    "w:abstractNumId",
)
STYLE_ATTRIBUTES = ("w:styleId", "w:val", "w:type", "w:numId", "w:abstractNumId", "w:ilvl")


@st.composite
def word_documents(draw: Any) -> bytes:
    """Packages of Word: known elements anywhere, odd numbers, relations that lead nowhere or in a circle."""
    body = "".join(draw(st.lists(elements(WORD_TAGS, WORD_ATTRIBUTES), max_size=6)))
    styles = "".join(draw(st.lists(elements(STYLE_TAGS, STYLE_ATTRIBUTES, 2), max_size=4)))
    kinds = st.sampled_from(("styles", "numbering", "header", "hyperlink", "theme", "image"))
    targets = st.sampled_from(
        ("styles.xml", "document.xml", "../../../etc/passwd", "/word/styles.xml", "", "http://e.org", "no.xml")
    )
    rels = draw(st.lists(st.tuples(NUMBERS, kinds, targets), max_size=4, unique_by=lambda row: row[0]))
    return build_docx(body, parts={"word/styles.xml": f"<w:styles SPACES>{styles}</w:styles>"}, rels=rels)


ODT_TAGS = (
    "text:p",
    "text:h",
    "text:span",
    "text:list",
    "text:list-item",
    "text:a",
    "text:tab",
    "text:s",
    "table:table",
    "table:table-row",
    "table:table-cell",
)
OPEN_DOCUMENTS = st.lists(elements(ODT_TAGS, ("text:c", "text:style-name")), max_size=6).map("".join).map(open_document)
HTML_TAGS = tuple(
    "p div span ul ol li table tr td h1 h2 b br nav header form main article script style title pre a meta".split()
)
PAGES = st.lists(elements(HTML_TAGS, ("class", "style", "href", "role", "hidden", "name", "content")), max_size=8).map(
    lambda found: f"<html><body>{''.join(found)}</body></html>".encode()
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS, NUMBERS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(("name", "url", "@type", "value", "city", "address")), inner, max_size=3),
    ),
    max_leaves=8,
)
RESUME_KEYS = (
    "basics",
    "work",
    "volunteer",
    "education",
    "projects",
    "certificates",
    "skills",
    "languages",
    "interests",
)
ENTRY_KEYS = (
    "name",
    "position",
    "startDate",
    "endDate",
    "highlights",
    "keywords",
    "location",
    "profiles",
    "url",
    "summary",
    "studyType",
    "courses",
    "email",
    "phone",
)
ENTRIES = st.dictionaries(st.sampled_from(ENTRY_KEYS), VALUES, max_size=6)
JSON_RESUMES = st.dictionaries(
    st.sampled_from(RESUME_KEYS), st.one_of(VALUES, ENTRIES, st.lists(ENTRIES, max_size=3)), max_size=5
).map(lambda found: json.dumps({"basics": {}, **found}).encode())
LD_KEYS = (
    "title",
    "description",
    "datePosted",
    "hiringOrganization",
    "jobLocation",
    "baseSalary",
    "employmentType",
    "jobLocationType",
    "salaryCurrency",
)
JSON_LD = st.dictionaries(st.sampled_from(LD_KEYS), VALUES, max_size=6).map(
    lambda found: (
        f'<html><script type="application/ld+json">{json.dumps({"@type": "JobPosting", **found})}</script><body>some words'.encode()
    )
)
MAIL_FIELDS = st.sampled_from(
    ("Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Subject", "From", "MIME-Version")
)
MAIL_VALUES = st.one_of(
    st.sampled_from(
        (
            'multipart/mixed; boundary="b"',
            "multipart/related",
            "text/html; charset=utf-7",
            "text/plain; charset=nonsense",
            "message/rfc822",
            "base64",
            "quoted-printable",
            "uuencode",
            "attachment",
            "=?x?q?=?=",
            "text/html; charset*0*=a''%ff",
            "text/html; =",
        )
    ),
    XML_TEXT,
)
MAILS = st.lists(
    st.tuples(st.lists(st.tuples(MAIL_FIELDS, MAIL_VALUES), max_size=4), LINES), min_size=1, max_size=5
).map(
    lambda found: "\n--b\n".join(
        "".join(f"{k}: {v}\n" for k, v in fields) + f"\n{text}"
        for fields, text in [([("MIME-Version", "1.0"), ("Content-Type", 'multipart/mixed; boundary="b"')], ""), *found]
    ).encode()
)
RTF_WORDS = st.one_of(
    st.sampled_from(
        (
            *r"\u \uc \'9 \bin \par \cell \row \f \f0 \* \fonttbl \ansicpg \deff { } \pict \field \fldinst \~ \- \\".split(),
            r"{\field{\*\fldinst{HYPERLINK a}}",
        )
    ),
    NUMBERS,
    WORDS,
)
RICH_TEXTS = st.lists(RTF_WORDS, max_size=40).map(
    lambda found: ("{\\rtf1 " + "".join(found) + "}").encode("latin-1", "replace")
)
PDF_WORDS = st.one_of(
    st.sampled_from(
        "BT ET Tj TJ Td Tm Tf Tr q Q cm Do /F1 /I1 /X (Ada) (Q\\050) [ ] 1 0 -9 1e9 0.1 re f W n BDC EMC d0 sh << >> true null".split()
    ),
    NUMBERS,
)
PDF_OBJECTS = st.sampled_from((
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "<< /Type /Font /Subtype /Type3 /CharProcs 5 0 R /FontMatrix [0 0 0 0 0 0] /Encoding 6 0 R >>",
    "<< /Type /Font /Subtype /Type0 /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>", "[4 0 R 5 0 R]", "<< /Kids [2 0 R] /Count -1 >>", "null", "4 0 R", "<< /S /URI /URI (x) >>", "(" * 30,
))  # fmt: skip


@st.composite
def pdfs(draw: Any) -> bytes:
    """PDFs whose objects are of the wrong kind, refer to one another, or draw nonsense."""
    numbers = st.integers(0, 9)
    box = " ".join(draw(st.lists(st.sampled_from(("0", "612", "792", "-5", "1e9", "nan")), min_size=4, max_size=4)))
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {draw(numbers) * 45} /Resources << /Font << /F1 {draw(numbers)} 0 R >> "
    page += f"/XObject << /I1 {draw(numbers)} 0 R >> >> /Annots {draw(numbers)} 0 R /Contents {draw(st.sampled_from(('6 0 R', '[6 0 R 6 0 R]', '3 0 R')))} >>"
    content = stream(" ".join(draw(st.lists(PDF_WORDS, max_size=40))).encode("latin-1", "replace"))
    kids = " ".join(
        f"{number} 0 R" for number in draw(st.lists(st.sampled_from((3, 3, 3, 2, 1, 9)), min_size=1, max_size=4))
    )
    found = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {draw(numbers)} >>".encode(),
        page.encode(),
    ]
    return assembled([*found, draw(PDF_OBJECTS).encode(), draw(PDF_OBJECTS).encode(), content], encrypt=False)


NAMES = st.sampled_from(
    (
        "word/document.xml",
        "_rels/.rels",
        "../../evil",
        "/etc/passwd",
        "word\\document.xml",
        "a\0b",
        "",
        "mimetype",
        "content.xml",
        "C:\\x",
    )
)
ZIPS = st.dictionaries(
    NAMES.filter(bool), st.sampled_from((f'<w:document xmlns:w="{W}"/>', "", "<", "\0" * 9)), max_size=5
).map(zipped)
SPOILED = st.tuples(st.sampled_from(sorted(seeds())), st.integers(0, 2**32)).map(
    lambda pair: (pair[0], spoiled(seeds()[pair[0]], Random(pair[1])))
)

BUILT: dict[str, tuple[str, st.SearchStrategy[bytes]]] = {
    "text": ("a.txt", TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))),
    "Markdown": ("a.md", TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))),
    "Word": ("a.docx", word_documents()),
    "zip": ("a.docx", ZIPS),
    "OpenDocument": ("a.odt", OPEN_DOCUMENTS),
    "PDF": ("a.pdf", pdfs()),
    "page": ("a.html", PAGES),
    "JSON-LD": ("a.html", JSON_LD),
    "JSON Resume": ("a.json", JSON_RESUMES),
    "mail": ("a.eml", MAILS),
    "rich text": ("a.rtf", RICH_TEXTS),
}
