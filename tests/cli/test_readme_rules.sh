# The README's table of rules is the one that `curfew rules` makes. To bring it up to date, put the
# output of `curfew rules --format markdown` between the two marks.
readme=README.md
begin='<!-- rules: begin -->' end='<!-- rules: end -->'
for mark in "$begin" "$end"; do
    grep -qF -- "$mark" "$readme" || { echo "$readme has no line $mark"; exit 1; }
done
sed -n "/^$begin\$/,/^$end\$/p" "$readme" | grep '^|' >"$WORK/readme.rules"
"$CURFEW" rules --format markdown | diff -u "$WORK/readme.rules" -
