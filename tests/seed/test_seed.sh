#!/bin/sh
# test_seed.sh - checks the document of 25 printed bugs and prints a row for each expectation of
# expected.txt. The document is not part of the project: without it the test is skipped.
set -eu
here=$(dirname "$0")
doc=$here/../../../shared/seeds/find-the-bug.txt
if [ ! -r "$doc" ]; then
    echo "the document ../shared/seeds/find-the-bug.txt is not here"
    exit 77
fi
found=$(mktemp)
trap 'rm -f "$found"' EXIT
COLUMNS=200 "$CURFEW" check --color never --go 1.22 --level advice "$doc" >"$found" || [ $? -eq 1 ]
awk '
# The document: which bug and which part each line belongs to.
FILENAME == ARGV[1] {
    if ($0 ~ /^Bug [0-9]+ /) { bug = $2; part = "program" }
    else if ($0 ~ /^Answer\./) part = "fix"
    where[FNR] = bug " " part
    next
}
# The findings: level[rule]: … then --> path:line:column.
FILENAME == ARGV[2] {
    if ($1 ~ /^(advice|warning|error)\[[a-z-]+\]:/) {
        level = $1; sub(/\[.*/, "", level)
        rule = $1; sub(/^[a-z]+\[/, "", rule); sub(/\]:.*/, "", rule)
    } else if ($1 == "-->") {
        n = split($2, at, ":")
        key = where[at[n - 1]]
        got[key] = got[key] " " rule "[" level "]"
        if (level != "advice") loud[key] = loud[key] " " rule
    }
    next
}
/^[0-9]/ {
    key = $1 " " $2
    ok = $3 == "quiet" ? !(key in loud) : index(got[key] " ", " " $3 " ") > 0
    printf "%-4s B%-3s %-8s %-32s%s\n", ok ? "ok" : "FAIL", $1, $2, $3, got[key]
    if (!ok) bad++
}
END { exit bad > 0 }
' "$doc" "$found" "$here/expected.txt"
