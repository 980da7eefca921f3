// config.h - what a configuration says.
//
// A Config starts with the defaults, is laid over by a file (config_read) and then by the command line (by
// whoever reads that), and knows of each value where it came from. docs/configuration.md is the reference.
#ifndef CURFEW_POLICY_CONFIG_H
#define CURFEW_POLICY_CONFIG_H

#include "rules/rule.h"

typedef enum ConfigKey {
#define KEY(id, name, form, help) KEY_##id,
#include "policy/config.def"
    KEY_COUNT
} ConfigKey;

const char *config_key_name(ConfigKey key);

// Where a value came from.
typedef struct Origin {
    enum { ORIGIN_DEFAULT, ORIGIN_FILE, ORIGIN_OPTION } from;
    uint32_t line; // of the file
} Origin;

typedef enum RuleMode {
    RULE_UNSET, // nothing is said: as RULE_ON
    RULE_OFF,
    RULE_ON,
    RULE_ADVICE, // and from here on the level of its surest findings
    RULE_WARNING,
    RULE_ERROR,
    RULE_MODES
} RuleMode;

const char *rule_mode_name(RuleMode mode); // "off", "on", "advice", …

typedef struct RuleSetting {
    RuleMode mode;
    Origin origin;
} RuleSetting;

// What is said of the rules: of each by its index in rules[], and of all that are not named.
typedef struct RuleTable {
    RuleSetting all;
    RuleSetting *each; // rules_count of them
} RuleTable;

typedef VEC(const char *) ConfigTexts;

// Settings for some paths; a later one wins over an earlier one.
typedef struct Override {
    ConfigTexts paths;
    RuleTable rules;
    uint32_t line;
} Override;

typedef struct ConfigFault {
    Span span;           // in the file
    const char *message; // one sentence without final period
    const char *hint;    // "did you mean `exclude`?", or NULL
} ConfigFault;

typedef struct Config {
    Arena arena;
    const char *path; // of the file as it is shown; NULL without one
    const char *dir;  // absolute: what its paths are relative to; NULL without a file
    Level level, fail_on;
    bool fail_on_given;     // else it is `level`
    uint32_t go_minor;      // 0: the newest that is known
    ConfigTexts tags;
    const char *goos, *goarch; // NULL: as the surroundings say
    bool tests, generated;
    ConfigTexts models;     // as they can be opened
    const char *baseline;   // the same; NULL: where it is looked for
    ConfigTexts exclude;
    RuleTable rules;
    bool *only; // by index in rules[]: no other rule is on; NULL: no such choice
    VEC(Override) overrides;
    Origin origins[KEY_COUNT];
    VEC(ConfigFault) faults; // in the order of the file
} Config;

Config *config_new(void);
void config_free(Config *c);

// Reads a file over the defaults. What is wrong with it is in `faults`; what is right of it is taken all
// the same. `text` may be freed afterwards. `dir` is the directory of the file, absolute.
void config_read(Config *c, const Source *text, const char *dir);

// The file that holds for what lies in `dir`, an absolute path: .curfew.yml there or above, up to the root of
// the repository. NULL when there is none.
const char *config_find(Arena *a, const char *dir);

// What holds for a rule in a file; `path` is relative to config->dir, NULL for a file that lies elsewhere.
RuleMode config_rule(const Config *c, const Rule *rule, const char *path);

// The rules that are off in every file, by index in rules[]; allocated in the configuration's arena.
const bool *config_off_everywhere(Config *c);

// True when nothing is reported in the file.
bool config_excludes(const Config *c, const char *path);

// "1.22", "go1.22.3", "1.22rc1": N of 1.N. On a fault *error says what is wrong.
bool config_go_version(Arena *a, Str text, uint32_t *minor, const char **error);

#endif
