python := .venv/bin/python

.PHONY: test lint format types model quality bench notebooks docs reference ci
test:
	$(python) -m pytest --cov --cov-report=term:skip-covered
lint:
	$(python) -m ruff check . && $(python) -m ruff format --check .
format:
	$(python) -m ruff check --fix . && $(python) -m ruff format .
types:
	$(python) -m mypy
model:
	rm -rf models/en_pm && $(python) -m spacy assemble models/config.cfg models/en_pm
quality:
	$(python) -m benchmarks.quality
bench:
	$(python) -m benchmarks
notebooks:
	$(python) notebooks/refresh.py
docs:
	$(python) -m sphinx -q -E -W --keep-going -b html docs site
reference:
	$(python) docs/generate.py
ci:
	bash .ci/run
