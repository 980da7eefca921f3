# rows.awk - one line a finding out of curfew's JSON, with a number that it is drawn by in front.

# The string value of a key; the first one on the line, which is the finding's own.
function text(key, at, value)
{
    at = index($0, "\"" key "\":\"")
    if (!at)
        return ""
    value = substr($0, at + length(key) + 4)
    match(value, /^([^"\\]|\\.)*/)
    value = substr(value, 1, RLENGTH)
    gsub(/\\"/, "\"", value)
    gsub(/\\\\/, "\\", value)
    gsub(/\t/, " ", value)
    return value
}

function number(key, at)
{
    at = index($0, "\"" key "\":")
    return substr($0, at + length(key) + 3) + 0
}

# A polynomial over the hexadecimal digits, modulo a prime below 2^31: exact in awk's numbers.
function drawn_by(print_, k, h)
{
    h = seed % 2147483647
    for (k = 1; k <= length(print_); k++)
        h = (h * 131 + index("0123456789abcdef", substr(print_, k, 1))) % 2147483647
    return h
}

/^\{"rule":/ {
    level = text("level")
    if (level != "warning" && level != "error")
        next
    mark = text("fingerprint")
    printf "%d\t%s\t%s\t%s:%d\t%s\t%s\n", drawn_by(mark), text("rule"), level, text("path"), number("line"), text("message"), mark
}
