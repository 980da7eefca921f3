// dump.h - tokens and trees as text, for people and for comparison with Go's own parser.
//
// The form is stable. All numbers are byte offsets in the source; ranges are START-END, half open.
// In texts, bytes outside ASCII's printable range and backslashes are written \xNN.
//
// Tokens, one a line, comments in their places:
//
//     START-END KIND [TEXT]     KIND as go/token prints it; TEXT for names and literals
//     START-END COMMENT
//     START-START ; auto        a semicolon that the scanner put at a line end
//
// Trees, one node a line, children under their parent and two blanks further in (from level 40 on
// no further), each with the name of its field in go/ast:
//
//     FIELD: KIND START-END [DETAIL] [NAME=OFFSET …]
//
// DETAIL is a name, literal, operator, keyword or direction; NAME=OFFSET is where a token lies that
// is not at an end of the node. After the tree, one line for each comment group:
//
//     CommentGroup START-END [START-END …]
//
// Errors come last, one a line:
//
//     error OFFSET MESSAGE
#ifndef CURFEW_SYNTAX_DUMP_H
#define CURFEW_SYNTAX_DUMP_H

#include "syntax/ast.h"

void ast_dump_tokens(const Ast *ast, StrBuf *out);
void ast_dump_tree(const Ast *ast, StrBuf *out);

#endif
