#!/bin/sh
# test_fix.sh - curfew fix: what it writes, prints and leaves alone, and that killing it leaves every file
# old or new.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
    echo "$1"
    exit 1
}

# status WANTED COMMAND…
status() {
    wanted=$1
    shift
    set +e
    "$@" >out 2>err
    got=$?
    set -e
    [ "$got" -eq "$wanted" ] || {
        cat out err
        fail "status $got instead of $wanted: $*"
    }
}

lost() {
    cat <<'EOF'
package p

import (
	"context"
	"time"
)

func deliver(parent context.Context, send func(context.Context) error) error {
	ctx, _ := context.WithTimeout(parent, time.Minute)
	return send(ctx)
}
EOF
}

# A file is mended, keeps its permissions, and a second run finds nothing to do.
lost >a.go
chmod 640 a.go
status 0 "$CURFEW" fix a.go
grep -q 'a.go: lost-cancel: defer the cancel function' out || fail "the fix is not named"
grep -q '1 finding fixed in 1 file; 0 left' out || fail "no sum"
grep -q '^	defer cancel()$' a.go || fail "not mended"
[ "$(stat -c %a a.go)" = 640 ] || fail "permissions are lost"
cp a.go mended.go
status 0 "$CURFEW" fix a.go
cmp a.go mended.go
[ "$(ls -A | grep -c curfew-)" -eq 0 ] || fail "temporary files are left"

# --diff writes nothing; git applies the patch, and so does patch.
lost >a.go
cp a.go old.go
status 1 "$CURFEW" fix --diff ./a.go
cmp a.go old.go
cp out change.patch
if command -v git >/dev/null; then
    git apply change.patch
    cmp a.go mended.go
    git apply -R change.patch
    cmp a.go old.go
fi
status 0 "$CURFEW" fix --diff mended.go
[ ! -s out ] || fail "a patch without a change"

# A patch for the last line of a file without a line end, and a name with a blank.
printf 'package p\n\nimport "context"\n\nfunc f(c context.Context, g func(context.Context)) { ctx, _ := context.WithCancel(c); g(ctx) }' >'b b.go'
status 1 "$CURFEW" fix --diff 'b b.go'
cp out change.patch
grep -q 'No newline at end of file' change.patch || fail "the missing line end is not said"
cp 'b b.go' before
if command -v git >/dev/null; then
    git apply change.patch
    cp 'b b.go' by_git
    cp before 'b b.go'
    status 0 "$CURFEW" fix 'b b.go'
    cmp by_git 'b b.go'
fi

# A link stays one, and what it leads to is mended.
lost >a.go
ln -s a.go link.go
status 0 "$CURFEW" fix link.go
[ -L link.go ] || fail "the link was replaced"
cmp a.go mended.go

# Line ends and a byte order mark stay.
{
    printf '\357\273\277'
    lost | sed 's/$/\r/'
} >crlf.go
status 0 "$CURFEW" fix crlf.go
{
    printf '\357\273\277'
    sed 's/$/\r/' mended.go
} >wanted
cmp crlf.go wanted

# Standard input goes to standard output, changed or not.
lost >a.go
status 0 "$CURFEW" fix - --stdin-path pkg/x.go <a.go
cmp out mended.go
status 0 "$CURFEW" fix - --stdin-path pkg/x.go <mended.go
cmp out mended.go
status 1 "$CURFEW" fix --diff - --stdin-path pkg/x.go <a.go
grep -q '^+++ b/pkg/x.go$' out || fail "the patch does not name the path"
status 2 "$CURFEW" fix - a.go

# Markdown: quoted blocks and blocks of lists keep their marks; text around them stays.
{
    printf '# Notes\n\n> As seen:\n>\n> ```go\n'
    printf '> func f(parent context.Context, send func(context.Context)) {\n> \tctx, _ := context.WithCancel(parent)\n> \tsend(ctx)\n> }\n'
    printf '> ```\n\n- a list\n\n  ```go\n'
    printf '  func g(parent context.Context, send func(context.Context)) {\n  \tctx, _ := context.WithCancel(parent)\n  \tsend(ctx)\n  }\n'
    printf '  ```\n\nThe end.\n'
} >notes.md
sed -e 's/ctx, _ :=/ctx, cancel :=/' -e '/WithCancel/{p;s/\t.*/\tdefer cancel()/}' notes.md >wanted
status 0 "$CURFEW" fix notes.md
diff -u wanted notes.md

# What does not parse is not touched, and that is said.
lost >broken.go
echo 'func (' >>broken.go
cp broken.go before
status 2 "$CURFEW" fix broken.go
cmp before broken.go
grep -q 'would not parse' err || fail "nothing is said of the file that does not parse"

