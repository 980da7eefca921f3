// head.c - reading files up to the end of their imports.
//
// Two readings, as in go/build: the grammar of package clause and imports, token by token (the Go
// specification's Source file organization), and the lines before the package clause, among which
// constraints are found. Semicolons are put at line ends by the same rule as in the scanner.
#include "load/head.h"

#include <string.h>
#include <utf8proc.h>

typedef struct Reader {
    Arena *arena;
    Str text;
    size_t at;
    uint32_t line;  // of `at`
    bool newline;   // a line end was passed by the last skip_blanks
    bool short_of;  // the text ended where more was wanted
    size_t package; // offset of the package clause, SIZE_MAX before it
    Head *head;
} Reader;

static bool at_end(const Reader *r)
{
    return r->at >= r->text.len;
}

static char here(const Reader *r)
{
    return at_end(r) ? 0 : r->text.ptr[r->at];
}

static void fail(Reader *r, const char *reason)
{
    r->short_of |= at_end(r);
    if (r->head->error)
        return;
    r->head->error = reason;
    r->head->error_line = r->line;
}

static Str copy(Reader *r, Str s)
{
    return (Str){arena_strndup(r->arena, s.ptr, s.len), s.len};
}

static Str first_line(Str s)
{
    return str_sub(s, 0, str_find(s, STR("\n")));
}

// ---- Comments ----

static bool marks_generated(Str line)
{
    static const char prefix[] = "// Code generated ", suffix[] = " DO NOT EDIT.";
    if (str_ends(line, "\r"))
        line.len--;
    return line.len >= strlen(prefix) + strlen(suffix) && str_starts(line, prefix) &&
           str_ends(line, suffix);
}

static void note_debug(Reader *r, Str comment)
{
    static const char prefix[] = "//go:debug";
    Str rest = str_sub(comment, strlen(prefix), comment.len);
    if (str_starts(comment, prefix) && rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t'))
        vec_push(r->arena, &r->head->debugs, copy(r, str_trim(rest)));
}

// A comment before the package clause.
static void note_comment(Reader *r, Str comment)
{
    note_debug(r, comment);
    if (str_find(comment, STR("// Code generated ")) == SIZE_MAX)
        return;
    for (size_t at = 0; at < comment.len;) {
        Str line = first_line(str_sub(comment, at, comment.len));
        r->head->generated |= marks_generated(line);
        at += line.len + 1;
    }
}

// Offset behind the comment at `at`; it ends before a line end, or behind its */.
static size_t comment_end(const Reader *r)
{
    Str rest = str_sub(r->text, r->at, r->text.len);
    bool block = rest.ptr[1] == '*';
    size_t end =
        block ? str_find(str_sub(rest, 2, rest.len), STR("*/")) : str_find(rest, STR("\n"));
    if (end == SIZE_MAX)
        return SIZE_MAX;
    return r->at + (block ? end + 4 : end);
}

static void skip_comment(Reader *r)
{
    size_t start = r->at, end = comment_end(r);
    bool open = end == SIZE_MAX;
    if (open) {
        end = r->text.len;
        r->short_of = true;
    }
    for (const char *p = r->text.ptr + start;
         (p = memchr(p, '\n', (size_t)(r->text.ptr + end - p))) != NULL; p++) {
        r->line++;
        r->newline = true;
    }
    r->at = end;
    if (open && r->text.ptr[start + 1] == '*')
        fail(r, "comment not terminated");
    if (r->package == SIZE_MAX)
        note_comment(r, str_sub(r->text, start, end));
}

static bool at_comment(const Reader *r)
{
    return r->at + 1 < r->text.len && r->text.ptr[r->at] == '/' &&
           (r->text.ptr[r->at + 1] == '/' || r->text.ptr[r->at + 1] == '*');
}

static void skip_blanks(Reader *r)
{
    r->newline = false;
    for (; !at_end(r); r->at++) {
        char c = here(r);
        if (c == '\n') {
            r->line++;
            r->newline = true;
        } else if (at_comment(r)) {
            skip_comment(r);
            r->at--;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            break;
        }
    }
    r->short_of |= at_end(r) || (here(r) == '/' && r->at + 1 == r->text.len);
}

// ---- Tokens ----

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

static Str peek_name(Reader *r)
{
    size_t end = r->at;
    while (end < r->text.len && is_name_char(r->text.ptr[end]))
        end++;
    r->short_of |= end == r->text.len;
    Str name = str_sub(r->text, r->at, end);
    return name.len > 0 && name.ptr[0] >= '0' && name.ptr[0] <= '9' ? (Str){0} : name;
}

static bool take_word(Reader *r, const char *word)
{
    Str name = peek_name(r);
    if (!str_is(name, word))
        return false;
    r->at += name.len;
    return true;
}

// Takes what ends a clause: a semicolon, a line end, the end of the file, or nothing before a
// closing parenthesis.
static void end_clause(Reader *r)
{
    skip_blanks(r);
    if (here(r) == ';') {
        r->at++;
        skip_blanks(r);
    } else if (!r->newline && !at_end(r) && here(r) != ')') {
        fail(r, "a line end or ; is missing");
    }
}

// ---- Import paths ----

// Import paths hold graphic characters other than blanks and !"#$%&'()*,:;<=>?[\]^`{|} (the
// implementation restriction of the specification's Import declarations).
static bool valid_rune(utf8proc_int32_t c)
{
    if (c < 0x80)
        return c > ' ' && c < 0x7f && !strchr("!\"#$%&'()*,:;<=>?[\\]^`{|}", (char)c);
    utf8proc_category_t category = utf8proc_category(c);
    return c != 0xfffd && category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_SO;
}

static bool valid_path(Str path)
{
    for (size_t i = 0; i < path.len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)path.ptr + i,
                                              (utf8proc_ssize_t)(path.len - i), &c);
        if (n <= 0 || !valid_rune(c))
            return false;
        i += (size_t)n;
    }
    return path.len > 0;
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

