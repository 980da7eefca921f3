// sarif_rules.c - the rules in SARIF, with the help of their pages.
#include "report/page.h"
#include "report/rule_page.h"
#include "report/sarif_parts.h"

#include <string.h>

static bool is_reported(const FindingList *list, const Rule *rule)
{
    for (uint32_t i = 0; list && i < list->items.len; i++)
        if (strcmp(list->items.data[i]->rule->slug, rule->slug) == 0)
            return true;
    return false;
}

// "lost-cancel" as "LostCancel": the name (3.49.7) is one that a person reads in a list.
static json_t *name_json(const char *slug)
{
    StrBuf name = {0};
    bool upper = true;
    for (; *slug; slug++) {
        if (*slug == '-') {
            upper = true;
            continue;
        }
        strbuf_addc(&name, upper && *slug >= 'a' && *slug <= 'z' ? (char)(*slug - 'a' + 'A') : *slug);
        upper = false;
    }
    json_t *value = json_string(name.data);
    strbuf_free(&name);
    return value;
}

// The page (3.49.13) as it is, and laid out without styles for viewers that know no Markdown.
static json_t *help_json(Str page)
{
    static const Terminal plain = {.width = 80};
    StrBuf text = {0};
    page_put(page, &plain, &text);
    json_t *o = json_object();
    jsonv_set(o, "text", jsonv_exact(strbuf_view(&text)));
    jsonv_set(o, "markdown", jsonv_exact(page));
    strbuf_free(&text);
    return o;
}

static json_t *properties_json(const Rule *rule)
{
    json_t *tags = json_array(), *o = json_object();
    jsonv_append(tags, json_string("concurrency"));
    jsonv_append(tags, json_string(failure_name(rule->failure)));
    jsonv_append(tags, json_string(principle_name(rule->principle)));
    jsonv_set(o, "tags", tags);
    jsonv_set_text(o, "precision", rule->level == LEVEL_ADVICE ? "medium" : "high");
    jsonv_set_text(o, "problem.severity", rule->level == LEVEL_ADVICE ? "recommendation" : level_name(rule->level));
    return o;
}

static json_t *rule_json(const Rule *rule, bool help)
{
    json_t *o = json_object();
    Str page = rule_page(rule->slug), lead = rule_page_lead(page);
    jsonv_set_text(o, "id", rule->slug);
    jsonv_set(o, "name", name_json(rule->slug));
    jsonv_set(o, "shortDescription", sarif_message(rule->summary));
    if (lead.len > 0)
        jsonv_set(o, "fullDescription", jsonv_pair("text", jsonv_exact(lead)));
    if (help && page.len > 0)
        jsonv_set(o, "help", help_json(page));
    jsonv_set(o, "defaultConfiguration", jsonv_pair("level", json_string(sarif_level(rule->level))));
    jsonv_set(o, "properties", properties_json(rule));
    return o;
}

json_t *sarif_rules(const Report *r)
{
    json_t *array = json_array();
    for (size_t i = 0; i < rules_count; i++) {
        bool help = is_reported(r->findings, &rules[i]) || is_reported(r->suppressed, &rules[i]);
        jsonv_append(array, rule_json(&rules[i], help));
    }
    return array;
}
