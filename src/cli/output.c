// output.c - where reports go, and in which formats.
#include "cli/output.h"

#include "base/replace.h"
#include "cli/options.h"
#include "cli/version.h"
#include "report/glyph.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_text(ReportFormat format)
{
    return format == REPORT_TEXT || format == REPORT_CONCISE;
}

// The value of one --output: FORMAT=PATH.
static bool read_output(Args *args, const char *value, Outputs *outputs)
{
    const char *equals = strchr(value, '=');
    if (!equals || !equals[1]) {
        usage_fault(args->command, "--output wants a format and a path, such as sarif=curfew.sarif");
        return false;
    }
    int format = choice_index(REPORT_FORMAT_NAMES, (Str){value, (size_t)(equals - value)});
    if (format < 0) {
        const char *name = arena_strndup(&args->arena, value, (size_t)(equals - value));
        choice_unknown(args->command, "output", REPORT_FORMAT_NAMES, name);
        return false;
    }
    const char *path = strcmp(equals + 1, "-") == 0 ? NULL : equals + 1;
    VEC_EACH (const Output, o, &outputs->list) {
        if (path ? o->path && strcmp(o->path, path) == 0 : !o->path) {
            usage_fault(args->command, "--output: two reports for %s", path ? path : "standard output");
            return false;
        }
    }
    vec_push(&args->arena, &outputs->list, (Output){(ReportFormat)format, path});
    return true;
}

bool outputs_read(Args *args, Outputs *outputs)
{
    bool standard = false, text = false;
    VEC_EACH (const Given, g, &args->given)
        if (g->id == OPT_OUTPUT && !read_output(args, g->value, outputs))
            return false;
    VEC_EACH (const Output, o, &outputs->list)
        standard |= !o->path;
    if (standard && args_has(args, OPT_FORMAT)) {
        usage_fault(args->command, "--format and --output FORMAT=- both want standard output");
        return false;
    }
    if (!standard)
        vec_push(&args->arena, &outputs->list,
                 (Output){(ReportFormat)args_choice(args, OPT_FORMAT, REPORT_TEXT), NULL});
    VEC_EACH (const Output, o, &outputs->list)
        text |= is_text(o->format);
    if (args_has(args, OPT_EXPLAIN) && !text) {
        usage_fault(args->command, "--explain goes with --format text or concise: the others are for programs");
        return false;
    }
    return true;
}

// The top of the repository: the nearest folder above that has a .git; else the working directory.
static const char *top_of(const char *directory, Arena *a)
{
    char *top = arena_strndup(a, directory, strlen(directory));
    for (;;) {
        if (access(arena_printf(a, "%s/.git", top), F_OK) == 0)
            return top;
        char *slash = strrchr(top, '/');
        if (!slash)
            return directory;
        *slash = 0;
    }
}

static bool write_file(const Args *args, const Output *o, const Report *r)
{
    char *text = NULL;
    size_t len = 0;
    FILE *memory = open_memstream(&text, &len);
    if (!memory)
        return false;
    ColorMode color = (ColorMode)args_choice(args, OPT_COLOR, COLOR_AUTO);
    Terminal t = terminal_of(memory, color == COLOR_ALWAYS ? COLOR_ALWAYS : COLOR_NEVER);
    report_write(o->format, r, &t, memory);
    const char *error = fclose(memory) == 0 ? NULL : strerror(errno);
    bool done = !error && file_put(o->path, (Str){text, len}, &error);
    if (!done) {
        Arena a = {0};
        fprintf(stderr, "curfew: cannot write %s: %s\n", glyph_text(&a, o->path), error);
        arena_free(&a);
    }
    free(text);
    return done;
}

bool outputs_write(Args *args, const Outputs *outputs, Report *r)
{
    char directory[PATH_MAX];
    bool done = true;
    r->version = CURFEW_VERSION;
    r->explain = args_has(args, OPT_EXPLAIN);
    if (getcwd(directory, sizeof directory)) {
        r->directory = directory;
        r->root = top_of(directory, &args->arena);
    }
    VEC_EACH (const Output, o, &outputs->list) {
        if (o->path) {
            done &= write_file(args, o, r);
        } else {
            Terminal t = args_terminal(args);
            report_write(o->format, r, &t, stdout);
        }
    }
    r->directory = r->root = NULL;
    return done;
}
