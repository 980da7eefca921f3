// scan_encoding.c - what is wrong with the bytes themselves.
//
// Go source is UTF-8 without NUL bytes, and a byte order mark may only be first. These rules hold
// in comments and literals too, so the text is checked once before the scan, eight bytes at a time
// while they are plain ASCII, and the scanner's own loops need not look.
#include "syntax/scan.h"

#include <string.h>

int32_t scan_decode(const unsigned char *p, const unsigned char *end, uint32_t *size)
{
    *size = 1;
    if (*p < 0x80)
        return *p;
    // RFC 3629: length and the range of the second byte follow from the first.
    uint32_t len = *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : 2;
    unsigned char low = 0x80, high = 0xbf;
    switch (*p) {
    case 0xe0:
        low = 0xa0;
        break;
    case 0xed:
        high = 0x9f;
        break;
    case 0xf0:
        low = 0x90;
        break;
    case 0xf4:
        high = 0x8f;
        break;
    default:
        break;
    }
    if (*p < 0xc2 || *p > 0xf4 || (size_t)(end - p) < len || p[1] < low || p[1] > high)
        return -1;
    int32_t rune = (*p & (0x7f >> len)) << 6 | (p[1] & 0x3f);
    for (uint32_t i = 2; i < len; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return -1;
        rune = rune << 6 | (p[i] & 0x3f);
    }
    *size = len;
    return rune;
}

// Skips bytes that are ASCII and not NUL, a word at a time.
static const unsigned char *skip_plain(const unsigned char *p, const unsigned char *end)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    while (end - p >= 32) {
        uint64_t w[4];
        memcpy(w, p, sizeof w);
        // A byte that is 0 borrows into its high bit; one that is not ASCII has it set.
        uint64_t odd = (w[0] | (w[0] - ones)) | (w[1] | (w[1] - ones)) | (w[2] | (w[2] - ones)) |
                       (w[3] | (w[3] - ones));
        if (odd & highs)
            break;
        p += sizeof w;
    }
    while (p < end && *p - 1u < 0x7f)
        p++;
    return p;
}

static bool is_utf16(const Scanner *s)
{
    const unsigned char *p = s->text;
    return s->end - p >= 2 && ((p[0] == 0xff && p[1] == 0xfe) || (p[0] == 0xfe && p[1] == 0xff));
}

bool scan_check_encoding(const Scanner *s)
{
    if (is_utf16(s)) {
        faults_add(s->faults, s->base, "illegal UTF-8 encoding (this is UTF-16)");
        return false;
    }
    for (const unsigned char *p = skip_plain(s->text, s->end); p < s->end;
         p = skip_plain(p, s->end)) {
        uint32_t size;
        int32_t rune = scan_decode(p, s->end, &size);
        if (rune == 0)
            faults_add(s->faults, scan_offset(s, p), "illegal character NUL");
        else if (rune < 0)
            faults_add(s->faults, scan_offset(s, p), "illegal UTF-8 encoding");
        else if (rune == 0xfeff && p > s->text)
            faults_add(s->faults, scan_offset(s, p), "illegal byte order mark");
        p += size;
    }
    return true;
}
