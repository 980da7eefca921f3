// snippet.c - kinds of documents, and the texts of blocks.
#include "syntax/snippet_find.h"

#include <string.h>

// Compares the end of a path with a suffix in lower case; README.MD is Markdown too.
static bool has_suffix(Str path, const char *suffix)
{
    size_t n = strlen(suffix);
    if (path.len < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = path.ptr[path.len - n + i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != suffix[i])
            return false;
    }
    return true;
}

DocumentKind document_kind(Str path)
{
    if (str_ends(path, ".go"))
        return DOCUMENT_GO;
    return has_suffix(path, ".md") || has_suffix(path, ".markdown") ? DOCUMENT_MARKDOWN
                                                                    : DOCUMENT_TEXT;
}

void snippet_find(Arena *a, const Source *doc, DocumentKind kind, SnippetList *out)
{
    switch (kind) {
    case DOCUMENT_GO:
        vec_push(a, out, (SnippetBlock){.span = {0, doc->len}});
        break;
    case DOCUMENT_MARKDOWN:
        snippet_find_markdown(a, doc, out);
        break;
    case DOCUMENT_TEXT:
        snippet_find_text(a, doc, out);
        break;
    }
}

// The text of a block, copied from the document when the first byte of it must change.
typedef struct Mask {
    Arena *arena;
    const Source *doc;
    Span span;
    char *text;
} Mask;

static void blank(Mask *m, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        char c = m->doc->text[i];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        if (!m->text)
            m->text =
                arena_strndup(m->arena, m->doc->text + m->span.start, m->span.end - m->span.start);
        m->text[i - m->span.start] = ' ';
    }
}

// The end of a line's quote marks in plain text.
static uint32_t behind_quotes(const Source *doc, uint32_t start, uint32_t end)
{
    uint32_t code = start;
    for (uint32_t p = start; p < end && strchr(" \t>", doc->text[p]) && doc->text[p]; p++)
        if (doc->text[p] == '>')
            code = p + 1;
    return code;
}

static bool is_dots(Str s)
{
    s = str_trim(s);
    return str_is(s, "...") || str_is(s, "\xe2\x80\xa6");
}

static char *mask_text(Arena *a, const Source *doc, Span span, const LineMarks *marks)
{
    Mask m = {.arena = a, .doc = doc, .span = span};
    uint32_t mark = 0;
    for (uint32_t start = span.start, end; start < span.end; start = end) {
        const char *nl = memchr(doc->text + start, '\n', span.end - start);
        end = nl ? (uint32_t)(nl - doc->text) + 1 : span.end;
        uint32_t code = start;
        if (!marks)
            code = behind_quotes(doc, start, end);
        // Markdown also ends lines at a lone carriage return, so one line may have several marks.
        for (; marks && mark < marks->len && marks->data[mark].line < end; mark++) {
            blank(&m, marks->data[mark].line, marks->data[mark].code);
            code = marks->data[mark].code;
        }
        blank(&m, start, marks ? start : code);
        if (is_dots((Str){doc->text + code, end - code}))
            blank(&m, code, end);
    }
    return m.text;
}

void snippet_add(Arena *a, const Source *doc, Span span, const LineMarks *marks, Str heading,
                 SnippetList *out)
{
    SnippetBlock b = {.span = span, .heading = heading};
    b.text = mask_text(a, doc, span, marks);
    vec_push(a, out, b);
}

// ---- Is it Go? ----

static bool only_go_has(const Ast *ast, NodeId n)
{
    switch (node_kind(ast, n)) {
    case NODE_FUNC_DECL:
    case NODE_GEN_DECL:
    case NODE_GO_STMT:
    case NODE_DEFER_STMT:
    case NODE_SELECT_STMT:
    case NODE_FOR_STMT:
    case NODE_RANGE_STMT:
    case NODE_TYPE_SWITCH_STMT:
    case NODE_IF_STMT:
    case NODE_SWITCH_STMT:
    case NODE_SEND_STMT:
        return true;
    case NODE_ASSIGN_STMT:
        return ast_assign(ast, n).op == TOK_DEFINE;
    default:
        return false;
    }
}

static bool has_proof(const Ast *ast)
{
    FileView file = ast_file(ast);
    bool proof = file.package.v != 0;
    LIST_EACH (d, file.decls) {
        proof = proof || only_go_has(ast, *d);
    }
    LIST_EACH (s, file.stmts) {
        proof = proof || only_go_has(ast, *s);
    }
    return proof;
}

static bool has_function(const Ast *ast)
{
    FileView file = ast_file(ast);
    LIST_EACH (d, file.decls) {
        if (node_kind(ast, *d) == NODE_FUNC_DECL && node_ok(ast_func_decl(ast, *d).body))
            return true;
    }
    return file.package.v != 0;
}

bool snippet_is_go(const Source *doc, const SnippetBlock *block)
{
    // One error for so many lines is a slip in Go; more are another language.
    enum { LINES_AN_ERROR = 4 };
    Ast *ast = ast_parse(doc, block->span, block->text, PARSE_SNIPPET);
    uint32_t errors = 0, lines = 1;
    ast_errors(ast, &errors);
    for (uint32_t i = block->span.start; i < block->span.end; i++)
        lines += doc->text[i] == '\n';
    bool is_go =
        errors == 0 ? has_proof(ast) : errors * LINES_AN_ERROR <= lines && has_function(ast);
    ast_free(ast);
    return is_go;
}
