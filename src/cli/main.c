// main.c - picks the command, runs it, and makes sure that what it printed has arrived.
#include "base/arena.h"
#include "cli/settings.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int unknown_command(const char *name)
{
    static const char *const own[] = {"--help", "--version", "-h"};
    const char *near = name[0] == '-' ? suggest(name, own, sizeof own / sizeof *own) : NULL;
    if (near)
        return usage_fault(NULL, "there is no option %s; did you mean %s?", name, near);
    if (name[0] == '-' && name[1] != 0)
        return usage_fault(NULL, "the command comes first: curfew check %s", name);
    if (strcmp(name, "-") == 0 || access(name, F_OK) == 0)
        return usage_fault(NULL, "to check a file: curfew check %s", name);
    return command_unknown(NULL, name);
}

static bool has_settings(const Command *command)
{
    const OptionId *id = command->options;
    while (*id != OPT_COUNT && *id != OPT_CONFIG)
        id++;
    return *id == OPT_CONFIG;
}

static int run(const Command *command, int argc, char **argv)
{
    Args args = {0};
    int status = STATUS_FAULT;
    if (args_parse(&args, command, argc, argv)) {
        if (args_has(&args, OPT_HELP)) {
            help_print_command(command);
            status = STATUS_OK;
        } else if (!has_settings(command) || settings_read(&args)) {
            status = command->run(&args);
        }
    }
    config_free(args.config);
    arena_free(&args.arena);
    return status;
}

static int dispatch(int argc, char **argv)
{
    if (argc < 2) {
        fputs("curfew: which command?\ntry `curfew --help`\n", stderr);
        return STATUS_FAULT;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        name = "help";
    else if (strcmp(name, "--version") == 0)
        name = "version";
    const Command *command = command_find(name);
    return command ? run(command, argc - 2, argv + 2) : unknown_command(name);
}

// A full disk or a closed descriptor shows only now.
static int finish(int status)
{
    errno = 0;
    bool failed = fflush(stdout) != 0;
    failed |= ferror(stdout) != 0;
    failed |= fclose(stdout) != 0;
    if (!failed)
        return status;
    fprintf(stderr, "curfew: cannot write to standard output: %s\n",
            errno ? strerror(errno) : "a write failed");
    return STATUS_FAULT;
}

int main(int argc, char **argv)
{
    // A reader who goes away (`| head`) ends the program quietly, as it ends every filter, even
    // where the parent process ignores the signal.
    signal(SIGPIPE, SIG_DFL);
    mem_give_back();
    return finish(dispatch(argc, argv));
}
