#!/bin/sh
# types.sh - compares curfew's types with go/types and prints the numbers: types.sh [--quick] [BUILD_DIR]
#
# Every expression's type and constant, every identifier's object and every selector's path is compared,
# tests included, with CGO_ENABLED=0 and the newest Go. The parts:
#
#     golden     the golden tests of tests/types: everything must be equal
#     test       the files under test/ of the installed Go that check alone
#     std        the standard library and cmd/...
#     386        the standard library for 32-bit machines
#     modules    ten large modules from the module proxy
#     cgo        the standard library with CGO_ENABLED=1: numbers without a bar
#     testdata   the checker's own tests: files with errors, of which the lines without an ERROR mark count
#
# For each part the numbers are printed: facts, share equal, and how many are unknown to curfew where Go
# knows, missing, different. The differences themselves are left in BUILD_DIR/oracle-types/PART.differences.
# A part fails below 99.9 % of expressions and 99.99 % of identifiers (testdata: 95 %), or where an
# expression that Go can type is unknown. Packages in which Go itself finds faults, such as an import
# that is not to be had, are counted apart. Fails where Go is missing.
#
# --quick takes the golden tests and a dozen packages of the installed Go, needs no network, and skips
# (status 77, the last line says why) where Go or a Go new enough is missing.
#
# TOOLCHAIN overrides the newest Go; PARTS picks parts; MODULES picks modules (PATH@VERSION, one a line).
set -eu

quick=
if [ "${1:-}" = --quick ]; then
    quick=1
    shift
fi
build=${1:-${BUILD:-build}}
here=$(cd "$(dirname "$0")" && pwd)
toolchain=${TOOLCHAIN:-go1.27.3}
modules=${MODULES:-'github.com/VictoriaMetrics/VictoriaMetrics@v1.151.0
github.com/apache/arrow-go/v18@v18.8.0
github.com/cockroachdb/pebble/v2@v2.1.0
github.com/containerd/containerd/v2@v2.4.2
github.com/hashicorp/nomad@v1.10.5 github.com/hashicorp/nomad/api@v0.0.0-20261016150620-df630b26e78a
github.com/nats-io/nats-server/v2@v2.15.2
github.com/open-policy-agent/opa@v1.22.2
github.com/prometheus/prometheus@v0.307.1
golang.org/x/tools@v0.52.0
gonum.org/v1/gonum@v0.17.0'}

refuse() {
    if [ -n "$quick" ]; then
        echo "oracle types: $1"
        exit 77
    fi
    echo "oracle types: $1" >&2
    exit 1
}

command -v go >/dev/null 2>&1 || refuse "there is no go command"
[ -f "$build/libcurfew.a" ] || { echo "oracle types: no $build/libcurfew.a: run make first" >&2; exit 1; }

build=$(cd "$build" && pwd)
work=$build/oracle-types
mkdir -p "$work"
installed=$(GOTOOLCHAIN=local go env GOROOT)
[ -z "$quick" ] || export GOPROXY=off
export GOTOOLCHAIN="$toolchain" GOWORK=off CGO_ENABLED=0
go -C "$here/types" build -o "$work/goside" . 2>"$work/go.log" ||
    refuse "the comparison needs Go 1.27 ($(tail -n 1 "$work/go.log"))"

root=$(cd "$here/../.." && pwd)
# The flags name folders relative to the project's root.
# shellcheck disable=SC2046
(cd "$root" && $(cat "$build/flags") -o "$work/cside" tests/oracle/types_side.c \
    "$build/libcurfew.a" -lutf8proc -lxxhash -lmpfr -lgmp -lpthread -lm)

status=0
# part NAME FLAGS -- ARGUMENT…: one comparison.
part() {
    name=$1 flags=$2
    shift 2
    # Flags are words without spaces.
    # shellcheck disable=SC2086
    (cd "$work" && ./goside -name "$name" -diffs "$work/$name.differences" $flags ./cside "$@") || status=1
}

go_files() {
    find "$1" -name '*.go' | LC_ALL=C sort
}

# local_replaces DIR: drops replacements by directories that the module's archive does not hold.
local_replaces() {
    (cd "$1" && go mod edit -print | awk '$0 ~ /=> \.\.?\// {
            from = $1 == "replace" ? $2 : $1
            print from, $NF
        }' | while read -r path to; do
        [ -f "$to/go.mod" ] || go mod edit "-dropreplace=$path"
    done)
}

# module PATH@VERSION [PATH@VERSION]: a copy that the go command may write into, with all that it needs;
# the second is a module that it takes from its own tree, for which the archive has none.
module() {
    name=$(echo "${1%@*}" | sed 's,^[a-z.]*/,,; s,/v[0-9]*$,,; s,/,-,g')
    copy=$work/modules/$name
    if [ ! -d "$copy" ]; then
        dir=$(cd "$work" && go mod download -json "$1" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
        [ -n "$dir" ] || refuse "cannot fetch $1"
        mkdir -p "$work/modules"
        rm -rf "$copy.new"
        cp -R "$dir" "$copy.new"
        chmod -R u+w "$copy.new"
        local_replaces "$copy.new"
        [ -z "${2:-}" ] || (cd "$copy.new" && go mod edit "-require=$2")
        mv "$copy.new" "$copy"
    fi
    GOFLAGS=-mod=mod part "$name" "" packages "$copy" ./...
}

everything='-expressions 100 -identifiers 100'
[ -z "$quick" ] || PARTS='golden quick'
for name in ${PARTS:-golden test std 386 modules cgo testdata}; do
    case $name in
    golden)
        # What models say and what faulty code gets is no business of Go's.
        # shellcheck disable=SC2046
        part golden "$everything" files $(go_files "$root/tests/types" | grep -v -e /broken.go -e /models.go)
        ;;
    quick)
        part quick "" packages "$work" bytes cmp context encoding/json errors go/ast io iter maps net/netip \
            reflect slices sort strings sync text/template time
        ;;
    test)
        # shellcheck disable=SC2046
        [ ! -d "$installed/test" ] || part test "" files $(go_files "$installed/test")
        ;;
    std) part std "" packages "$work" std cmd ;;
    386) (export GOARCH=386 && part 386 "" packages "$work" std && exit $status) || status=1 ;;
    cgo) part cgo "-cgo -expressions 0 -identifiers 0 -unknown" packages "$work" std ;;
    modules)
        echo "$modules" | {
            while read -r each; do
                # One or two words.
                # shellcheck disable=SC2086
                module $each </dev/null
            done
            exit $status
        } || status=1
        ;;
    testdata)
        # One file makes a constant of two gigabytes, which curfew does not.
        # shellcheck disable=SC2046
        part testdata "-expressions 95 -identifiers 95 -unknown" faulty \
            $(go_files "$(go env GOROOT)/src/internal/types/testdata" | grep -v /issue78346.go)
        ;;
    esac
done
if [ -n "$quick" ] && [ $status -ne 0 ]; then
    head -n 100 "$work/golden.differences" "$work/quick.differences"
fi
exit $status
