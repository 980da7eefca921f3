// recover.c - errors of the parser and how it goes on after them.
//
// An error is reported at the token that does not fit. A missing token is skipped as if it were
// there misspelled; where nothing sensible can follow, tokens are skipped up to one that starts
// the next statement, declaration or list element. The same places and sets as in go/parser, so
// that both report the same first line.
#include "syntax/parse.h"

#include <stdarg.h>
#include <stdio.h>

enum { MESSAGE_MAX = 200, FOUND_MAX = 40 };

void error_at(Parser *p, uint32_t offset, const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    faults_add(&p->ast->faults, offset, "%s", message);
}

// What the reader sees at the current token: a name or literal itself where it is short.
static const char *describe_token(const Parser *p, char *buffer, size_t size)
{
    TokenKind kind = peek(p);
    if (is_auto_semicolon(p))
        return token_start(p, p->t) < p->ast->range.end ? "newline" : "the end of the file";
    if (kind == TOK_EOF)
        return "the end of the file";
    if (kind < TOK_IDENT || kind > TOK_STRING) {
        snprintf(buffer, size, "'%s'", token_kind_text(kind));
        return buffer;
    }
    Str text = token_text(p->ast, (TokenId){p->t});
    if (text.len > FOUND_MAX)
        snprintf(buffer, size, "%.*s…", FOUND_MAX, text.ptr);
    else
        snprintf(buffer, size, "%.*s", STR_ARG(text));
    return buffer;
}

void error_expected(Parser *p, const char *what)
{
    char buffer[FOUND_MAX + 16];
    error_at(p, token_start(p, p->t), "expected %s, found %s", what,
             describe_token(p, buffer, sizeof buffer));
}

void error_expected_at(Parser *p, NodeId n, const char *what)
{
    error_at(p, start_of(p, n), "expected %s", what);
}

static void error_expected_token(Parser *p, TokenKind kind)
{
    char what[32];
    snprintf(what, sizeof what, kind == TOK_IDENT ? "%s" : "'%s'",
             kind == TOK_IDENT ? "a name" : token_kind_text(kind));
    error_expected(p, what);
}

uint32_t expect_failed(Parser *p, TokenKind kind)
{
    error_expected_token(p, kind);
    skip_token(p);
    return 0;
}

uint32_t expect_closing(Parser *p, TokenKind kind, const char *context)
{
    if (is_auto_semicolon(p)) {
        error_at(p, token_start(p, p->t), "missing ',' before newline in %s", context);
        take(p);
    }
    return expect(p, kind);
}

void expect_semicolon_failed(Parser *p)
{
    error_expected(p, "';'");
    if (at(p, TOK_COMMA))
        take(p); // a comma written for a semicolon
    else
        synchronize(p, SYNC_STMT);
}

bool at_comma(Parser *p, const char *context, TokenKind closing)
{
    if (at(p, TOK_COMMA))
        return true;
    if (at(p, closing))
        return false;
    error_at(p, token_start(p, p->t), "missing ','%s in %s",
             is_auto_semicolon(p) ? " before newline" : "", context);
    return true;
}

static const uint8_t sync_sets[TOKEN_KIND_COUNT] = {
    [TOK_BREAK] = 1 << SYNC_STMT,
    [TOK_CONST] = 1 << SYNC_STMT | 1 << SYNC_DECL,
    [TOK_CONTINUE] = 1 << SYNC_STMT,
    [TOK_DEFER] = 1 << SYNC_STMT,
    [TOK_FALLTHROUGH] = 1 << SYNC_STMT,
    [TOK_FOR] = 1 << SYNC_STMT,
    [TOK_GO] = 1 << SYNC_STMT,
    [TOK_GOTO] = 1 << SYNC_STMT,
    [TOK_IF] = 1 << SYNC_STMT,
    [TOK_RETURN] = 1 << SYNC_STMT,
    [TOK_SELECT] = 1 << SYNC_STMT,
    [TOK_SWITCH] = 1 << SYNC_STMT,
    [TOK_TYPE] = 1 << SYNC_STMT | 1 << SYNC_DECL,
    [TOK_VAR] = 1 << SYNC_STMT | 1 << SYNC_DECL,
    [TOK_IMPORT] = 1 << SYNC_DECL,
    [TOK_COMMA] = 1 << SYNC_EXPR,
    [TOK_COLON] = 1 << SYNC_EXPR,
    [TOK_SEMICOLON] = 1 << SYNC_EXPR,
    [TOK_RPAREN] = 1 << SYNC_EXPR,
    [TOK_RBRACK] = 1 << SYNC_EXPR,
    [TOK_RBRACE] = 1 << SYNC_EXPR,
};

// Two callers may synchronize at one token in turn without taking it; a loop of them would never
// end, so after this many stops without progress a token is skipped.
enum { STOPS_WITHOUT_PROGRESS = 10 };

void synchronize(Parser *p, SyncSet set)
{
    for (; !at(p, TOK_EOF); take(p)) {
        if (!(sync_sets[peek(p)] >> set & 1))
            continue;
        if (p->t == p->sync_token && p->sync_count < STOPS_WITHOUT_PROGRESS) {
            p->sync_count++;
            return;
        }
        if (p->t > p->sync_token) {
            p->sync_token = p->t;
            p->sync_count = 0;
            return;
        }
    }
}

NodeId bad_span(Parser *p, NodeKind kind, uint32_t token, Span span)
{
    return add_node(p, kind, token, span.start, span.end);
}

NodeId bad_node(Parser *p, NodeKind kind, uint32_t from)
{
    uint32_t start = token_start(p, from);
    uint32_t end = p->t > from ? tokens_end(&p->ast->tokens, p->t - 1) : start;
    return bad_span(p, kind, from, (Span){start, end});
}

NodeId missing_name(Parser *p)
{
    return add_node(p, NODE_IDENT | FLAG_MISSING, p->t, token_start(p, p->t), 0);
}

// Skips to the closing bracket that ends what the current token is in, or to a semicolon there.
static void skip_balanced(Parser *p)
{
    uint32_t open = 0;
    for (; !at(p, TOK_EOF); take(p)) {
        switch (peek(p)) {
        case TOK_LPAREN:
        case TOK_LBRACK:
        case TOK_LBRACE:
            open++;
            break;
        case TOK_RPAREN:
        case TOK_RBRACK:
        case TOK_RBRACE:
            if (open == 0)
                return;
            open--;
            break;
        case TOK_SEMICOLON:
            if (open == 0)
                return;
            break;
        default:
            break;
        }
    }
}

NodeId too_deep(Parser *p, NodeKind bad)
{
    uint32_t from = p->t;
    error_at(p, token_start(p, from), "nesting deeper than %d levels is not read",
             SYNTAX_DEPTH_MAX);
    skip_balanced(p);
    return bad_node(p, bad, from);
}
