// snippet_find.h - what the readers of Markdown and of plain text share. Private to src/syntax.
#ifndef CURFEW_SYNTAX_SNIPPET_FIND_H
#define CURFEW_SYNTAX_SNIPPET_FIND_H

#include "syntax/snippet.h"

void snippet_find_markdown(Arena *a, const Source *doc, SnippetList *out);
void snippet_find_text(Arena *a, const Source *doc, SnippetList *out);

// Where the code of one line of a document begins, behind the marks of quotes and lists.
typedef struct LineMark {
    uint32_t line; // offset of the line's first byte
    uint32_t code; // offset of its first byte of code; the line's end where there is none
} LineMark;

typedef VEC(LineMark) LineMarks;

// Adds the block `span`. `marks` says for lines of the span what to blank before their code; NULL
// for plain text, where quote marks (>) are blanked.
void snippet_add(Arena *a, const Source *doc, Span span, const LineMarks *marks, Str heading,
                 SnippetList *out);

// Whether a code block without a language tag is Go: it parses and has a declaration or statement
// that only Go has, or it has a function of Go's form and few errors.
bool snippet_is_go(const Source *doc, const SnippetBlock *block);

#endif
