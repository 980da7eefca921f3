// fix.c - `curfew fix`: the fixes of findings become new texts, or a patch.
//
// Nothing is written before all is known: each round of fixes goes into drafts, which the next analysis
// reads in place of the files. A round that does not lower the number of findings is taken back and is
// the last, so that the rounds end and a fix that mends nothing leaves no trace.

// For realpath.
#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier)

#include "base/bigstack.h"
#include "base/replace.h"
#include "cli/settings.h"
#include "policy/policy.h"
#include "report/glyph.h"
#include "report/patch.h"
#include "report/rewrite.h"
#include "rules/check.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Rounds of one run. A function has one fix a round, and few have more than some.
enum { ROUNDS_MAX = 40 };

// A fix that was applied.
typedef struct Mended {
    const char *path, *rule, *how;
} Mended;

typedef struct Fixer {
    Args *args;
    CheckOptions options;
    Policy policy;
    bool unsafe, diff;
    Inputs inputs;
    PathList patterns;
    LoadGraph *graph;
    const char *error; // why nothing could be analysed
    bool faults;       // something was not read, or not written
    Bitset chosen;     // rules of --rule, by number; all where it was not given
    Drafts drafts;
    VEC(Mended) mended;
    VEC(const char *) refused; // files that would not parse with their fixes
    uint32_t left, unsafe_left; // findings that remain, and those of them that --unsafe would mend
    bool unsettled;             // the last round was taken back
    Arena arena;
} Fixer;

// ---- Which fixes ----

static bool choose_rules(Fixer *x)
{
    x->chosen = bitset_new(&x->arena, (uint32_t)rules_count);
    Str list = str_of(x->args->values[OPT_RULE]);
    for (uint32_t k = 0; k < rules_count && !args_has(x->args, OPT_RULE); k++)
        bitset_add(&x->chosen, k);
    while (args_has(x->args, OPT_RULE)) {
        size_t comma = str_find(list, STR(","));
        Str slug = str_trim(str_sub(list, 0, comma));
        const Rule *rule = rule_find(slug);
        if (!rule) {
            rule_unknown(x->args->command, arena_strndup(&x->arena, slug.ptr, slug.len));
            return false;
        }
        bitset_add(&x->chosen, (uint32_t)(rule - rules));
        if (comma == SIZE_MAX)
            break;
        list = str_sub(list, comma + 1, list.len);
    }
    return true;
}

static bool is_refused(const Fixer *x, const Fix *fix)
{
    VEC_EACH (Edit, e, &fix->edits)
        VEC_EACH (const char *, path, &x->refused)
            if (strcmp(*path, e->place.source->path) == 0)
                return true;
    return false;
}

// The finding's first fix of at most this degree; NULL when there is none.
static const Fix *fix_of(const Fixer *x, const Finding *f, FixSafety most)
{
    if (f->standing != STANDING_COUNTS || !bitset_has(&x->chosen, (uint32_t)(f->rule - rules)))
        return NULL;
    VEC_EACH (Fix, fix, &f->fixes)
        if (fix->safety <= most && fix->edits.len && !is_refused(x, fix))
            return fix;
    return NULL;
}

static FixSafety most(const Fixer *x)
{
    return x->unsafe ? FIX_UNSAFE : FIX_SAFE;
}

// ---- One round ----

static void refuse(Fixer *x, Rewrite *r, const Source *source)
{
    const char *path = arena_strndup(&x->arena, source->path, strlen(source->path));
    vec_push(&x->arena, &x->refused, path);
    rewrite_drop(r, source);
    rewrite_seal(r);
}

// Gives up the fixes of files that would not parse with them.
static void parse_all(Fixer *x, Rewrite *r)
{
    for (uint32_t k = 0; k < r->sources.len;) {
        const Source *source = r->sources.data[k];
        StrBuf text = {0};
        rewrite_text(r, source, &text);
        bool ok = rewrite_parses(r, source, strbuf_view(&text));
        strbuf_free(&text);
        k++;
        if (!ok) {
            refuse(x, r, source);
            k = 0; // a fix of several files was perhaps taken from one that was looked at already
        }
    }
}

