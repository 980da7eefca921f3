#!/bin/sh
# tidy.sh - clang-tidy over some files: tidy.sh FLAG… FILE…
#
# clang-tidy counts on standard error what it suppressed in system headers; that is left out.
set -u
flags= files=
for arg in "$@"; do
    case $arg in
    -*) flags="$flags $arg" ;;
    *) files="$files $arg" ;;
    esac
done
# shellcheck disable=SC2086
clang-tidy --quiet $files -- $flags 2>&1 |
    { grep -vE '^[0-9]+ warnings? (generated|and [0-9]+ errors? generated)|^$' || true; } |
    { out=$(cat); [ -z "$out" ] || { printf '%s\n' "$out" >&2; exit 1; }; }
