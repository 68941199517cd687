import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.errors import EmptyFile
from tailor.readers import read

FILLER = " ".join(["word"] * 45)
TEXT = f"<p>{FILLER}</p>"


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def source(body, head=""):
    return read("-", stdin=page(body, head))


def rows(body):
    return [(line.kind, line.level, line.text) for line in source(body).lines]


def json_ld(**posting):
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"@type": "JobPosting"} | posting]}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>a <b>b</b>\n c</p><p>d</p>", [("body", 0, "a b c"), ("body", 0, "d")], id="blocks"),
        pytest.param("a<br>b<br/>c", [("body", 0, "a"), ("body", 0, "b"), ("body", 0, "c")], id="breaks"),
        pytest.param("<h2>a</h2><h3><b>b</b></h3>", [("heading", 0, "a"), ("heading", 0, "b")], id="headings"),
        pytest.param("<ul><li>a<li><p>b</p></ul>", [("bullet", 0, "a"), ("bullet", 0, "b")], id="items"),
        pytest.param(
            "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
            [("bullet", 0, "a"), ("bullet", 1, "b"), ("bullet", 0, "c")],
            id="nested-items",
        ),
        pytest.param("<ul><li>a<br>b</li></ul>", [("bullet", 0, "a"), ("body", 0, "b")], id="item-of-two-lines"),
        pytest.param("<ul><li>• a</li></ul>", [("bullet", 0, "a")], id="item-with-typed-bullet"),
        pytest.param("<p>- a</p><p>• b</p>", [("bullet", 0, "a"), ("bullet", 0, "b")], id="typed-bullets"),
        pytest.param("<table><tr><td>a</td><td>b</td></tr></table>", [("body", 0, "a\tb")], id="table-row"),
        pytest.param("<pre>a\nb</pre>", [("body", 0, "a"), ("body", 0, "b")], id="preformatted"),
        pytest.param("<p>a</p><script>b</script><style>c</style><nav>d</nav>", [("body", 0, "a")], id="not-text"),
        pytest.param("<p>a</p><p hidden>b</p><p style='display: none'>c</p>", [("body", 0, "a")], id="hidden"),
        pytest.param("<header><h1>a</h1></header><footer>b</footer>", [("heading", 0, "a")], id="header-with-title"),
        pytest.param(f"<form><p>{FILLER}</p></form>", [("body", 0, FILLER)], id="form-around-the-page"),
        pytest.param("<p>a &amp; b&nbsp;c&#8203;</p>", [("body", 0, "a & b c")], id="characters"),
    ],
)
def test_lines(body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        ("<p><strong>a</strong> <b>b</b></p>", True),
        ("<p><b>a</b> b</p>", False),
        ("<p style='font-weight:700'>a</p>", True),
    ],
    ids=["all", "part", "style"],
)
def test_bold(body, bold):
    assert source(body).lines[0].bold is bold


@pytest.mark.parametrize(
    "container",
    [
        pytest.param('class="job__description body"', id="greenhouse"),
        pytest.param('class="section-wrapper page-full-width"', id="lever"),
        pytest.param('class="_descriptionText_x1_2"', id="ashby"),
        pytest.param('data-automation-id="jobPostingDescription"', id="workday"),
        pytest.param('data-ui="job-description"', id="workable"),
        pytest.param('class="job-sections"', id="smartrecruiters"),
        pytest.param('class="show-more-less-html__markup"', id="linkedin"),
        pytest.param('id="jobDescriptionText"', id="indeed"),
        pytest.param('data-automation="jobAdDetails"', id="seek"),
        pytest.param('itemprop="description"', id="microdata"),
    ],
)
def test_the_container_of_a_board_is_all_that_is_read(container):
    found = source(f"<p>Similar jobs</p><div {container}><h2>Role</h2>{TEXT}</div><p>Sign in</p>")

    assert [line.text for line in found.lines] == ["Role", FILLER]


def test_an_almost_empty_container_is_passed_over():
    assert len(source(f'<div class="job__description">Soon</div>{TEXT}').lines) == 2


@pytest.mark.parametrize("tag", ["main", "article", 'div role="main"'])
def test_the_main_part_is_read_where_no_board_fits(tag):
    found = source(f"<p>Menu</p><{tag}>{TEXT}</{tag.split()[0]}><p>Cookies</p>")

    assert [line.text for line in found.lines] == [FILLER]


@pytest.mark.parametrize(
    "description",
    [
        pytest.param(f"<p>{FILLER}</p><ul><li>SQL</li></ul>", id="html"),
        pytest.param(f"&lt;p&gt;{FILLER}&lt;/p&gt;&lt;ul&gt;&lt;li&gt;SQL&lt;/li&gt;&lt;/ul&gt;", id="escaped"),
        pytest.param(f"{FILLER}\n- SQL", id="plain"),
    ],
)
def test_the_declared_posting_comes_first(description):
    found = source(f'<div class="job__description">Old {TEXT}</div>', json_ld(description=description))

    assert [(line.kind, line.text) for line in found.lines] == [("body", FILLER), ("bullet", "SQL")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("<html><p>naïve</p></html>".encode(), "naïve", id="utf-8"),
        pytest.param("<html><meta charset=iso-8859-1><p>naïve</p></html>".encode("latin-1"), "naïve", id="declared"),
        pytest.param("<html><meta charset='no-such'><p>naïve</p></html>".encode(), "naïve", id="unknown"),
        pytest.param(
            "<html><meta charset='utf-8'><p>naïve</p></html>".encode("cp1252"), "naïve", id="wrongly-declared"
        ),
        pytest.param("<?xml version='1.0' encoding='utf-8'?><html><p>naïve</p></html>".encode(), "naïve", id="xhtml"),
    ],
)
def test_encodings(data, expected):
    assert read("-", stdin=data).lines[0].text == expected


def test_links_that_lead_elsewhere_are_kept():
    found = source('<p><a href="https://a.example">a</a><a href="#top">b</a><a href="mailto:c@d.example">c</a></p>')

    assert found.links == ("https://a.example", "mailto:c@d.example")


@pytest.mark.parametrize("tag", ["div", "b", "ul", "li", "header", "form"])
def test_deep_nesting_is_read_or_refused(tag):
    try:
        found = source(f"<p>word</p>{f'<{tag}>' * 20_000}deep")
    except EmptyFile:
        return
    assert found.lines[0].text == "word"


TAGS = st.sampled_from(
    (
        "p",
        "div",
        "ul",
        "li",
        "b",
        "br",
        "h1",
        "table",
        "td",
        "pre",
        "/p",
        "/ul",
        "/li",
        "/b",
        "form",
        "script",
        "!-- --",
    )
)
PIECES = st.one_of(TAGS.map("<{}>".format), st.text("ab•-\n\t\u00a0<&;1. ", max_size=9))


@given(pieces=st.lists(PIECES, max_size=40))
def test_every_line_is_a_slice_of_the_text(pieces):
    found = source(f"<p>word</p>{''.join(pieces)}")

    assert all(found.text[line.start : line.end] == line.text for line in found.lines)
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))


def test_real_pages_keep_the_words_and_items_of_their_description(shared):
    folder = shared / "pages"
    for row in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        found = read(folder / row["file"])
        if row["description"] is None:
            assert found.hints["page"] in {row["kind"], *row.get("also_right", ())}
            continue
        want, got = ({w for w in text.lower().split() if len(w) > 2} for text in (row["description"], found.text))
        assert len(want & got) >= 0.98 * len(want)
        assert sum(line.kind == "bullet" for line in found.lines) >= row["list_items"]
