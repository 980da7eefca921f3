#!/bin/sh
# test_config.sh - which configurations are accepted, and where and with which words others are refused. The
# first line of a sample in refused/ is `# want LINE:COLUMN text; hint`.
# build-free
set -eu
work=$WORK/config
samples=$PWD/tests/policy/config
rm -rf "$work"
mkdir -p "$work"
bad=0

for sample in "$samples"/accepted/*.yml; do
    "$CURFEW" config --config "$sample" >"$work/out" 2>"$work/err" || {
        echo "refused: $sample"
        cat "$work/err"
        bad=1
        continue
    }
    # What is printed is a configuration that says the same.
    "$CURFEW" config --config "$work/out" | sed 's/ *#.*//' >"$work/again"
    sed 's/ *#.*//' "$work/out" | diff "$work/again" - || {
        echo "not the same again: $sample"
        bad=1
    }
done

for sample in "$samples"/refused/*.yml; do
    want=$(sed -n '1s/^# want //p' "$sample")
    place=${want%% *} text=${want#* }
    message=${text%%; *} hint=
    [ "$message" = "$text" ] || hint=${text#*; }
    status=0
    "$CURFEW" config --config "$sample" >"$work/out" 2>"$work/err" || status=$?
    [ $status -eq 2 ] && [ ! -s "$work/out" ] && grep -qF -- "$message" "$work/err" &&
        grep -qF -- "--> $sample:$place" "$work/err" && grep -qF -- "^" "$work/err" && grep -qF -- "$hint" "$work/err" || {
        echo "wanted of $sample: $want (status $status)"
        cat "$work/err"
        bad=1
    }
done
# Each key is described.
for key in $(sed -n 's/^KEY([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/policy/config.def); do
    grep -q "^|.*\`$key\`" docs/configuration.md || {
        echo "docs/configuration.md does not describe $key"
        bad=1
    }
done
exit $bad
