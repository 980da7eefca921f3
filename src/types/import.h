// import.h - what import.c and import_decode.c share: decoding the byte forms of other packages
// into this package's tables.
#ifndef CURFEW_TYPES_IMPORT_H
#define CURFEW_TYPES_IMPORT_H

#include "types/form.h"

// A list of type parameters; empty when it is something else.
TypeId *carry_tparams(Package *p, PackageRef ref, Reader *r, uint32_t *count);

#endif
