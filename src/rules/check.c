// check.c - the driver: groups texts into packages and takes each through all the stages.
#include "rules/check.h"
#include "load/constraint.h"
#include "rules/evidence.h"
#include "rules/fingerprint.h"
#include "rules/locks_held.h"
#include "syntax/snippet.h"
#include "types/model_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// One text: a Go file, or a block of a document.
typedef struct Unit {
    const Source *source;
    Ast *ast;
    Span own; // only findings in here are reported
    const Overlay *overlay; // what completes a block; NULL for files
    uint32_t first_block;   // unit of the document's first block: overlays count from there
    bool is_file;
    bool grouped;
} Unit;

typedef struct Unload {
    Package *package;
    IrPackage *ir;
    Flow *flow;
} Unload;

typedef struct CheckState {
    Names *names;
    ModelStore *models;
    Importer importer;
    VEC(Unit) units;
    VEC(Unload) packages;
} CheckState;

typedef struct Run {
    CheckResult *out;
    bool keep; // packages outlive the check
    CheckState *state;
    Arena scratch;
} Run;

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void skip(Run *r, const Source *s, uint32_t line, const char *kind, const char *reason)
{
    vec_push(&r->out->arena, &r->out->skipped.items,
             (Skip){arena_strndup(&r->out->arena, s->path, strlen(s->path)), line, kind,
                    arena_strndup(&r->out->arena, reason, strlen(reason))});
}

// ---- Texts to units ----

// A file whose first fault is that it has no package clause is read as a snippet.
static Ast *parse_go_file(const Source *s)
{
    Span all = {0, s->len};
    Ast *ast = ast_parse(s, all, NULL, PARSE_FILE);
    uint32_t errors;
    ast_errors(ast, &errors);
    if (errors == 0 || ast_file(ast).package.v)
        return ast;
    Ast *snippet = ast_parse(s, all, NULL, PARSE_SNIPPET);
    ast_free(ast);
    return snippet;
}

static void note_errors(Run *r, const Unit *u)
{
    uint32_t count;
    const SyntaxError *errors = ast_errors(u->ast, &count);
    for (uint32_t k = 0; k < count; k++)
        skip(r, u->source, source_position(u->source, errors[k].offset).line, "syntax", errors[k].message);
}

static void add_unit(Run *r, Unit u)
{
    r->out->stats.bytes_syntax += ast_bytes(u.ast);
    vec_push(&r->out->arena, &r->state->units, u);
    note_errors(r, &vec_last(&r->state->units));
}

static void add_document(Run *r, const Source *s, DocumentKind kind)
{
    SnippetList blocks = {0};
    snippet_find(&r->out->arena, s, kind, &blocks);
    if (blocks.len == 0)
        skip(r, s, 0, "no-go-code", "no Go code was found in this document");
    uint32_t first = r->state->units.len;
    Ast **trees = arena_array(&r->scratch, Ast *, blocks.len);
    for (uint32_t k = 0; k < blocks.len; k++)
        trees[k] = ast_parse(s, blocks.data[k].span, blocks.data[k].text, PARSE_SNIPPET);
    Overlay *overlays = snippet_overlay(&r->out->arena, trees, blocks.len);
    for (uint32_t k = 0; k < blocks.len; k++)
        add_unit(r, (Unit){.source = s, .ast = trees[k], .own = blocks.data[k].span,
                           .overlay = &overlays[k], .first_block = first});
    r->out->stats.blocks += blocks.len;
}

static void read_source(Run *r, const Source *s)
{
    uint64_t start = now_ns();
    DocumentKind kind = document_kind(str_of(s->path));
    // Standard input has no suffix; what is piped in is Go unless --stdin-path says otherwise.
    if (kind == DOCUMENT_GO || !strchr(s->path, '.'))
        add_unit(r, (Unit){.source = s, .ast = parse_go_file(s), .own = {0, s->len}, .is_file = true});
    else
        add_document(r, s, kind);
    r->out->stats.files++;
    r->out->stats.bytes += s->len;
    r->out->stats.lines += s->line_count;
    r->out->stats.ns_syntax += now_ns() - start;
}

// ---- Packages ----

static uint32_t language_version(const Run *r, const Ast *ast)
{
    uint32_t demanded = constraint_go_minor(ast);
    return demanded ? demanded : r->out->go_minor;
}

