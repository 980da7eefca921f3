#!/bin/sh
# threads.sh - checks modules on eight workers with a program built for the thread sanitizer:
# threads.sh PROGRAM. The example service always; packages of the standard library with all that they
# import where a Go tree is found. A data race fails.
set -eu
program=$1
case $program in
/*) ;;
*) program=$PWD/$program ;;
esac
export TSAN_OPTIONS="halt_on_error=1 exitcode=66 history_size=4"

run() {
    status=0
    "$program" check -j8 --stats "$@" >/dev/null || status=$?
    [ $status -le 1 ] || {
        echo "threads: curfew check $*: status $status" >&2
        exit 1
    }
}

(cd examples/orders && run ./...)
if "$program" list fmt >/dev/null 2>&1; then
    run net/http encoding/json
else
    echo "threads: no Go tree was found: the example service was checked alone"
fi
