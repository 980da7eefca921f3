// snippet_line.h - what a line of plain text looks like. Private to src/syntax.
//
// Prose is told from Go by shape: two words side by side, which prose cannot do without, are rare
// in Go and possible only at known places.
#ifndef CURFEW_SYNTAX_SNIPPET_LINE_H
#define CURFEW_SYNTAX_SNIPPET_LINE_H

#include "base/source.h"
#include "syntax/token.h"

typedef enum LineShape {
    LINE_BLANK,
    LINE_DOTS,    // nothing but dots: code left out
    LINE_COMMENT, // only a comment
    LINE_PROSE,
    LINE_WEAK,   // may be a statement, but proves nothing on its own
    LINE_CALL,   // a statement that is a call of a method or of a package's function
    LINE_STRONG, // a declaration or statement that only Go has
} LineShape;

// Where a literal or comment goes on behind the end of a line.
typedef enum Carry { CARRY_NONE, CARRY_RAW_STRING, CARRY_COMMENT } Carry;

// The document that lines are read from.
typedef struct LineText {
    const char *text;
    uint32_t len;
    uint32_t last_backquote, last_comment_end; // last places of ` and */; no literal or comment
                                               // that starts behind them ever closes
} LineText;

enum { LINE_FIRST_TOKENS = 6 };

// The facts of one line's tokens.
typedef struct LineFacts {
    TokenKind first[LINE_FIRST_TOKENS]; // TOK_EOF behind the last
    Str words[LINE_FIRST_TOKENS];       // their texts
    uint32_t tokens;
    TokenKind last;
    int depth;         // open brackets at the end, counted from the line's start
    int lowest;        // least depth within the line, at most 0
    Carry carry;       // what goes on in the next line
    uint32_t adjacent; // words side by side outside of brackets
    uint32_t crowded;  // words side by side within brackets where no parameters can stand
    uint32_t run;      // most plain words in a row
    bool bad;          // holds what no Go code holds
    bool has_brace, has_func, has_selector, has_call, has_args, has_define, has_assign, has_send;
    bool has_binary; // an operator outside of brackets that no call or assignment starts with
} LineFacts;

// Reads the tokens of text[start, end), a line without its end and without quote marks.
void line_read(const LineText *t, uint32_t start, uint32_t end, Carry carry, LineFacts *out);

LineShape line_shape(const LineFacts *f);

// Whether the line can only be a sentence.
bool line_is_sentence(const LineFacts *f);

// Whether the line ends a statement: Go would put a semicolon behind it, or it is a label.
bool line_ends_statement(const LineFacts *f);

static inline bool line_is_keyword(TokenKind k)
{
    return k >= TOK_BREAK && k <= TOK_VAR;
}

// Keywords that a type begins with.
static inline bool line_starts_type(TokenKind k)
{
    return k == TOK_CHAN || k == TOK_FUNC || k == TOK_MAP || k == TOK_STRUCT || k == TOK_INTERFACE;
}

#endif
