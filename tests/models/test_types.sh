#!/bin/sh
# test_types.sh - the declarations of the standard library's models have the real types.
# build-free: runs nothing that was built, so the other builds need not repeat it.
#
# Paths whose first element has a dot are modules outside of the standard library, which need not be
# at hand; their models are checked for form only (tests/load).
set -u

command -v go >/dev/null || {
    echo "Go is not installed: the models' types are not compared with the real ones"
    exit 77
}
standard=$(find models -type f -name '*.go' | sed 's|^models/||; s|\.go$||' | grep -v '^[^/]*\.' | sort)
# shellcheck disable=SC2086
cd tests/models && CGO_ENABLED=0 GOFLAGS= GOWORK=off go run . ../../models $standard
