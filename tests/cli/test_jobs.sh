#!/bin/sh
# test_jobs.sh - the same bytes come out whatever the number of workers and the order in which
# directories list their files.
set -eu
work=$WORK/jobs
rm -rf "$work"
mkdir -p "$work/up" "$work/down"

# package N: imports half of the packages before it and leaks a context in each of three files.
package() {
    n=$1
    dir=$2/p$n
    mkdir -p "$dir"
    for f in c a b; do
        {
            printf 'package p%s\n\nimport (\n\t"context"\n\t"time"\n' "$n"
            [ "$n" -lt 2 ] || printf '\n\t"example.com/m/p%s"\n\t"example.com/m/p%s"\n' $((n / 2)) $((n - 1))
            printf ')\n\nfunc Use%s(ctx context.Context) error {\n' "$f"
            [ "$n" -lt 2 ] || printf '\tp%s.Use%s(ctx)\n\tp%s.Use%s(ctx)\n' $((n / 2)) "$f" $((n - 1)) "$f"
            printf '\tctx, cancel := context.WithTimeout(ctx, time.Second)\n'
            printf '\tif ctx.Err() != nil {\n\t\treturn ctx.Err()\n\t}\n\tcancel()\n\treturn nil\n}\n'
        } >"$dir/$f.go"
    done
}

for n in $(seq 1 40); do package "$n" "$work/up"; done
for n in $(seq 40 -1 1); do package "$n" "$work/down"; done
for tree in up down; do
    printf 'module example.com/m\n\ngo 1.25\n' >"$work/$tree/go.mod"
    for jobs in 1 8; do
        for format in text json; do
            status=0
            (cd "$work/$tree" && "$CURFEW" check "-j$jobs" --format "$format" ./... >"$work/$tree.$jobs.$format") || status=$?
            [ $status -eq 1 ] || { echo "status $status with -j$jobs"; exit 1; }
        done
    done
done
for format in text json; do
    for other in up.8 down.1 down.8; do
        cmp "$work/up.1.$format" "$work/$other.$format"
    done
done
found=$(grep -c '^warning\[lost-cancel\]' "$work/up.1.text" || true)
[ "$found" -eq 120 ] || { echo "$found findings, 120 expected"; exit 1; }
