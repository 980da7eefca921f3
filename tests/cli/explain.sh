# A rule's page, laid out and as it is.
exec 2>&1
COLUMNS=80 "$CURFEW" explain lost-cancel | head -n 12
COLUMNS=80 "$CURFEW" explain --color always lost-cancel | grep -c "$(printf '\033')" | sed 's/^[1-9].*/coloured/'
"$CURFEW" explain --format markdown lost-cancel | cmp - ../../docs/rules/lost-cancel.md && echo "as it is"
