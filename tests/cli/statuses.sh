# The exit status: 0, 1 with findings, 2 with unreadable inputs or, where asked for, skipped ones.
cd input || exit 1
try() {
    "$CURFEW" check "$@" >/dev/null 2>&1
    echo "$?: check $*"
}
try clean.go
try lost.go
try --level error lost.go
try --level error --fail-on warning lost.go
try --fail-on error lost.go
try --fail-on advice clean.go
try clean.go no-such-file.go
try lost.go no-such-file.go
try .
try broken.go
try --strict broken.go
try --strict clean.go
try --strict lost.go
try --strict lost.go broken.go
try --format json lost.go
try --format json no-such-file.go
try -- lost.go
try lost.go --level error
try --level=error lost.go
