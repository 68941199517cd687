"""The site: it builds without a warning and fetches nothing, and its reference and figures are those of the code."""

import importlib.util
import json
import re
import subprocess
import sys

import pytest

import tailor

from .conftest import ROOT

DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def generator():
    """docs/generate.py as a module."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site; Sphinx checks every link and anchor, and a warning is an error."""
    for name in ("sphinx", "furo", "myst_parser"):
        pytest.importorskip(name, reason="the site needs pip install '.[docs]'")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-W", "--keep-going", "-b", "html", "-d"]
    done = subprocess.run(
        [*command, str(folder / "trees"), str(DOCS), str(folder / "html")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


def test_the_reference_is_what_the_code_gives(generator):
    for name, page in generator.PAGES.items():
        assert (DOCS / name).read_text(encoding="utf-8") == page(), "run: python docs/generate.py (make reference)"


def test_the_reference_names_every_public_function_and_value():
    text = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    assert [name for name in tailor.__all__ if f":: tailor.{name}\n" not in text] == []


def test_every_page_is_in_the_site(site):
    pages = [path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")]
    assert len(pages) > 10
    home = (site / "index.html").read_text(encoding="utf-8")
    assert [str(page) for page in pages if not (site / page).is_file()] == []
    assert [str(page) for page in pages if str(page) != "index.html" and f'href="{page}' not in home] == []


def test_the_site_fetches_nothing(site):
    fetched = re.compile(
        r"""<(?:script|img|iframe|link|source)\b[^>]*?(?:src|href)=["']?(https?:)?//|@import|url\(["']?http"""
    )
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert files
    found = {file.name: fetched.search(file.read_text(encoding="utf-8")) for file in files}
    assert {name: match[0] for name, match in found.items() if match} == {}


def figures(text, *names):
    """The columns of the tables marked with `names`, as the floors are kept."""
    table = text.split(f"<!-- figures: {', '.join(names)} -->\n")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]
    return [[float(row[at + 1]) for row in rows] for at in range(len(names))]


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("own postings", "real postings dev"), ("own postings", "real postings, dev")),
        (("own resumes",), ("own resumes",)),
        (("evidence",), ("evidence",)),
        (("own pairs",), ("own pairs",)),
    ],
)
def test_the_model_card_tells_the_floors(names, kept):
    floors = json.loads((ROOT / "tests" / "quality_floors.json").read_text(encoding="utf-8"))
    told = figures((DOCS / "model-card.md").read_text(encoding="utf-8"), *names)
    assert told == [list(floors[name].values()) for name in kept]


def test_the_model_card_counts_the_skills():
    count = len((ROOT / "models" / "taxonomy" / "skills.jsonl").read_text(encoding="utf-8").splitlines())
    assert f"{count:,} skills" in (DOCS / "model-card.md").read_text(encoding="utf-8")


def test_the_page_on_the_score_tells_the_figures_of_the_score():
    import tomllib

    score = tomllib.loads((ROOT / "models" / "score.toml").read_text(encoding="utf-8"))
    page = (DOCS / "score.md").read_text(encoding="utf-8")
    rows = {
        cells[1].strip(): cells[-2].strip()
        for cells in (line.split("|") for line in page.splitlines())
        if len(cells) > 3
    }
    assert {name: float(rows[name]) for name in score["weights"]} == score["weights"]
    assert {name: float(rows[name].split(",")[0]) for name in score["proofs"]} == score["proofs"]
    stands = [
        "it is shown at all",
        "in place of that, where only a list of skills names it, and it is no tool or credential",
        "within the last 36 months",
        "a figure in it",
        "also in the list of skills",
    ]
    stands.append("read first: in the summary, or one of the first two lines of a job")
    assert [float(rows[name]) for name in stands] == list(score["evidence"].values())
    assert f"divided by {score['similarity']['full']}" in page
    assert f"{score['cap']['least']} + {100 - score['cap']['least']} ×" in page
