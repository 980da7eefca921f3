// ignore_write.c - making the comments that ignore findings.
//
// A comment on a line of its own keeps the columns of comments at line ends as they are, and is where gofmt
// wants it: at the indentation of what it stands above. It goes above the innermost node that covers the
// finding and begins its line.
#include "policy/ignore_write.h"
#include "policy/trees.h"
#include "rules/rule.h"

#include <stdlib.h>

typedef struct Spot {
    const Source *source;
    uint32_t line;     // offset of the start of the line that the comment goes above
    const Rule *rule;
    bool doc;          // a doc comment ends on the line above
} Spot;

typedef VEC(Spot) Spots;

bool ignore_reason_ok(const char *reason)
{
    bool says = false;
    for (const unsigned char *c = (const unsigned char *)reason; *c; c++) {
        if (*c < ' ' || *c == 0x7F)
            return false;
        says |= (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c >= 0x80;
    }
    return says;
}

// ---- Where ----

static bool is_host(NodeKind k)
{
    switch (k) {
    case NODE_GEN_DECL:
    case NODE_FUNC_DECL:
    case NODE_IMPORT_SPEC:
    case NODE_VALUE_SPEC:
    case NODE_TYPE_SPEC:
    case NODE_FIELD:
    case NODE_KEY_VALUE_EXPR:
        return true;
    default:
        return k >= NODE_DECL_STMT && k <= NODE_RANGE_STMT;
    }
}

static uint32_t start_of_line(const Source *s, uint32_t at)
{
    while (at > 0 && s->text[at - 1] != '\n')
        at--;
    return at;
}

static bool begins_line(const Source *s, uint32_t at)
{
    for (uint32_t k = start_of_line(s, at); k < at; k++)
        if (s->text[k] != ' ' && s->text[k] != '\t')
            return false;
    return true;
}

// The innermost node to which a comment can be given, or the none node.
static NodeId find_host(const Ast *ast, uint32_t offset)
{
    const Source *source = ast_source(ast);
    NodeId host = {0};
    uint32_t best = 0;
    for (NodeId n = {1}; n.v < ast_node_count(ast); n.v++) {
        if (!is_host(node_kind(ast, n)))
            continue;
        Span span = node_span(ast, n);
        bool holds = offset >= span.start && offset < span.end;
        if (holds && (!host.v || span.start > best) && begins_line(source, span.start)) {
            host = n;
            best = span.start;
        }
    }
    return host;
}

// gofmt keeps the directives of a doc comment at its end, after an empty comment line. It knows doc comments by
// their standing in the first column.
static bool has_doc(const Source *s, uint32_t line)
{
    if (line == 0 || (s->text[line] == ' ' || s->text[line] == '\t'))
        return false;
    Str above = source_line(s, source_position(s, line).line - 1);
    if (!str_starts(above, "//"))
        return false;
    // A directive: //word:word.
    size_t at = 2;
    while (at < above.len && ((above.ptr[at] >= 'a' && above.ptr[at] <= 'z') || (above.ptr[at] >= '0' && above.ptr[at] <= '9')))
        at++;
    return at == 2 || at == above.len || above.ptr[at] != ':';
}

// ---- What ----

static int by_spot(const void *x, const void *y)
{
    const Spot *a = x, *b = y;
    if (a->source != b->source) {
        int order = strcmp(a->source->path, b->source->path);
        return order ? order : (uintptr_t)a->source < (uintptr_t)b->source ? -1 : 1;
    }
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return strcmp(a->rule->slug, b->rule->slug);
}

static bool same_place(const Spot *a, const Spot *b)
{
    return a->source == b->source && a->line == b->line;
}

// One comment for all rules of a place, above the blanks with which its line begins.
static uint32_t add_comment(Arena *a, const Spot *spots, uint32_t count, const char *reason, IgnoreEdits *out)
{
    const Spot *first = spots;
    uint32_t used = 0, indent = first->line;
    const Source *s = first->source;
    while (s->text[indent] == ' ' || s->text[indent] == '\t')
        indent++;
    StrBuf text = {0};
    strbuf_adds(&text, first->doc ? "//\n//curfew:ignore " : "//curfew:ignore ");
    for (; used < count && same_place(first, &spots[used]); used++)
        if (used == 0 || spots[used].rule != spots[used - 1].rule)
            strbuf_printf(&text, "%s%s", used ? "," : "", spots[used].rule->slug);
    strbuf_printf(&text, " %s\n", reason);
    strbuf_add(&text, source_str(s, (Span){first->line, indent}));
    vec_push(a, &out->edits, (Edit){{s, {indent, indent}}, arena_strndup(a, text.data, text.len)});
    strbuf_free(&text);
    return used;
}

void ignore_write(Arena *a, const FindingList *findings, const char *reason, IgnoreEdits *out)
{
    Trees trees = {0};
    Spots spots = {0};
    Str trimmed = str_trim(str_of(reason));
    const char *said = arena_strndup(a, trimmed.ptr, trimmed.len);
    const Rule *unused = rule_find(STR("unused-ignore"));
    VEC_EACH (Finding *, slot, &findings->items) {
        const Finding *f = *slot;
        if (f->standing != STANDING_COUNTS || f->rule == unused)
            continue;
        const Source *s = f->place.source;
        const Ast *ast = s ? trees_at(&trees, s, f->place.span.start) : NULL;
        NodeId host = ast ? find_host(ast, f->place.span.start) : (NodeId){0};
        if (!host.v) {
            vec_push(a, &out->left, f);
            continue;
        }
        uint32_t line = start_of_line(s, node_span(ast, host).start);
        vec_push(&trees.arena, &spots, (Spot){s, line, f->rule, has_doc(s, line)});
    }
    out->count = spots.len;
    if (spots.len)
        qsort(spots.data, spots.len, sizeof *spots.data, by_spot);
    for (uint32_t k = 0; k < spots.len;)
        k += add_comment(a, &spots.data[k], spots.len - k, said, out);
    trees_free(&trees);
}
