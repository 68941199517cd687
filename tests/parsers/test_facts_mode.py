"""Where the work of a posting is done, in the many ways in which people tell it or speak of other things."""

import pytest

from tailor.parsers.posting import parse_posting
from tailor.readers import from_text

TEXT = (
    "Product Manager{title}\n{top}\n\nAbout the role\n\nYou will own the roadmap.\n\n{text}"
    "\n\nRequirements\n\n- Strong SQL skills\n"
)


def mode_of(text="It matters.", top="Rotterdam", title=""):
    return parse_posting(from_text(TEXT.format(title=title, top=top, text=text))).mode


HYBRID = [
    "This is a hybrid role.",
    "This position is hybrid, with two days at home.",
    "We work hybrid.",
    "Hybrid: 3 days in the office",
    "Location: Leeds (hybrid)",
    "Work location: Hybrid remote in Leeds",
    "You will be in the office Tuesday to Thursday.",
    "We ask you to be on site three days per week.",
    "In-office 3x a week in our Leeds hub.",
    "Come into the office at least once a week.",
    "Office attendance is expected twice a week.",
    "A mix of remote and in-office work.",
    "You split your time between home and the office.",
    "You can work from home 2 days a week.",
    "Remote days on Mondays and Fridays",
    "Two remote days a week",
    "We spend 60% of our time in the office.",
    "The role is partially remote.",
    "You should live within commuting distance of our Leeds office.",
    "Occasional in-person attendance at the office is required of everyone.",
    "We meet in our office every Wednesday, remote otherwise.",
    "#LI-Hybrid",
]
ONSITE = [
    "This is an on-site role.",
    "This role is based on-site in Leeds.",
    "This role will be based in our Leeds office.",
    "This role is based in either our Leeds or Ghent offices.",
    "We are in the office five days a week.",
    "Monday through Friday in the office.",
    "We work in person from our Leeds office.",
    "We are an in-person team.",
    "Work Location: In person",
    "The job is 100% onsite.",
    "This is not a remote position.",
    "No remote work, please.",
    "This role is not eligible for remote work.",
    "You must be able to work on-site in Leeds.",
    "You will work full-time in our office in Leeds.",
    "We are an office-first company.",
    "Work Remotely: No",
    "You must be able to commute onsite to Leeds.",
    "#LI-Onsite",
]
REMOTE = [
    "This role is fully remote.",
    "This is a remote position.",
    "This is a remote opportunity within Europe.",
    "We are a remote-first company.",
    "We are an all-remote team.",
    "We are a fully distributed company.",
    "Location: Remote (Europe)",
    "You can work from anywhere in Europe.",
    "You can work from home full time.",
    "This is a work-from-home job.",
    "This role can be done remotely from any country in Europe.",
    "The role is remote, with quarterly offsites in Leeds.",
    "100% remote, with an office in Leeds if you want one.",
    "The work is home-based.",
    "#LI-Remote",
]
UNSPECIFIED = [
    "You will collaborate with remote teams.",
    "Experience with working in a globally distributed team is a plus.",
    "You will build remote monitoring for hospitals.",
    "You know hybrid cloud and on-prem deployments.",
    "We make hybrid-casual games.",
    "Excitement about our hybrid technology and operations nature.",
    "You own on-site search and on-site advertising formats.",
    "You will visit customers on site.",
    "You speak well, in person and on the phone.",
    "We have offices in Leeds and Ghent.",
    "You will work with the Chief Product Officer.",
    "We help people in the back office.",
    "Relocation support is given.",
    "Commuter benefits and a home office stipend",
    "A stipend for remote work equipment",
    "Work from abroad for up to 30 days a year",
    "You may work remotely for four weeks per year.",
    "Free lunch in the office five days a week",
    "Some roles in our sales team are hired for hybrid work in Ghent.",
    "The number of hybrid, office-based and remote workers varies from team to team.",
    "You will run in-person interviews with users.",
    "You teach remote learning products.",
    "Knows Microsoft Office and distributed systems",
    "We meet in person twice a year.",
    "Work Remotely: Temporarily due to the pandemic",
]


@pytest.mark.parametrize(
    ("text", "mode"),
    [(text, "hybrid") for text in HYBRID]
    + [(text, "onsite") for text in ONSITE]
    + [(text, "remote") for text in REMOTE]
    + [(text, "unspecified") for text in UNSPECIFIED],
)
def test_the_mode_is_what_the_text_tells(text, mode):
    assert mode_of(text) == mode


@pytest.mark.parametrize(
    ("top", "mode"),
    [
        ("Rotterdam (remote)", "remote"),
        ("Remote - Europe", "remote"),
        ("Anywhere in Europe", "remote"),
        ("Rotterdam (hybrid)", "hybrid"),
        ("Rotterdam-Hybrid (remote)", "hybrid"),
        ("Rotterdam (On-site)", "onsite"),
        ("Rotterdam office", "unspecified"),
    ],
)
def test_the_line_at_the_top_counts_where_the_text_is_silent(top, mode):
    assert mode_of(top=top) == mode


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("We are in the office 3 days a week.", "hybrid"),
        ("This role is on-site in Leeds.", "onsite"),
        ("You will collaborate with remote teams.", "remote"),
        ("We have offices in Leeds and Ghent.", "remote"),
    ],
)
def test_the_text_beats_the_line_at_the_top(text, mode):
    assert mode_of(text, top="Rotterdam (remote)") == mode


def test_the_title_may_tell_the_mode():
    assert mode_of(title=" (Remote)") == "remote"
    assert mode_of(title=", Remote Monitoring") == "unspecified"
