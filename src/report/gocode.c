// gocode.c - blocks of code on a page, Go coloured by the tokens of curfew's own scanner.
#include "report/gocode.h"

#include "report/cells.h"
#include "syntax/ast.h"

#include <string.h>

// A line of code whose bytes have styles.
static void line_put(Arena *a, Str line, const char *styles, uint32_t indent, const Terminal *t,
                     StrBuf *out)
{
    Cells cells = cells_of(a, line, 0, false);
    if (cells.cells.len > 0)
        strbuf_repeat(out, ' ', indent);
    Style now = STYLE_PLAIN;
    for (uint32_t i = 0; i < cells.cells.len; i++) {
        const Cell *c = &cells.cells.data[i];
        Style want = (Style)styles[c->byte];
        if (want != now) {
            style_off(t, now, out);
            style_on(t, want, out);
            now = want;
        }
        strbuf_add(out, (Str){c->glyph.text, c->glyph.text_len});
    }
    style_off(t, now, out);
    strbuf_addc(out, '\n');
}

static void lines_put(Str code, const char *styles, uint32_t indent, const Terminal *t, StrBuf *out)
{
    Arena a = {0};
    size_t at = 0;
    while (at < code.len) {
        Str rest = str_sub(code, at, code.len);
        size_t end = str_find(rest, STR("\n"));
        Str line = str_sub(rest, 0, end);
        line_put(&a, line, styles + at, indent, t, out);
        at += line.len + 1;
        arena_reset(&a);
    }
    arena_free(&a);
}

static void paint(char *styles, Span span, Style style)
{
    memset(styles + span.start, (int)style, span.end - span.start);
}

static Style token_style(TokenKind kind)
{
    if (kind >= TOK_BREAK && kind <= TOK_VAR)
        return STYLE_KEYWORD;
    if (kind == TOK_STRING || kind == TOK_CHAR)
        return STYLE_STRING;
    return STYLE_PLAIN;
}

void gocode_put(Str code, uint32_t indent, const Terminal *t, StrBuf *out)
{
    Arena a = {0};
    char *styles = arena_array(&a, char, code.len + 1); // zero is STYLE_PLAIN
    Source *source = source_from("", code);
    Ast *ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_SNIPPET);
    for (uint32_t i = 1; i < ast_token_count(ast); i++) {
        TokenId token = {i};
        paint(styles, token_span(ast, token), token_style(token_kind(ast, token)));
    }
    uint32_t count;
    const Comment *comments = ast_comments(ast, &count);
    for (uint32_t i = 0; i < count; i++)
        paint(styles, comments[i].span, STYLE_COMMENT);
    lines_put(code, styles, indent, t, out);
    ast_free(ast);
    source_free(source);
    arena_free(&a);
}

void plaincode_put(Str code, Style style, uint32_t indent, const Terminal *t, StrBuf *out)
{
    Arena a = {0};
    char *styles = arena_array(&a, char, code.len + 1);
    paint(styles, (Span){0, (uint32_t)code.len}, style);
    lines_put(code, styles, indent, t, out);
    arena_free(&a);
}
