#!/bin/sh
# test_broken.sh - the part of the comparison with damaged packages that runs with every `make test`.
exec sh "$(dirname "$0")/broken.sh" --quick
