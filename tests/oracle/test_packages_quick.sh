#!/bin/sh
# test_packages_quick.sh - the part of the comparison with `go list` that runs with every `make test`.
exec sh "$(dirname "$0")/packages.sh" --quick
