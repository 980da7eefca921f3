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
	db.Must(err) // fires: exit-skips-defers
}

func Logs(f *os.File, err error) {
	w := bufio.NewWriter(f)
	defer w.Flush()
	db.Should(err)
}

func effect(w http.ResponseWriter, r *http.Request) {
	go db.Append(r.URL.Path) // fires: untracked-goroutine
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
