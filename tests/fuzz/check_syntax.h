// check_syntax.h - what must hold for the tokens and the tree of any input whatever.
#ifndef CURFEW_TESTS_CHECK_SYNTAX_H
#define CURFEW_TESTS_CHECK_SYNTAX_H

#include "syntax/ast.h"

#include <stdio.h>
#include <stdlib.h>

// Aborts with the place of the broken rule; assert would be off in builds without checks.
#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition);                \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

// Bytes between tokens are blanks and line ends; a leading byte order mark counts as one.
static inline void check_gap(const Ast *ast, uint32_t from, uint32_t to, uint32_t start)
{
    const char *text = ast_source(ast)->text;
    for (uint32_t i = from; i < to; i++) {
        bool mark =
            i < start + 3 && (unsigned char)text[i] == (unsigned char)"\xef\xbb\xbf"[i - start];
        MUST(mark || text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\n');
    }
}

// Tokens and comments are in order, lie in the range and cover all of it but white space.
static inline void check_tokens(const Ast *ast, Span range)
{
    uint32_t comment_count, c = 0, done = range.start;
    const Comment *comments = ast_comments(ast, &comment_count);
    for (TokenId t = {1}; t.v < ast_token_count(ast); t.v++) {
        for (; c < comment_count && comments[c].next.v == t.v; c++) {
            MUST(comments[c].span.start >= done && comments[c].span.end <= range.end);
            check_gap(ast, done, comments[c].span.start, range.start);
            done = comments[c].span.end;
        }
        Span span = token_span(ast, t);
        MUST(span.start <= span.end && span.end <= range.end);
        if (token_is_auto(ast, t))
            continue; // may lie inside the comment before it
        MUST(span.start >= done);
        check_gap(ast, done, span.start, range.start);
        done = span.end;
        MUST(token_kind(ast, t) == TOK_EOF || span.end > span.start);
        MUST((token_kind(ast, t) == TOK_EOF) == (t.v + 1 == ast_token_count(ast)));
    }
    MUST(c == comment_count && done == range.end);
}

// Errors are in order and lie in the range.
static inline uint32_t check_errors(const Ast *ast, Span range)
{
    uint32_t count;
    const SyntaxError *errors = ast_errors(ast, &count);
    for (uint32_t i = 0; i < count; i++) {
        MUST(errors[i].offset >= range.start && errors[i].offset <= range.end);
        MUST(i == 0 || errors[i - 1].offset < errors[i].offset);
        MUST(errors[i].message && errors[i].message[0]);
    }
    return count;
}

#endif
