# Help is printed to standard output with status 0, in the width of COLUMNS.
exec 2>&1
export COLUMNS=100
for call in --help -h help "help check" "check --help" "explain -h" "rules --help" "dump --help" \
    "version --help"; do
    echo "--- curfew $call"
    # shellcheck disable=SC2086
    "$CURFEW" $call
    echo "[status $?]"
done
echo "--- in 60 columns"
COLUMNS=60 "$CURFEW" check --help | tail -n 20
