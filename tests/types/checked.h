// checked.h - a source text checked as a package of one file, for unit tests.
#ifndef CURFEW_TESTS_TYPES_CHECKED_H
#define CURFEW_TESTS_TYPES_CHECKED_H

#include "types/model_import.h"

typedef struct Checked {
    Names *names;
    ModelStore *models;
    Importer importer;
    Source *source;
    Ast *ast;
    Package *p;
} Checked;

static inline Checked check_text(Str text, bool snippet)
{
    Checked c = {.names = names_new()};
    c.models = model_store_new(c.names);
    c.importer = model_importer_new(c.models, c.names);
    c.source = source_from("p.go", text);
    c.ast =
        ast_parse(c.source, (Span){0, c.source->len}, NULL, snippet ? PARSE_SNIPPET : PARSE_FILE);
    FileInput file = {.ast = c.ast, .go_minor = 27};
    CheckInput in = {.names = c.names,
                     .path = STR("p"),
                     .files = &file,
                     .file_count = 1,
                     .importer = c.importer,
                     .models = c.models,
                     .snippet = snippet};
    c.p = package_check(&in);
    return c;
}

static inline void checked_free(Checked *c)
{
    package_free(c->p);
    ast_free(c->ast);
    source_free(c->source);
    model_importer_free(c->importer);
    model_store_free(c->models);
    names_free(c->names);
}

static inline ObjId checked_object(const Checked *c, const char *name)
{
    return package_lookup(c->p, name_ofs(c->names, name));
}

#endif
