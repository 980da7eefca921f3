#!/bin/sh
# run.sh - runs the proofs: Go tests which show that what a rule calls a bug fails that way, and that
# its fix does not. One folder a rule.
#
# usage: tests/proofs/run.sh [PACKAGE…]   (default: ./...)
# Ends with 77, and says so, where Go 1.25 (testing/synctest) is missing or modules cannot be had.
set -eu

skip() {
    echo "the proofs were not run: $1"
    exit 77
}

command -v go >/dev/null 2>&1 || skip "Go is not installed"
cd "$(dirname "$0")"
export GOFLAGS=-mod=mod GOWORK=off
go list testing/synctest >/dev/null 2>&1 || skip "this Go has no testing/synctest"
go mod download >/dev/null 2>&1 || skip "golang.org/x/sync cannot be had"
[ $# -gt 0 ] || set -- ./...
# vet would refuse the bugs; they are the point here.
go test -vet=off "$@"
