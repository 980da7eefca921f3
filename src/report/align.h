// align.h - comments at line ends, which gofmt keeps in one column.
#ifndef CURFEW_REPORT_ALIGN_H
#define CURFEW_REPORT_ALIGN_H

#include "base/source.h"

// Appends the text of a Go file with the comments at the ends of neighbouring lines put in one column,
// where one of the spans touches such a run of lines or a line beside it. All else stays as it is.
void align_comments(const Source *text, const Span *touched, uint32_t count, StrBuf *out);

#endif
