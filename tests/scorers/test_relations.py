"""Which skills prove which."""

import pytest

from tailor.scorers.coverage import never_same, relations
from tailor.types import Skill


def skill(key, **relations):
    return Skill(key, key, "hard", "business acumen", **relations)


SKILLS = {
    item.id: item
    for item in (
        skill("discovery"),
        skill("continuous-discovery", broader=("discovery",)),
        skill("amplitude", implies=("product-analytics",)),
        skill("product-analytics"),
        skill("work"),
        skill("user-research", broader=("work",)),
        skill("market-research", broader=("work", "user-research")),
    )
}


@pytest.mark.parametrize(
    ("shown", "asked", "how"),
    [
        ("discovery", "discovery", "synonym"),
        ("continuous-discovery", "discovery", "narrower"),
        ("discovery", "continuous-discovery", "broader"),
        ("amplitude", "product-analytics", "implied"),
        ("product-analytics", "amplitude", None),
        ("market-research", "work", "narrower"),
        ("market-research", "user-research", None),  # never the same, whatever a taxonomy says
        ("user-research", "market-research", None),
    ],
)
def test_what_proves_what(shown, asked, how):
    assert relations([shown], SKILLS).get(asked, {}).get(shown) == how


def test_never_the_same_goes_both_ways():
    unlike = never_same()
    assert all(key in unlike[other] for key, others in unlike.items() for other in others)
    assert not any(key in others for key, others in unlike.items())
