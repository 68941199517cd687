"""How many pages a new document takes, and what is left out of one that is too long."""

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.parsers import parse_resume
from tailor.readers import from_text
from tailor.resources import table
from tailor.writers.fitting import fitted, hangs_over, height, lines_of, room, width
from tailor.writers.fresh import fresh_document
from tailor.writers.looks import Block, Run, laid_out
from tailor.writers.units import ordered_units

KEPT = table("fresh.toml")["kept"]
HEAD = "Ada Example\nada@example.com\n\nEXPERIENCE\n"
JOB = "Product Manager, Example Corp\t{first} - {last}\n{bullets}\n"


def resume_of(*counts):
    """A resume with so many bullets in each job, each bullet with a word of its own."""
    jobs = []
    for job, count in enumerate(counts):
        bullets = "\n".join(f"- Built thing{job}x{at} for the people who asked for it" for at in range(count))
        jobs.append(JOB.format(first=2020 - 2 * job, last=2022 - 2 * job, bullets=bullets))
    return parse_resume(from_text(HEAD + "\n".join(jobs), path="resume.txt"))


def units_of(resume):
    return ordered_units(resume, ())[0]


def bullets_of(resume):
    return [[line.number for line in role.lines if line.kind == "bullet"] for role in resume.roles]


def test_nothing_is_left_out_of_what_fits():
    resume = resume_of(5, 3)
    units = units_of(resume)

    assert fitted(resume, units, {}, pages=1, paper="letter") == (units, ())


def test_what_proves_least_goes_first_and_no_job_is_emptied():
    resume = resume_of(60, 4)
    first, second = bullets_of(resume)
    worth = dict.fromkeys(first[50:], 2.0)

    kept, out = fitted(resume, units_of(resume), worth, pages=1, paper="letter")

    left = {unit.first.number for unit in kept}
    assert set(first[50:]) <= left
    assert len(left & set(second)) >= KEPT
    assert out
    assert {unit.first.number for unit in out}.isdisjoint(left)


def test_of_equals_the_later_goes_first():
    resume = resume_of(70)
    (numbers,) = bullets_of(resume)

    _, out = fitted(resume, units_of(resume), {}, pages=1, paper="letter")

    assert [unit.first.number for unit in out] == numbers[-len(out) :]


def test_a_nested_bullet_goes_with_the_one_it_is_in():
    bullets = "\n".join(f"- Built thing{at}\n  - with a detail{at}" for at in range(50))
    text = HEAD + JOB.format(first=2020, last=2022, bullets=bullets)
    resume = parse_resume(from_text(text, path="resume.txt"))

    _, out = fitted(resume, units_of(resume), {}, pages=1, paper="letter")

    texts = [unit.text for unit in out]
    assert texts[0].startswith("Built")
    assert [f"with a detail{text.removeprefix('Built thing')}" for text in texts[::2]] == texts[1::2]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=4), st.sampled_from(["letter", "a4"]), st.integers(1, 2))
def test_what_is_kept_fits_or_is_as_little_as_may_be(counts, paper, pages):
    resume = resume_of(*counts)
    units = units_of(resume)

    kept, out = fitted(resume, units, {}, pages=pages, paper=paper)

    assert sorted([*kept, *out], key=units.index) == list(units)
    tall = sum(height(block, paper) for block in laid_out(resume, kept))
    least = all(len(set(numbers) & {u.first.number for u in kept}) <= KEPT for numbers in bullets_of(resume))
    assert tall <= pages * room(paper) or least


@pytest.mark.parametrize(
    ("text", "lines"),
    [("word", 1), ("word " * 20, 1), ("word " * 40, 2), ("W" * 300, 1), ("", 1)],
)
def test_lines_are_counted_by_words(text, lines):
    assert lines_of("Normal", text.strip(), "letter") == lines


def test_widths_are_those_of_the_letters():
    assert width("i", bold=False) < width("m", bold=False) < width("M", bold=True)
    assert width("漢", bold=False) == table("fresh.toml")["widths"]["other"]


def test_a_tall_style_takes_more_than_a_small_one():
    assert height(Block("Title", (Run("Ada"),)), "letter") > height(Block("Contact", (Run("Ada"),)), "letter")


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_paper_is_the_one_asked_for_and_dates_stand_at_its_margin(paper):
    resume = resume_of(2)
    document = docx.Document(io.BytesIO(fresh_document(resume, units_of(resume), paper)))
    page = document.sections[0]
    stop = document.styles["Heading 2"].paragraph_format.tab_stops[0]

    wanted = table("fresh.toml")["papers"][paper]
    assert (page.page_width.twips, page.page_height.twips) == (wanted["width"], wanted["height"])
    assert stop.position == page.page_width - page.left_margin - page.right_margin


def test_the_styles_have_the_sizes_that_are_reckoned_with():
    document = docx.Document(io.BytesIO(fresh_document(resume_of(1), ())))
    for name, shape in table("fresh.toml")["styles"].items():
        size = document.styles[name].font.size
        assert size is None or size.pt == shape["size"], name


def test_a_document_that_goes_over_by_a_line_is_set_closer():
    over = next(n for n in range(20, 90) if tall(resume_of(n)) > 1)
    resume = resume_of(over)

    assert hangs_over(resume, units_of(resume), "letter")
    assert not hangs_over(resume_of(3), units_of(resume_of(3)), "letter")
    closer = docx.Document(io.BytesIO(fresh_document(resume, units_of(resume), snug=True)))
    plain = docx.Document(io.BytesIO(fresh_document(resume, units_of(resume))))
    sizes = [d.styles.element.xpath("w:docDefaults//w:sz/@w:val") for d in (closer, plain)]
    assert int(sizes[0][0]) < int(sizes[1][0])
    assert [p.text for p in closer.paragraphs] == [p.text for p in plain.paragraphs]


def tall(resume):
    """How many pages a resume takes."""
    full = room("letter") / table("fresh.toml")["filled"]
    return sum(height(block, "letter") for block in laid_out(resume, units_of(resume))) / full


def test_every_setting_that_is_set_closer_stands_in_the_styles():
    from tailor.writers.fresh import skeleton

    styles = skeleton().parts["word/styles.xml"].decode()
    assert [before for before, _ in table("fresh.toml")["snug"]["styles"] if before not in styles] == []
