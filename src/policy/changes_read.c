// changes_read.c - reading a unified diff.
//
// The format is that of POSIX diff -u with git's additions (git-diff, "Generating patch text with -p"). A
// hunk says in its head how many lines it has, so a removed line that looks like a head of a file is none.
#include "policy/changes.h"

#include <stdlib.h>

typedef struct DiffReader {
    Changes *out;
    Str rest;
    Str text;      // the current line, without its end
    uint32_t line; // its number
    const char *error;
    Str git_old, git_new; // of the last `diff --git` line, where both could be told apart
    Str old_name;         // of the last `---` line
    ChangedFile *file;    // NULL: hunks belong to nothing that is there afterwards
    bool any;             // something of a diff was seen
} DiffReader;

static bool next_line(DiffReader *r)
{
    if (r->rest.len == 0)
        return false;
    size_t end = str_find(r->rest, STR("\n"));
    r->text = str_sub(r->rest, 0, end);
    r->rest = end == SIZE_MAX ? (Str){0} : str_sub(r->rest, end + 1, r->rest.len);
    r->line++;
    return true;
}

static Str without_cr(Str s)
{
    return str_ends(s, "\r") ? str_sub(s, 0, s.len - 1) : s;
}

// ---- Names ----

static bool read_escape(Str s, size_t *at, char *out)
{
    static const char from[] = "abtnvfr\"\\", to[] = "\a\b\t\n\v\f\r\"\\";
    char c = s.ptr[*at];
    const char *known = c ? strchr(from, c) : NULL;
    if (known) {
        *out = to[known - from];
        (*at)++;
        return true;
    }
    unsigned value = 0, digits = 0;
    for (; digits < 3 && *at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '7'; digits++)
        value = value * 8 + (unsigned)(s.ptr[(*at)++] - '0');
    *out = (char)(unsigned char)value;
    return digits == 3 && value > 0 && value < 256;
}

// A name in C's quotes at the start of `s`; *taken is where it ends. False when it is none.
static bool read_quoted(Arena *a, Str s, Str *name, size_t *taken)
{
    StrBuf out = {0};
    bool closed = false;
    size_t at = 1;
    while (at < s.len && !closed) {
        char c = s.ptr[at++];
        if (c == '"') {
            closed = true;
        } else {
            if (c == '\\' && (at == s.len || !read_escape(s, &at, &c)))
                break;
            strbuf_addc(&out, c);
        }
    }
    *name = (Str){arena_strndup(a, out.data ? out.data : "", out.len), out.len};
    *taken = at;
    strbuf_free(&out);
    return closed;
}

// The name behind `--- ` or `+++ `. A tab ends it: diff -u puts a time behind that, git a mark where the name
// holds blanks.
static Str read_name(DiffReader *r, Str s)
{
    s = without_cr(s);
    Str name;
    size_t taken;
    if (str_starts(s, "\"") && read_quoted(&r->out->arena, s, &name, &taken))
        return name;
    return str_sub(s, 0, str_find(s, STR("\t")));
}

static bool is_prefixed(Str name)
{
    return name.len > 2 && name.ptr[1] == '/' && name.ptr[0] >= 'a' && name.ptr[0] <= 'z';
}

static Str without_prefix(Str name)
{
    return str_sub(name, 2, name.len);
}

static bool is_null(Str name)
{
    return str_is(name, "/dev/null");
}

// The new file's name without git's prefix. Prefixes are a/ and b/, or i/, w/, c/, o/ (diff.mnemonicPrefix):
// two different ones, or there are none (diff.noprefix). Where one side is no file, the diff --git line tells.
static Str strip(const DiffReader *r, Str old_name, Str new_name)
{
    if (!is_prefixed(new_name))
        return new_name;
    if (is_null(old_name)) {
        bool plain = r->git_new.len && str_eq(r->git_old, r->git_new);
        return plain ? new_name : without_prefix(new_name);
    }
    return is_prefixed(old_name) && old_name.ptr[0] != new_name.ptr[0] ? without_prefix(new_name) : new_name;
}

static ChangedFile *file_of(DiffReader *r, Str path)
{
    Arena *a = &r->out->arena;
    // A series of patches can touch a file twice; then the lines of the last one hold, as far as can be told.
    vec_push(a, &r->out->files, (ChangedFile){.path = arena_strndup(a, path.ptr, path.len)});
    return &vec_last(&r->out->files);
}

// `diff --git OLD NEW`: where neither is quoted and both have one length, the names can be told apart.
static void read_git_line(DiffReader *r)
{
    Str s = without_cr(str_sub(r->text, strlen("diff --git "), r->text.len));
    r->git_old = r->git_new = (Str){0};
    r->file = NULL;
    r->any = true;
    size_t half = s.len / 2;
    if (s.len % 2 == 1 && s.ptr[half] == ' ' && s.ptr[0] != '"') {
        r->git_old = str_sub(s, 0, half);
        r->git_new = str_sub(s, half + 1, s.len);
    }
}

static void read_new_name(DiffReader *r)
{
    Str name = read_name(r, str_sub(r->text, strlen("+++ "), r->text.len));
    r->file = is_null(name) || name.len == 0 ? NULL : file_of(r, strip(r, r->old_name, name));
    r->any = true;
}

// ---- Hunks ----

typedef struct Hunk {
    uint32_t old_left, new_left, new_line;
    uint32_t added, removed; // of the run of changes that is being read
} Hunk;

