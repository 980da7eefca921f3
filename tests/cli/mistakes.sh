# A wrong call is answered on standard error with a hint, and status 2.
cd input || exit 1
try() {
    echo "--- curfew${*:+ $*}"
    "$CURFEW" "$@" 2>&1 >/dev/null
    echo "[status $?]"
}
try
try chekc lost.go
try frobnicate
try lost.go
try --level advice lost.go
try check
try check --levle advice lost.go
try check --level high lost.go
try check --level
try check --format=xml lost.go
try check --strict=yes lost.go
try check -x lost.go
try check -level advice lost.go
try check --level wraning lost.go
try check --max-stop-latency 1s lost.go
try rules --stats
try check --jobs none lost.go
try --verison
try check --go 1.99 lost.go
try check --go two lost.go
try check --go 1. lost.go
try check --go 1.22x lost.go
try explain
try explain lost-cancel late-add
try explain lost-cancle
try explain nothing-like-it
try rules all
try version 2
try completion
try completion bsah
try man 2
try help frobnicate
try help chekc
try help check list
try dump
try dump tokens
try dump tkens lost.go
try dump tokens no-such-file.go
