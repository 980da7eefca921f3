#!/bin/sh
# test_baseline.sh - known findings: written, matched after the code has moved, shown, pruned, and what is said of a
# file that is none.
# build-free
set -eu
work=$WORK/policy_baseline
. "$PWD/tests/policy/module.sh"
baseline() {
    status=0
    "$CURFEW" baseline "$@" >out 2>err || status=$?
}
fails() {
    echo "$1"
    cat out err .curfew-baseline.json
    exit 1
}
git init -q .

baseline show
[ $status -eq 2 ]
says "\`curfew baseline write\` makes it"
baseline
[ $status -eq 2 ]
baseline wriet
says "did you mean write?"

baseline write
says ".curfew-baseline.json: 4 findings, 4 of them new"
python3 -m json.tool .curfew-baseline.json >/dev/null 2>&1 || ! command -v python3 >/dev/null || fails "no JSON"
[ "$(grep -c '"fingerprint"' .curfew-baseline.json)" -eq 4 ] && [ "$(wc -l <.curfew-baseline.json)" -eq 9 ] || fails "not an entry a line"
grep -q '"line"' .curfew-baseline.json && fails "lines are kept"
cp .curfew-baseline.json first.json
expect 0 "" ./...
"$CURFEW" check ./... >out 2>err
says "no findings in 3 files; 4 known to the baseline"
expect 1 "sub/gen/g.go:9 warning lost-cancel;sub/s.go:9 warning lost-cancel;" --no-baseline ./sub/...
(cd sub && expect 0 "" ./...)
baseline write
cmp .curfew-baseline.json first.json || fails "written again it is not the same"

# Lines that move, are laid out anew or commented, neighbours that come, go and are renamed, files that are renamed, literals in front.
{
    file m A B | sed '7q'
    printf '\nvar first = func() int { return 1 }\n\n// Many\n// lines.\n'
    bug A | sed 's/context.WithTimeout(ctx, time.Second)/context.WithTimeout(\n\t\tctx, \/\/ of the caller\n\t\ttime.Second,\n\t)/'
} >moved.go
{
    printf 'package m\n\nimport (\n\t"context"\n\t"time"\n)\n\nfunc renamed() {}\n\n'
    bug B
} >c.go
rm a.go
expect 0 "" ./...
# A new one is reported, one in a renamed function too.
bug C >>c.go
sed -i 's/func S/func R/' sub/s.go
expect 1 "c.go:19 warning lost-cancel;sub/s.go:9 warning lost-cancel;" ./...
baseline show
[ $status -eq 0 ]
says "3 still there, 1 gone; 2 findings not in it"
says "sub/s.go: lost-cancel: gone:"
says "c.go:11:17: lost-cancel: cancel"
# Only what was looked at can be gone.
baseline prune ./sub/gen
says "4 findings; 3 kept in what was not looked at"
cmp .curfew-baseline.json first.json || [ "$(grep -c fingerprint .curfew-baseline.json)" -eq 4 ] || fails "what was not looked at is gone"
printf 'rules: {lost-cancel: off}\n' >.curfew.yml
baseline prune
says "4 kept in what was not looked at"
rm .curfew.yml
printf '\nfunc (\n' >>sub/s.go
baseline prune
grep -q '"sub/s.go"' .curfew-baseline.json || fails "of a file that was not read whole, entries are gone"
sed -i '$d' sub/s.go
baseline prune
says ".curfew-baseline.json: 3 findings; 1 dropped"
grep -q '"path": "c.go"' .curfew-baseline.json && ! grep -q '"a.go"' .curfew-baseline.json || fails "paths are not renewed"
baseline write
says "5 findings, 2 of them new"
expect 0 "" ./...

# Merges: entries of both sides, one a line.
rm -rf .git && git init -q . && git add -A && git commit -qm start
git checkout -q -b side
bug Q >>sub/gen/g.go
baseline write
git commit -qam side
git checkout -q main
{ file m D; } >0.go
baseline write
git add -A && git commit -qm mine
git merge -q side >/dev/null 2>&1 || fails "the baselines of two branches do not merge"
expect 0 "" ./...

# Where the file is: --baseline, the configuration, beside the configuration.
mv .curfew-baseline.json known.json
expect 1 "0.go:9 warning lost-cancel;" --rule lost-cancel 0.go
expect 0 "" --baseline known.json ./...
printf 'baseline: known.json\n' >.curfew.yml
(cd sub && expect 0 "" ./...)
printf 'baseline: none.json\n' >.curfew.yml
expect 2 "" .
says "cannot read none.json"
baseline write
[ -f none.json ]
rm none.json .curfew.yml

# A comment beats the baseline; an ignored finding is not in it any more.
mv known.json .curfew-baseline.json
sed -i '8i\
//curfew:ignore lost-cancel meant so' 0.go
baseline prune
says "1 dropped"

# What is no baseline.
printf '<<<<<<< HEAD\n' >.curfew-baseline.json
expect 2 "" .
says ".curfew-baseline.json:1: this is not JSON"
printf '{}' >.curfew-baseline.json
expect 2 "" .
says "this is no baseline"
printf '{"version": 2, "findings": []}' >.curfew-baseline.json
expect 2 "" .
says "version 2"
printf '{"version": 1, "findings": [{"rule": "lost-cancel", "path": "a", "fingerprint": "xyz"}]}' >.curfew-baseline.json
expect 2 "" .
says "entry 1"
# Nothing is written when something could not be read.
rm .curfew-baseline.json
baseline write ./... ./nowhere
[ $status -eq 2 ] && [ ! -f .curfew-baseline.json ]
