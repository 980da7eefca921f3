#!/bin/sh
# draw.sh - draws findings of a published module for a person to judge: draw.sh MODULE@VERSION [TABLE]
#
# Fetches the module and what it needs through the module proxy, runs curfew on all its packages, tests
# included, and writes a table of up to $DRAW (40) findings at warning and above. Which are drawn follows
# from their fingerprints and $SEED (1) alone, so that everybody draws the same. Verdicts that TABLE has
# already are kept where the finding is the same.
#
# Columns, separated by tabs: verdict (true, arguable, false; ? until judged), reason, rule, level, place,
# message, fingerprint. A true one names the run that fails.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
curfew=${CURFEW:-$here/../../build/curfew}
module=${1:?usage: draw.sh MODULE@VERSION [TABLE]}
table=${2:-/dev/stdout}
command -v go >/dev/null 2>&1 || { echo "eval: there is no go command" >&2; exit 1; }
[ -x "$curfew" ] || { echo "eval: no $curfew: run make first" >&2; exit 1; }
curfew=$(cd "$(dirname "$curfew")" && pwd)/$(basename "$curfew")

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir "$work/fetch"
dir=$(cd "$work/fetch" && GOWORK=off GOFLAGS=-mod=mod go mod download -json "$module" |
    sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
[ -n "$dir" ] || { echo "eval: $module cannot be fetched" >&2; exit 1; }
cp -r "$dir" "$work/module"
chmod -R u+w "$work/module"
cd "$work/module"
# What cannot be fetched is left out: curfew says on standard error what it did not see.
GOWORK=off GOFLAGS=-mod=mod go mod download >/dev/null 2>&1 || echo "eval: not all that $module needs can be fetched" >&2
status=0
"$curfew" check --format json ./... >"$work/findings.json" || status=$?
[ "$status" -le 2 ] || { echo "eval: curfew failed with status $status" >&2; exit 1; }
lines=$(find . -name '*.go' -not -path './vendor/*' -exec cat {} + | wc -l)
touch "$work/old"
cd "$OLDPWD"
[ ! -f "$table" ] || cp "$table" "$work/old"
awk -v seed="${SEED:-1}" -f "$here/rows.awk" "$work/findings.json" | sort -n -k1,1 -k2 | cut -f2- >"$work/all"
{
    printf '# %s\t%d lines\t%d findings\tseed %s\n' "$module" "$lines" "$(wc -l <"$work/all")" "${SEED:-1}"
    printf 'verdict\treason\trule\tlevel\tplace\tmessage\tfingerprint\n'
    head -n "${DRAW:-40}" "$work/all" | awk -F '\t' -v OFS='\t' '
        FILENAME != "-" { if ($1 !~ /^#/) { verdict[$7] = $1; reason[$7] = $2 } next }
        { print ($5 in verdict ? verdict[$5] : "?"), reason[$5], $1, $2, $3, $4, $5 }' "$work/old" - |
        sort -t "$(printf '\t')" -k3,3 -k5,5
} >"$work/table"
cat "$work/table" >"$table"
