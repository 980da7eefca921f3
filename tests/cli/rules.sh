# The list of rules in its forms; which rules there are is not this test's matter.
exec 2>&1
"$CURFEW" rules | grep -e '^rule ' -e '^lost-cancel ' | sed 's/   */  /g'
COLUMNS=70 "$CURFEW" rules | grep -A 1 -e '^lost-cancel '  | sed 's/   */  /g'
"$CURFEW" rules --format markdown | grep -e '^| rule' -e '^|--' -e '`lost-cancel`'
"$CURFEW" rules --format json | grep -B 1 -A 5 '"lost-cancel"'
echo "pages without a rule, rules without a page:"
"$CURFEW" rules --format json | sed -n 's/^ *"rule": "\(.*\)",$/\1/p' | sort >"$WORK/rules.names"
for page in ../../docs/rules/*.md; do basename "$page" .md; done | sort | comm -3 - "$WORK/rules.names"
