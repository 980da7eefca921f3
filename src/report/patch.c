// patch.c - the difference of two texts as a patch in the unified format.
//
// Lines are aligned by the greedy algorithm of Myers ("An O(ND) Difference Algorithm and Its
// Variations", 1986), which is fast where little differs. Fixes change few lines; where more than
// PATCH_EDITS_MAX lines differ, everything between the common ends is replaced.
#include "report/patch.h"

#include "base/vec.h"

#include <string.h>

enum {
    PATCH_CONTEXT = 3,
    PATCH_EDITS_MAX = 2000, // the trace takes the square of it in numbers of 4 bytes
};

typedef VEC(Str) LineVec; // each with its line end

// Old lines [old, old_end) give way to new lines [new, new_end).
typedef struct Change {
    uint32_t old, old_end, new, new_end;
} Change;

typedef struct Patch {
    Arena arena;
    LineVec old, new;
    VEC(Change) changes; // in order
} Patch;

static void split(Arena *a, Str text, LineVec *lines)
{
    while (text.len > 0) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t len = end ? (size_t)(end - text.ptr) + 1 : text.len;
        vec_push(a, lines, (Str){text.ptr, len});
        text = str_sub(text, len, text.len);
    }
}

// ---- Alignment ----

// The middle of both texts, without the lines that they begin and end with in common.
typedef struct Middle {
    const Str *old, *new;
    int32_t old_len, new_len;
    uint32_t first; // how many lines were left out before
} Middle;

static Middle middle_of(const Patch *p)
{
    Middle m = {p->old.data, p->new.data, (int32_t)p->old.len, (int32_t)p->new.len, 0};
    while (m.old_len && m.new_len && str_eq(*m.old, *m.new)) {
        m.old++;
        m.new++;
        m.first++;
        m.old_len--;
        m.new_len--;
    }
    while (m.old_len && m.new_len && str_eq(m.old[m.old_len - 1], m.new[m.new_len - 1])) {
        m.old_len--;
        m.new_len--;
    }
    return m;
}

// The furthest x that `d` edits reach on each diagonal, from -d to d.
typedef VEC(int32_t *) Trace;

// Whether the step onto diagonal k comes from k + 1, which inserts a line, and not from k - 1.
static bool comes_down(const int32_t *v, int32_t d, int32_t k)
{
    return k == -d || (k != d && v[k - 1] < v[k + 1]);
}

static bool find_edits(Arena *a, const Middle *m, Trace *trace)
{
    for (int32_t d = 0; d <= PATCH_EDITS_MAX; d++) {
        int32_t *v = arena_array(a, int32_t, (size_t)(2 * d + 3));
        v += d + 1;
        const int32_t *before = d ? trace->data[d - 1] : NULL;
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t x = 0;
            if (before)
                x = comes_down(before, d, k) ? before[k + 1] : before[k - 1] + 1;
            while (x < m->old_len && x - k < m->new_len && str_eq(m->old[x], m->new[x - k]))
                x++;
            v[k] = x;
            if (x >= m->old_len && x - k >= m->new_len) {
                vec_push(a, trace, v);
                return true;
            }
        }
        vec_push(a, trace, v);
    }
    return false;
}

// Puts one edited line before the changes that are known, which are kept from the last to the first.
static void add_edit(Patch *p, const Middle *m, int32_t x, int32_t y, bool inserted)
{
    uint32_t old = m->first + (uint32_t)x, new = m->first + (uint32_t)y;
    Change c = {old, old + !inserted, new, new + inserted};
    Change *next = p->changes.len ? &vec_last(&p->changes) : NULL;
    if (next && next->old == c.old_end && next->new == c.new_end) {
        next->old = c.old;
        next->new = c.new;
    } else {
        vec_push(&p->arena, &p->changes, c);
    }
}

