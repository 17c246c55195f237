# `make help` lists the commands. Whatever is missing is installed first, by a small script each, and second runs are
# quick. Trunk and wasm-bindgen go into .tools/ where the right versions are not on PATH already.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help serve watch build test test-rust test-browser check audit fuzz format bench first-part lighthouse picture golden record record-races
.PHONY: licences clean setup setup-browser

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(HOME)/.cargo/bin
PORT ?= 8080
TARGET ?= all
RUNS ?= 10000

help: ## List the commands.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

serve: build ## Build the playground and serve it; PORT=8080 chooses the port.
	@sirv dist --host localhost --port $(PORT) --dev --no-clear --no-logs

watch: setup ## Serve a quickly built page and build it again after every change.
	trunk serve --port $(PORT)

build: setup ## Leave the production page in dist/, for any folder of any static host.
	trunk build --release

test: test-rust test-browser ## Run every test, those in a real browser included.

test-rust: setup ## Run the tests that need no browser.
	cargo test --locked --quiet

test-browser: setup-browser build ## Build the page and run the tests in a real browser.
	playwright test --config tests/browser --project=tests $$(sh scripts/find-firefox.sh >/dev/null 2>&1 && echo --project=firefox)

check: setup ## Look for unformatted code and for lints, natively and for the browser.
	cargo fmt --check
	cargo clippy --locked --all-targets -- --deny warnings
	cargo clippy --locked --profile page --target wasm32-unknown-unknown -- --deny warnings

audit: setup ## Look for known weaknesses, licences and sources of what the project depends on; needs the network.
	sh scripts/audit.sh

fuzz: setup ## Fuzz one of verdict, explore, link, edits or all: `make fuzz TARGET=link RUNS=100000`, see docs/fuzzing.md.
	sh scripts/fuzz.sh $(TARGET) $(RUNS)

bench: setup-browser build ## Measure the speed of runs and of the page, see docs/performance.md.
	cargo bench --locked --quiet --bench runs
	cargo bench --locked --quiet --bench awake
	cargo bench --locked --quiet --bench explore
	cargo bench --locked --quiet --bench hostile
	cargo run --locked --quiet --release --manifest-path benches/stateright/Cargo.toml --target-dir target/stateright
	cargo bench --locked --quiet --bench growth
	sh scripts/measure-engine.sh
	playwright test --config tests/browser --project=measure measure/edit-to-picture measure/awake measure/all-outcomes

first-part: setup setup-browser ## Look again at which functions a first picture needs, see docs/performance.md.
	WATCH_FUNCTIONS=1 trunk build --release --dist target/watched
	node scripts/wasm/look.mjs target/watched

lighthouse: setup-browser build ## Ask Lighthouse about the page; fails below 100 but for performance, which is printed.
	node scripts/lighthouse.mjs

picture: setup-browser build ## Take the README's picture from the page itself.
	playwright test --config tests/browser --project=measure measure/picture

format: ## Format the Rust code.
	cargo fmt

licences: setup ## Write docs/licences.md anew.
	UPDATE_LICENCES=1 cargo test --locked --quiet --test dependencies

golden: setup ## Write the golden files (trace and verdict of every scenario) anew.
	UPDATE_GOLDEN=1 cargo test --locked --quiet --test golden

record: ## Record what the CPythons of this machine (pyenv's and python3) print, for the conformance tests.
	python3 tests/conformance/record.py

record-races: ## Record what racy programs can print on the CPythons of this machine, for the tests of the explorer.
	python3 tests/explore/record.py

clean: ## Remove what was built; installed tools stay.
	rm -rf target dist test-results playwright-report

setup:
	@sh scripts/install-rust-target.sh
	@sh scripts/install-packages.sh
	@sh scripts/install-wasm-bindgen.sh
	@sh scripts/install-trunk.sh

setup-browser:
	@sh scripts/install-chromium.sh
	@sh scripts/install-firefox.sh
