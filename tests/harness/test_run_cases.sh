#!/bin/sh
# test_run_cases.sh - the case runner itself: a stand-in for curfew says what a test wants it to say,
# in a small tree of its own, and the runner must notice each way of being wrong.
set -eu

case $BUILD in
/*) runner=$BUILD/tests/run_cases ;;
*) runner=$PWD/$BUILD/tests/run_cases ;;
esac
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir -p src/rules docs/rules tests/cases/lost-cancel/fires tests/cases/lost-cancel/silent pages

echo 'RULE("lost-cancel", WARNING)' >src/rules/rules.def
cat >docs/rules/lost-cancel.md <<'PAGE'
# lost-cancel

## Bad

```go curfew="--go 1.22"
package p

f() // <- curfew: lost-cancel
```

## Good

```go
g()
```
PAGE

# The stand-in prints the findings that stand in the checked file after "says", one a line: LINE RULE
# LEVEL MESSAGE.
cat >curfew <<'FAKE'
#!/bin/sh
for file; do :; done
echo "$@" >>calls
sed -n 's|^// says ||p' "$file" | awk '
BEGIN { printf "{\"findings\": [" }
{ m = $0; sub(/^[^ ]+ [^ ]+ [^ ]+ /, "", m)
  printf "%s{\"line\": %d, \"rule\": \"%s\", \"level\": \"%s\", \"message\": \"%s\"}", n++ ? "," : "", $1, $2, $3, m }
END { printf "], \"skipped\": []}\n"; exit n > 0 }'
FAKE
chmod +x curfew

fires=tests/cases/lost-cancel/fires silent=tests/cases/lost-cancel/silent
for n in 1 2 3 4 5 6 7 8; do
    printf 'f() // want lost-cancel "ctx" \n// says 1 lost-cancel warning ctx is lost\n' >$fires/$n.go
    printf 'f()\n' >$silent/$n.go
done

fail() {
    echo "$1"
    cat out
    exit 1
}

run() {
    rm -f tally calls
    if "$runner" ./curfew pages tally "$@" >out 2>&1; then status=0; else status=$?; fi
}

# expect NAME TEXT: the run fails and names the reason.
expect() {
    run
    [ $status -eq 1 ] || fail "$1: status $status"
    grep -qF -- "$2" out || fail "$1: the output lacks: $2"
}

# The page's bad example says nothing, so exactly that is missing, at the page's line.
expect page 'line 8: missing    lost-cancel'
grep -q '^FAIL docs/rules/lost-cancel.md:6 (Bad)' out || fail 'page: not named'
grep -q -- '--go 1.22' calls || fail 'page: the flags of the fence were not given'
[ "$(grep -c '^pass' tally)" = 17 ] && [ "$(grep -c '^fail' tally)" = 1 ] || fail 'page: tally'
grep -q 'lost-cancel *8 fire *8 silent$' out || fail 'counts'

sed -i '/^f()/a // says 3 lost-cancel warning the context' docs/rules/lost-cancel.md
run
[ $status -eq 0 ] || fail "all well: status $status"

# wrong NAME FILE CONTENT TEXT: with CONTENT in FILE the run fails and says TEXT.
wrong() {
    cp "$2" saved
    printf "$3" >"$2"
    expect "$1" "$4"
    cp saved "$2"
}

wrong unexpected $silent/1.go 'f()\n// says 1 lost-cancel warning no\n' \
    'line 1: unexpected lost-cancel[warning] "no"'
wrong other-rule $silent/1.go 'f()\n// says 1 late-add error no\n' 'unexpected late-add[error] "no"'
wrong missing $fires/1.go 'f() // want lost-cancel "ctx"\n' 'line 1: missing    lost-cancel[any level] "ctx"'
wrong twice $fires/1.go \
    'f() // want lost-cancel "a"\n// says 1 lost-cancel warning a\n// says 1 lost-cancel warning a\n' 'unexpected'
wrong line $fires/1.go 'f() // want lost-cancel "a"\n// says 2 lost-cancel warning a\n' 'missing'
wrong message $fires/1.go 'f() // want lost-cancel "b"\n// says 1 lost-cancel warning a\n' 'missing'
wrong level $fires/1.go 'f() // want lost-cancel[error] "a"\n// says 1 lost-cancel warning a\n' \
    'missing    lost-cancel[error] "a"'
wrong kind $fires/1.go 'f()\n' 'nothing in this file wants lost-cancel'
wrong kind $silent/1.go 'f() // want lost-cancel "a"\n// says 1 lost-cancel warning a\n' \
    'a silent case wants lost-cancel'
wrong syntax $fires/1.go 'f() // want lost-cancel\n' 'a rule name and a quoted part'

printf '// curfew: --level advice\nf() // want lost-cancel "a \\"b\\"" late-add[error] `c`\n' >$fires/1.go
printf '// says 2 lost-cancel warning a \\"b\\"\n// says 2 late-add error c\n' >>$fires/1.go
run
[ $status -eq 0 ] || fail 'two wants on a line'
grep -q -- '--level advice tests' calls || fail 'the flags of the header were not given'

rm $silent/1.go
expect count 'tests/cases/lost-cancel: fewer than 8 cases on a side'
run fires/1
[ $status -eq 0 ] || fail 'ONLY judges no counts'
cp $silent/2.go $silent/1.go

echo 'RULE("late-add", ERROR)' >>src/rules/rules.def
expect page 'docs/rules/late-add.md: the rule has no page'
sed -i '$d' src/rules/rules.def
mkdir tests/cases/no-rule
expect folder 'tests/cases/no-rule: no such rule'
rmdir tests/cases/no-rule

printf '#!/bin/sh\necho "{\\"findings\\": [], \\"skipped\\": [{\\"line\\": 1, \\"kind\\": \\"syntax\\", \\"reason\\": \\"r\\"}]}"\n' >curfew
expect skipped 'line 1: skipped (syntax): r'
printf '#!/bin/sh\necho broken >&2; kill -SEGV $$\n' >curfew
expect crash 'killed by signal 11'
expect crash 'standard error: broken'
printf '#!/bin/sh\necho "{\\"findings\\": []}"; exit 1\n' >curfew
expect status 'exit status 1, not 0'
printf '#!/bin/sh\necho "{"\n' >curfew
expect json 'the output is not JSON'
