#!/bin/sh
# test_seed.sh - checks the document of 25 printed bugs, and programs of our own with its fixes put in, and
# prints a row for each expectation of expected.txt. The document is not part of the project: without it
# only the programs are checked.
set -eu
here=$(dirname "$0")
doc=$here/../../../shared/seeds/find-the-bug.txt
found=$(mktemp)
fixed=$(mktemp)
trap 'rm -f "$found" "$fixed"' EXIT
rows=$(cat "$here/expected.txt")
if [ -r "$doc" ]; then
    COLUMNS=200 "$CURFEW" check --color never --go 1.22 --level advice "$doc" >"$found" || [ $? -eq 1 ]
else
    echo "the document ../shared/seeds/find-the-bug.txt is not here: only the fixed programs are checked"
    doc=$found
    rows=$(grep '\.go' "$here/expected.txt")
fi
# Programs of our own in the documents' shape, with the printed fixes put into them: `NAME.go`, and
# `NAME.go@1.N` where the version matters.
sed -n 's/^[0-9]* *\([a-z0-9_]*\.go[^ ]*\) .*/\1/p' "$here/expected.txt" | sort -u | while read -r name; do
    version=1.22
    case $name in *@*) version=${name#*@} ;; esac
    [ -r "$here/fixed/${name%@*}" ] && echo "file $name"
    COLUMNS=200 "$CURFEW" check --color never --go "$version" --level advice "$here/fixed/${name%@*}" || [ $? -eq 1 ]
done >"$fixed"
echo "$rows" | awk '
# The document: which bug and which part each line belongs to.
FILENAME == ARGV[1] {
    if ($0 ~ /^Bug [0-9]+ /) { bug = $2; part = "program" }
    else if ($0 ~ /^Answer\./) part = "fix"
    where[FNR] = bug " " part
    next
}
# The fixed programs: the findings of each under its name.
FILENAME == ARGV[3] {
    if ($1 == "file") { name = $2; files[name] = files[name] "" }
    else if ($1 ~ /^(advice|warning|error)\[[a-z-]+\]:/) {
        level = $1; sub(/\[.*/, "", level)
        rule = $1; sub(/^[a-z]+\[/, "", rule); sub(/\]:.*/, "", rule)
        files[name] = files[name] " " rule "[" level "]"
        if (level != "advice") loudly[name] = loudly[name] " " rule
    }
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
    if ($2 ~ /\.go/) {
        got[key] = files[$2]
        if ($2 in loudly) loud[key] = loudly[$2]
    }
    if ($2 ~ /\.go/ && !($2 in files)) { print "FAIL " $2 " was not checked"; bad++; next }
    ok = $3 == "quiet" ? !(key in loud) : $3 == "silent" ? got[key] == "" : index(got[key] " ", " " $3 " ") > 0
    printf "%-4s B%-3s %-28s %-32s%s\n", ok ? "ok" : "FAIL", $1, $2, $3, got[key]
    if (!ok) bad++
}
END { exit bad > 0 }
' "$doc" "$found" "$fixed" -
