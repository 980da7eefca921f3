// recover.c - errors of the parser and how it goes on after them.
//
// An error is reported at the token that does not fit, where go/parser reports it too. What follows
// is chosen so that the rest of the file is read as it was meant: brackets that are closed
// elsewhere, line ends, keywords at the start of a line and the head of a function are taken as
// landmarks and never skipped; any other token that does not fit counts as misspelled.
#include "syntax/parse.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_MAX = 200, FOUND_MAX = 40 };

void error_at(Parser *p, uint32_t offset, const char *format, ...)
{
    if (faults_drops(&p->ast->faults, offset))
        return;
    char message[MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    faults_add(&p->ast->faults, offset, "%s", message);
}

// How much of a token a message shows: it stays short, in one line, and whole code points.
static size_t shown_length(Str text)
{
    size_t len = 0;
    while (len < text.len && len < FOUND_MAX && (unsigned char)text.ptr[len] >= ' ')
        len++;
    while (len > 0 && len < text.len && ((unsigned char)text.ptr[len] & 0xc0) == 0x80)
        len--;
    return len;
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
    size_t len = shown_length(text);
    snprintf(buffer, size, "%.*s%s", (int)len, text.ptr, len < text.len ? "…" : "");
    return buffer;
}

void error_expected(Parser *p, const char *what)
{
    uint32_t offset = token_start(p, p->t);
    if (faults_drops(&p->ast->faults, offset))
        return;
    char buffer[FOUND_MAX + 16];
    error_at(p, offset, "expected %s, found %s", what, describe_token(p, buffer, sizeof buffer));
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

// ---- Landmarks ----

// What can only start a statement (1), or a declaration too (2).
static const uint8_t leading_keywords[TOKEN_KIND_COUNT] = {
    [TOK_BREAK] = 1,  [TOK_CONTINUE] = 1, [TOK_DEFER] = 1, [TOK_FALLTHROUGH] = 1, [TOK_FOR] = 1,
    [TOK_GO] = 1,     [TOK_GOTO] = 1,     [TOK_IF] = 1,    [TOK_RETURN] = 1,      [TOK_SELECT] = 1,
    [TOK_SWITCH] = 1, [TOK_CONST] = 2,    [TOK_TYPE] = 2,  [TOK_VAR] = 2,         [TOK_IMPORT] = 2,
};

// Longer gaps between tokens are taken to have a line end without a look.
enum { GAP_MAX = 1000 };

// Whether a token comes first in a line, or directly behind a brace.
static bool starts_line(const Parser *p, uint32_t t)
{
    TokenKind before = (TokenKind)p->kinds[t - 1];
    if (t == 1 || before == TOK_SEMICOLON || before == TOK_LBRACE || before == TOK_RBRACE)
        return true;
    uint32_t from = tokens_end(&p->ast->tokens, t - 1), to = token_start(p, t);
    return to > from && (to - from > GAP_MAX ||
                         memchr(p->ast->text + (from - p->ast->range.start), '\n', to - from));
}

// How far a receiver or a type parameter list of a method is followed to tell a method from a
// literal. Real ones have a dozen tokens; without a limit a text of nothing but "func(" would be
// read to its end at each.
enum { RECEIVER_TOKENS_MAX = 500 };

// The token behind the bracket that closes the one at `t`; some other token where none does.
static uint32_t behind_brackets(const Parser *p, uint32_t t)
{
    uint32_t open = 0, limit = t + RECEIVER_TOKENS_MAX;
    for (; p->kinds[t] != TOK_EOF && t < limit; t++) {
        switch (p->kinds[t]) {
        case TOK_LPAREN:
        case TOK_LBRACK:
        case TOK_LBRACE:
            open++;
            break;
        case TOK_RPAREN:
        case TOK_RBRACK:
        case TOK_RBRACE:
            if (--open == 0)
                return t + 1;
            break;
        default:
            break;
        }
    }
    return t;
}

// Whether "func" at token `t` declares a function or method, and does not begin a literal: a name
// follows, or a receiver and then name and parameters.
static bool starts_func_decl(const Parser *p, uint32_t t)
{
    if (p->kinds[t] != TOK_FUNC)
        return false;
    t++;
    if (p->kinds[t] == TOK_IDENT)
        return true;
    if (p->kinds[t] != TOK_LPAREN)
        return false;
    t = behind_brackets(p, t);
    if (p->kinds[t] != TOK_IDENT)
        return false;
    t++;
    if (p->kinds[t] == TOK_LBRACK)
        t = behind_brackets(p, t);
    return p->kinds[t] == TOK_LPAREN;
}

bool starts_decl(const Parser *p)
{
    return leading_keywords[peek(p)] == 2 || starts_func_decl(p, p->t);
}

bool at_func_head(const Parser *p)
{
    uint32_t t = p->t + 1;
    if (!at(p, TOK_FUNC) || p->kinds[t] == TOK_IDENT)
        return at(p, TOK_FUNC);
    if (!starts_line(p, p->t) || !starts_func_decl(p, p->t))
        return false;
    // func (a) b(c) alone may be a conversion to a function type; no body or result follows it.
    t = behind_brackets(p, t) + 1;
    if (p->kinds[t] == TOK_LBRACK)
        t = behind_brackets(p, t);
    t = behind_brackets(p, t);
    return p->kinds[t] == TOK_LBRACE || p->kinds[t] == TOK_IDENT || p->kinds[t] == TOK_MUL ||
           p->kinds[t] == TOK_LPAREN;
}

bool at_outer_decl(const Parser *p)
{
    TokenKind kind = peek(p);
    if (kind == TOK_IMPORT)
        return true;
    if (kind == TOK_FUNC)
        return at_func_head(p);
    // Types, variables and constants are declared in functions too: only after an error, and only
    // where nothing is before them in their line, a brace may be missing.
    uint32_t offset = token_start(p, p->t) - p->ast->range.start;
    return p->ast->faults.count > 0 && (offset == 0 || p->ast->text[offset - 1] == '\n');
}

static bool starts_assignment(const Parser *p, uint32_t t)
{
    if (p->kinds[t] != TOK_IDENT)
        return false;
    TokenKind next = (TokenKind)p->kinds[t + 1];
    return next == TOK_DEFINE || next == TOK_ASSIGN || next == TOK_INC || next == TOK_DEC ||
           (next >= TOK_ADD_ASSIGN && next <= TOK_AND_NOT_ASSIGN);
}

// Whether a line that starts with token `t` cannot go on with an expression of the line before.
static bool line_starts_anew(const Parser *p, uint32_t t)
{
    switch (p->kinds[t]) {
    case TOK_EOF:
    case TOK_RBRACE:
    case TOK_CASE:
    case TOK_DEFAULT:
        return true;
    default:
        return leading_keywords[p->kinds[t]] != 0 || starts_assignment(p, t) ||
               starts_func_decl(p, t);
    }
}

static bool at_landmark(const Parser *p)
{
    switch (peek(p)) {
    case TOK_EOF:
    case TOK_SEMICOLON:
    case TOK_RPAREN:
    case TOK_RBRACK:
    case TOK_LBRACE:
    case TOK_RBRACE:
    case TOK_CASE:
    case TOK_DEFAULT:
        return true;
    default:
        return starts_line(p, p->t) && line_starts_anew(p, p->t);
    }
}

// ---- Going on ----

uint32_t expect_failed(Parser *p, TokenKind kind)
{
    error_expected_token(p, kind);
    if (at_landmark(p))
        return 0;
    take(p);
    return at(p, kind) ? take(p) : 0;
}

uint32_t expect_lbrace_failed(Parser *p)
{
    error_expected_token(p, TOK_LBRACE);
    skip_to(p, SKIP_STMT);
    if (is_auto_semicolon(p) && p->kinds[p->t + 1] == TOK_LBRACE)
        take(p);
    return at(p, TOK_LBRACE) ? take(p) : 0;
}

uint32_t expect_closing(Parser *p, TokenKind kind, const char *context)
{
    if (is_auto_semicolon(p)) {
        error_at(p, token_start(p, p->t), "missing ',' before newline in %s", context);
        if (p->kinds[p->t + 1] == kind)
            take(p);
    }
    return expect(p, kind);
}

void expect_semicolon_failed(Parser *p)
{
    error_expected(p, "';'");
    if (at(p, TOK_COMMA)) {
        take(p); // a comma written for a semicolon
        return;
    }
    if (!at_line_start(p))
        skip_to(p, SKIP_STMT);
    if (at(p, TOK_SEMICOLON))
        take(p);
}

// How far behind a missing comma the end of the list is looked for. Without a limit a text of
// nothing but "f(a" and line ends would be read to its end at each.
enum { LIST_TOKENS_MAX = 500 };

// Whether a token may begin an element of some list, so that only the comma before it is missing.
static bool starts_element(TokenKind kind)
{
    return kind >= TOK_IDENT && kind <= TOK_STRING;
}

bool at_line_start(const Parser *p)
{
    return starts_line(p, p->t);
}

// Whether the list that is open at token `t` is closed by what follows: else its end is missing.
static bool closes_later(const Parser *p, uint32_t t, TokenKind closing)
{
    uint32_t open = 0, limit = t + LIST_TOKENS_MAX;
    for (; p->kinds[t] != TOK_EOF && t < limit; t++) {
        TokenKind kind = (TokenKind)p->kinds[t];
        if (kind == TOK_LPAREN || kind == TOK_LBRACK || kind == TOK_LBRACE) {
            open++;
        } else if (kind == TOK_RPAREN || kind == TOK_RBRACK || kind == TOK_RBRACE) {
            if (open == 0)
                return kind == closing;
            open--;
        } else if (open == 0 && leading_keywords[kind]) {
            return false;
        }
    }
    return false;
}

bool comma_missing(Parser *p, const char *context, TokenKind closing)
{
    bool newline = is_auto_semicolon(p);
    error_at(p, token_start(p, p->t), "missing ','%s in %s", newline ? " before newline" : "",
             context);
    if (newline) {
        // Either the list was not closed before this line end, or it goes on in the next line.
        uint32_t next = p->t + 1;
        if (p->kinds[next] != closing &&
            (line_starts_anew(p, next) || !closes_later(p, next, closing)))
            return false;
        take(p);
        return !at(p, closing);
    }
    if (at_landmark(p))
        return false;
    if (!starts_element(peek(p)))
        take(p);
    return true;
}

void skip_to(Parser *p, SkipTo set)
{
    uint32_t parens = 0, braces = 0;
    for (; !at(p, TOK_EOF); take(p)) {
        TokenKind kind = peek(p);
        bool outside = parens == 0 && braces == 0;
        if (braces == 0 && starts_line(p, p->t) && line_starts_anew(p, p->t))
            return;
        switch (kind) {
        case TOK_LPAREN:
        case TOK_LBRACK:
            parens++;
            break;
        case TOK_RPAREN:
        case TOK_RBRACK:
            if (outside)
                return;
            parens -= parens > 0;
            break;
        case TOK_LBRACE:
            if (outside)
                return;
            braces++;
            break;
        case TOK_RBRACE:
            if (braces == 0)
                return;
            braces--;
            break;
        case TOK_SEMICOLON:
            if (outside)
                return;
            break;
        case TOK_COMMA:
        case TOK_COLON:
            if (outside && set == SKIP_EXPR)
                return;
            break;
        default:
            if (outside && leading_keywords[kind])
                return;
            break;
        }
    }
}

void skip_misspelled(Parser *p)
{
    if (!at_landmark(p))
        take(p);
}

void skip_to_decl(Parser *p)
{
    skip_token(p);
    while (!at(p, TOK_EOF) && !(starts_line(p, p->t) && starts_decl(p)))
        take(p);
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
