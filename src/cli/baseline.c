// baseline.c - `curfew baseline`: the findings that are known already, written, shown and pruned.
#include "base/path.h"
#include "base/replace.h"
#include "cli/session.h"
#include "report/glyph.h"

#include <stdio.h>
#include <string.h>

typedef enum Action { ACTION_WRITE, ACTION_SHOW, ACTION_PRUNE, ACTION_COUNT } Action;

static const char *const action_names[ACTION_COUNT] = {"write", "show", "prune"};

typedef struct Count {
    uint32_t there, fresh, gone, unseen;
} Count;

static const char *plural(uint32_t n)
{
    return n == 1 ? "" : "s";
}

static Count count(const Session *s)
{
    Count c = {.fresh = policy_tally(&s->policy, &s->result->findings).standings[STANDING_COUNTS]};
    VEC_EACH (const BaselineEntry, e, &s->policy.baseline->entries) {
        c.there += e->finding != NULL;
        c.gone += e->gone;
        c.unseen += !e->finding && !e->gone;
    }
    return c;
}

// ---- write and prune ----

static bool write_text(Session *s, bool all)
{
    Baseline *before = s->policy.baseline;
    const char *error, *dir = path_directory(&s->arena, path_absolute(&s->arena, s->baseline));
    StrBuf text = {0};
    baseline_put(dir, &s->result->findings, all, before, &text);
    Str old = s->baseline_text ? (Str){s->baseline_text->text, s->baseline_text->len} : (Str){0};
    bool same = s->baseline_text && str_eq(old, strbuf_view(&text));
    bool written = same || (s->baseline_text ? file_replace(s->baseline, old, strbuf_view(&text), &error)
                                             : file_put(s->baseline, strbuf_view(&text), &error));
    strbuf_free(&text);
    if (!written) {
        StrBuf safe = {0};
        glyph_put(str_of(s->baseline), &safe);
        fprintf(stderr, "curfew: cannot write %s: %s\n", safe.data, error);
        strbuf_free(&safe);
    }
    return written;
}

static void say_written(const Session *s, Action action)
{
    Count c = {.fresh = policy_tally(&s->policy, &s->result->findings).standings[STANDING_COUNTS]};
    if (s->policy.baseline)
        c = count(s);
    StrBuf out = {0};
    glyph_put(str_of(s->baseline), &out);
    uint32_t all = c.there + c.unseen + (action == ACTION_WRITE ? c.fresh : 0);
    strbuf_printf(&out, ": %u finding%s", all, plural(all));
    if (action == ACTION_WRITE && c.fresh)
        strbuf_printf(&out, ", %u of them new", c.fresh);
    if (c.gone)
        strbuf_printf(&out, "; %u dropped", c.gone);
    if (c.unseen)
        strbuf_printf(&out, "; %u kept in what was not looked at", c.unseen);
    printf("%s\n", out.data);
    strbuf_free(&out);
}

// What could not be read may hold what the baseline has, or more of it.
static bool is_whole(const Session *s)
{
    if (s->unread.items.len == 0)
        return true;
    fprintf(stderr, "curfew baseline: nothing is written, since something could not be read\n");
    return false;
}

static int rewrite(Session *s, Action action)
{
    if (!is_whole(s) || !write_text(s, action == ACTION_WRITE))
        return STATUS_FAULT;
    say_written(s, action);
    return STATUS_OK;
}

// ---- show ----

static void put_entry(const BaselineEntry *e, StrBuf *out)
{
    const Finding *f = e->finding;
    glyph_put(str_of(f && f->place.source ? f->place.source->path : e->path), out);
    if (f && f->place.source) {
        Position p = source_position(f->place.source, f->place.span.start);
        strbuf_printf(out, ":%u:%u", p.line, p.column);
    }
    strbuf_adds(out, ": ");
    glyph_put(str_of(e->rule), out);
    strbuf_adds(out, e->finding ? ": " : e->gone ? ": gone: " : ": not looked at: ");
    glyph_put(str_of(f ? f->message : e->message ? e->message : ""), out);
    strbuf_addc(out, '\n');
}

static int show(const Session *s)
{
    StrBuf out = {0};
    VEC_EACH (const BaselineEntry, e, &s->policy.baseline->entries)
        put_entry(e, &out);
    Count c = count(s);
    strbuf_printf(&out, "%u still there, %u gone", c.there, c.gone);
    if (c.unseen)
        strbuf_printf(&out, ", %u not looked at", c.unseen);
    if (c.fresh)
        strbuf_printf(&out, "; %u finding%s not in it", c.fresh, plural(c.fresh));
    strbuf_addc(&out, '\n');
    fwrite(out.data, 1, out.len, stdout);
    strbuf_free(&out);
    return s->unread.items.len ? STATUS_FAULT : STATUS_OK;
}

// ---- The command ----

static int act(Session *s, Action action)
{
    if (!session_baseline(s, action != ACTION_WRITE))
        return STATUS_FAULT;
    if (action != ACTION_WRITE && !s->policy.baseline)
        return usage_fault(s->args->command, "there is no %s; `curfew baseline write` makes it", s->baseline);
    if (!session_run(s))
        return STATUS_FAULT;
    if (s->policy.baseline)
        policy_find_gone(&s->policy, s->result);
    return action == ACTION_SHOW ? show(s) : rewrite(s, action);
}

int run_baseline(Args *args)
{
    if (args->operands.len == 0)
        return usage_fault(args->command, "which action? write, show or prune");
    uint32_t action = 0;
    while (action < ACTION_COUNT && strcmp(args->operands.data[0], action_names[action]) != 0)
        action++;
    if (action == ACTION_COUNT)
        return usage_unknown(args->command, "action", args->operands.data[0], action_names, ACTION_COUNT);
    Session s;
    int status = STATUS_FAULT;
    if (session_new(&s, args)) {
        s.first = 1;
        status = act(&s, (Action)action);
    }
    session_free(&s);
    return status;
}
