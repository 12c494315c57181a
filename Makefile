# Two commands on a fresh machine: `make scorecards` and `make test`. `make` alone lists the targets.
.DEFAULT_GOAL := help
.PHONY: help scorecards test browser lint docs docs-check bench gate evidence lock clean

VENV := .venv
BIN := $(VENV)/bin
EVIDENCE ?= ../shared/source

# The first Python from 3.11 on that this machine has.
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	if command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$name; break; fi; done)

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Python 3.11 이상이 필요합니다 · Python 3.11 or later is needed" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "venv를 만들 수 없습니다 · could not make a virtual environment (Debian, Ubuntu: apt install python3-venv)" >&2; exit 2; }

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "설치 중 · installing (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q scorecard
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "시험 도구 설치 중 · installing the test tools (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

scorecards: $(VENV)/.run ## set up, judge the project and print its edition into reports/
	@$(BIN)/scorecard build

test: $(VENV)/.dev ## set up and run every test
	@$(BIN)/python -m pytest -n auto $(TEST)

$(VENV)/.browser: requirements-browser.lock $(VENV)/.dev
	@echo "브라우저를 움직이는 도구 설치 중 · installing what drives a browser (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-browser.lock
	@touch $@

browser: $(VENV)/.browser ## test the served pages in this machine's chromium
	@SCORECARD_BROWSER=must $(BIN)/python -m pytest tests/browser

lint: $(VENV)/.dev ## ruff and mypy --strict
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

docs: $(VENV)/.dev ## write the pages that are made from code and rules
	@$(BIN)/python -m tools.make_docs

docs-check: $(VENV)/.dev ## tell whether those pages are current
	@$(BIN)/python -m tools.make_docs --check

gate: $(VENV)/.run ## hold target coverage and findings against rules/coverage.yaml
	@$(BIN)/scorecard gate

evidence: $(VENV)/.run ## prove every figure against the source text in EVIDENCE=DIR
	@$(BIN)/scorecard check --evidence "$(EVIDENCE)"

bench: $(VENV)/.dev ## measure speed as ratios to lower bounds
	@for each in benchmarks/*.py; do $(BIN)/python $$each || exit 1; done

lock: $(VENV)/.dev ## pin the dependencies anew (needs uv)
	@uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url --upgrade pyproject.toml --group build -o requirements.lock
	@uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url --upgrade pyproject.toml --group build --group dev -o requirements-dev.lock
	@uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url --upgrade --group browser -c requirements-dev.lock -o requirements-browser.lock

clean: ## remove what was made
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
