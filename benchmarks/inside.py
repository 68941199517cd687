"""Parts of the work inside one process, against what they are measured by, on the same texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.commands import SAMPLES
from benchmarks.generate import postings
from benchmarks.timing import Row, cpu, in_turn, middle, ratio

TEXTS = 60  # a round; each round has texts of its own, for a tokenizer remembers what it has seen


def extraction_rows(repeats: int) -> Iterator[Row]:
    """Extraction against tokenizing with spaCy's default tokenizer, and few against many forms."""
    rounds = [
        {name: cpu(lambda work=work, texts=texts: work(texts)) for name, work in works().items()}
        for texts in (list(postings(TEXTS, seed)) for seed in range(repeats + 1))
    ][1:]
    blank = f"spacy.blank('en') alone {middle(rounds, 'blank') / TEXTS * 1000:.1f} ms a posting"
    yield Row("extraction, all components : tokens of spacy.blank('en')", ratio(rounds, "all", "blank"), 3, blank)
    yield Row("extraction, vocabulary alone : the same", ratio(rounds, "vocabulary", "blank"), 0.40)
    yield Row("extraction, 10,000 forms : 1,000 forms", ratio(rounds, "10k", "1k"), 1.15)


def works() -> dict[str, Callable[[list[str]], None]]:
    """What is done to the texts of a round, each with a pipeline that has not seen them."""
    import spacy

    from tailor.extractors import pipeline
    from tailor.extractors.components import SkillMatcher

    pipeline.load.cache_clear()
    pipeline.skills_in.cache_clear()
    blank, matcher = spacy.blank("en"), pipeline.load().get_pipe("skills")
    assert isinstance(matcher, SkillMatcher)
    forms = [(key, words) for key, wordings in matcher.patterns["forms"].items() for words in wordings]
    # "all" meets the texts first with our tokenizer, so that what follows cannot have it easier.
    return {
        "blank": lambda texts: [blank.make_doc(text) for text in texts] and None,
        "all": whole,
        "vocabulary": lambda texts: tokenized(texts, matcher),
        "1k": with_forms(forms[:1_000]),
        "10k": with_forms(forms[:10_000]),
    }


def whole(texts: list[str]) -> None:
    """All components, line by line, as of a posting that asks for everything."""
    from tailor.extractors.pipeline import Piece, mentions

    for text in texts:
        mentions([Piece(part, 0, 1, "", "required") for part in text.split("\n") if part])


def tokenized(texts: list[str], then: Callable[[Any], object]) -> None:
    """Our tokens, and what is done with them."""
    from tailor.extractors.pipeline import bounded, load

    with bounded():
        for text in texts:
            then(load().make_doc(text))


def with_forms(forms: list[tuple[str, list[str]]]) -> Callable[[list[str]], None]:
    """Finding some forms in texts."""
    from tailor.extractors.trie import Trie
    from tailor.extractors.views import plain_view

    trie = Trie()
    for key, words in forms:
        trie.add(key, words)
    for word in list(trie.root):
        trie.below(word)  # made now, for making it is no part of finding
    return lambda texts: tokenized(texts, lambda doc: list(trie.find(plain_view(doc).words)))


def reading_rows(repeats: int) -> Iterator[Row]:
    """Reading a PDF and a Word file against the libraries people take for it."""
    from tailor import readers

    pdf, word = SAMPLES / "resumes" / "career_changer.pdf", SAMPLES / "resumes" / "senior_pm.docx"
    try:
        import pdfplumber
    except ImportError:
        yield Row("PDF : pdfplumber.extract_text", None, None, "pdfplumber is not installed")
    else:

        def plumbed() -> None:
            with pdfplumber.open(pdf) as document:
                for page in document.pages:
                    page.extract_text()

        def triage() -> None:
            import pypdfium2

            document = pypdfium2.PdfDocument(pdf)
            for page in document:
                page.get_textpage().get_text_range()
            document.close()

        rounds = in_turn(
            {
                "plumber": lambda: cpu(plumbed),
                "text": lambda: cpu(triage),
                "read": lambda: cpu(lambda: readers.read(pdf)),
            },
            repeats,
        )
        yield Row("PDF, is there text : pdfplumber.extract_text", ratio(rounds, "text", "plumber"), 0.10)
        yield Row("PDF, read with its layout : pdfplumber.extract_text", ratio(rounds, "read", "plumber"))
    import docx

    rounds = in_turn(
        {
            "docx": lambda: cpu(lambda: [p.text for p in docx.Document(str(word)).paragraphs]),
            "read": lambda: cpu(lambda: readers.read(word)),
        },
        repeats,
    )
    yield Row("DOCX, read with its styles : python-docx, text alone", ratio(rounds, "read", "docx"))


def scoring_rows(repeats: int) -> Iterator[Row]:
    """Scoring one posting, and pricing the changes."""
    from tailor import pipeline

    person, comparison = pipeline.prepared(
        SAMPLES / "resumes" / "senior_pm.docx", SAMPLES / "senior-pm-billing.txt", None
    )
    rounds = in_turn(
        {
            "score": lambda: cpu(lambda: comparison.score(person)),
            "match": lambda: cpu(lambda: comparison.match(person)),
        },
        repeats,
    )
    yield Row("score, ms a pair", 1000 * middle(rounds, "score"))
    yield Row("score with changes priced, ms a pair", 1000 * middle(rounds, "match"))
