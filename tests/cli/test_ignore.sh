#!/bin/sh
# test_ignore.sh - comments that ignore findings: what they do to output and status, what the summary and the formats
# say, what is reported of those that cannot work, and --add-ignore.
# build-free
set -eu
work=$WORK/policy_ignore
. "$PWD/tests/policy/module.sh"

# above FILE LINE TEXT: puts a line above.
above() { sed -i "$2i\\
$3" "$1"; }

# Ignored findings are no failure; they are counted, and SARIF has them as suppressed.
above a.go 8 '//curfew:ignore lost-cancel the caller ends it'
sed -i '19s|$| //nolint:govet,curfew // the caller ends it|' a.go
expect 0 "" .
"$CURFEW" check . >out 2>err
says "2 ignored by comments"
expect 0 "" --level error .
grep -c 'ignored' out && exit 1
"$CURFEW" check --format sarif . | tr -d ' \n' | grep -q '"suppressions":\[{"kind":"inSource"' || {
    echo "SARIF does not say what is suppressed"
    exit 1
}
"$CURFEW" check --format json . | grep -q lost-cancel && exit 1

# A comment for a rule that is not run is not judged.
printf 'rules: {lost-cancel: off}\n' >.curfew.yml
expect 0 "" .
rm .curfew.yml

# What cannot work is reported with its line, and ignores nothing.
file sub S >sub/s.go
above sub/s.go 8 '//curfew:ignore lost-cancel'
expect 1 "sub/s.go:10 warning lost-cancel;sub/s.go:8 warning unused-ignore;" ./sub
says "gives no reason"
file sub S >sub/s.go
above sub/s.go 8 '//curfew:ignore'
expect 1 "sub/s.go:10 warning lost-cancel;sub/s.go:8 warning unused-ignore;" ./sub
says "names no rule"
file sub S >sub/s.go
above sub/s.go 8 '//curfew:ignore lost-cancle typed in haste'
expect 1 "sub/s.go:10 warning lost-cancel;sub/s.go:8 warning unused-ignore;" ./sub
says "did you mean \`lost-cancel\`"
# Not for what was not read whole, nor where the rule that reports it is off or itself ignored.
file sub S >sub/s.go
above sub/s.go 8 '//curfew:ignore late-add nothing is seen of it'
expect 1 "sub/s.go:10 warning lost-cancel;sub/s.go:8 warning unused-ignore;" ./sub
expect 1 "sub/s.go:10 warning lost-cancel;" --rule lost-cancel ./sub
cp sub/s.go sub/whole.go
printf '\nfunc (\n' >>sub/s.go
rm sub/whole.go
expect 1 "sub/s.go:10 warning lost-cancel;" ./sub
file sub S >sub/s.go
above sub/s.go 1 '//curfew:ignore-file lost-cancel,late-add,unused-ignore copied from elsewhere'
expect 0 "" ./sub

# Fixes: an ignored finding is left alone, a comment that is good for nothing goes.
file sub S >sub/s.go
above sub/s.go 8 '//curfew:ignore lost-cancel,late-add the caller ends it'
"$CURFEW" fix ./sub >out 2>err
grep -q '^//curfew:ignore lost-cancel the caller ends it$' sub/s.go && ! grep -q 'defer cancel' sub/s.go || {
    cat sub/s.go out err
    exit 1
}

# In Markdown the block's comments count.
{
    printf '# Notes\n\n```go\n'
    file m A
    printf '```\n\n```go\n'
    file m B | sed '8i\
//curfew:ignore lost-cancel an example'
    printf '```\n'
} >notes.md
expect 1 "notes.md:12 warning lost-cancel;" notes.md

# --add-ignore: all that is reported, one comment for those that share a statement, above it.
file m A B >a.go
sed -i '8i\
// A does.' a.go
cat >b.go <<'END'
package m

import (
	"context"
	"sync"
	"time"
)

type locked struct {
	mu sync.Mutex
}

// give gives.
func give(l locked) locked { return l }

func long(n int) {
	switch n {
	case 1:
		c, _ := context.WithTimeout(
			context.Background(),
			time.Second)
		_ = c
	}
}
END
cp b.go before.txt
sed 's/give/give2/; s/long/long2/; s/locked/locked2/g; s/$/\r/' b.go >crlf.go
# refuses TEXT ARGUMENT…: the call is wrong, and that is said; no file is touched.
refuses() {
    text=$1
    shift
    status=0
    "$CURFEW" check "$@" >out 2>err || status=$?
    [ $status -eq 2 ] && ! grep -q curfew:ignore b.go || exit 1
    says "$text"
}
refuses "a reason in words" --add-ignore "" .
refuses "a reason in words" --add-ignore "---" .
refuses "in one line" --add-ignore "two
lines" .
refuses "standard input is none" --add-ignore "why" -
refuses "takes the place of the report" --add-ignore "why" --format json .
"$CURFEW" check --add-ignore "meant so: see #12" . >out 2>err
says "6 comments in 3 files for 8 findings"
[ "$(grep -c curfew:ignore a.go b.go crlf.go | tr '\n' ' ')" = "a.go:2 b.go:2 crlf.go:2 " ] || {
    cat a.go b.go
    exit 1
}
grep -B 2 'func give' b.go | tr '\n' '|' | grep -qF '// give gives.|//|//curfew:ignore copied-lock meant so: see #12|func give' ||
    grep -B 3 'func give' b.go | tr '\n' '|' | grep -qF '// give gives.|//|//curfew:ignore copied-lock meant so: see #12|func give' || {
    cat b.go
    exit 1
}
grep -v curfew:ignore b.go | sed '/^\/\/$/d' | diff - before.txt
[ "$(grep -c "$(printf '\r')" crlf.go)" -eq "$(wc -l <crlf.go)" ]
expect 0 "" .
"$CURFEW" check --add-ignore "again" . >out 2>err
says "0 comments in 0 files"
if command -v gofmt >/dev/null; then
    [ -z "$(gofmt -l a.go b.go)" ] || {
        gofmt -d a.go b.go
        exit 1
    }
fi
# In a document only the block is touched.
"$CURFEW" check --add-ignore "an example" notes.md >out 2>err
says "1 comment in 1 file"
expect 0 "" notes.md
