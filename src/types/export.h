// export.h - the byte form of a package: its exported declarations with their types, and all that
// these reach. It is enough to check an importer without the source.
//
// Nothing in the bytes is an internal number or a pointer: what belongs to another package is named
// by import path and object path. The same exported surface gives the same bytes, so that importers
// of a package whose form did not change need not be looked at again. An opened form is immutable:
// any number of threads may read it.
#ifndef CURFEW_TYPES_EXPORT_H
#define CURFEW_TYPES_EXPORT_H

#include "types/types.h"

// The byte form of a checked package. The caller frees *bytes with free().
void package_export(const Package *p, char **bytes, size_t *len);

// Opens a form; `bytes` are copied unless `own` gives them away (then they are freed with it). NULL
// and a reason in *error when they are no valid form of this version: any bytes may be passed.
Export *export_open(char *bytes, size_t len, bool own, const char **error);
void export_free(Export *e);

Str export_path(const Export *e);
Str export_name(const Export *e);
Str export_bytes(const Export *e);

#endif