// Writes what the escape behind a backslash stands for; gives the length of the escape, 0 for one
// that no import path can have.
static size_t unescape(Str s, StrBuf *out)
{
    static const struct {
        char letter;
        int base;
        size_t digits, skip;
    } kinds[] = {{'x', 16, 2, 1}, {'u', 16, 4, 1}, {'U', 16, 8, 1}, {0, 8, 3, 0}};
    size_t k = 0;
    while (k < 3 && (s.len == 0 || s.ptr[0] != kinds[k].letter))
        k++;
    size_t end = kinds[k].skip + kinds[k].digits;
    uint32_t value = 0;
    if (s.len < end)
        return 0;
    for (size_t i = kinds[k].skip; i < end; i++) {
        int digit = digit_value(s.ptr[i]);
        if (digit >= kinds[k].base || value > 0x10ffff)
            return 0;
        value = value * (uint32_t)kinds[k].base + (uint32_t)digit;
    }
    if (k == 0 || k == 3) {
        strbuf_addc(out, (char)value);
        return value < 256 ? end : 0;
    }
    utf8proc_uint8_t bytes[4];
    if (!utf8proc_codepoint_valid((utf8proc_int32_t)value))
        return 0;
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)value, bytes);
    strbuf_add(out, (Str){(const char *)bytes, (size_t)n});
    return end;
}

static Str unquote(Reader *r, Str body, bool raw)
{
    if (raw || !memchr(body.ptr, '\\', body.len))
        return copy(r, body);
    StrBuf out = {0};
    for (size_t i = 0; i < body.len;) {
        if (body.ptr[i] != '\\') {
            strbuf_addc(&out, body.ptr[i++]);
            continue;
        }
        size_t n = unescape(str_sub(body, i + 1, body.len), &out);
        if (n == 0) {
            out.len = 0;
            break;
        }
        i += n + 1;
    }
    Str path = copy(r, strbuf_view(&out));
    strbuf_free(&out);
    return path;
}

// Offset behind the closing quote of the string at `at`, or SIZE_MAX.
static size_t string_end(const Reader *r, char quote)
{
    for (size_t i = r->at + 1; i < r->text.len; i++) {
        char c = r->text.ptr[i];
        if (c == quote)
            return i + 1;
        if (c == '\n' && quote == '"')
            return SIZE_MAX;
        if (c == '\\' && quote == '"')
            i++;
    }
    return SIZE_MAX;
}

