#!/bin/sh
# test_modules_quick.sh - the part of the comparison of module graphs that runs with every `make test`.
exec sh "$(dirname "$0")/modules.sh" --quick
