#!/bin/sh
# build.sh - proves that the rule cases are real Go: every file under tests/cases compiles, alone,
# and is laid out as gofmt lays it out.
#
# Each file becomes a package of its own in a temporary module, so that one build covers them all.
# usage: tests/cases/build.sh [folder…]   (default: every rule's folder)
# Skips, and says so, where Go is missing or golang.org/x/sync cannot be had.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if ! command -v go >/dev/null 2>&1; then
    echo "SKIP tests/cases/build.sh: Go is not installed, the cases were not compiled"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$here"
if [ $# -eq 0 ]; then
    set -- */
fi
unformatted=$(gofmt -l "$@")
if [ -n "$unformatted" ]; then
    echo "not as gofmt lays it out:"
    echo "$unformatted"
    exit 1
fi

count=0
for file in $(find "$@" -name '*.go' | sort); do
    # Folder names that end in _test would make external test packages, so the dot and the
    # underscore of the file's name go.
    folder=$work/$(echo "${file%.go}" | tr '_' '-')
    mkdir -p "$folder"
    cp "$file" "$folder/"
    count=$((count + 1))
done

cd "$work"
cat >go.mod <<EOF
module cases

go 1.25.0

require golang.org/x/sync v0.24.0
EOF
export GOFLAGS=-mod=mod GOWORK=off
if ! go mod download golang.org/x/sync 2>"$work/download.log"; then
    echo "SKIP tests/cases/build.sh: golang.org/x/sync cannot be had, the cases were not compiled"
    exit 0
fi
# vet with one cheap analyser type-checks test files too, and links nothing.
go vet -buildtag ./...
echo "$count cases compile"
