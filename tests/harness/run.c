// run.c - runs curfew on one case and compares what it says with what is wanted.
#include "harness/case.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// Far above what the slowest case needs under sanitizers on a busy machine.
enum { TIME_LIMIT_SECONDS = 60 };

// The child of a threaded process may only make plain system calls before exec, so the arguments are
// made here.
static char **make_args(Case *c, const char *curfew)
{
    VEC(char *) args = {0};
    Arena *a = &c->arena;
    vec_push(a, &args, arena_printf(a, "%s", curfew));
    vec_push(a, &args, arena_printf(a, "check"));
    vec_push(a, &args, arena_printf(a, "--format"));
    vec_push(a, &args, arena_printf(a, "json"));
    VEC_EACH(const char *, flag, &c->flags)
        vec_push(a, &args, arena_printf(a, "%s", *flag));
    vec_push(a, &args, arena_printf(a, "%s", c->file));
    vec_push(a, &args, NULL);
    return args.data;
}

static _Noreturn void become_curfew(char **args, FILE *out, FILE *err)
{
    dup2(fileno(out), STDOUT_FILENO);
    dup2(fileno(err), STDERR_FILENO);
    alarm(TIME_LIMIT_SECONDS);
    execv(args[0], args);
    _exit(127);
}

static char *read_back(Case *c, FILE *f, size_t *len)
{
    StrBuf buf = {0};
    rewind(f);
    for (int ch; (ch = getc(f)) != EOF;)
        strbuf_addc(&buf, (char)ch);
    *len = buf.len;
    char *text = arena_strndup(&c->arena, buf.data ? buf.data : "", buf.len);
    strbuf_free(&buf);
    return text;
}

static const char *string_of(Case *c, json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    if (!text)
        case_fault(c, "the output has an entry without \"%s\"", key);
    return arena_printf(&c->arena, "%s", text ? text : "");
}

static void read_findings(Case *c, json_t *findings)
{
    size_t i;
    json_t *f;
    if (!json_is_array(findings))
        case_fault(c, "the output has no \"findings\"");
    json_array_foreach(findings, i, f) {
        json_int_t line = json_integer_value(json_object_get(f, "line"));
        Seen seen = {.line = (uint32_t)line - c->skip_lines,
                     .rule = string_of(c, f, "rule"),
                     .level = string_of(c, f, "level"),
                     .message = string_of(c, f, "message")};
        vec_push(&c->arena, &c->seen, seen);
    }
}

// A case that was not analysed whole proves nothing by its silence.
static void read_skipped(Case *c, json_t *skipped)
{
    size_t i;
    json_t *s;
    json_array_foreach(skipped, i, s) {
        json_int_t line = json_integer_value(json_object_get(s, "line"));
        case_fault(c, "line %d: skipped (%s): %s", (int)line - (int)c->skip_lines,
                   string_of(c, s, "kind"), string_of(c, s, "reason"));
    }
}

static bool matches(const Want *w, const Seen *s)
{
    return w->line == s->line && str_is(w->rule, s->rule) &&
           (!w->level.len || str_is(w->level, s->level)) &&
           (!w->part.len || str_find(str_of(s->message), w->part) != SIZE_MAX);
}

static void compare(Case *c)
{
    uint32_t shift = c->first_line - 1;
    VEC_EACH(Seen, s, &c->seen) {
        bool wanted = false;
        for (uint32_t i = 0; i < c->wants.len && !wanted; i++) {
            Want *w = &c->wants.data[i];
            if (!w->met && matches(w, s))
                wanted = w->met = true;
        }
        if (!wanted)
            case_fault(c, "line %u: unexpected %s[%s] \"%s\"", s->line + shift, s->rule, s->level,
                       s->message);
    }
    VEC_EACH(Want, w, &c->wants) {
        if (!w->met)
            case_fault(c, "line %u: missing    %.*s[%.*s] \"%.*s\"", w->line + shift,
                       STR_ARG(w->rule), STR_ARG(w->level.len ? w->level : STR("any level")),
                       STR_ARG(w->part));
    }
}

static void check_output(Case *c, const char *text, size_t len, int status)
{
    json_error_t error;
    json_t *root = json_loadb(text, len, 0, &error);
    if (!root) {
        case_fault(c, "the output is not JSON: %s", error.text);
        return;
    }
    read_findings(c, json_object_get(root, "findings"));
    read_skipped(c, json_object_get(root, "skipped"));
    json_decref(root);
    compare(c);
    int expected = c->seen.len ? 1 : 0;
    if (WEXITSTATUS(status) != expected)
        case_fault(c, "exit status %d, not %d", WEXITSTATUS(status), expected);
}

// The folder's own promise, which comments alone could break.
static void check_kind(Case *c)
{
    bool own = false;
    VEC_EACH(Want, w, &c->wants)
        own = own || str_is(w->rule, c->rule);
    // A page may show several bad blocks of which one is marked; the page as a whole is checked.
    if (c->kind == CASE_FIRES && !own && !c->from_page)
        case_fault(c, "nothing in this file wants %s", c->rule);
    if (c->kind == CASE_SILENT && own)
        case_fault(c, "a silent case wants %s", c->rule);
}

void case_run(Case *c, const char *curfew)
{
    check_kind(c);
    char **args = make_args(c, curfew);
    FILE *out = tmpfile(), *err = tmpfile();
    pid_t child = out && err ? fork() : -1;
    if (child == 0)
        become_curfew(args, out, err);
    int status = 0;
    size_t out_len = 0, err_len = 0;
    if (child < 0 || waitpid(child, &status, 0) < 0) {
        case_fault(c, "curfew could not be started");
    } else {
        char *text = read_back(c, out, &out_len);
        char *said = read_back(c, err, &err_len);
        if (WIFEXITED(status) && WEXITSTATUS(status) <= 2 && out_len)
            check_output(c, text, out_len, status);
        else if (WIFSIGNALED(status))
            case_fault(c, "killed by signal %d", WTERMSIG(status));
        else
            case_fault(c, "exit status %d", WEXITSTATUS(status));
        if (c->faults.len && err_len)
            case_fault(c, "standard error: %s", said);
    }
    if (out)
        fclose(out);
    if (err)
        fclose(err);
}
