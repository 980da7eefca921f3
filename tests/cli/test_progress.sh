# A long run says on a terminal how far it is, on standard error, and takes it away again; --timings says where
# the time went, the slowest first.
# build-free
set -u
command -v python3 >/dev/null 2>&1 || { echo "SKIP: there is no python3 to make a terminal with"; exit 77; }
work=$WORK/progress
rm -rf "$work"
mkdir -p "$work"
printf 'module example.com/long\n\ngo 1.22\n' >"$work/go.mod"
awk 'BEGIN {
    print "package long\n"
    for (i = 0; i < 12000; i++)
        printf "func f%d(c chan int, n int) int {\n\tgo func() { c <- n }()\n\tif n > %d {\n\t\treturn <-c\n\t}\n\treturn f%d(c, n+1)\n}\n\n", i, i, i
}' >"$work/long.go"
cat >"$work/terminal.py" <<'PYTHON'
import os, pty, subprocess, sys, time
# Standard error is a terminal, standard output a file.
def run(term):
    master, slave = pty.openpty()
    env = dict(os.environ, TERM=term)
    start = time.time()
    child = subprocess.Popen(sys.argv[1:], stdout=open("out", "wb"), stderr=slave, env=env)
    os.close(slave)
    got = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break
        if not piece:
            break
        got += piece
    return child.wait(), got, time.time() - start
status, got, took = run("xterm")
if took < 1.3:
    print("SKIP: the run took only %.1f s" % took)
    sys.exit(77)
assert status in (0, 1), status
assert b" of 1 packages" in got or b"curfew: reading" in got, got
assert got.endswith(b"\r\x1b[K"), got
assert b"packages" not in open("out", "rb").read().replace(b"packages that", b"")
status, got, _ = run("dumb")
assert got == b"", got
PYTHON
cd "$work" || exit 1
python3 terminal.py "$CURFEW" check --level error ./... || exit $?
"$CURFEW" check --level error --timings ./... >out 2>err
case $? in 0 | 1) ;; *) echo "status"; exit 1 ;; esac
grep -q 'curfew: [0-9]' err && { echo "progress without a terminal"; exit 1; }
[ "$(grep -c '^rules, ' err)" = 1 ] && grep -q '^ .* %  lost-cancel$' err || { echo "no rules"; cat err; exit 1; }
[ "$(grep -c '^packages whose functions were analysed, ' err)" = 1 ] || { echo "no packages"; exit 1; }
grep -q '^ .* %  example.com/long (types .*, ir .*, flow .*, rules .*)$' err || { echo "no package"; exit 1; }
# The slowest first, and as many rules as there are.
sed -n '/^rules/,/^packages/s/^ *\([0-9.]*\) ms.*/\1/p' err >times
sort -rn times | cmp -s - times || { echo "not sorted"; exit 1; }
[ "$(wc -l <times)" -eq "$("$CURFEW" rules --format json | grep -c '"rule"')" ] || { echo "not all rules"; exit 1; }
