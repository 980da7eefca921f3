#!/bin/sh
# test_quick.sh - the part of the comparison with go/parser that runs with every `make test`.
exec sh "$(dirname "$0")/run.sh" --quick
