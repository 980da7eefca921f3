# Findings of a file, of a document, and the rest after a fault, as text.
exec 2>&1
cd input || exit 1
export COLUMNS=100
"$CURFEW" check lost.go
"$CURFEW" check notes.md
"$CURFEW" check clean.go broken.go no-such-file.go lost.go lost.go
