// drafts.c - texts that stand in place of what files hold.
#include "base/drafts.h"

#include "base/hash.h"

// The number of the path's draft, or that of the place for a new one.
static uint32_t find(const Drafts *d, const char *path)
{
    uint64_t found = map_or(&d->index, hash_str(str_of(path)), 0);
    if (found && strcmp(d->items.data[found - 1].path, path) == 0)
        return (uint32_t)found - 1;
    if (!found)
        return d->items.len;
    // Two paths with one hash: the later of them is not indexed.
    uint32_t k = 0;
    while (k < d->items.len && strcmp(d->items.data[k].path, path) != 0)
        k++;
    return k;
}

const Draft *drafts_find(const Drafts *d, const char *path)
{
    uint32_t k = d ? find(d, path) : 0;
    return d && k < d->items.len ? &d->items.data[k] : NULL;
}

static Str copy(Drafts *d, Str text)
{
    return (Str){arena_strndup(&d->arena, text.len ? text.ptr : "", text.len), text.len};
}

void drafts_put(Drafts *d, const char *path, Str original, Str text)
{
    uint32_t k = find(d, path);
    if (k == d->items.len) {
        Str own = copy(d, original);
        Draft new = {.path = copy(d, str_of(path)).ptr, .original = own, .text = own};
        uint64_t hash = hash_str(str_of(path));
        vec_push(&d->arena, &d->items, new);
        if (!map_get(&d->index, hash))
            map_put(&d->arena, &d->index, hash, d->items.len);
    }
    Draft *draft = &d->items.data[k];
    draft->before = draft->text;
    draft->text = copy(d, text);
    draft->round = d->round;
}

void drafts_round(Drafts *d)
{
    d->round++;
}

void drafts_undo(Drafts *d)
{
    VEC_EACH (Draft, draft, &d->items)
        if (draft->round == d->round)
            draft->text = draft->before;
}

Source *drafts_read(const Drafts *d, const char *key, const char *path, const char **error)
{
    const Draft *draft = drafts_find(d, key);
    return draft ? source_from(path, draft->text) : source_read(path, error);
}

void drafts_free(Drafts *d)
{
    arena_free(&d->arena);
}
