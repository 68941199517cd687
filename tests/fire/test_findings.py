"""What fuzzing found, each with the smallest document that shows it; all are mended."""

import pytest

from tests.fire.bombs import MAIL
from tests.fire.outcomes import read_and_parse

LD_WITH_A_CONTROL = (
    b'<html><script type="application/ld+json">{"@type":"JobPosting","description":"a\\u0018 b"}</script>'
)

FINDINGS = {
    "rtf: a number that is no character": ("a.rtf", rb"{\rtf1 a\u2147483648226 b}", "CorruptFile"),
    "rtf: a number below all characters": ("a.rtf", rb"{\rtf1 a\u-999999999 b}", "CorruptFile"),
    "rtf: half a pair of UTF-16": ("a.rtf", rb"{\rtf1 Ada \u-10240 Quill}", "read"),
    "html: a control character in JSON-LD": ("a.html", LD_WITH_A_CONTROL + b"<body>some words", "read"),
    "mail: a broken type": ("a.eml", MAIL + b"Content-Type: text/html" + b"(" * 5_000 + b"\n\nwords", "CorruptFile"),
}


@pytest.mark.parametrize("finding", FINDINGS)
def test_a_finding_stays_mended(finding):
    name, data, expected = FINDINGS[finding]

    assert read_and_parse(name, data) == expected
