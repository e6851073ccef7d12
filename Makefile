# Data Territoires. Each command works from a fresh machine: what is missing is set up first.
# QGIS=3.40 make test    runs in another version of QGIS (3.44 by default)
# make demo DATA=FOLDER  runs the demonstration on real data

QGIS ?= 3.44
export QGIS
DATA ?=
ARGS ?=
RUN := tools/qgis run --

.DEFAULT_GOAL := help
.PHONY: help setup kit doctor demo platform test check bench package install qgis i18n tidy clean

help: ## what can be made
	@grep -hE '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## /make \1\t/' | expand -t 16

setup: ## prepare the QGIS environment (the other commands do it when needed)
	tools/qgis setup

demo: ## the main job on the training kit: build/demo/ (DATA=FOLDER: on real data)
	@$(RUN) python3 tools/demo.py $(if $(DATA),--data "$(DATA)") $(ARGS)

platform: ## a platform on this computer (PostGIS, QGIS Server, pycsw, nginx): Ctrl-C stops it (ARGS: --port N, --check)
	@$(RUN) python3 -m tools.local_platform $(ARGS)

kit: ## a kit to work without network: make kit TERRITORY=epci:… LAYERS=… (OUTPUT=FOLDER TITLE=…)
	@$(RUN) qgis_process run dataterritoires:makekit -- "TERRITORY=$(TERRITORY)" "LAYERS=$(or $(LAYERS),recommended)" \
		"TITLE=$(TITLE)" "OUTPUT=$(abspath $(or $(OUTPUT),build/kit))"

doctor: ## asks each service one small question: a table to paste into an issue (ARGS: names of services)
	@$(RUN) python3 tools/doctor.py $(ARGS)

test: export WITH_ORACLES = 1
# A worker that crashes ends the run: xdist would wait for ever for the file that it was at.
test: ## all tests (ARGS: options of pytest)
	@rm -rf .qgis-settings
	@$(RUN) python -m pytest -n 2 --dist loadfile --max-worker-restart 0 $(ARGS)

check: ## lint, types, architecture, translations, metadata, gate of plugins.qgis.org, Qt 6 (ARGS: some of them)
	@$(RUN) python3 -m tools.check $(ARGS)

bench: ## the benchmarks: a table of ratios, build/bench.json
	@$(RUN) python3 -m tests.benchmarks $(ARGS)

package: ## dist/data_territoires_plugin.zip
	@$(RUN) python3 tools/package.py

install: package ## into the QGIS profile of the user
	@python3 tools/install.py

qgis: ## open QGIS with the plugin (without a screen: a picture in build/)
	@bash tools/desktop.sh $(ARGS)

i18n: ## bring i18n/*.ts up to date with the code (ARGS: --from FILE)
	@$(RUN) python3 tools/translations.py $(ARGS)

tidy: ## lay the code out (ruff), and mend what can be mended by itself
	@$(RUN) sh -c 'ruff check --quiet --fix --unsafe-fixes --exit-zero && ruff format'

clean: ## remove what was built (the QGIS environment stays)
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache
