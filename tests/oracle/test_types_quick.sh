#!/bin/sh
# test_types_quick.sh - the part of the comparison with go/types that runs with every `make test`.
exec sh "$(dirname "$0")/types.sh" --quick