static void walk_back(Patch *p, const Middle *m, const Trace *trace)
{
    int32_t x = m->old_len, y = m->new_len;
    for (int32_t d = (int32_t)trace->len - 1; d > 0; d--) {
        const int32_t *before = trace->data[d - 1];
        int32_t k = x - y;
        bool down = comes_down(before, d, k);
        int32_t from = down ? before[k + 1] : before[k - 1];
        x = from;
        y = from - (down ? k + 1 : k - 1);
        add_edit(p, m, x, y, down);
    }
    for (uint32_t k = 0; k < p->changes.len / 2; k++) {
        Change swap = p->changes.data[k];
        p->changes.data[k] = p->changes.data[p->changes.len - 1 - k];
        p->changes.data[p->changes.len - 1 - k] = swap;
    }
}

static void align(Patch *p)
{
    Middle m = middle_of(p);
    if (!m.old_len && !m.new_len)
        return;
    Trace trace = {0};
    if (find_edits(&p->arena, &m, &trace)) {
        walk_back(p, &m, &trace);
        return;
    }
    Change all = {m.first, m.first + (uint32_t)m.old_len, m.first, m.first + (uint32_t)m.new_len};
    vec_push(&p->arena, &p->changes, all);
}

// ---- Output ----

static void put_line(char sign, Str line, StrBuf *out)
{
    strbuf_addc(out, sign);
    strbuf_add(out, line);
    if (!str_ends(line, "\n"))
        strbuf_adds(out, "\n\\ No newline at end of file\n");
}

// Names with bytes that end or quote a name are written as git writes them; a tab ends one with blanks.
static void put_name(const char *lead, const char *prefix, const char *path, StrBuf *out)
{
    bool quoted = false;
    for (const char *c = path; *c; c++)
        quoted |= (unsigned char)*c < ' ' || *c == '"' || *c == '\\' || *c == 0x7f;
    strbuf_printf(out, "%s %s%s", lead, quoted ? "\"" : "", prefix);
    for (const char *c = path; *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            strbuf_printf(out, "\\%03o", (unsigned)*c);
        else if (quoted && (*c == '"' || *c == '\\'))
            strbuf_printf(out, "\\%c", *c);
        else
            strbuf_addc(out, *c);
    }
    strbuf_adds(out, quoted ? "\"\n" : strchr(path, ' ') ? "\t\n" : "\n");
}

// "12,3", "12" for one line; a range of none is named by the line before it.
static void put_range(uint32_t first, uint32_t count, StrBuf *out)
{
    strbuf_printf(out, "%u", count ? first + 1 : first);
    if (count != 1)
        strbuf_printf(out, ",%u", count);
}

// A hunk of the changes [from, to), which are close together.
static void put_hunk(const Patch *p, uint32_t from, uint32_t to, StrBuf *out)
{
    const Change *first = &p->changes.data[from], *last = &p->changes.data[to - 1];
    uint32_t lead = first->old < PATCH_CONTEXT ? first->old : PATCH_CONTEXT;
    uint32_t left = p->old.len - last->old_end, tail = left < PATCH_CONTEXT ? left : PATCH_CONTEXT;
    uint32_t at = first->old - lead;
    strbuf_adds(out, "@@ -");
    put_range(at, last->old_end + tail - at, out);
    strbuf_adds(out, " +");
    put_range(first->new - lead, last->new_end + tail - (first->new - lead), out);
    strbuf_adds(out, " @@\n");
    for (const Change *c = first; c <= last; c++) {
        while (at < c->old)
            put_line(' ', p->old.data[at++], out);
        while (at < c->old_end)
            put_line('-', p->old.data[at++], out);
        for (uint32_t k = c->new; k < c->new_end; k++)
            put_line('+', p->new.data[k], out);
    }
    while (at < last->old_end + tail)
        put_line(' ', p->old.data[at++], out);
}

void patch_put(const char *path, Str old, Str new, StrBuf *out)
{
    Patch p = {0};
    split(&p.arena, old, &p.old);
    split(&p.arena, new, &p.new);
    align(&p);
    if (p.changes.len) {
        put_name("---", "a/", path, out);
        put_name("+++", "b/", path, out);
    }
    for (uint32_t k = 0; k < p.changes.len;) {
        uint32_t end = k + 1;
        while (end < p.changes.len &&
               p.changes.data[end].old - p.changes.data[end - 1].old_end <= 2 * PATCH_CONTEXT)
            end++;
        put_hunk(&p, k, end, out);
        k = end;
    }
    arena_free(&p.arena);
}
