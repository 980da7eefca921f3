#!/bin/sh
# test_template.sh - follows the steps of docs/adding-a-rule.md with the rule of docs/template, in a
# copy of the tree, and runs the new rule's page and cases.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cd "$here"
cp -pR Makefile mk tools src models docs LICENSE "$copy/"
mkdir -p "$copy/tests"
cp -pR tests/run_cases* tests/harness* "$copy/tests/" 2>/dev/null || true
# What the tree's own build has compiled is compiled already; what reads the table of rules is not.
if [ -n "${BUILD:-}" ] && [ -d "$BUILD/obj" ]; then
    mkdir "$copy/build"
    cp -pR "$BUILD/obj" "$BUILD/flags" "$copy/build/"
    grep -rlF rules/rules.def --include='*.d' "$copy/build" | sed 's/d$/o/' | xargs rm -f
fi
cd "$copy"

# 1. the row
sed -i '/^#undef RULE/d' src/rules/rules.def
cat docs/template/row.def >>src/rules/rules.def
echo '#undef RULE' >>src/rules/rules.def
# 2. the page
cp docs/template/empty-goroutine.md docs/rules/
# 3. the cases (one of each here; a real rule has eight)
cp docs/template/fires.go fires.go
cp docs/template/silent.go silent.go
# 4. the rule
cp docs/template/empty_goroutine.c src/rules/
# 5. run it
make -j2 BUILD=build all >make.log 2>&1 || { cat make.log; exit 1; }
build/curfew explain empty-goroutine | grep -q 'nothing to do' || { echo "no page"; exit 1; }
build/curfew rules | grep -q empty-goroutine || { echo "not in the table of rules"; exit 1; }
status=0
build/curfew check --color never fires.go >out.txt || status=$?
[ "$status" -eq 1 ] || { cat out.txt; echo "the bad case gave status $status"; exit 1; }
grep -q 'warning\[empty-goroutine\]: .*Start' out.txt || { cat out.txt; echo "the bad case gave no finding"; exit 1; }
build/curfew check --color never silent.go || { echo "the good case is not silent"; exit 1; }
