from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.readers import read

WIDTHS = {"S": 667, "K": 722, "I": 278, "L": 611}  # of Helvetica-Bold, in thousandths of the size
LONG = "Led the discovery of a payment product with customers in four countries and"


def below(x, y, texts, *look, step=14):
    """Lines one below the other from (x, y) on."""
    return [(x, y + step * at, text, *look) for at, text in enumerate(texts)]


@pytest.fixture
def source(tmp_path, pdf):
    """Reads a PDF with these pages."""

    def build(*pages, **more):
        path = tmp_path / "a.pdf"
        path.write_bytes(pdf(list(pages), **more))
        return read(path)

    return build


def texts(source):
    return [line.text for line in source.lines]


def test_columns_are_read_one_after_the_other(source):
    left = ["Contact", "Leeds", "jane@doe.example", "Skills", "SQL", "Figma"]
    right = ["Experience", "Product Manager", "Owned the plan", "Product Owner", "Shipped", "Wrote"]

    found = source([(60, 50, "Jane Doe", "F2", 22), *below(60, 90, left), *below(250, 97, right)])

    assert texts(found) == ["Jane Doe", *left, *right]


def test_full_width_lines_above_and_below_columns(source):
    wide = "A product manager who has worked for ten years on software that people use daily"
    left, right = ["One", "Two", "Three", "Four"], ["Five", "Six", "Seven", "Eight"]

    found = source([(60, 60, wide), *below(60, 90, left), *below(300, 96, right), (60, 170, wide)])

    assert texts(found) == [wide, *left, *right, wide]


def test_dates_at_the_right_join_their_line_with_a_tab(source):
    rows = [
        "Product Manager, Acme",
        "Owned the plan",
        "Product Owner, Beta",
        "Wrote tests",
        "Analyst, Gamma",
        "Asked why",
    ]
    dates = [(450, 60 + 28 * at, date) for at, date in enumerate(["2020 - Present", "2018 - 2020", "2015 - 2018"])]

    found = source([*below(60, 60, rows), *dates])

    assert texts(found)[::2] == [
        "Product Manager, Acme\t2020 - Present",
        "Product Owner, Beta\t2018 - 2020",
        "Analyst, Gamma\t2015 - 2018",
    ]


def test_dates_in_a_left_margin_join_what_stands_beside_them(source):
    rows = [
        "Product Manager, Acme",
        "Owned it",
        "Cut costs",
        "Product Owner, Beta",
        "Wrote",
        "Tested",
        "Analyst",
        "Asked",
        "Found",
    ]
    dates = [(60, 60 + 42 * at, date) for at, date in enumerate(["2020 - now", "2018 - 2020", "2015 - 2018"])]

    found = source([*dates, *below(150, 60, rows)])

    assert texts(found)[::3] == [
        "2020 - now\tProduct Manager, Acme",
        "2018 - 2020\tProduct Owner, Beta",
        "2015 - 2018\tAnalyst",
    ]


def test_headings_above_a_margin_of_dates_do_not_make_it_a_column(source):
    dates = [(60, 60, "Work", "F2", 13), (60, 80, "2020 - now"), (60, 122, "2018 - 2020"), (60, 164, "2015 - 2018")]
    study = [(60, 206, "Study", "F2", 13), (60, 226, "2011 - 2015"), (150, 226, "MSc, Leeds")]
    rows = ["Manager, Acme", "Owned it", "Cut costs", "Owner, Beta", "Wrote", "Tested", "Analyst, Gamma", "Asked"]

    found = source([*dates, *study, *below(150, 80, rows)])

    assert texts(found)[:2] == ["Work", "2020 - now\tManager, Acme"]
    assert texts(found)[-2:] == ["Study", "2011 - 2015\tMSc, Leeds"]


def test_cells_with_even_gaps_are_parted_by_tabs(source):
    assert texts(source([(60, 60, "SQL"), (110, 60, "Jira"), (155, 60, "Figma")])) == ["SQL\tJira\tFigma"]


def test_a_ligature_is_both_its_letters(source):
    assert texts(source([(60, 60, "hand-o~s", "F3", 10)])) == ["hand-offs"]


def test_headings_in_a_left_margin_stand_above_what_they_head(source):
    rows = ["Acme", "Owned it", "Cut costs", "MSc", "Leeds", "York", "SQL", "Figma", "Excel"]
    heads = [(60, 60 + 42 * at, text) for at, text in enumerate(["Experience", "Education", "Skills"])]

    found = source([*heads, *below(150, 60, rows)])

    assert texts(found) == ["Experience", *rows[:3], "Education", *rows[3:6], "Skills", *rows[6:]]


