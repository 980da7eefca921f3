#!/bin/sh
# test_kernels.sh - checks programs with one blocking or lifetime bug each, and their repaired twins.
#
# A kernel is tests/kernels/NAME/bug.go. Its head says how it fails (proved by prove.sh, which runs
# it), which rules would be right to speak, and in which functions. It is found where a finding at
# `warning` or above of one of these rules, or of stuck-goroutine, points into one of these functions.
# Its twin fixed.go must be silent. What is not found yet stands in missed.txt: nothing may be missed that is not there.
# build-free
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# judge KERNEL FINDINGS: the rules that found it, or nothing.
judge() {
	awk '
	FNR == 1 { part++ }
	part == 1 && /^\/\/ rule: / { wanted = ", " substr($0, 10) ", stuck-goroutine," }
	part == 1 && /^\/\/ in: / { places = " " substr($0, 8) " " }
	part == 1 && /^func / {
		name = $0
		sub(/^func (\([^)]*\) )?/, "", name)
		sub(/[[(].*/, "", name)
		inside = index(places, " " name " ") > 0
	}
	part == 1 { line_in[FNR] = inside }
	part == 1 && /^}/ { inside = 0 }
	part == 2 && /^(error|warning)\[/ {
		rule = $0
		sub(/^[a-z]+\[/, "", rule)
		sub(/\].*/, "", rule)
	}
	part == 2 && match($0, /\.go:[0-9]+:/) {
		at = substr($0, RSTART + 4, RLENGTH - 5)
		if (line_in[at] && index(wanted, ", " rule ",") && !seen[rule]++)
			found = found (found == "" ? "" : ", ") rule
	}
	END { print found }' "$1" "$2"
}

found=0 total=0 alarms=0 bad=0
for bug in "$here"/*/bug.go; do
	name=$(basename "$(dirname "$bug")")
	total=$((total + 1))
	COLUMNS=400 "$CURFEW" check --color never "$bug" >"$work/bug"
	[ $? -le 1 ] || { echo "$name: curfew failed"; bad=1; }
	COLUMNS=400 "$CURFEW" check --color never "$here/$name/fixed.go" >"$work/fixed"
	[ $? -le 1 ] || { echo "$name: curfew failed on the twin"; bad=1; }
	rules=$(judge "$bug" "$work/bug")
	note=
	if [ -n "$rules" ]; then
		found=$((found + 1))
		state="found: $rules"
		grep -q -x "$name" "$here/missed.txt" && note='  (take it out of missed.txt)'
	else
		state="not found"
		grep -q -x "$name" "$here/missed.txt" || { note='  <-- not in missed.txt'; bad=1; }
	fi
	twin=silent
	if grep -q -E '^(error|warning)\[' "$work/fixed"; then
		twin="false alarm: $(sed -n 's/^\(error\|warning\)\[\([a-z-]*\)\].*/\2/p' "$work/fixed" | tr '\n' ' ') <--"
		alarms=$((alarms + 1)) bad=1
	fi
	printf '%-36s %-40s twin %s%s\n' "$name" "$state" "$twin" "$note"
done
echo "$found of $total found, $alarms twins with a false alarm"
exit "$bad"
