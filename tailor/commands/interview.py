"""The questions an interview will bring."""

from __future__ import annotations

import tailor
from tailor import cache, writers
from tailor.commands.frame import dump, friendly, show
from tailor.commands.options import (
    AsOfOption,
    JsonOption,
    NoCacheOption,
    PostingArgument,
    ResumeArgument,
    month,
)


@friendly
def interview(
    resume: ResumeArgument,
    posting: PostingArgument,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Likely interview questions for POSTING, the lines of RESUME to answer from, and what would close the gaps."""
    with cache.opened(wanted=not no_cache):
        found = tailor.interview(resume, posting, as_of=month(as_of))
    if as_json:
        dump(writers.interview_record(found))
    else:
        show(writers.interview_report(found), brief="\n".join(question.text for question in found.questions))
