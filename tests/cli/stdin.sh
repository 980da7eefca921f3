# Standard input, under its own name or a given path.
exec 2>&1
cd input || exit 1
export COLUMNS=100
"$CURFEW" check - <lost.go | grep -e '-->' -e ' in 1 file'
"$CURFEW" check - --stdin-path pkg/lost.go <lost.go | grep -e '-->' -e ' in 1 file'
"$CURFEW" check - - lost.go <lost.go | tail -n 1
"$CURFEW" check - --stdin-path x.md <notes.md | grep -e '-->' -e ' in 1 file'
"$CURFEW" check - </dev/null
