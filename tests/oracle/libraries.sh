#!/bin/sh
# libraries.sh - the models of libraries against the libraries themselves: libraries.sh [BUILD_DIR]
#
# Fetches the modules that tests/models/libraries.txt names, at the versions from which their models
# were written, through the module proxy, and compares every declaration of each model with the real
# one: types, constants, the fields and methods that the model has, the methods that `until` names.
# Then the cases of tests/libraries are type-checked. Fails where Go is missing or a module cannot be
# had. The Go that is installed is used.
set -eu

build=${1:-${BUILD:-build}}
cd "$(dirname "$0")/../.."
root=$PWD
mkdir -p "$build"
build=$(cd "$build" && pwd)
command -v go >/dev/null 2>&1 || {
    echo "the models of libraries were not compared: Go is not installed"
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GOWORK=off GOFLAGS=-mod=mod CGO_ENABLED=0

(cd tests/models && go build -o "$work/models" .)
mkdir "$work/module"
cd "$work/module"
printf 'module curfew.test/libraries\n\ngo %s\n' "$(go env GOVERSION | sed 's/^go//')" >go.mod
# shellcheck disable=SC2046
go get $(cat "$root/tests/models/libraries.txt") >"$work/get.log" 2>&1 || {
    cat "$work/get.log"
    echo "the models of libraries were not compared: a module could not be had"
    exit 1
}
packages=$(cd "$root/models" && find . -type f -name '*.go' | sed 's|^\./||; s|\.go$||' | grep '^[^/]*\.' | LC_ALL=C sort)
# shellcheck disable=SC2086
"$work/models" -partial "$root/models" $packages

unformatted=$(gofmt -l "$root/tests/libraries")
if [ -n "$unformatted" ]; then
    echo "not as gofmt lays it out: $unformatted"
    exit 1
fi
"$work/models" -cases "$root"/tests/libraries/*.go
