"""What is suggested, and what is never suggested."""

import re
from dataclasses import replace

import pytest

from tailor import advisers, pipeline, scorers
from tailor.advisers.applying import applied
from tailor.parsers import parse_posting, parse_resume
from tailor.readers import from_text
from tailor.types import PartialDate, Proof

RESUME = """Ada Example
ada@example.com

Summary
Somebody for business tools.

Experience
Product Manager, Acme Ltd
Jan 2020 - Present
- Wrote the weekly newsletter
- Sat in meetings
- Ran split tests on checkout, lifting revenue by 12 %
- Wrote SQL to size the backlog

Skills
Tools: Jira, Confluence
Practice: workshops, interviews
Languages: English
"""
POSTING = """Product Manager, Checkout

Requirements
- You run A/B testing every week
- You write SQL
- You use Kubernetes
- You speak German
- You have a bachelor's degree
"""


def matched(resume=RESUME, posting=POSTING):
    """The match of the two texts."""
    job, person = parse_posting(from_text(posting)), parse_resume(from_text(resume))
    return pipeline.Comparison(job, scorers.settings(), PartialDate(2026, 11)).match(person)


def proposed(match, action):
    """What is proposed of one kind, whatever it may gain."""
    return [s for s in advisers.suggest(match) if s.action == action]


def words(text):
    """The words of `text`, in small letters."""
    return set(re.findall(r"\w+", text.lower()))


@pytest.fixture(scope="module")
def suggested():
    """What is proposed, whatever it may gain: that depends on weights."""
    return {(s.rule, s.skill): s for s in advisers.suggest(matched())}


def test_the_posting_term_takes_the_place_of_the_own_word(suggested):
    found = suggested["posting-term", "a-b-testing"]

    assert found.after == "Ran A/B testing on checkout, lifting revenue by 12 %"
    assert found.why == (
        'The posting says "A/B testing" (line 4: "You run A/B testing every week") where you say "split tests".'
    )


def test_a_tool_shown_at_work_goes_to_the_tools(suggested):
    assert suggested["surface-skill", "sql"].after == "Tools: Jira, Confluence, SQL"


def test_a_practice_goes_to_the_other_list(suggested):
    assert suggested["surface-skill", "a-b-testing"].after == "Practice: workshops, interviews, A/B testing"


def test_a_proving_bullet_is_moved_above_the_first(suggested):
    found = suggested["move-up", "a-b-testing"]

    assert (found.before[:15], found.after) == ("Ran split tests", "Wrote the weekly newsletter")


def test_a_gap_becomes_a_question_and_never_a_change(suggested):
    about = [s for (_, skill), s in suggested.items() if skill == "kubernetes"]

    assert [s.action for s in about] == ["ask"]
    assert about[0].before == ""
    assert about[0].why == (
        "Have you worked with Kubernetes? The posting asks for it (required, line 6: "
        '"You use Kubernetes"); no line of your resume shows it. If yes, name it where you used it, for instance '
        'under "Product Manager" (line 8).'
    )


def test_a_language_would_join_the_languages(suggested):
    found = suggested["ask-about-gaps", "german"]

    assert found.why.startswith("Do you speak German? ")
    assert (found.before, found.after) == ("Languages: English", "Languages: English, German")


def test_a_degree_is_asked_for_with_its_article(suggested):
    assert suggested["ask-about-gaps", "bachelors-degree"].why.startswith("Do you have a bachelor's degree? ")


def test_a_line_without_a_figure_is_asked_for_one(suggested):
    found = suggested["ask-number", "sql"]

    assert (found.action, found.before) == ("measure", "Wrote SQL to size the backlog")
    assert found.after == "Wrote SQL to size the backlog [00]"
    assert "How many" in found.why


def test_a_headline_is_the_title_held_and_words_of_the_resume():
    posting = POSTING.replace("You write SQL", "You do user research")
    resume = RESUME.replace("Sat in meetings", "Did user research with 9 shops")

    (found,) = proposed(matched(resume.replace("split tests", "A/B testing"), posting), "headline")

    assert found.after == "Product Manager · A/B testing and user research"
    assert (found.line, found.before) == (2, "")


@pytest.mark.parametrize(
    "headline", ["Analyst, pricing", "Senior Product Manager, pricing", "Product Manager · pricing"]
)
def test_a_headline_of_ones_own_is_kept(headline):
    match = matched(RESUME.replace("Ada Example\n", f"Ada Example\n{headline}\n"))

    assert match.resume.headline.text == headline
    assert proposed(match, "headline") == []


