# Verbs for contributors; users need only the two commands of README.md.
# `make BIN=` uses the tools on the PATH instead of those in .venv.

BIN = .venv/bin/

.PHONY: check test fix bench fuzz accept

check:  ## style, types, layers, and opsctl on its own example
	$(BIN)ruff check .
	$(BIN)ruff format --check .
	$(BIN)mypy
	$(BIN)lint-imports --no-cache
	$(BIN)opsctl -C examples/chenhe-home check

test:  ## the tests, as README.md runs them
	$(BIN)pytest -q -n auto

fix:  ## what tools can put right
	$(BIN)ruff check --fix .
	$(BIN)ruff format .

bench:  ## the figures: start-up, check, split and review against other tools in the same run
	for file in benchmarks/*.py; do $(BIN)python $$file || exit 1; done

fuzz:  ## the property tests, with many more examples
	$(BIN)pytest -q -n auto --hypothesis-profile=fuzz

accept:  ## take today's output as the golden files; read the diff before you commit it
	$(BIN)pytest -q --accept
