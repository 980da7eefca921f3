// model_import.c - packages whose source is not at hand, read from the library models.
#include "types/model_import.h"
#include "types/export.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct ModelImporter {
    ModelStore *models;
    Names *names;
    pthread_mutex_t lock; // over all that follows, and over the checking of models
    Arena arena;
    Map known; // Name of path → Export *, 0 while it is being checked or when there is none
    VEC(Export *) forms;
} ModelImporter;

static const Export *import_locked(void *ctx, Str path);

static Export *read_model(ModelImporter *m, const ModelPackage *model, Str path)
{
    FileInput file = {.ast = model->ast};
    CheckInput in = {.names = m->names,
                     .path = path,
                     .files = &file,
                     .file_count = 1,
                     .importer = {.import = import_locked, .ctx = m},
                     .models = m->models,
                     .snippet = true};
    Package *p = package_check(&in);
    char *bytes;
    size_t len;
    const char *error;
    package_export(p, &bytes, &len);
    package_free(p);
    return export_open(bytes, len, true, &error);
}

static const Export *import_locked(void *ctx, Str path)
{
    ModelImporter *m = ctx;
    Name key = name_of(m->names, path);
    uint64_t *known = map_get(&m->known, key.v);
    if (known)
        return (const Export *)(uintptr_t)*known;
    // A model that imports itself through others finds nothing there.
    map_put(&m->arena, &m->known, key.v, 0);
    const ModelPackage *model = model_package(m->models, path);
    Export *form = model ? read_model(m, model, path) : NULL;
    if (form) {
        vec_push(&m->arena, &m->forms, form);
        map_put(&m->arena, &m->known, key.v, (uint64_t)(uintptr_t)form);
    }
    return form;
}

static const Export *import_model(void *ctx, Str path)
{
    ModelImporter *m = ctx;
    pthread_mutex_lock(&m->lock);
    const Export *form = import_locked(m, path);
    pthread_mutex_unlock(&m->lock);
    return form;
}

Importer model_importer_new(ModelStore *models, Names *names)
{
    ModelImporter *m = mem_alloc(sizeof *m);
    *m = (ModelImporter){.models = models, .names = names};
    pthread_mutex_init(&m->lock, NULL);
    return (Importer){.import = import_model, .ctx = m};
}

void model_importer_free(Importer importer)
{
    ModelImporter *m = importer.ctx;
    if (!m)
        return;
    VEC_EACH (Export *, form, &m->forms)
        export_free(*form);
    arena_free(&m->arena);
    pthread_mutex_destroy(&m->lock);
    free(m);
}
