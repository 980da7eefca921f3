# The goroutines of a module in every format, which of them a file does not name, and single stories.
cd input/goroutines || exit 1
try() {
    echo "--- curfew $*"
    COLUMNS=100 "$CURFEW" "$@" 2>&1
    echo "[status $?]"
}
try inventory
try inventory --format json ./...
try inventory --format markdown
try inventory --format dot
try inventory --max-stop-latency 300ms
try inventory --max-stop-latency soon
"$CURFEW" inventory --format markdown | grep -v Sweep >"$WORK/kept.md"
echo "--- curfew inventory --check, one goroutine is not in the file"
"$CURFEW" inventory --check "$WORK/kept.md" | sed "s|$WORK/||"
try inventory --check no-such-file.md
try why mail.go:17
try why mail.go:24
try why mail.go:1
try why mail.go
