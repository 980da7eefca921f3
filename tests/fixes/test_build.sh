#!/bin/sh
# test_build.sh - what fixes leave behind is Go: every result compiles and is as gofmt lays it out.
#
# Takes the results of test_fixes (each fix of each firing rule case alone), and beside them each case
# after `curfew fix --unsafe`, all in one module so that one build covers them.
# Ends with 77, and says so, where Go is missing or golang.org/x/sync cannot be had.
set -eu

skip() {
    echo "what fixes leave behind was not compiled: $1"
    exit 77
}

command -v go >/dev/null 2>&1 || skip "Go is not installed"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=$work/log
mkdir "$work/each" "$work/all"
if ! FIXES_OUT=$work/each "$BUILD/tests/fixes/test_fixes" >"$log" 2>&1; then
    cat "$log"
    exit 1
fi

# Each case in a folder of its own: files of one folder would be one package. Half a program on
# purpose cannot compile.
for file in tests/cases/*/fires/*.go; do
    case $file in
    */undeclared*.go) continue ;;
    esac
    rule=${file#tests/cases/}
    # Its fix uncovers a second fault, and is taken back.
    ! grep -q "^$rule " tests/fixes/hidden.txt || continue
    folder=$work/all/$(echo "${rule%%/*}-$(basename "$file" .go)" | tr '_' '-')
    mkdir "$folder"
    cp "$file" "$folder/"
done
rm -rf "$work"/each/*-undeclared*

# One run for all cases with the same flags.
cd "$work/all"
grep -h -s '^// curfew:' -- */*.go | sort -u >../flags
echo '// curfew:' >>../flags
while read -r line; do
    if [ "$line" = '// curfew:' ]; then
        files=$(grep -L '^// curfew:' -- */*.go)
    else
        files=$(grep -l -x -e "$line" -- */*.go)
    fi
    # shellcheck disable=SC2086
    "$CURFEW" fix --unsafe ${line#// curfew:} $files >>../fixed 2>../faults || [ $? -eq 1 ] || {
        cat ../faults
        exit 1
    }
    cat ../faults
done <../flags
if grep 'taken back\|left as it is' ../faults; then
    exit 1
fi
cd "$work"
grep -q ': lost-cancel: ' fixed

unformatted=$(gofmt -l each all)
if [ -n "$unformatted" ]; then
    echo "not as gofmt lays it out:"
    # shellcheck disable=SC2086
    gofmt -d $unformatted | head -100
    exit 1
fi
printf 'module fixed\n\ngo 1.25.0\n\nrequire golang.org/x/sync v0.24.0\n' >go.mod
export GOFLAGS=-mod=mod GOWORK=off
go mod download golang.org/x/sync >download.log 2>&1 || skip "golang.org/x/sync cannot be had"
# vet with one cheap analyser type-checks test files too, and links nothing.
go vet -buildtag ./...
echo "$(find each all -name '*.go' | wc -l) results compile"
