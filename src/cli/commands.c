// commands.c - the table of commands.
#include "cli/cli.h"

#include <string.h>

static const OptionId check_options[] = {
    OPT_LEVEL, OPT_FAIL_ON, OPT_FORMAT, OPT_OUTPUT, OPT_EXPLAIN, OPT_COLOR,     OPT_STRICT, OPT_TAGS,       OPT_GOOS,   OPT_GOARCH,
    OPT_TESTS, OPT_GO,      OPT_MODELS, OPT_GENERATED, OPT_JOBS,   OPT_STDIN_PATH, OPT_STATS, OPT_TIMINGS, OPT_ONLY,
    OPT_CONFIG, OPT_NO_CONFIG, OPT_BASELINE, OPT_NO_BASELINE, OPT_NEW_FROM, OPT_ADD_IGNORE, OPT_HELP, OPT_COUNT};
static const OptionId baseline_options[] = {
    OPT_BASELINE, OPT_LEVEL, OPT_ONLY, OPT_TAGS, OPT_GOOS, OPT_GOARCH, OPT_TESTS, OPT_GO, OPT_MODELS, OPT_GENERATED,
    OPT_JOBS, OPT_COLOR, OPT_CONFIG, OPT_NO_CONFIG, OPT_HELP, OPT_COUNT};
static const OptionId fix_options[] = {
    OPT_UNSAFE, OPT_DIFF, OPT_RULE,   OPT_LEVEL,     OPT_TAGS, OPT_GOOS,       OPT_GOARCH, OPT_TESTS,
    OPT_GO,     OPT_MODELS, OPT_GENERATED, OPT_JOBS, OPT_STDIN_PATH, OPT_CONFIG, OPT_NO_CONFIG, OPT_HELP, OPT_COUNT};
static const OptionId list_options[] = {OPT_PACKAGES_FORMAT, OPT_TAGS,  OPT_GOOS, OPT_GOARCH,
                                        OPT_TESTS,  OPT_COLOR, OPT_CONFIG, OPT_NO_CONFIG, OPT_HELP, OPT_COUNT};
static const OptionId inventory_options[] = {
    OPT_INVENTORY_FORMAT, OPT_CHECK, OPT_MAX_STOP_LATENCY, OPT_TAGS,  OPT_GOOS, OPT_GOARCH, OPT_TESTS, OPT_GO,
    OPT_MODELS,           OPT_GENERATED, OPT_STDIN_PATH,   OPT_COLOR, OPT_CONFIG, OPT_NO_CONFIG, OPT_HELP, OPT_COUNT};
static const OptionId why_options[] = {OPT_TAGS,   OPT_GOOS,  OPT_GOARCH, OPT_TESTS, OPT_GO,
                                       OPT_MODELS, OPT_COLOR, OPT_CONFIG, OPT_NO_CONFIG, OPT_HELP, OPT_COUNT};
static const OptionId config_options[] = {
    OPT_CONFIG_FORMAT, OPT_LEVEL, OPT_FAIL_ON, OPT_ONLY, OPT_GO, OPT_TAGS, OPT_GOOS, OPT_GOARCH, OPT_TESTS, OPT_GENERATED,
    OPT_MODELS, OPT_BASELINE, OPT_COLOR, OPT_CONFIG, OPT_NO_CONFIG, OPT_HELP, OPT_COUNT};
static const OptionId explain_options[] = {OPT_PAGE_FORMAT, OPT_COLOR, OPT_HELP, OPT_COUNT};
static const OptionId rules_options[] = {OPT_LIST_FORMAT, OPT_COLOR, OPT_HELP, OPT_COUNT};
static const OptionId dump_options[] = {OPT_GO, OPT_MODELS, OPT_STDIN_PATH, OPT_HELP, OPT_COUNT};
static const OptionId no_options[] = {OPT_HELP, OPT_COUNT};

