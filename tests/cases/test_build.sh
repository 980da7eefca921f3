#!/bin/sh
# test_build.sh - lets `make test` prove that the rule cases are real Go.
# build-free: runs nothing that was built, so the other builds need not repeat it.
exec sh "$(dirname "$0")/build.sh"
