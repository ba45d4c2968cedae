# WeGO knowledge base. `make help` lists what can be made. PY chooses the Python: make site PY=python3.13

PY = python3
VENV = .venv
PYTHON = $(VENV)/bin/python
RUN = $(VENV)/run.stamp
TEST = $(VENV)/test.stamp
PIP = $(PYTHON) -m pip --disable-pip-version-check --no-input
LOCK = $(VENV)/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--python-version 3.11 --custom-compile-command 'make lock'

all: site

help:
	@echo 'make site    build the site into site/'
	@echo 'make serve   live preview on this machine (PORT=8000)'
	@echo 'make check   check data and code, write nothing'
	@echo 'make test    the whole suite: code checks, tests, browser tests'
	@echo 'make bench   measure speed, memory and the weight of pages'
	@echo 'make lock    write the lock files anew (LOCK_ARGS=--upgrade: newest versions)'
	@echo 'make clean   remove the site and all caches (make distclean: the environment too)'

site: $(RUN)
	@$(PYTHON) -m generator build $(ARGS)

serve: $(RUN)
	@$(PYTHON) -m generator serve $${PORT:+--port $$PORT} $(ARGS)

check: $(TEST)
	@$(PYTHON) -m generator check
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --quiet --check .
	@$(PYTHON) -m mypy

# Cheap checks first, the browser last. A browser that stops answering is given up after five minutes with its worker, and the test it
# was in is run once more; a test that fails is never run again.
test: $(TEST)
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m tests.browser.ensure_browser
	@$(PYTHON) -m pytest -n 2 -m 'not browser' --timeout 900 --timeout-method thread $(ARGS)
	@$(PYTHON) -m pytest -n 2 -m browser --timeout 300 --timeout-method thread --reruns 1 --only-rerun '^$$' $(ARGS)

bench: $(TEST)
	@$(PYTHON) tests/bench/run.py $(ARGS)
	@$(PYTHON) -m tests.bench.ceds
	@$(PYTHON) -m generator build
	@$(PYTHON) -m tests.bench.weights

# The index is left out of the lock files, so that each installation uses its own.
lock: $(PYTHON)
	@test -x $(VENV)/lock/bin/uv || { $(PY) -m venv $(VENV)/lock && $(VENV)/lock/bin/python -m pip install -qq uv; }
	@$(LOCK) $(LOCK_ARGS) pyproject.toml --group build -o requirements.lock
	@$(LOCK) $(LOCK_ARGS) --group test -c requirements.lock -o requirements-test.lock

clean:
	@rm -rf site .cache .site.lock .stage-* .old-* .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	@rm -rf $(VENV)

# A half-made environment is removed, so that the next try starts clean.
$(PYTHON):
	@command -v $(PY) >/dev/null || { echo '$(PY) is missing: Python 3.11 or newer is needed, on Debian or Ubuntu run: apt install python3 python3-venv' >&2; exit 1; }
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo '$(PY) is too old: Python 3.11 or newer is needed, name another one with: make PY=python3.12' >&2; exit 1; }
	@$(PY) -c 'import ensurepip, venv' 2>/dev/null || { echo '$(PY) -m venv is missing: on Debian or Ubuntu run: apt install python3-venv' >&2; exit 1; }
	@echo 'Making the Python environment in $(VENV)' >&2
	@$(PY) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

# Without pip the environment belongs to another Python version, or its making was cut off: it is made again.
$(RUN): requirements.lock pyproject.toml $(PYTHON)
	@$(PYTHON) -c 'import pip' 2>/dev/null || $(PY) -m venv --clear $(VENV)
	@echo 'Installing the requirements' >&2
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): requirements-test.lock $(RUN)
	@echo 'Installing the test requirements' >&2
	@$(PIP) install -qq --require-hashes -r requirements-test.lock
	@touch $@

.PHONY: all help site serve check test bench lock clean distclean
