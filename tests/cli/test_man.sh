# The manual page is without a fault for groff and man, and has every command and option.
# build-free
set -u
page=$WORK/curfew.1
"$CURFEW" man >"$page" || exit 1
LC_ALL=C grep -n '[^ -~]' "$page" && { echo "the page is not plain ASCII"; exit 1; }
# Each option of each command, by its help.
for command in $("$CURFEW" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
    grep -q "^\.SS $command " "$page" || { echo "no section for $command"; exit 1; }
    for option in $("$CURFEW" help "$command" | sed -n 's/^  \(-h, \)*--\([a-z-]*\).*/\2/p'); do
        macro=$(printf '%s' "$option" | sed 's/-/\\\\-/g')
        sed -n "/^\.SS $command /,/^\.S[SH] /p" "$page" | grep -q "\\\\-\\\\-$macro\\\\fR" || {
            echo "no option --$option of $command"
            exit 1
        }
    done
done
command -v groff >/dev/null 2>&1 || { echo "SKIP: there is no groff to lay the page out with"; exit 77; }
for device in utf8 ascii; do
    groff -ww -b -man -T$device "$page" >"$page.$device" 2>"$page.faults"
    [ -s "$page.faults" ] && { cat "$page.faults"; exit 1; }
done
grep -q 'curfew inventory --check BACKGROUND_GOROUTINES.md' "$page.ascii" || { echo "no example"; exit 1; }
if command -v man >/dev/null 2>&1; then
    LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l "$page" >"$page.txt" 2>"$page.faults"
    [ -s "$page.faults" ] && { cat "$page.faults"; exit 1; }
    grep -q 'CURFEW(1)' "$page.txt" || { echo "man shows nothing"; exit 1; }
fi
exit 0
