// inventory.c - `curfew inventory` and `curfew why`: the goroutines that packages can start.
#include "base/bigstack.h"
#include "cli/settings.h"
#include "report/inventory.h"
#include "rules/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_MARKDOWN, FORMAT_DOT };

typedef struct Listing {
    Args *args;
    CheckOptions options;
    Inputs inputs;
    PathList patterns;
    LoadGraph *graph;
    CheckResult *result;
    const char *error;
    Arena arena;
} Listing;

static void gather(void *p)
{
    Listing *l = p;
    if (l->patterns.len > 0 || l->inputs.sources.len + l->inputs.unread.items.len == 0) {
        LoadOptions load = args_load_options(l->args);
        load.patterns = l->patterns.data;
        load.pattern_count = l->patterns.len;
        l->graph = load_packages(&load);
        l->options.graph = l->graph;
    }
    l->result = check_run(&l->options, l->inputs.sources.data, l->inputs.sources.len, &l->error);
}

// Nanoseconds of "1s", "250ms", "2m"; -1 when the text is no such duration.
static int64_t duration(const char *text)
{
    static const struct {
        const char *unit;
        double ns;
    } units[] = {{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}};
    char *end;
    double n = strtod(text, &end);
    for (size_t k = 0; end != text && n >= 0 && k < sizeof units / sizeof *units; k++)
        if (strcmp(end, units[k].unit) == 0 && n * units[k].ns < 9e18)
            return (int64_t)(n * units[k].ns);
    return -1;
}

// Keeps the goroutines that can go on for longer than `limit` after their signal.
static void keep_slow(Inventory *inventory, int64_t limit)
{
    uint32_t kept = 0;
    VEC_EACH (const Goroutine, g, &inventory->items)
        if (g->latency_ns == LATENCY_UNBOUNDED || g->latency_ns > limit)
            inventory->items.data[kept++] = *g;
    inventory->items.len = kept;
}

// Says which goroutines the file does not name. A file that cannot be read is a fault.
static int compare(Listing *l, const char *path)
{
    const char *error;
    Source *file = source_read(path, &error);
    if (!file) {
        unreadable_print(path, error);
        return STATUS_FAULT;
    }
    uint32_t missing = 0;
    VEC_EACH (const Goroutine, g, &l->result->inventory.items) {
        const char *id = goroutine_identity(&l->arena, g);
        if (strstr(file->text, arena_printf(&l->arena, "`%s`", id)))
            continue;
        printf("%s:%u: `%s` is not in %s\n", g->spawn.path, g->spawn.line, id, path);
        missing++;
    }
    printf("%u of %u goroutines are not in %s\n", missing, l->result->inventory.items.len, path);
    source_free(file);
    return missing ? STATUS_FINDINGS : STATUS_OK;
}

static void print_as(const Listing *l, int format)
{
    const Inventory *inventory = &l->result->inventory;
    Terminal t = args_terminal(l->args);
    if (format == FORMAT_JSON)
        inventory_json(inventory, stdout);
    else if (format == FORMAT_MARKDOWN)
        inventory_markdown(inventory, stdout);
    else if (format == FORMAT_DOT)
        inventory_dot(inventory, stdout);
    else
        inventory_text(inventory, &t, stdout);
}

// What could not be read or found is said and makes the status 2.
static bool is_whole(const Listing *l)
{
    bool whole = l->inputs.unread.items.len == 0 && l->result->unread.items.len == 0;
    if (l->graph)
        load_faults_print(l->graph);
    for (uint32_t k = 0; l->graph && k < l->graph->faults.len; k++)
        whole &= l->graph->faults.data[k].aside;
    VEC_EACH (const Skip, s, &l->result->unread.items)
        unreadable_print(s->path, s->reason);
    return whole;
}

static void free_listing(Listing *l)
{
    check_free(l->result);
    load_free(l->graph);
    inputs_free(&l->inputs);
    arena_free(&l->arena);
}

static int inventory(Listing *l, int64_t limit)
{
    bigstack_run(gather, l);
    if (!l->result)
        return usage_fault(l->args->command, "%s", l->error);
    int status = STATUS_OK;
    if (limit >= 0) {
        keep_slow(&l->result->inventory, limit);
        status = l->result->inventory.items.len ? STATUS_FINDINGS : STATUS_OK;
    }
    if (args_has(l->args, OPT_CHECK))
        status = compare(l, l->args->values[OPT_CHECK]);
    else
        print_as(l, args_choice(l->args, OPT_INVENTORY_FORMAT, FORMAT_TEXT));
    return is_whole(l) ? status : STATUS_FAULT;
}

static Listing listing_of(Args *args)
{
    Listing l = {.args = args};
    l.options = settings_check_options(args);
    l.options.inventory = true;
    return l;
}

int run_inventory(Args *args)
{
    Listing l = listing_of(args);
    int64_t limit = -1;
    if (args_has(args, OPT_MAX_STOP_LATENCY)) {
        limit = duration(args->values[OPT_MAX_STOP_LATENCY]);
        if (limit < 0)
            return usage_fault(args->command, "--max-stop-latency takes a duration such as 1s or 250ms, not `%s`",
                               args->values[OPT_MAX_STOP_LATENCY]);
    }
    inputs_read(&l.inputs, args, 0, &l.patterns);
    int status = inventory(&l, limit);
    free_listing(&l);
    return status;
}

// ---- why ----

static bool has_line(const Goroutine *g, const char *path, uint32_t line)
{
    if (g->spawn.line == line && strcmp(g->spawn.path, path) == 0)
        return true;
    VEC_EACH (const InventoryFact, w, &g->waits)
        if (w->place.line == line && strcmp(w->place.path, path) == 0)
            return true;
    return false;
}

// Keeps the goroutines that start or wait on the line.
static void keep_line(Inventory *inventory, const char *path, uint32_t line)
{
    uint32_t kept = 0;
    VEC_EACH (const Goroutine, g, &inventory->items)
        if (has_line(g, path, line))
            inventory->items.data[kept++] = *g;
    inventory->items.len = kept;
}

// Splits FILE:LINE; the file is copied.
static const char *split_place(Listing *l, const char *text, uint32_t *line)
{
    const char *colon = strrchr(text, ':');
    char *end;
    unsigned long n = colon ? strtoul(colon + 1, &end, 10) : 0;
    if (!colon || colon == text || n == 0 || n > UINT32_MAX || *end)
        return NULL;
    *line = (uint32_t)n;
    return arena_strndup(&l->arena, text, (size_t)(colon - text));
}

int run_why(Args *args)
{
    Listing l = listing_of(args);
    uint32_t line;
    const char *path = args->operands.len == 1 ? split_place(&l, args->operands.data[0], &line) : NULL;
    if (!path) {
        arena_free(&l.arena);
        return usage_fault(args->command, "say a place as FILE:LINE");
    }
    args->operands.data[0] = path;
    inputs_read(&l.inputs, args, 0, &l.patterns);
    bigstack_run(gather, &l);
    int status = l.result ? STATUS_OK : usage_fault(args->command, "%s", l.error);
    if (l.result) {
        if (strncmp(path, "./", 2) == 0)
            path += 2;
        keep_line(&l.result->inventory, path, line);
        status = is_whole(&l) ? STATUS_OK : STATUS_FAULT;
        if (l.result->inventory.items.len)
            print_as(&l, FORMAT_TEXT);
        else
            printf("no goroutine is seen to start or wait at %s:%u\n", path, line);
    }
    free_listing(&l);
    return status;
}
