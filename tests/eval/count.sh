#!/bin/sh
# count.sh - counts the verdicts of judged tables: count.sh [TABLE]...
#
# Prints a row a module: findings per 100,000 lines, and how many of the drawn ones are true, arguable,
# false and not judged. Without arguments, all tables of docs/evaluation.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- "$here"/../../docs/evaluation/*.tsv
echo '| module | lines | findings | per 100,000 lines | drawn | true | arguable | false | not judged |'
echo '|---|---|---|---|---|---|---|---|---|'
awk -F '\t' '
    function row() {
        if (module != "")
            printf "| %s | %d | %d | %.1f | %d | %d | %d | %d | %d |\n", module, lines, findings,
                findings * 100000 / lines, drawn, n["true"], n["arguable"], n["false"], n["?"]
        delete n
        drawn = 0
    }
    /^# / { row(); module = substr($1, 3); lines = $2 + 0; findings = $3 + 0; next }
    $1 == "verdict" { next }
    { n[$1]++; all[$1]++; drawn++; total++ }
    END {
        row()
        printf "| all | | | | %d | %d | %d | %d | %d |\n", total, all["true"], all["arguable"], all["false"], all["?"]
    }' "$@"
