#!/bin/sh
# broken.sh - shows how the types of a package fall when pieces of it are missing: broken.sh [--quick] [BUILD_DIR]
#
# Lines, import lines and files are removed at random (the same ones each time) from packages of the
# standard library, and the type of each expression that is left is compared with the one that
# curfew gave it in the whole package. Prints a row a kind of damage, and fails when the share of
# types that stay falls below a floor for it, some way under what was measured.
#
# The sources of the standard library are found as curfew finds them; no go command is run. --quick
# damages fewer packages, and skips (status 77, the last line says why) where there are no sources.
set -eu

rounds=5
packages='archive/zip compress/flate crypto/tls database/sql encoding/json encoding/xml expvar go/parser
go/printer go/types html/template image/png internal/trace log/slog math/big net net/http net/rpc os
regexp/syntax runtime/pprof sync testing text/template time'
quick=
if [ "${1:-}" = --quick ]; then
    quick=1
    rounds=3
    packages='archive/zip encoding/json go/types net/http sync text/template'
    shift
fi
build=${1:-${BUILD:-build}}
root=$(cd "$(dirname "$0")/../.." && pwd)
[ -f "$build/libcurfew.a" ] || { echo "oracle broken: no $build/libcurfew.a: run make first" >&2; exit 1; }
build=$(cd "$build" && pwd)
work=$build/oracle-broken
mkdir -p "$work"

# The flags name folders relative to the project's root.
# shellcheck disable=SC2046
(cd "$root" && $(cat "$build/flags") -o "$work/side" tests/oracle/broken_side.c \
    "$build/libcurfew.a" -lutf8proc -lxxhash -lmpfr -lgmp -lpthread -lm)

# A folder of its own, so that no module around it counts.
status=0
# shellcheck disable=SC2086
(cd "$work" && ./side 1 $rounds $packages >rows) || status=$?
if [ $status -eq 3 ]; then
    [ -n "$quick" ] || exit 1
    echo "oracle broken: there are no sources of the standard library"
    exit 77
fi
[ $status -eq 0 ] || { echo "oracle broken: the checker failed with status $status" >&2; exit 1; }

awk -F '\t' '
BEGIN {
    floor["one line"] = 99
    floor["1 % of lines"] = 85
    floor["5 % of lines"] = 65
    floor["20 % of lines"] = 35
    floor["50 % of lines"] = 15
    floor["one import"] = 99
    floor["all imports"] = 70
    floor["one file"] = 92
    floor["half the files"] = 70
    printf "%-16s %8s %12s %9s %9s %9s\n", "removed", "packages", "expressions", "same", "unknown", "another"
}
{
    same = 100 * $4 / $3
    printf "%-16s %8d %12d %7.2f %% %7.2f %% %7.2f %%\n", $1, $2, $3, same, 100 * $5 / $3, 100 * $6 / $3
    rows++
    if (same < floor[$1]) {
        print "oracle broken: " $1 ": fewer than " floor[$1] " % of the types stay"
        bad = 1
    }
}
END { exit bad || rows != 9 }' "$work/rows"
