// add_ignore.c - `curfew check --add-ignore REASON`: comments for all that is reported, written into the files.
#include "base/replace.h"
#include "cli/session.h"
#include "policy/ignore_write.h"
#include "report/glyph.h"
#include "report/rewrite.h"

#include <stdio.h>
#include <string.h>

static void fault(const char *path, const char *what)
{
    StrBuf line = {0};
    glyph_put(str_of(path), &line);
    fprintf(stderr, "curfew check: %s: %s\n", line.data ? line.data : "", what);
    strbuf_free(&line);
}

// The comments of one file after the other.
static void gather(Rewrite *r, const IgnoreEdits *edits)
{
    VEC_EACH (const Edit, e, &edits->edits) {
        const Source *s = e->place.source;
        if (r->sources.len == 0 || vec_last(&r->sources) != s)
            vec_push(&r->arena, &r->sources, s);
        vec_push(&r->arena, &r->all.edits, *e);
    }
}

static bool write_source(const Rewrite *r, const Source *s)
{
    const char *error = NULL;
    StrBuf text = {0};
    rewrite_text(r, s, &text);
    if (!rewrite_parses(r, s, strbuf_view(&text)))
        error = "left as it is: with the comments it would not parse";
    else
        file_replace(s->path, (Str){s->text, s->len}, strbuf_view(&text), &error);
    strbuf_free(&text);
    if (error)
        fault(s->path, error);
    return !error;
}

int add_ignore(Session *s)
{
    Arena a = {0};
    IgnoreEdits edits = {0};
    Rewrite r = {0};
    ignore_write(&a, &s->result->findings, s->args->values[OPT_ADD_IGNORE], &edits);
    gather(&r, &edits);
    uint32_t files = 0;
    VEC_EACH (const Source *, source, &r.sources)
        files += write_source(&r, *source);
    bool whole = files == r.sources.len && edits.left.len == 0 && s->unread.items.len == 0;
    VEC_EACH (const Finding *, f, &edits.left)
        fault((*f)->place.source ? (*f)->place.source->path : "", "a finding stands where no comment can be put above it");
    printf("%u comment%s in %u file%s for %u finding%s\n", edits.edits.len, edits.edits.len == 1 ? "" : "s", files,
           files == 1 ? "" : "s", edits.count, edits.count == 1 ? "" : "s");
    rewrite_free(&r);
    arena_free(&a);
    return whole ? STATUS_OK : STATUS_FAULT;
}

bool add_ignore_args(const Args *args)
{
    const char *reason = args->values[OPT_ADD_IGNORE];
    if (!reason)
        return true;
    if (!ignore_reason_ok(reason)) {
        usage_fault(args->command, "--add-ignore takes a reason in words, in one line");
        return false;
    }
    if (args_has(args, OPT_FORMAT) || args_has(args, OPT_OUTPUT)) {
        usage_fault(args->command, "--add-ignore takes the place of the report; --format and --output are for that");
        return false;
    }
    VEC_EACH (const char *, operand, &args->operands)
        if (strcmp(*operand, "-") == 0) {
            usage_fault(args->command, "--add-ignore writes into files; standard input is none");
            return false;
        }
    return true;
}
