# Every chore has one verb; hooks, CI and hands all use these. `make` alone lists them.

PYTHON ?= python3.11
PYTEST_FLAGS ?=
LOCK_FLAGS ?=

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url \
	--no-emit-trusted-host --no-emit-options --no-emit-find-links --strip-extras \
	--allow-unsafe --no-header $(LOCK_FLAGS)
BORROWED_TEXT := ../shared/checks/borrowed_text.py
# Alone on the machine, because it measures how fast a page is.
LIGHTHOUSE := tests/browser/audits/test_lighthouse.py
HOSTILE_QUERIES := tests/benchmarks/test_hostile.py
OWN_TEXT := fixtures templates tpmguide roles salaries docs \
	README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md

.DEFAULT_GOAL := help
.SILENT:
.PHONY: help serve dev test check fix bench hostile audit fuzz content assets messages lock writable

help: ## list these verbs
	awk -F ': .*## ' '/^[a-z]+: .*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

serve: assets ## prepare the site and serve it on 127.0.0.1:8000 (or PORT and HOST)
	DEBUG=0 exec $(MANAGE) serve

dev: export DEBUG = 1
dev: .venv/.runtime ## serve while you edit: reloads itself, shows the cause of an error
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_content
	exec $(MANAGE) runserver $${HOST:-127.0.0.1}:$${PORT:-8000}

test: .venv/.dev ## run the tests on every core, with coverage
	$(BIN)/python -m pytest --quiet --numprocesses auto --ignore tests/benchmarks \
		--ignore tests/browser/audits --cov $(PYTEST_FLAGS)

check: .venv/.dev ## lint, format, types, layers, settings, migrations, content
	$(call step,ruff check,$(BIN)/ruff check .)
	$(call step,ruff format,$(BIN)/ruff format --check .)
	$(call step,djlint lint,$(BIN)/djlint templates --lint)
	$(call step,djlint format,$(BIN)/djlint templates --check)
	$(call step,mypy,$(BIN)/mypy .)
	$(call step,import-linter,$(BIN)/lint-imports)
	$(call step,settings for production,$(DEPLOYED) $(MANAGE) check --deploy --fail-level WARNING)
	$(call step,migrations,$(SCRATCH) && $(MANAGE) makemigrations --check --dry-run)
	$(call step,content and prose,$(SCRATCH) && export DEBUG=1 && $(MANAGE) migrate --verbosity 0 \
		&& $(MANAGE) load_content && $(MANAGE) check_content && $(MANAGE) check_prose)
	$(if $(wildcard $(BORROWED_TEXT)),$(call step,borrowed text,\
		$(BIN)/python $(BORROWED_TEXT) $(OWN_TEXT)),echo "borrowed text: skipped, no $(BORROWED_TEXT)")

fix: .venv/.dev ## mend what the linters can mend by themselves
	$(BIN)/ruff check --quiet --fix --exit-zero .
	$(BIN)/ruff format --quiet .
	$(BIN)/djlint templates --reformat --quiet || true

bench: .venv/.dev ## measure the speed that is promised
	$(BIN)/python -m pytest tests/benchmarks -p no:randomly --capture sys --ignore $(HOSTILE_QUERIES)

hostile: .venv/.dev ## ask 20,000 hostile queries of a million rows (HOSTILE for another number)
	$(BIN)/python -m pytest $(HOSTILE_QUERIES) --capture sys

audit: .venv/.dev ## the long proofs: axe, pa11y's rules, Nu, weight, our own rules, Lighthouse
	$(BIN)/python -m pytest --quiet --numprocesses auto --ignore $(LIGHTHOUSE) tests/browser/audits
	$(BIN)/python -m pytest --quiet $(LIGHTHOUSE)

fuzz: .venv/.runtime ## send the API generated requests, and compare the answers with its schema
	.ci/fuzz

content: .venv/.runtime ## load the shipped content over what was changed in this database
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_content --apply

assets: .venv/.runtime ## fetch the small chart library, where there is npm
	$(MANAGE) fetch_chart_library

messages: .venv/.runtime ## gather the words to translate, and compile the translations
	$(MANAGE) makemessages --all --no-location --no-obsolete --no-wrap --ignore 'tests/*' --ignore 'var/*' --verbosity 0
	sed -i '/^"\(POT-Creation\|PO-Revision\)-Date:/d' locale/*/LC_MESSAGES/django.po
	$(MANAGE) compilemessages --ignore '.*' --verbosity 0

lock: .venv/.dev ## write the lock files anew (LOCK_FLAGS=--upgrade for newer versions)
	$(COMPILE) --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

# What the verbs lean on.

# Runs a command in silence; shows what it said only when it fails.
step = printf '%-26s' '$(1)'; if said=$$($(2) 2>&1); then echo ok; \
	else echo FAILED; printf '%s\n' "$$said"; exit 1; fi
DEPLOYED = DEBUG=0 HTTPS=1 SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_hex(64))')
# A data folder, and so a database, that is thrown away.
SCRATCH = unset DATABASE_URL CACHE_URL && DATA_DIR=$$(mktemp -d) && export DATA_DIR \
	&& trap 'rm -rf "$$DATA_DIR"' EXIT

is_right = $(shell $(1) -c 'import sys; print(sys.version_info[:2] == (3, 11) or "")' 2>/dev/null)
FOUND_PYTHON = $(firstword $(foreach python,$(PYTHON) python3,$(if $(call is_right,$(python)),$(python))))

writable:
	for folder in . "$${DATA_DIR:-var}"; do mkdir -p "$$folder" 2>/dev/null && test -w "$$folder" \
		|| { echo "The folder $$folder cannot be written to." >&2; exit 1; }; done

$(BIN)/python: | writable
	$(if $(FOUND_PYTHON),,$(error Python 3.11 is needed; name it, for example make serve PYTHON=/opt/python3.11/bin/python3))
	echo "Making .venv"
	$(FOUND_PYTHON) -m venv --clear .venv || { rm -rf .venv; exit 1; }

.venv/.runtime: requirements.txt | writable $(BIN)/python
	$(if $(call is_right,$(BIN)/python),,$(error .venv is of another Python than 3.11; remove the folder and try again))
	echo "Installing $<"
	$(install) && touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	echo "Installing $<"
	$(install) && touch $@

# uv where the user has it, for its speed; pip where not, or where uv cannot. The lock is whole, so
# nothing is resolved: a resolver may try a release newer than the locked one, and has no hash of it.
install = { command -v uv && uv pip install --python $(BIN)/python $(AS_LOCKED); } >/dev/null 2>&1 \
	|| $(BIN)/python -m pip install -qq --disable-pip-version-check $(AS_LOCKED)
AS_LOCKED = --no-deps --require-hashes -r $<
