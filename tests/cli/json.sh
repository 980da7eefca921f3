# The same findings as data; unreadable inputs are said on standard error and listed.
exec 2>&1
cd input || exit 1
"$CURFEW" check --format json --go 1.25 notes.md broken.go no-such-file.go lost.go
