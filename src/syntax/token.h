// token.h - the tokens of Go.
#ifndef CURFEW_SYNTAX_TOKEN_H
#define CURFEW_SYNTAX_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

typedef enum TokenKind {
#define TOKEN(name, text, prec) TOK_##name,
#include "syntax/tokens.def"
    TOKEN_KIND_COUNT
} TokenKind;

// The text as go/token prints it ("+=", "func", "IDENT").
const char *token_kind_text(TokenKind kind);

// Binary precedence, 1 (||) to 5 (*); 0 for what is no binary operator.
int token_precedence(TokenKind kind);


#endif
