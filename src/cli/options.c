// options.c - command-line arguments: GNU style, long options only, and -h.
#include "cli/options.h"

#include "report/report.h"
#include "rules/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const Option options[OPT_COUNT] = {
#define OPTION(id, name, value, choices, brief, help)                                             \
    [OPT_##id] = {name, value, choices, brief, help},
#include "cli/options.def"
};

static OptionId find_option(const Command *command, Str name)
{
    const OptionId *id = command->options;
    while (*id != OPT_COUNT && !str_is(name, options[*id].name))
        id++;
    return *id;
}

int choice_index(const char *choices, Str value)
{
    Str rest = str_of(choices);
    for (int index = 0; rest.len > 0; index++) {
        size_t end = str_find(rest, STR("|"));
        if (str_eq(str_sub(rest, 0, end), value))
            return index;
        rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
    }
    return -1;
}

static bool set_value(Args *args, OptionId id, const char *value)
{
    const Option *o = &options[id];
    if (o->choices && choice_index(o->choices, str_of(value)) < 0) {
        choice_unknown(args->command, o->name, o->choices, value);
        return false;
    }
    args->values[id] = value;
    vec_push(&args->arena, &args->given, (Given){id, value});
    return true;
}

// Reads the option at argv[*at], and its value, which may be the next argument.
static bool long_option(Args *args, int argc, char **argv, int *at)
{
    const char *text = argv[*at] + 2;
    const char *equals = strchr(text, '=');
    Str name = {text, equals ? (size_t)(equals - text) : strlen(text)};
    OptionId id = find_option(args->command, name);
    if (id == OPT_COUNT) {
        option_unknown(args->command, argv[*at]);
        return false;
    }
    if (!options[id].value) {
        if (equals)
            usage_fault(args->command, "--%s takes no value", options[id].name);
        args->values[id] = "";
        return !equals;
    }
    if (equals)
        return set_value(args, id, equals + 1);
    if (*at + 1 >= argc) {
        usage_fault(args->command, "--%s wants a value: --%s %s", options[id].name,
                    options[id].name, options[id].value);
        return false;
    }
    return set_value(args, id, argv[++*at]);
}

bool args_parse(Args *args, const Command *command, int argc, char **argv)
{
    args->command = command;
    bool only_operands = false;
    for (int at = 0; at < argc; at++) {
        const char *arg = argv[at];
        if (only_operands || arg[0] != '-' || arg[1] == 0) {
            vec_push(&args->arena, &args->operands, arg);
        } else if (strcmp(arg, "--") == 0) {
            only_operands = true;
        } else if (strcmp(arg, "-h") == 0) {
            args->values[OPT_HELP] = "";
        } else if (strncmp(arg, "-j", 2) == 0 && arg[2] && find_option(command, STR("jobs")) != OPT_COUNT) {
            args->values[OPT_JOBS] = arg + 2;
        } else if (arg[1] != '-') {
            option_unknown(command, arg);
            return false;
        } else if (!long_option(args, argc, argv, &at)) {
            return false;
        }
    }
    return true;
}

int args_choice(const Args *args, OptionId id, int otherwise)
{
    if (!args->values[id])
        return otherwise;
    return choice_index(options[id].choices, str_of(args->values[id]));
}

bool args_go(const Args *args, uint32_t *minor)
{
    *minor = 0;
    const char *text = args->values[OPT_GO];
    if (!text)
        return true;
    const char *digits = strncmp(text, "go", 2) == 0 ? text + 2 : text;
    char *end = NULL;
    unsigned long n = 0;
    if (strncmp(digits, "1.", 2) == 0 && digits[2] >= '0' && digits[2] <= '9')
        n = strtoul(digits + 2, &end, 10);
    if (!end || (*end != 0 && *end != '.' && strncmp(end, "rc", 2) != 0)) {
        usage_fault(args->command, "--go %s: not a Go version such as 1.22", text);
        return false;
    }
    if (n < GO_OLDEST || n > GO_NEWEST) {
        usage_fault(args->command, "--go %s: versions 1.%d to 1.%d are known", text, GO_OLDEST,
                    GO_NEWEST);
        return false;
    }
    *minor = (uint32_t)n;
    return true;
}

Terminal args_terminal(const Args *args)
{
    return terminal_of(stdout, (ColorMode)args_choice(args, OPT_COLOR, COLOR_AUTO));
}

enum { JOBS_MAX = 256 }; // more would only wait for each other

bool args_jobs(const Args *args, uint32_t *count)
{
    const char *text = args->values[OPT_JOBS];
    if (!text)
        return true;
    char *end;
    unsigned long n = strtoul(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end || n == 0) {
        usage_fault(args->command, "--jobs takes a number from 1, not `%s`", text);
        return false;
    }
    *count = n < JOBS_MAX ? (uint32_t)n : JOBS_MAX;
    return true;
}
