// model_import.c - packages whose source is not at hand, read from the library models.
#include "types/model_import.h"

#include <stdlib.h>

typedef struct ModelImporter {
    ModelStore *models;
    Names *names;
    Arena arena;
    Map known; // Name of path → Package *, 0 while it is being checked or when there is none
    VEC(Package *) packages;
} ModelImporter;

static const Package *import_model(void *ctx, Str path)
{
    ModelImporter *m = ctx;
    Name key = name_of(m->names, path);
    uint64_t *known = map_get(&m->known, key.v);
    if (known)
        return (const Package *)(uintptr_t)*known;
    // A model that imports itself through others finds nothing there.
    map_put(&m->arena, &m->known, key.v, 0);
    const ModelPackage *model = model_package(m->models, path);
    if (!model)
        return NULL;
    FileInput file = {.ast = model->ast};
    CheckInput in = {.names = m->names,
                     .path = path,
                     .files = &file,
                     .file_count = 1,
                     .importer = {import_model, m},
                     .models = m->models,
                     .snippet = true};
    Package *p = package_check(&in);
    vec_push(&m->arena, &m->packages, p);
    map_put(&m->arena, &m->known, key.v, (uint64_t)(uintptr_t)p);
    return p;
}

Importer model_importer_new(ModelStore *models, Names *names)
{
    ModelImporter *m = mem_alloc(sizeof *m);
    *m = (ModelImporter){.models = models, .names = names};
    return (Importer){import_model, m};
}

void model_importer_free(Importer importer)
{
    ModelImporter *m = importer.ctx;
    if (!m)
        return;
    VEC_EACH (Package *, p, &m->packages)
        package_free(*p);
    arena_free(&m->arena);
    free(m);
}
