// forms.h - packages of source texts that import each other's byte forms, for tests and fuzzing.
#ifndef CURFEW_TESTS_TYPES_FORMS_H
#define CURFEW_TESTS_TYPES_FORMS_H

#include "types/form.h"

#include <stdlib.h>

typedef struct Forms {
    Names *names;
    Arena arena;
    VEC(Export *) forms;
    const Export *always; // what every import gives, when there is one
} Forms;

// A package that is checked, and what it stands on.
typedef struct FormPackage {
    Package *p;
    Source *sources[4];
    Ast *asts[4];
    uint32_t count;
} FormPackage;

static const Export *forms_import(void *ctx, Str path)
{
    const Forms *f = ctx;
    for (uint32_t i = 0; i < f->forms.len && !f->always; i++)
        if (str_eq(export_path(f->forms.data[i]), path))
            return f->forms.data[i];
    return f->always;
}

typedef struct FormCheck {
    const char *path;
    const Str *texts; // of the files
    uint32_t count;
    bool skip_bodies, snippet;
} FormCheck;

static inline FormPackage forms_check(Forms *f, const FormCheck *what)
{
    FormPackage c = {.count = what->count};
    FileInput files[4];
    for (uint32_t i = 0; i < what->count; i++) {
        c.sources[i] = source_from("p.go", what->texts[i]);
        c.asts[i] = ast_parse(c.sources[i], (Span){0, c.sources[i]->len}, NULL, PARSE_FILE);
        files[i] = (FileInput){.ast = c.asts[i], .go_minor = 27};
    }
    CheckInput in = {.names = f->names,
                     .path = str_of(what->path),
                     .files = files,
                     .file_count = what->count,
                     .importer = {.import = forms_import, .ctx = f},
                     .skip_bodies = what->skip_bodies,
                     .snippet = what->snippet};
    c.p = package_check(&in);
    return c;
}

static inline FormPackage forms_check_text(Forms *f, const char *path, const char *text)
{
    Str s = str_of(text);
    return forms_check(f, &(FormCheck){.path = path, .texts = &s, .count = 1});
}

static inline void forms_release(FormPackage *c)
{
    package_free(c->p);
    for (uint32_t i = 0; i < c->count; i++) {
        ast_free(c->asts[i]);
        source_free(c->sources[i]);
    }
}

// The bytes of a package's form, for the caller to free.
static inline Str forms_bytes(Forms *f, const FormCheck *what)
{
    FormPackage c = forms_check(f, what);
    char *bytes;
    size_t len;
    package_export(c.p, &bytes, &len);
    forms_release(&c);
    return (Str){bytes, len};
}

static inline const Export *forms_add(Forms *f, const char *path, const char *text)
{
    Str s = str_of(text);
    Str bytes = forms_bytes(f, &(FormCheck){.path = path, .texts = &s, .count = 1});
    const char *error;
    Export *e = export_open((char *)(uintptr_t)bytes.ptr, bytes.len, true, &error);
    if (e)
        vec_push(&f->arena, &f->forms, e);
    return e;
}

static inline void forms_free(Forms *f)
{
    for (uint32_t i = 0; i < f->forms.len; i++)
        export_free(f->forms.data[i]);
    arena_free(&f->arena);
    names_free(f->names);
}

enum {
    // Looking into types makes types; some never end.
    LOOKED_INTO_MAX = 1000,
};

// Asks everything of every type that a package has.
static inline void forms_look_into(Package *p)
{
    Arena a = {0};
    Name names[] = {name_ofs(p->names, "F"), name_ofs(p->names, "Error")};
    for (uint32_t i = 1; i < p->type_count && i < LOOKED_INTO_MAX; i++) {
        TypeId t = TID(i), *tparams;
        if (type_kind(p, t) == T_NAMED || type_kind(p, t) == T_ALIAS)
            named_type_params(p, t, &tparams);
        TypeId under = type_underlying(p, t);
        type_canonical(p, t);
        for (uint32_t k = 0; k < type_method_count(p, t); k++)
            object_full_name(p, &a, type_method(p, t, k));
        type_interface_method_count(p, t);
        type_shape(p, t);
        for (uint32_t k = 0; k < sizeof names / sizeof *names; k++)
            type_lookup(p, t, names[k]);
        if (type_kind(p, under) == T_INTERFACE)
            type_implements(p, t, under);
        type_string_cut(p, &a, t, 200);
        arena_reset(&a);
    }
    arena_free(&a);
}

// Imports everything that a form exports, passes it on, and looks into all of it. The bytes of the
// package that passes it on, for the caller to free.
static inline Str forms_pass_on(Forms *f, const Export *e)
{
    StrBuf b = {0};
    strbuf_adds(&b, "package q\nimport x \"x\"\n");
    for (uint32_t i = 0; i < e->object_count; i++) {
        Reader r = form_reader(e, e->objects[i]);
        static const char *const words[] = {
            [OBJ_CONST] = "const", [OBJ_TYPE] = "type", [OBJ_VAR] = "var", [OBJ_FUNC] = "var"};
        Str name = strings_at(&e->strings, i);
        strbuf_printf(&b, "%s X%u = x.%.*s\n", words[reader_byte(&r)], i, STR_ARG(name));
    }
    const Export *before = f->always;
    f->always = e;
    FormPackage c =
        forms_check(f, &(FormCheck){.path = "q", .texts = &(Str){b.data, b.len}, .count = 1});
    f->always = before;
    char *bytes;
    size_t len;
    package_export(c.p, &bytes, &len);
    f->always = e;
    forms_look_into(c.p);
    f->always = before;
    forms_release(&c);
    strbuf_free(&b);
    return (Str){bytes, len};
}

#endif
