# Help is printed to standard output with status 0, in the width of COLUMNS.
exec 2>&1
export COLUMNS=100
for call in --help -h help "help check" "check --help" "help inventory" "explain -h" "rules --help" "dump --help" \
    "version --help"; do
    echo "--- curfew $call"
    # shellcheck disable=SC2086
    "$CURFEW" $call
    echo "[status $?]"
done
echo "--- in 60 columns"
COLUMNS=60 "$CURFEW" help check | tail -n 20
echo "--- on a terminal of 24 lines and 80 columns: what is too high or too wide"
export COLUMNS=80
screen() {
    "$CURFEW" "$@" | sed 's/…/./g' | awk -v call="$*" 'length($0) > 80 {print call ": line " NR " is too wide"}
        END {if (NR > 23 || NR < 5) print call ": " NR " lines"}'
}
commands=$("$CURFEW" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p')
screen --help
for command in $commands; do screen "$command" --help; done
