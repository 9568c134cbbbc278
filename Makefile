# Every target runs `setup` first; it ends at once when .venv already fits the lock.

PYTHON ?= python3
PYTEST_ARGS ?=
BENCH_ARGS ?=
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench lock clean distclean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:[^#]*## /\t/' | expand -t 12

setup: ## make .venv with the program and its test tools
	@"$(PYTHON)" packaging/set_up.py

run: setup ## open the sample project; without a display do the sample job into build/demo/
	@sh packaging/run.sh

test: setup ## run the tests, without a screen
	.venv/bin/python -m pytest $(PYTEST_ARGS)

check: setup ## formatting, lint and types
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

format: setup ## let ruff format and fix
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: setup ## measure against the limits in docs/performance.md
	.venv/bin/python benchmarks/run.py $(BENCH_ARGS)

lock: ## refresh both lock files from pyproject.toml
	@sh packaging/lock.sh

clean: ## remove what was built; the sample project and .venv stay
	rm -rf build/demo build/lib build/bdist.* build/lock-tool dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests resources packaging -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove .venv and build/ as well, with the sample project
	rm -rf .venv build src/annotator.egg-info
