"""Documents made by script: .docx packages from bare XML, .pdf files from lines at places."""

import zipfile
from io import BytesIO

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:wps="urn:wps" xmlns:v="urn:v"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PAGE = (612, 792)
LIGATURE = b"""begincmap
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfrange <20> <7d> <0020> <7f> <ff> <007f> endbfrange
1 beginbfchar <7e> <00660066> endbfchar
endcmap"""


def relations(items):
    """A .rels part: (id, kind, target) each; a target with a colon is outside."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"{mode(target)}/>' for key, kind, target in items
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def mode(target):
    return ' TargetMode="External"' if ":" in target else ""


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return file.getvalue()


def build_docx(body="", *, parts=None, rels=(), main="word/document.xml"):
    """Bytes of a .docx with this XML in its body; `rels` are those of the document part."""
    folder, _, name = main.rpartition("/")
    found = {
        "_rels/.rels": relations([("rId1", "officeDocument", main)]),
        main: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{name}.rels": relations(rels),
    }
    return zipped(found | {key: text.replace("SPACES", SPACES) for key, text in (parts or {}).items()})


def escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def content(lines):
    """A content stream: (x, y from the top, text) each, with ("F2", size) before the text for another font."""
    rows = []
    for x, y, text, *look in lines:
        font, size = look or ("F1", 10)
        rows.append(f"BT /{font} {size} Tf {x} {PAGE[1] - y} Td ({escaped(text)}) Tj ET")
    return "\n".join(rows).encode("cp1252")


def build_pdf(pages, *, encrypt=False, image=False, links=()):
    """Bytes of a PDF: a list of lines (see `content`) a page; Helvetica is F1, its bold F2, F3 has "ff" for "~"."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font("Helvetica"), font("Helvetica-Bold")]
    ligature = font("Helvetica", "/ToUnicode 7 0 R")
    objects.append(
        stream(
            b"\x80" * 64,
            "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
        )
    )
    objects += [ligature, stream(LIGATURE)]
    kids = []
    for lines in pages:
        drawing = b"q 500 0 0 700 50 50 cm /I1 Do Q\n" if image else b""
        objects.append(stream(drawing + content(lines)))
        resources = "/Font << /F1 3 0 R /F2 4 0 R /F3 6 0 R >> /XObject << /I1 5 0 R >>"
        annotations = " ".join(
            f"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({link}) >> >>" for link in links
        )
        page = f"/MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Resources << {resources} >> /Annots [{annotations}]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {page} /Contents {len(objects)} 0 R >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return assembled(objects, encrypt=encrypt)


def font(name, more=""):
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding {more} >>".encode()


def stream(data, entries=""):
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def assembled(objects, *, encrypt):
    """The file with its cross-reference table; `encrypt` adds a password nobody knows."""
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + item + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    secret = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<43> <43>]"
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R {secret if encrypt else ''} >>"
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF"
    return out + head.encode()


@pytest.fixture(scope="session")
def docx():
    return build_docx


@pytest.fixture(scope="session")
def pdf():
    return build_pdf


@pytest.fixture(scope="session")
def package():
    return zipped