def test_the_title_in_a_headline_becomes_the_one_held_that_is_nearer():
    earlier = "Associate Product Manager, Old Ltd\nJan 2015 - Dec 2019\n- Wrote notes\n"
    resume = RESUME.replace("Ada Example\n", "Ada Example\nAssociate Product Manager · pricing\n")

    (found,) = proposed(matched(resume.replace("\nSkills", f"\n{earlier}\nSkills")), "headline")

    assert found.after == "Product Manager · pricing"
    assert "you have held that title" in found.why


@pytest.mark.parametrize(
    ("how", "sure", "expected"),
    [
        pytest.param(
            "paraphrase", 0.9, "Line 11 reads like Kubernetes (90% sure), which the posting asks for", id="told"
        ),
        pytest.param("narrower", 1.0, 'Line 11 says "Sat"; the posting asks more widely for Kubernetes', id="narrower"),
        pytest.param("implied", 1.0, 'Line 11 says "Sat"; the posting asks for Kubernetes', id="implied"),
        pytest.param("paraphrase", 0.5, None, id="not-sure-enough"),
    ],
)
def test_what_a_line_only_hints_at_is_asked_about_and_never_written_in(how, sure, expected):
    match = matched()
    proof = Proof(11, "Sat in meetings", "Sat", how, 0.5, sure)
    shown = [replace(c, proofs=(proof,)) if c.requirement.skill.id == "kubernetes" else c for c in match.coverages]

    found = [s for s in proposed(replace(match, coverages=tuple(shown)), "confirm") if s.skill == "kubernetes"]

    assert [s.why.split(" (line")[0] for s in found] == ([expected] if expected else [])
    assert all(s.after == "Kubernetes: Sat in meetings" and s.why.endswith("?") for s in found)


OLD = """
Project Manager, Old Ltd
Jan 2015 - Dec 2019
- Filed the visitor badges of the lobby
- Kept the plants of the office alive and in good order
- Wrote SQL for 4 teams
- Booked rooms
- Ordered chairs
- Painted a wall
- Counted pencils
"""


def test_what_proves_nothing_may_be_cut_but_no_role_is_emptied():
    match = matched(RESUME.replace("\nSkills", f"{OLD}\nSkills"))

    cuts = proposed(match, "cut")

    assert "Kept the plants of the office alive and in good order" in {s.before for s in cuts}
    assert "Wrote SQL for 4 teams" not in {s.before for s in cuts}
    assert all(s.after == "" for s in cuts)
    assert len(match.resume.roles[1].lines) - len(cuts) >= 2


def test_gains_come_first_and_what_brings_none_is_allowed():
    found = matched().suggestions
    gains = [s.gain for s in found]

    assert gains == sorted(gains, reverse=True)
    assert min(gains) >= 0
    assert all(s.gain > 0 for s in found if s.action in ("rewrite", "move", "surface"))


def test_changes_hold_words_of_the_resume_or_of_its_synonyms_only(suggested):
    changes = [s for s in suggested.values() if s.action in ("rewrite", "surface", "headline")]
    known = words(RESUME) | {"a", "b", "testing"}

    assert changes
    for change in changes:
        assert words(change.after) <= known


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        pytest.param("Set the price of two plans", "usage-based pricing", id="says-more"),
        pytest.param("Built a public API", "APIs", id="same-word"),
    ],
)
def test_a_term_that_shares_a_word_is_not_put_in(own, asked):
    posting = POSTING.replace("You write SQL", f"Experience with {asked}")

    match = matched(RESUME.replace("Sat in meetings", own), posting)

    assert not [s for s in proposed(match, "rewrite") if asked in s.after]


def test_a_wrapped_bullet_moves_and_goes_as_a_whole():
    text = RESUME.replace("lifting revenue by 12 %", "lifting revenue\n  by 12 % in a year")
    source = parse_resume(from_text(text)).source
    match = matched(text)
    (move,) = [s for s in proposed(match, "move") if s.skill == "a-b-testing"]

    moved = [line.text for line in applied(source, move).lines]

    at = moved.index("Wrote the weekly newsletter")
    assert moved[at - 2 : at] == ["Ran split tests on checkout, lifting revenue", "by 12 % in a year"]
    assert sorted(moved) == sorted(line.text for line in source.lines)


def test_a_suggestion_on_a_line_that_is_gone_is_refused(suggested):
    with pytest.raises(ValueError, match="no line 12"):
        advisers.applied(from_text("one line"), suggested["move-up", "a-b-testing"])
