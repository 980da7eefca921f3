// fuzz_changes.c - any bytes are a diff: what is read of it is in order, and reading ends at a fault with its
// line.
#include "check_syntax.h"

#include "policy/changes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_file(const ChangedFile *f)
{
    MUST(f->path);
    VEC_EACH (const LineRange, r, &f->added)
        MUST(r->first >= 1 && r->first <= r->last && r->last < UINT32_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t lines = 1, line = 0;
    const char *error = NULL;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    Changes *c = changes_read((Str){(const char *)data, size}, &line, &error);
    MUST((c == NULL) == (error != NULL));
    MUST(!error || (line >= 1 && line <= lines));
    const char *last = NULL;
    for (uint32_t k = 0; c && k < c->files.len; k++) {
        check_file(&c->files.data[k]);
        MUST(!last || strcmp(last, c->files.data[k].path) < 0);
        last = c->files.data[k].path;
    }
    changes_free(c);
    return 0;
}
