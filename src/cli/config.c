// config.c - `curfew config`: the settings that hold, and where each comes from.
//
// A value is printed as JSON in both forms: in one line that is YAML too, so the text can be read back as a
// configuration.
#include "cli/settings.h"
#include "report/glyph.h"
#include "base/json_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT_TEXT, FORMAT_JSON };

static json_t *texts(const ConfigTexts *list)
{
    json_t *array = json_array();
    VEC_EACH (const char *, t, list)
        json_array_append_new(array, json_text(str_of(*t)));
    return array;
}

static json_t *text_or_null(const char *text)
{
    return text ? json_text(str_of(text)) : json_null();
}

// The value of a key that has one value, null where nothing is set; NULL for the others.
static json_t *value_of(const Config *c, ConfigKey key)
{
    switch (key) {
    case KEY_LEVEL:
        return json_string(level_name(c->level));
    case KEY_FAIL_ON:
        return json_string(level_name(c->fail_on));
    case KEY_GO:
        return json_sprintf("1.%u", c->go_minor ? c->go_minor : GO_NEWEST);
    case KEY_TAGS:
        return texts(&c->tags);
    case KEY_GOOS:
        return text_or_null(c->goos);
    case KEY_GOARCH:
        return text_or_null(c->goarch);
    case KEY_TESTS:
        return json_boolean(c->tests);
    case KEY_GENERATED:
        return json_boolean(c->generated);
    case KEY_MODELS:
        return texts(&c->models);
    case KEY_BASELINE:
        return text_or_null(c->baseline);
    case KEY_EXCLUDE:
        return texts(&c->exclude);
    case KEY_RULES:
    case KEY_OVERRIDES:
    case KEY_COUNT:
        break;
    }
    return NULL;
}

static const char *option_of(ConfigKey key)
{
    return key == KEY_RULES ? "rule" : config_key_name(key);
}

// ---- Text ----

enum { COMMENT_COLUMN = 40 };

// Ends a line with where its value comes from.
static void put_origin(StrBuf *out, size_t start, const Config *c, Origin o, ConfigKey key)
{
    size_t used = out->len - start;
    strbuf_repeat(out, ' ', used < COMMENT_COLUMN ? COMMENT_COLUMN - used : 1);
    strbuf_adds(out, "# ");
    if (o.from == ORIGIN_DEFAULT) {
        strbuf_adds(out, "default\n");
    } else if (o.from == ORIGIN_OPTION) {
        strbuf_printf(out, "--%s\n", option_of(key));
    } else {
        glyph_put(str_of(c->path), out);
        strbuf_printf(out, ":%u\n", o.line);
    }
}

static void put_json_value(StrBuf *out, json_t *value)
{
    char *text = json_dumps(value, JSON_ENSURE_ASCII | JSON_ENCODE_ANY);
    strbuf_adds(out, text);
    free(text);
    json_decref(value);
}

static void put_rule(StrBuf *out, const char *indent, const char *name, RuleSetting s, const Config *c)
{
    if (!s.mode)
        return;
    size_t start = out->len;
    strbuf_printf(out, "%s%s: %s", indent, name, rule_mode_name(s.mode));
    put_origin(out, start, c, s.origin, KEY_RULES);
}

static bool says_something(const RuleTable *t)
{
    bool says = t->all.mode != RULE_UNSET;
    for (size_t k = 0; k < rules_count; k++)
        says |= t->each[k].mode != RULE_UNSET;
    return says;
}

static void put_rules(StrBuf *out, const char *indent, const RuleTable *t, const Config *c)
{
    strbuf_printf(out, "%srules:%s\n", indent, says_something(t) ? "" : " {}");
    const char *deeper = *indent ? "      " : "  ";
    put_rule(out, deeper, "all", t->all, c);
    for (size_t k = 0; k < rules_count; k++)
        put_rule(out, deeper, rules[k].slug, t->each[k], c);
}

