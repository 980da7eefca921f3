// snippet_shape.c - whether a line of plain text is Go: the shapes of declarations and statements.
#include "syntax/snippet_line.h"

bool line_ends_statement(const LineFacts *f)
{
    switch (f->last) {
    case TOK_IDENT:
    case TOK_INT:
    case TOK_STRING:
    case TOK_CHAR:
    case TOK_RPAREN:
    case TOK_RBRACK:
    case TOK_RBRACE:
    case TOK_INC:
    case TOK_DEC:
    case TOK_RETURN:
    case TOK_BREAK:
    case TOK_CONTINUE:
    case TOK_FALLTHROUGH:
    case TOK_EOF:
        return true;
    case TOK_COLON:
        return f->tokens == 2; // a label, which stands before a statement
    default:
        return false;
    }
}

bool line_is_sentence(const LineFacts *f)
{
    enum { WORDS = 3, WORDS_WITH_KEYWORDS = 5 };
    return f->run >= WORDS_WITH_KEYWORDS || (f->run >= WORDS && f->adjacent >= 2 && !f->has_func);
}

// The line ends a statement, or goes on inside brackets; a stop behind it is prose.
static bool ends_well(const LineFacts *f)
{
    if (f->depth > 0)
        return f->last == TOK_LBRACE || f->last == TOK_LPAREN || f->last == TOK_COMMA ||
               f->last == TOK_LBRACK || f->carry == CARRY_RAW_STRING;
    return f->depth == 0 && line_ends_statement(f);
}

static bool is_clean(const LineFacts *f)
{
    return f->adjacent == 0 && f->crowded == 0 && ends_well(f);
}

static bool is_capital(Str word)
{
    return word.len > 0 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
}

static bool is_basic_type(Str word)
{
    static const char *const names[] = {
        "any",   "bool",   "byte",   "error",  "float32", "float64",   "int",
        "int8",  "int16",  "int32",  "int64",  "rune",    "string",    "uint",
        "uint8", "uint16", "uint32", "uint64", "uintptr", "complex64", "complex128"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(word, names[i]))
            return true;
    return false;
}

// Whether a type may begin with the token at `i`, told from an English word.
static bool type_at(const LineFacts *f, int i)
{
    TokenKind k = f->first[i];
    if (k == TOK_MUL || k == TOK_LBRACK || k == TOK_LPAREN || k == TOK_ARROW || line_starts_type(k))
        return true;
    return k == TOK_IDENT && (is_basic_type(f->words[i]) || is_capital(f->words[i]) ||
                              (i + 1 < LINE_FIRST_TOKENS && f->first[i + 1] == TOK_PERIOD));
}

// func Name(…) … {   func (r T) Name(…) … {   or a line that breaks within the parameters.
static LineShape func_shape(const LineFacts *f)
{
    bool named =
        f->first[1] == TOK_IDENT && (f->first[2] == TOK_LPAREN || f->first[2] == TOK_LBRACK);
    if (!named && f->first[1] != TOK_LPAREN)
        return LINE_PROSE;
    bool open = f->depth > 0 && ends_well(f);
    bool closed = f->depth == 0 && f->last == TOK_RBRACE && f->has_brace;
    // The name of a method is a word behind a bracket, which is not counted as side by side.
    if (f->adjacent > 0)
        return LINE_PROSE;
    if (open || closed)
        return LINE_STRONG;
    return f->depth == 0 && f->last == TOK_RPAREN ? LINE_WEAK : LINE_PROSE; // no body
}

static LineShape group_shape(const LineFacts *f)
{
    bool open = f->depth > 0 && f->tokens == 2;
    return open || f->last == TOK_RPAREN ? LINE_STRONG : LINE_PROSE;
}

static LineShape type_shape(const LineFacts *f)
{
    if (f->first[1] == TOK_LPAREN)
        return group_shape(f);
    if (f->first[1] != TOK_IDENT || !ends_well(f))
        return LINE_PROSE;
    if (f->first[2] == TOK_ASSIGN)
        return type_at(f, 3) ? LINE_STRONG : LINE_WEAK;
    if (!type_at(f, 2) || f->adjacent > 1)
        return LINE_PROSE;
    // type Name Other is Go, but also how a title may read.
    return f->first[2] == TOK_IDENT && f->tokens == 3 && !is_basic_type(f->words[2]) ? LINE_WEAK
                                                                                     : LINE_STRONG;
}

static LineShape value_shape(const LineFacts *f)
{
    if (f->first[1] == TOK_LPAREN)
        return group_shape(f);
    if (f->first[1] != TOK_IDENT || !ends_well(f) || f->adjacent > 1 + (f->first[2] == TOK_CHAN))
        return LINE_PROSE;
    if (f->first[2] == TOK_ASSIGN || f->first[2] == TOK_COMMA)
        return f->adjacent == 0 || f->first[2] == TOK_COMMA ? LINE_STRONG : LINE_PROSE;
    if (f->first[0] == TOK_CONST && !f->has_assign)
        return LINE_PROSE;
    return type_at(f, 2) ? LINE_STRONG : LINE_PROSE;
}

