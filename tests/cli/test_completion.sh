# Completions are made from the tables: the shells accept them, and bash and fish offer what they should.
# build-free
set -u
work=$WORK/completion
rm -rf "$work"
mkdir -p "$work/folder"
for shell in bash zsh fish; do
    "$CURFEW" completion $shell >"$work/curfew.$shell" || exit 1
done
touch "$work/some file.go"
cd "$work" || exit 1
failed=0
wrong() {
    echo "wrong: $*"
    failed=1
}

if command -v bash >/dev/null 2>&1; then
    bash -n curfew.bash || wrong "bash does not accept its script"
    # offers WORD…: what bash offers for the last word, on one line.
    cat >offers.bash <<'BASH'
source ./curfew.bash
complete -p curfew >/dev/null || exit 1
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_curfew
echo "${COMPREPLY[@]}"
BASH
    offers() {
        want=$1
        shift
        got=$(bash offers.bash "$@")
        [ "$got" = "$want" ] || wrong "bash offers '$got' for '$*', not '$want'"
    }
    offers "check" curfew che
    offers "--help" curfew --h
    offers "advice" curfew check --level a
    offers "warning" curfew check --level = w
    offers "advice warning error" curfew check --level =
    offers "sarif" curfew check --format sa
    offers "sarif=" curfew check --output sa
    offers "--fail-on" curfew check --fa
    offers "" curfew version --level
    offers "lost-cancel" curfew explain lost-c
    offers "lost-cancel" curfew fix --rule lost-c
    offers "check" curfew help che
    offers "bash" curfew completion b
    offers "some file.go" curfew check som
    offers "folder" curfew check --models f
    offers "text json markdown dot" curfew inventory --format ""
    # Each option of each command is offered, by its help.
    for command in $("$CURFEW" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
        wanted=$("$CURFEW" help "$command" | sed -n 's/^  \(-h, \)*\(--[a-z-]*\).*/\2/p' | sort -u | tr '\n' ' ')
        got=$(bash offers.bash curfew "$command" -- | tr ' ' '\n' | sort -u | tr '\n' ' ')
        [ -n "$wanted" ] && [ "$got" = "$wanted" ] || wrong "options of $command: '$got', not '$wanted'"
    done
else
    echo "there is no bash"
fi

if command -v zsh >/dev/null 2>&1; then
    zsh -n curfew.zsh || wrong "zsh does not accept its script"
    zsh -f -c 'autoload -U compinit && compinit -u -D && source ./curfew.zsh && [[ ${_comps[curfew]} == _curfew ]]' ||
        wrong "zsh does not know the completion"
fi

if command -v fish >/dev/null 2>&1; then
    fish -n curfew.fish || wrong "fish does not accept its script"
    HOME=$work
    XDG_CONFIG_HOME=$work
    export HOME XDG_CONFIG_HOME
    fish_offers() {
        want=$1
        got=$(fish -c 'source ./curfew.fish; complete -C $argv[1]' "$2" | cut -f 1 | tr '\n' ' ')
        [ "$got" = "$want" ] || wrong "fish offers '$got' for '$2', not '$want'"
    }
    fish_offers "check " "curfew chec"
    fish_offers "advice error warning " "curfew check --level "
    fish_offers "--fail-on " "curfew check --fai"
    fish_offers "lost-cancel " "curfew explain lost-can"
fi
[ $failed = 0 ] || exit 1
for shell in zsh fish; do
    command -v $shell >/dev/null 2>&1 || { echo "SKIP: there is no $shell; bash was tried"; exit 77; }
done
