// directive.h - comments that say which findings are meant to be there.
//
//     //curfew:ignore rule[,rule] reason
//     //curfew:ignore-file rule[,rule] reason
//     //nolint:linter[,linter] // reason
//
// docs/suppression.md describes what each covers. Here they are read and given the bytes that they cover;
// which findings that concerns is for policy to say.
#ifndef CURFEW_SYNTAX_DIRECTIVE_H
#define CURFEW_SYNTAX_DIRECTIVE_H

#include "base/vec.h"
#include "syntax/ast.h"

typedef enum DirectiveKind {
    DIRECTIVE_IGNORE,      // a line, a statement, a declaration
    DIRECTIVE_IGNORE_FILE, // all of the file, or of the block of a document
    DIRECTIVE_NOLINT,      // as golangci-lint reads it
} DirectiveKind;

typedef struct DirectiveWord {
    Str text; // of the source
    Span span;
} DirectiveWord;

typedef VEC(DirectiveWord) DirectiveWords;

typedef struct Directive {
    DirectiveKind kind;
    const Source *source;
    Span span;            // the comment
    bool alone;           // nothing else stands on its line
    DirectiveWords words; // rules, or linters; none where a nolint names none, which is all of them
    Span list;            // from the first word to the end of the last
    Str reason;           // trimmed; empty where none is given
    Span covers;          // what starts in these bytes; empty: nothing
    Span line;            // of one that stands behind code: what ends on that line is covered too
} Directive;

typedef VEC(Directive) Directives;

// Adds the directives of a tree to `out`, in source order. They refer to the text of the source. Takes time
// linear in the tree where there are any, else in the comments.
void directives_find(Arena *a, const Ast *ast, Directives *out);

// Whether a comment is `//curfew:detached reason`, which says of the goroutine that starts on its line or the
// next that nobody owns it; `reason` is empty where none is given.
bool directive_is_detached(Str comment, Str *reason);

// What to remove so that the comment goes: with its line where it stands alone, else with the blanks before it.
Span directive_whole(const Source *source, Span comment);

#endif
