// snippet_line.c - the tokens of a line of plain text, and what they show.
#include "syntax/snippet_line.h"

#include <string.h>

typedef struct LineReader {
    const LineText *t;
    uint32_t pos, end;
    LineFacts *f;
    TokenKind prev; // TOK_EOF at the start
    Str word;       // text of the token just read, where it is a word
    uint32_t run;
} LineReader;

// The keyword with this text; TOK_IDENT for what is no keyword.
static TokenKind word_kind(Str word)
{
    for (int k = TOK_BREAK; k <= TOK_VAR; k++) {
        const char *text = token_kind_text((TokenKind)k);
        if (text[0] == word.ptr[0] && str_is(word, text))
            return (TokenKind)k;
    }
    return TOK_IDENT;
}

// ---- Tokens ----

// General punctuation, arrows and symbols all begin with one of two bytes in UTF-8.
static bool is_foreign_mark(unsigned char c)
{
    return c == 0xe2 || c == 0xc2;
}

static bool is_word_byte(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (c >= 0x80 && !is_foreign_mark(c));
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

// A digit starts a number. 5s, 1st and 2nd are none of Go's.
static TokenKind read_number(LineReader *r)
{
    const char *s = r->t->text + r->pos;
    bool hex = r->end - r->pos > 1 && s[0] == '0' && strchr("xXbBoO", s[1]);
    uint32_t n = 0;
    for (; r->pos < r->end; r->pos++, n++) {
        unsigned char c = (unsigned char)r->t->text[r->pos];
        if (c == '.' && r->pos + 1 < r->end && r->t->text[r->pos + 1] == '.')
            break;
        if (!is_word_byte(c) && c != '.')
            break;
        if (!hex && !is_digit(c) && !strchr("._eEi", c))
            r->f->bad = true;
    }
    return TOK_INT;
}

static TokenKind read_word(LineReader *r)
{
    uint32_t start = r->pos;
    while (r->pos < r->end && is_word_byte((unsigned char)r->t->text[r->pos]))
        r->pos++;
    r->word = (Str){r->t->text + start, r->pos - start};
    return word_kind(r->word);
}

// An interpreted string or a rune literal, which end on their line. A rune literal is short, an
// apostrophe is not followed by another one soon.
static TokenKind read_quoted(LineReader *r, char quote)
{
    enum { RUNE_LITERAL_MAX = 12 };
    uint32_t start = r->pos++;
    while (r->pos < r->end && r->t->text[r->pos] != quote)
        r->pos += r->t->text[r->pos] == '\\' ? 2 : 1;
    if (r->pos >= r->end || (quote == '\'' && r->pos - start > RUNE_LITERAL_MAX)) {
        r->f->bad = true;
        r->pos = quote == '\'' ? start + 1 : r->end;
        return TOK_CHAR;
    }
    r->pos++;
    return quote == '"' ? TOK_STRING : TOK_CHAR;
}

// Goes behind the text that closes a raw string or general comment, or to the end of the line.
static void skip_carry(LineReader *r, Carry carry)
{
    const char *close = carry == CARRY_RAW_STRING ? "`" : "*/";
    size_t width = strlen(close);
    for (; r->pos + width <= r->end; r->pos++)
        if (memcmp(r->t->text + r->pos, close, width) == 0) {
            r->pos += (uint32_t)width;
            return;
        }
    r->pos = r->end;
    r->f->carry = carry;
}

static TokenKind read_raw_string(LineReader *r)
{
    if (r->pos >= r->t->last_backquote) {
        r->f->bad = true; // never closes
        r->pos++;
        return TOK_STRING;
    }
    r->pos++;
    skip_carry(r, CARRY_RAW_STRING);
    return TOK_STRING;
}

static TokenKind read_slash(LineReader *r)
{
    char next = r->pos + 1 < r->end ? r->t->text[r->pos + 1] : '\0';
    if (next == '/') {
        r->pos = r->end;
        return TOK_COMMENT;
    }
    if (next == '*' && r->pos + 2 <= r->t->last_comment_end) {
        r->pos += 2;
        skip_carry(r, CARRY_COMMENT);
        return TOK_COMMENT;
    }
    if (next == '*')
        r->f->bad = true;
    r->pos += next == '=' ? 2 : 1;
    return next == '=' ? TOK_ASSIGN : TOK_QUO;
}

typedef struct OperatorText {
    const char *text;
    TokenKind kind; // assignment operators all read as =, binary ones that need no name as +
} OperatorText;

// Longest first. TOK_ILLEGAL is what other languages and prose have.
static const OperatorText operators[] = {
    {"===", TOK_ILLEGAL}, {"!==", TOK_ILLEGAL}, {"...", TOK_ELLIPSIS}, {"<<=", TOK_ASSIGN},
    {">>=", TOK_ASSIGN},  {"&^=", TOK_ASSIGN},  {"=>", TOK_ILLEGAL},   {"->", TOK_ILLEGAL},
    {":=", TOK_DEFINE},   {"==", TOK_ADD},      {"!=", TOK_ADD},       {"<=", TOK_ADD},
    {">=", TOK_ADD},      {"<-", TOK_ARROW},    {"++", TOK_INC},       {"--", TOK_DEC},
    {"&&", TOK_ADD},      {"||", TOK_ADD},      {"<<", TOK_ADD},       {">>", TOK_ADD},
    {"&^", TOK_ADD},      {"+=", TOK_ASSIGN},   {"-=", TOK_ASSIGN},    {"*=", TOK_ASSIGN},
    {"%=", TOK_ASSIGN},   {"&=", TOK_ASSIGN},   {"|=", TOK_ASSIGN},    {"^=", TOK_ASSIGN},
    {"(", TOK_LPAREN},    {"[", TOK_LBRACK},    {"{", TOK_LBRACE},     {")", TOK_RPAREN},
    {"]", TOK_RBRACK},    {"}", TOK_RBRACE},    {",", TOK_COMMA},      {".", TOK_PERIOD},
    {";", TOK_SEMICOLON}, {":", TOK_COLON},     {"=", TOK_ASSIGN},     {"*", TOK_MUL},
    {"&", TOK_AND},       {"!", TOK_NOT},       {"~", TOK_TILDE},      {"+", TOK_ADD},
    {"-", TOK_ADD},       {"%", TOK_ADD},       {"|", TOK_ADD},        {"^", TOK_ADD},
    {"<", TOK_ADD},       {">", TOK_ADD},
};

static TokenKind read_operator(LineReader *r)
{
    Str rest = {r->t->text + r->pos, r->end - r->pos};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (operators[i].text[0] == rest.ptr[0] && str_starts(rest, operators[i].text)) {
            r->pos += (uint32_t)strlen(operators[i].text);
            return operators[i].kind;
        }
    r->pos++;
    return TOK_ILLEGAL;
}

static TokenKind read_token(LineReader *r)
{
    unsigned char c = (unsigned char)r->t->text[r->pos];
    r->word = (Str){0};
    if (is_digit(c))
        return read_number(r);
    if (is_word_byte(c))
        return read_word(r);
    switch (c) {
    case '"':
    case '\'':
        return read_quoted(r, (char)c);
    case '`':
        return read_raw_string(r);
    case '/':
        return read_slash(r);
    default:
        return read_operator(r);
    }
}

// ---- Facts ----

static bool ends_operand(TokenKind k)
{
    return k == TOK_IDENT || k == TOK_INT || k == TOK_STRING || k == TOK_CHAR;
}

static bool is_closer(TokenKind k)
{
    return k == TOK_RPAREN || k == TOK_RBRACK || k == TOK_RBRACE;
}

static bool is_opener(TokenKind k)
{
    return k == TOK_LPAREN || k == TOK_LBRACK || k == TOK_LBRACE;
}

// Keywords that another keyword may follow.
static bool keyword_pair(TokenKind first, TokenKind second)
{
    switch (first) {
    case TOK_GO:
    case TOK_DEFER:
        return second == TOK_FUNC;
    case TOK_ELSE:
        return second == TOK_IF;
    case TOK_FOR:
        return second == TOK_RANGE;
    case TOK_RETURN:
    case TOK_RANGE:
    case TOK_CASE:
    case TOK_CHAN:
    case TOK_IF:
    case TOK_SWITCH:
        return line_starts_type(second);
    default:
        return false;
    }
}

// Whether two tokens stand side by side as words do in a sentence.
static bool side_by_side(const LineFacts *f, TokenKind prev, TokenKind k)
{
    bool operand = ends_operand(k);
    if (line_is_keyword(prev))
        return line_is_keyword(k) ? !keyword_pair(prev, k) : prev == TOK_ELSE && operand;
    if (ends_operand(prev))
        return operand || line_is_keyword(k);
    if (!is_closer(prev) || prev == TOK_RBRACK)
        return false;
    if (line_is_keyword(k)) // } else {, func() chan int
        return k != TOK_ELSE && !f->has_func;
    return operand && !f->has_func;
}

// Brackets that may hold parameters or fields; in others two words side by side are prose.
static bool may_hold_fields(const LineFacts *f)
{
    TokenKind k = f->first[0];
    return f->has_func || k == TOK_TYPE || k == TOK_VAR || k == TOK_CONST || k == TOK_IMPORT;
}

static void note_adjacency(LineReader *r, TokenKind k)
{
    LineFacts *f = r->f;
    if (side_by_side(f, r->prev, k)) {
        if (f->depth <= 0)
            f->adjacent++;
        else if (!may_hold_fields(f) && !line_starts_type(k))
            f->crowded++;
    }
    bool plain = k == TOK_IDENT || (line_is_keyword(k) && !line_starts_type(k));
    r->run = plain ? r->run + 1 : 0;
    if (r->run > f->run)
        f->run = r->run;
}

static void note_brackets(LineReader *r, TokenKind k)
{
    LineFacts *f = r->f;
    if (is_opener(k)) {
        if (k == TOK_LPAREN && f->depth == 0 && (r->prev == TOK_IDENT || is_closer(r->prev)))
            f->has_call = true;
        f->depth++;
    } else if (is_closer(k)) {
        f->depth--;
        if (f->depth < f->lowest)
            f->lowest = f->depth;
    }
    if (k == TOK_LBRACE)
        f->has_brace = true;
    if (r->prev == TOK_LPAREN && k != TOK_RPAREN)
        f->has_args = true;
}

// Operators outside of brackets.
static void note_operator(LineReader *r, TokenKind k)
{
    LineFacts *f = r->f;
    if (f->depth != 0)
        return;
    switch (k) {
    case TOK_DEFINE:
        f->has_define = true;
        break;
    case TOK_ASSIGN:
        f->has_assign = true;
        break;
    case TOK_ARROW:
        f->has_send = f->has_send || ends_operand(r->prev) || is_closer(r->prev);
        break;
    case TOK_PERIOD:
        f->has_selector = f->has_selector || !f->has_call;
        break;
    case TOK_ADD:
    case TOK_MUL:
    case TOK_AND:
    case TOK_QUO:
        f->has_binary = f->has_binary || r->prev != TOK_EOF;
        break;
    default:
        break;
    }
}

static void note(LineReader *r, TokenKind k)
{
    LineFacts *f = r->f;
    if (k == TOK_ILLEGAL)
        f->bad = true;
    if (k == TOK_FUNC)
        f->has_func = true;
    if (f->tokens < LINE_FIRST_TOKENS) {
        f->first[f->tokens] = k;
        f->words[f->tokens] = r->word;
    }
    note_adjacency(r, k);
    note_operator(r, k);
    note_brackets(r, k);
    f->tokens++;
    f->last = k;
    r->prev = k;
}

void line_read(const LineText *t, uint32_t start, uint32_t end, Carry carry, LineFacts *out)
{
    LineReader r = {.t = t, .pos = start, .end = end, .f = out, .prev = TOK_EOF};
    *out = (LineFacts){.last = TOK_EOF};
    for (int i = 0; i < LINE_FIRST_TOKENS; i++)
        out->first[i] = TOK_EOF;
    if (carry != CARRY_NONE)
        skip_carry(&r, carry);
    bool comment = false;
    while (r.pos < end) {
        char c = t->text[r.pos];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
            r.pos++;
            continue;
        }
        TokenKind k = read_token(&r);
        if (k == TOK_COMMENT)
            comment = true;
        else
            note(&r, k);
    }
    if (comment && out->tokens == 0)
        out->first[0] = TOK_COMMENT;
}
