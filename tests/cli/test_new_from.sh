#!/bin/sh
# test_new_from.sh - only what is new by a patch of git's: added lines, lines that only go, renames, names with
# quotes, no prefixes, CRLF, from the top and from below.
# build-free
set -eu
work=$WORK/policy_new_from
. "$PWD/tests/policy/module.sh"
git init -q .
cat >good.go <<'END'
package m

import (
	"context"
	"time"
)

func good(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx.Err()
}

func other() {
	x := 1
	_ = x
}
END
printf 'out\nerr\n*.patch\n' >.gitignore
git add -A && git commit -qm start

git diff >none.patch
expect 0 "" --new-from none.patch ./...
"$CURFEW" check --new-from none.patch ./... >out 2>err
says "no findings in 4 files; 4 older than the patch"
# A removed line adds none: the finding of its function is new.
sed -i '/defer cancel/d' good.go
git diff >gone.patch
expect 1 "good.go:9 warning lost-cancel;" --new-from gone.patch ./...
git diff | "$CURFEW" check --format concise --new-from - ./... >out 2>err && exit 1
says "good.go:9"
# The same in another function says nothing of this one.
git commit -qam gone
sed -i '/_ = x/d; s/x := 1/_ = 1/' good.go
git diff >other.patch
expect 0 "" --new-from other.patch ./...
git checkout -q good.go
# A line that is added, beside the place and on it.
bug N >>a.go
git diff >added.patch
expect 1 "a.go:26 warning lost-cancel;" --new-from added.patch ./...
expect 1 "a.go:26 warning lost-cancel;" --new-from added.patch --level warning a.go
(cd sub && git diff HEAD | "$CURFEW" check --format concise --new-from - .. >../out 2>../err) && exit 1
says "a.go:26"
git commit -qam n
# A related place: the path that returns without cancelling.
sed -i '0,/if fail {/s//if fail \&\& true {/' sub/s.go
git diff >elsewhere.patch
expect 0 "" --new-from elsewhere.patch ./...
sed -i 's/return ctx.Err()/return context.Cause(ctx)/' sub/s.go
git diff >related.patch
expect 1 "sub/s.go:9 warning lost-cancel;" --new-from related.patch ./...
(cd sub && git diff --relative >../relative.patch && expect 1 "s.go:9 warning lost-cancel;" --new-from ../relative.patch .)
git diff --no-prefix >prefix.patch
expect 1 "sub/s.go:9 warning lost-cancel;" --new-from prefix.patch ./...
sed 's/$/\r/' related.patch >crlf.patch
expect 1 "sub/s.go:9 warning lost-cancel;" --new-from crlf.patch ./...
git -c core.quotePath=true commit -qam r

# Renamed files: what moved is old, what was added there is new. Names that git quotes.
mkdir q
git mv sub/s.go "q/n ä.go"
git diff HEAD -M >moved.patch
expect 0 "" --new-from moved.patch ./...
bug M >>"q/n ä.go"
git add -A
git diff HEAD -M >renamed.patch
grep -q '"b/q/n' renamed.patch
expect 1 "q/n ä.go:17 warning lost-cancel;" --new-from renamed.patch ./...
git commit -qm q
# A new file, without a line end.
file gen X >sub/gen/x.go
truncate -s -1 sub/gen/x.go
git add -A
git diff HEAD >new.patch
grep -q 'No newline' new.patch
expect 1 "sub/gen/x.go:9 warning lost-cancel;" --new-from new.patch ./...
# Documents: the block is the function.
printf '# N\n\n```go\nctx, cancel := context.WithTimeout(ctx, time.Second)\nif ctx.Err() != nil {\n\treturn\n}\ndefer cancel()\ncancel()\n```\n' >n.md
git add -A && git commit -qm doc
sed -i '/defer cancel/d' n.md
git diff >doc.patch
expect 1 "n.md:4 warning lost-cancel;" --new-from doc.patch n.md
# Together with the rest of policy.
"$CURFEW" baseline write n.md >/dev/null
expect 0 "" --new-from doc.patch n.md

printf 'hello\n' >no.patch
expect 2 "" --new-from no.patch .
says "line 1: this is no unified diff"
expect 2 "" --new-from missing.patch .
says "cannot read missing.patch"
expect 2 "" --new-from - - <no.patch
