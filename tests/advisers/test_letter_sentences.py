"""From a bullet to sentences in the first person: grammar by a table of cases, and what is left unused."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tailor.advisers.letter_gate import keeps_to
from tailor.advisers.letter_sentences import told

TURNED = {
    "past-verb": ("Led the rollout, cutting costs by 20 %", "I led the rollout, cutting costs by 20 %."),
    "period-stays-one": ("Built the first dashboard.", "I built the first dashboard."),
    "period-of-abbreviation": ("Answered calls until 9 p.m.", "I answered calls until 9 p.m."),
    "inner-abbreviation": ("Opened the 8 a.m. Monday review.", "I opened the 8 a.m. Monday review."),
    "versus": ("Compared build vs. buy for search", "I compared build vs. buy for search."),
    "exclamation": ("Shipped the app in time!", "I shipped the app in time."),
    "all-capital-verb": ("LED a team of six engineers", "I led a team of six engineers."),
    "capitals-elsewhere-stay": ("Moved Jira boards to Linear", "I moved Jira boards to Linear."),
    "abbreviation-first-object": ("Wrote SQL for the KPI review", "I wrote SQL for the KPI review."),
    "my-stays": ("Presented my plan to the board", "I presented my plan to the board."),
    "our-stays": ("Doubled our trial sign-ups in a year", "I doubled our trial sign-ups in a year."),
    "we-stays": (
        "Cut the form after we saw people leave",
        "I cut the form after we saw people leave.",
    ),
    "already-first-person": ("I rebuilt the onboarding flow", "I rebuilt the onboarding flow."),
    "adverb-first": ("Successfully launched the new checkout", "I successfully launched the new checkout."),
    "co-led": ("Co-led the pricing project with finance", "I co-led the pricing project with finance."),
    "two-verbs": ("Planned and ran the beta programme", "I planned and ran the beta programme."),
    "three-verbs": ("Wrote, tested and shipped the spec", "I wrote, tested and shipped the spec."),
    "series-with-and": ("Met users, drew screens, and built both", "I met users, drew screens, and built both."),
    "and-for-the-comma": (
        "Mapped the process, cut the queue by half",
        "I mapped the process and cut the queue by half.",
    ),
    "and-before-the-last": (
        "Mapped the process, cut the queue, trained the staff",
        "I mapped the process, cut the queue, and trained the staff.",
    ),
    "participle-describes": (
        "Built a portal, used by 400 shops every day",
        "I built a portal, used by 400 shops every day.",
    ),
    "then-goes-on": ("Watched planners work, then cut the steps", "I watched planners work, then cut the steps."),
    "semicolon-deed": ("Ran the beta; wrote up every finding", "I ran the beta; I wrote up every finding."),
    "semicolon-capital": ("Ran the beta; Wrote up every finding", "I ran the beta; I wrote up every finding."),
    "semicolon-clause": ("Rebuilt search; complaints fell by a third", "I rebuilt search; complaints fell by a third."),
    "semicolon-our": ("Rebuilt search; our support load went down", "I rebuilt search; our support load went down."),
    "semicolon-object": ("Wrote a guide; two banks reused it", "I wrote a guide; two banks reused it."),
    "semicolon-fragment": ("Ran the integrations team; 11 systems, two regions", "I ran the integrations team."),
    "semicolon-note": ("Shipped smart suggestions; clicks up 19%", "I shipped smart suggestions."),
    "semicolon-participle": ("Set yearly goals with sales; 70% reached on average", "I set yearly goals with sales."),
    "three-deeds-are-a-series": (
        "Hired two analysts; ran the weekly review; set up alerts",
        "I hired two analysts, ran the weekly review, and set up alerts.",
    ),
    "comma-note-goes": ("Rebuilt the fraud rules, chargebacks down by a third", "I rebuilt the fraud rules."),
    "comma-splice-goes": (
        "Dropped the timer from the paywall, complaints halved",
        "I dropped the timer from the paywall.",
    ),
    "so-clause-stays": (
        "Asked twelve riders to buy a ticket; four could not, so we moved the button",
        "I asked twelve riders to buy a ticket; four could not, so we moved the button.",
    ),
    "colon-list": (
        "Ran discovery for billing: interviews, a fake door and a pilot",
        "I ran discovery for billing: interviews, a fake door and a pilot.",
    ),
    "colon-telegram": ("Owned the launch plan: positioning, pricing, webinar", "I owned the launch plan."),
    "colon-deeds": ("Recovered a late programme: new scope, delivered early", "I recovered a late programme."),
    "colon-clause": (
        "Rewrote the screen around real work: 14 clicks became 5",
        "I rewrote the screen around real work: 14 clicks became 5.",
    ),
    "dash-clause": (
        "Rewrote the help pages – tickets fell by half",
        "I rewrote the help pages – tickets fell by half.",
    ),
    "dash-fragment": ("Launched the member portal – 40% growth", "I launched the member portal."),
    "brackets": ("Queried the warehouse (SQL, Looker) every week", "I queried the warehouse (SQL, Looker) every week."),
    "brackets-hold-semicolon": ("Cut build time (caching; test splits)", "I cut build time (caching; test splits)."),
    "tools-in-the-middle": ("Used SQL, Python and dbt to find churn", "I used SQL, Python and dbt to find churn."),
    "label-goes": ("Growth: Raised activation from 20 to 31 %", "I raised activation from 20 to 31 %."),
    "am-still": ("Responsible for two squads", "I am responsible for two squads."),
    "asked-to": ("Asked to take over the API team", "I was asked to take over the API team."),
    "promoted-to": ("Promoted to lead after one year", "I was promoted to lead after one year."),
    "promoted-others": ("Promoted two of the five analysts", "I promoted two of the five analysts."),
    "present-duty": ("Own the roadmap for two apps", "I own the roadmap for two apps."),
    "present-with-preposition": ("Work with design on every release", "I work with design on every release."),
    "present-then-present": ("Lead a squad; keep the backlog short", "I lead a squad; I keep the backlog short."),
    "second-sentence": ("Met 40 buyers. Rewrote the offer for them.", "I met 40 buyers. I rewrote the offer for them."),
    "second-sentence-clause": (
        "Added photos to the form. Replies went from 38% to 57%.",
        "I added photos to the form. Replies went from 38% to 57%.",
    ),
    "second-sentence-fragment": ("Added photos to the form. A clear win.", "I added photos to the form."),
    "began-by": ("Began by reading 300 tickets", "I began by reading 300 tickets."),
    "served-as": ("Served as product owner for a year", "I served as product owner for a year."),
    "grew-an-object": ("Grew the team from 3 to 12 people", "I grew the team from 3 to 12 people."),
    "hard-blank": ("Led\u00a0a team of nine", "I led a team of nine."),
    "relative-clause-is-no-clause": (
        "Decided to stop two products, which freed seven engineers",
        "I decided to stop two products, which freed seven engineers.",
    ),
}
UNUSED = {
    "noun-first": "Roadmap and backlog for the billing team",
    "tool-first": "Jira administration for four teams",
    "tools-first": "SQL, Python and Looker dashboards built for sales",
    "gerund": "Leading a team of nine engineers",
    "third-person-s": "Leads a team of nine engineers",
    "passive": "Built by a team of nine engineers",
    "trained-in": "Trained in usability testing methods",
    "split-testing": "Split testing of the sign-up pages",
    "participle-with-noun": "Automated tests cut the release time by half",
    "grew-oneself": "Grew from 3 to 12 engineers in a year",
    "increased-by": "Increased by 20 % within one quarter",
    "set-of": "Set of rules for the design team",
    "telegram": "Worked with fraud team on new rules",
    "cut-off": "Led the migration of all accounts to",
    "question": "Led what exactly was asked of us?",
    "ellipsis": "Led the migration of all accounts...",
    "placeholder": "Led [why this company: money] for years",
    "braces": "Led the {place} team through a year",
    "link": "Built https://example.com with two friends",
    "mail": "Built ada@example.com as a service",
    "table": "Led a team | 2019 to 2021 | Boston",
    "columns": "Led a team of nine     2019 to 2021",
    "shorthand": "Led redesign w/ two designers and one",
    "arrow": "Moved uptime 97 % → 99 % in a year",
    "open-bracket": "Led the migration (all accounts to the new",
    "open-quote": 'Led the "one inbox project for sales',
    "from-outside": "Led her team through the merger well",
    "shouting": "LED THE MIGRATION OF ALL ACCOUNTS",
    "german": "Verantwortung für die Buchung mit 640.000 Kunden",
    "too-short": "Led teams",
    "empty": "",
    "past-job-in-the-present": "Own the roadmap for two apps",
    "mixed-tense": "Run the yearly survey and took it further",
    "control-character": "Led a team\x07 of nine engineers",
    "two-dashes": "Cut – by dropping a step – onboarding to 4 days",
}
PAST = {"past-job-in-the-present"}

words = st.sampled_from(
    [
        "led",
        "built",
        "grew",
        "the",
        "a",
        "team",
        "SQL",
        "Jira",
        "20%",
        "9",
        "p.m.",
        ";",
        ":",
        ",",
        ".",
        "(",
        ")",
        "–",
        "we",
        "our",
        "my",
        "it",
        "I",
        "fell",
        "and",
        "which",
        "by",
        "from",
        "to",
        "[x]",
        "{y}",
    ]
)


@pytest.mark.parametrize(("text", "expected"), TURNED.values(), ids=TURNED)
def test_a_bullet_becomes_sentences(text, expected):
    assert " ".join(told(text, current=True)) == expected


@pytest.mark.parametrize("case", UNUSED)
def test_what_cannot_be_turned_is_not_used(case):
    assert told(UNUSED[case], current=case not in PAST) == ()


def test_a_duty_of_a_past_role_was():
    assert told("Responsible for two squads", current=False) == ("I was responsible for two squads.",)


@pytest.mark.parametrize("text", ["a" * 460, "Led " + "on " * 70, "(" * 400, "led, " * 80, "a: " * 140])
def test_what_is_too_long_is_no_bullet(text):
    assert told(text, current=True) == ()


@example("led led ) – (")
@example("led led , led")
@given(st.lists(words, max_size=14).map(" ".join))
def test_whatever_comes_out_is_well_formed_and_true(text):
    said = told(text, current=True)

    assert said == () or said[0].startswith("I ")
    assert keeps_to(said, text)
    for sentence in said:
        assert re.fullmatch(r"[A-Z0-9\"“(].*[^.\s,;:–]\.", sentence)
        assert not re.search(r"  |[\[\]{}]|\.\.|; [;.]", sentence)
        assert sentence.count("(") == sentence.count(")")
