# The packages of a small module, without any Go on the machine.
exec 2>&1
cd input/module || exit 1
unset GOFLAGS GOWORK GOPATH GOMODCACHE GOEXPERIMENT
export GOROOT=/no/such/place GOENV=off HOME=/no/such/place PATH=/no/such/place GOOS=linux GOARCH=amd64 CGO_ENABLED=0
here=$PWD
try() {
    echo "--- curfew list${*:+ $*}"
    "$CURFEW" list "$@" >"$WORK/list.text" 2>"$WORK/list.faults"
    status=$?
    while IFS= read -r line; do
        case $line in
        *"$here"*) line=${line%%"$here"*}HERE${line#*"$here"} ;;
        esac
        printf '%s\n' "$line"
    done <"$WORK/list.text"
    while IFS= read -r line; do
        printf '%s\n' "stderr: $line"
    done <"$WORK/list.faults"
    echo "[status $status]"
}
try
try --tags special --goos=windows --tests=false .
try --format json ./sub a.go
try ./nope ./... example.com/nope
try --tests=no
try --goarch arm64 ./sub
