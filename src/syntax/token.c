// token.c - the tables behind token.h.
#include "syntax/token.h"

static const char *const texts[TOKEN_KIND_COUNT] = {
#define TOKEN(name, text, prec) [TOK_##name] = text,
#include "syntax/tokens.def"
};

static const uint8_t precedences[TOKEN_KIND_COUNT] = {
#define TOKEN(name, text, prec) [TOK_##name] = prec,
#include "syntax/tokens.def"
};

const char *token_kind_text(TokenKind kind)
{
    return texts[kind];
}

int token_precedence(TokenKind kind)
{
    return precedences[kind];
}
