# Every option of every command is in the documentation and in a test, and so is every format.
# build-free
set -u
failed=0
for command in $("$CURFEW" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
    for option in $("$CURFEW" help "$command" | sed -n 's/^  \(-h, \)*--\([a-z-]*\).*/\2/p'); do
        grep -qe "--$option\>" README.md docs/*.md || { echo "--$option of $command is not in docs"; failed=1; }
        grep -rqe "--$option\>" --include='*.sh' --include='*.go' tests || { echo "--$option of $command is not in a test"; failed=1; }
    done
    grep -qF "curfew $command" README.md docs/*.md || { echo "$command is not in docs"; failed=1; }
done
"$CURFEW" completion bash | sed -n "s/^ *--format) .*-W '\([^']*concise[^']*\)'.*/\1/p" | head -n 1 | tr ' ' '\n' >"$WORK/formats"
[ "$(wc -l <"$WORK/formats")" -ge 10 ] || { echo "which formats?"; cat "$WORK/formats"; exit 1; }
while read -r format; do
    grep -q "^| \`$format\` |" docs/formats.md || { echo "$format is not in docs/formats.md"; failed=1; }
    grep -rqw "$format" --include='*.sh' tests/report tests/cli || { echo "$format is not in a test"; failed=1; }
done <"$WORK/formats"
exit $failed
