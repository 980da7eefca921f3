// policy.c - the standing of each finding.
#include "policy/policy.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/path.h"
#include "policy/ignore.h"

typedef struct Judge {
    const Policy *policy;
    Arena scratch;
    Map below; // a source's path → its path below the configuration's directory, 0 outside
} Judge;

// The path that patterns of the configuration are matched with; NULL where the file lies elsewhere.
static const char *path_in_config(Judge *j, const Source *source)
{
    const char *dir = j->policy->config->dir;
    if (!dir || !source)
        return NULL;
    uint64_t *known = map_get(&j->below, (uintptr_t)source);
    if (known)
        return (const char *)(uintptr_t)*known;
    const char *below = path_under(dir, path_absolute(&j->scratch, source->path));
    map_put(&j->scratch, &j->below, (uintptr_t)source, (uintptr_t)below);
    return below;
}

// A level given to a rule is that of its surest findings; those that it makes at a lower level by itself
// rise no higher than they are.
static Level level_under(RuleMode mode, const Finding *f)
{
    if (mode < RULE_ADVICE)
        return f->level;
    Level level = (Level)(mode - RULE_ADVICE);
    return f->level == f->rule->level || level < f->level ? level : f->level;
}

static RuleMode mode_in(void *judge, const Rule *rule, const Source *source)
{
    Judge *j = judge;
    const char *path = path_in_config(j, source);
    return config_excludes(j->policy->config, path) ? RULE_OFF : config_rule(j->policy->config, rule, path);
}

static Standing standing_of(Judge *j, Finding *f)
{
    const Config *c = j->policy->config;
    const char *path = path_in_config(j, f->place.source);
    if (config_excludes(c, path))
        return STANDING_EXCLUDED;
    RuleMode mode = config_rule(c, f->rule, path);
    if (mode == RULE_OFF)
        return STANDING_OFF;
    f->level = level_under(mode, f);
    if (f->standing == STANDING_IGNORED)
        return STANDING_IGNORED;
    return f->level < c->level ? STANDING_LOW : STANDING_COUNTS;
}

void policy_judge(const Policy *policy, CheckResult *result)
{
    Judge j = {.policy = policy};
    IgnoreUses uses = {0};
    uint32_t found = result->findings.items.len;
    ignore_apply(&j.scratch, result, 0, &uses);
    ignore_report_unused(result, &uses, policy->config->level, mode_in, &j);
    ignore_apply(&j.scratch, result, found, NULL);
    if (result->findings.items.len > found)
        check_sort(result);
    VEC_EACH (Finding *, slot, &result->findings.items)
        (*slot)->standing = standing_of(&j, *slot);
    if (policy->baseline)
        baseline_match(policy->baseline, &result->findings);
    if (policy->changes)
        changes_judge(policy->changes, policy->root, policy->dir, &result->findings);
    arena_free(&j.scratch);
}

// ---- What is gone of the baseline ----

enum { FILE_WHOLE = 1, FILE_PARTIAL };

// The files that were looked at and their directories, by the hash of their absolute path.
static void list_files(Arena *a, const CheckResult *result, Map *files)
{
    VEC_EACH (const char *, path, &result->files) {
        const char *absolute = path_absolute(a, *path);
        map_put(a, files, hash_str(str_of(absolute)), FILE_WHOLE);
        map_put(a, files, hash_str(str_of(path_directory(a, absolute))), FILE_WHOLE);
    }
    VEC_EACH (const Skip, s, &result->skipped.items) {
        uint64_t key = hash_str(str_of(path_absolute(a, s->path)));
        if (map_or(files, key, 0) == FILE_WHOLE)
            map_put(a, files, key, FILE_PARTIAL);
    }
}

static bool is_gone(Arena *a, const Policy *policy, const Map *files, const BaselineEntry *e)
{
    const Config *c = policy->config;
    const Rule *rule = rule_find(str_of(e->rule));
    const char *path = path_join(a, policy->baseline->dir, e->path);
    if (e->finding)
        return false;
    if (!rule)
        return true;
    path = path_absolute(a, path);
    const char *below = c->dir ? path_under(c->dir, path) : NULL;
    if (config_excludes(c, below) || config_rule(c, rule, below) == RULE_OFF)
        return false;
    // What a file had can now be in another one of its package.
    const char *dir = path_directory(a, path);
    if (!path_exists(path))
        return !path_exists(dir) || map_get(files, hash_str(str_of(dir)));
    return map_or(files, hash_str(str_of(path)), 0) == FILE_WHOLE;
}

void policy_find_gone(const Policy *policy, const CheckResult *result)
{
    Arena a = {0};
    Map files = {0};
    list_files(&a, result, &files);
    VEC_EACH (BaselineEntry, e, &policy->baseline->entries)
        e->gone = is_gone(&a, policy, &files, e);
    arena_free(&a);
}

// ---- Counting ----

PolicyTally policy_tally(const Policy *policy, const FindingList *findings)
{
    PolicyTally t = {0};
    VEC_EACH (Finding *, slot, &findings->items) {
        const Finding *f = *slot;
        if (f->standing == STANDING_LOW)
            t.low[f->level]++;
        else if (f->level >= policy->config->level)
            t.standings[f->standing]++;
    }
    return t;
}

bool policy_fails(const Policy *policy, const FindingList *findings)
{
    VEC_EACH (Finding *, slot, &findings->items) {
        const Finding *f = *slot;
        if (f->level >= policy->config->fail_on && (f->standing == STANDING_COUNTS || f->standing == STANDING_LOW))
            return true;
    }
    return false;
}