static void read_path(Reader *r)
{
    char quote = here(r);
    if (quote != '"' && quote != '`') {
        fail(r, "missing import path");
        return;
    }
    size_t end = string_end(r, quote);
    if (end == SIZE_MAX) {
        r->short_of |= quote == '`' || !memchr(r->text.ptr + r->at, '\n', r->text.len - r->at);
        fail(r, "string not terminated");
        return;
    }
    Str path = unquote(r, str_sub(r->text, r->at + 1, end - 1), quote == '`');
    if (!valid_path(path)) {
        fail(r, "invalid import path");
        return;
    }
    vec_push(r->arena, &r->head->imports, (HeadImport){path, r->line});
    r->head->cgo |= str_is(path, "C");
    r->at = end;
}

// ImportSpec = [ "." | PackageName ] ImportPath .
static void read_spec(Reader *r)
{
    Str name = peek_name(r);
    if (here(r) == '.')
        r->at++;
    else
        r->at += name.len;
    skip_blanks(r);
    read_path(r);
    if (!r->head->error)
        end_clause(r);
}

// ImportDecl = "import" ( ImportSpec | "(" { ImportSpec ";" } ")" ) .
static void read_import(Reader *r)
{
    skip_blanks(r);
    if (here(r) != '(') {
        read_spec(r);
        return;
    }
    r->at++;
    skip_blanks(r);
    while (!r->head->error && here(r) != ')')
        read_spec(r);
    if (r->head->error)
        return;
    r->at++;
    end_clause(r);
}

// PackageClause = "package" PackageName .
static void read_package(Reader *r)
{
    skip_blanks(r);
    size_t start = r->at;
    if (r->head->error || !take_word(r, "package")) {
        fail(r, "expected 'package'");
        return;
    }
    r->package = start;
    skip_blanks(r);
    Str name = peek_name(r);
    if (name.len == 0 || str_is(name, "_")) {
        fail(r, "expected the name of the package");
        return;
    }
    r->at += name.len;
    r->head->package = copy(r, name);
    end_clause(r);
}

// ---- //go:embed ----

// Arguments are separated by blanks; one with blanks in it is quoted.
static void read_embeds(Reader *r, Str comment)
{
    static const char prefix[] = "//go:embed";
    Str rest = str_sub(comment, strlen(prefix), comment.len);
    if (!str_starts(comment, prefix) || rest.len == 0 ||
        (rest.ptr[0] != ' ' && rest.ptr[0] != '\t'))
        return;
    for (rest = str_trim(rest); rest.len > 0; rest = str_trim(rest)) {
        size_t end = 0;
        bool quoted = rest.ptr[0] == '"' || rest.ptr[0] == '`';
        if (quoted) {
            Reader inner = {.text = rest};
            end = string_end(&inner, rest.ptr[0]);
            if (end == SIZE_MAX)
                return;
            vec_push(r->arena, &r->head->embeds,
                     unquote(r, str_sub(rest, 1, end - 1), rest.ptr[0] == '`'));
        } else {
            while (end < rest.len && rest.ptr[end] != ' ' && rest.ptr[end] != '\t' && rest.ptr[end] != '\r')
                end++;
            if (end == 0) // nothing that could be an argument begins so
                return;
            vec_push(r->arena, &r->head->embeds, copy(r, str_sub(rest, 0, end)));
        }
        rest = str_sub(rest, end, rest.len);
    }
}

// Offset behind the rune or string literal at `at`; a literal that has no end stops at its line.
static size_t literal_end(const Reader *r)
{
    char quote = here(r);
    size_t i = r->at + 1;
    for (; i < r->text.len && r->text.ptr[i] != quote; i++) {
        if (quote != '`' && r->text.ptr[i] == '\n')
            return i;
        if (quote != '`' && r->text.ptr[i] == '\\')
            i++;
    }
    return i < r->text.len ? i + 1 : r->text.len;
}

// All of a file that imports "embed".
static void find_embeds(Reader *r)
{
    r->at = 0;
    while (!at_end(r)) {
        size_t start = r->at;
        char c = here(r);
        if (at_comment(r)) {
            skip_comment(r);
            read_embeds(r, str_sub(r->text, start, r->at));
        } else if (c == '"' || c == '`' || c == '\'') {
            r->at = literal_end(r);
        } else {
            r->at++;
        }
    }
}

