// check_texts.c - loose Go files and the Go blocks of documents, grouped into packages.
#include "load/constraint.h"
#include "rules/check_state.h"

typedef struct Run {
    CheckState *state;
    Outcome *out;
    uint32_t go_minor;
    bool keep; // packages outlive the check
    bool inventory, timings;
    const bool *off;
    Arena scratch;
} Run;

// ---- Texts to units ----

static Str package_clause(const Unit *u)
{
    FileView file = ast_file(u->ast);
    return node_ok(file.name) ? ast_text(u->ast, file.name) : (Str){0};
}

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
        outcome_skip(r->out, u->source->path, source_position(u->source, errors[k].offset).line, "syntax",
                     errors[k].message);
}

static void add_unit(Run *r, Unit u)
{
    r->out->stats.bytes_syntax += ast_bytes(u.ast);
    vec_push(&r->out->arena, &r->state->units, u);
    Str name = package_clause(&u);
    outcome_directives(r->out, u.ast, name.len ? name : STR("snippet"));
    note_errors(r, &vec_last(&r->state->units));
}

static void add_document(Run *r, const Source *s, DocumentKind kind)
{
    SnippetList blocks = {0};
    snippet_find(&r->out->arena, s, kind, &blocks);
    if (blocks.len == 0)
        outcome_skip(r->out, s->path, 0, "no-go-code", "no Go code was found in this document");
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
    uint64_t start = stages_now_ns();
    DocumentKind kind = document_kind(str_of(s->path));
    // Standard input has no suffix; what is piped in is Go unless --stdin-path says otherwise.
    if (kind == DOCUMENT_GO || !strchr(s->path, '.'))
        add_unit(r, (Unit){.source = s, .ast = parse_go_file(s), .own = {0, s->len}, .is_file = true});
    else
        add_document(r, s, kind);
    r->out->stats.files++;
    vec_push(&r->out->arena, &r->out->files, s->path);
    r->out->stats.bytes += s->len;
    r->out->stats.lines += s->line_count;
    r->out->stats.ns_syntax += stages_now_ns() - start;
}

// ---- Packages ----

static uint32_t language_version(const Run *r, const Ast *ast)
{
    uint32_t demanded = constraint_go_minor(ast);
    return demanded ? demanded : r->go_minor;
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

static void analyse(Run *r, const Unit *units, uint32_t count)
{
    uint64_t start = stages_now_ns();
    InputVec files = {0};
    OwnText *own = arena_array(&r->scratch, OwnText, count);
    for (uint32_t k = 0; k < count; k++) {
        FileInput in = file_input(r, &units[k]);
        in.is_test |= !units[k].is_file && declares_test(units[k].ast);
        vec_push(&r->scratch, &files, in);
        add_overlay(r, &units[k], &files);
        own[k] = (OwnText){units[k].source, units[k].own};
    }
    Str name = package_clause(&units[0]);
    CheckInput in = {.names = r->state->names,
                     .path = name.len ? name : STR("snippet"),
                     .files = files.data,
                     .file_count = files.len,
                     .importer = r->state->importer,
                     .models = r->state->models,
                     .snippet = true};
    Kept p = {.package = package_check(&in)};
    r->out->stats.ns_types += stages_now_ns() - start;
    r->out->stats.bytes_types += package_bytes(p.package);
    StageInput stages = {.types = p.package, .models = r->state->models, .go_minor = r->go_minor,
                         .old_timers = r->go_minor < COLLECTABLE_TIMERS, .own = own, .own_count = count, .inventory = r->inventory, .off = r->off, .path = units[0].source->path,
                         .scratch = &r->scratch};
    if (r->timings) {
        stages.name = units[0].source->path;
        stages.ns_types = stages_now_ns() - start;
    }
    p.values = stages_run(&stages, r->out);
    // A long document is many packages; in memory they take far more than their text.
    if (r->keep) {
        vec_push(&r->out->arena, &r->state->packages, p);
        return;
    }
    stages_free(&p.values);
    package_free(p.package);
}

static Str directory_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return (Str){path, slash ? (size_t)(slash - path) : 0};
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

void check_texts(CheckState *s, const CheckOptions *options, uint32_t go_minor,
                 const Source *const *sources, uint32_t count)
{
    Run r = {.state = s, .out = &s->texts, .go_minor = go_minor, .keep = options->keep_packages,
             .inventory = options->inventory, .off = options->off, .timings = options->timings};
    for (uint32_t k = 0; k < count; k++)
        read_source(&r, sources[k]);
    analyse_units(&r);
    arena_free(&r.scratch);
}
