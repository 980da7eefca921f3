#!/bin/sh
# seeds_check.sh - seeds of the whole check: seeds_check.sh DIR
#
# The rules' cases and pages are small programs that reach every rule. What a file is stands in the
# first byte (fuzz_check.c), so they are copied into DIR rather than kept a second time.
set -eu
dir=$1
mkdir -p "$dir"
seed() { # FIRST-BYTE FILE
    name=$(echo "$2" | tr / -)
    { printf %s "$1"; cat "$2"; } >"$dir/$name"
}
for file in tests/cases/*/*/*.go; do
    case $(head -n 1 "$file") in
    *'--go 1.22'*) seed H "$file" ;;
    *'--go 1.23'*) seed L "$file" ;;
    *)
        case $file in
        *_test.go) seed C "$file" ;;
        *) seed @ "$file" ;;
        esac
        ;;
    esac
done
for file in docs/rules/*.md tests/snippets/*.md; do
    seed A "$file"
done
for file in tests/snippets/*.txt; do
    seed B "$file"
done
