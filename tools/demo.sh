#!/bin/sh
# demo.sh - checks the example service and says how to go on: demo.sh CURFEW
#
# The service has bugs on purpose, so findings (status 1) are the success; anything else is not.
set -u
curfew=$1
"$curfew" check examples/orders/*.go
status=$?
if [ $status -ne 1 ]; then
    echo "demo: curfew ended with status $status; with findings it is 1" >&2
    exit 1
fi
cat <<END

Next:
    $curfew explain lost-cancel
    $curfew rules
    $curfew check your.go
END