static bool read_number(Str *s, uint32_t *n)
{
    size_t at = 0;
    uint64_t value = 0;
    for (; at < s->len && s->ptr[at] >= '0' && s->ptr[at] <= '9' && value <= UINT32_MAX; at++)
        value = value * 10 + (uint64_t)(s->ptr[at] - '0');
    *s = str_sub(*s, at, s->len);
    *n = (uint32_t)value;
    return at > 0 && value < INT32_MAX;
}

static bool skip(Str *s, const char *text)
{
    if (!str_starts(*s, text))
        return false;
    *s = str_sub(*s, strlen(text), s->len);
    return true;
}

// `@@ -FIRST[,COUNT] +FIRST[,COUNT] @@`
static bool read_head(Str s, Hunk *h)
{
    uint32_t old_line;
    *h = (Hunk){.old_left = 1, .new_left = 1};
    if (!skip(&s, "@@ -") || !read_number(&s, &old_line))
        return false;
    if (skip(&s, ",") && !read_number(&s, &h->old_left))
        return false;
    if (!skip(&s, " +") || !read_number(&s, &h->new_line))
        return false;
    if (skip(&s, ",") && !read_number(&s, &h->new_left))
        return false;
    // A hunk without new lines gives the line before it.
    if (h->new_left == 0)
        h->new_line++;
    return str_starts(s, " @@") && h->new_line > 0;
}

// Ends a run of changes; `h->new_line` is the line behind it.
static void end_run(DiffReader *r, Hunk *h)
{
    Arena *a = &r->out->arena;
    if (r->file && h->added)
        vec_push(a, &r->file->added, (LineRange){h->new_line - h->added, h->new_line - 1});
    else if (r->file && h->removed)
        vec_push(a, &r->file->removed, h->new_line - 1);
    h->added = h->removed = 0;
}

static bool read_hunk_line(DiffReader *r, Hunk *h)
{
    char kind = r->text.len ? r->text.ptr[0] : ' '; // some mailers cut blanks at line ends off
    if (kind == '\r')
        kind = ' ';
    bool old_side = kind == ' ' || kind == '-', new_side = kind == ' ' || kind == '+';
    if (kind == '\\')
        return true;
    if ((!old_side && !new_side) || (old_side && h->old_left == 0) || (new_side && h->new_left == 0))
        return false;
    if (kind == ' ')
        end_run(r, h);
    h->old_left -= old_side;
    h->new_left -= new_side;
    h->new_line += new_side;
    h->added += kind == '+';
    h->removed += kind == '-';
    return true;
}

static void read_hunk(DiffReader *r)
{
    Hunk h;
    uint32_t head = r->line;
    if (!read_head(r->text, &h)) {
        r->error = "this head of a hunk is not of the form `@@ -1,2 +3,4 @@`";
        return;
    }
    if (!r->any) {
        r->error = "this hunk belongs to no file: there is no `+++` line before it";
        return;
    }
    while (h.old_left > 0 || h.new_left > 0) {
        if (!next_line(r)) {
            r->line = head;
            r->error = "the diff ends before this hunk does";
            return;
        }
        if (!read_hunk_line(r, &h)) {
            r->error = "a line of a hunk begins with a blank, `+`, `-` or `\\`, and their numbers are those in its head";
            return;
        }
    }
    end_run(r, &h);
}

static void read_line(DiffReader *r)
{
    if (str_starts(r->text, "diff --git ")) {
        read_git_line(r);
    } else if (str_starts(r->text, "--- ")) {
        r->old_name = read_name(r, str_sub(r->text, strlen("--- "), r->text.len));
        Str next = r->rest;
        // In a commit message a line of dashes is no name.
        if (str_starts(next, "+++ ") && next_line(r))
            read_new_name(r);
    } else if (str_starts(r->text, "@@@")) {
        r->error = "a combined diff of a merge says nothing about one side; compare with one parent";
    } else if (str_starts(r->text, "@@ -")) {
        read_hunk(r);
    }
}

static int by_path(const void *x, const void *y)
{
    return strcmp(((const ChangedFile *)x)->path, ((const ChangedFile *)y)->path);
}

static bool is_blank(Str s)
{
    return str_trim(s).len == 0;
}

// Of several entries for a file one is left. The sort keeps no order among equals, so they are added up.
static void join_files(Changes *c)
{
    uint32_t kept = 0;
    if (c->files.len)
        qsort(c->files.data, c->files.len, sizeof *c->files.data, by_path);
    for (uint32_t k = 0; k < c->files.len; k++) {
        ChangedFile *f = &c->files.data[k], *last = kept ? &c->files.data[kept - 1] : NULL;
        if (!last || strcmp(last->path, f->path) != 0) {
            c->files.data[kept++] = *f;
            continue;
        }
        VEC_EACH (const LineRange, range, &f->added)
            vec_push(&c->arena, &last->added, *range);
        VEC_EACH (const uint32_t, line, &f->removed)
            vec_push(&c->arena, &last->removed, *line);
    }
    c->files.len = kept;
}

Changes *changes_read(Str text, uint32_t *line, const char **error)
{
    Changes *c = mem_alloc(sizeof *c);
    *c = (Changes){0};
    DiffReader r = {.out = c, .rest = text};
    while (!r.error && next_line(&r))
        read_line(&r);
    if (!r.error && !r.any && !is_blank(text)) {
        r.error = "this is no unified diff: nothing in it begins with `diff --git`, or `---` and `+++`";
        r.line = 1;
    }
    *line = r.line;
    *error = r.error;
    if (!r.error) {
        join_files(c);
        return c;
    }
    changes_free(c);
    return NULL;
}

void changes_free(Changes *c)
{
    if (!c)
        return;
    arena_free(&c->arena);
    free(c);
}