const Command commands[] = {
    {"check", "[PACKAGE | DIR | FILE | -]…", "find the goroutine bugs in packages and files",
     "Reads packages as the go command names them (import paths, directories, `...` patterns; "
     "`./...` when nothing is named) with all that they import, and prints what will go wrong with "
     "their goroutines. No Go toolchain is needed; sources are read where they are found, and models "
     "stand in for libraries that are not. A Go file of a module is read with its package. Markdown, "
     "plain text with Go code in it, Go files outside of any module and standard input (`-`) are read "
     "by themselves, whole programs or loose snippets.\n"
     "\n"
     "The exit status is 0 without findings, 1 with findings, and 2 when an input could not be "
     "read or the call is wrong. `curfew explain RULE` says more about a finding.\n"
     "\n"
     "  curfew check\n"
     "  curfew check --tags integration --goos windows --tests=false ./internal/...\n"
     "  curfew check --level advice notes.md\n"
     "  cat x.go | curfew check - --stdin-path pkg/x.go\n",
     check_options, run_check},
    {"baseline", "write | show | prune [PACKAGE | DIR | FILE]…", "keep known findings apart, so that only new ones fail",
     "`write` puts the findings of `curfew check` into .curfew-baseline.json, beside the configuration or at the "
     "module's root; from then on `curfew check` counts them and reports only others. `show` says which are still there, "
     "`prune` drops those that are gone. A finding is known again by its rule, function and code: lines may move and "
     "be laid out anew. docs/baseline.md says more.\n"
     "\n"
     "  curfew baseline write ./...\n"
     "  curfew baseline prune\n"
     "  curfew check --no-baseline\n",
     baseline_options, run_baseline},
    {"fix", "[PACKAGE | DIR | FILE | -]…", "mend what can be mended by itself",
     "Applies the safe fixes of what `curfew check` reports for the same operands, and with --unsafe "
     "those that may change behaviour; a sketch is never applied. Fixes that touch each other are applied "
     "one after the other, with a new analysis in between. Each file is replaced whole, or not at all where "
     "the result would not parse. In Markdown and text the code blocks are mended. Standard input is mended "
     "onto standard output.\n"
     "\n"
     "The exit status is 0 when no finding is left, 1 when some are, and 2 when an input could not be read "
     "or written. With --diff it is 1 when there is something to mend, else 0.\n"
     "\n"
     "  curfew fix --diff ./... | git apply\n"
     "  curfew fix --rule lost-cancel,late-add ./internal/...\n"
     "  curfew fix - --stdin-path pkg/x.go < x.go\n",
     fix_options, run_fix},
    {"inventory", "[PACKAGE | DIR | FILE | -]…", "list every goroutine that packages can start",
     "For each `go` statement and each call that starts a goroutine: where and by whom it is started, how often, "
     "who owns it, what ends it, where it waits, who waits for its end, and how long it can go on after its stop "
     "signal. The tag sums that up: owned (something ends it and somebody waits for that), implicit (nobody "
     "waits), orphan (nothing that is seen ends it), detached (declared so), unseen (what it runs is not here).\n"
     "\n"
     "The exit status is 1 with --check when a goroutine is missing from FILE, and with --max-stop-latency when one "
     "is listed.\n"
     "\n"
     "  curfew inventory ./...\n"
     "  curfew inventory --format markdown ./... > BACKGROUND_GOROUTINES.md\n"
     "  curfew inventory --check BACKGROUND_GOROUTINES.md ./...\n",
     inventory_options, run_inventory},
    {"why", "FILE:LINE", "say what is believed of the goroutine that starts or waits there",
     "Prints the story of each goroutine that is started on the line, or that can wait there.\n", why_options,
     run_why},
    {"explain", "RULE", "say what a rule finds: failure, principle, examples, fix",
     "Prints the page of a rule. `curfew rules` lists the names.\n", explain_options, run_explain},
    {"list", "[PATTERN]…", "list packages: which files make them, and which do not and why",
     "Prints the packages that the patterns name (default: ./...): module, files, tests, files that "
     "are left out with the constraint that excludes each, and imports that are not found. Patterns "
     "are those of the go command: directories, import paths, both with `...`, files, `std`, `cmd`, "
     "`all`. No Go is needed; where it is, its environment counts. docs/loading.md says how sources "
     "are found.\n"
     "\n"
     "The exit status is 2 when a pattern matches nothing or something could not be read, else 0.\n"
     "\n"
     "  curfew list ./...\n"
     "  curfew list --goos windows --tags integration ./internal/... example.com/pkg\n",
     list_options, run_list},
    {"rules", "", "list all rules",
     "Prints each rule's name, the highest level at which it speaks, the failure that it finds, "
     "the principle that is broken, and one line about it.\n",
     rules_options, run_rules},
    {"config", "[DIR | FILE]", "print the configuration that holds, and where each value comes from",
     "Prints the settings that `curfew check` with the same options would work with in DIR (default: here): the "
     "defaults, under what .curfew.yml says, under what the command line says. Behind each stands where it comes from. "
     "The text is itself a configuration. docs/configuration.md describes the keys.\n"
     "\n"
     "  curfew config\n"
     "  curfew config --format json ./internal\n",
     config_options, run_config},
    {"dump", "STAGE FILE | -", "print what a stage of the analysis makes of a file",
     "STAGE is one of\n"
     "  tokens    the tokens\n"
     "  ast       the syntax tree\n"
     "  types     the type of every expression\n"
     "  ir        the control-flow graph of every function\n"
     "\n"
     "The output is for reading and for tests; it changes with the program.\n",
     dump_options, run_dump},
    {"completion", "bash | zsh | fish", "print completions for a shell",
     "Prints a script that completes commands, options and their values.\n"
     "\n"
     "  source <(curfew completion bash)\n"
     "  curfew completion zsh > \"${fpath[1]}/_curfew\"\n"
     "  curfew completion fish > ~/.config/fish/completions/curfew.fish\n",
     no_options, run_completion},
    {"man", "", "print the manual page", "Prints what `man curfew` shows.\n\n  curfew man | man -l -\n", no_options, run_man},
    {"version", "", "print the version", NULL, no_options, run_version},
    {"help", "[COMMAND]", "print help", NULL, no_options, run_help},
};
const size_t commands_count = sizeof commands / sizeof *commands;

const Command *command_find(const char *name)
{
    for (size_t i = 0; i < commands_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}
