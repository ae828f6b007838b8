# A thin face over CMake. `make help` lists the targets.
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 10
CHANCERY_DATA ?= ../shared/data

.PHONY: help deps build demo check test lint asan tsan fuzz bench eval model install clean

help: ## lists the targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

deps: ## installs the Debian packages that are missing, those of `make check` too
	@tools/install-deps --quiet build check

# Other targets ask for what they need: the command needs less than the checks do.
.PHONY: build-deps
build-deps:
	@tools/install-deps --quiet build

build: build-deps ## builds the command (build/bin/chancery), the libraries and the data files
	@[ -f build/build.ninja ] || cmake --preset release >/dev/null
	@cmake --build build -j $(JOBS)

demo: build-deps ## codes the reports of examples/ and prints their records
	@echo "building (the log is build/demo.log) ..." && mkdir -p build
	@$(MAKE) --no-print-directory build >build/demo.log 2>&1 || { tail -n 30 build/demo.log; exit 1; }
	@build/bin/chancery code --to show examples/*.txt

test: build ## builds and runs the tests alone
	@ctest --test-dir build --output-on-failure -j $(JOBS) --output-junit check.xml

check: deps build ## everything CI runs: tests, lint, sanitizers, a short fuzz of each target
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory asan
	@$(MAKE) --no-print-directory tsan
	@$(MAKE) --no-print-directory fuzz

lint: deps build ## format, clang-tidy, and what the core may import
	@tools/lint build

asan: deps ## the unit tests under AddressSanitizer and UBSan
	@[ -f build-asan/build.ninja ] || cmake --preset asan >/dev/null
	@cmake --build build-asan -j $(JOBS)
	@ctest --test-dir build-asan --output-on-failure -j $(JOBS) -LE slow

tsan: deps ## the threaded tests under ThreadSanitizer
	@[ -f build-tsan/build.ninja ] || cmake --preset tsan >/dev/null
	@cmake --build build-tsan -j $(JOBS) --target thread_tests
	@ctest --test-dir build-tsan --output-on-failure -L threads

fuzz: deps ## each fuzz target for FUZZ_SECONDS (10)
	@[ -f build-fuzz/build.ninja ] || cmake --preset fuzz >/dev/null
	@cmake --build build-fuzz -j $(JOBS) --target fuzzers
	@tools/run-fuzzers build-fuzz/fuzz $(FUZZ_SECONDS) $(JOBS)

bench: build ## words a second by stage, kernels, start-up, memory
	@tools/bench build

eval: build ## figures on the development data of CHANCERY_DATA (docs/accuracy.md says which)
	@CHANCERY_DATA=$(CHANCERY_DATA) tools/evaluate build

model: build ## trains the learned file anew (an hour or two; needs Python 3.11 and CHANCERY_DATA)
	@CHANCERY_DATA=$(CHANCERY_DATA) training/make_model.sh

install: build ## installs under PREFIX (/usr/local); DESTDIR is honoured
	@cmake --install build --prefix $(PREFIX)

clean: ## removes what was built
	@rm -rf build build-asan build-tsan build-fuzz build-debug build-coverage
