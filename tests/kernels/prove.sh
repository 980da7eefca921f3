#!/bin/sh
# prove.sh DIR [name...] - runs every kernel and its twin, and says where the claim does not hold.
#
# The program's main is renamed and run by one that asks, after it, how many goroutines can
# never run again. What a run shows is one word: deadlock (the runtime says so), hang (the
# program had to be stopped), panic, leak (goroutines that nothing can wake), lives (goroutines
# that go on by themselves), race (the race detector says so) or clean.
set -u
here=$1; shift
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cat > "$work/judge.go" <<'GO'
package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"time"
)

func main() {
	kernelMain()
	time.Sleep(20 * time.Millisecond)
	var text bytes.Buffer
	n := 0
	if p := pprof.Lookup("goroutineleak"); p != nil {
		p.WriteTo(&text, 1)
		fmt.Sscanf(text.String(), "goroutineleak profile: total %d", &n)
	}
	if n > 0 {
		fmt.Fprintln(os.Stderr, "JUDGE leak", n)
	} else if runtime.NumGoroutine() > 1 {
		fmt.Fprintln(os.Stderr, "JUDGE lives", runtime.NumGoroutine()-1)
	}
}
GO
run() { # kernel file, claim
	rm -rf "$work/m"; mkdir "$work/m"
	printf 'module kernel\n\ngo 1.26\n' > "$work/m/go.mod"
	cp "$work/judge.go" "$work/m/zz_judge.go"
	sed 's/^func main() {/func kernelMain() {/' "$1" > "$work/m/kernel.go"
	race=; [ "$2" = race ] && race=-race
	(cd "$work/m" && GOEXPERIMENT=goroutineleakprofile GOFLAGS= go build $race -o k . ) > "$work/out" 2>&1 || { echo nobuild; sed 's/^/    /' "$work/out" >&2; return; }
	timeout -s QUIT 3 "$work/m/k" > "$work/out" 2>&1
	if grep -q 'DATA RACE' "$work/out"; then echo race
	elif grep -q 'all goroutines are asleep' "$work/out"; then echo deadlock
	elif grep -q '^SIGQUIT' "$work/out"; then echo hang
	elif grep -q -E '^(panic|fatal error):' "$work/out"; then echo panic
	elif grep -q '^JUDGE' "$work/out"; then sed -n 's/^JUDGE \([a-z]*\).*/\1/p' "$work/out"
	else echo clean; fi
}
wrong=0
[ $# -gt 0 ] || set -- $(cd "$here" && ls -d */)
for name in "$@"; do
	name=${name%/}
	claim=$(sed -n 's,^// fails: ,,p' "$here/$name/bug.go")
	bug=$(run "$here/$name/bug.go" "$claim")
	fixed=$(run "$here/$name/fixed.go" "$claim")
	mark=
	[ "$bug" = "$claim" ] && [ "$fixed" = clean ] || { mark='  <-- WRONG'; wrong=$((wrong + 1)); }
	printf '%-32s claims %-9s shows %-9s twin %s%s\n' "$name" "$claim" "$bug" "$fixed" "$mark"
done
[ "$wrong" -eq 0 ]
