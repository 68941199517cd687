"""Word documents of the kinds that make trouble, made by script: what programs write, and what people do in them."""

from dataclasses import dataclass

from tailor.types import Edit

from .docx_making import NAMES, OFFICE, PART, RELATION, RELATIONS, package, paragraph, run

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
SKILLS = "Figma, Jira, SQL"
THREE = ("Built one thing", "Built another thing", "Built a third thing")
NOTE = '<w:comment w:id="7" w:author="Somebody" w:initials="S"><w:p><w:r><w:t>theirs</w:t></w:r></w:p></w:comment>'
BOUND = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
CHOICE = '<mc:Choice Requires="wps"><w:drawing>{}</w:drawing></mc:Choice>'
FALLBACK = "<mc:Fallback><w:pict>{}</w:pict></mc:Fallback>"
BOX = f"<w:r><mc:AlternateContent>{CHOICE}{FALLBACK}</mc:AlternateContent></w:r>"


@dataclass(frozen=True)
class Case:
    """A document, the edits that are tried on it, and the kinds of edit that must be left out."""

    body: str
    refused: tuple[str, ...] = ()
    extra: dict | None = None
    relations: str = ""

    @property
    def data(self):
        """The bytes of the document."""
        extra = dict(self.extra or {})
        if self.relations:
            settings = RELATION.format(1, "settings", "settings.xml")
            extra["word/_rels/document.xml.rels"] = RELATIONS.format(settings + self.relations)
        return package(f"{self.body}<w:sectPr/>", extra=extra)


def items(*contents, last="", properties=NUMBERED):
    """Bullets; the last one may have other properties."""
    looks = [properties] * (len(contents) - 1) + [properties + last]
    return "".join(paragraph(content, properties=look) for content, look in zip(contents, looks, strict=True))


def resume(bullets, skills=None):
    """A resume with these bullets below one job."""
    top = paragraph(run("EXPERIENCE", "<w:b/>")) + paragraph("Product Manager, Example Corp")
    return f"{top}{bullets}{paragraph(run('SKILLS', '<w:b/>'))}{skills or paragraph(SKILLS)}"


def cell(content):
    """A table of one cell."""
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'
    return f"<w:tbl>{grid}<w:tr><w:tc><w:tcPr/>{content}</w:tc></w:tr></w:tbl>"


def control(content, properties):
    """A content control around paragraphs."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(content):
    """A paragraph with a text box, which Word keeps twice."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return f"<w:p>{BOX.format(inner, inner)}</w:p>"


SPLIT = "".join(run(piece, look) for piece, look in (("Bui", "<w:b/>"), ("lt one", ""), (" thing", "<w:i/>")))
GOOGLE = '<w:spacing w:before="0" w:after="0" w:lineRule="auto"/><w:ind w:left="720" w:hanging="360"/>'
WORD_LIKE = 'w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"'
LINK = f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="https://example.com" TargetMode="External"/>'
COMMENTS = RELATION.format(8, "comments", "comments.xml")
BROKEN = "<w:r><w:t>Built one thing</w:t><w:br/><w:t>and more</w:t></w:r>"
UNEVEN = paragraph(run("Figma, "), run("Jira, ", "<w:b/>"), run("SQL"))

CASES = {
    "split runs": Case(resume(items(SPLIT, *THREE[1:]), UNEVEN)),
    "uneven last bullet": Case(resume(items(*THREE, last='<w:spacing w:after="240"/>'))),
    "table cell": Case(resume(cell(items(*THREE)))),
    "text box pair": Case(resume(box(items(*THREE))), refused=("bullets",)),
    "bound control": Case(resume(control(items(*THREE), BOUND)), refused=("bullets", "question")),
    "plain control": Case(resume(control(items(*THREE), "<w:text/>")), refused=("bullets", "question")),
    "hyperlink": Case(
        resume(items(f'<w:hyperlink r:id="rId9">{run(THREE[0])}</w:hyperlink>', *THREE[1:])), relations=LINK
    ),
    "typed bullets": Case(resume(items(*(f"•\u00a0{text}" for text in THREE), properties=""))),
    "soft breaks": Case(
        resume(items(BROKEN, *THREE[1:])), refused=("bullets",)
    ),
    "Google-like": Case(resume(items(*THREE, properties=NUMBERED + GOOGLE))),
    "LibreOffice-like": Case(
        resume(items(*(run(text, '<w:rFonts w:ascii="Carlito"/><w:lang w:val="en-US"/>') for text in THREE)))
    ),
    "Word-like": Case(resume("".join(paragraph(t, properties=NUMBERED, attributes=WORD_LIKE) for t in THREE))),
    "existing comments": Case(
        resume(items(*THREE)) + paragraph('<w:commentRangeStart w:id="7"/>', "Said", '<w:commentRangeEnd w:id="7"/>'),
        extra={"word/comments.xml": f"<w:comments {NAMES}>{NOTE}</w:comments>"},
        relations=COMMENTS,
    ),
    "section break": Case(
        resume(items(*THREE, last="<w:sectPr/>")), refused=("bullets",)
    ),
}  # fmt: skip


def edits_for(lines):
    """A better order of the bullets, of the items of the skills line, and a question on the first bullet."""
    by_text = {line.text: line for line in lines}
    built = [line.number for line in lines if line.text.startswith("Built")]
    skills = by_text[SKILLS].number
    return (
        Edit("bullets", tuple(reversed(built)), "The last proves most."),
        Edit("skills", (skills,), "SQL is asked for.", SKILLS, "SQL, Figma, Jira"),
        Edit("question", (built[0],), "Did you do that?"),
    )


__all__ = ["CASES", "PART", "edits_for"]