@pytest.mark.parametrize("mark", ["•", "-", "·", "–"])
def test_bullets_with_their_wrapped_lines(source, mark):
    rows = [(60, 60, mark), (72, 60, LONG), (72, 74, "three segments."), (60, 88, mark), (72, 88, "Cut costs.")]

    found = source(rows)

    assert [(line.kind, line.text) for line in found.lines] == [
        ("bullet", f"{LONG} three segments."),
        ("bullet", "Cut costs."),
    ]


def test_nested_bullets(source):
    rows = [(60, 60, "•"), (72, 60, "One"), (80, 74, "–"), (92, 74, "Two"), (60, 88, "•"), (72, 88, "Three")]

    assert [(line.level, line.text) for line in source(rows).lines] == [(0, "One"), (1, "Two"), (0, "Three")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([LONG, "brought it to market."], [f"{LONG} brought it to market."], id="paragraph"),
        pytest.param([f"{LONG} prod-", "ucts that work."], [f"{LONG} products that work."], id="broken-word"),
        pytest.param([f"{LONG} half-", "Dutch teams."], [f"{LONG} half-Dutch teams."], id="hyphen-before-capital"),
        pytest.param(["SQL", "Figma", "Excel"], ["SQL", "Figma", "Excel"], id="items"),
        pytest.param(["jane@doe.example", "www.doe.example"], ["jane@doe.example", "www.doe.example"], id="addresses"),
        pytest.param(["site.example/jane-", "doe"], ["site.example/jane-doe"], id="broken-address"),
        pytest.param(["W O R K"], ["W O R K"], id="typed-letter-spacing-stays"),
    ],
)
def test_wrapped_lines(source, rows, expected):
    assert texts(source(below(60, 60, rows))) == expected


def test_a_compound_keeps_its_hyphen_where_it_is_written_so_elsewhere(source):
    found = source(below(60, 60, [f"{LONG} trunk-", "based work; trunk-based it stays."]))

    assert texts(found) == [f"{LONG} trunk-based work; trunk-based it stays."]


def test_letter_spaced_words_are_whole(source):
    ends = accumulate((WIDTHS[letter] * 11 / 1000 + 4 for letter in "SKILLS"), initial=60)
    spaced = [(x, 60, letter, "F2", 11) for x, letter in zip(ends, "SKILLS", strict=False)]

    assert texts(source([*spaced, (60, 80, "SQL")])) == ["SKILLS", "SQL"]


def test_page_furniture_is_dropped(source):
    pages = [
        [(60, 40, "Jane Doe, Leeds"), (60, 300, f"Text {at}"), (300, 770, f"Page {at} of 3"), (60, 770, f"CV - {at}")]
        for at in (1, 2, 3)
    ]

    found = source(*pages)

    assert texts(found) == ["Jane Doe, Leeds", "Text 1", "Text 2", "Text 3"]
    assert [line.page for line in found.lines] == [1, 1, 2, 3]


def test_a_count_of_pages_is_dropped_from_a_single_page(source):
    assert texts(source([(60, 300, "Text"), (60, 770, "Jane Doe - Page 1 of 1")])) == ["Text"]


def test_look_and_links(source):
    found = source([(60, 60, "Jane", "F2", 20), (60, 90, "Plain")], links=["https://a.example", "mailto:b@c.example"])

    assert [(line.bold, line.size) for line in found.lines] == [(True, 20.0), (False, 10.0)]
    assert found.links == ("https://a.example", "mailto:b@c.example")


def test_a_word_drawn_again_later_counts_once(source):
    others = below(60, 100, [f"Line {at}" for at in range(30)])

    assert texts(source([(60, 60, "Jane"), *others, (60.3, 60, "Jane")]))[0] == "Jane"


PLACES = st.tuples(
    st.integers(20, 550),
    st.integers(20, 780),
    st.text("ab -•(1.", min_size=1, max_size=9),
    st.sampled_from(["F1", "F2"]),
    st.integers(1, 30),
)


@given(pages=st.lists(st.lists(PLACES, max_size=30), min_size=1, max_size=3))
def test_every_line_is_a_slice_of_the_text_in_the_order_of_pages(pdf, pages):
    pages = [[*page, (100, 400, f"word{at}x")] for at, page in enumerate(pages)]

    source = read("-", stdin=pdf(pages))

    assert all(source.text[line.start : line.end] == line.text for line in source.lines)
    assert [line.number for line in source.lines] == list(range(1, len(source.lines) + 1))
    assert [line.page for line in source.lines] == sorted(line.page for line in source.lines)
