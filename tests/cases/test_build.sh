#!/bin/sh
# test_build.sh - lets `make test` prove that the rule cases are real Go.
exec sh "$(dirname "$0")/build.sh"
