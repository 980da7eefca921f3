// fuzz_head.c - any bytes are the beginning of a file: reading them in pieces changes nothing.
#include "check_syntax.h"

#include "load/head.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool holds(const void *ctx, Str tag)
{
    (void)ctx;
    return tag.len % 2 == 1;
}

static void check_same(const Head *a, const Head *b)
{
    MUST(str_eq(a->package, b->package));
    MUST(str_eq(a->excluding, b->excluding));
    MUST(a->go_minor == b->go_minor && a->generated == b->generated && a->cgo == b->cgo);
    MUST((a->error == NULL) == (b->error == NULL) && (a->refused == NULL) == (b->refused == NULL));
    MUST(a->error_line == b->error_line);
    MUST(a->imports.len == b->imports.len && a->debugs.len == b->debugs.len);
    for (uint32_t i = 0; i < a->imports.len; i++) {
        MUST(str_eq(a->imports.data[i].path, b->imports.data[i].path));
        MUST(a->imports.data[i].line == b->imports.data[i].line);
        MUST(a->imports.data[i].path.len > 0 && a->imports.data[i].line > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena a = {0};
    ConstraintTags tags = {holds, NULL};
    Str text = {(const char *)data, size};
    Head whole, part;
    MUST(head_read(&a, text, true, tags, &whole));
    size_t step = size / 64 + 1;
    for (size_t len = 0; len < size; len += step)
        if (head_read(&a, str_sub(text, 0, len), false, tags, &part))
            check_same(&part, &whole);
    arena_free(&a);
    return 0;
}
