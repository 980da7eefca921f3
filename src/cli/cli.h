// cli.h - commands, their options, and what commands share.
//
// A command is one row of the table in commands.c and one function in a file of its own. The
// function returns the exit status of the process.
#ifndef CURFEW_CLI_CLI_H
#define CURFEW_CLI_CLI_H

#include "base/suggest.h"
#include "base/walk.h"
#include "load/load.h"
#include "report/terminal.h"
#include "rules/finding.h"

typedef enum OptionId {
#define OPTION(id, name, value, choices, brief, help) OPT_##id,
#include "cli/options.def"
    OPT_COUNT
} OptionId;

// Exit statuses; docs/output.md explains them.
enum { STATUS_OK = 0, STATUS_FINDINGS = 1, STATUS_FAULT = 2 };

typedef struct Args Args;

typedef struct Command {
    const char *name;
    const char *operands;    // "FILE…"
    const char *summary;     // one line, lower case, no period
    const char *details;     // paragraphs for --help, separated by empty lines; or NULL
    const OptionId *options; // ended by OPT_COUNT
    int (*run)(Args *args);
} Command;

// An option as it was given, for those that may be given more than once.
typedef struct Given {
    OptionId id;
    const char *value;
} Given;

struct Args {
    const Command *command;
    const char *values[OPT_COUNT]; // NULL: not given; "" for a switch that is; else the last value
    VEC(Given) given;              // all of them in their order
    VEC(const char *) operands;
    struct Config *config; // what holds, for commands that have --config; see settings.h
    Arena arena;
};

extern const Command commands[];
extern const size_t commands_count;

// NULL when there is no such command.
const Command *command_find(const char *name);

// ---- options.c ----

// Sorts arguments into options and operands. A fault is printed to standard error, and the result
// is false.
bool args_parse(Args *args, const Command *command, int argc, char **argv);

// The index of an option's value among its choices, or `otherwise` when it was not given.
int args_choice(const Args *args, OptionId id, int otherwise);

static inline bool args_has(const Args *args, OptionId id)
{
    return args->values[id] != NULL;
}

// The N of --go 1.N; 0 when it was not given. False after printing what is wrong with it.
bool args_go(const Args *args, uint32_t *minor);

// The N of --jobs, at most what makes sense; 0 when it was not given. False after printing what is wrong.
bool args_jobs(const Args *args, uint32_t *count);

// Standard output as a terminal, after --color.
Terminal args_terminal(const Args *args);

// Prints "curfew COMMAND: …" and a hint at --help to standard error; gives STATUS_FAULT.
int usage_fault(const Command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// ---- mistakes.c ----

// "there is no WHAT WORD", and which of `count` words may have been meant. Gives STATUS_FAULT.
int usage_unknown(const Command *command, const char *what, const char *word,
                  const char *const *words, size_t count);

// The same of a rule and of a command; `command` may be NULL where the mistake is in its name.
int rule_unknown(const Command *command, const char *slug);
int command_unknown(const Command *command, const char *name);

// Says that the command has no such option: which one may have been meant, or whose option it is.
void option_unknown(const Command *command, const char *argument);

// Says that an option cannot have this value, which must be one of `choices` (between bars).
void choice_unknown(const Command *command, const char *option, const char *choices,
                    const char *value);

// ---- help.c ----

void help_print(void);
void help_print_command(const Command *command);

// ---- inputs.c ----

// The sources that a command works on. `unread` names those that could not be read; each is also
// said on standard error.
typedef struct Inputs {
    VEC(const Source *) sources;
    SkipList unread;
    Arena arena; // of the lists; the sources are freed by inputs_free
} Inputs;

// Reads the operands from number `first` on; one that is named twice is read once. Where `patterns` is
// given, only what is a text by itself is read: documents, standard input, and Go files outside of
// any module; the others are for the loader and are added to it.
void inputs_read(Inputs *in, const Args *args, uint32_t first, PathList *patterns);
void inputs_free(Inputs *in);

// Says on standard error that an input could not be read.
void unreadable_print(const char *path, const char *error);

// ---- list.c ----

// What the operands and --tags, --goos, --goarch, --tests say to load_packages.
LoadOptions args_load_options(const Args *args);

// Prints what load_packages could not do to standard error.
void load_faults_print(const LoadGraph *g);

// ---- Commands ----

int run_check(Args *args);
int run_fix(Args *args);
int run_inventory(Args *args);
int run_why(Args *args);
int run_list(Args *args);
int run_explain(Args *args);
int run_rules(Args *args);
int run_config(Args *args);
int run_baseline(Args *args);
int run_dump(Args *args);
int run_completion(Args *args);
int run_man(Args *args);
int run_version(Args *args);
int run_help(Args *args);

#endif
