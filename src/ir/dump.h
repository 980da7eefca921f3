// dump.h - readable text of the graphs of a package, the same for the same source.
#ifndef CURFEW_IR_DUMP_H
#define CURFEW_IR_DUMP_H

#include "ir/ir.h"

// Appends every function: a header, then its blocks with their edges and instructions.
//     v12 = call context.WithCancel(v3) : (context.Context, context.CancelFunc) !blocks @3:5
void ir_dump(const IrPackage *p, StrBuf *out);

#endif
