#!/bin/sh
# peers.sh - runs curfew on the test data of the analyzers that look for the same bugs, and compares
# its findings with their marks: peers.sh [BUILD_DIR]
#
# The suites come from the module proxy at test time; what they do not share with curfew on purpose is
# in docs/differences.md. At least 95 % of the marks of each suite must be met, and no finding of the
# suite's rule may lie elsewhere.
set -eu

tools=golang.org/x/tools@v0.52.0
staticcheck=honnef.co/go/tools@v0.8.2

build=${1:-${BUILD:-build}}
command -v go >/dev/null 2>&1 || { echo "oracle peers: there is no go command" >&2; exit 1; }
[ -x "$build/curfew" ] || { echo "oracle peers: no $build/curfew: run make first" >&2; exit 1; }
build=$(cd "$build" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$build/oracle-peers
rm -rf "$work"
mkdir -p "$work"

# Prints where the module cache keeps a module.
module() {
    (cd "$work" && GOWORK=off GOFLAGS=-mod=mod go mod download -json "$1") |
        sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p'
}

tools_dir=$(module $tools)
staticcheck_dir=$(module $staticcheck)
GOWORK=off go -C "$here/peers" build -o "$work/peers" .
"$work/peers" "$build/curfew" "$here/../../docs/differences.md" "$work/files" \
    "golang.org/x/tools=$tools_dir" "honnef.co/go/tools=$staticcheck_dir"
