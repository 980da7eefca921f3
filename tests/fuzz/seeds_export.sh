#!/bin/sh
# seeds_export.sh - seeds of byte forms: seeds_export.sh DIR
#
# The golden tests' files declare all kinds of types; the first byte says that they are not changed
# (fuzz_export.c).
set -eu
dir=$1
mkdir -p "$dir"
for file in tests/types/*.go; do
    { printf 0; cat "$file"; } >"$dir/$(basename "$file")"
done
