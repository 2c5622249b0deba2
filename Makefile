# Two commands matter: `make run` (set up, build the store, open the dashboard) and `make test`.
# Set-up is repeated only when a requirements file changes.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
BENCH := $(VENV)/bench
SHOTS ?= docs/screenshots
PYTEST_ARGS ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup setup-test setup-bench build run demo test lint types browser bench fit shots clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build  ## set up, build the store, open the dashboard at http://localhost:8501
	$(BIN)/streamlit run app.py --server.port $(PORT)

demo: setup  ## the same on a practice store of invented figures, marked as such; real data is not touched
	$(BIN)/python -m etl practice
	DEMO=1 $(BIN)/streamlit run app.py --server.port $(PORT)

build: setup  ## tables and raw files -> a new snapshot in data/warehouse
	$(BIN)/python -m etl build

test: setup-test browser  ## set up, then linter, types and all tests; all three speak before it fails
	@failed=; \
	$(BIN)/ruff check . || failed="$$failed ruff"; \
	$(BIN)/mypy || failed="$$failed mypy"; \
	$(BIN)/python -m pytest $(PYTEST_ARGS) || failed="$$failed pytest"; \
	test -z "$$failed" || { echo "failed:$$failed"; exit 1; }

lint: setup-test  ## ruff
	$(BIN)/ruff check .

types: setup-test  ## mypy, strict by pyproject.toml
	$(BIN)/mypy

browser: setup-test  ## make sure there is a Chromium for the browser tests
	@$(BIN)/python -m tests.browser.chromium || $(BIN)/playwright install chromium

bench: setup-test setup-bench build browser  ## benchmarks, by hand: pages, loads, reports, and the projection beside its peers (README)
	PYTHONPATH=. $(BIN)/python bench/reruns.py
	PYTHONPATH=. $(BIN)/python bench/load.py
	PYTHONPATH=. $(BIN)/python bench/report.py
	PYTHONPATH=. $(BENCH)/bin/python bench/projection.py --write

fit: setup-test  ## fit the constants of the projection anew: make fit PANEL=series.parquet
	$(BIN)/python -m bench.fitting.fit $(or $(PANEL),$(error name the series: make fit PANEL=series.parquet))

shots: setup-test browser  ## screenshots of every page into docs/screenshots (SHOTS=folder for another)
	$(BIN)/python -m tests.browser.shots $(SHOTS)

setup: $(VENV)/.installed  ## virtual environment with what the app needs
setup-test: $(VENV)/.installed-test  ## the same with the test tools
setup-bench: $(BENCH)/.installed  ## an environment of its own for the projection's peers

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; say which with make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt constraints.txt | $(VENV)/bin/python
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.installed-test: requirements-dev.txt requirements.txt constraints.txt | $(VENV)/bin/python
	$(PIP) -r requirements-dev.txt
	@touch $(VENV)/.installed $@

$(BENCH)/.installed: requirements-bench.txt bench/constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

clean:  ## remove the environment, the caches and, where nothing was ever loaded, the snapshots
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	test -d data/warehouse/journal || rm -f data/warehouse/*.duckdb data/warehouse/*.sha256 \
		data/warehouse/current.json data/warehouse/writer.lock
