// constant_quote.c - strings in quotation marks, as strconv.Quote writes them.
//
// Go 1.27 follows Unicode 17. A library of an older Unicode gives the category of what it knows;
// what it calls unassigned is looked up in the printable characters that came with 15.1, 16 and 17.
#include "types/constant_make.h"

#include <string.h>
#include <utf8proc.h>

typedef struct Range {
    int32_t first, last;
} Range;

static const Range recent[] = {
    {0x88f, 0x88f},     {0x897, 0x897},     {0xc5c, 0xc5c},     {0xcdc, 0xcdc},
    {0x1acf, 0x1add},   {0x1ae0, 0x1aeb},   {0x1b4e, 0x1b4f},   {0x1b7f, 0x1b7f},
    {0x1c89, 0x1c8a},   {0x20c1, 0x20c1},   {0x2427, 0x2429},   {0x2b96, 0x2b96},
    {0x2ffc, 0x2fff},   {0x31e4, 0x31e5},   {0x31ef, 0x31ef},   {0xa7cb, 0xa7cf},
    {0xa7d2, 0xa7d2},   {0xa7d4, 0xa7d4},   {0xa7da, 0xa7dc},   {0xa7f1, 0xa7f1},
    {0xfbc3, 0xfbd2},   {0xfd90, 0xfd91},   {0xfdc8, 0xfdce},   {0x105c0, 0x105f3},
    {0x10940, 0x10959}, {0x10d40, 0x10d65}, {0x10d69, 0x10d85}, {0x10d8e, 0x10d8f},
    {0x10ec2, 0x10ec7}, {0x10ed0, 0x10ed8}, {0x10efa, 0x10efc}, {0x11380, 0x11389},
    {0x1138b, 0x1138b}, {0x1138e, 0x1138e}, {0x11390, 0x113b5}, {0x113b7, 0x113c0},
    {0x113c2, 0x113c2}, {0x113c5, 0x113c5}, {0x113c7, 0x113ca}, {0x113cc, 0x113d5},
    {0x113d7, 0x113d8}, {0x113e1, 0x113e2}, {0x116d0, 0x116e3}, {0x11b60, 0x11b67},
    {0x11bc0, 0x11be1}, {0x11bf0, 0x11bf9}, {0x11db0, 0x11ddb}, {0x11de0, 0x11de9},
    {0x11f5a, 0x11f5a}, {0x13460, 0x143fa}, {0x16100, 0x16139}, {0x16d40, 0x16d79},
    {0x16ea0, 0x16eb8}, {0x16ebb, 0x16ed3}, {0x16ff2, 0x16ff6}, {0x187f8, 0x187ff},
    {0x18cff, 0x18cff}, {0x18d09, 0x18d1e}, {0x18d80, 0x18df2}, {0x1cc00, 0x1ccfc},
    {0x1cd00, 0x1ceb3}, {0x1ceba, 0x1ced0}, {0x1cee0, 0x1cef0}, {0x1e5d0, 0x1e5fa},
    {0x1e5ff, 0x1e5ff}, {0x1e6c0, 0x1e6de}, {0x1e6e0, 0x1e6f5}, {0x1e6fe, 0x1e6ff},
    {0x1f6d8, 0x1f6d8}, {0x1f777, 0x1f77a}, {0x1f8b2, 0x1f8bb}, {0x1f8c0, 0x1f8c1},
    {0x1f8d0, 0x1f8d8}, {0x1fa54, 0x1fa57}, {0x1fa89, 0x1fa8a}, {0x1fa8e, 0x1fa8f},
    {0x1fabe, 0x1fabe}, {0x1fac6, 0x1fac6}, {0x1fac8, 0x1fac8}, {0x1facd, 0x1facd},
    {0x1fadc, 0x1fadc}, {0x1fadf, 0x1fadf}, {0x1fae9, 0x1faea}, {0x1faef, 0x1faef},
    {0x1fbcb, 0x1fbef}, {0x1fbfa, 0x1fbfa}, {0x2b73a, 0x2b73f}, {0x2cea2, 0x2cead},
    {0x2ebf0, 0x2ee5d}, {0x323b0, 0x33479}};

static bool is_recent(int32_t rune)
{
    size_t low = 0, high = sizeof recent / sizeof *recent; // recent[low].first <= rune
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (recent[mid].first <= rune)
            low = mid;
        else
            high = mid;
    }
    return rune >= recent[low].first && rune <= recent[low].last;
}

static bool printable(utf8proc_int32_t r)
{
    if (r == ' ')
        return true;
    switch (utf8proc_category(r)) {
    case UTF8PROC_CATEGORY_CN:
        return is_recent(r);
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
        return false;
    default:
        return true;
    }
}

static void quote_rune(StrBuf *b, utf8proc_int32_t r)
{
    static const char named[] = "\a\b\f\n\r\t\v";
    static const char letters[] = "abfnrtv";
    const char *at = r > 0 && r < 0x80 ? strchr(named, (char)r) : NULL;
    if (r == '"' || r == '\\')
        strbuf_printf(b, "\\%c", (char)r);
    else if (at)
        strbuf_printf(b, "\\%c", letters[at - named]);
    else if (r < ' ' || r == 0x7f)
        strbuf_printf(b, "\\x%02x", (unsigned)r);
    else if (r < 0x10000)
        strbuf_printf(b, "\\u%04x", (unsigned)r);
    else
        strbuf_printf(b, "\\U%08x", (unsigned)r);
}

void constant_quote(StrBuf *b, Str s)
{
    strbuf_addc(b, '"');
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t r;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i,
                                              (utf8proc_ssize_t)(s.len - i), &r);
        if (n <= 0) {
            strbuf_printf(b, "\\x%02x", (unsigned char)s.ptr[i++]);
            continue;
        }
        if (r != '"' && r != '\\' && printable(r))
            strbuf_add(b, str_sub(s, i, i + (size_t)n));
        else
            quote_rune(b, r);
        i += (size_t)n;
    }
    strbuf_addc(b, '"');
}
