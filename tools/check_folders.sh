#!/bin/sh
# check_folders.sh - a folder of src/ includes only itself and folders above it in this order.
set -u
order="base store syntax load types ir flow explore rules policy report serve cli"

grep -Hn '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' src/*/*.[ch] src/*/*.def |
    awk -v order="$order" '
    BEGIN {
        n = split(order, names, " ")
        for (i = 1; i <= n; i++) rank[names[i]] = i
    }
    {
        split($0, part, ":")
        split(part[1], path, "/")
        match($0, /"[^"]*"/)
        included = substr($0, RSTART + 1, RLENGTH - 2)
        slash = index(included, "/")
        from = path[2]
        to = slash ? substr(included, 1, slash - 1) : ""
        if (!(from in rank)) fault = "src/" from " is not a folder of the design"
        else if (!slash) fault = "say the folder: \"" from "/" included "\""
        else if (!(to in rank)) fault = to " is not a folder of the design"
        else if (rank[to] > rank[from]) fault = from " must not include " to ", which is below it"
        else next
        printf "%s:%s: %s\n", part[1], part[2], fault
        bad = 1
    }
    END { exit bad }' >&2
