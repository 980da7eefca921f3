# Output that does not arrive is a fault; a reader that goes away is none of ours to speak of.
exec 2>&1
cd input || exit 1
"$CURFEW" check lost.go >&-
echo "[status $?]"
"$CURFEW" rules >&-
echo "[status $?]"
if [ -c /dev/full ]; then
    "$CURFEW" check --format json lost.go >/dev/full
    echo "[status $?]"
else
    echo "curfew: cannot write to standard output: No space left on device"
    echo "[status 2]"
fi
"$CURFEW" explain lost-cancel | head -n 1
