// diff.c - a fix shown as a small diff.
//
// Which lines are touched is known from the edits, so only those and their neighbours are compared,
// by the textbook longest common subsequence, whose table is bounded by DIFF_TABLE.
#include "report/diff.h"

#include "report/cells.h"
#include "report/edit.h"

#include <stdio.h>
#include <string.h>

enum {
    DIFF_CONTEXT = 2, // lines shown before and after a change
    DIFF_TABLE =
        1 << 16, // cells of the alignment; beyond it all old lines go and all new ones come
};

typedef VEC(Str) LineVec;

// A run of whole lines of one source that edits touch, with context.
typedef struct Hunk {
    uint32_t first, last; // lines in the old text
} Hunk;

typedef struct Diff {
    const FrameStyle *style;
    const Fix *fix;
    const Source *source;
    Arena scratch;
    StrBuf *out;
    int32_t shift; // lines added before the hunk at hand, less those removed
} Diff;

static uint32_t line_of(const Source *s, uint32_t offset)
{
    return source_position(s, offset).line;
}

// The bytes of whole lines, with the last one's line end.
static Span lines_span(const Source *s, uint32_t first, uint32_t last)
{
    Str from = source_line(s, first), to = source_line(s, last);
    uint32_t end = (uint32_t)(to.ptr - s->text + (ptrdiff_t)to.len);
    while (end < s->len && s->text[end] == '\r')
        end++;
    if (end < s->len && s->text[end] == '\n')
        end++;
    return (Span){(uint32_t)(from.ptr - s->text), end};
}

static void split_lines(Arena *a, Str text, LineVec *lines)
{
    while (text.len > 0) {
        size_t end = str_find(text, STR("\n"));
        Str line = str_sub(text, 0, end);
        if (line.len > 0 && line.ptr[line.len - 1] == '\r')
            line.len--;
        vec_push(a, lines, line);
        text = end == SIZE_MAX ? (Str){0} : str_sub(text, end + 1, text.len);
    }
}

// A row of the diff. The sign stands where other frames have their bar.
static void row(Diff *d, char sign, int64_t line, Str text, uint32_t focus)
{
    static const Style styles[] = {['+'] = STYLE_ADDED, ['-'] = STYLE_REMOVED, ['|'] = STYLE_PLAIN};
    const Terminal *t = d->style->terminal;
    Style style = styles[(unsigned char)sign];
    Cells cells = cells_of(&d->scratch, text, focus, line == 1);
    uint32_t used = d->style->gutter + 3;
    uint32_t column = cells_column(&cells, focus);
    Window w =
        cells_window(&cells, column, column + 1, used + 10 < t->width ? t->width - used : 10);
    style_on(t, STYLE_FRAME, d->out);
    strbuf_printf(d->out, "%*u ", (int)d->style->gutter, (uint32_t)line);
    style_off(t, STYLE_FRAME, d->out);
    char mark[] = {sign, 0};
    style_put(t, sign == '|' ? STYLE_FRAME : style, mark, d->out);
    if (!cells_blank(&cells)) {
        strbuf_addc(d->out, ' ');
        cells_put(&cells, &w, t, style, d->out);
    }
    strbuf_addc(d->out, '\n');
}

// Bytes that both lines begin with: what differs is what must be seen of a long line.
static uint32_t common_prefix(Str a, Str b)
{
    uint32_t n = 0;
    while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
        n++;
    return n;
}

// Old lines [i, i_end) give way to new lines [j, j_end).
static void replaced(Diff *d, const LineVec *old, uint32_t i, uint32_t i_end, const LineVec *new,
                     uint32_t j, uint32_t j_end, uint32_t first)
{
    for (uint32_t k = i; k < i_end; k++) {
        uint32_t twin = j + (k - i);
        Str other = twin < j_end ? new->data[twin] : (Str){0};
        row(d, '-', (int64_t)first + k, old->data[k], common_prefix(old->data[k], other));
    }
    for (uint32_t k = j; k < j_end; k++) {
        uint32_t twin = i + (k - j);
        Str other = twin < i_end ? old->data[twin] : (Str){0};
        row(d, '+', (int64_t)first + d->shift + k, new->data[k],
            common_prefix(new->data[k], other));
    }
}

// Lengths of the longest common subsequences of the suffixes, row by row; NULL when too large.
static uint16_t *common_table(Diff *d, const LineVec *old, const LineVec *new)
{
    uint64_t size = ((uint64_t)old->len + 1) * ((uint64_t) new->len + 1);
    if (size > DIFF_TABLE)
        return NULL;
    uint32_t wide = new->len + 1;
    uint16_t *table = arena_array(&d->scratch, uint16_t, size);
    for (uint32_t i = old->len; i-- > 0;) {
        for (uint32_t j = new->len; j-- > 0;) {
            uint16_t down = table[(i + 1) * wide + j], right = table[i * wide + j + 1];
            uint16_t best = down > right ? down : right;
            if (str_eq(old->data[i], new->data[j]))
                best = (uint16_t)(table[(i + 1) * wide + j + 1] + 1);
            table[i * wide + j] = best;
        }
    }
    return table;
}

