#!/bin/sh
# test_proofs.sh - lets `make test` run the proofs.
exec sh "$(dirname "$0")/run.sh"