static void put_text(StrBuf *out, const Config *c)
{
    for (ConfigKey key = 0; key < KEY_COUNT; key++) {
        size_t start = out->len;
        json_t *value = value_of(c, key);
        if (!value)
            continue;
        if (json_is_null(value))
            strbuf_adds(out, "# ");
        strbuf_printf(out, "%s: ", config_key_name(key));
        put_json_value(out, value);
        put_origin(out, start, c, c->origins[key], key);
    }
    put_rules(out, "", &c->rules, c);
    VEC_EACH (const Override, o, &c->overrides) {
        if (o == c->overrides.data)
            strbuf_adds(out, "overrides:\n");
        size_t start = out->len;
        strbuf_adds(out, "  - paths: ");
        put_json_value(out, texts(&o->paths));
        put_origin(out, start, c, (Origin){ORIGIN_FILE, o->line}, KEY_OVERRIDES);
        put_rules(out, "    ", &o->rules, c);
    }
}

// ---- JSON ----

static json_t *with_origin(json_t *value, Origin o)
{
    static const char *const names[] = {"default", "file", "option"};
    json_t *object = json_object();
    json_object_set_new(object, "value", value);
    json_object_set_new(object, "from", json_string(names[o.from]));
    json_object_set_new(object, "line", o.from == ORIGIN_FILE ? json_integer(o.line) : json_null());
    return object;
}

static void set_rule(json_t *object, const char *name, RuleSetting s)
{
    if (s.mode)
        json_object_set_new(object, name, with_origin(json_string(rule_mode_name(s.mode)), s.origin));
}

static json_t *rules_json(const RuleTable *t)
{
    json_t *object = json_object();
    set_rule(object, "all", t->all);
    for (size_t k = 0; k < rules_count; k++)
        set_rule(object, rules[k].slug, t->each[k]);
    return object;
}

static void put_json(StrBuf *out, const Config *c)
{
    json_t *all = json_object(), *settings = json_object(), *overrides = json_array();
    for (ConfigKey key = 0; key < KEY_COUNT; key++) {
        json_t *value = value_of(c, key);
        if (value)
            json_object_set_new(settings, config_key_name(key), with_origin(value, c->origins[key]));
    }
    VEC_EACH (const Override, o, &c->overrides) {
        json_t *object = json_object();
        json_object_set_new(object, "paths", texts(&o->paths));
        json_object_set_new(object, "rules", rules_json(&o->rules));
        json_object_set_new(object, "line", json_integer(o->line));
        json_array_append_new(overrides, object);
    }
    json_object_set_new(settings, config_key_name(KEY_RULES), rules_json(&c->rules));
    json_object_set_new(settings, config_key_name(KEY_OVERRIDES), overrides);
    json_object_set_new(all, "version", json_integer(1));
    json_object_set_new(all, "file", text_or_null(c->path));
    json_object_set_new(all, "settings", settings);
    char *text = json_dumps(all, JSON_INDENT(1) | JSON_ENSURE_ASCII);
    strbuf_adds(out, text);
    strbuf_addc(out, '\n');
    free(text);
    json_decref(all);
}

// --rule is a choice of its own; here it is shown as the settings that do the same.
static void show_only(Config *c)
{
    if (!c->only)
        return;
    c->rules.all = (RuleSetting){RULE_OFF, {.from = ORIGIN_OPTION}};
    for (size_t k = 0; k < rules_count; k++) {
        if (!c->only[k])
            c->rules.each[k].mode = RULE_UNSET;
        else if (c->rules.each[k].mode <= RULE_ON)
            c->rules.each[k] = (RuleSetting){RULE_ON, {.from = ORIGIN_OPTION}};
    }
}

int run_config(Args *args)
{
    if (args->operands.len > 1)
        return usage_fault(args->command, "it works on one place at a time");
    json_set_alloc_funcs(mem_alloc, free);
    show_only(args->config);
    StrBuf out = {0};
    if (args_choice(args, OPT_CONFIG_FORMAT, FORMAT_TEXT) == FORMAT_JSON)
        put_json(&out, args->config);
    else
        put_text(&out, args->config);
    fwrite(out.data, 1, out.len, stdout);
    strbuf_free(&out);
    return STATUS_OK;
}
