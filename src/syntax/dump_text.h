// dump_text.h - the pieces that lines of a dump are made of. Private to src/syntax.
#ifndef CURFEW_SYNTAX_DUMP_TEXT_H
#define CURFEW_SYNTAX_DUMP_TEXT_H

#include "syntax/ast.h"

void dump_number(StrBuf *out, uint32_t n);
void dump_span(StrBuf *out, Span span);   // "12-15"
void dump_escaped(StrBuf *out, Str text); // bytes that are not printable ASCII as \xNN
void dump_errors(StrBuf *out, const Ast *ast);

#endif
