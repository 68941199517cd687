"""Questions on gaps of which any one will do, and what is not asked back."""

from .test_rules import POSTING, RESUME, matched, proposed

CHOICE = POSTING.replace("You use Kubernetes", "You know Amplitude, Mixpanel or Heap").replace(
    "You speak German", "You speak German or Portuguese"
)


def test_one_question_names_all_that_will_do():
    """Three tools of which any will do are one gap: asked for once, in the posting's order."""
    asked = proposed(matched(posting=CHOICE), "ask")

    (tools,) = [s for s in asked if s.skill in ("amplitude", "mixpanel", "heap")]
    assert tools.after == "Amplitude"
    assert tools.why == (
        "Have you worked with Amplitude, Mixpanel or Heap? The posting asks for one of them (required, line 6: "
        '"You know Amplitude, Mixpanel or Heap"); no line of your resume shows any. If yes, name the one you used, '
        'for instance under "Product Manager" (line 8).'
    )
    assert [s.why.partition("?")[0] for s in asked if s.skill in ("german", "portuguese")] == [
        "Do you speak German or Portuguese"
    ]


def test_what_is_asked_for_by_itself_too_keeps_its_own_question():
    posting = CHOICE.replace("- You write SQL\n", "- You use Mixpanel daily\n")

    asked = [s.why.partition("?")[0] for s in proposed(matched(posting=posting), "ask")]

    assert "Have you worked with Mixpanel" in asked
    assert "Have you worked with Amplitude or Heap" in asked


def test_the_line_quoted_is_the_one_that_asks_most_plainly():
    posting = POSTING.replace("Product Manager, Checkout\n", "Product Manager, Checkout\n\nDuties\n- Run Kubernetes\n")

    (found,) = [s for s in proposed(matched(posting=posting), "ask") if s.skill == "kubernetes"]

    assert 'required, line 9: "You use Kubernetes"' in found.why


def test_gaps_are_asked_about_where_no_job_was_made_out():
    resume = "Ada Example\nada@example.com\n\nEducation\nBSc Economics, University of Leeds, 2017\n"

    asked = proposed(matched(resume), "ask")

    assert {s.skill for s in asked} >= {"sql", "kubernetes"}
    assert all(s.why.endswith("where you tell of your work.") for s in asked if s.skill == "sql")


def test_an_example_of_what_is_asked_is_not_asked_back():
    """ "Tools such as Jira" is answered by Jira; nobody need write "project management tools" beside it."""
    posting = POSTING.replace("You use Kubernetes", "You use project management tools such as Jira")

    assert [s.after for s in proposed(matched(posting=posting), "confirm") if "tools" in s.after] == []


def test_a_tool_is_never_put_in_the_plural():
    posting = POSTING.replace("You use Kubernetes", "You use Google Cloud")

    assert any("Google Cloud Platform?" in s.why for s in proposed(matched(posting=posting), "ask"))


def test_an_item_joins_the_first_of_several_lists_in_a_line():
    resume = RESUME.replace("Tools: Jira, Confluence", "Tools: Jira, Confluence; Spoken: English, French")

    (found,) = [s for s in proposed(matched(resume), "surface") if s.skill == "sql"]

    assert found.after == "Tools: Jira, Confluence, SQL; Spoken: English, French"


def test_a_headline_does_not_say_the_title_twice():
    resume = RESUME.replace("Product Manager, Acme", "Product Owner, Acme").replace(
        "- Sat in meetings", "- Was product owner of two scrum teams and wrote user stories"
    )
    posting = POSTING.replace("Product Manager, Checkout", "Product Owner").replace(
        "You write SQL", "Two years as product owner, with user stories"
    )

    for found in proposed(matched(resume, posting), "headline"):
        assert found.after.lower().count("product owner") == 1
