#!/bin/sh
# run.sh - compares curfew's tokens and trees with Go's own: run.sh [--quick] [BUILD_DIR]
#
# Over all of src of the newest Go (without src/runtime/testdata, which is held out), test/ of the
# installed Go, three large modules from the module proxy and tests/syntax, the dumps must be equal
# for every file that go/parser accepts, and every file that it refuses must be refused, nearly
# always with the same line for the first error. The same holds for variants of them with a fault.
# Fails where Go is missing.
#
# --quick takes a part of the installed Go's src, needs no network, and skips (status 77, the last
# line says why) where Go or a Go new enough is missing.
#
# BUILD_DIR (default: $BUILD, else build) is where make has left libcurfew.a and, in the file flags,
# the command that compiles for it. TOOLCHAIN overrides the newest Go.
set -eu

quick=
mutants=6000
if [ "${1:-}" = --quick ]; then
    quick=1
    mutants=600
    shift
fi
build=${1:-${BUILD:-build}}
here=$(dirname "$0")
toolchain=${TOOLCHAIN:-go1.27.3}
modules='github.com/hashicorp/nomad@v1.10.5
github.com/prometheus/prometheus@v0.307.1
github.com/cockroachdb/pebble/v2@v2.1.0'

refuse() {
    if [ -n "$quick" ]; then
        echo "oracle syntax: $1"
        exit 77
    fi
    echo "oracle syntax: $1" >&2
    exit 1
}

command -v go >/dev/null 2>&1 || refuse "there is no go command"
[ -f "$build/libcurfew.a" ] || { echo "oracle syntax: no $build/libcurfew.a: run make first" >&2; exit 1; }

build=$(cd "$build" && pwd)
work=$build/oracle
mkdir -p "$work"

installed=$(GOTOOLCHAIN=local go env GOROOT)
if [ -n "$quick" ] && ! GOTOOLCHAIN=local GOPROXY=off go -C "$here/goside" build -o "$work/goside" . 2>"$work/go.log"; then
    # The newest toolchain may be in the module cache already.
    GOTOOLCHAIN=$toolchain GOPROXY=off go -C "$here/goside" build -o "$work/goside" . 2>"$work/go.log" ||
        refuse "the comparison needs Go 1.27 ($(tail -n 1 "$work/go.log"))"
elif [ -z "$quick" ]; then
    export GOTOOLCHAIN="$toolchain"
    go -C "$here/goside" build -o "$work/goside" . || refuse "cannot build the Go side with $toolchain"
fi

root=$(cd "$here/../.." && pwd)
# The flags name folders relative to the project's root.
# shellcheck disable=SC2046
(cd "$root" && $(cat "$build/flags") -o "$work/curfew_side" tests/oracle/curfew_side.c \
    "$build/libcurfew.a" -lutf8proc -lxxhash -lpthread)

# go_files FOLDER: its Go files; runtime/testdata is held out.
go_files() {
    find "$1" -type f -name '*.go' ! -path '*/src/runtime/testdata/*'
}

module_dir() {
    go mod download -json "$1" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p'
}

if [ -n "$quick" ]; then
    for part in go/ast go/parser go/printer internal/types/testdata net os runtime sync syscall time \
        cmd/compile/internal/syntax cmd/compile/internal/types2; do
        [ -d "$installed/src/$part" ] && go_files "$installed/src/$part"
    done >"$work/files"
else
    newest=$(go env GOROOT)
    {
        go_files "$newest/src"
        [ -d "$installed/test" ] && go_files "$installed/test"
        cd "$work"
        [ -f go.mod ] || go mod init oracle 2>/dev/null
        for module in $modules; do
            dir=$(module_dir "$module")
            [ -n "$dir" ] || refuse "cannot fetch $module"
            go_files "$dir"
        done
    } >"$work/files"
fi
go_files "$root/tests/syntax" >>"$work/files"
LC_ALL=C sort -u -o "$work/files" "$work/files"
compare() {
    "$work/curfew_side" "$1" >"$work/results"
    "$work/goside" compare "$1" "$work/results"
}

compare "$work/files"
# Few files in the wild are broken, so more are made: each with one fault.
rm -rf "$work/mutants"
mkdir "$work/mutants"
"$work/goside" mutate "$work/files" "$work/mutants" "$mutants" >"$work/mutant-files"
echo "variants with one fault each:"
compare "$work/mutant-files"
