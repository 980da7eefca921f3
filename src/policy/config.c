// config.c - the defaults, and what a configuration says of a rule and a path.
#include "policy/config.h"
#include "base/path.h"
#include "policy/glob.h"
#include "rules/check.h"

#include <stdlib.h>

static const char *const key_names[KEY_COUNT] = {
#define KEY(id, name, form, help) [KEY_##id] = name,
#include "policy/config.def"
};

const char *config_key_name(ConfigKey key)
{
    return key_names[key];
}

const char *rule_mode_name(RuleMode mode)
{
    static const char *const names[RULE_MODES] = {"on", "off", "on", "advice", "warning", "error"};
    return names[mode];
}

Config *config_new(void)
{
    Config *c = mem_alloc(sizeof *c);
    *c = (Config){.level = LEVEL_WARNING, .fail_on = LEVEL_WARNING, .tests = true};
    c->rules.each = arena_array(&c->arena, RuleSetting, rules_count);
    return c;
}

void config_free(Config *c)
{
    if (!c)
        return;
    arena_free(&c->arena);
    free(c);
}

const char *config_find(Arena *a, const char *dir)
{
    return path_find_up(a, dir, ".curfew.yml", ".git");
}

static RuleMode table_mode(const RuleTable *t, size_t rule)
{
    return t->each[rule].mode ? t->each[rule].mode : t->all.mode;
}

static bool any_matches(const ConfigTexts *patterns, const char *path)
{
    VEC_EACH (const char *, p, patterns)
        if (path && glob_match(str_of(*p), str_of(path)))
            return true;
    return false;
}

RuleMode config_rule(const Config *c, const Rule *rule, const char *path)
{
    size_t index = (size_t)(rule - rules);
    if (c->only && !c->only[index])
        return RULE_OFF;
    RuleMode mode = table_mode(&c->rules, index);
    VEC_EACH (const Override, o, &c->overrides) {
        RuleMode there = table_mode(&o->rules, index);
        if (there && any_matches(&o->paths, path))
            mode = there;
    }
    // Who asks for a rule by name gets it.
    return mode && !(c->only && mode == RULE_OFF) ? mode : RULE_ON;
}

const bool *config_off_everywhere(Config *c)
{
    bool *off = arena_array(&c->arena, bool, rules_count);
    for (size_t k = 0; k < rules_count; k++) {
        off[k] = config_rule(c, &rules[k], NULL) == RULE_OFF;
        if (c->only && !c->only[k])
            continue;
        VEC_EACH (const Override, o, &c->overrides)
            off[k] &= table_mode(&o->rules, k) <= RULE_OFF;
    }
    return off;
}

bool config_excludes(const Config *c, const char *path)
{
    return any_matches(&c->exclude, path);
}

bool config_go_version(Arena *a, Str text, uint32_t *minor, const char **error)
{
    Str rest = str_starts(text, "go") ? str_sub(text, 2, text.len) : text;
    size_t at = 2;
    uint32_t n = 0;
    if (str_starts(rest, "1."))
        for (; at < rest.len && rest.ptr[at] >= '0' && rest.ptr[at] <= '9' && n < 1000; at++)
            n = n * 10 + (uint32_t)(rest.ptr[at] - '0');
    Str tail = str_sub(rest, at, rest.len);
    if (at == 2 || (tail.len > 0 && tail.ptr[0] != '.' && !str_starts(tail, "rc")))
        *error = "not a Go version such as 1.22";
    else if (n < GO_OLDEST || n > GO_NEWEST)
        *error = arena_printf(a, "versions 1.%d to 1.%d are known", GO_OLDEST, GO_NEWEST);
    else
        *minor = n;
    return *minor != 0;
}
