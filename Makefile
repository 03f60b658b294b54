# For those who like to type `make`; README.md and .ci/run do without it.

.PHONY: run test check format

run:
	.ci/setup && swift run -c release podlab

test:
	.ci/setup && swift test

check:
	.ci/run

format:
	swift format -i --recursive Package.swift Sources Tests lessons