static FileInput file_input(const Run *r, const Unit *u)
{
    return (FileInput){.ast = u->ast,
                       .go_minor = language_version(r, u->ast),
                       .is_test = str_ends(str_of(u->source->path), "_test.go")};
}

typedef VEC(FileInput) InputVec;

// The earlier blocks that complete a block, each with the declarations that are taken from it.
static void add_overlay(Run *r, const Unit *u, InputVec *files)
{
    for (uint32_t k = 0; u->overlay && k < u->overlay->decls.len;) {
        uint32_t block = u->overlay->decls.data[k].block;
        const Unit *base = &r->state->units.data[u->first_block + block];
        Bitset *active = arena_new(&r->out->arena, Bitset);
        *active = bitset_new(&r->out->arena, ast_node_count(base->ast));
        for (; k < u->overlay->decls.len && u->overlay->decls.data[k].block == block; k++)
            bitset_add(active, u->overlay->decls.data[k].decl.v);
        FileInput in = file_input(r, base);
        in.active = active;
        vec_push(&r->scratch, files, in);
    }
}

// Test functions of documents are judged as tests too.
static bool declares_test(const Ast *ast)
{
    FileView file = ast_file(ast);
    LIST_EACH(d, file.decls)
    {
        if (node_kind(ast, *d) != NODE_FUNC_DECL)
            continue;
        FuncDeclView f = ast_func_decl(ast, *d);
        if (node_ok(f.name) && str_starts(ast_text(ast, f.name), "Test"))
            return true;
    }
    return false;
}

static bool in_own_text(const Run *r, const Unit *units, uint32_t count, const Finding *f)
{
    (void)r;
    for (uint32_t k = 0; k < count; k++)
        if (units[k].source == f->place.source && f->place.span.start >= units[k].own.start &&
            f->place.span.start < units[k].own.end + (units[k].own.end == units[k].own.start))
            return true;
    return false;
}

static void run_rules(Run *r, const Unload *p, const Unit *units, uint32_t count)
{
    FindingList found = {0};
    RuleContext ctx = {.flow = p->flow, .ir = p->ir, .types = p->package, .arena = &r->out->arena,
                       .scratch = &r->scratch, .package = &r->scratch,
                       .go_minor = r->out->go_minor, .out = &found};
    for (size_t k = 0; k < rules_count; k++) {
        ctx.rule = &rules[k];
        rules[k].check(&ctx);
    }
    if (flow_paths_cut(p->flow))
        skip(r, units[0].source, 0, "budget", "some functions are too large to search all their paths");
    if (ctx.locks_cut)
        skip(r, units[0].source, 0, "budget",
             arena_printf(&r->scratch, "where more than %d places take locks, which are held is not followed",
                          ACQUISITIONS_MAX));
    if (ctx.cut_short)
        skip(r, units[0].source, 0, "budget", "some functions stop too many values to tell in which order they were built");
    fingerprint_all(&found, p->package);
    VEC_EACH(Finding *, f, &found.items) {
        if (!in_own_text(r, units, count, *f))
            continue;
        finding_keep(&r->out->arena, *f);
        vec_push(&r->out->arena, &r->out->findings.items, *f);
    }
}

static void unload(Unload *p)
{
    flow_free(p->flow);
    ir_free(p->ir);
    package_free(p->package);
}

