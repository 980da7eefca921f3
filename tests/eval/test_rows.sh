#!/bin/sh
# test_rows.sh - findings become rows that are drawn in the same order each time, and verdicts are counted.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
curfew=${CURFEW:-$here/../../build/curfew}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/a.go" <<'GO'
package a

import "context"

func twice(parent context.Context) error {
	first, _ := context.WithCancel(parent)
	second, _ := context.WithCancel(parent)
	<-first.Done()
	return second.Err()
}
GO
cd "$work"
"$curfew" check --format json a.go >findings.json || true
awk -v seed=1 -f "$here/rows.awk" findings.json | sort -n >one
awk -v seed=1 -f "$here/rows.awk" findings.json | sort -n | cmp - one
awk -v seed=2 -f "$here/rows.awk" findings.json | cut -f1 | sort -n >two
cut -f1 one | cmp -s - two && { echo "the seed changes nothing"; exit 1; }
[ "$(cut -f2-4 one | sort)" = "$(printf 'lost-cancel\twarning\ta.go:6\nlost-cancel\twarning\ta.go:7')" ] || { cat one; exit 1; }
[ "$(cut -f6 one | sort -u | wc -l)" -eq 2 ] || { echo "fingerprints are lost"; exit 1; }
{
    printf '# m@v1\t200000 lines\t3 findings\tseed 1\nverdict\treason\trule\tlevel\tplace\tmessage\tfingerprint\n'
    printf 'true\tr\tx\twarning\ta.go:1\tm\t1\nfalse\tr\tx\twarning\ta.go:2\tm\t2\n?\t\tx\twarning\ta.go:3\tm\t3\n'
} >table.tsv
sh "$here/count.sh" table.tsv | grep -qx '| m@v1 | 200000 | 3 | 1.5 | 3 | 1 | 0 | 1 | 1 |' || { sh "$here/count.sh" table.tsv; exit 1; }
