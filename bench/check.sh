#!/bin/sh
# check.sh - what `make bench` prints of the analysis behind `curfew check`: the processor time of ir,
# flow and rules beside that of load and types in the same run, peak memory beside a run that only
# loads and checks types, and for std the processor time of staticcheck with an empty cache. Needs Go
# and what bench/load.sh has put into BUILD/bench/load, which it runs after; fails without them.
#
#   BUILD=build CURFEW=build/curfew sh bench/check.sh
#
# Bars: STAGE_BAR (2) times the processor time of load and types, MEMORY_BAR (2) times their memory,
# and a STATICCHECK_BARth (50) of staticcheck's processor time. Fails when one is missed or not
# measured. PARTS picks among "std module", SIDES among "curfew staticcheck"; ROUNDS (3) are run and
# their median counts, staticcheck is run once.
set -eu

parts=${PARTS:-std module}
sides=${SIDES:-curfew staticcheck}
rounds=${ROUNDS:-3}
module=${MODULE:-vitess.io/vitess@v0.22.1}

refuse() {
    echo "check: $1" >&2
    exit 1
}

build=$(cd "${BUILD:-build}" && pwd)
curfew=$(cd "$(dirname "$CURFEW")" && pwd)/$(basename "$CURFEW")
work=$build/bench/load
load=$build/bench/load_bench
root=$(ls -d "$work"/go1.* 2>/dev/null | tail -n 1)
[ -n "$root" ] && [ -x "$work/load_peer" ] || refuse "bench/load.sh has not prepared $work"
command -v go >/dev/null || refuse "Go is missing, and the comparison needs it"
GOMODCACHE=$(go env GOMODCACHE)
export GOMODCACHE GOENV=off GOTOOLCHAIN=local GOROOT="$root" GOWORK=off GOFLAGS=-buildvcs=false CGO_ENABLED=0 GOPROXY=off
PATH=$root/bin:$PATH

# The median of one number a line.
median() {
    sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# number NAME FILE: what follows NAME= in each line.
number() {
    sed -n "s/.*$1=\([0-9.]*\).*/\1/p" "$2"
}

# stage NAME…: milliseconds of the named stages, one sum for each run in $out/stats.
stage() {
    awk -v names=" $* " '/^time:/ {
        sum = 0
        for (i = 1; i < NF; i++) { name = $i; sub(/:$/, "", name); if (index(names, " " name " ")) sum += $(i + 1) }
        print sum
    }' "$out/stats"
}

# judge WHAT VALUE BAR
judge() {
    awk -v what="$1" -v value="$2" -v bar="$3" 'BEGIN {
        printf "  %s: %.2f (bar: at most %s)%s\n", what, value, bar, (value + 0 > bar + 0 ? " MISSED" : "")
        exit (value + 0 > bar + 0)
    }' || status=1
}

# subject NAME DIR PATTERN TESTS
subject() {
    out=$work/check-$1
    rm -rf "$out"
    mkdir -p "$out"
    round=0
    while [ $((round += 1)) -le "$rounds" ]; do
        (cd "$2" && "$work/load_peer" spend "$out/findings" "$curfew" check -j1 --stats --fail-on error --tests=false "$3" >>"$out/check")
        grep '^time:' "$out/findings" >>"$out/stats" || { cat "$out/findings" >&2; refuse "curfew check failed"; }
        "$work/load_peer" spend "$out/loaded" "$load" -j 1 --bodies=named "$2" "$3" >>"$out/load"
    done
    front=$(stage load syntax types export | median)
    back=$(stage ir flow rules | median)
    cpu=$(number cpu_s "$out/check" | median)
    echo "check: $1, without tests; $(basename "$root"), one worker, median of $rounds rounds"
    echo "  load, syntax, types, export: $front ms; ir, flow, rules: $back ms; all: $cpu s of processor time"
    judge "ir, flow and rules over load and types" "$(awk -v a="$back" -v b="$front" 'BEGIN { print a / b }')" "${STAGE_BAR:-2}"
    with=$(number rss_mib "$out/check" | median) without=$(number rss_mib "$out/load" | median)
    echo "  peak memory: $with MiB, without ir, flow and rules $without MiB"
    judge "peak memory over that of load and types" "$(awk -v a="$with" -v b="$without" 'BEGIN { print a / b }')" "${MEMORY_BAR:-2}"
}

# Once with empty caches, as a team's first run does.
against_staticcheck() {
    rm -rf "$work/cold"
    mkdir -p "$work/cold"
    (cd "$1" && GOCACHE=$work/cold/go STATICCHECK_CACHE=$work/cold/staticcheck \
        "$work/load_peer" spend "$out/staticcheck" "$work/staticcheck" -tests=false "$2" >"$out/staticcheck.spent")
    rm -rf "$work/cold"
    theirs=$(number cpu_s "$out/staticcheck.spent")
    echo "  staticcheck with empty caches: $theirs s of processor time"
    judge "processor time over a fiftieth of staticcheck's" \
        "$(awk -v a="$cpu" -v b="$theirs" -v n="${STATICCHECK_BAR:-50}" 'BEGIN { print a * n / b }')" 1
}

status=0
for part in $parts; do
    case $part in
    std)
        subject std "$root/src" ./...
        case " $sides " in *" staticcheck "*) against_staticcheck "$root/src" ./... ;; esac
        ;;
    module) subject "${module##*/}" "$work/module-${module##*@}" ./... ;;
    *) refuse "no part $part" ;;
    esac
done
exit $status
