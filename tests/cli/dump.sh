# Early stages of a Go file and of the code in a document; a document's blocks say where they stand.
exec 2>&1
cd input || exit 1
"$CURFEW" dump tokens clean.go
"$CURFEW" dump ast clean.go
"$CURFEW" dump ast broken.go | grep '^error'
"$CURFEW" dump tokens notes.md | head -n 4
"$CURFEW" dump tokens - <clean.go | head -n 2
"$CURFEW" dump tokens - --stdin-path x.md <notes.md | head -n 2
