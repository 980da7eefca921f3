#!/bin/sh
# golden.sh - compares dumps with the golden files beside their inputs: golden.sh GOLDEN…
#
# tests/ir/NAME.ir is what `curfew dump ir tests/ir/NAME.go` prints: the suffix picks the command. The
# input may also be a document, NAME.md or NAME.txt. A first line "// curfew: FLAGS" in the input gives flags to it. tests/cli/NAME.out is what
# `sh NAME.sh` prints in tests/cli, and its exit status. With BLESS=1 golden files are rewritten
# instead. Needs CURFEW, TALLY and WORK (a folder for scratch files) in the environment.
set -u

# Prints what the golden file should hold.
produce() {
    golden=$1 base=${1%.*} suffix=${1##*.}
    if [ "$suffix" = out ]; then
        (cd "$(dirname "$golden")" && timeout 120 sh "$(basename "$base").sh" 2>"$err")
        printf '[exit status %d]\n' $?
        return
    fi
    input=$base.go
    [ -f "$base.md" ] && input=$base.md
    [ -f "$base.txt" ] && input=$base.txt
    flags=$(sed -n '1s|^// curfew: ||p' "$input")
    # shellcheck disable=SC2086
    timeout 120 "$CURFEW" dump "$suffix" $flags "$input" 2>"$err"
    status=$?
    # Anything above 2 is no answer of curfew's but a crash.
    [ $status -le 2 ] || printf '[exit status %d]\n' $status
}

for golden in "$@"; do
    name=$(printf '%s' "$golden" | tr / _)
    got=$WORK/$name err=$WORK/$name.err
    produce "$golden" >"$got"
    if [ "${BLESS:-}" = 1 ]; then
        if ! cmp -s "$golden" "$got"; then
            cp "$got" "$golden"
            echo "blessed $golden"
        fi
    elif [ -f "$golden" ] && diff -u "$golden" "$got" >"$got.diff"; then
        echo "pass golden $golden" >>"$TALLY"
    else
        echo "fail golden $golden" >>"$TALLY"
        echo "FAIL $golden"
        if [ -f "$golden" ]; then
            sed 's/^/    /' "$got.diff"
        else
            echo "    there is no such file: look at the output with make bless and git diff"
        fi
        head -n 20 "$err" | sed 's/^/    standard error: /'
    fi
done
