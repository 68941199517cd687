"""How alike a posting and a resume are in the skills that their lines tell of, whatever words they use."""

from __future__ import annotations

from collections.abc import Container

from tailor.types import Told


def likeness(told: Told, without: Container[int] = ()) -> float:
    """Cosine of what the posting and the resume tell of, in [0, 1]; the lines numbered `without` are left out.

    Of the lines of the resume that which shows a skill most counts, so that a long resume is like no more postings
    than a short one. The numbers hold an inverse document frequency: TF-IDF of skills in place of words.
    """
    import numpy as np

    own = [numbers for line, numbers in told.lines.items() if line not in without]
    if not own:
        return 0.0
    asked, shown = np.asarray(told.posting, dtype=float), np.max(own, axis=0).astype(float)
    length = float(np.linalg.norm(asked) * np.linalg.norm(shown))
    return round(float(asked @ shown) / length, 6) if length else 0.0
