// fuzz_config.c - any bytes are a configuration: each fault has a place in the text and says something, and
// what is read can be asked for.
#include "check_syntax.h"

#include "base/hash.h"
#include "policy/config.h"
#include "policy/glob.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_patterns(const ConfigTexts *patterns)
{
    VEC_EACH (const char *, p, patterns) {
        MUST(!glob_fault(str_of(*p)));
        glob_match(str_of(*p), STR("a/b/c.go"));
        // What a pattern matches, it matches all below of.
        MUST(!glob_match(str_of(*p), STR("a/b")) || glob_match(str_of(*p), STR("a/b/c.go")));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Source *text = source_from("dir/.curfew.yml", (Str){(const char *)data, size});
    Config *c = config_new();
    config_read(c, text, "/dir");
    uint32_t line = 0;
    VEC_EACH (const ConfigFault, f, &c->faults) {
        MUST(f->span.start <= f->span.end && f->span.end <= text->len);
        MUST(f->message && f->message[0]);
        line = source_position(text, f->span.start).line;
        MUST(line >= 1);
    }
    source_free(text);
    check_patterns(&c->exclude);
    VEC_EACH (const Override, o, &c->overrides)
        check_patterns(&o->paths);
    for (size_t k = 0; k < rules_count; k++)
        MUST(config_rule(c, &rules[k], "a/b/c.go") != RULE_UNSET);
    config_excludes(c, "a/b/c.go");
    MUST(c->go_minor <= 99 && c->level <= LEVEL_ERROR && c->fail_on <= LEVEL_ERROR);
    config_free(c);
    return 0;
}
