# Needs python3 (3.11 or newer, with venv), make and Debian's and Python's package registries.
# The first command sets up .venv from the lock files; later ones start at once.

PYTHON ?= python3
PYTEST_FLAGS ?=

BIN := .venv/bin
GUIJU := $(BIN)/guiju
ALUMINIUM := standards/electrolytic_aluminium
PLANT := $(ALUMINIUM)/examples/grid_2024.yaml
DEMO := build/demo

.PHONY: help demo test check docs bench fuzz spark lock clean

help:
	@echo "make demo    a smelter's carbon footprint, and the standard's documents to open"
	@echo "make test    every test, with lint, types and import rules"
	@echo "make check   lint, types and import rules alone"
	@echo "make docs    write generated_docs/ again"
	@echo "make bench   how fast standards are checked and tables calculated; writes build/bench.json"
	@echo "make fuzz    the property tests with many more cases"
	@echo "make spark   what is said of Spark, on Spark itself; needs Java 17 and 1 GB of packages"
	@echo "make lock    resolve the lock files again (needs uv)"
	@echo "make clean   remove .venv, build/ and caches"

demo: .venv/ready
	@echo "== 1. Check the standard: electrolytic aluminium  检查标准：电解铝"
	$(GUIJU) check $(ALUMINIUM)
	@echo
	@echo "== 2. A smelter's year: the footprint of one tonne, and the findings  一家电解铝厂的一年：每吨的碳足迹和发现"
	$(GUIJU) calc $(ALUMINIUM) $(PLANT) --format table
	@echo
	@echo "== 3. Why that number: the CF4 of the pots, back to its clause and source  这个数的来历：条款、因子和来源"
	$(GUIJU) explain $(ALUMINIUM) $(PLANT) electrolysis.CF4
	@echo
	@echo "== 4. Write the documents, the form and the calculator  生成文件、表单和计算器"
	$(GUIJU) build $(ALUMINIUM) -o $(DEMO)
	@echo
	@echo "== Open these files, in $(DEMO)  打开这些文件："
	@cd $(DEMO) && ls electrolytic_aluminium/*.* site/index.html

test: .venv/ready-dev
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_FLAGS)

check: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

docs: .venv/ready
	$(BIN)/python compiler/scripts/make_reference.py
	$(GUIJU) build standards -o generated_docs --only page,schema,graph

bench: .venv/ready-dev
	$(BIN)/python -m tests.bench

fuzz: .venv/ready-dev
	$(BIN)/python -m pytest -n auto --dist worksteal -m hypothesis --hypothesis-profile=fuzz $(PYTEST_FLAGS)

spark: .venv/ready-dev
	$(BIN)/python -m pip install $(PIP_FLAGS) "pyspark>=4.0,<5" "pandas>=2.2"
	$(BIN)/python -m pytest tests/cluster/on_spark.py $(PYTEST_FLAGS)

lock:
	uv pip compile $(LOCK_FLAGS) --group build pyproject.toml -o requirements.lock
	uv pip compile $(LOCK_FLAGS) --group build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

LOCK_FLAGS := -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Set-up: an environment, the pinned packages by hash, then this checkout.

.venv/ready: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing the packages of requirements.lock (about a minute, once)"
	@$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install $(PIP_FLAGS) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-dev: requirements-dev.lock apt-tests.txt .venv/ready
	@bash compiler/scripts/prepare_machine.sh "$(PYTHON)" apt-tests.txt
	@echo "Installing what the tests need (once)"
	@$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements-dev.lock
	@touch $@

PIP_FLAGS := -q --disable-pip-version-check

.venv/bin/python:
	@bash compiler/scripts/prepare_machine.sh "$(PYTHON)"
	@"$(PYTHON)" -m venv .venv
