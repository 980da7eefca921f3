// dump.c - `curfew dump`: what a stage of the analysis makes of a file.
#include "base/bigstack.h"
#include "cli/cli.h"
#include "syntax/dump.h"
#include "syntax/snippet.h"

#include <stdio.h>
#include <string.h>

typedef struct Dump Dump;

typedef struct Stage {
    const char *name;
    void (*run)(Dump *d);
    void (*tree)(const Ast *ast, StrBuf *out); // of stages that see one tree at a time
} Stage;

struct Dump {
    const Args *args;
    const Stage *stage;
    const Source *source;
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
    VEC_EACH(SnippetBlock, b, &blocks) {
        uint32_t line = source_position(d->source, b->span.start).line;
        strbuf_printf(&d->out, "block %u at line %u\n", (uint32_t)(b - blocks.data) + 1, line);
        put_tree(d, b->span, b->text, PARSE_SNIPPET);
    }
    arena_free(&a);
}

static const Stage stages[] = {
    {"tokens", dump_trees, ast_dump_tokens},
    {"ast", dump_trees, ast_dump_tree},
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
    const char *near = suggest(name, names, STAGE_COUNT);
    if (near)
        return usage_fault(args->command, "there is no stage %s; did you mean %s?", name, near);
    return usage_fault(args->command, "there is no stage %s", name);
}

static void run_stage(void *p)
{
    Dump *d = p;
    d->stage->run(d);
}

int run_dump(Args *args)
{
    if (args->operands.len != 2)
        return usage_fault(args->command, "which stage of which file?");
    Dump d = {.args = args, .stage = find_stage(args->operands.data[0])};
    if (!d.stage)
        return no_such_stage(args, args->operands.data[0]);
    Inputs in = {0};
    inputs_read(&in, args, 1);
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
