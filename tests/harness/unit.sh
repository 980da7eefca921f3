#!/bin/sh
# unit.sh - runs unit-test programs and scripts: unit.sh TEST…
#
# A program is a cmocka one and is read by its TAP lines. A script (test_NAME.sh) passes with status
# 0 and is skipped with 77, its last line of output saying why; a last line that begins with SKIP
# skips as well. Output is shown on failure only.
# Needs TALLY and WORK in the environment.
set -u

# The time limit catches deadlocks; the slowest test takes seconds, under sanitizers too.
limit=300

run_script() {
    timeout $limit sh "$1" >"$out" 2>&1 </dev/null
    status=$?
    [ $status -eq 0 ] && tail -n 1 "$out" | grep -q '^SKIP' && status=77
    case $status in
    0) echo "pass script $1" >>"$TALLY" ;;
    77)
        echo "SKIP: $(tail -n 1 "$out" | sed 's/^SKIP[A-Z]*:* *//') ($1)"
        echo "skip script $1" >>"$TALLY"
        ;;
    *)
        echo "fail script $1" >>"$TALLY"
        echo "FAIL $1"
        sed 's/^/    /' "$out"
        ;;
    esac
}

run_program() {
    CMOCKA_MESSAGE_OUTPUT=TAP timeout $limit "$1" >"$out" 2>&1 </dev/null
    status=$?
    # "ok 3 - name", "not ok 3 - name", and "not ok 3 # SKIP name" (later versions of cmocka: "ok").
    sed -n -e '/^\(not \)*ok [0-9]* # *SKIP/{s/.*# *SKIP */skip unit /p;d;}' \
        -e 's/^ok [0-9]* - */pass unit /p' -e 's/^not ok [0-9]* - */fail unit /p' "$out" >"$out.tally"
    grep '^SKIP' "$out" | sort -u
    planned=$(sed -n 's/^1\.\.\([0-9]*\).*/\1/p' "$out" | awk '{n += $1} END {print n + 0}')
    ran=$(wc -l <"$out.tally")
    bad=$(grep -c '^fail' "$out.tally")
    # A program that dies half way has told nothing about its remaining tests.
    if [ "$ran" -ne "$planned" ] || [ "$planned" -eq 0 ] || { [ $status -ne 0 ] && [ "$bad" -eq 0 ]; }; then
        echo "fail unit $1 ended with status $status after $ran of $planned tests" >>"$out.tally"
        bad=1
    fi
    cat "$out.tally" >>"$TALLY"
    if [ "$bad" -ne 0 ]; then
        echo "FAIL $1 (status $status, $ran of $planned tests ran)"
        grep -v '^ok ' "$out" | sed 's/^/    /'
    fi
}

for unit in "$@"; do
    out=$WORK/$(printf '%s' "$unit" | tr / _).txt
    case $unit in
    *.sh) run_script "$unit" ;;
    *) run_program "$unit" ;;
    esac
done