// Whether any fix was applied.
static bool apply(Fixer *x, const FindingList *findings)
{
    Rewrite r = {0};
    VEC_EACH (Finding *, f, &findings->items) {
        const Fix *fix = fix_of(x, *f, most(x));
        if (fix)
            rewrite_take(&r, *f, fix);
    }
    rewrite_seal(&r);
    parse_all(x, &r);
    drafts_round(&x->drafts);
    VEC_EACH (const Source *, s, &r.sources) {
        StrBuf text = {0};
        rewrite_text(&r, *s, &text);
        drafts_put(&x->drafts, (*s)->path, (Str){(*s)->text, (*s)->len}, strbuf_view(&text));
        strbuf_free(&text);
    }
    for (uint32_t k = 0; k < r.fixes.len; k++) {
        const char *path = r.findings.data[k]->place.source->path, *how = r.fixes.data[k]->description;
        Mended m = {arena_strndup(&x->arena, path, strlen(path)), r.findings.data[k]->rule->slug,
                    arena_strndup(&x->arena, how, strlen(how))};
        vec_push(&x->arena, &x->mended, m);
    }
    bool any = r.fixes.len > 0;
    rewrite_free(&r);
    return any;
}

// Texts are read once: their drafts take their place.
static void renew_texts(Fixer *x)
{
    VEC_EACH (const Source *, s, &x->inputs.sources) {
        const Draft *d = drafts_find(&x->drafts, (*s)->path);
        if (!d || str_eq(d->text, (Str){(*s)->text, (*s)->len}))
            continue;
        const char *path = (*s)->path;
        source_free((Source *)*s);
        *s = source_from(path, d->text);
    }
}

static CheckResult *analyse(Fixer *x)
{
    renew_texts(x);
    CheckResult *result = check_run(&x->options, x->inputs.sources.data, x->inputs.sources.len, &x->error);
    if (result)
        policy_judge(&x->policy, result);
    return result;
}

// How many findings count; and how many of them have fixes that were not asked for.
static uint32_t count_findings(const Fixer *x, const FindingList *findings, uint32_t *more)
{
    uint32_t count = 0;
    *more = 0;
    VEC_EACH (Finding *, f, &findings->items) {
        count += (*f)->standing == STANDING_COUNTS;
        *more += fix_of(x, *f, FIX_UNSAFE) != NULL;
    }
    return count;
}

// ---- All rounds ----

static void load(Fixer *x)
{
    if (x->patterns.len == 0 && x->args->operands.len > 0)
        return;
    LoadOptions load = args_load_options(x->args);
    load.patterns = x->patterns.data;
    load.pattern_count = x->patterns.len;
    x->graph = load_packages(&load);
    x->options.graph = x->graph;
    load_faults_print(x->graph);
    VEC_EACH (const LoadFault, f, &x->graph->faults)
        x->faults |= !f->aside;
}

static void say_unread(Fixer *x, const CheckResult *result)
{
    VEC_EACH (const Skip, s, &result->unread.items) {
        unreadable_print(s->path, s->reason);
        x->faults = true;
    }
}

static void work(void *p)
{
    Fixer *x = p;
    load(x);
    uint32_t mended = 0;
    for (uint32_t round = 0;; round++) {
        CheckResult *result = analyse(x);
        if (!result)
            return;
        if (round == 0)
            say_unread(x, result);
        uint32_t unsafe, count = count_findings(x, &result->findings, &unsafe);
        if (round > 0 && count >= x->left) {
            drafts_undo(&x->drafts);
            x->mended.len = mended;
            x->unsettled = true;
            check_free(result);
            return;
        }
        x->left = count;
        x->unsafe_left = unsafe;
        mended = x->mended.len;
        bool again = round < ROUNDS_MAX && apply(x, &result->findings);
        check_free(result);
        if (!again)
            return;
    }
}

// ---- What comes out ----

static void put_path(const char *path, StrBuf *out)
{
    glyph_put(str_of(path), out);
}

static void fault(Fixer *x, const char *path, const char *what)
{
    StrBuf line = {0};
    put_path(path, &line);
    fprintf(stderr, "curfew fix: %s: %s\n", line.data, what);
    strbuf_free(&line);
    x->faults = true;
}

static bool is_changed(const Draft *d)
{
    return !str_eq(d->text, d->original);
}

static bool from_stdin(const Fixer *x)
{
    return x->args->operands.len == 1 && strcmp(x->args->operands.data[0], "-") == 0;
}

