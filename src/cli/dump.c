// dump.c - `curfew dump`: what a stage of the analysis makes of a file.
#include "base/bigstack.h"
#include "cli/cli.h"
#include "ir/dump.h"
#include "rules/check.h"
#include "syntax/dump.h"
#include "syntax/snippet.h"
#include "types/dump.h"

#include <stdio.h>
#include <string.h>

typedef struct Dump Dump;

// Early stages see one tree at a time, later ones packages.
typedef struct Stage {
    const char *name;
    void (*tree)(const Ast *ast, StrBuf *out);
    void (*package)(CheckedPackage p, StrBuf *out);
} Stage;

struct Dump {
    const Args *args;
    const Stage *stage;
    const Source *source;
    CheckOptions options;
    StrBuf out;
    int status;
};

static void put_tree(Dump *d, Span span, const char *text, ParseMode mode)
{
    Ast *ast = ast_parse(d->source, span, text, mode);
    d->stage->tree(ast, &d->out);
    ast_free(ast);
}

// A Go file whole, or each block of Go in a document under a line that says where it stands.
static void dump_trees(Dump *d)
{
    DocumentKind kind = document_kind(str_of(d->source->path));
    if (kind == DOCUMENT_GO || !strchr(d->source->path, '.')) {
        put_tree(d, (Span){0, d->source->len}, NULL, PARSE_FILE);
        return;
    }
    Arena a = {0};
    SnippetList blocks = {0};
    snippet_find(&a, d->source, kind, &blocks);
    VEC_EACH (SnippetBlock, b, &blocks) {
        uint32_t line = source_position(d->source, b->span.start).line;
        strbuf_printf(&d->out, "block %u at line %u\n", (uint32_t)(b - blocks.data) + 1, line);
        put_tree(d, b->span, b->text, PARSE_SNIPPET);
    }
    arena_free(&a);
}

static void dump_packages(Dump *d)
{
    const char *error;
    CheckResult *r = check_run(&d->options, &d->source, 1, &error);
    if (!r) {
        d->status = usage_fault(d->args->command, "%s", error);
        return;
    }
    uint32_t count = check_package_count(r);
    for (uint32_t i = 0; i < count; i++) {
        if (count > 1)
            strbuf_printf(&d->out, "package %u\n", i + 1);
        d->stage->package(check_package(r, i), &d->out);
    }
    check_free(r);
}

// Files of a package are told apart only where there are several: a document's block and those that
// complete it.
static void put_types(CheckedPackage p, StrBuf *out)
{
    uint32_t count = package_file_count(p.types);
    for (uint32_t i = 0; i < count; i++) {
        if (count > 1)
            strbuf_printf(out, "file %u\n", i);
        types_dump(p.types, i, out);
    }
}

static void put_ir(CheckedPackage p, StrBuf *out)
{
    ir_dump(p.ir, out);
}

static const Stage stages[] = {
    {"tokens", ast_dump_tokens, NULL},
    {"ast", ast_dump_tree, NULL},
    {"types", NULL, put_types},
    {"ir", NULL, put_ir},
};
enum { STAGE_COUNT = sizeof stages / sizeof *stages };

static const Stage *find_stage(const char *name)
{
    for (size_t i = 0; i < STAGE_COUNT; i++)
        if (strcmp(stages[i].name, name) == 0)
            return &stages[i];
    return NULL;
}

static int no_such_stage(const Args *args, const char *name)
{
    const char *names[STAGE_COUNT];
    for (size_t i = 0; i < STAGE_COUNT; i++)
        names[i] = stages[i].name;
    return usage_unknown(args->command, "stage", name, names, STAGE_COUNT);
}

static void run_stage(void *p)
{
    Dump *d = p;
    if (d->stage->tree)
        dump_trees(d);
    else
        dump_packages(d);
}

int run_dump(Args *args)
{
    uint32_t minor;
    if (args->operands.len != 2)
        return usage_fault(args->command, "which stage of which file?");
    if (!args_go(args, &minor))
        return STATUS_FAULT;
    Dump d = {.args = args, .stage = find_stage(args->operands.data[0])};
    if (!d.stage)
        return no_such_stage(args, args->operands.data[0]);
    d.options = (CheckOptions){.go_minor = minor, .models_dirs = &args->values[OPT_MODELS], .models_dir_count = args_has(args, OPT_MODELS),
                                .messages = &args->arena, .keep_packages = true};
    Inputs in = {0};
    inputs_read(&in, args, 1, NULL);
    d.status = in.sources.len == 1 ? STATUS_OK : STATUS_FAULT;
    if (d.status == STATUS_OK) {
        d.source = in.sources.data[0];
        bigstack_run(run_stage, &d);
        fwrite(d.out.data, 1, d.out.len, stdout);
    }
    strbuf_free(&d.out);
    inputs_free(&in);
    return d.status;
}
