#!/bin/sh
# check_size.sh - no file over 800 lines, no function over 100: check_size.sh FILE…
#
# The aims are 600 and 40; these are the limits. A function is what stands between a { and a } in
# the first column, which the formatter guarantees.
awk '
FNR == 1 { if (file) report_file(); file = FILENAME; open = 0 }
{ lines = FNR }
/^[A-Za-z_].*[^;,]$/ { head = $0 }
/^\{/ { open = FNR; name = head }
/^\}/ {
    if (open && FNR - open - 1 > 100) {
        printf "%s:%d: %d lines in one function: %s\n", FILENAME, open, FNR - open - 1, name
        bad = 1
    }
    open = 0
}
function report_file() {
    if (lines > 800) { printf "%s: %d lines in one file\n", file, lines; bad = 1 }
}
END { report_file(); exit bad }' "$@" >&2