static LineShape import_shape(const LineFacts *f)
{
    if (f->first[1] == TOK_LPAREN)
        return group_shape(f);
    bool plain = f->first[1] == TOK_STRING && f->tokens == 2;
    bool named = f->first[2] == TOK_STRING && f->tokens == 3;
    return plain || named ? LINE_STRONG : LINE_PROSE;
}

// go f(…), defer f(…)
static LineShape call_shape(const LineFacts *f)
{
    bool callee = f->first[1] == TOK_IDENT || f->first[1] == TOK_FUNC || f->first[1] == TOK_LPAREN;
    bool call = f->has_call || f->has_func;
    bool ends = f->depth > 0 || f->last == TOK_RPAREN;
    return callee && call && ends && is_clean(f) && !f->has_binary ? LINE_STRONG : LINE_PROSE;
}

// for … {   if … {   switch … {   select {
static LineShape block_shape(const LineFacts *f)
{
    bool open = f->depth > 0 && ends_well(f);
    bool closed = f->depth == 0 && f->last == TOK_RBRACE;
    if (f->first[0] == TOK_SELECT && f->first[1] != TOK_LBRACE)
        return LINE_PROSE;
    return f->has_brace && (open || closed) && f->adjacent == 0 && f->crowded == 0 ? LINE_STRONG
                                                                                   : LINE_PROSE;
}

static bool lists_names(const LineFacts *f)
{
    for (int i = 0; i < LINE_FIRST_TOKENS; i++) {
        TokenKind k = f->first[i];
        if (k == TOK_DEFINE)
            return i > 0;
        if (k != (i % 2 == 0 ? TOK_IDENT : TOK_COMMA))
            return false;
    }
    return true;
}

static bool starts_simple(TokenKind k)
{
    return k == TOK_IDENT || k == TOK_MUL || k == TOK_LPAREN || k == TOK_ARROW;
}

static LineShape simple_shape(const LineFacts *f)
{
    if (!is_clean(f) || !starts_simple(f->first[0]))
        return LINE_PROSE;
    bool function = f->depth > 0 && f->has_func;
    if (f->has_define)
        return lists_names(f) ? LINE_STRONG : LINE_PROSE;
    if (f->has_assign || f->has_send || f->first[0] == TOK_ARROW)
        return function ? LINE_STRONG : LINE_WEAK;
    if (f->last == TOK_INC || f->last == TOK_DEC)
        return LINE_WEAK;
    if (!f->has_call || f->has_binary || f->first[0] != TOK_IDENT)
        return LINE_PROSE;
    if (function)
        return LINE_STRONG;
    return f->has_selector ? LINE_CALL : LINE_WEAK;
}

static LineShape label_or_simple_shape(const LineFacts *f)
{
    bool label = f->tokens == 2 && f->first[0] == TOK_IDENT && f->first[1] == TOK_COLON;
    if (label)
        return is_capital(f->words[0]) ? LINE_PROSE : LINE_WEAK;
    return simple_shape(f);
}

static LineShape keyword_shape(const LineFacts *f)
{
    switch (f->first[0]) {
    case TOK_PACKAGE:
        return f->tokens == 2 && f->first[1] == TOK_IDENT ? LINE_STRONG : LINE_PROSE;
    case TOK_IMPORT:
        return import_shape(f);
    case TOK_FUNC:
        return func_shape(f);
    case TOK_TYPE:
        return type_shape(f);
    case TOK_VAR:
    case TOK_CONST:
        return value_shape(f);
    case TOK_GO:
    case TOK_DEFER:
        return call_shape(f);
    case TOK_FOR:
    case TOK_IF:
    case TOK_SWITCH:
    case TOK_SELECT:
        return block_shape(f);
    case TOK_RETURN:
    case TOK_BREAK:
    case TOK_CONTINUE:
    case TOK_GOTO:
    case TOK_FALLTHROUGH:
        return is_clean(f) ? LINE_WEAK : LINE_PROSE;
    default:
        return LINE_PROSE;
    }
}

LineShape line_shape(const LineFacts *f)
{
    if (f->tokens == 0)
        return f->first[0] == TOK_COMMENT ? LINE_COMMENT : LINE_BLANK;
    if (f->tokens == 1 && f->last == TOK_ELLIPSIS)
        return LINE_DOTS;
    if (f->bad || f->lowest < 0)
        return LINE_PROSE;
    return line_is_keyword(f->first[0]) ? keyword_shape(f) : label_or_simple_shape(f);
}
