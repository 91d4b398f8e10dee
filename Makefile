# The verbs. "make help" prints them.
BUILD ?= build/dev
JOBS ?= $(shell nproc)

.PHONY: help setup build run test unit api oidc browser crash days fuzz check format lint header-check bench-meeting bench-pages bench-oparl bench-dispatch bench-post-scale bench diagram routes assets facts clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

setup: ## Install what is missing (Debian packages), set the git hooks
	@tools/setup test
	@git config core.hooksPath .githooks

$(BUILD)/build.ninja:
	@cmake -G Ninja -S . -B $(BUILD) -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" >/dev/null

build: $(BUILD)/build.ninja ## Build the program and the test programs
	@ninja -C $(BUILD)

run: ## Build and start the demonstration
	@./run

test: ## Everything: what CI runs
	@./test

unit: build ## Unit, property, module and rule tests on both databases; "check" has the rules of the house
	@python3 tools/with_postgresql.py ctest --test-dir $(BUILD) -L program --output-on-failure -j $$(($(JOBS) + 1))

api: build ## Black-box tests of the real program, on SQLite and PostgreSQL
	@python3 tools/with_postgresql.py python3 tests/api/run.py $(BUILD)/samband

oidc: build ## Log in with a certified OpenID provider that also lies
	@tests/oidc/run $(BUILD)/samband

browser: build ## The main job clicked through in Chromium; pictures in tests/browser/output
	@tests/browser/run $(BUILD)/samband

crash: build ## Kill the program at random under a writing load, and look
	@python3 tests/crash/run.py $(BUILD)/samband

days: build ## Bad days: disk full, database gone, clock set, hostile clients, told to stop
	@python3 tests/bad_days/run.py $(BUILD)/samband

fuzz: ## Run every fuzz target for SECONDS (60)
	@tests/fuzz/run $(or $(SECONDS_EACH),60)

check: build ## Architecture, house rules, texts, links, spelling, format
	@ctest --test-dir $(BUILD) -R '^tools\.' --output-on-failure
	@tools/format --check

format: ## Format all C++
	@tools/format

lint: ## clang-tidy on what differs from the main last fetched
	@tools/lint

header-check: build ## Every header compiles alone
	@ninja -C $(BUILD) all_verify_interface_header_sets

bench-meeting: build ## Four hundred members vote while five thousand watch
	@ninja -C $(BUILD) meeting_bench
	@$(BUILD)/meeting_bench

bench-pages: ## Pages per second beside nginx, in one run
	@bench/pages/run

bench-oparl: build ## A drawn OParl system of 100,000 objects taken in, and again; beside the limits
	@ninja -C $(BUILD) oparl_bench && $(BUILD)/oparl_bench $(OBJECTS)

bench-dispatch: build ## Digital post beside RabbitMQ, a PostgreSQL outbox and Postfix, in one run
	@bench/dispatch/run --build $(BUILD)

bench-post-scale: build ## Large letters, many stored ones, two programs (see bench/dispatch/scale --help)
	@bench/dispatch/scale --build $(BUILD)

bench: bench-pages bench-oparl bench-meeting bench-dispatch ## All benchmarks

diagram: build ## The module picture of ARCHITECTURE.md, from the module table
	@python3 tools/make_diagram.py $(BUILD)/modules.txt ARCHITECTURE.md

routes: build ## Every route with its right
	@$(BUILD)/samband routes

assets: ## Build web/dist from web/src (needs Node)
	@cd web && npm ci --silent && node build.mjs

clean: ## Remove what was built
	@rm -rf build