# --rule chooses, a rule that does not exist is a mistake, ignored findings stay.
lost >a.go
cp a.go before
status 1 "$CURFEW" fix --rule late-add a.go
cmp a.go before
status 0 "$CURFEW" fix --rule late-add,lost-cancel a.go
cmp a.go mended.go
status 2 "$CURFEW" fix --rule lost-cancle a.go
grep -q 'did you mean lost-cancel' err || fail "no suggestion"
lost | sed 's|^	ctx, _ .*|	//curfew:ignore lost-cancel the parent ends with the process\n&|' >a.go
cp a.go before
status 0 "$CURFEW" fix a.go
cmp a.go before

# An unsafe fix waits for --unsafe; a sketch is never applied.
cat >severed.go <<'EOF'
package p

import (
	"context"
	"database/sql"
)

func ping(ctx context.Context, db *sql.DB) error {
	return db.PingContext(context.Background())
}
EOF
cp severed.go before
status 1 "$CURFEW" fix severed.go
cmp severed.go before
grep -q 'of which --unsafe fixes 1' out || fail "unsafe fixes are not counted"
status 0 "$CURFEW" fix --unsafe severed.go
grep -q 'db.PingContext(ctx)' severed.go || fail "the unsafe fix was not applied"

# A signal that is sent must not be taken by the sleep: the loop would never see it.
cat >sent.go <<'EOF'
package p

import "time"

type poller struct{ stop chan struct{} }

func newPoller() *poller { return &poller{stop: make(chan struct{})} }

func (p *poller) run(ask func()) {
	for {
		select {
		case <-p.stop:
			return
		default:
		}
		ask()
		time.Sleep(time.Second)
	}
}

func (p *poller) end() { p.stop <- struct{}{} }
EOF
cp sent.go before
status 0 "$CURFEW" fix --unsafe --rule deaf-sleep sent.go
cmp sent.go before
sed 's/p.stop <- struct{}{}/close(p.stop)/' before >sent.go
status 0 "$CURFEW" fix --rule deaf-sleep sent.go
grep -q 'case <-time.After(time.Second):' sent.go || fail "the sleep does not listen"

# Several findings in one function take several rounds; both files of a module's package are mended.
mkdir mod
printf 'module example.com/m\n\ngo 1.25\n' >mod/go.mod
{
    lost
    printf '\nfunc twice(parent context.Context, send func(context.Context) error) error {\n'
    printf '\tfirst, _ := context.WithCancel(parent)\n\tif err := send(first); err != nil {\n\t\treturn err\n\t}\n'
    printf '\tsecond, _ := context.WithCancel(parent)\n\treturn send(second)\n}\n'
} >mod/a.go
lost | sed 's/deliver/other/' >mod/b.go
(cd mod && status 0 "$CURFEW" fix && grep -q '4 findings fixed in 2 files; 0 left' out) || exit 1
(cd mod && status 0 "$CURFEW" check) || exit 1

# Killed at any point, each file is the old one or the new one.
mkdir -p kill/old kill/new kill/at
n=0
while [ $n -lt 150 ]; do
    lost | sed "s/^package p/package p$n/" >kill/old/f$n.go
    n=$((n + 1))
done
cp kill/old/*.go kill/new/
(cd kill/new && "$CURFEW" fix ./*.go >/dev/null)
[ "$(grep -l 'defer cancel' kill/new/*.go | wc -l)" -eq 150 ] || fail "not all are mended"
(cd kill/old && cksum ./*.go) >old.sums
(cd kill/new && cksum ./*.go) >new.sums
mixed=0 round=0
while [ $round -lt 40 ]; do
    rm -f kill/at/*
    cp kill/old/*.go kill/at/
    (cd kill/at && exec "$CURFEW" fix ./*.go >/dev/null 2>&1) &
    pid=$!
    # Wait until the first files have changed, a little longer each time, and kill.
    spin=0
    while kill -0 $pid 2>/dev/null && cmp -s kill/at/f0.go kill/old/f0.go && [ $spin -lt 5000 ]; do spin=$((spin + 1)); done
    spin=0
    while [ $spin -lt $((round * 20)) ]; do spin=$((spin + 1)); done
    kill -9 $pid 2>/dev/null || true
    wait $pid 2>/dev/null || true
    (cd kill/at && cksum ./*.go) >at.sums
    counts=$(awk 'FILENAME == "old.sums" {old[$3] = $1 " " $2; next}
        FILENAME == "new.sums" {new[$3] = $1 " " $2; next}
        {sum = $1 " " $2}
        sum == old[$3] {olds++; next}
        sum == new[$3] {news++; next}
        {other++}
        END {print olds + 0, news + 0, other + 0}' old.sums new.sums at.sums)
    # shellcheck disable=SC2086
    set -- $counts
    old=$1 new=$2
    [ "$3" -eq 0 ] || fail "$3 files are neither old nor new"
    [ $((old + new)) -eq 150 ] || fail "files are gone"
    [ $old -gt 0 ] && [ $new -gt 0 ] && mixed=$((mixed + 1))
    round=$((round + 1))
done
echo "killed $round times, $mixed of them in the midst of writing; each file was old or new"
