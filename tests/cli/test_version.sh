# The version names the commit that the program was built from, where it was built from a repository.
set -u
got=$("$CURFEW" --version) || exit 1
commit=
[ -e .git ] && commit=$(git describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null)
want="^curfew [0-9]*\.[0-9]*\.[0-9]* (${commit:+$commit, }knows Go up to 1\.[0-9]*)\$"
printf '%s\n' "$got" | grep -q "$want" || { echo "$got does not match $want"; exit 1; }
[ "$got" = "$("$CURFEW" version)" ] || { echo "--version and version differ"; exit 1; }
