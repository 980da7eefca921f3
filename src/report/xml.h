// xml.h - text in XML documents.
#ifndef CURFEW_REPORT_XML_H
#define CURFEW_REPORT_XML_H

#include "base/str.h"

// Appends ` NAME="TEXT"`. What XML cannot hold, control characters and bytes that are not UTF-8, is shown
// as an escape, as on a terminal.
void xml_attribute(const char *name, const char *text, StrBuf *out);
void xml_attribute_number(const char *name, uint32_t n, StrBuf *out);

// Appends text as the content of an element.
void xml_content(const char *text, StrBuf *out);

#endif
