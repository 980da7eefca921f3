#!/bin/sh
# tidy.sh - clang-tidy over some files: tidy.sh FLAG… FILE…
#
# The analyzer's search is cut at an eighth of its usual size: the whole tree takes a minute so, and
# what only the longer search finds is left to the sanitizers. clang-tidy counts on standard error what it suppressed in system headers; that is left out.
set -u
flags= files=
for arg in "$@"; do
    case $arg in
    -*) flags="$flags $arg" ;;
    *) files="$files $arg" ;;
    esac
done
# shellcheck disable=SC2086
clang-tidy --quiet $files --extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang \
    --extra-arg=max-nodes=30000 -- $flags 2>&1 |
    { grep -vE '^[0-9]+ warnings? (generated|and [0-9]+ errors? generated)|^$' || true; } |
    { out=$(cat); [ -z "$out" ] || { printf '%s\n' "$out" >&2; exit 1; }; }
