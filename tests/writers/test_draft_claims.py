"""The gate: an edit says nothing that the resume does not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.types import Edit, Line
from tailor.writers.claims import NotSafeError, ground_of, must_be_sound, strange_words

TEXTS = (
    "Ann Lee",
    "Product Manager at Acme Freight, 2019 - 2023",
    "Supported split testing with 12 engineers and nearly 40 customers",
    "Led OKRs for the Payments team",
    "Skills: Jira, SQL, road maps",
    "Product Manager",
)
LINES = {n: Line(text, n, 0) for n, text in enumerate(TEXTS, start=1)}
GROUND = ground_of(LINES.values(), titles=["Product Manager"], fixed={1, 2}, headline=6)


def check(kind, number, after, before=None):
    """Hold an edit of a line against the gate."""
    text = TEXTS[number - 1] if before is None else before
    must_be_sound(Edit(kind, (number,), "why", text, after), LINES, GROUND)


@pytest.mark.parametrize(
    ("kind", "number", "after"),
    [
        pytest.param(
            "term", 3, "Supported A/B testing with 12 engineers and nearly 40 customers", id="synonym-of-the-table"
        ),
        pytest.param("term", 4, "Led Objectives and Key Results (OKRs) for the Payments team", id="abbreviation"),
        pytest.param("term", 4, "Led OKRs for the team", id="fewer-words"),
        pytest.param("surface", 5, "Skills: Jira, SQL, road maps, split testing", id="word-of-another-line"),
        pytest.param("headline", 6, "Product Manager · OKRs and SQL", id="headline-with-a-title-held"),
        pytest.param("skills", 5, "Skills: SQL, Jira, road maps", id="order"),
    ],
)
def test_what_the_resume_says_may_be_said(kind, number, after):
    check(kind, number, after)


@pytest.mark.parametrize(
    ("kind", "number", "after", "reason"),
    [
        pytest.param("surface", 5, TEXTS[4] + ", Kubernetes", '"Kubernetes"', id="tool"),
        pytest.param("term", 3, TEXTS[2].replace("12", "45"), "45", id="other-number"),
        pytest.param("term", 4, "Led OKRs for the Payments team of 45 engineers", "45", id="new-number"),
        pytest.param("term", 4, "Led OKRs for the Payments team with 12 engineers", "number", id="number-of-elsewhere"),
        pytest.param("term", 4, "Led OKRs for twelve Payments engineers", "twelve", id="number-in-words"),
        pytest.param("term", 3, TEXTS[2].replace("Supported", "Led"), "of what the line does not", id="deed"),
        pytest.param("term", 3, TEXTS[2].replace("nearly ", ""), "leave out", id="hedge-dropped"),
        pytest.param("term", 4, "Led OKRs for the Google Payments team", '"Google"', id="employer"),
        pytest.param("term", 4, "Led OKRs for the Acme Payments team", "a name", id="two-names-made-one"),
        pytest.param("term", 2, TEXTS[1].replace("2023", "2019"), "never reworded", id="dates"),
        pytest.param("headline", 6, "Senior Product Manager", "title", id="title"),
        pytest.param("headline", 5, "Product Manager", "not the headline", id="headline-elsewhere"),
        pytest.param("skills", 5, "Skills: SQL, Jira", "change the words", id="order-that-loses-an-item"),
        pytest.param("term", 3, " ", "no text", id="empty"),
        pytest.param("term", 3, TEXTS[2] + "\n", "no text", id="line-break"),
    ],
)
def test_what_the_resume_does_not_say_is_refused_with_the_reason(kind, number, after, reason):
    with pytest.raises(NotSafeError) as error:
        check(kind, number, after)

    assert reason in str(error.value)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(Edit("question", (1,), "w", "", "text"), id="question-with-text"),
        pytest.param(Edit("question", (1, 2), "w"), id="question-on-two-lines"),
        pytest.param(Edit("question", (), "w"), id="question-on-none"),
        pytest.param(Edit("bullets", (2, 3), "w"), id="moves-the-header-of-a-job"),
        pytest.param(Edit("headline", (2,), "w", "", "Director of Product"), id="new-headline-with-another-title"),
        pytest.param(Edit("term", (3,), "w", "other", "split testing"), id="line-reads-otherwise"),
    ],
)
def test_an_edit_out_of_shape_is_refused(edit):
    with pytest.raises(NotSafeError):
        must_be_sound(edit, LINES, GROUND)


@given(
    at=st.integers(0, 9),
    word=st.text("bcdfghjklmnpqrstvwxyz", min_size=4, max_size=9).filter(lambda w: not set("aeiou") & set(w)),
    capital=st.booleans(),
)
def test_no_word_that_stands_nowhere_comes_in(at, word, capital):
    words = TEXTS[2].split()
    words.insert(min(at, len(words)), word.title() if capital else word)

    with pytest.raises(NotSafeError, match="It would say"):
        check("term", 3, " ".join(words))
    assert strange_words(TEXTS, [*TEXTS, word], GROUND) == (word,)


@given(st.permutations(TEXTS[2].split()), st.integers(0, 10))
def test_words_of_the_line_itself_may_always_change_places_but_not_numbers_multiply(words, cut):
    check("term", 3, " ".join(words))
    with pytest.raises(NotSafeError, match="number"):
        check("term", 3, " ".join([*words[:cut], "12", *words[cut:]]))
