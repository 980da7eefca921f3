# When colour is used: --color, else NO_COLOR, else CLICOLOR_FORCE, else whether it is a terminal.
cd input || exit 1
unset NO_COLOR CLICOLOR_FORCE
try() {
    if "$@" 2>&1 | grep -q "$(printf '\033')"; then
        echo "colour: $*" | sed "s|$CURFEW|curfew|"
    else
        echo "plain:  $*" | sed "s|$CURFEW|curfew|"
    fi
}
try "$CURFEW" check lost.go
try "$CURFEW" check --color auto lost.go
try "$CURFEW" check --color always lost.go
try "$CURFEW" check --color never lost.go
try env CLICOLOR_FORCE=1 "$CURFEW" check lost.go
try env CLICOLOR_FORCE=0 "$CURFEW" check lost.go
try env CLICOLOR_FORCE=1 NO_COLOR=1 "$CURFEW" check lost.go
try env CLICOLOR_FORCE=1 NO_COLOR= "$CURFEW" check lost.go
try env NO_COLOR=1 "$CURFEW" check --color always lost.go
try env CLICOLOR_FORCE=1 "$CURFEW" check --format json lost.go
try env CLICOLOR_FORCE=1 "$CURFEW" explain lost-cancel
try env CLICOLOR_FORCE=1 "$CURFEW" rules
try "$CURFEW" rules
