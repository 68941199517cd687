import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.errors import EmptyFile, TooLarge
from tailor.readers import from_text, read

MARKS = st.sampled_from(
    ["- ", "* ", "• ", "1. ", "# ", "**", "\t", "  ", "\r\n", "\r", "\n", "\uf0b7", "o ", "---", "\u2028", "=", "x"]
)
TEXTS = st.lists(st.one_of(MARKS, st.text(max_size=12)), max_size=30).map("".join).map(lambda text: text + "\nword")


def rows(source):
    return [(line.number, line.kind, line.level, line.text) for line in source.lines]


@given(text=TEXTS, form=st.sampled_from(["txt", "md"]))
def test_every_line_is_a_slice_of_the_text_as_given(text, form):
    source = from_text(text, format=form)

    assert source.text == text
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)
    assert all(line.text.strip() == line.text != "" for line in source.lines)
    numbers = [line.number for line in source.lines]
    assert numbers == sorted(set(numbers))
    assert numbers[0] >= 1
    starts = [line.start for line in source.lines]
    assert starts == sorted(starts)


@given(text=TEXTS.filter(lambda text: "\ufeff" not in text and "\0" not in text))
def test_line_numbers_are_those_of_an_editor(text):
    physical = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    assert all(line.text in physical[line.number - 1] for line in from_text(text).lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one\n\n two ", [(1, "body", 0, "one"), (3, "body", 0, "two")], id="blank-lines-count"),
        pytest.param("a\r\nb\rc", [(1, "body", 0, "a"), (2, "body", 0, "b"), (3, "body", 0, "c")], id="line-ends"),
        pytest.param(
            "- a\n  - b\n- c", [(1, "bullet", 0, "a"), (2, "bullet", 1, "b"), (3, "bullet", 0, "c")], id="nested"
        ),
        pytest.param("•a\n\uf0b7 b", [(1, "bullet", 0, "a"), (2, "bullet", 0, "b")], id="solid-and-symbol-font"),
        pytest.param("o Led\no que", [(1, "bullet", 0, "Led"), (2, "body", 0, "o que")], id="letter-o"),
        pytest.param("-5 %\n– Led", [(1, "body", 0, "-5 %"), (2, "bullet", 0, "Led")], id="dash-needs-a-blank"),
        pytest.param("1. a\n2. b", [(1, "bullet", 0, "a"), (2, "bullet", 0, "b")], id="counted"),
        pytest.param("1. Manager\n- a", [(1, "body", 0, "1. Manager"), (2, "bullet", 0, "a")], id="numbered-title"),
        pytest.param("🚀 Ship", [(1, "bullet", 0, "Ship")], id="pictograph"),
        pytest.param("a\n-----------\nb", [(1, "body", 0, "a"), (3, "body", 0, "b")], id="rule"),
        pytest.param("Skills\n------", [(1, "heading", 0, "Skills")], id="underlined"),
        pytest.param("### About us", [(1, "heading", 0, "About us")], id="pasted-markdown"),
        pytest.param("# of users", [(1, "body", 0, "# of users")], id="number-sign"),
        pytest.param("**Who you are**", [(1, "body", 0, "Who you are")], id="whole-line-bold"),
        pytest.param("C# and C++", [(1, "body", 0, "C# and C++")], id="signs-that-belong-to-words"),
    ],
)
def test_plain_text(text, expected):
    assert rows(from_text(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        pytest.param("# of users", "heading", "of users", id="heading"),
        pytest.param("## Role ##", "heading", "Role", id="closed-heading"),
        pytest.param("## C#", "heading", "C", id="closing-marks-may-be-cut"),
        pytest.param("- **Owner**", "bullet", "Owner", id="bold-bullet"),
        pytest.param("**Tools:** SQL **now**", "body", "**Tools:** SQL **now**", id="bold-parts-stay"),
    ],
)
def test_markdown(text, kind, found):
    (line,) = from_text(text, format="md").lines

    assert (line.kind, line.text) == (kind, found)


def test_markdown_links_are_kept():
    source = from_text("[Me](https://a.example) <mailto:b@c.example> [Me](https://a.example)", format="md")

    assert source.links == ("https://a.example", "mailto:b@c.example")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("naïve – ok".encode(), "naïve – ok", id="utf-8"),
        pytest.param("naïve".encode("utf-8-sig"), "naïve", id="utf-8-mark"),
        pytest.param("naïve".encode("utf-16"), "naïve", id="utf-16-mark"),
        pytest.param(b"\xfe\xff" + "naïve".encode("utf-16-be"), "naïve", id="utf-16-big-endian"),
        pytest.param("naïve – ok".encode("cp1252"), "naïve – ok", id="windows"),
    ],
)
def test_encodings(tmp_path, data, expected):
    path = tmp_path / "a.txt"
    path.write_bytes(data)

    assert read(path).text == expected


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\n-----\n", "\u200b"], ids=["empty", "blanks", "rule", "invisible"])
def test_nothing_to_read(text):
    with pytest.raises(EmptyFile, match="holds no text"):
        from_text(text)


def test_a_text_beyond_the_limit():
    with pytest.raises(TooLarge, match="more than 300,000"):
        from_text("word " * 200_001)
