#!/bin/sh
# test_across_packages.sh - what a function of another package does is known where it is called: it
# waits under its context, ends the process, has effects. The near misses differ in that fact alone.
set -eu
work=$WORK/across
rm -rf "$work"
mkdir -p "$work/db" "$work/svc"
cd "$work"
printf 'module example.com/m\n\ngo 1.25\n' >go.mod

cat >db/db.go <<'GO'
package db

import (
	"context"
	"log"
	"os"
)

var rows = make(chan int)

// Query waits under its context, in a function that it calls.
func Query(ctx context.Context) int { return query(ctx) }

func query(ctx context.Context) int {
	select {
	case n := <-rows:
		return n
	case <-ctx.Done():
		return 0
	}
}

// Count looks at its context and does not wait.
func Count(ctx context.Context) int {
	if ctx.Err() != nil {
		return 0
	}
	return len(rows)
}

func Must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func Die(err error) {
	log.Fatal(err)
}

func Should(err error) {
	if err != nil {
		log.Print(err)
	}
}

func Append(line string) {
	f, err := os.OpenFile("log", os.O_APPEND, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	f.WriteString(line)
}

func Measure(line string) int { return len(line) }

// Feed and Drain keep the channel in use.
func Feed()      { rows <- 1 }
func Drain() int { return <-rows }
GO

cat >svc/svc.go <<'GO'
package svc

import (
	"bufio"
	"context"
	"net/http"
	"os"

	"example.com/m/db"
)

func Severed(ctx context.Context) int {
	return db.Query(context.Background()) // fires: severed-context
}

func Counted(ctx context.Context) int {
	return db.Count(context.Background())
}

func Exits(f *os.File, err error) {
	w := bufio.NewWriter(f)
	defer w.Flush()
	db.Die(err) // fires: exit-skips-defers
}

// MayExit calls what returns on other runs: advice.
func MayExit(f *os.File, err error) {
	w := bufio.NewWriter(f)
	defer w.Flush()
	db.Must(err)
}

func Logs(f *os.File, err error) {
	w := bufio.NewWriter(f)
	defer w.Flush()
	db.Should(err)
}

func effect(w http.ResponseWriter, r *http.Request) {
	go db.Append(r.URL.Path) // advice: untracked-goroutine, since db may offer the wait
}

func noEffect(w http.ResponseWriter, r *http.Request) {
	go db.Measure(r.URL.Path)
}

func Routes() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("/a", effect)
	m.HandleFunc("/b", noEffect)
	return m
}
GO

# What is deferred and what ends the process stand in two files, at numbers that the other has not.
mkdir -p cmd
cat >cmd/exit.go <<'GO'
package main

import "log"

func fail(err error) {
	log.Fatal(err)
}
GO
{
    printf 'package main\n\nimport (\n\t"bufio"\n\t"os"\n)\n\n'
    for i in $(seq 1 200); do printf 'var v%s = len("text") + %s\n' "$i" "$i"; done
    printf '\nfunc main() {\n\tw := bufio.NewWriter(os.Stdout)\n\tdefer w.Flush()\n\tfail(nil)\n}\n'
} >cmd/main.go
status=0
"$CURFEW" check ./cmd >out.txt || status=$?
[ $status -eq 1 ] && grep -q '^warning\[exit-skips-defers\]' out.txt || { echo "cmd: status $status"; cat out.txt; exit 1; }

"$CURFEW" check --level advice --format concise ./svc >out.txt || true
grep -q '^svc/svc.go:[0-9]*:[0-9]*: advice\[untracked-goroutine\]: db.Append' out.txt || { cat out.txt; exit 1; }
! grep -q 'db.Measure' out.txt || { cat out.txt; exit 1; }

# Models know the library whether or not there is a Go tree.
for root in "" /nonexistent; do
    for patterns in ./... ./svc; do
        status=0
        env ${root:+GOROOT=$root} "$CURFEW" check --format json $patterns >out.json || status=$?
        [ $status -eq 1 ] || { echo "status $status of $patterns"; cat out.json; exit 1; }
        sed -n 's/.*"rule":"\([a-z-]*\)".*"path":"svc\/svc.go","line":\([0-9]*\),.*"fingerprint".*/\2 \1/p' out.json |
            sort -n >got
        sed -n 's/.*\/\/ fires: \(.*\)/\1/p' svc/svc.go >rules
        grep -n '// fires:' svc/svc.go | cut -d: -f1 | paste -d' ' - rules | sort -n >want
        cmp want got || { echo "with ${root:-the Go tree}, $patterns:"; cat got; exit 1; }
    done
done
