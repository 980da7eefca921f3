#!/bin/sh
# run.sh - all tests, and the closing line: run.sh UNIT_TEST_PROGRAM…
#
# Started by `make test` in the project's root with BUILD and CURFEW set. Every part appends a line
# "pass|fail|skip KIND NAME" a test to the tally, from which the closing line is counted. BLESS=1
# rewrites golden files instead of testing. AGAIN=1 leaves out the scripts that say "# build-free" in
# a line of their own: they do not depend on how curfew was built, and another build has run them.
set -u

# Golden scripts run in folders of their own, so paths are made absolute.
absolute() {
    case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$PWD/$1" ;;
    esac
}
BUILD=$(absolute "$BUILD")
CURFEW=$(absolute "$CURFEW")
WORK=$BUILD/tests/work
TALLY=$BUILD/tests/tally
export BUILD CURFEW WORK TALLY
LC_ALL=C
export LC_ALL
rm -rf "$WORK"
mkdir -p "$WORK/pages"
: >"$TALLY"
jobs=$(nproc 2>/dev/null || echo 2)

# Golden files: those that are there, and those that an input in a stage's folder must have.
list_goldens() {
    for suffix in tokens ast types ir stories; do
        ls tests/*/*."$suffix" 2>/dev/null
    done
    for pair in syntax:ast types:types ir:ir flow:stories; do
        for input in tests/"${pair%:*}"/*.go; do
            [ -f "$input" ] && echo "${input%.go}.${pair#*:}"
        done
    done
    for script in tests/cli/*.sh; do
        case $script in
        */test_*) ;;
        *) [ -f "$script" ] && echo "${script%.sh}.out" ;;
        esac
    done
}

run_goldens() {
    list_goldens | sort -u >"$WORK/goldens"
    [ -s "$WORK/goldens" ] || return 0
    xargs -P "$jobs" -n 8 sh tests/harness/golden.sh <"$WORK/goldens"
}

run_units() {
    scripts=$(ls tests/*/test_*.sh 2>/dev/null)
    if [ "${AGAIN:-}" = 1 ]; then
        # shellcheck disable=SC2086
        scripts=$(grep -L '^# build-free' $scripts)
    fi
    printf '%s\n' $scripts "$@" >"$WORK/units"
    xargs -P "$jobs" -n 1 sh tests/harness/unit.sh <"$WORK/units"
}

say_count() {
    awk -v kind="$1" -v title="$2" '$2 == kind {n[$1]++}
        END {printf "  %s: %d run, %d wrong\n", title, n["pass"] + n["fail"], n["fail"]}' "$TALLY"
}

run_goldens
[ "${BLESS:-}" = 1 ] && exit 0
say_count golden "golden files"
run_units "$@"
say_count unit "unit tests"
say_count script "scripts"
"$BUILD/tests/run_cases" "$CURFEW" "$WORK/pages" "$TALLY"
case $? in
0 | 1) ;;
*) echo "fail case the case runner itself" >>"$TALLY" ;;
esac

awk '{n[$1]++} END {
    printf "%d passed, %d failed, %d skipped\n", n["pass"], n["fail"], n["skip"]
    exit n["fail"] > 0 || n["pass"] == 0
}' "$TALLY"
