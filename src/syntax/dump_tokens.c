// dump_tokens.c - the token dump, and the pieces of lines that both dumps are made of.
#include "syntax/dump.h"
#include "syntax/dump_text.h"

void dump_number(StrBuf *out, uint32_t n)
{
    char digits[10];
    size_t i = sizeof digits;
    do {
        digits[--i] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    strbuf_add(out, (Str){digits + i, sizeof digits - i});
}

void dump_span(StrBuf *out, Span span)
{
    dump_number(out, span.start);
    strbuf_addc(out, '-');
    dump_number(out, span.end);
}

void dump_escaped(StrBuf *out, Str text)
{
    static const char hex[] = "0123456789abcdef";
    size_t done = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= ' ' && c < 0x7f && c != '\\')
            continue;
        strbuf_add(out, str_sub(text, done, i));
        done = i + 1;
        char escape[] = {'\\', 'x', hex[c >> 4], hex[c & 15]};
        strbuf_add(out, (Str){escape, sizeof escape});
    }
    strbuf_add(out, str_sub(text, done, text.len));
}

void dump_errors(StrBuf *out, const Ast *ast)
{
    uint32_t count;
    const SyntaxError *errors = ast_errors(ast, &count);
    for (uint32_t i = 0; i < count; i++) {
        strbuf_adds(out, "error ");
        dump_number(out, errors[i].offset);
        strbuf_addc(out, ' ');
        dump_escaped(out, str_of(errors[i].message));
        strbuf_addc(out, '\n');
    }
}

static void dump_token(StrBuf *out, const Ast *ast, TokenId t)
{
    TokenKind kind = token_kind(ast, t);
    dump_span(out, token_span(ast, t));
    strbuf_addc(out, ' ');
    strbuf_adds(out, token_kind_text(kind));
    if (token_is_auto(ast, t)) {
        strbuf_adds(out, " auto");
    } else if (kind >= TOK_IDENT && kind <= TOK_STRING) {
        strbuf_addc(out, ' ');
        dump_escaped(out, token_text(ast, t));
    }
    strbuf_addc(out, '\n');
}

void ast_dump_tokens(const Ast *ast, StrBuf *out)
{
    uint32_t comment_count, c = 0;
    const Comment *comments = ast_comments(ast, &comment_count);
    for (TokenId t = {1}; t.v < ast_token_count(ast); t.v++) {
        for (; c < comment_count && comments[c].next.v == t.v; c++) {
            dump_span(out, comments[c].span);
            strbuf_adds(out, " COMMENT\n");
        }
        dump_token(out, ast, t);
    }
    dump_errors(out, ast);
}
