# Two commands do everything: `make run` (the site with the demo story) and `make test`.
# They need Python 3.11 or newer with venv, and make; nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
# Every worker and every command of the tests would compile all again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test check style bench messages format migrate demo full clean

run: $(VENV)/run.stamp
	@$(BIN)/python manage.py run_demo --address 127.0.0.1:$(PORT)

test: $(VENV)/test.stamp
	@$(BIN)/python -m compileall -q amendments consultations search site
	$(BIN)/pytest -n auto --dist worksteal

check: style
	$(MAKE) --no-print-directory test

style: $(VENV)/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=.:site $(BIN)/lint-imports --no-logo
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python tests/catalogues.py

bench: $(VENV)/test.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/benchmarks/requirements.txt
	$(BIN)/python -m tests.benchmarks

messages: $(VENV)/test.stamp
	$(BIN)/python tests/catalogues.py --extract

format: $(VENV)/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

full:
	bash .ci/run

$(VENV)/run.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Madda needs Python 3.11 or newer.") if sys.version_info < (3, 11) else None'
	@echo "Installing what the site needs into $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements.txt tests/requirements.txt
	@echo "Installing what the tests need into $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

clean:
	rm -rf var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