static void analyse(Run *r, const Unit *units, uint32_t count)
{
    uint64_t t0 = now_ns();
    InputVec files = {0};
    for (uint32_t k = 0; k < count; k++) {
        FileInput in = file_input(r, &units[k]);
        in.is_test |= !units[k].is_file && declares_test(units[k].ast);
        vec_push(&r->scratch, &files, in);
        add_overlay(r, &units[k], &files);
    }
    Str name = ast_file(units[0].ast).package.v && node_ok(ast_file(units[0].ast).name)
                   ? ast_text(units[0].ast, ast_file(units[0].ast).name)
                   : STR("snippet");
    CheckInput in = {.names = r->state->names, .path = name, .files = files.data, .file_count = files.len,
                     .importer = r->state->importer, .models = r->state->models, .snippet = true};
    Unload p = {.package = package_check(&in)};
    uint64_t t1 = now_ns();
    p.ir = ir_build(p.package, r->state->models);
#ifndef NDEBUG
    const char *wrong = ir_verify(p.ir, &r->scratch);
    if (wrong) {
        fprintf(stderr, "curfew: %s: %s\n", units[0].source->path, wrong);
        abort();
    }
#endif
    uint64_t t2 = now_ns();
    p.flow = flow_build(p.ir, (FlowOptions){.go_minor = r->out->go_minor});
    if (flow_saturated(p.flow))
        skip(r, units[0].source, 0, "budget",
             arena_printf(&r->scratch,
                          "values that can be more than %d different things are not followed",
                          FLOW_OBJECTS_MAX));
    uint64_t t3 = now_ns();
    run_rules(r, &p, units, count);
    CheckStats *s = &r->out->stats;
    s->packages++;
    s->ns_types += t1 - t0;
    s->ns_ir += t2 - t1;
    s->ns_flow += t3 - t2;
    s->ns_rules += now_ns() - t3;
    s->bytes_types += package_bytes(p.package);
    s->bytes_ir += p.ir->arena.used;
    s->bytes_flow += flow_bytes(p.flow);
    s->bytes_rules += r->scratch.used;
    // A long document is many packages; in memory they take far more than their text.
    if (r->keep)
        vec_push(&r->out->arena, &r->state->packages, p);
    else
        unload(&p);
}

static Str directory_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return (Str){path, slash ? (size_t)(slash - path) : 0};
}

static Str package_clause(const Unit *u)
{
    FileView file = ast_file(u->ast);
    return node_ok(file.name) ? ast_text(u->ast, file.name) : (Str){0};
}

// Go files of one directory with the same package clause are one package.
static bool same_package(const Unit *a, const Unit *b)
{
    return a->is_file && b->is_file && str_eq(directory_of(a->source->path), directory_of(b->source->path)) &&
           package_clause(a).len > 0 && str_eq(package_clause(a), package_clause(b));
}

static void analyse_units(Run *r)
{
    for (uint32_t k = 0; k < r->state->units.len; k++) {
        Unit *u = &r->state->units.data[k];
        if (u->grouped)
            continue;
        VEC(Unit) group = {0};
        for (uint32_t j = k; j < r->state->units.len; j++) {
            Unit *other = &r->state->units.data[j];
            if (j != k && (other->grouped || !same_package(u, other)))
                continue;
            other->grouped = true;
            vec_push(&r->scratch, &group, *other);
            if (!u->is_file)
                break;
        }
        analyse(r, group.data, group.len);
        arena_reset(&r->scratch);
    }
}

// ---- The result ----

static CheckState *state_new(const CheckOptions *options, const char **error)
{
    CheckState *s = mem_alloc(sizeof *s);
    *s = (CheckState){.names = names_new()};
    s->models = model_store_new(s->names);
    if (options->models_dir && !model_store_add(s->models, options->models_dir, error)) {
        model_store_free(s->models);
        names_free(s->names);
        free(s);
        return NULL;
    }
    s->importer = model_importer_new(s->models, s->names);
    return s;
}

CheckResult *check_run(const CheckOptions *options, const Source *const *sources, uint32_t count,
                       const char **error)
{
    CheckState *state = state_new(options, error);
    if (!state)
        return NULL;
    CheckResult *out = mem_alloc(sizeof *out);
    *out = (CheckResult){.go_minor = options->go_minor ? options->go_minor : GO_NEWEST, .state = state};
    Run r = {.out = out, .keep = options->keep_packages, .state = state};
    for (uint32_t k = 0; k < count; k++)
        read_source(&r, sources[k]);
    analyse_units(&r);
    arena_free(&r.scratch);
    findings_sort(&out->findings, sources, count);
    return out;
}

void check_free(CheckResult *r)
{
    if (!r)
        return;
    VEC_EACH(Unload, p, &r->state->packages)
        unload(p);
    VEC_EACH(Unit, u, &r->state->units)
        ast_free(u->ast);
    model_importer_free(r->state->importer);
    model_store_free(r->state->models);
    names_free(r->state->names);
    free(r->state);
    arena_free(&r->arena);
    free(r);
}

uint32_t check_package_count(const CheckResult *r)
{
    return r->state->packages.len;
}

CheckedPackage check_package(const CheckResult *r, uint32_t index)
{
    const Unload *p = &r->state->packages.data[index];
    return (CheckedPackage){p->package, p->ir, p->flow};
}
