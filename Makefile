# Vigie's commands. SwiftPM decides what to rebuild; this file says what belongs together.

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help setup build report images gallery reading test lint format clean

swift_build := swift build --explicit-target-dependency-import-check error
vigie := .build/release/vigie
swift_files := Package.swift $(wildcard Sources Tests Benchmarks)

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## Install the Debian packages and fonts that are missing
	@Scripts/setup $(setup_options)

build: setup ## Build the program, .build/release/vigie
	@echo "Building $(vigie) (the first time takes some minutes)"
	@$(swift_build) --configuration release --static-swift-stdlib --product vigie --quiet

report: build ## Render every report of Reports/ into Output/
	@failed=0; \
	for spec in Reports/*/report.yml; do $(vigie) render "$${spec%/report.yml}" || failed=1; done; \
	exit $$failed

images: build ## Draw the pictures of README.md
	@Scripts/images

gallery: setup_options := --tests
gallery: build ## Draw the pictures of docs/gallery that are out of date
	@Scripts/gallery

reading: setup_options := --tests
reading: build ## Write down what a screen reader says of the founding report
	@Scripts/reading

test: setup_options := --tests
test: build ## Build, test, lint, render
	@echo "Building the tests"
	@$(swift_build) --build-tests --quiet
	VIGIE_PROGRAM=$(vigie) swift test --skip-build --disable-xctest
	@$(MAKE) --no-print-directory lint report

lint: ## Check the sources' format
	swift format lint --strict --recursive --parallel $(swift_files)

format: ## Format the sources in place
	swift format --in-place --recursive --parallel $(swift_files)

clean: ## Delete what building and rendering wrote
	rm -rf .build Output
