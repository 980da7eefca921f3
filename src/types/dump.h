// dump.h - what was found for the nodes of a file, as text.
//
// One line a fact, in the order of a walk over the tree, parents before children:
//
//     START-END KIND MODE TYPE[ = VALUE]    an expression: go/ast's kind, what it stands for (type,
//                                           value, var, const, mapindex, commaok, builtin,
//                                           novalue), type as go/types prints it with full package
//                                           paths, value as go/constant's ExactString
//     START-END Ident NAME -> OBJECT        what an identifier denotes or declares
//     START-END implicit -> OBJECT          an object that no identifier declares: of a clause of a
//                                           type switch, an import, an unnamed parameter, an
//                                           embedded field
//     START-END select KIND RECV PATH       a selector: field, method, methodexpr; the receiver's
//                                           type; the names of the embedded fields and the member,
//                                           joined by dots, with * where a pointer is followed
//
// OBJECT is KIND NAME TYPE[ @OFFSET]: package, const, type, var, field, func, label, builtin or
// nil; its full name (a function's as types.Func.FullName, other package-level names with their
// package's path); its declared type, for what has one; the offset of the declaring identifier when
// it is in this package, preceded by the number of its file and a colon when that is another one.
// Values and types longer than 300 bytes are cut and end in "...".
#ifndef CURFEW_TYPES_DUMP_H
#define CURFEW_TYPES_DUMP_H

#include "types/types.h"

void types_dump(const Package *p, uint32_t file, StrBuf *out);

#endif
