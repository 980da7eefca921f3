// rule_page.c - the pages of the rules and their parts.
#include "report/rule_page.h"

#include "base/embedded.h"

#include <string.h>

Str rule_page(const char *slug)
{
    for (size_t i = 0; i < embedded_rules_count; i++)
        if (strcmp(embedded_rules[i].name, slug) == 0)
            return (Str){(const char *)embedded_rules[i].data, embedded_rules[i].len};
    return (Str){0};
}

Str rule_page_lead(Str page)
{
    Str rest = str_sub(page, str_find(page, STR("\n")), page.len);
    return str_trim(str_sub(rest, 0, str_find(rest, STR("\n## "))));
}

Str rule_page_section(Str page, const char *title)
{
    for (Str rest = page;;) {
        size_t at = str_find(rest, STR("\n## "));
        if (at == SIZE_MAX)
            return (Str){0};
        rest = str_sub(rest, at + strlen("\n## "), rest.len);
        size_t line = str_find(rest, STR("\n"));
        if (str_is(str_trim(str_sub(rest, 0, line)), title)) {
            rest = str_sub(rest, line, rest.len);
            return str_trim(str_sub(rest, 0, str_find(rest, STR("\n## "))));
        }
    }
}