// The path that a patch has for a file: below the current folder, links followed, since patches do not
// go through them. What lies elsewhere keeps its name.
static const char *patch_path(Fixer *x, const char *path)
{
    char real[PATH_MAX], here[PATH_MAX], real_here[PATH_MAX];
    if (from_stdin(x) || !realpath(path, real) || !getcwd(here, sizeof here) || !realpath(here, real_here))
        return path;
    size_t len = strcmp(real_here, "/") == 0 ? 0 : strlen(real_here);
    bool below = strncmp(real, real_here, len) == 0 && real[len] == '/';
    return below ? arena_strndup(&x->arena, real + len + 1, strlen(real + len + 1)) : path;
}

static void print_patch(Fixer *x)
{
    VEC_EACH (const Draft, d, &x->drafts.items) {
        StrBuf patch = {0};
        patch_put(patch_path(x, d->path), d->original, d->text, &patch);
        fwrite(patch.data, 1, patch.len, stdout);
        strbuf_free(&patch);
    }
}

static void print_stdin(const Fixer *x)
{
    VEC_EACH (const Source *, s, &x->inputs.sources) {
        const Draft *d = drafts_find(&x->drafts, (*s)->path);
        Str text = d ? d->text : (Str){(*s)->text, (*s)->len};
        fwrite(text.ptr, 1, text.len, stdout);
    }
}

static void write_files(Fixer *x)
{
    VEC_EACH (const Draft, d, &x->drafts.items) {
        const char *error;
        if (is_changed(d) && !file_replace(d->path, d->original, d->text, &error))
            fault(x, d->path, error);
    }
}

static void say_counts(const Fixer *x, FILE *out)
{
    uint32_t files = 0;
    VEC_EACH (const Draft, d, &x->drafts.items)
        files += is_changed(d);
    fprintf(out, "%u finding%s%s fixed in %u file%s; %u left", x->mended.len, x->mended.len == 1 ? "" : "s",
            x->diff ? " would be" : "", files, files == 1 ? "" : "s", x->left);
    if (!x->unsafe && x->unsafe_left)
        fprintf(out, ", of which --unsafe fixes %u", x->unsafe_left);
    fputc('\n', out);
}

static void say(Fixer *x)
{
    FILE *out = x->diff || from_stdin(x) ? stderr : stdout;
    VEC_EACH (const Mended, m, &x->mended) {
        StrBuf line = {0};
        put_path(m->path, &line);
        fprintf(out, "%s: %s: %s\n", line.data, m->rule, m->how);
        strbuf_free(&line);
    }
    VEC_EACH (const char *, path, &x->refused)
        fault(x, *path, "left as it is: with the fixes it would not parse");
    if (x->unsettled)
        fputs("curfew fix: the last fixes left as many findings as before, and were taken back\n", stderr);
    say_counts(x, out);
}

static int finish(Fixer *x)
{
    bool changed = false;
    VEC_EACH (const Draft, d, &x->drafts.items)
        changed |= is_changed(d);
    if (x->diff)
        print_patch(x);
    else if (from_stdin(x))
        print_stdin(x);
    else
        write_files(x);
    say(x);
    if (x->faults)
        return STATUS_FAULT;
    return (x->diff ? changed : x->left > 0) ? STATUS_FINDINGS : STATUS_OK;
}

static bool read_args(Fixer *x)
{
    Args *args = x->args;
    if (!args_jobs(args, &x->options.workers) || !choose_rules(x))
        return false;
    VEC_EACH (const char *, operand, &args->operands)
        if (strcmp(*operand, "-") == 0 && args->operands.len > 1) {
            usage_fault(args->command, "standard input is mended alone");
            return false;
        }
    x->options.drafts = &x->drafts;
    x->policy.config = args->config;
    x->unsafe = args_has(args, OPT_UNSAFE);
    x->diff = args_has(args, OPT_DIFF);
    return true;
}

int run_fix(Args *args)
{
    Fixer x = {.args = args, .options = settings_check_options(args)};
    int status = STATUS_FAULT;
    if (read_args(&x)) {
        inputs_read(&x.inputs, args, 0, &x.patterns);
        x.faults = x.inputs.unread.items.len > 0;
        bigstack_run(work, &x);
        status = x.error ? usage_fault(args->command, "%s", x.error) : finish(&x);
    }
    load_free(x.graph);
    inputs_free(&x.inputs);
    drafts_free(&x.drafts);
    arena_free(&x.arena);
    return status;
}
