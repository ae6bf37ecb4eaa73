# Everything a person or CI does with the project. `make` alone lists it.
# The set-up behind `run` and `test` needs Python 3.11 or newer with venv, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE := --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
ON_POSTGRES := tests/architecture tests/prongsai/foundations \
  tests/prongsai/registers tests/prongsai/sites tests/prongsai/ui
EXAMPLE := examples/report-2568.md
CATALOGUES := $(shell find src -name django.po)

.DEFAULT_GOAL := help
.PHONY: help run inspect test test-postgres fast check fix bench pictures docs messages dist new-register migrations lock setup clean

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.ready $(VENV)/.prepared  ## serve the website with an invented office, on this machine only
	@$(BIN)/prongsai demo
	@exec $(BIN)/prongsai serve

inspect: $(VENV)/.ready  ## read, check and score the example report and write its documents to build/
	@$(BIN)/prongsai inspect $(EXAMPLE) --out build

test: $(VENV)/.ready-dev $(VENV)/.prepared  ## run every test, whole programs and browser included
	@$(BIN)/python -m pytest -n 2

test-postgres: $(VENV)/.ready-dev $(VENV)/.prepared  ## run every test of the website on a PostgreSQL of its own
	@$(BIN)/python -m tests.with_postgres $(BIN)/python -m pytest -n 2 $(ON_POSTGRES)

fast: $(VENV)/.ready-dev $(VENV)/.prepared  ## run the tests that take under a minute together: laws, deeds, shape
	@$(BIN)/python -m pytest -n 2 -m "not slow and not browser"

check: $(VENV)/.ready-dev  ## lint, format, types, layers, generated pages
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m docs.generate --check

fix: $(VENV)/.ready-dev  ## mend what the linter and the formatter can mend
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: $(VENV)/.ready-dev $(VENV)/.prepared  ## measure, as ratios within one run; writes docs/reference/benchmarks.md
	@$(BIN)/python -m benchmarks.run

pictures: $(VENV)/.ready-dev $(VENV)/.prepared  ## take the pictures of the manual anew
	@PRONGSAI_PICTURES=1 $(BIN)/python -m pytest tests/browser -k story

docs: $(VENV)/.ready-dev  ## write the generated pages anew
	@$(BIN)/python -m docs.generate

messages: $(VENV)/.ready-dev  ## gather the sentences of every application for translation
	@$(BIN)/python -m tools.messages

dist: $(VENV)/.ready-dev $(VENV)/.prepared  ## build a wheel that serves the website anywhere, into dist/
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

new-register: $(VENV)/.ready-dev  ## begin a register: make new-register NAME=parking
	@$(BIN)/python -m tools.new_register $(NAME)

migrations: $(VENV)/.ready-dev  ## write the migrations that are missing; tables are made whole
	@$(BIN)/prongsai manage makemigrations
	@$(BIN)/python -m tools.fold_constraints

lock: $(VENV)/.ready-dev  ## pin both files of requirements, with hashes and without addresses
	@$(BIN)/pip-compile $(COMPILE) --output-file requirements.txt requirements.in
	@$(BIN)/pip-compile $(COMPILE) --output-file requirements-dev.txt requirements-dev.in

setup: $(VENV)/.ready-dev $(VENV)/.prepared  ## only the set-up

clean:  ## remove what can be made again
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# A stamp is touched last, so a set-up that was killed is simply done again.
$(VENV)/.ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed / ต้องใช้ Python 3.11 ขึ้นไป"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "The package python3-venv is missing. Install it: apt install python3-venv / ยังไม่มี python3-venv โปรดติดตั้งด้วย apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Fonts and compiled translations are made here, never kept in the repository.
$(VENV)/.prepared: $(VENV)/.ready $(CATALOGUES)
	@$(BIN)/prongsai manage prepare
	@touch $@
