// where.h - places as other tools name them: lines and columns in their units, paths and URIs.
#ifndef CURFEW_REPORT_WHERE_H
#define CURFEW_REPORT_WHERE_H

#include "report/report.h"

// Lines and columns from 1; the end is the place behind the last character.
typedef struct Region {
    uint32_t line, column, end_line, end_column;
} Region;

// Columns count bytes.
Region where_bytes(Place place);

// Columns count UTF-16 code units, as editors and browsers do. A byte that is no part of UTF-8 counts as
// the one replacement character that it is shown as; a byte order mark is no column.
Region where_utf16(Place place);

// The path relative to the root of the report, where it lies below it; else as it was given. A leading
// "./" is left out.
const char *where_path(const Report *r, const char *path, Arena *a);

// A path as a URI reference: bytes that may not stand there are percent-encoded, an absolute path begins
// with file://. `*relative` says whether it is one that needs a base.
const char *where_uri(const char *path, Arena *a, bool *relative);

#endif