// ---- Constraints ----

static void refuse(Reader *r, const char *reason, uint32_t line)
{
    r->head->refused = reason;
    r->head->error_line = line;
}

// The lines before the package clause as go/build sees them.
typedef struct Lines {
    Str go_build;
    uint32_t go_build_line;
    size_t plus_end; // // +build lines count up to here: the last empty line among the first //
    bool two;        // there is a second //go:build
} Lines;

// Blanks off the line's ends, and comments off its beginning. False when other text stands there.
static bool only_comments(Str line, bool *in_block)
{
    while ((line = str_trim(line)).len > 0) {
        if (*in_block) {
            size_t end = str_find(line, STR("*/"));
            if (end == SIZE_MAX)
                return true;
            *in_block = false;
            line = str_sub(line, end + 2, line.len);
        } else if (str_starts(line, "//")) {
            return true;
        } else if (str_starts(line, "/*")) {
            *in_block = true;
            line = str_sub(line, 2, line.len);
        } else {
            return false;
        }
    }
    return true;
}

static Lines find_lines(Str text)
{
    Lines found = {0};
    bool ended = false, in_block = false;
    uint32_t number = 0;
    for (size_t at = 0; at < text.len;) {
        Str line = first_line(str_sub(text, at, text.len));
        at += line.len + 1;
        number++;
        line = str_trim(line);
        if (line.len == 0 && !ended) {
            found.plus_end = at < text.len ? at : text.len;
            continue;
        }
        ended |= !str_starts(line, "//");
        if (!in_block && constraint_is_go_build(line)) {
            found.two |= found.go_build.ptr != NULL;
            found.go_build = found.two ? found.go_build : line;
            found.go_build_line = number;
        }
        if (!only_comments(line, &in_block))
            break;
    }
    return found;
}

static void judge(Reader *r, ConstraintTags tags)
{
    Lines found = find_lines(r->text);
    if (found.two) {
        refuse(r, "multiple //go:build comments", found.go_build_line);
        return;
    }
    if (found.go_build.ptr) {
        Constraint c = constraint_eval(found.go_build, tags);
        if (c.error)
            refuse(r, arena_printf(r->arena, "parsing //go:build line: %s", c.error),
                   found.go_build_line);
        else if (!c.holds)
            r->head->excluding = copy(r, found.go_build);
        r->head->go_minor = c.go_minor;
        return;
    }
    for (size_t at = 0; at < found.plus_end;) {
        Str line = first_line(str_sub(r->text, at, found.plus_end));
        at += line.len + 1;
        line = str_trim(line);
        if (!constraint_is_plus_build(line))
            continue;
        Constraint c = constraint_eval(line, tags);
        if (!c.error && !c.holds && r->head->excluding.len == 0)
            r->head->excluding = copy(r, line);
    }
}

static bool imports_embed(const Head *h)
{
    VEC_EACH (HeadImport, i, &h->imports)
        if (str_is(i->path, "embed"))
            return true;
    return false;
}

static void read_clauses(Reader *r)
{
    read_package(r);
    while (!r->head->error && take_word(r, "import"))
        read_import(r);
}

bool head_read(Arena *a, Str text, bool whole, ConstraintTags tags, Head *out)
{
    *out = (Head){0};
    if (str_starts(text, "\xef\xbb\xbf"))
        text = str_sub(text, 3, text.len);
    Reader r = {.arena = a, .text = text, .line = 1, .package = SIZE_MAX, .head = out};
    read_clauses(&r);
    if (!whole && (r.short_of || out->error)) // go/build, too, reads all of a file with a fault
        return false;
    size_t seen = r.at < text.len ? r.at + 1 : text.len;
    judge(&r, tags);
    if (seen > 0 && memchr(text.ptr, 0, seen))
        refuse(&r, "unexpected NUL in input", r.line);
    if (out->error)
        out->imports.len = 0;
    if (out->refused || out->error || out->excluding.len > 0 || !imports_embed(out))
        return true;
    if (!whole)
        return false;
    find_embeds(&r);
    return true;
}
