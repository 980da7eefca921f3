#!/bin/sh
# types.sh - compares curfew's types with go/types and prints the numbers: types.sh [--quick] [BUILD_DIR]
#
# Every expression's type and constant, every identifier's object and every selector's path is compared
# over the golden tests of tests/types, the files under test/ of the installed Go that check alone, the
# standard library, and the checker's own tests of the newest Go: files with errors, of which the lines
# without an ERROR mark count. Both sides read imports from the standard library's source. Prints what
# share is equal, unknown to curfew, or different; the differences themselves are left in
# BUILD_DIR/oracle-types/*/differences. Fails where Go is missing.
#
# --quick takes the golden tests alone, where everything must be equal, needs no network, and skips
# (status 77, the last line says why) where Go or a Go new enough is missing.
#
# TOOLCHAIN overrides the newest Go; PARTS picks among "golden test std cmd testdata".
set -eu

quick=
if [ "${1:-}" = --quick ]; then
    quick=1
    shift
fi
build=${1:-${BUILD:-build}}
here=$(dirname "$0")
toolchain=${TOOLCHAIN:-go1.27.3}

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
export GOTOOLCHAIN="$toolchain"
go -C "$here/types" build -o "$work/goside" . 2>"$work/go.log" ||
    refuse "the comparison needs Go 1.27 ($(tail -n 1 "$work/go.log"))"

root=$(cd "$here/../.." && pwd)
# The flags name folders relative to the project's root.
# shellcheck disable=SC2046
(cd "$root" && $(cat "$build/flags") -o "$work/cside" tests/oracle/types_side.c \
    "$build/libcurfew.a" -lutf8proc -lxxhash -lmpfr -lgmp -lpthread -lm)

# part NAME ARGUMENT…: one comparison.
part() {
    name=$1
    shift
    rm -rf "$work/$name"
    mkdir -p "$work/$name"
    "$work/goside" manifest "$work/$name" "$@"
    # The program ends without freeing what it has checked.
    ASAN_OPTIONS=detect_leaks=0 "$work/cside" "$work/$name"
    "$work/goside" compare "$work/$name" >"$work/$name/numbers" || status=1
    sed "s/^oracle types:/& $name:/" "$work/$name/numbers"
}

status=0
[ -z "$quick" ] || PARTS=golden
for name in ${PARTS:-golden test std testdata}; do
    case $name in
    golden)
        # What models say and what faulty code gets is no business of Go's.
        # shellcheck disable=SC2046
        part golden $(find "$root/tests/types" -name '*.go' ! -name broken.go ! -name models.go | LC_ALL=C sort)
        ;;
    test)
        # shellcheck disable=SC2046
        [ ! -d "$installed/test" ] || part test $(find "$installed/test" -name '*.go' | LC_ALL=C sort)
        ;;
    std | cmd) part "$name" "$name" ;;
    testdata)
        # One file makes a constant of two gigabytes, which curfew does not.
        # shellcheck disable=SC2046
        part testdata faulty $(find "$(go env GOROOT)/src/internal/types/testdata" -name '*.go' \
            ! -name issue78346.go | LC_ALL=C sort)
        ;;
    esac
done
if [ -n "$quick" ] && [ $status -ne 0 ]; then
    cat "$work/golden/differences"
    exit 1
fi
