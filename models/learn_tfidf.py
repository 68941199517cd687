"""Learn the frozen vocabulary and IDF from postings: python models/learn_tfidf.py CORPUS... [-o models/tfidf.json]

Each CORPUS is a folder of postings in any format Tailor reads, or a JSONL file of records with `id` and
`text`. Words in fewer than --min-df postings are left out, which keeps names of companies out as well.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tailor.errors import InputError
from tailor.readers import read, read_records
from tailor.scorers.tfidf import learn, save


def texts(corpus: Path) -> Iterator[str]:
    """The texts of a folder or a JSONL file, in a fixed order; files that cannot be read are named and left out."""
    if not corpus.is_dir():
        yield from (source.text for _, source in read_records(corpus))
        return
    for path in sorted(path for path in corpus.rglob("*") if path.is_file()):
        try:
            yield read(path).text
        except InputError as error:
            print(f"left out: {error}")


def main() -> None:
    """Read the arguments, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).with_name("tfidf.json"))
    parser.add_argument("--min-df", type=int, default=8)
    options = parser.parse_args()
    found = [text for corpus in options.corpus for text in texts(corpus)]
    fitted = learn(found, min_df=options.min_df)
    save(fitted, options.output, documents=len(found))
    print(f"{len(found)} postings, {len(fitted.vocabulary_)} words -> {options.output}")


if __name__ == "__main__":
    main()
