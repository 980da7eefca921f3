// scan_unicode.c - which characters that are not ASCII a Go identifier may consist of.
//
// Go 1.27 follows Unicode 17. A library of an older Unicode gives the category of what it knows;
// what it calls unassigned is looked up in the letters and decimal digits that came with 15.1, 16
// and 17.
#include "syntax/scan.h"

#include <utf8proc.h>

typedef struct Range {
    int32_t first, last;
    bool digits;
} Range;

static const Range recent[] = {
    {0x88f, 0x88f, false},     {0xc5c, 0xc5c, false},     {0xcdc, 0xcdc, false},
    {0x1c89, 0x1c8a, false},   {0xa7cb, 0xa7cf, false},   {0xa7d2, 0xa7d2, false},
    {0xa7d4, 0xa7d4, false},   {0xa7da, 0xa7dc, false},   {0xa7f1, 0xa7f1, false},
    {0x105c0, 0x105f3, false}, {0x10940, 0x10959, false}, {0x10d40, 0x10d49, true},
    {0x10d4a, 0x10d65, false}, {0x10d6f, 0x10d85, false}, {0x10ec2, 0x10ec7, false},
    {0x11380, 0x11389, false}, {0x1138b, 0x1138b, false}, {0x1138e, 0x1138e, false},
    {0x11390, 0x113b5, false}, {0x113b7, 0x113b7, false}, {0x113d1, 0x113d1, false},
    {0x113d3, 0x113d3, false}, {0x116d0, 0x116e3, true},  {0x11bc0, 0x11be0, false},
    {0x11bf0, 0x11bf9, true},  {0x11db0, 0x11ddb, false}, {0x11de0, 0x11de9, true},
    {0x13460, 0x143fa, false}, {0x16100, 0x1611d, false}, {0x16130, 0x16139, true},
    {0x16d40, 0x16d6c, false}, {0x16d70, 0x16d79, true},  {0x16ea0, 0x16eb8, false},
    {0x16ebb, 0x16ed3, false}, {0x16ff2, 0x16ff3, false}, {0x187f8, 0x187ff, false},
    {0x18cff, 0x18cff, false}, {0x18d09, 0x18d1e, false}, {0x18d80, 0x18df2, false},
    {0x1ccf0, 0x1ccf9, true},  {0x1e5d0, 0x1e5ed, false}, {0x1e5f0, 0x1e5f0, false},
    {0x1e5f1, 0x1e5fa, true},  {0x1e6c0, 0x1e6de, false}, {0x1e6e0, 0x1e6e2, false},
    {0x1e6e4, 0x1e6e5, false}, {0x1e6e7, 0x1e6ed, false}, {0x1e6f0, 0x1e6f4, false},
    {0x1e6fe, 0x1e6ff, false}, {0x2b73a, 0x2b73f, false}, {0x2cea2, 0x2cead, false},
    {0x2ebf0, 0x2ee5d, false}, {0x323b0, 0x33479, false},
};

static bool is_recent(int32_t rune, bool first)
{
    size_t low = 0, high = sizeof recent / sizeof *recent; // recent[low].first <= rune
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (recent[mid].first <= rune)
            low = mid;
        else
            high = mid;
    }
    const Range *r = &recent[low];
    return rune >= r->first && rune <= r->last && !(first && r->digits);
}

bool scan_continues_identifier(int32_t rune, bool first)
{
    if (rune < 0)
        return false;
    switch (utf8proc_category(rune)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return true;
    case UTF8PROC_CATEGORY_ND:
        return !first;
    case UTF8PROC_CATEGORY_CN:
        return is_recent(rune, first);
    default:
        return false;
    }
}
