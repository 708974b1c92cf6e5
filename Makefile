.DEFAULT_GOAL := help
.PHONY: help demo test lint bench docs train lock clean messages pictures

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
READY := .venv/ready-for-tests
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(INSTALLED)  ## read every file in examples/ into dateline.db and print the claims
	$(BIN)/dateline read --table --db dateline.db examples

test: $(READY)  ## install what tests need and run them all
	$(BIN)/python -m pytest

lint: $(READY)  ## check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## print the quality table and compare it with the floors
	$(BIN)/python -m bench.public
	$(BIN)/python -m bench.claims
	$(BIN)/python -m bench.kinds
	$(BIN)/python -m bench.attribution
	$(BIN)/python -m bench.factuality
	$(BIN)/python -m bench.roles
	$(BIN)/python -m bench.incidents
	$(BIN)/python -m bench.swapped
	$(BIN)/python -m bench.reading_time
	$(BIN)/python -m bench.places
	$(BIN)/python -m bench.event_places
	$(BIN)/python -m bench.same_event
	$(BIN)/python -m bench.own_sets

docs: $(READY)  ## write the reference pages anew from the code
	$(BIN)/python docs/generate.py

messages: $(READY)  ## bring the catalogues of translated words up to date with the desk's texts
	$(BIN)/python -m dateline.web.locale.messages

pictures: $(READY)  ## take the pictures of the desk in docs/images anew
	DATELINE_SCREENSHOTS=1 $(BIN)/python -m pytest tests/browser

train: $(READY)  ## train all that is learned: rule scores, encoder, how both are weighed, pairs of claims (under two hours)
	$(PIP) --no-deps --require-hashes -r requirements/train.txt
	$(BIN)/python -m training.trigger_table --write
	$(BIN)/python -m training.learned.train build/held-out --hold-out --state build/held-out.pt
	$(BIN)/python -m training.learned.fit_branch build/held-out.pt build/held-out --rounds 4
	$(BIN)/python -m training.weighing build/held-out --write
	$(BIN)/python -m training.learned.train src/dateline/reading/learned/weights --state build/encoder.pt
	$(BIN)/python -m training.learned.fit_branch build/encoder.pt src/dateline/reading/learned/weights
	$(BIN)/python -m training.pairs --write
	$(BIN)/python -m training.model_card

lock: $(READY)  ## resolve the dependencies anew into requirements/
	$(PIP) uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -o requirements/run.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q -c requirements/run.txt -o requirements/dev.txt

clean:  ## remove what make has made
	rm -rf .venv dateline.db dateline.db-wal dateline.db-shm

.venv/made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; say which with: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	@touch $@

$(INSTALLED): .venv/made requirements/run.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --require-hashes --no-deps -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(READY): $(INSTALLED) requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
