#!/bin/sh
# run.sh - what `make bench` prints: curfew's parser beside go/parser over all of GOROOT/src, memory a
# source byte, and start-up. Needs Go and fails without it.
#
# Started in the project's root with BUILD and CURFEW set. src/runtime/testdata is left out: it is
# held out for later measurements. The rounds of both sides take turns, so that a busy machine
# slows both. RATIO (default 4) is the bar for the ratio of throughputs.
set -eu

command -v go >/dev/null || {
    echo "bench: Go is missing, and the comparison with go/parser needs it" >&2
    exit 1
}
work=$BUILD/bench
root=$(go env GOROOT)
[ -d "$root/src" ] || {
    echo "bench: $root has no src" >&2
    exit 1
}
find "$root/src" -name '*.go' -type f | grep -v '/src/runtime/testdata/' | LC_ALL=C sort >"$work/list"
case $work in
/*) abs=$work ;;
*) abs=$PWD/$work ;;
esac
(cd bench/goparse && GOWORK=off GOFLAGS= go build -o "$abs/goparse" .)

: >"$work/rounds"
for round in 1 2 3; do
    GOMAXPROCS=1 "$work/goparse" "$work/list" 2 >>"$work/rounds"
    "$work/parse_bench" "$work/list" 2 >>"$work/rounds"
done

echo "parse: all of src of $(go env GOVERSION), $(wc -l <"$work/list") files, one thread, bytes in memory, best of 6 rounds each"
awk -v bar="${RATIO:-4}" '
{
    for (i = 2; i <= NF; i++) {
        split($i, pair, "=")
        if (pair[1] == "mb_per_s" && pair[2] > best[$1]) best[$1] = pair[2]
        if (pair[1] == "refused") refused[$1] = pair[2]
        if (pair[1] == "bytes_per_byte") memory = pair[2]
    }
}
END {
    for (side in best)
        printf "  %-10s %7.1f MB/s, %d files refused\n", side, best[side], refused[side]
    other = ""
    for (side in best) if (side != "curfew") other = side
    if (!best["curfew"] || !best[other]) { print "bench: a side printed no result"; exit 1 }
    ratio = best["curfew"] / best[other]
    printf "  ratio %.2f (bar: at least %s); tree, tokens and comments take %s bytes a source byte\n", ratio, bar, memory
    exit ratio < bar
}' "$work/rounds" && parse=0 || parse=1

status=0
sh bench/startup.sh "$CURFEW" || status=1
exit $((parse > status ? parse : status))
