// model.c - the store of library models: built-in files and those of the user.
//
// A user's file for an import path takes the place of the built-in one: two half descriptions of
// one package would leave open which of them a missing entry comes from.
#include "load/model.h"
#include "base/embedded.h"
#include "base/map.h"
#include "base/walk.h"
#include "load/model_read.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

// A package and the index of its entries by receiver and name.
typedef struct Loaded {
    ModelPackage pkg;
    Source *source;
    Map index; // map_pair(recv, name) → index into entries
} Loaded;

struct ModelStore {
    pthread_mutex_t lock; // analyses on several threads ask one store
    Arena arena;
    Names *names;
    Map by_path; // Name of the import path → index into `loaded`
    VEC(Loaded *) loaded;
    VEC(Loaded *) user; // those of model_store_add, in that order
};

ModelStore *model_store_new(Names *names)
{
    ModelStore *s = mem_alloc(sizeof *s);
    *s = (ModelStore){.names = names};
    pthread_mutex_init(&s->lock, NULL);
    return s;
}

void model_store_free(ModelStore *s)
{
    if (!s)
        return;
    VEC_EACH (Loaded *, l, &s->loaded) {
        ast_free((*l)->pkg.ast);
        source_free((*l)->source);
    }
    arena_free(&s->arena);
    pthread_mutex_destroy(&s->lock);
    free(s);
}

// Parses and reads one model file. The store owns `source` from here on, and `l` in any case.
static Loaded *load(ModelStore *s, const char *path, Source *source, ModelFault *fault, bool *ok)
{
    Loaded *l = arena_new(&s->arena, Loaded);
    l->source = source;
    l->pkg.path = path;
    l->pkg.ast = ast_parse(source, (Span){0, source->len}, NULL, PARSE_FILE);
    vec_push(&s->arena, &s->loaded, l);
    *ok = model_read(&s->arena, s->names, &l->pkg, fault);
    for (uint32_t i = 0; i < l->pkg.entries.len; i++) {
        const ModelEntry *e = &l->pkg.entries.data[i];
        map_put(&s->arena, &l->index, map_pair(e->recv.v, e->name.v), i);
    }
    map_put(&s->arena, &s->by_path, name_of(s->names, str_of(path)).v, s->loaded.len - 1);
    return l;
}

static const char *fault_message(ModelStore *s, const Source *source, const ModelFault *fault)
{
    Position p = source_position(source, fault->offset);
    return arena_printf(&s->arena, "%s:%u: %s", source->path, p.line, fault->reason);
}

// The file of an import path is named after it: net/http.go.
static bool add_file(ModelStore *s, const char *directory, const char *relative, const char **error)
{
    const char *why = NULL;
    const char *path = arena_printf(&s->arena, "%s/%s", directory, relative);
    Source *source = source_read(path, &why);
    if (!source) {
        *error = arena_printf(&s->arena, "%s: %s", path, why);
        return false;
    }
    ModelFault fault = {0};
    bool ok;
    const char *import_path = arena_strndup(&s->arena, relative, strlen(relative) - strlen(".go"));
    Loaded *l = load(s, import_path, source, &fault, &ok);
    vec_push(&s->arena, &s->user, l);
    if (!ok)
        *error = fault_message(s, source, &fault);
    return ok;
}

bool model_store_add(ModelStore *s, const char *directory, const char **error)
{
    PathList files = {0};
    const char *why = NULL;
    pthread_mutex_lock(&s->lock);
    bool ok = walk_files(&s->arena, directory, ".go", &files, &why);
    if (!ok)
        *error = arena_printf(&s->arena, "%s: %s", directory, why);
    for (uint32_t i = 0; ok && i < files.len; i++)
        ok = add_file(s, directory, files.data[i], error);
    pthread_mutex_unlock(&s->lock);
    return ok;
}

static const EmbeddedFile *find_embedded(Str path)
{
    size_t low = 0, high = embedded_models_count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = str_cmp(str_of(embedded_models[mid].name), path);
        if (order == 0)
            return &embedded_models[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

static Loaded *load_embedded(ModelStore *s, const EmbeddedFile *file)
{
    const char *path = arena_printf(&s->arena, "models/%s.go", file->name);
    Source *source = source_from(path, (Str){(const char *)file->data, file->len});
    ModelFault fault = {0};
    bool ok;
    Loaded *l = load(s, file->name, source, &fault, &ok);
    assert(ok && "a built-in model is malformed; tests/load names the line");
    (void)ok;
    return l;
}

static Loaded *find_package(ModelStore *s, Str import_path)
{
    uint64_t *known = map_get(&s->by_path, name_of(s->names, import_path).v);
    if (known)
        return s->loaded.data[*known];
    const EmbeddedFile *file = find_embedded(import_path);
    return file ? load_embedded(s, file) : NULL;
}

const ModelPackage *model_package(ModelStore *s, Str import_path)
{
    pthread_mutex_lock(&s->lock);
    Loaded *l = find_package(s, import_path);
    pthread_mutex_unlock(&s->lock);
    return l ? &l->pkg : NULL;
}

const ModelEntry *model_entry(ModelStore *s, Str import_path, Name recv, Name name)
{
    pthread_mutex_lock(&s->lock);
    Loaded *l = find_package(s, import_path);
    pthread_mutex_unlock(&s->lock);
    uint64_t *i = l ? map_get(&l->index, map_pair(recv.v, name.v)) : NULL;
    return i ? &l->pkg.entries.data[*i] : NULL;
}

const Effect *effect_find(const ModelEntry *e, EffectKind kind, uint32_t go_minor)
{
    for (uint32_t i = 0; e && i < e->effects.len; i++) {
        const Effect *f = &e->effects.data[i];
        if (f->kind == kind && go_minor >= f->since && (!f->before || go_minor < f->before))
            return f;
    }
    return NULL;
}

static bool is_major_version(Str element)
{
    if (element.len < 2 || element.ptr[0] != 'v')
        return false;
    for (size_t i = 1; i < element.len; i++)
        if (element.ptr[i] < '0' || element.ptr[i] > '9')
            return false;
    return true;
}

// The last element of a path, which by custom is the package's name. Paths that end in a major
// version give nothing: the undeclared name means the version without a number.
static Str last_element(Str path)
{
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    Str last = str_sub(path, start, path.len);
    return is_major_version(last) ? (Str){0} : last;
}

Str model_well_known(ModelStore *s, Str package_name)
{
    Str found = {0};
    pthread_mutex_lock(&s->lock);
    VEC_EACH (Loaded *, l, &s->user) {
        if (str_eq((*l)->pkg.name, package_name))
            found = str_of((*l)->pkg.path);
    }
    pthread_mutex_unlock(&s->lock);
    for (size_t i = 0; !found.len && package_name.len && i < embedded_models_count; i++) {
        Str path = str_of(embedded_models[i].name);
        if (str_eq(last_element(path), package_name))
            found = path;
    }
    return found;
}
