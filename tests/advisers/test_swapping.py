"""One wording for another inside a sentence: number, article, capitals, and where it is left alone."""

import pytest

from tailor.advisers.swapping import swapped

CASES = [
    # the line, the words replaced, the posting's term, the line as it should read (None: left alone)
    # -- abbreviation beside long form
    (
        "Set OKRs for two squads",
        "OKRs",
        "objectives and key results",
        "Set objectives and key results (OKRs) for two squads",
    ),
    (
        "Set objectives and key results yearly",
        "objectives and key results",
        "OKRs",
        "Set objectives and key results (OKRs) yearly",
    ),
    ("Ran the OKR process", "OKR", "objectives and key results", None),
    ("Shipped an MVP in May", "MVP", "minimum viable product", "Shipped a minimum viable product (MVP) in May"),
    ("Shipped two MVPs", "MVPs", "minimum viable product", "Shipped two minimum viable products (MVPs)"),
    ("Built a minimum viable product", "minimum viable product", "MVPs", "Built a minimum viable product (MVP)"),
    ("Cut minimum viable products short", "minimum viable products", "MVP", "Cut minimum viable products (MVPs) short"),
    (
        "Defined key performance indicators",
        "key performance indicators",
        "KPIs",
        "Defined key performance indicators (KPIs)",
    ),
    ("A KPI dashboard", "KPI", "key performance indicators", "A key performance indicator (KPI) dashboard"),
    ("KPIs for sales", "KPIs", "key performance indicators", "Key performance indicators (KPIs) for sales"),
    ("Held an SLA of two hours", "SLA", "service level agreement", "Held a service level agreement (SLA) of two hours"),
    (
        "Wrote PRDs and specs",
        "PRDs",
        "product requirements documents",
        "Wrote product requirements documents (PRDs) and specs",
    ),
    (
        "Wrote a product requirements document",
        "product requirements document",
        "PRD",
        "Wrote a product requirements document (PRD)",
    ),
    ("Raised NPS by 12", "NPS", "net promoter score", "Raised net promoter score (NPS) by 12"),
    ("An NPS of 60", "NPS", "net promoter score", "A net promoter score (NPS) of 60"),
    ("Raised the net promoter score", "net promoter score", "NPS", "Raised the net promoter score (NPS)"),
    ("Answered RFPs", "RFPs", "request for proposal", "Answered requests for proposal (RFPs)"),
    ("Answered requests for proposal", "requests for proposal", "RFP", "Answered requests for proposal (RFPs)"),
    ("Wrote statements of work", "statements of work", "SOWs", "Wrote statements of work (SOWs)"),
    ("Signed a statement of work", "statement of work", "SOWs", "Signed a statement of work (SOW)"),
    ("Owned the GTM plan", "GTM", "go-to-market", "Owned the go-to-market (GTM) plan"),
    ("Led go-to-market for two launches", "go-to-market", "GTM", "Led go-to-market (GTM) for two launches"),
    ("Measured success (NPS, churn)", "NPS", "net promoter score", "Measured success (net promoter score, churn)"),
    (
        "Product: PRDs, roadmaps",
        "PRDs",
        "product requirements documents",
        "Product: product requirements documents (PRDs), roadmaps",
    ),
    ("Owned a P&L of $3M", "P&L", "profit and loss", "Owned a profit and loss (P&L) of $3M"),
    ("Machine learning for claims", "Machine learning", "ML", "Machine learning (ML) for claims"),
    ("Shipped ML models", "ML", "machine learning", "Shipped machine learning (ML) models"),
    ("Led UAT in four sites", "UAT", "user acceptance testing", "Led user acceptance testing (UAT) in four sites"),
    ("User Experience, Agile", "User Experience", "UX", "User Experience (UX), Agile"),
    ("Cut CAC by 9 %", "CAC", "customer acquisition cost", "Cut customer acquisition cost (CAC) by 9 %"),
    ("Kept an API SLO", "SLO", "service level objective", "Kept an API service level objective (SLO)"),
    ("LLMs in support", "LLMs", "large language models", "Large language models (LLMs) in support"),
    # -- already there, compound, or in brackets of its own
    ("Net promoter score (NPS) of 60", "NPS", "net promoter score", None),
    ("MVP-driven plan", "MVP", "minimum viable product", None),
    ("PRD/spec writing", "PRD", "product requirements document", None),
    ("An MVP (first version)", "MVP", "minimum viable product", None),
    ("Improved MVPs' speed", "MVPs", "minimum viable product", None),
    # -- tests and testing
    ("Ran 14 split tests in a year", "split tests", "A/B testing", "Ran 14 A/B tests in a year"),
    ("Ran split tests on checkout", "split tests", "A/B testing", "Ran A/B testing on checkout"),
    ("Ran several split tests", "split tests", "A/B testing", "Ran several A/B tests"),
    ("Split tests were weekly", "Split tests", "A/B testing", "A/B tests were weekly"),
    ("A split test raised sales", "split test", "A/B tests", "An A/B test raised sales"),
    ("the split test I set up", "split test", "A/B tests", "the A/B test I set up"),
    ("Each split test took a week", "split test", "A/B testing", "Each A/B test took a week"),
    ("Taught split testing", "split testing", "A/B tests", "Taught A/B testing"),
    ("Set up an A/B test", "A/B test", "split testing", "Set up a split test"),
    ("Read A/B test results", "A/B test", "split tests", "Read split test results"),
    ("Two painted door tests", "painted door tests", "fake door testing", "Two fake door tests"),
    ("Ran usability tests", "usability tests", "usability testing", "Ran usability testing"),
    ("Ran nine usability tests", "usability tests", "usability testing", None),
    # -- nouns for nouns
    (
        "Backlog refinement with two squads",
        "Backlog refinement",
        "backlog grooming",
        "Backlog grooming with two squads",
    ),
    (
        "Skills: roadmaps, backlog refinement",
        "backlog refinement",
        "backlog grooming",
        "Skills: roadmaps, backlog grooming",
    ),
    ("An agile sprint retro", "sprint retro", "sprint retrospectives", "An agile sprint retrospective"),
    ("Led sprint retros", "sprint retros", "sprint retrospective", "Led sprint retrospectives"),
    (
        "Competitor benchmarking of six rivals",
        "Competitor benchmarking",
        "competitive benchmarking",
        "Competitive benchmarking of six rivals",
    ),
    ("Wrote a competitor analysis", "competitor analysis", "competitive analysis", "Wrote a competitive analysis"),
    ("Paid down tech debt", "tech debt", "technical debt", "Paid down technical debt"),
    ("Tech Debt, Roadmaps", "Tech Debt", "technical debt", "Technical Debt, Roadmaps"),
    (
        "A recommendation engine for shoes",
        "recommendation engine",
        "recommender systems",
        "A recommender system for shoes",
    ),
    ("Two recommendation engines", "recommendation engines", "recommender system", "Two recommender systems"),
    ("Used feature toggles", "feature toggles", "feature flags", "Used feature flags"),
    ("A canary release", "canary release", "canary deployments", "A canary deployment"),
    ("A staged rollout in May", "staged rollout", "phased rollouts", "A phased rollout in May"),
    ("An e2e test", "e2e test", "end-to-end tests", "An end-to-end test"),
    ("Wrote value props", "value props", "value proposition", "Wrote value propositions"),
    # -- a noun and a verb in -ing
    (
        "Skilled in managing stakeholders across sites",
        "managing stakeholders",
        "stakeholder management",
        "Skilled in stakeholder management across sites",
    ),
    (
        "Managing stakeholders in four countries",
        "Managing stakeholders",
        "stakeholder management",
        "Stakeholder management in four countries",
    ),
    ("While managing stakeholders, cut costs", "managing stakeholders", "stakeholder management", None),
    ("Managing stakeholders well", "Managing stakeholders", "stakeholder management", None),
    ("Led stakeholder management", "stakeholder management", "managing stakeholders", None),
    ("Known for backlog refinement", "backlog refinement", "refining the backlog", "Known for refining the backlog"),
    (
        "Skills: gathering requirements, SQL",
        "gathering requirements",
        "requirements gathering",
        "Skills: requirements gathering, SQL",
    ),
    (
        "By interviewing customers in pairs",
        "interviewing customers",
        "customer interviews",
        "By customer interviews in pairs",
    ),
]


@pytest.mark.parametrize(("text", "own", "term", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_term_fits_its_sentence(text, own, term, expected):
    assert swapped(text, own, term) == expected