// Prints the alignment; lines are numbered from `first`.
static void align(Diff *d, const LineVec *old, const LineVec *new, uint32_t first)
{
    const uint16_t *table = common_table(d, old, new);
    if (!table) {
        replaced(d, old, 0, old->len, new, 0, new->len, first);
        return;
    }
    uint32_t i = 0, j = 0, wide = new->len + 1;
    while (i < old->len || j < new->len) {
        uint32_t i_end = i, j_end = j;
        while (i_end < old->len || j_end < new->len) {
            bool both = i_end < old->len && j_end < new->len;
            if (both && str_eq(old->data[i_end], new->data[j_end]))
                break;
            if (j_end == new->len ||
                (both && table[(i_end + 1) * wide + j_end] >= table[i_end * wide + j_end + 1]))
                i_end++;
            else
                j_end++;
        }
        replaced(d, old, i, i_end, new, j, j_end, first);
        i = i_end;
        j = j_end;
        if (i < old->len && j < new->len) {
            row(d, '|', (int64_t)first + d->shift + j, new->data[j], 0);
            i++;
            j++;
        }
    }
}

static void hunk_put(Diff *d, const Hunk *h)
{
    const Source *s = d->source;
    Span span = lines_span(s, h->first, h->last);
    StrBuf text = {0};
    edit_apply(d->fix, s, span, &text);
    LineVec old = {0}, new = {0};
    split_lines(&d->scratch, source_str(s, span), &old);
    split_lines(&d->scratch, strbuf_view(&text), &new);
    align(d, &old, &new, h->first);
    d->shift += (int32_t) new.len - (int32_t)old.len;
    strbuf_free(&text);
}

static bool is_blank_line(const Source *s, uint32_t line)
{
    return str_trim(source_line(s, line)).len == 0;
}

// Blank lines at its ends would be no context.
static Hunk hunk_of(const Source *s, const Edit *e)
{
    uint32_t first = line_of(s, e->place.span.start), last = line_of(s, e->place.span.end);
    Hunk h = {
        .first = first > DIFF_CONTEXT ? first - DIFF_CONTEXT : 1,
        .last = last + DIFF_CONTEXT < s->line_count ? last + DIFF_CONTEXT : s->line_count,
    };
    while (h.first < first && is_blank_line(s, h.first))
        h.first++;
    while (h.last > last && is_blank_line(s, h.last))
        h.last--;
    return h;
}

// All edits of the fix in one source, those close together in one hunk.
static void source_put(Diff *d)
{
    Hunk now = {0};
    VEC_EACH (Edit, e, &d->fix->edits) {
        if (e->place.source != d->source)
            continue;
        Hunk next = hunk_of(d->source, e);
        if (now.last && next.first <= now.last + 1) {
            now.last = next.last;
            continue;
        }
        if (now.last) {
            hunk_put(d, &now);
            style_put(d->style->terminal, STYLE_FRAME, "...", d->out);
            strbuf_addc(d->out, '\n');
        }
        now = next;
    }
    hunk_put(d, &now);
}

static bool seen_before(const Fix *fix, const Edit *e)
{
    for (const Edit *o = fix->edits.data; o < e; o++)
        if (o->place.source == e->place.source)
            return true;
    return false;
}

uint32_t diff_gutter(const Fix *fix)
{
    uint32_t last = 0, added = 0;
    VEC_EACH (Edit, e, &fix->edits) {
        const Source *s = e->place.source;
        uint32_t line = line_of(s, e->place.span.end) + DIFF_CONTEXT;
        line = line < s->line_count ? line : s->line_count;
        last = line > last ? line : last;
        for (const char *p = e->text; (p = strchr(p, '\n')); p++)
            added++;
    }
    return (uint32_t)snprintf(NULL, 0, "%u", last + added);
}

void diff_put(const FrameStyle *style, const Fix *fix, const Source *home, StrBuf *out)
{
    const Source *shown = home;
    VEC_EACH (Edit, e, &fix->edits) {
        if (seen_before(fix, e) || !edit_valid(fix, e->place.source))
            continue;
        Diff d = {.style = style, .fix = fix, .source = e->place.source, .out = out};
        if (d.source != shown)
            frame_path_put(style, ":::", d.source, line_of(d.source, e->place.span.start), 0, out);
        shown = d.source;
        frame_gutter_put(style, 0, '|', out);
        strbuf_addc(out, '\n');
        source_put(&d);
        arena_free(&d.scratch);
    }
}
