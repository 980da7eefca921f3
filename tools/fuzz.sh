#!/bin/sh
# fuzz.sh - runs fuzz targets: fuzz.sh SECONDS NAME…
#
# As many targets at a time as there are cores. A fault leaves its input in BUILD/faults and makes
# the status 1. With LEDGER=1 a line "date target seconds executions faults" a target is added to
# tests/fuzz/ledger.txt.
set -u

# One input may take this long before it counts as a hang: linear work on the largest inputs that
# are tried takes well under a second, and sanitizers and a busy machine slow that down.
input_limit=10

if [ "$1" = --one ]; then
    seconds=$2 name=$3
    log=$BUILD/$name.log seeds=tests/fuzz/corpus/$name found=$BUILD/corpus/$name
    mkdir -p "$found" "$BUILD/faults"
    [ -d "$seeds" ] || seeds=
    if [ -f "tests/fuzz/seeds_$name.sh" ]; then
        sh "tests/fuzz/seeds_$name.sh" "$BUILD/seeds/$name" || exit 1
        seeds="$seeds $BUILD/seeds/$name"
    fi
    dict=
    [ -f tests/fuzz/go.dict ] && dict=-dict=tests/fuzz/go.dict
    start=$(date +%s)
    # shellcheck disable=SC2086
    "$BUILD/fuzz_$name" -max_total_time="$seconds" -timeout=$input_limit -rss_limit_mb=2048 \
        -max_len=65536 -print_final_stats=1 -artifact_prefix="$BUILD/faults/$name-" $dict \
        "$found" $seeds >"$log" 2>&1
    status=$?
    ran=$(($(date +%s) - start))
    [ "$ran" -gt "$seconds" ] && ran=$seconds
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    faults=0
    # libFuzzer's status when somebody stops it: the time counts, and nothing is wrong.
    [ $status -eq 72 ] && status=0
    if [ $status -ne 0 ]; then
        faults=1
        echo "FAIL fuzz target $name:"
        grep -vE '^#[0-9]+|^NEW_FUNC|^stat::' "$log" | tail -n 60 | sed 's/^/    /'
    fi
    echo "  fuzz $name: $ran s, ${runs:-0} runs, $faults faults"
    [ "${LEDGER:-}" = 1 ] &&
        echo "$(date +%F) $name $ran ${runs:-0} $faults" >>tests/fuzz/ledger.txt
    exit $status
fi

seconds=$1
shift
if [ $# -eq 0 ]; then
    echo "fuzz: there is no target tests/fuzz/fuzz_*.c" >&2
    exit 1
fi
printf '%s\n' "$@" | xargs -P "$(nproc 2>/dev/null || echo 2)" -n 1 sh "$0" --one "$seconds"
