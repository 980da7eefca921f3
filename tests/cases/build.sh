#!/bin/sh
# build.sh - proves that the rule cases are real Go: every file under tests/cases, and every example
# with a package clause in docs/rules, compiles alone and is laid out as gofmt lays it out.
#
# Each becomes a package of its own in a temporary module, so that one build covers them all.
# usage: tests/cases/build.sh [RULE…]   (default: all rules)
# Ends with 77, and says so, where Go is missing or golang.org/x/sync cannot be had.
set -eu

skip() {
    echo "the rule cases were not compiled: $1"
    exit 77
}

command -v go >/dev/null 2>&1 || skip "Go is not installed"
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- */
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Import paths must not end in _test, so underscores in file names become dashes in folder names.
add_case() {
    folder=$work/$(echo "${1%.go}" | tr '_' '-')
    mkdir -p "$folder"
    cp "$1" "$folder/"
}

# Every Go block of a page, the ones with a package clause as files of their own.
add_page() {
    awk -v dir="$work/page-$1" -v rule="$1" '
        /^```go/ {inside = 1; text = ""; next}
        /^```/ {
            if (inside && text ~ /(^|\n)package /) {
                folder = dir "/example" ++n
                system("mkdir -p " folder)
                printf "%s", text > (folder "/" (text ~ /testing\./ ? "x_test.go" : "x.go"))
                close(folder "/x.go")
            }
            inside = 0
        }
        inside {text = text $0 "\n"}' "../../docs/rules/$1.md"
}

for rule in "$@"; do
    rule=${rule%/}
    for file in "$rule"/*/*.go; do
        case $file in
        # Half a program on purpose: what it calls is declared nowhere.
        */undeclared*.go) ;;
        *) add_case "$file" ;;
        esac
    done
    if [ -f "../../docs/rules/$rule.md" ]; then
        add_page "$rule"
    fi
done

cd "$work"
count=$(find . -name '*.go' | wc -l)
unformatted=$(gofmt -l .)
if [ -n "$unformatted" ]; then
    echo "not as gofmt lays it out:"
    echo "$unformatted"
    exit 1
fi
printf 'module cases\n\ngo 1.25.0\n\nrequire golang.org/x/sync v0.24.0\n' >go.mod
export GOFLAGS=-mod=mod GOWORK=off
go mod download golang.org/x/sync >download.log 2>&1 || skip "golang.org/x/sync cannot be had"
# vet with one cheap analyser type-checks test files too, and links nothing.
go vet -buildtag ./...
echo "$count files compile"
