# Postil. GNU make only (on BSD and macOS: gmake). `make` alone lists the targets.
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
SHELL := /bin/sh

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# The Swift runtime goes into the binary: measured against shared libraries, it starts a quarter sooner (9 ms to 12 ms for
# --version) and uses 6 MB less memory. The price is a file three times as large.
RELEASE := -c release --static-swift-stdlib --product postil
# The program that decodes pictures, found beside the other: what goes wrong in a decoder ends it and not the desk.
DECODER := -c release --static-swift-stdlib --product postil-decoder
POSTIL := .build/release/postil

.PHONY: help demo test lint build bench interop soak install uninstall readme clean needs test-needs

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{ printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## Install what is missing, build, make the demo project in ./postil-demo and open it
	@$(POSTIL) demo postil-demo

build: needs ## Build the release program at .build/release/postil
	@.make/quietly "Building postil (the first time takes some minutes)" $(SWIFT) build $(RELEASE)
	@.make/quietly "Building postil-decoder" $(SWIFT) build $(DECODER)

test: test-needs ## Install what the tests need and run all of them
	@$(SWIFT) test --parallel

lint: | needs ## Check the format and the house rules
	@$(SWIFT) format lint --strict -r Sources Tests Package.swift
	@.make/house-rules

bench: build ## Measure the program beside its peers and print the ratios
	@.make/needs bench
	@.make/quietly "Building race-probe" $(SWIFT) build $(RELEASE:postil=race-probe)
	@Tests/Benchmarks/run $(POSTIL)

interop: needs ## Load the exports with their real readers (datasets, TRL, pycocotools …; from PyPI into .build)
	@.make/needs interop
	@.make/quietly "Building postil" $(SWIFT) build --product postil
	@Tests/Interop/run .build/debug/postil

soak: test-needs ## Run the long durability tests (1,000 kills)
	@Tests/Soak/run

install: build ## Install under PREFIX (default /usr/local), below DESTDIR if given
	@DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' .make/install $(POSTIL)

uninstall: ## Remove what `make install` put under PREFIX
	@DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' .make/install --remove

readme: test-needs ## Write the README's key table and pictures again
	@UPDATE_README=1 .make/quietly "Writing the README's pictures" $(SWIFT) test --filter ReadmeTests

clean: ## Remove what was built
	@rm -rf .build

needs:
	@.make/needs build

test-needs: needs
	@.make/needs test
