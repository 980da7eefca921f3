#!/bin/sh
# test_schema.sh - docs/curfew.schema.json says of the samples what curfew says, and has its keys.
# build-free
set -u
python3 -c 'import jsonschema, yaml' 2>/dev/null || {
    echo "SKIP: python3-jsonschema and python3-yaml are not installed"
    exit 77
}
"$CURFEW" config --no-config --format json | python3 tests/policy/check_schema.py
