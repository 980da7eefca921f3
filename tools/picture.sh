#!/bin/sh
# picture.sh - a picture of a terminal: picture.sh CURFEW ARGUMENTS… > docs/picture.svg
#
# Runs the program in colour, as wide as the picture, and draws what it prints. Every stretch of one
# style has its own column and length, so that columns stay columns in whatever font the reader has.
set -eu
curfew=$1
shift
columns=96
out=$(mktemp)
trap 'rm -f "$out"' EXIT
COLUMNS=$columns "$curfew" "$@" --color always >"$out" || [ $? -eq 1 ]
LC_ALL=C awk -v columns=$columns -v command="curfew $*" '
BEGIN {
    advance = 8.43; height = 18; left = 18; top = 30
    color["31"] = "#ff7b72"; color["32"] = "#7ee787"; color["33"] = "#e3b341"
    color["34"] = "#79c0ff"; color["35"] = "#d2a8ff"; color["36"] = "#76e3ea"
    esc = sprintf("%c", 27)
    body = line(1, text(0, "$ ", "fill=\"#7ee787\"") text(2, command, "font-weight=\"bold\""))
    row = 1
}
# Characters, not bytes: bytes 0x80 to 0xbf continue one.
function width(s) { gsub(/[\200-\277]/, "", s); return length(s) }
function text(column, s, style,    chars) {
    if (s == "") return ""
    chars = width(s)
    gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s)
    return sprintf("<tspan x=\"%.1f\" textLength=\"%.1f\"%s>%s</tspan>", left + column * advance,
                   chars * advance, style == "" ? "" : " " style, s)
}
function line(row, spans) { return sprintf("<text y=\"%d\">%s</text>\n", top + row * height, spans) }
function style_of(codes,    n, i, part, s) {
    n = split(codes, part, ";"); s = ""
    for (i = 1; i <= n; i++) {
        if (part[i] in color) s = s " fill=\"" color[part[i]] "\""
        if (part[i] == "1") s = s " font-weight=\"bold\""
        if (part[i] == "2") s = s " fill=\"#8b949e\""
    }
    return substr(s, 2)
}
{
    row++; rest = $0; column = 0; style = ""; spans = ""
    while (rest != "") {
        at = index(rest, esc "[")
        part = at ? substr(rest, 1, at - 1) : rest
        # Blanks draw nothing, and renderers disagree on how long they are.
        match(part, /^ */); column += RLENGTH; part = substr(part, RLENGTH + 1)
        chars = width(part); sub(/ +$/, "", part)
        spans = spans text(column, part, style)
        column += chars
        if (!at) break
        rest = substr(rest, at + 2)
        end = index(rest, "m")
        style = style_of(substr(rest, 1, end - 1))
        rest = substr(rest, end + 1)
    }
    body = body line(row, spans)
}
END {
    w = columns * advance + 2 * left; h = top + (row + 1) * height
    printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">\n", w, h, w, h
    printf "<title>%s</title>\n", command
    printf "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#0d1117\"/>\n", w, h
    split("#ff5f57 #febc2e #28c840", dot, " ")
    for (i = 1; i <= 3; i++) printf "<circle cx=\"%d\" cy=\"18\" r=\"5\" fill=\"%s\"/>\n", left + 5 + (i - 1) * 18, dot[i]
    printf "<g font-family=\"ui-monospace,Menlo,Consolas,\047DejaVu Sans Mono\047,monospace\" font-size=\"14\" fill=\"#e6edf3\" xml:space=\"preserve\">\n%s</g>\n</svg>\n", body
}' "$out"
