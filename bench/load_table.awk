# load_table.awk - the table of load.sh: reads the measured rounds, then what curfew and go/packages
# printed about their work. Exits with 1 when a bar is missed, when one could not be judged, or when
# the two sides did not do the same work.

function rounds_of(side, key) { return (side, key) in count ? count[side, key] : 0 }

# The median of what was measured; with an even number of rounds, the lower of the two in the middle.
function median(side, key,    n, i, j, v, sorted) {
    n = rounds_of(side, key)
    for (i = 1; i <= n; i++) {
        v = value[side, key, i]
        for (j = i - 1; j >= 1 && sorted[j] > v; j--) sorted[j + 1] = sorted[j]
        sorted[j + 1] = v
    }
    return sorted[int((n + 1) / 2)]
}

function row(side, title) {
    if (!rounds_of(side, "wall_s")) return
    printf "  %-34s %9.2f %9.2f %10.1f\n", title, median(side, "wall_s"), median(side, "cpu_s"), median(side, "rss_mib")
}

# How many times less curfew took of `key` than `side`.
function judge(what, key, side, title, bar,    ratio) {
    if (!rounds_of("curfew", key) || !rounds_of(side, key)) {
        printf "  %s: not measured\n", what
        failed = 1
        return
    }
    ratio = median(side, key) / median("curfew", key)
    printf "  %s: %.1f times less than %s (bar: %s)%s\n", what, ratio, title, bar, ratio < bar ? " MISSED" : ""
    if (ratio < bar) failed = 1
}

function same(key) {
    if (work["curfew", key] == work["packages", key]) return
    printf "  %s: curfew counts %s, go/packages %s\n", key, work["curfew", key], work["packages", key]
    failed = 1
}

FNR == 1 { file++ }

# The first file: a side and what one run of it took.
file == 1 {
    for (i = 2; i <= NF; i++) {
        split($i, pair, "=")
        value[$1, pair[1], ++count[$1, pair[1]]] = pair[2] + 0
    }
    next
}

/ bodies=/ {
    side = FILENAME
    sub(/.*\//, "", side)
    for (i = 2; i <= NF; i++) {
        split($i, pair, "=")
        work[side, pair[1]] = pair[2]
    }
}

END {
    side = ("packages", "bodies") in work ? "packages" : "curfew"
    if ((side, "bodies") in work)
        printf "  %d packages, %d files, %d lines, %d bodies, %d type errors reported\n", work[side, "packages"],
            work[side, "files"], work[side, "lines"], work[side, "bodies"], work["packages", "errors"]
    printf "  %-34s %9s %9s %10s\n", "", "wall s", "cpu s", "peak MiB"
    row("curfew", "curfew, load and types")
    row("packages", "go/packages, all syntax and types")
    row("vet-cold", "go vet, empty cache")
    row("vet-warm", "go vet, warm cache")
    row("staticcheck-cold", "staticcheck, empty cache")
    row("staticcheck-warm", "staticcheck, warm cache")
    judge("processor time", "cpu_s", "packages", "go/packages", cpu_bar)
    judge("memory", "rss_mib", "packages", "go/packages", memory_bar)
    judge("wall time", "wall_s", "vet-cold", "go vet with an empty cache", wall_bar)
    if (("curfew", "bodies") in work && ("packages", "bodies") in work) {
        same("packages")
        same("files")
        same("bodies")
    }
    exit failed
}
